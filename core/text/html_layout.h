// Lays out words as lines of plain text: at most one blank line in a row, no white space at
// line ends, quoted lines behind "> ". Owns its output. Single thread.
#pragma once

#include <string>
#include <string_view>

namespace foreword {

class HtmlLayout {
public:
    // White space collapses, unless `preformatted`: then line ends stay.
    void words(std::string_view text, bool preformatted);
    // The next words start a new line; with `blank` there is an empty one between.
    void endLine(bool blank = false);
    // <br>: on an empty line it makes that line stay.
    void breakLine();
    void startCell();
    // "- " or "3. " in front of the next words.
    void startItem(std::string marker);
    void setQuoteLevel(int level);

    std::string take() &&;

private:
    std::string m_out;
    std::string m_marker;
    int m_breaks = 0; // line ends that come before the next word
    char m_gap = '\0';
    int m_level = 0;

    void put(std::string_view word);
    void startLine();
};

} // namespace foreword
