// Tickets with the times they changed, and the questions a Request Tracker answers about them:
// by number, by the time of the last change, sorted, in pages. It reads dates the way the real
// one does (RT::Date): by the wall clock of a zone, with the offset that clock has at the
// written time taken as UTC. The zones are Qt's, not those of the program under test.
//
// Safe from any thread.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include <QTimeZone>

#include <nlohmann/json.hpp>

#include "core/base/timestamp.h"

class TicketShelf {
public:
    explicit TicketShelf(const std::string& zone = "UTC") : m_zone(QByteArray::fromStdString(zone)) {}

    // A ticket as REST 2.0 lists it; its LastUpdated counts.
    void put(nlohmann::json ticket);
    void remove(std::int64_t id);
    // What a search answers: query, orderby, order, per_page and page of the address.
    nlohmann::json search(const std::map<std::string, std::string>& parameters) const;
    // What the server makes of a date in a query.
    foreword::Timestamp meaningOf(const std::string& date) const;

private:
    bool matches(const nlohmann::json& ticket, const std::string& condition) const;

    QTimeZone m_zone;
    mutable std::mutex m_mutex;
    std::map<std::int64_t, nlohmann::json> m_tickets;
};
