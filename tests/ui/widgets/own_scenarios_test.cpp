// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/own_scenarios.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QInputDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QUrl>

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "core/scenario/scenario_reader.h"
#include "tests/support/temp_dir.h"
#include "ui/widgets/notice_bar.h"

namespace threadline::widgets {
namespace {

std::string read(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

class OwnScenariosTest : public testing::Test {
 protected:
  OwnScenariosTest() {
    m_json = read(std::string(THREADLINE_SHIPPED_SCENARIOS) + "/fork-join.json");
    const std::string from = "\"fork-join\"";
    m_json.replace(m_json.find(from), from.size(), "\"my-own\"");
    m_file = m_folder.path("mine.threadline");
    std::ofstream(m_file) << m_json;
    m_environment.ownFolder = QString::fromStdString(m_folder.path("own"));
    m_environment.readScenario = [](const QString& path) -> Result<models::LibraryScenario> {
      const std::string json = read(path.toStdString());
      auto scenario = scenario::readScenario(json);
      if (!scenario.scenario) return Error{ErrorCode::kInvalidInput, "no scenario", path.toStdString()};
      return models::LibraryScenario{std::make_shared<const scenario::Scenario>(std::move(*scenario.scenario)), json,
                                     path.toStdString()};
    };
  }
  void import() { m_own.import(QString::fromStdString(m_file)); }
  [[nodiscard]] std::string ownFile() const { return m_folder.path("own/mine.threadline"); }

  test::TempDir m_folder;
  std::string m_json;
  std::string m_file;
  QWidget m_window;
  NoticeBar m_notices;
  WindowEnvironment m_environment;
  OwnScenarios m_own{m_window, m_environment, m_notices};
};

TEST_F(OwnScenariosTest, BringsAFileInAndTellsThatTheLibraryChanged) {
  QSignalSpy changed(&m_own, &OwnScenarios::libraryChanged);
  QSignalSpy imported(&m_own, &OwnScenarios::imported);
  import();
  ASSERT_EQ(m_environment.library.scenarios.size(), 1U);
  EXPECT_TRUE(m_environment.library.scenarios[0].isOwn());
  EXPECT_EQ(read(ownFile()), m_json);
  EXPECT_EQ(changed.count(), 1);
  ASSERT_EQ(imported.count(), 1);
  EXPECT_EQ(imported.first().first().toString(), QStringLiteral("my-own"));
}

TEST_F(OwnScenariosTest, RefusesAnIdThatIsTakenAndAFileThatIsNoScenario) {
  import();
  import();
  EXPECT_EQ(m_environment.library.scenarios.size(), 1U);
  EXPECT_TRUE(m_notices.text().contains(QStringLiteral("my-own")));
  m_notices.clear();
  std::ofstream(m_file) << "{}";
  import();
  EXPECT_FALSE(m_notices.text().isEmpty());
}

TEST_F(OwnScenariosTest, RenamesInTheFileAndInTheLibrary) {
  import();
  QSignalSpy renamed(&m_own, &OwnScenarios::renamed);
  m_own.askRename(QStringLiteral("my-own"));
  auto* dialog = m_window.findChild<QInputDialog*>(QStringLiteral("renameDialog"));
  ASSERT_NE(dialog, nullptr);
  dialog->setTextValue(QString::fromUtf8("  내 \"예제\" "));
  QTest::keyClick(dialog->findChild<QLineEdit*>(), Qt::Key_Return);
  ASSERT_EQ(renamed.count(), 1);
  const scenario::Scenario& now = *m_environment.library.scenarios[0].scenario;
  EXPECT_EQ(now.title.en, "내 \"예제\"");
  EXPECT_EQ(now.title.ko, now.title.en);
  const auto again = scenario::readScenario(read(ownFile()));
  ASSERT_TRUE(again.scenario.has_value());
  EXPECT_EQ(again.scenario->title.en, now.title.en);
  EXPECT_EQ(again.scenario->id, "my-own");
  m_own.rename(QStringLiteral("my-own"), QStringLiteral("   "));
  EXPECT_EQ(m_environment.library.scenarios[0].scenario->title.en, now.title.en) << "no name is no new name";
}

TEST_F(OwnScenariosTest, AsksBeforeItDeletesAndKeepsItWhenTheAnswerIsNo) {
  import();
  m_own.askDelete(QStringLiteral("my-own"));
  auto* box = m_window.findChild<QMessageBox*>(QStringLiteral("deleteQuestion"));
  ASSERT_NE(box, nullptr);
  EXPECT_FALSE(box->isHidden());
  QTest::mouseClick(box->defaultButton(), Qt::LeftButton);
  EXPECT_EQ(m_environment.library.scenarios.size(), 1U);
  EXPECT_TRUE(QFile::exists(QString::fromStdString(ownFile())));
}

TEST_F(OwnScenariosTest, DeletesIntoTheWastebasket) {
  import();
  const QDir here = QDir::current();
  QDir::setCurrent(QString::fromStdString(m_folder.path()));
  QDir data(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
  data.removeRecursively();  // a test's own folder
  m_own.remove(QStringLiteral("my-own"));
  EXPECT_FALSE(QDir(QStringLiteral("files")).exists()) << "the folder where one happens to be is no wastebasket";
  EXPECT_TRUE(data.exists());
  QDir::setCurrent(here.path());
  EXPECT_TRUE(m_environment.library.scenarios.empty());
  EXPECT_FALSE(QFile::exists(QString::fromStdString(ownFile())));
}

TEST_F(OwnScenariosTest, LeavesScenariosInsideTheProgramAlone) {
  import();
  m_environment.library.scenarios[0].file = ":/scenarios/mine.json";
  m_own.remove(QStringLiteral("my-own"));
  m_own.rename(QStringLiteral("my-own"), QStringLiteral("other"));
  EXPECT_EQ(m_environment.library.scenarios.size(), 1U);
  EXPECT_TRUE(QFile::exists(QString::fromStdString(ownFile())));
}

class FolderOpener : public QObject {
  Q_OBJECT
 public slots:
  void open(const QUrl& url) { m_opened = url; }

 public:
  QUrl m_opened;
};

TEST_F(OwnScenariosTest, ShowsTheFolder) {
  import();
  FolderOpener opener;
  QDesktopServices::setUrlHandler(QStringLiteral("file"), &opener, "open");
  m_own.showInFolder(QStringLiteral("my-own"));
  QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
  EXPECT_EQ(opener.m_opened.toLocalFile().toStdString(), m_folder.path("own"));
}

}  // namespace
}  // namespace threadline::widgets

#include "own_scenarios_test.moc"
