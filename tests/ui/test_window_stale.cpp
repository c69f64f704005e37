// What the window says of systems that were not pulled for too long, and of records that are gone there.

#include <QClipboard>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextLayout>
#include <QtTest>

#include <utility>

#include "ui/text/profile_text.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/flow_text.h"
#include "ui/widgets/value_text.h"
#include "window_fixture.h"

using namespace foreword;

class WindowStaleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase() { loadTranslations(*qApp, QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    // Pulling may be switched off, or the program was not open for days: no pull failed then.
    void saysWhatIsStale()
    {
        WindowFixture f;
        auto view = story::mariaView();
        const auto longAgo = story::at("2026-11-06T10:03:00+01:00");
        view->freshness = {{"crm", std::nullopt, longAgo, true}, {"helpdesk", longAgo, story::at("2026-11-09T10:03:00+01:00"), false}};
        for (auto& field : view->profile.fields) {
            field.chosen.stale = field.name == "email";
            field.chosen.gone = field.name == "phone";
        }
        view->history.gone = {{GoneRecord::Kind::customer, {"shop", "S-9"}, longAgo, {}},
                              {GoneRecord::Kind::interaction, {"helpdesk", "4700"}, longAgo, InteractionStatus::open}};
        f.desk.views[story::maria] = view;
        open(f, story::maria, u"Maria Hoffmann"_s);
        SourceStatus synced;
        synced.name = "crm";
        synced.lastSuccess = longAgo;
        f.desk.tellSources({synced});
        auto* lacking = f.find<FlowText>(u"lacking"_s);
        QVERIFY(lacking->isVisible());
        QCOMPARE(lacking->plainText(), u"crm was last synced 6 Nov 10:03: what it tells is stale and may have changed since."_s);
        QStringList badges, pills;
        for (const Pill* pill : f.find<QWidget>(u"profile"_s)->findChildren<Pill*>(u"badge"_s))
            badges.append(pill->text() + u'/' + pill->accessibleName());
        QCOMPARE(badges,
                 (QStringList{u"stale/Stale: no system that says so was reached lately; it may have changed"_s,
                              u"gone/Gone: no record that says so is still there at its system"_s}));
        for (const Pill* pill : f.find<QWidget>(u"header"_s)->findChildren<Pill*>())
            pills.append(pill->text() + u'/' + pill->accessibleName());
        QVERIFY2(pills.contains(u"Stale: CRM/Stale: CRM was last synced 6 Nov 10:03; what was told there since then is missing"_s),
                 qPrintable(pills.join(u'\n')));
        QVERIFY2(pills.contains(u"2 records gone/2 records are gone at their systems and kept here as last seen: "
                                "shop S-9 since 6 Nov and helpdesk #4700 since 6 Nov"_s),
                 qPrintable(pills.join(u'\n')));
        // An address that does not fit beside its badge ends its line after the "@".
        int addresses = 0;
        for (const ValueText* value : f.find<QWidget>(u"profile"_s)->findChildren<ValueText*>()) {
            if (!value->accessibleName().startsWith(u"E-mail: "_s))
                continue;
            ++addresses;
            const QTextBlock block = value->document()->firstBlock();
            QVERIFY(block.layout()->lineCount() > 1);
            QCOMPARE(block.text().mid(block.layout()->lineAt(1).textStart(), 11), u"example.com"_s);
        }
        QVERIFY(addresses > 0);
        for (const auto& [choice, name] : {std::pair(ThemeChoice::dark, u"window-stale-dark"_s), {ThemeChoice::light, u"window-stale"_s}}) {
            f.theme.setChoice(choice);
            QTest::qWait(1);
            f.keep(name);
        }
        QStringList spoken;
        for (const ValueText* value : f.find<QWidget>(u"profile"_s)->findChildren<ValueText*>())
            spoken.append(value->accessibleName());
        QCOMPARE(spoken.filter(u"Stale: no system"_s).size(), 1);
        QVERIFY2(spoken.filter(u"E-mail: "_s).join(QString()).contains(u"Stale: "_s), qPrintable(spoken.join(u'\n')));
        press(f.window, Qt::Key_Y);
        QString why;
        for (auto* text : f.find<QWidget>(u"whyPanel"_s)->findChildren<FlowText*>())
            why += text->plainText() + u'\n';
        QVERIFY2(why.contains(u"crm: no messages, synced 6 Nov 10:03, stale\n"_s), qPrintable(why));
        QVERIFY(!why.contains(u"helpdesk: newest message 6 Nov 10:03, synced Today 10:03, stale"_s));

        // Synced again, with nothing new.
        auto again = std::make_shared<CustomerView>(*view);
        again->freshness.front() = {"crm", std::nullopt, story::now(), false};
        again->history.gone.clear();
        for (auto& field : again->profile.fields)
            field.chosen.stale = field.chosen.gone = false;
        f.desk.views[story::maria] = again;
        f.window.openPerson(story::maria);
        QTRY_VERIFY(!lacking->isVisible());
        QVERIFY(f.find<QWidget>(u"profile"_s)->findChildren<Pill*>(u"badge"_s).isEmpty());
    }

    // Where a line may end is nothing that is copied.
    void whatIsCopiedIsAsItWasGiven()
    {
        const QString given = u"maria@example.com, m@example.org"_s;
        ValueText value(given, nullptr);
        value.selectAll();
        value.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), given);
        // A domain alone, from the "@" on, where the line may end.
        QTextCursor domain = value.textCursor();
        domain.setPosition(6);
        domain.setPosition(18, QTextCursor::KeepAnchor);
        value.setTextCursor(domain);
        value.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"example.com"_s);
    }

    void aFewOfManyThatAreGoneAreNamed()
    {
        const Wording words(QLocale(QLocale::English, QLocale::UnitedKingdom), Wording::Zone::asWritten, story::now());
        const auto pillOf = [&](int conversations) {
            CustomerView view;
            view.history.gone = {{GoneRecord::Kind::customer, {"crm", "C-1"}, story::at("2026-11-06T10:03:00+01:00"), {}}};
            for (int i = 0; i < conversations; ++i)
                view.history.gone.push_back({GoneRecord::Kind::interaction,
                                             {"helpdesk", std::to_string(4700 + i)},
                                             story::at("2026-11-08T10:03:00+01:00"),
                                             InteractionStatus::open});
            return ProfileText(words).pills(view).back();
        };
        const PillText one = pillOf(0), five = pillOf(4), six = pillOf(5), many = pillOf(7);
        QCOMPARE(one.text, u"1 record gone"_s);
        QCOMPARE(one.spoken, u"1 record is gone at its system and kept here as last seen: CRM C-1 since 6 Nov"_s);
        QVERIFY2(five.spoken.endsWith(u"helpdesk #4702 since 8 Nov and helpdesk #4703 since 8 Nov"_s), qPrintable(five.spoken));
        QVERIFY2(six.spoken.endsWith(u", helpdesk #4703 since 8 Nov and 1 more"_s), qPrintable(six.spoken));
        QCOMPARE(many.text, u"8 records gone"_s);
        QCOMPARE(many.spoken,
                 u"8 records are gone at their systems and kept here as last seen: CRM C-1 since 6 Nov, helpdesk #4700 since 8 Nov, "
                 "helpdesk #4701 since 8 Nov, helpdesk #4702 since 8 Nov, helpdesk #4703 since 8 Nov and 3 more"_s);
    }
};

QTEST_MAIN(WindowStaleTest)
#include "test_window_stale.moc"
