/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-page.h"

#include <glib/gi18n-lib.h>

struct _LedgerSignoffPage
{
  LedgerPage parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerSignoffPage, ledger_signoff_page, LEDGER_TYPE_PAGE)

static void
ledger_signoff_page_class_init (LedgerSignoffPageClass *klass)
{
}

static void
ledger_signoff_page_init (LedgerSignoffPage *self)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("Sign-off"));
  adw_bin_set_child (ADW_BIN (self), status);
  ledger_page_set_title (LEDGER_PAGE (self), _ ("Sign-off"));
}
