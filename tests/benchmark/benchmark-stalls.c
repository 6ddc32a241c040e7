/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window while it works: 10,000 rows imported into a new ledger and into one that is open, what
 * their columns stand for changed and back, many problems edited at once, thousands moved by an
 * edit of one record, 300 MB attached, everything verified in the background. No turn of its main
 * loop may take more than 50 ms of its own. BENCHMARK_STACKS=40 tells where those were that took
 * more than 40 ms. */
#include <glib/gstdio.h>
#include <stdio.h>

#include "benchmark-clock.h"
#include "benchmark-ledger.h"
#include "benchmark-loop.h"
#include "benchmark-sheet.h"
#include "ledger-evidence-attach.h"
#include "ledger-gesture.h"
#include "ledger-import-page.h"
#include "ledger-import-preview.h"
#include "ledger-reading.h"
#include "ledger-view-test.h"

enum
{
  ROWS = 10000,
  ATTACHED_MB = 300,
  PATIENCE_S = 120,
  SKIPPED = 77,
};

static const double LIMIT = 50;

typedef struct
{
  LedgerViewTest test;
  LedgerWindow *window;
  char *sheet;
  gboolean missed;
} Bench;

static void
tell (Bench *bench, const char *what)
{
  guint n_long = 0;
  BenchmarkTurn worst = benchmark_loop_end (LIMIT, &n_long);

  printf ("%s: longest turn %.0f ms (computing %.0f, by the clock %.0f), above %.0f ms: %u; "
          "ratio %.2f (at most 1.0)\n",
          what,
          worst.own,
          worst.cpu,
          worst.wall,
          LIMIT,
          n_long,
          worst.own / LIMIT);
  fflush (stdout);
  bench->missed |= n_long > 0;
}

/* --- importing --- */

static gboolean
can_import (gpointer data)
{
  LedgerPage *page = ledger_window_get_page (data);
  GActionMap *actions = LEDGER_IS_IMPORT_PAGE (page) ? ledger_page_get_actions (page) : NULL;

  return actions != NULL && g_action_get_enabled (g_action_map_lookup_action (actions, "import"));
}

static gboolean
has_imported (gpointer data)
{
  LedgerDocument *document = ledger_window_get_document (data);

  return document != NULL && !LEDGER_IS_IMPORT_PAGE (ledger_window_get_page (data))
         && ledger_table_get_n_records (ledger_document_get_table (document, "issue"))
                >= ROWS / BENCHMARK_SHEET_ROWS_OF_ISSUE;
}

static void
read_list (Bench *bench)
{
  g_autoptr (GFile) file = g_file_new_for_path (bench->sheet);

  ledger_session_import_file (ledger_window_get_session (bench->window), file);
  if (!benchmark_loop_wait (can_import, bench->window, PATIENCE_S))
    g_error ("the list was not read");
  benchmark_loop_run (300);
}

static void
change_column (Bench *bench, const char *action, const char *role)
{
  GtkWidget *page = GTK_WIDGET (ledger_window_get_page (bench->window));
  GtkWidget *preview = ledger_view_test_find (page, LEDGER_TYPE_IMPORT_PREVIEW, NULL);
  GtkWidget *view = ledger_view_test_find (preview, GTK_TYPE_COLUMN_VIEW, NULL);

  if (!gtk_widget_activate_action (view, action, "s", role) || can_import (bench->window))
    g_error ("the column was not changed");
  if (!benchmark_loop_wait (can_import, bench->window, PATIENCE_S))
    g_error ("the list was not read again");
  benchmark_loop_run (500);
}

/* 导入后: the rows as they will be. */
static void
show_outcome (Bench *bench)
{
  GtkWidget *page = GTK_WIDGET (ledger_window_get_page (bench->window));
  GtkWidget *toggle = ledger_view_test_find (page, GTK_TYPE_TOGGLE_BUTTON, "导入后");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  benchmark_loop_run (2000);
}

static void
change_columns (Bench *bench)
{
  bench->window = ledger_view_test_open_window (&bench->test, NULL);
  read_list (bench);
  benchmark_loop_run (2000);
  benchmark_loop_begin ();
  change_column (bench, "heads.column-4", "none");
  change_column (bench, "heads.column-9", "none");
  change_column (bench, "heads.column-9", "deadline");
  change_column (bench, "heads.column-4", "target");
  tell (bench, "changing what columns of 10,000 rows stand for");
  benchmark_loop_begin ();
  show_outcome (bench);
  change_column (bench, "heads.column-4", "none");
  change_column (bench, "heads.column-9", "none");
  tell (bench, "the same, seen as it will be imported");
  gtk_window_destroy (GTK_WINDOW (bench->window));
  benchmark_loop_run (300);
}

static void
import_here (Bench *bench)
{
  read_list (bench);
  g_action_group_activate_action (
      G_ACTION_GROUP (ledger_page_get_actions (ledger_window_get_page (bench->window))),
      "import",
      NULL);
  if (!benchmark_loop_wait (has_imported, bench->window, PATIENCE_S))
    g_error ("the list was not imported");
  benchmark_loop_run (3000);
}

static void
import_anew (Bench *bench)
{
  bench->window = ledger_view_test_open_window (&bench->test, NULL);
  benchmark_loop_run (300);
  benchmark_loop_begin ();
  import_here (bench);
  tell (bench, "importing 10,000 rows, a new ledger");
  gtk_window_destroy (GTK_WINDOW (bench->window));
  benchmark_loop_run (300);
}

static void
import_more (Bench *bench)
{
  g_autofree char *path = ledger_view_test_make_ledger (&bench->test, "offen.zgl");

  bench->window = ledger_view_test_open_window (&bench->test, path);
  ledger_session_open_page (ledger_window_get_session (bench->window), LEDGER_PAGE_ID_ISSUES);
  benchmark_loop_run (500);
  benchmark_loop_begin ();
  import_here (bench);
  tell (bench, "importing 10,000 rows, an open ledger");
  gtk_window_destroy (GTK_WINDOW (bench->window));
  benchmark_loop_run (300);
}

/* --- edits of many, attaching and verifying, in the largest ledger --- */

static void
on_committed (GObject *source, GAsyncResult *result, gpointer data)
{
  if (!ledger_document_commit_finish (LEDGER_DOCUMENT (source), result, NULL, NULL))
    g_error ("the edit was not written");
  *(gboolean *)data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *)data;
}

/* N problems in one edit, as a selection in the table is edited. */
static void
edit_many (Bench *bench, guint n)
{
  LedgerDocument *document = ledger_window_get_document (bench->window);
  LedgerTable *issues = ledger_document_get_table (document, "issue");
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, "many");
  g_autofree char *what = g_strdup_printf ("an edit of %u problems", n);
  g_autofree char *remark = g_strdup_printf ("一并注明%u", n);
  gboolean done = FALSE;

  for (guint i = 0; i < n; i++)
    ledger_edit_set_text (edit,
                          "issue",
                          ledger_record_get_id (ledger_table_get_record (issues, i * 3)),
                          "remark",
                          remark);
  benchmark_loop_begin ();
  ledger_document_commit_async (document, edit, NULL, on_committed, &done);
  if (!benchmark_loop_wait (is_true, &done, PATIENCE_S))
    g_error ("the edit was not shown");
  benchmark_loop_run (1000);
  tell (bench, what);
}

/* --- edits that touch one record and move thousands --- */

static void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *title = ledger_document_undo_finish (LEDGER_DOCUMENT (source), result, NULL);

  if (title == NULL)
    g_error ("the edit was not taken back");
  *(gboolean *)data = TRUE;
}

/* EDIT and its undo. */
static void
edit_and_undo (Bench *bench, LedgerEdit *edit, const char *what)
{
  LedgerDocument *document = ledger_window_get_document (bench->window);
  g_autofree char *undo = g_strdup_printf ("%s, undone", what);
  gboolean done = FALSE;

  if (edit == NULL)
    g_error ("%s: refused", what);
  benchmark_loop_begin ();
  ledger_document_commit_async (document, edit, NULL, on_committed, &done);
  if (!benchmark_loop_wait (is_true, &done, PATIENCE_S))
    g_error ("the edit was not shown");
  benchmark_loop_run (1000);
  tell (bench, what);
  done = FALSE;
  benchmark_loop_begin ();
  ledger_document_undo_async (document, on_undone, &done);
  if (!benchmark_loop_wait (is_true, &done, PATIENCE_S))
    g_error ("the undo was not shown");
  benchmark_loop_run (1000);
  tell (bench, undo);
}

static const char *
first_id (Bench *bench, const char *type)
{
  LedgerDocument *document = ledger_window_get_document (bench->window);

  return ledger_record_get_id (
      ledger_table_get_record (ledger_document_get_table (document, type), 0));
}

static void
move_many (Bench *bench)
{
  LedgerDocument *document = ledger_window_get_document (bench->window);
  g_autofree char *heading =
      g_strdup (ledger_record_get_id (ledger_document_get_headings (document)->pdata[0]));
  const char *const headings[] = { heading, NULL };
  g_autoptr (LedgerEdit) gone = ledger_gesture_delete (document, "heading", headings, NULL);
  g_autoptr (LedgerEdit) heading_name =
      ledger_gesture_set (document, "heading", heading, "text", "改了名的方面", NULL);
  g_autoptr (LedgerEdit) department_name = ledger_gesture_set (
      document, "department", first_id (bench, "department"), "name", "改了名的部门", NULL);

  edit_and_undo (bench, gone, "deleting a heading with 2,000 problems");
  edit_and_undo (bench, heading_name, "renaming a heading with 2,000 problems");
  edit_and_undo (bench, department_name, "renaming a department");
}

static char *
make_big_file (const char *folder)
{
  char *path = g_build_filename (folder, "会议录像.bin", NULL);
  g_autofree guint32 *piece = g_malloc (1024 * 1024);
  FILE *file = g_fopen (path, "wb");

  for (guint i = 0; file != NULL && i < ATTACHED_MB; i++)
    {
      for (guint j = 0; j < 1024 * 1024 / sizeof *piece; j++)
        piece[j] = i * 2654435761u + j * 40503u;
      fwrite (piece, 1, 1024 * 1024, file);
    }
  if (file != NULL)
    fclose (file);
  return path;
}

static gboolean
has_evidence (gpointer data)
{
  LedgerDocument *document = ledger_window_get_document (data);

  return ledger_table_get_n_records (ledger_document_get_table (document, "evidence")) > 0
         && !ledger_evidence_attach_is_running (ledger_window_get_session (data));
}

static void
attach (Bench *bench)
{
  g_autofree char *path = make_big_file (bench->test.folder);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  LedgerSession *session = ledger_window_get_session (bench->window);

  g_list_store_append (files, file);
  benchmark_loop_begin ();
  ledger_evidence_attach_files (GTK_WIDGET (bench->window),
                                session,
                                ledger_session_get_selected_issue (session),
                                NULL,
                                G_LIST_MODEL (files));
  if (!benchmark_loop_wait (has_evidence, bench->window, PATIENCE_S))
    g_error ("the file was not attached");
  benchmark_loop_run (2000);
  tell (bench, "attaching 300 MB");
}

static void
verify_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (LedgerStore) store =
      ledger_store_open (data, ledger_reading_get_default (), LEDGER_STORE_READ, NULL);
  g_autoptr (GPtrArray) damages =
      store != NULL ? ledger_store_verify (store, NULL, NULL, NULL) : NULL;

  g_task_return_boolean (task, damages != NULL && damages->len == 0);
}

static gboolean
is_completed (gpointer task)
{
  return g_task_get_completed (task);
}

static void
verify (Bench *bench)
{
  LedgerDocument *document = ledger_window_get_document (bench->window);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, g_strdup (ledger_document_get_path (document)), g_free);
  benchmark_loop_begin ();
  ledger_task_queue_push (ledger_document_get_jobs (document), task, verify_in_thread);
  if (!benchmark_loop_wait (is_completed, task, PATIENCE_S)
      || !g_task_propagate_boolean (task, NULL))
    g_error ("the ledger was not found whole");
  tell (bench, "verifying in the background");
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };
  g_autofree char *path = NULL;

  if (g_getenv ("DISPLAY") == NULL)
    {
      printf ("skipped: no display\n");
      return SKIPPED;
    }
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_set_up (&bench.test, NULL);
  g_setenv ("HOME", bench.test.folder, TRUE);
  benchmark_print_load ();
  benchmark_loop_watch ();
  bench.sheet = g_build_filename (bench.test.folder, "list.xlsx", NULL);
  if (!benchmark_sheet_write (bench.sheet, ROWS))
    return 1;
  change_columns (&bench);
  import_anew (&bench);
  import_more (&bench);

  path = benchmark_ledger_make (bench.test.folder);
  bench.window = ledger_view_test_open_window (&bench.test, path);
  ledger_session_open_page (ledger_window_get_session (bench.window), LEDGER_PAGE_ID_ISSUES);
  benchmark_loop_run (1500);
  edit_many (&bench, 10);
  edit_many (&bench, 300);
  edit_many (&bench, 3000);
  move_many (&bench);
  attach (&bench);
  verify (&bench);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  benchmark_loop_run (300);
  benchmark_ledger_remove_folder (bench.test.folder);
  return bench.missed ? 1 : 0;
}
