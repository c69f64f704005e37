// For programs that measure: what fails ends them with the error on standard error, because a
// figure of work that was not done is worse than none.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "core/base/error_catalog.h"
#include "core/base/result.h"

namespace foreword::bench {

template <class T>
T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", englishMessage(result.error()).c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace foreword::bench
