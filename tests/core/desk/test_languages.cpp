// What each message is written in, and so which words of it are read, rests on what there is and
// never on the order or the company in which it came: through a workspace and live.
#include <algorithm>
#include <ctime>
#include <map>
#include <random>

#include <QTest>

#include "core/annotate/conversation_language.h"
#include "core/desk/intake.h"
#include "core/desk/kept_history.h"
#include "core/desk/sample.h"
#include "core/desk/temporary_workspace.h"
#include "core/store/connection.h"
#include "core/store/reading.h"
#include "tests/must.h"

using namespace foreword;
using test::must;

namespace {

using Languages = std::map<std::string, std::string>; // by the message's id

Timestamp at(int minute)
{
    return Timestamp::fromMicros(1'770'000'000'000'000 + minute * 60'000'000LL);
}

CustomerRecord customer(const std::string& language)
{
    CustomerRecord record;
    record.key = {"crm", "C-1"};
    record.names = {"Kim Example"};
    if (!language.empty())
        record.attributes["language"] = language;
    return record;
}

InteractionRecord interaction(const std::string& id)
{
    InteractionRecord record;
    record.key = {"desk", id};
    record.customer = {"crm", "C-1"};
    record.openedAt = at(0);
    return record;
}

// "T1-2" is the second message of T1.
MessageRecord message(const std::string& id, int minute, const std::string& text, Sender sender = Sender::customer)
{
    MessageRecord record;
    record.key = {"desk", id};
    record.interaction = id.substr(0, id.find('-'));
    record.sender = sender;
    record.at = at(minute);
    record.text = text;
    return record;
}

class Place {
public:
    explicit Place(const Definitions& definitions)
        : m_temporary(must(TemporaryWorkspace::create(SystemClock()))), m_writer(must(m_temporary.workspace()->connect(Access::write))),
          m_intake(*m_writer, definitions)
    {
    }

    void take(std::vector<Record> records) { must(m_intake.take(std::move(records))); }

    // The history of whoever is there; nobody but one customer is.
    History history()
    {
        const auto persons = must(PersonTable(*m_writer).all());
        return persons.empty() ? History() : must(readHistory(*m_writer, persons.front(), {}));
    }

    Languages languages()
    {
        Languages found;
        for (const HistoryMessage& one : history().messages)
            found[one.key.id] = one.language;
        return found;
    }

private:
    TemporaryWorkspace m_temporary;
    std::unique_ptr<Connection> m_writer;
    Intake m_intake;
};

// The same conversation while it happens, into a customer without messages.
Languages live(const Definitions& definitions, const History& whole, const std::vector<std::size_t>& order)
{
    History before = whole;
    before.messages.clear();
    KeptHistory kept(definitions, std::move(before), at(1'000'000));
    for (const std::size_t i : order) {
        HistoryMessage added = whole.messages[i];
        const std::string conversation = whole.interactions[added.interaction].key.id;
        added.language.clear();
        added.annotations.clear();
        kept.add(std::move(added), conversation);
    }
    Languages found;
    for (const HistoryMessage& one : kept.history().messages)
        found[one.key.id] = one.language;
    return found;
}

} // namespace

class TestLanguages : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<const Definitions> m_definitions;

    using Story = std::vector<Record>;

    static Story greetedInEnglish()
    {
        return {customer("es"),
                interaction("T1"),
                message("T1-1", 0, "Thank you for contacting us, how can we help you today?", Sender::agent),
                message("T1-2", 1, "ok"),
                message("T1-3", 2, "no me funciona el router desde ayer por la tarde"),
                message("T1-4", 3, "si")};
    }
    static Story nothingDeclared()
    {
        return {customer(""), interaction("T1"), message("T1-1", 0, "ok"), message("T1-2", 1, "na kiek da isser ja"),
                message("T1-3", 2, "Ich finde im Fernseher den Sender nicht mehr, was soll ich machen?")};
    }
    static Story toldElsewhere()
    {
        return {customer(""),
                interaction("T1"),
                interaction("T2"),
                interaction("T3"),
                message("T1-1", 5, "STOP"),
                message("T2-1", 50, "Je n'ai toujours pas reçu ma commande, que se passe-t-il ?"),
                message("T3-1", 90, "I moved to England, so from now on please write to me in English.")};
    }
    static Story onlyWeWrote()
    {
        return {interaction("T1"),
                message("T1-1", 0, "Heute gibt es bei uns alle Tarife zum halben Preis, antworten Sie mit STOP.", Sender::agent),
                message("T1-2", 1, "STOP"), customer("")};
    }
    // A transcript whose lines have the time at which it was kept.
    static Story allAtOneTime()
    {
        return {customer("es"),
                interaction("T1"),
                message("T1-1", 0, "Guten Tag, seit gestern Abend geht mein Anschluss nicht mehr, was soll ich machen?"),
                message("T1-2", 0, "ok"),
                message("T1-3", 0, "na kiek da isser ja"),
                message("T1-4", 0, "12345")};
    }
    static Story declaredLate() { return {message("T1-1", 0, "ok"), message("T1-2", 1, "12345"), interaction("T1"), customer("fr-CA")}; }

private Q_SLOTS:
    void initTestCase()
    {
        const auto definitions = loadBuiltInDefinitions();
        QVERIFY(definitions);
        m_definitions = *definitions;
    }

    void restOnWhatThereIs_data()
    {
        QTest::addColumn<Story>("story");
        QTest::addColumn<Languages>("expected");
        QTest::newRow("customer's words before ours")
            << greetedInEnglish() << Languages{{"T1-1", "en"}, {"T1-2", "es"}, {"T1-3", "es"}, {"T1-4", "es"}};
        QTest::newRow("nothing declared") << nothingDeclared() << Languages{{"T1-1", "de"}, {"T1-2", "de"}, {"T1-3", "de"}};
        QTest::newRow("told elsewhere first") << toldElsewhere() << Languages{{"T1-1", "fr"}, {"T2-1", "fr"}, {"T3-1", "en"}};
        QTest::newRow("only we wrote words") << onlyWeWrote() << Languages{{"T1-1", "de"}, {"T1-2", "de"}};
        QTest::newRow("all at one time") << allAtOneTime() << Languages{{"T1-1", "de"}, {"T1-2", "de"}, {"T1-3", "de"}, {"T1-4", "de"}};
        QTest::newRow("declared") << declaredLate() << Languages{{"T1-1", "fr"}, {"T1-2", "fr"}};
    }

    void restOnWhatThereIs()
    {
        QFETCH(Story, story);
        QFETCH(Languages, expected);
        Place together(*m_definitions);
        together.take(story);
        QCOMPARE(together.languages(), expected);
        std::mt19937 random(5);
        for (int round = 0; round < 8; ++round) {
            Place oneByOne(*m_definitions);
            for (const Record& record : story)
                oneByOne.take({record});
            QCOMPARE(oneByOne.languages(), expected);
            std::ranges::shuffle(story, random);
        }
    }

    // Short messages of another conversation stay as they were read until the customer is opened
    // again.
    void liveAsStored_data()
    {
        QTest::addColumn<Story>("story");
        QTest::addColumn<Languages>("expected");
        QTest::newRow("customer's words before ours")
            << greetedInEnglish() << Languages{{"T1-1", "en"}, {"T1-2", "es"}, {"T1-3", "es"}, {"T1-4", "es"}};
        QTest::newRow("nothing declared") << nothingDeclared() << Languages{{"T1-1", "de"}, {"T1-2", "de"}, {"T1-3", "de"}};
        QTest::newRow("only we wrote words") << onlyWeWrote() << Languages{{"T1-1", "de"}, {"T1-2", "de"}};
        QTest::newRow("all at one time") << allAtOneTime() << Languages{{"T1-1", "de"}, {"T1-2", "de"}, {"T1-3", "de"}, {"T1-4", "de"}};
        QTest::newRow("declared") << declaredLate() << Languages{{"T1-1", "fr"}, {"T1-2", "fr"}};
    }
    void liveAsStored()
    {
        QFETCH(Story, story);
        QFETCH(Languages, expected);
        Place place(*m_definitions);
        place.take(story);
        const History history = place.history();
        std::vector<std::size_t> order(history.messages.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::mt19937 random(6);
        for (int round = 0; round < 8; ++round) {
            QCOMPARE(live(*m_definitions, history, order), expected);
            std::ranges::shuffle(order, random);
        }
    }

    // Of a chat of "ok" and "yes", each message would look through all others.
    void oneMoreShortMessageCostsNoLookAtTheOthers()
    {
        const auto cost = [&](int messages) {
            History history;
            history.records = {customer("")};
            history.interactions = {interaction("T1")};
            KeptHistory kept(*m_definitions, std::move(history), at(1'000'000));
            const auto start = std::clock();
            for (int i = 0; i < messages; ++i) {
                HistoryMessage added;
                added.key = {"desk", "T1-" + std::to_string(i)};
                added.sender = i % 2 ? Sender::agent : Sender::customer;
                added.at = at(i);
                added.text = i % 2 ? "12345" : "na kiek da isser ja";
                kept.add(std::move(added), "T1");
            }
            return static_cast<double>(std::clock() - start);
        };
        cost(100);
        const double few = cost(400), many = cost(1600);
        QVERIFY2(many < 8 * few, qPrintable(QStringLiteral("%1 against %2").arg(many).arg(few)));
    }

    // Whoever asks about the end of a transcript alone is told what its beginning told.
    void linesOfOneTimeTellTogether()
    {
        std::vector<HistoryMessage> lines(3);
        lines[0].text = "Guten Tag, seit gestern Abend geht mein Anschluss nicht mehr, was soll ich machen?";
        lines[1].text = "ok";
        lines[2].text = "12345";
        std::vector<const HistoryMessage*> all;
        for (HistoryMessage& line : lines) {
            line.at = at(0);
            all.push_back(&line);
        }
        const std::optional<ToldLanguage> told = toldByCustomer(all);
        QVERIFY(told && told->language == "de");
        for (std::size_t first = 0; first <= lines.size(); ++first)
            QVERIFY(toldByCustomer(all, first, told) == told);
        // One that tells comes among them, before the one that told.
        lines[2].text = "Es geht jetzt wieder, vielen Dank für die schnelle Hilfe gestern Abend.";
        lines[0].text = "Hello, since yesterday evening my line has been dead, what shall I do about it?";
        const auto anew = toldByCustomer(all, 1, told);
        QVERIFY(anew && anew->language == "en");
    }

    void aChangedRecordTellsAnew()
    {
        Place place(*m_definitions);
        place.take(nothingDeclared());
        // What told is written anew, elsewhere.
        place.take({customer("en"), message("T1-3", 2, "👍")});
        QCOMPARE(place.languages(), (Languages{{"T1-1", "en"}, {"T1-2", "de"}, {"T1-3", "en"}}));
        place.take({customer("de")});
        QCOMPARE(place.languages(), (Languages{{"T1-1", "de"}, {"T1-2", "de"}, {"T1-3", "de"}}));
        // It leaves for another conversation.
        place.take({interaction("T2"), message("T1-3", 2, "My parcel still has not arrived, where is it?")});
        QCOMPARE(place.languages().at("T1-1"), std::string("en"));
        MessageRecord moved = message("T1-3", 2, "My parcel still has not arrived, where is it?");
        moved.interaction = "T2";
        place.take({moved});
        QCOMPARE(place.languages(), (Languages{{"T1-1", "de"}, {"T1-2", "de"}, {"T1-3", "en"}}));
    }

    // Nobody in the sample writes anything else.
    void noMessageOfTheSampleIsOfALanguageWeDoNotRead()
    {
        int messages = 0;
        for (const Record& record : must(loadSample()).records) {
            const auto* one = std::get_if<MessageRecord>(&record);
            if (!one)
                continue;
            HistoryMessage alone;
            alone.text = one->text;
            const std::string language = languageOf(alone, {});
            QVERIFY2(language.empty() || m_definitions->annotator.supports(language), (one->key.id + ": " + language).c_str());
            ++messages;
        }
        QVERIFY(messages > 1000);
    }
};

QTEST_GUILESS_MAIN(TestLanguages)
#include "test_languages.moc"
