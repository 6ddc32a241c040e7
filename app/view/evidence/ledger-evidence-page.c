/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence-page.h"

#include <glib/gi18n-lib.h>

struct _LedgerEvidencePage
{
  LedgerPage parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerEvidencePage, ledger_evidence_page, LEDGER_TYPE_PAGE)

static void
ledger_evidence_page_class_init (LedgerEvidencePageClass *klass)
{
}

static void
ledger_evidence_page_init (LedgerEvidencePage *self)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("Evidence"));
  adw_bin_set_child (ADW_BIN (self), status);
  ledger_page_set_title (LEDGER_PAGE (self), _ ("Evidence"));
}

void
ledger_evidence_page_show (LedgerEvidencePage *self, const char *evidence_id)
{
}
