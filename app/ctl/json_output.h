// The shapes of the public command-line contract, as JSON values.
#pragma once

#include "app/ctl/session.h"
#include "core/desk/desk.h"

namespace foreword::ctl {

Json countsJson(const IngestCounts& counts); // {added, updated, unchanged, unresolved, erased}
Json rejectsJson(const std::vector<Reject>& rejects);
Json signalsJson(const std::vector<Signal>& signals);
Json offersJson(const std::vector<OfferDecision>& offers);
// Every rule that matched, with all that a decision says of it.
Json matchesJson(const std::vector<RuleMatch>& matches);
// {line, would_also_hold, without_first, allowed_without, released_by}.
Json explanationJson(const Decision& decision, const OfferDecision& offer, const Dictionary& dictionary);
Json timingsJson(const Timings& timings);
Json recordKeyJson(const RecordKey& key);
Json givenOverrideJson(const GivenOverride& kept);
Json timeJson(const std::optional<Timestamp>& time); // null where there is none
Json customerJson(const Profile& profile);
// What `brief` answers with.
Json viewJson(const CustomerView& view, bool timings);
Json hitsJson(const std::vector<Hit>& hits);

} // namespace foreword::ctl
