#include "core/ingest/language_hints.h"

namespace foreword {
namespace {

// "de", "DE", "de-AT" and "de_AT" are "de"; anything else is nobody's code.
std::string languageCode(const std::string& value)
{
    std::string code = value.substr(0, 2);
    for (char& c : code) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (c < 'a' || c > 'z')
            return {};
    }
    const bool whole = value.size() == 2 || (value.size() > 2 && (value[2] == '-' || value[2] == '_'));
    return whole ? code : std::string();
}

} // namespace

void LanguageHints::learn(const CustomerRecord& customer)
{
    const auto attribute = customer.attributes.find("language");
    const std::string code = attribute == customer.attributes.end() ? std::string() : languageCode(attribute->second);
    if (code.empty())
        return;
    if (m_customers.size() >= most)
        m_customers.clear();
    m_customers[customer.key] = code;
}

void LanguageHints::learn(const InteractionRecord& interaction)
{
    const auto customer = m_customers.find(interaction.customer);
    if (customer == m_customers.end())
        return;
    if (m_interactions.size() >= most)
        m_interactions.clear();
    m_interactions[interaction.key] = customer->second;
}

void LanguageHints::learn(const MessageRecord& message, const std::string& language)
{
    if (language.empty())
        return;
    if (m_interactions.size() >= most)
        m_interactions.clear();
    m_interactions.try_emplace({message.key.source, message.interaction}, language);
}

std::string LanguageHints::hintFor(const MessageRecord& message) const
{
    const auto found = m_interactions.find({message.key.source, message.interaction});
    return found == m_interactions.end() ? std::string() : found->second;
}

} // namespace foreword
