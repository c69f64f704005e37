// What would change under another charter, counted by rule and by offer, where several rules
// change at once for the same customers.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <QTemporaryDir>
#include <QTest>

#include "core/base/error_catalog.h"
#include "core/base/resources.h"
#include "core/desk/identity_decisions.h"
#include "core/desk/temporary_workspace.h"
#include "core/desk/workbench.h"
#include "core/model/names.h"
#include "core/store/connection.h"
#include "core/store/tables.h"

using namespace foreword;

namespace {

const Timestamp noon = *Timestamp::parse("2026-11-09T12:00:00Z");

// Ada complains and has a fault, Ben complains, Cy has a fault, and with Dee nothing is wrong. Eve
// was promised a call within two working days on Wednesday, Fay was shown an offer by e-mail today.
constexpr const char* lines = R"({"type":"customer","source":"crm","id":"A","names":["Ada Example"]}
{"type":"customer","source":"crm","id":"B","names":["Ben Sample"]}
{"type":"customer","source":"crm","id":"C","names":["Cy Trial"]}
{"type":"customer","source":"crm","id":"D","names":["Dee Model"]}
{"type":"customer","source":"crm","id":"E","names":["Eve Pattern"]}
{"type":"customer","source":"crm","id":"F","names":["Fay Proof"]}
{"type":"offer","source":"marketing","id":"films","name":"Film pack","kind":"marketing"}
{"type":"offer","source":"marketing","id":"fibre","name":"Fibre 1000","kind":"upsell"}
{"type":"offer","source":"marketing","id":"lock","name":"Price lock","kind":"retention"}
{"type":"offer","source":"marketing","id":"help","name":"Home check","kind":"support"}
{"type":"interaction","source":"desk","id":"1","customer":{"source":"crm","id":"A"},"channel":"email","kind":"complaint","subject":"Bill","status":"open","opened_at":"2026-11-08T09:00:00Z"}
{"type":"interaction","source":"desk","id":"2","customer":{"source":"crm","id":"A"},"channel":"phone","kind":"fault","subject":"Line","status":"open","opened_at":"2026-11-06T09:00:00Z"}
{"type":"interaction","source":"desk","id":"3","customer":{"source":"crm","id":"B"},"channel":"email","kind":"complaint","subject":"Bill","status":"open","opened_at":"2026-11-08T09:00:00Z"}
{"type":"interaction","source":"desk","id":"4","customer":{"source":"crm","id":"C"},"channel":"phone","kind":"fault","subject":"Line","status":"open","opened_at":"2026-11-08T09:00:00Z"}
{"type":"interaction","source":"desk","id":"5","customer":{"source":"crm","id":"E"},"channel":"email","kind":"enquiry","subject":"Move","status":"open","opened_at":"2026-11-04T09:00:00Z"}
{"type":"message","source":"desk","interaction":"5","id":"5-1","sender":"agent","at":"2026-11-04T10:00:00Z","visibility":"public","text":"We will call you back within 2 working days."}
{"type":"event","source":"marketing","customer":{"source":"crm","id":"F"},"name":"offer_shown","at":"2026-11-09T08:00:00Z","data":{"offer":"help","channel":"email"}}
)";

std::string consents()
{
    std::string text;
    for (const char* id : {"A", "B", "C", "D", "E", "F"})
        text += std::string(R"({"type":"consent","source":"crm","customer":{"source":"crm","id":")") + id
            + R"("},"purpose":"marketing","channel":"any","status":"granted","basis":"opt_in","at":"2026-10-01T00:00:00Z"})" + "\n";
    return text;
}

// The shipped charter, with the first `from` after `where` another.
std::string changed(std::string text, std::string_view where, std::string_view from, std::string_view to)
{
    const auto at = text.find(from, text.find(where));
    if (at == std::string::npos)
        qFatal("it is not in the charter");
    return text.replace(at, from.size(), to);
}

Charter charterOf(const std::string& text, const Dictionary& dictionary)
{
    const CharterFile file{"mine.toml", text};
    auto charter = Charter::loadUntested(std::span(&file, 1), dictionary, {2026, 11, 9});
    if (!charter)
        qFatal("%s", englishMessage(charter.error().front()).c_str());
    return std::move(*charter);
}

using Counts = std::map<std::string, int>;

} // namespace

class TestPolicyDiff : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto workspace = TemporaryWorkspace::create(SystemClock());
        const auto definitions = loadBuiltInDefinitions();
        QVERIFY(workspace && definitions);
        m_workspace.emplace(std::move(*workspace));
        m_bench.emplace(m_workspace->workspace(), *definitions, std::make_shared<FixedClock>(noon));
        const std::filesystem::path file = std::filesystem::path(m_folder.path().toStdString()) / "in.jsonl";
        std::ofstream(file) << lines << consents();
        QVERIFY(m_bench->import({file}, {}, {}));
        m_shipped = *embeddedFile("charter.toml");
    }

    void oneRuleLoosenedAndOneTightened()
    {
        const auto text = changed(changed(m_shipped, "\"R-310\"", R"(["marketing", "upsell", "retention"])", R"(["marketing"])"),
                                  "\"R-430\"", "offer = \"hold\"", "offer = \"suppress\"");
        const auto difference = diff(m_shipped, text);
        QCOMPARE(difference.customers, 6);
        QCOMPARE(difference.byRule, (Counts{{"R-310", 4}, {"R-430", 6}}));
        QCOMPARE(difference.byOffer, (Counts{{"marketing:films", 2}, {"marketing:fibre", 3}, {"marketing:lock", 3}}));
        QCOMPARE(told(difference),
                 QStringLiteral("A films hold-suppress R-430 changed; A fibre hold-suppress R-310 removed R-430 changed; "
                                "A lock hold-suppress R-310 removed R-430 changed; B fibre hold-allow R-310 removed; "
                                "B lock hold-allow R-310 removed; C films hold-suppress R-430 changed; "
                                "C fibre hold-suppress R-430 changed; C lock hold-suppress R-430 changed"));
        // Backwards it is the mirror of it.
        const auto back = diff(text, m_shipped);
        QCOMPARE(back.byRule, difference.byRule);
        QCOMPARE(back.byOffer, difference.byOffer);
        QVERIFY(told(back).startsWith(u"A films suppress-hold R-430 changed; A fibre suppress-hold R-310 added R-430 changed; A lock"));
        QVERIFY(told(back).contains(u"B fibre allow-hold R-310 added"));
    }

    void theSameRulesInAnotherOrderChangeNothing()
    {
        const auto first = m_shipped.find("[[rule]]");
        const auto second = m_shipped.find("[[rule]]", first + 1);
        const auto end = m_shipped.find("[[rule]]", second + 1);
        const auto text = m_shipped.substr(0, first) + m_shipped.substr(second, end - second) + m_shipped.substr(first, second - first)
            + m_shipped.substr(end);
        QVERIFY(text != m_shipped);
        const auto difference = diff(m_shipped, text);
        QCOMPARE(difference.customers, 6);
        QVERIFY(difference.changed.empty());
        QVERIFY(difference.byRule.empty() && difference.byOffer.empty());
    }

    void aPostureAloneIsCountedByItsRule()
    {
        const auto text = changed(m_shipped, "\"R-430\"", "conversation = \"service_first\"", "conversation = \"escalate\"");
        const auto difference = diff(m_shipped, text);
        QCOMPARE(difference.changed.size(), std::size_t(2));
        QCOMPARE(difference.byRule, (Counts{{"R-430", 2}}));
        QVERIFY(difference.byOffer.empty());
        QCOMPARE(difference.changed.front().postureAfter, Posture::escalate);
    }

    void aLimitOfAChannelIsSeenInThatChannel()
    {
        const auto text = changed(m_shipped, "contact_caps", "email = 1", "email = 5");
        QVERIFY(diff(m_shipped, text).changed.empty());
        const auto difference = diff(m_shipped, text, ConsentChannel::email);
        QCOMPARE(difference.byRule, (Counts{{"R-520", 3}}));
        QCOMPARE(difference.changed.size(), std::size_t(1));
        QCOMPARE(difference.changed.front().customer.id, std::string("F"));
    }

    // With two holidays in between, the promise of Wednesday is not yet broken.
    void aPromiseIsDueByTheOtherCalendar()
    {
        const auto text = changed(m_shipped, "code = \"GB\"", "holidays = [", "holidays = [2026-11-05, 2026-11-06, ");
        const auto difference = diff(m_shipped, text);
        QCOMPARE(difference.changed.size(), std::size_t(1));
        QCOMPARE(difference.changed.front().customer.id, std::string("E"));
        QCOMPARE(difference.byRule.at("R-440"), 4); // three offers and the posture
        QVERIFY(diff(text, text).changed.empty());
    }

    // Last: afterwards there is one customer less.
    void linkedWhileItIsReplayed()
    {
        auto writer = m_workspace->workspace()->connect(Access::write);
        QVERIFY(writer);
        const auto persons = PersonTable(**writer).all();
        QVERIFY(persons && persons->size() == 6);
        const auto recordOf = [&](std::int64_t person) { return PersonTable(**writer).ofPerson(person)->front().record.key; };
        const auto difference = diff(m_shipped, m_shipped, ConsentChannel::agent, [&](int read) {
            if (read == 4)
                QVERIFY(
                    decideIdentity(**writer, {recordOf(persons->at(4))}, {recordOf(persons->at(5))}, IdentityVerdict::confirm, noon, {}));
        });
        QCOMPARE(difference.customers, 5);
    }

private:
    PolicyDifference diff(
        const std::string& before, const std::string& after, ConsentChannel channel = ConsentChannel::agent,
        const std::function<void(int)>& progress = [](int) {})
    {
        const Dictionary& words = m_bench->definitions().dictionary;
        auto difference = m_bench->replay(charterOf(before, words), charterOf(after, words), noon, channel, progress, {});
        if (!difference)
            qFatal("%s", englishMessage(difference.error()).c_str());
        return std::move(*difference);
    }

    // In the order of customers, offers as films, fibre, lock.
    static QString told(const PolicyDifference& difference)
    {
        QStringList all;
        auto customers = difference.changed;
        std::ranges::sort(customers, {}, &ChangedCustomer::customer);
        for (const auto& customer : customers) {
            for (const char* id : {"films", "fibre", "lock", "help"}) {
                const auto offer = std::ranges::find(customer.offers, RecordKey{"marketing", id}, &ChangedOffer::offer);
                if (offer == customer.offers.end())
                    continue;
                std::string text =
                    customer.customer.id + " " + id + " " + std::string(nameOf(offer->before)) + "-" + std::string(nameOf(offer->after));
                for (const RuleChange& change : offer->rules)
                    text += " " + change.rule + " " + std::string(nameOf(change.kind));
                all.append(QString::fromStdString(text));
            }
        }
        return all.join(u"; ");
    }

    QTemporaryDir m_folder;
    std::optional<TemporaryWorkspace> m_workspace;
    std::optional<Workbench> m_bench;
    std::string m_shipped;
};

QTEST_GUILESS_MAIN(TestPolicyDiff)
#include "test_policy_diff.moc"
