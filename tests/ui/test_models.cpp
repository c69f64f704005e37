// The models behind the lists.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QRegularExpression>
#include <QtTest>

#include "story.h"
#include "ui/models/history_model.h"
#include "ui/models/offers_model.h"
#include "ui/models/queue_model.h"
#include "ui/models/search_model.h"
#include "ui/text/translation.h"
#include "ui/widgets/row_offsets.h"

using namespace foreword;

class ModelsTest : public QObject {
    Q_OBJECT

private:
    const QLocale m_locale{QLocale::English, QLocale::UnitedKingdom};
    Wording words() const { return {m_locale, Wording::Zone::asWritten, story::now()}; }

    static void fill(HistoryModel& model, const std::shared_ptr<CustomerView>& view, const Wording& words)
    {
        model.setCustomer(view, std::make_shared<CitationIndex>(*view), words);
    }
    static QStringList rows(const HistoryModel& model)
    {
        QStringList out;
        for (int i = 0; i < model.rowCount(); ++i) {
            const HistoryRow& row = model.row(i);
            switch (row.kind) {
            case HistoryRow::Kind::interaction: out.append(u'#' + toQt(model.interaction(row).key.id)); break;
            case HistoryRow::Kind::earlier: out.append(u"+%1"_s.arg(model.hiddenCount(row))); break;
            case HistoryRow::Kind::message: out.append(QString::number(row.message + 1)); break;
            }
        }
        return out;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase() { loadTranslations(*qApp, m_locale); }

    void queueHasHeadings()
    {
        QueueModel model;
        const QAbstractItemModelTester tester(&model);
        model.setEntries(story::queue(), words());
        QCOMPARE(model.rowCount(), 9);
        QCOMPARE(model.index(0).data().toString(), u"Waiting for you (4)"_s);
        QCOMPARE(model.index(5).data().toString(), u"Recent"_s);
        QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
        QCOMPARE(model.index(1).data(QueueModel::TimeRole).toString(), u"2 min"_s);
        QCOMPARE(model.index(4).data(QueueModel::SubjectRole).toString(), u"New contact, no history yet"_s);
        QCOMPARE(model.index(8).data(QueueModel::TimeRole).toString(), u"Fri"_s);
        QVERIFY(model.index(2).data(Qt::AccessibleTextRole).toString().contains(u"Escalate"_s));
    }

    void queueStepsOverHeadings()
    {
        QueueModel model;
        model.setEntries(story::queue(), words());
        QCOMPARE(model.step({}, 1).row(), 1);
        QCOMPARE(model.step(model.index(4), 1).row(), 6);
        QCOMPARE(model.step(model.index(6), -1).row(), 4);
        QCOMPARE(model.step(model.index(8), 1).row(), 8);
        QCOMPARE(model.step(model.index(1), -1).row(), 1);
        QCOMPARE(model.indexOf(story::noor).row(), 8);
        QVERIFY(!model.indexOf(99).isValid());
    }

    void queueMayBeEmptyOrOneSided()
    {
        QueueModel model;
        model.setEntries({}, words());
        QVERIFY(model.isEmpty());
        QVERIFY(!model.step({}, 1).isValid());
        auto entries = story::queue();
        entries.erase(entries.begin(), entries.begin() + 4);
        model.setEntries(entries, words());
        QCOMPARE(model.index(0).data().toString(), u"Recent"_s);
        QCOMPARE(model.waiting(), 0);
    }

    void queueRefreshesInPlace()
    {
        QueueModel model;
        const QAbstractItemModelTester tester(&model);
        model.setEntries(story::queue(), words());
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        auto entries = story::queue();
        entries[0].subject = "Another subject";
        model.setEntries(entries, words());
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.index(1).data(QueueModel::SubjectRole).toString(), u"Another subject"_s);
        std::swap(entries[0], entries[1]);
        model.setEntries(entries, words());
        QCOMPARE(reset.size(), 1);
    }

    void searchTellsWhy()
    {
        SearchModel model;
        const QAbstractItemModelTester tester(&model);
        model.setFound({{1, "Maria", "email", "maria@example.com"}, {2, "", "words", "a  %1\nb"}});
        QCOMPARE(model.index(0).data(SearchModel::WhyRole).toString(), u"E-mail: maria@example.com"_s);
        QCOMPARE(model.index(1).data().toString(), u"Name not known"_s);
        QCOMPARE(model.index(1).data(SearchModel::WhyRole).toString(), u"In a message: a %1 b"_s);
    }

    void offersPutTheVerdictFirst()
    {
        OffersModel model;
        const QAbstractItemModelTester tester(&model);
        model.setCustomer(story::mariaView(), words());
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0).data().toString(), u"October service credit"_s);
        QCOMPARE(model.index(2).data(OffersModel::VerdictWordRole).toString(), u"Suppressed"_s);
        QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().startsWith(u"On hold: Loyalty price lock."_s));
    }

    void offersOfOneReasonStandTogether()
    {
        auto view = story::mariaView();
        auto& offers = view->decision.offers;
        OfferDecision more = offers[1];
        more.name = "Film pack";
        offers.insert(offers.begin(), more); // before the price lock on hold
        OffersModel model;
        model.setCustomer(view, words());
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append((model.continuesGroup(row) ? u"+"_s : QString()) + model.index(row).data().toString());
        QCOMPARE(names, QStringList({u"October service credit"_s, u"Loyalty price lock"_s, u"Film pack"_s, u"+Fibre 1000 upgrade"_s}));
    }

    void historyShowsTheNewestFirst()
    {
        HistoryModel model;
        const QAbstractItemModelTester tester(&model);
        fill(model, story::mariaView(), words());
        QCOMPARE(rows(model), QStringList({u"#4711"_s, u"9"_s, u"#4709"_s, u"7"_s, u"8"_s, u"#4705"_s, u"#4702"_s, u"#4689"_s}));
        QVERIFY(
            model.index(3).data(Qt::AccessibleTextRole).toString().startsWith(u"Internal note by Agent Piet, 7 Nov 16:16, message 7: "_s));
        QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().startsWith(u"E-mail, Today 10:02. Router still drops"_s));
    }

    void historyFoldsAndUnfolds()
    {
        HistoryModel model;
        const QAbstractItemModelTester tester(&model);
        fill(model, story::mariaView(), words());
        model.toggle(7);
        QCOMPARE(rows(model).mid(7), QStringList({u"#4689"_s, u"+2"_s, u"3"_s, u"4"_s}));
        model.toggle(8);
        QCOMPARE(rows(model).mid(7), QStringList({u"#4689"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
        model.toggle(7);
        QCOMPARE(rows(model).size(), 8);
        model.toggle(1); // a message does not fold
        QCOMPARE(rows(model).size(), 8);
        QVERIFY(!model.allOpen());
        model.setAllOpen(true);
        QVERIFY(model.allOpen());
        QCOMPARE(rows(model).size(), 5 + 9);
    }

    void historyRevealsACitation()
    {
        const auto view = story::mariaView();
        HistoryModel model;
        const QAbstractItemModelTester tester(&model);
        fill(model, view, words());
        const Citation citation = story::cite(view->history, 4, "FX-20931");
        QModelIndex index = model.reveal(citation);
        QVERIFY(index.isValid());
        const HistoryRow row = model.row(index.row());
        QCOMPARE(row.message, 3U);
        const auto active = model.activeRange(row);
        QVERIFY(active.has_value());
        QCOMPARE(index.data().toString().mid(active->start, active->length), u"FX-20931"_s);
        QCOMPARE(model.citedRanges(row).size(), 3U);

        index = model.reveal(story::cite(view->history, 1, "fibre")); // not cited by anything
        QVERIFY(!index.isValid());
        model.clearActive();
        QVERIFY(!model.activeRange(row).has_value());
    }

    void historyRevealsWhatIsFoldedAway()
    {
        auto view = story::mariaView();
        view->brief.situation.emplace_back("Has a problem.", story::cite(view->history, 1, "has a problem"));
        HistoryModel model;
        fill(model, view, words());
        QVERIFY(model.reveal(view->brief.situation.back().citations().front()).isValid());
        QCOMPARE(rows(model).mid(7), QStringList({u"#4689"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    }

    void citedRangesCountCharactersNotBytes()
    {
        auto view = story::mariaView();
        view->brief.told.push_back(
            {{"all devices", story::cite(view->history, 4, "alle Geräte")}, FactKind::otherFact, "", "all devices", ""});
        HistoryModel model;
        fill(model, view, words());
        const QModelIndex index = model.reveal(view->brief.told.back().statement.citations().front());
        const auto range = *model.activeRange(model.row(index.row())); // behind an emoji and an umlaut
        QCOMPARE(index.data().toString().mid(range.start, range.length), u"alle Geräte"_s);
    }

    void mergesOverlappingCitations()
    {
        auto view = story::mariaView();
        view->brief.tried.emplace_back("wider", story::cite(view->history, 9, "third time I write about this"));
        const CitationIndex index(*view);
        const auto& spans = index.spansOf(8);
        QVERIFY(std::ranges::is_sorted(spans));
        for (std::size_t i = 1; i < spans.size(); ++i)
            QVERIFY(spans[i - 1].end < spans[i].start);
        QCOMPARE(index.numberOf(view->brief.tried.back().citations().front()).value_or(0), 9);
        QVERIFY(index.spansOf(0).empty());
    }

    void quotesWithItsSource()
    {
        HistoryModel model;
        fill(model, story::mariaView(), words());
        QCOMPARE(model.quotation(model.index(4)),
                 u"“I will call you back by Monday about the credit for October.”\nAgent Piet, 7 Nov 2026 16:20, helpdesk 8"_s);
    }

    void historySurvivesStrayMessages()
    {
        auto view = story::mariaView();
        view->history.messages[8].interaction = 77;
        HistoryModel model;
        fill(model, view, words());
        QVERIFY(!rows(model).contains(u"9"_s));
        QVERIFY(!model.reveal(story::cite(view->history, 9, "credit October")).isValid());
    }

    void offsetsAddUp()
    {
        RowOffsets offsets;
        offsets.assign({});
        QCOMPARE(offsets.total(), 0);
        QCOMPARE(offsets.rowAt(5), 0);
        std::vector<int> heights;
        for (int i = 0; i < 1000; ++i)
            heights.push_back(1 + i * 7 % 13);
        offsets.assign(heights);
        offsets.setHeight(500, heights[500] = 99);
        offsets.setHeight(0, heights[0] = 3);
        offsets.setHeight(999, heights[999] = 1);
        int top = 0;
        for (int i = 0; i < 1000; ++i) {
            QCOMPARE(offsets.top(i), top);
            QCOMPARE(offsets.rowAt(top), i);
            top += heights[static_cast<std::size_t>(i)];
            QCOMPARE(offsets.rowAt(top - 1), i);
        }
        QCOMPARE(offsets.total(), top);
        QCOMPARE(offsets.rowAt(top), 1000);
        QCOMPARE(offsets.rowAt(-1), -1);
    }

    // Whatever comes, goes and moves: the rows are those of a model that began with the new view,
    // what was opened is open, and a row that is held on to is found where it went.
    void historyFollows()
    {
        HistoryModel model;
        const QAbstractItemModelTester tester(&model);
        auto before = story::mariaView();
        fill(model, before, words());
        model.toggle(0); // #4711 folded
        const int chat = static_cast<int>(rows(model).indexOf(u"#4689"_s));
        model.toggle(chat);
        model.toggle(chat + 1); // the earlier ones too
        const QPersistentModelIndex held = model.index(chat + 1);
        const QString heldText = held.data().toString();
        QCOMPARE(rows(model).mid(chat), QStringList({u"#4689"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s}));

        // A message of the oldest conversation arrives, one of another is gone, a new matter opens.
        auto after = story::mariaView();
        auto& history = after->history;
        std::erase_if(history.messages, [](const HistoryMessage& m) { return m.key.id == "8"; });
        HistoryMessage late = history.messages[0];
        late.key.id = "11";
        late.at = story::at("2026-11-09T10:03:00+01:00");
        history.messages.push_back(late);
        InteractionRecord matter = history.interactions.back();
        matter.key.id = "4712";
        history.interactions.insert(history.interactions.begin(), matter); // every index moves
        for (auto& message : history.messages)
            ++message.interaction;
        HistoryMessage first = late;
        first.key.id = "12";
        first.at = story::at("2026-11-09T10:03:30+01:00");
        first.interaction = 0;
        history.messages.push_back(first);
        model.follow(after, std::make_shared<CitationIndex>(*after), words());
        QCOMPARE(rows(model),
                 QStringList({u"#4712"_s, u"10"_s, u"#4689"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"9"_s, u"#4711"_s, u"#4709"_s, u"7"_s,
                              u"#4705"_s, u"#4702"_s}));
        QVERIFY(held.isValid());
        QCOMPARE(held.data().toString(), heldText);

        // And back: nothing is left of what is gone.
        model.follow(before, std::make_shared<CitationIndex>(*before), words());
        QCOMPARE(rows(model).mid(0, 2), QStringList({u"#4711"_s, u"#4709"_s}));
        QCOMPARE(held.data().toString(), heldText);
    }

    // Of a long conversation the messages in sight stay in sight when others follow.
    void historyKeepsWhatIsInSight()
    {
        HistoryModel model;
        auto view = story::longView(40);
        fill(model, view, words());
        QCOMPARE(rows(model), QStringList({u"#6000"_s, u"+38"_s, u"39"_s, u"40"_s}));
        auto more = std::make_shared<CustomerView>(*view);
        for (const char* id : {"41", "42"}) {
            more->history.messages.push_back(view->history.messages.back());
            more->history.messages.back().key.id = id;
        }
        model.follow(more, std::make_shared<CitationIndex>(*more), words());
        QCOMPARE(rows(model), QStringList({u"#6000"_s, u"+38"_s, u"39"_s, u"40"_s, u"41"_s, u"42"_s}));

        // Nor does one fold away that was short enough to be shown whole.
        auto whole = story::longView(3);
        fill(model, whole, words());
        QCOMPARE(rows(model), QStringList({u"#6000"_s, u"1"_s, u"2"_s, u"3"_s}));
        auto longer = std::make_shared<CustomerView>(*whole);
        longer->history.messages.push_back(whole->history.messages.back());
        longer->history.messages.back().key.id = "4";
        model.follow(longer, std::make_shared<CitationIndex>(*longer), words());
        QCOMPARE(rows(model), QStringList({u"#6000"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    }
};

QTEST_MAIN(ModelsTest)
#include "test_models.moc"
