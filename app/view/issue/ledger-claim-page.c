/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-claim-page.h"

#include <glib/gi18n-lib.h>

struct _LedgerClaimPage
{
  LedgerPage parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerClaimPage, ledger_claim_page, LEDGER_TYPE_PAGE)

static void
ledger_claim_page_class_init (LedgerClaimPageClass *klass)
{
}

static void
ledger_claim_page_init (LedgerClaimPage *self)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("Claim"));
  adw_bin_set_child (ADW_BIN (self), status);
  ledger_page_set_title (LEDGER_PAGE (self), _ ("Claim"));
}
