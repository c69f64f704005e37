// Which charter is in force: the one built into the program, with packs for a sector or files of
// one's own. A workspace may have a choice of its own: copies of what was last found good lie
// beside it, and a chosen file that was changed since counts only once it is free of errors.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/policy/charter.h"
#include "core/policy/charter_loosening.h"

namespace foreword {

using Errors = std::vector<Error>;

struct CharterTexts {
    // Name and text; the charter first, then what extends it.
    std::vector<std::pair<std::string, std::string>> files;
    std::vector<CharterFile> views() const;
};

// Each name is "default", the name of a pack that is built in ("uk-financial"), or a file: a
// charter, or a pack that says what it extends. Without a charter among them the built-in one
// leads. Errors: file_not_found, file_unreadable.
tl::expected<CharterTexts, Errors> readCharterTexts(const std::vector<std::string>& names);
std::vector<std::string> builtInPacks();

struct CharterInForce {
    Charter charter;
    std::vector<std::string> names; // it was chosen by; empty: built in
    Errors refused;                 // why what was chosen is not in force, if it is not
};

// Refused whole where there is any error.
tl::expected<Charter, Errors> loadCharter(const std::vector<std::string>& names, const Dictionary& dictionary, CivilDate today);
// What packs among them may take away from the charter, and do. No error: law and sector decide.
std::vector<CharterWarning> charterWarnings(const std::vector<std::string>& names);
// What the workspace has chosen, or the built-in one. A choice that has become bad leaves the last
// good one in force and says why; one that was changed for the good is kept as the last good one.
// Review dates stop nobody from being protected and are not compared here.
tl::expected<CharterInForce, Errors> charterOf(const std::filesystem::path& workspace, const Dictionary& dictionary);
// Puts a charter in force for the workspace; "default" alone takes the choice back. Nothing
// changes if there is any error; also file_unwritable.
tl::expected<Charter, Errors> chooseCharter(const std::filesystem::path& workspace, const std::vector<std::string>& names,
                                            const Dictionary& dictionary, CivilDate today);

} // namespace foreword
