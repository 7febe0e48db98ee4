// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/gallery_model.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "core/scenario/search_fold.h"
#include "ui/models/localized.h"
#include "ui/models/plain_tool_tip.h"

namespace threadline::models {

namespace {

const QString kRecentKey = QStringLiteral("recent");
const QString kOwnKey = QStringLiteral("own");

// The order in which topics are learnt, and documents are read.
constexpr std::array kTopicOrder = {"threads", "gil", "processes", "exchange", "io", "classics"};
constexpr std::array kDocumentOrder = {"S0", "S1", "S2", "S3", "S4", "RP", ""};

template <std::size_t N>
std::size_t placeIn(const std::array<const char*, N>& order, const QString& key) {
  const auto* const found =
      std::find_if(order.begin(), order.end(), [&](const char* one) { return key == QLatin1String(one); });
  return static_cast<std::size_t>(found - order.begin());
}

/// "S2-5" → "S2" and 5.
struct DocumentPlace {
  QString document;
  std::int64_t example = 0;
};
DocumentPlace placeOfText(const std::string& text) {
  const std::size_t dash = text.find('-');
  DocumentPlace place{QString::fromStdString(text.substr(0, dash)), 0};
  if (dash == std::string::npos) return place;
  std::from_chars(text.data() + dash + 1, text.data() + text.size(), place.example);
  return place;
}

}  // namespace

GalleryItem galleryItemOf(const scenario::Scenario& scenario, const QString& file, bool isOwn) {
  GalleryItem item;
  item.id = QString::fromStdString(scenario.id);
  item.title = scenario.title;
  item.topic = scenario.topic;
  item.order = scenario.order;
  item.documents = scenario.documents;
  item.keywords = scenario.keywords;
  item.file = file;
  item.isOwn = isOwn;
  return item;
}

GalleryModel::GalleryModel(QObject* parent) : QAbstractItemModel(parent) {}

void GalleryModel::setItems(std::vector<GalleryItem> items) {
  m_items = std::move(items);
  rebuild();
}

void GalleryModel::setGrouping(Grouping grouping) {
  if (grouping == m_grouping) return;
  m_grouping = grouping;
  rebuild();
}

void GalleryModel::setQuery(const QString& query) {
  if (query == m_query) return;
  m_query = query;
  rebuild();
}

void GalleryModel::setRecent(const QStringList& ids) {
  if (ids == m_recent) return;
  m_recent = ids;
  rebuild();
}

void GalleryModel::setDone(const QString& id) {
  const auto item = itemNamed(id);
  if (!item || m_items[*item].done) return;
  m_items[*item].done = true;
  for (std::size_t g = 0; g < m_groups.size(); ++g) {
    const auto& entries = m_groups[g].entries;
    for (std::size_t row = 0; row < entries.size(); ++row) {
      if (entries[row].item != *item) continue;
      const QModelIndex changed = index(static_cast<int>(row), 0, index(static_cast<int>(g), 0));
      emit dataChanged(changed, changed, {kIsDoneRole, Qt::AccessibleTextRole});
    }
  }
}

void GalleryModel::retranslate() {
  if (m_groups.empty()) return;
  emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
  for (int row = 0; row < rowCount(); ++row) {
    const QModelIndex group = index(row, 0);
    emit dataChanged(index(0, 0, group), index(rowCount(group) - 1, 0, group));
  }
}

std::optional<std::size_t> GalleryModel::itemNamed(const QString& id) const {
  const auto found = std::find_if(m_items.begin(), m_items.end(), [&](const auto& item) { return item.id == id; });
  if (found == m_items.end()) return {};
  return static_cast<std::size_t>(found - m_items.begin());
}

std::vector<bool> GalleryModel::matching() const {
  std::vector<bool> shown(m_items.size(), true);
  const std::string query = m_query.trimmed().toStdString();
  if (query.empty()) return shown;
  for (std::size_t i = 0; i < m_items.size(); ++i) {
    const GalleryItem& item = m_items[i];
    std::vector<std::string> texts = {item.title.en, item.title.ko, item.id.toStdString()};
    texts.insert(texts.end(), item.keywords.begin(), item.keywords.end());
    texts.insert(texts.end(), item.documents.begin(), item.documents.end());
    shown[i] = scenario::matches(query, texts);
  }
  return shown;
}

int GalleryModel::matchCount() const {
  const std::vector<bool> shown = matching();
  return static_cast<int>(std::count(shown.begin(), shown.end(), true));
}

GalleryModel::Group& GalleryModel::group(const QString& key) {
  const auto found = std::find_if(m_groups.begin(), m_groups.end(), [&](const Group& one) { return one.key == key; });
  if (found != m_groups.end()) return *found;
  return m_groups.emplace_back(Group{key, {}});
}

void GalleryModel::addGroups(const std::vector<bool>& shown) {
  for (std::size_t i = 0; i < m_items.size(); ++i) {
    const GalleryItem& item = m_items[i];
    if (shown[i]) group(item.isOwn ? kOwnKey : QString::fromStdString(item.topic)).entries.push_back({i, item.order});
  }
}

void GalleryModel::addDocumentGroups(const std::vector<bool>& shown) {
  for (std::size_t i = 0; i < m_items.size(); ++i) {
    if (!shown[i]) continue;
    if (m_items[i].isOwn || m_items[i].documents.empty()) {
      group(m_items[i].isOwn ? kOwnKey : QString()).entries.push_back({i, m_items[i].order});
      continue;
    }
    for (const std::string& text : m_items[i].documents) {
      const DocumentPlace place = placeOfText(text);
      auto& entries = group(place.document).entries;
      const auto here =
          std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.item == i; });
      if (here == entries.end()) {
        entries.push_back({i, place.example});
      } else {
        here->order = std::min(here->order, place.example);
      }
    }
  }
}

void GalleryModel::addRecentGroup() {
  Group recent{kRecentKey, {}};
  for (const QString& id : m_recent) {
    if (const auto item = itemNamed(id)) {
      recent.entries.push_back({*item, static_cast<std::int64_t>(recent.entries.size())});
    }
  }
  if (!recent.entries.empty()) m_groups.insert(m_groups.begin(), std::move(recent));
}

void GalleryModel::rebuild() {
  beginResetModel();
  m_groups.clear();
  const std::vector<bool> shown = matching();
  const bool isByTopic = m_grouping == Grouping::kByTopic;
  isByTopic ? addGroups(shown) : addDocumentGroups(shown);
  const auto placeOfGroup = [isByTopic](const Group& one) {
    if (one.key == kOwnKey) return std::numeric_limits<std::size_t>::max();
    return isByTopic ? placeIn(kTopicOrder, one.key) : placeIn(kDocumentOrder, one.key);
  };
  std::stable_sort(m_groups.begin(), m_groups.end(),
                   [&](const Group& a, const Group& b) { return placeOfGroup(a) < placeOfGroup(b); });
  for (Group& one : m_groups) {
    std::stable_sort(one.entries.begin(), one.entries.end(),
                     [](const Entry& a, const Entry& b) { return a.order < b.order; });
  }
  if (m_query.trimmed().isEmpty()) addRecentGroup();
  endResetModel();
}

QModelIndex GalleryModel::indexOf(const QString& id) const {
  const auto item = itemNamed(id);
  QModelIndex found;
  for (std::size_t g = 0; item && g < m_groups.size(); ++g) {
    const auto& entries = m_groups[g].entries;
    const auto here = std::find_if(entries.begin(), entries.end(), [&](const Entry& one) { return one.item == *item; });
    if (here == entries.end()) continue;
    found = index(static_cast<int>(here - entries.begin()), 0, index(static_cast<int>(g), 0));
    if (m_groups[g].key != kRecentKey) break;
  }
  return found;
}

// An item's index carries its group's row + 1; a group's carries 0.
QModelIndex GalleryModel::index(int row, int column, const QModelIndex& parent) const {
  if (!hasIndex(row, column, parent)) return {};
  return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr{0});
}

QModelIndex GalleryModel::parent(const QModelIndex& child) const {
  if (!child.isValid() || child.internalId() == 0) return {};
  return createIndex(static_cast<int>(child.internalId() - 1), 0, quintptr{0});
}

int GalleryModel::rowCount(const QModelIndex& parent) const {
  if (!parent.isValid()) return static_cast<int>(m_groups.size());
  if (parent.internalId() != 0 || parent.column() != 0) return 0;
  return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].entries.size());
}

int GalleryModel::columnCount(const QModelIndex& /*parent*/) const {
  return 1;
}

Qt::ItemFlags GalleryModel::flags(const QModelIndex& index) const {
  if (!index.isValid()) return Qt::NoItemFlags;
  return index.internalId() == 0 ? Qt::ItemIsEnabled
                                 : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QVariant GalleryModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const bool isGroup = index.internalId() == 0;
  const auto g = static_cast<std::size_t>(isGroup ? index.row() : static_cast<int>(index.internalId() - 1));
  if (g >= m_groups.size()) return {};
  const Group& group = m_groups[g];
  if (role == kGroupRole) return group.key;
  if (isGroup) {
    if (role == kIdRole || role == kPlaceRole || role == kFileRole) return QString();
    if (role == Qt::ToolTipRole) return plainToolTip(nameOfGroup(group.key));
    return role == Qt::DisplayRole ? nameOfGroup(group.key) : QVariant();
  }
  return dataOfItem(m_items[group.entries[static_cast<std::size_t>(index.row())].item], group, role);
}

QVariant GalleryModel::dataOfItem(const GalleryItem& item, const Group& group, int role) const {
  switch (role) {
    case Qt::DisplayRole: return localized(item.title);
    case Qt::ToolTipRole: return plainToolTip(toolTipOf(item));
    case Qt::AccessibleTextRole: return item.done ? tr("%1, done").arg(localized(item.title)) : localized(item.title);
    case kIdRole: return item.id;
    case kIsDoneRole: return item.done;
    case kIsOwnRole: return item.isOwn;
    case kIsExperimentRole: return item.isExperiment;
    case kPlaceRole: return m_grouping == Grouping::kByDocument ? placeOf(item, group.key) : QString();
    case kFileRole: return item.file;
    default: return {};
  }
}

QString GalleryModel::placeOf(const GalleryItem& item, const QString& document) const {
  std::int64_t first = 0;
  for (const std::string& text : item.documents) {
    const DocumentPlace place = placeOfText(text);
    if (place.document == document && (first == 0 || place.example < first)) first = place.example;
  }
  if (first == 0) return {};
  if (document.size() == 2 && document[0] == QLatin1Char('S')) {
    return tr("Document %1 · example %2").arg(document.mid(1).toInt() + 1).arg(first);
  }
  return tr("Article · example %1").arg(first);
}

QString GalleryModel::toolTipOf(const GalleryItem& item) const {
  QStringList lines = {localized(item.title)};
  if (item.isExperiment) lines.push_back(tr("Comparison of several runs"));
  QStringList places;
  for (const std::string& text : item.documents) {
    const QString place = placeOf(item, placeOfText(text).document);
    if (!place.isEmpty() && !places.contains(place)) places.push_back(place);
  }
  lines += places;
  lines.push_back(item.isOwn && !item.file.isEmpty() ? item.file : item.id);
  return lines.join(QLatin1Char('\n'));
}

QString GalleryModel::nameOfGroup(const QString& key) const {
  struct Name {
    const char* key;
    QString text;
  };
  const std::array names = {
      Name{"recent", tr("Recent")},
      Name{"own", tr("Your own")},
      Name{"threads", tr("Threads")},
      Name{"gil", tr("The GIL")},
      Name{"processes", tr("Processes")},
      Name{"exchange", tr("Passing data on")},
      Name{"io", tr("Input, output and tasks")},
      Name{"classics", tr("Classic problems")},
      Name{"S0", tr("Document 1 · Threads and the GIL")},
      Name{"S1", tr("Document 2 · Life of a process")},
      Name{"S2", tr("Document 3 · Three ways compared")},
      Name{"S3", tr("Document 4 · By analogy")},
      Name{"S4", tr("Document 5 · In practice")},
      Name{"RP", tr("The article behind document 3")},
  };
  for (const Name& name : names) {
    if (key == QLatin1String(name.key)) return name.text;
  }
  if (!key.isEmpty()) return key;
  return m_grouping == Grouping::kByDocument ? tr("Beyond the documents") : tr("Other");
}

}  // namespace threadline::models
