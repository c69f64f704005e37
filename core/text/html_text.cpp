#include "core/text/html_text.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

#include <gumbo.h>

#include "core/text/html_elements.h"
#include "core/text/html_flatten.h"
#include "core/text/html_layout.h"
#include "core/text/utf8.h"

namespace foreword {
namespace {

// Memory of one parse, given back at once: Gumbo frees its tree by recursion, which a deep
// document would turn into a stack overflow. Over its budget it asks the parser to stop.
class Arena {
public:
    explicit Arena(std::size_t budget) : m_budget(budget) {}

    static void* allocate(void* arena, std::size_t size) { return static_cast<Arena*>(arena)->take(size); }
    static void release(void*, void*) {}

    // Gumbo looks at the flag after each token; every document here has had an error by then,
    // for it begins with one (see parse).
    void stopWhenSpent(GumboOptions& options) { m_options = &options; }
    bool spent() const { return m_used > m_budget; }

private:
    std::size_t m_budget;
    std::size_t m_used = 0;
    std::size_t m_left = 0;
    std::byte* m_next = nullptr;
    GumboOptions* m_options = nullptr;
    std::vector<std::unique_ptr<std::byte[]>> m_blocks;

    void* take(std::size_t size)
    {
        constexpr std::size_t alignment = alignof(std::max_align_t);
        constexpr std::size_t blockSize = 64 * 1024;
        size = (size + alignment - 1) / alignment * alignment;
        if (size > m_left) {
            const std::size_t block = std::max(size, blockSize);
            m_blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(block));
            m_next = m_blocks.back().get();
            m_left = block;
        }
        m_used += size;
        if (spent() && m_options)
            m_options->stop_on_first_error = true;
        void* taken = m_next;
        m_next += size;
        m_left -= size;
        return taken;
    }
};

// Writes the tree without recursion, so that depth costs memory and not stack.
class TreeWriter {
public:
    std::string write(const GumboNode& root)
    {
        enter(root);
        while (!m_open.empty()) {
            Open& top = m_open.back();
            const GumboVector& children = top.node->v.element.children;
            if (top.next == children.length) {
                leave();
                continue;
            }
            const auto* child = static_cast<const GumboNode*>(children.data[top.next++]);
            if (child->type == GUMBO_NODE_ELEMENT)
                enter(*child);
            else if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE || child->type == GUMBO_NODE_CDATA)
                m_layout.words(child->v.text.text, m_preformatted > 0);
        }
        return std::move(m_layout).take();
    }

private:
    struct Open {
        const GumboNode* node = nullptr;
        unsigned next = 0;
        int quotes = 0;       // level inside
        bool inContainer = false; // the nearest quotation is a container
        int item = 0;         // of an <ol>: the number of its last item
    };

    std::vector<Open> m_open;
    HtmlLayout m_layout;
    int m_preformatted = 0;
    int m_lists = 0;
    int m_leastQuotes = 0; // 1 below a mark that the rest is quoted

    void setQuotes(int level)
    {
        constexpr int deepest = 5; // deeper quotations look the same
        m_layout.setQuoteLevel(std::min(std::max(level, m_leastQuotes), deepest));
    }

    void enter(const GumboNode& node)
    {
        const GumboElement& element = node.v.element;
        if (element.tag == GUMBO_TAG_BR)
            m_layout.breakLine();
        if (isSilentElement(element))
            return;
        Open open{&node};
        if (!m_open.empty()) {
            open.quotes = m_open.back().quotes;
            open.inContainer = m_open.back().inContainer;
        }
        startLine(element);
        takeQuoteRole(element, open);
        if (element.tag == GUMBO_TAG_LI)
            startItem();
        if (element.tag == GUMBO_TAG_TD || element.tag == GUMBO_TAG_TH)
            m_layout.startCell();
        m_preformatted += element.tag == GUMBO_TAG_PRE ? 1 : 0;
        m_lists += isList(element) ? 1 : 0;
        m_open.push_back(open);
    }

    void leave()
    {
        const GumboElement& element = m_open.back().node->v.element;
        m_open.pop_back();
        m_preformatted -= element.tag == GUMBO_TAG_PRE ? 1 : 0;
        m_lists -= isList(element) ? 1 : 0;
        startLine(element);
        setQuotes(m_open.empty() ? 0 : m_open.back().quotes);
    }

    static bool isList(const GumboElement& element) { return element.tag == GUMBO_TAG_UL || element.tag == GUMBO_TAG_OL; }

    // Blocks stand on lines of their own, at both ends; a list inside a list without a gap.
    void startLine(const GumboElement& element)
    {
        const LineRole role = lineRole(element);
        if (role != LineRole::inlined)
            m_layout.endLine(role == LineRole::paragraph && !(m_lists > 0 && (isList(element) || element.tag == GUMBO_TAG_P)));
    }

    void takeQuoteRole(const GumboElement& element, Open& open)
    {
        const QuoteRole role = quoteRole(element);
        if (role == QuoteRole::restOfMail) {
            m_leastQuotes = 1;
        } else if (role == QuoteRole::container) {
            if (!open.inContainer)
                ++open.quotes;
            open.inContainer = true;
        } else if (role == QuoteRole::quote) {
            // The container around it stands for the same quotation.
            if (!open.inContainer)
                ++open.quotes;
            open.inContainer = false;
        }
        setQuotes(open.quotes);
    }

    void startItem()
    {
        constexpr int deepest = 5;
        std::string marker(static_cast<std::size_t>(2 * std::clamp(m_lists - 1, 0, deepest)), ' ');
        if (!m_open.empty() && m_open.back().node->v.element.tag == GUMBO_TAG_OL)
            marker.append(std::to_string(++m_open.back().item)).append(". ");
        else
            marker.append("- ");
        m_layout.startItem(std::move(marker));
    }
};

// The text, or nothing if the document is of the kind that makes the parser work for ever.
std::string parse(std::string html, bool& finished)
{
    // A first error, so that the parser stops when the arena asks it to.
    html.insert(0, "</x>");
    Arena arena(64 * 1024 * 1024 + 8 * html.size());
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = &Arena::allocate;
    options.deallocator = &Arena::release;
    options.userdata = &arena;
    options.max_errors = 0;
    arena.stopWhenSpent(options);
    const GumboOutput* output = gumbo_parse_with_options(&options, html.data(), html.size());
    finished = !arena.spent();
    return finished && output && output->root ? TreeWriter().write(*output->root) : std::string();
}

} // namespace

std::string htmlToText(std::string_view html)
{
    std::string source = repairUtf8(std::string(html));
    bool finished = false;
    std::string text;
    if (isTameHtml(source))
        text = parse(source, finished);
    if (!finished)
        text = parse(flattenHtml(source), finished);
    return repairUtf8(std::move(text)); // Gumbo writes what numeric entities say, however large
}

} // namespace foreword
