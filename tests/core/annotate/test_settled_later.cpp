// What counted and was settled later: paid, delivered, withdrawn, cleared. It stops to count to the
// moment, for that matter only, and counted until then.
#include "tests/core/annotate/events.h"

using namespace foreword;
using namespace foreword::test;

class SettledLaterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsPaidLaterIsNoHardshipAnyMore_data()
    {
        QTest::addColumn<QString>("missed");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("paid");
        QTest::addColumn<bool>("stands");
        const auto row = [](const char* what, const char* missed, const char* name, const char* paid, bool stands) {
            QTest::newRow(what) << missed << name << paid << stands;
        };
        row("paid", "{}", "payment_received", "{}", false);
        row("the amount", R"({"amount":"38.00"})", "payment_received", R"({"amount":"38.00"})", false);
        row("more than that", R"({"amount":38})", "payment_received", R"({"amount":"114.00","reason":"arrears cleared"})", false);
        row("a part", R"({"amount":"38.00"})", "payment_received", R"({"amount":"20.00"})", true);
        row("of that invoice", R"({"invoice":"7","amount":"38.00"})", "direct_debit_collected", R"({"invoice":"7"})", false);
        row("of another invoice", R"({"invoice":"7"})", "payment_received", R"({"invoice":"8"})", true);
        row("the arrears are cleared", R"({"amount":"38.00"})", "arrears_cleared", R"({"amount":"0"})", false);
        row("ended by name", "{}", "payment_missed_ended", "{}", false);
        row("something else", "{}", "offer_shown", "{}", true);
    }

    void whatIsPaidLaterIsNoHardshipAnyMore()
    {
        QFETCH(QString, missed);
        QFETCH(QString, name);
        QFETCH(QString, paid);
        QFETCH(bool, stands);
        // Paid before it was due counts for something else.
        const auto history = withEvents({happened("payment_received", "2026-02-20T10:00:00Z"),
                                         happened("payment_missed", "2026-03-01T10:00:00Z", missed.toStdString()),
                                         happened(name.toStdString(), "2026-03-10T10:00:00Z", paid.toStdString())});
        QVERIFY(test::stands(history, "2026-03-10T09:59:59Z", "financial_hardship"));
        QCOMPARE(test::stands(history, "2026-03-10T10:00:00Z", "financial_hardship"), stands);
    }

    void onePaymentPaysOneDebt()
    {
        auto history = withEvents({happened("payment_missed", "2026-03-01T10:00:00Z"), happened("payment_missed", "2026-04-01T10:00:00Z"),
                                   happened("payment_made", "2026-04-10T10:00:00Z")});
        QCOMPARE(one(history, "2026-04-11T10:00:00Z", "financial_hardship")->evidence.size(), std::size_t(1));
        history.events.push_back(happened("payment_made", "2026-04-12T10:00:00Z"));
        QVERIFY(!stands(history, "2026-04-12T10:00:00Z", "financial_hardship"));
        // It came back: there is a debt again.
        history.events.push_back(happened("payment_reversed", "2026-04-20T10:00:00Z"));
        QVERIFY(stands(history, "2026-04-20T10:00:00Z", "financial_hardship"));
    }

    void amountsAreAddedUp()
    {
        const auto history = withEvents({happened("payment_missed", "2026-03-01T10:00:00Z", R"({"amount":"38.00"})"),
                                         happened("payment_missed", "2026-04-01T10:00:00Z", R"({"amount":"38.00"})"),
                                         happened("payment_received", "2026-04-10T10:00:00Z", R"({"amount":"50.00"})"),
                                         happened("payment_received", "2026-04-12T10:00:00Z", R"({"amount":"26.00"})")});
        QCOMPARE(one(history, "2026-04-11T10:00:00Z", "financial_hardship")->evidence.size(), std::size_t(1));
        QVERIFY(!stands(history, "2026-04-12T10:00:00Z", "financial_hardship"));
    }

    void aFailedDebitAndThePaymentMissedByItAreOneDebt()
    {
        const auto history = withEvents({happened("direct_debit_failed", "2026-03-01T10:00:00Z", R"({"amount":"38.00"})"),
                                         happened("payment_missed", "2026-03-04T10:00:00Z", R"({"amount":"38.00"})"),
                                         happened("payment_received", "2026-03-10T10:00:00Z", R"({"amount":"38.00"})")});
        QVERIFY(stands(history, "2026-03-09T10:00:00Z", "financial_hardship"));
        QVERIFY(!stands(history, "2026-03-10T10:00:00Z", "financial_hardship"));
    }

    void otherThingsThatAreSettledLater_data()
    {
        QTest::addColumn<QString>("signal");
        QTest::addColumn<QString>("event");
        QTest::addColumn<QString>("data");
        QTest::addColumn<QString>("later");
        QTest::addColumn<QString>("laterData");
        QTest::addColumn<bool>("stands");
        const auto row = [](const char* what, const char* signal, const char* event, const char* data, const char* later,
                            const char* laterData,
                            bool stands) { QTest::newRow(what) << signal << event << data << later << laterData << stands; };
        row("returned, then delivered", "open_service_issue", "order_failed", R"({"order":"7","reason":"returned to sender"})",
            "order_redelivered", R"({"order":"7"})", false);
        row("delivered after all", "open_service_issue", "delivery_failed", R"({"order":"7"})", "delivery_done",
            R"({"order":"7","item":"SIM"})", false);
        row("another order delivered", "open_service_issue", "order_failed", R"({"order":"7"})", "delivery_done", R"({"order":"8"})", true);
        row("complaint withdrawn", "open_complaint", "open_complaint", "{}", "complaint_withdrawn", "{}", false);
        row("cancellation withdrawn", "churn_intent", "churn_intent", "{}", "cancellation_withdrawn", "{}", false);
        row("no fraud after all", "fraud_or_takeover", "fraud_reported", R"({"case":"7"})", "fraud_cleared", R"({"case":"7"})", false);
        row("another case", "fraud_or_takeover", "fraud_reported", R"({"case":"7"})", "fraud_cleared", R"({"case":"8"})", true);
    }

    void otherThingsThatAreSettledLater()
    {
        QFETCH(QString, signal);
        QFETCH(QString, event);
        QFETCH(QString, data);
        QFETCH(QString, later);
        QFETCH(QString, laterData);
        QFETCH(bool, stands);
        const auto history = withEvents({happened(event.toStdString(), "2026-03-01T10:00:00Z", data.toStdString()),
                                         happened(later.toStdString(), "2026-03-02T10:00:00Z", laterData.toStdString())});
        QVERIFY(test::stands(history, "2026-03-02T09:59:59Z", signal.toStdString()));
        // A complaint and a fault are remembered for some days after they are closed.
        QCOMPARE(test::stands(history, "2026-03-17T10:00:00Z", signal.toStdString()), stands);
    }

    // A complaint that is withdrawn in one conversation says nothing of the other.
    void anEndThatNamesAConversationEndsThatOne()
    {
        History history;
        for (const char* id : {"i1", "i2"}) {
            history.interactions.push_back(interaction(id, "2026-03-01T09:00:00Z"));
            history.interactions.back().kind = InteractionKind::complaint;
        }
        history.events = {happened("complaint_withdrawn", "2026-03-02T09:00:00Z", R"({"interaction":"i1"})")};
        const auto signal = one(history, "2026-04-01T09:00:00Z", "open_complaint");
        QVERIFY(signal);
        QCOMPARE(signal->interactions.size(), std::size_t(1));
        QCOMPARE(signal->interactions.front().id, std::string("i2"));
        history.events.push_back(happened("complaint_withdrawn", "2026-03-03T09:00:00Z"));
        QVERIFY(!stands(history, "2026-04-01T09:00:00Z", "open_complaint"));
    }

    void whoTakesAnOfferHasNotDeclinedIt()
    {
        const char* offer = R"({"offer":"fibre","channel":"agent"})";
        auto history = withEvents(
            {happened("offer_declined", "2026-03-01T10:00:00Z", offer), happened("offer_declined", "2026-03-05T10:00:00Z", offer)});
        QVERIFY(stands(history, "2026-03-06T10:00:00Z", "recently_declined"));
        history.events.push_back(happened("offer_accepted", "2026-03-06T10:00:00Z", offer));
        QVERIFY(!stands(history, "2026-03-06T10:00:00Z", "recently_declined"));
    }
};

QTEST_GUILESS_MAIN(SettledLaterTest)
#include "test_settled_later.moc"
