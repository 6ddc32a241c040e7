/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ledger-signoff-sheet.h"
#include "ledger-signoff-withdrawal.h"
#include "ledger-signoff-words.h"

typedef struct
{
  GtkWidget *dialog;
  GtkWidget *sheet;
  GtkWindow *parent;
  LedgerSession *session;
} Dialog;

static void
on_acted (LedgerSignoffSheet *sheet, const char *issue, int step, int decision, Dialog *self)
{
  g_autofree char *text =
      ledger_signoff_words_describe_act (ledger_session_get_document (self->session),
                                         issue,
                                         (LedgerStep)step,
                                         (LedgerDecision)decision);

  ledger_signoff_toast (GTK_WIDGET (self->parent), self->session, text, issue);
  gtk_window_close (GTK_WINDOW (self->dialog));
}

static gboolean
on_key (
    GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, Dialog *self)
{
  const GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (key == GDK_KEY_Escape && modifiers == 0)
    gtk_window_close (GTK_WINDOW (self->dialog));
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && modifiers == GDK_CONTROL_MASK)
    ledger_signoff_sheet_agree (LEDGER_SIGNOFF_SHEET (self->sheet));
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
           && modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    ledger_signoff_sheet_return (LEDGER_SIGNOFF_SHEET (self->sheet));
  else
    return FALSE;
  return TRUE;
}

static void
copy_class (GtkWidget *from, GtkWidget *to, const char *name)
{
  if (gtk_widget_has_css_class (from, name))
    gtk_widget_add_css_class (to, name);
}

static char *
describe (LedgerDocument *document, const char *issue_id)
{
  LedgerRecord *issue = ledger_document_lookup (document, "issue", issue_id);
  g_autofree char *number = issue != NULL ? ledger_document_dup_number (document, issue) : NULL;

  return g_strdup_printf (_ ("Sign-off of %s"), number ? number : "");
}

static GtkWidget *
build (Dialog *self, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (title, NULL));
  gtk_box_append (GTK_BOX (box), header);
  gtk_widget_set_vexpand (self->sheet, TRUE);
  gtk_box_append (GTK_BOX (box), self->sheet);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->dialog, keys);
  return box;
}

void
ledger_signoff_dialog_present (GtkWindow *parent,
                               LedgerDocument *document,
                               LedgerSession *session,
                               const char *issue_id)
{
  g_autofree char *title = describe (document, issue_id);
  Dialog *self = g_new0 (Dialog, 1);

  self->dialog = adw_window_new ();
  self->parent = parent;
  self->session = session;
  self->sheet = ledger_signoff_sheet_new (document, session);
  /* Lives as long as the window, which is modal over PARENT and so outlived by both. */
  g_object_set_data_full (G_OBJECT (self->dialog), "dialog", self, g_free);
  gtk_window_set_transient_for (GTK_WINDOW (self->dialog), parent);
  gtk_window_set_modal (GTK_WINDOW (self->dialog), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self->dialog), TRUE);
  gtk_window_set_title (GTK_WINDOW (self->dialog), title);
  gtk_window_set_default_size (GTK_WINDOW (self->dialog), 1180, 660);
  copy_class (GTK_WIDGET (parent), self->dialog, "large-type");
  copy_class (GTK_WIDGET (parent), self->dialog, "high-contrast");
  adw_window_set_content (ADW_WINDOW (self->dialog), build (self, title));
  g_signal_connect (self->sheet, "acted", G_CALLBACK (on_acted), self);
  g_signal_connect_swapped (self->sheet, "located", G_CALLBACK (gtk_window_close), self->dialog);
  ledger_signoff_sheet_set_issue (LEDGER_SIGNOFF_SHEET (self->sheet), issue_id);
  ledger_signoff_sheet_show_findings (LEDGER_SIGNOFF_SHEET (self->sheet));
  gtk_window_present (GTK_WINDOW (self->dialog));
  ledger_signoff_sheet_focus_proof (LEDGER_SIGNOFF_SHEET (self->sheet));
}
