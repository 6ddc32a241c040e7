/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a call answers while another process writes the ledger, or on one that cannot be used. */
#include "ledger-cli-desk.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Takes the writer's lock as the program does, in this process. */
static int
hold (LedgerCliDesk *desk)
{
  g_autofree char *side = g_strconcat (desk->ledger, "-lock", NULL);
  static const char holder[] = "刘洋\n办公室电脑\n1\n";
  int descriptor = open (side, O_RDWR | O_CREAT, 0600);

  g_assert_cmpint (flock (descriptor, LOCK_EX | LOCK_NB), ==, 0);
  g_assert_cmpint (write (descriptor, holder, strlen (holder)), ==, strlen (holder));
  return descriptor;
}

/* Reading goes on; writing says who holds it (LOG 4). */
static void
test_another_writes (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *backup = ledger_cli_desk_path (desk, "备份.zgl");

  ledger_cli_desk_import (desk);
  int descriptor = hold (desk);
  g_autoptr (LedgerCliCall) list = ledger_cli_call ("list", desk->ledger, "issues", NULL);
  g_autoptr (LedgerCliCall) verify = ledger_cli_call ("verify", desk->ledger, NULL);
  g_autoptr (LedgerCliCall) out = ledger_cli_call ("backup", desk->ledger, "--to", backup, NULL);
  ledger_cli_call_expect (list, 0);
  ledger_cli_call_expect (verify, 0);
  ledger_cli_call_expect (out, 0);
  ledger_cli_call_refused (
      1, "刘洋", "set", desk->ledger, "issue", "1.1.1", "due", "2026-12-01", NULL);
  ledger_cli_call_refused (1, "办公室电脑", "undo", desk->ledger, NULL);
  ledger_cli_call_refused (1, "刘洋", "restore", backup, "--to", desk->ledger, NULL);
  close (descriptor);
  g_autoptr (LedgerCliCall) set =
      ledger_cli_call ("set", desk->ledger, "issue", "1.1.1", "due", "2026-12-01", NULL);
  ledger_cli_call_expect (set, 0);
}

/* user_version lies at byte 60 of the file: one higher than ours is a newer program's, which may be
 * read. */
static void
test_newer (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *newer = ledger_cli_desk_path (desk, "新.zgl");
  g_autofree char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (desk->ledger, &bytes, &size, NULL));
  bytes[63] += 50;
  g_assert_true (g_file_set_contents (newer, bytes, (gssize)size, NULL));
  g_autoptr (LedgerCliCall) list = ledger_cli_call ("list", newer, "issues", NULL);
  ledger_cli_call_expect (list, 0);
  ledger_cli_call_refused (1, "新.zgl", "set", newer, "issue", "1", "due", "2026-12-01", NULL);
}

static void
test_no_place_to_write (LedgerCliDesk *desk, gconstpointer data)
{
  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }
  g_assert_cmpint (chmod (desk->folder, 0500), ==, 0);
  g_autoptr (LedgerCliCall) list = ledger_cli_call ("list", desk->ledger, "issues", NULL);
  ledger_cli_call_expect (list, 0);
  ledger_cli_call_refused (1, "台账.zgl", "undo", desk->ledger, NULL);
  g_assert_cmpint (chmod (desk->folder, 0700), ==, 0);
}

/* The largest file a process may write stands in for a full disk: nothing is lost or half there. */
static void
test_full_disk (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *sheet = ledger_cli_desk_sample ("sheets", "02-整改任务分解表.xlsx");
  g_autofree char *command = NULL;
  g_autofree char *complaint = NULL;
  const char *const words[] = { "sh",         "-c",  NULL, "sh", g_getenv ("ZHENGGAI_CLI"),
                                desk->ledger, sheet, NULL };
  g_autoptr (GPtrArray) call = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  command = g_strdup ("trap '' XFSZ; ulimit -f 256; exec \"$1\" import \"$2\" \"$3\" --json");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_ptr_array_add (call, (gpointer)(i == 2 ? command : words[i]));
  g_autoptr (GSubprocess) process =
      g_subprocess_newv ((const char *const *)call->pdata,
                         G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                         &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &complaint, &error));
  g_test_message ("stderr: %s", complaint);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
  g_assert_cmpint (strcspn (complaint, "\n"), ==, strlen (complaint) - 1);
  g_autoptr (LedgerCliCall) verify = ledger_cli_call ("verify", desk->ledger, NULL);
  g_autoptr (LedgerCliCall) issues = ledger_cli_call ("list", desk->ledger, "issues", NULL);
  ledger_cli_call_expect (verify, 0);
  g_assert_cmpuint (ledger_cli_call_count (issues), ==, 0);
}

/* Every “机关党委” of the file in place, in the log as in the reading: only the hashes know. */
static void
forge (const char *ledger)
{
  static const char name[] = "机关党委";
  g_autofree char *bytes = NULL;
  gsize size = 0;
  guint n_found = 0;

  g_assert_true (g_file_get_contents (ledger, &bytes, &size, NULL));
  for (gsize i = 0; i + sizeof name < size; i++)
    if (memcmp (bytes + i, name, sizeof name - 1) == 0)
      {
        bytes[i + sizeof name - 2] ^= 1;
        n_found++;
      }
  g_assert_cmpuint (n_found, >=, 2);
  FILE *file = fopen (ledger, "r+b");
  g_assert_cmpuint (fwrite (bytes, 1, size, file), ==, size);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* LOG 15: a ledger whose log is broken is read, and never written. */
static void
test_broken_log (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *proof = ledger_cli_desk_sample ("pdf", "grayscale-scan.pdf");
  g_autofree char *sheet = ledger_cli_desk_sample ("sheets", "02-整改任务分解表.xlsx");
  g_autofree char *copy = ledger_cli_desk_path (desk, "乙.zgl");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  ledger_cli_desk_prepare (desk);
  ledger_cli_desk_copy (desk->ledger, copy);
  forge (desk->ledger);
  g_assert_true (g_file_get_contents (desk->ledger, &before, &n_before, NULL));
  const char *const calls[][9] = {
    { "set", desk->ledger, "issue", "1.1.1", "due", "2026-12-01" },
    { "attach", desk->ledger, "--issue", "1.1.1", proof },
    { "import", desk->ledger, sheet },
    { "sign", desk->ledger, "1.1.1", "--step", "handler", "--as", "张伟" },
    { "merge", desk->ledger, copy },
    { "rebuild", desk->ledger },
    { "undo", desk->ledger },
  };
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      const char *const *words = calls[i];
      ledger_cli_call_refused (1,
                               "台账.zgl",
                               words[0],
                               words[1],
                               words[2],
                               words[3],
                               words[4],
                               words[5],
                               words[6],
                               NULL);
    }
  g_assert_true (g_file_get_contents (desk->ledger, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  g_autoptr (LedgerCliCall) list = ledger_cli_call ("list", desk->ledger, "issues", NULL);
  ledger_cli_call_expect (list, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ledger_cli_desk_add ("/busy-ledger/another-writes", test_another_writes);
  ledger_cli_desk_add ("/busy-ledger/newer", test_newer);
  ledger_cli_desk_add ("/busy-ledger/no-place-to-write", test_no_place_to_write);
  ledger_cli_desk_add ("/busy-ledger/full-disk", test_full_disk);
  ledger_cli_desk_add ("/busy-ledger/broken-log", test_broken_log);
  return g_test_run ();
}
