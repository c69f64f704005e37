#include <QtTest>

#include <vector>

#include "core/brief/brief_maker.h"
#include "core/brief/key_sentences.h"
#include "tests/core/annotate/reading.h"

using namespace foreword;
using namespace foreword::test;

static std::vector<std::string> keyTexts(const History& history)
{
    std::vector<std::string> texts;
    for (const Citation& citation : makeBrief(history, time("2026-03-05T00:00:00Z")).keySentences) {
        for (const HistoryMessage& message : history.messages) {
            if (message.messageKey() == citation.message())
                texts.emplace_back(citation.span().in(message.text));
        }
    }
    return texts;
}

static bool holds(const std::vector<std::string>& texts, std::string_view words)
{
    return std::ranges::any_of(texts, [&](const std::string& text) { return text.find(words) != std::string::npos; });
}

class KeySentencesTest : public QObject {
    Q_OBJECT

private slots:
    void setIsChosenByWhatItAdds();
    void problemAndAnswerNotGreetings_data();
    void problemAndAnswerNotGreetings();
    void longMattersAreBounded();
};

void KeySentencesTest::setIsChosenByWhatItAdds()
{
    const std::vector<int> all{100, 700, 650, 600, 690, 500};
    QCOMPARE(keySet(all), (std::vector<std::size_t>{1, 4, 2, 3}));
    // A third that is hardly ever marked costs more than it brings; two there are always.
    const std::vector<int> few{800, 20, 750, 10};
    QCOMPARE(keySet(few), (std::vector<std::size_t>{0, 2}));
    const std::vector<int> none{5, 5, 0};
    QCOMPARE(keySet(none).size(), std::size_t(2));
    QVERIFY(keySet({}).empty());
}

void KeySentencesTest::problemAndAnswerNotGreetings_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("lines"); // customer and agent in turn
    QTest::addColumn<QStringList>("key");
    QTest::addColumn<QStringList>("never");
    QTest::newRow("English")
        << "en"
        << QStringList{"Hi there. My router drops the connection every evening since the update last week.",
                       "Hi Sam, sorry about that. Please hold the reset button for ten seconds and let us know if it stays up.",
                       "Thanks. That fixed it, the line is stable now.", "Glad to hear. Have a nice day!"}
        << QStringList{"drops the connection", "hold the reset button"} << QStringList{"Hi there.", "nice day"};
    QTest::newRow("German")
        << "de"
        << QStringList{"Guten Tag. Meine Waschmaschine verliert seit gestern Wasser und die Garantie läuft noch bis Mai.",
                       "Guten Tag, das tut uns leid. Unser Techniker kommt am Donnerstag zwischen 8 und 12 Uhr zu Ihnen.", "Danke.",
                       "Gern geschehen."}
        << QStringList{"verliert seit gestern", "Techniker kommt"} << QStringList{"Gern geschehen"};
}

void KeySentencesTest::problemAndAnswerNotGreetings()
{
    QFETCH(QString, language);
    QFETCH(QStringList, lines);
    QFETCH(QStringList, key);
    QFETCH(QStringList, never);
    std::vector<Line> said;
    for (int i = 0; i < lines.size(); ++i) {
        const std::string at = "2026-03-02T1" + std::to_string(i) + ":00:00Z";
        said.push_back(i % 2 == 0 ? customer(lines[i].toStdString(), at) : agent(lines[i].toStdString(), at));
    }
    const std::vector<std::string> texts = keyTexts(test::history(said, language.toStdString()));
    QVERIFY(texts.size() >= 2 && texts.size() <= 4);
    for (const QString& words : key)
        QVERIFY2(holds(texts, words.toStdString()), qPrintable(words));
    for (const QString& words : never)
        QVERIFY2(!holds(texts, words.toStdString()), qPrintable(words));
}

// However much was said, a brief looks closely at so much only, and at the same each time.
void KeySentencesTest::longMattersAreBounded()
{
    std::vector<Line> said;
    for (int i = 0; i < 300; ++i)
        said.push_back(customer("Message " + std::to_string(i) + " about the delayed parcel.", "2026-03-02T12:00:00Z"));
    const History history = test::history(said);
    const HistoryView view(history, time("2026-03-05T00:00:00Z"));
    QCOMPARE(seenSentences(BriefFold(view), view.messagesOf(0)).size(), std::size_t(60));
    QVERIFY(keyTexts(history) == keyTexts(history));
}

QTEST_APPLESS_MAIN(KeySentencesTest)
#include "test_key_sentences.moc"
