// Ten thousand messages: opening, scrolling and citations stay quick and exact.
#include <QElapsedTimer>
#include <QScrollBar>
#include <QRegularExpression>
#include <QtTest>

#include "window_fixture.h"

using namespace foreword;

class HistoryListTest : public QObject {
    Q_OBJECT

private:
    static constexpr int many = 10'000;

    std::shared_ptr<CustomerView> m_view = story::longView(many);

    struct Shown {
        Shown(const std::shared_ptr<CustomerView>& customer, const Theme& theme) : view(theme, model, nullptr)
        {
            view.resize(760, 340);
            view.show();
            model.setCustomer(customer, std::make_shared<CitationIndex>(*customer),
                              {QLocale(QLocale::English), Wording::Zone::asWritten, story::now()});
            QTest::qWait(1);
        }
        void openAll()
        {
            model.setAllOpen(true);
            QTest::qWait(1);
        }
        // Rows follow each other without gap or overlap, from above the view to below it.
        void checkContiguous() const
        {
            const QModelIndex first = view.indexAt({5, 0});
            QVERIFY(first.isValid());
            int y = view.visualRect(first).top();
            QVERIFY(y <= 0);
            for (int row = first.row(); y < view.viewport()->height() && row < model.rowCount(); ++row) {
                const QRect rect = view.visualRect(model.index(row));
                QCOMPARE(rect.top(), y);
                QVERIFY(rect.height() > 0);
                y += rect.height();
            }
        }
        HistoryModel model;
        HistoryList view;
    };

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void opensQuickly()
    {
        const Theme theme(ThemeChoice::light);
        Shown shown(story::mariaView(), theme);
        QElapsedTimer timer;
        timer.start();
        shown.model.setCustomer(m_view, std::make_shared<CitationIndex>(*m_view),
                                {QLocale(QLocale::English), Wording::Zone::asWritten, story::now()});
        shown.model.setAllOpen(true);
        shown.view.doItemsLayout();
        shown.view.grab();
        qInfo("10,000 messages opened and painted in %lld ms", timer.elapsed());
        QVERIFY(shown.model.rowCount() > many);
        // Generous, for slow machines under load; laying every message out takes far longer.
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    }

    void scrollsSmoothly()
    {
        const Theme theme(ThemeChoice::light);
        Shown shown(m_view, theme);
        shown.openAll();
        auto* bar = shown.view.verticalScrollBar();
        qint64 slowest = 0;
        qint64 total = 0;
        constexpr int steps = 400;
        for (int i = 0; i < steps; ++i) {
            QElapsedTimer timer;
            timer.start();
            bar->setValue(bar->value() + 60);
            shown.view.viewport()->repaint();
            slowest = std::max(slowest, timer.nsecsElapsed());
            total += timer.nsecsElapsed();
        }
        qInfo("a scroll step with its paint: mean %lld us, slowest %lld us", total / steps / 1000, slowest / 1000);
        // A frame of 60 Hz, on average.
        QVERIFY2(total / steps < 16'000'000, qPrintable(QString::number(total / steps)));
        shown.checkContiguous();
    }

    void rowsStayPutWhenScrollingUp()
    {
        const Theme theme(ThemeChoice::light);
        Shown shown(m_view, theme);
        shown.openAll();
        auto* bar = shown.view.verticalScrollBar();
        bar->setValue(bar->maximum() / 2);
        for (int i = 0; i < 200; ++i) {
            const QModelIndex row = shown.view.indexAt({5, 100});
            const int before = shown.view.visualRect(row).top();
            const int asked = 37;
            bar->setValue(bar->value() - asked);
            // Whatever is laid out above, what was in view moves by what was asked for.
            QCOMPARE(shown.view.visualRect(row).top(), before + asked);
            shown.checkContiguous();
        }
    }

    void reachesBothEnds()
    {
        const Theme theme(ThemeChoice::light);
        Shown shown(m_view, theme);
        shown.openAll();
        auto* bar = shown.view.verticalScrollBar();
        for (int i = 0; i < 20 && bar->value() < bar->maximum(); ++i)
            bar->setValue(bar->maximum());
        const QRect last = shown.view.visualRect(shown.model.index(shown.model.rowCount() - 1));
        QCOMPARE(last.bottom() + 1, shown.view.viewport()->height());
        bar->setValue(0);
        QCOMPARE(shown.view.visualRect(shown.model.index(0)).top(), 0);
    }

    void leadsToAnyMessage()
    {
        const Theme theme(ThemeChoice::light);
        Shown shown(m_view, theme);
        const Citation& citation = m_view->brief.situation.front().citations().front();
        for (int i = 0; i < 2; ++i) {
            QElapsedTimer timer;
            timer.start();
            QVERIFY(shown.view.showCitation(citation));
            shown.view.viewport()->repaint();
            qInfo("led to message 5,000 in %lld ms", timer.elapsed());
            const QModelIndex current = shown.view.currentIndex();
            QVERIFY(current.data().toString().startsWith(u"Message 5000."_s));
            const QRect rect = shown.view.visualRect(current);
            QVERIFY(std::abs(rect.center().y() - shown.view.viewport()->height() / 2) < 40);
            shown.checkContiguous();
            shown.openAll();
        }
    }

    void keepsItsPlaceWhenResized()
    {
        const Theme theme(ThemeChoice::light);
        Shown shown(m_view, theme);
        shown.openAll();
        shown.view.verticalScrollBar()->setValue(40'000);
        const QModelIndex top = shown.view.indexAt({5, 0});
        shown.view.resize(560, 340);
        QTest::qWait(1);
        QVERIFY(std::abs(shown.view.indexAt({5, 0}).row() - top.row()) <= 1);
        shown.checkContiguous();
    }

    void paintsTheLitWords()
    {
        const Theme theme(ThemeChoice::light);
        const auto maria = story::mariaView();
        Shown shown(maria, theme);
        const auto count = [&](const QColor& color) {
            const QImage image = shown.view.viewport()->grab().toImage();
            int pixels = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    pixels += image.pixelColor(x, y).rgb() == color.rgb();
            }
            return pixels;
        };
        QVERIFY(count(theme.tokens().highlight) > 1000);
        QCOMPARE(count(theme.tokens().activeHighlight), 0);
        QVERIFY(shown.view.showCitation(story::cite(maria->history, 9, "credit October")));
        const int lit = count(theme.tokens().activeHighlight);
        QVERIFY(lit > 500);
        // As wide as the words and no wider.
        const int words = QFontMetrics(Theme::font(TextStyle::body)).horizontalAdvance(u"credit October"_s);
        QVERIFY(lit < words * 22);
    }

    void blankLinesAtTheEndTakeNoRoom()
    {
        const Theme theme(ThemeChoice::light);
        const auto heightOfAll = [&](const char* end) {
            auto view = story::mariaView();
            for (auto& message : view->history.messages)
                message.text += end;
            Shown shown(view, theme);
            shown.openAll();
            int sum = 0;
            for (int row = 0; row < shown.view.model()->rowCount(); ++row)
                sum += shown.view.sizeHintForRow(row);
            return sum;
        };
        QCOMPARE(heightOfAll("\n \n\n"), heightOfAll(""));
    }

    void aVeryLongMessageDoesNotStopTheWindow()
    {
        const Theme theme(ThemeChoice::light);
        auto view = story::mariaView();
        view->history.messages[8].text.assign(3'000'000, 'x');
        view->history.messages[8].text += " ü";
        QElapsedTimer timer;
        timer.start();
        Shown shown(view, theme);
        shown.view.grab();
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        shown.checkContiguous();
    }
};

QTEST_MAIN(HistoryListTest)
#include "test_history_list.moc"
