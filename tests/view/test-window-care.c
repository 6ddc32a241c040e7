/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include "ledger-window-care.h"

#include <string.h>

#include "ledger-backup-shelf.h"
#include "ledger-check-window.h"
#include "ledger-evidence-page.h"
#include "ledger-gesture.h"
#include "ledger-issue.h"
#include "ledger-proof-test.h"
#include "ledger-reading.h"
#include "ledger-view-test.h"
#include "ledger-window-restore.h"

static gboolean
has_copies (gpointer folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir && g_dir_read_name (dir))
    n++;
  return n == 2;
}

/* A log copy of the day and a full one of the week (LOG 15). */
static void
test_copies (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  g_autofree char *folder = ledger_backup_shelf_dup_folder (path);
  LedgerWindow *window = ledger_view_test_open_window (test, path);

  ledger_window_care_begin (window, 0);
  ledger_view_test_wait (has_copies, folder);
  ledger_view_test_settle ();
  ledger_view_test_close (GTK_WINDOW (window));
}

static LedgerWindow *
window_of (LedgerViewTest *test)
{
  GList *windows = gtk_application_get_windows (test->application);

  return windows && LEDGER_IS_WINDOW (windows->data) ? windows->data : NULL;
}

static gboolean
is_read_only (gpointer data)
{
  LedgerWindow *window = window_of (data);
  LedgerDocument *document = window ? ledger_window_get_document (window) : NULL;

  return document && ledger_document_is_read_only (document);
}

static char *
find_bytes (char *bytes, gsize size, const char *wanted)
{
  gsize length = strlen (wanted);

  for (gsize at = 0; at + length <= size; at++)
    if (memcmp (bytes + at, wanted, length) == 0)
      return bytes + at;
  return NULL;
}

static GtkWindow *
find_result (void)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (all, i);

      if (LEDGER_IS_CHECK_WINDOW (one))
        return one;
    }
  return NULL;
}

/* The button in the strip opens the list, which names PLACE and says what to do; Esc closes it. */
static GtkWindow *
open_result (LedgerWindow *window, const char *place, const char *picture)
{
  GtkWindow *result;

  ledger_view_test_click (ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "查看结果"));
  result = find_result ();
  g_assert_nonnull (result);
  ledger_view_test_check_names (GTK_WIDGET (result));
  ledger_view_test_keep_picture (result, picture);
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (result), GTK_TYPE_LABEL, place));
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (result), GTK_TYPE_BUTTON, "从备份恢复…"));
  return result;
}

static void
check_result (LedgerWindow *window, const char *place, const char *picture)
{
  ledger_view_test_key (open_result (window, place, picture), "Escape");
  g_assert_null (find_result ());
}

static gboolean
is_told (gpointer window)
{
  LedgerNoticeKind kind = LEDGER_N_NOTICES;

  ledger_session_get_notice (ledger_window_get_session (window), &kind);
  return kind == LEDGER_NOTICE_DAMAGED;
}

/* One byte of an original rotten: the rest goes on, the result names the evidence and opens it. */
static void
test_rotten_original (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  const char *const names[] = { "pdf/four-pages.pdf", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) script = ledger_document_open (path, LEDGER_DOCUMENT_SCRIPT, &error);
  g_autofree char *issue = ledger_proof_test_find_issue (script, 1);
  g_autofree char *bytes = NULL;
  gsize size = 0;
  LedgerWindow *window;
  GtkWindow *result;

  ledger_proof_test_attach (script, issue, 1, names);
  ledger_document_close (script);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  find_bytes (bytes, size, "%PDF-")[1] = 'Q';
  g_assert_true (g_file_set_contents (path, bytes, (gssize)size, NULL));
  window = ledger_view_test_open_window (test, path);
  ledger_window_care_begin (window, 0);
  ledger_view_test_wait (is_told, window);
  ledger_view_test_settle ();
  g_assert_false (ledger_document_is_read_only (ledger_window_get_document (window)));
  ledger_view_test_key (GTK_WINDOW (window), "F12");
  result = open_result (window, "1.1.1-01 four-pages.pdf", "care-result-original");
  ledger_view_test_click (ledger_view_test_find (GTK_WIDGET (result), GTK_TYPE_BUTTON, "查看"));
  ledger_view_test_settle ();
  g_assert_null (find_result ());
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_EVIDENCE_PAGE, NULL));
  ledger_view_test_close (GTK_WINDOW (window));
}

static gboolean
is_only_a_table_wrong (const char *path)
{
  g_autoptr (LedgerStore) store =
      ledger_store_open (path, ledger_reading_get_default (), LEDGER_STORE_READ, NULL);
  g_autoptr (GPtrArray) damages =
      store != NULL ? ledger_store_verify (store, NULL, NULL, NULL) : NULL;

  return damages != NULL && damages->len == 1
         && g_str_equal (((LedgerDamage *)g_ptr_array_index (damages, 0))->place, "reading");
}

/* TEXT stands in the log and in a table: the place where a change of it is one of the table. */
static void
spoil_table (const char *path, const char *text)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (char *place = find_bytes (bytes, size, text); place != NULL;
       place = find_bytes (place + 1, size - (gsize)(place + 1 - bytes), text))
    {
      memcpy (place, "改", strlen ("改"));
      g_assert_true (g_file_set_contents (path, bytes, (gssize)size, NULL));
      if (is_only_a_table_wrong (path))
        return;
      memcpy (place, text, strlen ("改"));
    }
  g_assert_not_reached ();
}

/* A table says other than the log: told, and made anew at the next opening. */
static void
test_wrong_table (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) script = ledger_document_open (path, LEDGER_DOCUMENT_SCRIPT, &error);
  g_autofree char *issue = ledger_proof_test_find_issue (script, 1);
  g_autofree char *text = g_strdup (
      ledger_record_get_text (ledger_document_lookup (script, "issue", issue), LEDGER_ISSUE_TEXT));
  LedgerWindow *window;

  ledger_document_close (script);
  spoil_table (path, text);
  window = ledger_view_test_open_window (test, path);
  ledger_window_care_begin (window, 0);
  ledger_view_test_wait (is_told, window);
  ledger_view_test_settle ();
  check_result (window, "各表", "care-result-table");
  g_assert_cmpstr (ledger_session_get_notice (ledger_window_get_session (window), NULL)->text,
                   ==,
                   "问题1.1.1的“问题”与操作记录不符。");
  ledger_view_test_close (GTK_WINDOW (window));

  window = ledger_view_test_open_window (test, path);
  g_assert_cmpstr (ledger_record_get_text (
                       ledger_document_lookup (ledger_window_get_document (window), "issue", issue),
                       LEDGER_ISSUE_TEXT),
                   ==,
                   text);
  ledger_view_test_close (GTK_WINDOW (window));
}

/* One character of the log is another. */
static void
break_log (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;
  char *title;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  title = find_bytes (bytes, size, "新建台账");
  g_assert_nonnull (title);
  memcpy (title, "改建台账", strlen ("改建台账"));
  g_assert_true (g_file_set_contents (path, bytes, (gssize)size, NULL));
}

/* Changed while the ledger was closed: told, and read-only from then on. */
static void
test_broken_log (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  const LedgerNotice *notice;
  LedgerWindow *window;

  break_log (path);
  window = ledger_view_test_open_window (test, path);
  g_assert_false (ledger_document_is_read_only (ledger_window_get_document (window)));
  ledger_window_care_begin (window, 0);
  ledger_view_test_wait (is_read_only, test);
  ledger_view_test_settle ();
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (test->application)), ==, 1);
  window = window_of (test);
  notice = ledger_session_get_notice (ledger_window_get_session (window), NULL);
  g_test_message ("%s", notice->text);
  g_assert_nonnull (strstr (notice->text, "校验"));
  g_assert_cmpstr (notice->action, ==, "damage.show-result");
  ledger_view_test_keep_picture (GTK_WINDOW (window), "care-broken-log");
  check_result (window, "操作记录", "care-result-log");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- known to be damaged when it is opened --- */

static GtkWindow *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static gboolean
has_question (gpointer data)
{
  return find_question () != NULL;
}

static gboolean
has_result (gpointer data)
{
  return find_result () != NULL;
}

static gboolean
offers_result (gpointer window)
{
  const LedgerNotice *notice = ledger_session_get_notice (ledger_window_get_session (window), NULL);

  return notice != NULL && g_strcmp0 (notice->action, "damage.show-result") == 0;
}

/* A broken log, and something beside it that was not closed properly: opening finds out. */
static LedgerWindow *
open_damaged (LedgerViewTest *test)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  g_autofree char *leftover = g_strconcat (path, "-wal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  LedgerWindow *window = ledger_view_test_open_window (test, NULL);

  break_log (path);
  g_assert_true (g_file_set_contents (leftover, "no log at all", -1, NULL));
  ledger_window_open_file (window, file, NULL, NULL);
  ledger_view_test_wait (has_question, NULL);
  ledger_view_test_settle ();
  return window;
}

static void
answer (const char *words)
{
  GtkWindow *question = find_question ();

  ledger_view_test_click (ledger_view_test_find (GTK_WIDGET (question), GTK_TYPE_BUTTON, words));
}

/* Shown read-only; what is wrong is looked for by itself, and can be seen. */
static void
test_opened_damaged (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_damaged (test);

  ledger_view_test_keep_picture (find_question (), "care-question");
  answer ("只读打开");
  ledger_view_test_wait (offers_result, window);
  ledger_view_test_settle ();
  g_assert_true (ledger_document_is_read_only (ledger_window_get_document (window)));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "care-opened-damaged");
  check_result (window, "操作记录", "care-result-opened-damaged");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* The list without the ledger: from it to a backup, or closed, and offered again. */
static void
test_result_alone (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_damaged (test);

  answer ("查看结果");
  ledger_view_test_wait (has_result, NULL);
  ledger_view_test_settle ();
  g_assert_null (ledger_window_get_document (window));
  g_assert_false (ledger_window_is_waiting (window));
  ledger_view_test_keep_picture (find_result (), "care-result-alone");
  ledger_view_test_key (find_result (), "Escape");
  check_result (window, "操作记录", "care-result-again");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- a backup in the ledger's place --- */

static guint
count_issues (LedgerWindow *window)
{
  return ledger_table_get_n_records (
      ledger_document_get_table (ledger_window_get_document (window), "issue"));
}

static gboolean
has_ledger (gpointer test)
{
  LedgerWindow *window = window_of (test);

  return window != NULL && ledger_window_get_document (window) != NULL;
}

/* Asks, puts BACKUP in PATH's place and waits for the ledger that comes then. */
static LedgerWindow *
restore (LedgerViewTest *test, LedgerWindow *window, const char *path, const char *backup)
{
  ledger_window_restore_from (window, path, backup);
  ledger_view_test_settle ();
  ledger_view_test_keep_picture (find_question (), "care-restore");
  answer ("恢复备份");
  ledger_view_test_wait (has_ledger, test);
  ledger_view_test_settle ();
  return window_of (test);
}

/* Yesterday's copy is put back over a sound ledger; what was there is kept beside it. A file that
 * is no ledger changes nothing: the ledger is there again, and it is said why. */
static void
test_restore (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  g_autofree char *backup = g_build_filename (test->folder, "昨天.zgl", NULL);
  g_autofree char *garbage = g_build_filename (test->folder, "图片.zgl", NULL);
  g_autofree char *issue = NULL;
  g_autoptr (GError) error = NULL;
  LedgerWindow *window = ledger_view_test_open_window (test, path);
  LedgerDocument *document = ledger_window_get_document (window);
  const guint n = count_issues (window);

  g_assert_true (ledger_store_backup (
      ledger_document_get_store (document), LEDGER_BACKUP_FULL, backup, NULL, NULL, &error));
  issue = ledger_proof_test_find_issue (document, 1);
  ledger_session_commit (
      ledger_window_get_session (window),
      ledger_gesture_delete (document, "issue", (const char *const[]){ issue, NULL }, &error),
      &error,
      NULL,
      NULL,
      NULL);
  ledger_view_test_settle ();
  g_assert_cmpuint (count_issues (window), ==, n - 1);
  g_assert_true (g_file_set_contents (garbage, "no ledger at all", -1, &error));

  window = restore (test, window, path, garbage);
  g_assert_cmpuint (count_issues (window), ==, n - 1);
  g_assert_nonnull (
      ledger_view_test_find (GTK_WIDGET (window),
                             GTK_TYPE_LABEL,
                             "“图片.zgl”不是台账，或内容不完整。换一个文件，台账的扩展名是.zgl。"));
  window = restore (test, window, path, backup);
  g_assert_cmpuint (count_issues (window), ==, n);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "care-restored");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* A rotten original damages that evidence only. */
static void
test_what_breaks_the_ledger (void)
{
  static const struct
  {
    const char *place;
    gboolean breaks;
  } cases[] = {
    { "evidence", FALSE }, { "reading", FALSE }, { "edit", TRUE }, { "operation", TRUE },
    { "parent", TRUE },    { "page", TRUE },     { "log", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LedgerDamage damage = { .place = (char *)cases[i].place, .text = (char *)"x" };
      g_autoptr (GPtrArray) damages = g_ptr_array_new ();

      g_ptr_array_add (damages, &damage);
      g_assert_cmpint (ledger_window_care_breaks_ledger (damages), ==, cases[i].breaks);
    }
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  g_test_add ("/window-care/copies",
              LedgerViewTest,
              NULL,
              ledger_view_test_set_up,
              test_copies,
              ledger_view_test_tear_down);
  g_test_add ("/window-care/broken-log",
              LedgerViewTest,
              NULL,
              ledger_view_test_set_up,
              test_broken_log,
              ledger_view_test_tear_down);
  ledger_view_test_add ("/window-care/wrong-table", test_wrong_table);
  g_test_add ("/window-care/rotten-original",
              LedgerViewTest,
              NULL,
              ledger_view_test_set_up,
              test_rotten_original,
              ledger_view_test_tear_down);
  ledger_view_test_add ("/window-care/opened-damaged", test_opened_damaged);
  ledger_view_test_add ("/window-care/result-alone", test_result_alone);
  ledger_view_test_add ("/window-care/restore", test_restore);
  g_test_add_func ("/window-care/what-breaks-the-ledger", test_what_breaks_the_ledger);
  return g_test_run ();
}
