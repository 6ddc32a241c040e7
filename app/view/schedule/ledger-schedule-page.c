/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-schedule-page.h"

#include <glib/gi18n-lib.h>

struct _LedgerSchedulePage
{
  LedgerPage parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerSchedulePage, ledger_schedule_page, LEDGER_TYPE_PAGE)

static void
ledger_schedule_page_class_init (LedgerSchedulePageClass *klass)
{
}

static void
ledger_schedule_page_init (LedgerSchedulePage *self)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("Schedule"));
  adw_bin_set_child (ADW_BIN (self), status);
  ledger_page_set_title (LEDGER_PAGE (self), _ ("Schedule"));
}
