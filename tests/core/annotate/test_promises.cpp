// What an agent's sentence promises, and what only looks so, in the four languages; the sentences
// stand in promises/LANGUAGE.txt.
#include <QFile>
#include <QRegularExpression>

#include "tests/core/annotate/reading.h"

using namespace foreword;
using namespace foreword::test;

class PromisesTest : public QObject {
    Q_OBJECT

private slots:
    void promises_data();
    void promises();
};

void PromisesTest::promises_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("promise");
    QTest::addColumn<QString>("due"); // empty: no time is named
    static const QRegularExpression promised(QStringLiteral("^\\+ (\\S+) \\| (.+)$"));
    for (const char* language : {"en", "de", "es", "fr"}) {
        QFile file(QStringLiteral(FOREWORD_SOURCE_DIR "/tests/core/annotate/promises/%1.txt").arg(QLatin1String(language)));
        QVERIFY2(file.open(QIODevice::ReadOnly | QIODevice::Text), qPrintable(file.fileName()));
        int number = 0;
        for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
            ++number;
            if (line.startsWith(QLatin1Char('#')))
                continue;
            const auto match = promised.match(line);
            QVERIFY2(match.hasMatch() || line.startsWith(QLatin1String("- ")), qPrintable(line));
            const QString due = match.captured(1) == QLatin1String("-") ? QString() : match.captured(1);
            QTest::addRow("%s %d", language, number)
                << language << (match.hasMatch() ? match.captured(2) : line.mid(2)) << match.hasMatch() << due;
        }
    }
}

void PromisesTest::promises()
{
    QFETCH(QString, language);
    QFETCH(QString, text);
    QFETCH(bool, promise);
    QFETCH(QString, due);
    std::vector<HistoryMessage> conversation = messages({agent(text.toStdString(), "2026-11-03T10:00:00+01:00")}, language.toStdString());
    annotateAll(conversation);
    const auto read = found(conversation.front(), AnnotationKind::promise);
    QVERIFY2(read.empty() != promise, qPrintable(text));
    QString first;
    for (const Annotation& annotation : read) {
        if (annotation.due && first.isEmpty())
            first = QString::fromStdString(annotation.due->toString());
    }
    const bool hour = due.contains(QLatin1Char('T'));
    QCOMPARE(first, due.isEmpty() ? due : due + (hour ? QStringLiteral(":00+01:00") : QStringLiteral("T23:59:59+01:00")));
}

QTEST_GUILESS_MAIN(PromisesTest)
#include "test_promises.moc"
