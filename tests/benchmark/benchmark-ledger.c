/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "benchmark-ledger.h"

#include <glib/gstdio.h>

#include "ledger-import-plan.h"

static char *
dup_deadline (guint number)
{
  g_autoptr (LedgerDeadline) deadline = ledger_deadline_new (
      LEDGER_PRECISION_DAY, ledger_day_new (2026, 1 + number % 12, 1 + number % 28), "");

  return ledger_deadline_to_canonical (deadline);
}

static LedgerImportIssue *
make_row (guint number)
{
  LedgerImportIssue *row = g_new0 (LedgerImportIssue, 1);
  g_autofree char *aspect = g_strdup_printf ("聚焦方面%u", number / 2000 + 1);
  g_autofree char *kind = g_strdup_printf ("大类%u", number / 200 + 1);
  const char *const headings[] = { aspect, kind, NULL };

  row->row = number;
  row->headings = g_strdupv ((GStrv)headings);
  row->text =
      g_strdup_printf ("第%u项：党委理论学习中心组学习不够系统深入，结合实际不紧密", number);
  row->deadline = dup_deadline (number);
  row->deadline_class = g_strdup ("time_limited");
  row->department = g_strdup_printf ("部门%u", number % 40 + 1);
  row->lead_leader = g_strdup_printf ("领导%u", number % 8 + 1);
  row->measures = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_import_measure_free);
  for (guint i = 0; i < BENCHMARK_LEDGER_MEASURES_OF_ISSUE; i++)
    {
      LedgerImportMeasure *measure = g_new0 (LedgerImportMeasure, 1);

      measure->row = number;
      measure->text = g_strdup_printf ("制定并落实第%u项整改措施之%u，定期检查", number, i + 1);
      measure->deadline = dup_deadline (number + i);
      g_ptr_array_add (row->measures, measure);
    }
  return row;
}

char *
benchmark_ledger_make (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "大台账.zgl", NULL);
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_import_issue_free);
  g_autoptr (LedgerDocument) document =
      ledger_document_create (path, LEDGER_DOCUMENT_SCRIPT, "某市某局", "李敏", NULL);
  g_autoptr (LedgerImportPlan) plan = NULL;
  g_autoptr (LedgerEdit) edit = NULL;
  gboolean done;

  for (guint i = 0; i < BENCHMARK_LEDGER_ISSUES; i++)
    g_ptr_array_add (rows, make_row (i));
  plan = document != NULL ? ledger_import_plan_new (document, rows, NULL) : NULL;
  edit = plan != NULL ? ledger_import_plan_make_edit (plan, document, NULL) : NULL;
  done = edit != NULL && ledger_document_commit (document, edit, NULL, NULL);
  if (document != NULL)
    ledger_document_close (document);
  return done ? g_steal_pointer (&path) : NULL;
}

void
benchmark_ledger_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        benchmark_ledger_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}
