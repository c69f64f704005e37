// A customer who was erased is nowhere: not in the file, its unused space, its log, its search
// index or a backup; and does not come back. Looked at page by page.
#include "erased_person.h"
#include "page_fixture.h"

#include "../migrations/golden_content.h"
#include "core/store/draft_table.h"
#include "core/store/erasing_rows.h"
#include "core/store/feedback_table.h"
#include "core/store/override_table.h"
#include "core/store/file_care.h"
#include "core/store/identity_table.h"
#include "core/store/outbox_table.h"
#include "core/store/query.h"

using namespace foreword;
using namespace foreword::pages;

namespace {

std::vector<std::string> found(const std::vector<Page>& pages, const std::vector<std::string>& texts)
{
    std::vector<std::string> places;
    for (const auto& text : texts) {
        if (const auto at = placesOf(pages, text); !at.empty())
            places.push_back(text + " in " + at.front());
    }
    return places;
}

std::string joined(const std::vector<std::string>& texts)
{
    std::string all;
    for (const auto& text : texts)
        all += text + "; ";
    return all;
}

// Every word of a search index.
std::vector<std::string> wordsOf(Connection& connection, const std::string& index)
{
    auto transaction = must(Transaction::write(connection));
    must(runScript(connection, "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', '" + index + "', 'row')"));
    std::vector<std::string> words;
    {
        Query query(connection, "SELECT term FROM temp.vocabulary ORDER BY term");
        while (must(query.next()))
            words.push_back(query.string(0));
    }
    return words; // and the table goes with the transaction
}

std::int64_t number(Connection& connection, const char* sql)
{
    Query query(connection, sql);
    return must(query.number()).value_or(-1);
}

// The person came, changed, was added to, among others who came before and after.
void fill(Fixture& fixture)
{
    fixture.import(otherLines(0, 60) + offerLine());
    fixture.import(formerLines());
    fixture.import(otherLines(60, 90));
    fixture.import(personLines());
    fixture.import(otherLines(90, 120));
    const auto connection = fixture.connect();
    auto transaction = must(Transaction::write(*connection));
    OutboxItem note;
    note.key = "note-1";
    note.source = "helpdesk";
    note.interaction = "I-zqx-1";
    note.text = "Rückruf wegen der Zirbelkiefer";
    must(OutboxTable(*connection).add(note));
    must(IdentityTable(*connection).decide({{"crm", "Q-7741"}, {"billing", "Quixbrand-decided"}, false, note.writtenAt}));
    must(DraftTable(*connection).put({{"helpdesk", "I-zqx-1"}, DraftKind::wrapUp, "Entwurf mit Zirbelkiefer", note.writtenAt}));
    must(FeedbackTable(*connection)
             .put({{{"helpdesk", "M-zqx-2"}, {0, 4}, Section::promised, {}},
                   FeedbackVerdict::wrong,
                   "Olivenpresse sagte niemand",
                   "Zirbelkiefer",
                   note.writtenAt}));
    GivenOverride given;
    given.customer = {"helpdesk", "zqx-login"};
    given.given = {{}, "R-310", "supervisor", "Frau Wozzeck", "other", "wegen der Olivenpresse", note.writtenAt, note.writtenAt};
    must(OverrideTable(*connection).add(given));
    must(transaction.commit());
}

} // namespace

class TestErasingPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLeft()
    {
        // From the first schema on, so that a migration made a backup.
        Fixture fixture(fs::path(FOREWORD_SOURCE_DIR) / "tests/migrations/schema-1", std::string(golden::key().view()));
        fill(fixture);
        {
            const auto connection = fixture.connect();
            must(FileCare(*connection).copyTo(fixture.folder() / "backups" / "workspace-schema-9-later.db"));
        }
        fixture.rekey(keyOf('n'));
        fixture.import(otherLines(120, 125)); // the log holds something
        const auto before = fixture.pages();
        QVERIFY(std::ranges::any_of(placesOf(before, "Zoë Hoffmann"),
                                    [](const auto& place) { return place.starts_with("workspace-schema-1-"); }));
        QCOMPARE(found(before, presentBefore()).size(), presentBefore().size());

        const auto person = must(fixture.bench().resolve("zofie.quixbrand@example.org"));
        const auto erased = must(fixture.bench().erase(person));
        const auto after = fixture.pages();
        QVERIFY2(found(after, traces()).empty(), joined(found(after, traces())).c_str());
        using Removed = std::map<std::string, std::int64_t>;
        QVERIFY2((Removed{{"customer", 2},
                          {"interaction", 2},
                          {"message", 3},
                          {"consent", 1},
                          {"event", 2},
                          {"annotation", 3},
                          {"identifier", 8},
                          {"identity_decision", 1},
                          {"name", 3},
                          {"note", 1},
                          {"draft", 1},
                          {"feedback", 1},
                          {"rule_override", 1},
                          {"backup", 2}})
                     == erased.removed,
                 joined([&] {
                     std::vector<std::string> all;
                     for (const auto& [type, count] : erased.removed)
                         all.push_back(type + " " + std::to_string(count));
                     return all;
                 }())
                     .c_str());

        // The others and the offers are all there.
        for (const char* stays : {"Nummer7", "p119@example.com", "Thema 61", "N-99-3", "Angebotswort", "Zoë Hoffmann", "zoe@example.com"})
            QVERIFY2(!placesOf(after, stays).empty(), stays);
        const auto info = must(fixture.workspace().info());
        QCOMPARE(info.counts.at("customer"), 126);
        QCOMPARE(info.counts.at("message"), 125 * 6 + 2);
        QCOMPARE(info.counts.at("offer"), 2);
        QCOMPARE(info.backupBytes, 0);
        QCOMPARE(must(fixture.bench().find("Ausfall", 500)).size(), std::size_t(125));
        QCOMPARE(fixture.bench().resolve("crm:Q-7741").error().code, ErrorCode::customer_not_found);
        QCOMPARE(must(fixture.bench().find("Quixbrandova", 5)).size(), std::size_t(0));
        const auto connection = fixture.connect();
        QCOMPARE(number(*connection, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
        QCOMPARE(number(*connection, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), 0);
        QCOMPARE(number(*connection, "SELECT pending FROM erasing"), 0);
    }

    // Removing rows alone would not do: this is what is found then.
    void deletingAloneLeavesTraces()
    {
        Fixture fixture;
        fill(fixture);
        const auto person = must(fixture.bench().resolve("zofie.quixbrand@example.org"));
        {
            const auto connection = fixture.connect();
            fs::create_directory(fixture.folder() / "backups");
            must(FileCare(*connection).copyTo(fixture.folder() / "backups" / "workspace-schema-3-earlier.db"));
            auto transaction = must(Transaction::write(*connection));
            TombstoneTable tombstones(*connection);
            must(RowEraser(*connection, tombstones).person(person));
            must(transaction.commit());
        }
        QCOMPARE(must(fixture.bench().find("Quixbrandova", 5)).size(), std::size_t(0));
        const auto rowsGone = placesOf(fixture.pages(), "uixbrand");
        QVERIFY(std::ranges::any_of(rowsGone, [](const auto& place) { return place.starts_with("workspace.db-wal "); }));
        QVERIFY(std::ranges::any_of(rowsGone, [](const auto& place) { return place.starts_with("workspace-schema-3-"); }));
        // Opening it finishes the work.
        fixture.reopen();
        const auto after = fixture.pages();
        QVERIFY2(found(after, traces()).empty(), joined(found(after, traces())).c_str());
        QVERIFY(!placesOf(after, "Nummer7").empty());
    }

    // The search indexes are those of a workspace that never knew the person: no trigram, no
    // beginning of a word stays.
    void theIndexIsThatOfAWorkspaceWithoutThem()
    {
        Fixture fixture;
        fill(fixture);
        Fixture control;
        control.import(otherLines(0, 60) + offerLine());
        control.import(otherLines(60, 90));
        control.import(otherLines(90, 120));
        {
            const auto connection = fixture.connect();
            const auto expected = control.connect();
            QVERIFY(wordsOf(*connection, "message_words") != wordsOf(*expected, "message_words"));
            QVERIFY(wordsOf(*connection, "name_trigrams") != wordsOf(*expected, "name_trigrams"));
        }
        must(fixture.bench().erase(must(fixture.bench().resolve("crm:Q-7741"))));
        const auto connection = fixture.connect();
        const auto expected = control.connect();
        QVERIFY(wordsOf(*connection, "message_words") == wordsOf(*expected, "message_words"));
        QVERIFY(wordsOf(*connection, "name_trigrams") == wordsOf(*expected, "name_trigrams"));
        QVERIFY(wordsOf(*connection, "message_words").size() > 100);
    }

    void importingAgainBringsNothingBack()
    {
        Fixture fixture;
        fill(fixture);
        must(fixture.bench().erase(must(fixture.bench().resolve("crm:Q-7741"))));
        const auto again = fixture.import(formerLines() + personLines() + otherLines(0, 2)).counts;
        QCOMPARE(again.byType.at("customer").erased, 3);
        QCOMPARE(again.byType.at("customer").unchanged, 2);
        QCOMPARE(again.byType.at("interaction").erased, 3);
        QCOMPARE(again.byType.at("message").erased, 4);
        QCOMPARE(again.byType.at("message").added, 0);
        QCOMPARE(again.byType.at("consent").erased, 1);
        QCOMPARE(again.byType.at("event").erased, 2);
        QVERIFY2(found(fixture.pages(), traces()).empty(), joined(found(fixture.pages(), traces())).c_str());
    }

    // Under another key, from another system, and with the history before the person.
    void anotherRecordOfThemIsRefusedToo()
    {
        Fixture fixture;
        fill(fixture);
        must(fixture.bench().erase(must(fixture.bench().resolve("crm:Q-7741"))));
        const std::string late =
            R"({"type":"message","source":"shop","interaction":"S-zqx-9","id":"SM-zqx-1","sender":"customer","at":"2026-10-05T09:00:00Z","text":"Noch eine Jalousiekurbel bitte."})"
            "\n"
            R"({"type":"interaction","source":"shop","id":"S-zqx-9","customer":{"source":"shop","id":"zqx-shop"},"channel":"email","kind":"order","subject":"Quastenflosser","status":"open","opened_at":"2026-10-05T09:00:00Z"})"
            "\n";
        fixture.import(late);
        QVERIFY(!placesOf(fixture.pages(), "Jalousiekurbel").empty()); // nobody knows yet whose it is
        const auto counts =
            fixture
                .import(
                    R"({"type":"customer","source":"shop","id":"zqx-shop","names":["Z. Quixbrandova"],"emails":["Zofie.Quixbrand@example.org"]})"
                    "\n"
                    R"({"type":"event","source":"shop","customer":{"source":"shop","id":"zqx-shop"},"name":"outage","at":"2026-10-06T09:00:00Z"})"
                    "\n")
                .counts;
        QCOMPARE(counts.byType.at("customer").erased, 1);
        QCOMPARE(counts.byType.at("event").erased, 1);
        QCOMPARE(counts.unresolved.at("interaction"), 0);
        QCOMPARE(counts.unresolved.at("message"), 0);
        fixture.reopen();
        const auto after = fixture.pages();
        auto gone = traces();
        gone.insert(gone.end(), {"zqx-shop", "S-zqx-9", "SM-zqx-1"});
        QVERIFY2(found(after, gone).empty(), joined(found(after, gone)).c_str());
    }

    // A number in a family, and an id that another system uses too, stop nobody else.
    void othersAreNotStopped()
    {
        Fixture fixture;
        fill(fixture);
        must(fixture.bench().erase(must(fixture.bench().resolve("crm:Q-7741"))));
        const auto counts =
            fixture
                .import(R"({"type":"customer","source":"crm","id":"B-1","names":["Bruder Quixbrandov"],"phones":["+44 7700 900555"]})"
                        "\n"
                        R"({"type":"customer","source":"shop","id":"Q-7741","names":["Somebody Else"],"emails":["else@example.com"]})"
                        "\n")
                .counts;
        QCOMPARE(counts.byType.at("customer").added, 2);
        QCOMPARE(counts.byType.at("customer").erased, 0);
        // With the name, the number is theirs.
        const auto same =
            fixture
                .import(R"({"type":"customer","source":"web","id":"w-1","names":["Quixbrandova Zofie"],"phones":["+44 7700 900555"]})"
                        "\n")
                .counts;
        QCOMPARE(same.byType.at("customer").erased, 1);
    }

    // The marks say nothing without their key: they are not plain hashes of what they mark.
    void tombstonesAreKeyed()
    {
        Fixture first, second;
        std::vector<std::string> marks[2];
        for (int i = 0; i < 2; ++i) {
            Fixture& fixture = i == 0 ? first : second;
            fixture.import(personLines());
            const auto erased = must(fixture.bench().erase(must(fixture.bench().resolve("crm:Q-7741"))));
            const auto connection = fixture.connect();
            Query query(*connection, "SELECT mark FROM tombstone");
            while (must(query.next()))
                marks[i].emplace_back(query.blob(0));
            QCOMPARE(static_cast<std::int64_t>(marks[i].size()), erased.tombstones);
            QVERIFY(marks[i].size() >= 10);
        }
        for (const auto& mark : marks[0])
            QVERIFY(std::ranges::find(marks[1], mark) == marks[1].end());
    }

    // A table that is added later has to be answered for here: erased with the person, or free of
    // what says something about one.
    void everyTableIsAnsweredFor()
    {
        Fixture fixture;
        const auto connection = fixture.connect();
        Query query(*connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
        std::vector<std::string> tables;
        while (must(query.next()))
            tables.push_back(query.string(0));
        const std::vector<std::string> erasedWithThePerson = {"annotation",
                                                              "consent",
                                                              "conversation",
                                                              "customer",
                                                              "draft",
                                                              "event",
                                                              "feedback",
                                                              "identifier",
                                                              "identity_decision",
                                                              "interaction",
                                                              "match_key",
                                                              "match_pair",
                                                              "match_traits",
                                                              "match_waiting",
                                                              "message",
                                                              "name",
                                                              "name_word",
                                                              "name_word_use",
                                                              "outbox",
                                                              "person",
                                                              "rule_override",
                                                              "message_words",
                                                              "message_words_config",
                                                              "message_words_data",
                                                              "message_words_docsize",
                                                              "message_words_idx",
                                                              "name_trigrams",
                                                              "name_trigrams_config",
                                                              "name_trigrams_data",
                                                              "name_trigrams_docsize",
                                                              "name_trigrams_idx"};
        const std::vector<std::string> aboutNobody = {"dictionary", "erasing", "health_count", "health_run", "match_count",
                                                      "matching",   "offer",   "source",       "tombstone",  "workspace"};
        for (const auto& table : tables) {
            QVERIFY2(std::ranges::find(erasedWithThePerson, table) != erasedWithThePerson.end()
                         || std::ranges::find(aboutNobody, table) != aboutNobody.end(),
                     table.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestErasingPages)
#include "test_erasing_pages.moc"
