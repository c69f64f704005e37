// A customer in the window: chips, explanations, history, narrow windows, names for assistive
// technology.
#include <QAccessible>
#include <QClipboard>
#include <QRegularExpression>
#include <QScrollBar>
#include <QtTest>

#include "ui/widgets/flow_text.h"
#include "window_fixture.h"

using namespace foreword;

namespace {

// Maria with an answer, with closed matters, and with facts that a sentence tells.
std::shared_ptr<CustomerView> mariaBefore()
{
    auto view = story::mariaView();
    History& h = view->history;
    h.messages.back().senderName = "Bev";
    Brief& b = view->brief;
    b.situation.emplace_back("→ I will call you back by Monday. (2026-11-07)", story::cite(h, 8, "I will call you back by Monday"));
    b.history = {{"The router was replaced today. ← Nobody came on Tuesday. (2026-11-01 – 2026-11-09)",
                  story::cite(h, 5, "The router was replaced today."),
                  {story::cite(h, 9, "Nobody came on Tuesday")}},
                 {"Hi, my fibre line has a problem. → You can find the serial number on the back of your modem. (2026-10-28)",
                  story::cite(h, 1, "Hi, my fibre line has a problem."),
                  {story::cite(h, 3, "You can find the serial number on the back of your modem.")}}};
    b.history.emplace_back("Technician booked for 5 Nov 14:00", story::cite(h, 7, "Technician booked for 5 Nov 14:00"));
    h.interactions[3].subject.clear();
    h.interactions[3].kind = InteractionKind::fault;
    const std::string sentence = "The connection drops every evening, always 19:00 to 22:00.";
    b.told[1] = {{"19:00", story::cite(h, 4, "19:00")}, FactKind::dateOrTime, "19:00", "19:00", sentence};
    b.told.insert(b.told.begin() + 2,
                  {{"22:00", story::cite(h, 4, "22:00")}, FactKind::dateOrTime, "2026-10-28", "22:00 (2026-10-28)", sentence});
    return view;
}

} // namespace

class WindowReadingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase() { loadTranslations(*qApp, QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void aChipLightsTheExactWords()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        QCOMPARE(litWords(f), QString());
        const int rows = f.historyModel()->rowCount();
        QTest::mouseClick(chipTo(f, u"4"_s), Qt::LeftButton); // of the banner; its chat is folded
        QCOMPARE(litWords(f), u"drops every evening"_s);
        QVERIFY(f.historyModel()->rowCount() > rows);
        const QModelIndex current = f.history()->currentIndex();
        QVERIFY(current.data().toString().contains(u"FX-20931"_s));
        QVERIFY(inView(*f.history(), current));
        f.keep(u"window-chip"_s);
    }

    void aChipAnswersToEnterAndSpace()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        auto* chip = chipTo(f, u"8"_s);
        chip->setFocus();
        press(*chip, Qt::Key_Return);
        QCOMPARE(litWords(f), u"call you back by Monday"_s);
        for (auto* fact : f.window.findChildren<FactChip*>()) {
            if (fact->fact() == u"Home after 16:00"_s) {
                fact->setFocus();
                press(*fact, Qt::Key_Space);
            }
        }
        QCOMPARE(litWords(f), u"home after 16:00"_s);
    }

    void explainsWhy()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        QVERIFY(!f.visible<QWidget>(u"whyPanel"_s));
        press(f.window, Qt::Key_Y);
        QVERIFY(f.visible<QWidget>(u"whyPanel"_s));
        QCOMPARE(f.find<QWidget>(u"whyPanel"_s)->findChildren<QWidget*>(u"rule"_s).size(), 2);
        QCOMPARE(f.find<QWidget>(u"rule"_s)->accessibleName(), u"Open complaint outranks offers v3"_s);
        QString all;
        for (auto* text : f.find<QWidget>(u"whyPanel"_s)->findChildren<FlowText*>())
            all += text->plainText() + u'\n';
        for (const auto& part : {u"FCA Glossary, ISO 10002"_s, u"owner Customer Care"_s, u"“Nobody came on Tuesday” Maria, Today 10:02"_s,
                                 u"Until #4711 is closed, then 14 days."_s, u"Nobody can override it."_s, u"suspected, please confirm"_s})
            QVERIFY2(all.contains(part), qPrintable(part + u" in "_s + all));
        QTest::qWait(10);
        f.keep(u"window-why"_s);
        press(*QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!f.visible<QWidget>(u"whyPanel"_s));
        QCOMPARE(QApplication::focusWidget(), f.find<QWidget>(u"why"_s));
        QTest::mouseClick(f.find<QPushButton>(u"why"_s), Qt::LeftButton);
        QVERIFY(f.visible<QWidget>(u"whyPanel"_s));
        f.history()->setFocus(); // Esc works from anywhere
        press(*f.history(), Qt::Key_Escape);
        QVERIFY(!f.visible<QWidget>(u"whyPanel"_s));
    }

    void emptySectionsAreNotThere()
    {
        WindowFixture f;
        open(f, story::priya, u"Priya Nair"_s);
        QStringList sections;
        for (const auto* label : f.find<QWidget>(u"brief"_s)->findChildren<QLabel*>(u"section"_s)) {
            if (label->isVisible())
                sections.append(label->text());
        }
        QCOMPARE(sections, QStringList{u"Open questions"_s});
        QVERIFY(!f.visible<QPushButton>(u"why"_s)); // no rule matched: nothing to explain
    }

    void outsideTextIsShownLiterally()
    {
        WindowFixture f;
        open(f, story::noor, u"<b>Noor</b> %1 &Haddad"_s);
        // An ampersand in a name is no key that opens somebody.
        const auto* holder = f.find<QPushButton>(u"otherHolder"_s);
        QVERIFY(holder->shortcut().isEmpty());
        QCOMPARE(holder->text(), u"Smith &&&& &&Söhne <b>%1"_s);
        for (const auto* label : f.window.findChildren<QLabel*>())
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName() + label->text()));
        for (const auto* button : f.window.findChildren<QAbstractButton*>())
            QVERIFY2(button->shortcut().isEmpty(), qPrintable(button->accessibleName()));
        for (const auto* widget : f.window.findChildren<QWidget*>())
            QVERIFY2(!widget->toolTip().contains(u"<b>"_s), qPrintable(widget->toolTip()));
        QStringList texts;
        for (const auto* text : f.window.findChildren<FlowText*>())
            texts.append(text->plainText());
        QVERIFY(texts.contains(u"%1 <u>Noor</u>: Says <b>not bold</b> & %1."_s));
        QCOMPARE(f.window.findChild<FactChip*>()->fact(), u"AT&T <b>router</b>"_s);
        QVERIFY(f.historyModel()
                    ->index(1)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .endsWith(u"<script>alert(1)</script> & <b>not bold</b> %1 %2 %3"_s));
        f.keep(u"window-literal"_s);
    }

    void saysWhoSpeaksInWhichConversation()
    {
        WindowFixture f({1360, 1200});
        f.desk.views[story::maria] = mariaBefore();
        open(f, story::maria, u"Maria Hoffmann"_s);
        QCOMPARE(f.find<FlowText>(u"situation"_s)->plainText(),
                 u"Maria: The fibre connection drops every evening since 28 Oct and the replacement router did not fix it. "
                 "Bev: Asks for a technician and a credit for October. →\u00a0Agent Piet: I will call you back by Monday. (2026-11-07)"_s);
        QStringList before;
        for (const auto* line : f.window.findChildren<FlowText*>(u"before"_s))
            before.append(line->plainText());
        QCOMPARE(
            before,
            (QStringList{
                u"Router swap E-mail, Agent Jo: The router was replaced today. ←\u00a0Bev: Nobody came on Tuesday. (2026-11-01 – 2026-11-09)"_s,
                u"First report of evening drops, router swap agreed Chat: Hi, my fibre line has a problem. →\u00a0Bot Assist: You can find the "
                "serial number on the back of your modem. (2026-10-28)"_s,
                u"Call, fault Note by Agent Piet: Technician booked for 5 Nov 14:00"_s}));
        int explained = 0;
        for (const auto* label : f.find<QWidget>(u"brief"_s)->findChildren<QLabel*>(u"section"_s))
            explained += label->accessibleDescription().startsWith(u"→ leads to what we answered"_s) ? 1 : 0;
        QCOMPARE(explained, 2); // right now, before
        QTest::qWait(10);
        f.keep(u"window-before"_s);
    }

    void openMattersDoNotRunTogether()
    {
        WindowFixture f;
        auto view = story::mariaView();
        f.desk.views[story::maria] = view;
        view->history.interactions[0].status = InteractionStatus::pending;
        // What was said elsewhere of a matter stays with it.
        view->brief.situation.emplace_back("→ I will call you back by Monday.",
                                           story::cite(view->history, 8, "I will call you back by Monday"));
        open(f, story::maria, u"Maria Hoffmann"_s);
        QStringList matters;
        for (const auto* text : f.window.findChildren<FlowText*>(u"situation"_s))
            matters.append(text->plainText());
        QCOMPARE(
            matters,
            (QStringList{
                u"First report of evening drops, router swap agreed Chat, Maria: The fibre connection drops every evening since 28 Oct "
                "and the replacement router did not fix it."_s,
                u"Router still drops every evening E-mail, Maria: Asks for a technician and a credit for October. →\u00a0Agent Piet: I "
                "will call you back by Monday."_s}));
        QTest::qWait(10);
        f.keep(u"window-matters"_s);
    }

    void aFactStandsBehindItsSentence()
    {
        WindowFixture f({1360, 1200});
        f.desk.views[story::maria] = mariaBefore();
        open(f, story::maria, u"Maria Hoffmann"_s);
        QStringList told;
        for (const auto* line : f.window.findChildren<FlowText*>(u"told"_s)) {
            QStringList chips;
            for (const auto* chip : line->findChildren<FactChip*>())
                chips.append(chip->fact());
            told.append(line->plainText() + u" | "_s + chips.join(u" | "_s));
        }
        QVERIFY2(told.contains(u"“The connection drops every evening, always 19:00 to 22:00.” Maria, 28 Oct, Chat, First report of evening "
                               "drops, router swap agreed | 19:00 | 22:00 → 28 Oct 2026"_s),
                 qPrintable(told.join(u'\n')));
        QVERIFY2(told.first().startsWith(u"Account or device number Maria, 28 Oct, Chat, "_s), qPrintable(told.join(u'\n')));
        auto* chip = f.window.findChildren<FlowText*>(u"told"_s)[1]->findChildren<FactChip*>().last();
        QVERIFY(chip->accessibleName().startsWith(u"22:00 → 28 Oct 2026. Message 4, Maria"_s));
        chip->setFocus();
        press(*chip, Qt::Key_Return);
        QCOMPARE(litWords(f), u"22:00"_s);
    }

    void nothingIsOpenOnlyWhereNothingIsOwed()
    {
        const auto titleWith = [](PromiseStatus status) {
            WindowFixture f;
            auto view = story::mariaView();
            for (InteractionRecord& interaction : view->history.interactions)
                interaction.status = InteractionStatus::closed;
            view->brief.promised.erase(view->brief.promised.begin() + 1, view->brief.promised.end());
            view->brief.promised[0].status = status;
            f.desk.views[story::maria] = view;
            open(f, story::maria, u"Maria Hoffmann"_s);
            return f.find<QWidget>(u"brief"_s)->findChild<QLabel*>(u"section"_s)->text();
        };
        QCOMPARE(titleWith(PromiseStatus::kept), u"Last time, nothing is open"_s);
        QCOMPARE(titleWith(PromiseStatus::due), u"Last time, no conversation is open"_s);
        QCOMPARE(titleWith(PromiseStatus::missed), u"Last time, no conversation is open"_s);
    }

    void everyControlHasAName()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        press(f.window, Qt::Key_Y);
        press(f.window, Qt::Key_Question);
        int controls = 0;
        for (auto* widget : f.window.findChildren<QWidget*>()) {
            if (widget->isHidden())
                continue;
            const bool control = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QLineEdit*>(widget)
                || qobject_cast<QAbstractItemView*>(widget) || widget->focusPolicy() != Qt::NoFocus;
            if (!control || qobject_cast<QScrollBar*>(widget) || widget->objectName() == u"qt_scrollarea_viewport"_s)
                continue;
            ++controls;
            auto* accessible = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(accessible);
            QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(),
                     qPrintable(u"%1 %2"_s.arg(QLatin1StringView(widget->metaObject()->className()), widget->objectName())));
        }
        QVERIFY(controls > 20);
    }

    void listsReadTheirRows()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        for (auto* list : {f.queue(), static_cast<QListView*>(f.history())}) {
            auto* accessible = QAccessible::queryAccessibleInterface(list);
            QVERIFY(accessible);
            QCOMPARE(accessible->childCount(), list->model()->rowCount());
            QCOMPARE(accessible->child(1)->text(QAccessible::Name), list->model()->index(1, 0).data(Qt::AccessibleTextRole).toString());
        }
    }

    void saysWhatChangedAndHowToBegin()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        auto* since = f.find<FlowText>(u"since"_s);
        QCOMPARE(since->plainText(), u"Since our last answer (7 Nov 16:20): 1 promise missed · 1 e-mail"_s);
        const auto chips = since->findChildren<CitationChip*>();
        QCOMPARE(chips.size(), 2);
        QTest::mouseClick(chips.last(), Qt::LeftButton);
        QCOMPARE(litWords(f), u"third time"_s);

        auto* opening = f.find<FlowText>(u"opening"_s);
        QVERIFY(opening->plainText().startsWith(u"Today you wrote to us: “Nobody came"_s));
        press(*opening->findChild<CitationChip*>(), Qt::Key_Return);
        QCOMPARE(litWords(f), u"Nobody came on Tuesday although you confirmed it."_s);
        auto* copy = f.find<QPushButton>(u"copyOpening"_s);
        copy->setFocus();
        press(*copy, Qt::Key_Space);
        QCOMPARE(QApplication::clipboard()->text(), opening->plainText());
        QCOMPARE(copy->text(), u"Copied"_s);

        // Who has neither is shown neither.
        open(f, story::priya, u"Priya Nair"_s);
        QVERIFY(!f.find<QWidget>(u"since"_s));
        QVERIFY(!f.find<QWidget>(u"opening"_s));
    }

    // A picture may be taken the moment a customer is shown: everything has its place by then.
    void hasItsPlaceAtOnce()
    {
        WindowFixture f;
        auto* banner = f.find<QWidget>(u"banner"_s);
        QRect shown;
        connect(&f.window, &MainWindow::customerShown, this, [&] { shown = banner->geometry(); });
        open(f, story::maria, u"Maria Hoffmann"_s);
        QTest::qWait(10);
        QCOMPARE(shown, banner->geometry());
    }

    void copiesWithCitation()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        f.history()->setFocus();
        f.history()->setCurrentIndex(f.historyModel()->index(4));
        QTest::keySequence(f.history(), QKeySequence::Copy);
        QCOMPARE(QApplication::clipboard()->text(),
                 u"“I will call you back by Monday about the credit for October.”\nAgent Piet, 7 Nov 2026 16:20, helpdesk 8"_s);
    }

    void foldsByKeys()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        auto* model = f.historyModel();
        f.history()->setFocus();
        f.history()->setCurrentIndex(model->index(0));
        const int rows = model->rowCount();
        press(*f.history(), Qt::Key_Left);
        QCOMPARE(model->rowCount(), rows - 1);
        press(*f.history(), Qt::Key_Right);
        QCOMPARE(model->rowCount(), rows);
        press(*f.history(), Qt::Key_Return);
        QCOMPARE(model->rowCount(), rows - 1);
        press(*f.history(), Qt::Key_Down);
        QCOMPARE(f.history()->currentIndex().row(), 1);
        QTest::mouseClick(f.history()->viewport(), Qt::LeftButton, {}, f.history()->visualRect(model->index(0)).center());
        QCOMPARE(model->rowCount(), rows);
    }

    void foldsAwayWhereThereIsNoRoom()
    {
        WindowFixture f({900, 760});
        open(f, story::maria, u"Maria Hoffmann"_s);
        QVERIFY(!f.queue()->isVisible());
        QVERIFY(f.visible<QWidget>(u"side"_s));
        QTest::mouseClick(f.find<QPushButton>(u"foldedQueue"_s), Qt::LeftButton);
        QVERIFY(f.queue()->isVisible());
        press(*f.queue(), Qt::Key_Down);
        QTRY_COMPARE(f.customer(), u"Kwame Mensah"_s);
        QVERIFY(!f.queue()->isVisible());
    }

    void showsOnePartInNarrowWindows()
    {
        WindowFixture f({420, 760});
        open(f, story::maria, u"Maria Hoffmann"_s);
        QVERIFY(f.visible<QWidget>(u"banner"_s));
        QVERIFY(f.visible<QWidget>(u"brief"_s));
        QVERIFY(!f.history()->isVisible());
        QTest::mouseClick(chipTo(f, u"9"_s), Qt::LeftButton);
        QVERIFY(f.history()->isVisible());
        QVERIFY(inView(*f.history(), f.history()->currentIndex()));
        f.keep(u"window-narrow-history"_s);
        QTest::mouseClick(f.find<QPushButton>(u"pageSide"_s), Qt::LeftButton);
        QVERIFY(f.visible<QWidget>(u"side"_s));
        QVERIFY(f.visible<QWidget>(u"banner"_s)); // what must not be done stays in sight
        f.keep(u"window-narrow-side"_s);
        QTest::mouseClick(f.find<QPushButton>(u"pageQueue"_s), Qt::LeftButton);
        QVERIFY(f.queue()->isVisible());
        QTest::mouseClick(f.queue()->viewport(), Qt::LeftButton, {}, f.queue()->visualRect(f.queue()->model()->index(2, 0)).center());
        QTRY_COMPARE(f.customer(), u"Kwame Mensah"_s);
        QVERIFY(!f.queue()->isVisible());
        f.window.resize(1360, 860);
        QTRY_VERIFY(f.queue()->isVisible() && f.history()->isVisible() && f.visible<QWidget>(u"brief"_s));
    }

    void tabGoesThroughInReadingOrder()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        f.search()->setFocus();
        QStringList order;
        for (int i = 0; i < 60; ++i) {
            press(*QApplication::focusWidget(), Qt::Key_Tab);
            const QString name = QApplication::focusWidget()->objectName();
            if (order.isEmpty() || order.last() != name)
                order.append(name);
            if (name == u"search"_s)
                break;
        }
        QCOMPARE(order.join(u' '),
                 QStringList({u"tabWorkspace"_s, u"queue"_s, u"note"_s, u"wrapUp"_s, u"identity"_s, u"citation"_s, u"why"_s, u"citation"_s,
                              u"copyOpening"_s, u"citation"_s, u"fact"_s, u"openAll"_s, u"history"_s, u"citation"_s, u"search"_s})
                     .join(u' '));
    }
};

QTEST_MAIN(WindowReadingTest)
#include "test_window_reading.moc"
