#include "core/base/platform/account.h"

#include <array>

#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>

#include <lmcons.h>

namespace foreword::platform {

std::string accountName()
{
    std::array<wchar_t, UNLEN + 1> name{};
    DWORD length = static_cast<DWORD>(name.size());
    if (!GetUserNameW(name.data(), &length) || length < 2)
        return "0";
    const int letters = static_cast<int>(length) - 1; // without the end of the string
    const int bytes = WideCharToMultiByte(CP_UTF8, 0, name.data(), letters, nullptr, 0, nullptr, nullptr);
    std::string utf8(static_cast<std::size_t>(bytes), '\0');
    WideCharToMultiByte(CP_UTF8, 0, name.data(), letters, utf8.data(), bytes, nullptr, nullptr);
    return utf8;
}

} // namespace foreword::platform
