/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of 10,000 rows, an issue over four rows of measures as in the lists that offices send,
 * becomes a ledger: read, compared, written with its log and kept on the
 * disk. openpyxl reads the same file in its read-only mode and does nothing more; the whole import
 * may take as long as that. Skipped where openpyxl is not installed. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <zip.h>

#include "benchmark-clock.h"
#include "ledger-sheet-import.h"
#include "ledger-sheet-reader.h"

#define MAIN_NS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define DOC_NS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PKG_NS "http://schemas.openxmlformats.org/package/2006/relationships"
#define TYPES_NS "http://schemas.openxmlformats.org/package/2006/content-types"
#define SHEET_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."

enum
{
  ROWS = 10000,
  COLUMNS = 12,
  ROWS_OF_ISSUE = 4,
  ROUNDS = 7,
  SKIPPED = 77,
};

static const double LIMIT = 1.0;

static const char *const heads[COLUMNS] = {
  "序号",     "方面",     "大类",     "具体问题", "整改目标", "整改措施",
  "责任领导", "责任部门", "配合部门", "整改时限", "整改类别", "备注",
};

/* Only what a reader of openpyxl would write; its own time, without starting Python. */
static const char *const script =
    "import sys, time\n"
    "import openpyxl\n"
    "start, begun = time.perf_counter(), time.process_time()\n"
    "book = openpyxl.load_workbook(sys.argv[1], read_only=True)\n"
    "cells = sum(len(row) for row in book.worksheets[0].iter_rows(values_only=True))\n"
    "assert cells == int(sys.argv[2]), cells\n"
    "print(time.process_time() - begun, time.perf_counter() - start)\n";

static void
add_part (zip_t *zip, const char *name, const char *content)
{
  zip_source_t *source = zip_source_buffer (zip, g_strdup (content), strlen (content), 1);

  zip_file_add (zip, name, source, ZIP_FL_ENC_UTF_8);
}

/* What belongs to the issue stands in its first row; text, deadline and person of a measure in
 * each. */
static char *
dup_text (guint row, guint column)
{
  const gboolean first = row % ROWS_OF_ISSUE == 1;

  if (!first && column != 5 && column != 9 && column < 10)
    return NULL;
  switch (column)
    {
    case 0:
      return g_strdup_printf ("%u", row);
    case 1:
      return g_strdup_printf ("方面%u", row / 2000 + 1);
    case 2:
      return g_strdup_printf ("大类%u", row / 200 + 1);
    case 6:
      return g_strdup_printf ("领导%u", row % 8 + 1);
    case 7:
    case 8:
      return g_strdup_printf ("部门%u", (row + column) % 40 + 1);
    case 9:
      return g_strdup_printf ("2026年%u月%u日", row % 12 + 1, row % 28 + 1);
    case 10:
      return g_strdup ("限期整改");
    default:
      return g_strdup_printf ("第%u项的%s，文字和平常一样长", row, heads[column]);
    }
}

static void
add_row (GString *sheet, GString *strings, guint row, guint *n_strings)
{
  g_string_append_printf (sheet, "<row r=\"%u\">", row + 1);
  for (guint column = 0; column < COLUMNS; column++)
    {
      g_autofree char *text = row == 0 ? g_strdup (heads[column]) : dup_text (row, column);

      if (text == NULL)
        continue;
      g_string_append_printf (strings, "<si><t>%s</t></si>", text);
      g_string_append_printf (sheet,
                              "<c r=\"%c%u\" t=\"s\"><v>%u</v></c>",
                              (char)('A' + column),
                              row + 1,
                              (*n_strings)++);
    }
  g_string_append (sheet, "</row>");
}

static void
add_frame (zip_t *zip)
{
  add_part (zip,
            "[Content_Types].xml",
            "<Types xmlns=\"" TYPES_NS "\"><Default Extension=\"rels\" ContentType=\"application/"
            "vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
            "ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
            "ContentType=\"" SHEET_TYPE "sheet.main+xml\"/><Override PartName=\"/xl/s.xml\" "
            "ContentType=\"" SHEET_TYPE "worksheet+xml\"/><Override "
            "PartName=\"/xl/sharedStrings.xml\" ContentType=\"" SHEET_TYPE "sharedStrings+xml\"/>"
            "</Types>");
  add_part (zip,
            "_rels/.rels",
            "<Relationships xmlns=\"" PKG_NS "\"><Relationship Id=\"r\" Type=\"" DOC_NS
            "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
  add_part (zip,
            "xl/workbook.xml",
            "<workbook xmlns=\"" MAIN_NS "\" xmlns:r=\"" DOC_NS
            "\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>");
  add_part (zip,
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"" PKG_NS "\"><Relationship Id=\"a\" Type=\"" DOC_NS
            "/worksheet\" Target=\"s.xml\"/><Relationship Id=\"b\" Type=\"" DOC_NS
            "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
}

static gboolean
write_sheet (const char *path)
{
  g_autoptr (GString) sheet = g_string_new ("<worksheet xmlns=\"" MAIN_NS "\"><sheetData>");
  g_autoptr (GString) strings = g_string_new ("<sst xmlns=\"" MAIN_NS "\">");
  guint n_strings = 0;
  int code;
  zip_t *zip = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, &code);

  if (zip == NULL)
    return FALSE;
  for (guint row = 0; row <= ROWS; row++)
    add_row (sheet, strings, row, &n_strings);
  g_string_append (sheet, "</sheetData></worksheet>");
  g_string_append (strings, "</sst>");
  add_frame (zip);
  add_part (zip, "xl/sharedStrings.xml", strings->str);
  add_part (zip, "xl/s.xml", sheet->str);
  return zip_close (zip) == 0;
}

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

  if (rows == NULL || rows->len != ROWS / ROWS_OF_ISSUE)
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
  g_autofree char *cells = g_strdup_printf ("%d", (ROWS + 1) * COLUMNS);
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

  if (sheet == NULL || !write_sheet (sheet))
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
