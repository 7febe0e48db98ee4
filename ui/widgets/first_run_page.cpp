// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/first_run_page.h"

#include <QEvent>
#include <QHBoxLayout>

#include "ui/models/localized.h"
#include "ui/scene/units.h"

namespace threadline::widgets {

namespace {

constexpr int kCardWidth = 560;
constexpr std::size_t kAbout = 1;  // the guess that is right: under the GIL it stays the same

QString factorText(double factor) {
  return QString::number(factor, 'f', 2) + QStringLiteral("×");
}

}  // namespace

FirstRunPage::FirstRunPage(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("firstRunPage"));
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(makeLanguages(), 0, Qt::AlignRight);
  layout->addStretch(1);
  m_card = new PredictCard(this);
  m_card->setLarge(true);
  m_card->setFixedWidth(kCardWidth);
  layout->addWidget(m_card, 0, Qt::AlignHCenter);
  m_busy = new QLabel(this);
  m_busy->setObjectName(QStringLiteral("firstRunBusy"));
  m_busy->setTextFormat(Qt::PlainText);
  m_busy->setWordWrap(true);
  m_busy->setAlignment(Qt::AlignCenter);
  m_busy->hide();
  layout->addWidget(m_busy);
  m_middle = new QVBoxLayout;
  layout->addLayout(m_middle, 4);
  layout->addWidget(makeFigures(), 0, Qt::AlignHCenter);
  m_zoom = new QPushButton(this);
  m_zoom->setObjectName(QStringLiteral("firstRunZoom"));
  m_zoom->setAutoDefault(false);
  m_zoom->hide();
  layout->addWidget(m_zoom, 0, Qt::AlignHCenter);
  layout->addStretch(1);
  layout->addWidget(makeDoors());
  m_hint = new QLabel(this);
  m_hint->setObjectName(QStringLiteral("firstRunHint"));
  m_hint->setTextFormat(Qt::PlainText);
  m_hint->setAlignment(Qt::AlignCenter);
  layout->addWidget(m_hint);
  connect(m_card, &PredictCard::runRequested, this, &FirstRunPage::runRequested);
  connect(m_zoom, &QPushButton::clicked, this, &FirstRunPage::zoomRequested);
  askQuestion();
  setFocusProxy(m_card);
  retranslate();
}

QWidget* FirstRunPage::makeLanguages() {
  auto* row = new QWidget(this);
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  const auto add = [&](const QString& text, const char* name, const QString& code) {
    auto* button = new QPushButton(text, row);
    button->setObjectName(QLatin1String(name));
    button->setCheckable(true);
    button->setAutoDefault(false);
    layout->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, code] {
      retranslate();  // the button that is pressed in stays the one of the language there is
      emit languageRequested(code);
    });
    return button;
  };
  // Each in its own language, so never translated.
  m_korean = add(QStringLiteral("한국어"), "languageKorean", QStringLiteral("ko"));
  m_english = add(QStringLiteral("English"), "languageEnglish", QStringLiteral("en"));
  return row;
}

QWidget* FirstRunPage::makeFigures() {
  m_figureRow = new QWidget(this);
  auto* layout = new QHBoxLayout(m_figureRow);
  layout->setSpacing(48);
  for (std::size_t i = 0; i < m_figures.size(); ++i) {
    auto* label = new QLabel(m_figureRow);
    label->setObjectName(QStringLiteral("firstRunFigure.%1").arg(i));
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * 1.5);
    font.setBold(true);
    label->setFont(font);
    layout->addWidget(label);
    m_figures[i] = label;
  }
  m_figureRow->hide();
  return m_figureRow;
}

QWidget* FirstRunPage::makeDoors() {
  auto* row = new QWidget(this);
  auto* layout = new QHBoxLayout(row);
  const std::array names = {"doorLearn", "doorCompare", "doorRecord", "doorOpen"};
  for (std::size_t i = 0; i < m_doors.size(); ++i) {
    auto* door = new QPushButton(row);
    door->setObjectName(QLatin1String(names[i]));
    door->setAutoDefault(false);
    door->setMinimumHeight(44);
    door->installEventFilter(this);
    layout->addWidget(door, 1);
    m_doors[i] = door;
  }
  connect(m_doors[0], &QPushButton::clicked, this, &FirstRunPage::learnRequested);
  connect(m_doors[1], &QPushButton::clicked, this, &FirstRunPage::compareRequested);
  connect(m_doors[2], &QPushButton::clicked, this, &FirstRunPage::recordRequested);
  connect(m_doors[3], &QPushButton::clicked, this, &FirstRunPage::openRequested);
  m_card->installEventFilter(this);
  return row;
}

// The question is data in both languages, as a scenario's is, so that one card serves both.
void FirstRunPage::askQuestion() {
  m_card->setQuestion(
      {"Do two threads make it twice as fast?", "스레드 두 개면 두 배 빨라질까요?"},
      {{"Twice as fast", "두 배 빨라집니다"}, {"The same", "그대로입니다"}, {"Slower", "더 느려집니다"}}, kAbout);
}

void FirstRunPage::setPicture(QWidget* picture) {
  if (m_picture == picture) return;
  if (m_picture) {
    m_middle->removeWidget(m_picture);
    m_picture->hide();
  }
  m_picture = picture;
  if (!m_picture) return;
  m_middle->addWidget(m_picture);
  m_picture->show();
}

void FirstRunPage::setRunning(bool isRunning) {
  m_card->setRunning(isRunning);
}

void FirstRunPage::setBusyCores(double cores) {
  m_busyCores = cores;
  retranslate();
}

void FirstRunPage::showAnswer(int guess, const FirstRunFigures& figures) {
  m_isAnswered = true;
  m_guess = guess;
  m_times = figures;
  showFigures();
}

void FirstRunPage::clear() {
  m_isAnswered = false;
  askQuestion();
  showFigures();
}

void FirstRunPage::showFigures() {
  m_figureRow->setVisible(m_isAnswered);
  m_zoom->setVisible(m_isAnswered);
  if (!m_isAnswered) return;
  const std::array names = {tr("1 thread"), tr("2 threads"), tr("2 processes")};
  const std::array times = {m_times.oneThread, m_times.twoThreads, m_times.twoProcesses};
  const auto one = static_cast<double>(m_times.oneThread.ns);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const QString factor = one > 0 ? factorText(static_cast<double>(times[i].ns) / one) : QString();
    const QString time = QString::fromStdString(scene::durationText(times[i]));
    m_figures[i]->setText(names[i] + QLatin1Char('\n') + time + QLatin1Char('\n') + factor);
    m_figures[i]->setAccessibleName(names[i] + QStringLiteral(": ") + time + QStringLiteral(", ") + factor);
  }
  m_card->showAnswer(m_guess, tr("Under the GIL two threads take turns. Two processes have a GIL each and work side by "
                                 "side."));
}

QString FirstRunPage::hintFor(const QObject* widget) const {
  if (widget == m_doors[0]) return tr("Examples of five documents, in the order of their text");
  if (widget == m_doors[1]) return tr("The same work as threads, tasks and processes on one axis");
  if (widget == m_doors[2]) return tr("See on what a program of your own waits");
  if (widget == m_doors[3]) return tr("Open an example or a recorded run");
  return tr("Choose a guess, then press Enter");
}

bool FirstRunPage::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Enter || event->type() == QEvent::FocusIn) m_hint->setText(hintFor(watched));
  if (event->type() == QEvent::Leave) m_hint->setText(hintFor(m_card));
  return QWidget::eventFilter(watched, event);
}

void FirstRunPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void FirstRunPage::retranslate() {
  m_korean->setChecked(models::isKorean());
  m_english->setChecked(!models::isKorean());
  m_korean->setToolTip(QStringLiteral("한국어로 보기"));
  m_english->setToolTip(QStringLiteral("Show in English"));
  const std::array texts = {tr("&Learn from examples"), tr("&Compare"), tr("&Record my program"), tr("&Open a file")};
  for (std::size_t i = 0; i < m_doors.size(); ++i) {
    m_doors[i]->setText(texts[i]);
    m_doors[i]->setToolTip(hintFor(m_doors[i]));
  }
  m_zoom->setText(tr("&Take a closer look"));
  m_zoom->setToolTip(tr("Shows how the two threads hand over to each other"));
  m_busy->setVisible(m_busyCores > 0);
  m_busy->setText(tr("Other programs are using the processor (%1 cores), so a fair comparison is difficult now. "
                     "You can run it all the same.")
                      .arg(m_busyCores, 0, 'f', 1));
  m_hint->setText(hintFor(m_card));
  showFigures();
}

}  // namespace threadline::widgets
