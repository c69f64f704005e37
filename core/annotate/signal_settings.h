// The numbers that signals are made with: limits, windows and words that differ by sector and
// country. A charter sets them; these are the readings of the default one. Plain values.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/timestamp.h"

namespace foreword {

// How long a final response to a complaint may take, for complaints made from `from` on.
struct ComplaintLimit {
    std::optional<Timestamp> from; // nothing: always
    int days = 56;
    std::string authority;
    bool operator==(const ComplaintLimit&) const = default;
};

struct SignalSettings {
    std::vector<ComplaintLimit> complaintLimits{{std::nullopt, 56, "FCA DISP 1.6"}}; // by `from`
    int complaintClockPercent = 75;

    // Offers shown in `contactDays` days, by consent channel; a channel that is not named has no cap.
    std::map<std::string, int> contactCaps{{"email", 1}, {"sms", 1}};
    int contactDays = 7;

    int declinedTimes = 2;
    int declinedDays = 30;
    int ignoredAfterDays = 7; // shown and not answered for so long is ignored

    int repeatContacts = 3;
    int repeatDays = 7;

    int consentMaxAgeDays = 0; // 0: consent does not age
    // A consent of a connected system that was not reached for so long counts as unknown; 0: it
    // never does. What was imported has no copy to age.
    int consentCopyMaxHours = 48;

    // Words of the field `lifecycle` that say the customer is not active yet, in lower case.
    std::vector<std::string> lifecycleNotReady{"onboarding", "not_active", "not active", "pending",      "prospect",
                                               "lead",       "new",        "signup",     "provisioning", "activation"};
    bool operator==(const SignalSettings&) const = default;
};

} // namespace foreword
