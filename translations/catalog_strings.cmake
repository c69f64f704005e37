# Writes the sentences of core's error catalogue as translatable strings, for lupdate:
#   cmake -DCATALOG=core/base/error_catalog.cpp -DOUTPUT=catalog_strings.cpp -P catalog_strings.cmake
# A row is {code, "name", exit, "message", "remedy"}; see core/base/error_catalog.h.
file(STRINGS ${CATALOG} rows REGEX "^ *{[a-z0-9_]+, \"[a-z0-9_]+\", [A-Za-z]+, \"" ENCODING UTF-8)
set(out "// Generated for lupdate.\n#include <QtGlobal>\nconst char* const catalogStrings[] = {\n")
set(string "\"([^\"\\\\]|\\\\.)*\"")
foreach(row IN LISTS rows)
    string(REGEX REPLACE "^ *{[a-z0-9_]+, \"[a-z0-9_]+\", [A-Za-z]+, (${string}), (${string})}.*$" "\\1" message "${row}")
    string(REGEX REPLACE "^ *{[a-z0-9_]+, \"[a-z0-9_]+\", [A-Za-z]+, (${string}), (${string})}.*$" "\\3" remedy "${row}")
    foreach(text IN ITEMS "${message}" "${remedy}")
        if(NOT text STREQUAL "\"\"")
            string(APPEND out "    QT_TRANSLATE_NOOP(\"ErrorCatalog\", ${text}),\n")
        endif()
    endforeach()
endforeach()
file(WRITE ${OUTPUT} "${out}};\n")
