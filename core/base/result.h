// The outcome of a call that can fail: a value, or an Error. Exceptions of libraries stop
// at the adapter that calls them and become one of these.
#pragma once

#include <tl/expected.hpp>

#include "core/base/error.h"

namespace foreword {

template <class T = void>
class [[nodiscard]] Result : public tl::expected<T, Error> {
public:
    using tl::expected<T, Error>::expected;
    Result() = default;
};

using Failure = tl::unexpected<Error>;

inline Failure fail(ErrorCode code, Error::Params params = {})
{
    return Failure(Error(code, std::move(params)));
}

inline Failure fail(Error error)
{
    return Failure(std::move(error));
}

} // namespace foreword

#define FOREWORD_CONCAT_(a, b) a##b
#define FOREWORD_CONCAT(a, b) FOREWORD_CONCAT_(a, b)

// Returns the error of `expr` from the enclosing function, if it has one.
#define FOREWORD_CHECK(expr)                                 \
    if (auto foreword_outcome_ = (expr); !foreword_outcome_) \
    return ::foreword::fail(std::move(foreword_outcome_).error())

// Declares `target` with the value of `expr`, or returns its error from the enclosing function.
#define FOREWORD_TRY(target, expr) FOREWORD_TRY_(FOREWORD_CONCAT(foreword_try_, __LINE__), target, expr)
#define FOREWORD_TRY_(outcome, target, expr)                 \
    auto outcome = (expr);                                   \
    if (!outcome)                                            \
        return ::foreword::fail(std::move(outcome).error()); \
    target = std::move(outcome).value()
