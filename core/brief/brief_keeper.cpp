#include "core/brief/brief_keeper.h"

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

namespace foreword {
namespace {

constexpr int circumstancesFor = 90; // days
constexpr std::size_t mostEarlier = 3; // matters of one number that are looked at for our last answer
constexpr int missedForDays = 90; // of a closed matter; as long as the signal of a broken promise stands

} // namespace

BriefKeeper::BriefKeeper(const HistoryView& view)
    : m_fold(view), m_toldElsewhere(view.toldDone().size() + view.moves().size()), m_viewChanges(view.changes())
{
    for (std::uint32_t i = 0; i < view.history().interactions.size(); ++i)
        touch(i);
}

void BriefKeeper::touch(std::uint32_t interaction)
{
    if (interaction < m_fold.view().history().interactions.size() && (m_touched.empty() || m_touched.back() != interaction))
        m_touched.push_back(interaction);
}

// Only words of ours that promise or move, and events, give a promise another time.
void BriefKeeper::findMoves()
{
    const HistoryView& view = m_fold.view();
    const std::size_t given = view.promises().size() + view.moves().size();
    if (m_moves && m_given == given && m_movesChanges == view.changes())
        return;
    m_moves.emplace(view);
    m_given = given;
    m_movesChanges = view.changes();
}

void BriefKeeper::foldTouched()
{
    m_matters.resize(m_fold.view().history().interactions.size());
    for (const std::uint32_t i : m_touched) {
        Matter matter = foldMatter(m_fold, i, *m_moves);
        Matter& known = m_matters[i];
        m_factsChanged = m_factsChanged || matter.facts != known.facts;
        m_promisesChanged = m_promisesChanged || matter.promises != known.promises;
        m_pastChanged = m_pastChanged || matter.closed || known.closed;
        known = std::move(matter);
    }
    m_touched.clear();
}

// What was promised may be done or moved by an event, or told of in another matter.
void BriefKeeper::foldPromises()
{
    const HistoryView& view = m_fold.view();
    const std::size_t toldElsewhere = view.toldDone().size() + view.moves().size();
    if (m_toldElsewhere == toldElsewhere && m_viewChanges == view.changes())
        return;
    m_toldElsewhere = toldElsewhere;
    m_viewChanges = view.changes();
    for (std::uint32_t i = 0; i < m_matters.size(); ++i) {
        if (!m_matters[i].promises.empty())
            m_matters[i].promises = givenPromises(m_fold, i, *m_moves);
    }
    m_promisesChanged = true;
}

void BriefKeeper::chooseCurrent()
{
    const HistoryView& view = m_fold.view();
    const auto lastHeard = [&](std::uint32_t i) {
        return view.messagesOf(i).empty() ? view.interaction(i).openedAt : m_fold.message(view.messagesOf(i).back()).at;
    };
    std::vector<std::uint32_t> existing, current;
    for (std::uint32_t i = 0; i < m_matters.size(); ++i) {
        if (view.interactionExists(i) || !view.messagesOf(i).empty())
            existing.push_back(i);
    }
    std::ranges::copy_if(existing, std::back_inserter(current), [&](std::uint32_t i) { return !m_matters[i].closed; });
    std::ranges::stable_sort(current, [&](std::uint32_t a, std::uint32_t b) {
        return std::make_tuple(!m_matters[a].pressing, -lastHeard(a).micros())
            < std::make_tuple(!m_matters[b].pressing, -lastHeard(b).micros());
    });
    if (current.empty() && !existing.empty())
        current.push_back(*std::ranges::max_element(existing, {}, lastHeard));
    m_current = std::move(current);
    std::vector<bool> isCurrent(m_matters.size());
    for (const std::uint32_t i : m_current)
        isCurrent[i] = true;
    if (isCurrent == m_isCurrent)
        return;
    m_isCurrent = std::move(isCurrent);
    m_pastChanged = m_factsChanged = m_promisesChanged = true;
}

void BriefKeeper::findBelonging()
{
    std::vector<std::string_view> named;
    for (const std::uint32_t i : m_current)
        named.insert(named.end(), m_matters[i].numbers.begin(), m_matters[i].numbers.end());
    std::ranges::sort(named);
    std::vector<bool> belongs(m_matters.size());
    for (std::uint32_t i = 0; i < m_matters.size(); ++i)
        belongs[i] = isCurrent(i) || std::ranges::any_of(m_matters[i].numbers, [&](std::string_view number) {
                         return std::ranges::binary_search(named, number);
                     });
    m_factsChanged = m_factsChanged || belongs != m_belongs;
    m_promisesChanged = m_promisesChanged || belongs != m_belongs;
    m_belongs = std::move(belongs);
}

// Closed and not current, newest first.
std::vector<std::uint32_t> BriefKeeper::past() const
{
    std::vector<std::uint32_t> closed;
    for (std::uint32_t i = 0; i < m_matters.size(); ++i) {
        if (m_matters[i].closed && !isCurrent(i))
            closed.push_back(i);
    }
    std::ranges::stable_sort(closed, std::greater(), [&](std::uint32_t i) { return *m_fold.view().closedAt(i); });
    return closed;
}

const Course& BriefKeeper::courseOf(std::uint32_t interaction)
{
    Matter& matter = m_matters[interaction];
    if (!matter.course)
        matter.course = foldCourse(m_fold, interaction, matter, m_lasting);
    return *matter.course;
}

const Carried& BriefKeeper::carriedOf(std::uint32_t interaction)
{
    Matter& matter = m_matters[interaction];
    if (!matter.carried)
        matter.carried = foldCarried(m_fold, interaction);
    return *matter.carried;
}

// Of closed matters that bear a number of the current one, those that were last heard of.
std::vector<const Carried*> BriefKeeper::earlierOf(std::uint32_t interaction)
{
    const std::vector<std::string>& numbers = m_matters[interaction].numbers;
    std::vector<std::pair<std::size_t, std::uint32_t>> same; // by their last message
    for (std::uint32_t i = 0; i < m_matters.size() && !numbers.empty(); ++i) {
        const std::vector<std::size_t>& messages = m_fold.messagesOf(i);
        const bool shares = !messages.empty() && belongs(i) && !isCurrent(i)
            && std::ranges::any_of(m_matters[i].numbers,
                                   [&](const std::string& number) { return std::ranges::binary_search(numbers, number); });
        if (shares)
            same.emplace_back(messages.back(), i);
    }
    std::ranges::sort(same, std::greater());
    same.resize(std::min(same.size(), mostEarlier));
    std::vector<const Carried*> earlier;
    std::ranges::transform(same, std::back_inserter(earlier), [&](const auto& one) { return &carriedOf(one.second); });
    return earlier;
}

const Brief& BriefKeeper::brief()
{
    findMoves();
    foldPromises();
    foldTouched();
    chooseCurrent();
    findBelonging();
    const auto passed = [&](std::optional<Timestamp> until) { return until && *until < m_fold.view().asOf(); };
    if (m_factsChanged || passed(m_factsUntil))
        tellFacts();
    if (m_promisesChanged || passed(m_promisesUntil))
        tellPromises();
    if (m_pastChanged)
        tellHistory();
    tellSituation();
    tellCourse();
    tellOutcome();
    tellVersion();
    m_pastChanged = m_factsChanged = m_promisesChanged = false;
    return m_brief;
}

void BriefKeeper::tellSituation()
{
    Situation situation(m_fold);
    for (const std::uint32_t i : m_current) {
        if (situation.wantsMore())
            situation.add(carriedOf(i), earlierOf(i));
    }
    m_brief.situation = situation.takeStatements();
    m_brief.keySentences = situation.takeKey();
}

void BriefKeeper::tellCourse()
{
    std::vector<const TriedStep*> tried;
    std::vector<const AskedAgain*> asked;
    for (std::uint32_t i = 0; i < m_matters.size(); ++i) {
        if (!belongs(i))
            continue;
        const Course& course = courseOf(i);
        std::ranges::transform(course.tried, std::back_inserter(tried), [](const TriedStep& step) { return &step; });
        std::ranges::transform(course.askedAgain, std::back_inserter(asked), [](const AskedAgain& again) { return &again; });
    }
    std::vector<const Statement*> open, again;
    for (const std::uint32_t i : m_current)
        std::ranges::transform(courseOf(i).openQuestions, std::back_inserter(open), [](const Statement& question) { return &question; });
    std::ranges::stable_sort(asked, {}, &AskedAgain::message);
    std::ranges::transform(asked, std::back_inserter(again), [](const AskedAgain* one) { return &one->statement; });
    retell(m_brief.tried, toldSteps(std::move(tried)));
    retell(m_brief.openQuestions, open);
    retell(m_brief.askedAgain, again);
}

void BriefKeeper::tellOutcome()
{
    m_brief.resolution = m_current.empty() ? Resolution::none : courseOf(m_current.front()).resolution;
    const bool dissatisfied = std::ranges::any_of(m_current, [&](std::uint32_t i) { return courseOf(i).dissatisfied; });
    m_brief.satisfaction = dissatisfied ? Satisfaction::dissatisfied : Satisfaction::notDissatisfied;
}

void BriefKeeper::tellHistory()
{
    PastMatters told(m_fold);
    for (const std::uint32_t i : past()) {
        std::optional<Ended>& ended = m_matters[i].ended;
        if (!ended || ended->readClosely != told.readsClosely())
            ended = foldEnded(m_fold, i, told.readsClosely());
        told.add(i, *ended);
    }
    m_brief.history = told.lines();
}

// Until when what somebody said of how they live holds in other matters: work lost, no mobile.
Timestamp BriefKeeper::saidOfLate(const SaidFact& fact) const
{
    return m_fold.message(fact.found.message).at.plusDays(circumstancesFor);
}

bool BriefKeeper::isOfLate(const SaidFact& fact) const
{
    return fact.kind == FactKind::otherFact && m_fold.view().asOf() <= saidOfLate(fact);
}

void BriefKeeper::tellFacts()
{
    m_lasting.clear();
    std::vector<const SaidFact*> candidates;
    for (std::uint32_t i = 0; i < m_matters.size(); ++i) {
        for (const SaidFact& fact : m_matters[i].facts) {
            if (fact.lasts)
                m_lasting.push_back(fact.found);
            if (fact.worthTelling && (fact.lasts || belongs(i) || isOfLate(fact)))
                candidates.push_back(&fact);
        }
    }
    std::ranges::stable_sort(m_lasting, {}, &Found::message);
    const Timestamp now = m_fold.view().asOf();
    m_factsUntil.reset();
    for (const SaidFact* fact : candidates) {
        if (isOfLate(*fact))
            m_factsUntil = earlierEnd(m_factsUntil, saidOfLate(*fact));
    }
    std::erase_if(candidates, [&](const SaidFact* fact) { return fact->until && *fact->until < now; });
    for (const SaidFact* fact : candidates)
        m_factsUntil = earlierEnd(m_factsUntil, fact->until);
    m_facts.tell(m_fold, std::move(candidates), m_brief.told);
}

// Of closed matters only what is still to come or was missed of late is worth a line, and what we
// still owe without a day where the same fault, order or complaint goes on.
void BriefKeeper::tellPromises()
{
    const Timestamp now = m_fold.view().asOf();
    std::vector<const GivenPromise*> told;
    m_promisesUntil.reset();
    for (std::uint32_t i = 0; i < m_matters.size(); ++i) {
        for (const GivenPromise& promise : m_matters[i].promises) {
            if (promise.standing && promise.due && *promise.due < now)
                continue;
            const bool owed = !promise.kept && promise.due;
            const std::optional<Timestamp> lapses = owed ? std::optional(promise.due->plusDays(missedForDays)) : std::nullopt;
            const bool waiting = owed && now <= *lapses;
            if (waiting)
                m_promisesUntil = earlierEnd(m_promisesUntil, now <= *promise.due ? promise.due : lapses);
            const bool open = !promise.kept && !promise.due && belongs(i);
            if (waiting || open || isCurrent(i))
                told.push_back(&promise);
        }
    }
    std::ranges::stable_sort(told, {}, &GivenPromise::message);
    m_brief.promised.clear();
    for (const GivenPromise* promise : told)
        m_brief.promised.push_back({promise->statement, statusOf(*promise, now), promise->due, promise->before, promise->standing});
}

// The oldest message's version: a newer dictionary reads the newest messages first.
void BriefKeeper::tellVersion()
{
    const History& history = m_fold.view().history();
    const auto found = std::ranges::find_if(history.messages, [&](const HistoryMessage& message) {
        return m_fold.view().exists(message.at) && message.interaction < history.interactions.size() && !message.dictionaryVersion.empty();
    });
    m_brief.dictionaryVersion = found == history.messages.end() ? std::string() : found->dictionaryVersion;
}

} // namespace foreword
