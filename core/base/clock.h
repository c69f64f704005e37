// The only way to read the time of day. Annotating, briefing and deciding never do: they
// are given `asOf`. Implementations are safe from any thread.
#pragma once

#include "core/base/timestamp.h"

namespace foreword {

class Clock {
public:
    virtual ~Clock() = default;
    virtual Timestamp now() const = 0;
};

class SystemClock final : public Clock {
public:
    Timestamp now() const override;
};

// Stands still: --as-of, the sample history, tests.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Timestamp at) : m_at(at) {}
    Timestamp now() const override { return m_at; }

private:
    Timestamp m_at;
};

} // namespace foreword
