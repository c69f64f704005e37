// Any JSON as what Request Tracker answers: each reader refuses it with answer_malformed or reads
// values that keep what the rest of the adapter counts on.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/sources/request_tracker/rt_answers.h"
#include "fuzz_invariant.h"

using namespace foreword;

namespace {

template <class Read>
void check(const RtFields& fields, Read read, const char* what)
{
    if (const auto value = read(fields); !value)
        FOREWORD_INVARIANT(value.error().code == ErrorCode::answer_malformed && what);
}

void checkReaders(const nlohmann::json& value)
{
    const std::string host = "rt.example.com";
    const auto fields = RtFields::of(value, "item", host);
    if (!fields) {
        FOREWORD_INVARIANT(!value.is_object() && fields.error().code == ErrorCode::answer_malformed);
        return;
    }
    check(*fields, readUser, "user");
    check(*fields, readTransaction, "transaction");
    check(*fields, readPart, "part");
    const auto ticket = readTicket(*fields);
    if (!ticket)
        FOREWORD_INVARIANT(ticket.error().code == ErrorCode::answer_malformed);
    else if (*ticket)
        FOREWORD_INVARIANT((*ticket)->id > 0 && !(*ticket)->requestors.empty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto value = nlohmann::json::parse(text, nullptr, false);
    if (value.is_discarded())
        return 0;
    checkReaders(value);
    if (const auto items = value.is_object() ? value.find("items") : value.end(); items != value.end() && items->is_array()) {
        for (const auto& item : *items)
            checkReaders(item);
    }
    return 0;
}
