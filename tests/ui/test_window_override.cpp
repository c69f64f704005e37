// Overriding a rule in the explanation: reached by keys alone, what it does is said before it is
// done, and it can be taken back.
#include <QDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QRegularExpression>
#include <QtTest>

#include "ui/text/override_text.h"
#include "ui/widgets/flow_text.h"
#include "ui/workspace/override_dialog.h"
#include "window_fixture.h"

using namespace foreword;

namespace {

void expectDialog(int times = 2)
{
    for (int i = 0; i < times; ++i)
        QTest::ignoreMessage(QtWarningMsg, "This plugin does not support propagateSizeHints()");
}

// Of those on show: what was replaced is hidden until it is deleted.
QPushButton* button(const WindowFixture& f, const QString& name)
{
    for (auto* one : f.find<QWidget>(u"whyPanel"_s)->findChildren<QPushButton*>(name)) {
        if (one->isVisibleTo(&f.window))
            return one;
    }
    return nullptr;
}

QStringList whyTexts(const WindowFixture& f)
{
    QStringList texts;
    for (const auto* text : f.find<QWidget>(u"whyPanel"_s)->findChildren<FlowText*>()) {
        if (text->isVisibleTo(&f.window))
            texts.append(text->plainText());
    }
    return texts;
}

// The customer as the desk knows them after what was overridden.
void readsAgain(WindowFixture& f, bool takenBack = false)
{
    auto view = story::mariaView();
    for (const OverrideRequest& request : f.desk.overridden) {
        GivenOverride kept;
        kept.number = 7;
        kept.given = {request.offer,  request.rule, request.role, request.by,
                      request.reason, request.text, story::now(), story::now().plusMinutes(request.hours * 60LL)};
        if (takenBack)
            kept.takenBackAt = story::now();
        view->history.overrides.push_back(kept);
        for (OfferDecision& offer : view->decision.offers) {
            if (takenBack || offer.offer != request.offer)
                continue;
            offer.verdict = Verdict::allow;
            offer.alsoMatched.push_back(*offer.reason);
            offer.reason.reset();
            offer.overrides.push_back(kept.given);
        }
    }
    f.desk.views[story::maria] = view;
}

OverrideDialog* openDialog(WindowFixture& f, int warnings = 2)
{
    auto* override = button(f, u"override"_s);
    if (!override)
        return nullptr;
    override->setFocus();
    expectDialog(warnings);
    press(*override, Qt::Key_Space);
    return f.window.findChild<OverrideDialog*>(u"overrideDialog"_s);
}

} // namespace

class WindowOverrideTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase() { loadTranslations(*qApp, QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void byKeysAndBack()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        press(f.window, Qt::Key_Y);
        auto* dialog = openDialog(f);
        QVERIFY(dialog);
        f.keep(u"override-agent"_s);
        auto* give = dialog->findChild<QPushButton*>(u"overrideGive"_s);
        auto* effect = dialog->findChild<QLabel*>(u"overrideEffect"_s);
        QVERIFY(!give->isEnabled());
        const auto ground = [&] { return give->grab().toImage().pixelColor(8, give->height() / 2); };
        const QColor resting = ground();
        QVERIFY(effect->text().contains(u"Only a supervisor can override this rule."_s));
        // Every field is reached by Tab.
        QSet<QString> reached;
        QWidget* at = dialog->findChild<QWidget*>(u"overrideOffer"_s);
        for (int i = 0; i < 12; ++i, at = at->nextInFocusChain())
            reached.insert(at->objectName());
        for (const char* name :
             {"overrideOffer", "overrideReason", "overrideText", "overrideBy", "overrideRole", "overrideHours", "overrideGive"}) {
            QVERIFY2(reached.contains(QString::fromLatin1(name)), name);
            QVERIFY2(name == QByteArray("overrideGive")
                         || !dialog->findChild<QWidget*>(QString::fromLatin1(name))->accessibleName().isEmpty(),
                     name);
        }
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"overrideText"_s), u"She asked for it"_s);
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"overrideBy"_s), u"Ann Supervisor"_s);
        press(*dialog->findChild<QComboBox*>(u"overrideRole"_s), Qt::Key_Down);
        auto* hours = dialog->findChild<QSpinBox*>(u"overrideHours"_s);
        QCOMPARE(hours->value(), 24);
        QCOMPARE(hours->maximum(), 24);
        hours->setValue(3);
        QVERIFY(give->isEnabled());
        // A button that does nothing does not look like one that does.
        QVERIFY(ground() != resting);
        QVERIFY2(effect->text().contains(u"no longer stopped by Open complaint outranks offers v3 until Today 13:04"_s),
                 qPrintable(effect->text()));
        QVERIFY2(effect->text().contains(u"The posture stays"_s), qPrintable(effect->text()));
        f.keep(u"override-supervisor"_s);
        press(*give, Qt::Key_Space);
        QCOMPARE(f.desk.overridden.size(), 1U);
        const OverrideRequest asked = f.desk.overridden[0];
        QCOMPARE(asked.person, story::maria);
        QCOMPARE(asked.rule, std::string("R-310"));
        QVERIFY(!asked.offer.id.empty());
        QCOMPARE(asked.role, std::string("supervisor"));
        QCOMPARE(asked.by, std::string("Ann Supervisor"));
        QCOMPARE(asked.reason, std::string("customer_asked"));
        QCOMPARE(asked.hours, 3);

        readsAgain(f);
        QTRY_VERIFY(button(f, u"takeBack"_s));
        f.keep(u"override-given"_s);
        QCOMPARE(f.find<QLabel>(u"bannerTitle"_s)->text(), u"Service first. Only offers with an override may be made."_s);
        QVERIFY2(whyTexts(f).join(u'\n').contains(
                     u"until Today 13:04 by Ann Supervisor (supervisor). The customer asked for it: She asked for it"_s),
                 qPrintable(whyTexts(f).join(u'\n')));
        // The focus stays at the rule.
        QTRY_COMPARE(f.window.focusWidget(), static_cast<QWidget*>(button(f, u"takeBack"_s)));
        expectDialog(1);
        press(*button(f, u"takeBack"_s), Qt::Key_Space);
        auto* who = f.window.findChild<QInputDialog*>(u"takeBackDialog"_s);
        QVERIFY(who);
        QCOMPARE(who->textValue(), u"Ann Supervisor"_s);
        who->accept();
        QCOMPARE(f.desk.takenBack, (std::vector{std::pair(std::int64_t{7}, std::string("Ann Supervisor"))}));
        readsAgain(f, true);
        QTRY_VERIFY(!button(f, u"takeBack"_s));
    }

    // What nobody may override offers nothing to press.
    void noButtonForWhatAlwaysStands()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        press(f.window, Qt::Key_Y);
        const auto view = story::mariaView();
        int overridable = 0;
        for (const RuleMatch& rule : view->decision.matched)
            overridable += canOverride(rule) && !stoppedBy(rule, view->decision).empty() ? 1 : 0;
        int buttons = 0;
        for (const auto* one : f.find<QWidget>(u"whyPanel"_s)->findChildren<QPushButton*>(u"override"_s)) {
            QVERIFY(one->property("rule").toString() != u"R-110"_s);
            buttons += one->isVisibleTo(&f.window) ? 1 : 0;
        }
        QVERIFY(overridable > 0);
        QCOMPARE(buttons, overridable);
    }

    // Not from when the customer was opened.
    void itHoldsFromNowOn()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        press(f.window, Qt::Key_Y);
        f.desk.time = story::now().plusMinutes(90);
        auto* dialog = openDialog(f, 1);
        QVERIFY(dialog);
        dialog->findChild<QSpinBox*>(u"overrideHours"_s)->setValue(3);
        const QString effect = dialog->findChild<QLabel*>(u"overrideEffect"_s)->text();
        QVERIFY2(effect.contains(u"until Today 14:34"_s), qPrintable(effect));
    }

    void aRefusalIsTold()
    {
        WindowFixture f;
        open(f, story::maria, u"Maria Hoffmann"_s);
        press(f.window, Qt::Key_Y);
        auto* dialog = openDialog(f);
        QVERIFY(dialog);
        f.desk.writeError = Error(ErrorCode::override_unmatched, {{"rule", "R-310"}});
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"overrideText"_s), u"Late"_s);
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"overrideBy"_s), u"Ann Supervisor"_s);
        press(*dialog->findChild<QComboBox*>(u"overrideRole"_s), Qt::Key_Down);
        press(*dialog->findChild<QPushButton*>(u"overrideGive"_s), Qt::Key_Space);
        QTRY_VERIFY(f.window.findChild<QMessageBox*>());
        QVERIFY(f.window.findChild<QMessageBox*>()->text().contains(u"does not stop such an offer"_s));
        QVERIFY(!button(f, u"takeBack"_s));
    }
};

QTEST_MAIN(WindowOverrideTest)
#include "test_window_override.moc"
