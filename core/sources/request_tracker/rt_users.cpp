#include "core/sources/request_tracker/rt_users.h"

#include <algorithm>

namespace foreword {
namespace {

using nlohmann::json;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool sameAddress(const std::string& a, const std::string& b)
{
    return std::ranges::equal(a, b, {}, lower, lower);
}

bool isNumber(const std::string& text)
{
    return !text.empty() && text.size() < 19 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// A search on a field the server does not know finds everyone, and says 200.
bool isMeant(const RtUser& user, const std::string& identifier, const RtOptions& options)
{
    return sameAddress(user.email, identifier) || sameAddress(user.name, identifier) || user.field(options.customerField) == identifier
        || std::to_string(user.id) == identifier;
}

} // namespace

Result<std::vector<RtUser>> RtUsers::find(const std::string& identifier, const CancelToken& cancel)
{
    std::vector<std::string> fields{"Name", "CustomField.{" + m_options.customerField + "}"};
    if (identifier.find('@') != std::string::npos)
        fields = {"EmailAddress"};
    else if (isNumber(identifier))
        fields.emplace_back("id");
    std::vector<RtUser> found;
    for (const auto& field : fields) {
        FOREWORD_TRY(const auto users, search(field, identifier, cancel));
        for (const auto& user : users) {
            const bool known = std::ranges::find(found, user.id, &RtUser::id) != found.end();
            if (!known && isMeant(user, identifier, m_options))
                found.push_back(user);
        }
    }
    return found;
}

Result<std::vector<RtUser>> RtUsers::search(const std::string& field, const std::string& value, const CancelToken& cancel)
{
    RtCall call{"/REST/2.0/users", formEncode({{"fields", rtUserFields}}), json::array({{{"field", field}, {"value", value}}})};
    FOREWORD_TRY(const auto page, m_session.page(call, 1, cancel));
    std::vector<RtUser> users;
    for (const auto& item : page.items) {
        FOREWORD_TRY(const auto fields, RtFields::of(item, "user", m_session.host()));
        FOREWORD_TRY(auto user, readUser(fields));
        users.push_back(std::move(user));
    }
    return users;
}

Result<RtUsers::Standing> RtUsers::standing(std::int64_t user, const CancelToken& cancel)
{
    if (const auto known = m_standings.find(user); known != m_standings.end())
        return known->second;
    // Lists leave this field empty; the record has it.
    FOREWORD_TRY(const auto record, m_session.find({"/REST/2.0/user/" + std::to_string(user), "", {}}, cancel));
    auto standing = Standing::unknown;
    if (record) {
        FOREWORD_TRY(const auto fields, RtFields::of(*record, "user", m_session.host()));
        FOREWORD_TRY(const auto privileged, fields.text("Privileged"));
        if (!privileged.empty())
            standing = privileged == "0" || privileged == "false" ? Standing::outside : Standing::staff;
    }
    m_standings.emplace(user, standing);
    return standing;
}

} // namespace foreword
