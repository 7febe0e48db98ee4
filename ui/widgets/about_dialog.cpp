// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/about_dialog.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace threadline::widgets {

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("aboutDialog"));
  setModal(false);
  const auto addText = [this] {
    auto* label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
  };
  m_name = addText();
  QFont large = m_name->font();
  large.setPointSizeF(large.pointSizeF() * 1.5);
  large.setBold(true);
  m_name->setFont(large);
  m_text = addText();
  m_licence = addText();
  auto* box = new QDialogButtonBox(this);
  m_close = box->addButton(QString(), QDialogButtonBox::RejectRole);
  m_close->setDefault(true);
  connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  for (QLabel* label : {m_name, m_text, m_licence}) column->addWidget(label);
  column->addStretch(1);
  column->addWidget(box);
  retranslate();
  resize(460, 260);
}

void AboutDialog::retranslate() {
  setWindowTitle(tr("About Threadline"));
  m_name->setText(QStringLiteral("Threadline %1").arg(QLatin1String(THREADLINE_VERSION)));
  m_text->setText(
      tr("Threadline runs small programs with real threads and processes and shows what each of them does, moment by "
         "moment."));
  m_licence->setText(tr("Free software under the GNU General Public License, version 3 or later. It comes without any "
                        "warranty. Made with Qt %1.")
                         .arg(QLatin1String(qVersion())));
  m_close->setText(tr("Close"));
}

void AboutDialog::changeEvent(QEvent* event) {
  QDialog::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace threadline::widgets
