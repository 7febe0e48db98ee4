// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All scenarios and experiments as a tree of groups: the recent ones, then topics or documents, then a person's own.
//
// By document an item stands in each document that has it, at its first example there, in the order of the text. A
// query leaves what matches it (search_fold.h) and no recent group. The same item may so be in several rows.
//
// Thread: GUI.

#include <QAbstractItemModel>
#include <QStringList>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/scenario/scenario.h"

namespace threadline::models {

struct GalleryItem {
  QString id;
  scenario::LocalizedText title;
  std::string topic;
  std::int64_t order = 0;
  std::vector<std::string> documents;  // "S2-5", "RP-3"
  std::vector<std::string> keywords;
  QString file;
  bool isOwn = false;
  bool isExperiment = false;
  bool done = false;
};

/// What the gallery shows of a scenario.
[[nodiscard]] GalleryItem galleryItemOf(const scenario::Scenario& scenario, const QString& file, bool isOwn);

class GalleryModel : public QAbstractItemModel {
  Q_OBJECT

 public:
  enum class Grouping { kByTopic, kByDocument };
  Q_ENUM(Grouping)
  enum Role {
    kIdRole = Qt::UserRole,  // QString; empty for a group
    kIsDoneRole,             // bool
    kIsOwnRole,              // bool
    kIsExperimentRole,       // bool
    kPlaceRole,              // QString: "Document 3 · example 7", empty for none
    kFileRole,               // QString
    kGroupRole               // QString: what kind of group: "recent", "own", a topic, a document ("S2", "RP", "")
  };

  explicit GalleryModel(QObject* parent = nullptr);

  void setItems(std::vector<GalleryItem> items);
  void setGrouping(Grouping grouping);
  [[nodiscard]] Grouping grouping() const { return m_grouping; }
  void setQuery(const QString& query);
  [[nodiscard]] QString query() const { return m_query; }
  void setDone(const QString& id);
  /// Newest first; ids that do not exist are left out.
  void setRecent(const QStringList& ids);
  /// The words of the language that is installed now.
  void retranslate();

  [[nodiscard]] int itemCount() const { return static_cast<int>(m_items.size()); }
  /// Items that the query leaves, each once.
  [[nodiscard]] int matchCount() const;
  /// A row of the item, outside of the recent group where it can be; invalid where it is not shown.
  [[nodiscard]] QModelIndex indexOf(const QString& id) const;

  [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  struct Entry {
    std::size_t item = 0;
    std::int64_t order = 0;  // within its group
  };
  struct Group {
    QString key;
    std::vector<Entry> entries;
  };

  void rebuild();
  void addGroups(const std::vector<bool>& shown);
  void addDocumentGroups(const std::vector<bool>& shown);
  void addRecentGroup();
  [[nodiscard]] Group& group(const QString& key);
  [[nodiscard]] std::vector<bool> matching() const;
  [[nodiscard]] QString nameOfGroup(const QString& key) const;
  [[nodiscard]] QVariant dataOfItem(const GalleryItem& item, const Group& group, int role) const;
  [[nodiscard]] QString placeOf(const GalleryItem& item, const QString& document) const;
  [[nodiscard]] QString toolTipOf(const GalleryItem& item) const;
  [[nodiscard]] std::optional<std::size_t> itemNamed(const QString& id) const;

  std::vector<GalleryItem> m_items;
  std::vector<Group> m_groups;
  QStringList m_recent;
  QString m_query;
  Grouping m_grouping = Grouping::kByTopic;
};

}  // namespace threadline::models
