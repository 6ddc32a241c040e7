/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence dragged with the real pointer: from a file manager onto the issue and its measures, from
 * measure to measure, to another issue, and out of the program. */
#include "ledger-drag-test.h"

#include <glib/gstdio.h>
#include <utime.h>

#include "ledger-evidence-list.h"
#include "ledger-evidence-row.h"
#include "ledger-evidence.h"
#include "ledger-fact-cell.h"
#include "ledger-import-page.h"
#include "ledger-issue-header.h"
#include "ledger-issue-proof.h"
#include "ledger-issue-table.h"
#include "ledger-measure-row.h"
#include "ledger-proof-test.h"

static GtkWidget *
find (LedgerProofScene *scene, GType type, const char *words)
{
  GtkWidget *found = ledger_proof_scene_find (scene, type, words);

  g_assert_nonnull (found);
  return found;
}

/* The row of the measure at PLACE in the details. */
static GtkWidget *
find_measure (LedgerProofScene *scene, guint place)
{
  const char *wanted = ledger_proof_test_get_measure (
      scene->document,
      ledger_session_get_selected_issue (ledger_window_get_session (scene->window)),
      place);
  GtkWidget *row = find (scene, LEDGER_TYPE_MEASURE_ROW, NULL);

  while (row != NULL
         && g_strcmp0 (ledger_measure_row_get_measure (LEDGER_MEASURE_ROW (row)), wanted) != 0)
    row = gtk_widget_get_next_sibling (row);
  g_assert_nonnull (row);
  return row;
}

static guint
count_links (LedgerProofScene *scene, const char *issue, guint place)
{
  return ledger_document_get_children (
             scene->document,
             "evidence_link",
             ledger_proof_test_get_measure (scene->document, issue, place))
      ->len;
}

typedef struct
{
  LedgerProofScene *scene;
  guint n;
} WantedFiles;

static gboolean
has_wanted (gpointer data)
{
  WantedFiles *wanted = data;
  g_autoptr (GPtrArray) proof =
      ledger_issue_proof_list (wanted->scene->document, wanted->scene->issue);

  return proof->len == wanted->n;
}

static void
wait_files (LedgerProofScene *scene, guint n)
{
  WantedFiles wanted = { scene, n };

  ledger_view_test_wait (has_wanted, &wanted);
  ledger_view_test_settle ();
}

/* The one line said while hovering; NULL where none is seen. */
static const char *
get_said (GtkWidget *root)
{
  GtkWidget *child;

  if (gtk_widget_has_css_class (root, "drop-hint"))
    return gtk_widget_get_mapped (root)
               ? gtk_label_get_text (GTK_LABEL (gtk_popover_get_child (GTK_POPOVER (root))))
               : NULL;
  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *said = get_said (child);

      if (said != NULL)
        return said;
    }
  return NULL;
}

static guint
count_lit (GtkWidget *root)
{
  guint n = gtk_widget_has_css_class (root, "drop-target");

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_lit (child);
  return n;
}

static void
check_hover (LedgerProofScene *scene, GtkWidget *target, const char *said, gboolean lit)
{
  g_assert_cmpstr (get_said (GTK_WIDGET (scene->window)), ==, said);
  g_assert_cmpuint (count_lit (GTK_WIDGET (scene->window)), ==, lit ? 1 : 0);
  if (lit && target != NULL)
    g_assert_true (gtk_widget_has_css_class (target, "drop-target"));
}

/* Files from outside: linked where they fall on a measure, 待归入 elsewhere on the issue. */
static void
test_files (LedgerViewTest *test, gconstpointer data)
{
  LedgerProofScene scene = { 0 };
  g_autofree char *one = ledger_proof_test_write_pdf (test->folder, "one.pdf", 1);
  g_autofree char *two = ledger_proof_test_write_pdf (test->folder, "two.pdf", 2);
  const char *const first[] = { one, NULL };
  const char *const second[] = { two, NULL };
  GtkWindow *files;

  ledger_proof_scene_open (test, &scene, 3, NULL);
  files = ledger_drag_test_open_files (test, first);
  ledger_drag_test_lift (GTK_WIDGET (files));
  ledger_drag_test_hover (find_measure (&scene, 2));
  ledger_drag_test_keep_screen ("drag-files-measure");
  check_hover (&scene, find_measure (&scene, 2), "归入措施2", TRUE);
  ledger_drag_test_hover (find (&scene, LEDGER_TYPE_ISSUE_HEADER, NULL));
  ledger_drag_test_keep_screen ("drag-files-issue");
  check_hover (&scene, NULL, "添加到1.1.1，待归入", TRUE);
  ledger_drag_test_hover (find_measure (&scene, 2));
  ledger_drag_test_drop ();
  gtk_window_destroy (files);
  wait_files (&scene, 1);
  check_hover (&scene, NULL, NULL, FALSE);
  g_assert_cmpuint (count_links (&scene, scene.issue, 2), ==, 1);
  ledger_drag_test_drop_files (test, find (&scene, LEDGER_TYPE_ISSUE_HEADER, NULL), second);
  wait_files (&scene, 2);
  g_autoptr (GPtrArray) unfiled = ledger_issue_proof_list_unfiled (scene.document, scene.issue);
  g_assert_cmpuint (unfiled->len, ==, 1);
  ledger_proof_scene_close (&scene);
}

static gboolean
is_importing (gpointer window)
{
  return LEDGER_IS_IMPORT_PAGE (ledger_window_get_page (window));
}

static char *
write_list (LedgerViewTest *test)
{
  char *path = g_build_filename (test->folder, "学习登记.csv", NULL);

  g_assert_true (g_file_set_contents (path, "序号,问题\n1,学习不够系统\n", -1, NULL));
  return path;
}

/* A spreadsheet is imported wherever it falls, and says so while hovering; that this one is proof
 * is said by one click. Among other files it is proof at once. */
static void
test_sheet (LedgerViewTest *test, gconstpointer data)
{
  LedgerProofScene scene = { 0 };
  g_autofree char *list = write_list (test);
  g_autofree char *scan = ledger_proof_test_write_pdf (test->folder, "one.pdf", 1);
  const char *const alone[] = { list, NULL };
  const char *const together[] = { list, scan, NULL };
  GtkWindow *files;

  ledger_proof_scene_open (test, &scene, 3, NULL);
  files = ledger_drag_test_open_files (test, alone);
  ledger_drag_test_lift (GTK_WIDGET (files));
  ledger_drag_test_hover (find_measure (&scene, 2));
  ledger_drag_test_keep_screen ("drag-sheet-measure");
  check_hover (&scene, find_measure (&scene, 2), "导入清单", TRUE);
  ledger_drag_test_drop ();
  gtk_window_destroy (files);
  ledger_view_test_wait (is_importing, scene.window);
  g_assert_cmpuint (count_links (&scene, scene.issue, 2), ==, 0);
  ledger_drag_test_keep_screen ("drag-sheet-import");
  ledger_view_test_click (find (&scene, GTK_TYPE_BUTTON, "作为措施2的佐证"));
  g_assert_false (is_importing (scene.window));
  wait_files (&scene, 1);
  g_assert_cmpuint (count_links (&scene, scene.issue, 2), ==, 1);
  ledger_drag_test_keep_screen ("drag-sheet-proof");

  ledger_drag_test_drop_files (test, find_measure (&scene, 3), together);
  ledger_view_test_settle ();
  g_assert_false (is_importing (scene.window));
  wait_files (&scene, 2);
  ledger_proof_scene_close (&scene);
}

/* From measure to measure: moved; with Ctrl there too, marked 共用; elsewhere it is refused while
 * hovering. */
static void
test_move_and_share (LedgerViewTest *test, gconstpointer data)
{
  const char *const names[] = { "pdf/four-pages.pdf", NULL };
  LedgerProofScene scene = { 0 };

  ledger_proof_scene_open (test, &scene, 3, names);
  ledger_drag_test_lift (find (&scene, LEDGER_TYPE_EVIDENCE_ROW, NULL));
  ledger_drag_test_hover (find (&scene, LEDGER_TYPE_ISSUE_HEADER, NULL));
  ledger_drag_test_keep_screen ("drag-row-refused");
  check_hover (&scene, NULL, "拖到措施上即可归入", FALSE);
  ledger_drag_test_hover (find_measure (&scene, 2));
  ledger_drag_test_keep_screen ("drag-row-measure");
  check_hover (&scene, find_measure (&scene, 2), "归入措施2", TRUE);
  ledger_drag_test_drop ();
  g_assert_cmpuint (count_links (&scene, scene.issue, 1), ==, 0);
  g_assert_cmpuint (count_links (&scene, scene.issue, 2), ==, 1);
  ledger_drag_test_lift (find (&scene, LEDGER_TYPE_EVIDENCE_ROW, NULL));
  ledger_drag_test_hold ("ctrl", TRUE);
  ledger_drag_test_hover (find_measure (&scene, 3));
  ledger_drag_test_keep_screen ("drag-row-share");
  check_hover (&scene, find_measure (&scene, 3), "措施3共用", TRUE);
  ledger_drag_test_drop ();
  ledger_drag_test_hold ("ctrl", FALSE);
  ledger_view_test_settle ();
  g_assert_cmpuint (count_links (&scene, scene.issue, 2), ==, 1);
  g_assert_cmpuint (count_links (&scene, scene.issue, 3), ==, 1);
  ledger_drag_test_keep_screen ("drag-shared");
  ledger_proof_scene_close (&scene);
}

static gboolean
is_other_shown (gpointer data)
{
  LedgerProofScene *scene = data;

  return g_strcmp0 (ledger_session_get_selected_issue (ledger_window_get_session (scene->window)),
                    scene->issue)
         != 0;
}

static GtkWidget *
find_cell (GtkWidget *root, const char *fact)
{
  if (LEDGER_IS_FACT_CELL (root)
      && g_strcmp0 (ledger_fact_cell_get_fact (LEDGER_FACT_CELL (root)), fact) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_cell (child, fact);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Held over another issue in the table, its measures come up and take it. */
static void
test_other_issue (LedgerViewTest *test, gconstpointer data)
{
  const char *const names[] = { "pdf/four-pages.pdf", NULL };
  LedgerProofScene scene = { 0 };
  GtkWidget *cell;
  const char *other;

  ledger_proof_scene_open (test, &scene, 3, names);
  cell = find_cell (find (&scene, LEDGER_TYPE_ISSUE_TABLE, NULL), "1.1.2");
  g_assert_nonnull (cell);
  ledger_drag_test_lift (find (&scene, LEDGER_TYPE_EVIDENCE_ROW, NULL));
  /* Not at the table's edge, where the toolkit keeps scrolling while the button is held. */
  ledger_drag_test_hover_at (cell, 0.9, 0.5);
  ledger_view_test_wait (is_other_shown, &scene);
  ledger_view_test_settle ();
  ledger_drag_test_hover (find_measure (&scene, 2));
  ledger_drag_test_keep_screen ("drag-other-issue");
  check_hover (&scene, find_measure (&scene, 2), "归入措施2", TRUE);
  ledger_drag_test_drop ();
  wait_files (&scene, 0);
  other = ledger_session_get_selected_issue (ledger_window_get_session (scene.window));
  g_assert_cmpuint (count_links (&scene, other, 2), ==, 1);
  g_autoptr (GPtrArray) proof = ledger_issue_proof_list (scene.document, other);
  g_assert_cmpuint (proof->len, ==, 1);
  /* Given once, a number stays (LOG 9). */
  g_autofree char *number = ledger_document_dup_number (scene.document, proof->pdata[0]);
  g_assert_cmpstr (number, ==, "1.1.1-01");
  ledger_proof_scene_close (&scene);
}

/* --- out of the program --- */

static const char *program;

static gboolean
says_ready (gpointer report)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (report, &text, NULL, NULL) && g_str_equal (text, "ready");
}

static gboolean
says_paths (gpointer report)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (report, &text, NULL, NULL) && *text == '/';
}

static void
check_copy (const char *path)
{
  g_autofree char *original =
      g_test_build_filename (G_TEST_DIST, "data", "pdf", "four-pages.pdf", NULL);
  g_autofree char *wanted = NULL, *got = NULL, *name = g_path_get_basename (path);
  gsize n_wanted, n_got;
  GStatBuf status;

  g_assert_true (g_file_get_contents (original, &wanted, &n_wanted, NULL));
  g_assert_true (g_file_get_contents (path, &got, &n_got, NULL));
  g_assert_cmpmem (got, n_got, wanted, n_wanted);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0400);
  g_assert_cmpstr (name, ==, "1.1.1-01 four-pages.pdf");
}

static char *
dup_old_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "zhenggai", "out-before", NULL);
}

/* Of a drag of two days ago. */
static void
make_old_copy (void)
{
  g_autofree char *folder = dup_old_folder ();
  g_autofree char *copy = g_build_filename (folder, "1.1.1-01.pdf", NULL);
  const time_t then = time (NULL) - 2 * 24 * 60 * 60;
  struct utimbuf times = { then, then };

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (copy, "proof", -1, NULL));
  g_assert_cmpint (g_utime (folder, &times), ==, 0);
}

static void
check_old_copy_gone (void)
{
  g_autofree char *folder = dup_old_folder ();

  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

/* Another program gets the original as a file of its own that nobody writes back to. */
static void
test_out (LedgerViewTest *test, gconstpointer data)
{
  const char *const names[] = { "pdf/four-pages.pdf", NULL };
  g_autofree char *report = g_build_filename (test->folder, "report", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) other = NULL;
  LedgerProofScene scene = { 0 };

  make_old_copy ();
  ledger_proof_scene_open (test, &scene, 3, names);
  /* The corner of the other program stays free: a click raises this window. */
  gtk_window_set_default_size (GTK_WINDOW (scene.window), 1366, 590);
  ledger_view_test_settle ();
  other = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "--receive", report, NULL);
  g_assert_no_error (error);
  ledger_view_test_wait (says_ready, report);
  ledger_drag_test_lift (find (&scene, LEDGER_TYPE_EVIDENCE_ROW, NULL));
  ledger_drag_test_hover_corner ();
  ledger_drag_test_keep_screen ("drag-out");
  ledger_drag_test_drop ();
  ledger_view_test_wait (says_paths, report);
  g_assert_true (g_subprocess_wait_check (other, NULL, &error));
  g_assert_no_error (error);
  g_file_get_contents (report, &text, NULL, NULL);
  check_copy (g_strchomp (text));
  check_old_copy_gone ();
  g_assert_cmpuint (count_links (&scene, scene.issue, 1), ==, 1);
  ledger_proof_scene_close (&scene);
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--receive"))
    return ledger_drag_test_receive (argv[2]);
  program = argv[0];
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/evidence-drag/files", test_files);
  ledger_view_test_add ("/evidence-drag/sheet", test_sheet);
  ledger_view_test_add ("/evidence-drag/move-and-share", test_move_and_share);
  ledger_view_test_add ("/evidence-drag/other-issue", test_other_issue);
  ledger_view_test_add ("/evidence-drag/out", test_out);
  return g_test_run ();
}
