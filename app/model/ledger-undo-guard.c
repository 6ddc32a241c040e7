/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-undo-guard.h"

#include "ledger-affected-issues.h"
#include "ledger-canonical.h"

#include <glib/gi18n-lib.h>

static const char select_body[] = "SELECT body FROM signoff WHERE id = ?";
static const char select_bodies[] = "SELECT body FROM signoff WHERE issue = ?";

static LedgerDay
day_of (const LedgerSignoffText *header)
{
  if (header->paper && header->paper_day != LEDGER_DAY_NONE)
    return header->paper_day;
  return ledger_day_of_time (header->time);
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

/* --- a sign-off itself --- */

/* Who entered a signature on paper takes it back for the signer. */
static const char *
get_withdrawer (const LedgerSignoffText *header)
{
  const char *name = header->paper ? header->entered_by : header->signer_name;

  return name != NULL ? name : _ ("the signer");
}

/* It stays in the log; what to do instead depends on what was decided. */
static char *
dup_lasting_reason (const LedgerSignoffText *header)
{
  const char *name = get_withdrawer (header);

  switch (header->decision)
    {
    case LEDGER_DECISION_RETURN:
      return g_strdup_printf (
          _ ("Cannot be undone: a return stays in the log. %s can withdraw it."), name);
    case LEDGER_DECISION_WITHDRAW:
      return g_strdup (_ ("Cannot be undone: a withdrawal stays in the log. Submit or sign anew "
                          "where needed."));
    default:
      break;
    }
  if (header->step == LEDGER_STEP_HANDLER && !header->paper)
    return g_strdup_printf (_ ("Cannot be undone: a submission stays in the log. %s can withdraw "
                               "it, or the next step returns it."),
                            name);
  if (header->step == LEDGER_STEP_LEADER)
    return g_strdup_printf (
        _ ("Cannot be undone: an approval stays in the log. %s can withdraw it."), name);
  return g_strdup_printf (
      /* Translators: name, step of the sign-off */
      _ ("Cannot be undone: what was signed stays in the log (%2$s). %1$s can withdraw it, or the "
         "next step returns it."),
      name,
      ledger_step_get_name (header->step));
}

/* NULL where the text cannot be read: the store's own words follow. */
static char *
find_lasting_reason (LedgerStore *store, const char *signoff)
{
  LedgerStatement *row = ledger_store_prepare (store, select_body, NULL);
  g_autoptr (LedgerSignoffText) header = NULL;

  if (row == NULL)
    return NULL;
  ledger_statement_bind_text (row, 0, signoff);
  if (ledger_statement_step (row, NULL) && ledger_statement_get_text (row, 0) != NULL)
    header = ledger_canonical_parse (ledger_statement_get_text (row, 0), NULL);
  ledger_statement_reset (row);
  return header != NULL ? dup_lasting_reason (header) : NULL;
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

  if (g_str_equal (type, "signoff"))
    {
      g_autofree char *lasting = find_lasting_reason (store, id);
      const gboolean allowed = lasting == NULL;
      if (reason != NULL)
        *reason = g_steal_pointer (&lasting);
      return allowed;
    }
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
