// What the desk says of a workspace that cannot be written while it is open.
#include <atomic>
#include <filesystem>
#include <fstream>
#include <future>

#include <QTemporaryDir>
#include <QTest>

#include "core/base/resources.h"
#include "core/desk/charter_choice.h"
#include "core/desk/temporary_workspace.h"
#include "core/desk/workspace_desk.h"
#include "core/store/connection.h"
#include "core/store/query.h"

using namespace foreword;

namespace {

const Timestamp noon = *Timestamp::parse("2026-11-09T12:00:00Z");

// Waits until the log is told of an error.
class Failures final : public LogSink {
public:
    bool wants(LogLevel level) const override { return level >= LogLevel::error; }
    void write(LogLevel, LogWord, std::span<const LogField> fields) override
    {
        if (!m_told.exchange(true))
            m_code.set_value(std::get<ErrorCode>(fields.front().value));
    }
    std::optional<ErrorCode> first()
    {
        auto code = m_code.get_future();
        return code.wait_for(std::chrono::seconds(30)) == std::future_status::ready ? std::optional(code.get()) : std::nullopt;
    }

private:
    std::atomic<bool> m_told = false;
    std::promise<ErrorCode> m_code;
};

DeskStatus statusOf(Desk& desk)
{
    std::promise<DeskStatus> told;
    desk.status({}, [&](Result<DeskStatus> status) { told.set_value(*std::move(status)); });
    return told.get_future().get();
}

} // namespace

class TestDeskTrouble : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // That nothing can be written matters more than which rules are in force.
    void theWorseIsTold()
    {
        // Good when it was chosen, and no charter since.
        const QTemporaryDir folder;
        const std::filesystem::path home = folder.path().toStdString();
        const std::filesystem::path file = home / "mine.toml";
        std::ofstream(file) << *embeddedFile("charter.toml");
        QVERIFY(chooseCharter(home, {file.string()}, (*loadBuiltInDefinitions())->dictionary, {2026, 11, 9}));
        std::ofstream(file, std::ios::app) << "x";
        const auto definitions = loadDefinitions({{}, home, {}});
        QVERIFY(definitions && refusalOf(**definitions));

        const auto temporary = TemporaryWorkspace::create(SystemClock());
        QVERIFY(temporary);
        const auto desk = [&](Log log) {
            return makeWorkspaceDesk({temporary->workspace(), *definitions, std::make_shared<FixedClock>(noon),
                                      [](const std::function<void()>& job) { job(); }, noon, false, pauseBeforeSync, std::move(log)});
        };
        QCOMPARE(statusOf(*desk({})).trouble.value_or(Error(ErrorCode::internal)).code, ErrorCode::charter_refused);
        {
            const auto writer = temporary->workspace()->connect(Access::write);
            auto transaction = Transaction::write(**writer);
            QVERIFY(transaction && runScript(**writer, "DROP TABLE match_waiting") && transaction->commit());
        }
        const auto failures = std::make_shared<Failures>();
        const auto running = desk(Log(failures));
        QCOMPARE(failures->first().value_or(ErrorCode::internal), ErrorCode::store_failed);
        QCOMPARE(statusOf(*running).trouble.value_or(Error(ErrorCode::internal)).code, ErrorCode::store_failed);
    }
};

QTEST_GUILESS_MAIN(TestDeskTrouble)
#include "test_desk_trouble.moc"
