// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All that can be chosen about a picture: page, format, look, range, lanes, words, scale. It holds the choice and says
// when it changed; what is made of it is the dialog's.
//
// Thread: GUI.

#include <QWidget>

#include "ui/widgets/export_choice.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QSpinBox;
class QToolButton;

namespace threadline::widgets {

class ExportLaneList;
class OwnTextField;

class ExportOptionsForm : public QWidget {
  Q_OBJECT

 public:
  explicit ExportOptionsForm(QWidget* parent = nullptr);

  /// Lanes, ranges and name of another trace; the other choices stay.
  void setSource(const ExportSource& source);
  [[nodiscard]] ExportChoice choice() const;
  void setChoice(const ExportChoice& choice);
  /// The words that stand in the picture as long as nothing else was typed.
  void setOwnWords(const paint::FigureSubject& subject);
  /// The format of a file's name, where it is one of the three.
  void setFormatOf(const QString& path);

 signals:
  void changed();
  /// Something went wrong, in a sentence; empty: it went right.
  void noticed(const QString& sentence);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void arrange();
  void connectAll();
  void retranslate();
  void retranslateRanges();
  void retranslateTips();
  void showWhatApplies();
  void pageChosen();
  void askForScale();
  void takeScaleOf(const QString& path);
  [[nodiscard]] QString format() const;

  ExportSource m_source;
  std::optional<double> m_nsPerPx;
  QFormLayout* m_rows;
  QComboBox* m_page;
  QComboBox* m_format;
  QSpinBox* m_width;
  QDoubleSpinBox* m_scale;
  QComboBox* m_style;
  QComboBox* m_theme;
  QComboBox* m_range;
  QCheckBox* m_legend;
  ExportLaneList* m_lanes;
  OwnTextField* m_title;
  OwnTextField* m_caption;
  OwnTextField* m_alt;
  QWidget* m_timeScale;
  QLabel* m_timeScaleText;
  QToolButton* m_chooseScale;
  QToolButton* m_dropScale;
};

}  // namespace threadline::widgets
