// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/figure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <sys/stat.h>
#include <unistd.h>

#include "tests/ui/scene/sample_traces.h"
#include "ui/paint/fonts.h"
#include "ui/paint/svg_writer.h"

namespace threadline::paint {
namespace {

using testing::Contains;
using testing::HasSubstr;

struct SvgContent {
  QString error;
  QStringList texts;
  QStringList hints;
  QStringList elements;
  QString title;
  QString description;
  QMap<QString, QString> metadata;
};

SvgContent readSvg(const QByteArray& bytes) {
  SvgContent out;
  QXmlStreamReader xml(bytes);
  QStringList path;
  while (!xml.atEnd()) {
    xml.readNext();
    if (xml.isStartElement()) {
      path << xml.name().toString();
      out.elements << path.last();
      const QString id = xml.attributes().value(QStringLiteral("id")).toString();
      const QString key = xml.attributes().value(QStringLiteral("name")).toString();
      const bool isLeaf = path.last() == QLatin1String("text") || path.last() == QLatin1String("title") ||
                          path.last() == QLatin1String("desc") || path.last() == QLatin1String("value");
      if (!isLeaf) continue;
      const QString name = path.takeLast();
      const QString text = xml.readElementText();
      if (name == QLatin1String("text")) out.texts << text;
      if (name == QLatin1String("desc")) out.description = text;
      if (name == QLatin1String("value")) out.metadata[key] = text;
      if (name == QLatin1String("title")) (id.isEmpty() ? out.hints : out.texts) << text;
      if (id == QLatin1String("tl-title")) out.title = text;
    } else if (xml.isEndElement()) {
      path.removeLast();
    }
  }
  if (xml.hasError()) out.error = xml.errorString();
  return out;
}

class Figure : public testing::Test {
 protected:
  FigureSubject subjectOf(const test::Sample& sample) const {
    FigureSubject subject;
    subject.snapshot = sample.snapshot;
    subject.view = sample.view;
    subject.title = "A title";
    subject.subtitle = "scenario \xC2\xB7 n 2";
    subject.caption = "A caption.";
    subject.footer = "Debian 12, 2 cores";
    subject.altText = "Two lanes";
    subject.metadata = {{"scenario", "fork-join"}, {"version", "0.1.0"}};
    return subject;
  }
  std::string path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)).toStdString(); }
  QByteArray content(const std::string& name) const {
    QFile file(QString::fromStdString(name));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name;
    return file.readAll();
  }
  SvgContent svg(const FigureSubject& subject, const FigureOptions& options = {}) const {
    const auto written = writeFigure(subject, options, path("one.svg"));
    EXPECT_TRUE(written.isOk());
    return readSvg(content(path("one.svg")));
  }
  QStringList files() const { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden); }

  QTemporaryDir m_folder;
};

TEST_F(Figure, SvgIsWellFormedWithTitleDescriptionAndMetadata) {
  const SvgContent content = svg(subjectOf(test::forkJoinSample()));
  EXPECT_EQ(content.error, QString());
  EXPECT_EQ(content.title, QStringLiteral("A title"));
  EXPECT_EQ(content.description, QStringLiteral("Two lanes"));
  EXPECT_EQ(content.metadata.value(QStringLiteral("scenario")), QStringLiteral("fork-join"));
  EXPECT_TRUE(content.texts.contains(QStringLiteral("MainThread")));
  EXPECT_TRUE(content.hints.contains(QStringLiteral("sleep \u00B7 sleep 2 s \u00B7 2 s")));
}

TEST_F(Figure, SvgHasNoScriptWhateverTheNamesAre) {
  test::TraceSketch sketch;
  const std::string evil = "\"><script>alert('x')</script>&amp;\x01\x1B[31m";
  const LaneId lane = sketch.lane(sketch.process(evil, 1, 0), evil, 0, true);
  const LaneId other = sketch.lane(ProcessId{0}, evil + "2", 0);
  for (const LaneId id : {lane, other}) {
    sketch.span(id, 0, LaneState::kWaitingIo, evil);
    sketch.instant(id, 5, InstantKind::kPrint, evil + "\nmore\xFF");
    sketch.end(id, 10);
  }
  sketch.writer.finish();
  FigureSubject subject = subjectOf({sketch.writer.snapshot(), {}});
  subject.view = test::wholeView(*subject.snapshot);
  subject.title = subject.subtitle = subject.caption = subject.footer = subject.altText = evil;
  subject.metadata = {{evil, evil}};
  const SvgContent content = svg(subject);
  EXPECT_EQ(content.error, QString());
  EXPECT_FALSE(content.elements.contains(QStringLiteral("script")));
  EXPECT_THAT(content.title.toStdString(), HasSubstr("<script>"));
  EXPECT_FALSE(this->content(path("one.svg")).contains('\x01'));
  EXPECT_TRUE(writeFigure(subject, {}, path("one.png")).isOk());
  EXPECT_TRUE(writeFigure(subject, {}, path("one.pdf")).isOk());
}

TEST_F(Figure, KoreanStandsInOnePiece) {
  FigureSubject subject = subjectOf(test::forkJoinSample());
  const QString title = QStringLiteral("스레드 3개가 Fork와 Join을 기다린다");
  subject.title = title.toStdString();
  EXPECT_TRUE(svg(subject).texts.contains(title));
}

TEST_F(Figure, SvgLoadsNothingFromElsewhere) {
  (void)svg(subjectOf(test::gilSample()));
  const QByteArray bytes = content(path("one.svg"));
  EXPECT_FALSE(bytes.contains("href"));
  EXPECT_FALSE(bytes.contains("url(http"));
  EXPECT_TRUE(bytes.contains("url(#tl-waiting_gil)"));
  EXPECT_TRUE(bytes.contains("role=\"img\""));
  EXPECT_TRUE(bytes.contains("font-family=\"'Noto Sans CJK KR', "));
}

TEST_F(Figure, SharesAreSteppedPathsAndNotRectangles) {
  (void)svg(subjectOf(test::denseSample(4, 40'000)));
  const QByteArray bytes = content(path("one.svg"));
  EXPECT_LT(bytes.count("<rect"), 200);
  EXPECT_LT(bytes.size(), 600'000);
}

TEST_F(Figure, LegendNamesOnlyWhatIsThere) {
  const QStringList texts = svg(subjectOf(test::gilSample())).texts;
  EXPECT_TRUE(texts.contains(QStringLiteral("running or ready")));
  EXPECT_TRUE(texts.contains(QStringLiteral("waiting for the GIL")));
  EXPECT_FALSE(texts.contains(QStringLiteral("sleep")));
  FigureOptions without;
  without.legend = false;
  EXPECT_FALSE(svg(subjectOf(test::gilSample()), without).texts.contains(QStringLiteral("running or ready")));
}

TEST_F(Figure, WithTheKernelsRecordsRunningIsOnlyRunning) {
  test::TraceSketch sketch;
  const LaneId lane = sketch.lane(sketch.process("p", 1, 0), "main", 0, true);
  sketch.span(lane, 0, LaneState::kRunning);
  sketch.span(lane, 5, LaneState::kReady);
  sketch.end(lane, 10);
  sketch.writer.finish();
  FigureSubject subject = subjectOf({sketch.writer.snapshot(), {}});
  subject.view = test::wholeView(*subject.snapshot);
  const QStringList texts = svg(subject).texts;
  EXPECT_TRUE(texts.contains(QStringLiteral("running")));
  EXPECT_TRUE(texts.contains(QStringLiteral("ready")));
}

TEST_F(Figure, PngHasStatesColoursAndItsMetadata) {
  FigureSubject subject = subjectOf(test::forkJoinSample());
  ASSERT_TRUE(writeFigure(subject, {}, path("one.png")).isOk());
  const QImage image(QString::fromStdString(path("one.png")));
  EXPECT_EQ(image.width(), 1200);
  EXPECT_EQ(image.text(QStringLiteral("Title")), QStringLiteral("A title"));
  EXPECT_EQ(image.text(QStringLiteral("threadline-scenario")), QStringLiteral("fork-join"));
  // The page as kept in the scene's golden lists: main runs, then joins at half height.
  EXPECT_EQ(image.pixelColor(184, 160), themeFor(ThemeKind::kLight).of(LaneState::kRunning).fill);
  EXPECT_EQ(image.pixelColor(300, 162), QColor(Qt::white));
  EXPECT_EQ(image.pixelColor(600, image.height() - 3), QColor(Qt::white));
}

TEST_F(Figure, PagesHaveTheirSizes) {
  const FigureSubject subject = subjectOf(test::gilSample());
  const auto sizeOf = [&](Page page, std::optional<double> scale) {
    FigureOptions options;
    options.page = page;
    options.scale = scale;
    EXPECT_TRUE(writeFigure(subject, options, path("page.png")).isOk());
    return QImage(QString::fromStdString(path("page.png"))).size();
  };
  EXPECT_EQ(sizeOf(Page::kBlog, {}).width(), 1440);
  EXPECT_EQ(sizeOf(Page::kBlog, 1).width(), 720);
  EXPECT_EQ(sizeOf(Page::kSlide, {}), QSize(1920, 1080));
  EXPECT_EQ(sizeOf(Page::kFree, 0.5).width(), 600);
}

TEST_F(Figure, EveryTextOfASlideIsLargeEnough) {
  for (const test::Sample& sample :
       {test::forkJoinSample(), test::crowdSample(24), test::gilSample(), test::raceSample()}) {
    FigureOptions options;
    options.page = Page::kSlide;
    ASSERT_TRUE(writeFigure(subjectOf(sample), options, path("slide.svg")).isOk());
    QXmlStreamReader xml(content(path("slide.svg")));
    while (!xml.atEnd()) {
      if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != QLatin1String("text")) continue;
      EXPECT_GE(xml.attributes().value(QStringLiteral("font-size")).toDouble(), 22.0)
          << xml.readElementText().toStdString();
      EXPECT_LE(xml.attributes().value(QStringLiteral("y")).toDouble(), 1080.0);
    }
  }
}

TEST_F(Figure, ReadmeIsAPairOfLightAndDark) {
  FigureOptions options;
  options.page = Page::kReadme;
  const auto written = writeFigure(subjectOf(test::gilSample()), options, path("my.picture.png"));
  ASSERT_TRUE(written.isOk());
  EXPECT_EQ(written.value(), (std::vector<std::string>{path("my.picture-light.png"), path("my.picture-dark.png")}));
  EXPECT_EQ(QImage(QString::fromStdString(written.value()[0])).pixelColor(2, 2), QColor(Qt::white));
  EXPECT_LT(QImage(QString::fromStdString(written.value()[1])).pixelColor(2, 2).lightness(), 40);
}

TEST_F(Figure, PdfHasItsSizeAndTextThatCanBeFound) {
  FigureOptions options;
  options.page = Page::kA4;
  FigureSubject subject = subjectOf(test::forkJoinSample());
  subject.title = "스레드 3개 th1 2026-11-20";
  ASSERT_TRUE(writeFigure(subject, options, path("one.pdf")).isOk());
  const QByteArray bytes = content(path("one.pdf"));
  EXPECT_TRUE(bytes.startsWith("%PDF-"));
  EXPECT_TRUE(bytes.contains("/MediaBox [0 0 468"));  // 165 mm
  const QString program = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
  if (program.isEmpty()) GTEST_SKIP() << "no pdftotext here";
  QProcess process;
  process.start(program, {QStringLiteral("-layout"), QString::fromStdString(path("one.pdf")), QStringLiteral("-")});
  ASSERT_TRUE(process.waitForFinished());
  const std::string text = QString::fromUtf8(process.readAllStandardOutput()).toStdString();
  EXPECT_THAT(text, HasSubstr(subject.title));
  EXPECT_THAT(text, HasSubstr("sleep 2 s"));
  EXPECT_THAT(text, HasSubstr("pid 4242"));
}

TEST_F(Figure, AGivenScaleGivesTwoPicturesTheSamePixelsPerMillisecond) {
  FigureOptions options;
  options.nsPerPx = 100'000;
  ASSERT_TRUE(writeFigure(subjectOf(test::gilSample()), options, path("one.png")).isOk());
  EXPECT_EQ(QImage(QString::fromStdString(path("one.png"))).width(), 176 + 600 + 64);
}

TEST_F(Figure, TellsItsScaleForTheNextPicture) {
  FigureOptions options;
  options.nsPerPx = 62'500;
  EXPECT_EQ(svg(subjectOf(test::gilSample()), options).metadata.value(QStringLiteral("ns_per_px")),
            QStringLiteral("62500"));
  const QString own = svg(subjectOf(test::sumSample())).metadata.value(QStringLiteral("ns_per_px"));
  EXPECT_NEAR(own.toDouble(), 640e6 / 960, 0.001);
  options.nsPerPx = own.toDouble();
  EXPECT_EQ(svg(subjectOf(test::sumSample()), options).metadata.value(QStringLiteral("ns_per_px")), own);
}

TEST_F(Figure, HasTheLowRowsOfTheWindowInTheScreenStyleAndSaysTheSame) {
  FigureOptions options;
  const QImage diagram = renderFigure(subjectOf(test::gilSample()), options);
  const SvgContent asDiagram = svg(subjectOf(test::gilSample()), options);
  options.style = Style::kScreen;
  const QImage screen = renderFigure(subjectOf(test::gilSample()), options);
  const SvgContent asScreen = svg(subjectOf(test::gilSample()), options);
  EXPECT_EQ(screen.width(), diagram.width());
  EXPECT_LT(screen.height(), diagram.height());
  EXPECT_EQ(asScreen.title, asDiagram.title);
  EXPECT_EQ(asScreen.metadata, asDiagram.metadata);
}

TEST_F(Figure, StillSaysInTheScreenStyleWhatAThreadWaitsFor) {
  FigureOptions options;
  options.style = Style::kScreen;
  EXPECT_TRUE(svg(subjectOf(test::forkJoinSample()), options).texts.contains(QStringLiteral("sleep 2 s")));
}

TEST_F(Figure, FillsASlideInTheScreenStyleToo) {
  FigureOptions options;
  options.page = Page::kSlide;
  options.style = Style::kScreen;
  EXPECT_EQ(renderFigure(subjectOf(test::crowdSample(20)), options).size(), QSize(1920, 1080));
}

TEST_F(Figure, IsRenderedInMemoryAsItIsWritten) {
  FigureOptions options;
  options.page = Page::kBlog;
  options.theme = ThemeKind::kDark;
  const auto written = writeFigure(subjectOf(test::gilSample()), options, path("one.png"));
  ASSERT_TRUE(written.isOk());
  const QImage file(QString::fromStdString(written.value().front()));
  const QImage rendered = renderFigure(subjectOf(test::gilSample()), options);
  EXPECT_EQ(rendered.convertToFormat(QImage::Format_RGB32), file.convertToFormat(QImage::Format_RGB32));
}

TEST_F(Figure, StaysWithinTheBoundOfAPreviewAndKeepsItsShape) {
  FigureOptions options;
  options.page = Page::kSlide;
  const QImage small = renderFigure(subjectOf(test::gilSample()), options, QSize(480, 480));
  EXPECT_EQ(small.size(), QSize(480, 270));
  EXPECT_TRUE(renderFigure({}, options, QSize(480, 480)).isNull());
}

TEST_F(Figure, RefusesOtherEndings) {
  const auto written = writeFigure(subjectOf(test::gilSample()), {}, path("one.gif"));
  ASSERT_FALSE(written.isOk());
  EXPECT_EQ(written.error().code, ErrorCode::kInvalidArgument);
  EXPECT_TRUE(files().isEmpty());
}

TEST_F(Figure, RefusesAnImageTooLargeToPaint) {
  FigureOptions options;
  options.widthPx = 20'000;
  options.scale = 4;
  const auto written = writeFigure(subjectOf(test::gilSample()), options, path("one.png"));
  ASSERT_FALSE(written.isOk());
  EXPECT_EQ(written.error().code, ErrorCode::kLimit);
}

TEST_F(Figure, AnUnwritableTargetKeepsWhatWasThere) {
  const std::string target = path("old.png");
  ASSERT_EQ(::mkdir(target.c_str(), 0700), 0);  // a folder of that name: even root cannot write it as a file
  const auto written = writeFigure(subjectOf(test::gilSample()), {}, target);
  ASSERT_FALSE(written.isOk());
  EXPECT_EQ(written.error().code, ErrorCode::kSystem);
  EXPECT_EQ(written.error().context, target);
  EXPECT_TRUE(QFileInfo(QString::fromStdString(target)).isDir());
  EXPECT_TRUE(files().isEmpty());
  const auto nowhere = writeFigure(subjectOf(test::gilSample()), {}, path("no/such/folder.png"));
  EXPECT_FALSE(nowhere.isOk());
}

TEST_F(Figure, AFullDeviceIsAnErrorAndStaysADevice) {
  const std::string target = path("full.svg");
  ASSERT_EQ(::symlink("/dev/full", target.c_str()), 0);
  const auto written = writeFigure(subjectOf(test::gilSample()), {}, target);
  ASSERT_FALSE(written.isOk());
  EXPECT_EQ(written.error().code, ErrorCode::kSystem);
  struct stat status {};
  ASSERT_EQ(::stat("/dev/full", &status), 0);
  EXPECT_TRUE(S_ISCHR(status.st_mode));
}

TEST_F(Figure, ReplacesAnOldPictureWhole) {
  ASSERT_TRUE(writeFigure(subjectOf(test::denseSample(4, 4000)), {}, path("one.svg")).isOk());
  ASSERT_TRUE(writeFigure(subjectOf(test::gilSample()), {}, path("one.svg")).isOk());
  EXPECT_EQ(readSvg(content(path("one.svg"))).error, QString());
  EXPECT_EQ(files(), QStringList{QStringLiteral("one.svg")});
}

TEST_F(Figure, AnEmptyTraceIsAPictureWithoutLanes) {
  test::TraceSketch sketch;
  sketch.writer.finish();
  FigureSubject subject = subjectOf({sketch.writer.snapshot(), {}});
  for (const char* name : {"empty.png", "empty.svg", "empty.pdf"}) {
    for (const Page page : {Page::kFree, Page::kSlide, Page::kA4}) {
      FigureOptions options;
      options.page = page;
      EXPECT_TRUE(writeFigure(subject, options, path(name)).isOk()) << name;
    }
  }
}

}  // namespace
}  // namespace threadline::paint
