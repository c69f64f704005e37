// A golden workspace of an older schema, copied to a folder of its own.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <QTemporaryDir>

#include "core/store/opening.h"
#include "golden_content.h"
#include "tests/must.h"

namespace foreword::test {

// A copy to work on: opening migrates.
class GoldenCopy {
public:
    explicit GoldenCopy(int schema)
    {
        const std::filesystem::path from =
            std::filesystem::path(FOREWORD_SOURCE_DIR) / "tests/migrations" / ("schema-" + std::to_string(schema));
        std::filesystem::create_directory(folder());
        for (const char* name : {"workspace.db", "workspace.check"})
            std::filesystem::copy_file(from / name, folder() / name);
    }
    std::filesystem::path folder() const { return std::filesystem::path(m_temporary.path().toStdString()) / "workspace"; }
    WorkspaceFiles files() const { return {folder()}; }
    std::unique_ptr<Connection> connect() const { return must(Connection::open(files().database(), golden::key(), Access::write)); }
    Result<Workspace> open() const { return Workspace::open(folder(), golden::key(), golden::clock()); }
    Result<Opened> openWith(std::span<const Migration> steps) const
    {
        return openWorkspace(files(), golden::key(), golden::clock(), steps);
    }
    std::vector<std::filesystem::path> backups() const
    {
        std::vector<std::filesystem::path> found;
        if (std::filesystem::exists(files().backups())) {
            for (const auto& entry : std::filesystem::directory_iterator(files().backups()))
                found.push_back(entry.path());
        }
        return found;
    }

private:
    QTemporaryDir m_temporary;
};

} // namespace foreword::test
