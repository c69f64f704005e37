#include "app/ctl/commands.h"

#include <fstream>
#include <iterator>

#include "app/ctl/text_output.h"

namespace foreword::ctl {
namespace {

const char* nameOf(OutboxState state)
{
    switch (state) {
    case OutboxState::queued: return "queued";
    case OutboxState::sending: return "sending";
    case OutboxState::sent: return "sent";
    case OutboxState::failed: return "failed";
    }
    return "failed";
}

Json itemJson(const OutboxItem& item)
{
    return {{"key", item.key},
            {"source", item.source},
            {"interaction", item.interaction},
            {"state", nameOf(item.state)},
            {"attempts", item.attempts},
            {"written_at", item.writtenAt.toString()},
            {"error", item.error ? Json(errorEntry(item.error->code).name) : Json(nullptr)},
            {"message", item.error ? Json(englishMessage(*item.error)) : Json(nullptr)},
            {"remote_id", item.remoteId.empty() ? Json(nullptr) : Json(item.remoteId)}};
}

void printItem(Session& session, const OutboxItem& item)
{
    session.out() << item.key << '\t' << item.source << ':' << item.interaction << '\t' << nameOf(item.state);
    if (item.state == OutboxState::sending)
        session.out() << " (it may have arrived; it is looked for before it is sent again)";
    session.out() << '\n';
}

// Queued is no failure: it is sent when the system can be reached.
ExitStatus report(Session& session, const OutboxItem& item)
{
    if (session.json())
        session.print(itemJson(item));
    else
        printItem(session, item);
    if (item.error)
        session.report(*item.error);
    return item.state == OutboxState::failed ? ExitStatus::failed : ExitStatus::done;
}

Result<std::string> readText(const std::string& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return fail(ErrorCode::file_not_found, {{"file", file}});
    // One byte more than a note may have is enough to refuse it.
    std::string text(Notes::longest + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (in.bad())
        return fail(ErrorCode::file_unreadable, {{"file", file}, {"detail", "read"}});
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

} // namespace

Outcome note(Session& session, const NoteArguments& arguments)
{
    FOREWORD_TRY(auto text, readText(arguments.textFile));
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    FOREWORD_TRY(const auto person, resolveOrList(session, *workbench, arguments.customer));
    FOREWORD_TRY(auto notes, workbench->notes());
    FOREWORD_TRY(const auto item, notes.write(person, arguments.interaction, std::move(text)));
    FOREWORD_CHECK(notes.send(item.source, {}));
    FOREWORD_TRY(const auto now, notes.find(item.key));
    return report(session, now);
}

Outcome outboxList(Session& session)
{
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    FOREWORD_TRY(auto notes, workbench->notes());
    FOREWORD_TRY(const auto items, notes.list());
    if (session.json()) {
        auto list = Json::array();
        for (const auto& item : items)
            list.push_back(itemJson(item));
        session.print({{"outbox", std::move(list)}});
        return ExitStatus::done;
    }
    for (const auto& item : items)
        printItem(session, item);
    return ExitStatus::done;
}

Outcome outboxRetry(Session& session, const std::string& key)
{
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    FOREWORD_TRY(auto notes, workbench->notes());
    if (!key.empty()) {
        FOREWORD_TRY(const auto item, notes.retry(key, {}));
        return report(session, item);
    }
    FOREWORD_CHECK(notes.sendAll({}));
    return outboxList(session);
}

Outcome outboxDiscard(Session& session, const std::string& key)
{
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    FOREWORD_TRY(auto notes, workbench->notes());
    FOREWORD_CHECK(notes.discard(key));
    if (session.json())
        session.print({{"discarded", key}});
    else
        session.out() << "Discarded " << key << ".\n";
    return ExitStatus::done;
}

} // namespace foreword::ctl
