/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-history-page.h"

#include <glib/gi18n-lib.h>

#include "ledger-empty.h"
#include "ledger-history-diary.h"
#include "ledger-history-filter-bar.h"
#include "ledger-history-line.h"
#include "ledger-history-navigator.h"

struct _LedgerHistoryPage
{
  LedgerPage parent_instance;

  LedgerHistoryDiary *diary;
  GtkWidget *filter_bar;
  GtkWidget *places; /* "diary", "empty" */
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

static const GActionEntry actions[] = {
  { "clear-filter", on_clear_filter },
};

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
step_back (LedgerPage *page)
{
  LedgerHistoryPage *self = LEDGER_HISTORY_PAGE (page);

  if (!ledger_history_diary_is_filtered (self->diary))
    return FALSE;
  ledger_history_filter_bar_clear (LEDGER_HISTORY_FILTER_BAR (self->filter_bar));
  return TRUE;
}

/* --- life --- */

static GtkWidget *
build_list (LedgerHistoryPage *self)
{
  LedgerSession *session = ledger_page_get_session (LEDGER_PAGE (self));
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, ledger_history_diary_get_rows (self->diary));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_line), session);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_line), session);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_line), session);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "history");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Diary of changes"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (on_activate), self);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)),
                           "value-changed",
                           G_CALLBACK (on_scrolled),
                           self,
                           G_CONNECT_SWAPPED);
  return scrolled;
}

static void
ledger_history_page_constructed (GObject *object)
{
  LedgerHistoryPage *self = LEDGER_HISTORY_PAGE (object);
  LedgerPage *page = LEDGER_PAGE (object);
  LedgerDocument *document = ledger_page_get_document (page);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  G_OBJECT_CLASS (ledger_history_page_parent_class)->constructed (object);
  ledger_page_add_actions (page, actions, G_N_ELEMENTS (actions), self);
  self->diary = ledger_history_diary_new (document);
  ledger_history_diary_refresh (self->diary);
  self->filter_bar = ledger_history_filter_bar_new (document, self->diary);
  self->places = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->places), build_list (self), "diary");
  gtk_stack_add_named (GTK_STACK (self->places),
                       ledger_empty_new (_ ("Nothing was changed in this time"),
                                         NULL,
                                         _ ("Clear filter"),
                                         "page.clear-filter",
                                         FALSE),
                       "empty");
  gtk_widget_set_vexpand (self->places, TRUE);
  gtk_box_append (GTK_BOX (box), self->filter_bar);
  gtk_box_append (GTK_BOX (box), self->places);
  adw_bin_set_child (ADW_BIN (self), box);
  ledger_page_set_navigator (page, ledger_history_navigator_new (document, self->diary));
  ledger_page_add_pane (page, self->filter_bar);
  ledger_page_add_pane (page, self->list);
  g_signal_connect_object (document,
                           "refreshed",
                           G_CALLBACK (ledger_history_diary_refresh),
                           self->diary,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->diary, "loaded", G_CALLBACK (show_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->diary, "filtered", G_CALLBACK (show_place), self, G_CONNECT_SWAPPED);
  show_place (self);
}

static void
ledger_history_page_dispose (GObject *object)
{
  g_clear_object (&LEDGER_HISTORY_PAGE (object)->diary);
  G_OBJECT_CLASS (ledger_history_page_parent_class)->dispose (object);
}

static void
ledger_history_page_class_init (LedgerHistoryPageClass *klass)
{
  LedgerPageClass *page_class = LEDGER_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ledger_history_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ledger_history_page_dispose;
  page_class->ready = TRUE;
  page_class->take_focus = take_focus;
  page_class->find = find;
  page_class->step_back = step_back;
}

static void
ledger_history_page_init (LedgerHistoryPage *self)
{
  ledger_page_set_title (LEDGER_PAGE (self), _ ("Diary of changes"));
}
