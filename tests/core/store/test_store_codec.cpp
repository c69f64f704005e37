#include <limits>
#include <random>

#include <QTest>

#include "core/base/codec.h"
#include "core/store/annotation_codec.h"

using namespace foreword;

namespace {

constexpr std::size_t textBytes = 4000;

Annotations sampleAnnotations()
{
    Annotations all;
    all.push_back({AnnotationKind::sentence, {0, 40}, "body", "", {}, 812});
    all.push_back({AnnotationKind::cue, {3, 20}, "open_complaint", "", {}, 0});
    all.push_back({AnnotationKind::promise, {20, 39}, "callback", "tomorrow", Timestamp::parse("2026-03-02T18:00:00+01:00"), -1});
    all.push_back({AnnotationKind::sentence, {41, 300}, "body", "", {}, std::numeric_limits<int>::max()});
    all.push_back(
        {AnnotationKind::moved, {10, 10}, "", "größer", Timestamp::parse("0001-01-01T00:00:00Z"), std::numeric_limits<int>::min()});
    all.push_back(
        {AnnotationKind::fact, {3999, 4000}, "body", std::string("a\0b", 3), Timestamp::parse("9999-12-31T23:59:59.999999-23:59"), 1});
    return all;
}

} // namespace

class TestStoreCodec : public QObject {
    Q_OBJECT

private slots:
    void numbersComeBack()
    {
        ByteWriter out;
        const std::uint64_t numbers[] = {0, 1, 127, 128, 300, 1ULL << 35, std::numeric_limits<std::uint64_t>::max()};
        const std::int64_t signedNumbers[] = {
            0, -1, 1, 63, -64, 64, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
        for (const auto number : numbers)
            out.number(number);
        for (const auto number : signedNumbers)
            out.signedNumber(number);
        out.text("words");
        const std::string bytes = out.take();
        ByteReader in(bytes);
        for (const auto number : numbers)
            QCOMPARE(in.number(), number);
        for (const auto number : signedNumbers)
            QCOMPARE(in.signedNumber(), number);
        QCOMPARE(in.text(), std::string_view("words"));
        QVERIFY(in.finished());
        QCOMPARE(in.number(), std::uint64_t{0});
        QVERIFY(in.failed());
    }

    void refusesNumbersThatAreTooLong()
    {
        ByteReader eleven(std::string_view("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 11));
        eleven.number();
        QVERIFY(eleven.failed());
        ByteReader past64(std::string_view("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02", 10));
        past64.number();
        QVERIFY(past64.failed());
    }

    void refusesTextsThatAreTooLong()
    {
        // One byte more than there is, though not more than with the length itself.
        ByteReader in(std::string_view("\x03"
                                       "ab",
                                       3));
        QVERIFY(in.text().empty());
        QVERIFY(in.failed());
        QVERIFY(!in.finished());
    }

    void annotationsComeBack()
    {
        const auto bytes = encodeAnnotations(sampleAnnotations());
        const auto decoded = decodeAnnotations(bytes, textBytes);
        QVERIFY(decoded.has_value());
        QVERIFY(*decoded == sampleAnnotations());
        QCOMPARE(decoded->at(2).due->offsetMinutes(), 60);
        QVERIFY(bytes.size() < 140);
        QVERIFY(decodeAnnotations(encodeAnnotations({}), 0)->empty());
    }

    void redactionsComeBack()
    {
        const std::vector<Redaction> redactions = {{{5, 21}, "card_number"}, {{30, 33}, "card_code"}, {{40, 56}, "card_number"}};
        const auto bytes = encodeRedactions(redactions);
        QVERIFY(decodeRedactions(bytes, 56).value() == redactions);
        QVERIFY(!decodeRedactions(bytes, 55)); // past the text
        QVERIFY(encodeRedactions({}).empty());
        QVERIFY(decodeRedactions({}, 0)->empty());
    }

    void refusesEveryShorterPiece()
    {
        const auto bytes = encodeAnnotations(sampleAnnotations());
        for (std::size_t size = 0; size < bytes.size(); ++size)
            QVERIFY(!decodeAnnotations(std::string_view(bytes).substr(0, size), textBytes));
        QVERIFY(!decodeAnnotations(bytes + '\0', textBytes));
    }

    void refusesWhatCannotBe()
    {
        const auto encoded = [](std::uint64_t format, std::uint64_t count, std::uint64_t kind, std::uint64_t flags) {
            ByteWriter out;
            for (const auto number : {format, count, kind, flags})
                out.number(number);
            out.signedNumber(1);
            out.signedNumber(2);
            out.number(0);
            out.text("body");
            return out.take();
        };
        QVERIFY(decodeAnnotations(encoded(1, 1, 0, 0), 3));
        QVERIFY(!decodeAnnotations(encoded(1, 1, 0, 0), 2));   // span past the text
        QVERIFY(!decodeAnnotations(encoded(2, 1, 0, 0), 3));   // another format
        QVERIFY(!decodeAnnotations(encoded(1, 2, 0, 0), 3));   // more promised than there is
        QVERIFY(!decodeAnnotations(encoded(1, ~0ULL, 0, 0), 3));
        QVERIFY(!decodeAnnotations(encoded(1, 1, 11, 0), 3));  // no such kind
        QVERIFY(!decodeAnnotations(encoded(1, 1, 0, 8), 3));   // no such flag
    }

    // Whatever the bytes, the spans stay inside the text.
    void survivesFlippedBytes()
    {
        std::mt19937 random(20260401);
        const auto bytes = encodeAnnotations(sampleAnnotations());
        int decodable = 0;
        for (int i = 0; i < 20000; ++i) {
            std::string broken = bytes;
            for (auto flips = 1 + random() % 4; flips > 0; --flips)
                broken[random() % broken.size()] = static_cast<char>(random());
            const auto decoded = decodeAnnotations(broken, textBytes);
            if (!decoded)
                continue;
            ++decodable;
            for (const auto& annotation : *decoded)
                QVERIFY(annotation.span.start <= annotation.span.end && annotation.span.end <= textBytes);
        }
        QVERIFY(decodable > 0);
    }
};

QTEST_GUILESS_MAIN(TestStoreCodec)
#include "test_store_codec.moc"
