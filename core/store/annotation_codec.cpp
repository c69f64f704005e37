#include "core/store/annotation_codec.h"

#include <algorithm>
#include <limits>

#include "core/base/codec.h"

namespace foreword {
namespace {

constexpr std::uint64_t format = 1;
constexpr auto lastKind = static_cast<std::uint64_t>(AnnotationKind::moved);
constexpr std::uint64_t hasValue = 1, hasDue = 2, hasWeight = 4, allFlags = 7;
// Smaller than any entry can be: a count beyond it is a lie, found before memory is asked for.
constexpr std::size_t smallestEntry = 3;
// Years 0001 to 9999, what a Timestamp can be, at any offset.
constexpr std::int64_t day = 86'400'000'000;
constexpr std::int64_t earliest = -62'135'596'800'000'000 - day, latest = 253'402'300'800'000'000 + day;
constexpr std::int64_t mostOffset = 24 * 60;

// Labels repeat within a message ("body", "body", …): 0 is followed by a new one, n is the n-th
// seen before.
class LabelWriter {
public:
    void write(ByteWriter& out, const std::string& label)
    {
        const auto found = std::ranges::find(m_seen, label);
        out.number(found == m_seen.end() ? 0 : static_cast<std::uint64_t>(found - m_seen.begin()) + 1);
        if (found != m_seen.end())
            return;
        out.text(label);
        m_seen.push_back(label);
    }

private:
    std::vector<std::string_view> m_seen;
};

class LabelReader {
public:
    std::string read(ByteReader& in)
    {
        const auto index = in.numberUpTo(m_seen.size());
        if (index > 0)
            return std::string(m_seen[index - 1]);
        m_seen.push_back(in.text());
        return std::string(m_seen.back());
    }

private:
    std::vector<std::string_view> m_seen;
};

// Spans mostly ascend, so the start is kept as the distance from the one before.
class SpanWriter {
public:
    void write(ByteWriter& out, Span span)
    {
        out.signedNumber(static_cast<std::int64_t>(span.start) - m_before);
        out.signedNumber(static_cast<std::int64_t>(span.end) - span.start);
        m_before = span.start;
    }

private:
    std::int64_t m_before = 0;
};

class SpanReader {
public:
    explicit SpanReader(std::size_t textBytes) : m_textBytes(static_cast<std::int64_t>(textBytes)) {}

    Span read(ByteReader& in)
    {
        const auto start = m_before + in.signedNumberIn(-m_before, m_textBytes - m_before);
        const auto length = in.signedNumberIn(0, m_textBytes - start);
        m_before = start;
        return {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(start + length)};
    }

private:
    std::int64_t m_textBytes;
    std::int64_t m_before = 0;
};

std::uint64_t flagsOf(const Annotation& annotation)
{
    return (annotation.value.empty() ? 0 : hasValue) | (annotation.due ? hasDue : 0) | (annotation.weight == 0 ? 0 : hasWeight);
}

Annotation readAnnotation(ByteReader& in, SpanReader& spans, LabelReader& labels)
{
    Annotation annotation;
    annotation.kind = static_cast<AnnotationKind>(in.numberUpTo(lastKind));
    const auto flags = in.numberUpTo(allFlags);
    annotation.span = spans.read(in);
    annotation.label = labels.read(in);
    if ((flags & hasValue) != 0)
        annotation.value = in.text();
    if ((flags & hasDue) != 0) {
        const auto micros = in.signedNumberIn(earliest, latest);
        annotation.due = Timestamp::fromMicros(micros, static_cast<int>(in.signedNumberIn(-mostOffset, mostOffset)));
    }
    if ((flags & hasWeight) != 0)
        annotation.weight = static_cast<int>(in.signedNumberIn(std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
    return annotation;
}

std::size_t readCount(ByteReader& in)
{
    if (in.number() != format)
        in.giveUp();
    const auto count = in.number();
    if (count > in.left() / smallestEntry)
        in.giveUp();
    return in.failed() ? 0 : count;
}

} // namespace

std::string encodeAnnotations(const Annotations& annotations)
{
    ByteWriter out;
    SpanWriter spans;
    LabelWriter labels;
    out.number(format);
    out.number(annotations.size());
    for (const Annotation& annotation : annotations) {
        out.number(static_cast<std::uint64_t>(annotation.kind));
        out.number(flagsOf(annotation));
        spans.write(out, annotation.span);
        labels.write(out, annotation.label);
        if (!annotation.value.empty())
            out.text(annotation.value);
        if (annotation.due) {
            out.signedNumber(annotation.due->micros());
            out.signedNumber(annotation.due->offsetMinutes());
        }
        if (annotation.weight != 0)
            out.signedNumber(annotation.weight);
    }
    return out.take();
}

std::optional<Annotations> decodeAnnotations(std::string_view bytes, std::size_t textBytes)
{
    ByteReader in(bytes);
    SpanReader spans(textBytes);
    LabelReader labels;
    const auto count = readCount(in);
    Annotations annotations;
    annotations.reserve(count);
    for (std::size_t i = 0; i < count && !in.failed(); ++i)
        annotations.push_back(readAnnotation(in, spans, labels));
    if (!in.finished())
        return std::nullopt;
    return annotations;
}

std::string encodeRedactions(const std::vector<Redaction>& redactions)
{
    if (redactions.empty())
        return {};
    ByteWriter out;
    SpanWriter spans;
    LabelWriter labels;
    out.number(format);
    out.number(redactions.size());
    for (const Redaction& redaction : redactions) {
        spans.write(out, redaction.span);
        labels.write(out, redaction.kind);
    }
    return out.take();
}

std::optional<std::vector<Redaction>> decodeRedactions(std::string_view bytes, std::size_t textBytes)
{
    std::vector<Redaction> redactions;
    if (bytes.empty())
        return redactions;
    ByteReader in(bytes);
    SpanReader spans(textBytes);
    LabelReader labels;
    const auto count = readCount(in);
    for (std::size_t i = 0; i < count && !in.failed(); ++i) {
        const Span span = spans.read(in);
        redactions.push_back({span, labels.read(in)});
    }
    if (!in.finished())
        return std::nullopt;
    return redactions;
}

} // namespace foreword
