#include "tests/bench/generated_history.h"

#include <random>

#include "tests/bench/generated_text.h"

namespace foreword::bench {
namespace {

constexpr int messagesPerInteraction = 8;
constexpr int minutesBetweenMessages = 400;

MessageRecord message(const std::string& interaction, int number, Timestamp at, std::string_view language, std::mt19937& random)
{
    MessageRecord record;
    record.key = {"helpdesk", interaction + "-" + std::to_string(number)};
    record.interaction = interaction;
    record.sender = number % 2 == 0 ? Sender::customer : Sender::agent;
    record.at = at;
    record.text = writtenBy(record.sender, language, random);
    return record;
}

} // namespace

std::vector<Record> generatedCustomer(const std::string& id, int messages, Timestamp asOf, unsigned seed)
{
    std::mt19937 random(seed);
    CustomerRecord customer;
    customer.key = {"crm", id};
    customer.names = {"Customer " + id};
    customer.emails = {id + "@example.com"};
    const auto language = anyLanguage(random);
    customer.attributes["language"] = language;
    std::vector<Record> records{customer};

    auto at = asOf.plusMinutes(-static_cast<std::int64_t>(messages) * minutesBetweenMessages);
    for (int number = 0; number < messages; ++number, at = at.plusMinutes(minutesBetweenMessages)) {
        const auto interaction = id + "-" + std::to_string(number / messagesPerInteraction);
        if (number % messagesPerInteraction == 0) {
            InteractionRecord opened;
            opened.key = {"helpdesk", interaction};
            opened.customer = customer.key;
            opened.kind = InteractionKind::fault;
            opened.subject = "Connection, matter " + std::to_string(number / messagesPerInteraction % 5);
            opened.openedAt = at;
            const bool last = number + messagesPerInteraction >= messages;
            opened.status = last ? InteractionStatus::open : InteractionStatus::closed;
            if (!last)
                opened.closedAt = at.plusMinutes(minutesBetweenMessages * messagesPerInteraction);
            records.emplace_back(opened);
        }
        records.emplace_back(message(interaction, number, at, language, random));
    }
    return records;
}

} // namespace foreword::bench
