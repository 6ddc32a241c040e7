/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-page-private.h"

#include <glib/gi18n-lib.h>

#include "ledger-cell-editor.h"
#include "ledger-gesture.h"
#include "ledger-issue-details.h"
#include "ledger-issue-table.h"

static void
on_editor_closed (gpointer data)
{
  ledger_issue_table_focus_selected (LEDGER_ISSUE_TABLE (LEDGER_ISSUE_PAGE (data)->table));
}

static void
get_area (LedgerIssuePage *self, LedgerIssueColumn column, GdkRectangle *area)
{
  if (!ledger_issue_table_get_cell_area (LEDGER_ISSUE_TABLE (self->table), column, area))
    *area = (GdkRectangle){ gtk_widget_get_width (self->table) / 2, 40, 1, 1 };
}

void
ledger_issue_page_edit_column (LedgerIssuePage *self, guint column)
{
  GdkRectangle area;

  get_area (self, (LedgerIssueColumn)column, &area);
  ledger_cell_editor_open (self->table,
                           &area,
                           ledger_page_get_document (LEDGER_PAGE (self)),
                           ledger_page_get_session (LEDGER_PAGE (self)),
                           (LedgerIssueColumn)column,
                           on_editor_closed,
                           self);
}

static void
on_edit (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssuePage *self = data;

  ledger_issue_page_edit_column (
      self, ledger_issue_table_get_current_column (LEDGER_ISSUE_TABLE (self->table)));
}

static void
on_set_due (GSimpleAction *action, GVariant *target, gpointer data)
{
  ledger_issue_page_edit_column (data, LEDGER_ISSUE_COLUMN_DUE);
}

static void
on_add_note (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssuePage *self = data;
  GdkRectangle area;

  if (ledger_session_get_n_selected (ledger_page_get_session (LEDGER_PAGE (self))) < 2)
    {
      ledger_issue_details_start_note (LEDGER_ISSUE_DETAILS (self->details));
      return;
    }
  get_area (self, LEDGER_ISSUE_COLUMN_TEXT, &area);
  ledger_cell_editor_open_note (self->table,
                                &area,
                                ledger_page_get_document (LEDGER_PAGE (self)),
                                ledger_page_get_session (LEDGER_PAGE (self)),
                                on_editor_closed,
                                self);
}

/* What the cell holds, as ledger_gesture_set_many() takes it. The deadline whole: its words alone
 * may have meant another year, or nothing plain. */
static const char *
get_value (const LedgerIssueFacts *facts, LedgerIssueColumn column)
{
  switch (column)
    {
    case LEDGER_ISSUE_COLUMN_DEPARTMENT:
      return facts->department;
    case LEDGER_ISSUE_COLUMN_HANDLER:
      return facts->handler;
    case LEDGER_ISSUE_COLUMN_DUE:
      return ledger_record_get_text (LEDGER_RECORD (facts->issue), LEDGER_ISSUE_DUE);
    default:
      return NULL;
    }
}

/* Ctrl+D: the first selected row's value goes into the others. */
static void
on_fill_down (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssuePage *self = data;
  LedgerDocument *document = ledger_page_get_document (data);
  LedgerSession *session = ledger_page_get_session (data);
  const char *const *ids = ledger_session_get_selection (session);
  const LedgerIssueColumn column =
      ledger_issue_table_get_current_column (LEDGER_ISSUE_TABLE (self->table));
  const LedgerIssueFacts *facts =
      ids[0] != NULL ? ledger_document_get_facts (document, ids[0]) : NULL;
  const char *value = facts != NULL ? get_value (facts, column) : NULL;
  g_autoptr (GError) error = NULL;
  const char *type, *field;

  if (value == NULL || ids[1] == NULL || !ledger_issue_column_get_target (column, &type, &field))
    return;
  ledger_session_commit (session,
                         ledger_gesture_set_many (document, type, ids + 1, field, value, &error),
                         &error,
                         _ ("Filled down"),
                         NULL,
                         NULL);
}

void
ledger_issue_page_add_cell_actions (LedgerIssuePage *self)
{
  static const GActionEntry entries[] = {
    { "edit", on_edit },
    { "set-due", on_set_due },
    { "add-note", on_add_note },
    { "fill-down", on_fill_down },
  };

  ledger_page_add_actions (LEDGER_PAGE (self), entries, G_N_ELEMENTS (entries), self);
}
