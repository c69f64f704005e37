// Waits no time and writes down how long it should have been.
#pragma once

#include <memory>
#include <vector>

#include "core/net/sleeper.h"

class FakeSleeper final : public foreword::Sleeper {
public:
    using Waits = std::shared_ptr<std::vector<std::chrono::milliseconds>>;

    explicit FakeSleeper(Waits waits) : m_waits(std::move(waits)) {}
    foreword::Result<> sleep(std::chrono::milliseconds time, const foreword::CancelToken& cancel) override
    {
        m_waits->push_back(time);
        return cancel.check();
    }

private:
    Waits m_waits;
};
