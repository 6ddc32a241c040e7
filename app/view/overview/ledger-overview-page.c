/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-overview-page.h"

#include <glib/gi18n-lib.h>

struct _LedgerOverviewPage
{
  LedgerPage parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerOverviewPage, ledger_overview_page, LEDGER_TYPE_PAGE)

static void
ledger_overview_page_class_init (LedgerOverviewPageClass *klass)
{
}

static void
ledger_overview_page_init (LedgerOverviewPage *self)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("Overview"));
  adw_bin_set_child (ADW_BIN (self), status);
  ledger_page_set_title (LEDGER_PAGE (self), _ ("Overview"));
}
