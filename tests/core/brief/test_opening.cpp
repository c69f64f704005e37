// What changed since our last answer, and the sentence to begin with: what they rest on, what
// they must never say, and that every word is one of the frames or of the cited words.
#include <set>

#include "core/brief/brief_maker.h"
#include "core/brief/opening_frames.h"
#include "core/brief/opening_line.h"
#include "core/brief/since_last.h"
#include "tests/core/annotate/reading.h"
#include "tests/core/text/words_of.h"

using namespace foreword;
using namespace foreword::test;

namespace {

const HistoryMessage& messageOf(const History& history, const Citation& citation)
{
    const auto found = std::ranges::find(history.messages, citation.message(), &HistoryMessage::messageKey);
    if (found == history.messages.end())
        qFatal("a citation of no message");
    return *found;
}

std::string quoted(const History& history, const Citation& citation)
{
    return std::string(citation.span().in(messageOf(history, citation).text));
}

// Every word of the frames, and the names of months; numbers are no words of a frame.
std::set<std::string> frameWords(const OpeningFrames& frames)
{
    std::set<std::string> words;
    const auto add = [&](std::string_view frame) { words.merge(wordsOf(frame)); };
    for (const auto frame :
         {frames.missed, frames.due, frames.wrote, frames.told, frames.asked, frames.heard, frames.today, frames.onDay, frames.onDayOfYear})
        add(frame);
    for (const auto month : frames.months)
        add(month);
    for (const char* place : {"day", "quote", "number", "month", "year"})
        words.erase(place);
    return words;
}

History talk(std::vector<Line> lines, Channel channel = Channel::email)
{
    History history;
    history.interactions.push_back(interaction("now", "2026-11-01T09:00:00+01:00"));
    history.interactions.back().channel = channel;
    history.messages = messages(std::move(lines));
    annotateAll(history.messages);
    return history;
}

std::optional<Statement> openingOf(const History& history, std::string_view now, const std::vector<Signal>& standing = {})
{
    return openingLine(history, makeBrief(history, time(now)), standing, time(now));
}

Signal signal(std::string id, Rank rank, const History& history, std::size_t message)
{
    Signal found;
    found.id = std::move(id);
    found.rank = rank;
    found.state = SignalState::suspected;
    const HistoryMessage& said = history.messages[message];
    Evidence evidence;
    evidence.citation = Citation::of(said.messageKey(), said.text, {0, static_cast<std::uint32_t>(said.text.size())});
    found.evidence = {evidence};
    return found;
}

void checkGrounded(const History& history, const Statement& opening)
{
    std::set<std::string> allowed;
    for (const Citation& citation : opening.citations()) {
        const HistoryMessage& said = messageOf(history, citation);
        allowed.merge(wordsOf(citation.span().in(said.text)));
        allowed.merge(frameWords(openingFrames(said.language)));
        allowed.insert(std::to_string(said.at.local().date.day));
        allowed.insert(std::to_string(said.at.local().date.year));
    }
    for (const auto& word : wordsOf(opening.text()))
        QVERIFY2(allowed.contains(word), (word + " in " + opening.text()).c_str());
}

} // namespace

class OpeningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatChanged()
    {
        History history = talk({{Sender::customer, "The line is dead since Monday.", "2026-11-02T09:00:00+01:00", 0},
                                {Sender::agent, "A technician will call you back by 5 November.", "2026-11-03T09:00:00+01:00", 0},
                                {Sender::agent, "Line card looks broken.", "2026-11-04T09:00:00+01:00", 0},
                                {Sender::customer, "Nobody called. The line is still dead.", "2026-11-07T09:00:00+01:00", 0},
                                {Sender::customer, "Are you there?", "2026-11-08T09:00:00+01:00", 0}});
        history.messages[2].visibility = Visibility::internal;
        const auto now = time("2026-11-09T09:00:00+01:00");
        const auto since = sinceLastAnswer(history, makeBrief(history, now), now);
        QVERIFY(since.has_value());
        QCOMPARE(since->answered, history.messages[1].at);
        QCOMPARE(since->news.size(), std::size_t(3));
        QCOMPARE(since->news[0].kind, NewsKind::promiseMissed);
        QVERIFY(quoted(history, since->news[0].citations.front()).find("call you back") != std::string::npos);
        QCOMPARE(since->news[1].kind, NewsKind::noted);
        QCOMPARE(since->news[2].kind, NewsKind::wrote);
        QCOMPARE(since->news[2].citations.size(), std::size_t(2));
        // As it stood before the customer wrote again.
        const auto before = time("2026-11-04T12:00:00+01:00");
        const auto then = sinceLastAnswer(history, makeBrief(history, before), before);
        QVERIFY(then && then->news.size() == 1 && then->news[0].kind == NewsKind::noted);
    }

    void tellsOfAPromiseThatWasKept()
    {
        const History history = talk({{Sender::agent, "I will send you the invoice by 5 November.", "2026-11-03T09:00:00+01:00", 0},
                                      {Sender::agent, "I have sent you the invoice.", "2026-11-04T09:00:00+01:00", 0},
                                      {Sender::customer, "Got it.", "2026-11-04T10:00:00+01:00", 0}});
        const auto now = time("2026-11-05T09:00:00+01:00");
        Brief brief = makeBrief(history, now);
        // Fulfilled by the last answer itself: no news.
        auto since = sinceLastAnswer(history, brief, now);
        QVERIFY(since && since->news.size() == 1 && since->news[0].kind == NewsKind::wrote);
        const HistoryMessage& later = history.messages[2];
        QVERIFY(!brief.promised.empty());
        brief.promised[0].status = PromiseStatus::kept;
        brief.promised[0].statement.cite(*Citation::of(later.messageKey(), later.text, {0, 3}));
        since = sinceLastAnswer(history, brief, now);
        QVERIFY(since && since->news.size() == 2 && since->news[0].kind == NewsKind::promiseKept);
    }

    void saysNothingWithoutNews()
    {
        const auto now = time("2026-11-09T09:00:00+01:00");
        const History unanswered = talk({{Sender::customer, "Hello, the line is dead.", "2026-11-02T09:00:00+01:00", 0}});
        QVERIFY(!sinceLastAnswer(unanswered, makeBrief(unanswered, now), now));
        const History answered = talk({{Sender::customer, "The line is dead.", "2026-11-02T09:00:00+01:00", 0},
                                       {Sender::agent, "We are looking.", "2026-11-03T09:00:00+01:00", 0}});
        QVERIFY(!sinceLastAnswer(answered, makeBrief(answered, now), now));
        QVERIFY(!sinceLastAnswer({}, {}, now));
    }

    void opensWithWhatIsOwed_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("begins");
        QTest::addColumn<QString>("ends");
        QTest::newRow("English") << "We will call you back by 5 November about the credit." << "en" << "On 3 November we promised you: “"
                                 << "” I cannot see here that it was done. Is that right?";
        QTest::newRow("German") << "Wir rufen Sie bis zum 5. November zurück." << "de" << "Am 3. November haben wir Ihnen zugesagt: „"
                                << "“ Ich sehe hier nicht, dass es erledigt wurde. Stimmt das?";
        QTest::newRow("Spanish") << "Le llamaremos antes del 5 de noviembre." << "es" << "El 3 de noviembre le prometimos: «"
                                 << "» Aquí no veo que se haya hecho. ¿Es así?";
        QTest::newRow("French") << "Nous vous rappellerons avant le 5 novembre." << "fr"
                                << "Le 3 novembre, nous vous avons promis : « "
                                << " » Je ne vois pas ici que cela a été fait. Est-ce exact ?";
        QTest::newRow("unknown") << "We will call you back by 5 November." << "" << "On 3 November we promised you: “"
                                 << "Is that right?";
    }

    void opensWithWhatIsOwed()
    {
        QFETCH(QString, said);
        QFETCH(QString, language);
        QFETCH(QString, begins);
        QFETCH(QString, ends);
        History history = talk({{Sender::agent, said.toStdString(), "2026-11-03T09:00:00+01:00", 0}});
        history.messages[0].language = language.toStdString();
        Brief brief;
        const auto whole = Citation::of(history.messages[0].messageKey(), history.messages[0].text,
                                        {0, static_cast<std::uint32_t>(history.messages[0].text.size())});
        brief.promised = {{{said.toStdString(), *whole}, PromiseStatus::missed, time("2026-11-05T23:59:59+01:00"), {}}};
        const auto opening = openingLine(history, brief, {}, time("2026-11-09T09:00:00+01:00"));
        QVERIFY(opening.has_value());
        const QString text = QString::fromStdString(opening->text());
        QVERIFY2(text.startsWith(begins) && text.endsWith(ends), qPrintable(text));
        QVERIFY(text.contains(said.chopped(1)));
        checkGrounded(history, *opening);
        // Nobody waits for it any more after a month.
        QVERIFY(!openingLine(history, brief, {}, time("2026-12-06T09:00:00+01:00")));
    }

    void opensWithWhatIsDueToday()
    {
        const History history = talk({{Sender::agent, "I will call you back by 9 November.", "2026-11-03T09:00:00+01:00", 0}});
        const auto opening = openingOf(history, "2026-11-09T09:00:00+01:00");
        QVERIFY(opening && opening->text().ends_with("I am looking into that now."));
        checkGrounded(history, *opening);
        // Tomorrow it is due, today there is nothing to say about it.
        QVERIFY(!openingOf(history, "2026-11-08T09:00:00+01:00"));
    }

    void opensWithWhatWasSaid()
    {
        const History wrote = talk({{Sender::customer, "The line is dead since Monday.", "2026-11-02T09:00:00+01:00", 0}});
        auto opening = openingOf(wrote, "2026-11-09T09:00:00+01:00");
        QVERIFY(opening.has_value());
        QCOMPARE(opening->text(),
                 std::string("On 2 November you wrote to us: “The line is dead since Monday.” I have that in front of me."));
        checkGrounded(wrote, *opening);
        opening = openingOf(wrote, "2026-11-02T10:00:00+01:00");
        QVERIFY(opening && opening->text().starts_with("Today you wrote to us: “The line"));
        opening = openingOf(wrote, "2027-01-02T10:00:00+01:00");
        QVERIFY(opening && opening->text().starts_with("On 2 November 2026 you wrote"));

        const History told = talk({{Sender::customer, "The line is dead since Monday.", "2026-11-02T09:00:00+01:00", 0}}, Channel::phone);
        opening = openingOf(told, "2026-11-09T09:00:00+01:00");
        QVERIFY(opening && opening->text().starts_with("On 2 November you told us: “"));
        const History asked = talk({{Sender::customer, "When does the technician come?", "2026-11-02T09:00:00+01:00", 0}});
        opening = openingOf(asked, "2026-11-09T09:00:00+01:00");
        QVERIFY(opening && opening->text().ends_with("come?” Let me answer that."));
    }

    void theWordsOfACustomerAreNoFrame()
    {
        const History history =
            talk({{Sender::customer, "The page shows {day} and {month} instead of a date.", "2026-11-02T09:00:00+01:00", 0}});
        const auto opening = openingOf(history, "2026-11-09T09:00:00+01:00");
        QVERIFY(opening && opening->text().find("“The page shows {day} and {month} instead of a date.”") != std::string::npos);
    }

    void doesNotReadOutGriefOrIllness()
    {
        const History history =
            talk({{Sender::customer, "My husband died last week and the contract is in his name.", "2026-11-02T09:00:00+01:00", 0}});
        for (const char* id : {"bereavement", "account_holder_deceased", "health_vulnerability", "financial_hardship"}) {
            const auto opening = openingOf(history, "2026-11-09T09:00:00+01:00", {signal(id, Rank::p3, history, 0)});
            QVERIFY(opening.has_value());
            QCOMPARE(opening->text(), std::string("I have read what you told us. You do not have to explain it again."));
            checkGrounded(history, *opening);
        }
    }

    void isSilentWhereItCouldHarm()
    {
        const History history = talk({{Sender::customer, "The line is dead since Monday.", "2026-11-02T09:00:00+01:00", 0}});
        const std::pair<const char*, Rank> cases[] = {{"self_harm_risk", Rank::p0},
                                                      {"immediate_danger", Rank::p0},
                                                      {"identity_conflict", Rank::p2},
                                                      {"third_party_speaker", Rank::p2},
                                                      {"fraud_or_takeover", Rank::p3}};
        for (const auto& [id, rank] : cases)
            QVERIFY2(!openingOf(history, "2026-11-09T09:00:00+01:00", {signal(id, rank, history, 0)}), id);
    }

    void saysNothingOfWhatIsClosed()
    {
        History history = talk({{Sender::customer, "The line is dead since Monday.", "2026-11-02T09:00:00+01:00", 0}});
        history.interactions[0].status = InteractionStatus::closed;
        history.interactions[0].closedAt = time("2026-11-03T09:00:00+01:00");
        QVERIFY(!openingOf(history, "2026-11-09T09:00:00+01:00"));
        QVERIFY(!openingLine({}, {}, {}, time("2026-11-09T09:00:00+01:00")));
    }

    void quotesNoNoteForColleagues()
    {
        History history = talk({{Sender::agent, "I will call you back by 5 November.", "2026-11-03T09:00:00+01:00", 0}});
        const Timestamp now = time("2026-11-09T09:00:00+01:00");
        // The brief leaves out what notes promise; should it ever tell, nobody reads that to a customer.
        const Brief brief = makeBrief(history, now);
        QVERIFY(openingLine(history, brief, {}, now));
        history.messages[0].visibility = Visibility::internal;
        QVERIFY(!openingLine(history, brief, {}, now));
    }

    // Due at the end of the customer's day, while it is the next day already where it is read.
    void dueTodayWhereTheCustomerIs()
    {
        History history = talk({{Sender::agent, "I will call you back by 5 November.", "2026-11-03T09:00:00-05:00", 0}});
        const auto opening = openingOf(history, "2026-11-06T01:00:00+00:00");
        QVERIFY(opening.has_value());
        QVERIFY2(opening->text().ends_with("I am looking into that now."), opening->text().c_str());
    }

    // Today is that of whoever reads.
    void saysTodayByTheReadersClock()
    {
        History history = talk({{Sender::customer, "The line is still dead and nobody called me back.", "2026-11-05T23:30:00+00:00", 0}});
        const auto opening = openingOf(history, "2026-11-06T09:00:00+01:00");
        QVERIFY(opening.has_value());
        QVERIFY2(opening->text().starts_with("Today"), opening->text().c_str());
    }
};

QTEST_APPLESS_MAIN(OpeningTest)
#include "test_opening.moc"
