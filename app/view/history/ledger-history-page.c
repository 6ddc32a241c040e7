/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-history-page.h"

#include <glib/gi18n-lib.h>

#include "ledger-clipboard-table.h"
#include "ledger-column-layout.h"
#include "ledger-empty.h"
#include "ledger-history-details.h"
#include "ledger-history-diary.h"
#include "ledger-history-filter-bar.h"
#include "ledger-history-line.h"
#include "ledger-history-menu.h"
#include "ledger-history-navigator.h"

struct _LedgerHistoryPage
{
  LedgerPage parent_instance;

  LedgerHistoryDiary *diary;
  LedgerHistoryMenu *menu;
  GtkWidget *box;
  GtkWidget *filter_bar;
  GtkWidget *places; /* "diary", "empty" */
  GtkWidget *scrolled;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (LedgerHistoryPage, ledger_history_page, LEDGER_TYPE_PAGE)

/* --- the list --- */

static void
setup_line (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer session)
{
  gtk_list_item_set_child (item, ledger_history_line_new (session));
}

static void
bind_line (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer session)
{
  LedgerHistoryRow *row = gtk_list_item_get_item (item);
  const gboolean is_edit = ledger_history_row_get_line (row) != NULL;

  gtk_list_item_set_activatable (item, ledger_history_row_get_issue (row) != NULL);
  gtk_list_item_set_selectable (item, is_edit);
  ledger_history_line_set_row (LEDGER_HISTORY_LINE (gtk_list_item_get_child (item)), row);
}

static void
unbind_line (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer session)
{
  ledger_history_line_set_row (LEDGER_HISTORY_LINE (gtk_list_item_get_child (item)), NULL);
}

static void
on_activate (LedgerHistoryPage *self, guint position)
{
  g_autoptr (LedgerHistoryRow) row =
      g_list_model_get_item (ledger_history_diary_get_rows (self->diary), position);

  if (row != NULL && ledger_history_row_get_issue (row) != NULL)
    ledger_session_open_issue (ledger_page_get_session (LEDGER_PAGE (self)),
                               ledger_history_row_get_issue (row));
}

/* A screen before the end the next page is read. */
static void
on_scrolled (LedgerHistoryPage *self, GtkAdjustment *adjustment)
{
  const double left = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment);

  if (left < 3 * gtk_adjustment_get_page_size (adjustment))
    ledger_history_diary_load_more (self->diary);
}

/* Who reads the newest line sees the next one come. */
static void
on_rows_changed (LedgerHistoryPage *self, guint position)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));

  if (position <= 1 && gtk_adjustment_get_value (place) < 1)
    ledger_list_scroll_to (self->list, 0);
}

static void
show_place (LedgerHistoryPage *self)
{
  const guint n = g_list_model_get_n_items (ledger_history_diary_get_rows (self->diary));
  const gboolean empty = n == 0 && ledger_history_diary_is_complete (self->diary);

  gtk_stack_set_visible_child_name (GTK_STACK (self->places), empty ? "empty" : "diary");
}

/* --- actions --- */

static void
on_clear_filter (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerHistoryPage *self = data;

  ledger_history_filter_bar_clear (LEDGER_HISTORY_FILTER_BAR (self->filter_bar));
  gtk_widget_grab_focus (self->list);
}

/* What the context menu is about. */
static LedgerHistoryRow *
get_menu_row (LedgerHistoryPage *self)
{
  return ledger_history_menu_get_row (self->menu);
}

static void
on_restore (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerHistoryRow *row = get_menu_row (data);

  if (row != NULL && ledger_history_row_get_restorable (row) != NULL)
    ledger_history_details_restore (ledger_page_get_session (data),
                                    ledger_history_row_get_restorable (row));
}

static void
on_only_issue (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerHistoryPage *self = data;
  LedgerHistoryRow *row = get_menu_row (self);

  if (row != NULL && ledger_history_row_get_issue (row) != NULL)
    ledger_history_diary_set_issue (self->diary, ledger_history_row_get_issue (row));
}

static void
add_cells (LedgerTableCopy *copy, LedgerHistoryRow *row)
{
  g_auto (GStrv) cells = NULL;

  if (ledger_history_row_get_line (row) == NULL)
    return;
  cells = ledger_history_row_dup_cells (row);
  ledger_table_copy_add_row (copy, (const char *const *)cells);
}

/* ROW NULL: all that is shown. */
static gboolean
copy_rows (LedgerHistoryPage *self, LedgerHistoryRow *row)
{
  GListModel *rows = ledger_history_diary_get_rows (self->diary);
  g_autoptr (LedgerTableCopy) copy = ledger_table_copy_new (LEDGER_HISTORY_N_COLUMNS);
  const char *const heading[] = { C_ ("history", "Date"),    C_ ("history", "Time"),
                                  C_ ("history", "Person"),  C_ ("history", "What"),
                                  C_ ("history", "Problem"), C_ ("history", "Change") };

  ledger_table_copy_add_head (copy, heading);
  if (row != NULL)
    add_cells (copy, row);
  for (guint i = 0; row == NULL && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (LedgerHistoryRow) one = g_list_model_get_item (rows, i);

      add_cells (copy, one);
    }
  return ledger_clipboard_table_put (
      GTK_WIDGET (self), ledger_page_get_session (LEDGER_PAGE (self)), copy);
}

static void
on_copy (GSimpleAction *action, GVariant *target, gpointer data)
{
  copy_rows (data, get_menu_row (data));
}

static const GActionEntry actions[] = {
  { "clear-filter", on_clear_filter },
  { "restore-line", on_restore },
  { "only-issue", on_only_issue },
  { "copy-line", on_copy },
};

static void
on_menu_row (LedgerHistoryPage *self)
{
  LedgerHistoryRow *row = get_menu_row (self);
  const gboolean writable =
      !ledger_document_is_read_only (ledger_page_get_document (LEDGER_PAGE (self)));

  ledger_page_enable_action (LEDGER_PAGE (self),
                             "restore-line",
                             writable && row != NULL
                                 && ledger_history_row_get_restorable (row) != NULL);
  ledger_page_enable_action (
      LEDGER_PAGE (self), "only-issue", row != NULL && ledger_history_row_get_issue (row) != NULL);
  ledger_page_enable_action (LEDGER_PAGE (self), "copy-line", row != NULL);
}

/* --- of the page --- */

static void
take_focus (LedgerPage *page)
{
  gtk_widget_grab_focus (LEDGER_HISTORY_PAGE (page)->list);
}

static void
find (LedgerPage *page)
{
  ledger_history_filter_bar_find (
      LEDGER_HISTORY_FILTER_BAR (LEDGER_HISTORY_PAGE (page)->filter_bar));
}

static gboolean
copy (LedgerPage *page)
{
  LedgerHistoryPage *self = LEDGER_HISTORY_PAGE (page);
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (self->list));

  return copy_rows (self, gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (model)));
}

static gboolean
step_back (LedgerPage *page)
{
  LedgerHistoryPage *self = LEDGER_HISTORY_PAGE (page);

  if (!ledger_history_diary_is_filtered (self->diary))
    return FALSE;
  ledger_history_filter_bar_clear (LEDGER_HISTORY_FILTER_BAR (self->filter_bar));
  return TRUE;
}

/* --- life --- */

static void
fill_list (LedgerHistoryPage *self)
{
  LedgerSession *session = ledger_page_get_session (LEDGER_PAGE (self));
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, ledger_history_diary_get_rows (self->diary));
  gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_line), session);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_line), session);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_line), session);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (ledger_history_diary_get_rows (self->diary),
                           "items-changed",
                           G_CALLBACK (on_rows_changed),
                           self,
                           G_CONNECT_SWAPPED);
  g_object_unref (factory);
  g_object_unref (selection);
  g_signal_connect_object (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)),
      "value-changed",
      G_CALLBACK (on_scrolled),
      self,
      G_CONNECT_SWAPPED);
}

static void
follow (LedgerHistoryPage *self)
{
  LedgerDocument *document = ledger_page_get_document (LEDGER_PAGE (self));

  g_signal_connect_object (document,
                           "refreshed",
                           G_CALLBACK (ledger_history_diary_refresh),
                           self->diary,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->diary, "loaded", G_CALLBACK (show_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->diary, "filtered", G_CALLBACK (show_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->menu, "notify::row", G_CALLBACK (on_menu_row), self, G_CONNECT_SWAPPED);
}

static void
ledger_history_page_constructed (GObject *object)
{
  LedgerHistoryPage *self = LEDGER_HISTORY_PAGE (object);
  LedgerPage *page = LEDGER_PAGE (object);
  LedgerDocument *document = ledger_page_get_document (page);

  G_OBJECT_CLASS (ledger_history_page_parent_class)->constructed (object);
  ledger_page_add_actions (page, actions, G_N_ELEMENTS (actions), self);
  self->diary = ledger_history_diary_new (document);
  ledger_history_diary_refresh (self->diary);
  self->filter_bar = ledger_history_filter_bar_new (ledger_page_get_session (page), self->diary);
  gtk_box_prepend (GTK_BOX (self->box), self->filter_bar);
  fill_list (self);
  gtk_stack_add_named (
      GTK_STACK (self->places),
      ledger_empty_new (
          _ ("Nothing was changed in this time"), NULL, _ ("Clear filter"), "page.clear-filter"),
      "empty");
  self->menu = ledger_history_menu_new (self->list);
  ledger_page_set_navigator (page, ledger_history_navigator_new (document, self->diary));
  ledger_page_add_pane (page, self->filter_bar);
  ledger_page_add_pane (page, self->list);
  follow (self);
  on_menu_row (self);
  show_place (self);
}

static void
ledger_history_page_dispose (GObject *object)
{
  g_clear_object (&LEDGER_HISTORY_PAGE (object)->menu);
  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&LEDGER_HISTORY_PAGE (object)->diary);
  G_OBJECT_CLASS (ledger_history_page_parent_class)->dispose (object);
}

static void
ledger_history_page_class_init (LedgerHistoryPageClass *klass)
{
  LedgerPageClass *page_class = LEDGER_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ledger_history_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ledger_history_page_dispose;
  gtk_widget_class_set_template_from_resource (
      GTK_WIDGET_CLASS (klass), "/io/github/zhenggai/Ledger/history/ledger-history-page.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), LedgerHistoryPage, box);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), LedgerHistoryPage, places);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), LedgerHistoryPage, scrolled);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), LedgerHistoryPage, list);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), on_activate);
  page_class->ready = TRUE;
  page_class->take_focus = take_focus;
  page_class->find = find;
  page_class->copy = copy;
  page_class->step_back = step_back;
}

static void
ledger_history_page_init (LedgerHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ledger_page_set_title (LEDGER_PAGE (self), _ ("Diary of changes"));
}
