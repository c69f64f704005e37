#include "core/ingest/mail/mail_reader.h"

#include <string_view>
#include <utility>

namespace foreword {
namespace {

constexpr std::string_view fromWord = "From ";

// ">From ", ">>From ", …
bool isEscapedFrom(std::string_view line)
{
    const auto text = line.find_first_not_of('>');
    return text != 0 && text != std::string_view::npos && line.substr(text).starts_with(fromWord);
}

} // namespace

Result<MailReader> MailReader::open(const std::filesystem::path& path, FilePass pass, FileTrace& trace, std::size_t largestMail)
{
    FOREWORD_TRY(LineReader lines, LineReader::open(path, pass, trace, largestMail));
    return MailReader(std::move(lines), largestMail);
}

bool MailReader::beginsMail(LineReader::Got got)
{
    if (got != LineReader::Got::line || !m_line.starts_with(fromWord))
        return false;
    m_mbox = m_mbox || m_lines.lineNumber() == 1;
    return m_mbox && m_afterEmpty;
}

void MailReader::append(RawMail& mail, LineReader::Got got)
{
    if (got == LineReader::Got::longLine || mail.bytes.size() + m_line.size() + 1 > m_largestMail)
        mail.tooLarge = true;
    if (mail.tooLarge)
        return;
    const std::string_view line = m_line;
    mail.bytes.append(m_mbox && isEscapedFrom(line) ? line.substr(1) : line).push_back('\n');
}

// The empty line before the next mail is the archive's.
void MailReader::finish(RawMail& mail) const
{
    if (m_mbox && mail.bytes.ends_with("\n\n"))
        mail.bytes.pop_back();
}

Result<bool> MailReader::next(RawMail& mail)
{
    mail = {};
    mail.line = std::exchange(m_begun, 0);
    mail.envelope = std::exchange(m_envelope, {});
    for (;;) {
        FOREWORD_TRY(const LineReader::Got got, m_lines.next(m_line));
        if (got == LineReader::Got::end) {
            finish(mail);
            return mail.line > 0;
        }
        const bool begins = beginsMail(got);
        m_afterEmpty = got == LineReader::Got::line && m_line.empty();
        if (begins && mail.line > 0) {
            m_begun = m_lines.lineNumber();
            m_envelope = m_line.substr(fromWord.size());
            finish(mail);
            return true;
        }
        if (begins) {
            mail.line = m_lines.lineNumber();
            mail.envelope = m_line.substr(fromWord.size());
        } else if (mail.line > 0 || !m_afterEmpty) { // empty lines before the first header are nothing
            mail.line = mail.line > 0 ? mail.line : m_lines.lineNumber();
            append(mail, got);
        }
    }
}

} // namespace foreword
