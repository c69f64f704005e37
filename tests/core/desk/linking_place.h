// A workspace whose records are linked, for tests of linking.
#pragma once

#include <QTemporaryDir>

#include <chrono>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/desk/identity_decisions.h"
#include "core/desk/intake.h"
#include "core/desk/relinking.h"
#include "core/store/connection.h"
#include "core/store/erasing_rows.h"
#include "core/store/identity_table.h"
#include "core/store/match_table.h"
#include "core/store/workspace.h"
#include "tests/must.h"

namespace foreword::test {

using Group = std::set<RecordKey>;
using Groups = std::set<Group>;
using Pairs = std::map<std::pair<RecordKey, RecordKey>, PairKind>;

class Place {
public:
    Connection& writer() { return *m_writer; }

    // As an import brings them, up to where they are grouped.
    void store(const std::vector<CustomerRecord>& records)
    {
        Intake intake(writer(), *m_definitions);
        auto ingest = intake.ingestor();
        for (const auto& record : records)
            must(ingest.add(record));
        must(ingest.finish());
    }
    void groupAll(Learning learning = Learning::anew) { must(relinkAll(directly(writer()), {}, {}, learning)); }
    void groupWaiting() { must(relinkWaiting(directly(writer()), {})); }
    std::int64_t waiting() { return must(MatchTable(writer()).waitingCount()); }
    // As another program has it open.
    std::unique_ptr<Connection> another() const
    {
        auto connection = must(m_workspace.connect(Access::write));
        connection->setBusyTimeout(std::chrono::milliseconds(0));
        return connection;
    }
    void erase(const RecordKey& key)
    {
        auto transaction = must(Transaction::write(writer()));
        const IdentityTable table(writer());
        TombstoneTable tombstones(writer());
        must(RowEraser(writer(), tombstones).person(must(table.personOf(must(table.rowOf(key)).value()))));
        must(transaction.commit());
    }
    void decide(const RecordKey& a, const RecordKey& b, IdentityVerdict verdict)
    {
        must(decideIdentity(writer(), {a}, {b}, verdict, m_clock.now(), {}));
    }

    // Kept, as another program does it: nobody is grouped by it here.
    void decideLater(const RecordKey& a, const RecordKey& b, bool same)
    {
        auto transaction = must(Transaction::write(writer()));
        must(IdentityTable(writer()).decide({a, b, same, m_clock.now()}));
        must(transaction.commit());
    }

    Groups groups()
    {
        std::map<std::int64_t, Group> persons;
        const IdentityTable table(writer());
        for (const auto& stamp : must(table.stamps())) {
            const auto record = must(table.record(stamp.row));
            persons[record.person].insert(record.record.key);
        }
        Groups all;
        for (const auto& [person, group] : persons)
            all.insert(group);
        return all;
    }
    Pairs pairs()
    {
        const IdentityTable table(writer());
        Pairs all;
        for (const auto& stamp : must(table.stamps())) {
            for (const auto& pair : must(MatchTable(writer()).pairsOf(stamp.row)))
                all.emplace(std::minmax(must(table.record(pair.first)).record.key, must(table.record(pair.second)).record.key), pair.kind);
        }
        return all;
    }
    bool together(const RecordKey& a, const RecordKey& b)
    {
        const IdentityTable table(writer());
        return must(table.personOf(must(table.rowOf(a)).value())) == must(table.personOf(must(table.rowOf(b)).value()));
    }

private:
    static std::shared_ptr<const Definitions> builtIn()
    {
        static const auto loaded = loadBuiltInDefinitions().value();
        return loaded;
    }

    const FixedClock m_clock{Timestamp::parse("2026-11-01T10:00:00Z").value()};
    const std::shared_ptr<const Definitions> m_definitions = builtIn();
    QTemporaryDir m_folder;
    Workspace m_workspace = must(Workspace::create(m_folder.path().toStdString() + "/w", Secret(std::string(32, 'k')), m_clock));
    std::unique_ptr<Connection> m_writer = must(m_workspace.connect(Access::write));
};

} // namespace foreword::test
