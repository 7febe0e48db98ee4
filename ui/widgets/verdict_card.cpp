// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/verdict_card.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/models/localized.h"

namespace threadline::widgets {
namespace {

struct Link {
  qsizetype begin = 0;
  qsizetype length = 0;
  int figure = 0;
};

bool isInNumber(const QString& text, qsizetype at, int step) {
  const auto isDigit = [&](qsizetype place) { return place >= 0 && place < text.size() && text[place].isDigit(); };
  if (isDigit(at)) return true;
  const bool isPoint = at >= 0 && at < text.size() && (text[at] == QLatin1Char('.') || text[at] == QLatin1Char(','));
  return isPoint && isDigit(at + step);
}

bool isTaken(const std::vector<Link>& links, qsizetype begin, qsizetype length) {
  return std::any_of(links.begin(), links.end(),
                     [&](const Link& link) { return begin < link.begin + link.length && link.begin < begin + length; });
}

std::vector<Link> linksIn(const QString& text, const QStringList& figures) {
  std::vector<Link> links;
  for (int i = 0; i < figures.size(); ++i) {
    const QString& figure = figures[i];
    if (figure.isEmpty()) continue;
    for (qsizetype at = text.indexOf(figure); at >= 0; at = text.indexOf(figure, at + 1)) {
      const bool isWhole = !isInNumber(text, at - 1, -1) && !isInNumber(text, at + figure.size(), 1);
      if (!isWhole || isTaken(links, at, figure.size())) continue;
      links.push_back({at, figure.size(), i});
      break;
    }
  }
  std::sort(links.begin(), links.end(), [](const Link& a, const Link& b) { return a.begin < b.begin; });
  return links;
}

}  // namespace

VerdictCard::VerdictCard(QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("verdictCard"));
  setFrameShape(QFrame::StyledPanel);
  auto* column = new QVBoxLayout(this);
  column->setSpacing(2);
  m_heading = new QLabel(this);
  m_heading->setObjectName(QStringLiteral("verdictHeading"));
  m_heading->setTextFormat(Qt::PlainText);
  m_heading->setWordWrap(true);
  QFont bold = m_heading->font();
  bold.setBold(true);
  m_heading->setFont(bold);
  m_text = new QLabel(this);
  m_text->setObjectName(QStringLiteral("verdictText"));
  m_text->setTextFormat(Qt::RichText);
  m_text->setWordWrap(true);
  m_text->setTextInteractionFlags(Qt::TextBrowserInteraction);
  column->addWidget(m_heading);
  column->addWidget(m_text);
  connect(m_text, &QLabel::linkActivated, this, [this](const QString& link) {
    const auto index = static_cast<std::size_t>(link.toUInt());
    if (index < m_advice.figures.size()) emit figureActivated(m_advice.figures[index]);
  });
  refresh();
}

QString VerdictCard::linked(const QString& text, const QStringList& figures) {
  QString out;
  qsizetype done = 0;
  for (const Link& link : linksIn(text, figures)) {
    out += text.mid(done, link.begin - done).toHtmlEscaped();
    out += QStringLiteral("<a href=\"%1\">%2</a>")
               .arg(QString::number(link.figure), text.mid(link.begin, link.length).toHtmlEscaped());
    done = link.begin + link.length;
  }
  return out + text.mid(done).toHtmlEscaped();
}

void VerdictCard::setAdvice(const report::Advice& advice) {
  m_advice = advice;
  refresh();
}

void VerdictCard::clear() {
  setAdvice({});
}

QString VerdictCard::text() const {
  return models::localized(m_advice.text);
}

void VerdictCard::refresh() {
  setAccessibleName(tr("What follows"));
  switch (m_advice.confidence) {
    case report::Confidence::kHigh: m_heading->setText(tr("What follows (sure)")); break;
    case report::Confidence::kMedium: m_heading->setText(tr("What follows (fairly sure)")); break;
    case report::Confidence::kLow: m_heading->setText(tr("What follows (not sure)")); break;
    case report::Confidence::kNone: m_heading->setText(tr("What follows")); break;
  }
  QStringList figures;
  for (const report::VerdictFigure& figure : m_advice.figures) figures += QString::fromStdString(figure.text);
  const QString said = text();
  m_text->setText(linked(said, figures));
  m_text->setAccessibleName(said);
  m_text->setToolTip(figures.isEmpty() ? QString() : tr("Each number shows its place on the timeline."));
  setVisible(!said.isEmpty());
}

void VerdictCard::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) refresh();
  QFrame::changeEvent(event);
}

}  // namespace threadline::widgets
