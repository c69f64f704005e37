#include "core/desk/temporary_workspace.h"

#include "core/base/hash.h"

namespace foreword {

Result<TemporaryWorkspace> TemporaryWorkspace::create(const Clock& clock)
{
    std::error_code error;
    const auto temp = std::filesystem::temp_directory_path(error);
    if (error)
        return fail(ErrorCode::file_unwritable, {{"file", "temp"}, {"detail", error.message()}});
    // The name only has to be one nobody can guess; Workspace::create makes the folder private
    // and refuses one that is there.
    const auto folder = temp / ("foreword-demo-" + sha256Hex(Secret::random(16).view()).substr(0, 16));
    FOREWORD_TRY(auto workspace, Workspace::create(folder, Secret::random(32), clock));
    return TemporaryWorkspace(folder, std::make_shared<const Workspace>(std::move(workspace)));
}

TemporaryWorkspace::TemporaryWorkspace(std::filesystem::path folder, std::shared_ptr<const Workspace> workspace)
    : m_folder(std::move(folder)), m_workspace(std::move(workspace))
{
}

TemporaryWorkspace::TemporaryWorkspace(TemporaryWorkspace&& other) noexcept
    : m_folder(std::exchange(other.m_folder, {})), m_workspace(std::move(other.m_workspace))
{
}

TemporaryWorkspace::~TemporaryWorkspace()
{
    if (m_folder.empty())
        return;
    m_workspace.reset();
    // What cannot be deleted stays encrypted under a key that is gone.
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

} // namespace foreword
