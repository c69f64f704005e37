// What the store's tests share: a workspace in a temporary folder, records to put into it, and
// results that must not fail.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include <QTemporaryDir>
#include <QTest>

#include "core/base/error_catalog.h"
#include "core/base/hash.h"
#include "core/store/connection.h"
#include "core/store/query.h"
#include "core/store/reading.h"
#include "core/store/tables.h"
#include "core/store/workspace.h"
#include "tests/must.h"

namespace foreword::storetest {

using test::must;

template <class T>
std::string codeOf(const Result<T>& result)
{
    return result ? "none" : errorEntry(result.error().code).name;
}

inline Secret keyOf(char c)
{
    return Secret(std::string(32, c));
}

inline Timestamp at(const std::string& time)
{
    const auto parsed = Timestamp::parse(time);
    if (!parsed)
        qFatal("bad time in a test: %s", time.c_str());
    return *parsed;
}

inline std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void writeBytes(const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

inline CustomerRecord customer(const std::string& id, const std::string& name)
{
    CustomerRecord record;
    record.key = {"crm", id};
    record.names = {name};
    record.emails = {id + "@example.com"};
    return record;
}

inline InteractionRecord interaction(const std::string& id, const std::string& customerId,
                                     const std::string& opened = "2026-03-01T09:00:00Z")
{
    InteractionRecord record;
    record.key = {"helpdesk", id};
    record.customer = {"crm", customerId};
    record.subject = "Subject of " + id;
    record.openedAt = at(opened);
    return record;
}

inline MessageRecord message(const std::string& id, const std::string& interactionId, const std::string& text,
                             const std::string& time = "2026-03-01T10:00:00+01:00", Sender sender = Sender::customer)
{
    MessageRecord record;
    record.key = {"helpdesk", id};
    record.interaction = interactionId;
    record.sender = sender;
    record.senderName = "Name of " + id;
    record.at = at(time);
    record.text = text;
    return record;
}

inline ConsentRecord consent(const std::string& customerId, ConsentStatus status)
{
    ConsentRecord record;
    record.source = "crm";
    record.customer = {"crm", customerId};
    record.purpose = "marketing";
    record.status = status;
    record.at = at("2026-02-01T00:00:00Z");
    return record;
}

inline EventRecord happening(const std::string& customerId, const std::string& name)
{
    EventRecord record;
    record.source = "billing";
    record.customer = {"crm", customerId};
    record.name = name;
    record.at = at("2026-02-02T00:00:00Z");
    record.data = "{}";
    return record;
}

// A new workspace with a writing connection.
class Fixture {
public:
    Fixture() : m_workspace(must(Workspace::create(folder(), keyOf('k'), clock()))), m_writer(must(m_workspace.connect(Access::write))) {}

    static const Clock& clock()
    {
        static const FixedClock fixed(at("2026-04-01T12:00:00Z"));
        return fixed;
    }
    std::filesystem::path folder() const { return std::filesystem::path(m_temporary.path().toStdString()) / "workspace"; }
    Workspace& workspace() { return m_workspace; }
    Connection& writer() { return *m_writer; }
    std::unique_ptr<Connection> reader() { return must(m_workspace.connect(Access::read)); }
    void closeWriter() { m_writer.reset(); }

    // In a transaction of its own. `version` stands for the content: another one, another hash.
    template <class Record>
    Put put(const Record& record, const std::string& version = "1")
    {
        auto transaction = must(Transaction::write(writer()));
        const Put done = putInside(record, version);
        must(transaction.commit());
        return done;
    }
    template <class Record>
    Put putInside(const Record& record, const std::string& version = "1")
    {
        RecordTable table(writer());
        if constexpr (std::is_same_v<Record, MessageRecord>)
            return must(table.put(record, sha256Hex(version + record.key.id), {}));
        else if constexpr (requires { record.key; })
            return must(table.put(record, sha256Hex(version + record.key.source + record.key.id)));
        else
            return must(table.put(record, sha256Hex(version + record.id + record.customer.id)));
    }

    // A customer record that is a person of its own.
    std::int64_t person(const std::string& id, const std::string& name)
    {
        const auto row = put(customer(id, name)).row;
        auto transaction = must(Transaction::write(writer()));
        PersonTable persons(writer());
        const Identifier email{"email", id + "@example.com"};
        must(persons.setIdentifiers(row, std::span(&email, 1)));
        const auto person = must(persons.link(std::span(&row, 1), name));
        must(transaction.commit());
        return person;
    }

    std::int64_t number(const char* sql)
    {
        Query query(writer(), sql);
        return must(query.number()).value_or(-1);
    }

private:
    QTemporaryDir m_temporary;
    Workspace m_workspace;
    std::unique_ptr<Connection> m_writer;
};

} // namespace foreword::storetest
