#include "core/base/error_catalog.h"

#include <algorithm>
#include <array>

namespace foreword {
namespace {

using enum ErrorCode;
constexpr auto failed = ExitStatus::failed;
constexpr auto badUsage = ExitStatus::usage;
constexpr auto rejected = ExitStatus::rejected;

constexpr auto catalog = std::to_array<ErrorEntry>({
    {internal, "internal", failed, "An internal check failed ({detail}).", "Please report this with the log."},
    {cancelled, "cancelled", failed, "Cancelled.", ""},
    {usage, "usage", badUsage, "Wrong usage: {detail}.", "See --help."},

    {file_not_found, "file_not_found", failed, "{file} does not exist.", "Check the path."},
    {file_unreadable, "file_unreadable", failed, "{file} cannot be read ({detail}).", "Check its permissions."},
    {file_unwritable, "file_unwritable", failed, "{file} cannot be written ({detail}).", "Check its permissions."},
    {disk_full, "disk_full", failed, "The disk is full; nothing was half-written.", "Free some space and try again."},

    {bad_json, "bad_json", rejected, "The line is not valid JSON ({detail}).", "Write one JSON object a line."},
    {bad_utf8, "bad_utf8", rejected, "The line is not valid UTF-8.", "Save the file as UTF-8."},
    {not_an_object, "not_an_object", rejected, "The line is not a JSON object.", "Write one JSON object a line."},
    {unknown_type, "unknown_type", rejected, "Record type \"{value}\" is not known.",
     "Use customer, interaction, message, consent, offer or event."},
    {missing_field, "missing_field", rejected, "Field \"{field}\" is missing.", "Add it."},
    {wrong_field_type, "wrong_field_type", rejected, "Field \"{field}\" is not {expected}.", "Mend the value."},
    {unknown_field, "unknown_field", rejected, "Field \"{field}\" is not known.", "Remove it or mend its name."},
    {bad_value, "bad_value", rejected, "Field \"{field}\" has the value \"{value}\", which is not allowed.", "Allowed: {allowed}."},
    {bad_time, "bad_time", rejected, "Field \"{field}\" is not an RFC 3339 time with offset.", "Write it like 2026-11-09T10:02:00+01:00."},
    {line_too_long, "line_too_long", rejected, "The line is longer than {limit} bytes.", "Split the record."},
    {file_changed, "file_changed", failed, "{file} changed while it was read.", "Run the import again."},
    {unsupported_file, "unsupported_file", rejected, "{file} is not of a kind that can be imported.",
     "Give a JSON Lines file (.jsonl); CSV and mail also need --mapping FILE."},
    {bad_encoding, "bad_encoding", rejected, "The text is not valid {encoding}.", "Name the file's encoding in the mapping."},
    {csv_quotes, "csv_quotes", rejected, "A quotation mark stands in the wrong place in column \"{column}\".",
     "Put the whole field into quotes and double the quotes in it."},
    {csv_unclosed, "csv_unclosed", rejected, "The row that begins here does not end within {limit} bytes.",
     "Close the quotes of its fields."},
    {csv_row_length, "csv_row_length", rejected, "The row has {found} fields and the header {expected}.",
     "Mend the row, or name the separator in the mapping."},
    {csv_column_missing, "csv_column_missing", rejected, "The header has no column \"{column}\".",
     "Mend its name in the mapping, or name the separator there."},
    {csv_column_twice, "csv_column_twice", rejected, "The header has the column \"{column}\" twice.",
     "Give each column a name of its own."},
    {csv_value, "csv_value", rejected, "Column \"{column}\" does not fit field \"{field}\": {detail}.",
     "Mend the value, or what the mapping makes of it."},
    {mail_too_large, "mail_too_large", rejected, "The mail is larger than {limit} bytes.",
     "Take it out of the archive, or leave it out with --skip-bad."},
    {mail_headers, "mail_headers", rejected, "This is no mail: it has no header, or far too much of it.",
     "Take it out of the archive, or leave it out with --skip-bad."},
    {mail_no_sender, "mail_no_sender", rejected, "The mail has no sender's address.",
     "Mend its From header, or leave it out with --skip-bad."},
    {mail_no_date, "mail_no_date", rejected, "The mail has no date.", "Mend its Date header, or leave it out with --skip-bad."},

    {workspace_missing, "workspace_missing", failed, "There is no workspace in {path}.", "Create one with 'forewordctl workspace init'."},
    {workspace_exists, "workspace_exists", failed, "There is a workspace in {path} already.",
     "Choose another folder, or use the one that is there."},
    {workspace_newer, "workspace_newer", failed, "The workspace has schema {found}; this program knows up to {known}.",
     "Use the newer program."},
    {workspace_wrong_key, "workspace_wrong_key", failed, "The key does not fit this workspace.", "Give the key it was created with."},
    {workspace_damaged, "workspace_damaged", failed, "The workspace file is damaged ({detail}).",
     "Restore a backup from the workspace's backups folder."},
    {workspace_busy, "workspace_busy", failed, "Another program is using the workspace.", "Close it and try again."},
    {workspace_plain, "workspace_plain", failed, "The workspace file is not encrypted; it was not opened.",
     "Remove it and create a workspace again."},
    {key_needed, "key_needed", badUsage, "The workspace needs a key.", "Name the key file with --key-file."},
    {key_file_bad, "key_file_bad", badUsage, "{file} does not hold a key.",
     "A key file has 64 hexadecimal digits and an optional newline."},
    {store_failed, "store_failed", failed, "The workspace could not be read or written ({detail}).",
     "Try again; the last saved state is kept."},
    {migration_failed, "migration_failed", failed, "The workspace could not be brought to schema {to} ({detail}).",
     "The backup {backup} holds the state before."},

    {customer_not_found, "customer_not_found", rejected, "No customer found for \"{query}\".",
     "Try another identifier, or 'forewordctl find'."},
    {customer_ambiguous, "customer_ambiguous", rejected, "{count} customers found for \"{query}\".", "Name one as source:id."},

    {source_unknown, "source_unknown", badUsage, "There is no source \"{source}\".", "See 'forewordctl source list'."},
    {source_exists, "source_exists", failed, "There is a source \"{source}\" already.", "Remove it first, or choose another name."},
    {source_kind_unknown, "source_kind_unknown", badUsage, "Source kind \"{kind}\" is not known.", "Known: {known}."},
    {source_option_bad, "source_option_bad", badUsage, "Option \"{option}\" is not valid for this kind of source.", "Known: {known}."},
    {source_secret_missing, "source_secret_missing", badUsage, "The source needs a token, or a user and a password.",
     "Use --token-file, or --user and --password-file."},
    {url_bad, "url_bad", badUsage, "\"{url}\" is not a web address.", "Write it like https://help.example.com."},
    {http_plain_refused, "http_plain_refused", badUsage, "Plain http is refused for {host}.",
     "Use https; for a server on this machine add --option allow_http=yes."},
    {host_unreachable, "host_unreachable", failed, "{host} cannot be reached.", "Check the address and the network."},
    {tls_failed, "tls_failed", failed, "The secure connection to {host} failed ({detail}).",
     "Check the server's certificate, or name its CA with --option ca_file=FILE."},
    {net_timeout, "net_timeout", failed, "{host} did not answer in time.", "Try again later."},
    {net_failed, "net_failed", failed, "The connection to {host} broke ({detail}).", "Try again; what was fetched is kept."},
    {response_too_large, "response_too_large", failed, "The answer of {host} is larger than {limit} bytes.",
     "Narrow the pull with --customer or --since."},
    {response_truncated, "response_truncated", failed, "The answer of {host} ended early.", "Try again."},
    {http_status, "http_status", failed, "{host} answered with status {status} to {request}.",
     "Check the account's rights and the server's log."},
    {auth_failed, "auth_failed", failed, "{host} refused the account.", "Check user, password or token."},
    {throttled, "throttled", failed, "{host} asks to wait {seconds} seconds.", "Try again later."},
    {answer_malformed, "answer_malformed", failed, "{host} sent an answer that does not fit its interface ({field}).",
     "Check the server's version."},
    {proxy_bad, "proxy_bad", badUsage, "\"{proxy}\" is not the address of a proxy.",
     "Write it like http://proxy.example.com:3128; user and password go into --option proxy_user=NAME and --proxy-password-file."},
    {proxy_refused, "proxy_refused", failed, "The proxy {proxy} did not connect to {host} (status {status}).",
     "Check the proxy's rules, and its user and password."},
    {interaction_unknown, "interaction_unknown", rejected, "This customer has no conversation \"{interaction}\".",
     "Name it by its number in the system it comes from, or as source:number."},
    {note_empty, "note_empty", rejected, "The note is empty.", "Write something into it."},
    {note_too_long, "note_too_long", rejected, "The note has {size} bytes; {limit} are the most.", "Shorten it."},
    {note_target_missing, "note_target_missing", failed, "{host} has no conversation {interaction}, or does not show it to the account.",
     "Check it there; 'forewordctl outbox discard' takes the note out."},
    {note_target_closed, "note_target_closed", failed, "Conversation {interaction} was closed after the note was written.",
     "'forewordctl outbox retry {key}' sends it all the same, 'outbox discard {key}' drops it."},
    {note_target_merged, "note_target_merged", failed, "Conversation {interaction} was merged into {target}.",
     "'forewordctl outbox retry {key}' writes the note there, 'outbox discard {key}' drops it."},
    {note_refused, "note_refused", failed, "{host} did not take the note for {interaction} (status {status}).",
     "Check what the account may do there."},
    {notes_unsupported, "notes_unsupported", badUsage, "No note can be written to \"{source}\": it is not a connected system.",
     "See 'forewordctl source list'."},
    {outbox_unknown, "outbox_unknown", badUsage, "There is no note \"{key}\" in the outbox.", "See 'forewordctl outbox list'."},
    {note_underway, "note_underway", failed, "The note is already on its way to \"{source}\".", "Write another one."},

    {override_forbidden, "override_forbidden", rejected, "Nobody can override \"{rule}\".",
     "Rules of P0 and P1 always stand, and so does what no rule of the charter lets people override."},
    {override_role, "override_role", rejected, "Only a {role} can override \"{rule}\".", "Ask a {role}."},
    {override_unmatched, "override_unmatched", rejected, "\"{rule}\" does not stop such an offer of this customer now.",
     "See 'forewordctl decide CUSTOMER --why'."},
    {override_incomplete, "override_incomplete", rejected, "An override needs a valid \"{field}\".",
     "Name who gives it (by), one of customer_asked, matter_settled, signal_mistaken and other (reason), and say why in a few words (text)."},
    {override_too_long, "override_too_long", rejected, "{hours} hours are more than \"{rule}\" allows.", "{limit} hours are the most."},
    {override_unknown, "override_unknown", badUsage, "This customer has no override {number} that stands.",
     "See 'forewordctl override list CUSTOMER'."},

    {toml_syntax, "toml_syntax", rejected, "Not valid TOML: {detail}.", "Mend the line."},
    {toml_key_unknown, "toml_key_unknown", rejected, "Key \"{field}\" is not known here.", "Known: {allowed}."},
    {toml_value_missing, "toml_value_missing", rejected, "\"{field}\" is missing in {entry}.", "Add it."},
    {toml_value_bad, "toml_value_bad", rejected, "\"{field}\" has the value \"{value}\", which is not allowed.", "Allowed: {allowed}."},
    {charter_duplicate_id, "charter_duplicate_id", rejected, "The id \"{value}\" is used twice.", "Give each entry an id of its own."},
    {charter_unknown_signal, "charter_unknown_signal", rejected, "The dictionary has no signal \"{value}\".",
     "Mend the name, or define the signal."},
    {charter_unknown_kind, "charter_unknown_kind", rejected, "There is no offer kind \"{value}\".",
     "Use marketing, upsell, retention, support or service_notice."},
    {charter_review_passed, "charter_review_passed", rejected, "The review date of {entry} has passed ({value}).",
     "Review the entry and set the next date."},
    {charter_no_release, "charter_no_release", rejected, "{entry} holds offers without a release or a review.",
     "Add 'until' with days, or with an event and review_days."},
    {charter_override_forbidden, "charter_override_forbidden", rejected, "{entry} has rank {value} and an override.",
     "Remove the override: P0 and P1 cannot be overridden."},
    {charter_gate_forbidden, "charter_gate_forbidden", rejected, "{entry} makes the value tier a condition.",
     "Remove it: value orders offers, it never gates them."},
    {charter_use_forbidden, "charter_use_forbidden", rejected, "{entry} is sensitive and lists the use \"{value}\".",
     "Sensitive signals have protect and route only."},
    {charter_use_not_permitted, "charter_use_not_permitted", rejected,
     "{entry} needs the use \"{use}\", which the dictionary does not permit for {value}.",
     "Change what the rule does, or add the use to the definition if its authority allows it."},
    {charter_rule_without_test, "charter_rule_without_test", rejected, "Rule {entry} has no test.",
     "Add a [[test]] that expects this rule."},
    {charter_signal_without_rule, "charter_signal_without_rule", rejected, "No rule uses the signal {entry}.",
     "Add a rule, or set effect = \"none\" with a reason."},
    {charter_contradiction, "charter_contradiction", rejected, "{entry} cannot stand as it is: {detail}.", "Mend the entry."},
    {charter_shadowed, "charter_shadowed", rejected, "{entry} changes no decision: whenever it matches, {other} does as much.",
     "Remove it, or narrow {other}."},
    {charter_conflict, "charter_conflict", rejected, "{entry} has the same condition as {other}, with another outcome.",
     "Merge the two rules."},
    {charter_no_effect, "charter_no_effect", rejected, "{entry} neither holds nor suppresses, and sets no posture.",
     "Give it an effect or remove it."},
    {charter_sensitive_used, "charter_sensitive_used", rejected, "{entry} allows offers because of {value}, which is sensitive.",
     "Remove the rule: sensitive signals protect and route, they never sell."},
    {charter_permanent_from_text, "charter_permanent_from_text", rejected, "{entry} has no end, and may rest on a message alone.",
     "Add 'until', or set min_state = \"confirmed\"."},
    {charter_never_matches, "charter_never_matches", rejected, "{entry} can never match: {detail}.",
     "Mend the condition or remove the rule."},
    {charter_no_time_zone, "charter_no_time_zone", rejected, "{entry} counts working days, and no calendar says in which time zone.",
     "Add [calendar] with a country and its time_zone."},
    {charter_test_failed, "charter_test_failed", rejected, "Test \"{entry}\" expects {expected} and gets {found}.",
     "Mend the rule or the test."},
    {charter_refused, "charter_refused", rejected,
     "Charter {version} stays in force: what was chosen after it has errors, the first in {where}.", "See 'forewordctl policy check'."},
    {cue_list_untested, "cue_list_untested", rejected, "The cue list \"{language}\" finds {entry}, and has no test {missing}.",
     "Add a [[test]] of the signal for each."},
    {cue_test_failed, "cue_test_failed", rejected, "In \"{value}\" ({why}) {entry} {expected}; the cue list finds {found}.",
     "Mend the list by a class of words, a pattern or a scope, or mend the test."},
});

static_assert(catalog.size() == static_cast<std::size_t>(end_of_codes), "a code has no entry");

} // namespace

std::span<const ErrorEntry> errorCatalog()
{
    return catalog;
}

const ErrorEntry& errorEntry(ErrorCode code)
{
    const auto found = std::ranges::find(catalog, code, &ErrorEntry::code);
    return found != catalog.end() ? *found : catalog.front();
}

std::optional<ErrorCode> codeNamed(std::string_view name)
{
    const auto found = std::ranges::find(catalog, name, &ErrorEntry::name);
    return found == catalog.end() ? std::nullopt : std::optional(found->code);
}

std::string fillTemplate(std::string_view text, const Error& error)
{
    std::string out;
    while (!text.empty()) {
        const auto open = text.find('{');
        const auto close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos)
            return out.append(text);
        const auto value = error.param(text.substr(open + 1, close - open - 1));
        out.append(text.substr(0, open)).append(value.empty() ? "?" : value);
        text.remove_prefix(close + 1);
    }
    return out;
}

std::string englishMessage(const Error& error)
{
    const ErrorEntry& entry = errorEntry(error.code);
    auto text = fillTemplate(entry.message, error);
    if (*entry.remedy != '\0')
        text.append(" ").append(fillTemplate(entry.remedy, error));
    return text;
}

} // namespace foreword
