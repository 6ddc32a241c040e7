/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-wording-editor.h"

#include <glib/gi18n-lib.h>

#include "ledger-gesture.h"

struct _LedgerWordingEditor
{
  GtkWidget parent_instance;

  LedgerSession *session;
  char *issue;
  GtkWidget *frame;
  GtkWidget *words;
  GtkWidget *reason;
  GtkWidget *refusal;
  GtkWidget *foot;
};

enum
{
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerWordingEditor, ledger_wording_editor, GTK_TYPE_WIDGET)

static void
finish (LedgerWordingEditor *self)
{
  g_signal_emit (self, signals[FINISHED], 0);
}

static void
on_cancel (LedgerWordingEditor *self)
{
  finish (self);
}

static char *
dup_words (LedgerWordingEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
refuse (LedgerWordingEditor *self, const GError *error)
{
  gtk_label_set_text (GTK_LABEL (self->refusal), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->refusal, error != NULL);
}

static void
on_save (LedgerWordingEditor *self)
{
  LedgerDocument *document = ledger_session_get_document (self->session);
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  g_autofree char *words = dup_words (self);
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit = ledger_gesture_reword (document, self->issue, words, reason, &error);

  refuse (self, error);
  if (edit == NULL)
    {
      gtk_widget_grab_focus (
          gtk_widget_get_visible (self->reason) && *reason == '\0' ? self->reason : self->words);
      return;
    }
  ledger_session_commit (self->session, edit, NULL, _ ("Wording changed"), NULL, NULL);
  finish (self);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  finish (LEDGER_WORDING_EDITOR (widget));
  return TRUE;
}

static void
ledger_wording_editor_dispose (GObject *object)
{
  LedgerWordingEditor *self = LEDGER_WORDING_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_WORDING_EDITOR);
  g_clear_object (&self->session);
  g_clear_pointer (&self->issue, g_free);
  G_OBJECT_CLASS (ledger_wording_editor_parent_class)->dispose (object);
}

static void
ledger_wording_editor_class_init (LedgerWordingEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_wording_editor_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/issue/ledger-wording-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerWordingEditor, frame);
  gtk_widget_class_bind_template_child (widget_class, LedgerWordingEditor, foot);
  gtk_widget_class_bind_template_child (widget_class, LedgerWordingEditor, words);
  gtk_widget_class_bind_template_child (widget_class, LedgerWordingEditor, reason);
  gtk_widget_class_bind_template_child (widget_class, LedgerWordingEditor, refusal);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_set_css_name (widget_class, "wordingeditor");
  signals[FINISHED] = g_signal_new ("finished",
                                    LEDGER_TYPE_WORDING_EDITOR,
                                    G_SIGNAL_RUN_LAST,
                                    0,
                                    NULL,
                                    NULL,
                                    NULL,
                                    G_TYPE_NONE,
                                    0);
}

static void
ledger_wording_editor_init (LedgerWordingEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ledger_wording_editor_new (LedgerSession *session)
{
  LedgerWordingEditor *self = g_object_new (LEDGER_TYPE_WORDING_EDITOR, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
ledger_wording_editor_start (LedgerWordingEditor *self, const char *issue_id)
{
  LedgerDocument *document = ledger_session_get_document (self->session);
  LedgerRecord *issue = ledger_document_lookup (document, "issue", issue_id);
  const char *text = issue != NULL ? ledger_record_get_text (issue, LEDGER_ISSUE_TEXT) : NULL;

  g_free (self->issue);
  self->issue = g_strdup (issue_id);
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words)), text != NULL ? text : "", -1);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  gtk_widget_set_visible (self->reason, ledger_gesture_needs_reason (document, issue_id));
  refuse (self, NULL);
  gtk_widget_grab_focus (self->words);
}
