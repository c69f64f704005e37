#include <variant>

#include "core/ingest/interchange.h"
#include "core/ingest/json_value.h"
#include "core/model/names.h"

namespace foreword {
namespace {

enum class Times {
    utc, // equal instants, equal text, whatever offset they were written with
    asWritten
};

// Appends members in the order they are given.
class ObjectWriter {
public:
    explicit ObjectWriter(std::string& out, Times times = Times::utc) : m_out(out), m_times(times) { m_out.push_back('{'); }

    ObjectWriter& text(std::string_view name, std::string_view value)
    {
        appendQuoted(key(name), value);
        return *this;
    }
    ObjectWriter& raw(std::string_view name, std::string_view value)
    {
        key(name).append(value);
        return *this;
    }
    ObjectWriter& number(std::string_view name, double value)
    {
        appendNumber(key(name), value);
        return *this;
    }
    ObjectWriter& flag(std::string_view name, bool value) { return raw(name, value ? "true" : "false"); }
    // At the ends of time UTC may be a year that cannot be written.
    ObjectWriter& time(std::string_view name, const std::optional<Timestamp>& value)
    {
        if (!value)
            return raw(name, "null");
        const Timestamp utc = value->atOffset(0);
        const int year = utc.local().date.year;
        return text(name, (m_times == Times::utc && year >= 1 && year <= 9999 ? utc : *value).toString());
    }
    ObjectWriter& texts(std::string_view name, const std::vector<std::string>& values)
    {
        key(name).push_back('[');
        for (std::size_t i = 0; i < values.size(); ++i) {
            m_out.append(i == 0 ? "" : ",");
            appendQuoted(m_out, values[i]);
        }
        m_out.push_back(']');
        return *this;
    }
    ObjectWriter& map(std::string_view name, const std::map<std::string, std::string>& values)
    {
        ObjectWriter inner(key(name));
        for (const auto& [k, v] : values)
            inner.text(k, v);
        inner.close();
        return *this;
    }
    ObjectWriter& reference(std::string_view name, const RecordKey& value)
    {
        ObjectWriter(key(name)).text("source", value.source).text("id", value.id).close();
        return *this;
    }
    void close() { m_out.push_back('}'); }

    std::string& key(std::string_view name)
    {
        if (!m_first)
            m_out.push_back(',');
        m_first = false;
        appendQuoted(m_out, name);
        m_out.push_back(':');
        return m_out;
    }

private:
    std::string& m_out;
    Times m_times;
    bool m_first = true;
};

void writeAddresses(ObjectWriter& out, const std::vector<Address>& addresses)
{
    std::string& text = out.key("addresses");
    text.push_back('[');
    for (std::size_t i = 0; i < addresses.size(); ++i) {
        const Address& a = addresses[i];
        text.append(i == 0 ? "" : ",");
        ObjectWriter(text).text("street", a.street).text("city", a.city).text("postcode", a.postcode).text("country", a.country).close();
    }
    text.push_back(']');
}

void write(ObjectWriter& out, const CustomerRecord& r)
{
    out.text("source", r.key.source).text("id", r.key.id);
    out.texts("names", r.names).texts("emails", r.emails).texts("phones", r.phones);
    writeAddresses(out, r.addresses);
    out.text("birth_date", r.birthDate).map("external_ids", r.externalIds).map("attributes", r.attributes);
}

void write(ObjectWriter& out, const InteractionRecord& r)
{
    out.text("source", r.key.source).text("id", r.key.id).reference("customer", r.customer);
    out.text("channel", nameOf(r.channel)).text("kind", nameOf(r.kind)).text("subject", r.subject);
    out.text("status", nameOf(r.status)).time("opened_at", r.openedAt).time("closed_at", r.closedAt).texts("tags", r.tags);
}

void write(ObjectWriter& out, const MessageRecord& r)
{
    out.text("source", r.key.source).text("interaction", r.interaction).text("id", r.key.id);
    out.text("sender", nameOf(r.sender)).text("sender_name", r.senderName).time("at", r.at);
    out.text("visibility", nameOf(r.visibility));
    if (r.html.empty())
        out.text("text", r.text);
    else
        out.text("html", r.html);
}

void write(ObjectWriter& out, const ConsentRecord& r)
{
    out.text("source", r.source).text("id", r.id).reference("customer", r.customer).text("purpose", r.purpose);
    out.text("channel", nameOf(r.channel)).text("status", nameOf(r.status)).text("basis", nameOf(r.basis)).time("at", r.at);
}

void write(ObjectWriter& out, const OfferRecord& r)
{
    out.text("source", r.key.source).text("id", r.key.id).text("name", r.name).text("kind", nameOf(r.kind));
    out.texts("channels", r.channels).time("valid_from", r.validFrom).time("valid_to", r.validTo).number("value", r.value);
    out.texts("selected_by", r.selectedBy).flag("credit", r.credit).flag("complex", r.complex);
}

void write(ObjectWriter& out, const EventRecord& r)
{
    out.text("source", r.source).text("id", r.id).reference("customer", r.customer).text("name", r.name).time("at", r.at);
    out.raw("data", r.data.empty() ? "{}" : std::string_view(r.data));
}

std::string lineOf(const Record& record, Times times)
{
    std::string line;
    ObjectWriter out(line, times);
    out.text("type", recordTypeNames[record.index()]);
    std::visit(
        [&out](const auto& r) {
            write(out, r);
            out.time("updated_at", r.updatedAt);
        },
        record);
    out.close();
    return line;
}

} // namespace

std::string canonicalLine(const Record& record)
{
    return lineOf(record, Times::utc);
}

std::string interchangeLine(const Record& record)
{
    return lineOf(record, Times::asWritten);
}

} // namespace foreword
