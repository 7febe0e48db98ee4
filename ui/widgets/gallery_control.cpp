// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gallery_control.h"

#include "ui/widgets/gallery_panel.h"
#include "ui/widgets/notice_bar.h"

namespace threadline::widgets {

GalleryControl::GalleryControl(QWidget& window, WindowEnvironment& environment, const WindowParts& parts,
                               RunControl& runs, RunPresenter& presenter)
    : QObject(&window),
      m_environment(environment),
      m_parts(parts),
      m_runs(runs),
      m_presenter(presenter),
      m_own(window, environment, *parts.notices) {
  m_parts.gallery->setModel(&m_gallery);
  connectParts();
}

void GalleryControl::connectParts() {
  GalleryPanel* panel = m_parts.gallery;
  connect(panel, &GalleryPanel::opened, this, &GalleryControl::open);
  connect(panel, &GalleryPanel::renameRequested, &m_own, &OwnScenarios::askRename);
  connect(panel, &GalleryPanel::deleteRequested, &m_own, &OwnScenarios::askDelete);
  connect(panel, &GalleryPanel::showInFolderRequested, &m_own, &OwnScenarios::showInFolder);
  connect(panel, &GalleryPanel::importRequested, &m_own, [this] { m_own.askImport(QString()); });
  connect(&m_own, &OwnScenarios::libraryChanged, this, &GalleryControl::fill);
  connect(&m_own, &OwnScenarios::imported, this, &GalleryControl::open);
  connect(&m_own, &OwnScenarios::renamed, this, [this](const QString& id) {
    if (m_runs.chosenId() == id) m_runs.readAgain();
  });
  connect(&m_runs, &RunControl::chosenChanged, this, [this] { m_parts.gallery->select(m_runs.chosenId()); });
  connect(&m_runs, &RunControl::liveChanged, this, [this](bool isLive) {
    if (isLive) noteRun();
  });
  connect(&m_runs, &RunControl::done, this, [this](const QString& id) {
    if (m_done.contains(id)) return;
    m_done += id;
    m_gallery.setDone(id);
    emit changed();
  });
}

void GalleryControl::restore(const QStringList& done, const QStringList& recent) {
  m_done = done;
  m_recent = recent.mid(0, kMostRecent);
  fill();
}

void GalleryControl::fill() {
  std::vector<models::GalleryItem> items;
  for (const models::LibraryScenario& one : m_environment.library.scenarios) {
    items.push_back(models::galleryItemOf(*one.scenario, QString::fromStdString(one.file), one.isOwn()));
  }
  for (const models::LibraryExperiment& one : m_environment.library.experiments) {
    models::GalleryItem item;
    item.id = QString::fromStdString(one.id);
    item.title = one.title;
    item.topic = one.topic;
    item.order = one.order;
    item.documents = one.documents;
    item.keywords = one.keywords;
    item.isExperiment = true;
    items.push_back(std::move(item));
  }
  for (models::GalleryItem& item : items) item.done = m_done.contains(item.id);
  m_gallery.setRecent(m_recent);
  m_gallery.setItems(std::move(items));
}

void GalleryControl::open(const QString& id) {
  if (m_runs.isLive()) {
    m_parts.notices->show(Severity::kInformation, tr("Stop the run before you choose another example."));
    return;
  }
  m_presenter.clear();
  m_runs.choose(id);
}

void GalleryControl::noteRun() {
  const QString id = m_runs.chosenId();
  if (id.isEmpty() || (!m_recent.isEmpty() && m_recent.front() == id)) return;
  m_recent.removeAll(id);
  m_recent.prepend(id);
  m_recent = m_recent.mid(0, kMostRecent);
  m_gallery.setRecent(m_recent);
  emit changed();
}

}  // namespace threadline::widgets
