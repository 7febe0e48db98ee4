// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/first_run_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/models/localized.h"

namespace threadline::widgets {

namespace {

constexpr int kCardWidth = 560;

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
  layout->addStretch(1);
  layout->addWidget(makeDoors());
  m_hint = new QLabel(this);
  m_hint->setObjectName(QStringLiteral("firstRunHint"));
  m_hint->setTextFormat(Qt::PlainText);
  m_hint->setAlignment(Qt::AlignCenter);
  layout->addWidget(m_hint);
  connect(m_card, &PredictCard::runRequested, this, &FirstRunPage::runRequested);
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

void FirstRunPage::setPrediction(const std::optional<scenario::Prediction>& prediction) {
  m_card->setPrediction(prediction);
}

void FirstRunPage::setBusyCores(double cores) {
  m_busyCores = cores;
  retranslate();
}

QString FirstRunPage::hintFor(const QObject* widget) const {
  if (widget == m_doors[0]) return tr("Examples of five documents, in the order of their text");
  if (widget == m_doors[1]) return tr("The same work as threads, tasks and processes on one axis");
  if (widget == m_doors[2]) return tr("Recording a program of your own comes in a later version");
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
  const std::array texts = {tr("&Learn from examples"), tr("&Compare"), tr("Record m&y program"), tr("&Open a file")};
  for (std::size_t i = 0; i < m_doors.size(); ++i) {
    m_doors[i]->setText(texts[i]);
    m_doors[i]->setToolTip(hintFor(m_doors[i]));
  }
  m_busy->setVisible(m_busyCores > 0);
  m_busy->setText(tr("Other programs are using the processor (%1 cores), so a fair comparison is difficult now. "
                     "You can run it all the same.")
                      .arg(m_busyCores, 0, 'f', 1));
  m_hint->setText(hintFor(m_card));
}

}  // namespace threadline::widgets
