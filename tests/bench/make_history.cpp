// Writes a company's invented history as JSON Lines to standard output, for trying and
// measuring at size: make_history CUSTOMERS MESSAGES [SEED] [AS-OF]. The same arguments give
// the same bytes.
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <string_view>

#include "core/ingest/interchange.h"
#include "tests/bench/generated_history.h"

using namespace foreword;

namespace {

template <class Number>
bool read(std::string_view text, Number& number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

} // namespace

int main(int argc, char** argv)
{
    bench::CompanyPlan plan;
    const auto asOf = Timestamp::parse(argc > 4 ? argv[4] : "2026-11-09T10:00:00+01:00");
    if (argc < 3 || argc > 5 || !read(argv[1], plan.customers) || !read(argv[2], plan.messages) || (argc > 3 && !read(argv[3], plan.seed))
        || !asOf || plan.customers < 1 || plan.messages < 0) {
        std::fprintf(stderr, "usage: make_history CUSTOMERS MESSAGES [SEED] [AS-OF] > FILE\n");
        return 2;
    }
    plan.asOf = *asOf;
    bench::generateCompany(plan, [](const Record& record) {
        const auto line = canonicalLine(record) + "\n";
        std::fwrite(line.data(), 1, line.size(), stdout);
    });
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
        std::fprintf(stderr, "make_history: %s\n", std::strerror(errno));
        return 1;
    }
    return 0;
}
