// Data health in the window: goals and findings with owner, count and trend, by keys alone, and out
// of it as a file.
#include <QFileDialog>
#include <QSignalSpy>

#include "ui/health/health_page.h"
#include "window_fixture.h"

using namespace foreword;

namespace {

std::shared_ptr<const HealthReport> report()
{
    auto made = std::make_shared<HealthReport>();
    made->asOf = story::now();
    made->customers = 61;
    made->comparedWith = *Timestamp::parse("2026-11-02T10:00:00+01:00");
    made->goals = {{"promises", "Promises are kept", "Customer Care", "promises_kept", "percent", true, 98, 49, 50},
                   {"pitches", "No pitch against a rule", "Sales", "pitches_against_a_rule", "count", false, 0, 3, 0}};
    made->findings = {
        {"birth_dates_differ",
         "high",
         {"crm", "C-100"},
         {},
         "Data steward",
         {{"first_source", "crm"},
          {"first", "1981-04-12"},
          {"second_source", "helpdesk"},
          {"second", "1981-12-04"},
          {"difference", "swapped"}}},
        {"attribute_undefined", "low", {"crm", "C-100"}, "shoe_size", "Data steward", {{"value", "38"}, {"customers", "2"}}, 2},
        {"charter_refused", "high", {}, "mine.toml", "Care", {{"line", "3"}, {"message", "<b>broken</b>"}}},
    };
    made->topics = {{"birth_dates_differ", "high", {}, "Data steward", 1, 0, 3},
                    {"charter_refused", "high", "mine.toml", "Care", 1, 2, 0},
                    {"attribute_undefined", "low", "shoe_size", "Data steward", 2, 1, 2}};
    return made;
}

HealthPage& page(const WindowFixture& f)
{
    return *f.window.findChild<HealthPage*>();
}

} // namespace

class TestWindowHealth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { loadTranslations(*qApp, QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void showsGoalsAndFindings()
    {
        WindowFixture f;
        f.desk.healthReport = report();
        press(*f.queue(), Qt::Key_H);
        QTRY_VERIFY(page(f).isVisible() && page(f).model().rowCount() == 7);
        QCOMPARE(f.desk.healthAsked, 1);
        const auto& model = page(f).model();
        const auto text = [&](int row, int role) { return model.index(row).data(role).toString(); };
        QCOMPARE(text(0, HealthModel::HeadingRole), u"Goals and practice"_s);
        QCOMPARE(text(1, HealthModel::WordRole), u"Met"_s);
        QCOMPARE(text(1, HealthModel::ExampleRole), u"98 %, goal at least 98 %"_s);
        QCOMPARE(text(2, HealthModel::WordRole), u"Not met"_s);
        QCOMPARE(text(2, HealthModel::ExampleRole), u"3, goal at most 0"_s);
        QCOMPARE(text(3, HealthModel::HeadingRole), u"Findings"_s);
        QCOMPARE(text(4, Qt::DisplayRole), u"Two birth dates"_s);
        QCOMPARE(text(4, HealthModel::WordRole), u"High"_s);
        QCOMPARE(text(4, HealthModel::OwnerRole), u"Data steward"_s);
        QCOMPARE(text(4, HealthModel::CountRole), u"1"_s);
        QCOMPARE(text(4, HealthModel::TrendRole), u"2 fewer"_s);
        QCOMPARE(text(4, HealthModel::ExampleRole), u"crm:C-100: CRM says 12 Apr 1981; helpdesk says 4 Dec 1981"_s);
        QCOMPARE(text(5, HealthModel::TrendRole), u"1 more"_s);
        QCOMPARE(text(5, HealthModel::ExampleRole), u"line: 3; <b>broken</b>"_s);
        QCOMPARE(text(6, Qt::DisplayRole), u"Field outside the dictionary: Shoe size"_s);
        QCOMPARE(text(6, HealthModel::TrendRole), u"as before"_s);
        QCOMPARE(text(6, HealthModel::ExampleRole), u"crm:C-100: value: 38; customers: 2"_s);
        QVERIFY(text(4, Qt::AccessibleTextRole).contains(u"High, 1 times, 2 fewer, Data steward"_s));
        QCOMPARE(f.find<QLabel>(u"healthSummary"_s)->text(), u"61 customers, 2 findings of high severity, compared with 2 Nov"_s);
        QTest::qWait(10);
        f.keep(u"window-health"_s);
    }

    void opensAnExampleByKeys()
    {
        WindowFixture f;
        f.desk.healthReport = report();
        press(*f.queue(), Qt::Key_H);
        QTRY_COMPARE(page(f).model().rowCount(), 7);
        QTRY_COMPARE(QApplication::focusWidget(), page(f).view());
        // Headings are passed over: from the first goal to the first finding.
        press(*page(f).view(), Qt::Key_Down);
        press(*page(f).view(), Qt::Key_Down);
        QCOMPARE(page(f).view()->currentIndex().row(), 4);
        press(*page(f).view(), Qt::Key_Return);
        QTRY_COMPARE(f.desk.queries, std::vector<std::string>{"crm:C-100"});
    }

    void escapeAndTheKeyLeadBack()
    {
        WindowFixture f;
        f.desk.healthReport = report();
        press(*f.queue(), Qt::Key_H);
        QTRY_VERIFY(page(f).isVisible());
        press(*page(f).view(), Qt::Key_Escape);
        QVERIFY(!page(f).isVisible() && f.queue()->isVisible());
        QTest::mouseClick(f.find<QPushButton>(u"tabHealth"_s), Qt::LeftButton);
        QVERIFY(page(f).isVisible());
        QCOMPARE(f.desk.healthAsked, 1); // it is there already
        press(*page(f).view(), Qt::Key_H);
        QVERIFY(!page(f).isVisible());
        QVERIFY(f.find<QPushButton>(u"tabWorkspace"_s)->isChecked());
    }

    void looksAgainAndTellsWhatWentWrong()
    {
        WindowFixture f;
        f.desk.healthError = Error(ErrorCode::disk_full);
        press(*f.queue(), Qt::Key_H);
        auto* state = page(f).findChild<StateView*>();
        QTRY_COMPARE(state->title(), u"Data health could not be read"_s);
        QVERIFY(!f.find<QPushButton>(u"healthExport"_s)->isEnabled());
        f.desk.healthError.reset();
        f.desk.healthReport = report();
        QTest::mouseClick(f.find<QPushButton>(u"healthAgain"_s), Qt::LeftButton);
        QTRY_VERIFY(page(f).view()->isVisible());
        QCOMPARE(f.desk.healthAsked, 2);
        QVERIFY(f.find<QPushButton>(u"healthExport"_s)->isEnabled());
    }

    void whoElseItCouldBeIsOneKeyAway()
    {
        WindowFixture f;
        auto view = std::make_shared<CustomerView>(*f.desk.views.at(story::maria));
        view->profile.couldAlsoBe = {{story::priya, "Priya Nair", {{"phone", "+4930901820"}}}};
        f.desk.views[story::maria] = view;
        open(f, story::maria, u"Maria Hoffmann"_s);
        auto* other = f.find<QPushButton>(u"otherHolder"_s);
        QVERIFY(other && other->isVisible());
        QCOMPARE(other->accessibleName(), u"Priya Nair has +4930901820, too"_s);
        other->setFocus();
        press(*other, Qt::Key_Space);
        QTRY_COMPARE(f.customer(), u"Priya Nair"_s);
        QVERIFY(!f.visible<QPushButton>(u"otherHolder"_s));
    }

    void exportsAsTableOrJson()
    {
        WindowFixture f;
        f.desk.healthReport = report();
        press(*f.queue(), Qt::Key_H);
        QTRY_VERIFY(page(f).view()->isVisible());
        page(f).exportTo(u"/x/health.csv"_s);
        page(f).exportTo(u"/x/Health.JSON"_s);
        QTRY_COMPARE(f.desk.healthFiles.size(), std::size_t(2));
        QCOMPARE(f.desk.healthFiles[0], std::pair(std::filesystem::path("/x/health.csv"), HealthFormat::csv));
        QCOMPARE(f.desk.healthFiles[1].second, HealthFormat::json);
        QTRY_COMPARE(f.find<QLabel>(u"healthSummary"_s)->text(), u"Saved as /x/Health.JSON"_s);
        f.desk.writeError = Error(ErrorCode::disk_full);
        page(f).exportTo(u"/x/health.csv"_s);
        QTRY_VERIFY(!f.find<QLabel>(u"healthSummary"_s)->text().startsWith(u"Saved"_s));
        // The button asks where to, and the window goes on.
        QTest::mouseClick(f.find<QPushButton>(u"healthExport"_s), Qt::LeftButton);
        auto* dialog = f.window.findChild<QFileDialog*>();
        QVERIFY(dialog);
        dialog->close();
    }
};

QTEST_MAIN(TestWindowHealth)
#include "test_window_health.moc"
