#include <type_traits>

#include <QTest>

#include "core/model/citation.h"

using namespace foreword;

// A statement without a citation cannot be constructed.
static_assert(!std::is_default_constructible_v<Statement>);
static_assert(!std::is_constructible_v<Statement, std::string>);
static_assert(!std::is_default_constructible_v<Citation>);
static_assert(!std::is_constructible_v<Citation, MessageKey, Span>);

class TestCitation : public QObject {
    Q_OBJECT

private slots:
    void holdsOnlyRangesOfTheText_data()
    {
        QTest::addColumn<int>("start");
        QTest::addColumn<int>("end");
        QTest::addColumn<bool>("valid");
        // "Grüße" is G r ü(2) ß(2) e: 7 bytes
        QTest::newRow("all") << 0 << 7 << true;
        QTest::newRow("one letter of two bytes") << 2 << 4 << true;
        QTest::newRow("cuts a letter at the end") << 0 << 3 << false;
        QTest::newRow("cuts a letter at the start") << 3 << 7 << false;
        QTest::newRow("empty") << 2 << 2 << false;
        QTest::newRow("backwards") << 4 << 2 << false;
        QTest::newRow("past the end") << 0 << 8 << false;
    }

    void holdsOnlyRangesOfTheText()
    {
        QFETCH(int, start);
        QFETCH(int, end);
        QFETCH(bool, valid);
        const auto citation = Citation::of({"helpdesk", "1"},
                                           "Gr\xC3\xBC\xC3\x9F"
                                           "e",
                                           {std::uint32_t(start), std::uint32_t(end)});
        QCOMPARE(citation.has_value(), valid);
    }

    void citesTheSamePlaceOnce()
    {
        const auto first = Citation::of({"helpdesk", "1"}, "some words", {0, 4});
        const auto second = Citation::of({"helpdesk", "1"}, "some words", {5, 10});
        Statement statement("some words", *first, {*second, *first});
        statement.cite(*second);
        QCOMPARE(statement.citations().size(), std::size_t(2));
        QVERIFY(statement.citations().front() == *first);
    }
};

QTEST_GUILESS_MAIN(TestCitation)
#include "test_citation.moc"
