// The mails of an archive that is read twice: an mbox with many, or one mail in a file of its
// own (eml). An mbox begins with "From "; such a line after an empty one begins the next mail,
// and ">From " inside a mail is what was "From " (mboxrd and mboxo). Memory: one mail. Single
// thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/base/result.h"
#include "core/ingest/line_reader.h"

namespace foreword {

struct RawMail {
    std::int64_t line = 0; // where it begins, from 1
    std::string envelope;  // the rest of the "From " line: sender and time; empty for eml
    std::string bytes;     // lines end with "\n"
    bool tooLarge = false; // `bytes` is cut
};

class MailReader {
public:
    // Errors: those of FileBlocks.
    static Result<MailReader> open(const std::filesystem::path& path, FilePass pass, FileTrace& trace, std::size_t largestMail);

    // False at the end. Errors: those of FileBlocks.
    Result<bool> next(RawMail& mail);

    std::int64_t lineNumber() const { return m_lines.lineNumber(); }
    std::uint64_t bytesRead() const { return m_lines.bytesRead(); }

private:
    MailReader(LineReader lines, std::size_t largestMail) : m_lines(std::move(lines)), m_largestMail(largestMail) {}
    bool beginsMail(LineReader::Got got);
    void append(RawMail& mail, LineReader::Got got);
    void finish(RawMail& mail) const;

    LineReader m_lines;
    std::size_t m_largestMail;
    bool m_mbox = false;
    bool m_afterEmpty = true;
    std::string m_line;
    std::int64_t m_begun = 0; // line of a "From " line that was read and is of the next mail
    std::string m_envelope;
};

} // namespace foreword
