#include "core/base/codec.h"

#include <limits>

namespace foreword {

void ByteWriter::number(std::uint64_t value)
{
    while (value >= 0x80) {
        m_bytes.push_back(static_cast<char>((value & 0x7f) | 0x80));
        value >>= 7;
    }
    m_bytes.push_back(static_cast<char>(value));
}

void ByteWriter::signedNumber(std::int64_t value)
{
    const auto bits = static_cast<std::uint64_t>(value);
    number(value < 0 ? ~(bits << 1) : bits << 1);
}

void ByteWriter::text(std::string_view value)
{
    number(value.size());
    m_bytes.append(value);
}

std::uint64_t ByteReader::number()
{
    std::uint64_t value = 0;
    for (int shift = 0; shift < std::numeric_limits<std::uint64_t>::digits; shift += 7) {
        if (m_failed || m_rest.empty())
            break;
        const auto byte = static_cast<unsigned char>(m_rest.front());
        m_rest.remove_prefix(1);
        // The tenth byte has room for one bit.
        if (shift == 63 && byte > 1)
            break;
        value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
        if (byte < 0x80)
            return value;
    }
    m_failed = true;
    return 0;
}

std::uint64_t ByteReader::numberUpTo(std::uint64_t most)
{
    const auto value = number();
    if (value > most)
        m_failed = true;
    return m_failed ? 0 : value;
}

std::int64_t ByteReader::signedNumber()
{
    const auto bits = number();
    return static_cast<std::int64_t>((bits & 1) != 0 ? ~(bits >> 1) : bits >> 1);
}

std::int64_t ByteReader::signedNumberIn(std::int64_t least, std::int64_t most)
{
    const auto value = signedNumber();
    if (value < least || value > most)
        m_failed = true;
    return m_failed ? 0 : value;
}

std::string_view ByteReader::text()
{
    const auto size = number();
    if (size > m_rest.size()) // what is left after the number itself
        m_failed = true;
    if (m_failed)
        return {};
    const auto value = m_rest.substr(0, size);
    m_rest.remove_prefix(size);
    return value;
}

} // namespace foreword
