// Which part of a mail a person reads: the plain one of alternatives, else the HTML one; of a
// mixture the parts of text, one after the other; never attachments, other mails, or what is
// encrypted. For parsed_mail.cpp.
#pragma once

#include <gmime/gmime.h>

#include "core/ingest/mail/parsed_mail.h"

namespace foreword {

void readBody(GMimeObject* part, ParsedMail& mail);

} // namespace foreword
