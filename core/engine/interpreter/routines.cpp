// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/interpreter/routines.h"

namespace threadline::engine {
namespace {
constexpr std::int32_t kTotal = kTotalLocal;
constexpr std::int32_t kCounter = 1;  // the loop's own
constexpr std::int32_t kAmount = kAmountLocal;
constexpr std::int32_t kParameter = 3;  // of the function that is called
}  // namespace

const Routine& sumRoutine() {
  static const Routine routine{
      {Op::kForRange, 7}, {Op::kStoreLocal, kCounter}, {Op::kLoadLocal, kTotal}, {Op::kLoadLocal, kCounter},
      {Op::kAdd},         {Op::kStoreLocal, kTotal},   {Op::kJumpBackward, 0},   {Op::kEnd},
  };
  return routine;
}

const Routine& turnRoutine() {
  static const Routine routine{
      {Op::kForRange, 7}, {Op::kStoreLocal, kCounter}, {Op::kLoadLocal, kCounter}, {Op::kLoadConstant, 1},
      {Op::kAdd},         {Op::kStoreLocal, kTotal},   {Op::kJumpBackward, 0},     {Op::kEnd},
  };
  return routine;
}

const Routine& cpuTimeRoutine() {
  static const Routine routine{
      {Op::kForRange, 7}, {Op::kStoreLocal, kCounter}, {Op::kLoadLocal, kCounter}, {Op::kLoadConstant, 1},
      {Op::kAdd},         {Op::kStoreLocal, kTotal},   {Op::kJumpBackward, 0},     {Op::kWhileCpuTime, 0},
      {Op::kEnd},
  };
  return routine;
}

const Routine& addRoutine() {
  static const Routine routine{
      {Op::kForRange, 7}, {Op::kStoreLocal, kCounter}, {Op::kLoadVariable},    {Op::kLoadLocal, kAmount},
      {Op::kAdd},         {Op::kStoreVariable},        {Op::kJumpBackward, 0}, {Op::kEnd},
  };
  return routine;
}

const Routine& addByCallRoutine() {
  static const Routine routine{
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
  return routine;
}

}  // namespace threadline::engine
