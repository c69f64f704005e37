// Numbers and texts in few bytes: the variable-length integers of Protocol Buffers (7 bits a
// byte, low ones first; signed ones zigzag, https://protobuf.dev/programming-guides/encoding).
// The reader trusts nothing: past the end, over-long or out of range makes it fail for good.
// Plain values, any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace foreword {

class ByteWriter {
public:
    void number(std::uint64_t value);
    void signedNumber(std::int64_t value);
    void text(std::string_view value); // length, then bytes
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : m_rest(bytes) {}

    // 0 or empty once failed.
    std::uint64_t number();
    std::uint64_t numberUpTo(std::uint64_t most);
    std::int64_t signedNumber();
    std::int64_t signedNumberIn(std::int64_t least, std::int64_t most);
    std::string_view text();

    std::size_t left() const { return m_rest.size(); }
    void giveUp() { m_failed = true; }
    bool failed() const { return m_failed; }
    // Nothing failed and nothing is left.
    bool finished() const { return !m_failed && m_rest.empty(); }

private:
    std::string_view m_rest;
    bool m_failed = false;
};

} // namespace foreword
