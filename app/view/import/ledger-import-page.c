/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-page.h"

#include <glib/gi18n-lib.h>

struct _LedgerImportPage
{
  LedgerPage parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerImportPage, ledger_import_page, LEDGER_TYPE_PAGE)

static void
ledger_import_page_class_init (LedgerImportPageClass *klass)
{
}

static void
ledger_import_page_init (LedgerImportPage *self)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("Import"));
  adw_bin_set_child (ADW_BIN (self), status);
  ledger_page_set_title (LEDGER_PAGE (self), _ ("Import"));
}

void
ledger_import_page_load_file (LedgerImportPage *self, GFile *file)
{
}

void
ledger_import_page_load_table (LedgerImportPage *self, const char *text, const char *html)
{
}
