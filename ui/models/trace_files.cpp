// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/trace_files.h"

#include <utility>

#include "core/io/trace_file.h"
#include "core/report/run_metadata.h"
#include "ui/models/pool_work.h"

namespace threadline::models {
namespace {

struct Opened {
  RunRecordPtr record;
  QStringList repairs;
  Error error;  // where there is no record
};

Opened readRecord(const std::string& path) {
  auto read = io::readTrace(path);
  if (!read) {
    Error error = read.error();
    if (error.context.empty()) error.context = path;
    return {nullptr, {}, std::move(error)};
  }
  io::TraceFile file = read.take();
  Opened out;
  for (const std::string& repair : file.repairs) out.repairs += QString::fromStdString(repair);
  auto own = report::fromMetadata(file.metadata, file.snapshot);
  auto record = std::make_shared<report::RunRecord>();
  if (own) {
    *record = std::move(*own);
  } else {
    record->snapshot = file.snapshot;
    record->ending = report::endingOf(file.metadata);
  }
  out.record = std::move(record);
  return out;
}

}  // namespace

void TraceFiles::open(const QString& path) {
  changePending(1);
  onPool<Opened>(
      this, [file = path.toStdString()] { return readRecord(file); },
      [this, path](const Opened& result) {
        changePending(-1);
        if (result.record) {
          emit opened(path, result.record, result.repairs);
        } else {
          emit failed(result.error);
        }
      });
}

void TraceFiles::save(quint64 id, const RunRecordPtr& record, const QString& path) {
  changePending(1);
  onPool<std::optional<Error>>(
      this,
      [record, file = path.toStdString()]() -> std::optional<Error> {
        const Status written = io::writeTrace(*record->snapshot, report::toMetadata(*record), file);
        if (written) return std::nullopt;
        Error error = written.error();
        if (error.context.empty()) error.context = file;
        return error;
      },
      [this, id, path](const std::optional<Error>& error) {
        changePending(-1);
        if (error) {
          emit failed(*error);
        } else {
          emit saved(id, path);
        }
      });
}

void TraceFiles::changePending(int by) {
  m_pending += by;
  emit pendingChanged(m_pending);
}

}  // namespace threadline::models
