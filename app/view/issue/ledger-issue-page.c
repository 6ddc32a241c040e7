/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-page.h"

#include <glib/gi18n-lib.h>

#include "ledger-cell-editor.h"
#include "ledger-claim-page.h"
#include "ledger-empty.h"
#include "ledger-evidence-attach.h"
#include "ledger-evidence-page.h"
#include "ledger-gesture.h"
#include "ledger-heading-navigator.h"
#include "ledger-issue-details.h"
#include "ledger-issue-filter-bar.h"
#include "ledger-issue-menu.h"
#include "ledger-issue-table.h"
#include "ledger-statistics.h"
#include "ledger-table-copy.h"

#define DETAILS_WIDTH 440
#define DETAILS_WIDTH_NARROW 400
#define DETAILS_WIDTH_WIDE 560

struct _LedgerIssuePage
{
  LedgerPage parent_instance;

  GtkWidget *paned;
  GtkWidget *filter_revealer;
  GtkWidget *filter_bar;
  GtkWidget *places; /* "table", "empty", "filtered" */
  GtkWidget *filtered;
  GtkWidget *table;
  GtkWidget *basis;
  GtkWidget *selected;
  GtkWidget *details;
  GtkWidget *left; /* "rows", "evidence" */
  GtkWidget *evidence;
  GtkWidget *menu;
  GMenu *issue_menu;
};

G_DEFINE_FINAL_TYPE (LedgerIssuePage, ledger_issue_page, LEDGER_TYPE_PAGE)

static LedgerDocument *
get_document (LedgerIssuePage *self)
{
  return ledger_page_get_document (LEDGER_PAGE (self));
}

static LedgerSession *
get_session (LedgerIssuePage *self)
{
  return ledger_page_get_session (LEDGER_PAGE (self));
}

/* --- what is shown --- */

static void
show_rows (LedgerIssuePage *self)
{
  LedgerIssueRows *rows = ledger_issue_table_get_rows (LEDGER_ISSUE_TABLE (self->table));
  const guint shown = g_list_model_get_n_items (G_LIST_MODEL (rows));
  const guint all = ledger_issue_rows_get_n_all (rows);
  g_autofree char *conditions = NULL;

  ledger_issue_filter_bar_set_count (LEDGER_ISSUE_FILTER_BAR (self->filter_bar), shown, all);
  if (shown == 0 && all > 0)
    {
      conditions = ledger_filter_describe (ledger_session_get_filter (get_session (self)));
      ledger_empty_set_line (self->filtered, conditions);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->places),
                                    shown > 0 ? "table"
                                    : all > 0 ? "filtered"
                                              : "empty");
}

static void
show_selected (LedgerIssuePage *self)
{
  const guint n = ledger_session_get_n_selected (get_session (self));
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u item selected", "%u items selected", n), n);

  gtk_label_set_text (GTK_LABEL (self->selected), n > 0 ? text : "");
}

static void
on_next_changed (LedgerIssuePage *self)
{
  ledger_page_set_primary_action (
      LEDGER_PAGE (self), ledger_issue_details_get_next (LEDGER_ISSUE_DETAILS (self->details)));
}

static void
fit_paned (LedgerIssuePage *self)
{
  const LedgerSizeClass size = ledger_session_get_size_class (get_session (self));

  gtk_widget_set_size_request (self->details,
                               size == LEDGER_SIZE_NARROW ? DETAILS_WIDTH_NARROW
                               : size == LEDGER_SIZE_WIDE ? DETAILS_WIDTH_WIDE
                                                          : DETAILS_WIDTH,
                               -1);
}

/* --- actions --- */

static void
on_select_all (GSimpleAction *action, GVariant *target, gpointer data)
{
  ledger_issue_table_select_all (LEDGER_ISSUE_TABLE (LEDGER_ISSUE_PAGE (data)->table));
}

static void
on_toggle_filter (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssuePage *self = data;
  GtkRevealer *revealer = GTK_REVEALER (self->filter_revealer);

  if (!gtk_revealer_get_reveal_child (revealer))
    {
      gtk_revealer_set_reveal_child (revealer, TRUE);
      ledger_issue_filter_bar_find (LEDGER_ISSUE_FILTER_BAR (self->filter_bar));
    }
  else if (!ledger_filter_is_empty (ledger_session_get_filter (get_session (self))))
    ledger_filter_clear (ledger_session_get_filter (get_session (self)));
  else
    gtk_revealer_set_reveal_child (revealer, FALSE);
}

static void
on_clear_filter (GSimpleAction *action, GVariant *target, gpointer data)
{
  ledger_filter_clear (ledger_session_get_filter (get_session (data)));
  gtk_widget_grab_focus (LEDGER_ISSUE_PAGE (data)->table);
}

static void
on_toggle_details (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssuePage *self = data;

  gtk_widget_set_visible (self->details, !gtk_widget_get_visible (self->details));
}

static void
on_one_line (GSimpleAction *action, GVariant *value, gpointer data)
{
  g_simple_action_set_state (action, value);
  ledger_issue_table_set_one_line (LEDGER_ISSUE_TABLE (LEDGER_ISSUE_PAGE (data)->table),
                                   g_str_equal (g_variant_get_string (value, NULL), "one"));
}

static void
on_copy (GSimpleAction *action, GVariant *target, gpointer data)
{
  ledger_page_copy (data);
}

static void
on_save_claim (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssuePage *self = data;

  ledger_issue_details_save_claim (LEDGER_ISSUE_DETAILS (self->details));
  ledger_issue_table_focus_selected (LEDGER_ISSUE_TABLE (self->table));
}

static void
on_cancel_claim (GSimpleAction *action, GVariant *target, gpointer data)
{
  ledger_issue_details_cancel_claim (LEDGER_ISSUE_DETAILS (LEDGER_ISSUE_PAGE (data)->details));
}

/* 认领 in the header and in the strip: all that wait, or those selected. */
static void
on_claim_many (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerSession *session = get_session (data);

  ledger_session_push_subpage (
      session,
      g_object_new (
          LEDGER_TYPE_CLAIM_PAGE, "document", get_document (data), "session", session, NULL));
}

static void
on_claim (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssuePage *self = data;
  LedgerSession *session = get_session (self);

  if (ledger_session_get_n_selected (session) > 1)
    on_claim_many (action, target, data);
  else
    ledger_issue_details_start_claim (LEDGER_ISSUE_DETAILS (self->details));
}

static void
on_add_measure (GSimpleAction *action, GVariant *target, gpointer data)
{
  ledger_issue_details_start_measure (LEDGER_ISSUE_DETAILS (LEDGER_ISSUE_PAGE (data)->details));
}

static void
on_submit (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssuePage *self = data;
  const char *id = ledger_session_get_selected_issue (get_session (self));

  if (id != NULL && ledger_issue_details_check (LEDGER_ISSUE_DETAILS (self->details)))
    ledger_session_open_signoff (get_session (self), id);
}

static void
on_sign (GSimpleAction *action, GVariant *target, gpointer data)
{
  const char *id = ledger_session_get_selected_issue (get_session (data));

  if (id != NULL)
    ledger_session_open_signoff (get_session (data), id);
}

static void
on_delete (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssuePage *self = data;
  const char *const *ids = ledger_session_get_selection (get_session (self));
  const guint n = ledger_session_get_n_selected (get_session (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *toast = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Deleted %u problem", "Deleted %u problems", n), n);

  if (n == 0)
    return;
  ledger_session_commit (get_session (self),
                         ledger_gesture_delete (get_document (self), "issue", ids, &error),
                         &error,
                         toast,
                         NULL,
                         NULL);
}

static void
on_only_department (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssuePage *self = data;
  const char *const *ids = ledger_session_get_selection (get_session (self));
  const LedgerIssueFacts *facts =
      ids[0] != NULL ? ledger_document_get_facts (get_document (self), ids[0]) : NULL;

  if (facts == NULL || facts->claim == NULL)
    return;
  ledger_filter_set_department (
      ledger_session_get_filter (get_session (self)),
      ledger_record_get_text (LEDGER_RECORD (facts->claim), LEDGER_CLAIM_DEPARTMENT));
}

/* --- editing in cells --- */

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

static void
edit_column (LedgerIssuePage *self, guint column)
{
  GdkRectangle area;

  get_area (self, (LedgerIssueColumn)column, &area);
  ledger_cell_editor_open (self->table,
                           &area,
                           get_document (self),
                           get_session (self),
                           (LedgerIssueColumn)column,
                           on_editor_closed,
                           self);
}

static void
on_edit (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssuePage *self = data;

  edit_column (self, ledger_issue_table_get_current_column (LEDGER_ISSUE_TABLE (self->table)));
}

static void
on_set_due (GSimpleAction *action, GVariant *target, gpointer data)
{
  edit_column (data, LEDGER_ISSUE_COLUMN_DUE);
}

static void
on_add_note (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssuePage *self = data;
  GdkRectangle area;

  if (ledger_session_get_n_selected (get_session (self)) < 2)
    {
      ledger_issue_details_start_note (LEDGER_ISSUE_DETAILS (self->details));
      return;
    }
  get_area (self, LEDGER_ISSUE_COLUMN_TEXT, &area);
  ledger_cell_editor_open_note (
      self->table, &area, get_document (self), get_session (self), on_editor_closed, self);
}

/* Ctrl+D: the first selected row's value goes into the others. */
static void
on_fill_down (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssuePage *self = data;
  const char *const *ids = ledger_session_get_selection (get_session (self));
  const LedgerIssueColumn column =
      ledger_issue_table_get_current_column (LEDGER_ISSUE_TABLE (self->table));
  const LedgerIssueFacts *facts =
      ids[0] != NULL ? ledger_document_get_facts (get_document (self), ids[0]) : NULL;
  g_autoptr (LedgerDeadline) deadline = NULL;
  g_autoptr (GError) error = NULL;
  const char *value, *due;

  if (facts == NULL || ids[1] == NULL)
    return;
  due = ledger_record_get_text (LEDGER_RECORD (facts->issue), LEDGER_ISSUE_DUE);
  deadline = due != NULL ? ledger_deadline_from_canonical (due) : NULL;
  value = column == LEDGER_ISSUE_COLUMN_DEPARTMENT ? facts->department
          : column == LEDGER_ISSUE_COLUMN_HANDLER  ? facts->handler
          : deadline != NULL                       ? deadline->words
                                                   : NULL;
  if (value == NULL)
    return;
  ledger_session_commit (
      get_session (self),
      ledger_gesture_set_many (get_document (self),
                               column == LEDGER_ISSUE_COLUMN_DUE ? "issue" : "claim",
                               ids + 1,
                               column == LEDGER_ISSUE_COLUMN_DUE       ? "due"
                               : column == LEDGER_ISSUE_COLUMN_HANDLER ? "handler"
                                                                       : "department",
                               value,
                               &error),
      &error,
      _ ("Filled down"),
      NULL,
      NULL);
}

/* --- evidence --- */

static void
on_add_evidence (GSimpleAction *action, GVariant *target, gpointer data)
{
  const char *id = ledger_session_get_selected_issue (get_session (data));

  if (id != NULL)
    ledger_evidence_attach_choose (GTK_WIDGET (data), get_session (data), id, NULL);
}

static void
on_add_evidence_to (GSimpleAction *action, GVariant *target, gpointer data)
{
  const char *id = ledger_session_get_selected_issue (get_session (data));

  if (id != NULL)
    ledger_evidence_attach_choose (
        GTK_WIDGET (data), get_session (data), id, g_variant_get_string (target, NULL));
}

static void
on_close_evidence (GSimpleAction *action, GVariant *target, gpointer data)
{
  ledger_page_step_back (data);
}

/* 登记销号: today, by the office of the inspection; both can be changed under 更多信息. */
static void
on_close_issue (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssuePage *self = data;
  const char *id = ledger_session_get_selected_issue (get_session (self));
  g_autofree char *today = ledger_day_to_iso (ledger_document_get_today (get_document (self)));
  g_autoptr (GError) error = NULL;

  if (id == NULL)
    return;
  ledger_session_commit (
      get_session (self),
      ledger_gesture_set (get_document (self), "issue", id, "closed", today, &error),
      &error,
      _ ("Closing recorded"),
      NULL,
      NULL);
}

static const GActionEntry actions[] = {
  { "edit", on_edit },
  { "set-due", on_set_due },
  { "add-note", on_add_note },
  { "fill-down", on_fill_down },
  { "add-evidence", on_add_evidence },
  { "add-evidence-to", on_add_evidence_to, "s" },
  { "close-evidence", on_close_evidence },
  { "close-issue", on_close_issue },
  { "select-all", on_select_all },
  { "toggle-filter", on_toggle_filter },
  { "clear-filter", on_clear_filter },
  { "toggle-details", on_toggle_details },
  { "row-height", NULL, "s", "'two'", on_one_line },
  { "copy", on_copy },
  { "claim", on_claim },
  { "claim-many", on_claim_many },
  { "save-claim", on_save_claim },
  { "cancel-claim", on_cancel_claim },
  { "add-measure", on_add_measure },
  { "submit", on_submit },
  { "sign", on_sign },
  { "delete", on_delete },
  { "only-department", on_only_department },
};

/* --- of the page --- */

static void
copy_cells (LedgerTableCopy *copy, LedgerDocument *document, const LedgerIssueFacts *facts)
{
  char *cells[LEDGER_N_ISSUE_COLUMNS];

  for (guint i = 0; i < LEDGER_N_ISSUE_COLUMNS; i++)
    cells[i] = ledger_issue_column_dup_text ((LedgerIssueColumn)i, document, facts);
  ledger_table_copy_add_row (copy, FALSE, (const char *const *)cells);
  for (guint i = 0; i < LEDGER_N_ISSUE_COLUMNS; i++)
    g_free (cells[i]);
}

static void
put_on_clipboard (LedgerIssuePage *self, LedgerTableCopy *copy)
{
  g_autofree char *text = ledger_table_copy_to_text (copy);
  g_autofree char *html = ledger_table_copy_to_html (copy);
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) both = NULL;

  providers[0] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  providers[1] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  both = gdk_content_provider_new_union (providers, 2);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
}

static gboolean
copy_rows (LedgerPage *page)
{
  LedgerIssuePage *self = LEDGER_ISSUE_PAGE (page);
  const char *const *ids = ledger_session_get_selection (get_session (self));
  g_autoptr (LedgerTableCopy) copy = ledger_table_copy_new (LEDGER_N_ISSUE_COLUMNS);
  const char *titles[LEDGER_N_ISSUE_COLUMNS];
  g_autofree char *toast = NULL;
  guint n;

  for (guint i = 0; i < LEDGER_N_ISSUE_COLUMNS; i++)
    titles[i] = ledger_issue_column_get_title ((LedgerIssueColumn)i);
  ledger_table_copy_add_row (copy, TRUE, titles);
  for (n = 0; ids[n] != NULL; n++)
    copy_cells (copy, get_document (self), ledger_document_get_facts (get_document (self), ids[n]));
  if (n == 0)
    return FALSE;
  put_on_clipboard (self, copy);
  toast = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "Copied %u row, can be pasted into a table",
                                        "Copied %u rows, can be pasted into a table",
                                        n),
                           n);
  ledger_session_toast (get_session (self), toast, NULL, NULL, NULL);
  return TRUE;
}

static void
take_focus (LedgerPage *page)
{
  ledger_issue_table_focus_selected (LEDGER_ISSUE_TABLE (LEDGER_ISSUE_PAGE (page)->table));
}

static void
find (LedgerPage *page)
{
  LedgerIssuePage *self = LEDGER_ISSUE_PAGE (page);

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->filter_revealer), TRUE);
  ledger_issue_filter_bar_find (LEDGER_ISSUE_FILTER_BAR (self->filter_bar));
}

static void
reveal (LedgerPage *page, const char *issue_id)
{
  LedgerIssuePage *self = LEDGER_ISSUE_PAGE (page);

  if (ledger_issue_table_reveal (LEDGER_ISSUE_TABLE (self->table), issue_id))
    return;
  ledger_filter_clear (ledger_session_get_filter (get_session (self)));
  ledger_issue_table_reveal (LEDGER_ISSUE_TABLE (self->table), issue_id);
}

static gboolean
is_evidence_shown (LedgerIssuePage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->left)), "evidence") == 0;
}

/* The page takes the table's place; Esc brings the table back where it was. */
static void
reveal_evidence (LedgerPage *page, const char *evidence_id)
{
  LedgerIssuePage *self = LEDGER_ISSUE_PAGE (page);

  if (self->evidence == NULL)
    {
      self->evidence = g_object_new (LEDGER_TYPE_EVIDENCE_PAGE,
                                     "document",
                                     get_document (self),
                                     "session",
                                     get_session (self),
                                     NULL);
      gtk_stack_add_named (GTK_STACK (self->left), self->evidence, "evidence");
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->left), "evidence");
  ledger_evidence_page_show (LEDGER_EVIDENCE_PAGE (self->evidence), evidence_id);
  ledger_page_take_focus (LEDGER_PAGE (self->evidence));
}

static gboolean
take_files (LedgerPage *page, GListModel *files)
{
  const char *id = ledger_session_get_selected_issue (ledger_page_get_session (page));

  if (id == NULL)
    return FALSE;
  ledger_evidence_attach_files (GTK_WIDGET (page), ledger_page_get_session (page), id, NULL, files);
  return TRUE;
}

static void
on_whole_window (LedgerIssuePage *self)
{
  gtk_widget_set_visible (self->details, !ledger_session_get_whole_window (get_session (self)));
}

/* From the details back to the table. */
static gboolean
step_back (LedgerPage *page)
{
  LedgerIssuePage *self = LEDGER_ISSUE_PAGE (page);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (page)));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (GTK_ROOT (root)) : NULL;

  if (is_evidence_shown (self))
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->left), "rows");
      ledger_session_set_whole_window (get_session (self), FALSE);
      gtk_widget_set_visible (self->details, TRUE);
      ledger_issue_table_focus_selected (LEDGER_ISSUE_TABLE (self->table));
      return TRUE;
    }
  if (focus == NULL || gtk_widget_is_ancestor (focus, self->table))
    return FALSE;
  ledger_issue_table_focus_selected (LEDGER_ISSUE_TABLE (self->table));
  return TRUE;
}

/* --- building --- */

static void
on_opened (LedgerIssuePage *self)
{
  gtk_widget_grab_focus (self->details);
}

static void
on_menu (LedgerIssuePage *self, double x, double y)
{
  graphene_point_t at;
  GdkRectangle area = { 0, 0, 1, 1 };

  if (!gtk_widget_compute_point (
          self->table, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float)x, (float)y), &at))
    return;
  area.x = (int)at.x;
  area.y = (int)at.y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &area);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static GtkWidget *
create_foot_menu (const char *label, GMenuModel *model)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), model);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
build_foot (LedgerIssuePage *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autoptr (GMenu) heights = g_menu_new ();
  g_autoptr (GMenuModel) columns = ledger_issue_table_create_columns_menu (
      LEDGER_ISSUE_TABLE (self->table), ledger_page_get_actions (LEDGER_PAGE (self)));

  gtk_widget_add_css_class (foot, "table-foot");
  self->selected = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->selected, "numeric");
  self->basis = gtk_label_new (_ ("Counted by problem, deadlines in working days"));
  gtk_label_set_ellipsize (GTK_LABEL (self->basis), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->basis), 0);
  gtk_widget_add_css_class (self->basis, "dim-label");
  gtk_widget_set_hexpand (self->basis, TRUE);
  g_menu_append (heights, _ ("Two lines"), "page.row-height::two");
  g_menu_append (heights, _ ("One line"), "page.row-height::one");
  gtk_box_append (GTK_BOX (foot), self->selected);
  gtk_box_append (GTK_BOX (foot), self->basis);
  gtk_box_append (GTK_BOX (foot), create_foot_menu (_ ("Row height"), G_MENU_MODEL (heights)));
  gtk_box_append (GTK_BOX (foot), create_foot_menu (_ ("Columns"), columns));
  return foot;
}

static GtkWidget *
build_places (LedgerIssuePage *self)
{
  GtkWidget *empty;

  self->places = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->places), FALSE);
  empty = ledger_empty_new (_ ("No problems yet"),
                            _ ("Import the inspection's list of problems, or add them one by one."),
                            _ ("Import list"),
                            "win.import",
                            TRUE);
  self->filtered =
      ledger_empty_new (_ ("Nothing matches"), NULL, _ ("Clear filter"), "page.clear-filter", TRUE);
  gtk_stack_add_named (GTK_STACK (self->places), self->table, "table");
  gtk_stack_add_named (GTK_STACK (self->places), empty, "empty");
  gtk_stack_add_named (GTK_STACK (self->places), self->filtered, "filtered");
  gtk_widget_set_vexpand (self->places, TRUE);
  return self->places;
}

static GtkWidget *
build_left (LedgerIssuePage *self)
{
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->filter_bar = ledger_issue_filter_bar_new (get_document (self), get_session (self));
  self->filter_revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->filter_revealer), self->filter_bar);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->filter_revealer), TRUE);
  gtk_box_append (GTK_BOX (left), self->filter_revealer);
  gtk_box_append (GTK_BOX (left), build_places (self));
  gtk_box_append (GTK_BOX (left), build_foot (self));
  return left;
}

static void
build (LedgerIssuePage *self)
{
  self->table = ledger_issue_table_new (get_document (self), get_session (self));
  self->details = ledger_issue_details_new (
      get_document (self), get_session (self), G_MENU_MODEL (self->issue_menu));
  self->paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  self->left = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->left), FALSE);
  gtk_stack_add_named (GTK_STACK (self->left), build_left (self), "rows");
  gtk_paned_set_start_child (GTK_PANED (self->paned), self->left);
  gtk_paned_set_end_child (GTK_PANED (self->paned), self->details);
  gtk_paned_set_resize_end_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->paned), FALSE);
  adw_bin_set_child (ADW_BIN (self), self->paned);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (self->issue_menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

static void
follow (LedgerIssuePage *self)
{
  LedgerSession *session = get_session (self);

  g_signal_connect_object (
      self->table, "rows-updated", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "opened", G_CALLBACK (on_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "menu", G_CALLBACK (on_menu), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "edit", G_CALLBACK (edit_column), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      session, "notify::whole-window", G_CALLBACK (on_whole_window), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->details, "next-changed", G_CALLBACK (on_next_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      session, "notify::selection", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      session, "notify::size-class", G_CALLBACK (fit_paned), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      get_document (self), "refreshed", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
}

static void
set_header_buttons (LedgerIssuePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *import = gtk_button_new_with_mnemonic (_ ("Import"));
  GtkWidget *claim = gtk_button_new_with_mnemonic (_ ("Claim"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (import), "win.import");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (claim), "page.claim-many");
  gtk_box_append (GTK_BOX (box), import);
  gtk_box_append (GTK_BOX (box), claim);
  ledger_page_set_header_buttons (LEDGER_PAGE (self), box);
}

static void
ledger_issue_page_constructed (GObject *object)
{
  LedgerIssuePage *self = LEDGER_ISSUE_PAGE (object);
  LedgerPage *page = LEDGER_PAGE (object);

  G_OBJECT_CLASS (ledger_issue_page_parent_class)->constructed (object);
  ledger_page_set_title (page, _ ("Problems"));
  ledger_page_add_actions (page, actions, G_N_ELEMENTS (actions), self);
  self->issue_menu = ledger_issue_menu_create ();
  build (self);
  follow (self);
  ledger_page_set_navigator (
      page, ledger_heading_navigator_new (get_document (self), get_session (self)));
  set_header_buttons (self);
  ledger_page_add_pane (page, self->filter_bar);
  ledger_page_add_pane (page, self->table);
  ledger_page_add_pane (page, self->details);
  fit_paned (self);
  show_rows (self);
  show_selected (self);
  on_next_changed (self);
}

static void
ledger_issue_page_dispose (GObject *object)
{
  LedgerIssuePage *self = LEDGER_ISSUE_PAGE (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->issue_menu);
  G_OBJECT_CLASS (ledger_issue_page_parent_class)->dispose (object);
}

static void
ledger_issue_page_class_init (LedgerIssuePageClass *klass)
{
  LedgerPageClass *page_class = LEDGER_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ledger_issue_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ledger_issue_page_dispose;
  page_class->ready = TRUE;
  page_class->take_focus = take_focus;
  page_class->find = find;
  page_class->copy = copy_rows;
  page_class->step_back = step_back;
  page_class->reveal = reveal;
  page_class->reveal_evidence = reveal_evidence;
  page_class->take_files = take_files;
}

static void
ledger_issue_page_init (LedgerIssuePage *self)
{
}
