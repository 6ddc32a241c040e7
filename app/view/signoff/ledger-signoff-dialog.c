/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-dialog.h"

#include <glib/gi18n-lib.h>

#include "ledger-signoff-sheet.h"
#include "ledger-signoff-withdrawal.h"
#include "ledger-signoff-words.h"

/* As large as it is at ease, where the window it belongs to leaves the room. */
#define WIDTH 1180
#define HEIGHT 660
#define MARGIN 48

struct _LedgerSignoffDialog
{
  AdwWindow parent_instance;

  LedgerSession *session;
  GtkWidget *title;
  GtkWidget *place;
  GtkWidget *sheet;
};

G_DEFINE_FINAL_TYPE (LedgerSignoffDialog, ledger_signoff_dialog, ADW_TYPE_WINDOW)

static void
on_acted (LedgerSignoffDialog *self, const char *issue, int step, int decision)
{
  g_autofree char *text =
      ledger_signoff_words_describe_act (ledger_session_get_document (self->session),
                                         issue,
                                         (LedgerStep)step,
                                         (LedgerDecision)decision);

  ledger_signoff_toast (
      GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), self->session, text, issue);
  gtk_window_close (GTK_WINDOW (self));
}

static void
do_agree (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ledger_signoff_sheet_agree (LEDGER_SIGNOFF_SHEET (LEDGER_SIGNOFF_DIALOG (widget)->sheet));
}

static void
do_return (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ledger_signoff_sheet_return (LEDGER_SIGNOFF_SHEET (LEDGER_SIGNOFF_DIALOG (widget)->sheet));
}

/* --- life --- */

static void
ledger_signoff_dialog_dispose (GObject *object)
{
  adw_window_set_content (ADW_WINDOW (object), NULL);
  g_clear_object (&LEDGER_SIGNOFF_DIALOG (object)->session);
  G_OBJECT_CLASS (ledger_signoff_dialog_parent_class)->dispose (object);
}

static void
ledger_signoff_dialog_class_init (LedgerSignoffDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const guint enter[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };
  const GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  G_OBJECT_CLASS (klass)->dispose = ledger_signoff_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/signoff/ledger-signoff-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffDialog, title);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffDialog, place);
  gtk_widget_class_install_action (widget_class, "signing.agree", NULL, do_agree);
  gtk_widget_class_install_action (widget_class, "signing.return", NULL, do_return);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (enter); i++)
    {
      gtk_widget_class_add_binding_action (
          widget_class, enter[i], GDK_CONTROL_MASK, "signing.agree", NULL);
      gtk_widget_class_add_binding_action (widget_class, enter[i], both, "signing.return", NULL);
    }
}

static void
ledger_signoff_dialog_init (LedgerSignoffDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
take_size (GtkWindow *self, GtkWidget *parent)
{
  const int width = gtk_widget_get_width (parent) - MARGIN;
  const int height = gtk_widget_get_height (parent) - MARGIN;

  gtk_window_set_default_size (self,
                               width > MARGIN ? MIN (WIDTH, width) : WIDTH,
                               height > MARGIN ? MIN (HEIGHT, height) : HEIGHT);
}

static void
name_it (LedgerSignoffDialog *self, LedgerDocument *document, const char *issue_id)
{
  LedgerRecord *issue = ledger_document_lookup (document, "issue", issue_id);
  g_autofree char *number = issue != NULL ? ledger_document_dup_number (document, issue) : NULL;
  g_autofree char *title = g_strdup_printf (_ ("Sign-off of %s"), number ? number : "");

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), title);
}

void
ledger_signoff_dialog_present (GtkWindow *parent,
                               LedgerDocument *document,
                               LedgerSession *session,
                               const char *issue_id)
{
  LedgerSignoffDialog *self =
      g_object_new (LEDGER_TYPE_SIGNOFF_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  const char *const classes[] = { "large-type", "high-contrast" };

  self->session = g_object_ref (session);
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (gtk_widget_has_css_class (GTK_WIDGET (parent), classes[i]))
      gtk_widget_add_css_class (GTK_WIDGET (self), classes[i]);
  take_size (GTK_WINDOW (self), GTK_WIDGET (parent));
  name_it (self, document, issue_id);
  self->sheet = ledger_signoff_sheet_new (document, session);
  gtk_widget_set_vexpand (self->sheet, TRUE);
  gtk_box_append (GTK_BOX (self->place), self->sheet);
  g_signal_connect_swapped (self->sheet, "acted", G_CALLBACK (on_acted), self);
  g_signal_connect_swapped (self->sheet, "located", G_CALLBACK (gtk_window_close), self);
  ledger_signoff_sheet_set_issue (LEDGER_SIGNOFF_SHEET (self->sheet), issue_id);
  ledger_signoff_sheet_show_findings (LEDGER_SIGNOFF_SHEET (self->sheet));
  gtk_window_present (GTK_WINDOW (self));
  ledger_signoff_sheet_focus_proof (LEDGER_SIGNOFF_SHEET (self->sheet));
}
