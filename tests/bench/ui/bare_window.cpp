// SPDX-License-Identifier: GPL-3.0-or-later
// An empty window: the floor of what a program with Qt Widgets needs to its first picture.
#include <QApplication>
#include <QMainWindow>

int main(int argc, char** argv) {
  const QApplication application(argc, argv);
  QMainWindow window;
  window.setWindowTitle(QStringLiteral("Threadline"));
  window.resize(1200, 760);
  window.show();
  return QApplication::exec();
}
