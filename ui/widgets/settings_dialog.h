// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Settings, in a dialog that does not stand in the way: what is changed takes effect at once, so there is no Apply and
// nothing is lost by closing it. Use show().
//
// Thread: GUI.

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace threadline::widgets {

struct Preferences {
  QString language;         // "": as the system, "en", "ko"
  int theme = 0;            // 0 as the system, 1 light, 2 dark
  bool wheelZooms = false;  // else it scrolls, and zooms with Ctrl
  int fontPercent = 100;    // 75 ... 200
  int runsKept = 20;        // 1 ... 200
  bool reducedMotion = false;
  friend bool operator==(const Preferences&, const Preferences&) = default;
};

class SettingsDialog : public QDialog {
  Q_OBJECT
 public:
  static constexpr int kSmallestText = 75;  // per cent of the system's
  static constexpr int kLargestText = 200;

  explicit SettingsDialog(QWidget* parent = nullptr);

  /// Shows these; no signal.
  void setPreferences(const Preferences& preferences);
  [[nodiscard]] Preferences preferences() const;

 signals:
  void preferencesChanged(const Preferences& preferences);
  void resetLayoutRequested();
  void clearRecentRequested();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void addFields();
  void addButtons();
  void retranslate();
  void tell();

  Preferences m_told;
  bool m_isFilling = false;
  QFormLayout* m_form = nullptr;
  QLabel* m_languageName = nullptr;
  QLabel* m_themeName = nullptr;
  QLabel* m_fontName = nullptr;
  QLabel* m_runsName = nullptr;
  QComboBox* m_language = nullptr;
  QComboBox* m_theme = nullptr;
  QCheckBox* m_wheel = nullptr;
  QSpinBox* m_font = nullptr;
  QSpinBox* m_runs = nullptr;
  QCheckBox* m_motion = nullptr;
  QPushButton* m_layout = nullptr;
  QPushButton* m_recent = nullptr;
  QPushButton* m_defaults = nullptr;
  QPushButton* m_close = nullptr;
  QDialogButtonBox* m_box = nullptr;
};

}  // namespace threadline::widgets
