// A workspace for a demonstration: encrypted under a random key that exists only in memory, in
// a folder of its own that is deleted when this object goes.
#pragma once

#include <filesystem>
#include <memory>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/workspace.h"

namespace foreword {

class TemporaryWorkspace {
public:
    // Errors: those of Workspace::create.
    static Result<TemporaryWorkspace> create(const Clock& clock);
    ~TemporaryWorkspace();
    TemporaryWorkspace(TemporaryWorkspace&&) noexcept;
    TemporaryWorkspace& operator=(TemporaryWorkspace&&) = delete;

    std::shared_ptr<const Workspace> workspace() const { return m_workspace; }

private:
    TemporaryWorkspace(std::filesystem::path folder, std::shared_ptr<const Workspace> workspace);
    std::filesystem::path m_folder;
    std::shared_ptr<const Workspace> m_workspace;
};

} // namespace foreword
