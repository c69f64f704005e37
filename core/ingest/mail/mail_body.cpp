#include "core/ingest/mail/mail_body.h"

#include <algorithm>
#include <string_view>

#include "core/ingest/text_decoder.h"
#include "core/text/html_text.h"
#include "core/text/lines.h"
#include "core/text/utf8.h"

namespace foreword {
namespace {

constexpr int deepest = 20;
constexpr int mostParts = 500;
constexpr std::size_t longestText = 4 * 1024 * 1024; // of all parts together

bool is(GMimeObject* part, const char* type, const char* subtype)
{
    GMimeContentType* content = g_mime_object_get_content_type(part);
    return content && g_mime_content_type_is_type(content, type, subtype);
}

bool isAttachment(GMimeObject* part)
{
    const char* disposition = g_mime_object_get_disposition(part);
    return disposition && g_ascii_strcasecmp(disposition, "attachment") == 0;
}

// Quoted-printable and base64 undone.
std::string contentOf(GMimePart* part)
{
    GMimeDataWrapper* content = g_mime_part_get_content(part);
    if (!content)
        return {};
    GMimeStream* memory = g_mime_stream_mem_new();
    std::string out;
    if (g_mime_data_wrapper_write_to_stream(content, memory) >= 0) {
        const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory));
        out.assign(reinterpret_cast<const char*>(bytes->data), bytes->data ? bytes->len : 0);
    }
    g_object_unref(memory);
    return out;
}

// What is not in the encoding it says, or says none, is UTF-8 or else what Windows wrote.
std::string toUtf8(std::string bytes, const char* charset)
{
    const std::string name = charset ? charset : "";
    const bool plain = name.empty() || g_ascii_strcasecmp(charset, "us-ascii") == 0 || g_ascii_strcasecmp(charset, "utf-8") == 0;
    if (plain && isValidUtf8(bytes))
        return bytes;
    if (plain || !isEncoding(name))
        return isValidUtf8(bytes) ? bytes : decoded(bytes, "windows-1252");
    return decoded(bytes, name);
}

std::string withoutCarriageReturns(std::string text)
{
    std::erase(text, '\r');
    return text;
}

// The words of a part and of those below it.
class BodyReader {
public:
    std::string text, html;

    void read(GMimeObject* part, int depth)
    {
        if (!part || depth > deepest || ++m_parts > mostParts || isAttachment(part))
            return;
        if (GMIME_IS_MULTIPART_ENCRYPTED(part))
            return;
        if (GMIME_IS_MULTIPART(part))
            readMultipart(part, depth);
        else if (GMIME_IS_PART(part) && is(part, "text", "plain"))
            append(text, part);
        else if (GMIME_IS_PART(part) && is(part, "text", "html"))
            append(html, part);
    }

private:
    int m_parts = 0;
    std::size_t m_bytes = 0;

    void append(std::string& to, GMimeObject* part)
    {
        std::string words = toUtf8(contentOf(GMIME_PART(part)), g_mime_object_get_content_type_parameter(part, "charset"));
        words = repairUtf8(withoutCarriageReturns(std::move(words)));
        m_bytes += words.size();
        if (m_bytes > longestText || trimmed(words).empty())
            return;
        to.append(to.empty() || to.ends_with('\n') ? "" : "\n").append(words);
    }

    void readMultipart(GMimeObject* part, int depth)
    {
        const bool alternative = is(part, "multipart", "alternative");
        // Of related parts the first is the one to read, of signed ones too.
        const bool onlyFirst = is(part, "multipart", "related") || is(part, "multipart", "signed");
        auto* multipart = GMIME_MULTIPART(part);
        const int count = onlyFirst ? std::min(1, g_mime_multipart_get_count(multipart)) : g_mime_multipart_get_count(multipart);
        BodyReader chosen;
        for (int i = 0; i < count && m_parts <= mostParts; ++i) {
            BodyReader one;
            one.m_parts = m_parts;
            one.m_bytes = m_bytes;
            one.read(g_mime_multipart_get_part(multipart, i), depth + 1);
            m_parts = one.m_parts;
            m_bytes = one.m_bytes;
            if (!alternative)
                join(std::move(one));
            else if (chosen.text.empty() && (!one.text.empty() || chosen.html.empty()))
                chosen = std::move(one);
        }
        join(std::move(chosen));
    }

    // A part that is only HTML among plain ones is read as text with them, in their order.
    void join(BodyReader other)
    {
        if (!other.html.empty() && (!other.text.empty() || !text.empty())) {
            other.text = other.text.empty() ? htmlToText(other.html) : other.text + "\n" + htmlToText(other.html);
            other.html.clear();
        }
        if (!other.text.empty() && !html.empty()) {
            text = htmlToText(html);
            html.clear();
        }
        text.append(text.empty() || other.text.empty() || text.ends_with('\n') ? "" : "\n").append(other.text);
        html.append(other.html);
    }
};

} // namespace

void readBody(GMimeObject* part, ParsedMail& mail)
{
    BodyReader reader;
    reader.read(part, 0);
    mail.text = std::move(reader.text);
    if (mail.text.empty())
        mail.html = std::move(reader.html);
}

} // namespace foreword
