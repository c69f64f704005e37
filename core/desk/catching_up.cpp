#include "core/desk/catching_up.h"

#include "core/desk/intake.h"
#include "core/desk/relinking.h"

namespace foreword {
namespace {

Result<> catchUpOnce(const OnWriter& onWriter, const Definitions& definitions, const CancelToken& cancel)
{
    for (bool more = true; more;) {
        FOREWORD_CHECK(cancel.check());
        FOREWORD_CHECK(onWriter([&](Connection& writer) -> Result<> {
            FOREWORD_TRY(more, Intake(writer, definitions).refreshSome());
            return {};
        }));
    }
    return relink(onWriter, {}, cancel);
}

} // namespace

Result<> catchUp(const OnWriter& onWriter, const Definitions& definitions, Sleeper& sleeper, const CancelToken& cancel,
                 const std::function<void(const Result<>&)>& tried)
{
    for (;;) {
        auto outcome = catchUpOnce(onWriter, definitions, cancel);
        if (!outcome && outcome.error().code == ErrorCode::cancelled)
            return outcome;
        tried(outcome);
        if (outcome || outcome.error().code != ErrorCode::workspace_busy)
            return outcome;
        FOREWORD_CHECK(sleeper.sleep(pauseWhileBusy, cancel));
    }
}

} // namespace foreword
