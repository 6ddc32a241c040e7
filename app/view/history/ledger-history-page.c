/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-history-page.h"

#include <glib/gi18n-lib.h>

struct _LedgerHistoryPage
{
  LedgerPage parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerHistoryPage, ledger_history_page, LEDGER_TYPE_PAGE)

static void
ledger_history_page_class_init (LedgerHistoryPageClass *klass)
{
}

static void
ledger_history_page_init (LedgerHistoryPage *self)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("History"));
  adw_bin_set_child (ADW_BIN (self), status);
  ledger_page_set_title (LEDGER_PAGE (self), _ ("History"));
}
