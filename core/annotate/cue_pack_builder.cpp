#include "core/annotate/cue_pack_builder.h"

#include <algorithm>
#include <charconv>

namespace foreword {
namespace {

constexpr int defaultThreshold = 100;

struct Mark {
    std::string_view name;
    CueRole role;
    AnnotationKind kind;
    Speaker by;
};
constexpr Mark marks[] = {
    {"signal", CueRole::annotation, AnnotationKind::cue, Speaker::customer},
    {"promise", CueRole::annotation, AnnotationKind::promise, Speaker::agent},
    {"moved", CueRole::annotation, AnnotationKind::moved, Speaker::agent},
    {"fulfilment", CueRole::annotation, AnnotationKind::fulfilment, Speaker::any},
    {"tried", CueRole::annotation, AnnotationKind::tried, Speaker::any},
    {"question", CueRole::annotation, AnnotationKind::question, Speaker::agent},
    {"resolution", CueRole::annotation, AnnotationKind::resolution, Speaker::customer},
    {"dissatisfaction", CueRole::annotation, AnnotationKind::dissatisfaction, Speaker::customer},
    {"request", CueRole::annotation, AnnotationKind::request, Speaker::customer},
    {"fact", CueRole::annotation, AnnotationKind::fact, Speaker::customer},
    {"ignore", CueRole::ignore, AnnotationKind::cue, Speaker::customer},
    {"offer", CueRole::offer, AnnotationKind::question, Speaker::agent},
    {"accept", CueRole::accept, AnnotationKind::cue, Speaker::customer},
    {"decline", CueRole::decline, AnnotationKind::cue, Speaker::customer},
    {"praise", CueRole::praise, AnnotationKind::cue, Speaker::customer},
    {"greeting", CueRole::greeting, AnnotationKind::cue, Speaker::any},
    {"pointing", CueRole::pointing, AnnotationKind::cue, Speaker::agent},
    {"about", CueRole::about, AnnotationKind::promise, Speaker::agent},
    {"condition", CueRole::condition, AnnotationKind::promise, Speaker::agent},
};

} // namespace

template <class Read>
void CuePackBuilder::eachTable(const toml::table& root, std::string_view key, Read read)
{
    const toml::node* there = root.get(key);
    if (!there)
        return;
    const toml::array* list = there->as_array();
    if (!list)
        return m_reader->bad(*there, key, "", "tables");
    for (const toml::node& node : *list) {
        if (const toml::table* table = node.as_table())
            read(*table);
        else
            m_reader->bad(node, key, "", "tables");
    }
}

void CuePackBuilder::readFrom(TomlReader& reader)
{
    m_reader = &reader;
    m_words.readFrom(reader);
}

void CuePackBuilder::build(std::span<CueFile> files)
{
    const auto main = std::ranges::find_if(files, [](const CueFile& file) { return file.root.contains("time"); });
    if (main == files.end())
        return files.front().reader.missing(files.front().root, "time", "the cue list");
    readFrom(main->reader);
    m_pack.language = m_reader->text(main->root, "the cue list", "language");
    m_pack.elision = main->root["elisions"].value_or(false) ? Elision::split : Elision::keep;
    if (main->root.contains("literal_apostrophe"))
        m_words.keepApostrophes(m_reader->texts(main->root, "the cue list", "literal_apostrophe"));
    // A class may be used in any file, so all are read first.
    for (CueFile& file : files) {
        readFrom(file.reader);
        m_words.readClasses(file.root);
    }
    readFrom(main->reader);
    readMain(main->root);
    for (CueFile& file : files) {
        readFrom(file.reader);
        if (&file != &*main)
            m_reader->onlyKeys(file.root, "a part of a cue list", {"language", "words", "thresholds", "scope", "cue"});
        readThresholds(file.root);
        eachTable(file.root, "scope", [this](const toml::table& table) { readScope(table); });
        eachTable(file.root, "cue", [this](const toml::table& table) { readCue(table); });
    }
    finish();
}

void CuePackBuilder::readMain(const toml::table& root)
{
    m_reader->onlyKeys(root, "the cue list",
                       {"language", "elisions", "day_first", "capital_nouns", "literal_apostrophe", "words", "thresholds",
                        "complaint_in_post", "values", "time", "scope", "cue"});
    readValues(root);
    readPostWeights(root);
    m_pack.capitalNouns = root["capital_nouns"].value_or(false);
    m_pack.clauseOpener = m_words.classAtom("clause_opener", root);
    m_pack.functionWords = m_words.classAtom("function_word", root);
    readFactWords(root);
    if (const toml::table* time = root["time"].as_table())
        m_pack.time.load(*m_reader, *time, m_pack.elision, root["day_first"].value_or(true));
    else
        m_reader->bad(*root.get("time"), "time", "", "a table");
}

void CuePackBuilder::readThresholds(const toml::table& root)
{
    const toml::table* table = root["thresholds"].as_table();
    if (!table && root.contains("thresholds"))
        m_reader->bad(*root.get("thresholds"), "thresholds", "", "a table of signals with their points");
    if (!table)
        return;
    for (const auto& [key, value] : *table) {
        checkSignal(value, key.str());
        m_pack.thresholds.emplace(std::string(key.str()), static_cast<int>(m_reader->number(*table, key.str(), defaultThreshold, 1, 1000)));
    }
}

void CuePackBuilder::readPostWeights(const toml::table& root)
{
    constexpr std::int64_t most = 10000;
    const toml::table* table = root["complaint_in_post"].as_table();
    if (!table)
        return;
    m_reader->onlyKeys(
        *table, "complaint_in_post",
        {"points", "words", "link", "ends_asking", "questions", "open_complaint", "open_service_issue", "bereavement", "bias"});
    PostWeights& weights = m_pack.complaintInPost.emplace();
    for (std::size_t i = 0; i < postTraits; ++i)
        weights.weights[i] = static_cast<std::int32_t>(m_reader->number(*table, postTraitNames[i], 0, -most, most));
    weights.bias = static_cast<std::int32_t>(m_reader->number(*table, "bias", 0, -most, most));
}

void CuePackBuilder::readValues(const toml::table& root)
{
    const toml::table* signals = root["values"].as_table();
    if (!signals)
        return;
    for (const auto& [signal, node] : *signals) {
        checkSignal(node, signal.str());
        const toml::table* values = node.as_table();
        if (!values) {
            m_reader->bad(node, "values", signal.str(), "a table of word lists");
            continue;
        }
        for (const auto& [value, words] : *values) {
            const std::string name = "values." + std::string(signal.str()) + "." + std::string(value.str());
            m_words.addClassOf(name, m_reader->texts(*values, "values", value.str()));
            m_pack.values[std::string(signal.str())].emplace_back(std::string(value.str()), m_words.classAtom(name, words));
        }
    }
}

void CuePackBuilder::checkSignal(const toml::node& where, std::string_view id)
{
    if (!m_dictionary.find(id))
        m_reader->note(ErrorCode::charter_unknown_signal, where, {{"field", "signal"}, {"value", std::string(id)}});
}

void CuePackBuilder::readFactWords(const toml::table& root)
{
    FactWords& words = m_pack.factWords;
    words.reference = m_words.classAtom("reference_noun", root);
    words.account = m_words.classAtom("account_noun", root);
    words.product = m_words.classAtom("product", root);
    words.productNoun = m_words.classAtom("product_noun", root);
    words.error = m_words.classAtom("error_noun", root);
    words.currency = m_words.classAtom("currency", root);
    words.route = m_words.classAtom("route_noun", root);
    words.routeTo = m_words.classAtom("route_to", root);
    words.placeLead = m_words.classAtom("place_lead", root);
    words.says = m_words.classAtom("error_says", root);
    words.placeLeadOfTravel = m_words.classAtom("place_lead_of_travel", root);
    words.travel = m_words.classAtom("travel_word", root);
    words.placeNoun = m_words.classAtom("place_noun", root);
    words.numberedPlace = m_words.classAtom("numbered_place", root);
    words.postcode = m_words.classAtom("postcode_noun", root);
    words.nameLead = m_words.classAtom("name_lead", root);
    words.sent = m_words.classAtom("sent_noun", root);
    words.often = m_words.classAtom("how_often", root);
    for (const auto& [name, atom] :
         {std::pair("street", &words.street), {"street_lead", &words.streetLead}, {"street_link", &words.streetLink}})
        *atom = m_words.hasClass(name) ? m_words.classAtom(name, root) : AtomId();
    words.notPlace = m_words.classAtom("not_place", root);
}

void CuePackBuilder::readPatterns(const toml::table& table, std::string_view entry, bool isScope, std::size_t target)
{
    if (m_reader->texts(table, entry, "patterns").empty() && table.contains("patterns"))
        m_reader->missing(*table.get("patterns"), "patterns", entry);
    const toml::array* list = table["patterns"].as_array();
    for (std::size_t i = 0; list && i < list->size(); ++i) {
        const toml::node& line = *list->get(i);
        const std::string text = line.value_or(std::string());
        CuePattern pattern;
        pattern.isScope = isScope;
        pattern.target = static_cast<std::uint16_t>(target);
        if (!text.empty() && readPattern(text, line, pattern))
            m_pack.patterns.push_back(std::move(pattern));
    }
}

bool CuePackBuilder::readPattern(const std::string& text, const toml::node& where, CuePattern& pattern)
{
    int gap = 0;
    for (std::string part : splitAt(text, ' ')) {
        if (part == "^" || part == "^^") {
            pattern.atStart = true;
            pattern.alone = part == "^^";
        } else if (part == "$" || part == "$,") {
            pattern.atEnd = part == "$";
            pattern.atPause = part == "$,";
        } else if (part.front() == '*') {
            const auto [end, problem] = std::from_chars(part.data() + 1, part.data() + part.size(), gap);
            if (problem != std::errc() || end != part.data() + part.size() || gap < 1 || gap > 15)
                m_reader->bad(where, "patterns", text, "gaps *1 to *15");
        } else {
            CueElement element;
            element.optional = part.size() > 1 && part.back() == '?';
            if (element.optional)
                part.pop_back();
            element.behindMark = part.size() > 1 && part.front() == ':';
            if (element.behindMark)
                part.erase(0, 1);
            element.gap = static_cast<std::uint8_t>(gap);
            element.atom = m_words.atom(part, where);
            gap = 0;
            pattern.elements.push_back(element);
        }
    }
    const bool sound = gap == 0 && !pattern.elements.empty() && !pattern.elements.front().optional && pattern.elements.front().gap == 0;
    if (!sound)
        m_reader->bad(where, "patterns", text, "a first word that is neither optional nor behind a gap, and no gap at the end");
    return sound;
}

void CuePackBuilder::readScope(const toml::table& table)
{
    m_reader->onlyKeys(table, "scope", {"kind", "direction", "reach", "until", "crosses_comma", "patterns"});
    ScopeRule rule;
    const std::string kind = m_reader->text(table, "scope", "kind");
    rule.kind = kind.empty() ? rule.kind : scopeNamed(kind, *table.get("kind"));
    const std::string direction = m_reader->text(table, "direction", "forward", {"forward", "backward", "sentence", "message"});
    rule.direction = direction == "forward" ? ScopeReach::forward
        : direction == "backward"           ? ScopeReach::backward
        : direction == "sentence"           ? ScopeReach::sentence
                                            : ScopeReach::message;
    rule.reach = static_cast<int>(m_reader->number(table, "reach", 6, 1, 60));
    rule.crossesComma = table["crosses_comma"].value_or(false);
    if (table.contains("until"))
        rule.until = m_words.atom(m_reader->text(table, "scope", "until"), *table.get("until"));
    m_pack.scopes.push_back(rule);
    readPatterns(table, "scope", true, m_pack.scopes.size() - 1);
}

ScopeKind CuePackBuilder::scopeNamed(std::string_view name, const toml::node& where)
{
    constexpr std::string_view names[] = {"negated", "hypothetical", "past", "other", "nothing"};
    const auto found = std::ranges::find(names, name);
    if (found != std::end(names))
        return static_cast<ScopeKind>(found - std::begin(names));
    m_reader->bad(where, "scope", name, "negated, hypothetical, past, other");
    return ScopeKind::negated;
}

void CuePackBuilder::readCue(const toml::table& table)
{
    m_reader->onlyKeys(table, "cue", {"marks", "value", "points", "by", "span", "cancelled_by", "patterns"});
    Cue cue;
    const std::string mark = m_reader->text(table, "cue", "marks");
    const std::size_t colon = std::min(mark.find(':'), mark.size());
    const auto known = std::ranges::find(marks, std::string_view(mark).substr(0, colon), &Mark::name);
    if (known == std::end(marks))
        return m_reader->bad(table, "marks", mark, "signal:…, promise:…, tried, question:… and so on");
    cue.role = known->role;
    cue.kind = known->kind;
    cue.label = colon < mark.size() ? mark.substr(colon + 1) : "";
    // "ignore:fulfilment" ignores all of a kind, "ignore:resolution:resolved" those with a label.
    const std::size_t behind = std::min(cue.label.find(':'), cue.label.size());
    const auto ignored = std::ranges::find(marks, std::string_view(cue.label).substr(0, behind), &Mark::name);
    if (cue.role == CueRole::ignore && ignored != std::end(marks)) {
        cue.kind = ignored->kind;
        cue.label.erase(0, std::min(behind + 1, cue.label.size()));
    } else if (mark.starts_with("signal:") || cue.role == CueRole::ignore || cue.role == CueRole::offer) {
        checkSignal(table, cue.label);
    }
    cue.value = table.contains("value") ? m_reader->text(table, mark, "value") : "";
    cue.points = static_cast<int>(m_reader->number(table, "points", defaultThreshold, -200, 200));
    cue.by = speaker(table, cue.kind == AnnotationKind::cue ? known->by : Speaker::any);
    if (cue.role != CueRole::ignore)
        cue.by = speaker(table, known->by);
    const std::string span = m_reader->text(table, "span", "match", {"match", "clause", "sentence"});
    cue.span = span == "match" ? CueSpan::match : span == "clause" ? CueSpan::clause : CueSpan::sentence;
    readCancels(table, mark, cue);
    m_pack.cues.push_back(std::move(cue));
    readPatterns(table, mark, false, m_pack.cues.size() - 1);
}

Speaker CuePackBuilder::speaker(const toml::table& table, Speaker otherwise)
{
    if (!table.contains("by"))
        return otherwise;
    const std::string by = m_reader->text(table, "by", "any", {"customer", "agent", "any"});
    return by == "customer" ? Speaker::customer : by == "agent" ? Speaker::agent : Speaker::any;
}

void CuePackBuilder::readCancels(const toml::table& table, std::string_view mark, Cue& cue)
{
    cue.cancelledBy.fill(mark.starts_with("signal:"));
    if (!table.contains("cancelled_by"))
        return;
    cue.cancelledBy.fill(false);
    for (const std::string& name : m_reader->texts(table, mark, "cancelled_by"))
        cue.cancelledBy[static_cast<std::size_t>(scopeNamed(name, table))] = true;
}

void CuePackBuilder::finish()
{
    m_pack.patternsByFirst.resize(m_pack.atomCount);
    for (std::size_t i = 0; i < m_pack.patterns.size(); ++i) {
        CuePattern& pattern = m_pack.patterns[i];
        m_pack.patternsByFirst[pattern.elements.front().atom].push_back(static_cast<std::uint16_t>(i));
        for (std::size_t e = 1; e < pattern.elements.size(); ++e) {
            if (!pattern.elements[e].optional)
                pattern.needed.push_back(pattern.elements[e].atom);
        }
    }
}

} // namespace foreword
