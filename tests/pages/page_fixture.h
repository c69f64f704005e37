// A workspace that is filled as the program fills it, by importing lines, and looked at page by
// page.
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <QTemporaryDir>
#include <QTest>

#include "core/base/error_catalog.h"
#include "core/desk/workbench.h"
#include "core/store/connection.h"
#include "decrypted_pages.h"
#include "tests/must.h"

namespace foreword::pages {

namespace fs = std::filesystem;

using test::must;

inline std::string keyOf(char c)
{
    return std::string(32, c);
}

inline std::shared_ptr<const Clock> clock()
{
    return std::make_shared<FixedClock>(*Timestamp::parse("2026-11-09T10:00:00Z"));
}

inline std::shared_ptr<const Definitions> definitions()
{
    static const auto loaded = loadBuiltInDefinitions();
    if (!loaded)
        qFatal("no definitions");
    return *loaded;
}

class Fixture {
public:
    Fixture() : m_workspace(std::make_shared<Workspace>(must(Workspace::create(folder(), Secret(m_key), *clock())))) {}
    // A workspace that lies in `from`, copied and opened.
    Fixture(const fs::path& from, std::string key) : m_key(std::move(key))
    {
        fs::copy(from, folder(), fs::copy_options::recursive);
        reopen();
    }

    fs::path folder() const { return fs::path(m_temporary.path().toStdString()) / "workspace"; }
    Workspace& workspace() { return *m_workspace; }
    std::unique_ptr<Connection> connect() { return must(m_workspace->connect(Access::write)); }

    Workbench& bench()
    {
        if (!m_bench)
            m_bench = std::make_unique<Workbench>(m_workspace, definitions(), clock());
        return *m_bench;
    }
    // Lets go of every connection.
    void close() { m_bench.reset(); }
    void reopen()
    {
        m_bench.reset();
        m_workspace.reset();
        m_workspace = std::make_shared<Workspace>(must(Workspace::open(folder(), Secret(m_key), *clock())));
    }
    void rekey(std::string key)
    {
        close();
        must(m_workspace->rekey(Secret(key)));
        m_key = std::move(key);
    }

    ImportOutcome import(const std::string& lines)
    {
        const auto file = fs::path(m_temporary.path().toStdString()) / "lines.jsonl";
        std::ofstream(file, std::ios::binary | std::ios::trunc) << lines;
        auto outcome = must(bench().import({file}, {}, {}));
        if (!outcome.written)
            qFatal("%s", englishMessage(outcome.rejects.front().error).c_str());
        return outcome;
    }

    std::vector<Page> pages() const { return decrypt(folder(), m_key); }

private:
    QTemporaryDir m_temporary;
    std::string m_key = keyOf('k');
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<Workbench> m_bench;
};

} // namespace foreword::pages
