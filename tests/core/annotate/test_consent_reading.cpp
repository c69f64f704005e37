#include <QtTest>

#include <algorithm>

#include "core/annotate/consent_reading.h"

using namespace foreword;

namespace {

Timestamp at(const char* text)
{
    return Timestamp::parse(text).value();
}

const Timestamp now = at("2026-11-28T12:00:00Z");

ConsentRecord entry(const char* source, ConsentStatus status, ConsentBasis basis, const char* when,
                    ConsentChannel channel = ConsentChannel::any)
{
    return {source, "K-1", {source, "C-1"}, "marketing", channel, status, basis, at(when), {}};
}

ConsentReading read(std::vector<ConsentRecord> consents, const SignalSettings& settings = {}, std::vector<SourceCopy> copies = {},
                    ConsentChannel channel = ConsentChannel::email)
{
    History history;
    history.consents = std::move(consents);
    history.copies = std::move(copies);
    return readConsent(history, "marketing", channel, now, settings);
}

} // namespace

class TestConsentReading : public QObject {
    Q_OBJECT

    using Status = ConsentStatus;
    using Basis = ConsentBasis;
    using State = ConsentState;
    using Ground = ConsentGround;

private Q_SLOTS:
    void nothingRecordedIsUnknown()
    {
        const auto reading = read({});
        QCOMPARE(reading.state, State::unknown);
        QCOMPARE(reading.ground, Ground::noEntry);
        // Another purpose, another channel, and what is yet to come say nothing here.
        auto other = entry("crm", Status::granted, Basis::optIn, "2026-01-01T00:00:00Z");
        other.purpose = "service";
        QCOMPARE(read({other, entry("crm", Status::granted, Basis::optIn, "2026-01-01T00:00:00Z", ConsentChannel::sms),
                       entry("crm", Status::granted, Basis::optIn, "2026-12-01T00:00:00Z")})
                     .ground,
                 Ground::noEntry);
    }

    void oneGrant()
    {
        const auto reading = read({entry("crm", Status::granted, Basis::softOptIn, "2026-01-01T00:00:00Z")});
        QCOMPARE(reading.state, State::granted);
        QCOMPARE(reading.ground, Ground::agreed);
        QVERIFY(reading.entries.front().counts && reading.entries.front().hasProof);
    }

    void aGrantWithoutBasisIsNoConsent()
    {
        const auto reading = read({entry("crm", Status::granted, Basis::none, "2026-01-01T00:00:00Z")});
        QCOMPARE(reading.state, State::unknown);
        QCOMPARE(reading.ground, Ground::noBasis);
        QVERIFY(!reading.entries.front().hasProof);
    }

    void theMostProtectiveCounts()
    {
        const auto grant = entry("crm", Status::granted, Basis::softOptIn, "2026-06-01T00:00:00Z");
        const auto denied = entry("cdp", Status::denied, Basis::none, "2025-01-01T00:00:00Z");
        const auto objected = entry("helpdesk", Status::objected, Basis::none, "2024-01-01T00:00:00Z");
        auto reading = read({grant, denied});
        QCOMPARE(reading.state, State::denied);
        QCOMPARE(reading.ground, Ground::mostProtective);
        reading = read({objected, denied, grant});
        QCOMPARE(reading.state, State::objected);
        QCOMPARE(reading.entries.size(), std::size_t(3));
        QCOMPARE(reading.entries.front().record, grant);
        QVERIFY(!reading.entries[0].counts && reading.entries[1].counts && reading.entries[2].counts);
        // In whatever order they arrived.
        QCOMPARE(read({grant, objected, denied}).state, State::objected);
    }

    void aLaterOptInSettlesIt()
    {
        const auto objected = entry("helpdesk", Status::objected, Basis::none, "2024-01-01T00:00:00Z");
        const auto optIn = entry("crm", Status::granted, Basis::optIn, "2026-06-01T00:00:00Z", ConsentChannel::email);
        const auto reading = read({objected, optIn});
        QCOMPARE(reading.state, State::granted);
        QCOMPARE(reading.ground, Ground::laterOptIn);
        QVERIFY(reading.entries[0].counts && !reading.entries[1].counts && reading.entries[1].answered);
        // In its own channel only.
        QCOMPARE(read({objected, optIn}, {}, {}, ConsentChannel::sms).state, State::objected);
    }

    // Of one moment the refusal stands before the grant, however they arrived.
    void theLastWordOfEachSystem()
    {
        const auto grant = entry("crm", Status::granted, Basis::optIn, "2026-06-01T00:00:00Z");
        const auto denied = entry("crm", Status::denied, Basis::none, "2026-06-01T02:00:00+02:00");
        const auto before = entry("crm", Status::revoked, Basis::none, "2025-01-01T00:00:00Z", ConsentChannel::email);
        const auto elsewhere = entry("cdp", Status::granted, Basis::optIn, "2024-01-01T00:00:00Z");
        auto otherRecord = entry("crm", Status::granted, Basis::optIn, "2023-01-01T00:00:00Z");
        otherRecord.customer.id = "C-2";
        for (const auto& arrived :
             {std::vector{grant, denied, before, elsewhere, otherRecord}, std::vector{otherRecord, elsewhere, before, denied, grant}}) {
            const auto reading = read(arrived);
            std::vector<std::pair<ConsentRecord, bool>> order;
            for (const auto& found : reading.entries)
                order.emplace_back(found.record, found.lastWord);
            QVERIFY((order
                     == std::vector<std::pair<ConsentRecord, bool>>{
                         {denied, true}, {grant, false}, {before, false}, {elsewhere, true}, {otherRecord, true}}));
            QCOMPARE(reading.state, State::denied);
        }
    }

    void onlyALaterOptInAnswers()
    {
        const auto optIn = entry("crm", Status::granted, Basis::optIn, "2026-06-01T00:00:00Z");
        QVERIFY(answers(optIn, at("2026-05-31T23:59:59Z")));
        QVERIFY(!answers(optIn, optIn.at));
        QVERIFY(!answers(entry("crm", Status::granted, Basis::softOptIn, "2026-06-01T00:00:00Z"), at("2020-01-01T00:00:00Z")));
        QVERIFY(!answers(entry("crm", Status::denied, Basis::optIn, "2026-06-01T00:00:00Z"), at("2020-01-01T00:00:00Z")));
    }

    void aGrantAgesWhereTheCharterSaysSo()
    {
        SignalSettings settings;
        settings.consentMaxAgeDays = 365;
        const auto old = entry("crm", Status::granted, Basis::optIn, "2025-11-28T12:00:00Z");
        const auto young = entry("crm", Status::granted, Basis::optIn, "2025-11-28T12:00:01Z");
        QCOMPARE(read({old}, settings).state, State::unknown);
        QCOMPARE(read({old}, settings).ground, Ground::tooOld);
        QCOMPARE(read({young}, settings).state, State::granted);
        // A refusal never ages.
        QCOMPARE(read({entry("crm", Status::denied, Basis::none, "2015-01-01T00:00:00Z")}, settings).state, State::denied);
    }

    void aCopyThatWasNotRenewedIsUnknown()
    {
        const auto grant = entry("crm", Status::granted, Basis::optIn, "2026-01-01T00:00:00Z");
        const auto copied = [&](const char* when) { return read({grant}, {}, {{"crm", at(when)}}); };
        QCOMPARE(copied("2026-11-26T12:00:01Z").state, State::granted);
        QCOMPARE(copied("2026-11-26T12:00:00Z").state, State::unknown);
        QCOMPARE(copied("2026-11-26T12:00:00Z").ground, Ground::copyTooOld);
        // Another system's age says nothing, nor does a limit that is lifted.
        QCOMPARE(read({grant}, {}, {{"cdp", at("2026-01-01T00:00:00Z")}}).state, State::granted);
        SignalSettings settings;
        settings.consentCopyMaxHours = 0;
        QCOMPARE(read({grant}, settings, {{"crm", at("2026-01-01T00:00:00Z")}}).state, State::granted);
        // A refusal is one, however old the copy.
        QCOMPARE(
            read({entry("crm", Status::revoked, Basis::none, "2026-01-01T00:00:00Z")}, {}, {{"crm", at("2026-01-01T00:00:00Z")}}).state,
            State::revoked);
        // The same word of a system that was reached stands.
        const auto fresh = entry("cdp", Status::granted, Basis::optIn, "2026-02-01T00:00:00Z");
        QCOMPARE(read({grant, fresh}, {}, {{"crm", at("2026-01-01T00:00:00Z")}}).state, State::granted);
    }

    void theLedgerHasEveryPurposeAndChannel()
    {
        History history;
        auto service = entry("crm", Status::granted, Basis::optIn, "2026-01-01T00:00:00Z", ConsentChannel::sms);
        service.purpose = "service";
        history.consents = {service};
        const auto ledger = consentLedger(history, now, {});
        QCOMPARE(ledger.size(), std::size_t(10));
        const auto granted = std::ranges::count(ledger, State::granted, &ConsentReading::state);
        QCOMPARE(granted, 1);
        QVERIFY(std::ranges::none_of(ledger, [](const auto& reading) { return reading.channel == ConsentChannel::any; }));
    }
};

QTEST_GUILESS_MAIN(TestConsentReading)
#include "test_consent_reading.moc"
