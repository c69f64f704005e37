// Results for people at a terminal. Text from outside is printed without control
// characters, so that a message cannot steer the terminal.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace foreword::ctl {

std::string printable(std::string_view text);
// Figures of an evaluation: a line each, what belongs together indented under its name.
void printFigures(std::ostream& out, const nlohmann::ordered_json& figures);

} // namespace foreword::ctl
