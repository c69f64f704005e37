// The pictures `foreword --screenshot` draws: right size, right colours, written in every look.
// With FOREWORD_SCREENSHOT_DIR set they are kept there, to be looked at.
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "fake_desk.h"
#include "ui/shell/screenshot.h"
#include "ui/text/strings.h"
#include "ui/text/translation.h"

using namespace foreword;

class ScreenshotTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_temporary;
    FakeDesk m_desk;

    QString folder() const
    {
        const QString wanted = qEnvironmentVariable("FOREWORD_SCREENSHOT_DIR");
        return wanted.isEmpty() ? m_temporary.path() : wanted;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<foreword::Result<>>("foreword::Result<>");
        loadTranslations(*qApp, QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void draws_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<QString>("customer");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QRgb>("panel"); // at the right end of the top bar
        const QSize standard(1360, 860);
        QTest::newRow("light") << int(ThemeChoice::light) << u"Maria"_s << standard << 0xffffffffU;
        QTest::newRow("dark") << int(ThemeChoice::dark) << u"Maria"_s << standard << 0xff1a2029U;
        QTest::newRow("contrast") << int(ThemeChoice::highContrast) << u"Maria"_s << standard << 0xffffffffU;
        QTest::newRow("escalate") << int(ThemeChoice::light) << u"Kwame"_s << standard << 0xffffffffU;
        QTest::newRow("normal") << int(ThemeChoice::light) << u"Priya"_s << standard << 0xffffffffU;
        QTest::newRow("no-history") << int(ThemeChoice::light) << u"Tom"_s << standard << 0xffffffffU;
        QTest::newRow("long") << int(ThemeChoice::dark) << u"Lena"_s << standard << 0xff1a2029U;
        QTest::newRow("hostile") << int(ThemeChoice::light) << u"Noor"_s << standard << 0xffffffffU;
        QTest::newRow("folded") << int(ThemeChoice::light) << u"Maria"_s << QSize(900, 760) << 0xffffffffU;
        QTest::newRow("narrow") << int(ThemeChoice::light) << u"Maria"_s << QSize(420, 760) << 0xffffffffU;
        QTest::newRow("large") << int(ThemeChoice::light) << u"Maria"_s << QSize(1920, 1080) << 0xffffffffU;
    }

    void draws()
    {
        QApplication::setPalette(QPalette(Qt::white)); // a desktop without a wish

        QFETCH(int, choice);
        QFETCH(QString, customer);
        QFETCH(QSize, size);
        QFETCH(QRgb, panel);
        const Theme theme(static_cast<ThemeChoice>(choice));
        const QString file = folder() + u'/' + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s;
        Screenshot shot(m_desk, theme, {file, customer, {}, size, QLocale()});
        QSignalSpy finished(&shot, &Screenshot::finished);
        shot.start();
        QVERIFY(finished.wait(5000));
        QCOMPARE(finished.size(), 1);
        QVERIFY(finished[0][0].value<Result<>>().has_value());

        const QImage picture(file);
        QCOMPARE(picture.size(), size);
        QCOMPARE(picture.pixel(picture.width() - 4, 4), panel);
    }

    void tellsWhenNobodyIsFound()
    {
        const Theme theme(ThemeChoice::light);
        Screenshot shot(m_desk, theme, {folder() + u"/nobody.png"_s, u"no such person"_s, {}, {800, 600}, QLocale()});
        QSignalSpy finished(&shot, &Screenshot::finished);
        shot.start();
        QVERIFY(finished.wait(5000));
        const auto result = finished[0][0].value<Result<>>();
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, ErrorCode::customer_not_found);
        QVERIFY(!QFile::exists(folder() + u"/nobody.png"_s));
    }

    void drawsAnEmptyQueue()
    {
        FakeDesk desk;
        desk.entries.clear();
        const Theme theme(ThemeChoice::light);
        const QString file = folder() + u"/empty.png"_s;
        Screenshot shot(desk, theme, {file, {}, {}, {800, 600}, QLocale()});
        QSignalSpy finished(&shot, &Screenshot::finished);
        shot.start();
        QVERIFY(finished.wait(5000));
        QVERIFY(finished[0][0].value<Result<>>().has_value());
        QCOMPARE(QImage(file).size(), QSize(800, 600));
    }
};

QTEST_MAIN(ScreenshotTest)
#include "test_screenshot.moc"
