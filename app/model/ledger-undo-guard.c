/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-undo-guard.h"

#include "ledger-affected-issues.h"
#include "ledger-canonical.h"

#include <glib/gi18n-lib.h>

static const char select_bodies[] = "SELECT body FROM signoff WHERE issue = ?";

static LedgerDay
day_of (const LedgerSignoffText *header)
{
  if (header->paper && header->paper_day != LEDGER_DAY_NONE)
    return header->paper_day;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (header->time / 1000);
  return time == NULL ? LEDGER_DAY_NONE
                      : ledger_day_new (g_date_time_get_year (time),
                                        g_date_time_get_month (time),
                                        g_date_time_get_day_of_month (time));
}

static char *
dup_reason (const char *body)
{
  g_autoptr (LedgerSignoffText) header = ledger_canonical_parse (body, NULL);

  if (header == NULL)
    return g_strdup (_ ("Cannot be undone: a sign-off rests on it."));
  g_autofree char *day = ledger_day_to_words (day_of (header), ledger_day_today ());
  return g_strdup_printf (
      /* Translators: day, name, step of the sign-off, name */
      _ ("Cannot be undone: on %1$s %2$s signed on the strength of it (%3$s). Once %2$s has "
         "withdrawn that, it can be changed."),
      day != NULL ? day : "",
      header->signer_name != NULL ? header->signer_name : "",
      ledger_step_get_name (header->step));
}

/* The first sign-off of the issue that rests on the operation. */
static char *
find_reason (LedgerStore *store,
             const char *issue,
             const char *type,
             const char *id,
             const char *field,
             const char *edit_hash)
{
  LedgerStatement *row = ledger_store_prepare (store, select_bodies, NULL);
  char *reason = NULL;

  if (row == NULL)
    return NULL;
  ledger_statement_bind_text (row, 0, issue);
  while (reason == NULL && ledger_statement_step (row, NULL))
    {
      const char *body = ledger_statement_get_text (row, 0);
      if (body != NULL && ledger_canonical_contains_head (body, type, id, field, edit_hash))
        reason = dup_reason (body);
    }
  ledger_statement_reset (row);
  return reason;
}

static gboolean
allows (LedgerStore *store,
        const char *type,
        const char *id,
        const char *field,
        const char *edit_hash,
        char **reason,
        gpointer data)
{
  g_autoptr (GHashTable) issues = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer issue;

  if (!ledger_affected_issues_add (store, type, id, issues, NULL))
    return TRUE;
  g_hash_table_iter_init (&iter, issues);
  while (g_hash_table_iter_next (&iter, &issue, NULL))
    {
      g_autofree char *found = find_reason (store, issue, type, id, field, edit_hash);
      if (found == NULL)
        continue;
      if (reason != NULL)
        *reason = g_steal_pointer (&found);
      return FALSE;
    }
  return TRUE;
}

void
ledger_undo_guard_install (LedgerStore *store)
{
  ledger_store_set_undo_guard (store, allows, NULL);
}
