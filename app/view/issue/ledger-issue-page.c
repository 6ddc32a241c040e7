/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-page-private.h"

#include <glib/gi18n-lib.h>

#include "ledger-empty.h"
#include "ledger-evidence-attach.h"
#include "ledger-evidence-page.h"
#include "ledger-heading-navigator.h"
#include "ledger-issue-clipboard.h"
#include "ledger-issue-details.h"
#include "ledger-issue-filter-bar.h"
#include "ledger-issue-menu.h"
#include "ledger-issue-spring.h"
#include "ledger-issue-table.h"

#define DETAILS_WIDTH 440
#define DETAILS_WIDTH_NARROW 400
#define DETAILS_WIDTH_WIDE 560

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
  gtk_widget_set_visible (self->add_more, all > 0);
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
on_refreshed (LedgerIssuePage *self)
{
  show_rows (self);
  ledger_issue_page_enable_claiming (self);
}

static gboolean
is_evidence_shown (LedgerIssuePage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->left)), "evidence") == 0;
}

/* F11 is the page's while one is shown, and the screen's otherwise. */
static void
show_left (LedgerIssuePage *self, const char *name)
{
  GAction *whole =
      g_action_map_lookup_action (ledger_page_get_actions (LEDGER_PAGE (self)), "whole-window");

  gtk_stack_set_visible_child_name (GTK_STACK (self->left), name);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (whole), is_evidence_shown (self));
}

/* In place of a page of proof. */
static void
show_table (LedgerIssuePage *self)
{
  show_left (self, "rows");
  ledger_session_set_whole_window (get_session (self), FALSE);
  gtk_widget_set_visible (self->details, TRUE);
}

/* The table stands where it was, unless another problem has been gone to meanwhile. */
static void
return_to_table (LedgerIssuePage *self)
{
  const char *issue = ledger_session_get_selected_issue (get_session (self));

  show_table (self);
  ledger_issue_table_focus_selected (LEDGER_ISSUE_TABLE (self->table));
  if (g_strcmp0 (issue, self->left_issue) == 0)
    ledger_issue_table_set_top (LEDGER_ISSUE_TABLE (self->table), self->left_top);
}

static void
show_selected (LedgerIssuePage *self)
{
  const guint n = ledger_session_get_n_selected (get_session (self));
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u item selected", "%u items selected", n), n);

  gtk_label_set_text (GTK_LABEL (self->selected), n > 0 ? text : "");
  /* Several problems have no one page of proof. */
  if (n > 1 && is_evidence_shown (self))
    show_table (self);
}

static void
on_next_changed (LedgerIssuePage *self)
{
  ledger_issue_page_enable_actions (self);
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

/* --- of the page --- */

static gboolean
copy_rows (LedgerPage *page)
{
  return ledger_issue_clipboard_copy (GTK_WIDGET (page), ledger_page_get_session (page));
}

static void
take_focus (LedgerPage *page)
{
  LedgerIssuePage *self = LEDGER_ISSUE_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->places)), "table") == 0)
    ledger_issue_table_focus_selected (LEDGER_ISSUE_TABLE (self->table));
  else
    gtk_widget_child_focus (self->places, GTK_DIR_TAB_FORWARD);
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

static void
keep_place (LedgerIssuePage *self)
{
  g_free (self->left_issue);
  self->left_issue = g_strdup (ledger_session_get_selected_issue (get_session (self)));
  self->left_top = ledger_issue_table_get_top (LEDGER_ISSUE_TABLE (self->table));
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
  if (!is_evidence_shown (self))
    keep_place (self);
  show_left (self, "evidence");
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

static GVariant *
save_position (LedgerPage *page)
{
  return g_variant_new_double (
      ledger_issue_table_get_top (LEDGER_ISSUE_TABLE (LEDGER_ISSUE_PAGE (page)->table)));
}

static void
restore_position (LedgerPage *page, GVariant *position)
{
  LedgerIssuePage *self = LEDGER_ISSUE_PAGE (page);

  if (g_variant_is_of_type (position, G_VARIANT_TYPE_DOUBLE))
    ledger_issue_table_set_top (LEDGER_ISSUE_TABLE (self->table), g_variant_get_double (position));
}

/* From the details back to the table. */
static gboolean
step_back (LedgerPage *page)
{
  LedgerIssuePage *self = LEDGER_ISSUE_PAGE (page);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (page)));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (GTK_ROOT (root)) : NULL;

  if (is_evidence_shown (self) && ledger_page_step_back (LEDGER_PAGE (self->evidence)))
    return TRUE;
  if (is_evidence_shown (self))
    {
      return_to_table (self);
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

/* Before what was chosen is done, which may take the keyboard elsewhere. */
static void
on_menu_closed (LedgerIssuePage *self)
{
  ledger_issue_table_focus_row (LEDGER_ISSUE_TABLE (self->table));
}

static void
build (LedgerIssuePage *self)
{
  LedgerDocument *document = get_document (self);
  LedgerSession *session = get_session (self);
  g_autoptr (GMenuModel) columns = NULL;

  self->filter_bar = ledger_issue_filter_bar_new (document, session);
  gtk_revealer_set_child (GTK_REVEALER (self->filter_revealer), self->filter_bar);
  self->table = ledger_issue_table_new (document, session);
  ledger_issue_spring_attach (LEDGER_ISSUE_TABLE (self->table), session);
  gtk_stack_add_named (GTK_STACK (self->places), self->table, "table");
  columns = ledger_issue_table_create_columns_menu (LEDGER_ISSUE_TABLE (self->table),
                                                    ledger_page_get_actions (LEDGER_PAGE (self)));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->columns_button), columns);
  self->details = ledger_issue_details_new (document, session, G_MENU_MODEL (self->issue_menu));
  gtk_paned_set_end_child (GTK_PANED (self->paned), self->details);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (self->issue_menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_object (
      self->menu, "closed", G_CALLBACK (on_menu_closed), self, G_CONNECT_SWAPPED);
}

static void
follow (LedgerIssuePage *self)
{
  LedgerSession *session = get_session (self);

  g_signal_connect_object (
      self->table, "rows-updated", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "opened", G_CALLBACK (on_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "menu", G_CALLBACK (on_menu), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->table, "edit", G_CALLBACK (ledger_issue_page_edit_column), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      session, "notify::whole-window", G_CALLBACK (on_whole_window), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->details, "next-changed", G_CALLBACK (on_next_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      session, "notify::selection", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      session, "notify::size-class", G_CALLBACK (fit_paned), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      get_document (self), "refreshed", G_CALLBACK (on_refreshed), self, G_CONNECT_SWAPPED);
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
  ledger_issue_page_add_actions (self);
  self->issue_menu = ledger_issue_menu_create (ledger_page_get_document (page));
  build (self);
  follow (self);
  ledger_page_set_navigator (
      page, ledger_heading_navigator_new (get_document (self), get_session (self)));
  set_header_buttons (self);
  ledger_page_add_pane (page, self->filter_bar);
  ledger_page_add_pane (page, self->table);
  ledger_page_add_pane (page, self->details);
  fit_paned (self);
  on_refreshed (self);
  show_selected (self);
  on_next_changed (self);
}

static void
ledger_issue_page_dispose (GObject *object)
{
  LedgerIssuePage *self = LEDGER_ISSUE_PAGE (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->issue_menu);
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (ledger_issue_page_parent_class)->dispose (object);
}

static void
ledger_issue_page_finalize (GObject *object)
{
  g_free (LEDGER_ISSUE_PAGE (object)->left_issue);
  G_OBJECT_CLASS (ledger_issue_page_parent_class)->finalize (object);
}

static void
ledger_issue_page_class_init (LedgerIssuePageClass *klass)
{
  LedgerPageClass *page_class = LEDGER_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ledger_issue_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ledger_issue_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ledger_issue_page_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/issue/ledger-issue-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerIssuePage, paned);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssuePage, left);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssuePage, filter_revealer);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssuePage, places);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssuePage, filtered);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssuePage, add_first);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssuePage, add_more);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssuePage, selected);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssuePage, columns_button);
  page_class->ready = TRUE;
  page_class->take_focus = take_focus;
  page_class->find = find;
  page_class->copy = copy_rows;
  page_class->step_back = step_back;
  page_class->reveal = reveal;
  page_class->reveal_evidence = reveal_evidence;
  page_class->save_position = save_position;
  page_class->restore_position = restore_position;
  page_class->take_files = take_files;
}

static void
ledger_issue_page_init (LedgerIssuePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
