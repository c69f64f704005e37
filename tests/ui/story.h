// The story of the pictures in design/ as a customer view, and small makers for others. What
// the window shows is made from values like these; the tests know every word of them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/desk/desk.h"

namespace foreword::story {

inline constexpr std::int64_t maria = 1, kwame = 2, priya = 3, tom = 4, lena = 5, alvarez = 6, noor = 7;

Timestamp at(std::string_view time);
Timestamp now(); // 2026-11-09T10:04:00+01:00

// Builds histories message by message; ids are their numbers as the window shows them.
class HistoryMaker {
public:
    HistoryMaker& interaction(std::string id, Channel channel, InteractionStatus status, std::string subject, std::string_view opened,
                              std::string_view closed = {});
    HistoryMaker& message(Sender sender, std::string name, std::string_view time, std::string text,
                          Visibility visibility = Visibility::visible);
    History take() { return std::move(m_history); }

private:
    History m_history;
};

// The words in the message with that number; aborts if they are not there.
Citation cite(const History& history, int number, std::string_view words);
Evidence quote(const History& history, int number, std::string_view words);

std::shared_ptr<CustomerView> mariaView();
std::shared_ptr<CustomerView> kwameView();   // escalate
std::shared_ptr<CustomerView> priyaView();   // normal, everything allowed
std::shared_ptr<CustomerView> tomView();     // no history
std::shared_ptr<CustomerView> longView(int messages);
// Name, subject and messages that look like markup, formats and shortcuts.
std::shared_ptr<CustomerView> hostileView();

std::vector<QueueEntry> queue();

} // namespace foreword::story
