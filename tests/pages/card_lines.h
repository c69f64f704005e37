// Records with a card number in every field that can hold text; keys are what the records are
// named by. PAN stands for the number.
#pragma once

#include <string>
#include <vector>

namespace foreword::pages {

struct Card {
    const char* written; // as it stands in the JSON line
    std::vector<std::string> traces; // what it would leave behind
};

// Numbers of the schemes' test ranges in the ways people write them.
inline const std::vector<Card>& cards()
{
    static const std::vector<Card> all = {
        {"4111111111111111", {"4111111111111111"}},
        {"5555 5555 5555 4444", {"5555 5555", "5555 4444", "5555555555554444"}},
        {"3782-822463-10005", {"822463", "378282246310005"}},
        {"6011\\n0009\\n9013\\n9424", {"0009\n9013", "9013\n9424", "6011000990139424"}},
        {"3530.1113.3330.0000", {"1113.3330", "3530111333300000"}},
        {"4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2", {"4 2 4 2", "4242424242424242"}},
    };
    return all;
}

inline std::string withCard(std::string line, const std::string& card)
{
    for (auto at = line.find("PAN"); at != std::string::npos; at = line.find("PAN"))
        line.replace(at, 3, card);
    return line + "\n";
}

inline const std::vector<std::string>& lines()
{
    static const std::vector<std::string> all = {
        (R"({"type":"customer","source":"crm","id":"1","names":["Zweistein PAN"],"emails":["PAN@example.com","zweistein@example.com"],"phones":["PAN"],)"
         R"("addresses":[{"street":"PAN","city":"PAN","postcode":"PAN","country":"PAN"}],"external_ids":{"account":"PAN","PAN":"x"},"attributes":{"note":"PAN","PAN":"y"}})"),
        R"({"type":"interaction","source":"h","id":"1","customer":{"source":"crm","id":"1"},"channel":"email","kind":"billing","opened_at":"2026-01-01T00:00:00Z","subject":"Re: PAN","tags":["PAN"]})",
        R"({"type":"message","source":"h","id":"plain","interaction":"1","sender":"customer","at":"2026-01-01T00:00:00Z","sender_name":"PAN","text":"Kartenzahlung mit PAN, gültig bis 12/27."})",
        R"({"type":"message","source":"h","id":"html","interaction":"1","sender":"agent","at":"2026-01-01T00:01:00Z","html":"<p>So <b>PAN</b>?</p><div title=\"PAN\">PAN</div><!-- PAN --><script>var x = 'PAN'</script>"})",
        R"({"type":"message","source":"h","id":"quoted","interaction":"1","sender":"customer","at":"2026-01-01T00:02:00Z","text":"> you wrote PAN\n> thanks\n\nyes\n-- \nPAN"})",
        R"({"type":"consent","source":"crm","customer":{"source":"crm","id":"1"},"purpose":"PAN","channel":"any","status":"granted","at":"2026-01-01T00:00:00Z"})",
        R"({"type":"offer","source":"m","id":"1","name":"PAN","kind":"upsell","selected_by":["PAN"]})",
        R"({"type":"event","source":"b","customer":{"source":"crm","id":"1"},"name":"paid PAN","at":"2026-01-01T00:00:00Z","data":{"card":"PAN","list":["PAN",{"deep":{"deeper":"with PAN."}}],"PAN":1}})",
    };
    return all;
}

} // namespace foreword::pages
