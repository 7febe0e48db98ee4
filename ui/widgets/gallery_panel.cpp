// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gallery_panel.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/widgets/gallery_delegate.h"

namespace threadline::widgets {

using models::GalleryModel;

GalleryPanel::GalleryPanel(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("galleryPanel"));
  m_search = new QLineEdit(this);
  m_search->setObjectName(QStringLiteral("gallerySearch"));
  m_search->setClearButtonEnabled(true);
  m_search->installEventFilter(this);
  m_grouping = new QComboBox(this);
  m_grouping->setObjectName(QStringLiteral("galleryGrouping"));
  m_grouping->addItem(QString(), QVariant::fromValue(GalleryModel::Grouping::kByTopic));
  m_grouping->addItem(QString(), QVariant::fromValue(GalleryModel::Grouping::kByDocument));
  m_tree = new QTreeView(this);
  m_tree->setObjectName(QStringLiteral("galleryTree"));
  m_tree->setHeaderHidden(true);
  m_tree->setItemDelegate(new GalleryDelegate(m_tree));
  m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
  m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_tree->setExpandsOnDoubleClick(true);
  m_tree->setIndentation(12);
  m_tree->installEventFilter(this);
  m_nothing = new QLabel(this);
  m_nothing->setObjectName(QStringLiteral("galleryNothing"));
  m_nothing->setTextFormat(Qt::PlainText);
  m_nothing->setWordWrap(true);
  m_nothing->setAlignment(Qt::AlignCenter);
  m_nothing->hide();

  auto* layout = new QVBoxLayout(this);
  layout->addWidget(m_search);
  layout->addWidget(m_grouping);
  layout->addWidget(m_tree, 1);
  layout->addWidget(m_nothing, 1);

  connect(m_search, &QLineEdit::textChanged, this, &GalleryPanel::search);
  connect(m_grouping, &QComboBox::currentIndexChanged, this, [this](int index) {
    if (m_model) m_model->setGrouping(m_grouping->itemData(index).value<GalleryModel::Grouping>());
  });
  connect(m_tree, &QTreeView::clicked, this, &GalleryPanel::open);
  connect(m_tree, &QTreeView::customContextMenuRequested, this, &GalleryPanel::showMenu);
  retranslate();
}

void GalleryPanel::setModel(GalleryModel* model) {
  if (m_model) m_model->disconnect(this);
  m_model = model;
  m_tree->setModel(model);
  if (!model) return;
  {
    const QSignalBlocker quiet(m_grouping);
    m_grouping->setCurrentIndex(m_grouping->findData(QVariant::fromValue(model->grouping())));
  }
  connect(model, &GalleryModel::modelReset, this, &GalleryPanel::showMatches);
  connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
    const QString id = current.data(GalleryModel::kIdRole).toString();
    if (!id.isEmpty()) m_selected = id;
  });
  showMatches();
}

// Every group is open: with some sixty items in eight groups, what is folded away is not found.
void GalleryPanel::showGroups() {
  m_tree->expandAll();
  const QModelIndex current = m_model->indexOf(m_selected);
  if (!current.isValid()) return;
  m_tree->setCurrentIndex(current);
  m_tree->scrollTo(current);
}

void GalleryPanel::showMatches() {
  showGroups();
  const bool isEmpty = m_model->rowCount() == 0;
  m_nothing->setVisible(isEmpty);
  m_tree->setVisible(!isEmpty);
  m_nothing->setText(
      m_model->itemCount() == 0
          ? tr("There is no example here yet.")
          : tr("No example matches \"%1\". Try another word, or clear the search.").arg(m_model->query()));
}

void GalleryPanel::search(const QString& query) {
  if (m_model) m_model->setQuery(query);
}

void GalleryPanel::select(const QString& id) {
  m_selected = id;
  if (m_model) showGroups();
}

QString GalleryPanel::selected() const {
  return m_tree->currentIndex().data(GalleryModel::kIdRole).toString();
}

void GalleryPanel::focusSearch() {
  m_search->setFocus(Qt::ShortcutFocusReason);
  m_search->selectAll();
}

void GalleryPanel::open(const QModelIndex& index) {
  const QString id = index.data(GalleryModel::kIdRole).toString();
  if (id.isEmpty()) return;
  m_selected = id;
  emit opened(id);
}

void GalleryPanel::showMenu(const QPoint& place) {
  const QModelIndex index = m_tree->indexAt(place);
  const QString id = index.data(GalleryModel::kIdRole).toString();
  const bool isOwn = index.data(GalleryModel::kIsOwnRole).toBool();
  auto* menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("galleryMenu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  if (!id.isEmpty()) menu->addAction(tr("&Open"), this, [this, id] { emit opened(id); });
  if (isOwn) {
    menu->addAction(tr("Re&name…"), this, [this, id] { emit renameRequested(id); });
    menu->addAction(tr("&Delete…"), this, [this, id] { emit deleteRequested(id); });
    menu->addAction(tr("&Show in folder"), this, [this, id] { emit showInFolderRequested(id); });
    menu->addSeparator();
  }
  menu->addAction(tr("&Import an example…"), this, [this] { emit importRequested(); });
  menu->popup(m_tree->viewport()->mapToGlobal(place));
}

bool GalleryPanel::searchKey(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (event->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
    m_search->clear();
    return true;
  }
  if (!m_model || (event->key() != Qt::Key_Down && !isEnter)) return false;
  if (selected().isEmpty() || isEnter) {
    const QModelIndex first = m_model->index(0, 0, m_model->index(0, 0));
    const bool isShown = m_tree->currentIndex().isValid() && !m_search->text().isEmpty() && !selected().isEmpty();
    if (!isShown) m_tree->setCurrentIndex(first);
  }
  if (isEnter) {
    open(m_tree->currentIndex());
  } else {
    m_tree->setFocus(Qt::TabFocusReason);
  }
  return true;
}

bool GalleryPanel::treeKey(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    open(m_tree->currentIndex());
    return true;
  }
  const QString text = event->text();
  const bool isTyping = !text.isEmpty() && text[0].isPrint() && !text[0].isSpace() &&
                        (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
  // The tree knows these as "open group", "close group".
  if (!isTyping || text == QLatin1String("+") || text == QLatin1String("-") || text == QLatin1String("*")) return false;
  m_search->setFocus(Qt::OtherFocusReason);
  m_search->setText(text);
  return true;
}

bool GalleryPanel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    auto* key = static_cast<QKeyEvent*>(event);
    if (watched == m_search && searchKey(key)) return true;
    if (watched == m_tree && treeKey(key)) return true;
  }
  return QWidget::eventFilter(watched, event);
}

void GalleryPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void GalleryPanel::retranslate() {
  m_search->setPlaceholderText(tr("Search examples"));
  m_search->setAccessibleName(tr("Search examples"));
  m_search->setToolTip(tr("Words, names such as ThreadPoolExecutor, or initial consonants (Ctrl+G)"));
  m_grouping->setItemText(0, tr("By topic"));
  m_grouping->setItemText(1, tr("By document"));
  m_grouping->setAccessibleName(tr("Order of the examples"));
  m_grouping->setToolTip(tr("By topic, or in the order of the documents' text"));
  m_tree->setAccessibleName(tr("Examples"));
  if (!m_model) return;
  m_model->retranslate();
  showMatches();
}

}  // namespace threadline::widgets
