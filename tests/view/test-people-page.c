/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-people-page.h"

#include <glib/gi18n-lib.h>

#include "ledger-date-entry.h"
#include "ledger-gesture-people.h"
#include "ledger-inspection.h"
#include "ledger-record-group.h"
#include "ledger-signoff-steps.h"
#include "ledger-view-test.h"

static LedgerWindow *
open_page_of (LedgerViewTest *test, const char *path)
{
  LedgerWindow *window = ledger_view_test_open_window (test, path);

  ledger_session_open_page (ledger_window_get_session (window), LEDGER_PAGE_ID_PEOPLE);
  ledger_view_test_settle ();
  g_assert_true (LEDGER_IS_PEOPLE_PAGE (ledger_window_get_page (window)));
  return window;
}

static LedgerWindow *
open_page (LedgerViewTest *test)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");

  return open_page_of (test, path);
}

static GtkWidget *
find (LedgerWindow *window, GType type, const char *label)
{
  GtkWidget *found =
      ledger_view_test_find (GTK_WIDGET (ledger_window_get_page (window)), type, _ (label));

  g_assert_nonnull (found);
  return found;
}

static LedgerRecord *
get_inspection (LedgerWindow *window)
{
  return ledger_document_get_inspection (ledger_window_get_document (window));
}

static void
test_first (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);

  ledger_view_test_check_names (GTK_WIDGET (window));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "people");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* With the sidebar folded too a stray letter changes nothing when the page has just been opened. */
static void
test_stray_letter (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);
  GtkWidget *focus;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-sidebar", NULL);
  ledger_view_test_settle ();
  ledger_session_open_page (ledger_window_get_session (window), LEDGER_PAGE_ID_PEOPLE);
  ledger_view_test_settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (ledger_window_get_page (window))));
  ledger_view_test_type (GTK_WINDOW (window), "x");
  ledger_view_test_keep_picture (GTK_WINDOW (window), "people-folded");
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (find (window, ADW_TYPE_ENTRY_ROW, "inspected unit"))),
      ==,
      "某市某局");
  ledger_view_test_key (GTK_WINDOW (window), "Tab");
  /* Back from another page the entry has the keyboard again, but nothing to be written over. */
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_EDITABLE (focus));
  ledger_session_open_page (ledger_window_get_session (window), LEDGER_PAGE_ID_OVERVIEW);
  ledger_view_test_settle ();
  ledger_session_open_page (ledger_window_get_session (window), LEDGER_PAGE_ID_PEOPLE);
  ledger_view_test_settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), NULL, NULL));
  ledger_view_test_close (GTK_WINDOW (window));
}

/* An entry is one edit when Enter is pressed, and none where nothing differs. */
static void
test_entry (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  GtkWidget *unit = find (window, ADW_TYPE_ENTRY_ROW, "inspected unit");
  LedgerStore *store = ledger_document_get_store (ledger_window_get_document (window));
  const gint64 position = ledger_store_get_position (store);

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (unit)), ==, "某市某局");
  g_signal_emit_by_name (unit, "entry-activated");
  ledger_view_test_settle ();
  g_assert_cmpint (ledger_store_get_position (store), ==, position);
  gtk_editable_set_text (GTK_EDITABLE (unit), "某市某委");
  g_signal_emit_by_name (unit, "entry-activated");
  ledger_view_test_settle ();
  g_assert_cmpstr (
      ledger_record_get_text (get_inspection (window), LEDGER_INSPECTION_UNIT), ==, "某市某委");
  g_assert_cmpint (ledger_store_get_position (store), ==, position + 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ledger_view_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (unit)), ==, "某市某局");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* What cannot be is refused, and the row shows again what is there. */
static void
test_refusal (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  GtkWidget *near = find (window, ADW_TYPE_ENTRY_ROW, "days counted as near due");
  g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (near)));

  gtk_editable_set_text (GTK_EDITABLE (near), "几天");
  g_signal_emit_by_name (near, "entry-activated");
  ledger_view_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (near)), ==, before);
  gtk_editable_set_text (GTK_EDITABLE (near), "7");
  g_signal_emit_by_name (near, "entry-activated");
  ledger_view_test_settle ();
  g_assert_cmpint (
      ledger_record_get_integer (get_inspection (window), LEDGER_INSPECTION_NEAR_DAYS), ==, 7);
  ledger_view_test_close (GTK_WINDOW (window));
}

static gboolean
on_time (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
pass_time (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, on_time, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* The keyboard comes to FIELD, with its text selected as by Tab and with the cursor in it as by a
 * click; it is changed or not; another page is opened and this one again. No waiting for rest
 * here: with a blinking cursor there is none. */
static void
leave_field (LedgerWindow *window, GtkWidget *field)
{
  LedgerSession *session = ledger_window_get_session (window);

  for (guint way = 0; way < 4; way++)
    {
      ledger_session_open_page (session, LEDGER_PAGE_ID_PEOPLE);
      pass_time (60);
      gtk_widget_grab_focus (field);
      if ((way & 1) != 0)
        gtk_editable_set_position (GTK_EDITABLE (field), -1);
      pass_time (150);
      if ((way & 2) != 0)
        gtk_editable_set_text (GTK_EDITABLE (field), "3");
      pass_time (150);
      ledger_session_open_page (session, LEDGER_PAGE_ID_ISSUES);
      pass_time (150);
    }
}

/* The cursor blinks as it does for people; a warning of the toolkit ends the test. */
static void
test_leaving_a_field (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  GtkWidget *unit = find (window, ADW_TYPE_ENTRY_ROW, "inspected unit");
  GtkWidget *day = ledger_view_test_find (
      find (window, ADW_TYPE_ACTION_ROW, "feedback date"), GTK_TYPE_ENTRY, NULL);

  g_object_set (
      gtk_settings_get_default (), "gtk-cursor-blink", TRUE, "gtk-cursor-blink-time", 100, NULL);
  leave_field (window, unit);
  leave_field (window, day);
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  ledger_view_test_close (GTK_WINDOW (window));
}

static void
test_other_rows (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  GtkWidget *levels = find (window, ADW_TYPE_ENTRY_ROW, "level names");
  GtkWidget *tier = find (window, ADW_TYPE_COMBO_ROW, "tier");
  GtkWidget *allowed = find (window, GTK_TYPE_SWITCH, "one person may hold two steps");
  GtkWidget *due = ledger_view_test_find (
      find (window, ADW_TYPE_ACTION_ROW, "report due"), LEDGER_TYPE_DATE_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (levels), "方面、大类，小类");
  g_signal_emit_by_name (levels, "entry-activated");
  adw_combo_row_set_selected (ADW_COMBO_ROW (tier), 3);
  gtk_switch_set_active (GTK_SWITCH (allowed), TRUE);
  ledger_date_entry_set_day (LEDGER_DATE_ENTRY (due), ledger_day_new (2026, 4, 20));
  g_signal_emit_by_name (due, "activate");
  ledger_view_test_settle ();
  g_assert_cmpstr (ledger_record_get_text (get_inspection (window), LEDGER_INSPECTION_LEVEL_NAMES),
                   ==,
                   "方面\n大类\n小类");
  g_assert_cmpstr (
      ledger_record_get_text (get_inspection (window), LEDGER_INSPECTION_TIER), ==, "municipal");
  g_assert_cmpint (
      ledger_record_get_integer (get_inspection (window), LEDGER_INSPECTION_SAME_PERSON_ALLOWED),
      ==,
      1);
  g_assert_cmpint (ledger_record_get_day (get_inspection (window), LEDGER_INSPECTION_REPORT_DUE),
                   ==,
                   ledger_day_new (2026, 4, 20));
  ledger_view_test_close (GTK_WINDOW (window));
}

/* A person is added, unfolded, renamed, deleted, and comes back. */
/* The steps of signing: three as every ledger begins, two when it is set so, and back by 撤销. */
static void
test_steps (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  LedgerDocument *document = ledger_window_get_document (window);
  GtkWidget *steps = find (window, ADW_TYPE_COMBO_ROW, "sign-off steps");
  GtkWidget *viewport = gtk_widget_get_ancestor (steps, GTK_TYPE_VIEWPORT);
  LedgerStore *store = ledger_document_get_store (document);
  const gint64 position = ledger_store_get_position (store);

  g_assert_true (ledger_signoff_steps_ask (document, LEDGER_STEP_REVIEWER));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (steps)), ==, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (steps), 1);
  ledger_view_test_settle ();
  g_assert_false (ledger_signoff_steps_ask (document, LEDGER_STEP_REVIEWER));
  g_assert_cmpint (ledger_store_get_position (store), ==, position + 1);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), 100000);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "people-rules");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ledger_view_test_settle ();
  g_assert_true (ledger_signoff_steps_ask (document, LEDGER_STEP_REVIEWER));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (steps)), ==, 0);
  ledger_view_test_close (GTK_WINDOW (window));
}

static gboolean
says_something (GtkWidget *group)
{
  const char *text = adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (group));

  return text != NULL && *text != '\0';
}

/* A phase: what the group says while there is none, then its days, then gone and back. */
static void
test_phase (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  LedgerDocument *document = ledger_window_get_document (window);
  GtkWidget *add = find (window, ADW_TYPE_ENTRY_ROW, "Add a phase");
  GtkWidget *group = gtk_widget_get_ancestor (add, LEDGER_TYPE_RECORD_GROUP);
  GtkWidget *row;

  g_assert_true (says_something (group));
  gtk_editable_set_text (GTK_EDITABLE (add), "集中整改");
  g_signal_emit_by_name (add, "apply");
  ledger_view_test_settle ();
  g_assert_false (says_something (group));
  row = find (window, ADW_TYPE_EXPANDER_ROW, "集中整改");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  ledger_view_test_settle ();
  ledger_view_test_keep_picture (GTK_WINDOW (window), "people-phase");
  g_signal_emit_by_name (ledger_view_test_find (row, GTK_TYPE_BUTTON, _ ("Delete")), "clicked");
  ledger_view_test_settle ();
  g_assert_null (ledger_document_find_name (document, "phase", "集中整改"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ledger_view_test_settle ();
  g_assert_nonnull (ledger_document_find_name (document, "phase", "集中整改"));
  ledger_view_test_close (GTK_WINDOW (window));
}

static void
test_people (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_page (test);
  LedgerDocument *document = ledger_window_get_document (window);
  GtkWidget *add = find (window, ADW_TYPE_ENTRY_ROW, "Add a person");
  GtkWidget *row, *name, *supervised, *remove;
  LedgerRecord *person;

  gtk_editable_set_text (GTK_EDITABLE (add), "欧阳明");
  g_signal_emit_by_name (add, "apply");
  ledger_view_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (add)), ==, "");
  person = ledger_document_find_name (document, "person", "欧阳明");
  g_assert_nonnull (person);
  row = find (window, ADW_TYPE_EXPANDER_ROW, "欧阳明");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  ledger_view_test_settle ();
  name = ledger_view_test_find (row, ADW_TYPE_ENTRY_ROW, _ ("name"));
  gtk_editable_set_text (GTK_EDITABLE (name), "欧阳光");
  g_signal_emit_by_name (name, "entry-activated");
  ledger_view_test_settle ();
  g_assert_nonnull (ledger_document_find_name (document, "person", "欧阳光"));
  supervised = ledger_view_test_find (row, ADW_TYPE_ENTRY_ROW, _ ("Supervised departments"));
  gtk_editable_set_text (GTK_EDITABLE (supervised), "办公室、人事科");
  g_signal_emit_by_name (supervised, "entry-activated");
  ledger_view_test_settle ();
  g_autofree char *names = ledger_gesture_dup_supervised (document, ledger_record_get_id (person));
  g_assert_cmpuint (strlen (names), ==, strlen ("办公室、人事科"));
  ledger_view_test_check_names (GTK_WIDGET (window));
  remove = ledger_view_test_find (row, GTK_TYPE_BUTTON, _ ("Delete"));
  g_signal_emit_by_name (remove, "clicked");
  ledger_view_test_settle ();
  g_assert_null (ledger_document_find_name (document, "person", "欧阳光"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ledger_view_test_settle ();
  g_assert_nonnull (ledger_document_find_name (document, "person", "欧阳光"));
  find (window, ADW_TYPE_EXPANDER_ROW, "欧阳光");
  ledger_view_test_close (GTK_WINDOW (window));
}

static void
test_read_only (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) holder = ledger_document_open (path, LEDGER_DOCUMENT_SCRIPT, &error);
  LedgerWindow *window;

  g_assert_no_error (error);
  window = open_page_of (test, path);
  g_assert_false (gtk_widget_is_sensitive (find (window, ADW_TYPE_ENTRY_ROW, "inspected unit")));
  ledger_view_test_close (GTK_WINDOW (window));
  ledger_document_close (holder);
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/people-page/first", test_first);
  ledger_view_test_add ("/people-page/stray-letter", test_stray_letter);
  ledger_view_test_add ("/people-page/entry", test_entry);
  ledger_view_test_add ("/people-page/refusal", test_refusal);
  ledger_view_test_add ("/people-page/leaving-a-field", test_leaving_a_field);
  ledger_view_test_add ("/people-page/other-rows", test_other_rows);
  ledger_view_test_add ("/people-page/steps", test_steps);
  ledger_view_test_add ("/people-page/phase", test_phase);
  ledger_view_test_add ("/people-page/people", test_people);
  ledger_view_test_add ("/people-page/read-only", test_read_only);
  return g_test_run ();
}
