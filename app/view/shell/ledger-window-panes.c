/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-window-panes.h"

#include "ledger-window-private.h"

static GPtrArray *
list_panes (LedgerWindow *self)
{
  LedgerPage *page = ledger_window_get_page (self);
  GPtrArray *panes = g_ptr_array_new ();

  g_ptr_array_add (panes, self->header);
  if (self->document != NULL)
    {
      g_ptr_array_add (panes, ledger_sidebar_get_pages (LEDGER_SIDEBAR (self->sidebar)));
      g_ptr_array_add (panes, ledger_sidebar_get_navigator (LEDGER_SIDEBAR (self->sidebar)));
    }
  g_ptr_array_add (panes, self->strip);
  if (page != NULL)
    {
      g_autoptr (GPtrArray) own = ledger_page_get_panes (page);

      if (own->len == 0)
        g_ptr_array_add (panes, page);
      for (guint i = 0; i < own->len; i++)
        g_ptr_array_add (panes, g_ptr_array_index (own, i));
    }
  return panes;
}

static gboolean
focus_is_in (LedgerWindow *self, GtkWidget *pane)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && (focus == pane || gtk_widget_is_ancestor (focus, pane));
}

static void
go_round (LedgerWindow *self, int step)
{
  g_autoptr (GPtrArray) panes = list_panes (self);
  const int n = (int)panes->len;
  int at = step > 0 ? -1 : n;

  /* The innermost pane that has the keyboard: later panes lie inside earlier ones. */
  for (int i = 0; i < n; i++)
    if (focus_is_in (self, g_ptr_array_index (panes, i)))
      at = i;
  for (int i = 0; i < n; i++)
    {
      GtkWidget *pane;

      at = (at + step + n) % n;
      pane = g_ptr_array_index (panes, at);
      if (!gtk_widget_get_mapped (pane))
        continue;
      if (gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD) || gtk_widget_grab_focus (pane))
        return;
    }
}

static void
do_next_pane (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go_round (data, 1);
}

static void
do_previous_pane (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go_round (data, -1);
}

void
ledger_window_panes_add_actions (LedgerWindow *self)
{
  static const GActionEntry entries[] = {
    { "next-pane", do_next_pane },
    { "previous-pane", do_previous_pane },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
