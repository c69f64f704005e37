// A customer who stays on screen while records arrive: whether a new reading says anything new,
// and how the posture changed meanwhile. Pure, any thread, but for the reading itself.
#pragma once

#include <memory>
#include <set>
#include <string>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/desk/customer_reader.h"
#include "core/desk/desk.h"

namespace foreword {

// Whether a reader sees the same in both; when they were read does not count.
bool readsTheSame(const CustomerView& a, const CustomerView& b);

// The systems that an interaction of the customer is open or pending in: what may arrive comes from there.
std::set<std::string> sourcesUnderWay(const History& history);

// The customer under the same number, or where linking gave the records another one, under that.
// On the reader's thread. Errors: those of CustomerReader::open.
Result<CustomerView> readAgain(CustomerReader& reader, const Profile& known, const ReadOptions& options, const CancelToken& cancel);

// `before` itself where the new reading says the same; else the new one, with what is known of
// the change of posture: this one's, or an earlier one that still holds.
std::shared_ptr<const CustomerView> followUp(std::shared_ptr<const CustomerView> before, CustomerView view);

} // namespace foreword
