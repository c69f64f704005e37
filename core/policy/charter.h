// The charter: governed rules that say when a conversation outranks an offer. Strict TOML,
// closed vocabulary, loaded whole or refused whole. Immutable.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/dictionary.h"
#include "core/base/result.h"
#include "core/model/decision.h"

namespace foreword {

struct RuleEnd {
    std::string event;    // "interaction.closed", "opt_in", "conversation", "signal"; empty: none
    int plusDays = 0;     // after the event
    int days = 0;         // after the last evidence; 0: none
    int reviewDays = 0;   // a human looks at it again at the latest; 0: none
};

struct Rule {
    std::string id, title, owner, say;
    int version = 1;
    Rank rank = Rank::p5;
    std::vector<std::string> all, any; // signals; `all` must match each, `any` at least one
    SignalState minState = SignalState::suspected;
    std::vector<OfferKind> kinds; // empty: marketing, upsell, retention
    Verdict offer = Verdict::allow;
    Posture conversation = Posture::normal;
    RuleEnd until;
    std::string overrideRole; // empty: none
    int overrideMaxHours = 0;
    int line = 0;
};

struct CharterTest {
    std::string name;
    std::string rule; // it is a test of
    std::vector<std::pair<std::string, SignalState>> signals;
    OfferKind offer = OfferKind::marketing;
    Verdict expectVerdict = Verdict::allow;
    Posture expectPosture = Posture::normal;
    int line = 0;
};

class Charter {
public:
    // `today` is compared with review dates. All errors at once, each with file, line, remedy;
    // its own tests are run: a charter with a failing test is refused.
    static tl::expected<Charter, std::vector<Error>> load(std::string_view toml, std::string_view file,
                                                          const Dictionary& dictionary, CivilDate today);

    const std::vector<Rule>& rules() const { return m_rules; }
    const std::vector<CharterTest>& tests() const { return m_tests; }
    const std::string& version() const { return m_version; }
    const std::string& hash() const { return m_hash; }

private:
    std::vector<Rule> m_rules;
    std::vector<CharterTest> m_tests;
    std::string m_version, m_hash;
};

} // namespace foreword
