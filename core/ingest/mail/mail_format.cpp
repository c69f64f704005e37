#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/ingest/mail/mail_reader.h"
#include "core/ingest/mail/mail_threads.h"
#include "core/ingest/mail/parsed_mail.h"
#include "core/ingest/mapped_formats.h"

namespace foreword {
namespace {

class MailFormat final : public FileFormat {
public:
    explicit MailFormat(MailMapping mapping) : m_mapping(std::move(mapping)) {}

    Result<> read(const std::filesystem::path& file, FilePass pass, FileTrace& trace, EntrySink& sink) override
    {
        if (std::exchange(m_pass, pass) != pass)
            m_number = 0;
        FOREWORD_TRY(MailReader reader, MailReader::open(file, pass, trace, largestMail));
        RawMail raw;
        for (;;) {
            FOREWORD_TRY(const bool more, reader.next(raw));
            if (!more)
                return {};
            FOREWORD_CHECK(take(raw, sink));
            ++m_number;
            FOREWORD_CHECK(sink.reached(reader.lineNumber(), reader.bytesRead()));
        }
    }

private:
    struct Known {
        std::string name;
        Timestamp at;
        bool told = false; // in the second pass
    };

    MailMapping m_mapping;
    MailThreads m_threads;
    FilePass m_pass = FilePass::first;
    std::int64_t m_number = 0;                             // of the mail in its pass
    std::unordered_map<std::string, Known> m_customers; // by address

    Result<> take(const RawMail& raw, EntrySink& sink)
    {
        if (raw.tooLarge)
            return sink.take(raw.line, fail(ErrorCode::mail_too_large, {{"limit", std::to_string(largestMail)}}));
        auto mail = parseMail(raw.bytes, raw.envelope);
        if (!mail)
            return sink.take(raw.line, fail(std::move(mail).error()));
        const MailAddress* customer = customerOf(*mail);
        if (m_pass == FilePass::second)
            return tell(raw.line, *mail, customer, sink);
        if (customer)
            noteName(*customer, mail->at);
        m_threads.add(m_number, *mail, customer ? customer->address : std::string_view());
        return sink.take(raw.line, messageOf(*mail, {}, customer != nullptr));
    }

    // The outside party: who wrote it, or the first it was written to.
    const MailAddress* customerOf(const ParsedMail& mail) const
    {
        for (const auto* addresses : {&mail.from, &mail.to}) {
            for (const MailAddress& address : *addresses) {
                if (!m_mapping.isOwn(address.address))
                    return &address;
            }
        }
        return nullptr;
    }

    Result<> tell(std::int64_t line, ParsedMail& mail, const MailAddress* customer, EntrySink& sink)
    {
        const auto thread = m_threads.threadOf(mail);
        if (!thread || m_threads.isRepeated(m_number)) {
            sink.leftOut(line);
            return {};
        }
        if (customer && !std::exchange(m_customers[customer->address].told, true))
            FOREWORD_CHECK(sink.take(line, Record(customerRecord(customer->address, m_customers[customer->address]))));
        if (customer && thread->opener == m_number)
            FOREWORD_CHECK(sink.take(line, Record(interactionOf(*thread, mail, *customer))));
        return sink.take(line, messageOf(mail, thread->id, customer != nullptr));
    }

    // The newest name an address came with; of the same second the last in the alphabet, so that
    // every import of an archive ends the same.
    void noteName(const MailAddress& customer, Timestamp at)
    {
        Known& known = m_customers[customer.address];
        if (!customer.name.empty() && customer.name != customer.address && std::tie(known.at, known.name) < std::tie(at, customer.name)) {
            known.name = customer.name;
            known.at = at;
        }
    }

    // A customer without a name is older than any with one.
    CustomerRecord customerRecord(const std::string& address, const Known& known) const
    {
        CustomerRecord record;
        record.key = {m_mapping.customerSource, address};
        record.emails = {address};
        if (!known.name.empty())
            record.names = {known.name};
        record.updatedAt = known.at;
        return record;
    }

    InteractionRecord interactionOf(const MailThread& thread, const ParsedMail& mail, const MailAddress& customer) const
    {
        InteractionRecord record;
        record.key = {m_mapping.source, thread.id};
        record.customer = {m_mapping.customerSource, customer.address};
        record.channel = Channel::email;
        record.kind = m_mapping.kind;
        record.status = m_mapping.status;
        record.subject = mail.subject;
        record.openedAt = thread.first;
        if (!isUnderway(record.status))
            record.closedAt = thread.last;
        record.updatedAt = thread.last;
        return record;
    }

    Record messageOf(ParsedMail& mail, const std::string& thread, bool outside) const
    {
        MessageRecord record;
        record.key = {m_mapping.source, mail.id};
        record.interaction = thread;
        const MailAddress& writer = mail.from.front();
        record.sender = m_mapping.isBot(writer.address) ? Sender::bot : m_mapping.isOwn(writer.address) ? Sender::agent : Sender::customer;
        record.senderName = writer.name;
        record.at = mail.at;
        record.visibility = outside ? Visibility::visible : Visibility::internal;
        record.text = std::move(mail.text);
        record.html = std::move(mail.html);
        return record;
    }
};

} // namespace

std::unique_ptr<FileFormat> mailFormat(MailMapping mapping)
{
    return std::make_unique<MailFormat>(std::move(mapping));
}

} // namespace foreword
