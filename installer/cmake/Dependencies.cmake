# Libraries that others keep well, found once, under one name each.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(Poco REQUIRED COMPONENTS Foundation Net NetSSL Util)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(nlohmann_json REQUIRED)
find_package(tl-expected REQUIRED)
pkg_check_modules(TOMLPLUSPLUS REQUIRED IMPORTED_TARGET tomlplusplus)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)

find_path(CLD2_INCLUDE_DIR cld2/public/compact_lang_det.h REQUIRED)
find_library(CLD2_LIBRARY NAMES cld2 REQUIRED)
add_library(foreword_cld2 INTERFACE)
target_include_directories(foreword_cld2 SYSTEM INTERFACE ${CLD2_INCLUDE_DIR})
target_link_libraries(foreword_cld2 INTERFACE ${CLD2_LIBRARY})

find_path(PHONENUMBER_INCLUDE_DIR phonenumbers/phonenumberutil.h REQUIRED)
find_library(PHONENUMBER_LIBRARY NAMES phonenumber REQUIRED)
add_library(foreword_phonenumber INTERFACE)
target_include_directories(foreword_phonenumber SYSTEM INTERFACE ${PHONENUMBER_INCLUDE_DIR})
target_link_libraries(foreword_phonenumber INTERFACE ${PHONENUMBER_LIBRARY} protobuf)

# SQLCipher, never SQLite: linked statically with hidden symbols, because with libsqlite3 first
# on the link line "PRAGMA key" succeeds and the file stays plain. The store checks at run time
# too. pkg-config calls SQLCipher 4.6.1 by its SQLite version, 3.46.1.
pkg_check_modules(SQLCIPHER REQUIRED sqlcipher>=3.46.1)
find_library(SQLCIPHER_STATIC NAMES libsqlcipher.a sqlcipher REQUIRED HINTS ${SQLCIPHER_LIBRARY_DIRS})
add_library(foreword_sqlcipher INTERFACE)
target_include_directories(foreword_sqlcipher SYSTEM INTERFACE ${SQLCIPHER_INCLUDE_DIRS})
target_compile_definitions(foreword_sqlcipher INTERFACE SQLITE_HAS_CODEC=1)
target_link_libraries(foreword_sqlcipher INTERFACE ${SQLCIPHER_STATIC} OpenSSL::Crypto Threads::Threads ${CMAKE_DL_LIBS} m)
if(UNIX AND NOT APPLE)
    target_link_options(foreword_sqlcipher INTERFACE -Wl,--exclude-libs,libsqlcipher.a)
endif()

if(FOREWORD_GUI OR FOREWORD_TESTS)
    set(foreword_qt Core Test)
    if(FOREWORD_GUI)
        list(APPEND foreword_qt Gui Widgets Svg LinguistTools)
    endif()
    find_package(Qt6 6.4 REQUIRED COMPONENTS ${foreword_qt})
endif()
