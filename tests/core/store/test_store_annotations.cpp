#include "store_fixture.h"

using namespace foreword;
using namespace foreword::storetest;

namespace {

Annotations someOf(const std::string& label)
{
    Annotations all;
    all.push_back({AnnotationKind::sentence, {0, 5}, "body", "", {}, 500});
    all.push_back({AnnotationKind::cue, {1, 4}, label, "value", at("2026-05-01T00:00:00+02:00"), 0});
    return all;
}

} // namespace

class TestStoreAnnotations : public QObject {
    Q_OBJECT

private:
    static void annotate(Fixture& fixture, std::int64_t row, const std::string& version, const std::string& label = "open_complaint")
    {
        auto transaction = must(Transaction::write(fixture.writer()));
        must(AnnotationTable(fixture.writer()).put(row, version, someOf(label)));
        must(transaction.commit());
    }

    static std::vector<PendingConversation> pending(Fixture& fixture, const std::string& version = "v1", int limit = 100)
    {
        return must(AnnotationTable(fixture.writer()).pending(version, limit));
    }

    // "1:v1 2:" - id and version of the first pending conversation's messages.
    static std::string listed(const std::vector<PendingConversation>& conversations)
    {
        std::string text;
        for (const auto& conversation : conversations) {
            for (const auto& message : conversation.messages)
                text += message.key.id + ":" + message.dictionaryVersion + " ";
        }
        return text;
    }

private slots:
    void conversationsWaitWhole()
    {
        Fixture fixture;
        fixture.put(customer("C-1", "Maria Hoffmann"));
        fixture.put(interaction("4711", "C-1"));
        const auto second = fixture.put(message("2", "4711", "zweite Nachricht", "2026-03-01T11:00:00Z")).row;
        const auto first = fixture.put(message("1", "4711", "erste Nachricht", "2026-03-01T10:00:00Z")).row;
        fixture.put(message("9", "4799", "an interaction that has not come"));
        const auto all = pending(fixture);
        QCOMPARE(all.size(), std::size_t{2});
        QCOMPARE(listed(all), std::string("1: 2: 9: "));
        QCOMPARE(all[0].messages[0].text, std::string("erste Nachricht"));
        annotate(fixture, first, "v1");
        QCOMPARE(listed(pending(fixture)), std::string("1:v1 2: 9: "));
        annotate(fixture, second, "v1");
        QCOMPARE(listed(pending(fixture)), std::string("9: "));
    }

    void aNewDictionaryStartsOver()
    {
        Fixture fixture;
        std::vector<std::int64_t> rows;
        for (int i = 0; i < 5; ++i)
            rows.push_back(fixture.put(message(std::to_string(i), "c" + std::to_string(i), "some words")).row);
        annotate(fixture, rows[0], "v1");
        annotate(fixture, rows[1], "v2");
        annotate(fixture, rows[2], "v3");
        QCOMPARE(listed(pending(fixture, "v2")), std::string("0:v1 2:v3 3: 4: "));
        QCOMPARE(listed(pending(fixture, "v2", 2)), std::string("0:v1 2:v3 "));
        QCOMPARE(pending(fixture, "v2", 0).size(), std::size_t{0});
        QCOMPARE(pending(fixture, "v2", -1).size(), std::size_t{0});
    }

    void theyComeBackInTheHistory()
    {
        Fixture fixture;
        const auto maria = fixture.person("C-1", "Maria Hoffmann");
        fixture.put(interaction("4711", "C-1"));
        const auto row = fixture.put(message("1", "4711", "some words")).row;
        annotate(fixture, row, "v1");
        const auto history = must(readHistory(fixture.writer(), maria, {}));
        QCOMPARE(history.messages.at(0).dictionaryVersion, std::string("v1"));
        QVERIFY(history.messages.at(0).annotations == someOf("open_complaint"));
        QCOMPARE(history.messages.at(0).annotations.at(1).due->offsetMinutes(), 120);
    }

    void unchangedMessagesKeepThem()
    {
        Fixture fixture;
        const auto row = fixture.put(message("1", "4711", "some words")).row;
        annotate(fixture, row, "v1");
        fixture.put(message("1", "4711", "some words"));
        QCOMPARE(pending(fixture).size(), std::size_t{0});
        fixture.put(message("1", "4711", "other words"), "2");
        QCOMPARE(listed(pending(fixture)), std::string("1: "));
        QCOMPARE(fixture.number("SELECT sum(length(items)) FROM annotation"), 0);
    }

    // A points balance that changes every night has nobody's history read again.
    void onlyAnotherLanguageTellsAnew()
    {
        Fixture fixture;
        CustomerRecord record = customer("C-1", "Maria Hoffmann");
        const auto changed = [&](const char* name, const char* value) {
            record.attributes[name] = value;
            if (!*value)
                record.attributes.erase(name);
            fixture.put(record, std::string(name) + value);
            return listed(pending(fixture));
        };
        changed("language", "de");
        fixture.put(interaction("4711", "C-1"));
        const auto row = fixture.put(message("1", "4711", "some words")).row;
        const auto read = [&] { annotate(fixture, row, "v1"); };
        read();
        QCOMPARE(changed("points", "120"), std::string());
        QCOMPARE(changed("points", ""), std::string());
        QCOMPARE(changed("locale", "de-AT"), std::string("1: "));
        read();
        QCOMPARE(changed("language", "fr"), std::string("1: "));
        read();
        QCOMPARE(changed("language", ""), std::string("1: "));
    }

    // The messages before are the context of those after: what follows is read again, what went
    // before is not.
    void whatFollowsIsReadAgain()
    {
        Fixture fixture;
        const auto put = [&](const char* id, const char* time, const char* version) {
            return fixture.put(message(id, "4711", "some words", time), version).row;
        };
        const auto first = put("1", "2026-03-01T10:00:00Z", "1");
        const auto third = put("3", "2026-03-01T12:00:00Z", "1");
        annotate(fixture, first, "v1");
        annotate(fixture, third, "v1");
        const auto second = put("2", "2026-03-01T11:00:00Z", "1");
        QCOMPARE(listed(pending(fixture)), std::string("1:v1 2: 3: "));
        annotate(fixture, second, "v1");
        annotate(fixture, third, "v1");
        put("4", "2026-03-01T13:00:00Z", "1");
        QCOMPARE(listed(pending(fixture)), std::string("1:v1 2:v1 3:v1 4: "));
        put("1", "2026-03-01T12:30:00Z", "2"); // moves to the end: all are read again
        QCOMPARE(listed(pending(fixture)), std::string("2: 3: 1: 4: "));
    }

    void refusesWhatCouldNotBeRead()
    {
        Fixture fixture;
        const auto row = fixture.put(message("1", "4711", "tiny")).row;
        auto transaction = must(Transaction::write(fixture.writer()));
        AnnotationTable table(fixture.writer());
        QCOMPARE(codeOf(table.put(row, "v1", {{AnnotationKind::cue, {0, 5}, "x", "", {}, 0}})), std::string("internal"));
        QCOMPARE(codeOf(table.put(row, "v1", {{AnnotationKind::cue, {3, 2}, "x", "", {}, 0}})), std::string("internal"));
        QCOMPARE(codeOf(table.put(row + 1, "v1", {})), std::string("internal"));
        QCOMPARE(codeOf(table.put(row, "v1", {{AnnotationKind::cue, {0, 4}, "x", "", {}, 0}})), std::string("none"));
    }

    void damagedOnesAreAnError()
    {
        Fixture fixture;
        const auto maria = fixture.person("C-1", "Maria Hoffmann");
        fixture.put(interaction("4711", "C-1"));
        const auto row = fixture.put(message("1", "4711", "some words")).row;
        annotate(fixture, row, "v1");
        {
            auto transaction = must(Transaction::write(fixture.writer()));
            must(runScript(fixture.writer(), "UPDATE annotation SET items = x'0105'"));
            must(transaction.commit());
        }
        const auto history = readHistory(fixture.writer(), maria, {});
        QCOMPARE(codeOf(history), std::string("workspace_damaged"));
        QVERIFY(history.error().param("detail").find(std::to_string(row)) != std::string_view::npos);
    }
};

QTEST_GUILESS_MAIN(TestStoreAnnotations)
#include "test_store_annotations.moc"
