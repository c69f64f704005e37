// Sending a note from the window: what becomes of it, taking it back, refusals, and answers that
// come when another customer is on screen.
#include <QTimer>

#include "note_fixture.h"

using namespace foreword;

class WindowOutboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase() { loadTranslations(*qApp, QLocale(QLocale::English, QLocale::UnitedKingdom)); }

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
        sendNote(f, u"Credit is on its way."_s);
        QCOMPARE(f.desk.outbox.size(), 1U);
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
        sendNote(f, u"Credit is on its way."_s);
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
        sendNote(f, u"Credit is on its way."_s);
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
        sendNote(f, u"Maria's"_s);
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
};

QTEST_MAIN(WindowOutboxTest)
#include "test_window_outbox.moc"
