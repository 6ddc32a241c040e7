/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-picker-entry.h"

#include "ledger-gesture.h"
#include "ledger-person.h"
#include "ledger-view-test.h"

typedef struct
{
  char *path;
  LedgerDocument *document;
  GtkWindow *window;
  LedgerPickerEntry *picker;
  guint picked;
} Ground;

static void
on_picked (Ground *ground)
{
  ground->picked++;
}

static void
open_ground (LedgerViewTest *test, Ground *ground)
{
  const char *const names[] = { "张伟", "赵武", "李敏", "王建国" };
  g_autoptr (LedgerEdit) edit = ledger_edit_new (LEDGER_EDIT_PLAIN, "人员");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (test->folder, "people.zgl", NULL);

  ground->document =
      ledger_document_create (path, LEDGER_DOCUMENT_SCRIPT, "某市某局", "李敏", &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (ledger_gesture_learn_person (ground->document, edit, names[i]));
  ledger_edit_set_actor (edit, "李敏", ledger_document_get_desk (ground->document));
  ledger_document_commit (ground->document, edit, NULL, &error);
  g_assert_no_error (error);
  ground->picker = LEDGER_PICKER_ENTRY (
      ledger_picker_entry_new (ground->document, LEDGER_PICKER_PERSON, "承办人"));
  gtk_widget_set_valign (GTK_WIDGET (ground->picker), GTK_ALIGN_START);
  g_signal_connect_swapped (ground->picker, "picked", G_CALLBACK (on_picked), ground);
  ground->window = ledger_view_test_present (test, GTK_WIDGET (ground->picker));
  gtk_widget_grab_focus (GTK_WIDGET (ground->picker));
  ledger_view_test_settle ();
}

static void
close_ground (Ground *ground)
{
  ledger_view_test_close (ground->window);
  ledger_document_close (ground->document);
  g_assert_finalize_object (ground->document);
}

/* Initials find a name; Enter takes the first. */
static void
test_initials (LedgerViewTest *test, gconstpointer data)
{
  Ground ground = { 0 };

  open_ground (test, &ground);
  ledger_view_test_type (ground.window, "zw");
  ledger_view_test_keep_picture (ground.window, "picker-initials");
  ledger_view_test_key (ground.window, "Down");
  ledger_view_test_key (ground.window, "Up");
  ledger_view_test_key (ground.window, "Return");
  g_assert_cmpstr (ledger_picker_entry_get_name (ground.picker), ==, "张伟");
  g_assert_nonnull (ledger_picker_entry_get_id (ground.picker));
  g_assert_cmpuint (ground.picked, ==, 1);
  close_ground (&ground);
}

/* The second match by one arrow. */
static void
test_arrow (LedgerViewTest *test, gconstpointer data)
{
  Ground ground = { 0 };

  open_ground (test, &ground);
  ledger_view_test_type (ground.window, "zw");
  ledger_view_test_key (ground.window, "Down");
  ledger_view_test_key (ground.window, "Return");
  g_assert_cmpstr (ledger_picker_entry_get_name (ground.picker), ==, "赵武");
  close_ground (&ground);
}

/* A name that is not there is offered as new and has no id. */
static void
test_new_name (LedgerViewTest *test, gconstpointer data)
{
  Ground ground = { 0 };

  open_ground (test, &ground);
  ledger_view_test_type (ground.window, "Xu");
  ledger_view_test_key (ground.window, "Return");
  g_assert_cmpstr (ledger_picker_entry_get_name (ground.picker), ==, "Xu");
  g_assert_null (ledger_picker_entry_get_id (ground.picker));
  g_assert_cmpuint (ground.picked, ==, 1);
  close_ground (&ground);
}

/* Esc closes the list and keeps what was typed; the source of a proposal goes with the first key.
 */
static void
test_source (LedgerViewTest *test, gconstpointer data)
{
  Ground ground = { 0 };

  open_ground (test, &ground);
  ledger_picker_entry_set_name (ground.picker, "王建国");
  ledger_picker_entry_set_source (ground.picker, "分管");
  g_assert_cmpuint (ground.picked, ==, 0);
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (ground.picker), GTK_TYPE_LABEL, "分管"));
  ledger_view_test_type (ground.window, "z");
  ledger_view_test_key (ground.window, "Escape");
  g_assert_null (ledger_view_test_find (GTK_WIDGET (ground.picker), GTK_TYPE_LABEL, "分管"));
  close_ground (&ground);
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/picker-entry/initials", test_initials);
  ledger_view_test_add ("/picker-entry/arrow", test_arrow);
  ledger_view_test_add ("/picker-entry/new-name", test_new_name);
  ledger_view_test_add ("/picker-entry/source", test_source);
  return g_test_run ();
}
