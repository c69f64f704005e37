// Saying that a statement or a signal is wrong: by key and by mouse, with a reason, and back.
#include <QContextMenuEvent>
#include <QInputDialog>
#include <QMenu>
#include <QRegularExpression>
#include <QtTest>

#include "ui/widgets/flow_text.h"
#include "window_fixture.h"

using namespace foreword;

namespace {

// The menu that is up, if one is; the platform of the tests has no windows to raise.
QMenu* menuOf(const WindowFixture& f)
{
    const auto menus = f.window.findChildren<QMenu*>(u"feedback"_s);
    for (QMenu* menu : menus) {
        if (menu->isVisible())
            return menu;
    }
    return nullptr;
}

void expectPopup()
{
    for (const char* cannot : {"This plugin does not support raise()", "This plugin does not support grabbing the keyboard"})
        QTest::ignoreMessage(QtWarningMsg, cannot);
}

void expectDialog()
{
    for (int i = 0; i < 2; ++i)
        QTest::ignoreMessage(QtWarningMsg, "This plugin does not support propagateSizeHints()");
}

void focusOn(WindowFixture& f, QWidget* chip)
{
    QVERIFY(chip);
    f.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&f.window));
    chip->setFocus();
}

void choose(QMenu* menu, int list, int reason)
{
    menu->actions()[list]->menu()->actions()[reason]->trigger();
    menu->close();
}

// The customer as the desk knows them after what the agent said.
void readsAgain(WindowFixture& f)
{
    auto view = story::mariaView();
    view->feedback = f.desk.feedback;
    f.desk.views[story::maria] = view;
}

// Of those that are on show: what was replaced is hidden until it is deleted.
template <class T>
T* shown(const WindowFixture& f, const QString& part)
{
    for (auto* inside : f.window.findChildren<QWidget*>(part)) {
        for (auto* widget : inside->findChildren<T*>()) {
            if (widget->isVisibleTo(&f.window))
                return widget;
        }
    }
    return nullptr;
}

QStringList marks(const WindowFixture& f, const QString& part)
{
    QStringList texts;
    for (const auto* pill : f.find<QWidget>(part)->findChildren<Pill*>(u"marked"_s)) {
        if (pill->isVisibleTo(&f.window))
            texts.append(pill->text());
    }
    return texts;
}

} // namespace

class WindowFeedbackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase() { loadTranslations(*qApp, QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void byKeyAndBack()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        press(f.window, Qt::Key_M); // no number has the focus
        QVERIFY(!menuOf(f));
        auto* chip = shown<CitationChip>(f, u"promise"_s);
        focusOn(f, chip);
        expectPopup();
        press(*chip, Qt::Key_M);
        QVERIFY(menuOf(f));
        QCOMPARE(menuOf(f)->actions().size(), 2);
        QCOMPARE(menuOf(f)->actions()[0]->text(), u"This is wrong"_s);
        choose(menuOf(f), 0, 0);
        QCOMPARE(f.desk.feedback.size(), 1U);
        const Feedback said = f.desk.feedback[0];
        QCOMPARE(said.subject.section, Section::promised);
        QCOMPARE(said.subject.message.id, std::string("7"));
        QCOMPARE(said.verdict, FeedbackVerdict::wrong);
        QCOMPARE(said.reason, std::string("Nobody said this"));
        QCOMPARE(said.statement, std::string("technician visit, 5 Nov 14:00"));

        readsAgain(f);
        QTRY_COMPARE(marks(f, u"brief"_s), QStringList{u"marked wrong"_s});
        f.keep(u"window-marked"_s);
        chip = shown<CitationChip>(f, u"promise"_s);
        focusOn(f, chip);
        expectPopup();
        press(*chip, Qt::Key_M);
        QVERIFY(menuOf(f));
        QCOMPARE(menuOf(f)->actions()[0]->text(), u"Take back: marked wrong"_s);
        QMenu* back = menuOf(f);
        back->actions()[0]->trigger();
        back->close();
        QVERIFY(f.desk.feedback.empty());
        readsAgain(f);
        QTRY_VERIFY(marks(f, u"brief"_s).isEmpty());
    }

    void theMenuOfATextIsThatOfItsNumber()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        auto* situation = f.find<FlowText>(u"situation"_s);
        QVERIFY(situation);
        const auto ask = [&](const QPoint& at) {
            expectPopup();
            QContextMenuEvent event(QContextMenuEvent::Mouse, at, situation->mapToGlobal(at));
            QApplication::sendEvent(situation, &event);
        };
        ask({40, 8}); // the first of two statements in one paragraph
        choose(menuOf(f), 1, 1);
        QCOMPARE(f.desk.feedback.size(), 1U);
        QVERIFY(f.desk.feedback[0].statement.starts_with("The fibre connection"));
        QCOMPARE(f.desk.feedback[0].verdict, FeedbackVerdict::misleading);
        ask({situation->width() / 4, situation->height() - 8}); // the second
        choose(menuOf(f), 0, 1);
        QCOMPARE(f.desk.feedback.size(), 2U);
        QVERIFY(f.desk.feedback[1].statement.starts_with("Asks for"));
    }

    void aReasonOfOnesOwn()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        auto* fact = shown<FactChip>(f, u"brief"_s);
        focusOn(f, fact);
        expectPopup();
        press(*fact, Qt::Key_M);
        expectDialog();
        choose(menuOf(f), 0, 3);
        auto* dialog = f.find<QInputDialog>(u"feedbackReason"_s);
        QVERIFY(dialog);
        dialog->setTextValue(u"  "_s); // no reason is none
        dialog->accept();
        QVERIFY(f.desk.feedback.empty());
        focusOn(f, fact);
        expectPopup();
        press(*fact, Qt::Key_M);
        expectDialog();
        choose(menuOf(f), 0, 3);
        for (auto* one : f.window.findChildren<QInputDialog*>(u"feedbackReason"_s)) {
            if (one->isVisible())
                dialog = one;
        }
        dialog->setTextValue(u"That was the neighbour's."_s);
        dialog->accept();
        QCOMPARE(f.desk.feedback.size(), 1U);
        QCOMPARE(f.desk.feedback[0].reason, std::string("That was the neighbour's."));
        QCOMPARE(f.desk.feedback[0].subject.section, Section::told);
        readsAgain(f);
        QTRY_COMPARE(shown<FactChip>(f, u"brief"_s)->fact(), u"Modem serial FX-20931 (marked wrong)"_s);
    }

    void aSignalInWhy()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        press(f.window, Qt::Key_Y);
        auto* chip = shown<CitationChip>(f, u"whyPanel"_s);
        focusOn(f, chip);
        expectPopup();
        press(*chip, Qt::Key_M);
        choose(menuOf(f), 0, 2);
        QCOMPARE(f.desk.feedback.size(), 1U);
        QCOMPARE(f.desk.feedback[0].subject.section, Section::signal);
        QVERIFY(!f.desk.feedback[0].subject.signal.empty());
        readsAgain(f);
        QTRY_VERIFY(marks(f, u"whyPanel"_s).contains(u"marked wrong"_s));
    }
};

QTEST_MAIN(WindowFeedbackTest)
#include "test_window_feedback.moc"
