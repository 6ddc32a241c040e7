/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of 10,000 rows, an issue over four rows of measures as in the lists that offices send,
 * becomes a ledger: read, compared, written with its log and kept on the
 * disk. openpyxl reads the same file in its read-only mode and does nothing more; the whole import
 * may take as long as that. Skipped where openpyxl is not installed. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "benchmark-clock.h"
#include "benchmark-sheet.h"
#include "ledger-sheet-import.h"
#include "ledger-sheet-reader.h"

enum
{
  ROWS = 10000,
  ROUNDS = 7,
  SKIPPED = 77,
};

static const double LIMIT = 1.0;

/* Only what a reader of openpyxl would write; its own time, without starting Python. */
static const char *const script =
    "import sys, time\n"
    "import openpyxl\n"
    "start, begun = time.perf_counter(), time.process_time()\n"
    "book = openpyxl.load_workbook(sys.argv[1], read_only=True)\n"
    "cells = sum(len(row) for row in book.worksheets[0].iter_rows(values_only=True))\n"
    "assert cells == int(sys.argv[2]), cells\n"
    "print(time.process_time() - begun, time.perf_counter() - start)\n";

/* --- the import --- */

typedef enum
{
  STEP_READ,
  STEP_PLAN,
  STEP_WRITE,
  N_STEPS,
} Step;

static gboolean
import_once (const char *sheet, const char *ledger, BenchmarkTime *taken)
{
  BenchmarkTime at[N_STEPS + 1] = { benchmark_now () };
  g_autoptr (LedgerWorkbook) workbook = ledger_sheet_reader_open (sheet, NULL, NULL, NULL);
  g_autoptr (LedgerSheetImport) import = workbook ? ledger_sheet_import_new (workbook) : NULL;
  g_autoptr (GPtrArray) rows = import ? ledger_sheet_import_read (import, NULL, NULL) : NULL;
  g_autoptr (LedgerImportPlan) plan = NULL;
  g_autoptr (LedgerDocument) document = NULL;
  g_autoptr (LedgerEdit) edit = NULL;
  gboolean done;

  if (rows == NULL || rows->len != ROWS / BENCHMARK_SHEET_ROWS_OF_ISSUE)
    return FALSE;
  at[STEP_PLAN] = benchmark_now ();
  plan = ledger_import_plan_new (NULL, rows, NULL);
  at[STEP_WRITE] = benchmark_now ();
  document = ledger_document_create (ledger, LEDGER_DOCUMENT_SCRIPT, "某市某局", NULL, NULL);
  edit =
      plan != NULL && document != NULL ? ledger_import_plan_make_edit (plan, document, NULL) : NULL;
  done = edit != NULL && ledger_document_commit (document, edit, NULL, NULL)
         && ledger_table_get_n_records (ledger_document_get_table (document, "measure")) == ROWS;
  if (document != NULL)
    ledger_document_close (document);
  at[N_STEPS] = benchmark_now ();
  for (guint i = 0; i < N_STEPS; i++)
    {
      taken[i].cpu = at[i + 1].cpu - at[i].cpu;
      taken[i].wall = at[i + 1].wall - at[i].wall;
    }
  return done;
}

/* FALSE where there is no openpyxl. */
static gboolean
read_by_peer (const char *path, BenchmarkTime *taken)
{
  g_autofree char *cells = g_strdup_printf ("%d", (ROWS + 1) * BENCHMARK_SHEET_COLUMNS);
  const char *arguments[] = { "/usr/bin/python3", "-c", script, path, cells, NULL };
  g_autofree char *output = NULL;
  char *rest = NULL;
  int status = 1;

  if (!g_spawn_sync (NULL,
                     (char **)arguments,
                     NULL,
                     G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL,
                     NULL,
                     &output,
                     NULL,
                     &status,
                     NULL)
      || status != 0)
    return FALSE;
  taken->cpu = g_ascii_strtod (output, &rest);
  taken->wall = g_ascii_strtod (rest, NULL);
  return TRUE;
}

typedef struct
{
  BenchmarkTime steps[N_STEPS];
  BenchmarkTime whole;
  BenchmarkTime peer;
  gboolean has_peer;
} Result;

/* One after the other, so that a busy moment falls on both. */
static gboolean
run_rounds (const char *folder, const char *sheet, Result *result)
{
  result->has_peer = TRUE;
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autofree char *name = g_strdup_printf ("%u.zgl", round);
      g_autofree char *ledger = g_build_filename (folder, name, NULL);
      BenchmarkTime taken[N_STEPS];
      BenchmarkTime whole = { 0 };
      BenchmarkTime peer;

      if (!import_once (sheet, ledger, taken))
        return FALSE;
      for (guint i = 0; i < N_STEPS; i++)
        {
          benchmark_keep_best (&result->steps[i], taken[i]);
          whole.cpu += taken[i].cpu;
          whole.wall += taken[i].wall;
        }
      benchmark_keep_best (&result->whole, whole);
      result->has_peer = result->has_peer && read_by_peer (sheet, &peer);
      if (result->has_peer)
        benchmark_keep_best (&result->peer, peer);
    }
  return TRUE;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("import-XXXXXX", NULL);
  g_autofree char *sheet = folder != NULL ? g_build_filename (folder, "list.xlsx", NULL) : NULL;
  Result result = { 0 };
  gboolean done;

  if (sheet == NULL || !benchmark_sheet_write (sheet, ROWS))
    return 1;
  benchmark_print_load ();
  done = run_rounds (folder, sheet, &result);
  remove_folder (folder);
  if (!done)
    {
      printf ("the list was not imported\n");
      return 1;
    }
  printf ("importing %d rows, best of %d, processor time: %.3f s (reading %.3f, plan %.3f, ledger "
          "with log %.3f); on the clock %.3f s\n",
          ROWS,
          ROUNDS,
          result.whole.cpu,
          result.steps[STEP_READ].cpu,
          result.steps[STEP_PLAN].cpu,
          result.steps[STEP_WRITE].cpu,
          result.whole.wall);
  if (!result.has_peer)
    {
      printf ("skipped: no openpyxl\n");
      return SKIPPED;
    }
  printf ("openpyxl reads it in %.3f s (clock %.3f s); ratio %.3f (at most %.1f), by the clock "
          "%.3f\n",
          result.peer.cpu,
          result.peer.wall,
          result.whole.cpu / result.peer.cpu,
          LIMIT,
          result.whole.wall / result.peer.wall);
  return result.whole.cpu / result.peer.cpu <= LIMIT ? 0 : 1;
}
