// A workspace with a fake tracker as its source. Made anew over the same file where a program
// starts again.
#pragma once

#include <QTest>

#include "core/base/error_catalog.h"
#include "core/desk/temporary_workspace.h"
#include "core/desk/workbench.h"
#include "core/store/connection.h"
#include "core/store/reading.h"
#include "fake_tracker.h"

template <class T>
T must(foreword::Result<T> result)
{
    if (!result)
        qFatal("%s", foreword::englishMessage(result.error()).c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(result).value();
}

// Told by the test what time it is.
class SetClock final : public foreword::Clock {
public:
    explicit SetClock(foreword::Timestamp at) : m_micros(at.micros()) {}
    foreword::Timestamp now() const override { return foreword::Timestamp::fromMicros(m_micros); }
    void pass(std::chrono::seconds time) { m_micros += std::chrono::microseconds(time).count(); }

private:
    std::atomic<std::int64_t> m_micros;
};

class Site {
public:
    explicit Site(const FakeTracker& tracker, const char* now = "2020-01-01T00:00:00Z")
        : definitions(*foreword::loadBuiltInDefinitions()), clock(std::make_shared<SetClock>(*foreword::Timestamp::parse(now))),
          temporary(must(foreword::TemporaryWorkspace::create(*clock)))
    {
        startAgain();
        foreword::SourceConfig config{"helpdesk", "rt", tracker.url(), "", {{"allow_http", "yes"}}};
        foreword::SourceCredentials credentials;
        credentials.token = foreword::Secret("1-28-good");
        must(bench->addSource(config, std::move(credentials)));
    }

    void startAgain() { bench = std::make_unique<foreword::Workbench>(temporary.workspace(), definitions, clock); }
    foreword::Result<foreword::PullOutcome> pull(const foreword::PullRequest& request = {}) { return bench->pull("helpdesk", request, {}); }
    std::optional<foreword::Timestamp> settledUntil() { return must(bench->sources()).at(0).settledUntil; }
    std::int64_t helen48() { return must(bench->resolve("helpdesk:48")); }

    std::vector<foreword::InteractionRecord> tickets()
    {
        const auto person = bench->resolve("helpdesk:48");
        if (!person)
            return {};
        auto reader = must(temporary.workspace()->connect(foreword::Access::read));
        auto interactions = must(foreword::readHistory(*reader, *person, {})).interactions;
        std::ranges::sort(interactions, {}, [](const auto& i) { return std::stoi(i.key.id); });
        return interactions;
    }

    std::shared_ptr<const foreword::Definitions> definitions;
    std::shared_ptr<SetClock> clock; // years late by default: the machine's clock counts for nothing
    foreword::TemporaryWorkspace temporary;
    std::unique_ptr<foreword::Workbench> bench;
};
