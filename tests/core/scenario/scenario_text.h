// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Small scenarios for tests: a test writes the part that it is about.

#include <gtest/gtest.h>

#include <string>

#include "core/scenario/scenario_reader.h"

namespace threadline::scenario {

/// A scenario around the steps of main; `more` are further members of the file, each after a comma.
inline std::string scenarioWith(const std::string& mainSteps, const std::string& more = "") {
  return R"({"threadline": 1, "id": "test", "title": {"en": "Test", "ko": "시험"},
    "parameters": {
      "n": {"type": "int", "default": 3, "min": 1, "max": 9, "label": {"en": "n", "ko": "수"}},
      "on": {"type": "bool", "default": true, "label": {"en": "on", "ko": "켬"}},
      "runtime": {"type": "choice", "choices": ["sequential", "thread", "task", "process"], "default": "thread",
                  "label": {"en": "by", "ko": "방식"}},
      "who": {"type": "text", "default": "Kim", "label": {"en": "who", "ko": "누구"}}},
    "objects": {"box": {"kind": "queue", "between": "=runtime"}, "num": {"kind": "variable", "of": 42},
                "gate": {"kind": "lock"}, "fork": {"kind": "lock", "count": "=n"},
                "site": {"kind": "server", "delay_ms": "=n", "bytes": 9, "limit": 2, "connect_ms": 1},
                "web": {"kind": "session", "share": "shared", "lock": "=on"},
                "book": {"kind": "rwlock"}, "go": {"kind": "event"}, "line": {"kind": "pipe"},
                "row": {"kind": "array", "of": 0, "size": "=n"},
                "ui": {"kind": "mailbox"},
                "staff": {"kind": "pool", "runtime": "process", "size": "=n"}},
    "functions": {"work": {"arguments": ["a", "b"], "steps": [{"sleep": 1}]},
                  "one": {"arguments": ["item"], "steps": [{"sleep": 1}]}, "main": {"steps": [)" +
         mainSteps + "]}}" + more + "}";
}

inline Scenario read(const std::string& json) {
  ReadResult result = readScenario(json);
  for (const Problem& problem : result.problems) ADD_FAILURE() << problem.toText("");
  return result.scenario ? *std::move(result.scenario) : Scenario();
}

/// All problems, a line each.
inline std::string problemsOf(const std::string& json) {
  std::string lines;
  for (const Problem& problem : readScenario(json).problems) lines += problem.toText("") + "\n";
  return lines;
}

}  // namespace threadline::scenario
