// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/settings_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace threadline::widgets {

SettingsDialog::SettingsDialog(QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("settingsDialog"));
  setModal(false);
  addFields();
  addButtons();
  retranslate();
  setPreferences({});
}

void SettingsDialog::addFields() {
  m_language = new QComboBox(this);
  m_language->setObjectName(QStringLiteral("settingsLanguage"));
  m_language->addItem(QString(), QString());
  // Each language calls itself by its own name, whatever the window speaks.
  m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
  m_language->addItem(QStringLiteral("한국어"), QStringLiteral("ko"));
  m_theme = new QComboBox(this);
  m_theme->setObjectName(QStringLiteral("settingsTheme"));
  m_theme->addItems({QString(), QString(), QString()});
  m_font = new QSpinBox(this);
  m_font->setObjectName(QStringLiteral("settingsFont"));
  m_font->setRange(kSmallestText, kLargestText);
  m_font->setSingleStep(5);
  m_font->setSuffix(QStringLiteral(" %"));
  m_font->setKeyboardTracking(false);
  m_runs = new QSpinBox(this);
  m_runs->setObjectName(QStringLiteral("settingsRuns"));
  m_runs->setRange(1, 200);
  m_runs->setKeyboardTracking(false);
  m_wheel = new QCheckBox(this);
  m_wheel->setObjectName(QStringLiteral("settingsWheel"));
  m_motion = new QCheckBox(this);
  m_motion->setObjectName(QStringLiteral("settingsMotion"));

  m_form = new QFormLayout;
  const auto addRow = [this](QLabel*& name, QWidget* field) {
    name = new QLabel(this);
    name->setBuddy(field);
    m_form->addRow(name, field);
  };
  addRow(m_languageName, m_language);
  addRow(m_themeName, m_theme);
  addRow(m_fontName, m_font);
  addRow(m_runsName, m_runs);
  m_form->addRow(m_wheel);
  m_form->addRow(m_motion);
  connect(m_language, &QComboBox::currentIndexChanged, this, &SettingsDialog::tell);
  connect(m_theme, &QComboBox::currentIndexChanged, this, &SettingsDialog::tell);
  connect(m_font, &QSpinBox::valueChanged, this, &SettingsDialog::tell);
  connect(m_runs, &QSpinBox::valueChanged, this, &SettingsDialog::tell);
  connect(m_wheel, &QCheckBox::toggled, this, &SettingsDialog::tell);
  connect(m_motion, &QCheckBox::toggled, this, &SettingsDialog::tell);
}

void SettingsDialog::addButtons() {
  m_layout = new QPushButton(this);
  m_layout->setObjectName(QStringLiteral("settingsResetLayout"));
  m_recent = new QPushButton(this);
  m_recent->setObjectName(QStringLiteral("settingsClearRecent"));
  connect(m_layout, &QPushButton::clicked, this, &SettingsDialog::resetLayoutRequested);
  connect(m_recent, &QPushButton::clicked, this, &SettingsDialog::clearRecentRequested);
  auto* row = new QHBoxLayout;
  row->addWidget(m_layout);
  row->addWidget(m_recent);
  row->addStretch(1);
  m_box = new QDialogButtonBox(this);
  m_defaults = m_box->addButton(QString(), QDialogButtonBox::ResetRole);
  m_defaults->setObjectName(QStringLiteral("settingsDefaults"));
  m_close = m_box->addButton(QString(), QDialogButtonBox::RejectRole);
  m_close->setObjectName(QStringLiteral("settingsClose"));
  m_close->setDefault(true);
  connect(m_box, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_defaults, &QPushButton::clicked, this, [this] {
    setPreferences({});
    m_told = {};
    emit preferencesChanged(m_told);
  });
  auto* column = new QVBoxLayout(this);
  column->addLayout(m_form);
  column->addLayout(row);
  column->addStretch(1);
  column->addWidget(m_box);
}

void SettingsDialog::setPreferences(const Preferences& preferences) {
  m_isFilling = true;
  m_language->setCurrentIndex(std::max(0, m_language->findData(preferences.language)));
  m_theme->setCurrentIndex(std::clamp(preferences.theme, 0, 2));
  m_wheel->setChecked(preferences.wheelZooms);
  m_font->setValue(preferences.fontPercent);
  m_runs->setValue(preferences.runsKept);
  m_motion->setChecked(preferences.reducedMotion);
  m_isFilling = false;
  m_told = this->preferences();
}

Preferences SettingsDialog::preferences() const {
  return {m_language->currentData().toString(),
          m_theme->currentIndex(),
          m_wheel->isChecked(),
          m_font->value(),
          m_runs->value(),
          m_motion->isChecked()};
}

void SettingsDialog::tell() {
  if (m_isFilling || preferences() == m_told) return;
  m_told = preferences();
  emit preferencesChanged(m_told);
}

void SettingsDialog::retranslate() {
  setWindowTitle(tr("Settings"));
  m_languageName->setText(tr("&Language"));
  m_themeName->setText(tr("&Theme"));
  m_fontName->setText(tr("&Font size"));
  m_runsName->setText(tr("&Runs in the list"));
  m_language->setItemText(0, tr("As the system"));
  m_theme->setItemText(0, tr("As the system"));
  m_theme->setItemText(1, tr("Light"));
  m_theme->setItemText(2, tr("Dark"));
  m_wheel->setText(tr("The mouse &wheel zooms"));
  m_wheel->setToolTip(tr("Otherwise the wheel scrolls, and zooms while Ctrl is held."));
  m_motion->setText(tr("Less &motion"));
  m_motion->setToolTip(tr("The picture jumps to its place instead of gliding there."));
  m_font->setToolTip(tr("Size of all texts of the window, compared with the system's"));
  m_runs->setToolTip(tr("The oldest run goes when there are more, unless it is kept."));
  m_layout->setText(tr("Reset the &panels"));
  m_layout->setToolTip(tr("Put all panels back to where they were at first"));
  m_recent->setText(tr("&Clear recent files"));
  m_recent->setToolTip(tr("Empty the list of recent files; the files stay"));
  m_defaults->setText(tr("Restore &defaults"));
  m_close->setText(tr("Close"));
  m_language->setAccessibleName(tr("Language"));
  m_theme->setAccessibleName(tr("Theme"));
  m_font->setAccessibleName(tr("Font size in per cent"));
  m_runs->setAccessibleName(tr("Runs in the list"));
}

void SettingsDialog::changeEvent(QEvent* event) {
  QDialog::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace threadline::widgets
