/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-page.h"

#include <glib/gi18n-lib.h>

struct _LedgerIssuePage
{
  LedgerPage parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerIssuePage, ledger_issue_page, LEDGER_TYPE_PAGE)

static void
ledger_issue_page_class_init (LedgerIssuePageClass *klass)
{
}

static void
ledger_issue_page_init (LedgerIssuePage *self)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("Issues"));
  adw_bin_set_child (ADW_BIN (self), status);
  ledger_page_set_title (LEDGER_PAGE (self), _ ("Issues"));
}
