/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-affected-issues.h"

static const char select_users[] = "SELECT m.issue FROM evidence_link AS l "
                                   "JOIN measure AS m ON m.id = l.measure WHERE l.evidence = ?";

/* From a record over one of its fields to the record meant there. */
static const struct
{
  const char *type;
  const char *field;
  const char *target;
} paths[] = {
  { "claim", "issue", "issue" },
  { "support", "issue", "issue" },
  { "measure", "issue", "issue" },
  { "note", "issue", "issue" },
  { "evidence", "issue", "issue" },
  { "signoff", "issue", "issue" },
  { "signed_paper", "signoff", "signoff" },
  { "evidence_link", "measure", "measure" },
  { "evidence_link", "evidence", "evidence" },
};

static gboolean
add_users (LedgerStore *store, const char *evidence_id, GHashTable *issues, GError **error)
{
  g_autoptr (GError) failure = NULL;
  LedgerStatement *row = ledger_store_prepare (store, select_users, error);

  if (row == NULL)
    return FALSE;
  ledger_statement_bind_text (row, 0, evidence_id);
  while (ledger_statement_step (row, &failure))
    if (!ledger_statement_is_null (row, 0))
      g_hash_table_add (issues, g_strdup (ledger_statement_get_text (row, 0)));
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
add_over (LedgerStore *store, gsize path, const char *id, GHashTable *issues, GError **error)
{
  g_autoptr (GPtrArray) history =
      ledger_store_get_history (store, paths[path].type, id, paths[path].field, error);

  if (history == NULL)
    return FALSE;
  for (guint i = 0; i < history->len; i++)
    {
      const LedgerOperation *operation = history->pdata[i];
      const char *target =
          operation->value != NULL ? ledger_value_get_text (operation->value) : NULL;
      if (target != NULL
          && !ledger_affected_issues_add (store, paths[path].target, target, issues, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ledger_affected_issues_add (
    LedgerStore *store, const char *type, const char *id, GHashTable *issues, GError **error)
{
  if (g_str_equal (type, "issue"))
    {
      g_hash_table_add (issues, g_strdup (id));
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    if (g_str_equal (paths[i].type, type) && !add_over (store, i, id, issues, error))
      return FALSE;
  return !g_str_equal (type, "evidence") || add_users (store, id, issues, error);
}
