// Where a pack would protect less than the charter it extends. A pack is a small file beside the
// charter: it tightens, and who wants less writes a whole charter, which its owners sign. What
// sectors and countries settle for themselves, the time limit of complaints and working days, it
// may set, and is told where that is less. Pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/policy/charter.h"

namespace foreword {

struct CharterDraft;
class TomlErrors;

// Rules and goals it replaces, limits and windows of [settings], [fail_closed]: each an error.
void refuseLoosening(const CharterDraft& base, const CharterDraft& pack, TomlErrors& errors);

// What a pack may take away, and its owners ought to know of.
struct CharterWarning {
    std::string file;
    int line = 0;
    std::string entry, detail;
};

// `files` as in Charter::load; what cannot be read is not looked at.
std::vector<CharterWarning> charterWarnings(std::span<const CharterFile> files);

} // namespace foreword
