# Writes the sentences of core's error catalogue as translatable strings, for lupdate:
#   cmake -DCATALOG=core/base/error_catalog.cpp -DOUTPUT=catalog_strings.cpp -P catalog_strings.cmake
# A row is {code, "name", exit, "message", "remedy"}, over as many lines as it likes; see
# core/base/error_catalog.h.
file(READ ${CATALOG} source)
# A semicolon would end an element of CMake's lists.
string(REPLACE ";" "<semicolon>" source "${source}")
set(string "\"([^\"\\\\]|\\\\.)*\"")
set(gap "[ \r\n]*")
set(head "{([a-z0-9_]+),${gap}\"[a-z0-9_]+\",${gap}[A-Za-z]+,${gap}")
string(REGEX MATCHALL "${head}" begun "${source}")
string(REGEX MATCHALL "${head}${string},${gap}${string}}" rows "${source}")
list(LENGTH begun begun_count)
list(LENGTH rows row_count)
if(NOT row_count EQUAL begun_count OR row_count EQUAL 0)
    message(FATAL_ERROR "${CATALOG}: ${begun_count} rows begin, ${row_count} are {code, \"name\", exit, \"message\", \"remedy\"}")
endif()
set(out "// Generated for lupdate.\n#include <QtGlobal>\nconst char* const catalogStrings[] = {\n")
foreach(row IN LISTS rows)
    string(REGEX REPLACE "^${head}(${string}),${gap}(${string})}$" "\\2" message "${row}")
    string(REGEX REPLACE "^${head}(${string}),${gap}(${string})}$" "\\4" remedy "${row}")
    foreach(text IN ITEMS "${message}" "${remedy}")
        if(NOT text STREQUAL "\"\"")
            string(APPEND out "    QT_TRANSLATE_NOOP(\"ErrorCatalog\", ${text}),\n")
        endif()
    endforeach()
endforeach()
string(REPLACE "<semicolon>" ";" out "${out}")
file(WRITE ${OUTPUT} "${out}};\n")
