// The options of a Request Tracker source, checked once when the source is made. Pure, any thread.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/model/records.h"
#include "core/net/http_client.h"
#include "core/sources/source.h"

namespace foreword {

struct RtOptions {
    HttpOptions http;                                  // allow_http, ca_file
    std::string customerField = "Customer ID";         // customer_field: the user field with the CRM's number
    std::map<std::string, InteractionKind> kinds;      // queue_kinds: "Faults:fault,Billing:billing"
    std::map<std::string, InteractionStatus> statuses; // status_map: "waiting:pending"
    std::set<std::string> bots;                        // bots: accounts that are programs, "monitor,watch"
};

// Errors: source_option_bad.
Result<RtOptions> parseRtOptions(const std::map<std::string, std::string>& options);

// By the option, else by words the queue's name contains.
InteractionKind kindOf(const RtOptions& options, const std::string& queue);

// By the option, else Request Tracker's own statuses; one that is unknown counts as open.
InteractionStatus statusOf(const RtOptions& options, const std::string& status);

} // namespace foreword
