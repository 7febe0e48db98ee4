// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/parameter_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QUndoCommand>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/models/localized.h"
#include "ui/widgets/int64_spin_box.h"
#include "ui/widgets/parameter_field.h"
#include "ui/widgets/parameter_words.h"

namespace threadline::widgets {

namespace {

constexpr std::int64_t kLongestLimitSeconds = std::int64_t{24} * 3600;
constexpr int kEditId = 1;

std::string textOf(const scenario::Value& value) {
  if (value.asBool()) return *value.asBool() ? "true" : "false";
  if (value.asInteger()) return std::to_string(*value.asInteger());
  return value.asText() ? *value.asText() : std::string();
}

Result<scenario::ParameterValues> bound(const scenario::Scenario& scenario, const scenario::ParameterValues& values) {
  std::vector<std::pair<std::string, std::string>> settings;
  for (const auto& [name, value] : values) settings.emplace_back(name, textOf(value));
  return scenario::bindParameters(scenario, {}, settings);
}

}  // namespace

/// One edit: all values before and after. Edits of the same field in a row are one.
class ParameterEdit : public QUndoCommand {
 public:
  ParameterEdit(ParameterPanel* panel, ParameterPanel::State after, std::string field)
      : m_panel(panel), m_before(panel->m_state), m_after(std::move(after)), m_field(std::move(field)) {}

  void undo() override { m_panel->apply(m_before); }
  void redo() override { m_panel->apply(m_after); }
  [[nodiscard]] int id() const override { return kEditId; }
  bool mergeWith(const QUndoCommand* other) override {
    const auto* next = static_cast<const ParameterEdit*>(other);
    if (m_field.empty() || next->m_field != m_field) return false;
    m_after = next->m_after;
    return true;
  }

 private:
  ParameterPanel* m_panel;
  ParameterPanel::State m_before;
  ParameterPanel::State m_after;
  std::string m_field;  // empty: a preset, which is an edit by itself
};

ParameterPanel::ParameterPanel(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("parameterPanel"));
  m_presetLabel = new QLabel(this);
  m_presets = new QComboBox(this);
  m_presets->setObjectName(QStringLiteral("parameterPresets"));
  m_presetLabel->setBuddy(m_presets);
  m_reset = new QPushButton(this);
  m_reset->setObjectName(QStringLiteral("parameterReset"));
  m_reset->setAutoDefault(false);
  auto* top = new QHBoxLayout;
  top->addWidget(m_presetLabel);
  top->addWidget(m_presets, 1);
  top->addWidget(m_reset);

  auto* scroll = new QScrollArea(this);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  m_form = new QWidget(scroll);
  m_rows = new QFormLayout(m_form);
  m_rows->setContentsMargins(0, 4, 4, 4);
  m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  m_rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
  scroll->setWidget(m_form);

  m_note = new QLabel(this);
  m_note->setObjectName(QStringLiteral("parameterNote"));
  m_note->setTextFormat(Qt::PlainText);
  m_note->setWordWrap(true);
  m_note->hide();
  m_general = new QLabel(this);
  m_general->setObjectName(QStringLiteral("parameterComplaint"));
  m_general->setTextFormat(Qt::PlainText);
  m_general->setWordWrap(true);
  m_general->hide();
  m_limitLabel = new QLabel(this);
  m_limit = new Int64SpinBox(this);
  m_limit->setObjectName(QStringLiteral("timeLimit"));
  m_limit->setRange(0, kLongestLimitSeconds);
  m_limitLabel->setBuddy(m_limit);
  auto* bottom = new QHBoxLayout;
  bottom->addWidget(m_limitLabel);
  bottom->addWidget(m_limit, 1);

  auto* layout = new QVBoxLayout(this);
  layout->addLayout(top);
  layout->addWidget(m_note);
  layout->addWidget(scroll, 1);
  layout->addWidget(m_general);
  layout->addLayout(bottom);
  connect(m_presets, &QComboBox::activated, this,
          [this](int index) { choosePreset(m_presets->itemData(index).toString()); });
  connect(m_reset, &QPushButton::clicked, this, [this] { choosePreset(defaultPreset()); });
  retranslate();
}

QString ParameterPanel::defaultPreset() const {
  return m_scenario.preset("quick") ? QStringLiteral("quick") : QStringLiteral("document");
}

scenario::ParameterValues ParameterPanel::valuesOf(const QString& preset) const {
  scenario::ParameterValues values;
  for (const scenario::Parameter& parameter : m_scenario.parameters) values[parameter.name] = parameter.defaultValue;
  if (const scenario::Preset* known = m_scenario.preset(preset.toStdString())) {
    for (const auto& [name, value] : known->values) values[name] = value;
  }
  return values;
}

void ParameterPanel::setScenario(const scenario::Scenario& scenario, const QString& preset) {
  m_scenario = scenario;
  m_unrefused = scenario;
  m_unrefused.refuse.clear();
  m_undo.clear();
  m_lastEdited.clear();
  makeFields();
  const QString chosen = m_scenario.preset(preset.toStdString()) ? preset : QStringLiteral("document");
  fillPresets();
  apply({valuesOf(chosen), chosen});
}

void ParameterPanel::setNote(const QString& note) {
  m_note->setText(note);
  m_note->setVisible(!note.isEmpty());
}

void ParameterPanel::setValues(const scenario::ParameterValues& values, const QString& preset) {
  State state{m_state.values, preset};
  for (const scenario::Parameter& parameter : m_scenario.parameters) {
    const auto found = values.find(parameter.name);
    if (found != values.end() && scenario::accepts(parameter, found->second)) {
      state.values[parameter.name] = found->second;
    }
  }
  if (state.values != valuesOf(preset)) state.preset.clear();
  if (!(state == m_state)) m_undo.push(new ParameterEdit(this, state, {}));
}

void ParameterPanel::makeFields() {
  for (ParameterField* field : m_fields) m_rows->removeRow(field);
  m_fields.clear();
  m_labels.clear();
  for (const scenario::Parameter& parameter : m_scenario.parameters) {
    auto* field = new ParameterField(parameter, m_form);
    auto* label = new QLabel(m_form);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(field->editor());
    m_rows->addRow(label, field);
    m_fields.push_back(field);
    m_labels.push_back(label);
    connect(field, &ParameterField::edited, this, &ParameterPanel::edit);
    connect(field, &ParameterField::varyRequested, this, &ParameterPanel::varyRequested);
    field->editor()->installEventFilter(this);  // a spin box has its line's keys
    label->setText(models::localized(parameter.label));
  }
}

void ParameterPanel::fillPresets() {
  const QSignalBlocker quiet(m_presets);
  m_presets->clear();
  std::vector<QString> names;
  for (const scenario::Preset& preset : m_scenario.presets) names.push_back(QString::fromStdString(preset.name));
  const QString document = QStringLiteral("document");
  if (std::find(names.begin(), names.end(), document) == names.end()) names.push_back(document);
  // The quick one first: it is the one to begin with.
  std::stable_partition(names.begin(), names.end(), [](const QString& name) { return name == QLatin1String("quick"); });
  for (const QString& name : names) m_presets->addItem(ParameterWords::preset(name), name);
  m_presets->setCurrentIndex(m_presets->findData(m_state.preset));
}

void ParameterPanel::choosePreset(const QString& preset) {
  const QString known = m_presets->findData(preset) < 0 ? QStringLiteral("document") : preset;
  const State chosen{valuesOf(known), known};
  if (!(chosen == m_state)) m_undo.push(new ParameterEdit(this, chosen, {}));
}

void ParameterPanel::edit(const std::string& name, const scenario::Value& value) {
  State state{m_state.values, {}};
  const scenario::Parameter* parameter = m_scenario.parameter(name);
  if (!parameter || !scenario::accepts(*parameter, value) || state.values[name] == value) return;
  state.values[name] = value;
  m_lastEdited = name;
  m_undo.push(new ParameterEdit(this, state, name));
}

void ParameterPanel::apply(const State& state) {
  m_state = state;
  for (ParameterField* field : m_fields) field->setValue(m_state.values[field->name()]);
  {
    const QSignalBlocker quiet(m_presets);
    m_presets->setCurrentIndex(m_state.preset.isEmpty() ? -1 : m_presets->findData(m_state.preset));
  }
  judge();
  emit valuesChanged();
}

bool ParameterPanel::canRun(const scenario::ParameterValues& values) const {
  const auto result = bound(m_unrefused, values);
  return result || result.error().code != ErrorCode::kUnsupported;
}

void ParameterPanel::judge() {
  for (ParameterField* field : m_fields) {
    if (field->parameter().type != scenario::ParameterType::kChoice) continue;
    const auto isThere = [&](const scenario::Value& value) {
      scenario::ParameterValues values = m_state.values;
      values[field->name()] = value;
      return canRun(values);
    };
    field->setAvailability(isThere, tr("This version cannot run this choice yet."));
  }
  std::vector<std::string> names;
  m_complaint.clear();
  if (const scenario::Refusal* refusal = scenario::refusalFor(m_scenario, m_state.values)) {
    m_complaint = models::localized(refusal->text);
    names = refusal->when.names();
  } else if (const auto result = bound(m_scenario, m_state.values); !result) {
    m_complaint = result.error().code == ErrorCode::kUnsupported
                      ? tr("This version cannot run these values yet.")
                      : tr("These values cannot be run: %1").arg(QString::fromStdString(result.error().message));
  }
  showComplaint(names);
}

// At the field that was edited last, if it has a part in it: there the person is looking. Else at the first that has.
void ParameterPanel::showComplaint(const std::vector<std::string>& names) {
  const auto hasPart = [&](const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  std::string place = hasPart(m_lastEdited) ? m_lastEdited : std::string();
  for (const ParameterField* field : m_fields) {
    if (place.empty() && hasPart(field->name())) place = field->name();
  }
  for (ParameterField* field : m_fields) field->setComplaint(field->name() == place ? m_complaint : QString());
  m_general->setText(place.empty() ? m_complaint : QString());
  m_general->setVisible(!m_general->text().isEmpty());
}

std::optional<DurationNs> ParameterPanel::timeLimit() const {
  if (m_limit->value() == 0) return {};
  return seconds(m_limit->value());
}

void ParameterPanel::setTimeLimit(std::optional<DurationNs> limit) {
  m_limit->setValue(limit ? limit->ns / seconds(1).ns : 0);
}

void ParameterPanel::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) return QWidget::keyPressEvent(event);
  if (isValid()) emit runRequested();
}

// A field's own undo knows its letters only; here it takes back the edit, whichever field that was in.
bool ParameterPanel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isUndo = key->matches(QKeySequence::Undo);
    if (isUndo || key->matches(QKeySequence::Redo)) {
      if (event->type() == QEvent::ShortcutOverride) {
        event->ignore();  // an action of the window may have it
        return true;
      }
      isUndo ? m_undo.undo() : m_undo.redo();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void ParameterPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void ParameterPanel::retranslate() {
  m_presetLabel->setText(tr("&Values"));
  m_presets->setAccessibleName(tr("Set of values"));
  m_presets->setToolTip(tr("Sets of values that this example comes with"));
  m_presets->setPlaceholderText(tr("Your own values"));
  m_reset->setText(tr("&Reset"));
  m_reset->setToolTip(tr("Back to the values that the example starts with"));
  m_limitLabel->setText(tr("&Time limit"));
  m_limit->setUnit(tr("s"));
  m_limit->setMinimumText(tr("none"));
  m_limit->setAccessibleName(tr("Time limit in seconds"));
  m_limit->setToolTip(tr("The run is stopped after this time"));
  fillPresets();
  for (std::size_t i = 0; i < m_fields.size(); ++i) {
    m_labels[i]->setText(models::localized(m_fields[i]->parameter().label));
    m_fields[i]->retranslate();
  }
  judge();
}

}  // namespace threadline::widgets
