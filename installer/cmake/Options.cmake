# One interface target carries every compiler flag; each target of ours links it privately.
add_library(foreword_options INTERFACE)
target_include_directories(foreword_options INTERFACE ${CMAKE_SOURCE_DIR})

if(MSVC)
    target_compile_options(foreword_options INTERFACE /W4 /WX /permissive- /utf-8)
else()
    target_compile_options(foreword_options INTERFACE
        -Wall -Wextra -Wpedantic -Werror
        -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wformat=2 -Wundef
        -fstack-protector-strong)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
        # GCC 12 warns wrongly inside std::string (GCC bug 105651).
        target_compile_options(foreword_options INTERFACE -Wno-restrict)
    endif()
    if(CMAKE_CXX_COMPILER_ID MATCHES "Clang" AND NOT APPLE)
        # Clang finds deprecated calls inside libstdc++ 12's std::stable_sort; GCC's build keeps the warning.
        target_compile_options(foreword_options INTERFACE -Wno-deprecated-declarations)
    endif()
    if(NOT FOREWORD_SANITIZE AND NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
        target_compile_options(foreword_options INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
    endif()
    if(NOT APPLE)
        target_link_options(foreword_options INTERFACE -Wl,-z,relro,-z,now)
    endif()
endif()

if(FOREWORD_SANITIZE)
    target_compile_options(foreword_options INTERFACE
        -fsanitize=${FOREWORD_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(foreword_options INTERFACE -fsanitize=${FOREWORD_SANITIZE})
endif()
