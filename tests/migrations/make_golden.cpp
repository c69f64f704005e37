// Writes the golden workspace of the newest schema into a new folder: make_golden FOLDER. Run
// once when a schema is released; its files are then kept as they are.
#include <cstdio>
#include <filesystem>

#include "golden_content.h"

using namespace foreword;

namespace {

Result<> writeContent(Connection& connection)
{
    FOREWORD_TRY(auto transaction, Transaction::write(connection));
    RecordTable records(connection);
    FOREWORD_CHECK(records.put(golden::consent(), sha256Hex("consent")));
    FOREWORD_TRY(const Put customer, records.put(golden::customer(), sha256Hex("customer")));
    FOREWORD_CHECK(records.put(golden::interaction(), sha256Hex("interaction")));
    FOREWORD_TRY(const Put message,
                 records.put(golden::message("9", "4711", "Wir rufen morgen zurück. Karte lautet: **************** ok"),
                             sha256Hex("message"), golden::redactions()));
    FOREWORD_CHECK(records.put(golden::message("10", "4799", "Noch ohne Vorgang."), sha256Hex("stray"), {}));
    FOREWORD_CHECK(records.put(golden::event(), sha256Hex("event")));
    FOREWORD_CHECK(records.put(golden::offer(), sha256Hex("offer")));
    FOREWORD_CHECK(AnnotationTable(connection).setLanguage(message.row, "de"));
    FOREWORD_CHECK(AnnotationTable(connection).put(message.row, "dictionary-1", golden::annotations()));
    PersonTable persons(connection);
    const Identifier email{"email", "zoe@example.com"};
    FOREWORD_CHECK(persons.setIdentifiers(customer.row, std::span(&email, 1)));
    FOREWORD_CHECK(persons.link(std::span(&customer.row, 1), "Zoë Hoffmann"));
    FOREWORD_CHECK(SourceTable(connection).add(golden::source(), Secret("golden token"), Secret()));
    return transaction.commit();
}

Result<> make(const std::filesystem::path& folder)
{
    FOREWORD_TRY(const Workspace workspace, Workspace::create(folder, golden::key(), golden::clock()));
    {
        FOREWORD_TRY(const auto connection, workspace.connect(Access::write));
        FOREWORD_CHECK(writeContent(*connection));
    }
    return workspace.seal();
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fputs("usage: make_golden FOLDER\n", stderr);
        return 2;
    }
    if (const auto made = make(argv[1]); !made) {
        std::fprintf(stderr, "%s\n", englishMessage(made.error()).c_str());
        return 1;
    }
    return 0;
}
