// Schema 13: nothing is marked as gone at its system in an older workspace, and it can be.
#include <QTest>

#include "core/store/gone_table.h"
#include "core/store/reading.h"
#include "golden_copy.h"
#include "tests/must.h"

using namespace foreword;
using test::GoldenCopy;
using test::must;

class TestGoneMigration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingIsStillThere()
    {
        const GoldenCopy copy(12);
        const auto workspace = must(copy.open());
        const auto writer = must(workspace.connect(Access::write));
        const auto person = must(Search(*writer).exact("crm:C-100", {})).at(0).person;
        QVERIFY(must(readHistory(*writer, person, {})).gone.empty());
        const GoneRecord gone{GoneRecord::Kind::customer, {"crm", "C-100"}, golden::clock().now()};
        auto transaction = must(Transaction::write(*writer));
        QVERIFY(must(GoneTable(*writer).mark(gone)));
        QVERIFY(!must(GoneTable(*writer).mark(gone)));
        must(transaction.commit());
        QVERIFY(must(readHistory(*writer, person, {})).gone == std::vector{gone});
    }
};

QTEST_GUILESS_MAIN(TestGoneMigration)
#include "test_gone_migration.moc"
