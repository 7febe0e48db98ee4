// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/chrome_file.h"

#include <algorithm>
#include <optional>

namespace threadline::io {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::size_t kMaxEvents = std::size_t{1} << 26U;
constexpr std::size_t kMaxElementBytes = std::size_t{1} << 22U;  // of a damaged file: bounds the search for an end
constexpr std::string_view kSpaces = " \t\r\n";

std::string_view withoutPadding(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  while (!bytes.empty() && (bytes.back() == '\0' || kSpaces.find(bytes.back()) != std::string_view::npos)) {
    bytes.remove_suffix(1);
  }
  while (!bytes.empty() && kSpaces.find(bytes.front()) != std::string_view::npos) bytes.remove_prefix(1);
  return bytes;
}

/// A view for simdjson of text that stands within a larger, padded buffer.
simdjson::padded_string_view padded(std::string_view text) {
  return simdjson::padded_string_view(text.data(), text.size(), text.size() + simdjson::SIMDJSON_PADDING);
}

// ---- whole files

class WholeReader {
 public:
  WholeReader(ChromeFile& file, model::TextTable& texts) : m_file(file), m_events(texts) {}

  simdjson::error_code read(std::string_view bytes, bool& isList) {
    ondemand::parser parser;
    ondemand::document document;
    if (const auto error = parser.iterate(padded(bytes)).get(document); error != simdjson::SUCCESS) return error;
    ondemand::json_type type{};
    if (const auto error = document.type().get(type); error != simdjson::SUCCESS) return error;
    if (type == ondemand::json_type::array) {
      ondemand::array array;
      if (const auto error = document.get_array().get(array); error != simdjson::SUCCESS) return error;
      isList = true;
      return readEvents(array);
    }
    ondemand::object object;
    if (const auto error = document.get_object().get(object); error != simdjson::SUCCESS) return error;
    return readObject(object, isList);
  }

 private:
  simdjson::error_code readObject(ondemand::object& object, bool& isList) {
    for (auto next : object) {
      ondemand::field field;
      if (const auto error = std::move(next).get(field); error != simdjson::SUCCESS) return error;
      const bool isEvents = field.key() == "traceEvents";
      const bool isOther = field.key() == "otherData";
      if (!isEvents && !isOther) continue;
      ondemand::json_type type{};
      if (const auto error = field.value().type().get(type); error != simdjson::SUCCESS) return error;
      if (isEvents && type == ondemand::json_type::array) {
        ondemand::array array;
        if (const auto error = field.value().get_array().get(array); error != simdjson::SUCCESS) return error;
        isList = true;
        if (const auto error = readEvents(array); error != simdjson::SUCCESS) return error;
      } else if (isOther && type == ondemand::json_type::object) {
        ondemand::object other;
        if (const auto error = field.value().get_object().get(other); error != simdjson::SUCCESS) return error;
        if (const auto error = readOther(other); error != simdjson::SUCCESS) return error;
      }
    }
    return simdjson::SUCCESS;
  }

  simdjson::error_code readOther(ondemand::object& other) {
    for (auto next : other) {
      ondemand::field field;
      if (const auto error = std::move(next).get(field); error != simdjson::SUCCESS) return error;
      if (!(field.key() == "threadline")) continue;
      ondemand::json_type type{};
      if (const auto error = field.value().type().get(type); error != simdjson::SUCCESS) return error;
      if (type != ondemand::json_type::object) continue;
      ondemand::object own;
      if (const auto error = field.value().get_object().get(own); error != simdjson::SUCCESS) return error;
      if (const auto error = own.raw_json().get(m_file.own); error != simdjson::SUCCESS) return error;
    }
    return simdjson::SUCCESS;
  }

  simdjson::error_code readEvents(ondemand::array& array) {
    for (auto next : array) {
      ondemand::value element;
      if (const auto error = std::move(next).get(element); error != simdjson::SUCCESS) return error;
      ondemand::json_type type{};
      if (const auto error = element.type().get(type); error != simdjson::SUCCESS) return error;
      if (type != ondemand::json_type::object) {
        ++m_file.unreadable;
        continue;
      }
      if (m_file.events.size() >= kMaxEvents) return simdjson::CAPACITY;
      ChromeEvent& event = m_file.events.emplace_back();
      if (const auto error = m_events.parse(element, event); error != simdjson::SUCCESS) return error;
    }
    return simdjson::SUCCESS;
  }

  ChromeFile& m_file;
  ChromeEventParser m_events;
};

// ---- damaged files

/// The end of the JSON value that starts at `start`, behind its last brace; nothing when there is none within reach.
std::optional<std::size_t> endOfBraces(std::string_view bytes, std::size_t start) {
  std::size_t depth = 0;
  bool isInString = false;
  const std::size_t limit = std::min(bytes.size(), start + kMaxElementBytes);
  for (std::size_t i = start; i < limit; ++i) {
    const char c = bytes[i];
    if (isInString) {
      if (c == '\\') ++i;
      if (c == '"') isInString = false;
    } else if (c == '"') {
      isInString = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      if (--depth == 0) return i + 1;
    }
  }
  return std::nullopt;
}

/// Where the value of a key of the outermost object starts; nothing when the key is not there.
std::optional<std::size_t> valueOfKey(std::string_view bytes, std::string_view key) {
  const std::string quoted = '"' + std::string(key) + '"';
  for (std::size_t at = bytes.find(quoted); at != std::string_view::npos; at = bytes.find(quoted, at + 1)) {
    std::size_t i = bytes.find_first_not_of(kSpaces, at + quoted.size());
    if (i == std::string_view::npos || bytes[i] != ':') continue;
    i = bytes.find_first_not_of(kSpaces, i + 1);
    if (i != std::string_view::npos) return i;
  }
  return std::nullopt;
}

std::string_view ownPart(std::string_view bytes) {
  const auto other = valueOfKey(bytes, "otherData");
  if (!other || bytes[*other] != '{') return {};
  const auto end = endOfBraces(bytes, *other);
  if (!end) return {};
  const std::string_view object = bytes.substr(*other, *end - *other);
  const auto own = valueOfKey(object, "threadline");
  if (!own || object[*own] != '{') return {};
  const auto ownEnd = endOfBraces(object, *own);
  return ownEnd ? object.substr(*own, *ownEnd - *own) : std::string_view();
}

void mend(std::string& bytes, ChromeFile& file, model::TextTable& texts) {
  file = {};
  file.isMended = true;
  const std::string_view text = withoutPadding(bytes);
  file.own = ownPart(text);
  const std::vector<std::string_view> elements = splitEvents(text);
  // Some writers leave line feeds within strings. Between values a space is as good, and places stay the same.
  std::replace_if(
      bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  ondemand::parser parser;
  ChromeEventParser events(texts);
  for (const std::string_view element : elements) {
    ondemand::document document;
    ondemand::value value;
    ChromeEvent event;
    // get_value() must come before anything that looks into the document.
    const bool isRead = parser.iterate(padded(element)).get(document) == simdjson::SUCCESS &&
                        document.get_value().get(value) == simdjson::SUCCESS &&
                        events.parse(value, event) == simdjson::SUCCESS;
    if (isRead && file.events.size() < kMaxEvents) {
      file.events.push_back(event);
    } else {
      ++file.unreadable;
    }
  }
}

}  // namespace

std::vector<std::string_view> splitEvents(std::string_view bytes) {
  std::vector<std::string_view> elements;
  std::size_t i = 0;
  if (!bytes.empty() && bytes[0] == '{') {
    const auto list = valueOfKey(bytes, "traceEvents");
    if (!list || bytes[*list] != '[') return elements;
    i = *list;
  }
  if (i < bytes.size() && bytes[i] == '[') ++i;
  while (i < bytes.size() && bytes[i] != ']') {
    if (bytes[i] != '{') {
      ++i;
      continue;
    }
    const auto end = endOfBraces(bytes, i);
    if (end) elements.push_back(bytes.substr(i, *end - i));
    // An element without an end: the next line that starts one may be sound again.
    const std::size_t next = end ? *end : bytes.find("\n{", i);
    if (next == std::string_view::npos) break;
    i = end ? next : next + 1;
  }
  return elements;
}

Result<ChromeFile> readChromeFile(std::string& bytes, model::TextTable& texts) {
  bytes.reserve(bytes.size() + simdjson::SIMDJSON_PADDING);
  std::string_view text = withoutPadding(bytes);
  if (text.empty()) return Error{ErrorCode::kInvalidInput, "the file is empty", {}};
  if (text[0] != '[' && text[0] != '{')
    return Error{ErrorCode::kInvalidInput, "this is no JSON list of trace events", {}};
  ChromeFile file;
  bool isList = false;
  simdjson::error_code error = WholeReader(file, texts).read(text, isList);
  if (error == simdjson::UTF8_ERROR) {
    bytes = model::validUtf8(text);
    bytes.reserve(bytes.size() + simdjson::SIMDJSON_PADDING);
    text = bytes;
    file = {};
    isList = false;
    error = WholeReader(file, texts).read(text, isList);
    file.isMended = true;
  }
  if (error == simdjson::CAPACITY) return Error{ErrorCode::kLimit, "more events than can be read", {}};
  if (error == simdjson::SUCCESS && isList) return file;
  mend(bytes, file, texts);
  if (!file.events.empty() || (isList && error == simdjson::SUCCESS)) return file;
  if (text[0] == '[' && text.find_first_not_of(kSpaces, 1) == std::string_view::npos) return file;  // "[" cut off
  return Error{ErrorCode::kInvalidInput,
               error == simdjson::SUCCESS ? "there is no list of trace events in it"
                                          : std::string("no event can be read: ") + simdjson::error_message(error),
               {}};
}

}  // namespace threadline::io
