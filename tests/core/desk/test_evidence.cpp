// A decision rests on the words it cites: over the whole sample history, without those words it
// is another one.
#include <algorithm>
#include <map>
#include <set>

#include <QTest>

#include "core/desk/sample.h"
#include "core/desk/temporary_workspace.h"
#include "core/desk/workbench.h"

using namespace foreword;

namespace {

using Cited = std::set<MessageKey>;

// A workspace with the sample in it, less some messages.
class SampleDesk {
public:
    explicit SampleDesk(const Cited& without)
    {
        auto definitions = loadBuiltInDefinitions();
        auto temporary = TemporaryWorkspace::create(SystemClock());
        auto sample = loadSample();
        if (!definitions || !temporary || !sample)
            qFatal("no sample");
        m_asOf = sample->asOf;
        std::erase_if(sample->records, [&](const Record& record) {
            const auto* message = std::get_if<MessageRecord>(&record);
            return message && without.contains({message->key.source, message->key.id});
        });
        m_temporary.emplace(std::move(*temporary));
        m_workbench.emplace(m_temporary->workspace(), *definitions, std::make_shared<FixedClock>(m_asOf));
        if (!m_workbench->takeSample(std::move(*sample)))
            qFatal("the sample is not taken");
    }

    // By "source:id" of a customer's first record, which no message changes.
    std::map<std::string, Decision> decisions()
    {
        const auto queue = m_workbench->queue(m_asOf, 200, {});
        if (!queue)
            qFatal("no queue");
        std::map<std::string, Decision> all;
        for (const auto& entry : *queue) {
            auto view = m_workbench->open(entry.person, {m_asOf, ConsentChannel::agent, {}}, {});
            if (!view)
                qFatal("cannot open");
            const auto first = std::ranges::min(view->profile.records);
            all.emplace(first.source + ":" + first.id, std::move(view->decision));
        }
        return all;
    }

private:
    std::optional<TemporaryWorkspace> m_temporary;
    std::optional<Workbench> m_workbench;
    Timestamp m_asOf;
};

bool restsOnWords(const Signal& signal)
{
    return !signal.evidence.empty() && std::ranges::all_of(signal.evidence, [](const Evidence& e) { return e.citation.has_value(); });
}

const Signal* find(const Decision& decision, const std::string& id)
{
    const auto found = std::ranges::find(decision.signals, id, &Signal::id);
    return found == decision.signals.end() ? nullptr : &*found;
}

bool onlyWords(const Decision& decision, const RuleMatch& rule)
{
    return !rule.signals.empty() && std::ranges::all_of(rule.signals, [&](const std::string& id) {
        const Signal* signal = find(decision, id);
        return signal && restsOnWords(*signal);
    });
}

// All that stands against the offer is the customer's words.
bool onlyWords(const Decision& decision, const OfferDecision& offer)
{
    return offer.reason && onlyWords(decision, *offer.reason)
        && std::ranges::all_of(offer.alsoMatched, [&](const RuleMatch& rule) { return onlyWords(decision, rule); });
}

} // namespace

class TestEvidence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_before = SampleDesk({}).decisions();
        for (const auto& [customer, decision] : m_before) {
            for (const Signal& signal : decision.signals) {
                for (const Evidence& evidence : signal.evidence) {
                    if (evidence.citation)
                        m_cited.insert(evidence.citation->message());
                }
            }
        }
        QVERIFY(m_cited.size() > 60);
        m_after = SampleDesk(m_cited).decisions();
        QCOMPARE(m_after.size(), m_before.size());
    }

    void withoutItsWordsNoSignal()
    {
        int signals = 0;
        for (const auto& [customer, decision] : m_before) {
            for (const Signal& signal : decision.signals) {
                if (!restsOnWords(signal))
                    continue;
                ++signals;
                const Signal* left = find(m_after.at(customer), signal.id);
                QVERIFY2(!left, qPrintable(QString::fromStdString(customer + " " + signal.id)));
            }
        }
        QVERIFY(signals > 60);
    }

    void withoutItsWordsAnotherDecision()
    {
        int flipped = 0;
        for (const auto& [customer, decision] : m_before) {
            for (const OfferDecision& offer : decision.offers) {
                if (!onlyWords(decision, offer))
                    continue;
                const auto& offers = m_after.at(customer).offers;
                const auto now = std::ranges::find(offers, offer.offer, &OfferDecision::offer);
                QVERIFY(now != offers.end());
                QVERIFY2(now->verdict < offer.verdict, qPrintable(QString::fromStdString(customer + " " + offer.name)));
                ++flipped;
            }
        }
        QVERIFY(flipped > 10);
    }

    void whatRestsOnFieldsStays()
    {
        for (const auto& [customer, decision] : m_before) {
            for (const char* id : {"breathing_space", "consent_not_shown", "lifecycle_not_ready", "contact_cap_reached"}) {
                if (find(decision, id))
                    QVERIFY2(find(m_after.at(customer), id), qPrintable(QString::fromStdString(customer) + u' ' + QLatin1String(id)));
            }
        }
    }

private:
    std::map<std::string, Decision> m_before, m_after;
    Cited m_cited;
};

QTEST_GUILESS_MAIN(TestEvidence)
#include "test_evidence.moc"
