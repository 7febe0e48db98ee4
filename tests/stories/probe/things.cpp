// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stories/probe/things.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QCryptographicHash>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QPixmap>
#include <QRadioButton>
#include <QRegularExpression>
#include <QStyleOptionButton>
#include <QTabBar>
#include <QToolButton>

#include <vector>

namespace threadline::stories {
namespace {

constexpr int kMostRows = 2000;

struct Thing {
  QString text;
  QString name;
  QRect place;  // of the screen
  bool isEnabled = true;
  bool isChecked = false;
  bool hasFocus = false;
};

/// Without the mark of its key and its dots: "Open", not "&Open…" or "Open(&O)…".
QString plain(QString text) {
  static const QRegularExpression kKey(QStringLiteral("\\(&.\\)"));
  return text.remove(kKey).remove(QLatin1Char('&')).remove(QChar(0x2026)).section(QLatin1Char('\t'), 0, 0).trimmed();
}

QRect onScreen(const QWidget& widget, const QRect& rect) {
  return {widget.mapToGlobal(rect.topLeft()), rect.size()};
}

/// What its parents leave of it. (visibleRegion() leaves out what opaque children cover.)
QRect shownPartOf(const QWidget& widget) {
  QRect out = widget.rect();
  for (const QWidget* at = &widget; !at->isWindow() && at->parentWidget() != nullptr; at = at->parentWidget()) {
    const QWidget* parent = at->parentWidget();
    out &= QRect(widget.mapFrom(parent, QPoint(0, 0)), parent->size());
  }
  return out;
}

/// Where a click does something: beside the words of a radio button it does nothing.
QRect touchableOf(const QWidget& widget) {
  QStyleOptionButton option;
  option.initFrom(&widget);
  const QStyle& style = *widget.style();
  if (const auto* radio = qobject_cast<const QRadioButton*>(&widget)) {
    option.text = radio->text();
    return style.subElementRect(QStyle::SE_RadioButtonClickRect, &option, radio);
  }
  if (const auto* check = qobject_cast<const QCheckBox*>(&widget)) {
    option.text = check->text();
    return style.subElementRect(QStyle::SE_CheckBoxClickRect, &option, check);
  }
  return widget.rect();
}

QString textOf(const QWidget& widget) {
  if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) return button->text();
  if (const auto* label = qobject_cast<const QLabel*>(&widget)) return label->text();
  if (const auto* line = qobject_cast<const QLineEdit*>(&widget)) return line->text();
  if (const auto* combo = qobject_cast<const QComboBox*>(&widget)) return combo->currentText();
  if (const auto* spin = qobject_cast<const QAbstractSpinBox*>(&widget)) return spin->text();
  return widget.windowTitle().isEmpty() ? widget.accessibleName() : widget.windowTitle();
}

class Collector {
 public:
  /// Those of the window in front come first.
  std::vector<Thing> all() {
    std::vector<Thing> behind;
    for (QWidget* widget : QApplication::allWidgets()) {
      if (!widget->isVisible() || shownPartOf(*widget).isEmpty()) continue;
      const bool isInFront = widget->isActiveWindow() || qobject_cast<QMenu*>(widget) != nullptr;
      if (!isInFront) m_things.swap(behind);
      add(*widget);
      if (!isInFront) m_things.swap(behind);
    }
    m_things.insert(m_things.end(), behind.begin(), behind.end());
    return std::move(m_things);
  }

 private:
  void add(QWidget& widget) {
    Thing thing;
    thing.text = plain(textOf(widget));
    thing.name = widget.objectName();
    thing.place = onScreen(widget, shownPartOf(widget) & touchableOf(widget));
    thing.isEnabled = widget.isEnabled();
    thing.hasFocus = widget.hasFocus();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) thing.isChecked = button->isChecked();
    if (const auto* tool = qobject_cast<const QToolButton*>(&widget); tool != nullptr && tool->defaultAction()) {
      thing.name = tool->defaultAction()->objectName();
    }
    m_things.push_back(std::move(thing));
    if (const auto* menu = qobject_cast<const QMenu*>(&widget)) addActions(*menu);
    if (const auto* bar = qobject_cast<const QMenuBar*>(&widget)) addActions(*bar);
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) addTabs(*tabs);
    if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget)) addRows(*view);
  }

  template <typename Menu>
  void addActions(const Menu& menu) {
    for (QAction* action : menu.actions()) {
      if (action->isSeparator() || !action->isVisible()) continue;
      const QRect place = onScreen(menu, menu.actionGeometry(action));
      m_things.push_back({plain(action->text()), action->objectName(), place, action->isEnabled(), action->isChecked(),
                          menu.activeAction() == action});
    }
  }

  void addTabs(const QTabBar& tabs) {
    for (int i = 0; i < tabs.count(); ++i) {
      const QRect place = tabs.tabRect(i) & tabs.rect();
      if (!place.isEmpty()) {
        m_things.push_back({plain(tabs.tabText(i)),
                            {},
                            onScreen(tabs, place),
                            tabs.isTabEnabled(i),
                            tabs.currentIndex() == i,
                            tabs.hasFocus() && tabs.currentIndex() == i});
      }
    }
  }

  void addRows(const QAbstractItemView& view) {
    if (view.model() != nullptr) addRowsBelow(view, view.rootIndex());
  }

  void addRowsBelow(const QAbstractItemView& view, const QModelIndex& parent) {
    const QAbstractItemModel& model = *view.model();
    for (int row = 0; row < std::min(model.rowCount(parent), kMostRows); ++row) {
      for (int column = 0; column < model.columnCount(parent); ++column) {
        const QModelIndex index = model.index(row, column, parent);
        const QRect place = view.visualRect(index) & view.viewport()->rect();
        if (place.isEmpty()) continue;
        m_things.push_back({index.data().toString(),
                            {},
                            onScreen(*view.viewport(), place),
                            index.flags().testFlag(Qt::ItemIsEnabled),
                            index.data(Qt::CheckStateRole).toInt() == Qt::Checked,
                            view.hasFocus() && view.currentIndex() == index});
      }
      if (const QModelIndex first = model.index(row, 0, parent); model.hasChildren(first)) addRowsBelow(view, first);
    }
  }

  std::vector<Thing> m_things;
};

QJsonObject jsonOf(const Thing& thing) {
  return {{QStringLiteral("text"), thing.text},           {QStringLiteral("name"), thing.name},
          {QStringLiteral("x"), thing.place.x()},         {QStringLiteral("y"), thing.place.y()},
          {QStringLiteral("width"), thing.place.width()}, {QStringLiteral("height"), thing.place.height()},
          {QStringLiteral("enabled"), thing.isEnabled},   {QStringLiteral("checked"), thing.isChecked},
          {QStringLiteral("focus"), thing.hasFocus}};
}

}  // namespace

QJsonArray thingsLike(const QString& wanted) {
  QJsonArray exact;
  QJsonArray near;
  for (const Thing& thing : Collector().all()) {
    if (wanted.startsWith(QLatin1Char('#'))) {
      if (thing.name == wanted.mid(1)) exact.append(jsonOf(thing));
    } else if (thing.text == wanted) {
      exact.append(jsonOf(thing));
    } else if (thing.text.contains(wanted)) {
      near.append(jsonOf(thing));
    }
  }
  for (const QJsonValue& one : near) exact.append(one);
  return exact;
}

QJsonObject windowsNow() {
  QJsonArray titles;
  for (const QWidget* window : QApplication::topLevelWidgets()) {
    if (window->isVisible() && !window->windowTitle().isEmpty()) titles.append(window->windowTitle());
  }
  const QWidget* active = QApplication::activeWindow();
  return {{QStringLiteral("titles"), titles},
          {QStringLiteral("active"), active == nullptr ? QString() : active->windowTitle()}};
}

QString focusNow() {
  const QWidget* focus = QApplication::focusWidget();
  return focus == nullptr ? QString()
                          : QStringLiteral("%1 %2").arg(reinterpret_cast<quintptr>(focus)).arg(focus->objectName());
}

QString digestOf(const QString& objectName) {
  for (QWidget* widget : QApplication::allWidgets()) {
    if (widget->objectName() != objectName || !widget->isVisible()) continue;
    const QImage image = widget->grab().toImage().convertToFormat(QImage::Format_RGB32);
    const auto bytes = QByteArray::fromRawData(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes());
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex());
  }
  return {};
}

}  // namespace threadline::stories
