// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A draw list as SVG 1.1: well-formed whatever the names are, texts as text, hints as <title>, no script, nothing
// loaded from elsewhere. Patterns are <pattern>s named after their states; share strips are one stepped path a state.
//
// Thread: any; needs no fonts.

#include <QByteArray>

#include <string>
#include <utility>
#include <vector>

#include "ui/paint/theme.h"
#include "ui/scene/draw_list.h"

namespace threadline::paint {

struct SvgFacts {
  std::string title;
  std::string description;
  std::vector<std::pair<std::string, std::string>> metadata;
};

[[nodiscard]] QByteArray svgOf(const scene::DrawList& list, const Theme& theme, const SvgFacts& facts);

/// What XML 1.0 allows of a text: other characters become U+FFFD. Source: XML 1.0, section 2.2 (Char).
[[nodiscard]] QString xmlText(const std::string& utf8);

}  // namespace threadline::paint
