// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window at 1920 x 1080 while 64 lanes tell 200,000 events a second: what each of its pictures costs the GUI
// thread, how long keys and the wheel wait for the picture that shows what they did, and how long the GUI thread leaves
// any event waiting.
#include <QApplication>
#include <QElapsedTimer>
#include <QInputDevice>
#include <QKeyEvent>
#include <QTest>
#include <QWheelEvent>

#include <atomic>
#include <fstream>
#include <memory>
#include <sstream>
#include <thread>

#include "core/scenario/scenario_reader.h"
#include "tests/bench/ui/figures.h"
#include "tests/bench/ui/frame_clock.h"
#include "tests/stories/probe/watchdog.h"
#include "tests/support/temp_dir.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/timeline_canvas.h"
#include "ui/widgets/timeline_view.h"

namespace threadline::bench {
namespace {

constexpr double kFrameGoalMs = 16;
constexpr double kInputGoalMs = 32;
constexpr double kStallGoalMs = 50;
constexpr int kWarmUpMs = 1'500;
constexpr int kPatienceMs = 30'000;
constexpr std::chrono::milliseconds kBetweenInputs{41};

widgets::WindowEnvironment environmentOf(const test::TempDir& folder) {
  std::ostringstream text;
  text << std::ifstream(TL_SCENARIO).rdbuf();
  auto read = scenario::readScenario(text.str());
  widgets::WindowEnvironment out;
  out.hostPath = TL_LIVE_HOST;
  out.library.scenarios.push_back(
      {std::make_shared<const scenario::Scenario>(std::move(*read.scenario)), text.str(), {}});
  out.ownFolder = QString::fromStdString(folder.path("own"));
  out.readScenario = [](const QString&) -> Result<models::LibraryScenario> {
    return Error{ErrorCode::kNotFound, "no other scenario", {}};
  };
  out.subjectOf = [](const report::RunRecord& run, const QString&, model::View view) {
    paint::FigureSubject subject;
    subject.snapshot = run.snapshot;
    subject.view = std::move(view);
    return subject;
  };
  out.scaleOf = [](const std::string&) -> Result<double> { return 1.0; };
  out.apply = [](const widgets::Preferences&) {};
  out.remember = [](const widgets::WindowMemory&) {};
  out.isDark = [] { return false; };
  return out;
}

/// Hands that turn the wheel and press keys, from a thread of their own: they do not wait for the window.
class Hands {
 public:
  Hands(FrameClock& clock, QWidget& canvas) : m_clock(clock), m_canvas(canvas) {
    (void)QInputDevice::primaryKeyboard();  // Qt makes it where it is first asked for: it belongs to this thread
    m_thread = std::thread([this] { work(); });
  }
  ~Hands() {
    m_isOver = true;
    m_thread.join();
  }

 private:
  void work() {
    for (int i = 0; !m_isOver; ++i) {
      m_clock.expectInput(wallMs());
      QCoreApplication::postEvent(&m_canvas, next(i));
      std::this_thread::sleep_for(kBetweenInputs);
    }
  }
  static QEvent* next(int i) {
    const QPointF place(700, 200);
    if (i % 4 < 2) {
      return new QWheelEvent(place, place, {}, {0, i % 2 == 0 ? 120 : -120}, Qt::NoButton, Qt::ControlModifier,
                             Qt::NoScrollPhase, false);
    }
    return new QKeyEvent(QEvent::KeyPress, i % 2 == 0 ? Qt::Key_Left : Qt::Key_Right, Qt::NoModifier);
  }

  FrameClock& m_clock;
  QWidget& m_canvas;
  std::atomic<bool> m_isOver = false;
  std::thread m_thread;
};

void tellRun(const FrameClock& clock, const stories::Watchdog::Stall& stall, const model::Snapshot& snapshot) {
  tell("GUI thread's work for one picture, wall", clock.wall());
  tell("the same, CPU", clock.cpu());
  judge("99 % of the pictures, wall", percentile(clock.wall(), 0.99), kFrameGoalMs);
  const auto& totals = snapshot.totals();
  std::printf("  -> events lost: %llu of %llu\n", static_cast<unsigned long long>(totals.eventsLost),
              static_cast<unsigned long long>(totals.eventsRecorded));
  tell("key or wheel to changed picture", clock.inputs());
  judge("99 % of the inputs", percentile(clock.inputs(), 0.99), kInputGoalMs);
  std::printf("  longest stall of the GUI thread: %.1f ms, of which it computed %.1f\n", stall.wallMs, stall.cpuMs);
  judge("longest stall of this run", stall.wallMs, kStallGoalMs);
}

}  // namespace

void measureLiveRun() {
  std::puts("the window at 1920 x 1080 while 64 lanes tell 200,000 events a second");
  const test::TempDir folder;
  widgets::WindowMemory memory;
  memory.isFirstRunDone = true;
  memory.lastScenario = QStringLiteral("fork-join");
  widgets::MainWindow window(environmentOf(folder), memory);
  window.resize(1920, 1080);
  window.show();
  auto* canvas = window.findChild<widgets::TimelineCanvas*>(QStringLiteral("timelineCanvas"));
  if (canvas == nullptr || !QTest::qWaitForWindowExposed(&window)) return;
  window.actionTable().of(widgets::ActionId::kRun)->trigger();
  QTest::qWait(kWarmUpMs);
  FrameClock& clock = *FrameClock::instance();
  stories::Watchdog watchdog;
  watchdog.begin();
  clock.begin(canvas);
  {
    const Hands hands(clock, *canvas);
    if (!QTest::qWaitFor([&] { return !window.runs().isLive(); }, kPatienceMs)) {
      std::puts("  not measured: the run did not end");
      return;
    }
    clock.end();
  }
  const auto& panes = window.parts().timeline->panes();
  if (panes.empty() || clock.wall().empty()) {
    std::puts("  not measured: nothing was drawn");
    return;
  }
  tellRun(clock, watchdog.longest(), *panes.back().snapshot);
}

}  // namespace threadline::bench
