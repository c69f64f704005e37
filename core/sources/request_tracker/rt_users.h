// Finds users of a Request Tracker, and tells agents from people outside. Used from one thread
// at a time; the session must outlive it. Errors: those of RtSession.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/sources/request_tracker/rt_answers.h"
#include "core/sources/request_tracker/rt_options.h"
#include "core/sources/request_tracker/rt_session.h"

namespace foreword {

class RtUsers {
public:
    RtUsers(RtSession& session, const RtOptions& options) : m_session(session), m_options(options) {}

    // Those whose e-mail address, customer id, account name or number this is; mostly one.
    Result<std::vector<RtUser>> find(const std::string& identifier, const CancelToken& cancel);

    // Whether the account works here. Asked once for each until forget(); unknown where it may not be asked.
    enum class Standing { unknown, outside, staff };
    void forget() { m_standings.clear(); }
    Result<Standing> standing(std::int64_t user, const CancelToken& cancel);

private:
    Result<std::vector<RtUser>> search(const std::string& field, const std::string& value, const CancelToken& cancel);

    RtSession& m_session;
    const RtOptions& m_options;
    std::map<std::int64_t, Standing> m_standings;
};

} // namespace foreword
