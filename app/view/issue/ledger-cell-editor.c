/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-cell-editor.h"

#include <glib/gi18n-lib.h>

#include "ledger-date-entry.h"
#include "ledger-gesture.h"
#include "ledger-picker-entry.h"
#include "ledger-text.h"

typedef struct
{
  LedgerDocument *document;
  LedgerSession *session;
  GtkWidget *popover;
  GtkWidget *input;
  LedgerIssueColumn column;
  gboolean note;
  char *due; /* of the first, as it was loaded */
  GStrv issues;
  LedgerCellEditorClosed closed;
  gpointer data;
} CellEditor;

static void
editor_free (gpointer data)
{
  CellEditor *editor = data;

  g_object_unref (editor->document);
  g_object_unref (editor->session);
  g_strfreev (editor->issues);
  g_free (editor->due);
  g_free (editor);
}

static const struct
{
  const char *type;
  const char *field;
} targets[LEDGER_N_ISSUE_COLUMNS] = {
  [LEDGER_ISSUE_COLUMN_DEPARTMENT] = { "claim", "department" },
  [LEDGER_ISSUE_COLUMN_HANDLER] = { "claim", "handler" },
  [LEDGER_ISSUE_COLUMN_DUE] = { "issue", "due" },
};

static char *
describe (CellEditor *editor, const char *value)
{
  const char *words = *value != '\0' ? value : _ ("nothing");
  g_autoptr (LedgerDeadline) deadline = NULL;
  g_autofree char *day = NULL;
  LedgerDay today;

  if (editor->note)
    return g_strdup (_ ("Progress added"));
  if (editor->column == LEDGER_ISSUE_COLUMN_DEPARTMENT)
    return g_strdup_printf (_ ("Department changed to %s"), words);
  if (editor->column == LEDGER_ISSUE_COLUMN_HANDLER)
    return g_strdup_printf (_ ("Handler changed to %s"), words);
  today = ledger_document_get_today (editor->document);
  deadline = ledger_deadline_from_canonical (words);
  if (deadline == NULL)
    deadline = ledger_deadline_parse (words, today, NULL);
  if (*value != '\0' && deadline->day != LEDGER_DAY_NONE)
    day = ledger_day_to_words (deadline->day, today);
  return g_strdup_printf (_ ("Deadline changed to %s"), day != NULL ? day : words);
}

/* Words that nobody touched mean what they meant: a list's “11月4日前” is no plain date. */
static char *
dup_deadline (CellEditor *editor)
{
  g_autofree char *typed = ledger_date_entry_dup_value (LEDGER_DATE_ENTRY (editor->input));
  g_autoptr (LedgerDeadline) shown =
      editor->due != NULL ? ledger_deadline_from_canonical (editor->due) : NULL;

  return typed != NULL && shown != NULL && g_strcmp0 (typed, shown->words) == 0
             ? g_strdup (editor->due)
             : g_steal_pointer (&typed);
}

/* NULL: cannot be read. */
static char *
dup_value (CellEditor *editor)
{
  if (editor->note)
    return ledger_text_trim (gtk_editable_get_text (GTK_EDITABLE (editor->input)));
  if (LEDGER_IS_DATE_ENTRY (editor->input))
    return dup_deadline (editor);
  return g_strdup (ledger_picker_entry_get_name (LEDGER_PICKER_ENTRY (editor->input)));
}

static LedgerEdit *
make_notes (CellEditor *editor, const char *text, GError **error)
{
  g_autoptr (LedgerEdit) edit = NULL;

  for (guint i = 0; editor->issues[i] != NULL; i++)
    {
      g_autofree char *id = NULL;
      g_autoptr (LedgerEdit) one =
          ledger_gesture_add_note (editor->document, editor->issues[i], NULL, text, &id, error);

      if (one == NULL)
        return NULL;
      if (edit == NULL)
        {
          edit = g_steal_pointer (&one);
          continue;
        }
      for (guint k = 0; k < ledger_edit_get_n_changes (one); k++)
        {
          const LedgerChange *change = ledger_edit_get_change (one, k);

          ledger_edit_set (edit, change->type, change->id, change->field, change->value);
        }
    }
  return g_steal_pointer (&edit);
}

static void
apply (CellEditor *editor)
{
  g_autofree char *value = dup_value (editor);
  g_autofree char *said = NULL;
  g_autofree char *toast = NULL;
  g_autoptr (GError) error = NULL;
  const guint n = g_strv_length (editor->issues);
  LedgerEdit *edit;

  if (value == NULL || (editor->note && *value == '\0'))
    return;
  if (editor->note)
    edit = make_notes (editor, value, &error);
  else
    edit = ledger_gesture_set_many (editor->document,
                                    targets[editor->column].type,
                                    (const char *const *)editor->issues,
                                    targets[editor->column].field,
                                    value,
                                    &error);
  said = describe (editor, value);
  toast = n > 1 ? g_strdup_printf (
              g_dngettext (GETTEXT_PACKAGE, "%s, %u item", "%s, %u items", n), said, n)
                : g_strdup (said);
  ledger_session_commit (editor->session, edit, &error, toast, NULL, NULL);
  gtk_popover_popdown (GTK_POPOVER (editor->popover));
}

static gboolean
on_unparent (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
on_closed (CellEditor *editor)
{
  if (editor->closed != NULL)
    editor->closed (editor->data);
  /* Not in the middle of its own signal. */
  g_idle_add_full (G_PRIORITY_DEFAULT, on_unparent, g_object_ref (editor->popover), g_object_unref);
}

static GtkWidget *
create_input (CellEditor *editor)
{
  const LedgerIssueFacts *facts = ledger_document_get_facts (editor->document, editor->issues[0]);
  const char *label = ledger_issue_column_get_title (editor->column);
  GtkWidget *input;
  const char *due;
  g_autoptr (LedgerDeadline) deadline = NULL;

  if (editor->note)
    {
      input = gtk_entry_new ();
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("New progress note"), -1);
      gtk_entry_set_placeholder_text (GTK_ENTRY (input), _ ("Write what was done; Enter adds it."));
      g_signal_connect_swapped (input, "activate", G_CALLBACK (apply), editor);
      return input;
    }
  if (editor->column == LEDGER_ISSUE_COLUMN_DUE)
    {
      input = ledger_date_entry_new (editor->document, label);
      ledger_date_entry_set_deadline (LEDGER_DATE_ENTRY (input), TRUE);
      due = facts != NULL ? ledger_record_get_text (LEDGER_RECORD (facts->issue), LEDGER_ISSUE_DUE)
                          : NULL;
      editor->due = g_strdup (due);
      deadline = due != NULL ? ledger_deadline_from_canonical (due) : NULL;
      if (deadline != NULL)
        ledger_date_entry_set_words (LEDGER_DATE_ENTRY (input), deadline->words);
      g_signal_connect_swapped (input, "activate", G_CALLBACK (apply), editor);
      return input;
    }
  input = ledger_picker_entry_new (editor->document,
                                   editor->column == LEDGER_ISSUE_COLUMN_DEPARTMENT
                                       ? LEDGER_PICKER_DEPARTMENT
                                       : LEDGER_PICKER_PERSON,
                                   label);
  if (facts != NULL)
    ledger_picker_entry_set_name (
        LEDGER_PICKER_ENTRY (input),
        editor->column == LEDGER_ISSUE_COLUMN_DEPARTMENT ? facts->department : facts->handler);
  return input;
}

static void
build (CellEditor *editor)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const guint n = g_strv_length (editor->issues);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "For %u selected item", "For %u selected items", n), n);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_with_label (editor->note ? _ ("Add") : _ ("Apply"));

  editor->input = create_input (editor);
  gtk_widget_set_size_request (editor->input, 240, -1);
  gtk_widget_set_visible (label, n > 1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (apply), editor);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), editor->input);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (editor->popover), box);
}

static void
open_editor (GtkWidget *parent, const GdkRectangle *area, CellEditor *editor)
{
  if (editor->issues[0] == NULL)
    {
      editor_free (editor);
      return;
    }
  editor->popover = gtk_popover_new ();
  g_object_set_data_full (G_OBJECT (editor->popover), "editor", editor, editor_free);
  gtk_widget_set_parent (editor->popover, parent);
  build (editor);
  /* A name picked from the list is written at once. */
  if (LEDGER_IS_PICKER_ENTRY (editor->input))
    g_signal_connect_swapped (editor->input, "picked", G_CALLBACK (apply), editor);
  g_signal_connect_swapped (editor->popover, "closed", G_CALLBACK (on_closed), editor);
  gtk_popover_set_pointing_to (GTK_POPOVER (editor->popover), area);
  gtk_popover_popup (GTK_POPOVER (editor->popover));
  gtk_widget_grab_focus (editor->input);
}

static CellEditor *
editor_new (LedgerDocument *document,
            LedgerSession *session,
            LedgerCellEditorClosed closed,
            gpointer data)
{
  CellEditor *editor = g_new0 (CellEditor, 1);

  editor->document = g_object_ref (document);
  editor->session = g_object_ref (session);
  editor->issues = g_strdupv ((char **)ledger_session_get_selection (session));
  editor->closed = closed;
  editor->data = data;
  return editor;
}

void
ledger_cell_editor_open (GtkWidget *parent,
                         const GdkRectangle *area,
                         LedgerDocument *document,
                         LedgerSession *session,
                         LedgerIssueColumn column,
                         LedgerCellEditorClosed closed,
                         gpointer data)
{
  CellEditor *editor = editor_new (document, session, closed, data);

  editor->column = column;
  open_editor (parent, area, editor);
}

void
ledger_cell_editor_open_note (GtkWidget *parent,
                              const GdkRectangle *area,
                              LedgerDocument *document,
                              LedgerSession *session,
                              LedgerCellEditorClosed closed,
                              gpointer data)
{
  CellEditor *editor = editor_new (document, session, closed, data);

  editor->note = TRUE;
  open_editor (parent, area, editor);
}
