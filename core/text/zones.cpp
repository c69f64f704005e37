#include "core/text/zones.h"

#include "core/text/lines.h"
#include "core/text/quoted_mail.h"
#include "core/text/signature.h"

namespace foreword {
namespace {

// Blank lines belong to what stands above them.
void settleBlankLines(const std::vector<TextLine>& lines, std::vector<Zone>& zones)
{
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].blank())
            zones[i] = zones[i - 1];
    }
}

// A signature stands at the end of a writer's words: of the message, or above a quotation.
void markSignatures(std::string_view text, const std::vector<TextLine>& lines, std::vector<Zone>& zones)
{
    for (std::size_t first = 0; first < lines.size();) {
        std::size_t last = first;
        while (last < lines.size() && zones[last] == Zone::body)
            ++last;
        if (last > first)
            markSignature(text, lines, first, last, zones);
        first = last + 1;
    }
}

} // namespace

std::vector<ZoneSpan> zonesOf(std::string_view text)
{
    const std::vector<TextLine> lines = linesOf(text);
    std::vector<Zone> zones(lines.size(), Zone::body);
    markQuotedLines(text, lines, zones);
    settleBlankLines(lines, zones);
    markSignatures(text, lines, zones);
    settleBlankLines(lines, zones);

    std::vector<ZoneSpan> spans;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!spans.empty() && spans.back().zone == zones[i])
            spans.back().span.end = lines[i].end;
        else
            spans.push_back({zones[i], {lines[i].start, lines[i].end}});
    }
    return spans;
}

} // namespace foreword
