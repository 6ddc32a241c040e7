/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard of the window, pressed for real: every key of the table reaches its action, F6 goes
 * round the panes, Tab is never caught. */
#include <string.h>

#include "ledger-claim-form.h"
#include "ledger-issue-details.h"
#include "ledger-page-registry.h"
#include "ledger-test-sample.h"
#include "ledger-view-test.h"

static const struct
{
  const char *page;
  const char *keys;
  const char *action;
} keys[] = {
  { LEDGER_PAGE_ID_ISSUES, "ctrl+i", "win.import" },
  { LEDGER_PAGE_ID_ISSUES, "ctrl+o", "win.open" },
  { LEDGER_PAGE_ID_ISSUES, "ctrl+n", "win.new-ledger" },
  { LEDGER_PAGE_ID_ISSUES, "ctrl+s", "win.saved" },
  { LEDGER_PAGE_ID_ISSUES, "ctrl+f", "win.find" },
  { LEDGER_PAGE_ID_ISSUES, "ctrl+shift+l", "page.toggle-filter" },
  { LEDGER_PAGE_ID_ISSUES, "ctrl+l", "page.claim" },
  { LEDGER_PAGE_ID_ISSUES, "ctrl+m", "page.add-measure" },
  { LEDGER_PAGE_ID_ISSUES, "ctrl+e", "page.add-evidence" },
  { LEDGER_PAGE_ID_ISSUES, "ctrl+j", "page.add-note" },
  { LEDGER_PAGE_ID_ISSUES, "ctrl+Return", "win.primary" },
  { LEDGER_PAGE_ID_ISSUES, "ctrl+KP_Enter", "win.primary" },
  { LEDGER_PAGE_ID_ISSUES, "F2", "page.edit" },
  { LEDGER_PAGE_ID_ISSUES, "alt+Down", "page.edit" },
  { LEDGER_PAGE_ID_ISSUES, "ctrl+c", "win.copy" },
  { LEDGER_PAGE_ID_ISSUES, "ctrl+v", "win.paste" },
  { LEDGER_PAGE_ID_ISSUES, "F7", "page.toggle-details" },
  { LEDGER_PAGE_ID_ISSUES, "Escape", "win.step-back" },
  { LEDGER_PAGE_ID_ISSUES, "Delete", "page.delete" },
  { LEDGER_PAGE_ID_ISSUES, "ctrl+z", "win.undo-or-tell" },
  { LEDGER_PAGE_ID_ISSUES, "ctrl+y", "win.redo" },
  { LEDGER_PAGE_ID_ISSUES, "ctrl+z", "win.undo-or-tell" },
  { LEDGER_PAGE_ID_ISSUES, "ctrl+shift+z", "win.redo" },
  { LEDGER_PAGE_ID_SCHEDULE, "ctrl+plus", "page.zoom-in" },
  { LEDGER_PAGE_ID_SCHEDULE, "ctrl+equal", "page.zoom-in" },
  { LEDGER_PAGE_ID_SCHEDULE, "ctrl+minus", "page.zoom-out" },
  { LEDGER_PAGE_ID_SCHEDULE, "ctrl+0", "page.zoom-reset" },
  { LEDGER_PAGE_ID_SCHEDULE, "alt+Left", "win.back" },
  { LEDGER_PAGE_ID_OVERVIEW, "ctrl+3", "win.page-number" },
  { LEDGER_PAGE_ID_OVERVIEW, "F6", "win.next-pane" },
  { LEDGER_PAGE_ID_OVERVIEW, "shift+F6", "win.previous-pane" },
  { LEDGER_PAGE_ID_OVERVIEW, "F9", "win.toggle-sidebar" },
  { LEDGER_PAGE_ID_OVERVIEW, "F9", "win.toggle-sidebar" },
  { LEDGER_PAGE_ID_OVERVIEW, "F8", "win.choose-person" },
  { LEDGER_PAGE_ID_OVERVIEW, "F12", "win.large-type" },
  { LEDGER_PAGE_ID_OVERVIEW, "F12", "win.large-type" },
  { LEDGER_PAGE_ID_OVERVIEW, "F11", "win.fullscreen" },
  { LEDGER_PAGE_ID_OVERVIEW, "F11", "win.fullscreen" },
  { LEDGER_PAGE_ID_OVERVIEW, "F10", "win.main-menu" },
  { LEDGER_PAGE_ID_OVERVIEW, "F1", "win.help" },
  { LEDGER_PAGE_ID_OVERVIEW, "ctrl+question", "win.shortcuts" },
};

static LedgerWindow *
open_sample (LedgerViewTest *test)
{
  g_autofree char *path = ledger_test_sample_copy (test->folder, "sample.zgl");

  return ledger_view_test_open_window (test, path);
}

static GAction *
find_action (LedgerWindow *window, const char *name)
{
  GActionMap *map = g_str_has_prefix (name, "win.")
                        ? G_ACTION_MAP (window)
                        : ledger_page_get_actions (ledger_window_get_page (window));

  return g_action_map_lookup_action (map, strchr (name, '.') + 1);
}

static void
on_activate (GSimpleAction *action, GVariant *parameter, guint *n)
{
  (*n)++;
}

/* Dialogs and choosers that a key opened. */
static void
close_others (LedgerWindow *window)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i - 1);

      if (other != GTK_WINDOW (window))
        gtk_window_destroy (other);
    }
  ledger_view_test_settle ();
}

static void
go_to (LedgerWindow *window, const char *page)
{
  LedgerSession *session = ledger_window_get_session (window);
  LedgerTable *issues = ledger_document_get_table (ledger_window_get_document (window), "issue");
  const char *ids[] = { ledger_record_get_id (ledger_table_get_record (issues, 3)), NULL };

  for (guint i = 0; i < 3; i++)
    ledger_page_step_back (ledger_window_get_page (window));
  ledger_session_pop_subpage (session);
  ledger_session_open_page (session, page);
  ledger_session_select (session, ids);
  ledger_page_take_focus (ledger_window_get_page (window));
  ledger_view_test_settle ();
}

static void
press (LedgerWindow *window, const char *chord, const char *name)
{
  GAction *action = find_action (window, name);
  guint n = 0;
  gulong handler;

  g_test_message ("%s: %s", chord, name);
  g_assert_nonnull (action);
  g_object_ref (action);
  handler = g_signal_connect (action, "activate", G_CALLBACK (on_activate), &n);
  ledger_view_test_key (GTK_WINDOW (window), chord);
  if (n != 1)
    g_error ("%s activated %s %u times%s",
             chord,
             name,
             n,
             g_action_get_enabled (action) ? "" : " (it is switched off)");
  g_signal_handler_disconnect (action, handler);
  g_object_unref (action);
  close_others (window);
  /* A popover or a find entry that it opened. */
  ledger_view_test_key (GTK_WINDOW (window), "Escape");
}

static void
test_table (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_sample (test);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      go_to (window, keys[i].page);
      press (window, keys[i].keys, keys[i].action);
    }
  /* Choosers that never answered still hold it. */
  gtk_window_destroy (GTK_WINDOW (window));
  ledger_view_test_settle ();
}

static GtkWidget *
get_focus (LedgerWindow *window)
{
  return gtk_window_get_focus (GTK_WINDOW (window));
}

/* The table itself knows Ctrl+A: every row of the filter. */
static void
test_select_all (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_sample (test);
  LedgerSession *session = ledger_window_get_session (window);

  go_to (window, LEDGER_PAGE_ID_ISSUES);
  ledger_view_test_key (GTK_WINDOW (window), "ctrl+a");
  g_assert_cmpuint (ledger_session_get_n_selected (session), ==, 40);
  ledger_view_test_close (GTK_WINDOW (window));
}

/* F6 visits several places and comes back to the first; Shift+F6 goes the way back. */
static void
test_ring (LedgerViewTest *test, gconstpointer data)
{
  const char *const pages[] = {
    LEDGER_PAGE_ID_OVERVIEW, LEDGER_PAGE_ID_ISSUES, LEDGER_PAGE_ID_SCHEDULE, LEDGER_PAGE_ID_HISTORY
  };
  LedgerWindow *window = open_sample (test);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      GtkWidget *first, *second;
      guint n = 0;

      go_to (window, pages[i]);
      ledger_view_test_key (GTK_WINDOW (window), "F6");
      first = get_focus (window);
      ledger_view_test_key (GTK_WINDOW (window), "F6");
      second = get_focus (window);
      g_assert_true (first != second);
      ledger_view_test_key (GTK_WINDOW (window), "shift+F6");
      g_assert_true (get_focus (window) != second);
      for (; n < 12 && g_hash_table_add (seen, get_focus (window)); n++)
        ledger_view_test_key (GTK_WINDOW (window), "F6");
      g_test_message ("%s: %u places", pages[i], n);
      g_assert_cmpuint (n, >=, 4);
      g_assert_cmpuint (n, <, 12);
    }
  ledger_view_test_close (GTK_WINDOW (window));
}

/* Out of the table, not from row to row, and through the whole window without being caught. */
static void
test_tab (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_sample (test);
  GtkWidget *table;
  guint n_pages = 0, n_tabs;

  go_to (window, LEDGER_PAGE_ID_ISSUES);
  table = gtk_widget_get_ancestor (get_focus (window), GTK_TYPE_COLUMN_VIEW);
  g_assert_nonnull (table);
  for (n_tabs = 0; n_tabs < 4 && gtk_widget_is_ancestor (get_focus (window), table); n_tabs++)
    ledger_view_test_key (GTK_WINDOW (window), "Tab");
  g_test_message ("out of the table after %u", n_tabs);
  g_assert_cmpuint (n_tabs, <, 4);
  for (guint i = 0; i < ledger_page_registry_get_n (); i++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      guint n_same = 0;

      if (!ledger_page_entry_is_ready (ledger_page_registry_get (i)))
        continue;
      go_to (window, ledger_page_registry_get (i)->id);
      for (guint k = 0; k < 8; k++)
        {
          GtkWidget *before = get_focus (window);

          ledger_view_test_key (GTK_WINDOW (window), "Tab");
          n_same += get_focus (window) == before;
          g_hash_table_add (seen, get_focus (window));
        }
      g_test_message ("%s: %u places", ledger_page_registry_get (i)->id, g_hash_table_size (seen));
      g_assert_cmpuint (n_same, ==, 0);
      g_assert_cmpuint (g_hash_table_size (seen), >=, 5);
      n_pages++;
    }
  g_assert_cmpuint (n_pages, ==, 6);
  ledger_view_test_close (GTK_WINDOW (window));
}

static guint
press_until (LedgerWindow *window, const char *chord, GtkWidget *part, gboolean inside)
{
  guint n = 0;

  for (; n < 24; n++)
    {
      GtkWidget *before = get_focus (window);

      if (before != NULL && gtk_widget_is_ancestor (before, part) == inside)
        return n;
      ledger_view_test_key (GTK_WINDOW (window), chord);
      g_assert_true (get_focus (window) != before);
    }
  g_error ("%s %s after %u", chord, inside ? "never gets there" : "never gets out", n);
}

/* From the table Tab comes to the top of the details, not to the button at their foot, and visits
 * every entry of the claim; Shift+Tab gets out of an entry again, the way back. */
static void
test_tab_details (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "keys.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);
  GtkWidget *details, *table, *form;

  go_to (window, LEDGER_PAGE_ID_ISSUES);
  details = ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_ISSUE_DETAILS, NULL);
  table = gtk_widget_get_ancestor (get_focus (window), GTK_TYPE_COLUMN_VIEW);
  g_assert_true (details != NULL && table != NULL);
  ledger_view_test_key (GTK_WINDOW (window), "Home");
  press_until (window, "Tab", details, TRUE);
  g_assert_false (gtk_widget_has_css_class (get_focus (window), "next-step"));
  press_until (window, "shift+Tab", table, TRUE);

  ledger_view_test_key (GTK_WINDOW (window), "ctrl+l");
  form = gtk_widget_get_ancestor (get_focus (window), LEDGER_TYPE_CLAIM_FORM);
  g_assert_nonnull (form);
  g_assert_cmpuint (press_until (window, "shift+Tab", form, FALSE), >=, 3);
  g_assert_cmpuint (press_until (window, "Tab", form, TRUE), ==, 1);
  g_assert_cmpuint (press_until (window, "Tab", form, FALSE), >=, 5);
  ledger_view_test_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/keys/table", test_table);
  ledger_view_test_add ("/keys/select-all", test_select_all);
  ledger_view_test_add ("/keys/ring", test_ring);
  ledger_view_test_add ("/keys/tab", test_tab);
  ledger_view_test_add ("/keys/tab-details", test_tab_details);
  return g_test_run ();
}
