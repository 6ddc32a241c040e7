/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-table-private.h"

#include "ledger-fact-cell.h"

static void
fill_cell (LedgerIssueTable *self, GtkListItem *item, LedgerIssueColumn column)
{
  LedgerRecord *issue = gtk_list_item_get_item (item);
  const LedgerIssueFacts *facts =
      ledger_document_get_facts (self->document, ledger_record_get_id (issue));
  LedgerFactCell *cell = LEDGER_FACT_CELL (gtk_list_item_get_child (item));

  if (facts == NULL)
    return;
  ledger_fact_cell_set_one_line (cell, self->one_line);
  ledger_issue_column_fill (column, self->document, facts, cell);
}

static LedgerIssueColumn
get_factory_column (gpointer factory)
{
  return (LedgerIssueColumn)GPOINTER_TO_UINT (g_object_get_data (factory, "column"));
}

static void
setup_cell (GtkSignalListItemFactory *factory, GtkListItem *item, LedgerIssueTable *self)
{
  GtkWidget *cell = ledger_fact_cell_new ();

  g_object_set_data (G_OBJECT (cell), "item", item);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cell (GtkSignalListItemFactory *factory, GtkListItem *item, LedgerIssueTable *self)
{
  const LedgerIssueColumn column = get_factory_column (factory);

  g_hash_table_insert (self->bound, item, GUINT_TO_POINTER (column));
  fill_cell (self, item, column);
}

static void
unbind_cell (GtkSignalListItemFactory *factory, GtkListItem *item, LedgerIssueTable *self)
{
  g_hash_table_remove (self->bound, item);
}

static void
teardown_cell (GtkSignalListItemFactory *factory, GtkListItem *item, LedgerIssueTable *self)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  if (cell != NULL)
    g_object_set_data (G_OBJECT (cell), "item", NULL);
}

/* The rows that a refresh touched are written anew in their places: focus and scroll stay. */
void
ledger_issue_table_fill_cells (LedgerIssueTable *self, GHashTable *ids)
{
  GHashTableIter iter;
  gpointer item, column;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, &column))
    if (g_hash_table_contains (ids, ledger_record_get_id (gtk_list_item_get_item (item))))
      fill_cell (self, item, (LedgerIssueColumn)GPOINTER_TO_UINT (column));
}

GtkWidget *
ledger_issue_table_find_cell (LedgerIssueTable *self,
                              const char *issue_id,
                              LedgerIssueColumn wanted)
{
  GHashTableIter iter;
  gpointer item, column;
  GtkWidget *found = NULL;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, &column))
    {
      GtkWidget *cell = gtk_list_item_get_child (item);

      if (g_strcmp0 (ledger_record_get_id (gtk_list_item_get_item (item)), issue_id) != 0
          || !gtk_widget_get_mapped (cell))
        continue;
      if (GPOINTER_TO_UINT (column) == wanted)
        return cell;
      found = cell;
    }
  return found;
}

GtkListItem *
ledger_issue_table_pick_item (LedgerIssueTable *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (self->view, x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && widget != self->view)
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      if (LEDGER_IS_FACT_CELL (widget))
        return g_object_get_data (G_OBJECT (widget), "item");
      /* The padding around a cell belongs to it. */
      if (child != NULL && LEDGER_IS_FACT_CELL (child)
          && gtk_widget_get_last_child (widget) == child)
        return g_object_get_data (G_OBJECT (child), "item");
      widget = gtk_widget_get_parent (widget);
    }
  return NULL;
}

void
ledger_issue_table_add_cells (LedgerIssueTable *self, GtkListItemFactory *factory)
{
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell), self);
  g_signal_connect (factory, "teardown", G_CALLBACK (teardown_cell), self);
}

const char *
ledger_issue_table_pick (LedgerIssueTable *self, double x, double y)
{
  GtkListItem *item;

  g_return_val_if_fail (LEDGER_IS_ISSUE_TABLE (self), NULL);
  gtk_widget_translate_coordinates (GTK_WIDGET (self), self->view, x, y, &x, &y);
  item = ledger_issue_table_pick_item (self, x, y);
  return item != NULL ? ledger_record_get_id (gtk_list_item_get_item (item)) : NULL;
}
