/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-table-private.h"

/* The toolkit makes the widgets of some 200 rows, seen or not, which takes much longer than a
 * window may stand still. So the table is let have its rows bit by bit, and takes leave of them so.
 */

#define FIRST_ROWS 40
#define MORE_ROWS 12
#define FEWER_ROWS 24
#define ENOUGH_ROWS 208

static gboolean
fill_up (gpointer data)
{
  LedgerIssueTable *self = data;
  const guint size = gtk_slice_list_model_get_size (self->slice);
  const gboolean enough = size >= ENOUGH_ROWS;

  gtk_slice_list_model_set_size (self->slice, enough ? G_MAXUINT : size + MORE_ROWS);
  if (!enough)
    return G_SOURCE_CONTINUE;
  self->fill_source = 0;
  ledger_issue_table_show_selection (self);
  return G_SOURCE_REMOVE;
}

static void
queue_filling (LedgerIssueTable *self)
{
  if (self->fill_source == 0)
    self->fill_source = g_idle_add_full (G_PRIORITY_LOW, fill_up, self, NULL);
}

static gboolean
on_first_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  queue_filling (LEDGER_ISSUE_TABLE (widget));
  return G_SOURCE_REMOVE;
}

/* Of a person who looks farther down the place would be lost. */
static gboolean
is_at_top (LedgerIssueTable *self)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));

  return gtk_adjustment_get_value (place) <= 0;
}

/* An import adds thousands: they come into view as at first. */
static void
on_rows_coming (LedgerIssueTable *self, guint n)
{
  const guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->slice));

  if (n < FIRST_ROWS || shown >= ENOUGH_ROWS || !is_at_top (self))
    return;
  gtk_slice_list_model_set_size (self->slice, MAX (shown, FIRST_ROWS));
  if (gtk_widget_get_realized (GTK_WIDGET (self)))
    queue_filling (self);
}

/* Where thousands go, those that come into their place come bit by bit, too. */
static void
on_rows_going (LedgerIssueTable *self, guint n)
{
  if (n < ENOUGH_ROWS || !is_at_top (self) || !gtk_widget_get_realized (GTK_WIDGET (self)))
    return;
  gtk_slice_list_model_set_size (self->slice, FIRST_ROWS);
  queue_filling (self);
}

/* --- beforehand --- */

static gboolean
reduce (gpointer data)
{
  LedgerIssueTable *self = data;
  const guint size = MIN (gtk_slice_list_model_get_size (self->slice), ENOUGH_ROWS + FEWER_ROWS);

  if (size > FIRST_ROWS)
    {
      gtk_slice_list_model_set_size (self->slice, MAX (size - FEWER_ROWS, FIRST_ROWS));
      return G_SOURCE_CONTINUE;
    }
  self->reduce_source = 0;
  queue_filling (self); /* after all that is to come, and whether it comes or not */
  return G_SOURCE_REMOVE;
}

static void
on_issues_going (LedgerIssueTable *self, guint n)
{
  if (n < ENOUGH_ROWS || !is_at_top (self) || !gtk_widget_get_realized (GTK_WIDGET (self)))
    return;
  ledger_issue_table_stop_filling (self);
  self->reduce_source = g_idle_add (reduce, self);
}

void
ledger_issue_table_begin_filling (LedgerIssueTable *self)
{
  gtk_slice_list_model_set_size (self->slice, FIRST_ROWS);
  g_signal_connect_object (
      self->rows, "rows-coming", G_CALLBACK (on_rows_coming), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->rows, "rows-going", G_CALLBACK (on_rows_going), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->document, "issues-going", G_CALLBACK (on_issues_going), self, G_CONNECT_SWAPPED);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_first_frame, NULL, NULL);
}

void
ledger_issue_table_stop_filling (LedgerIssueTable *self)
{
  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_handle_id (&self->reduce_source, g_source_remove);
}
