/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* F_SETLEASE */
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "ledger-start-page.h"
#include "ledger-test-sample.h"
#include "ledger-view-test.h"
#include "ledger-window-opening.h"

/* Nobody else can open the file until `let_go`: the kernel lets them wait (for 45 s at most). -1
 * where the file system knows no leases. */
static int
hold (const char *path)
{
  const int held = open (path, O_RDWR | O_CLOEXEC);

  g_assert_cmpint (held, >=, 0);
  /* Whoever waits is told of by a signal; this one is ignored by itself. */
  g_assert_cmpint (fcntl (held, F_SETSIG, SIGURG), ==, 0);
  if (fcntl (held, F_SETLEASE, F_WRLCK) == 0)
    return held;
  close (held);
  return -1;
}

static void
let_go (int held)
{
  close (held);
}

static gboolean
can_be_written (const char *path)
{
  g_autoptr (LedgerDocument) document = ledger_document_open (path, LEDGER_DOCUMENT_SCRIPT, NULL);

  return document != NULL;
}

static gboolean
has_ledger (gpointer window)
{
  return ledger_window_get_document (window) != NULL;
}

static gboolean
does_not_wait (gpointer window)
{
  return !ledger_window_is_waiting (window);
}

static GtkWidget *
find_bar (LedgerWindow *window)
{
  return ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_PROGRESS_BAR, NULL);
}

static gboolean
shows_waiting (gpointer window)
{
  GtkWidget *bar = find_bar (window);

  return bar != NULL && gtk_widget_get_mapped (bar);
}

static gboolean
is_enabled (LedgerWindow *window, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

/* A window that waits for a.zgl, which is held; NULL: skipped. */
static LedgerWindow *
open_held (LedgerViewTest *test, char **path, int *held)
{
  g_autoptr (GFile) file = NULL;
  LedgerWindow *window;

  *path = ledger_view_test_make_ledger (test, "a.zgl");
  *held = hold (*path);
  if (*held < 0)
    {
      g_test_skip ("the file system knows no leases");
      return NULL;
    }
  window = ledger_view_test_open_window (test, NULL);
  file = g_file_new_for_path (*path);
  ledger_window_open_file (window, file, NULL, NULL);
  g_assert_true (ledger_window_is_waiting (window));
  ledger_view_test_wait (shows_waiting, window);
  return window;
}

/* The window lives and says what it waits for; nothing else begins in it. */
static void
test_waiting (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *other = ledger_view_test_make_ledger (test, "b.zgl");
  g_autoptr (GFile) second = g_file_new_for_path (other);
  int held;
  LedgerWindow *window = open_held (test, &path, &held);
  LedgerWindow *beside;
  GtkWidget *page;

  if (window == NULL)
    return;
  page = GTK_WIDGET (ledger_window_get_page (window));
  g_assert_null (ledger_window_get_document (window));
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "正在打开“a.zgl”"));
  ledger_view_test_check_names (GTK_WIDGET (window));
  g_assert_false (is_enabled (window, "import"));
  g_assert_false (is_enabled (window, "open-sample"));
  g_assert_false (gtk_widget_is_sensitive (page));
  ledger_view_test_keep_moving_picture (GTK_WINDOW (window), "opening");

  /* Another ledger has another window. */
  ledger_window_open_file (window, second, NULL, NULL);
  beside = LEDGER_WINDOW (gtk_application_get_windows (test->application)->data);
  g_assert_true (beside != window);
  ledger_view_test_wait (has_ledger, beside);
  g_assert_true (ledger_window_is_waiting (window));

  let_go (held);
  ledger_view_test_wait (has_ledger, window);
  ledger_view_test_settle ();
  g_assert_false (ledger_window_is_waiting (window));
  g_assert_false (shows_waiting (window));
  g_assert_true (is_enabled (window, "import"));
  g_assert_false (LEDGER_IS_START_PAGE (ledger_window_get_page (window)));
  ledger_view_test_close (GTK_WINDOW (beside));
  ledger_view_test_close (GTK_WINDOW (window));
}

/* Esc: back where one was, and the file is nobody's. */
static void
test_given_up (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = NULL;
  int held;
  LedgerWindow *window = open_held (test, &path, &held);

  if (window == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (window), "win.step-back", NULL);
  let_go (held);
  ledger_view_test_wait (does_not_wait, window);
  ledger_view_test_settle ();
  g_assert_null (ledger_window_get_document (window));
  g_assert_null (ledger_session_get_notice (ledger_window_get_session (window), NULL));
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (ledger_window_get_page (window))));
  g_assert_true (is_enabled (window, "import"));
  g_assert_true (can_be_written (path));
  ledger_view_test_close (GTK_WINDOW (window));
}

/* Closing waits for nothing; what is read all the same is given up. */
static void
test_closed (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = NULL;
  int held;
  LedgerWindow *window = open_held (test, &path, &held);
  gpointer left = window;

  if (window == NULL)
    return;
  g_object_add_weak_pointer (G_OBJECT (window), &left);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (gtk_application_get_windows (test->application));
  let_go (held);
  ledger_view_test_settle ();
  g_assert_null (left);
  g_assert_true (can_be_written (path));
}

/* A job that ends with a file to be opened may outlive its window. */
static void
test_closed_before (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LedgerWindow) window = g_object_ref (ledger_view_test_open_window (test, NULL));

  gtk_window_destroy (GTK_WINDOW (window));
  ledger_window_open_file (window, file, NULL, NULL);
  ledger_view_test_settle ();
  g_assert_null (gtk_application_get_windows (test->application));
  g_assert_true (can_be_written (path));
}

/* Of a sample a copy is shown, which goes with its window. */
static void
test_sample (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_test_sample_copy (test->folder, "sample.zgl");
  LedgerWindow *window = ledger_view_test_open_window (test, path);
  LedgerDocument *document = ledger_window_get_document (window);
  g_autofree char *copy = g_strdup (ledger_document_get_path (document));

  g_assert_cmpstr (copy, !=, path);
  g_assert_false (ledger_document_is_read_only (document));
  g_assert_true (can_be_written (path));
  ledger_view_test_close (GTK_WINDOW (window));
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

/* --- a ledger that can only be read where it lies --- */

static LedgerWindow *
open_read_only (LedgerViewTest *test, char **path)
{
  g_autoptr (LedgerDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  LedgerWindow *window = ledger_view_test_open_window (test, NULL);

  *path = ledger_view_test_make_ledger (test, "a.zgl");
  document = ledger_document_open (*path, LEDGER_DOCUMENT_READ, &error);
  g_assert_no_error (error);
  ledger_window_set_document (window, document);
  ledger_view_test_settle ();
  return window;
}

static gboolean
has_ledger_to_write (gpointer test)
{
  LedgerWindow *window =
      LEDGER_WINDOW (gtk_application_get_windows (((LedgerViewTest *)test)->application)->data);
  LedgerDocument *document = ledger_window_get_document (window);

  return document != NULL && !ledger_document_is_read_only (document);
}

/* The copy takes the place of the original, as large as that was. */
static void
test_copied_here (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *copy = g_build_filename (test->folder, "copy.zgl", NULL);
  LedgerWindow *window = open_read_only (test, &path);
  const int width = gtk_widget_get_width (GTK_WIDGET (window));
  gpointer left = window;
  GList *windows;

  g_object_add_weak_pointer (G_OBJECT (window), &left);
  ledger_window_opening_copy_here (window, path, copy);
  g_assert_true (ledger_window_is_waiting (window));
  g_assert_false (is_enabled (window, "copy-here"));
  ledger_view_test_wait (has_ledger_to_write, test);
  ledger_view_test_settle ();
  g_assert_null (left);
  windows = gtk_application_get_windows (test->application);
  g_assert_cmpuint (g_list_length (windows), ==, 1);
  window = LEDGER_WINDOW (windows->data);
  g_assert_cmpstr (ledger_document_get_path (ledger_window_get_document (window)), ==, copy);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, width);
  g_assert_true (can_be_written (path));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "copied-here");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* What one had stays where there is no copy. */
static void
test_not_copied_here (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *nowhere = g_build_filename (test->folder, "nowhere", "copy.zgl", NULL);
  LedgerWindow *window = open_read_only (test, &path);

  ledger_window_opening_copy_here (window, path, nowhere);
  ledger_view_test_wait (does_not_wait, window);
  ledger_view_test_settle ();
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (test->application)), ==, 1);
  g_assert_true (has_ledger (window));
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (ledger_window_get_page (window))));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "not-copied-here");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- a new ledger --- */

/* Made while the window lives, then opened as any other. */
static void
test_created (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = g_build_filename (test->folder, "新台账.zgl", NULL);
  LedgerWindow *window = ledger_view_test_open_window (test, NULL);

  ledger_window_opening_create (window, path);
  g_assert_true (ledger_window_is_waiting (window));
  g_assert_null (ledger_window_get_document (window));
  ledger_view_test_wait (has_ledger, window);
  ledger_view_test_settle ();
  g_assert_false (ledger_document_is_read_only (ledger_window_get_document (window)));
  g_assert_false (LEDGER_IS_START_PAGE (ledger_window_get_page (window)));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "created");
  ledger_view_test_close (GTK_WINDOW (window));
  g_assert_true (can_be_written (path));
}

/* Beside a ledger that is open in another window; a name that is taken changes nothing. */
static void
test_created_beside (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  g_autofree char *taken = ledger_view_test_make_ledger (test, "b.zgl");
  g_autofree char *other = g_build_filename (test->folder, "c.zgl", NULL);
  LedgerWindow *window = ledger_view_test_open_window (test, path);
  LedgerWindow *beside;

  ledger_window_opening_create (window, taken);
  ledger_view_test_wait (does_not_wait, window);
  ledger_view_test_settle ();
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (test->application)), ==, 1);
  g_assert_nonnull (
      ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "“b.zgl”已经存在。换一个名称。"));

  ledger_window_opening_create (window, other);
  ledger_view_test_wait (does_not_wait, window);
  ledger_view_test_settle ();
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (test->application)), ==, 2);
  beside = LEDGER_WINDOW (gtk_application_get_windows (test->application)->data);
  g_assert_true (beside != window);
  g_assert_cmpstr (ledger_document_get_path (ledger_window_get_document (beside)), ==, other);
  g_assert_cmpstr (ledger_document_get_path (ledger_window_get_document (window)), ==, path);
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (ledger_window_get_page (window))));
  ledger_view_test_close (GTK_WINDOW (beside));
  ledger_view_test_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/window-opening/waiting", test_waiting);
  ledger_view_test_add ("/window-opening/given-up", test_given_up);
  ledger_view_test_add ("/window-opening/closed", test_closed);
  ledger_view_test_add ("/window-opening/closed-before", test_closed_before);
  ledger_view_test_add ("/window-opening/sample", test_sample);
  ledger_view_test_add ("/window-opening/copied-here", test_copied_here);
  ledger_view_test_add ("/window-opening/not-copied-here", test_not_copied_here);
  ledger_view_test_add ("/window-opening/created", test_created);
  ledger_view_test_add ("/window-opening/created-beside", test_created_beside);
  return g_test_run ();
}
