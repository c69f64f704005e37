// A workspace that forewordctl made, opened in the test's own process as the window does.
#pragma once

#include <memory>

#include <QString>

#include "core/base/clock.h"
#include "core/base/secret.h"
#include "core/store/workspace.h"

namespace foreword::apptest {

inline std::shared_ptr<const Workspace> openedWorkspace(const QString& folder, const QString& keyFile)
{
    auto key = readKeyFile(keyFile.toStdString());
    if (!key)
        qFatal("no key");
    auto workspace = Workspace::open(folder.toStdString(), std::move(*key), SystemClock());
    if (!workspace)
        qFatal("cannot open");
    return std::make_shared<const Workspace>(std::move(*workspace));
}

} // namespace foreword::apptest
