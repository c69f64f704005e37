// Sentences, dates and the way between UTF-8 and UTF-16.
#include <QtTest>

#include "core/base/error_catalog.h"
#include "story.h"
#include "ui/models/citation_index.h"
#include "ui/text/brief_text.h"
#include "ui/text/note_text.h"
#include "ui/text/error_text.h"
#include "ui/text/consent_text.h"
#include "ui/text/profile_text.h"
#include "ui/text/status_text.h"
#include "ui/text/strings.h"
#include "ui/text/translation.h"

using namespace foreword;

class TextTest : public QObject {
    Q_OBJECT

private:
    const QLocale m_british{QLocale::English, QLocale::UnitedKingdom};
    Wording words(const QLocale& locale) const { return {locale, Wording::Zone::asWritten, story::now()}; }
    Wording words() const { return words(m_british); }

private Q_SLOTS:
    void initTestCase() { loadTranslations(*qApp, m_british); }

    void convertsSpans_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("ascii") << QByteArray("nobody came") << QByteArray("came");
        QTest::newRow("umlauts") << QByteArray("für alle Geräte im Haus") << QByteArray("Geräte");
        QTest::newRow("emoji before") << QByteArray("🙂👩‍🔧 came today") << QByteArray("came");
        QTest::newRow("emoji inside") << QByteArray("so 🙂 yes") << QByteArray("o 🙂 y");
        QTest::newRow("byte-order mark") << QByteArray("\xEF\xBB\xBFHello there") << QByteArray("there");
        QTest::newRow("whole") << QByteArray("ß") << QByteArray("ß");
        QTest::newRow("right to left") << QByteArray("שלום technician שלום") << QByteArray("technician");
        QTest::newRow("combining") << QByteArray("cafe\xCC\x81 au lait") << QByteArray("au");
    }

    void convertsSpans()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, words);
        const auto start = static_cast<std::uint32_t>(text.indexOf(words));
        const std::string_view view(text.data(), static_cast<std::size_t>(text.size()));
        const TextRange range = toUtf16(view, {start, start + static_cast<std::uint32_t>(words.size())});
        QCOMPARE(toQt(view).mid(range.start, range.length), QString::fromUtf8(words));
    }

    void widensSpansThatCutACharacter()
    {
        const std::string text = "a🙂b"; // bytes 1 to 4 are the emoji, two units in UTF-16
        QCOMPARE(toUtf16(text, {2, 3}), (TextRange{1, 2}));
        QCOMPARE(toUtf16(text, {1, 5}), (TextRange{1, 2}));
        QCOMPARE(toUtf16(text, {4, 99}), (TextRange{1, 3}));
        QCOMPARE(toUtf16(text, {5, 5}), TextRange{});
        QCOMPARE(toUtf16(text, {90, 99}), TextRange{});
        QCOMPARE(toUtf16("", {0, 1}), TextRange{});
    }

    void escapesToolTips() { QCOMPARE(plainToolTip(u"<b>&"_s), u"<span>&lt;b&gt;&amp;</span>"_s); }

    void tellsDatesRelatively()
    {
        const Wording w = words();
        QCOMPARE(w.dayTime(story::at("2026-11-09T10:02:00+01:00")), u"Today 10:02"_s);
        QCOMPARE(w.dayTime(story::at("2026-11-08T10:02:00+01:00")), u"Yesterday 10:02"_s);
        QCOMPARE(w.dayTime(story::at("2026-11-07T16:20:00+01:00")), u"7 Nov 16:20"_s);
        QCOMPARE(w.dayTime(story::at("2025-11-07T16:20:00+01:00")), u"7 Nov 2025 16:20"_s);
        QCOMPARE(w.rowTime(story::at("2025-11-07T16:20:00+01:00")), u"7 Nov 2025"_s);
        QCOMPARE(w.recently(story::at("2026-11-09T09:41:00+01:00")), u"09:41"_s);
        QCOMPARE(w.recently(story::at("2026-11-06T09:41:00+01:00")), u"Fri"_s);
        QCOMPARE(w.recently(story::at("2026-10-06T09:41:00+01:00")), u"6 Oct"_s);
        QCOMPARE(w.deadline(story::at("2026-11-12T23:59:59+01:00")), u"12 Nov"_s);
        QCOMPARE(w.deadline(story::at("2026-11-12T14:00:00+01:00")), u"12 Nov 14:00"_s);
    }

    void tellsWaitingTimes()
    {
        const Wording w = words();
        QCOMPARE(w.since(story::now()), u"now"_s);
        QCOMPARE(w.since(story::now().plusMinutes(-2)), u"2 min"_s);
        QCOMPARE(w.since(story::now().plusMinutes(-125)), u"2 h"_s);
        QCOMPARE(w.since(story::now().plusDays(-3)), u"3 d"_s);
        QCOMPARE(w.since(story::now().plusDays(3)), u"now"_s);
        QCOMPARE(w.ago(story::now().plusMicros(-8'000'000)), u"8 s ago"_s);
    }

    void followsTheLocale()
    {
        const Timestamp at = story::at("2026-11-07T16:20:00+01:00");
        QCOMPARE(words(QLocale(QLocale::English, QLocale::UnitedStates)).date(at), u"Nov 7"_s);
        QVERIFY(words(QLocale(QLocale::English, QLocale::UnitedStates)).time(at).startsWith(u"4:20"_s));
        QCOMPARE(words(QLocale(QLocale::German, QLocale::Germany)).time(at), u"16:20"_s);
        QCOMPARE(words(m_british).number(1204), u"1,204"_s);
        QCOMPARE(words(QLocale(QLocale::German, QLocale::Germany)).number(1204), u"1.204"_s);
    }

    void keepsTheClockOfTheSource()
    {
        const Timestamp early = story::at("2026-11-09T00:30:00+09:00");
        QCOMPARE(words().time(early), u"00:30"_s);
        const Wording machine(m_british, Wording::Zone::machine, story::now());
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(early.micros() / 1000).toLocalTime();
        QCOMPARE(machine.time(early), m_british.toString(local.time(), QLocale::ShortFormat));
    }

    void tellsPromises()
    {
        const BriefText text(words());
        const auto view = story::mariaView();
        QCOMPARE(text.promiseWord(view->brief.promised[0]), u"Missed"_s);
        QCOMPARE(BriefText::promiseInk(view->brief.promised[0]), Ink::red);
        QCOMPARE(text.promiseWord(view->brief.promised[1]), u"Due today"_s);
        Promise later = view->brief.promised[1];
        later.due = story::now().plusDays(1);
        QCOMPARE(text.promiseWord(later), u"Due tomorrow"_s);
        later.due = story::now().plusDays(4);
        QCOMPARE(text.promiseWord(later), u"Due 13 Nov"_s);
        later.status = PromiseStatus::kept;
        QCOMPARE(text.promiseWord(later), u"Kept"_s);
        QCOMPARE(BriefText::promiseInk(later), Ink::green);

        // What only must not end before is not owed on that day.
        later.standing = true;
        QCOMPARE(text.promiseWord(later), u"Kept"_s);
        later.status = PromiseStatus::due;
        QCOMPARE(text.promiseWord(later), u"Runs until 13 Nov"_s);
        QCOMPARE(BriefText::promiseInk(later), Ink::muted);
    }

    void tellsWhoSpeaks()
    {
        const BriefText text(words());
        HistoryMessage message;
        const auto voice = [&](Sender sender, const char* name, Visibility visibility = Visibility::visible) {
            message.sender = sender;
            message.senderName = name;
            message.visibility = visibility;
            return text.voice(message);
        };
        QCOMPARE(voice(Sender::customer, ""), u"Customer"_s);
        QCOMPARE(voice(Sender::customer, "Bev"), u"Bev"_s);
        QCOMPARE(voice(Sender::agent, "Piet"), u"Agent Piet"_s);
        QCOMPARE(voice(Sender::agent, "Piet", Visibility::internal), u"Note by Agent Piet"_s);
        QCOMPARE(voice(Sender::bot, "Kit"), u"Bot Kit"_s);
        QCOMPARE(voice(Sender::system, ""), u"System"_s);
        QCOMPARE(voice(Sender::system, "billing"), u"System billing"_s);
    }

    void tellsWhatAConversationIsCalled()
    {
        InteractionRecord conversation;
        conversation.channel = Channel::phone;
        QCOMPARE(BriefText::conversationTitle(conversation), u"Call"_s);
        conversation.kind = InteractionKind::billing;
        QCOMPARE(BriefText::conversationTitle(conversation), u"Call, billing"_s);
        conversation.subject = "Two  invoices";
        QCOMPARE(BriefText::conversationTitle(conversation), u"Two invoices"_s);
    }

    void tellsWhichDayWasMeant()
    {
        const auto view = story::mariaView();
        ToldFact fact = view->brief.told[1];
        fact.value = "2026-11-05";
        fact.words = "thursday  afternoon (2026-11-05)";
        QCOMPARE(BriefText(words()).factValue(fact), u"thursday afternoon → 5 Nov 2026"_s);
        fact.words = "after 16:00";
        QCOMPARE(BriefText(words()).factValue(fact), u"after 16:00"_s);
    }

    // A note about the conversation that is told as one of before.
    void aNoteNamesAClosedConversation()
    {
        const auto view = story::mariaView();
        view->brief.history = {{"Stop sending me upgrade offers.", story::cite(view->history, 6, "Stop sending me upgrade offers")}};
        view->wrapUp.situation = {view->brief.situation[1], view->brief.history[0]};
        const QString draft = NoteText(words()).draft(*view);
        QVERIFY2(draft.contains(u"\n- Asks for a technician"_s), qPrintable(draft));
        QVERIFY2(draft.contains(u"\n- Marketing reply: “stop sending me upgrade offers”: Stop sending me upgrade offers. [6]"_s),
                 qPrintable(draft));
        QVERIFY(NoteText::html(draft).contains(u"<li>Marketing reply: “stop sending me upgrade offers”: Stop"_s));
    }

    void tellsWhatChangedSinceOurAnswer()
    {
        const auto view = story::mariaView();
        const BriefText text(words());
        QCOMPARE(text.sinceLead(*view->since), u"Since our last answer (7 Nov 16:20):"_s);
        const Citation cited = story::cite(view->history, 9, "third time");
        QCOMPARE(text.news({NewsKind::wrote, Channel::phone, {cited}}), u"1 call"_s);
        QCOMPARE(text.news({NewsKind::wrote, Channel::email, {cited, cited}}), u"2 e-mails"_s);
        QCOMPARE(text.news({NewsKind::promiseMissed, {}, {cited}}), u"1 promise missed"_s);
        QCOMPARE(text.news({NewsKind::promiseKept, {}, {cited, cited}}), u"2 promises kept"_s);
        QCOMPARE(text.news({NewsKind::noted, {}, {cited}}), u"1 note by colleagues"_s);
    }

    void tellsTheLengthOfACall()
    {
        const auto view = story::mariaView();
        QCOMPARE(BriefText(words()).interactionPill(view->history.interactions[3]), u"4 min"_s);
        QCOMPARE(BriefText(words()).interactionPill(view->history.interactions[4]), u"open"_s);
    }

    void makesPills()
    {
        QStringList pills;
        for (const auto& pill : ProfileText(words()).pills(*story::mariaView()))
            pills.append(pill.text);
        QCOMPARE(pills,
                 QStringList({u"Gold tier"_s, u"Renewal in 34 days"_s, u"Customer since 2017"_s, u"Service contact: yes"_s,
                              u"Marketing: objected 3 Nov"_s}));
    }

    void anObjectionOutranksTheLedger()
    {
        auto view = story::mariaView();
        view->decision.signals.clear();
        bool marketingYes = false;
        for (const auto& pill : ProfileText(words()).pills(*view))
            marketingYes |= pill.text == u"Marketing: yes"_s;
        QVERIFY(marketingYes);
    }

    void consentForOneChannelIsNotAYes()
    {
        auto view = story::mariaView();
        view->decision.signals.clear();
        for (auto& reading : view->profile.consent) {
            if (reading.purpose == "marketing" && reading.channel != ConsentChannel::email)
                reading = {"marketing", reading.channel, ConsentState::unknown, ConsentGround::noEntry, {}};
        }
        QStringList pills;
        for (const auto& pill : ProfileText(words()).pills(*view))
            pills.append(pill.text);
        QVERIFY(pills.contains(u"Marketing: by e-mail only"_s));
        QVERIFY(!pills.contains(u"Marketing: yes"_s));
    }

    void putsConflictsSideBySide()
    {
        for (const auto& line : ProfileText(words()).lines(story::mariaView()->profile)) {
            if (line.label == u"Birth date"_s) {
                QCOMPARE(line.value, u"12 Apr 1981, CRM, 1 Nov"_s);
                QCOMPARE(line.conflicts, QStringList{u"helpdesk says 4 Dec 1981"_s});
                return;
            }
        }
        QFAIL("no birth date");
    }

    void tellsSources()
    {
        QStringList values;
        for (const auto& line : ProfileText(words()).lines(story::mariaView()->profile))
            values.append(line.value);
        QVERIFY(values.contains(u"+49 30 901820, CRM, billing"_s));
        QVERIFY(values.contains(u"Gold, CRM, 1 Nov"_s));
        QVERIFY(values.contains(u"Lindenstr. 4, Berlin, CRM"_s));
    }

    void tellsTenureWithItsMeaning()
    {
        auto profile = story::mariaView()->profile;
        profile.tenure = Tenure{{2017, 3, 1}, 9, 8, {"Tenure", "Since when.", "Data steward"}};
        const auto lines = ProfileText(words()).lines(profile);
        const auto found = std::ranges::find(lines, u"Customer for"_s, &ProfileLine::label);
        QVERIFY(found != lines.end());
        QCOMPARE(found->value, u"9 years, since 1 Mar 2017, CRM"_s);
        QCOMPARE(found->meaning, u"Since when. Owner: Data steward"_s);
        profile.tenure->years = 0;
        const auto young = ProfileText(words()).lines(profile);
        QCOMPARE(std::ranges::find(young, u"Customer for"_s, &ProfileLine::label)->value, u"8 months, since 1 Mar 2017, CRM"_s);
    }

    void saysWhoElseItCouldBe()
    {
        auto profile = story::mariaView()->profile;
        profile.couldAlsoBe = {{7, "Ada Vale", {{"email", "a@example.com"}, {"phone", "+4930901820"}}}};
        const auto holders = ProfileText::holders(profile);
        QCOMPARE(holders.size(), std::size_t(1));
        QCOMPARE(holders[0].name, u"Ada Vale"_s);
        QCOMPARE(holders[0].shared, u"has a@example.com, +4930901820, too"_s);
    }

    void writesTheConsentLedger()
    {
        auto profile = story::mariaView()->profile;
        const auto valueOf = [&](const QString& label) {
            const auto lines = ConsentText(words()).lines(profile);
            const auto found = std::ranges::find(lines, label, &ProfileLine::label);
            return found == lines.end() ? QString() : found->value;
        };
        QCOMPARE(valueOf(u"Service contact"_s), u"Yes: opt-in of 1 Feb 2021, crm:2"_s);
        QCOMPARE(valueOf(u"Marketing"_s), u"Yes: opt-in of 1 Feb 2021, crm:1"_s);
        for (auto& reading : profile.consent) {
            reading.state = ConsentState::unknown;
            reading.ground = ConsentGround::copyTooOld;
        }
        QVERIFY(valueOf(u"Marketing"_s).startsWith(u"Unknown, its system was not reached for too long"_s));
        for (auto& reading : profile.consent)
            reading = {reading.purpose, reading.channel, ConsentState::unknown, ConsentGround::noEntry, {}};
        QCOMPARE(valueOf(u"Marketing"_s), u"Unknown, nothing on record"_s);
    }

    void writesFindings()
    {
        const auto view = story::mariaView();
        const FindingLine line = ProfileText(words()).finding(view->findings[0]);
        QCOMPARE(line.title, u"Two birth dates"_s);
        QCOMPARE(line.details, u"CRM says 12 Apr 1981, helpdesk says 4 Dec 1981. Day and month may be swapped."_s);
        QCOMPARE(ProfileText(words()).finding(view->findings[1]).details,
                 u"CRM: opt-in of 1 Feb 2021. helpdesk: objection of 3 Nov. What counts: objection."_s);
    }

    void makesInitials_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("initials");
        QTest::newRow("two") << u"Maria Hoffmann"_s << u"MH"_s;
        QTest::newRow("one") << u"Cher"_s << u"C"_s;
        QTest::newRow("three") << u"Anna von Ähren"_s << u"AÄ"_s;
        QTest::newRow("none") << u""_s << u""_s;
        QTest::newRow("markup") << u"<b>x</b>"_s << u""_s;
        QTest::newRow("outside the basic plane") << u"𝒜lice Smith"_s << u"𝒜S"_s;
    }

    void makesInitials()
    {
        QFETCH(QString, name);
        QTEST(ProfileText::initials(name), "initials");
    }

    void writesEveryError()
    {
        for (const auto& entry : errorCatalog()) {
            const QString message = ErrorText::message(Error(entry.code));
            QVERIFY2(!message.isEmpty(), entry.name);
            QVERIFY2(!message.contains(u'{'), entry.name);
        }
        const Error error(ErrorCode::host_unreachable, {{"host", "help.example.com %1"}});
        QCOMPARE(ErrorText::message(error), u"help.example.com %1 cannot be reached."_s);
        QVERIFY(!ErrorText::remedy(Error(ErrorCode::customer_not_found)).contains(u"forewordctl"_s));
    }

    void writesTheStatus()
    {
        DeskStatus status;
        status.persons = 1204;
        status.encrypted = true;
        status.charterVersion = "2026.11.2";
        const StatusText text(words());
        QCOMPARE(text.cached(status), u"1,204 profiles cached, encrypted"_s);
        QCOMPARE(text.charter(status), u"Charter 2026.11.2"_s);
        QCOMPARE(text.freshness(status), u"Imported data"_s);
        status.sampleAsOf = story::now();
        QCOMPARE(text.charter(status), u"Charter 2026.11.2, sample of 9 Nov 2026"_s);
        SourceStatus source;
        source.name = "helpdesk";
        status.sources = {source};
        QCOMPARE(text.freshness(status), u"Not synced yet"_s);
        QCOMPARE(text.source(source), u"helpdesk: not synced yet"_s);
        source.running = true;
        QCOMPARE(text.source(source), u"helpdesk: syncing"_s);
        source.records = 1'200;
        QCOMPARE(text.source(source), u"helpdesk: syncing, 1,200 records so far"_s);
        source.compared = 45;
        QCOMPARE(text.source(source), u"helpdesk: comparing customer records, 45 %"_s);
        source.compared.reset();
        source.running = false;
        source.lastSuccess = story::now().plusMinutes(-8);
        QCOMPARE(text.source(source), u"helpdesk: synced 8 min ago"_s);
        QCOMPARE(text.sourceDetail(source), text.source(source));
        source.failingSince = story::now().plusMinutes(-4);
        source.lastError = Error(ErrorCode::host_unreachable, {{"host", "help.example.com"}});
        QCOMPARE(text.source(source),
                 u"helpdesk: not reached since %1, working from what is here"_s.arg(words().recently(*source.failingSince)));
        QCOMPARE(text.sourceDetail(source),
                 text.source(source) + u". help.example.com cannot be reached. Check the address and the network."_s);
        status.sources = {source};
        QCOMPARE(text.freshness(status), u"Synced 8 min ago"_s);
        status.trouble = Error(ErrorCode::disk_full);
        QCOMPARE(text.freshness(status), u"The disk is full; nothing was half-written."_s);
        auto view = story::mariaView();
        QCOMPARE(text.briefReady(*view), u"Brief ready in 4 ms from 9 messages"_s);
        view->timings.total = 300;
        QCOMPARE(text.briefReady(*view), u"Brief ready in under 1 ms from 9 messages"_s);
    }
};

QTEST_MAIN(TextTest)
#include "test_text.moc"
