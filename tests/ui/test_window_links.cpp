// Who a customer is, in the window: the records and why they are one, decided and taken back; and
// the likely duplicates of everybody.
#include <QPushButton>
#include <QtTest>

#include "ui/widgets/flow_text.h"
#include "ui/workspace/links_panel.h"
#include "window_fixture.h"

using namespace foreword;

namespace {

CustomerRecord record(const char* source, const char* id, const char* name)
{
    CustomerRecord made;
    made.key = {source, id};
    made.names = {name};
    made.birthDate = "1981-04-12";
    made.emails = {"maria@example.com"};
    return made;
}

PersonLinks linksOfMaria()
{
    PersonLinks links;
    links.person = story::maria;
    links.records = {record("billing", "B-1", "Hoffmann, M."), record("crm", "C-100", "Maria Hoffmann")};
    RecordLink link;
    link.a = links.records[0].key;
    link.b = links.records[1].key;
    link.weight = 9.5;
    link.score = 0.9986;
    link.reasons = {{"birth_date", "different", -4.1}, {"email", "exact", 14.3}, {"rarity", "", -0.7}};
    link.firstSide = {link.a};
    link.secondSide = {link.b};
    links.links = {link};
    OpenReview review;
    review.first = links.records[1];
    review.second = record("shop", "S-7", "M. Hoffman");
    review.pair = link;
    review.pair.a = review.first.key;
    review.pair.b = review.second.key;
    review.pair.score = 0.8;
    review.pair.firstSide = {link.a, link.b};
    review.pair.secondSide = {review.second.key};
    review.firstPerson = story::maria;
    review.secondPerson = 77;
    links.reviews = {review};
    links.apart = {{{link.a}, {{"shop", "S-9"}}, record("shop", "S-9", "Marta Hoffmann"), story::now()}};
    return links;
}

// Everything the panel says, without what was replaced and waits to be deleted.
QString said(const WindowFixture& f)
{
    QStringList all;
    for (const auto* text : f.find<LinksPanel>(u"linksPanel"_s)->findChildren<FlowText*>()) {
        if (text->isVisible())
            all.append(text->plainText());
    }
    return all.join(u'\n');
}

QPushButton* deciding(const WindowFixture& f, const QString& spoken)
{
    for (auto* button : f.find<LinksPanel>(u"linksPanel"_s)->findChildren<QPushButton*>()) {
        if (button->isVisible() && button->accessibleName().startsWith(spoken))
            return button;
    }
    return nullptr;
}

} // namespace

class TestWindowLinks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKeyTellsWhoThisIs()
    {
        WindowFixture f;
        f.desk.personLinks = linksOfMaria();
        open(f, story::maria, u"Maria Hoffmann"_s);
        press(f.window, Qt::Key_I);
        QTRY_VERIFY(said(f).contains(u"Same e-mail"_s));
        const QString text = said(f);
        for (const auto& part : {u"CRM C-100"_s, u"billing B-1"_s, u"12 Apr 1981"_s, u"99 % certain"_s, u"Different birth date"_s,
                                 u"+14.3"_s, u"80 % certain"_s, u"M. Hoffman"_s, u"Marta Hoffmann"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u" in "_s + text));
        // What speaks for it stands first.
        QVERIFY(text.indexOf(u"Same e-mail"_s) < text.indexOf(u"Different birth date"_s));
        QVERIFY(f.find<LinksPanel>(u"linksPanel"_s)->isAncestorOf(f.window.focusWidget()));
        QCoreApplication::processEvents(); // layouts settle
        f.keep(u"links"_s);
        press(*f.window.focusWidget(), Qt::Key_Escape);
        QVERIFY(!f.visible<LinksPanel>(u"linksPanel"_s));
        // The focus goes back to where it is opened from.
        QCOMPARE(f.window.focusWidget()->objectName(), u"identity"_s);
        press(*f.window.focusWidget(), Qt::Key_Space);
        QVERIFY(f.visible<LinksPanel>(u"linksPanel"_s));
    }

    void inTheDarkTheSame()
    {
        WindowFixture f({1360, 860}, ThemeChoice::dark);
        f.desk.personLinks = linksOfMaria();
        open(f, story::maria, u"Maria Hoffmann"_s);
        press(f.window, Qt::Key_I);
        QTRY_VERIFY(said(f).contains(u"Same e-mail"_s));
        QCoreApplication::processEvents(); // layouts settle
        f.keep(u"links-dark"_s);
    }

    void aDecisionIsTakenAndTakenBack_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("verdict");
        QTest::newRow("confirm") << u"Confirm: billing B-1"_s << static_cast<int>(IdentityVerdict::confirm);
        QTest::newRow("split") << u"Split:"_s << static_cast<int>(IdentityVerdict::split);
        QTest::newRow("same") << u"Confirm: CRM C-100 and shop S-7"_s << static_cast<int>(IdentityVerdict::confirm);
        QTest::newRow("forbid") << u"Never link"_s << static_cast<int>(IdentityVerdict::forbid);
    }
    void aDecisionIsTakenAndTakenBack()
    {
        QFETCH(QString, button);
        QFETCH(int, verdict);
        WindowFixture f;
        f.desk.personLinks = linksOfMaria();
        open(f, story::maria, u"Maria Hoffmann"_s);
        press(f.window, Qt::Key_I);
        QTRY_VERIFY(deciding(f, button));
        const auto readBefore = f.desk.readAgain.size();
        deciding(f, button)->setFocus();
        press(*f.window.focusWidget(), Qt::Key_Space);
        QTRY_COMPARE(f.desk.decided.size(), std::size_t{1});
        QCOMPARE(static_cast<int>(f.desk.decided[0].verdict), verdict);
        const PersonLinks links = linksOfMaria();
        const bool other = button.contains(u"S-7"_s) || button == u"Never link"_s;
        const RecordLink& pair = other ? links.reviews[0].pair : links.links[0];
        QVERIFY(f.desk.decided[0].a == pair.firstSide);
        QVERIFY(f.desk.decided[0].b == pair.secondSide);
        // The customer is read again: they may have other records now.
        QTRY_VERIFY(f.desk.readAgain.size() > readBefore);
        QTRY_COMPARE(f.window.focusWidget()->objectName(), u"undoDecision"_s);
        press(*f.window.focusWidget(), Qt::Key_Space);
        QTRY_COMPARE(f.desk.decided.size(), std::size_t{2});
        QVERIFY(f.desk.decided[1].verdict == IdentityVerdict::undo);
        QVERIFY(f.desk.decided[1].a == pair.firstSide);
        QTRY_VERIFY(said(f).contains(u"Taken back"_s));
        QVERIFY(!f.visible<QPushButton>(u"undoDecision"_s));
    }

    // The desk may find that the number of the other one is theirs now.
    void theSameCustomerByAnotherNumberCanStillUndo()
    {
        WindowFixture f;
        f.desk.personLinks = linksOfMaria();
        open(f, story::maria, u"Maria Hoffmann"_s);
        press(f.window, Qt::Key_I);
        QTRY_VERIFY(deciding(f, u"Confirm: CRM C-100"_s));
        auto merged = story::mariaView();
        merged->profile.person = 77;
        f.desk.views[77] = merged;
        f.desk.becomes[story::maria] = 77;
        deciding(f, u"Confirm: CRM C-100"_s)->click();
        QTRY_COMPARE(f.desk.attended, merged);
        QVERIFY(f.visible<QPushButton>(u"undoDecision"_s));
        QCOMPARE(f.window.focusWidget()->objectName(), u"undoDecision"_s);
        QCOMPARE(f.desk.linksAsked.back(), 77);
        // Somebody else cannot.
        open(f, story::kwame, u"Kwame Mensah"_s);
        press(f.window, Qt::Key_I);
        QVERIFY(!f.visible<QPushButton>(u"undoDecision"_s));
    }

    void aLateAnswerIsOfTheCustomerItIsAbout_data()
    {
        QTest::addColumn<bool>("well");
        QTest::newRow("decided") << true;
        QTest::newRow("not decided") << false;
    }
    void aLateAnswerIsOfTheCustomerItIsAbout()
    {
        QFETCH(bool, well);
        WindowFixture f;
        f.desk.personLinks = linksOfMaria();
        open(f, story::maria, u"Maria Hoffmann"_s);
        press(f.window, Qt::Key_I);
        QTRY_VERIFY(deciding(f, u"Never link"_s));
        f.desk.writerBusy = true;
        if (!well)
            f.desk.writeError = Error(ErrorCode::workspace_busy);
        deciding(f, u"Never link"_s)->click();
        f.desk.personLinks = {};
        open(f, story::kwame, u"Kwame Mensah"_s);
        press(f.window, Qt::Key_I);
        QTRY_VERIFY(!deciding(f, u"Never link"_s));
        const auto* focus = f.window.focusWidget();
        const auto read = f.desk.readAgain.size();
        f.desk.release();
        if (well)
            QTRY_VERIFY(f.desk.readAgain.size() > read); // it may be about them, too
        else
            QTRY_VERIFY(said(f).startsWith(u"Not decided (CRM C-100 and shop S-7): "_s));
        QVERIFY(!f.visible<QPushButton>(u"undoDecision"_s));
        QCOMPARE(f.window.focusWidget(), focus);
    }

    void anEarlierDecisionIsTakenBack()
    {
        WindowFixture f;
        f.desk.personLinks = linksOfMaria();
        f.desk.personLinks.links[0].confirmed = true;
        open(f, story::maria, u"Maria Hoffmann"_s);
        press(f.window, Qt::Key_I);
        QTRY_VERIFY(said(f).contains(u"Confirmed by a person"_s));
        deciding(f, u"Take back: shop S-9"_s)->click();
        QTRY_COMPARE(f.desk.decided.size(), std::size_t{1});
        QVERIFY(f.desk.decided[0].verdict == IdentityVerdict::undo);
        QCOMPARE(f.desk.decided[0].b.front().id, std::string("S-9"));
        deciding(f, u"Take back: billing B-1"_s)->click();
        QTRY_COMPARE(f.desk.decided.size(), std::size_t{2});
    }

    void whatCannotBeKeptIsSaid()
    {
        WindowFixture f;
        f.desk.personLinks = linksOfMaria();
        f.desk.writeError = Error(ErrorCode::disk_full, {});
        open(f, story::maria, u"Maria Hoffmann"_s);
        press(f.window, Qt::Key_I);
        QTRY_VERIFY(deciding(f, u"Never link"_s));
        const auto before = said(f);
        deciding(f, u"Never link"_s)->click();
        QTRY_VERIFY(said(f).size() > before.size());
        QVERIFY(f.desk.decided.empty());
        QVERIFY(!f.visible<QPushButton>(u"undoDecision"_s));
    }

    // Without a customer on screen, too; and from there to one of the two.
    void likelyDuplicatesOfEverybody()
    {
        WindowFixture f;
        press(f.window, Qt::Key_D);
        QTRY_VERIFY(said(f).contains(u"Nothing waits"_s));
        press(f.window, Qt::Key_D);
        QVERIFY(!f.visible<LinksPanel>(u"linksPanel"_s));
        f.desk.waiting = linksOfMaria().reviews;
        press(f.window, Qt::Key_D);
        QTRY_VERIFY(said(f).contains(u"M. Hoffman"_s));
        QVERIFY(said(f).contains(u"Maria Hoffmann"_s));
        QCoreApplication::processEvents(); // layouts settle
        f.keep(u"duplicates"_s);
        deciding(f, u"Confirm:"_s)->click();
        QTRY_COMPARE(f.desk.decided.size(), std::size_t{1});
        deciding(f, u"Open Maria"_s)->click();
        QTRY_COMPARE(f.customer(), u"Maria Hoffmann"_s);
    }
};

QTEST_MAIN(TestWindowLinks)
#include "test_window_links.moc"
