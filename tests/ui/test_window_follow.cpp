// A customer who stays on screen while records arrive, and what the window says when it cannot
// read.
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

#include "ui/widgets/flow_text.h"
#include "ui/workspace/workspace_page.h"
#include "window_fixture.h"

using namespace foreword;

namespace {

// Maria has written again to her open ticket.
std::shared_ptr<CustomerView> mariaWroteAgain(const std::string& text = "Nobody called me back either.")
{
    auto view = story::mariaView();
    HistoryMessage message = view->history.messages.back();
    message.key.id = "10";
    message.at = story::at("2026-11-09T10:03:00+01:00");
    message.text = text;
    view->history.messages.push_back(message);
    view->brief.openQuestions.emplace_back("Nobody called back.", story::cite(view->history, 10, text));
    return view;
}

std::shared_ptr<CustomerView> mariaEscalated()
{
    auto view = mariaWroteAgain("I will go to the ombudsman.");
    RuleMatch rule = *story::kwameView()->decision.postureReason;
    rule.say = "A formal redress route was named.";
    view->decision.posture = Posture::escalate;
    view->decision.postureReason = rule;
    view->decision.matched.insert(view->decision.matched.begin(), rule);
    view->change = PostureChange{Posture::serviceFirst, Posture::escalate, rule, story::now(), {}, {}};
    return view;
}

SourceStatus synced(int minutesAgo)
{
    SourceStatus helpdesk;
    helpdesk.name = "helpdesk";
    helpdesk.lastSuccess = story::now().plusMinutes(-minutesAgo);
    return helpdesk;
}

// A pull has ended, and afterwards the desk knows this of Maria.
void arrives(WindowFixture& f, std::shared_ptr<CustomerView> view, int minutesAgo = 1)
{
    f.desk.views[story::maria] = std::move(view);
    const auto asked = f.desk.readAgain.size();
    f.desk.tellSources({synced(minutesAgo)});
    QTRY_COMPARE(f.desk.readAgain.size(), asked + 1);
    QTest::qWait(1); // the answer is on its way
}

QStringList messages(const WindowFixture& f)
{
    QStringList texts;
    for (int row = 0; row < f.historyModel()->rowCount(); ++row)
        texts.append(f.historyModel()->index(row).data().toString());
    return texts;
}

} // namespace

class WindowFollowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase() { loadTranslations(*qApp, QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void saysWhatTheBriefMayLack()
    {
        WindowFixture f;
        auto view = story::mariaView();
        view->freshness = {{"helpdesk", story::at("2026-11-09T10:02:00+01:00"), story::at("2026-11-09T10:03:00+01:00")}};
        f.desk.views[story::maria] = view;
        open(f, story::maria, u"Maria Hoffmann"_s);
        auto* lacking = f.find<FlowText>(u"lacking"_s);
        QVERIFY(!lacking->isVisible());
        SourceStatus crm;
        crm.name = "crm"; // nothing of Maria is from there
        crm.failingSince = story::now();
        SourceStatus helpdesk;
        helpdesk.name = "helpdesk";
        helpdesk.failingSince = story::now();
        f.desk.tellSources({crm});
        QVERIFY(!lacking->isVisible());
        f.desk.tellSources({crm, helpdesk});
        QVERIFY(lacking->isVisible());
        QVERIFY2(lacking->plainText().startsWith(u"helpdesk was not reached since "_s), qPrintable(lacking->plainText()));
        QTest::qWait(1);
        f.keep(u"window-lacking"_s);
        helpdesk.failingSince.reset();
        helpdesk.running = true;
        f.desk.tellSources({helpdesk});
        QCOMPARE(lacking->plainText(), u"helpdesk is being read for the first time: the history is not whole yet."_s);
        f.desk.tellSources({synced(1)});
        QVERIFY(!lacking->isVisible());

        auto partly = story::mariaView();
        partly->freshness = view->freshness;
        partly->unread = 1;
        partly->readByAnother = 3;
        f.desk.views[story::maria] = partly;
        f.window.openPerson(story::maria);
        QTRY_COMPARE(lacking->plainText(),
                     u"1 message not read yet: the brief may lack what it says. "
                     "3 messages read by another dictionary; they are being read again."_s);
        press(f.window, Qt::Key_Y);
        QString why;
        for (auto* text : f.find<QWidget>(u"whyPanel"_s)->findChildren<FlowText*>())
            why += text->plainText() + u'\n';
        QVERIFY2(why.contains(u"helpdesk: newest message Today 10:02, synced Today 10:03"_s), qPrintable(why));
    }

    void whatArrivesIsShown()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        QVERIFY(!messages(f).contains(u"Nobody called me back either."_s));
        const QSignalSpy changes(f.window.findChild<WorkspacePage*>(), &WorkspacePage::postureChanged);
        arrives(f, mariaWroteAgain());
        QVERIFY(messages(f).contains(u"Nobody called me back either."_s));
        QVERIFY(chipTo(f, u"10"_s));
        QCOMPARE(f.desk.opened.size(), 1U); // quietly: nobody was opened
        QVERIFY(!f.visible<QWidget>(u"state"_s));
        QVERIFY(!f.visible<QWidget>(u"postureNews"_s));
        QVERIFY(changes.isEmpty());
        QCOMPARE(f.find<QLabel>(u"briefTime"_s)->text(), u"Brief ready in 4 ms from 10 messages"_s);
    }

    // Without a pull and without news, what holds for a time ends.
    void timeChangesWhatIsShown()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        auto* tick = f.find<QTimer>(u"refresh"_s);
        QVERIFY(tick);
        tick->setInterval(0);
        QTRY_VERIFY(!f.desk.readAgain.empty());
        QCOMPARE(f.desk.readAgain.back(), story::maria);
        // After midnight the same view reads otherwise.
        auto* chip = chipTo(f, u"9"_s);
        QTest::qWait(10);
        QCOMPARE(chipTo(f, u"9"_s), chip); // the very same widget, as long as it is the same day
        const auto told = [&] {
            QStringList texts;
            for (const auto* text : f.window.findChildren<FlowText*>()) {
                if (text->isVisible())
                    texts.append(text->plainText());
            }
            return texts.join(u'\n');
        };
        const QString before = told();
        QVERIFY2(before.contains(u"Due today"_s), qPrintable(before));
        f.desk.time = story::now().plusMinutes(24 * 60);
        QTRY_VERIFY2(!told().contains(u"Due today"_s), qPrintable(told()));
    }

    void nothingNewChangesNothing()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        auto* chip = chipTo(f, u"9"_s);
        chip->setFocus();
        arrives(f, std::const_pointer_cast<CustomerView>(f.desk.views[story::maria]));
        QCOMPARE(chipTo(f, u"9"_s), chip); // the very same widget
        QVERIFY(chip->hasFocus());
        // And without a pull that ended nobody asks.
        f.desk.tellSources({synced(1)});
        QTest::qWait(10);
        QCOMPARE(f.desk.readAgain.size(), 1U);
    }

    void whatTheAgentLooksAtStays()
    {
        WindowFixture f({1360, 520});
        open(f, story::maria, u"Maria Hoffmann"_s);
        QTest::mouseClick(chipTo(f, u"4"_s), Qt::LeftButton); // unfolds the chat
        const QString lit = litWords(f);
        QVERIFY(!lit.isEmpty());
        auto* brief = f.find<QScrollArea>(u"briefScroll"_s)->verticalScrollBar();
        QVERIFY(brief->maximum() > 20);
        brief->setValue(17);
        const QString current = f.history()->currentIndex().data().toString();
        const int top = f.history()->visualRect(f.history()->currentIndex()).top();
        QVERIFY(f.history()->verticalScrollBar()->value() > 0);
        auto* chip = chipTo(f, u"5"_s);
        const Citation cited = chip->citation();
        chip->setFocus();

        arrives(f, mariaWroteAgain());
        QVERIFY(messages(f).contains(u"Nobody called me back either."_s));
        QCOMPARE(litWords(f), lit);
        QCOMPARE(f.history()->currentIndex().data().toString(), current);
        QCOMPARE(f.history()->selectionModel()->selectedIndexes(), QModelIndexList{f.history()->currentIndex()});
        QCOMPARE(f.history()->visualRect(f.history()->currentIndex()).top(), top);
        QCOMPARE(brief->value(), 17);
        const auto* focused = qobject_cast<CitationChip*>(QApplication::focusWidget());
        QVERIFY(focused && focused != chip);
        QVERIFY(focused->citation() == cited);
    }

    void theExplanationStaysOpen()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        press(f.window, Qt::Key_Y);
        auto* why = f.find<QWidget>(u"whyPanel"_s);
        auto* close = f.find<QWidget>(u"closeWhy"_s);
        QVERIFY(close->hasFocus());
        QCOMPARE(why->findChildren<QWidget*>(u"rule"_s).size(), 2);
        arrives(f, mariaEscalated());
        QVERIFY(why->isVisible());
        QVERIFY(close->hasFocus());
        QTRY_COMPARE(why->findChildren<QWidget*>(u"rule"_s).size(), 3);
    }

    void aRisingPostureIsAnnouncedOnce()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        const QSignalSpy changes(f.window.findChild<WorkspacePage*>(), &WorkspacePage::postureChanged);
        arrives(f, mariaEscalated());
        QCOMPARE(f.find<QLabel>(u"bannerTitle"_s)->text(), u"Escalate to a supervisor. No marketing offer now."_s);
        auto* news = f.find<FlowText>(u"postureNews"_s);
        QVERIFY(news->isVisible());
        QCOMPARE(news->plainText(), u"Rose from “Service first” at 10:04: A formal redress route was named."_s);
        QVERIFY(f.find<QWidget>(u"banner"_s)->accessibleName().contains(news->plainText()));
        QCOMPARE(changes.size(), 1);
        f.keep(u"window-rose"_s);
        // Another message: the line stays, and is not announced again.
        auto further = mariaEscalated();
        further->brief.askedAgain.push_back(further->brief.openQuestions.back());
        arrives(f, further, 0);
        QVERIFY(news->isVisible());
        QCOMPARE(changes.size(), 1);
        // It belongs to this customer.
        open(f, story::priya, u"Priya Nair"_s);
        QVERIFY(!news->isVisible());
    }

    void aFallingPostureSaysWhatEndedIt()
    {
        WindowFixture f;
        f.desk.views[story::maria] = mariaEscalated();
        open(f, story::maria, u"Maria Hoffmann"_s);
        auto calmed = mariaWroteAgain();
        calmed->change = PostureChange{Posture::escalate,
                                       Posture::serviceFirst,
                                       *mariaEscalated()->decision.postureReason,
                                       story::now(),
                                       {},
                                       Arrival{Arrival::Kind::interaction, "4711", story::at("2026-11-09T10:03:00+01:00"), true}};
        const QSignalSpy changes(f.window.findChild<WorkspacePage*>(), &WorkspacePage::postureChanged);
        arrives(f, calmed);
        QCOMPARE(f.find<FlowText>(u"postureNews"_s)->plainText(),
                 u"Came down from “Escalate” at 10:04: “Formal redress goes to a supervisor” was ended when #4711 was closed "
                 u"(Today 10:03)."_s);
        QCOMPARE(changes.size(), 1);
    }

    void whoIsOnScreenIsAttendedTo()
    {
        WindowFixture f;
        QVERIFY(!f.desk.attended);
        open(f, story::maria, u"Maria Hoffmann"_s);
        QCOMPARE(f.desk.attended, f.desk.views[story::maria]);
        arrives(f, mariaWroteAgain());
        QCOMPARE(f.desk.attended, f.desk.views[story::maria]);
        f.desk.openError = Error(ErrorCode::workspace_busy);
        f.window.openPerson(story::kwame);
        QTRY_VERIFY(!f.desk.attended);
    }

    void aPullWhileSomebodyIsOpenedIsNotMissed()
    {
        WindowFixture f;
        f.desk.delay = 30;
        f.window.openPerson(story::maria);
        f.desk.views[story::maria] = mariaWroteAgain(); // after the desk has read the old one
        f.desk.tellSources({synced(1)});
        QTRY_VERIFY(messages(f).contains(u"Nobody called me back either."_s));
        QCOMPARE(f.desk.opened.size(), 1U);
    }

    void oneWhoIsGoneDoesNotStay()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        f.desk.againError = Error(ErrorCode::customer_not_found, {{"query", "1"}});
        f.desk.tellSources({synced(1)});
        QTRY_COMPARE(f.find<QWidget>(u"state"_s)->accessibleName(), u"The customer could not be opened"_s);
        QCOMPARE(f.customer(), QString());
        QVERIFY(!f.desk.attended);
    }

    void whatCannotBeReadAgainIsToldAndTriedAgain()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        auto* freshness = f.find<QLabel>(u"freshness"_s);
        f.desk.againError = Error(ErrorCode::workspace_busy);
        f.desk.tellSources({synced(2)});
        QTRY_VERIFY(freshness->text().startsWith(u"The customer on screen could not be read again: "_s));
        QCOMPARE(f.customer(), u"Maria Hoffmann"_s);
        f.desk.againError.reset();
        f.desk.tellSources({synced(1)});
        QTRY_COMPARE(freshness->text(), u"Synced 1 min ago"_s);
    }

    void aStatusThatFailsIsToldAndAskedAgain()
    {
        WindowFixture f;
        f.desk.deskStatus.sampleAsOf.reset();
        f.desk.statusError = Error(ErrorCode::store_failed, {{"detail", "disk"}});
        f.window.refresh();
        auto* freshness = f.find<QLabel>(u"freshness"_s);
        QTRY_VERIFY(freshness->text().startsWith(u"The state of the workspace is not known: "_s));
        QVERIFY(freshness->text().contains(u"disk"_s));
        QVERIFY(freshness->toolTip().contains(u"disk"_s));
        f.keep(u"window-status-failed"_s);
        const int asked = f.desk.statusAsked;
        f.desk.statusError.reset();
        f.desk.tellSources({synced(1)});
        QTRY_COMPARE(f.desk.statusAsked, asked + 1);
        QTRY_COMPARE(freshness->text(), u"Synced 1 min ago"_s);
    }

    void anIdentifierThatCannotBeLookedUpSaysWhy()
    {
        WindowFixture f;
        f.desk.findError = Error(ErrorCode::store_failed, {{"detail", "busy"}});
        f.window.openIdentifier(u"maria@example.com"_s);
        QTRY_VERIFY(f.search()->resultsShown());
        QVERIFY(f.find<QWidget>(u"searchMessage"_s)->accessibleName().contains(u"(busy)"_s));
    }
};

QTEST_MAIN(WindowFollowTest)
#include "test_window_follow.moc"
