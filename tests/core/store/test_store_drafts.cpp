// Drafts of agents and what they said of findings: kept with the words they are about, gone with
// them, and there after a process was killed.
#include "core/store/draft_table.h"
#include "core/store/feedback_table.h"
#include "store_fixture.h"

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace foreword;
using namespace foreword::storetest;

namespace {

Draft draftOf(const std::string& interaction, DraftKind kind, std::string text, const char* when = "2026-11-27T10:00:00+01:00")
{
    return {{"helpdesk", interaction}, kind, std::move(text), at(when)};
}

Feedback feedbackOn(const std::string& message, Span span, Section section, std::string reason = {})
{
    return {{{"helpdesk", message}, span, section, section == Section::signal ? "open_complaint" : ""},
            FeedbackVerdict::wrong,
            std::move(reason),
            "as shown",
            at("2026-11-27T10:00:00+01:00")};
}

template <class Work>
void write(Fixture& fixture, Work work)
{
    auto transaction = must(Transaction::write(fixture.writer()));
    work();
    must(transaction.commit());
}

// Types into a draft until it is killed, and reports each state that was kept.
[[noreturn]] void typeUntilKilled(const std::filesystem::path& folder, int reports)
{
    const auto workspace = must(Workspace::open(folder, keyOf('k'), Fixture::clock()));
    const auto writer = must(workspace.connect(Access::write));
    std::string text;
    for (char letter = 'a';; letter = letter == 'z' ? 'a' : static_cast<char>(letter + 1)) {
        text.push_back(letter);
        auto transaction = must(Transaction::write(*writer));
        must(DraftTable(*writer).put(draftOf("7", DraftKind::wrapUp, text)));
        must(transaction.commit());
        if (::write(reports, &letter, 1) != 1)
            std::_Exit(1);
    }
}

} // namespace

class TestStoreDrafts : public QObject {
    Q_OBJECT

private slots:
    void keepsOneAConversationAndKind()
    {
        Fixture fixture;
        DraftTable drafts(fixture.writer());
        const auto first = draftOf("7", DraftKind::wrapUp, "Rückruf");
        const auto later = draftOf("7", DraftKind::wrapUp, "Rückruf morgen", "2026-11-27T11:00:00+01:00");
        const auto note = draftOf("7", DraftKind::note, "nebenbei", "2026-11-27T12:00:00+01:00");
        write(fixture, [&] {
            must(drafts.put(first));
            must(drafts.put(later));
            must(drafts.put(note));
        });
        QVERIFY(must(drafts.list()) == (std::vector{note, later}));
        write(fixture, [&] { must(drafts.remove({"helpdesk", "7"}, DraftKind::note)); });
        QVERIFY(must(drafts.list()) == std::vector{later});
    }

    void knowsWhoseItIs()
    {
        Fixture fixture;
        const auto person = fixture.person("C-1", "Ada Example");
        fixture.put(interaction("7", "C-1"));
        DraftTable drafts(fixture.writer());
        write(fixture, [&] {
            must(drafts.put(draftOf("7", DraftKind::wrapUp, "for Ada")));
            must(drafts.put(draftOf("8", DraftKind::wrapUp, "for nobody known")));
        });
        const auto hers = must(drafts.of(person));
        QCOMPARE(hers.size(), std::size_t{1});
        QCOMPARE(hers[0].text, std::string("for Ada"));
        QVERIFY(must(drafts.of(person + 1)).empty());
        const auto about = must(drafts.aboutWhom({"helpdesk", "7"}));
        QVERIFY(about && about->person == person && about->displayName == "Ada Example");
        QVERIFY(!must(drafts.aboutWhom({"helpdesk", "8"})));
    }

    void aKilledProcessLosesNothingItKept()
    {
        Fixture fixture;
        for (int round = 0; round < 3; ++round) {
            int ends[2];
            QCOMPARE(::pipe(ends), 0);
            const pid_t child = ::fork();
            if (child == 0) {
                ::close(ends[0]);
                typeUntilKilled(fixture.folder(), ends[1]);
            }
            ::close(ends[1]);
            std::string reported;
            char letter = 0;
            while (reported.size() < 20U + static_cast<unsigned>(round) && ::read(ends[0], &letter, 1) == 1)
                reported.push_back(letter);
            ::kill(child, SIGKILL);
            while (::read(ends[0], &letter, 1) == 1)
                reported.push_back(letter);
            ::close(ends[0]);
            ::waitpid(child, nullptr, 0);
            const auto workspace = must(Workspace::open(fixture.folder(), keyOf('k'), Fixture::clock()));
            const auto reader = must(workspace.connect(Access::read));
            const auto drafts = must(DraftTable(*reader).list());
            QCOMPARE(drafts.size(), std::size_t{1});
            QVERIFY(drafts[0].text == reported || (drafts[0].text.starts_with(reported) && drafts[0].text.size() == reported.size() + 1));
        }
    }

    void feedbackHoldsForItsWords()
    {
        Fixture fixture;
        const auto person = fixture.person("C-1", "Ada Example");
        fixture.put(interaction("7", "C-1"));
        fixture.put(message("m1", "7", "The line is dead."));
        FeedbackTable feedback(fixture.writer());
        const auto promised = feedbackOn("m1", {0, 8}, Section::promised, "nobody said so");
        const auto signal = feedbackOn("m1", {0, 8}, Section::signal);
        const auto past = feedbackOn("m1", {0, 500}, Section::told);
        const auto elsewhere = feedbackOn("m9", {0, 8}, Section::told);
        write(fixture, [&] {
            for (const auto& one : {promised, signal, past, elsewhere})
                must(feedback.put(one));
        });
        QCOMPARE(must(feedback.list()).size(), std::size_t{4});
        const auto history = must(readHistory(fixture.writer(), person, {}));
        QVERIFY(must(feedback.about(history)) == (std::vector{promised, signal}));
        QVERIFY(must(feedback.persons()) == std::vector{person});

        auto changed = promised;
        changed.verdict = FeedbackVerdict::misleading;
        write(fixture, [&] {
            must(feedback.put(changed));
            must(feedback.remove(signal.subject));
        });
        QVERIFY(must(feedback.about(history)) == std::vector{changed});
    }
};

QTEST_GUILESS_MAIN(TestStoreDrafts)
#include "test_store_drafts.moc"
