// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>

#include <gtest/gtest.h>

#include "tests/ui/widgets/panel_fixture.h"
#include "ui/widgets/gallery_panel.h"

namespace threadline::widgets {
namespace {

using models::GalleryItem;
using models::GalleryModel;

class GalleryPanelTest : public testing::Test {
 protected:
  void SetUp() override {
    std::vector<GalleryItem> items;
    for (const char* id : {"cpu-bound", "daemon-threads", "fork-join", "gil-slices", "isolated-variable", "kill",
                           "process-ids", "producer-consumer", "race", "sum", "thread-life", "workers-no-join"}) {
      items.push_back(models::galleryItemOf(shipped(id), QString(), false));
    }
    GalleryItem own = items.front();
    own.id = QStringLiteral("mine");
    own.title = {"My example", "내 실험"};
    own.documents.clear();
    own.keywords.clear();
    own.isOwn = true;
    items.push_back(own);
    model.setItems(items);
    panel.setModel(&model);
    showAt(panel, 300, 600);
  }

  QStringList groups() const {
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row) names.push_back(model.index(row, 0).data().toString());
    return names;
  }
  QStringList idsIn(int group) const {
    QStringList ids;
    const QModelIndex parent = model.index(group, 0);
    for (int row = 0; row < model.rowCount(parent); ++row) {
      ids.push_back(model.index(row, 0, parent).data(GalleryModel::kIdRole).toString());
    }
    return ids;
  }
  QStringList shownIds() const {
    QStringList ids;
    for (int group = 0; group < model.rowCount(); ++group) ids += idsIn(group);
    return ids;
  }
  QPoint placeOf(const char* id) { return tree->visualRect(model.indexOf(QLatin1String(id))).center(); }

  GalleryModel model;
  QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
  GalleryPanel panel;
  QTreeView* tree = panel.findChild<QTreeView*>(QStringLiteral("galleryTree"));
  QLineEdit* search = panel.findChild<QLineEdit*>(QStringLiteral("gallerySearch"));
};

TEST_F(GalleryPanelTest, GroupsByTopicInTheOrderOfLearning) {
  EXPECT_EQ(groups().first(), QLatin1String("Threads"));
  EXPECT_EQ(groups().last(), QLatin1String("Your own"));
  EXPECT_EQ(idsIn(0).first(), QLatin1String("sum"));
  keepPicture(panel, "gallery-topic");
}

TEST_F(GalleryPanelTest, GroupsByDocumentInTheOrderOfItsText) {
  auto* grouping = panel.findChild<QComboBox*>(QStringLiteral("galleryGrouping"));
  grouping->setFocus();
  QTest::keyClick(grouping, Qt::Key_Down);
  EXPECT_EQ(groups().first(), QString::fromUtf8("Document 1 · Threads and the GIL"));
  EXPECT_EQ(idsIn(0),
            QStringList({QStringLiteral("daemon-threads"), QStringLiteral("sum"), QStringLiteral("gil-slices")}));
  const QModelIndex race = model.indexOf(QStringLiteral("race"));
  EXPECT_EQ(race.data(GalleryModel::kPlaceRole).toString(), QString::fromUtf8("Document 3 · example 4"));
  keepPicture(panel, "gallery-document");
}

TEST_F(GalleryPanelTest, TypingInTheTreeSearchesInEverySpelling) {
  tree->setFocus();
  QTest::keyClicks(tree, QStringLiteral("d"));
  EXPECT_TRUE(search->hasFocus());
  QTest::keyClicks(search, QStringLiteral("aemon"));
  EXPECT_EQ(shownIds(), QStringList({QStringLiteral("daemon-threads")}));
  search->setText(QString::fromUtf8("쓰래드"));
  EXPECT_TRUE(shownIds().contains(QStringLiteral("workers-no-join")));
  search->setText(QString::fromUtf8("ㅅㅂㅈ"));
  EXPECT_EQ(shownIds(), QStringList({QStringLiteral("producer-consumer")}));
  search->setText(QStringLiteral("getppid"));
  EXPECT_EQ(shownIds(), QStringList({QStringLiteral("process-ids")}));
}

TEST_F(GalleryPanelTest, SaysWhenNothingMatchesAndEscapeClears) {
  panel.focusSearch();
  EXPECT_TRUE(search->hasFocus());
  QTest::keyClicks(search, QStringLiteral("zzz"));
  EXPECT_FALSE(tree->isVisible());
  EXPECT_TRUE(panel.findChild<QLabel*>(QStringLiteral("galleryNothing"))->isVisible());
  keepPicture(panel, "gallery-nothing");
  QTest::keyClick(search, Qt::Key_Escape);
  EXPECT_TRUE(tree->isVisible());
}

TEST_F(GalleryPanelTest, OpensByClickAndByEnter) {
  QSignalSpy opened(&panel, &GalleryPanel::opened);
  QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, placeOf("sum"));
  ASSERT_EQ(opened.count(), 1);
  EXPECT_EQ(opened.takeFirst().at(0).toString(), QLatin1String("sum"));
  search->setFocus();
  QTest::keyClicks(search, QStringLiteral("zombie"));
  QTest::keyClick(search, Qt::Key_Return);
  ASSERT_EQ(opened.count(), 1);
  EXPECT_EQ(opened.takeFirst().at(0).toString(), QLatin1String("kill"));
  QTest::keyClick(search, Qt::Key_Down);
  EXPECT_TRUE(tree->hasFocus());
  QTest::keyClick(tree, Qt::Key_Return);
  EXPECT_EQ(opened.count(), 1);
}

TEST_F(GalleryPanelTest, KeepsTheSelectionThroughASearchAndPutsRecentOnesOnTop) {
  panel.select(QStringLiteral("race"));
  EXPECT_EQ(panel.selected(), QLatin1String("race"));
  search->setText(QStringLiteral("sum"));
  search->clear();
  EXPECT_EQ(panel.selected(), QLatin1String("race"));
  model.setRecent({QStringLiteral("kill"), QStringLiteral("gone"), QStringLiteral("sum")});
  EXPECT_EQ(groups().first(), QLatin1String("Recent"));
  EXPECT_EQ(idsIn(0), QStringList({QStringLiteral("kill"), QStringLiteral("sum")}));
  EXPECT_EQ(panel.selected(), QLatin1String("race"));
  EXPECT_EQ(model.indexOf(QStringLiteral("sum")).data(GalleryModel::kGroupRole).toString(), QLatin1String("threads"));
}

TEST_F(GalleryPanelTest, TicksWhatWasDone) {
  QSignalSpy changed(&model, &GalleryModel::dataChanged);
  model.setRecent({QStringLiteral("sum")});
  model.setDone(QStringLiteral("sum"));
  EXPECT_EQ(changed.count(), 2) << "in both rows";
  EXPECT_TRUE(model.indexOf(QStringLiteral("sum")).data(GalleryModel::kIsDoneRole).toBool());
  EXPECT_EQ(model.indexOf(QStringLiteral("sum")).data(Qt::AccessibleTextRole).toString(),
            QLatin1String("One sum, several workers, done"));
  const KoreanScenarios korean;
  QCoreApplication::sendPostedEvents();
  keepPicture(panel, "gallery-ko");
}

TEST_F(GalleryPanelTest, OwnExamplesHaveTheirMenu) {
  QSignalSpy renamed(&panel, &GalleryPanel::renameRequested);
  emit tree->customContextMenuRequested(placeOf("mine"));
  auto* menu = panel.findChild<QMenu*>(QStringLiteral("galleryMenu"));
  ASSERT_NE(menu, nullptr);
  EXPECT_EQ(menu->actions().size(), 6);
  QTest::keyClick(menu, Qt::Key_N);
  ASSERT_EQ(renamed.count(), 1);
  EXPECT_EQ(renamed.takeFirst().at(0).toString(), QLatin1String("mine"));
  EXPECT_TRUE(QTest::qWaitFor([&] { return !panel.findChild<QMenu*>(QStringLiteral("galleryMenu")); }, 1000));
  emit tree->customContextMenuRequested(placeOf("sum"));
  menu = panel.findChild<QMenu*>(QStringLiteral("galleryMenu"));
  ASSERT_NE(menu, nullptr);
  EXPECT_EQ(menu->actions().size(), 2) << "what is built in cannot be renamed";
  menu->close();
}

}  // namespace
}  // namespace threadline::widgets
