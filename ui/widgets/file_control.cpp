// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/file_control.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QSaveFile>

#include "ui/widgets/comparison_panel.h"
#include "ui/widgets/error_words.h"
#include "ui/widgets/notice_bar.h"

namespace threadline::widgets {
namespace {

constexpr qsizetype kMostRecent = 10;
constexpr qint64 kSniffBytes = 4096;

/// A scenario begins with an object that has the key "threadline" and no events.
bool looksLikeScenario(const QString& path) {
  if (path.endsWith(QLatin1String(".threadline"), Qt::CaseInsensitive)) return true;
  if (!path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive)) return false;
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return false;
  const QByteArray head = file.read(kSniffBytes);
  return head.contains("\"threadline\"") && !head.contains("traceEvents");
}

QFileDialog* dialogFor(QWidget& window, const QString& title, const QString& folder, const QString& filter) {
  auto* dialog = new QFileDialog(&window, title, folder, filter);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  return dialog;
}

}  // namespace

FileControl::FileControl(QWidget& window, const WindowEnvironment& environment, RunControl& runs, NoticeBar& notices)
    : QObject(&window), m_window(window), m_environment(environment), m_runs(runs), m_notices(notices) {
  connect(&m_files, &models::TraceFiles::opened, this,
          [this](const QString& path, const models::RunRecordPtr& record, const QStringList& repairs) {
            note(path);
            m_runs.add(QFileInfo(path).fileName(), record);
            if (!repairs.isEmpty()) {
              m_notices.show(Severity::kWarning, tr("The file was damaged and is shown as far as it could be read: %1")
                                                     .arg(repairs.join(QStringLiteral("; ")).left(400)));
            }
          });
  connect(&m_files, &models::TraceFiles::saved, this, [this](quint64 id, const QString& path) {
    m_runs.runs().setSaved(id, true);
    note(path);
    m_notices.show(Severity::kInformation, tr("Saved: %1").arg(QDir::toNativeSeparators(path)));
  });
  connect(&m_files, &models::TraceFiles::failed, this,
          [this](const Error& error) { m_notices.show(Severity::kError, ErrorWords::textOf(error)); });
}

void FileControl::fill(QMenu& menu) {
  menu.clear();
  for (const QString& path : m_recent) {
    QAction* action = menu.addAction(QFileInfo(path).fileName());
    action->setToolTip(path);
    action->setEnabled(QFileInfo::exists(path));
    connect(action, &QAction::triggered, this, [this, path] { open(path); });
  }
  menu.addSeparator();
  QAction* forget = menu.addAction(tr("Forget these"));
  forget->setEnabled(!m_recent.isEmpty());
  connect(forget, &QAction::triggered, this, [this] {
    m_recent.clear();
    emit recentChanged();
  });
}

void FileControl::askOpen() {
  QFileDialog* dialog = dialogFor(m_window, tr("Open a trace or a scenario"), m_folder,
                                  tr("Traces and scenarios (*.json *.csv *.json.gz *.threadline);;All files (*)"));
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, &FileControl::open);
  dialog->open();
}

void FileControl::askSave() {
  if (const auto run = m_runs.shownRun()) {
    askSave(*run);
  } else {
    m_notices.show(Severity::kInformation, tr("There is no finished run to save. Run something first."));
  }
}

void FileControl::askSave(quint64 run) {
  const models::RunItem* item = m_runs.runs().run(run);
  if (!item) return;
  const QString name =
      item->record->scenario.id.empty() ? QStringLiteral("trace") : QString::fromStdString(item->record->scenario.id);
  QFileDialog* dialog = dialogFor(m_window, tr("Save the run"), QDir(m_folder).filePath(name + QStringLiteral(".json")),
                                  tr("Chrome trace (*.json);;Spans as a table (*.csv)"));
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("json"));
  connect(dialog, &QFileDialog::fileSelected, this,
          [this, run, record = item->record](const QString& path) { m_files.save(run, record, path); });
  dialog->open();
}

void FileControl::askSaveTable(const ComparisonPanel& table) {
  if (table.asCsv().isEmpty()) return;
  QFileDialog* dialog =
      dialogFor(m_window, tr("Save the table"), QDir(m_folder).filePath(QStringLiteral("comparison.csv")),
                tr("Raw numbers (*.csv);;Markdown table (*.md)"));
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("csv"));
  connect(dialog, &QFileDialog::fileSelected, this,
          [this, csv = table.asCsv(), markdown = table.asMarkdown()](const QString& path) {
            saveText(path, path.endsWith(QLatin1String(".md"), Qt::CaseInsensitive) ? markdown : csv);
          });
  dialog->open();
}

/// Whole or not at all: what stood there before stays when the disk is full.
void FileControl::saveText(const QString& path, const QString& text) {
  QSaveFile file(path);
  const QByteArray bytes = text.toUtf8();
  const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
  const QString shown = QDir::toNativeSeparators(path);
  if (!isWritten) {
    m_notices.show(Severity::kError, tr("%1 could not be written: %2").arg(shown, file.errorString()));
    return;
  }
  m_folder = QFileInfo(path).absolutePath();
  m_notices.show(Severity::kInformation, tr("Saved: %1").arg(shown));
}

void FileControl::open(const QString& path) {
  if (looksLikeScenario(path)) {
    openScenario(path);
  } else {
    m_files.open(path);
  }
}

void FileControl::openScenario(const QString& path) {
  if (m_runs.isLive()) {
    m_notices.show(Severity::kInformation, tr("Stop the run before you open another example."));
    return;
  }
  const auto read = m_environment.readScenario(path);
  if (!read) {
    m_notices.show(Severity::kError, ErrorWords::textOf(read.error()));
    return;
  }
  note(path);
  m_runs.choose(read.value());
}

void FileControl::note(const QString& path) {
  const QString absolute = QFileInfo(path).absoluteFilePath();
  m_folder = QFileInfo(path).absolutePath();
  m_recent.removeAll(absolute);
  m_recent.prepend(absolute);
  while (m_recent.size() > kMostRecent) m_recent.removeLast();
  emit recentChanged();
}

}  // namespace threadline::widgets
