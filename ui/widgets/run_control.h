// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is chosen, run, stopped, kept: the chosen scenario or experiment, its runs, and what the window says of them.
// Ties the sessions (ui/models) to the presenter; has no layout of its own.
//
// Thread: GUI; never waits.

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

#include "ui/models/experiment_session.h"
#include "ui/models/judge.h"
#include "ui/models/library.h"
#include "ui/models/run_session.h"
#include "ui/models/run_table_model.h"
#include "ui/widgets/run_presenter.h"

namespace threadline::widgets {

class RunControl final : public QObject {
  Q_OBJECT

 public:
  RunControl(const WindowParts& parts, RunPresenter& presenter, const models::Library& library, std::string hostPath,
             QObject* parent);

  /// Shows a scenario or experiment in the form and the lesson, ready to be run. False: there is none of this id.
  bool choose(const QString& id);
  /// A scenario that is not in the library: opened from a file. Nothing is run.
  void choose(const models::LibraryScenario& scenario);
  [[nodiscard]] QString chosenId() const;
  [[nodiscard]] QString chosenTitle() const;
  /// Of the comparison that the first page runs; nothing where it is not in the library.
  [[nodiscard]] std::optional<scenario::Prediction> firstQuestion() const;
  [[nodiscard]] bool isLive() const { return m_session.isLive() || m_experiment.isLive(); }
  [[nodiscard]] models::RunTableModel& runs() { return m_runs; }
  void setPreset(const QString& preset) const;
  /// What is chosen has another text in the library: its names again, the values stay.
  void readAgain();
  /// Texts again, in the language of now.
  void retranslate();
  /// Adds a finished record (an opened trace) to the runs and shows it.
  void add(const QString& name, const models::RunRecordPtr& record);
  /// The run that is shown by itself, for saving and pictures; null where there is none.
  [[nodiscard]] models::RunRecordPtr shownRecord() const;
  [[nodiscard]] std::optional<quint64> shownRun() const { return m_shownRun; }
  /// The experiment whose runs are shown under one another, with its set of values.
  struct ShownExperiment {
    const models::LibraryExperiment* experiment;
    QString preset;
  };
  [[nodiscard]] const std::optional<ShownExperiment>& shownExperiment() const { return m_shownExperiment; }

 public slots:
  /// Runs what is chosen; during a run it asks first.
  void run();
  void stop();
  /// Stops the run and starts again once it is gone.
  void runAgain();
  /// The question of the first page: one sum in three ways.
  void runFirst(int guess);
  /// Some hand-overs of the GIL in the run with threads: what the first page's answer speaks of.
  void zoomToHandOvers();
  void show(quint64 run);
  void compare(const std::vector<quint64>& runs);
  void compareLastTwo();
  /// Asks which values a number of the form shall take, this one first; empty: any.
  void askVary(const std::string& parameter);
  /// Runs what varies values of the chosen scenario's form.
  void runSweep(const threadline::models::LibraryExperiment& sweep);

 signals:
  /// A comparison is there, with what follows from it.
  void compared();
  void liveChanged(bool isLive);
  void chosenChanged();
  /// For the status bar: what is going on, and how far (0 ... 1; below 0: not known).
  void progressChanged(const QString& text, double share);
  /// A scenario was run to its end.
  void done(const QString& id);

 private:
  void connectSessions();
  void start();
  void startExperiment(const models::LibraryExperiment& experiment, const QString& preset);
  void showExperiment(const QString& preset);
  [[nodiscard]] const models::LibraryExperiment* firstExperiment() const;
  void finishRun(const models::RunRecordPtr& record, const std::vector<report::ClaimResult>& claims);
  void finishExperiment(bool isComplete);
  void connectJudge();
  [[nodiscard]] report::Comparison measured() const;
  void showPlace(const report::VerdictFigure& figure);
  void showVariant(std::size_t variant);
  void answer();
  void tellProgress();
  [[nodiscard]] std::vector<ShownRun> finishedVariants() const;
  [[nodiscard]] ShownRun variantRun(std::size_t variant, const models::RunRecordPtr& record,
                                    const models::RunRecordPtr& first) const;

  WindowParts m_parts;
  RunPresenter& m_presenter;
  const models::Library& m_library;
  models::RunSession m_session;
  models::ExperimentSession m_experiment;
  models::Judge m_judge;
  models::RunTableModel m_runs;
  models::LibraryScenario m_scenario;                             // chosen
  const models::LibraryExperiment* m_chosenExperiment = nullptr;  // or this one
  const models::LibraryExperiment* m_runningExperiment = nullptr;
  models::LibraryExperiment m_sweep;        // the newest one; may be what is running
  std::vector<std::size_t> m_paneVariants;  // of the panes of a comparison that is shown: what each is of
  std::size_t m_plannedRuns = 0;            // of that comparison
  std::optional<int> m_guess;               // of the predict card or the first page
  bool m_isFirstRun = false;                // what runs is the first page's question
  bool m_isRunWanted = false;               // start when the run that is being stopped is gone
  std::optional<quint64> m_shownRun;
  std::optional<ShownExperiment> m_shownExperiment;
  quint64 m_zoomOffer = 0;  // the notice of the first run's end
  quint64 m_question = 0;   // the notice that asks whether to stop
  QTimer m_progress;        // while a run lives
};

}  // namespace threadline::widgets
