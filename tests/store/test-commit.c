/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"
#include "ledger-id.h"
#include "store-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* Writers in a process of their own, killed or starved: what was acknowledged is there, whole
 * (issue 2). The program calls itself as: --writer FILE | --filler FILE | --keeper FILE. */
static const char *program;
static gint rounds = 20;

static gboolean
write_pair (LedgerStore *store, guint number, GError **error)
{
  g_autofree char *issue = ledger_id_new_random ();
  g_autofree char *measure = ledger_id_new_random ();
  g_autofree char *text = g_strdup_printf ("%u：%0*d", number, 200, 0);
  g_autoptr (LedgerEdit) edit = fixture_edit ("writer");
  ledger_edit_set_text (edit, "issue", issue, "text", text);
  ledger_edit_set_text (edit, "measure", measure, "issue", issue);
  ledger_edit_set_text (edit, "measure", measure, "text", text);
  return ledger_store_commit (store, edit, NULL, NULL, error);
}

static void
acknowledge (const char *word)
{
  g_autofree char *line = g_strconcat (word, "\n", NULL);
  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    _exit (3);
}

static int
run_writer (const char *path)
{
  g_autoptr (LedgerStore) store =
      ledger_store_open (path, &fixture_reading, LEDGER_STORE_WRITE, NULL);
  g_autofree guint8 *data = g_malloc0 (3 * 1024 * 1024);
  if (store == NULL)
    return 2;
  for (guint i = 0;; i++)
    {
      if (!write_pair (store, i, NULL))
        return 2;
      acknowledge ("edit");
      data[0] = (guint8)i;
      g_autoptr (GInputStream) stream =
          g_memory_input_stream_new_from_data (data, 3 * 1024 * 1024, NULL);
      LedgerBlobInfo info;
      if (i % 5 == 4 && !ledger_store_stage_blob (store, stream, 0, &info, NULL, NULL, NULL))
        return 2;
    }
}

/* On a disk with room for 300 kB more. */
static int
run_filler (const char *path)
{
  g_autoptr (GError) error = NULL;
  GStatBuf facts;
  g_stat (path, &facts);
  struct rlimit limit = { (rlim_t)facts.st_size + 300000, (rlim_t)facts.st_size + 300000 };
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
  g_autoptr (LedgerStore) store =
      ledger_store_open (path, &fixture_reading, LEDGER_STORE_WRITE, NULL);
  if (store == NULL)
    return 2;
  for (guint i = 0; write_pair (store, i, &error); i++)
    acknowledge ("edit");
  acknowledge (error->code == LEDGER_ERROR_FULL ? "full" : error->message);
  /* Nor does evidence fit; afterwards the ledger is as it was, and can be read on. */
  g_autoptr (GError) stage_error = NULL;
  g_autofree guint8 *data = g_malloc0 (1024 * 1024);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, 1024 * 1024, NULL);
  LedgerBlobInfo info;
  if (ledger_store_stage_blob (store, stream, 0, &info, NULL, NULL, &stage_error))
    return 4;
  acknowledge (stage_error->code == LEDGER_ERROR_FULL ? "full" : stage_error->message);
  return fixture_count (store, "SELECT count(*) FROM issue") > 0 ? 0 : 5;
}

/* Waits for a line, commits ten edits, says so, and waits to be killed. */
static int
run_keeper (const char *path)
{
  char line[8];
  g_autoptr (LedgerStore) store =
      ledger_store_open (path, &fixture_reading, LEDGER_STORE_WRITE, NULL);
  if (store == NULL)
    return 2;
  acknowledge ("open");
  if (read (STDIN_FILENO, line, sizeof line) <= 0)
    return 2;
  for (guint i = 0; i < 10; i++)
    if (!write_pair (store, i, NULL))
      return 2;
  acknowledge ("done");
  pause ();
  return 0;
}

typedef struct
{
  GPid pid;
  int in;
  int out;
} Child;

static Child
start (const char *role, const char *path)
{
  const char *const arguments[] = { program, role, path, NULL };
  Child child;
  GError *error = NULL;
  g_spawn_async_with_pipes (NULL,
                            (char **)arguments,
                            NULL,
                            G_SPAWN_DO_NOT_REAP_CHILD,
                            NULL,
                            NULL,
                            &child.pid,
                            &child.in,
                            &child.out,
                            NULL,
                            &error);
  g_assert_no_error (error);
  return child;
}

static char *
read_rest (Child *child)
{
  GString *text = g_string_new (NULL);
  char buffer[4096];
  gssize length;
  while ((length = read (child->out, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, length);
  return g_string_free (text, FALSE);
}

static int
end (Child *child)
{
  int status = 0;
  g_assert_cmpint (waitpid (child->pid, &status, 0), ==, child->pid);
  close (child->in);
  close (child->out);
  g_spawn_close_pid (child->pid);
  return status;
}

static guint
count_lines (const char *text, const char *word)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint count = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    count += g_str_equal (lines[i], word);
  return count;
}

static void
wait_for (Child *child, const char *word)
{
  GString *text = g_string_new (NULL);
  char byte;
  while (read (child->out, &byte, 1) == 1 && byte != '\n')
    g_string_append_c (text, byte);
  g_assert_cmpstr (text->str, ==, word);
  g_string_free (text, TRUE);
}

static void
test_kill (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_clear_object (&store);
  gint64 acknowledged = 0;
  for (gint i = 0; i < rounds; i++)
    {
      Child child = start ("--writer", path);
      g_usleep ((gulong)g_test_rand_int_range (20000, 200000));
      kill (child.pid, SIGKILL);
      g_autofree char *said = read_rest (&child);
      end (&child);
      acknowledged += count_lines (said, "edit");

      store = fixture_open (path, LEDGER_STORE_WRITE);
      gint64 issues = fixture_count (store, "SELECT count(*) FROM issue");
      g_assert_cmpint (issues, >=, acknowledged);
      g_assert_cmpint (issues, <=, acknowledged + 1);
      g_assert_cmpint (fixture_count (store, "SELECT count(*) FROM measure"), ==, issues);
      g_assert_cmpint (fixture_count (store, "SELECT count(*) FROM log_blob"), ==, 0);
      g_assert_cmpint (fixture_count (store, "SELECT count(*) FROM log_chunk"), ==, 0);
      fixture_assert_sound (store);
      acknowledged = issues; /* the one that nobody was told of counts from now on */
      g_clear_object (&store);
    }
  g_assert_cmpint (acknowledged, >, 0);
}

static void
test_full_disk (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_clear_object (&store);
  Child child = start ("--filler", path);
  g_autofree char *said = read_rest (&child);
  int status = end (&child);
  g_test_message ("%s", said);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  g_assert_cmpuint (count_lines (said, "full"), ==, 2);

  store = fixture_open (path, LEDGER_STORE_WRITE);
  g_assert_cmpint (
      fixture_count (store, "SELECT count(*) FROM issue"), ==, count_lines (said, "edit"));
  fixture_assert_sound (store);
  GError *error = NULL;
  g_assert_true (write_pair (store, 0, &error));
  g_assert_no_error (error);
}

/* LOG 4: while one process writes, others ask the file manager's questions and read; then it is
 * killed. */
static void
test_sniff_read_commit_kill (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_clear_object (&store);
  for (guint i = 0; i < 3; i++)
    {
      Child child = start ("--keeper", path);
      wait_for (&child, "open");
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GFileInfo) facts =
          g_file_query_info (file, "standard::fast-content-type,standard::size", 0, NULL, NULL);
      g_assert_nonnull (facts);
      store = fixture_open (path, LEDGER_STORE_READ);
      g_assert_cmpint (fixture_count (store, "SELECT count(*) FROM issue"), ==, 10 * i);
      g_clear_object (&store);
      GError *error = NULL;
      g_assert_null (ledger_store_open (path, &fixture_reading, LEDGER_STORE_WRITE, &error));
      g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_LOCKED);
      g_clear_error (&error);

      g_assert_cmpint (write (child.in, "go\n", 3), ==, 3);
      wait_for (&child, "done");
      kill (child.pid, SIGKILL);
      end (&child);
      store = fixture_open (path, LEDGER_STORE_WRITE);
      g_assert_cmpint (fixture_count (store, "SELECT count(*) FROM issue"), ==, 10 * (i + 1));
      fixture_assert_sound (store);
      g_clear_object (&store);
    }
}

static void
test_missing_evidence (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *tip = ledger_store_dup_tip (store, NULL);
  g_autofree char *id = ledger_id_new_random ();
  guint8 bytes[32] = { 1 };
  g_autoptr (LedgerValue) digest = ledger_value_new_bytes (bytes, sizeof bytes);
  g_autoptr (LedgerEdit) edit = fixture_edit ("a");
  ledger_edit_set_text (edit, "evidence", id, "text", "x");
  ledger_edit_set (edit, "evidence", id, "digest", digest);
  GError *error = NULL;
  g_assert_false (ledger_store_commit (store, edit, NULL, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
  g_clear_error (&error);
  g_autofree char *after = ledger_store_dup_tip (store, NULL);
  g_assert_cmpstr (tip, ==, after);
  g_assert_cmpint (fixture_count (store, "SELECT count(*) FROM log_record"), ==, 0);
  fixture_assert_sound (store);
}

static void
test_bytes_that_are_no_text (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *id = ledger_id_new_random ();
  g_autoptr (LedgerValue) value = ledger_value_new_text_sized ("\xff\xfe", 2);
  g_autoptr (LedgerEdit) edit = fixture_edit ("a");
  ledger_edit_set (edit, "issue", id, "text", value);
  GError *error = NULL;
  g_assert_false (ledger_store_commit (store, edit, NULL, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  g_clear_error (&error);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--writer"))
    return run_writer (argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "--filler"))
    return run_filler (argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "--keeper"))
    return run_keeper (argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  if (argc == 3 && g_str_equal (argv[1], "--rounds"))
    rounds = atoi (argv[2]);
  g_test_add_func ("/commit/kill", test_kill);
  g_test_add_func ("/commit/full-disk", test_full_disk);
  g_test_add_func ("/commit/sniff-read-commit-kill", test_sniff_read_commit_kill);
  g_test_add_func ("/commit/missing-evidence", test_missing_evidence);
  g_test_add_func ("/commit/bytes-that-are-no-text", test_bytes_that_are_no_text);
  return g_test_run ();
}
