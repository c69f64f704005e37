#include "app/ctl/brief_sections.h"

#include <algorithm>
#include <set>
#include <span>
#include <string>

#include "app/ctl/text_output.h"
#include "core/model/names.h"
#include "core/model/spoken_line.h"
#include "core/model/told_together.h"

namespace foreword::ctl {
namespace {

constexpr std::size_t dateLength = 10; // "2026-11-05"

std::string citationText(const Statement& statement)
{
    std::vector<std::string> ids;
    for (const Citation& citation : statement.citations()) {
        std::string id = printable(citation.message().id);
        if (std::ranges::find(ids, id) == ids.end())
            ids.push_back(std::move(id));
    }
    std::string out = " [";
    for (std::size_t i = 0; i < ids.size(); ++i)
        out.append(i == 0 ? "" : ", ").append(ids[i]);
    return out.append("]");
}

void printLine(std::ostream& out, const std::string& mark, const Statement& statement)
{
    out << "  - " << mark << printable(statement.text()) << citationText(statement) << '\n';
}

void printSection(std::ostream& out, const char* title, const std::vector<Statement>& statements)
{
    if (statements.empty())
        return;
    out << title << '\n';
    for (const auto& statement : statements)
        printLine(out, "", statement);
}

std::string dayOf(Timestamp at)
{
    return at.toString().substr(0, dateLength);
}

std::string withName(const char* who, const HistoryMessage& message)
{
    return message.senderName.empty() ? who : std::string(who) + " (" + printable(message.senderName) + ")";
}

std::string speakerOf(const HistoryMessage& message)
{
    if (message.visibility == Visibility::internal)
        return withName("our note", message);
    switch (message.sender) {
    case Sender::customer: return message.senderName.empty() ? "customer" : printable(message.senderName);
    case Sender::agent: return withName("we", message);
    case Sender::bot: return withName("bot", message);
    case Sender::system: break;
    }
    return withName("system", message);
}

const char* wordFor(FactKind kind)
{
    switch (kind) {
    case FactKind::orderOrBookingRef: return "order or booking number";
    case FactKind::accountOrDeviceId: return "account or device number";
    case FactKind::deviceOrProduct: return "device or product";
    case FactKind::placeOrRoute: return "place";
    case FactKind::dateOrTime: return "date or time";
    case FactKind::amount: return "amount";
    case FactKind::errorText: return "error";
    case FactKind::contactDetail: return "contact";
    case FactKind::otherFact: break;
    }
    return "also";
}

const char* titleOf(SituationOf what)
{
    switch (what) {
    case SituationOf::openMatter: return "Right now";
    case SituationOf::lastMatterStillOwed: return "Last time, no conversation is open";
    case SituationOf::lastMatter: break;
    }
    return "Last time, nothing is open";
}

// What a conversation is called; of what sort it is where its system has no subject for it.
std::string titleOf(const InteractionRecord& interaction)
{
    const std::string channel(nameOf(interaction.channel));
    if (!interaction.subject.empty())
        return printable(interaction.subject) + " (" + channel + ")";
    return interaction.kind == InteractionKind::other ? channel : channel + ", " + std::string(nameOf(interaction.kind));
}

// Until when a promise holds, or how it stands.
std::string markOf(const Promise& promise)
{
    const bool runs = isRunning(promise);
    return runs ? "until " + dayOf(*promise.due) : std::string(nameOf(promise.status));
}

std::string valueOf(const ToldFact& fact)
{
    const SaidDay said = saidDay(fact);
    return std::string(said.said) + (said.day.empty() ? "" : " → ") + std::string(said.day);
}

// The sections that say who speaks, and where.
class BriefSections {
public:
    BriefSections(std::ostream& out, const CustomerView& view) : m_out(out), m_view(view), m_cited(view.history) {}

    void situation() const;
    void tried() const;
    void told() const;
    void before() const;

private:
    enum class First { named, ifAnother };
    std::string spoken(const Statement& statement, First first) const;
    std::string sourceOf(std::span<const ToldFact> facts) const;
    const InteractionRecord& conversationOf(const HistoryMessage& message) const
    {
        return m_view.history.interactions[message.interaction];
    }

    std::ostream& m_out;
    const CustomerView& m_view;
    CitedMessages m_cited;
};

// With a name before what each says; the customer of the brief may stay unnamed where they begin.
std::string BriefSections::spoken(const Statement& statement, First first) const
{
    const SpokenLine line = spokenLine(m_cited, statement);
    std::string text;
    for (const SpokenPart& part : line.parts) {
        text += text.empty() ? "" : " ";
        if (!part.arrow.empty())
            text.append(part.arrow).append(" ");
        const bool named = part.said
            && (first == First::named || !part.arrow.empty() || part.said->sender != Sender::customer
                || speaksAsAnother(*part.said, m_view.profile.displayName));
        if (named)
            text += speakerOf(*part.said) + ": ";
        text += printable(part.text);
    }
    return text + (line.days.empty() ? "" : " ") + std::string(line.days);
}

// The matters of the situation, each under what it is called, where it runs and how it stands.
void BriefSections::situation() const
{
    const Brief& brief = m_view.brief;
    if (brief.situation.empty())
        return;
    m_out << titleOf(situationOf(m_cited, brief)) << " (" << nameOf(brief.resolution) << ", " << nameOf(brief.satisfaction) << ")\n";
    std::optional<std::uint32_t> matter;
    for (const Statement& statement : brief.situation) {
        const HistoryMessage* message = m_cited.messageOf(statement);
        if (message && matter != message->interaction) {
            matter = message->interaction;
            const InteractionRecord& interaction = conversationOf(*message);
            m_out << "  " << (interaction.subject.empty() ? "(no subject)" : printable(interaction.subject)) << " ("
                  << nameOf(interaction.channel) << ", " << nameOf(interaction.status) << ")\n";
        }
        m_out << "  - " << spoken(statement, First::named) << citationText(statement) << '\n';
    }
}

// Each step with who took or told it, and when.
void BriefSections::tried() const
{
    if (!m_view.brief.tried.empty())
        m_out << "Already tried\n";
    for (const Statement& step : m_view.brief.tried) {
        const HistoryMessage* message = m_cited.messageOf(step);
        printLine(m_out, message ? speakerOf(*message) + ", " + dayOf(message->at) + ": " : std::string(), step);
    }
}

// Who said it, when and in which conversation; on which days again.
std::string BriefSections::sourceOf(std::span<const ToldFact> facts) const
{
    const Telling telling = tellingOf(m_cited, facts);
    if (!telling.first)
        return {};
    const HistoryMessage& said = *telling.first;
    const InteractionRecord& interaction = conversationOf(said);
    std::string text = speakerOf(said) + ", " + dayOf(said.at) + ", " + std::string(nameOf(interaction.channel))
        + (interaction.subject.empty() ? "" : " \"" + interaction.subject + "\"");
    std::set<std::string> again;
    for (const HistoryMessage* other : telling.again) {
        if (dayOf(other->at) > dayOf(said.at))
            again.insert(dayOf(other->at));
    }
    for (const std::string& day : again)
        text += (day == *again.begin() ? "; again " : ", ") + day;
    return text;
}

// Facts of one sentence stand behind it; of what sort one is, is said only where it stands alone.
void BriefSections::told() const
{
    if (m_view.brief.told.empty())
        return;
    m_out << "Already told us, do not ask again\n";
    for (const std::span<const ToldFact> facts : toldTogether(m_view.brief.told)) {
        const ToldFact& first = facts.front();
        const std::string source = sourceOf(facts);
        std::string line;
        if (first.sentence.empty()) {
            line = wordFor(first.kind) + (": " + valueOf(first)) + (source.empty() ? "" : " (" + source + ")");
        } else {
            std::string values;
            for (const ToldFact& fact : facts)
                values += (values.empty() ? "" : ", ") + valueOf(fact);
            line = "\"" + first.sentence + "\" (" + values + (source.empty() ? "" : "; " + source) + ")";
        }
        m_out << "  - " << printable(line) << citationText(first.statement) << '\n';
    }
}

// Older matters, each under what it is called.
void BriefSections::before() const
{
    if (!m_view.brief.history.empty())
        m_out << "Before\n";
    for (const Statement& line : m_view.brief.history) {
        const HistoryMessage* message = m_cited.messageOf(line);
        m_out << "  - " << (message ? titleOf(conversationOf(*message)) + ": " : std::string()) << spoken(line, First::ifAnother)
              << citationText(line) << '\n';
    }
}

void printPromises(std::ostream& out, const std::vector<Promise>& promises)
{
    if (promises.empty())
        return;
    out << "We promised\n";
    for (const auto& promise : promises)
        printLine(out, markOf(promise) + ": ", promise.statement);
}

} // namespace

void printSections(std::ostream& out, const CustomerView& view)
{
    const BriefSections sections(out, view);
    sections.situation();
    sections.tried();
    printPromises(out, view.brief.promised);
    sections.told();
    printSection(out, "Asked again", view.brief.askedAgain);
    printSection(out, "Open questions", view.brief.openQuestions);
    sections.before();
}

} // namespace foreword::ctl
