// What only a record says that its system does not have any more, is shown, but is not what counts.
#include <algorithm>

#include <QtTest>

#include "core/identity/profile.h"

using namespace foreword;

class TestProfileGone : public QObject {
    Q_OBJECT

private:
    std::vector<CustomerRecord> m_records; // crm, helpdesk
    std::vector<RecordKey> m_helpdesk, m_all;

private Q_SLOTS:
    void init()
    {
        m_records = {{}, {}};
        m_records[0].key = {"crm", "C-1"};
        m_records[0].birthDate = "1981-04-12";
        m_records[0].updatedAt = Timestamp::parse("2024-05-01T10:00:00Z");
        m_records[1].key = {"helpdesk", "H-2"};
        m_records[1].birthDate = "1981-12-04";
        m_records[1].updatedAt = Timestamp::parse("2026-11-02T00:00:00Z");
        m_records[1].attributes["birth_date_verified"] = "true";
        for (auto& record : m_records) {
            record.names = {"Maria Hoffmann"};
            record.emails = {"maria@example.com"};
        }
        m_helpdesk = {m_records[1].key};
        m_all = {m_records[0].key, m_records[1].key};
    }

    void comesLast()
    {
        // However new and checked it is.
        QCOMPARE(makeProfile(1, m_records, {}).field("birth_date")->chosen.value, std::string("1981-12-04"));
        const auto profile = makeProfile(1, m_records, {}, {}, m_helpdesk);
        const auto* birthDate = profile.field("birth_date");
        QCOMPARE(birthDate->chosen.value, std::string("1981-04-12"));
        QVERIFY(!birthDate->chosen.gone);
        QCOMPARE(birthDate->chosenBy, ChosenBy::stillThere);
        QCOMPARE(birthDate->others.size(), 1U);
        QVERIFY(birthDate->others.front().gone);
    }

    // Both say the same: neither the age nor the checking of the one that is gone counts.
    void confirmsNothing()
    {
        m_records[0].birthDate = m_records[1].birthDate;
        const auto same = makeProfile(1, m_records, {}, {}, m_helpdesk).field("birth_date")->chosen;
        QVERIFY(!same.gone && !same.verified);
        QCOMPARE(same.sources.size(), 2U);
        QVERIFY(same.updatedAt == m_records[0].updatedAt);
    }

    // What was seen last stays, and says so.
    void allAreGone()
    {
        const auto profile = makeProfile(1, m_records, {}, {}, m_all);
        QCOMPARE(profile.displayName, std::string("Maria Hoffmann"));
        QVERIFY(std::ranges::all_of(profile.fields, [](const ProfileField& field) { return field.chosen.gone; }));
        QVERIFY(profile.field("birth_date")->chosen.verified);
    }
};

QTEST_GUILESS_MAIN(TestProfileGone)
#include "test_profile_gone.moc"
