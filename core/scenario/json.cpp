// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/json.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <unordered_set>

#include <nlohmann/json.hpp>

#include "core/scenario/quote.h"

namespace threadline::scenario {

namespace {

constexpr std::size_t kMaxFaults = 400;
constexpr std::size_t kMaxKeyBytes = 256;

bool isWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
}

struct Open {
  Json* value;
  std::unordered_set<std::string> keys;  // of an object
  std::string key;                       // the one being read
};

// Receives what nlohmann's parser finds, piece by piece, and builds the tree within the limits. Answering false stops
// the parser, so that nothing is ever larger than allowed.
class Builder {
 public:
  using Library = nlohmann::json;

  Builder(std::string_view text, const JsonLimits& limits, JsonDocument& document)
      : m_text(text), m_limits(limits), m_document(document) {}

  bool null() { return add(Json::Type::kNull) != nullptr; }
  bool boolean(bool value) {
    Json* json = add(Json::Type::kBool);
    if (json) json->truth = value;
    return json != nullptr;
  }
  bool number_integer(Library::number_integer_t value) {
    Json* json = add(Json::Type::kInteger);
    if (json) json->integer = value;
    return json != nullptr;
  }
  bool number_unsigned(Library::number_unsigned_t value) {
    if (value <= static_cast<Library::number_unsigned_t>(std::numeric_limits<std::int64_t>::max())) {
      return number_integer(static_cast<std::int64_t>(value));
    }
    Json* json = add(Json::Type::kInteger);
    if (json) addFault(pointer(), json->order, std::to_string(value), "a number that fits 64 bits");
    return json != nullptr;
  }
  bool number_float(Library::number_float_t value, const std::string& text) {
    // A whole number beyond 64 bits comes here too; silently made a decimal it would be another number.
    const bool isWhole = text.find_first_of(".eE") == std::string::npos;
    Json* json = add(isWhole ? Json::Type::kInteger : Json::Type::kDecimal);
    if (!json) return false;
    json->decimal = value;
    if (isWhole) addFault(pointer(), json->order, inQuotes(text, 30), "a number that fits 64 bits");
    return true;
  }
  bool string(std::string& value) {
    Json* json = add(Json::Type::kText);
    if (json) json->text = std::move(value);
    return json != nullptr;
  }
  bool binary(Library::binary_t& /*value*/) { return false; }  // not in JSON text
  bool start_object(std::size_t /*elements*/) { return open(Json::Type::kObject); }
  bool start_array(std::size_t /*elements*/) { return open(Json::Type::kList); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(std::string& name) {
    if (name.size() > kMaxKeyBytes) {
      addFault("", 0, "the key " + inQuotes(name), "keys of at most " + std::to_string(kMaxKeyBytes) + " bytes");
      return false;
    }
    Open& object = m_open.back();
    m_isTwice = !object.keys.insert(name).second;
    object.key = std::move(name);
    return true;
  }
  template <typename Exception>
  bool parse_error(std::size_t position, const std::string& /*token*/, const Exception& exception) {
    constexpr int kNumberTooLarge = 406;  // of nlohmann's exceptions; all others are of syntax
    std::size_t at = std::min(position == 0 ? 0 : position - 1, m_text.size());
    // The parser stops within a word or number; what is shown begins where that begins.
    while (at > 0 && position <= m_text.size() && isWordByte(m_text[at]) && isWordByte(m_text[at - 1])) --at;
    const std::string_view before = m_text.substr(0, at);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t lineStart = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const std::string found = position > m_text.size() ? "the end of the file" : inQuotes(m_text.substr(at), 20);
    addFault("", 0, found + " in line " + std::to_string(line) + ", column " + std::to_string(at - lineStart + 1),
             exception.id == kNumberTooLarge ? "a number that fits 64 bits" : "well-formed JSON");
    return false;
  }

 private:
  Json* add(Json::Type type) {
    if (m_count >= m_limits.values) {
      addFault("", 0, "more than " + std::to_string(m_limits.values) + " values", "a smaller file");
      return nullptr;
    }
    Json* json = slot();
    json->type = type;
    json->order = m_count++;
    return json;
  }
  // Where the next value goes. A key that is there already keeps its first value; the second is read and dropped.
  Json* slot() {
    if (m_open.empty()) return &m_document.root;
    Open& parent = m_open.back();
    if (parent.value->type == Json::Type::kList) return &parent.value->items.emplace_back();
    if (m_isTwice) {
      addFault(pointer(), m_count, "the key " + inQuotes(parent.key) + " a second time", "each key once");
      m_dropped.emplace_back(std::make_unique<Json>());
      return m_dropped.back().get();
    }
    parent.value->members.push_back({parent.key, {}});
    return &parent.value->members.back().value;
  }
  bool open(Json::Type type) {
    if (m_open.size() >= m_limits.depth) {
      addFault("", 0, "lists and objects nested more than " + std::to_string(m_limits.depth) + " deep",
               "a flatter file");
      return false;
    }
    Json* json = add(type);
    if (!json) return false;
    m_open.push_back({json, {}, {}});
    return true;
  }
  bool close() {
    m_open.pop_back();
    return true;
  }
  // Of the value begun last, which is not open itself. Made only for messages: long ones would cost too much.
  [[nodiscard]] std::string pointer() const {
    std::string text;
    for (const Open& open : m_open) {
      const bool isList = open.value->type == Json::Type::kList;
      text = isList ? pointerTo(text, open.value->items.size() - 1) : pointerTo(text, open.key);
    }
    return text;
  }
  void addFault(std::string place, std::uint32_t order, std::string found, std::string expected) {
    if (m_document.faults.size() >= kMaxFaults) return;
    m_document.faults.push_back({std::move(place), order, std::move(found), std::move(expected)});
  }

  std::string_view m_text;
  JsonLimits m_limits;
  JsonDocument& m_document;
  std::vector<Open> m_open;  // a parent's vector grows only while none of its children is open: pointers stay good
  std::vector<std::unique_ptr<Json>> m_dropped;
  std::uint32_t m_count = 0;
  bool m_isTwice = false;
};

}  // namespace

const Json* Json::member(std::string_view key) const {
  const auto it = std::find_if(members.begin(), members.end(), [&](const JsonMember& one) { return one.key == key; });
  return it == members.end() ? nullptr : &it->value;
}

JsonDocument parseJson(std::string_view text, const JsonLimits& limits) {
  JsonDocument document;
  if (text.size() > limits.bytes) {
    document.faults.push_back(
        {"", 0, std::to_string(text.size()) + " bytes", "at most " + std::to_string(limits.bytes) + " bytes"});
    return document;
  }
  Builder builder(text, limits, document);
  document.isComplete = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  return document;
}

std::string pointerTo(const std::string& pointer, std::string_view key) {
  std::string result = pointer + "/";
  for (const char c : key) {
    if (c == '~') {
      result += "~0";
    } else if (c == '/') {
      result += "~1";
    } else {
      result += c;
    }
  }
  return result;
}

std::string pointerTo(const std::string& pointer, std::size_t index) {
  return pointer + "/" + std::to_string(index);
}

std::string describe(const Json& json) {
  switch (json.type) {
    case Json::Type::kNull: return "null";
    case Json::Type::kBool: return json.truth ? "true" : "false";
    case Json::Type::kInteger: return std::to_string(json.integer);
    case Json::Type::kDecimal: return nlohmann::json(json.decimal).dump();
    case Json::Type::kText: return inQuotes(json.text);
    case Json::Type::kList:
      return json.items.empty() ? "an empty list" : "a list of " + std::to_string(json.items.size());
    case Json::Type::kObject: return json.members.empty() ? "an empty object" : "an object";
  }
  return {};
}

std::string jsonText(std::string_view text) {
  return nlohmann::json(std::string(text)).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string writeJson(const Json& json) {
  if (json.type == Json::Type::kText) return jsonText(json.text);
  if (json.type != Json::Type::kList && json.type != Json::Type::kObject) return describe(json);
  const bool isList = json.type == Json::Type::kList;
  std::string text(1, isList ? '[' : '{');
  const auto separate = [&] {
    if (text.size() > 1) text += ',';
  };
  for (const Json& item : json.items) {
    separate();
    text += writeJson(item);
  }
  for (const JsonMember& member : json.members) {
    separate();
    text += jsonText(member.key) + ':' + writeJson(member.value);
  }
  return text + (isList ? ']' : '}');
}

}  // namespace threadline::scenario
