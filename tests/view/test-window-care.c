/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include "ledger-window-care.h"

#include <string.h>

#include "ledger-backup-shelf.h"
#include "ledger-view-test.h"

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

/* One character of the log changed while the ledger was closed: told, and read-only from then on.
 */
static void
test_broken_log (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  g_autofree char *bytes = NULL;
  gsize size = 0;
  const LedgerNotice *notice;
  LedgerWindow *window;
  char *title;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  title = find_bytes (bytes, size, "新建台账");
  g_assert_nonnull (title);
  memcpy (title, "改建台账", strlen ("改建台账"));
  g_assert_true (g_file_set_contents (path, bytes, (gssize)size, NULL));

  window = ledger_view_test_open_window (test, path);
  g_assert_false (ledger_document_is_read_only (ledger_window_get_document (window)));
  ledger_window_care_begin (window, 0);
  ledger_view_test_wait (is_read_only, test);
  ledger_view_test_settle ();
  window = window_of (test);
  notice = ledger_session_get_notice (ledger_window_get_session (window), NULL);
  g_test_message ("%s", notice->text);
  g_assert_nonnull (strstr (notice->text, "校验"));
  g_assert_cmpstr (notice->action, ==, "win.restore");
  ledger_view_test_keep_picture (GTK_WINDOW (window), "care-broken-log");
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
      LedgerDamage damage = { (char *)cases[i].place, (char *)"x" };
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
  g_test_add_func ("/window-care/what-breaks-the-ledger", test_what_breaks_the_ledger);
  return g_test_run ();
}
