/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-cell-editor.h"

#include <glib/gi18n-lib.h>

#include "ledger-date-entry.h"
#include "ledger-error.h"
#include "ledger-form-popover.h"
#include "ledger-gesture.h"
#include "ledger-picker-entry.h"
#include "ledger-text.h"

typedef struct
{
  LedgerDocument *document;
  LedgerSession *session;
  LedgerFormPopover *form;
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
  g_autofree char *words = shown != NULL ? ledger_deadline_to_entry (shown) : NULL;

  return typed != NULL && g_strcmp0 (typed, words) == 0 ? g_strdup (editor->due)
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
make_edit (CellEditor *editor, const char *value, GError **error)
{
  const char *const *issues = (const char *const *)editor->issues;
  const char *type, *field;

  if (value == NULL)
    {
      g_set_error_literal (error,
                           LEDGER_ERROR,
                           LEDGER_ERROR_INVALID,
                           _ ("This cannot be read as a date. Write it like 3.5, 2026-03-05 or "
                              "3月底."));
      return NULL;
    }
  if (editor->note)
    return ledger_gesture_add_note_to_many (editor->document, issues, value, error);
  if (!ledger_issue_column_get_target (editor->column, &type, &field))
    g_return_val_if_reached (NULL);
  return ledger_gesture_set_many (editor->document, type, issues, field, value, error);
}

static void
apply (CellEditor *editor)
{
  g_autofree char *value = dup_value (editor);
  g_autofree char *said = NULL;
  g_autofree char *toast = NULL;
  g_autoptr (GError) error = NULL;
  const guint n = g_strv_length (editor->issues);
  LedgerEdit *edit = make_edit (editor, value, &error);

  if (edit == NULL)
    {
      ledger_form_popover_refuse (editor->form, error, editor->input);
      return;
    }
  said = describe (editor, value);
  toast = n > 1 ? g_strdup_printf (
              g_dngettext (GETTEXT_PACKAGE, "%s, %u item", "%s, %u items", n), said, n)
                : g_strdup (said);
  ledger_session_commit (editor->session, edit, NULL, toast, NULL, NULL);
  gtk_popover_popdown (GTK_POPOVER (editor->form));
}

static void
on_closed (CellEditor *editor)
{
  if (editor->closed != NULL)
    editor->closed (editor->data);
}

static GtkWidget *
create_input (CellEditor *editor)
{
  const LedgerIssueFacts *facts = ledger_document_get_facts (editor->document, editor->issues[0]);
  const char *label = ledger_issue_column_get_title (editor->column);
  GtkWidget *input;
  const char *due;
  g_autoptr (LedgerDeadline) deadline = NULL;
  g_autofree char *words = NULL;

  if (editor->note)
    {
      input = gtk_entry_new ();
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("New progress note"), -1);
      gtk_entry_set_placeholder_text (GTK_ENTRY (input), _ ("Write what was done; Enter adds it."));
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
      words = deadline != NULL ? ledger_deadline_to_entry (deadline) : NULL;
      ledger_date_entry_set_words (LEDGER_DATE_ENTRY (input), words);
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

/* “修改时限”, “修改8项的时限”: what the button does. */
static char *
dup_submit (CellEditor *editor)
{
  const char *title = ledger_issue_column_get_title (editor->column);
  const guint n = g_strv_length (editor->issues);

  if (editor->note)
    return n > 1 ? g_strdup_printf (
               g_dngettext (
                   GETTEXT_PACKAGE, "Add progress to %u item", "Add progress to %u items", n),
               n)
                 : g_strdup (_ ("Add progress"));
  return n > 1 ? g_strdup_printf (
             g_dngettext (
                 GETTEXT_PACKAGE, "Change %2$s of %1$u item", "Change %2$s of %1$u items", n),
             n,
             title)
               : g_strdup_printf (_ ("Change %s"), title);
}

static void
open_editor (GtkWidget *parent, const GdkRectangle *area, CellEditor *editor)
{
  g_autofree char *submit = NULL;

  if (editor->issues[0] == NULL)
    {
      editor_free (editor);
      return;
    }
  submit = dup_submit (editor);
  editor->form = LEDGER_FORM_POPOVER (ledger_form_popover_new (
      editor->note ? _ ("Progress") : ledger_issue_column_get_title (editor->column), submit));
  g_object_set_data_full (G_OBJECT (editor->form), "editor", editor, editor_free);
  editor->input = create_input (editor);
  ledger_form_popover_add (editor->form, NULL, editor->input);
  /* A name picked from the list is written at once. */
  if (LEDGER_IS_PICKER_ENTRY (editor->input))
    g_signal_connect_swapped (editor->input, "picked", G_CALLBACK (apply), editor);
  g_signal_connect_swapped (editor->form, "submitted", G_CALLBACK (apply), editor);
  g_signal_connect_swapped (editor->form, "closed", G_CALLBACK (on_closed), editor);
  ledger_form_popover_open (editor->form, parent, area);
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
