// The window as an agent uses it: who is opened, by keys, by mouse and by search, over a desk that
// plays along.
#include <QRegularExpression>
#include <QSignalSpy>
#include <QtTest>

#include "window_fixture.h"

using namespace foreword;

class WindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase() { loadTranslations(*qApp, QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void beginsWithNobodySelected()
    {
        WindowFixture f;
        QTRY_COMPARE(f.queue()->model()->rowCount(), 9);
        QCOMPARE(f.customer(), QString());
        QVERIFY(f.desk.opened.empty());
        QVERIFY(f.visible<QWidget>(u"state"_s));
        QCOMPARE(f.find<QLabel>(u"charter"_s)->text(), u"Charter 2026.11.2, sample of 9 Nov 2026"_s);
        QCOMPARE(f.find<QLabel>(u"cached"_s)->text(), u"1,204 profiles cached, encrypted"_s);
        f.keep(u"window-nobody"_s);
    }

    void opensFromTheQueueByMouse()
    {
        WindowFixture f;
        QTRY_COMPARE(f.queue()->model()->rowCount(), 9);
        QTest::mouseClick(f.queue()->viewport(), Qt::LeftButton, {}, f.queue()->visualRect(f.queue()->model()->index(1, 0)).center());
        QTRY_COMPARE(f.customer(), u"Maria Hoffmann"_s);
        QCOMPARE(f.find<QLabel>(u"bannerTitle"_s)->text(), u"Service first. No marketing offer now."_s);
        QCOMPARE(f.window.windowTitle(), u"Maria Hoffmann - Foreword"_s);
        QCOMPARE(f.find<QLabel>(u"briefTime"_s)->text(), u"Brief ready in 4 ms from 9 messages"_s);
    }

    void stepsThroughTheQueueByKeys()
    {
        WindowFixture f;
        QTRY_COMPARE(f.queue()->model()->rowCount(), 9);
        press(f.window, Qt::Key_J);
        QTRY_COMPARE(f.customer(), u"Maria Hoffmann"_s);
        press(f.window, Qt::Key_J);
        QTRY_COMPARE(f.customer(), u"Kwame Mensah"_s);
        QCOMPARE(f.find<QLabel>(u"bannerTitle"_s)->text(), u"Escalate to a supervisor. No marketing offer now."_s);
        press(f.window, Qt::Key_K);
        QTRY_COMPARE(f.customer(), u"Maria Hoffmann"_s);
        press(f.window, Qt::Key_K); // at the top already
        QTest::qWait(20);
        QCOMPARE(f.desk.opened, (std::vector<std::int64_t>{story::maria, story::kwame, story::maria}));
    }

    void focusAloneOpensNobody()
    {
        WindowFixture f;
        QTRY_COMPARE(f.queue()->model()->rowCount(), 9);
        f.search()->setFocus();
        f.queue()->setFocus(Qt::TabFocusReason);
        QTest::qWait(20);
        QVERIFY(f.desk.opened.empty());
        press(*f.queue(), Qt::Key_Down);
        QTRY_COMPARE(f.desk.opened.size(), 1U);
    }

    void singleKeysBelongToTheTextField()
    {
        WindowFixture f;
        QTRY_COMPARE(f.queue()->model()->rowCount(), 9);
        press(f.window, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(f.search()->hasFocus());
        QTest::keyClicks(f.search(), u"jky?"_s);
        QCOMPARE(f.search()->text(), u"jky?"_s);
        QVERIFY(f.desk.opened.empty());
        QVERIFY(!f.visible<QWidget>(u"cheatSheet"_s));
    }

    void searchesByKeys()
    {
        WindowFixture f;
        QTRY_COMPARE(f.queue()->model()->rowCount(), 9);
        press(f.window, Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(f.search(), u"example.com"_s);
        QTRY_VERIFY(f.search()->resultsShown());
        QCOMPARE(f.desk.queries, std::vector<std::string>{"example.com"}); // one query for eleven keys
        auto* list = f.find<QListView>(u"resultList"_s);
        QCOMPARE(list->model()->rowCount(), 3);
        QCOMPARE(list->currentIndex().data(SearchModel::WhyRole).toString(), u"E-mail: maria.hoffmann@example.com"_s);
        f.keep(u"window-search"_s);
        press(*f.search(), Qt::Key_Down);
        QCOMPARE(list->currentIndex().data().toString(), u"Tom Okafor"_s);
        press(*f.search(), Qt::Key_Up);
        press(*f.search(), Qt::Key_Up);
        QCOMPARE(list->currentIndex().row(), 2);
        press(*f.search(), Qt::Key_Down);
        press(*f.search(), Qt::Key_Down);
        press(*f.search(), Qt::Key_Return);
        QTRY_COMPARE(f.customer(), u"Tom Okafor"_s);
        QVERIFY(!f.search()->resultsShown());
        QVERIFY(f.search()->text().isEmpty());
        QVERIFY(!f.search()->hasFocus()); // single keys are commands again
        QVERIFY(f.queue()->hasFocus());
    }

    void enterBeforeTheAnswerOpensTheAnswer()
    {
        WindowFixture f;
        QTRY_COMPARE(f.queue()->model()->rowCount(), 9);
        f.search()->begin();
        QTest::keyClicks(f.search(), u"kwame"_s);
        press(*f.search(), Qt::Key_Return);
        QTRY_COMPARE(f.customer(), u"Kwame Mensah"_s);
    }

    void aNewQueryCancelsTheOld()
    {
        WindowFixture f;
        QTRY_COMPARE(f.queue()->model()->rowCount(), 9);
        f.desk.delay = 40;
        f.search()->begin();
        f.search()->search(u"maria"_s);
        f.search()->search(u"priya"_s);
        QTRY_VERIFY(f.search()->resultsShown());
        QCOMPARE(f.desk.cancelled, 1);
        QCOMPARE(f.find<QListView>(u"resultList"_s)->model()->index(0, 0).data().toString(), u"Priya Nair"_s);
    }

    void escapeClosesTheResultsThenLeaves()
    {
        WindowFixture f;
        QTRY_COMPARE(f.queue()->model()->rowCount(), 9);
        f.search()->begin();
        QTest::keyClicks(f.search(), u"maria"_s);
        QTRY_VERIFY(f.search()->resultsShown());
        press(*f.search(), Qt::Key_Escape);
        QVERIFY(!f.search()->resultsShown());
        QVERIFY(f.search()->hasFocus());
        press(*f.search(), Qt::Key_Escape);
        QVERIFY(f.search()->text().isEmpty());
        QVERIFY(f.queue()->hasFocus());
    }

    void tellsWhenNobodyIsFound()
    {
        WindowFixture f;
        f.search()->begin();
        QTest::keyClicks(f.search(), u"zzz"_s);
        QTRY_VERIFY(f.search()->resultsShown());
        QVERIFY(f.visible<QWidget>(u"searchMessage"_s));
        f.keep(u"window-nothing-found"_s);
        f.desk.findError = Error(ErrorCode::store_failed, {{"detail", "busy"}});
        QTest::keyClicks(f.search(), u"z"_s);
        QTRY_VERIFY(f.find<QWidget>(u"searchMessage"_s)->accessibleName().contains(u"(busy)"_s));
    }

    void showsAllKeys()
    {
        WindowFixture f;
        f.queue()->setFocus();
        press(f.window, Qt::Key_Question);
        QVERIFY(f.visible<QWidget>(u"cheatSheet"_s));
        f.keep(u"window-keys"_s);
        press(f.window, Qt::Key_J); // does not reach through
        QTest::qWait(10);
        QVERIFY(f.desk.opened.empty());
        press(*QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!f.visible<QWidget>(u"cheatSheet"_s));
        QVERIFY(f.queue()->hasFocus());
    }

    void theLastWishCounts()
    {
        WindowFixture f;
        QTRY_COMPARE(f.queue()->model()->rowCount(), 9);
        f.desk.delay = 40;
        QStringList shown;
        connect(&f.window, &MainWindow::customerShown, this, [&] { shown.append(f.window.windowTitle()); });
        f.window.openPerson(story::maria);
        f.window.openPerson(story::kwame);
        f.window.openPerson(story::priya);
        QTRY_COMPARE(f.customer(), u"Priya Nair"_s);
        QTest::qWait(60);
        QCOMPARE(shown, QStringList{u"Priya Nair - Foreword"_s});
        QCOMPARE(f.desk.cancelled, 2);
        QCOMPARE(f.queue()->currentIndex().data().toString(), u"Priya Nair"_s);
    }

    void loadingIsToldOnlyWhenItTakesLong()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        f.desk.delay = 60;
        f.window.openPerson(story::kwame);
        for (int i = 0; i < 4; ++i) {
            QTest::qWait(10);
            QVERIFY(!f.visible<QWidget>(u"state"_s));
        }
        QTRY_COMPARE(f.customer(), u"Kwame Mensah"_s);
        f.desk.delay = 600;
        f.window.openPerson(story::priya, u"Priya Nair"_s);
        QTRY_VERIFY(f.visible<QWidget>(u"state"_s));
        QCOMPARE(f.customer(), QString());
        QCOMPARE(f.find<QWidget>(u"state"_s)->accessibleName(), QString(u"Opening Priya Nair"_s));
        f.keep(u"window-loading"_s);
        QTRY_COMPARE(f.customer(), u"Priya Nair"_s);
        QVERIFY(!f.visible<QWidget>(u"state"_s));
    }

    void aFailureIsToldAndCanBeRetried()
    {
        WindowFixture f;
        f.desk.openError = Error(ErrorCode::workspace_busy);
        f.window.openPerson(story::maria);
        QTRY_COMPARE(f.find<QWidget>(u"state"_s)->accessibleName(), u"The customer could not be opened"_s);
        f.keep(u"window-failed"_s);
        f.desk.openError.reset();
        QTest::mouseClick(f.window.findChildren<QPushButton*>(u"stateAction"_s).last(), Qt::LeftButton);
        for (auto* button : f.window.findChildren<QPushButton*>(u"stateAction"_s)) {
            if (button->isVisible())
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_COMPARE(f.customer(), u"Maria Hoffmann"_s);
    }

    void emptyStatesAreTold()
    {
        WindowFixture f;
        f.desk.entries.clear();
        f.desk.deskStatus.persons = 0;
        f.window.refresh();
        const auto told = [&](const QString& title) {
            for (const auto* state : f.window.findChildren<StateView*>()) {
                if (state->isVisible() && state->title() == title)
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(told(u"Nobody is waiting"_s));
        QVERIFY(told(u"No customers yet"_s));
        f.keep(u"window-first-start"_s);
        f.desk.queueError = Error(ErrorCode::store_failed, {{"detail", "x"}});
        f.window.refresh();
        QTRY_VERIFY(told(u"The queue could not be read"_s));
        open(f, story::tom, u"Tom Okafor"_s);
        QVERIFY(told(u"No conversations yet"_s));
        QVERIFY(!f.visible<QWidget>(u"brief"_s));
    }

    void aRefreshKeepsTheCustomerMarked()
    {
        WindowFixture f;
        QTRY_COMPARE(f.queue()->model()->rowCount(), 9);
        open(f, story::kwame, u"Kwame Mensah"_s);
        f.desk.entries.erase(f.desk.entries.begin());
        f.window.refresh();
        QTRY_COMPARE(f.queue()->model()->rowCount(), 8);
        QCOMPARE(f.queue()->currentIndex().data().toString(), u"Kwame Mensah"_s);
        QCOMPARE(f.desk.opened.size(), 1U);
    }

    void candidatesAreOfferedWithoutTakingTheFocus()
    {
        WindowFixture f;
        QTRY_COMPARE(f.queue()->model()->rowCount(), 9);
        f.queue()->setFocus();
        QSignalSpy notFound(&f.window, &MainWindow::customerNotFound);
        f.window.openIdentifier(u"a"_s);
        QTRY_VERIFY(f.search()->resultsShown());
        QVERIFY(f.queue()->hasFocus());
        QCOMPARE(notFound.size(), 1);
        QCOMPARE(f.search()->text(), u"a"_s);
        f.window.openIdentifier(u"tom.okafor"_s); // one e-mail address
        QTRY_COMPARE(f.customer(), u"Tom Okafor"_s);
        f.window.openIdentifier(u"Kwame"_s);
        QTRY_COMPARE(f.customer(), u"Kwame Mensah"_s);
    }

    void tellsHowEachSourceStands()
    {
        WindowFixture f;
        SourceStatus helpdesk;
        helpdesk.name = "helpdesk";
        helpdesk.lastSuccess = story::now().plusMinutes(-3);
        SourceStatus crm = helpdesk;
        crm.name = "crm";
        crm.failingSince = crm.lastAttempt = story::now();
        crm.lastError = Error(ErrorCode::host_unreachable, {{"host", "crm.example.com"}});
        f.desk.tellSources({helpdesk, crm});
        const auto labels = f.window.findChildren<QLabel*>(u"source"_s);
        QCOMPARE(labels.size(), 2);
        QCOMPARE(labels[0]->text(), u"helpdesk: synced 3 min ago"_s);
        QVERIFY(labels[1]->text().startsWith(u"crm: not reached since "_s));
        QVERIFY(labels[1]->toolTip().contains(u"crm.example.com cannot be reached."_s));
        f.keep(u"sources"_s);
        f.desk.tellSources({helpdesk});
        QCOMPARE(f.window.findChildren<QLabel*>(u"source"_s).size(), 1);

        QTest::keyClick(&f.window, Qt::Key_F5);
        QCOMPARE(f.desk.syncsAsked, 1);
        QTest::keyClick(&f.window, Qt::Key_F5, Qt::ShiftModifier);
        QCOMPARE(f.desk.syncsAsked, 1);
        QCOMPARE(f.desk.syncsStopped, 1);
    }

    void closingWhileAskedIsSafe()
    {
        FakeDesk desk;
        desk.delay = 10;
        const Theme theme(ThemeChoice::light);
        auto window = std::make_unique<MainWindow>(desk, theme, QLocale(QLocale::English));
        window->show();
        window->openPerson(story::maria);
        window->openIdentifier(u"Maria"_s);
        window.reset();
        QTest::qWait(40);
        QVERIFY(desk.cancelled >= 2);
    }
};

QTEST_MAIN(WindowTest)
#include "test_window.moc"
