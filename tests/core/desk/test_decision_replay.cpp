// The same facts give the same decision, byte by byte, through a whole
// workspace: whatever the order in which they came, under German number
// formats, and whatever a customer is worth. Over the sample history.
#include <algorithm>
#include <map>
#include <random>

#include <QTest>

#include "core/desk/intake.h"
#include "core/desk/sample.h"
#include "core/desk/temporary_workspace.h"
#include "core/desk/workbench.h"
#include "core/policy/decider.h"
#include "core/store/connection.h"
#include "tests/german.h"

using namespace foreword;

namespace {

using Parts = std::vector<std::vector<Record>>;

struct Read {
    std::map<std::string, std::string> bytes; // of each customer's decision
    std::map<MessageKey, std::string> languages;
    std::map<std::string, Decision> decisions;
    std::map<MessageKey, std::string> texts;
};

// The sample as a workspace tells of it, its records changed first and given to it in parts, each
// an import of its own.
template <class Change>
Read readSample(Change change)
{
    const auto definitions = loadBuiltInDefinitions();
    auto temporary = TemporaryWorkspace::create(SystemClock());
    auto sample = loadSample();
    if (!definitions || !temporary || !sample)
        qFatal("no sample");
    const Timestamp asOf = sample->asOf;
    Parts parts{std::move(sample->records)};
    change(parts);
    const auto writer = temporary->workspace()->connect(Access::write);
    for (auto& part : parts) {
        if (!writer || !Intake(**writer, **definitions).take(std::move(part)))
            qFatal("the sample is not taken");
    }
    Workbench bench(temporary->workspace(), *definitions, std::make_shared<FixedClock>(asOf));
    const auto queue = bench.queue(asOf, 200, {});
    if (!queue)
        qFatal("no queue");
    Read read;
    for (const auto& entry : *queue) {
        auto view = bench.open(entry.person, {asOf, ConsentChannel::agent, {}}, {});
        if (!view)
            qFatal("cannot open");
        const RecordKey first = std::ranges::min(view->profile.records);
        const auto customer = first.source + ":" + first.id;
        read.bytes.emplace(customer, canonicalDecision(view->decision));
        read.decisions.emplace(customer, std::move(view->decision));
        for (const auto& message : view->history.messages) {
            read.texts.emplace(message.messageKey(), message.text);
            read.languages.emplace(message.messageKey(), message.language);
        }
    }
    return read;
}

// Where two texts part, with a little around it.
std::string difference(const std::string& was, const std::string& is)
{
    const auto parting = std::ranges::mismatch(was, is).in1 - was.begin();
    const auto from = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, parting - 200));
    return was.substr(from, 300) + "\n  became\n" + is.substr(std::min(from, is.size()), 300);
}

// Cut anywhere, so that most conversations come in several.
Parts inParts(std::vector<Record> records, std::mt19937& random, std::size_t most)
{
    Parts parts;
    std::size_t left = 0;
    for (Record& record : records) {
        if (left == 0) {
            parts.emplace_back();
            left = std::uniform_int_distribution<std::size_t>(1, most)(random);
        }
        parts.back().push_back(std::move(record));
        --left;
    }
    return parts;
}

void compare(const Read& read, const Read& expected)
{
    for (const auto& [message, language] : expected.languages) {
        const auto now = read.languages.find(message);
        QVERIFY(now != read.languages.end());
        QVERIFY2(now->second == language, (message.id + " is " + now->second + " and was " + language).c_str());
    }
    QCOMPARE(read.bytes.size(), expected.bytes.size());
    int other = 0;
    for (const auto& [customer, bytes] : expected.bytes) {
        QVERIFY2(read.bytes.contains(customer), customer.c_str());
        if (const auto& now = read.bytes.at(customer); now != bytes) {
            qWarning("%s decides otherwise: %s", customer.c_str(), difference(bytes, now).c_str());
            ++other;
        }
    }
    QCOMPARE(other, 0);
}

} // namespace

class TestDecisionReplay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_plain = readSample([](Parts&) {});
        QVERIFY(m_plain.bytes.size() >= 60);
    }

    void everyQuoteIsItsWords()
    {
        int quotes = 0;
        for (const auto& [customer, decision] : m_plain.decisions) {
            for (const Signal& signal : decision.signals) {
                for (const Evidence& evidence : signal.evidence) {
                    if (!evidence.citation)
                        continue;
                    ++quotes;
                    const auto text = m_plain.texts.find(evidence.citation->message());
                    QVERIFY2(text != m_plain.texts.end(), (customer + " " + signal.id).c_str());
                    const Span span = evidence.citation->span();
                    QVERIFY(span.start < span.end && span.end <= text->second.size());
                    QVERIFY2(span.in(text->second) == evidence.quote, (customer + " " + evidence.quote).c_str());
                }
            }
        }
        QVERIFY(quotes > 100);
    }

    void orderOfArrivalAndLocaleNeverMatter()
    {
        const test::InGerman german;
        const auto read = readSample([](Parts& parts) {
            std::mt19937 random(3);
            std::ranges::shuffle(parts.front(), random);
        });
        compare(read, m_plain);
    }

    // What a short message is written in is told by others, which may come later.
    void howManyImportsNeverMatters()
    {
        const auto read = readSample([](Parts& parts) {
            std::mt19937 random(11);
            parts = inParts(std::move(parts.front()), random, 150);
        });
        compare(read, m_plain);
        const auto shuffled = readSample([](Parts& parts) {
            std::mt19937 random(12);
            std::ranges::shuffle(parts.front(), random);
            parts = inParts(std::move(parts.front()), random, 150);
        });
        compare(shuffled, m_plain);
    }

    void valueTierNeverGates()
    {
        int swapped = 0;
        const auto read = readSample([&](Parts& parts) {
            for (Record& record : parts.front()) {
                auto* customer = std::get_if<CustomerRecord>(&record);
                const auto tier = customer ? customer->attributes.find("value_tier") : decltype(customer->attributes.end())();
                if (!customer || tier == customer->attributes.end())
                    continue;
                tier->second = tier->second == "gold" ? "bronze" : "gold";
                ++swapped;
            }
        });
        QVERIFY(swapped > 40);
        compare(read, m_plain);
    }

private:
    Read m_plain;
};

QTEST_GUILESS_MAIN(TestDecisionReplay)
#include "test_decision_replay.moc"
