/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-toolkit.h"
#include "ledger-window-private.h"

/* What a window shows while something is read for it on a thread: words in the header and a bar
 * that moves, but not before a moment has passed, for most ledgers are there sooner. */

#define PATIENCE_MS 200
#define PULSE_MS 100

static gboolean
on_pulse (gpointer data)
{
  gtk_progress_bar_pulse (GTK_PROGRESS_BAR (LEDGER_WINDOW (data)->waiting_bar));
  return G_SOURCE_CONTINUE;
}

static gboolean
on_patience (gpointer data)
{
  LedgerWindow *self = data;

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->waiting_bar), GTK_ACCESSIBLE_PROPERTY_LABEL, self->waiting, -1);
  gtk_widget_set_visible (self->waiting_bar, TRUE);
  self->waiting_shown = TRUE;
  ledger_window_show_title (self);
  on_pulse (self);
  self->waiting_source = g_timeout_add (PULSE_MS, on_pulse, self);
  return G_SOURCE_REMOVE;
}

void
ledger_window_begin_waiting (LedgerWindow *self, const char *text)
{
  g_return_if_fail (self->waiting == NULL);

  self->waiting = g_strdup (text);
  self->waiting_source = g_timeout_add (PATIENCE_MS, on_patience, self);
  /* A second click of a double click is not meant for what comes next. */
  ledger_toolkit_leave_focus (self->stack);
  gtk_widget_set_sensitive (self->stack, FALSE);
  ledger_window_update_actions (self);
}

void
ledger_window_end_waiting (LedgerWindow *self)
{
  if (self->waiting == NULL)
    return;
  g_clear_handle_id (&self->waiting_source, g_source_remove);
  g_clear_pointer (&self->waiting, g_free);
  self->waiting_shown = FALSE;
  /* A bar that was moved draws frame after frame until it is given a fraction again. */
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->waiting_bar), 0);
  gtk_widget_set_visible (self->waiting_bar, FALSE);
  gtk_widget_set_sensitive (self->stack, TRUE);
  ledger_window_show_title (self);
  ledger_window_update_actions (self);
}

void
ledger_window_drop_waiting (LedgerWindow *self)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_handle_id (&self->waiting_source, g_source_remove);
  g_clear_pointer (&self->waiting, g_free);
}

gboolean
ledger_window_is_waiting (LedgerWindow *self)
{
  return self->waiting != NULL;
}

void
ledger_window_update_beginnings (LedgerWindow *self)
{
  static const char *const names[] = { "import",      "open",  "new-ledger",
                                       "open-sample", "paste", "copy-here" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    ledger_window_enable_action (self, names[i], !ledger_window_is_waiting (self));
}
