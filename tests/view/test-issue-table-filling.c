/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-gesture.h"
#include "ledger-id.h"
#include "ledger-issue.h"
#include "ledger-view-test.h"

#define MANY 400
#define STAY 12
#define AT_FIRST 40 /* rows the table has before its first frame */

typedef struct
{
  LedgerWindow *window;
  char *heading; /* stands first, with MANY issues */
  GListModel *rows;
  gboolean told;    /* that they will go */
  gboolean reduced; /* the table showed neither all nor what stays, for a time */
} Ground;

/* A heading before all others, and what it holds. */
static LedgerEdit *
make_heading (LedgerDocument *document, const char *heading)
{
  LedgerEdit *edit = ledger_gesture_new (document, "many");

  ledger_edit_set_text (edit, "heading", heading, "text", "另一方面");
  ledger_edit_set_text (edit, "heading", heading, "number", "0");
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *issue = ledger_id_new_random ();
      g_autofree char *number = g_strdup_printf ("0.%u", i + 1);
      ledger_edit_set_text (edit, "issue", issue, "heading", heading);
      ledger_edit_set_text (edit, "issue", issue, "number", number);
      ledger_edit_set_text (edit, "issue", issue, "text", "同一问题");
    }
  return edit;
}

static void
on_going (LedgerDocument *document, guint n, Ground *ground)
{
  g_assert_cmpuint (n, ==, MANY);
  ground->told = TRUE;
}

static void
open_ledger (LedgerViewTest *test, Ground *ground)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");

  ground->heading = ledger_id_new_random ();
  {
    g_autoptr (LedgerDocument) document = ledger_view_test_open_document (test, path);
    g_autoptr (LedgerEdit) edit = make_heading (document, ground->heading);
    g_autoptr (GError) error = NULL;
    ledger_document_commit (document, edit, NULL, &error);
    g_assert_no_error (error);
  }
  ground->window = ledger_view_test_open_issues (test, path);
  GtkWidget *view = ledger_view_test_find (GTK_WIDGET (ground->window), GTK_TYPE_COLUMN_VIEW, NULL);
  ground->rows = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
  g_assert_cmpuint (g_list_model_get_n_items (ground->rows), ==, MANY + STAY);
  g_signal_connect (
      ledger_window_get_document (ground->window), "issues-going", G_CALLBACK (on_going), ground);
}

static void
close_ledger (Ground *ground)
{
  ledger_view_test_close (GTK_WINDOW (ground->window));
  g_free (ground->heading);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gboolean *)data = TRUE;
}

static void
wait_for (Ground *ground, gboolean *done)
{
  ground->reduced = FALSE;
  while (!*done)
    {
      const guint n = g_list_model_get_n_items (ground->rows);

      /* What can be seen stays. */
      g_assert_true (n >= AT_FIRST || n == STAY);
      ground->reduced = ground->reduced || (n != MANY + STAY && n != STAY);
      g_main_context_iteration (NULL, TRUE);
    }
  ledger_view_test_settle ();
}

static void
delete_heading (Ground *ground)
{
  LedgerDocument *document = ledger_window_get_document (ground->window);
  const char *const headings[] = { ground->heading, NULL };
  g_autoptr (LedgerEdit) edit = ledger_gesture_delete (document, "heading", headings, NULL);
  gboolean done = FALSE;

  ledger_document_commit_async (document, edit, NULL, on_done, &done);
  wait_for (ground, &done);
}

static void
undo (Ground *ground)
{
  gboolean done = FALSE;

  ledger_document_undo_async (ledger_window_get_document (ground->window), on_done, &done);
  wait_for (ground, &done);
}

static const char *
get_text (Ground *ground, guint position)
{
  g_autoptr (LedgerRecord) issue = g_list_model_get_item (ground->rows, position);

  return ledger_record_get_text (issue, LEDGER_ISSUE_TEXT);
}

/* Seen from the top, the table is reduced to what can be seen before they go; all are there when
 * they come again. */
static void
test_many_go (LedgerViewTest *test, gconstpointer data)
{
  Ground ground = { 0 };

  open_ledger (test, &ground);
  delete_heading (&ground);
  g_assert_true (ground.told);
  g_assert_true (ground.reduced);
  g_assert_cmpuint (g_list_model_get_n_items (ground.rows), ==, STAY);
  g_assert_cmpstr (get_text (&ground, 0), !=, "同一问题");
  ledger_view_test_keep_picture (GTK_WINDOW (ground.window), "issues-many-gone");

  undo (&ground);
  g_assert_cmpuint (g_list_model_get_n_items (ground.rows), ==, MANY + STAY);
  g_assert_cmpstr (get_text (&ground, 0), ==, "同一问题");
  g_assert_cmpstr (get_text (&ground, MANY + STAY - 1), !=, "同一问题");
  ledger_view_test_keep_picture (GTK_WINDOW (ground.window), "issues-many-back");
  close_ledger (&ground);
}

/* Who looks farther down keeps the place. */
static void
test_looking_down (LedgerViewTest *test, gconstpointer data)
{
  Ground ground = { 0 };

  open_ledger (test, &ground);
  GtkWidget *view = ledger_view_test_find (GTK_WIDGET (ground.window), GTK_TYPE_COLUMN_VIEW, NULL);
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  gtk_adjustment_set_value (place, gtk_adjustment_get_upper (place));
  ledger_view_test_settle ();
  delete_heading (&ground);
  g_assert_true (ground.told);
  g_assert_false (ground.reduced);
  g_assert_cmpuint (g_list_model_get_n_items (ground.rows), ==, STAY);
  close_ledger (&ground);
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/issue-table-filling/many-go", test_many_go);
  ledger_view_test_add ("/issue-table-filling/looking-down", test_looking_down);
  return g_test_run ();
}
