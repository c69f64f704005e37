// Card numbers that come in by any field are on no page afterwards, not even for the moment
// between a batch and the next.
#include "card_lines.h"
#include "page_fixture.h"

using namespace foreword;
using namespace foreword::pages;

class TestCardDataPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noPageHoldsTheNumber_data()
    {
        QTest::addColumn<int>("card");
        for (std::size_t i = 0; i < cards().size(); ++i)
            QTest::newRow(cards()[i].written) << static_cast<int>(i);
    }

    void noPageHoldsTheNumber()
    {
        QFETCH(int, card);
        const Card& chosen = cards()[static_cast<std::size_t>(card)];
        Fixture fixture;
        std::string all;
        for (const auto& line : lines())
            all += withCard(line, chosen.written);
        fixture.import(all);
        // Again with other content, so that rows are written over.
        for (auto at = all.find("Re: "); at != std::string::npos; at = all.find("Re: ", at + 1))
            all.replace(at, 4, "Fw: ");
        fixture.import(all);
        const auto before = fixture.pages(); // with the log
        fixture.close();
        must(fixture.workspace().seal());
        const auto sealed = fixture.pages();
        for (const auto& pages : {before, sealed}) {
            for (const auto& trace : chosen.traces) {
                const auto places = placesOf(pages, trace);
                QVERIFY2(places.empty(), (trace + " is in " + (places.empty() ? "" : places.front())).c_str());
            }
            // The records themselves are there.
            QVERIFY(!placesOf(pages, "zweistein@example.com").empty());
            QVERIFY(!placesOf(pages, "Kartenzahlung mit ****").empty());
        }
    }

    // Without masking, this is what would be found.
    void theSearchFindsAnUnmaskedNumber()
    {
        Fixture fixture;
        fixture.import(withCard(lines()[0], "1234 5678 9012 3456")); // no card: the check digit is wrong
        QVERIFY(!placesOf(fixture.pages(), "1234 5678").empty());
    }
};

QTEST_GUILESS_MAIN(TestCardDataPages)
#include "test_card_data_pages.moc"
