/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-table-private.h"

/* The session's selection is the one that counts. */

static GStrv
list_selected (LedgerIssueTable *self)
{
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (LedgerRecord) issue =
          g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      g_strv_builder_add (ids, ledger_record_get_id (issue));
    }
  return g_strv_builder_end (ids);
}

void
ledger_issue_table_take_selection (LedgerIssueTable *self)
{
  g_auto (GStrv) ids = NULL;

  if (self->syncing)
    return;
  ids = list_selected (self);
  self->syncing = TRUE;
  ledger_session_select (self->session, (const char *const *)ids);
  self->syncing = FALSE;
  if (ids[0] != NULL)
    self->first_selected = ledger_issue_rows_find (self->rows, ids[0]);
}

void
ledger_issue_table_show_selection (LedgerIssueTable *self)
{
  const char *const *ids = ledger_session_get_selection (self->session);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = gtk_bitset_new_range (0, n);

  if (self->syncing)
    return;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const guint position = ledger_issue_rows_find (self->rows, ids[i]);

      if (position < n)
        gtk_bitset_add (selected, position);
    }
  self->syncing = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected, mask);
  self->syncing = FALSE;
  if (ids[0] != NULL && !gtk_bitset_is_empty (selected))
    self->first_selected = gtk_bitset_get_minimum (selected);
}

/* Rows that went leave the selection; where nothing is left of it, the row that stands in its place
 * is taken, so that there is always a next step to be seen. */
void
ledger_issue_table_keep_selection (LedgerIssueTable *self)
{
  const char *const *ids = ledger_session_get_selection (self->session);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) now = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    if (ledger_issue_rows_find (self->rows, ids[i]) != G_MAXUINT)
      g_strv_builder_add (kept, ids[i]);
  now = g_strv_builder_end (kept);
  if (now[0] == NULL && n > 0)
    {
      g_autoptr (LedgerRecord) issue =
          g_list_model_get_item (G_LIST_MODEL (self->rows), MIN (self->first_selected, n - 1));
      const char *const one[] = { ledger_record_get_id (issue), NULL };

      ledger_session_select (self->session, one);
    }
  else
    ledger_session_select (self->session, (const char *const *)now);
  ledger_issue_table_show_selection (self);
}
