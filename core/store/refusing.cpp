#include "core/store/refusing.h"

#include "core/store/stored.h"

namespace foreword {

// A record that is here already is somebody else's, whatever it has in common with the one who
// was erased: an e-mail address may be handed on in a family.
Result<bool> Refusing::refuses(const CustomerRecord& record, std::span<const Identifier> identifiers)
{
    FOREWORD_TRY(const bool erased, m_tombstones.hasRecord("customer", record.key));
    if (erased)
        return true;
    FOREWORD_TRY(const bool samePerson, m_tombstones.hasIdentifiers(identifiers));
    if (!samePerson)
        return false;
    FOREWORD_TRY(const auto here, customerRow(m_connection, record.key));
    if (here)
        return false;
    FOREWORD_CHECK(m_tombstones.addRecord("customer", record.key));
    FOREWORD_CHECK(m_eraser.waitingFor(record.key));
    return true;
}

Result<bool> Refusing::refuses(const InteractionRecord& record)
{
    FOREWORD_TRY(const bool erased, m_tombstones.hasRecord("interaction", record.key));
    if (erased)
        return true;
    FOREWORD_TRY(const bool ofErased, m_tombstones.hasRecord("customer", record.customer));
    if (ofErased)
        FOREWORD_CHECK(m_eraser.late("interaction", record.key));
    return ofErased;
}

Result<bool> Refusing::refuses(const MessageRecord& record)
{
    FOREWORD_TRY(const bool erased, m_tombstones.hasRecord("message", record.key));
    if (erased)
        return true;
    FOREWORD_TRY(const bool ofErased, m_tombstones.hasRecord("interaction", {record.key.source, record.interaction}));
    if (ofErased)
        FOREWORD_CHECK(m_eraser.late("message", record.key));
    return ofErased;
}

Result<bool> Refusing::refuses(const ConsentRecord& record, std::string_view hash)
{
    return refusesLedger("consent", {record.source, record.id}, record.customer, hash);
}

Result<bool> Refusing::refuses(const EventRecord& record, std::string_view hash)
{
    return refusesLedger("event", {record.source, record.id}, record.customer, hash);
}

Result<bool> Refusing::refusesLedger(std::string_view type, const RecordKey& key, const RecordKey& customer, std::string_view hash)
{
    FOREWORD_TRY(const bool erased, key.id.empty() ? m_tombstones.hasHash(type, packedHash(hash)) : m_tombstones.hasRecord(type, key));
    if (erased)
        return true;
    FOREWORD_TRY(const bool ofErased, m_tombstones.hasRecord("customer", customer));
    if (ofErased && !key.id.empty())
        FOREWORD_CHECK(m_eraser.late(type, key));
    return ofErased;
}

} // namespace foreword
