// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The parts of the window, by name: made and placed by main_window, filled by run_presenter. No logic.
//
// Lifetime: all belong to the window. Thread: GUI.

namespace threadline::widgets {

class DetailsPanel;
class FindBar;
class FirstRunPage;
class GalleryPanel;
class LegendPanel;
class LessonPanel;
class NoticeBar;
class OutputPanel;
class ParameterPanel;
class PredictCard;
class RunsPanel;
class StatisticsPanel;
class StepsPanel;
class TimelineView;

struct WindowParts {
  GalleryPanel* gallery = nullptr;
  ParameterPanel* parameters = nullptr;
  LessonPanel* lesson = nullptr;
  PredictCard* predict = nullptr;
  TimelineView* timeline = nullptr;
  LegendPanel* legend = nullptr;
  OutputPanel* output = nullptr;
  StepsPanel* steps = nullptr;
  StatisticsPanel* statistics = nullptr;
  DetailsPanel* details = nullptr;
  RunsPanel* runs = nullptr;
  NoticeBar* notices = nullptr;
  FindBar* find = nullptr;
  FirstRunPage* firstRun = nullptr;
};

}  // namespace threadline::widgets
