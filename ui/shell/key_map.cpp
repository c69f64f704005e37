#include "ui/shell/key_map.h"

namespace foreword {

KeyMap::KeyMap()
    : m_bindings{
          {Command::search, QKeySequence(Qt::CTRL | Qt::Key_K), tr("Find a customer")},
          {Command::nextCustomer, QKeySequence(Qt::Key_J), tr("Next in the queue")},
          {Command::previousCustomer, QKeySequence(Qt::Key_K), tr("Previous in the queue")},
          {Command::note, QKeySequence(Qt::Key_N), tr("Write a note")},
          {Command::wrapUp, QKeySequence(Qt::Key_W), tr("Wrap up: a note of this conversation")},
          {Command::mark, QKeySequence(Qt::Key_M), tr("Say that a statement is wrong or misleading, at its number")},
          {Command::why, QKeySequence(Qt::Key_Y), tr("Why: the full explanation")},
          {Command::identity, QKeySequence(Qt::Key_I), tr("Who this is: the records and why they are one")},
          {Command::duplicates, QKeySequence(Qt::Key_D), tr("Likely duplicates that wait for a person")},
          {Command::health, QKeySequence(Qt::Key_H), tr("Data health, and back")},
          {Command::syncNow, QKeySequence(Qt::Key_F5), tr("Sync now")},
          {Command::cancelSync, QKeySequence(Qt::SHIFT | Qt::Key_F5), tr("Stop syncing")},
          {Command::cheatSheet, QKeySequence(Qt::Key_Question), tr("These keys")},
      }
{
}

std::vector<KeyMap::Hint> KeyMap::hints()
{
    return {
        {tr("Enter"), tr("Open a search result; unfold a conversation; show the words behind a number")},
        {tr("Arrows"), tr("Move through the queue, results and history")},
        {tr("Tab"), tr("Next control, next number")},
        {tr("Ctrl Enter"), tr("Send the note that is being written")},
        {tr("Ctrl C"), tr("Copy a message of the history with its citation")},
        {tr("Esc"), tr("Close the list, the explanation, the note or this sheet")},
    };
}

} // namespace foreword
