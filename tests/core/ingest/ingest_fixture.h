// What the ingest tests share: an encrypted workspace in a temporary folder, its writing
// connection, and lines to import.
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include <QTemporaryDir>
#include <QtGlobal>

#include "core/base/clock.h"
#include "core/base/error_catalog.h"
#include "core/ingest/ingestor.h"
#include "core/ingest/interchange.h"
#include "core/store/connection.h"
#include "core/store/tables.h"
#include "core/store/workspace.h"
#include "tests/must.h"

namespace foreword::ingesttest {

using test::must;

class Fixture {
public:
    Fixture()
        : m_workspace(must(Workspace::create(folder() / "workspace", Secret(std::string(32, 'k')),
                                             FixedClock(*Timestamp::parse("2026-11-09T10:00:00Z"))))),
          m_connection(must(m_workspace.connect(Access::write)))
    {
    }

    std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    Connection& connection() { return *m_connection; }

    std::filesystem::path file(const std::string& name, const std::string& content) const
    {
        const auto path = folder() / name;
        std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
        return path;
    }

    // Everything of the table of messages, by way of the annotator's door.
    std::vector<HistoryMessage> messages()
    {
        const auto transaction = must(Transaction::read(*m_connection));
        std::vector<HistoryMessage> out;
        for (auto& conversation : must(AnnotationTable(*m_connection).pending("none", 100'000))) {
            for (auto& message : conversation.messages)
                out.push_back(std::move(message));
        }
        return out;
    }

    std::vector<CustomerRecord> customers()
    {
        const auto transaction = must(Transaction::read(*m_connection));
        std::vector<CustomerRecord> out;
        for (auto& person : must(PersonTable(*m_connection).unlinked(100'000)))
            out.push_back(std::move(person.record));
        return out;
    }

private:
    QTemporaryDir m_folder;
    Workspace m_workspace;
    std::unique_ptr<Connection> m_connection;
};

inline Record record(const std::string& line)
{
    return must(parseRecord(line));
}

inline std::string customerNumber(int n, const std::string& more = {})
{
    return R"({"type":"customer","source":"crm","id":"C-)" + std::to_string(n) + R"(","names":["Person )" + std::to_string(n) + "\"]" + more
        + "}";
}

inline std::string interactionNumber(int n)
{
    return R"({"type":"interaction","source":"helpdesk","id":"I-)" + std::to_string(n) + R"(","customer":{"source":"crm","id":"C-)"
        + std::to_string(n) + R"("},"channel":"email","opened_at":"2026-01-01T00:00:00Z"})";
}

inline std::string messageNumber(int n, const std::string& text, const std::string& field = "text")
{
    return R"({"type":"message","source":"helpdesk","interaction":"I-)" + std::to_string(n) + R"(","id":"M-)" + std::to_string(n)
        + R"(","sender":"customer","at":"2026-01-01T00:00:00Z",")" + field + R"(":")" + text + "\"}";
}

} // namespace foreword::ingesttest
