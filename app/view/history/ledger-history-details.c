/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-history-details.h"

#include <glib/gi18n-lib.h>

#include "ledger-field.h"
#include "ledger-gesture.h"
#include "ledger-operation-words.h"

#define MAX_SHOWN 200

typedef struct
{
  LedgerSession *session;
  LedgerOperation *operation;
} Restore;

static void
restore_free (gpointer data, GClosure *closure)
{
  Restore *restore = data;

  g_object_unref (restore->session);
  ledger_operation_free (restore->operation);
  g_free (restore);
}

void
ledger_history_details_restore (LedgerSession *session, const LedgerOperation *operation)
{
  LedgerDocument *document = ledger_session_get_document (session);
  g_autoptr (GError) error = NULL;
  g_autofree char *toast = g_strdup_printf (
      _ ("%s is as it was"), ledger_field_get_word (operation->type, operation->field));

  ledger_session_commit (
      session, ledger_gesture_restore (document, operation, &error), &error, toast, NULL, NULL);
}

static void
on_restore (GtkButton *button, Restore *restore)
{
  ledger_history_details_restore (restore->session, restore->operation);
}

static GtkWidget *
add_text (GtkGrid *grid, int column, int row, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (grid, label, column, row, 1, 1);
  return label;
}

static void
add_restore (GtkGrid *grid,
             int row,
             LedgerSession *session,
             LedgerOperation *operation,
             const LedgerOperationWords *words)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Restore"));
  Restore *restore = g_new0 (Restore, 1);
  g_autofree char *name = g_strdup_printf (_ ("Restore %s"), words->field);

  restore->session = g_object_ref (session);
  restore->operation = operation;
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_restore), restore, restore_free, 0);
  gtk_grid_attach (grid, button, 3, row, 1, 1);
}

/* Takes OPERATION over. */
static void
add_operation (GtkGrid *grid,
               int row,
               LedgerSession *session,
               LedgerOperation *operation,
               const GPtrArray *operations)
{
  LedgerDocument *document = ledger_session_get_document (session);
  g_autoptr (LedgerOperationWords) words =
      ledger_operation_words_new (document, operation, operations);
  g_autofree char *what = ledger_operation_words_describe (words, 0);
  GtkWidget *record = add_text (grid, 0, row, words->record, "numeric");
  GtkWidget *value;

  gtk_label_set_max_width_chars (GTK_LABEL (record), 14);
  add_text (grid, 1, row, words->field, "dim-label");
  value = add_text (grid, 2, row, what, NULL);
  gtk_widget_set_hexpand (value, TRUE);
  if (words->restorable && !ledger_document_is_read_only (document))
    add_restore (grid, row, session, operation, words);
  else
    ledger_operation_free (operation);
}

/* The array frees what is left in it; what is shown with a button goes to the button. */
static LedgerOperation *
copy_operation (const LedgerOperation *operation)
{
  LedgerOperation *copy = g_new0 (LedgerOperation, 1);

  copy->edit = g_strdup (operation->edit);
  copy->type = g_strdup (operation->type);
  copy->id = g_strdup (operation->id);
  copy->field = g_strdup (operation->field);
  copy->actor = g_strdup (operation->actor);
  copy->time = operation->time;
  copy->value = operation->value != NULL ? ledger_value_ref (operation->value) : NULL;
  copy->before = operation->before != NULL ? ledger_value_ref (operation->before) : NULL;
  return copy;
}

GtkWidget *
ledger_history_details_new (LedgerSession *session, LedgerHistoryRow *row)
{
  GtkWidget *widget = gtk_grid_new ();
  GtkGrid *grid = GTK_GRID (widget);
  const char *reason = ledger_history_row_get_line (row)->reason;
  g_autoptr (GPtrArray) operations = ledger_history_row_read_operations (row);
  int n = 0;
  guint left = 0;

  gtk_grid_set_column_spacing (grid, 12);
  gtk_grid_set_row_spacing (grid, 2);
  gtk_widget_add_css_class (widget, "history-details");
  if (reason != NULL && *reason != '\0')
    {
      add_text (grid, 1, n, C_ ("history", "Reason"), "dim-label");
      add_text (grid, 2, n++, reason, NULL);
    }
  for (guint i = 0; operations != NULL && i < operations->len; i++)
    if (!ledger_operation_words_is_told (operations->pdata[i]))
      continue;
    else if (n >= MAX_SHOWN)
      left++;
    else
      add_operation (grid, n++, session, copy_operation (operations->pdata[i]), operations);
  if (left > 0)
    {
      g_autofree char *more = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u more field", "%u more fields", left), left);

      add_text (grid, 2, n, more, "dim-label");
    }
  return widget;
}
