/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence-rows.h"

#include "ledger-evidence-row.h"
#include "ledger-filing.h"

#define SIGHT_MARGIN 6

static LedgerEvidenceRow *
get_row (GtkListBox *rows, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (rows, (int)index);

  return row != NULL ? LEDGER_EVIDENCE_ROW (row) : NULL;
}

static LedgerEvidenceRow *
find_row (GtkListBox *rows, const char *evidence_id)
{
  LedgerEvidenceRow *row;

  for (guint i = 0; (row = get_row (rows, i)) != NULL; i++)
    if (g_strcmp0 (ledger_evidence_row_get_evidence (row), evidence_id) == 0)
      return row;
  return NULL;
}

/* The row of EVIDENCE at INDEX; a row that stands elsewhere is moved, so that it keeps focus and
 * selection where nothing is between. */
static LedgerEvidenceRow *
place_row (GtkListBox *rows, guint index, LedgerRecord *evidence)
{
  const char *id = ledger_record_get_id (evidence);
  LedgerEvidenceRow *at = get_row (rows, index);
  GtkWidget *row;

  if (at != NULL && g_strcmp0 (ledger_evidence_row_get_evidence (at), id) == 0)
    return at;
  at = find_row (rows, id);
  if (at != NULL)
    {
      row = g_object_ref (GTK_WIDGET (at));
      gtk_list_box_remove (rows, row);
      gtk_list_box_insert (rows, row, (int)index);
      g_object_unref (row);
      return at;
    }
  row = ledger_evidence_row_new (id);
  gtk_list_box_insert (rows, row, (int)index);
  return LEDGER_EVIDENCE_ROW (row);
}

static void
drop_rows_from (GtkListBox *rows, guint index)
{
  LedgerEvidenceRow *row;

  while ((row = get_row (rows, index)) != NULL)
    gtk_list_box_remove (rows, GTK_WIDGET (row));
}

static void
drop_missing_rows (GtkListBox *rows, GPtrArray *proof)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  LedgerEvidenceRow *row;

  for (guint i = 0; i < proof->len; i++)
    g_hash_table_add (ids, (gpointer)ledger_record_get_id (proof->pdata[i]));
  for (guint i = 0; (row = get_row (rows, i)) != NULL;)
    if (g_hash_table_contains (ids, ledger_evidence_row_get_evidence (row)))
      i++;
    else
      gtk_list_box_remove (rows, GTK_WIDGET (row));
}

void
ledger_evidence_rows_fill (GtkListBox *rows,
                           LedgerDocument *document,
                           const char *issue_id,
                           GPtrArray *proof,
                           guint n,
                           const char *shown)
{
  g_autoptr (GHashTable) index = ledger_filing_index (document);

  drop_missing_rows (rows, proof);
  for (guint i = 0; i < n; i++)
    {
      LedgerRecord *evidence = proof->pdata[i];
      const char *id = ledger_record_get_id (evidence);
      LedgerEvidenceRow *row = place_row (rows, i, evidence);

      ledger_evidence_row_update (
          row, document, issue_id, evidence, g_hash_table_lookup (index, id));
      ledger_evidence_row_set_shown (row, g_strcmp0 (id, shown) == 0);
    }
  drop_rows_from (rows, n);
}

/* The pane around the list scrolls to it, if there is one, no further than it must: who files goes
 * on seeing the measures and their digits as long as both fit. */
static void
bring_into_sight (GtkWidget *row)
{
  GtkWidget *pane = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *content = pane != NULL ? gtk_widget_get_first_child (pane) : NULL;
  GtkAdjustment *adjustment;
  graphene_rect_t at;
  double above, below;

  if (content == NULL || !gtk_widget_compute_bounds (row, content, &at))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (pane));
  above = at.origin.y - SIGHT_MARGIN;
  below = at.origin.y + at.size.height + SIGHT_MARGIN - gtk_widget_get_height (content);
  if (above < 0 || below > 0)
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) + (above < 0 ? above : below));
}

static gboolean
on_laid_out (gpointer data)
{
  LedgerEvidenceRow *row;

  for (guint i = 0; (row = get_row (data, i)) != NULL; i++)
    if (ledger_evidence_row_is_shown (row) && gtk_widget_get_mapped (GTK_WIDGET (row)))
      bring_into_sight (GTK_WIDGET (row));
  return G_SOURCE_REMOVE;
}

void
ledger_evidence_rows_mark (GtkListBox *rows, const char *shown)
{
  LedgerEvidenceRow *row;

  for (guint i = 0; (row = get_row (rows, i)) != NULL; i++)
    ledger_evidence_row_set_shown (row,
                                   g_strcmp0 (ledger_evidence_row_get_evidence (row), shown) == 0);
  /* The row before it may just have gone: only the next layout knows where it stands. */
  if (shown != NULL)
    g_idle_add_full (G_PRIORITY_LOW, on_laid_out, g_object_ref (rows), g_object_unref);
}
