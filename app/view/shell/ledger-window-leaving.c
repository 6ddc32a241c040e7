/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-window-private.h"

#include "ledger-toolkit.h"

/* Pages on their way out. What a large one shows is taken down part by part: thousands of widgets
 * dropped in one go would hold the window up for longer than a person notices. */

static gboolean
on_leaving (gpointer data)
{
  LedgerWindow *self = data;
  GtkWidget *page = g_queue_peek_head (&self->leaving);

  if (ledger_page_wind_down (LEDGER_PAGE (page)))
    return G_SOURCE_CONTINUE;
  g_queue_pop_head (&self->leaving);
  gtk_stack_remove (GTK_STACK (self->stack), page);
  if (!g_queue_is_empty (&self->leaving))
    return G_SOURCE_CONTINUE;
  self->leaving_source = 0;
  return G_SOURCE_REMOVE;
}

void
ledger_window_drop_page (LedgerWindow *self, GtkWidget *page)
{
  if (!ledger_page_wind_down (LEDGER_PAGE (page)))
    {
      gtk_stack_remove (GTK_STACK (self->stack), page);
      return;
    }
  /* Neither measured nor found by the keyboard any more. */
  gtk_widget_set_visible (page, FALSE);
  g_queue_push_tail (&self->leaving, page);
  if (self->leaving_source == 0)
    self->leaving_source = g_idle_add (on_leaving, self);
}

void
ledger_window_drop_leaving (LedgerWindow *self)
{
  GtkWidget *page;

  g_clear_handle_id (&self->leaving_source, g_source_remove);
  while ((page = g_queue_pop_head (&self->leaving)) != NULL)
    gtk_stack_remove (GTK_STACK (self->stack), page);
}

/* --- another ledger in the place of all --- */

typedef struct
{
  LedgerWindow *window;
  LedgerWindowReady ready;
  gpointer data;
} Clearing;

static gboolean
on_clearing (gpointer data)
{
  Clearing *clearing = data;
  LedgerWindow *self = clearing->window;
  LedgerPage *page = self->document == NULL ? ledger_window_get_page (self) : NULL;

  if (self->leaving_source != 0 || (page != NULL && ledger_page_wind_down (page)))
    return G_SOURCE_CONTINUE;
  clearing->ready (self, clearing->data);
  return G_SOURCE_REMOVE;
}

static void
clearing_free (gpointer data)
{
  Clearing *clearing = data;

  g_object_unref (clearing->window);
  g_free (clearing);
}

void
ledger_window_clear (LedgerWindow *self, LedgerWindowReady ready, gpointer data)
{
  Clearing *clearing = g_new0 (Clearing, 1);

  ledger_toolkit_leave_focus (self->stack);
  clearing->window = g_object_ref (self);
  clearing->ready = ready;
  clearing->data = data;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_clearing, clearing, clearing_free);
}
