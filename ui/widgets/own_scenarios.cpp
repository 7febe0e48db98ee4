// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/own_scenarios.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

#include "core/scenario/scenario_reader.h"
#include "core/scenario/title_edit.h"
#include "ui/models/localized.h"
#include "ui/widgets/error_words.h"
#include "ui/widgets/notice_bar.h"

namespace threadline::widgets {

OwnScenarios::OwnScenarios(QWidget& window, WindowEnvironment& environment, NoticeBar& notices)
    : QObject(&window), m_window(window), m_environment(environment), m_notices(notices) {}

models::LibraryScenario* OwnScenarios::own(const QString& id) {
  auto& all = m_environment.library.scenarios;
  const std::string wanted = id.toStdString();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.isOwn() && one.scenario->id == wanted; });
  return found == all.end() ? nullptr : &*found;
}

bool OwnScenarios::write(const QString& path, const std::string& json) {
  QSaveFile file(path);
  const auto size = static_cast<qint64>(json.size());
  if (file.open(QIODevice::WriteOnly) && file.write(json.data(), size) == size && file.commit()) return true;
  m_notices.show(
      Severity::kError,
      tr("The example could not be written to %1: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
  return false;
}

void OwnScenarios::askImport(const QString& folder) {
  auto* dialog =
      new QFileDialog(&m_window, tr("Import an example"), folder, tr("Examples (*.threadline *.json);;All files (*)"));
  dialog->setObjectName(QStringLiteral("importDialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, &OwnScenarios::import);
  dialog->open();
}

void OwnScenarios::import(const QString& path) {
  auto read = m_environment.readScenario(path);
  if (!read) {
    m_notices.show(Severity::kError, ErrorWords::textOf(read.error()));
    return;
  }
  models::LibraryScenario scenario = read.take();
  auto& all = m_environment.library.scenarios;
  const bool isTaken =
      std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.scenario->id == scenario.scenario->id; });
  if (isTaken) {
    m_notices.show(
        Severity::kWarning,
        tr(R"(There is an example with the id "%1" already. Give the file another "id" and import it again.)")
            .arg(QString::fromStdString(scenario.scenario->id)));
    return;
  }
  QDir().mkpath(m_environment.ownFolder);
  const QString target = QDir(m_environment.ownFolder).filePath(QFileInfo(path).fileName());
  const bool isThere = QFileInfo::exists(target) && QFileInfo(target) != QFileInfo(path);
  if (isThere) {
    m_notices.show(Severity::kWarning, tr("There is a file of this name already. Rename yours and import it again: %1")
                                           .arg(QDir::toNativeSeparators(target)));
    return;
  }
  if (!write(target, scenario.json)) return;
  scenario.file = target.toStdString();
  const QString id = QString::fromStdString(scenario.scenario->id);
  all.push_back(std::move(scenario));
  emit libraryChanged();
  emit imported(id);
}

void OwnScenarios::askRename(const QString& id) {
  const models::LibraryScenario* scenario = own(id);
  if (!scenario) return;
  auto* dialog = new QInputDialog(&m_window);
  dialog->setObjectName(QStringLiteral("renameDialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Rename the example"));
  dialog->setLabelText(tr("Its name in the list of examples:"));
  dialog->setTextValue(models::localized(scenario->scenario->title));
  if (auto* line = dialog->findChild<QLineEdit*>()) line->setMaxLength(kLongestName);
  connect(dialog, &QInputDialog::textValueSelected, this, [this, id](const QString& name) { rename(id, name); });
  dialog->open();
}

void OwnScenarios::rename(const QString& id, const QString& name) {
  models::LibraryScenario* scenario = own(id);
  const std::string title = name.simplified().left(kLongestName).toStdString();
  if (!scenario || title.empty()) return;
  // One name in both languages: it is the person's word and has no translation.
  auto json = scenario::withTitle(scenario->json, {title, title});
  auto read = json ? scenario::readScenario(*json) : scenario::ReadResult{};
  if (!read.scenario) {
    m_notices.show(Severity::kError, tr("The example could not be renamed. Change \"title\" in its file: %1")
                                         .arg(QDir::toNativeSeparators(QString::fromStdString(scenario->file))));
    return;
  }
  if (!write(QString::fromStdString(scenario->file), *json)) return;
  scenario->json = std::move(*json);
  scenario->scenario = std::make_shared<const scenario::Scenario>(std::move(*read.scenario));
  emit libraryChanged();
  emit renamed(id);
}

void OwnScenarios::askDelete(const QString& id) {
  const models::LibraryScenario* scenario = own(id);
  if (!scenario) return;
  auto* box = new QMessageBox(QMessageBox::Question, tr("Delete the example"),
                              tr("Move \"%1\" to the wastebasket?").arg(models::localized(scenario->scenario->title)),
                              QMessageBox::Cancel, &m_window);
  box->setObjectName(QStringLiteral("deleteQuestion"));
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setTextFormat(Qt::PlainText);
  box->setDefaultButton(QMessageBox::Cancel);
  const QPushButton* yes = box->addButton(tr("&Delete"), QMessageBox::DestructiveRole);
  connect(yes, &QPushButton::clicked, this, [this, id] { remove(id); });
  box->open();
}

void OwnScenarios::remove(const QString& id) {
  const models::LibraryScenario* scenario = own(id);
  if (!scenario) return;
  const QString file = QString::fromStdString(scenario->file);
  // Without the folder that the wastebasket stands in, Qt 6.4 takes the current one for the wastebasket.
  QDir().mkpath(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
  if (QFileInfo::exists(file) && !QFile::moveToTrash(file)) {
    m_notices.show(Severity::kError, tr("The file could not be moved to the wastebasket. Delete it in its folder: %1")
                                         .arg(QDir::toNativeSeparators(file)));
    return;
  }
  auto& all = m_environment.library.scenarios;
  all.erase(all.begin() + (scenario - all.data()));
  emit libraryChanged();
}

void OwnScenarios::showInFolder(const QString& id) {
  const models::LibraryScenario* scenario = own(id);
  if (!scenario) return;
  const QString folder = QFileInfo(QString::fromStdString(scenario->file)).absolutePath();
  if (QDesktopServices::openUrl(QUrl::fromLocalFile(folder))) return;
  m_notices.show(Severity::kInformation, tr("It is in the folder %1").arg(QDir::toNativeSeparators(folder)));
}

}  // namespace threadline::widgets
