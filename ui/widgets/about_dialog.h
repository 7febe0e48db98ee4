// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the program is, its version and licence. Not modal; use show().
// Thread: GUI.

#include <QDialog>

class QLabel;
class QPushButton;

namespace threadline::widgets {

class AboutDialog : public QDialog {
  Q_OBJECT
 public:
  explicit AboutDialog(QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();

  QLabel* m_name = nullptr;
  QLabel* m_text = nullptr;
  QLabel* m_licence = nullptr;
  QPushButton* m_close = nullptr;
};

}  // namespace threadline::widgets
