// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/interpreter/routines.h"

namespace threadline::engine {
namespace {
constexpr std::int32_t kTotal = kTotalLocal;
constexpr std::int32_t kCounter = 1;  // the loop's own
constexpr std::int32_t kAmount = kAmountLocal;
constexpr std::int32_t kParameter = 3;  // of the function that is called

constexpr Instruction kSumRoutine[] = {
    {Op::kForRange, 7}, {Op::kStoreLocal, kCounter}, {Op::kLoadLocal, kTotal}, {Op::kLoadLocal, kCounter},
    {Op::kAdd},         {Op::kStoreLocal, kTotal},   {Op::kJumpBackward, 0},   {Op::kEnd},
};

constexpr Instruction kTurnRoutine[] = {
    {Op::kForRange, 7}, {Op::kStoreLocal, kCounter}, {Op::kLoadLocal, kCounter}, {Op::kLoadConstant, 1},
    {Op::kAdd},         {Op::kStoreLocal, kTotal},   {Op::kJumpBackward, 0},     {Op::kEnd},
};

constexpr Instruction kCpuTimeRoutine[] = {
    {Op::kForRange, 7}, {Op::kStoreLocal, kCounter}, {Op::kLoadLocal, kCounter}, {Op::kLoadConstant, 1},
    {Op::kAdd},         {Op::kStoreLocal, kTotal},   {Op::kJumpBackward, 0},     {Op::kWhileCpuTime, 0},
    {Op::kEnd},
};

constexpr Instruction kAddRoutine[] = {
    {Op::kForRange, 7}, {Op::kStoreLocal, kCounter}, {Op::kLoadVariable},    {Op::kLoadLocal, kAmount},
    {Op::kAdd},         {Op::kStoreVariable},        {Op::kJumpBackward, 0}, {Op::kEnd},
};

constexpr Instruction kAddByCallRoutine[] = {
    {Op::kForRange, 6},
    {Op::kStoreLocal, kCounter},
    {Op::kLoadVariable},
    {Op::kCall, 7},
    {Op::kStoreVariable},
    {Op::kJumpBackward, 0},
    {Op::kEnd},
    // plus(parameter):
    {Op::kStoreLocal, kParameter},
    {Op::kLoadLocal, kParameter},
    {Op::kLoadLocal, kAmount},
    {Op::kAdd},
    {Op::kReturn},
};

}  // namespace

Routine sumRoutine() {
  return kSumRoutine;
}

Routine turnRoutine() {
  return kTurnRoutine;
}

Routine cpuTimeRoutine() {
  return kCpuTimeRoutine;
}

Routine addRoutine() {
  return kAddRoutine;
}

Routine addByCallRoutine() {
  return kAddByCallRoutine;
}

}  // namespace threadline::engine
