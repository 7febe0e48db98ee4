// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <QCoreApplication>
#include <QTranslator>

#include <cstdlib>

namespace threadline::app {
namespace {

Language g_language = Language::kEnglish;

Language languageNamed(std::string_view name) {
  return name.substr(0, 2) == "ko" ? Language::kKorean : Language::kEnglish;
}

}  // namespace

Language chooseLanguage(const std::vector<std::string_view>& arguments) {
  constexpr std::string_view kOption = "--lang";
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--") break;
    if (argument == kOption && i + 1 < arguments.size()) return languageNamed(arguments[i + 1]);
    if (argument.substr(0, kOption.size() + 1) == "--lang=") return languageNamed(argument.substr(kOption.size() + 1));
  }
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value && *value != 0) return languageNamed(value);
  }
  return Language::kEnglish;
}

void installLanguage(Language language) {
  g_language = language;
  auto* translator = new QTranslator(QCoreApplication::instance());
  const QString name =
      language == Language::kKorean ? QStringLiteral("threadline_ko") : QStringLiteral("threadline_en");
  if (translator->load(name, QStringLiteral(":/i18n"))) QCoreApplication::installTranslator(translator);
}

Language currentLanguage() {
  return g_language;
}

}  // namespace threadline::app
