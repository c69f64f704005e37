#include "fake_desk.h"

#include <QString>
#include <QTimer>

#include <utility>

namespace foreword {

FakeDesk::FakeDesk()
{
    views[story::maria] = story::mariaView();
    views[story::kwame] = story::kwameView();
    views[story::priya] = story::priyaView();
    views[story::tom] = story::tomView();
    views[story::lena] = story::longView(400);
    views[story::noor] = story::hostileView();
    deskStatus.persons = 1204;
    deskStatus.messages = 48'000;
    deskStatus.encrypted = true;
    deskStatus.charterVersion = "2026.11.2";
    deskStatus.sampleAsOf = story::now();
}

template <class T>
void FakeDesk::answer(const CancelToken& cancel, Callback<T> done, Result<T> result)
{
    QTimer::singleShot(delay, this, [this, cancel, done = std::move(done), result = std::move(result)]() mutable {
        if (cancel.cancelled())
            ++cancelled;
        else
            done(std::move(result));
    });
}

template <class T>
void FakeDesk::written(const CancelToken& heard, Callback<T> done, Result<T> result)
{
    if (writerBusy)
        m_held.push_back([this, heard, done, result] { answer<T>(heard, done, result); });
    else
        answer<T>(heard, std::move(done), std::move(result));
}

void FakeDesk::release()
{
    writerBusy = false;
    for (const auto& held : std::exchange(m_held, {}))
        held();
}

void FakeDesk::openCustomer(std::int64_t person, CancelToken cancel, Callback<std::shared_ptr<const CustomerView>> done)
{
    using View = std::shared_ptr<const CustomerView>;
    opened.push_back(person);
    const auto found = views.find(person);
    if (openError)
        answer<View>(cancel, std::move(done), fail(*openError));
    else if (found == views.end())
        answer<View>(cancel, std::move(done), fail(ErrorCode::customer_not_found, {{"query", std::to_string(person)}}));
    else
        answer<View>(cancel, std::move(done), found->second);
}

void FakeDesk::openAgain(std::shared_ptr<const CustomerView> before, CancelToken cancel, Callback<std::shared_ptr<const CustomerView>> done)
{
    using View = std::shared_ptr<const CustomerView>;
    readAgain.push_back(before->profile.person);
    const auto other = becomes.find(before->profile.person);
    if (againError)
        answer<View>(cancel, std::move(done), fail(*againError));
    else
        answer<View>(cancel, std::move(done), views.at(other == becomes.end() ? before->profile.person : other->second));
}

void FakeDesk::findCustomers(std::string query, int limit, CancelToken cancel, Callback<std::vector<FoundCustomer>> done)
{
    queries.push_back(query);
    if (findError) {
        answer<std::vector<FoundCustomer>>(cancel, std::move(done), fail(*findError));
        return;
    }
    std::vector<FoundCustomer> found;
    const QString wanted = QString::fromStdString(query);
    for (const auto& [person, view] : views) {
        const auto* email = view->profile.field("email");
        if (QString::fromStdString(view->profile.displayName).contains(wanted, Qt::CaseInsensitive))
            found.push_back({person, view->profile.displayName, "name", view->profile.displayName});
        else if (email && QString::fromStdString(email->chosen.value).contains(wanted, Qt::CaseInsensitive))
            found.push_back({person, view->profile.displayName, "email", email->chosen.value});
    }
    if (static_cast<int>(found.size()) > limit)
        found.resize(static_cast<std::size_t>(limit));
    answer<std::vector<FoundCustomer>>(cancel, std::move(done), std::move(found));
}

void FakeDesk::queue(CancelToken cancel, Callback<std::vector<QueueEntry>> done)
{
    if (queueError)
        answer<std::vector<QueueEntry>>(cancel, std::move(done), fail(*queueError));
    else
        answer<std::vector<QueueEntry>>(cancel, std::move(done), entries);
}

void FakeDesk::health(CancelToken cancel, std::function<void(int)> progress, Callback<std::shared_ptr<const HealthReport>> done)
{
    ++healthAsked;
    progress(100);
    if (healthError)
        answer<std::shared_ptr<const HealthReport>>(cancel, std::move(done), fail(*healthError));
    else
        answer<std::shared_ptr<const HealthReport>>(cancel, std::move(done), healthReport);
}

void FakeDesk::exportHealth(std::shared_ptr<const HealthReport>, std::filesystem::path file, HealthFormat format, CancelToken heard,
                            Callback<std::filesystem::path> done)
{
    healthFiles.emplace_back(file, format);
    if (writeError)
        answer<std::filesystem::path>(heard, std::move(done), fail(*writeError));
    else
        answer<std::filesystem::path>(heard, std::move(done), file);
}

void FakeDesk::status(CancelToken cancel, Callback<DeskStatus> done)
{
    ++statusAsked;
    if (statusError)
        answer<DeskStatus>(cancel, std::move(done), fail(*statusError));
    else
        answer<DeskStatus>(cancel, std::move(done), deskStatus);
}

void FakeDesk::keepDraft(Draft draft, CancelToken heard, Callback<Timestamp> done)
{
    ++draftsKept;
    if (writeError) {
        written<Timestamp>(heard, std::move(done), fail(*writeError));
        return;
    }
    std::erase_if(drafts, [&](const Draft& d) { return d.interaction == draft.interaction && d.kind == draft.kind; });
    drafts.push_back(std::move(draft));
    written<Timestamp>(heard, std::move(done), now());
}

void FakeDesk::dropDraft(RecordKey interaction, DraftKind kind, CancelToken heard, Callback<Timestamp> done)
{
    if (writeError) {
        written<Timestamp>(heard, std::move(done), fail(*writeError));
        return;
    }
    std::erase_if(drafts, [&](const Draft& d) { return d.interaction == interaction && d.kind == kind; });
    written<Timestamp>(heard, std::move(done), now());
}

void FakeDesk::sendNote(std::int64_t, Draft draft, CancelToken heard, Callback<QueuedNote> done)
{
    if (writeError) {
        written<QueuedNote>(heard, std::move(done), fail(*writeError));
        return;
    }
    std::erase_if(drafts, [&](const Draft& d) { return d.interaction == draft.interaction && d.kind == draft.kind; });
    const QueuedNote note{"key-" + std::to_string(outbox.size()), draft.interaction.source};
    outbox.push_back(std::move(draft));
    written<QueuedNote>(heard, std::move(done), note);
}

void FakeDesk::takeNoteBack(QueuedNote note, Draft draft, CancelToken heard, Callback<Timestamp> done)
{
    if (writeError) {
        written<Timestamp>(heard, std::move(done), fail(ErrorCode::note_underway, {{"source", note.source}}));
        return;
    }
    outbox.pop_back();
    drafts.push_back(std::move(draft));
    written<Timestamp>(heard, std::move(done), now());
}

void FakeDesk::wasSent(QueuedNote, CancelToken cancel, Callback<bool> done)
{
    answer<bool>(cancel, std::move(done), notesArrive);
}

void FakeDesk::mark(Feedback said, CancelToken heard, Callback<Timestamp> done)
{
    std::erase_if(feedback, [&](const Feedback& f) { return f.subject == said.subject; });
    feedback.push_back(std::move(said));
    written<Timestamp>(heard, std::move(done), now());
}

void FakeDesk::unmark(FeedbackSubject subject, CancelToken heard, Callback<Timestamp> done)
{
    std::erase_if(feedback, [&](const Feedback& f) { return f.subject == subject; });
    written<Timestamp>(heard, std::move(done), now());
}

void FakeDesk::links(std::int64_t person, CancelToken cancel, Callback<PersonLinks> done)
{
    linksAsked.push_back(person);
    answer<PersonLinks>(cancel, std::move(done), personLinks);
}

void FakeDesk::reviews(std::size_t, CancelToken cancel, Callback<std::vector<OpenReview>> done)
{
    answer<std::vector<OpenReview>>(cancel, std::move(done), waiting);
}

void FakeDesk::decideIdentity(std::vector<RecordKey> a, std::vector<RecordKey> b, IdentityVerdict verdict, CancelToken heard,
                              Callback<Timestamp> done)
{
    if (writeError) {
        written<Timestamp>(heard, std::move(done), fail(*writeError));
        return;
    }
    decided.push_back({std::move(a), std::move(b), verdict});
    written<Timestamp>(heard, std::move(done), now());
}

void FakeDesk::overrideRule(OverrideRequest request, CancelToken heard, Callback<GivenOverride> done)
{
    if (writeError) {
        written<GivenOverride>(heard, std::move(done), fail(*writeError));
        return;
    }
    overridden.push_back(request);
    GivenOverride kept;
    kept.number = static_cast<std::int64_t>(overridden.size());
    kept.given = {request.offer,  request.rule, request.role, request.by,
                  request.reason, request.text, now(),        now().plusMinutes(request.hours * 60LL)};
    written<GivenOverride>(heard, std::move(done), kept);
}

void FakeDesk::takeOverrideBack(std::int64_t /*person*/, std::int64_t number, std::string by, CancelToken heard, Callback<Timestamp> done)
{
    takenBack.emplace_back(number, std::move(by));
    written<Timestamp>(heard, std::move(done), now());
}

void FakeDesk::followSync(CancelToken cancel, std::function<void(std::vector<SourceStatus>)> changed)
{
    m_following = std::move(cancel);
    m_changed = std::move(changed);
}

void FakeDesk::tellSources(std::vector<SourceStatus> sources)
{
    deskStatus.sources = sources;
    if (m_changed && !m_following.cancelled())
        m_changed(std::move(sources));
}

} // namespace foreword
