// Makes a record fit to be kept: valid UTF-8, HTML as text, card data masked in every free
// text and in the names of attributes and data, its content hash. An e-mail address, telephone
// number or external id that is a card's number is dropped, for masked ones would link
// strangers. Only keys are left as they are: a system that names its records by card numbers
// cannot be told apart from one that uses long numbers. Pure, any thread.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/model/annotation.h"
#include "core/model/records.h"

namespace foreword {

struct PreparedRecord {
    Record record;
    std::string hash; // SHA-256 of the canonical line, hexadecimal
    std::vector<Redaction> redactions; // of a message's text
    std::size_t bytes = 0;             // of its canonical line
};

// Errors: bad_value with the field `data`, for event data that is no JSON object.
Result<PreparedRecord> prepareRecord(Record record);

} // namespace foreword
