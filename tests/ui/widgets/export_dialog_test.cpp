// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/export_dialog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "tests/ui/scene/sample_traces.h"
#include "ui/widgets/export_preview.h"

namespace threadline::widgets {
namespace {

using testing::ElementsAre;

class ExportDialogTest : public testing::Test {
 protected:
  ExportDialogTest() : m_dialog(source()) {
    m_dialog.show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(&m_dialog));
    waitForPicture();
  }

  ExportSource source() {
    ExportSource out;
    const test::Sample sample = test::gilSample();
    out.subject = [sample](const ExportChoice& choice) {
      paint::FigureSubject subject;
      subject.snapshot = sample.snapshot;
      subject.view = sample.view;
      subject.view.range = choice.range;
      subject.view.lanes.clear();
      for (const ExportedLane& lane : choice.lanes) {
        subject.view.lanes.push_back(lane.lane);
        subject.view.names[lane.lane] = lane.name.toStdString();
      }
      subject.title = "Own title";
      subject.caption = "Own caption.";
      subject.altText = "Own alternative";
      return subject;
    };
    for (const LaneId lane : sample.view.lanes) {
      out.lanes.push_back({lane, QString::fromStdString(sample.snapshot->lane(lane).name), true});
    }
    out.all = sample.snapshot->extent();
    out.visible = {test::atMs(5), test::atMs(20)};
    out.suggestedName = QStringLiteral("gil");
    out.command = [](const ExportChoice& choice) {
      return QStringLiteral("threadline run gil --export ") + choice.fileName;
    };
    out.scaleOf = [](const std::string& path) -> Result<double> {
      if (path.find("good") != std::string::npos) return 50'000.0;
      return Error{ErrorCode::kInvalidInput, "no scale", path};
    };
    return out;
  }

  template <typename Widget>
  Widget* find(const char* name) {
    auto* found = m_dialog.findChild<Widget*>(QLatin1String(name));
    EXPECT_NE(found, nullptr) << name;
    return found;
  }
  void click(const char* name) { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
  /// By keys, as a person who does not use the mouse.
  void choose(const char* name, int index) {
    auto* box = find<QComboBox>(name);
    QTest::keyClick(box, Qt::Key_Home);
    for (int i = 0; i < index; ++i) QTest::keyClick(box, Qt::Key_Down);
    EXPECT_EQ(box->currentIndex(), index) << name;
  }
  void waitForPicture() {
    QSignalSpy shown(preview(), &ExportPreview::shown);
    EXPECT_TRUE(shown.wait(20'000));
  }
  ExportPreview* preview() { return find<ExportPreview>("exportPreview"); }
  QListWidget* lanes() { return find<QListWidget>("exportLanes"); }
  QString notice() { return find<QLabel>("exportNotice")->text(); }
  QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
  QStringList savedTo(const QString& path) {
    QSignalSpy saved(&m_dialog, &ExportDialog::saved);
    m_dialog.saveTo(path);
    EXPECT_TRUE(saved.count() > 0 || saved.wait(20'000)) << notice().toStdString();
    return saved.isEmpty() ? QStringList() : saved.front().front().toStringList();
  }
  std::vector<QString> names() {
    std::vector<QString> out;
    for (const ExportedLane& lane : m_dialog.choice().lanes) out.push_back(lane.name);
    return out;
  }

  QTemporaryDir m_folder;
  ExportDialog m_dialog;
};

TEST_F(ExportDialogTest, IsNotModalAndShowsTheRealFigure) {
  EXPECT_FALSE(m_dialog.isModal());
  ASSERT_EQ(preview()->pictures().size(), 1U);
  EXPECT_FALSE(preview()->pictures().front().isNull());
  EXPECT_LE(preview()->pictures().front().deviceIndependentSize().width(), preview()->width());
}

TEST_F(ExportDialogTest, DrawsAgainWhenTheBackgroundChanges) {
  const QImage light = preview()->pictures().front();
  choose("exportTheme", 1);
  waitForPicture();
  EXPECT_GT(light.pixelColor(2, 2).lightness(), preview()->pictures().front().pixelColor(2, 2).lightness());
}

TEST_F(ExportDialogTest, ShowsBothOfAReadmePairAndLeavesNoBackgroundToChoose) {
  choose("exportPage", 3);
  waitForPicture();
  EXPECT_EQ(preview()->pictures().size(), 2U);
  EXPECT_FALSE(find<QComboBox>("exportTheme")->isEnabled());
}

TEST_F(ExportDialogTest, TakesPdfForPaperAndPngForTheOthers) {
  choose("exportPage", 2);
  EXPECT_EQ(m_dialog.choice().fileName, QStringLiteral("gil.pdf"));
  choose("exportPage", 1);
  EXPECT_EQ(m_dialog.choice().fileName, QStringLiteral("gil.png"));
}

TEST_F(ExportDialogTest, OffersASelectionOnlyWhereThereIsOne) {
  choose("exportRange", 1);
  EXPECT_EQ(m_dialog.choice().range.start, test::atMs(5));
  auto* box = find<QComboBox>("exportRange");
  QTest::keyClick(box, Qt::Key_Down);
  EXPECT_EQ(box->currentIndex(), 1);
  ExportSource other = source();
  other.selection = TimeRange{test::atMs(7), test::atMs(9)};
  m_dialog.setSource(other);
  QTest::keyClick(box, Qt::Key_Down);
  EXPECT_EQ(m_dialog.choice().rangeKind, ExportRange::kSelection);
  EXPECT_EQ(m_dialog.choice().range.end, test::atMs(9));
}

TEST_F(ExportDialogTest, HidesRenamesAndMovesLanesByKeyboard) {
  const std::vector<QString> before = names();
  ASSERT_GE(before.size(), 2U);
  lanes()->setFocus();
  QTest::keyClick(lanes(), Qt::Key_Down, Qt::AltModifier);
  EXPECT_EQ(names()[0], before[1]);
  EXPECT_EQ(names()[1], before[0]);
  QTest::keyClick(lanes(), Qt::Key_F2);
  auto* editor = lanes()->findChild<QLineEdit*>();
  ASSERT_NE(editor, nullptr);
  editor->selectAll();
  QTest::keyClicks(editor, QStringLiteral("holder"));
  QTest::keyClick(editor, Qt::Key_Return);
  EXPECT_TRUE(QTest::qWaitFor([&] { return names()[1] == QStringLiteral("holder"); }, 5'000));
  QTest::keyClick(lanes(), Qt::Key_Space);
  EXPECT_EQ(names().size(), before.size() - 1);
}

TEST_F(ExportDialogTest, GivesALaneItsOwnNameBackWhenTheNameIsEmptied) {
  const QString own = lanes()->item(0)->text();
  lanes()->item(0)->setText(QStringLiteral("  "));
  EXPECT_EQ(lanes()->item(0)->text(), own);
}

TEST_F(ExportDialogTest, SavesNothingWithoutALane) {
  for (int i = 0; i < lanes()->count(); ++i) lanes()->item(i)->setCheckState(Qt::Unchecked);
  EXPECT_TRUE(QTest::qWaitFor([&] { return !find<QPushButton>("exportSave")->isEnabled(); }, 5'000));
  EXPECT_TRUE(preview()->pictures().empty());
  lanes()->item(0)->setCheckState(Qt::Checked);
  EXPECT_TRUE(QTest::qWaitFor([&] { return find<QPushButton>("exportSave")->isEnabled(); }, 5'000));
}

TEST_F(ExportDialogTest, KeepsTypedWordsAndLetsTheOthersFollow) {
  auto* title = find<QLineEdit>("exportTitle");
  EXPECT_EQ(title->text(), QStringLiteral("Own title"));
  EXPECT_EQ(m_dialog.choice().title, std::nullopt);
  title->selectAll();
  QTest::keyClicks(title, QStringLiteral("Mine"));
  waitForPicture();
  EXPECT_EQ(m_dialog.choice().title, QStringLiteral("Mine"));
  EXPECT_EQ(m_dialog.choice().caption, std::nullopt);
  EXPECT_EQ(title->text(), QStringLiteral("Mine"));
}

TEST_F(ExportDialogTest, WritesTheFileThatItsNameSays) {
  EXPECT_THAT(savedTo(path("one.svg")), ElementsAre(path("one.svg")));
  EXPECT_THAT(savedTo(path("two")), ElementsAre(path("two.png")));
  EXPECT_EQ(QImage(path("two.png")).width(), 1440);
  EXPECT_TRUE(notice().contains(path("two.png")));
}

TEST_F(ExportDialogTest, AsksForAFileWithoutStandingStill) {
  click("exportSave");
  auto* files = m_dialog.findChild<QFileDialog*>(QStringLiteral("exportSaveFile"));
  ASSERT_NE(files, nullptr);
  files->setDirectory(m_folder.path());
  files->selectFile(path("asked.png"));
  QSignalSpy saved(&m_dialog, &ExportDialog::saved);
  QMetaObject::invokeMethod(files, "accept");
  EXPECT_TRUE(saved.count() > 0 || saved.wait(20'000));
  EXPECT_TRUE(QFile::exists(path("asked.png")));
}

TEST_F(ExportDialogTest, AsksBeforeItReplacesOneOfAPair) {
  choose("exportPage", 3);
  EXPECT_THAT(savedTo(path("both.png")), ElementsAre(path("both-light.png"), path("both-dark.png")));
  QSignalSpy saved(&m_dialog, &ExportDialog::saved);
  m_dialog.saveTo(path("both.png"));
  auto* question = m_dialog.findChild<QMessageBox*>(QStringLiteral("exportReplace"));
  ASSERT_NE(question, nullptr);
  EXPECT_TRUE(question->text().contains(QStringLiteral("both-light.png")));
  EXPECT_EQ(saved.count(), 0);
  QTest::mouseClick(question->buttons().back() == question->defaultButton() ? question->buttons().front()
                                                                            : question->buttons().back(),
                    Qt::LeftButton);
  EXPECT_TRUE(saved.count() > 0 || saved.wait(20'000));
}

TEST_F(ExportDialogTest, SaysInItsOwnLineWhatCouldNotBeWritten) {
  m_dialog.saveTo(path("no/such/folder.png"));
  EXPECT_TRUE(QTest::qWaitFor([&] { return notice().contains(QStringLiteral("could not be written")); }, 20'000));
  EXPECT_TRUE(find<QPushButton>("exportSave")->isEnabled());
}

TEST_F(ExportDialogTest, CopiesThePictureInItsOwnSize) {
  QGuiApplication::clipboard()->clear();
  click("exportCopyPicture");
  EXPECT_TRUE(QTest::qWaitFor([] { return QGuiApplication::clipboard()->image().width() == 1440; }, 20'000));
  EXPECT_TRUE(find<QPushButton>("exportCopyPicture")->isEnabled());
}

TEST_F(ExportDialogTest, CopiesMarkdownForTheFileAsItWasSaved) {
  click("exportCopyMarkdown");
  EXPECT_EQ(QGuiApplication::clipboard()->text(), QStringLiteral("![Own alternative](gil.png)\n\nOwn caption.\n"));
  (void)savedTo(path("other.svg"));
  click("exportCopyMarkdown");
  EXPECT_EQ(QGuiApplication::clipboard()->text(), QStringLiteral("![Own alternative](other.svg)\n\nOwn caption.\n"));
}

TEST_F(ExportDialogTest, ShowsAndCopiesTheCommandLine) {
  const QString command = QStringLiteral("threadline run gil --export gil.png");
  EXPECT_EQ(find<QLineEdit>("exportCommand")->text(), command);
  EXPECT_TRUE(find<QLineEdit>("exportCommand")->isReadOnly());
  click("exportCopyCommand");
  EXPECT_EQ(QGuiApplication::clipboard()->text(), command);
}

TEST_F(ExportDialogTest, TakesTheTimeScaleOfAnotherPictureAndSaysWhereThereIsNone) {
  for (const char* name : {"bad.svg", "good.svg"}) {
    QFile file(path(name));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.close();
    click("exportChooseScale");
    auto* files = m_dialog.findChild<QFileDialog*>(QStringLiteral("exportScaleFile"));
    ASSERT_NE(files, nullptr);
    files->setDirectory(m_folder.path());
    files->selectFile(path(name));
    QMetaObject::invokeMethod(files, "accept");
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_dialog.findChild<QFileDialog*>() == nullptr; }, 5'000));
    EXPECT_EQ(notice().contains(QStringLiteral("bad.svg")), QString::fromLatin1(name) == QLatin1String("bad.svg"));
  }
  EXPECT_EQ(m_dialog.choice().figure.nsPerPx, 50'000.0);
  click("exportDropScale");
  EXPECT_EQ(m_dialog.choice().figure.nsPerPx, std::nullopt);
}

TEST_F(ExportDialogTest, RemembersAChoice) {
  ExportChoice wish = m_dialog.choice();
  wish.figure.page = paint::Page::kFree;
  wish.figure.style = paint::Style::kScreen;
  wish.figure.theme = paint::ThemeKind::kDark;
  wish.figure.widthPx = 900;
  wish.figure.scale = 3;
  wish.figure.legend = false;
  wish.rangeKind = ExportRange::kVisible;
  wish.lanes = {{wish.lanes[1].lane, QStringLiteral("second")}};
  wish.caption = QString();
  m_dialog.setChoice(wish);
  const ExportChoice got = m_dialog.choice();
  EXPECT_EQ(got.figure.page, paint::Page::kFree);
  EXPECT_EQ(got.figure.style, paint::Style::kScreen);
  EXPECT_EQ(got.figure.theme, paint::ThemeKind::kDark);
  EXPECT_EQ(got.figure.widthPx, 900);
  EXPECT_EQ(got.figure.scale, 3);
  EXPECT_FALSE(got.figure.legend);
  EXPECT_EQ(got.rangeKind, ExportRange::kVisible);
  EXPECT_EQ(got.lanes, wish.lanes);
  EXPECT_EQ(got.caption, QString());
  EXPECT_EQ(got.title, std::nullopt);
}

TEST_F(ExportDialogTest, BeginsAtThePageAndReachesEverythingByTab) {
  QStringList reached;
  for (int i = 0; i < 40; ++i) {
    const QWidget* focused = m_dialog.focusWidget();
    EXPECT_NE(focused, nullptr);
    if (focused == nullptr || reached.contains(focused->objectName())) break;
    reached += focused->objectName();
    QTest::keyClick(&m_dialog, Qt::Key_Tab);
  }
  EXPECT_EQ(reached.value(0), QStringLiteral("exportPage"));
  for (const char* name : {"exportFormat", "exportLegend", "exportLanes", "exportAlt", "exportCommand", "exportSave"}) {
    EXPECT_TRUE(reached.contains(QLatin1String(name)))
        << name << " in " << reached.join(QLatin1Char(' ')).toStdString();
  }
  EXPECT_LT(reached.indexOf(QStringLiteral("exportRange")), reached.indexOf(QStringLiteral("exportLegend")));
  EXPECT_LT(reached.indexOf(QStringLiteral("exportAlt")), reached.indexOf(QStringLiteral("exportSave")));
}

TEST_F(ExportDialogTest, GivesEveryFieldANameForThoseWhoDoNotSeeIt) {
  for (const char* name : {"exportPage", "exportFormat", "exportStyle", "exportTheme", "exportRange", "exportLanes",
                           "exportTitle", "exportCaption", "exportAlt", "exportCommand", "exportPreview"}) {
    EXPECT_FALSE(find<QWidget>(name)->accessibleName().isEmpty()) << name;
    EXPECT_TRUE(find<QWidget>(name)->accessibleName().indexOf(QLatin1Char('&')) < 0) << name;
  }
}

}  // namespace
}  // namespace threadline::widgets
