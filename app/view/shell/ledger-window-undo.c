/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-window-undo.h"

#include <glib/gi18n-lib.h>

#include "ledger-signoff-withdrawal.h"
#include "ledger-toolkit.h"
#include "ledger-window-private.h"

typedef enum
{
  UNDO,
  REDO,
} Deed;

typedef struct
{
  LedgerWindow *window;
  Deed deed;
} Asked;

static Asked *
asked_new (LedgerWindow *window, Deed deed)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->window = g_object_ref (window);
  asked->deed = deed;
  return asked;
}

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->window);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

/* Offers the way back. */
static void
on_finished (GObject *document, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  LedgerSession *session = asked->window->session;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = ledger_document_undo_finish (LEDGER_DOCUMENT (document), result, &error);
  g_autofree char *text = NULL;

  if (title == NULL)
    {
      ledger_session_show_error (session, error);
      return;
    }
  text = g_strdup_printf (asked->deed == REDO ? _ ("Redone: %s") : _ ("Undone: %s"), title);
  ledger_session_toast (session,
                        text,
                        asked->deed == REDO ? _ ("Undo") : _ ("Redo"),
                        asked->deed == REDO ? "win.undo" : "win.redo",
                        NULL);
}

static void
do_undo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerWindow *self = data;

  ledger_document_undo_async (self->document, on_finished, asked_new (self, UNDO));
}

/* Ctrl+Z: a key is no button that can be grey, it gets its answer. */
static void
do_undo_or_tell (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerWindow *self = data;
  const char *reason = ledger_document_get_undo_reason (self->document);

  if (reason == NULL)
    do_undo (action, parameter, data);
  else if (!ledger_signoff_toast_last (GTK_WIDGET (self), self->session, reason))
    ledger_session_toast (self->session, reason, NULL, NULL, NULL);
}

static void
do_redo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerWindow *self = data;

  ledger_document_redo_async (self->document, on_finished, asked_new (self, REDO));
}

void
ledger_window_undo_add_actions (LedgerWindow *self)
{
  static const GActionEntry entries[] = {
    { "undo", do_undo },
    { "undo-or-tell", do_undo_or_tell },
    { "redo", do_redo },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
name_button (GtkWidget *button, const char *text)
{
  ledger_toolkit_set_tooltip (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* “撤销‘…’”; where that cannot be, why and what to do instead. */
static char *
dup_undo_words (const char *title, const char *reason)
{
  if (reason != NULL)
    return g_strdup (reason);
  return title != NULL ? g_strdup_printf (_ ("Undo “%s”"), title) : g_strdup (_ ("Undo"));
}

void
ledger_window_undo_update (LedgerWindow *self)
{
  const char *undo = NULL, *redo = NULL, *reason = NULL;
  g_autofree char *undo_text = NULL, *redo_text = NULL;
  const gboolean writable =
      self->document != NULL && !ledger_document_is_read_only (self->document);

  if (self->document != NULL)
    {
      undo = ledger_document_get_undo_title (self->document);
      redo = ledger_document_get_redo_title (self->document);
      reason = ledger_document_get_undo_reason (self->document);
    }
  ledger_window_enable_action (self, "undo", writable && undo != NULL && reason == NULL);
  ledger_window_enable_action (self, "undo-or-tell", writable && undo != NULL);
  ledger_window_enable_action (self, "redo", writable && redo != NULL);
  undo_text = dup_undo_words (undo, reason);
  redo_text = redo != NULL ? g_strdup_printf (_ ("Redo “%s”"), redo) : g_strdup (_ ("Redo"));
  name_button (self->undo_button, undo_text);
  name_button (self->redo_button, redo_text);
}
