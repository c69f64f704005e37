// What agents marked comes out as labels that `evaluate` takes, and says of the program what they
// said of it.
#include <QTest>

#include <nlohmann/json.hpp>

#include "core/base/error_catalog.h"
#include "core/desk/evaluation.h"
#include "core/desk/feedback_export.h"
#include "core/desk/sample.h"
#include "core/desk/temporary_workspace.h"
#include "core/desk/workbench.h"
#include "core/ingest/interchange.h"
#include "core/store/connection.h"
#include "core/store/feedback_table.h"
#include "core/store/tables.h"

using namespace foreword;
using nlohmann::json;

class TestFeedback : public QObject {
    Q_OBJECT

private:
    std::optional<TemporaryWorkspace> m_temporary;
    std::shared_ptr<const Definitions> m_definitions;
    std::unique_ptr<Connection> m_writer;
    Timestamp m_asOf;
    CustomerView m_maria;

    void put(const Feedback& feedback)
    {
        auto transaction = Transaction::write(*m_writer);
        QVERIFY(FeedbackTable(*m_writer).put(feedback));
        QVERIFY(transaction->commit());
    }

    Feedback about(const Citation& citation, Section section, std::string signal = {}, FeedbackVerdict verdict = FeedbackVerdict::wrong)
    {
        return {{citation.message(), citation.span(), section, std::move(signal)}, verdict, "not said", "as shown", m_asOf};
    }

    std::vector<std::string> exported() { return *exportFeedback(*m_writer, *m_definitions); }

    json figures(const char* kind, const std::string& line)
    {
        const auto evaluation = makeEvaluation(kind, *m_definitions, std::nullopt);
        const auto added = evaluation->add(line);
        if (!added)
            qFatal("%s", englishMessage(added.error()).c_str());
        return json::parse(evaluation->figures().dump());
    }

private Q_SLOTS:
    void init()
    {
        auto definitions = loadBuiltInDefinitions();
        QVERIFY(definitions);
        m_definitions = *definitions;
        auto temporary = TemporaryWorkspace::create(SystemClock());
        QVERIFY(temporary);
        m_temporary.emplace(std::move(*temporary));
        auto sample = loadSample();
        QVERIFY(sample);
        m_asOf = sample->asOf;
        Workbench workbench(m_temporary->workspace(), m_definitions, std::make_shared<FixedClock>(m_asOf));
        QVERIFY(workbench.takeSample(std::move(*sample)));
        m_maria = *workbench.open(*workbench.resolve("crm:C-20417"), {m_asOf, ConsentChannel::agent, {}}, {});
        m_writer = *m_temporary->workspace()->connect(Access::write);
    }
    void cleanup() { m_writer.reset(); }

    void nothingMarkedIsNothingExported() { QVERIFY(exported().empty()); }

    void aWrongPromiseIsNotExpected()
    {
        const auto& wrong = m_maria.brief.promised.front().statement.citations().front();
        put(about(wrong, Section::promised));
        const auto lines = exported();
        QCOMPARE(lines.size(), std::size_t{1});
        const auto line = json::parse(lines[0]);
        QCOMPARE(line["feedback"].size(), std::size_t{1});
        const auto& said = line["feedback"][0];
        QCOMPARE(said["section"].get<std::string>(), std::string("promised"));
        QCOMPARE(said["verdict"].get<std::string>(), std::string("wrong"));
        QCOMPARE(said["reason"].get<std::string>(), std::string("not said"));
        QCOMPARE(said["message_id"].get<std::string>(), wrong.message().id);
        const auto quote = said["quote"].get<std::string>();
        for (const auto& commitment : line["expect"]["commitments"])
            QVERIFY(commitment["quote"].get<std::string>() != quote);
        // The program still finds it: one too many.
        const auto scores = figures("briefs", lines[0]);
        QVERIFY2(scores.dump().find("promised") != std::string::npos, scores.dump().c_str());
        QVERIFY2(scores["promised"]["precision"].get<double>() < 1.0, scores.dump().c_str());
        QVERIFY2(scores["resolution"]["accuracy"].get<double>() == 1.0, scores.dump().c_str());
    }

    // What colleagues told each other is exported as that: it promises the customer nothing.
    void aNoteIsExportedAsANote()
    {
        Workbench workbench(m_temporary->workspace(), m_definitions, std::make_shared<FixedClock>(m_asOf));
        Sample more;
        for (
            const char* line :
            {R"({"type":"customer","source":"crm","id":"N-1","names":["Nora Example"]})",
             R"({"type":"interaction","source":"hd","id":"n","customer":{"source":"crm","id":"N-1"},"channel":"email","status":"open","opened_at":"2026-11-01T09:00:00Z"})",
             R"({"type":"message","source":"hd","id":"n1","interaction":"n","sender":"agent","at":"2026-11-01T09:00:00Z","text":"We will call you back tomorrow."})",
             R"({"type":"message","source":"hd","id":"n2","interaction":"n","sender":"agent","at":"2026-11-01T09:05:00Z","visibility":"internal","text":"We will refund you within 3 days. I restarted the router."})"})
            more.records.push_back(*parseRecord(line));
        QVERIFY(workbench.takeSample(std::move(more)));
        const auto nora = workbench.open(*workbench.resolve("crm:N-1"), {m_asOf, ConsentChannel::agent, {}}, {});
        QCOMPARE(nora->brief.promised.size(), std::size_t{1});
        put(about(nora->brief.promised.front().statement.citations().front(), Section::promised));
        const auto lines = exported();
        QCOMPARE(lines.size(), std::size_t{1});
        const auto line = json::parse(lines[0]);
        QVERIFY(line["expect"]["commitments"].empty());
        QVERIFY(!line["messages"][0].contains("visibility"));
        QCOMPARE(line["messages"][1]["visibility"].get<std::string>(), std::string("internal"));
        const auto scores = figures("briefs", lines[0]);
        QVERIFY2(scores["promised"]["precision"].get<double>() == 0.0, scores.dump().c_str());
    }

    void aSignalWithoutItsEvidenceIsAbsent()
    {
        int marked = 0;
        std::string id;
        for (const Signal& signal : m_maria.decision.signals) {
            for (const Evidence& evidence : signal.evidence) {
                if (evidence.citation && evidence.field.empty() && signal.id == "open_complaint") {
                    put(about(*evidence.citation, Section::signal, signal.id));
                    id = signal.id;
                    ++marked;
                }
            }
        }
        QVERIFY(marked > 0);
        const auto lines = exported();
        QVERIFY(!lines.empty());
        int absent = 0;
        for (const auto& text : lines) {
            const auto line = json::parse(text);
            QVERIFY(line["expect"]["present"].empty());
            QVERIFY(line["expect"]["only"] == json::array({id}));
            if (!line["expect"]["unsure"].empty())
                continue; // other words of the conversation speak for it, and nobody called them wrong
            ++absent;
            const auto scores = figures("signals", text);
            QCOMPARE(scores["micro"]["fp"].get<int>(), 1); // the program still finds it
            QCOMPARE(scores["micro"]["tp"].get<int>(), 0);
        }
        QVERIFY(absent > 0);
    }

    void whatOnlyMisleadsIsInDoubt()
    {
        for (const Signal& signal : m_maria.decision.signals) {
            if (signal.id != "open_complaint")
                continue;
            for (const Evidence& evidence : signal.evidence) {
                if (evidence.citation)
                    put(about(*evidence.citation, Section::signal, signal.id, FeedbackVerdict::misleading));
            }
        }
        const auto lines = exported();
        QVERIFY(!lines.empty());
        QVERIFY(json::parse(lines[0])["expect"]["unsure"] == json::array({"open_complaint"}));
    }

    void readingTheMessagesAgainKeepsTheMark()
    {
        const auto& wrong = m_maria.brief.promised.front().statement.citations().front();
        put(about(wrong, Section::promised));
        {
            auto transaction = Transaction::write(*m_writer);
            AnnotationTable table(*m_writer);
            for (const auto& message : m_maria.history.messages)
                QVERIFY(table.put(message.row, "another dictionary", message.annotations));
            QVERIFY(transaction->commit());
        }
        QCOMPARE(exported().size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestFeedback)
#include "test_feedback.moc"
