/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "ledger-application.h"
#include "ledger-locale.h"
#include "ledger-toolkit.h"

int
main (int argc, char **argv)
{
  g_autoptr (LedgerApplication) application = NULL;

  ledger_toolkit_choose_renderer ();
  gtk_disable_setlocale ();
  ledger_locale_init ();
  application = ledger_application_new (NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
