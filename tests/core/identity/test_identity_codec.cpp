// Traits and the model as bytes: what comes out is what went in, and damaged bytes are refused.
#include <QtTest>

#include <functional>
#include <limits>

#include "core/identity/identity_codec.h"
#include "people.h"

using namespace foreword;

namespace {

CustomerRecord fullRecord()
{
    auto record = people::person("1", "Dr. Jürgen van der Müller jr.", "1981-04-12", "12a Mill Lane", "Köln", "50667");
    record.names.push_back("Müller, J.");
    record.emails = {"juergen@example.com", "info@example.org"};
    record.phones = {"+44 20 7946 0123", "7946 0123"};
    record.externalIds = {{"loyalty", "L-9"}};
    return record;
}

} // namespace

class TestIdentityCodec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesOutAsItWentIn()
    {
        auto records = people::town(40);
        records.push_back(fullRecord());
        records.push_back(people::person("2", ""));
        for (const auto& record : records) {
            const auto traits = traitsOf(record);
            const auto bytes = encodeTraits(traits);
            const auto again = decodeTraits(bytes);
            QVERIFY(again.has_value());
            QVERIFY(again->key == traits.key);
            QVERIFY(encodeTraits(*again) == bytes);
            QVERIFY(blockingKeys(*again) == blockingKeys(traits));
            QVERIFY(countedKeys(*again) == countedKeys(traits));
            for (const auto& other : records) {
                const auto fresh = compare(traits, traitsOf(other));
                const auto kept = compare(*again, traitsOf(other));
                QVERIFY(fresh.levels == kept.levels && fresh.agreed == kept.agreed && fresh.ids == kept.ids);
                QVERIFY(fresh.generations == kept.generations && fresh.swappedNames == kept.swappedNames);
            }
        }
    }

    void theModelComesOutToTheLastBit()
    {
        MatchModel model;
        model.matches = 1.0 / 3;
        model.relatives = 0.07;
        model.rates[2].match[5] = 0.1234567890123456789;
        const auto again = decodeModel(encodeModel(model));
        QVERIFY(again.has_value());
        QVERIFY(again->matches == model.matches && again->relatives == model.relatives);
        for (std::size_t field = 0; field < fieldCount; ++field)
            QVERIFY(again->rates[field].match == model.rates[field].match && again->rates[field].chance == model.rates[field].chance
                    && again->rates[field].kin == model.rates[field].kin);
    }

    void damagedBytesAreRefused()
    {
        const auto traits = encodeTraits(traitsOf(fullRecord()));
        for (std::size_t length = 0; length < traits.size(); ++length)
            QVERIFY2(!decodeTraits(std::string_view(traits).substr(0, length)), std::to_string(length).c_str());
        QVERIFY(!decodeTraits(traits + "x"));
        const auto model = encodeModel(MatchModel());
        QVERIFY(!decodeModel(std::string_view(model).substr(0, model.size() - 1)));
        QVERIFY(!decodeModel(model + "x"));
        QVERIFY(!decodeModel(std::string(model.size(), '\0')));
        // Whatever the bytes, it ends.
        for (std::size_t at = 0; at < traits.size(); ++at) {
            auto bytes = traits;
            bytes[at] = static_cast<char>(bytes[at] ^ 0xff);
            [[maybe_unused]] const auto decoded = decodeTraits(bytes);
        }
    }

    // Whole, but such as no record is: comparing would go by them past the end.
    void whatNoRecordHasIsRefused()
    {
        const auto traits = traitsOf(fullRecord());
        QVERIFY(decodeTraits(encodeTraits(traits)));
        const auto refused = [&](const std::function<void(Traits&)>& spoil) {
            auto spoilt = traits;
            spoil(spoilt);
            return !decodeTraits(encodeTraits(spoilt));
        };
        QVERIFY(refused([](Traits& spoilt) { spoilt.names.front().words.clear(); }));
        QVERIFY(refused([](Traits& spoilt) { spoilt.names.front().words.back().text.clear(); }));
        QVERIFY(refused([](Traits& spoilt) { spoilt.emails.front().text = "nobody"; }));
        QVERIFY(refused([](Traits& spoilt) { spoilt.birth->month = 100; }));
        QVERIFY(refused([](Traits& spoilt) { spoilt.birth->year = 10'000; }));
        // As it is written, even where there is no such day.
        QVERIFY(!refused([](Traits& spoilt) { spoilt.birth->day = 99; }));
    }

    void sharesThatNobodyLearnedAreRefused()
    {
        for (const double share : {0.0, -1.0, 1e-300, 1e300, std::numeric_limits<double>::quiet_NaN()}) {
            MatchModel model;
            model.rates[1].kin[3] = share;
            QVERIFY2(!decodeModel(encodeModel(model)), std::to_string(share).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestIdentityCodec)
#include "test_identity_codec.moc"
