// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/export_options_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QToolButton>

#include <cmath>

#include "ui/scene/units.h"
#include "ui/widgets/export_lane_list.h"
#include "ui/widgets/own_text_field.h"

namespace threadline::widgets {
namespace {

constexpr int kNarrowest = 320;
constexpr int kWidest = 20'000;
constexpr int kOwnWidth = 1200;
constexpr double kSmallestScale = 0.5;
constexpr double kLargestScale = 8;

template <typename Box>
Box* named(Box* box, const char* name) {
  box->setObjectName(QLatin1String(name));
  return box;
}

QComboBox* boxOf(QWidget* parent, const char* name, std::initializer_list<int> values) {
  auto* box = named(new QComboBox(parent), name);
  for (const int value : values) box->addItem(QString(), value);
  box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  box->setMinimumContentsLength(12);
  return box;
}

template <typename Value>
Value valueOf(const QComboBox* box) {
  return static_cast<Value>(box->currentData().toInt());
}

template <typename Value>
void select(QComboBox* box, Value value) {
  box->setCurrentIndex(std::max(0, box->findData(static_cast<int>(value))));
}

QString durationOf(double ns) {
  return QString::fromStdString(scene::durationText(DurationNs{std::llround(ns)}));
}

QString endpointsOf(TimeRange range) {
  return durationOf(static_cast<double>(range.start.ns)) + QStringLiteral(" \u2026 ") +
         durationOf(static_cast<double>(range.end.ns));
}

}  // namespace

ExportOptionsForm::ExportOptionsForm(QWidget* parent)
    : QWidget(parent),
      m_rows(new QFormLayout(this)),
      m_page(boxOf(this, "exportPage",
                   {static_cast<int>(paint::Page::kBlog), static_cast<int>(paint::Page::kSlide),
                    static_cast<int>(paint::Page::kA4), static_cast<int>(paint::Page::kReadme),
                    static_cast<int>(paint::Page::kFree)})),
      m_format(named(new QComboBox(this), "exportFormat")),
      m_width(named(new QSpinBox(this), "exportWidth")),
      m_scale(named(new QDoubleSpinBox(this), "exportScale")),
      m_style(boxOf(this, "exportStyle",
                    {static_cast<int>(paint::Style::kDiagram), static_cast<int>(paint::Style::kScreen)})),
      m_theme(boxOf(this, "exportTheme",
                    {static_cast<int>(paint::ThemeKind::kLight), static_cast<int>(paint::ThemeKind::kDark)})),
      m_range(boxOf(this, "exportRange",
                    {static_cast<int>(ExportRange::kAll), static_cast<int>(ExportRange::kVisible),
                     static_cast<int>(ExportRange::kSelection)})),
      m_legend(named(new QCheckBox(this), "exportLegend")),
      m_lanes(new ExportLaneList(this)),
      m_title(named(new OwnTextField(this), "exportTitle")),
      m_caption(named(new OwnTextField(this), "exportCaption")),
      m_alt(named(new OwnTextField(this), "exportAlt")),
      m_timeScale(new QWidget(this)),
      m_timeScaleText(named(new QLabel(m_timeScale), "exportTimeScale")),
      m_chooseScale(named(new QToolButton(m_timeScale), "exportChooseScale")),
      m_dropScale(named(new QToolButton(m_timeScale), "exportDropScale")) {
  for (const char* format : {"png", "svg", "pdf"}) {
    m_format->addItem(QString::fromLatin1(format).toUpper(), QString::fromLatin1(format));
  }
  m_width->setRange(kNarrowest, kWidest);
  m_width->setSingleStep(10);
  m_width->setValue(kOwnWidth);
  m_scale->setRange(kSmallestScale, kLargestScale);
  m_scale->setSingleStep(0.5);
  m_scale->setDecimals(2);
  m_scale->setPrefix(QStringLiteral("\u00D7 "));
  m_scale->setValue(2);
  m_legend->setChecked(true);
  m_timeScaleText->setTextFormat(Qt::PlainText);
  arrange();
  connectAll();
  retranslate();
  showWhatApplies();
}

void ExportOptionsForm::arrange() {
  auto* scale = new QHBoxLayout(m_timeScale);
  scale->setContentsMargins(0, 0, 0, 0);
  scale->addWidget(m_timeScaleText, 1);
  scale->addWidget(m_chooseScale);
  scale->addWidget(m_dropScale);
  m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  m_rows->setRowWrapPolicy(QFormLayout::DontWrapRows);
  for (QWidget* field : std::initializer_list<QWidget*>{m_page, m_format, m_width, m_scale, m_style, m_theme, m_range,
                                                        m_lanes, m_title, m_caption, m_alt, m_timeScale}) {
    auto* label = new QLabel(this);
    label->setBuddy(field);
    m_rows->addRow(label, field);
  }
  m_rows->insertRow(7, QString(), m_legend);  // after the range, as Tab goes
  setFocusProxy(m_page);
}

void ExportOptionsForm::connectAll() {
  connect(m_page, &QComboBox::currentIndexChanged, this, &ExportOptionsForm::pageChosen);
  for (QComboBox* box : {m_format, m_style, m_theme, m_range}) {
    connect(box, &QComboBox::currentIndexChanged, this, [this] {
      showWhatApplies();
      emit changed();
    });
  }
  connect(m_width, &QSpinBox::valueChanged, this, &ExportOptionsForm::changed);
  connect(m_scale, &QDoubleSpinBox::valueChanged, this, &ExportOptionsForm::changed);
  connect(m_legend, &QCheckBox::toggled, this, &ExportOptionsForm::changed);
  connect(m_lanes, &ExportLaneList::changed, this, &ExportOptionsForm::changed);
  for (OwnTextField* field : {m_title, m_caption, m_alt}) {
    connect(field, &OwnTextField::changed, this, &ExportOptionsForm::changed);
  }
  connect(m_chooseScale, &QToolButton::clicked, this, &ExportOptionsForm::askForScale);
  connect(m_dropScale, &QToolButton::clicked, this, [this] {
    m_nsPerPx.reset();
    showWhatApplies();
    emit changed();
  });
}

void ExportOptionsForm::setSource(const ExportSource& source) {
  m_source = source;
  {
    const QSignalBlocker quiet(this);
    m_lanes->setLanes(source.lanes);
    setFormatOf(source.suggestedName);
    if (!source.selection && valueOf<ExportRange>(m_range) == ExportRange::kSelection) m_range->setCurrentIndex(0);
    retranslate();
    showWhatApplies();
  }
  emit changed();
}

/// A page has its usual format: paper is PDF, the others are PNG.
void ExportOptionsForm::pageChosen() {
  {
    const QSignalBlocker quiet(this);
    const bool isPaper = valueOf<paint::Page>(m_page) == paint::Page::kA4;
    if (isPaper || format() == QLatin1String("pdf")) m_format->setCurrentIndex(isPaper ? 2 : 0);
    showWhatApplies();
  }
  emit changed();
}

void ExportOptionsForm::showWhatApplies() {
  const bool isFree = valueOf<paint::Page>(m_page) == paint::Page::kFree;
  for (QWidget* field : std::initializer_list<QWidget*>{m_width, m_scale}) {
    const bool applies = isFree && (field == m_width || format() == QLatin1String("png"));
    field->setVisible(applies);
    m_rows->labelForField(field)->setVisible(applies);
  }
  m_theme->setEnabled(valueOf<paint::Page>(m_page) != paint::Page::kReadme);
  m_timeScale->setVisible(static_cast<bool>(m_source.scaleOf));
  m_rows->labelForField(m_timeScale)->setVisible(static_cast<bool>(m_source.scaleOf));
  m_dropScale->setVisible(m_nsPerPx.has_value());
  m_timeScaleText->setText(m_nsPerPx ? tr("%1 per pixel").arg(durationOf(*m_nsPerPx)) : tr("Its own"));
}

QString ExportOptionsForm::format() const {
  return m_format->currentData().toString();
}

void ExportOptionsForm::setFormatOf(const QString& path) {
  const int found = m_format->findData(QFileInfo(path).suffix().toLower());
  if (found >= 0) m_format->setCurrentIndex(found);
}

ExportChoice ExportOptionsForm::choice() const {
  ExportChoice out;
  out.figure.page = valueOf<paint::Page>(m_page);
  out.figure.style = valueOf<paint::Style>(m_style);
  out.figure.theme = valueOf<paint::ThemeKind>(m_theme);
  out.figure.legend = m_legend->isChecked();
  out.figure.nsPerPx = m_nsPerPx;
  if (out.figure.page == paint::Page::kFree) {
    if (!m_nsPerPx) out.figure.widthPx = m_width->value();  // a time scale decides the width
    if (format() == QLatin1String("png")) out.figure.scale = m_scale->value();
  }
  out.rangeKind = valueOf<ExportRange>(m_range);
  out.range = m_source.all;
  if (out.rangeKind == ExportRange::kVisible) out.range = m_source.visible;
  if (out.rangeKind == ExportRange::kSelection) out.range = m_source.selection.value_or(m_source.all);
  out.lanes = m_lanes->chosen();
  out.title = m_title->typed();
  out.caption = m_caption->typed();
  out.alt = m_alt->typed();
  const QFileInfo name(m_source.suggestedName);
  const bool hasEnding = m_format->findData(name.suffix().toLower()) >= 0;
  const QString base = hasEnding ? name.completeBaseName() : name.fileName();
  out.fileName = (base.isEmpty() ? QStringLiteral("threadline") : base) + QLatin1Char('.') + format();
  return out;
}

void ExportOptionsForm::setChoice(const ExportChoice& choice) {
  {
    const QSignalBlocker quiet(this);
    select(m_page, choice.figure.page);
    select(m_style, choice.figure.style);
    select(m_theme, choice.figure.theme);
    const bool canSelect = choice.rangeKind != ExportRange::kSelection || m_source.selection;
    select(m_range, canSelect ? choice.rangeKind : ExportRange::kAll);
    m_legend->setChecked(choice.figure.legend);
    m_nsPerPx = choice.figure.nsPerPx;
    if (choice.figure.widthPx) m_width->setValue(static_cast<int>(std::lround(*choice.figure.widthPx)));
    if (choice.figure.scale) m_scale->setValue(*choice.figure.scale);
    m_lanes->choose(choice.lanes);
    m_title->setTyped(choice.title);
    m_caption->setTyped(choice.caption);
    m_alt->setTyped(choice.alt);
    setFormatOf(choice.fileName);
    showWhatApplies();
  }
  emit changed();
}

void ExportOptionsForm::setOwnWords(const paint::FigureSubject& subject) {
  m_title->setOwnText(QString::fromStdString(subject.title));
  m_caption->setOwnText(QString::fromStdString(subject.caption));
  m_alt->setOwnText(QString::fromStdString(subject.altText));
}

void ExportOptionsForm::askForScale() {
  auto* dialog = new QFileDialog(this, tr("A picture with the wanted time scale"));
  dialog->setObjectName(QStringLiteral("exportScaleFile"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setNameFilter(tr("Pictures (*.png *.svg)"));
  connect(dialog, &QFileDialog::fileSelected, this, &ExportOptionsForm::takeScaleOf);
  dialog->open();
}

void ExportOptionsForm::takeScaleOf(const QString& path) {
  if (!m_source.scaleOf) return;
  const Result<double> scale = m_source.scaleOf(path.toStdString());
  if (!scale) {
    emit noticed(tr("This picture has no time scale that could be used: %1").arg(QFileInfo(path).fileName()));
    return;
  }
  m_nsPerPx = scale.value();
  showWhatApplies();
  emit noticed(QString());
  emit changed();
}

void ExportOptionsForm::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    showWhatApplies();
  }
  QWidget::changeEvent(event);
}

void ExportOptionsForm::retranslateRanges() {
  m_range->setItemText(0, tr("All (%1)").arg(endpointsOf(m_source.all)));
  m_range->setItemText(1, tr("What is visible (%1)").arg(endpointsOf(m_source.visible)));
  m_range->setItemText(2, m_source.selection ? tr("The selection (%1)").arg(endpointsOf(*m_source.selection))
                                             : tr("The selection (there is none)"));
  if (auto* items = qobject_cast<QStandardItemModel*>(m_range->model())) {
    items->item(2)->setEnabled(m_source.selection.has_value());
  }
}

void ExportOptionsForm::retranslate() {
  const QStringList pages{tr("Blog (720 px, PNG twice as fine)"), tr("Slide (1920 \u00D7 1080 px)"),
                          tr("A4 page (165 mm wide)"), tr("README (a light and a dark one)"), tr("Free")};
  for (int i = 0; i < m_page->count(); ++i) m_page->setItemText(i, pages[i]);
  m_style->setItemText(0, tr("Diagram"));
  m_style->setItemText(1, tr("As on the screen"));
  m_theme->setItemText(0, tr("Light"));
  m_theme->setItemText(1, tr("Dark"));
  m_width->setSuffix(tr(" px"));
  m_legend->setText(tr("&Legend"));
  m_chooseScale->setText(tr("Like a picture\u2026"));
  m_dropScale->setText(tr("Its own"));
  retranslateRanges();
  const QString lanesLabel = m_source.areRuns ? tr("Ru&ns:") : tr("La&nes:");
  const std::pair<QWidget*, QString> labels[] = {{m_page, tr("&Page:")},
                                                 {m_format, tr("F&ormat:")},
                                                 {m_width, tr("&Width:")},
                                                 {m_scale, tr("Pi&xels:")},
                                                 {m_style, tr("St&yle:")},
                                                 {m_theme, tr("Back&ground:")},
                                                 {m_range, tr("&Range:")},
                                                 {m_lanes, lanesLabel},
                                                 {m_title, tr("&Title:")},
                                                 {m_caption, tr("Capt&ion:")},
                                                 {m_alt, tr("&Alternative text:")},
                                                 {m_timeScale, tr("Time scale:")}};
  for (const auto& [field, text] : labels) {
    if (auto* label = qobject_cast<QLabel*>(m_rows->labelForField(field))) label->setText(text);
    QString plain = text;
    plain.remove(QLatin1Char('&')).remove(QLatin1Char(':'));
    if (field != m_lanes) field->setAccessibleName(plain);
  }
  retranslateTips();
}

void ExportOptionsForm::retranslateTips() {
  m_page->setToolTip(tr("Where the picture will stand: it decides width, text sizes and pixels."));
  m_format->setToolTip(tr("The ending of the file's name decides as well."));
  m_width->setToolTip(tr("Width of the layout"));
  m_scale->setToolTip(tr("Pixels of the file for each pixel of the layout"));
  m_style->setToolTip(tr("Diagram: high rows for print and pages. As on the screen: low rows."));
  m_theme->setToolTip(tr("Light or dark background"));
  m_range->setToolTip(tr("The part of the run that is drawn"));
  m_legend->setToolTip(tr("With or without the legend"));
  m_title->setToolTip(tr("Title of the picture"));
  m_caption->setToolTip(tr("What the picture shows, below it"));
  m_alt->setToolTip(tr("Description for people who do not see the picture; it stands in the file."));
  m_chooseScale->setToolTip(
      tr("Takes the time scale of a picture that Threadline made, so that both can be compared."));
  m_chooseScale->setAccessibleName(tr("Take the time scale of another picture"));
  m_dropScale->setToolTip(tr("Back to a time scale of its own"));
  m_dropScale->setAccessibleName(tr("Back to a time scale of its own"));
}

}  // namespace threadline::widgets
