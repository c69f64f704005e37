// The command line of foreword.
#pragma once

#include <optional>

#include <QSize>
#include <QString>
#include <QStringList>

#include "app/platform/log_output.h"
#include "core/base/timestamp.h"

namespace foreword::desktop {

struct Options {
    QString workspace; // empty: the platform's data folder
    QString keyFile;
    std::optional<Timestamp> asOf;
    QStringList charters; // for this run; empty: what the workspace has chosen
    bool demo = false;
    QString customer;   // any identifier, or from a foreword:// address
    QString screenshot; // file to draw the window into; empty: open the window
    QString theme;      // "light", "dark", or empty: as the system says
    QString view = QStringLiteral("workspace");
    QSize size{1360, 860};
    LogOptions log;
};

struct ParsedOptions {
    std::optional<Options> options; // nothing: `message` is to be shown and `status` returned
    QString message;
    int status = 0;
};

// Needs a QCoreApplication, but no display.
ParsedOptions parseOptions(const QStringList& arguments);

// Without what QApplication takes for itself (-platform, -style, …), which it has not done yet.
QStringList withoutToolkitOptions(const QStringList& arguments);

// The identifier in "foreword://customer?phone=…|email=…|id=…|ticket=…"; nothing if it is none.
std::optional<QString> identifierOf(const QString& address);

} // namespace foreword::desktop
