// Notes from the window: a draft that is kept as it is typed and comes back, where it goes,
// sending, copying, discarding, and taking each of these back.
#include <QClipboard>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QtTest>

#include "ui/text/note_text.h"
#include "ui/widgets/flow_text.h"
#include "window_fixture.h"

using namespace foreword;

namespace {

QPlainTextEdit& text(const WindowFixture& f)
{
    return *f.find<QPlainTextEdit>(u"noteText"_s);
}

void click(const WindowFixture& f, const QString& button)
{
    QTest::mouseClick(f.find<QPushButton>(button), Qt::LeftButton);
}

QString said(const WindowFixture& f, const QString& name)
{
    return f.find<FlowText>(name)->plainText();
}

// A pull that brought nothing ends.
void tellPull(WindowFixture& f, bool well)
{
    SourceStatus helpdesk;
    helpdesk.name = "helpdesk";
    helpdesk.running = true;
    f.desk.tellSources({helpdesk});
    helpdesk.running = false;
    if (!well)
        helpdesk.failingSince = story::now();
    const auto asked = f.desk.readAgain.size();
    f.desk.tellSources({helpdesk});
    QTRY_COMPARE(f.desk.readAgain.size(), asked + 1);
}

void openNote(WindowFixture& f, Qt::Key key)
{
    open(f, story::maria, u"Maria Hoffmann"_s);
    press(f.window, key);
    QVERIFY(f.visible<QWidget>(u"notePanel"_s));
}

// Kwame has a note that was begun, too.
Draft beginForKwame(WindowFixture& f)
{
    auto view = story::kwameView();
    view->wrapUp.interaction = 0;
    view->drafts = {{view->history.interactions[0].key, DraftKind::note, "Kwame's", story::now()}};
    f.desk.views[story::kwame] = view;
    return view->drafts[0];
}

} // namespace

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

    void sendsAndTakesBack()
    {
        WindowFixture f;
        openNote(f, Qt::Key_W);
        text(f).setPlainText(u"Credit is on its way."_s);
        QTest::keyClick(&text(f), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(f.desk.outbox.size(), 1U);
        QCOMPARE(f.desk.outbox[0].text, std::string("Credit is on its way."));
        QTRY_COMPARE(said(f, u"noteOutcome"_s), u"The note for helpdesk #4711 is in the outbox and goes in a moment."_s);
        QVERIFY(f.desk.drafts.empty());
        QCOMPARE(f.desk.syncsAsked, 0); // not before it can be taken back no more
        f.keep(u"window-note-sent"_s);
        QTRY_COMPARE(QApplication::focusWidget(), f.find<QWidget>(u"undoNote"_s));
        press(*QApplication::focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(text(f).isVisible());
        QCOMPARE(text(f).toPlainText(), u"Credit is on its way."_s);
        QVERIFY(f.desk.outbox.empty());
        QCOMPARE(f.desk.syncsAsked, 0);

        click(f, u"sendNote"_s);
        QTRY_VERIFY(f.visible<QWidget>(u"undoNote"_s));
        f.window.openPerson(story::kwame);
        QTRY_COMPARE(f.customer(), u"Kwame Mensah"_s);
        QCOMPARE(f.desk.syncsAsked, 1);
        QCOMPARE(f.desk.outbox.size(), 1U);
        open(f, story::maria, u"Maria Hoffmann"_s);
        QVERIFY(!f.visible<QWidget>(u"notePanel"_s)); // it is no draft any more
    }

    void saysWhatBecameOfIt()
    {
        WindowFixture f;
        openNote(f, Qt::Key_N);
        text(f).setPlainText(u"Credit is on its way."_s);
        click(f, u"sendNote"_s);
        QTRY_COMPARE(f.desk.outbox.size(), 1U);
        QTRY_COMPARE(QApplication::focusWidget(), f.find<QWidget>(u"undoNote"_s));
        f.find<QTimer>(u"noteLeaves"_s)->setInterval(0); // the seconds are over
        QTRY_COMPARE(f.desk.syncsAsked, 1);
        QCOMPARE(QApplication::focusWidget(), f.find<QWidget>(u"closeNote"_s)); // not somewhere in the window

        // The system is not reached.
        auto view = story::mariaView();
        const QueuedNote note{"key-0", "helpdesk"};
        view->unsent = {{note, f.desk.outbox[0], false, Error(ErrorCode::host_unreachable, {{"host", "helpdesk.example"}})}};
        f.desk.views[story::maria] = view;
        tellPull(f, false);
        QTRY_VERIFY(said(f, u"noteOutcome"_s).startsWith(u"The note waits in the outbox and goes as soon as helpdesk takes it."_s));
        QVERIFY(!f.visible<QWidget>(u"undoNote"_s));
        // Then it is.
        f.desk.views[story::maria] = story::mariaView();
        tellPull(f, true);
        QTRY_COMPARE(said(f, u"noteOutcome"_s), u"The note for helpdesk #4711 was sent."_s);
    }

    // Somebody took it out of the outbox on the command line.
    void whatWasTakenOutIsNotSaidToBeSent()
    {
        WindowFixture f;
        openNote(f, Qt::Key_N);
        text(f).setPlainText(u"Credit is on its way."_s);
        click(f, u"sendNote"_s);
        QTRY_VERIFY(f.visible<QWidget>(u"undoNote"_s));
        f.find<QTimer>(u"noteLeaves"_s)->setInterval(0); // the seconds are over
        QTRY_COMPARE(f.desk.syncsAsked, 1);
        f.desk.notesArrive = false;
        f.desk.views[story::maria] = story::mariaView();
        tellPull(f, true);
        QTRY_COMPARE(said(f, u"noteOutcome"_s), u"The note for helpdesk #4711 was taken out of the outbox and not sent."_s);
    }

    void whatBecameOfOneIsNotSaidOfTheNext()
    {
        WindowFixture f;
        openNote(f, Qt::Key_N);
        text(f).setPlainText(u"Credit is on its way."_s);
        click(f, u"sendNote"_s);
        QTRY_VERIFY(f.visible<QWidget>(u"undoNote"_s));
        click(f, u"closeNote"_s);
        click(f, u"wrapUp"_s); // the note is left, and goes
        QCOMPARE(f.desk.syncsAsked, 1);
        click(f, u"discardNote"_s);
        const auto view = story::mariaView();
        f.desk.views[story::maria] = view;
        tellPull(f, true);
        QTRY_COMPARE(f.desk.attended, view);
        QTest::qWait(1); // an answer would be on its way
        QCOMPARE(said(f, u"noteOutcome"_s), u"The draft is discarded."_s);
    }

    void whatWasRefusedIsShownAndGoesAgain()
    {
        WindowFixture f;
        auto view = story::mariaView();
        const Draft draft{{"helpdesk", "4711"}, DraftKind::note, "Called <b>back</b>.", story::now()};
        view->unsent = {{{"key-0", "helpdesk"}, draft, true, Error(ErrorCode::note_target_closed, {{"interaction", "4711"}})}};
        f.desk.views[story::maria] = view;
        f.desk.outbox = {draft};
        f.desk.deskStatus.drafts = {{story::maria, "Maria Hoffmann", DraftKind::note, true}};
        f.window.refresh();
        auto* waiting = f.find<QPushButton>(u"drafts"_s);
        QTRY_COMPARE(waiting->accessibleName(), u"1 note not taken: Maria Hoffmann"_s);
        QTest::mouseClick(waiting, Qt::LeftButton);
        QTRY_COMPARE(f.customer(), u"Maria Hoffmann"_s);
        QVERIFY(f.visible<QWidget>(u"notePanel"_s));
        QCOMPARE(said(f, u"noteOutcome"_s),
                 u"The note for helpdesk #4711 was not taken. Conversation 4711 was closed after the note was written."_s);
        QCOMPARE(said(f, u"noteWords"_s), u"Called <b>back</b>."_s);
        f.keep(u"window-note-refused"_s);
        click(f, u"undoNote"_s);
        QTRY_VERIFY(text(f).isVisible());
        QCOMPARE(text(f).toPlainText(), u"Called <b>back</b>."_s);
        QVERIFY(f.desk.outbox.empty());
        click(f, u"sendNote"_s);
        QTRY_COMPARE(f.desk.outbox.size(), 1U);
        QTRY_COMPARE(said(f, u"noteOutcome"_s), u"The note for helpdesk #4711 is in the outbox and goes in a moment."_s);
    }

    void whatCannotBeSentStays()
    {
        WindowFixture f;
        openNote(f, Qt::Key_N);
        f.desk.writeError = Error(ErrorCode::note_empty);
        click(f, u"sendNote"_s);
        QTRY_COMPARE(said(f, u"noteState"_s), u"The note is empty. Write something into it."_s);
        QVERIFY(text(f).isVisible());
    }

    void whatCouldNotBeSentIsNotLost()
    {
        WindowFixture f;
        openNote(f, Qt::Key_N);
        f.desk.writeError = Error(ErrorCode::workspace_busy);
        QTest::keyClicks(&text(f), u"She is at home."_s);
        press(text(f), Qt::Key_Return, Qt::ControlModifier); // before it is kept
        QTRY_VERIFY(f.find<QWidget>(u"sendNote"_s)->isEnabled());
        QCOMPARE(said(f, u"noteState"_s), u"Another program is using the workspace. Close it and try again."_s);
        f.desk.writeError.reset();
        open(f, story::kwame, u"Kwame Mensah"_s);
        QCOMPARE(f.desk.drafts.size(), 1U);
        QCOMPARE(f.desk.drafts[0].text, std::string("She is at home."));
        open(f, story::maria, u"Maria Hoffmann"_s);
        QCOMPARE(text(f).toPlainText(), u"She is at home."_s);
    }

    // Until the desk answers.
    void whatIsOnItsWayIsNotChanged()
    {
        WindowFixture f;
        openNote(f, Qt::Key_W);
        f.desk.writerBusy = true;
        click(f, u"sendNote"_s);
        QVERIFY(text(f).isReadOnly());
        click(f, u"closeNote"_s);
        click(f, u"wrapUp"_s); // and opened again it is no other one
        QVERIFY(text(f).isReadOnly());
        QVERIFY(!f.find<QWidget>(u"sendNote"_s)->isEnabled());
        f.desk.release();
        QTRY_VERIFY(f.visible<QWidget>(u"undoNote"_s));
        click(f, u"undoNote"_s);
        QTRY_VERIFY(text(f).isVisible());
        QVERIFY(!text(f).isReadOnly());
    }

    // What the desk says of one customer's note leaves the next one's alone.
    void aLateAnswerIsOfTheCustomerItIsAbout()
    {
        WindowFixture f;
        const Draft kwames = beginForKwame(f);
        openNote(f, Qt::Key_N);
        text(f).setPlainText(u"Maria's"_s);
        f.desk.writerBusy = true;
        click(f, u"sendNote"_s);
        open(f, story::kwame, u"Kwame Mensah"_s);
        QCOMPARE(text(f).toPlainText(), u"Kwame's"_s);
        QVERIFY(f.find<QWidget>(u"sendNote"_s)->isEnabled());
        const auto syncs = f.desk.syncsAsked;
        f.desk.release();
        QTRY_COMPARE(f.desk.syncsAsked, syncs + 1); // nobody is there to take it back
        QVERIFY(text(f).isVisible());
        QVERIFY(!f.visible<QWidget>(u"undoNote"_s));
        // Kwame's draft is one still, and Maria's is none.
        f.desk.drafts = {kwames};
        click(f, u"discardNote"_s);
        QTRY_VERIFY(f.desk.drafts.empty());
        open(f, story::maria, u"Maria Hoffmann"_s);
        QVERIFY(!f.visible<QWidget>(u"notePanel"_s));
    }

    void aLateRefusalKeepsTheWords()
    {
        WindowFixture f;
        openNote(f, Qt::Key_W);
        const auto words = toStd(text(f).toPlainText());
        f.desk.writerBusy = true;
        f.desk.writeError = Error(ErrorCode::workspace_busy);
        click(f, u"sendNote"_s);
        open(f, story::kwame, u"Kwame Mensah"_s);
        f.desk.writeError.reset();
        f.desk.release();
        QTRY_COMPARE(f.desk.drafts.size(), 1U); // waits to be sent
        QCOMPARE(f.desk.drafts[0].text, words);
        QVERIFY(f.desk.drafts[0].interaction == (RecordKey{"helpdesk", "4711"}));
    }

    void takingBackIsOfTheCustomerItIsAbout()
    {
        WindowFixture f;
        beginForKwame(f);
        openNote(f, Qt::Key_N);
        text(f).setPlainText(u"Maria's"_s);
        click(f, u"sendNote"_s);
        QTRY_VERIFY(f.visible<QWidget>(u"undoNote"_s));
        f.desk.writerBusy = true;
        click(f, u"undoNote"_s);
        open(f, story::kwame, u"Kwame Mensah"_s);
        f.queue()->setFocus();
        f.desk.release();
        QTest::qWait(1);
        QCOMPARE(text(f).toPlainText(), u"Kwame's"_s);
        QCOMPARE(QApplication::focusWidget(), f.queue());
        open(f, story::maria, u"Maria Hoffmann"_s);
        QCOMPARE(text(f).toPlainText(), u"Maria's"_s);
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
