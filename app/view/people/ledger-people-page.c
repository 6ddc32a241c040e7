/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-people-page.h"

#include <glib/gi18n-lib.h>

struct _LedgerPeoplePage
{
  LedgerPage parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerPeoplePage, ledger_people_page, LEDGER_TYPE_PAGE)

static void
ledger_people_page_class_init (LedgerPeoplePageClass *klass)
{
}

static void
ledger_people_page_init (LedgerPeoplePage *self)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("People and settings"));
  adw_bin_set_child (ADW_BIN (self), status);
  ledger_page_set_title (LEDGER_PAGE (self), _ ("People and settings"));
}
