// Cooperative cancellation. A CancelSource is held by whoever may change their mind; the
// CancelToken copies go with the job, which asks `cancelled()` between steps. Safe from any
// thread. A default token is never cancelled.
#pragma once

#include <atomic>
#include <memory>

#include "core/base/result.h"

namespace foreword {

class CancelToken {
public:
    CancelToken() = default;
    bool cancelled() const { return m_flag && m_flag->load(std::memory_order_relaxed); }
    // ErrorCode::cancelled once cancelled.
    Result<> check() const
    {
        if (cancelled())
            return fail(ErrorCode::cancelled);
        return {};
    }

private:
    friend class CancelSource;
    explicit CancelToken(std::shared_ptr<std::atomic<bool>> flag) : m_flag(std::move(flag)) {}
    std::shared_ptr<std::atomic<bool>> m_flag;
};

class CancelSource {
public:
    void cancel() { m_flag->store(true, std::memory_order_relaxed); }
    CancelToken token() const { return CancelToken(m_flag); }

private:
    std::shared_ptr<std::atomic<bool>> m_flag = std::make_shared<std::atomic<bool>>(false);
};

} // namespace foreword
