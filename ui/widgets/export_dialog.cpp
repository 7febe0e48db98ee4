// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/export_dialog.h"

#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

#include "ui/widgets/clipboard_texts.h"
#include "ui/widgets/export_options_form.h"
#include "ui/widgets/export_preview.h"
#include "ui/widgets/picture_copying.h"
#include "ui/widgets/picture_saving.h"

namespace threadline::widgets {
namespace {

constexpr int kCoalesceMs = 60;
constexpr QSize kFirstSize(1080, 700);

bool isPictureName(const QString& path) {
  const QString ending = QFileInfo(path).suffix().toLower();
  return ending == QLatin1String("png") || ending == QLatin1String("svg") || ending == QLatin1String("pdf");
}

/// The two files of a README pair, as writeFigure names them.
QStringList pairOf(const QString& path) {
  const auto dot = path.lastIndexOf(QLatin1Char('.'));
  return {path.left(dot) + QStringLiteral("-light") + path.mid(dot),
          path.left(dot) + QStringLiteral("-dark") + path.mid(dot)};
}

template <typename Widget>
Widget* named(Widget* widget, const char* name) {
  widget->setObjectName(QLatin1String(name));
  return widget;
}

}  // namespace

ExportDialog::ExportDialog(ExportSource source, QWidget* parent)
    : QDialog(parent),
      m_form(new ExportOptionsForm(this)),  // first, for Tab to begin there
      m_preview(new ExportPreview(this)),
      m_saving(new PictureSaving(this)),
      m_commandLabel(new QLabel(this)),
      m_command(named(new QLineEdit(this), "exportCommand")),
      m_copyCommand(named(new QToolButton(this), "exportCopyCommand")),
      m_notice(named(new QLabel(this), "exportNotice")),
      m_save(named(new QPushButton(this), "exportSave")),
      m_copyPicture(named(new QPushButton(this), "exportCopyPicture")),
      m_copyMarkdown(named(new QPushButton(this), "exportCopyMarkdown")),
      m_close(named(new QPushButton(this), "exportClose")) {
  setObjectName(QStringLiteral("exportDialog"));
  setModal(false);
  m_later.setSingleShot(true);
  m_later.setInterval(kCoalesceMs);
  m_command->setReadOnly(true);
  m_command->setFont(QFont(QStringLiteral("monospace"), font().pointSize()));
  m_commandLabel->setBuddy(m_command);
  m_notice->setTextFormat(Qt::PlainText);
  m_notice->setWordWrap(true);
  m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_save->setDefault(true);
  for (QPushButton* button : {m_copyPicture, m_copyMarkdown, m_close}) button->setAutoDefault(false);
  arrange();
  connectAll();
  retranslate();
  resize(kFirstSize);
  setSource(std::move(source));
  m_form->setFocus();
}

void ExportDialog::arrange() {
  auto* scroll = new QScrollArea(this);
  scroll->setWidget(m_form);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setMinimumWidth(m_form->minimumSizeHint().width() + scroll->verticalScrollBar()->sizeHint().width());
  auto* command = new QHBoxLayout;
  command->addWidget(m_commandLabel);
  command->addWidget(m_command, 1);
  command->addWidget(m_copyCommand);
  auto* right = new QVBoxLayout;
  right->addWidget(m_preview, 1);
  right->addLayout(command);
  auto* top = new QHBoxLayout;
  top->addWidget(scroll, 2);
  top->addLayout(right, 3);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_notice, 1);
  for (QPushButton* button : {m_copyPicture, m_copyMarkdown, m_save, m_close}) buttons->addWidget(button);
  auto* all = new QVBoxLayout(this);
  all->addLayout(top, 1);
  all->addLayout(buttons);
}

void ExportDialog::connectAll() {
  connect(m_form, &ExportOptionsForm::changed, this, [this] {
    m_lastSaved.clear();
    notice(QString(), false);
    m_later.start();
  });
  connect(m_form, &ExportOptionsForm::noticed, this, [this](const QString& sentence) { notice(sentence, true); });
  connect(&m_later, &QTimer::timeout, this, &ExportDialog::refresh);
  connect(m_save, &QPushButton::clicked, this, &ExportDialog::askWhere);
  connect(m_copyPicture, &QPushButton::clicked, this, &ExportDialog::copyPicture);
  connect(m_copyMarkdown, &QPushButton::clicked, this, &ExportDialog::copyMarkdown);
  connect(m_copyCommand, &QToolButton::clicked, this, [this] {
    copyText(m_command->text());
    notice(tr("The command line is on the clipboard."), false);
  });
  connect(m_close, &QPushButton::clicked, this, &QDialog::close);
  connect(m_saving, &PictureSaving::saved, this, &ExportDialog::takeSaved);
  connect(m_saving, &PictureSaving::failed, this, [this](const QString& sentence) {
    m_save->setEnabled(true);
    notice(sentence, true);
  });
}

void ExportDialog::setSource(ExportSource source) {
  m_source = std::move(source);
  m_form->setSource(m_source);
  const bool hasCommand = static_cast<bool>(m_source.command);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_commandLabel, m_command, m_copyCommand}) {
    widget->setVisible(hasCommand);
  }
}

ExportChoice ExportDialog::choice() const {
  return m_form->choice();
}

void ExportDialog::setChoice(const ExportChoice& choice) {
  m_form->setChoice(choice);
}

/// The words of a person win, whatever the source makes of the choice.
paint::FigureSubject ExportDialog::subject() const {
  const ExportChoice wish = choice();
  paint::FigureSubject out = m_source.subject ? m_source.subject(wish) : paint::FigureSubject();
  if (wish.title) out.title = wish.title->toStdString();
  if (wish.caption) out.caption = wish.caption->toStdString();
  if (wish.alt) out.altText = wish.alt->toStdString();
  return out;
}

bool ExportDialog::canDraw(const ExportChoice& choice) {
  const bool possible = !choice.lanes.empty() && m_source.subject;
  for (QPushButton* button : {m_save, m_copyPicture, m_copyMarkdown}) button->setEnabled(possible);
  if (m_saving->isBusy()) m_save->setEnabled(false);
  return possible;
}

void ExportDialog::refresh() {
  const ExportChoice wish = choice();
  if (m_source.command) {
    m_command->setText(m_source.command(wish));
    m_command->setCursorPosition(0);
  }
  if (!canDraw(wish)) {
    m_preview->showSentence(tr("No lane is chosen. Check at least one."));
    return;
  }
  const paint::FigureSubject figure = subject();
  m_form->setOwnWords(figure);
  m_preview->setAccessibleDescription(QString::fromStdString(figure.altText));
  m_preview->showFigure(figure, wish.figure);
}

void ExportDialog::askWhere() {
  const ExportChoice wish = choice();
  const QString ending = QFileInfo(wish.fileName).suffix();
  auto* dialog = new QFileDialog(this, tr("Save the picture"), m_lastFolder);
  dialog->setObjectName(QStringLiteral("exportSaveFile"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setFileMode(QFileDialog::AnyFile);
  dialog->setNameFilter(tr("Pictures (*.png *.svg *.pdf)"));
  dialog->setDefaultSuffix(ending);
  dialog->selectFile(wish.fileName);
  connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::saveTo);
  dialog->open();
}

void ExportDialog::saveTo(const QString& path) {
  const ExportChoice wish = choice();
  const QString file = isPictureName(path) ? path : path + QLatin1Char('.') + QFileInfo(wish.fileName).suffix();
  if (wish.figure.page != paint::Page::kReadme) {
    write(file);
    return;
  }
  // The file dialog asked about a name that is not written.
  QStringList there;
  for (const QString& one : pairOf(file)) {
    if (QFileInfo::exists(one)) there += QFileInfo(one).fileName();
  }
  if (there.isEmpty()) {
    write(file);
    return;
  }
  auto* question =
      new QMessageBox(QMessageBox::Question, tr("Replace files"),
                      tr("These files exist already and would be replaced: %1").arg(there.join(QStringLiteral(", "))),
                      QMessageBox::Cancel, this);
  question->setObjectName(QStringLiteral("exportReplace"));
  question->setAttribute(Qt::WA_DeleteOnClose);
  question->setTextFormat(Qt::PlainText);
  question->setDefaultButton(QMessageBox::Cancel);
  QPushButton* replace = question->addButton(tr("&Replace"), QMessageBox::AcceptRole);
  connect(replace, &QPushButton::clicked, this, [this, file] { write(file); });
  question->open();
}

void ExportDialog::write(const QString& path) {
  const ExportChoice wish = choice();
  if (!canDraw(wish)) return;
  m_lastFolder = QFileInfo(path).absolutePath();
  if (!m_saving->save(subject(), wish.figure, path)) return;
  m_save->setEnabled(false);
  notice(tr("Writing\u2026"), false);
}

void ExportDialog::takeSaved(const QStringList& paths) {
  m_save->setEnabled(true);
  m_lastSaved = paths;
  QStringList shown;
  for (const QString& path : paths) shown += QDir::toNativeSeparators(path);
  notice(tr("Saved: %1").arg(shown.join(QStringLiteral(", "))), false);
  emit saved(paths);
}

void ExportDialog::copyPicture() {
  if (!canDraw(choice())) return;
  m_copyPicture->setEnabled(false);
  notice(tr("Drawing\u2026"), false);
  widgets::copyPicture(subject(), choice().figure, this, [this](QSize size) {
    m_copyPicture->setEnabled(true);
    if (size.isEmpty()) {
      notice(tr("The picture would be too large. Choose a smaller width or scale."), true);
      return;
    }
    notice(tr("The picture is on the clipboard (%1 \u00D7 %2 pixels).").arg(size.width()).arg(size.height()), false);
  });
}

/// For the files as they were saved; before that, for the names that they would get.
void ExportDialog::copyMarkdown() {
  const ExportChoice wish = choice();
  QStringList files;
  for (const QString& path : std::as_const(m_lastSaved)) files += QFileInfo(path).fileName();
  if (files.isEmpty()) {
    files = wish.figure.page == paint::Page::kReadme ? pairOf(wish.fileName) : QStringList{wish.fileName};
  }
  const paint::FigureSubject figure = subject();
  const std::string& described = figure.altText.empty() ? figure.caption : figure.altText;
  copyText(markdownOfPicture(files, QString::fromStdString(described), QString::fromStdString(figure.caption)));
  notice(m_lastSaved.isEmpty() ? tr("The Markdown is on the clipboard. Save the picture as %1 beside it.")
                                     .arg(files.join(QStringLiteral(", ")))
                               : tr("The Markdown is on the clipboard."),
         false);
}

void ExportDialog::notice(const QString& sentence, bool isFailure) {
  QFont font = m_notice->font();
  font.setBold(isFailure);
  m_notice->setFont(font);
  m_notice->setText(sentence);
}

void ExportDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    m_later.start();  // the picture speaks the language too
  }
  QDialog::changeEvent(event);
}

void ExportDialog::retranslate() {
  setWindowTitle(tr("Export a picture"));
  m_preview->setAccessibleName(tr("Preview of the picture"));
  m_commandLabel->setText(tr("&Command line:"));
  m_command->setAccessibleName(tr("Command line that makes the same picture"));
  m_command->setToolTip(tr("This command line makes the same picture."));
  m_copyCommand->setText(tr("Copy"));
  m_copyCommand->setAccessibleName(tr("Copy the command line"));
  m_copyCommand->setToolTip(tr("Copy the command line"));
  m_save->setText(tr("&Save\u2026"));
  m_save->setToolTip(tr("Write the picture to a file"));
  m_copyPicture->setText(tr("Cop&y picture"));
  m_copyPicture->setToolTip(tr("Put the picture on the clipboard"));
  m_copyMarkdown->setText(tr("Copy as &Markdown"));
  m_copyMarkdown->setToolTip(tr("Put Markdown that shows the picture with its caption on the clipboard"));
  m_close->setText(tr("Close"));
  m_close->setToolTip(tr("Close (Esc)"));
  m_notice->setAccessibleName(tr("Notice"));
}

}  // namespace threadline::widgets
