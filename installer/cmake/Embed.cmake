# Writes FILES (relative to ROOT) as byte arrays into OUTPUT.
set(arrays "")
set(table "")
set(index 0)
foreach(file IN LISTS FILES)
    file(READ ${ROOT}/${file} hex HEX)
    string(LENGTH "${hex}" digits)
    math(EXPR size "${digits} / 2")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
    string(APPEND arrays "const unsigned char file${index}[] = {${bytes}0};\n")
    string(APPEND table "    {\"${file}\", file${index}, ${size}},\n")
    math(EXPR index "${index} + 1")
endforeach()
file(WRITE ${OUTPUT} "// Generated from resources/ by Embed.cmake.
#include \"core/base/resources.h\"

#include <cstddef>

namespace foreword {
namespace {
${arrays}
struct Entry {
    std::string_view path;
    const unsigned char* data;
    std::size_t size;
};
const Entry entries[] = {
${table}    {{}, nullptr, 0},
};
} // namespace

std::optional<std::string_view> embeddedFile(std::string_view path)
{
    for (const Entry& entry : entries) {
        if (entry.data && entry.path == path)
            return std::string_view(reinterpret_cast<const char*>(entry.data), entry.size);
    }
    return std::nullopt;
}

std::vector<std::string> embeddedFiles(std::string_view prefix)
{
    std::vector<std::string> paths;
    for (const Entry& entry : entries) {
        if (entry.data && entry.path.starts_with(prefix))
            paths.emplace_back(entry.path);
    }
    return paths;
}

} // namespace foreword
")
