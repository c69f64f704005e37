#include "core/ingest/csv/local_time.h"

#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

namespace foreword {
namespace {

constexpr double microsPerMilli = 1000;
constexpr int millisPerMinute = 60'000;

icu::UnicodeString unicode(std::string_view text)
{
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::unique_ptr<icu::SimpleDateFormat> formatOf(const std::string& pattern)
{
    UErrorCode status = U_ZERO_ERROR;
    auto format = std::make_unique<icu::SimpleDateFormat>(unicode(pattern), icu::Locale::getEnglish(), status);
    if (U_FAILURE(status))
        return nullptr;
    format->setLenient(false);
    return format;
}

} // namespace

struct LocalTimeReader::Parts {
    std::unique_ptr<icu::SimpleDateFormat> format;
    std::unique_ptr<icu::TimeZone> zone;
};

bool isTimeZone(const std::string& name)
{
    const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(unicode(name)));
    return zone && *zone != icu::TimeZone::getUnknown();
}

bool isTimeFormat(const std::string& pattern)
{
    const bool whole = pattern.find_first_of("yu") != std::string::npos && pattern.find_first_of("ML") != std::string::npos
        && pattern.find('d') != std::string::npos;
    return whole && formatOf(pattern) != nullptr;
}

LocalTimeReader::LocalTimeReader(const std::string& pattern, const std::string& zone) : m_parts(std::make_unique<Parts>())
{
    m_parts->format = formatOf(pattern);
    m_parts->zone.reset(icu::TimeZone::createTimeZone(zone.empty() ? icu::UnicodeString("UTC") : unicode(zone)));
    if (m_parts->format)
        m_parts->format->setTimeZone(*m_parts->zone);
}

LocalTimeReader::~LocalTimeReader() = default;
LocalTimeReader::LocalTimeReader(LocalTimeReader&&) noexcept = default;

std::optional<Timestamp> LocalTimeReader::read(std::string_view text) const
{
    constexpr std::size_t longest = 100;
    if (!m_parts->format || text.empty() || text.size() > longest)
        return std::nullopt;
    const icu::UnicodeString letters = unicode(text);
    icu::ParsePosition position(0);
    const UDate instant = m_parts->format->parse(letters, position);
    if (position.getErrorIndex() >= 0 || position.getIndex() != letters.length())
        return std::nullopt;
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t raw = 0, summer = 0;
    m_parts->zone->getOffset(instant, false, raw, summer, status);
    if (U_FAILURE(status))
        return std::nullopt;
    const auto time = Timestamp::fromMicros(static_cast<std::int64_t>(instant * microsPerMilli), (raw + summer) / millisPerMinute);
    const int year = time.local().date.year;
    return year >= 1 && year <= 9999 ? std::optional(time) : std::nullopt;
}

} // namespace foreword
