#include "core/text/zones.h"

#include "core/text/lines.h"
#include "core/text/machine_words.h"
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

// Cuts the words written to programs out of the body.
std::vector<ZoneSpan> withMachineWords(std::string_view text, const std::vector<ZoneSpan>& zones)
{
    std::vector<ZoneSpan> cut;
    for (const ZoneSpan& zone : zones) {
        std::uint32_t from = zone.span.start;
        if (zone.zone == Zone::body) {
            for (const Span& found : machineWordsIn(zone.span.in(text))) {
                const Span span{found.start + zone.span.start, found.end + zone.span.start};
                if (span.start > from)
                    cut.push_back({Zone::body, {from, span.start}});
                cut.push_back({Zone::machine, span});
                from = span.end;
            }
        }
        if (from < zone.span.end)
            cut.push_back({zone.zone, {from, zone.span.end}});
    }
    return cut;
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
    return withMachineWords(text, spans);
}

} // namespace foreword
