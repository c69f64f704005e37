// Tokens, contrast, fonts and icons.
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>
#include <QSignalSpy>
#include <QtTest>

#include "ui/text/strings.h"
#include "ui/theme/theme.h"

using namespace foreword;

class ThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QApplication::setPalette(QPalette(Qt::white)); }

    void knowsTheContrastFormula()
    {
        // Published figures of WCAG: black on white 21, #777777 on white 4.48.
        QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white) * 100), 2100);
        QCOMPARE(qRound(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) * 100), 448);
    }

    void everyUsedPairIsReadable_data()
    {
        QTest::addColumn<int>("look");
        QTest::newRow("light") << int(Look::light);
        QTest::newRow("dark") << int(Look::dark);
        QTest::newRow("contrast light") << int(Look::contrastLight);
        QTest::newRow("contrast dark") << int(Look::contrastDark);
    }

    void everyUsedPairIsReadable()
    {
        QFETCH(int, look);
        const bool high = static_cast<Look>(look) == Look::contrastLight || static_cast<Look>(look) == Look::contrastDark;
        for (const TokenPair& pair : usedPairs(tokensOf(static_cast<Look>(look)))) {
            // High contrast: text at 7:1 (WCAG AAA).
            const double minimum = high && pair.minimum > 4 ? 7.0 : pair.minimum;
            const double ratio = contrastRatio(pair.foreground, pair.background);
            QVERIFY2(ratio >= minimum, qPrintable(u"%1: %2 of %3"_s.arg(QLatin1StringView(pair.name)).arg(ratio).arg(minimum)));
        }
    }

    void usesTheTokensOfTheDesign()
    {
        QCOMPARE(tokensOf(Look::light).accent.name(), u"#3b5bdb"_s);
        QCOMPARE(tokensOf(Look::light).highlight.name(), u"#fff0b3"_s);
        QCOMPARE(tokensOf(Look::dark).background.name(), u"#12161d"_s);
        QCOMPARE(tokensOf(Look::dark).amber.name(), u"#ffc078"_s);
    }

    void changesWhenTold()
    {
        Theme theme(ThemeChoice::light);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setChoice(ThemeChoice::dark);
        QCOMPARE(changed.size(), 1);
        QVERIFY(theme.dark());
        QCOMPARE(QApplication::palette().color(QPalette::Window), tokensOf(Look::dark).background);
        QVERIFY(qApp->styleSheet().contains(tokensOf(Look::dark).accent.name()));
        QVERIFY(!qApp->styleSheet().contains(u'{' + u"accent}"_s));
        theme.setChoice(ThemeChoice::highContrast);
        QVERIFY(theme.look() == Look::contrastLight || theme.look() == Look::contrastDark);
    }

    void bundlesItsFont()
    {
        const Theme theme(ThemeChoice::light);
        QCOMPARE(QFontInfo(Theme::font(TextStyle::body)).family(), u"Noto Sans"_s);
        QCOMPARE(QFontInfo(Theme::font(TextStyle::body)).pixelSize(), 13);
        QCOMPARE(QFontInfo(Theme::font(TextStyle::name)).weight(), int(QFont::DemiBold));
        QVERIFY(QFile::exists(u":/foreword/fonts/OFL.txt"_s));
        // Equal figures: numbers line up under each other.
        for (const auto style : {TextStyle::body, TextStyle::strong}) {
            const QFontMetricsF metrics(Theme::font(style));
            for (QChar digit = u'1'; digit <= u'9'; digit = QChar(digit.unicode() + 1))
                QCOMPARE(metrics.horizontalAdvance(digit), metrics.horizontalAdvance(u'0'));
        }
    }

    void paintsIconsInTheColour()
    {
        for (int icon = int(Icon::search); icon <= int(Icon::unfold); ++icon) {
            const QImage image = iconPixmap(static_cast<Icon>(icon), Qt::red, 16, 2.0).toImage();
            QCOMPARE(image.size(), QSize(32, 32));
            int painted = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y).alpha() < 250)
                        continue;
                    ++painted;
                    QCOMPARE(image.pixelColor(x, y).rgb(), QColor(Qt::red).rgb());
                }
            }
            QVERIFY2(painted > 20, qPrintable(u"icon %1 is empty"_s.arg(icon)));
        }
    }
};

QTEST_MAIN(ThemeTest)
#include "test_theme.moc"
