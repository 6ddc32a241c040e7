/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-conflict-row.h"

#include <glib/gi18n-lib.h>

#include "ledger-gesture.h"
#include "ledger-wording-difference.h"

/* Characters of a value that still fit into a sentence. */
#define SHORT_VALUE 24

struct _LedgerConflictRow
{
  GtkWidget parent_instance;

  LedgerSession *session;
  LedgerConflict *conflict;
  GtkWidget *sentence;
  GtkWidget *values;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (LedgerConflictRow, ledger_conflict_row, GTK_TYPE_WIDGET)

static LedgerDocument *
get_document (LedgerConflictRow *self)
{
  return ledger_session_get_document (self->session);
}

/* --- deciding --- */

/* Without [撤销]: what was settled is not undone (LOG 8). */
static void
on_decided (LedgerSession *session, gboolean committed, gpointer data)
{
  g_autofree char *toast = data;

  if (committed)
    ledger_session_toast (session, toast, NULL, NULL, NULL);
}

static void
on_choose (LedgerConflictRow *self, GtkWidget *button)
{
  const guint n = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "head"));
  const LedgerOperation *head = g_ptr_array_index (self->conflict->heads, n);
  g_autofree char *subject =
      ledger_conflict_dup_subject (get_document (self), self->conflict, NULL);
  char *toast = g_strdup_printf (
      _ ("%s: what %s wrote stands"), subject, ledger_conflict_get_author (self->conflict, n));
  g_autoptr (GError) error = NULL;

  ledger_session_commit (self->session,
                         ledger_gesture_choose (get_document (self), head, &error),
                         &error,
                         NULL,
                         on_decided,
                         toast);
}

static void
on_keep (LedgerConflictRow *self)
{
  const LedgerConflict *conflict = self->conflict;
  g_autofree char *label =
      ledger_document_dup_label (get_document (self), conflict->type, conflict->id);
  g_autoptr (GError) error = NULL;

  ledger_session_commit (
      self->session,
      ledger_gesture_keep (get_document (self), conflict->type, conflict->id, &error),
      &error,
      NULL,
      on_decided,
      g_strdup_printf (_ ("%s stays"), label));
}

static void
on_delete (LedgerConflictRow *self)
{
  const LedgerConflict *conflict = self->conflict;
  const char *const ids[] = { conflict->id, NULL };
  g_autofree char *label =
      ledger_document_dup_label (get_document (self), conflict->type, conflict->id);
  g_autoptr (GError) error = NULL;

  ledger_session_commit (self->session,
                         ledger_gesture_delete (get_document (self), conflict->type, ids, &error),
                         &error,
                         NULL,
                         on_decided,
                         g_strdup_printf (_ ("Deleted %s"), label));
}

/* --- words --- */

static gboolean
is_short (LedgerConflictRow *self)
{
  for (guint i = 0; i < self->conflict->heads->len; i++)
    {
      g_autofree char *value = ledger_conflict_dup_value (get_document (self), self->conflict, i);

      if (value != NULL && g_utf8_strlen (value, -1) > SHORT_VALUE)
        return FALSE;
    }
  return TRUE;
}

/* “3月5日（李敏）、3月6日（刘洋）”; of what says nothing to people the authors alone. */
static char *
join_values (LedgerConflictRow *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->conflict->heads->len; i++)
    {
      const char *author = ledger_conflict_get_author (self->conflict, i);
      g_autofree char *value = ledger_conflict_dup_value (get_document (self), self->conflict, i);

      /* TRANSLATORS: a value and who wrote it */
      g_ptr_array_add (words,
                       value != NULL ? g_strdup_printf (_ ("%s (%s)"), value, author)
                                     : g_strdup_printf (_ ("%s's"), author));
    }
  g_ptr_array_add (words, NULL);
  /* TRANSLATORS: between the parts of a list in one line */
  return g_strjoinv (C_ ("list", ", "), (char **)words->pdata);
}

static char *
describe_values (LedgerConflictRow *self, const char *subject)
{
  const guint n = self->conflict->heads->len;
  g_autofree char *values = NULL;

  if (!is_short (self))
    return n == 2 ? g_strdup_printf (_ ("%s has two values:"), subject)
                  : g_strdup_printf (_ ("%s has %u values:"), subject, n);
  values = join_values (self);
  return n == 2 ? g_strdup_printf (_ ("%s has two values: %s."), subject, values)
                : g_strdup_printf (_ ("%s has %u values: %s."), subject, n, values);
}

static char *
describe_deletion (LedgerConflictRow *self, const char *subject)
{
  if (self->conflict->heads->len == 0)
    return g_strdup_printf (_ ("%s was deleted, and changed after that."), subject);
  return g_strdup_printf (_ ("%s was deleted by %s, and changed after that."),
                          subject,
                          ledger_conflict_get_author (self->conflict, 0));
}

/* --- building --- */

static GtkWidget *
add_button (LedgerConflictRow *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "small-button");
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->buttons), button);
  return button;
}

static void
add_choice (LedgerConflictRow *self, guint n)
{
  const guint all = self->conflict->heads->len;
  g_autofree char *label = all > 2  ? g_strdup_printf (_ ("Use no. %u"), n + 1)
                           : n == 0 ? g_strdup (_ ("Use the former"))
                                    : g_strdup (_ ("Use the latter"));
  GtkWidget *button = add_button (self, label, G_CALLBACK (on_choose));

  g_object_set_data (G_OBJECT (button), "head", GUINT_TO_POINTER (n));
}

static void
add_value (LedgerConflictRow *self, guint n)
{
  g_autofree char *first = ledger_conflict_dup_value (get_document (self), self->conflict, 0);
  g_autofree char *value = ledger_conflict_dup_value (get_document (self), self->conflict, n);
  g_autofree char *marked = ledger_wording_difference_to_markup (n == 0 ? value : first, value);
  g_autofree char *author =
      g_markup_escape_text (ledger_conflict_get_author (self->conflict, n), -1);
  g_autofree char *markup = g_strdup_printf ("%u. <b>%s</b>  %s", n + 1, author, marked);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (self->values), label);
}

static void
build (LedgerConflictRow *self, const char *issue_id)
{
  const gboolean deletion = ledger_conflict_is_deletion (self->conflict);
  g_autofree char *subject =
      ledger_conflict_dup_subject (get_document (self), self->conflict, issue_id);
  g_autofree char *sentence =
      deletion ? describe_deletion (self, subject) : describe_values (self, subject);

  gtk_label_set_text (GTK_LABEL (self->sentence), sentence);
  if (deletion)
    {
      add_button (self, _ ("Keep"), G_CALLBACK (on_keep));
      add_button (self, _ ("Delete all the same"), G_CALLBACK (on_delete));
      return;
    }
  for (guint i = 0; i < self->conflict->heads->len; i++)
    {
      if (!is_short (self))
        add_value (self, i);
      add_choice (self, i);
    }
}

static void
ledger_conflict_row_dispose (GObject *object)
{
  LedgerConflictRow *self = LEDGER_CONFLICT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_CONFLICT_ROW);
  g_clear_object (&self->session);
  g_clear_pointer (&self->conflict, ledger_conflict_free);
  G_OBJECT_CLASS (ledger_conflict_row_parent_class)->dispose (object);
}

static void
ledger_conflict_row_class_init (LedgerConflictRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_conflict_row_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/issue/ledger-conflict-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerConflictRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, LedgerConflictRow, values);
  gtk_widget_class_bind_template_child (widget_class, LedgerConflictRow, buttons);
  gtk_widget_class_set_css_name (widget_class, "conflictrow");
}

static void
ledger_conflict_row_init (LedgerConflictRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ledger_conflict_row_new (LedgerSession *session, LedgerConflict *conflict, const char *issue_id)
{
  LedgerConflictRow *self = g_object_new (LEDGER_TYPE_CONFLICT_ROW, NULL);

  self->session = g_object_ref (session);
  self->conflict = conflict;
  build (self, issue_id);
  return GTK_WIDGET (self);
}

gboolean
ledger_conflict_row_is_about (LedgerConflictRow *self, const char *id, const char *field)
{
  return g_strcmp0 (self->conflict->id, id) == 0
         && (field == NULL || g_str_equal (self->conflict->field, field));
}
