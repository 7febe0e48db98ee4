// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Export of a picture: what can be chosen, the real figure beside it as it will be, and where it goes: a file, the
// clipboard, Markdown, or the command line that would make it again. Not modal: the window goes on meanwhile.
//
// Thread: GUI. Composing and writing happen in threads of their own (ExportPreview, PictureSaving).

#include <QDialog>
#include <QStringList>
#include <QTimer>

#include "ui/widgets/export_choice.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace threadline::widgets {

class ExportOptionsForm;
class ExportPreview;
class PictureSaving;

class ExportDialog : public QDialog {
  Q_OBJECT

 public:
  explicit ExportDialog(ExportSource source, QWidget* parent = nullptr);

  /// Another trace, or another range or selection of the same: the choices stay where they still apply.
  void setSource(ExportSource source);
  [[nodiscard]] ExportChoice choice() const;
  void setChoice(const ExportChoice& choice);
  /// Writes the picture there; its ending is the format, and the chosen one where it has none. `saved` or the dialog's
  /// notice line tells the end. A README pair asks first where one of its two files is there.
  void saveTo(const QString& path);

 signals:
  void saved(const QStringList& paths);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void arrange();
  void connectAll();
  void retranslate();
  void refresh();
  void askWhere();
  void write(const QString& path);
  void copyPicture();
  void copyMarkdown();
  void notice(const QString& sentence, bool isFailure);
  void takeSaved(const QStringList& paths);
  [[nodiscard]] paint::FigureSubject subject() const;
  [[nodiscard]] bool canDraw(const ExportChoice& choice);

  ExportSource m_source;
  ExportOptionsForm* m_form;
  ExportPreview* m_preview;
  PictureSaving* m_saving;
  QLabel* m_commandLabel;
  QLineEdit* m_command;
  QToolButton* m_copyCommand;
  QLabel* m_notice;
  QPushButton* m_save;
  QPushButton* m_copyPicture;
  QPushButton* m_copyMarkdown;
  QPushButton* m_close;
  QTimer m_later;           // many changes at once make one picture
  QStringList m_lastSaved;  // of the choice as it is
  QString m_lastFolder;
};

}  // namespace threadline::widgets
