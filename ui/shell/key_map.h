// The keys of the window, in one table: what they do, and how they are called on the cheat
// sheet. Single keys work only while no text field has the focus (a text field takes them
// first), and can be switched off. Window thread.
#pragma once

#include <QCoreApplication>
#include <QKeySequence>
#include <QString>

#include <vector>

namespace foreword {

enum class Command {
    search,
    nextCustomer,
    previousCustomer,
    note,
    wrapUp,
    mark,
    why,
    identity,
    duplicates,
    health,
    syncNow,
    cancelSync,
    cheatSheet
};

struct KeyBinding {
    Command command;
    QKeySequence keys;
    QString does;
};

class KeyMap {
    Q_DECLARE_TR_FUNCTIONS(foreword::KeyMap)

public:
    KeyMap();
    const std::vector<KeyBinding>& bindings() const { return m_bindings; }

    // Keys that belong to a list or a field, for the cheat sheet.
    struct Hint {
        QString keys, does;
    };
    static std::vector<Hint> hints();

private:
    std::vector<KeyBinding> m_bindings;
};

} // namespace foreword
