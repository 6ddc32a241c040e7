/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-page-registry.h"

#include <glib/gi18n-lib.h>

#include "ledger-history-page.h"
#include "ledger-issue-page.h"
#include "ledger-overview-page.h"
#include "ledger-people-page.h"
#include "ledger-schedule-page.h"
#include "ledger-signoff-page.h"

static const LedgerPageEntry entries[] = {
  { LEDGER_PAGE_ID_OVERVIEW, N_ ("Overview"), ledger_overview_page_get_type, TRUE },
  { LEDGER_PAGE_ID_ISSUES, N_ ("Issues"), ledger_issue_page_get_type, TRUE },
  { LEDGER_PAGE_ID_SCHEDULE, N_ ("Schedule"), ledger_schedule_page_get_type, TRUE },
  { LEDGER_PAGE_ID_SIGNOFF, N_ ("Sign-off"), ledger_signoff_page_get_type, TRUE },
  { LEDGER_PAGE_ID_HISTORY, N_ ("Diary of changes"), ledger_history_page_get_type, FALSE },
  { LEDGER_PAGE_ID_PEOPLE, N_ ("People and settings"), ledger_people_page_get_type, FALSE },
};

guint
ledger_page_registry_get_n (void)
{
  return G_N_ELEMENTS (entries);
}

const LedgerPageEntry *
ledger_page_registry_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (entries), NULL);
  return &entries[index];
}

const LedgerPageEntry *
ledger_page_registry_get_for_leader (guint index)
{
  const guint order[] = { 3, 0, 1, 2, 4, 5 };

  G_STATIC_ASSERT (G_N_ELEMENTS (order) == G_N_ELEMENTS (entries));
  g_return_val_if_fail (index < G_N_ELEMENTS (entries), NULL);
  return &entries[order[index]];
}

const LedgerPageEntry *
ledger_page_registry_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (g_strcmp0 (entries[i].id, id) == 0)
      return &entries[i];
  return NULL;
}

gboolean
ledger_page_type_is_ready (GType type)
{
  LedgerPageClass *klass = g_type_class_ref (type);
  const gboolean ready = klass->ready;

  g_type_class_unref (klass);
  return ready;
}

gboolean
ledger_page_entry_is_ready (const LedgerPageEntry *entry)
{
  return ledger_page_type_is_ready (entry->get_type ());
}
