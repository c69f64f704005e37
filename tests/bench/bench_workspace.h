// The workspace that the benchmarks share: one customer of each size, and many with a name
// only. Made when it is first needed; one thread.
#pragma once

#include <array>
#include <memory>
#include <optional>

#include "core/desk/temporary_workspace.h"
#include "core/desk/workbench.h"
#include "core/store/connection.h"

namespace foreword::bench {

inline constexpr std::array sizes = {50, 500, 5000, 10000};
inline constexpr int bystanders = 10000;

class BenchWorkspace {
public:
    static BenchWorkspace& instance();

    Workbench& workbench() { return *m_workbench; }
    Connection& reading() { return *m_reading; }
    const Definitions& definitions() const { return m_workbench->definitions(); }
    std::int64_t person(std::int64_t messages);
    History history(std::int64_t messages);
    static Timestamp asOf();

private:
    BenchWorkspace();

    TemporaryWorkspace m_temporary;
    std::optional<Workbench> m_workbench;
    std::unique_ptr<Connection> m_reading;
};

// The customer with so many messages, newly generated.
std::vector<Record> customerOf(int messages);

} // namespace foreword::bench
