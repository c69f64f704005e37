#include <set>
#include <string>

#include <QTest>

#include "core/base/error_catalog.h"

using namespace foreword;

class TestErrors : public QObject {
    Q_OBJECT

private slots:
    void everyCodeHasOneEntryWithAName()
    {
        std::set<std::string> names;
        for (int code = 0; code < static_cast<int>(ErrorCode::end_of_codes); ++code) {
            const auto& entry = errorEntry(static_cast<ErrorCode>(code));
            QVERIFY2(entry.code == static_cast<ErrorCode>(code), qPrintable(QString::number(code)));
            QVERIFY(*entry.message != '\0');
            QVERIFY2(names.insert(entry.name).second, entry.name);
        }
    }

    void namesAreTheCodesOfTheContract()
    {
        QCOMPARE(errorEntry(ErrorCode::missing_field).name, "missing_field");
        QCOMPARE(errorEntry(ErrorCode::usage).exit, ExitStatus::usage);
        QCOMPARE(errorEntry(ErrorCode::bad_json).exit, ExitStatus::rejected);
        QCOMPARE(errorEntry(ErrorCode::host_unreachable).exit, ExitStatus::failed);
    }

    void fillsPlaceholders()
    {
        const Error error(ErrorCode::missing_field, {{"field", "at"}});
        QCOMPARE(englishMessage(error), std::string("Field \"at\" is missing. Add it."));
        QCOMPARE(fillTemplate("{a} and {b", Error(ErrorCode::usage, {{"a", "{b}"}})), std::string("{b} and {b"));
        QCOMPARE(fillTemplate("{absent}", Error()), std::string("?"));
    }
};

QTEST_GUILESS_MAIN(TestErrors)
#include "test_errors.moc"
