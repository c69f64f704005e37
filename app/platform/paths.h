// Where this platform keeps an application's data. The only place that knows.
#pragma once

#include <filesystem>

namespace foreword {

// The folder of the default workspace; empty where the environment names none.
std::filesystem::path defaultWorkspaceFolder();

} // namespace foreword
