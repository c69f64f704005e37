// Notes from the window: a draft that is kept as it is typed and comes back, where it goes,
// copying, discarding, and taking that back.
#include <QClipboard>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QtTest>

#include "note_fixture.h"
#include "ui/text/note_text.h"

using namespace foreword;

class WindowNotesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase() { loadTranslations(*qApp, QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void wrapsUpWithADraftThatNamesItsSources()
    {
        WindowFixture f;
        openNote(f, Qt::Key_W);
        QCOMPARE(text(f).toPlainText(),
                 u"Situation\n- Asks for a technician and a credit for October. [9]\n\n"
                 "Done\n- Line reset and channel change by phone [7]\n\n"
                 "Promised\n- Due today: call back about the credit [8]\n\n"
                 "Sources\n[7] Agent Piet, 7 Nov 2026 16:16, helpdesk 7\n[8] Agent Piet, 7 Nov 2026 16:20, helpdesk 8\n"
                 "[9] Maria, 9 Nov 2026 10:02, helpdesk 9"_s);
        QCOMPARE(f.find<QLabel>(u"noteTarget"_s)->text(), u"helpdesk #4711"_s);
        QCOMPARE(said(f, u"noteSubject"_s), u"Router still drops every evening (open)"_s);
        QCOMPARE(QApplication::focusWidget(), &text(f));
        QVERIFY(f.desk.drafts.empty()); // nothing was written yet
        f.keep(u"window-note"_s);
        press(text(f), Qt::Key_Escape);
        QVERIFY(!f.visible<QWidget>(u"notePanel"_s));
        QCOMPARE(QApplication::focusWidget(), f.find<QWidget>(u"wrapUp"_s));
        click(f, u"wrapUp"_s);
        QVERIFY(f.visible<QWidget>(u"notePanel"_s));
    }

    void keepsWhatIsTyped()
    {
        WindowFixture f;
        openNote(f, Qt::Key_N);
        QCOMPARE(text(f).toPlainText(), QString());
        QTest::keyClicks(&text(f), u"jWn? She is at home."_s); // keys of the window are letters here
        QTRY_COMPARE(f.desk.drafts.size(), 1U);
        QCOMPARE(f.desk.draftsKept, 1); // once, after the last key
        const Draft draft = f.desk.drafts[0];
        QCOMPARE(draft.text, std::string("jWn? She is at home."));
        QCOMPARE(draft.kind, DraftKind::note);
        QVERIFY(draft.interaction == (RecordKey{"helpdesk", "4711"}));
        QTRY_COMPARE(said(f, u"noteState"_s), u"Draft kept: Today 10:04"_s);
    }

    void anotherCustomerLosesNothing()
    {
        WindowFixture f;
        openNote(f, Qt::Key_N);
        QTest::keyClicks(&text(f), u"She is at home."_s);
        f.window.openPerson(story::kwame);
        QTRY_COMPARE(f.customer(), u"Kwame Mensah"_s);
        QCOMPARE(f.desk.drafts.size(), 1U); // at once, not when the pause is over
        QVERIFY(!f.visible<QWidget>(u"notePanel"_s));
        // The desk was asked for Maria before the draft was in; the window knows better.
        open(f, story::maria, u"Maria Hoffmann"_s);
        QVERIFY(f.visible<QWidget>(u"notePanel"_s));
        QCOMPARE(text(f).toPlainText(), u"She is at home."_s);
        QVERIFY(QApplication::focusWidget() != &text(f)); // walking the queue goes on
    }

    void aDraftOfBeforeComesBack()
    {
        WindowFixture f;
        auto view = story::mariaView();
        view->drafts = {{{"helpdesk", "4711"}, DraftKind::wrapUp, "Half a sen", story::at("2026-11-09T09:50:00+01:00")}};
        f.desk.views[story::maria] = view;
        f.desk.deskStatus.drafts = {{story::maria, "Maria & Hoffmann", DraftKind::wrapUp}};
        f.window.refresh();
        auto* waiting = f.find<QPushButton>(u"drafts"_s);
        QTRY_VERIFY(waiting->isVisible());
        QCOMPARE(waiting->accessibleName(), u"1 note not sent: Maria & Hoffmann"_s);
        QTest::mouseClick(waiting, Qt::LeftButton);
        QTRY_COMPARE(f.customer(), u"Maria Hoffmann"_s);
        QVERIFY(f.visible<QWidget>(u"notePanel"_s));
        QCOMPARE(text(f).toPlainText(), u"Half a sen"_s);
        QCOMPARE(said(f, u"noteState"_s), u"Draft kept: Today 09:50"_s);
    }

    void aDraftThatCannotBeKeptSaysSo()
    {
        WindowFixture f;
        openNote(f, Qt::Key_N);
        f.desk.writeError = Error(ErrorCode::disk_full);
        QTest::keyClicks(&text(f), u"x"_s);
        QTRY_VERIFY(said(f, u"noteState"_s).startsWith(u"The draft is not kept: "_s));
    }

    // Everything the agent typed is there again, whatever the workspace did not take.
    void whatWasNotKeptIsHandedOverAgain()
    {
        WindowFixture f;
        openNote(f, Qt::Key_N);
        f.desk.writeError = Error(ErrorCode::disk_full);
        QTest::keyClicks(&text(f), u"At home."_s);
        QTRY_VERIFY(said(f, u"noteState"_s).startsWith(u"The draft is not kept: "_s));
        QVERIFY(f.desk.drafts.empty());
        f.desk.writeError.reset();
        open(f, story::kwame, u"Kwame Mensah"_s);
        QCOMPARE(f.desk.drafts.size(), 1U);
        QCOMPARE(f.desk.drafts[0].text, std::string("At home."));
    }

    void whereNoNotesAreTakenThereIsNoButton()
    {
        WindowFixture f;
        auto view = story::mariaView();
        view->noteSources = {};
        f.desk.views[story::maria] = view;
        openNote(f, Qt::Key_W);
        QVERIFY(!f.visible<QPushButton>(u"sendNote"_s));
        QVERIFY(said(f, u"noteSubject"_s).endsWith(u"helpdesk takes no notes from here: copy it and paste it there."_s));
        QTest::keyClick(&text(f), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(f.desk.outbox.empty());
        f.keep(u"window-note-copy"_s);
    }

    void discardsAndTakesThatBack()
    {
        WindowFixture f;
        openNote(f, Qt::Key_N);
        QTest::keyClicks(&text(f), u"She is at home."_s);
        QTRY_COMPARE(f.desk.drafts.size(), 1U);
        click(f, u"discardNote"_s);
        QCOMPARE(said(f, u"noteOutcome"_s), u"The draft is discarded."_s);
        QVERIFY(f.desk.drafts.empty());
        press(*QApplication::focusWidget(), Qt::Key_Space);
        QTRY_COMPARE(text(f).toPlainText(), u"She is at home."_s);
        QCOMPARE(f.desk.drafts.size(), 1U);
    }

    void whatCannotBeDiscardedStays()
    {
        WindowFixture f;
        openNote(f, Qt::Key_N);
        QTest::keyClicks(&text(f), u"She is at home."_s);
        QTRY_COMPARE(f.desk.drafts.size(), 1U);
        f.desk.writeError = Error(ErrorCode::disk_full);
        click(f, u"discardNote"_s);
        QTRY_VERIFY(text(f).isVisible());
        QCOMPARE(text(f).toPlainText(), u"She is at home."_s);
        QVERIFY2(said(f, u"noteState"_s).startsWith(u"The draft for helpdesk #4711 is not discarded: "_s),
                 qPrintable(said(f, u"noteState"_s)));
        f.desk.writeError.reset();
        click(f, u"discardNote"_s);
        QTRY_VERIFY(f.desk.drafts.empty());
    }

    void targetsAreOfTheCustomerOnScreen()
    {
        WindowFixture f;
        beginForKwame(f);
        openNote(f, Qt::Key_N);
        for (const char* cannot : {"This plugin does not support raise()", "This plugin does not support grabbing the keyboard"})
            QTest::ignoreMessage(QtWarningMsg, cannot);
        click(f, u"changeNoteTarget"_s);
        const QPointer menu = f.find<QMenu>(u"noteTargets"_s);
        auto* action = menu->actions()[1];
        open(f, story::kwame, u"Kwame Mensah"_s); // by a second start of the program
        QVERIFY(!menu || !menu->isVisible());
        if (menu)
            action->trigger();
        QVERIFY(f.desk.drafts.empty());
        QCOMPARE(text(f).toPlainText(), u"Kwame's"_s);
    }

    void goesToAnotherConversation()
    {
        WindowFixture f;
        openNote(f, Qt::Key_N);
        QTest::keyClicks(&text(f), u"She is at home."_s);
        QTRY_COMPARE(f.desk.drafts.size(), 1U);
        // The platform of the tests has no windows to raise.
        for (const char* cannot : {"This plugin does not support raise()", "This plugin does not support grabbing the keyboard"})
            QTest::ignoreMessage(QtWarningMsg, cannot);
        click(f, u"changeNoteTarget"_s);
        auto* menu = f.find<QMenu>(u"noteTargets"_s);
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 5);
        QVERIFY(menu->actions()[0]->isChecked());
        QCOMPARE(menu->actions()[1]->text(), u"helpdesk #4709  Asked about the missed visit, credit to be c"_s);
        menu->actions()[1]->trigger();
        menu->close();
        QCOMPARE(f.desk.drafts.size(), 1U);
        QCOMPARE(f.desk.drafts[0].interaction.id, std::string("4709"));
        QCOMPARE(f.find<QLabel>(u"noteTarget"_s)->text(), u"helpdesk #4709"_s);
    }

    void newMessagesLeaveTheTextAlone()
    {
        WindowFixture f;
        openNote(f, Qt::Key_W);
        QTest::keyClicks(&text(f), u"x"_s);
        const QString before = text(f).toPlainText();
        auto view = story::mariaView();
        view->brief.resolution = Resolution::resolved;
        f.desk.views[story::maria] = view;
        SourceStatus helpdesk;
        helpdesk.name = "helpdesk";
        helpdesk.lastSuccess = story::now();
        f.desk.tellSources({helpdesk});
        QTRY_COMPARE(f.desk.readAgain.size(), 1U);
        QTest::qWait(1);
        QCOMPARE(text(f).toPlainText(), before);
        QVERIFY(f.visible<QWidget>(u"notePanel"_s));
    }

    void copiesAsTextAndAsHtml()
    {
        WindowFixture f;
        openNote(f, Qt::Key_N);
        text(f).setPlainText(u"Done\n- <img src=\"http://example.com/x\"> & more [9]\n- second\n\n[9] Maria"_s);
        click(f, u"copyNote"_s);
        const QMimeData* copied = QApplication::clipboard()->mimeData();
        QCOMPARE(copied->text(), text(f).toPlainText());
        QCOMPARE(copied->html(),
                 u"<p>Done</p><ul><li>&lt;img src=&quot;http://example.com/x&quot;&gt; &amp; more [9]</li><li>second</li></ul>"
                 "<p>[9] Maria</p>"_s);
        QVERIFY(f.desk.outbox.empty());
    }

    void theWindowGoesAndNothingIsLost()
    {
        FakeDesk desk;
        const Theme theme(ThemeChoice::light);
        {
            MainWindow window(desk, theme, QLocale(QLocale::English, QLocale::UnitedKingdom));
            window.show();
            QVERIFY(QTest::qWaitForWindowActive(&window));
            window.openPerson(story::maria);
            QTRY_COMPARE(window.findChild<QLabel*>(u"customerName"_s)->text(), u"Maria Hoffmann"_s);
            press(window, Qt::Key_N);
            QTest::keyClicks(window.findChild<QPlainTextEdit*>(u"noteText"_s), u"last"_s);
        }
        QCOMPARE(desk.drafts.size(), 1U);
        QCOMPARE(desk.drafts[0].text, std::string("last"));
    }

    void whoHasNoConversationHasNoNotes()
    {
        WindowFixture f;
        open(f, story::tom, u"Tom Okafor"_s);
        QVERIFY(!f.visible<QWidget>(u"wrapUp"_s));
        press(f.window, Qt::Key_W);
        QVERIFY(!f.visible<QWidget>(u"notePanel"_s));
    }
};

QTEST_MAIN(WindowNotesTest)
#include "test_window_notes.moc"
