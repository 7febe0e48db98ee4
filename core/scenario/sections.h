// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The sections of a scenario file, one function each; scenario_reader.cpp calls them in the file's usual order. Each
// fills its part of the scenario and reports what is wrong with it. Private to core/scenario.

#include "core/scenario/fields.h"

namespace threadline::scenario {

// declaration_reader.cpp
void readParameters(ProblemList& problems, const Place& place, Scenario& scenario);
void readPresets(ProblemList& problems, const Place& place, Scenario& scenario);  // after the parameters
void readProcess(ProblemList& problems, const Place& place, Scenario& scenario);
void readRefusals(ProblemList& problems, const Place& place, Scenario& scenario);
void readObjects(ProblemList& problems, const Place& place, Scenario& scenario);

// step_reader.cpp
void readFunctions(ProblemList& problems, const Place& place, Scenario& scenario);

// lesson_reader.cpp
void readLesson(ProblemList& problems, const Place& place, Scenario& scenario);
void readPrediction(ProblemList& problems, const Place& place, Scenario& scenario);

// view_reader.cpp
void readView(ProblemList& problems, const Place& place, Scenario& scenario);
void readClaims(ProblemList& problems, const Place& place, Scenario& scenario);

// name_check.cpp: what needs the whole file: names, references, argument counts, call cycles.
void checkNames(ProblemList& problems, const Scenario& scenario);

inline constexpr std::size_t kMaxParameters = 100;
inline constexpr std::size_t kMaxPresets = 50;
inline constexpr std::size_t kMaxRefusals = 100;
inline constexpr std::size_t kMaxObjects = 200;
inline constexpr std::size_t kMaxFunctions = 200;
inline constexpr std::size_t kMaxSteps = 10'000;
inline constexpr std::size_t kMaxStepDepth = 16;  // of repeats in each other
inline constexpr std::size_t kMaxClaims = 200;

}  // namespace threadline::scenario
