// The window in German: every text is there, with its plurals, and fits.
#include <QXmlStreamReader>
#include <QtTest>

#include <map>

#include "core/base/error_catalog.h"
#include "ui/text/decision_text.h"
#include "ui/text/error_text.h"
#include "window_fixture.h"

using namespace foreword;

class TranslationTest : public QObject {
    Q_OBJECT

private:
    const QLocale m_german{QLocale::German, QLocale::Germany};

    struct Message {
        QString context, source;
        QStringList translations;
        bool finished = true;
    };
    static QList<Message> read(const QString& file)
    {
        QFile ts(QStringLiteral(FOREWORD_SOURCE_DIR "/translations/") + file);
        QList<Message> messages;
        if (!ts.open(QFile::ReadOnly))
            return messages;
        QXmlStreamReader xml(&ts);
        QString context;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == u"name")
                context = xml.readElementText();
            else if (xml.name() == u"message")
                messages.append({context, {}, {}, true});
            else if (xml.name() == u"source")
                messages.last().source = xml.readElementText();
            else if (xml.name() == u"numerusform")
                messages.last().translations.append(xml.readElementText());
            else if (xml.name() == u"translation") {
                messages.last().finished = !xml.attributes().hasAttribute(u"type"_s);
                if (!messages.last().finished || messages.last().source.contains(u"%n"_s) || messages.last().source.contains(u"%Ln"_s))
                    continue;
                messages.last().translations.append(xml.readElementText());
            }
        }
        return messages;
    }
    static QStringList placeholders(const QString& text)
    {
        static const QRegularExpression pattern(u"%(?:\\d|L?n)|\\{\\w+\\}"_s);
        QStringList found;
        for (auto match = pattern.globalMatch(text); match.hasNext();)
            found.append(match.next().captured());
        found.sort();
        found.removeDuplicates();
        return found;
    }

private Q_SLOTS:
    void initTestCase() { loadTranslations(*qApp, m_german); }

    void everyTextIsTranslated()
    {
        const auto messages = read(u"foreword_de.ts"_s);
        QVERIFY(messages.size() > 300);
        for (const Message& message : messages) {
            QVERIFY2(message.finished && !message.translations.isEmpty(), qPrintable(message.context + u": "_s + message.source));
            for (const QString& translation : message.translations) {
                QVERIFY2(!translation.isEmpty(), qPrintable(message.source));
                QCOMPARE(placeholders(translation), placeholders(message.source));
            }
        }
    }

    void englishHasItsPlurals()
    {
        const auto messages = read(u"foreword_en.ts"_s);
        QVERIFY(messages.size() > 20);
        for (const Message& message : messages) {
            QCOMPARE(message.translations.size(), 2);
            QVERIFY2(!message.translations.join(u""_s).contains(u"(s)"_s), qPrintable(message.source));
        }
    }

    void everyErrorIsTranslated()
    {
        QStringList untranslated;
        for (const auto& entry : errorCatalog()) {
            for (const char* english : {entry.message, entry.remedy}) {
                if (*english != '\0' && QCoreApplication::translate("ErrorCatalog", english) == QString::fromUtf8(english))
                    untranslated.append(QString::fromUtf8(english));
            }
        }
        QVERIFY2(untranslated.isEmpty(), qPrintable(untranslated.join(u'\n')));
        QCOMPARE(ErrorText::message(Error(ErrorCode::workspace_busy)), u"Ein anderes Programm benutzt den Arbeitsbereich."_s);
    }

    void speaksGerman()
    {
        const Wording words(m_german, Wording::Zone::asWritten, story::now());
        QCOMPARE(words.dayTime(story::at("2026-11-09T10:02:00+01:00")), u"Heute 10:02"_s);
        QVERIFY(words.date(story::at("2026-11-07T16:20:00+01:00")).startsWith(u"7. Nov"_s));
        const auto view = story::mariaView();
        QCOMPARE(DecisionText(words).postureReason(*view),
                 u"Offene Beschwerde #4711, 3 Kontakte zur selben Sache und eine versäumte Zusage."_s);
        QCOMPARE(DecisionText(words).postureRule(*view),
                 u"Regel „Open complaint outranks offers“ v3, verantwortlich: Customer Care. Bis #4711 geschlossen ist, danach 14 Tage."_s);
    }

    void theWindowSpeaksGerman()
    {
        FakeDesk desk;
        const Theme theme(ThemeChoice::light);
        MainWindow window(desk, theme, m_german);
        window.show();
        window.openPerson(story::maria);
        auto* title = window.findChild<QLabel*>(u"bannerTitle"_s);
        QTRY_COMPARE(title->text(), u"Service zuerst. Jetzt kein Marketingangebot."_s);
        QTRY_COMPARE(window.findChild<QListView*>(u"queue"_s)->model()->index(0, 0).data().toString(), u"Warten auf Sie (4)"_s);
        QTest::qWait(10);
        const QString folder = qEnvironmentVariable("FOREWORD_SCREENSHOT_DIR");
        if (!folder.isEmpty())
            window.grab().save(folder + u"/german.png"_s);
    }
};

QTEST_MAIN(TranslationTest)
#include "test_translation.moc"
