#include "tests/bench/generated_history.h"

#include <array>
#include <random>

namespace foreword::bench {
namespace {

constexpr int messagesPerInteraction = 8;
constexpr int minutesBetweenMessages = 400;

constexpr auto customerSentences = std::to_array<const char*>({
    "The connection dropped again at seven and came back after ten.",
    "I have restarted the router twice and changed the cable, as your colleague asked.",
    "My order number is AB-204417 and the parcel was due on Tuesday.",
    "This is the third time I write about this and nobody has answered.",
    "Could you tell me when the technician is coming?",
    "The bill for September shows 49.90 although we agreed on 39.90.",
    "Thank you, that worked.",
    "I am at home after four in the afternoon.",
    "The box has the serial FX-20931 on its underside.",
    "Please stop sending me letters about the television package.",
    "I would rather speak to a person than to the robot.",
    "It says error E-1042 when I try to sign in.",
});
constexpr auto agentSentences = std::to_array<const char*>({
    "Thank you for writing to us.",
    "I have reset the line and changed the channel.",
    "I will call you back by Friday about the credit.",
    "A technician is booked for Thursday between eight and twelve.",
    "Could you give me the serial number of the box?",
    "The replacement was sent this morning.",
    "I am sorry that this took so long.",
    "Is there anything else that I can do for you?",
});

template <class Sentences>
std::string compose(const Sentences& sentences, std::mt19937& random, int count)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text.append(text.empty() ? "" : " ").append(sentences[random() % sentences.size()]);
    return text;
}

MessageRecord message(const std::string& interaction, int number, Timestamp at, std::mt19937& random)
{
    MessageRecord record;
    record.key = {"helpdesk", interaction + "-" + std::to_string(number)};
    record.interaction = interaction;
    record.sender = number % 2 == 0 ? Sender::customer : Sender::agent;
    record.at = at;
    const int sentences = 1 + static_cast<int>(random() % 4);
    record.text =
        record.sender == Sender::customer ? compose(customerSentences, random, sentences) : compose(agentSentences, random, sentences);
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
        records.emplace_back(message(interaction, number, at, random));
    }
    return records;
}

} // namespace foreword::bench
