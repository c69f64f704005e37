// Why records are one person, or may be: as JSON and in English for people at a terminal.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "app/ctl/json_output.h"
#include "core/model/person_links.h"

namespace foreword::ctl {

Json reasonsJson(const std::vector<LinkReason>& reasons);
// {a,b,score,weight,confirmed,reasons}
Json linkJson(const RecordLink& link);
// [{records,others,at}…]
Json apartJson(const std::vector<DecidedApart>& apart);
// [{a,b,score,weight,confirmed,reasons}…]
Json reviewsJson(const std::vector<OpenReview>& reviews);

// "same e-mail (+14.3), different birth date (-4.1)"
std::string reasonsText(const std::vector<LinkReason>& reasons);
void printLinks(std::ostream& out, const PersonLinks& links);
void printReviews(std::ostream& out, const std::vector<OpenReview>& reviews);

double roundedTo(double value, double digits);

} // namespace foreword::ctl
