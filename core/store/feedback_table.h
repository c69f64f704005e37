// What agents said of statements and signals. Works as the classes of tables.h do.
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/model/feedback.h"
#include "core/model/history.h"

namespace foreword {

class Connection;

class FeedbackTable {
public:
    explicit FeedbackTable(Connection& connection) : m_connection(connection) {}

    Result<> put(const Feedback& feedback); // in place of what was said of the same before
    Result<> remove(const FeedbackSubject& subject);
    Result<std::vector<Feedback>> list() const; // in the order of what they are about
    // About the messages of a history; those whose words are not there any more are left out.
    Result<std::vector<Feedback>> about(const History& history) const;
    // The people whose conversations they are about, in order.
    Result<std::vector<std::int64_t>> persons() const;

private:
    Connection& m_connection;
};

} // namespace foreword
