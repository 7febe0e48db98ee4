// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>

#include <cmath>
#include <random>

#include "ui/paint/hatch.h"
#include "ui/paint/theme.h"
#include "ui/paint/timeline_painter.h"

namespace threadline::paint {
namespace {

double luminance(const QColor& colour) {
  const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
  const double x = luminance(a);
  const double y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

const Theme& light() {
  return themeFor(ThemeKind::kLight);
}

TEST(Theme, TextIsReadableOnEveryStateAndEdgesOnThePage) {
  for (const ThemeKind kind : {ThemeKind::kLight, ThemeKind::kDark}) {
    const Theme& theme = themeFor(kind);
    for (std::size_t i = 0; i < kLaneStateCount; ++i) {
      const StateStyle& style = theme.states[i];
      EXPECT_GE(contrast(style.text, style.fill), 6.3) << nameOf(static_cast<LaneState>(i));
      EXPECT_GE(contrast(style.edge, theme.background), 4.1) << nameOf(static_cast<LaneState>(i));
    }
    EXPECT_GE(contrast(theme.faintText, theme.background), 4.5);
    for (const QColor& shade : theme.shades) EXPECT_GE(contrast(theme.text, shade), 4.5);
  }
}

TEST(Theme, EveryStateLooksDifferentInGrey) {
  // Two states that come near to each other in grey must differ by their pattern, edge or its kind.
  for (const ThemeKind kind : {ThemeKind::kLight, ThemeKind::kDark}) {
    const Theme& theme = themeFor(kind);
    for (std::size_t i = 0; i < kLaneStateCount; ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        const StateStyle& a = theme.states[i];
        const StateStyle& b = theme.states[k];
        const bool samePattern = a.pattern == b.pattern && a.edgeKind == b.edgeKind;
        const bool sameGrey = contrast(a.fill, b.fill) < 1.05 && contrast(a.edge, b.edge) < 1.15;
        EXPECT_FALSE(samePattern && sameGrey)
            << nameOf(static_cast<LaneState>(i)) << " and " << nameOf(static_cast<LaneState>(k));
      }
    }
  }
}

TEST(Theme, RunningIsBlueAndInputAndOutputRedInBoth) {
  for (const ThemeKind kind : {ThemeKind::kLight, ThemeKind::kDark}) {
    EXPECT_NEAR(themeFor(kind).of(LaneState::kRunning).fill.hue(), 208, 12);
    const int hue = themeFor(kind).of(LaneState::kWaitingIo).fill.hue();
    EXPECT_TRUE(hue < 20 || hue > 345) << hue;
  }
}

scene::DrawList listOf(scene::Primitive primitive) {
  scene::DrawList list;
  list.width = 60;
  list.height = 40;
  list.primitives.push_back(std::move(primitive));
  return list;
}

TEST(Raster, DrawsABoxToThePixel) {
  const QImage image = rasterOf(listOf(scene::StateBox{{10, 10, 20, 20}, LaneState::kRunning, false, {}}), light(), 1);
  const QColor fill = light().of(LaneState::kRunning).fill;
  EXPECT_EQ(image.pixelColor(9, 15), QColor(Qt::white));
  EXPECT_EQ(image.pixelColor(10, 10), fill);
  EXPECT_EQ(image.pixelColor(29, 29), fill);
  EXPECT_EQ(image.pixelColor(30, 15), QColor(Qt::white));
}

TEST(Raster, PutsTheOutlineInside) {
  const QImage image = rasterOf(listOf(scene::StateBox{{10, 10, 20, 20}, LaneState::kRunning, true, {}}), light(), 4);
  EXPECT_EQ(image.pixelColor(4 * 10 - 1, 60), QColor(Qt::white));
  EXPECT_EQ(image.pixelColor(4 * 10, 60), light().of(LaneState::kRunning).edge);
  EXPECT_EQ(image.pixelColor(4 * 10 + 4, 60), light().of(LaneState::kRunning).edge);
  EXPECT_EQ(image.pixelColor(4 * 10 + 5, 60), light().of(LaneState::kRunning).fill);
}

TEST(Raster, NeighboursThatShareAPixelMixByAreaAndLetNoPageThrough) {
  scene::DrawList list = listOf(scene::StateBox{{10, 10, 10.25, 20}, LaneState::kRunning, false, {}});
  list.primitives.emplace_back(scene::StateBox{{20.25, 10, 10, 20}, LaneState::kSleeping, false, {}});
  const QColor actual = rasterOf(list, light(), 1).pixelColor(20, 15);
  const QColor a = light().of(LaneState::kRunning).fill;
  const QColor b = light().of(LaneState::kSleeping).fill;
  EXPECT_NEAR(actual.red(), 0.25 * a.red() + 0.75 * b.red(), 2);
  EXPECT_NEAR(actual.green(), 0.25 * a.green() + 0.75 * b.green(), 2);
  EXPECT_NEAR(actual.blue(), 0.25 * a.blue() + 0.75 * b.blue(), 2);
}

TEST(Raster, AColumnOfSharesHasTheExactMeanColour) {
  std::mt19937 random(5);
  scene::ShareStrip strip{0, 3, 1, 34, {}};
  for (int c = 0; c < 60; ++c) {
    std::array<std::uint8_t, kLaneStateCount> column{};
    for (std::uint8_t& level : column) level = static_cast<std::uint8_t>(random() % 256);
    std::sort(column.begin(), column.end());
    strip.cumulative.push_back(column);
  }
  const QImage image = rasterOf(listOf(strip), light(), 1);
  for (int c = 0; c < 60; ++c) {
    double red = 0;
    for (int y = 0; y < image.height(); ++y) red += image.pixelColor(c, y).red();
    double expected = 255.0 * (40 - 34);
    double below = 0;
    for (std::size_t s = 0; s < kLaneStateCount; ++s) {
      const double level = strip.cumulative[static_cast<std::size_t>(c)][s];
      expected += 34 * (level - below) / 255 * light().states[s].fill.red();
      below = level;
    }
    expected += 255.0 * 34 * (255 - below) / 255;
    EXPECT_NEAR(red, expected, 20) << c;  // of about 8000: rounding of up to fifteen mixed pixels
  }
}

TEST(Raster, HatchesWaitsAndKeepsThePatternInStepAcrossBoxes) {
  scene::DrawList list = listOf(scene::StateBox{{0, 0, 24, 40}, LaneState::kWaitingGil, false, {}});
  list.primitives.emplace_back(scene::StateBox{{24, 0, 36, 40}, LaneState::kWaitingGil, false, {}});
  const QImage image = rasterOf(list, light(), 1);
  for (int x = 0; x + 8 < 60; ++x) EXPECT_EQ(image.pixelColor(x, 7), image.pixelColor(x + 8, 7)) << x;
  EXPECT_NE(image.pixelColor(4, 7), image.pixelColor(0, 7));
}

TEST(Raster, RefusesWhatCannotBeAnImage) {
  EXPECT_TRUE(rasterOf(scene::DrawList{}, light(), 1).isNull());
  scene::DrawList list = listOf(scene::Line{});
  list.width = 1e9;
  EXPECT_TRUE(rasterOf(list, light(), 1).isNull());
  list.width = std::nan("");
  EXPECT_TRUE(rasterOf(list, light(), 1).isNull());
}

TEST(Raster, BoxesAndStripsBeyondTheEdgeAreCut) {
  scene::DrawList list = listOf(scene::StateBox{{-20, -20, 500, 500}, LaneState::kJoining, true, {}});
  std::array<std::uint8_t, kLaneStateCount> full{};
  full.fill(255);
  list.primitives.emplace_back(scene::ShareStrip{-5, -5, 1, 90, std::vector(200, full)});
  list.primitives.emplace_back(scene::ShareStrip{5, 5, 1, 9, {}});
  const QImage image = rasterOf(list, light(), 1);
  EXPECT_EQ(image.pixelColor(59, 39), light().of(LaneState::kCreated).fill);
}

TEST(Raster, ImageAndPaperShowTheSame) {
  for (const LaneState state : {LaneState::kRunning, LaneState::kWaitingIo, LaneState::kWaitingLock,
                                LaneState::kWaitingGil, LaneState::kWaitingQueue, LaneState::kChecking}) {
    const scene::DrawList list = listOf(scene::StateBox{{8, 8, 40, 24}, state, true, {}});
    const QImage raster = rasterOf(list, light(), 2);
    QImage vector(raster.size(), QImage::Format_RGB32);
    QPainter painter(&vector);
    painter.scale(2, 2);
    paintVector(painter, list, light());
    painter.end();
    double difference = 0;
    for (int y = 0; y < raster.height(); ++y) {
      for (int x = 0; x < raster.width(); ++x) {
        difference += std::abs(raster.pixelColor(x, y).lightnessF() - vector.pixelColor(x, y).lightnessF());
      }
    }
    EXPECT_LT(difference / (raster.width() * raster.height()), 0.01) << nameOf(state);
  }
}

}  // namespace
}  // namespace threadline::paint
