// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QPointer>
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
  static QList<QPointer<QTranslator>> installed;
  for (const QPointer<QTranslator>& old : installed) {
    if (old) {
      QCoreApplication::removeTranslator(old);
      delete old;
    }
  }
  installed.clear();
  g_language = language;
  const auto install = [](const QString& name, const QString& folder) {
    auto* translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(name, folder) && QCoreApplication::installTranslator(translator)) installed += translator;
  };
  const bool isKorean = language == Language::kKorean;
  // Qt's own words first: the last one installed is asked first.
  if (isKorean) install(QStringLiteral("qtbase_ko"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
  install(isKorean ? QStringLiteral("threadline_ko") : QStringLiteral("threadline_en"), QStringLiteral(":/i18n"));
}

Language currentLanguage() {
  return g_language;
}

}  // namespace threadline::app
