// Every way a call can fail. A new code needs a row in error_catalog.cpp (a test checks it).
#pragma once

namespace foreword {

enum class ErrorCode {
    internal,
    cancelled,
    usage,

    // files
    file_not_found,
    file_unreadable,
    file_unwritable,
    disk_full,

    // interchange records; parameters: file, line, field, value
    bad_json,
    bad_utf8,
    not_an_object,
    unknown_type,
    missing_field,
    wrong_field_type,
    unknown_field,
    bad_value,
    bad_time,
    line_too_long,
    file_changed,
    unsupported_file,
    bad_encoding,
    csv_quotes,
    csv_unclosed,
    csv_row_length,
    csv_column_missing,
    csv_column_twice,
    csv_value,
    mail_too_large,
    mail_headers,
    mail_no_sender,
    mail_no_date,

    // workspace
    workspace_missing,
    workspace_exists,
    workspace_newer,
    workspace_wrong_key,
    workspace_damaged,
    workspace_busy,
    workspace_plain,
    key_needed,
    key_file_bad,
    store_failed,
    migration_failed,

    // customers
    customer_not_found,
    customer_ambiguous,

    // sources and network
    source_unknown,
    source_exists,
    source_kind_unknown,
    source_option_bad,
    source_secret_missing,
    url_bad,
    http_plain_refused,
    host_unreachable,
    tls_failed,
    net_timeout,
    net_failed,
    response_too_large,
    response_truncated,
    http_status,
    auth_failed,
    throttled,
    answer_malformed,
    proxy_bad,
    proxy_refused,

    // notes and the outbox; parameters: host, interaction, key
    interaction_unknown,
    note_empty,
    note_too_long,
    note_target_missing,
    note_target_closed,
    note_target_merged,
    note_refused,
    notes_unsupported,
    outbox_unknown,
    note_underway,

    // overriding a rule; parameters: rule, role, number
    override_forbidden,
    override_role,
    override_unmatched,
    override_incomplete,
    override_too_long,
    override_unknown,

    // dictionary and charter; parameters: file, line, field, value
    toml_syntax,
    toml_key_unknown,
    toml_value_missing,
    toml_value_bad,
    charter_duplicate_id,
    charter_unknown_signal,
    charter_unknown_kind,
    charter_review_passed,
    charter_no_release,
    charter_override_forbidden,
    charter_gate_forbidden,
    charter_use_forbidden,
    charter_use_not_permitted,
    charter_rule_without_test,
    charter_signal_without_rule,
    charter_contradiction,
    charter_shadowed,
    charter_conflict,
    charter_no_effect,
    charter_sensitive_used,
    charter_permanent_from_text,
    charter_never_matches,
    charter_no_time_zone,
    charter_test_failed,
    charter_refused,
    cue_list_untested,
    cue_test_failed,

    end_of_codes, // not a code: keep it last
};

} // namespace foreword
