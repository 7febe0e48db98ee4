// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The gallery: a search field, the grouping, and the tree of a GalleryModel, ticked where a person has run it.
//
// Typing while the tree has the keys, goes to the search field; Down goes from there to the tree, Enter
// opens. A person's own scenarios have a menu of their own (right button, or the menu key).
//
// Thread: GUI. Lifetime: the model belongs to the caller and outlives the panel.

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTreeView>
#include <QWidget>

#include "ui/models/gallery_model.h"

namespace threadline::widgets {

class GalleryPanel : public QWidget {
  Q_OBJECT

 public:
  explicit GalleryPanel(QWidget* parent = nullptr);

  void setModel(models::GalleryModel* model);
  /// Shows the item as the current one without opening it.
  void select(const QString& id);
  /// Id of the current item, or empty.
  [[nodiscard]] QString selected() const;

 public slots:
  void focusSearch();

 signals:
  void opened(const QString& id);
  void renameRequested(const QString& id);
  void deleteRequested(const QString& id);
  /// A file is to become an own scenario.
  void importRequested();
  void showInFolderRequested(const QString& id);

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void retranslate();
  void search(const QString& query);
  void showGroups();
  void showMatches();
  void open(const QModelIndex& index);
  void showMenu(const QPoint& place);
  bool searchKey(QKeyEvent* event);
  bool treeKey(QKeyEvent* event);

  models::GalleryModel* m_model = nullptr;
  QLineEdit* m_search = nullptr;
  QComboBox* m_grouping = nullptr;
  QTreeView* m_tree = nullptr;
  QLabel* m_nothing = nullptr;
  QString m_selected;
};

}  // namespace threadline::widgets
