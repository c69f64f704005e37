#include "app/ctl/file_lines.h"

#include <fstream>
#include <iostream>

namespace foreword::ctl {

Outcome eachLine(Session& session, const std::string& file, const std::function<Result<>(const std::string&)>& read)
{
    std::ifstream opened;
    if (file != "-") {
        opened.open(file, std::ios::binary);
        if (!opened)
            return fail(ErrorCode::file_not_found, {{"file", file}});
    }
    std::istream& in = file == "-" ? std::cin : opened;
    auto status = ExitStatus::done;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos)
            continue;
        if (auto outcome = read(line); !outcome)
            status = session.report(std::move(outcome).error().with("file", file).with("line", std::to_string(number)));
    }
    if (in.bad())
        return fail(ErrorCode::file_unreadable, {{"file", file}, {"detail", "read failed"}});
    return status;
}

} // namespace foreword::ctl
