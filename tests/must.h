// A result that a test cannot go on without: its value, or the end of the test with the error.
#pragma once

#include <type_traits>
#include <utility>

#include <QtTest>

#include "core/base/error_catalog.h"
#include "core/base/result.h"

namespace foreword::test {

template <class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", englishMessage(result.error()).c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(result).value();
}

} // namespace foreword::test
