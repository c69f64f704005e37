// What stands around a charter: choosing one, replaying history under another, a conversation as
// it happens, and practice beside the rules. On the sample history.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <QTemporaryDir>
#include <QTest>

#include "core/base/error_catalog.h"
#include "core/base/resources.h"
#include "core/desk/charter_choice.h"
#include "core/desk/sample.h"
#include "core/desk/temporary_workspace.h"
#include "core/desk/workbench.h"
#include "core/policy/decider.h"

using namespace foreword;

namespace {

constexpr CivilDate today{2026, 11, 9};

const Definitions& definitions()
{
    static const auto loaded = loadBuiltInDefinitions();
    if (!loaded)
        qFatal("%s", englishMessage(loaded.error().front()).c_str());
    return **loaded;
}

void write(const std::string& path, const std::string& text)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
}

std::string packText(const std::string& days)
{
    return "extends = \"default\"\nversion = \"mine.1\"\nowner = \"Us\"\n[[rule]]\nid = \"OURS\"\ntitle = \"Ours\"\nrank = \"P4\"\n"
           "when = { all = [\"human_requested\", \"lifecycle_not_ready\"] }\noffer = \"hold\"\nuntil = { days = "
        + days
        + " }\nsay = \"Ours.\"\n"
          "[[test]]\nname = \"ours\"\nrule = \"OURS\"\nsignals = { human_requested = \"suspected\", lifecycle_not_ready = \"confirmed\" }\nkind = \"marketing\"\n"
          "expect = { offer = \"hold\", conversation = \"escalate\" }\n";
}

LiveConversation conversation(History history = {})
{
    OfferRecord offer;
    offer.key = {"marketing", "gold"};
    offer.name = "Gold plan";
    ConsentRecord consent;
    consent.purpose = "marketing";
    consent.status = ConsentStatus::granted;
    consent.basis = ConsentBasis::optIn;
    consent.at = *Timestamp::parse("2026-01-01T00:00:00Z");
    history.consents = {consent};
    return LiveConversation(definitions(), std::move(history), {offer}, ConsentChannel::agent, *Timestamp::parse("2026-11-09T09:00:00Z"));
}

const Timestamp noon = *Timestamp::parse("2026-11-09T12:00:00Z");

} // namespace

class TestPolicyTools : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void packsByName()
    {
        const auto telecom = loadCharter({"eu-telecom"}, definitions().dictionary, today);
        QVERIFY(telecom);
        QCOMPARE(telecom->settings().complaintLimits.size(), std::size_t(2));
        const auto both = loadCharter({"uk-financial", "eu-telecom"}, definitions().dictionary, today);
        QVERIFY(both);
        QVERIFY(both->rules().size() > telecom->rules().size());
        const auto none = loadCharter({"/nowhere/charter.toml"}, definitions().dictionary, today);
        QVERIFY(!none);
        QCOMPARE(none.error().front().code, ErrorCode::file_not_found);
    }

    void lastGoodCharterStaysInForce()
    {
        const QTemporaryDir folder;
        const std::filesystem::path workspace = folder.path().toStdString();
        const std::string file = (workspace / "ours.toml").string();
        const auto inForce = [&] { return charterOf(workspace, definitions().dictionary); };
        QCOMPARE(inForce()->charter.hash(), definitions().charter.hash());

        write(file, packText("3"));
        QVERIFY(chooseCharter(workspace, {file}, definitions().dictionary, today));
        const auto chosen = inForce();
        QVERIFY(chosen && chosen->refused.empty());
        QVERIFY(std::ranges::find(chosen->charter.rules(), "OURS", &Rule::id) != chosen->charter.rules().end());

        write(file, packText("\"many\""));
        const auto after = inForce();
        QVERIFY(after);
        QCOMPARE(after->charter.hash(), chosen->charter.hash());
        QCOMPARE(after->refused.size(), std::size_t(1));
        QCOMPARE(after->refused.front().param("file"), std::string_view(file));
        const auto refusal = refusalOf(**loadDefinitions({{}, workspace, today}));
        QVERIFY(refusal);
        QCOMPARE(refusal->param("where"), std::string_view("ours.toml:10"));
        QCOMPARE(refusal->param("version"), std::string_view(chosen->charter.version()));
        // And it cannot be chosen again like this.
        QVERIFY(!chooseCharter(workspace, {file}, definitions().dictionary, today));

        std::filesystem::remove(file);
        QCOMPARE(inForce()->charter.hash(), chosen->charter.hash());
        QVERIFY(!inForce()->refused.empty());

        write(file, packText("4"));
        const auto mended = inForce();
        QVERIFY(mended->refused.empty());
        QVERIFY(mended->charter.hash() != chosen->charter.hash());
        std::filesystem::remove(file);
        QCOMPARE(inForce()->charter.hash(), mended->charter.hash());
        QVERIFY(chooseCharter(workspace, {"default"}, definitions().dictionary, today));
        QCOMPARE(inForce()->charter.hash(), definitions().charter.hash());
    }

    // A choice that cannot be read is no choice, and is told; the file's own name is enough to find it.
    void aBrokenChoiceIsTold()
    {
        const QTemporaryDir folder;
        const std::filesystem::path workspace = folder.path().toStdString();
        for (const char* text : {"{", "[]", "{\"names\":[\"default\"]}", "{\"names\":[],\"good\":[[1,2]]}"}) {
            write((workspace / "charter.json").string(), text);
            const auto inForce = charterOf(workspace, definitions().dictionary);
            QVERIFY(inForce);
            QCOMPARE(inForce->charter.hash(), definitions().charter.hash());
            QCOMPARE(inForce->refused.size(), std::size_t(1));
            QCOMPARE(inForce->refused.front().code, ErrorCode::file_unreadable);
            const auto loaded = loadDefinitions({{}, workspace, today});
            QVERIFY(loaded);
            const auto refusal = refusalOf(**loaded);
            QVERIFY(refusal);
            QCOMPARE(refusal->code, ErrorCode::charter_refused);
            QCOMPARE(refusal->param("where"), std::string_view("charter.json"));
        }
        QVERIFY(!refusalOf(definitions()));
    }

    void aFolderIsNoCharter()
    {
        const QTemporaryDir folder;
        const auto read = loadCharter({folder.path().toStdString()}, definitions().dictionary, today);
        QVERIFY(!read);
        QCOMPARE(read.error().size(), std::size_t(1));
        QCOMPARE(read.error().front().code, ErrorCode::file_unreadable);
        write(folder.filePath(QStringLiteral("long.toml")).toStdString(), std::string(300 * 1024, '#'));
        const auto tooLong = loadCharter({folder.filePath(QStringLiteral("long.toml")).toStdString()}, definitions().dictionary, today);
        QVERIFY(!tooLong);
        QCOMPARE(tooLong.error().front().code, ErrorCode::toml_syntax);
    }

    void liveAnnouncesWhatRisesAndWhyItFalls()
    {
        auto talk = conversation();
        auto step =
            talk.take(R"({"id":"1","sender":"customer","at":"2026-11-09T10:00:00Z","text":"Hello, what does the Gold plan cost?"})", noon);
        QVERIFY(step);
        QVERIFY(!step->change);
        QCOMPARE(step->decision.offers.front().verdict, Verdict::allow);
        step = talk.take(R"({"id":"2","sender":"customer","at":"2026-11-09T10:01:00Z","text":"This is appalling service."})", noon);
        QVERIFY(step && step->change);
        QCOMPARE(step->change->after, Posture::serviceFirst);
        QCOMPARE(step->change->rule.rule, std::string("R-310"));
        QCOMPARE(step->decision.offers.front().verdict, Verdict::hold);
        step = talk.take(R"({"id":"3","sender":"agent","at":"2026-11-09T10:02:00Z","text":"I am sorry."})", noon);
        QVERIFY(step && !step->change);
        step = talk.take(
            R"({"type":"event","source":"desk","name":"signal_closed","at":"2026-11-09T10:03:00Z","data":{"signal":"open_complaint"}})",
            noon);
        QVERIFY(step && step->change);
        QCOMPARE(step->change->after, Posture::normal);
        QVERIFY(step->change->ended);
        QCOMPARE(step->change->ended->name, std::string("signal_closed"));
        QCOMPARE(step->decision.offers.front().verdict, Verdict::allow);
    }

    void liveEqualsTheWhole()
    {
        auto talk = conversation();
        std::string last;
        for (const auto* text : {"Hello.", "This is appalling service.", "My card is 4111 1111 1111 1111"}) {
            const auto step = talk.take(std::string(R"({"sender":"customer","at":"2026-11-09T10:00:00Z","text":")") + text + "\"}", noon);
            QVERIFY(step);
            last = canonicalDecision(step->decision);
        }
        QVERIFY(last.find("4111") == std::string::npos);
        QVERIFY(last.find("card_data_in_text") != std::string::npos);
    }

    void liveRefusesWhatItCannotRead()
    {
        auto talk = conversation();
        QCOMPARE(talk.take("{", noon).error().code, ErrorCode::bad_json);
        QCOMPARE(talk.take("[]", noon).error().code, ErrorCode::not_an_object);
        QVERIFY(!talk.take(R"({"sender":"nobody","text":"x"})", noon));
        QVERIFY(!talk.take(R"({"type":"offer","source":"m","id":"1","name":"x","kind":"upsell"})", noon));
    }

    void pitchAgainstARuleIsAGap()
    {
        History history;
        InteractionRecord complaint;
        complaint.key = {"helpdesk", "7"};
        complaint.kind = InteractionKind::complaint;
        complaint.openedAt = *Timestamp::parse("2026-11-01T10:00:00Z");
        history.interactions = {complaint};
        CustomerRecord customer;
        customer.key = {"crm", "1"};
        history.records = {customer};
        ConsentRecord consent;
        consent.purpose = "marketing";
        consent.status = ConsentStatus::granted;
        consent.basis = ConsentBasis::optIn;
        consent.at = *Timestamp::parse("2026-01-01T00:00:00Z");
        history.consents = {consent};
        HistoryMessage message;
        message.key = {"helpdesk", "9"};
        message.sender = Sender::agent;
        message.at = *Timestamp::parse("2026-11-02T10:00:00Z");
        message.text = "By the way, have you seen our gold plan?";
        message.language = "en";
        history.messages = {message};
        OfferRecord offer;
        offer.key = {"marketing", "gold"};
        offer.name = "Gold Plan";
        offer.kind = OfferKind::upsell;
        const auto gaps = practiceGaps(definitions(), history, {offer}, noon);
        QCOMPARE(gaps.size(), std::size_t(1));
        const auto& details = gaps.front().details;
        const auto detail = [&](std::string_view key) {
            return std::ranges::find(details, key, &std::pair<std::string, std::string>::first)->second;
        };
        QCOMPARE(detail("rule"), std::string("R-310"));
        QCOMPARE(detail("quote"), std::string("gold plan"));
        QCOMPARE(detail("during_complaint"), std::string("yes"));
        // Nor is what the mail only quotes, and what the customer asked for.
        const std::string said = history.messages.front().text;
        history.messages.front().text = "Thank you, all is well again.\n\n> Have you seen our gold plan?\n";
        QVERIFY(practiceGaps(definitions(), history, {offer}, noon).empty());
        history.messages.front().text = said;
        HistoryMessage question = message;
        question.key = {"helpdesk", "8"};
        question.sender = Sender::customer;
        question.at = *Timestamp::parse("2026-11-02T09:00:00Z");
        question.text = "What is in the gold plan?";
        history.messages.insert(history.messages.begin(), question);
        QVERIFY(practiceGaps(definitions(), history, {offer}, noon).empty());
        history.messages.front().text = "What is in the silver plan?";
        QCOMPARE(practiceGaps(definitions(), history, {offer}, noon).size(), std::size_t(1));
        history.messages.erase(history.messages.begin());
        // Help is no pitch, the customer's own question neither, and nothing held it before.
        offer.kind = OfferKind::support;
        QVERIFY(practiceGaps(definitions(), history, {offer}, noon).empty());
        offer.kind = OfferKind::upsell;
        history.messages.front().sender = Sender::customer;
        QVERIFY(practiceGaps(definitions(), history, {offer}, noon).empty());
        history.messages.front().sender = Sender::agent;
        history.interactions.front().openedAt = *Timestamp::parse("2026-11-03T10:00:00Z");
        QVERIFY(practiceGaps(definitions(), history, {offer}, noon).empty());
    }

    // A record says how things are now; whether an agent could know it then is another matter.
    void whatWasLearnedLaterIsNoReason()
    {
        History history;
        CustomerRecord customer;
        customer.key = {"crm", "1"};
        customer.names = {"Ada Example"};
        customer.attributes = {{"lifecycle", "onboarding"}};
        customer.updatedAt = *Timestamp::parse("2026-10-01T02:00:00Z");
        history.records = {customer};
        ConsentRecord consent;
        consent.purpose = "marketing";
        consent.status = ConsentStatus::granted;
        consent.basis = ConsentBasis::optIn;
        consent.at = *Timestamp::parse("2026-01-01T00:00:00Z");
        history.consents = {consent};
        EventRecord shown;
        shown.source = "marketing";
        shown.name = "offer_shown";
        shown.at = *Timestamp::parse("2026-11-02T10:00:00Z");
        shown.data = R"({"channel":"email","offer":"gold"})";
        history.events = {shown};
        OfferRecord offer;
        offer.key = {"marketing", "gold"};
        offer.name = "Gold Plan";
        offer.kind = OfferKind::upsell;
        QCOMPARE(practiceGaps(definitions(), history, {offer}, noon).size(), std::size_t(1));
        history.records.front().updatedAt = *Timestamp::parse("2026-11-03T02:00:00Z");
        QVERIFY(practiceGaps(definitions(), history, {offer}, noon).empty());
        // Somebody else's number on the record, likewise.
        history.records.front().attributes.clear();
        history.shared = {{"phone", "+441632960001", {"crm", "2"}, {"Ben Sample"}, {}, 2, "Ben Sample"}};
        QVERIFY(practiceGaps(definitions(), history, {offer}, noon).empty());
        history.records.front().updatedAt = *Timestamp::parse("2026-10-01T02:00:00Z");
        QCOMPARE(practiceGaps(definitions(), history, {offer}, noon).size(), std::size_t(1));
    }

    void replayListsWhatChanges()
    {
        auto sample = loadSample();
        QVERIFY(sample);
        const auto asOf = sample->asOf;
        auto temporary = TemporaryWorkspace::create(SystemClock());
        QVERIFY(temporary);
        Workbench workbench(temporary->workspace(), *loadBuiltInDefinitions(), std::make_shared<FixedClock>(asOf));
        QVERIFY(workbench.takeSample(std::move(*sample)));
        const auto& charter = workbench.definitions().charter;
        const auto quiet = [](int) {};
        const auto same = workbench.replay(charter, charter, asOf, ConsentChannel::agent, quiet, {});
        QVERIFY(same);
        QCOMPARE(same->customers, 61);
        QVERIFY(same->changed.empty());

        // Without the rule for open complaints some offers come free, and only because of it.
        std::string text(*embeddedFile("charter.toml"));
        for (std::size_t at = text.find("kinds = [\"marketing\", \"upsell\", \"retention\"]", text.find("R-310"));
             at != std::string::npos;) {
            text.replace(at, std::string("kinds = [\"marketing\", \"upsell\", \"retention\"]").size(), "kinds = [\"support\"]");
            break;
        }
        const CharterFile file{"changed.toml", text};
        const auto changed = Charter::loadUntested(std::span(&file, 1), workbench.definitions().dictionary, today);
        QVERIFY(changed);
        const auto difference = workbench.replay(charter, *changed, asOf, ConsentChannel::agent, quiet, {});
        QVERIFY(difference);
        QVERIFY(!difference->changed.empty());
        QVERIFY(difference->byRule.contains("R-310"));
        int counted = 0;
        for (const auto& one : difference->changed) {
            QCOMPARE(one.postureBefore, one.postureAfter);
            for (const auto& offer : one.offers) {
                QVERIFY(offer.before != offer.after || offer.endBefore != offer.endAfter);
                QVERIFY(std::ranges::find(offer.rules, std::string("R-310"), &RuleChange::rule) != offer.rules.end());
                ++counted;
            }
        }
        int byOffer = 0;
        for (const auto& [offer, times] : difference->byOffer)
            byOffer += times;
        QCOMPARE(counted, byOffer);

        const auto health = workbench.health(asOf, quiet, {});
        QVERIFY(health);
        QCOMPARE(health->customers, 61);
        QCOMPARE(health->goals.size(), charter.goals().size());
        QVERIFY(std::ranges::any_of(health->findings, [](const HealthFinding& finding) { return finding.code == "birth_dates_differ"; }));
        for (const auto& finding : health->findings)
            QVERIFY2(!finding.owner.empty(), finding.code.c_str());
    }
};

QTEST_GUILESS_MAIN(TestPolicyTools)
#include "test_policy_tools.moc"
