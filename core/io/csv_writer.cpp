// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_writer.h"

#include "core/io/span_words.h"
#include "core/io/words.h"

namespace threadline::io {
namespace {

/// Quoted where the content asks for it (RFC 4180).
void cell(TextOut& out, std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out << text;
    return;
  }
  out << '"';
  for (std::size_t quote = text.find('"'); quote != std::string_view::npos; quote = text.find('"')) {
    out << text.substr(0, quote + 1) << '"';
    text.remove_prefix(quote + 1);
  }
  out << text << '"';
}

void numberCell(TextOut& out, std::int64_t number) {
  if (number != 0) out << number;
}

}  // namespace

void writeCsv(const model::Snapshot& snapshot, TextOut& out) {
  out << "lane,kind,name,pid,tid,start_ns,end_ns,state,label,waits_for\r\n";
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) {
    const model::Lane& lane = snapshot.lane({i});
    const bool hasProcess = lane.process.value < snapshot.processes().size();
    const std::size_t count = snapshot.spanCount({i});
    for (std::size_t s = 0; s < count; ++s) {
      const model::Span span = snapshot.span({i}, s);
      out << i << ',' << kLaneKinds.of(lane.kind) << ',';
      cell(out, lane.name);
      out << ',';
      numberCell(out, hasProcess ? snapshot.processes()[lane.process.value].pid : 0);
      out << ',';
      numberCell(out, lane.tid);
      out << ',' << span.start.ns << ',' << span.end.ns << ',' << nameOf(span.state) << ',';
      cell(out, snapshot.text(span.label));
      out << ',';
      cell(out, waitsFor(snapshot, span));
      out << "\r\n";
    }
  }
}

}  // namespace threadline::io
