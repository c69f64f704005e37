#include "core/store/name_index.h"

#include <algorithm>
#include <set>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "core/store/query.h"

namespace foreword {
namespace {

constexpr std::size_t mostTokens = 32;      // of one name
constexpr std::size_t longestToken = 64;    // UTF-16 units
constexpr std::size_t longestText = 4096;   // bytes looked at
constexpr int whole = 1000;

icu::UnicodeString unicodeOf(std::string_view text)
{
    const auto part = text.substr(0, longestText);
    return icu::UnicodeString::fromUTF8({part.data(), static_cast<std::int32_t>(part.size())});
}

icu::UnicodeString decomposed(std::string_view text)
{
    auto folded = unicodeOf(text).foldCase();
    UErrorCode status = U_ZERO_ERROR;
    const auto* form = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status))
        return folded;
    const auto normal = form->normalize(folded, status);
    return U_SUCCESS(status) ? normal : folded;
}

enum class Marks { keep, drop };

std::vector<std::string> split(const icu::UnicodeString& text, std::size_t most, Marks marks)
{
    std::vector<std::string> tokens;
    icu::UnicodeString token;
    const auto flush = [&] {
        if (!token.isEmpty() && tokens.size() < most)
            token.toUTF8String(tokens.emplace_back());
        token.remove();
    };
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 point = text.char32At(i);
        const auto kind = U_GET_GC_MASK(point);
        const bool mark = (kind & U_GC_M_MASK) != 0;
        if (mark && marks == Marks::drop)
            continue;
        if (!mark && (kind & (U_GC_L_MASK | U_GC_N_MASK)) == 0)
            flush();
        else if (static_cast<std::size_t>(token.length()) < longestToken)
            token.append(point);
    }
    flush();
    return tokens;
}

std::u32string codePoints(std::string_view utf8)
{
    const auto unicode = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
    std::u32string points;
    for (std::int32_t i = 0; i < unicode.length(); i = unicode.moveIndex32(i, 1))
        points.push_back(static_cast<char32_t>(unicode.char32At(i)));
    return points;
}

std::set<std::u32string> trigrams(const std::u32string& word)
{
    const std::u32string padded = U"  " + word + U" ";
    std::set<std::u32string> found;
    for (std::size_t i = 0; i + 3 <= padded.size(); ++i)
        found.insert(padded.substr(i, 3));
    return found;
}

int trigramSimilarity(const std::u32string& a, const std::u32string& b)
{
    const auto left = trigrams(a), right = trigrams(b);
    const auto shared = std::ranges::count_if(left, [&](const auto& part) { return right.contains(part); });
    const auto all = static_cast<std::int64_t>(left.size() + right.size()) - shared;
    return static_cast<int>(whole * shared / all);
}

// Optimal string alignment distance over three rows.
std::size_t editDistance(const std::u32string& a, const std::u32string& b)
{
    std::vector<std::size_t> beforeLast(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        std::swap(beforeLast, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

struct NamedRow {
    std::int64_t row;
    std::string name;
};

Result<std::vector<NamedRow>> storedNames(Connection& connection, NameOwner owner, std::int64_t ownerRow)
{
    Query query(connection, owner == NameOwner::record ? "SELECT row, name FROM name WHERE record = ?1 ORDER BY row"
                                                       : "SELECT row, name FROM name WHERE person = ?1 ORDER BY row");
    query.with(ownerRow);
    std::vector<NamedRow> rows;
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            return rows;
        rows.push_back({query.integer(0), query.string(1)});
    }
}

Result<> addName(Connection& connection, NameOwner owner, std::int64_t ownerRow, const std::string& name)
{
    auto tokens = foldedTokens(name, mostTokens);
    Query row(connection, owner == NameOwner::record
                              ? "INSERT INTO name (record, name, folded) VALUES (?1, ?2, ?3) RETURNING row"
                              : "INSERT INTO name (person, name, folded) VALUES (?1, ?2, ?3) RETURNING row");
    FOREWORD_TRY(const auto added, row.with(ownerRow, name, joinedTokens(tokens)).number());
    Query token(connection, "INSERT OR IGNORE INTO name_token (token, name) VALUES (?1, ?2)");
    for (const auto& text : tokens)
        FOREWORD_CHECK(token.with(text, added.value_or(0)).run());
    return {};
}

} // namespace

std::vector<std::string> foldedTokens(std::string_view text, std::size_t most)
{
    return split(decomposed(text), most, Marks::drop);
}

std::vector<std::string> wordsOf(std::string_view text, std::size_t most)
{
    return split(unicodeOf(text), most, Marks::keep);
}

std::string joinedTokens(const std::vector<std::string>& tokens)
{
    std::string text;
    for (const auto& token : tokens)
        text.append(text.empty() ? "" : " ").append(token);
    return text;
}

Result<> indexNames(Connection& connection, NameOwner owner, std::int64_t row, const std::vector<std::string>& names)
{
    FOREWORD_TRY(const auto before, storedNames(connection, owner, row));
    if (std::ranges::equal(before, names, {}, &NamedRow::name))
        return {};
    Query removeTokens(connection, "DELETE FROM name_token WHERE name = ?1");
    Query removeName(connection, "DELETE FROM name WHERE row = ?1");
    for (const NamedRow& old : before) {
        FOREWORD_CHECK(removeTokens.with(old.row).run());
        FOREWORD_CHECK(removeName.with(old.row).run());
    }
    for (const auto& name : names)
        FOREWORD_CHECK(addName(connection, owner, row, name));
    return {};
}

int tokenSimilarity(std::string_view a, std::string_view b)
{
    if (a == b)
        return whole;
    const auto left = codePoints(a), right = codePoints(b);
    const auto longest = std::max(left.size(), right.size());
    if (longest == 0)
        return 0;
    const auto edits = editDistance(left, right);
    const int byEdits = whole - static_cast<int>(static_cast<std::size_t>(whole) * edits / longest);
    return std::max(trigramSimilarity(left, right), byEdits);
}

} // namespace foreword
