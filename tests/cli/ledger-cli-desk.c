/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-cli-desk.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

char *
ledger_cli_desk_path (LedgerCliDesk *desk, const char *name)
{
  return g_build_filename (desk->folder, name, NULL);
}

char *
ledger_cli_desk_sample (const char *kind, const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", kind, name, NULL);
}

void
ledger_cli_desk_set_up (LedgerCliDesk *desk, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  desk->folder = g_dir_make_tmp ("zhenggai-cli-XXXXXX", &error);
  g_assert_no_error (error);
  desk->ledger = ledger_cli_desk_path (desk, "台账.zgl");
  g_autoptr (LedgerCliCall) call = ledger_cli_call ("new",
                                                    desk->ledger,
                                                    "--unit",
                                                    "某市某局",
                                                    "--inspection",
                                                    "2026年市委巡察",
                                                    "--feedback",
                                                    "2026-09-01",
                                                    "--report-due",
                                                    "2026-12-31",
                                                    NULL);
  ledger_cli_call_expect (call, 0);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_all (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
ledger_cli_desk_tear_down (LedgerCliDesk *desk, gconstpointer data)
{
  remove_all (desk->folder);
  g_assert_false (g_file_test (desk->folder, G_FILE_TEST_EXISTS));
  g_free (desk->ledger);
  g_free (desk->folder);
}

void
ledger_cli_desk_import (LedgerCliDesk *desk)
{
  g_autofree char *sheet = ledger_cli_desk_sample ("sheets", "02-整改任务分解表.xlsx");
  g_autoptr (LedgerCliCall) call = ledger_cli_call ("import", desk->ledger, sheet, NULL);

  ledger_cli_call_expect (call, 0);
}

void
ledger_cli_desk_prepare (LedgerCliDesk *desk)
{
  g_autofree char *pdf = ledger_cli_desk_sample ("pdf", "four-pages.pdf");

  ledger_cli_desk_import (desk);
  g_autoptr (LedgerCliCall) claim = ledger_cli_call ("claim",
                                                     desk->ledger,
                                                     "1.1.1",
                                                     "--department",
                                                     "机关党委",
                                                     "--lead-leader",
                                                     "王建国",
                                                     "--handler",
                                                     "张伟",
                                                     "--reviewer",
                                                     "李敏",
                                                     NULL);
  g_autoptr (LedgerCliCall) attach =
      ledger_cli_call ("attach", desk->ledger, "--measure", "1.1.1/1", pdf, NULL);
  g_autoptr (LedgerCliCall) done =
      ledger_cli_call ("set", desk->ledger, "measure", "1.1.1/1", "done", "true", NULL);
  ledger_cli_call_expect (claim, 0);
  ledger_cli_call_expect (attach, 0);
  ledger_cli_call_expect (done, 0);
}

void
ledger_cli_desk_copy (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

void
ledger_cli_desk_sign (LedgerCliDesk *desk, const char *step, const char *name)
{
  g_autoptr (LedgerCliCall) call =
      ledger_cli_call ("sign", desk->ledger, "1.1.1", "--step", step, "--as", name, NULL);

  ledger_cli_call_expect (call, 0);
}

char *
ledger_cli_desk_dup_state (LedgerCliDesk *desk, const char *number)
{
  g_autoptr (LedgerCliCall) call = ledger_cli_call ("show", desk->ledger, number, NULL);

  ledger_cli_call_expect (call, 0);
  return g_strdup (ledger_cli_call_text (call, "state"));
}

char *
ledger_cli_desk_dup_digest (const char *ledger)
{
  g_autoptr (LedgerCliCall) call = ledger_cli_call ("rebuild", ledger, NULL);

  ledger_cli_call_expect (call, 0);
  return g_strdup (ledger_cli_call_text (call, "after"));
}

void
ledger_cli_desk_add (const char *path, void (*test) (LedgerCliDesk *desk, gconstpointer data))
{
  g_test_add (path, LedgerCliDesk, NULL, ledger_cli_desk_set_up, test, ledger_cli_desk_tear_down);
}
