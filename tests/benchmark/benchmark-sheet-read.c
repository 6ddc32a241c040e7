/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a sheet of 10,000 rows and 14 columns, and lets openpyxl read the same file in its
 * read-only mode: prints the ratio of the two. The whole import has to stay below 1.0, so reading
 * alone fails above 0.5. Skipped where openpyxl is not installed. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "benchmark-sheet.h"
#include "ledger-sheet-reader.h"

enum
{
  ROWS = 10000,
  COLUMNS = 14,
  ROUNDS = 5,
  SKIPPED = 77,
};

static const double LIMIT = 0.5;

static const char *const script =
    "import sys, time\n"
    "import openpyxl\n"
    "best = 1e9\n"
    "for turn in range(3):\n"
    "    start = time.perf_counter()\n"
    "    book = openpyxl.load_workbook(sys.argv[1], read_only=True)\n"
    "    cells = sum(len(row) for row in book.worksheets[0].iter_rows(values_only=True))\n"
    "    assert cells == int(sys.argv[2]), cells\n"
    "    best = min(best, time.perf_counter() - start)\n"
    "print(best)\n";

static void
add_rows (GString *rows, GString *strings)
{
  guint n = 0;

  for (guint row = 0; row < ROWS; row++)
    {
      g_string_append_printf (rows, "<row r=\"%u\">", row + 1);
      for (guint column = 0; column < COLUMNS; column++)
        {
          char letter = (char)('A' + column);

          if (column == 0)
            g_string_append_printf (rows, "<c r=\"A%u\"><v>%u</v></c>", row + 1, row + 1);
          else if (column == COLUMNS - 1)
            g_string_append_printf (
                rows, "<c r=\"%c%u\" s=\"1\"><v>%u</v></c>", letter, row + 1, 46023 + row % 300);
          else
            {
              g_string_append_printf (
                  strings,
                  "<si><t>第%u行的整改措施和责任分工，文字和平常一样长</t></si>",
                  row * COLUMNS + column);
              g_string_append_printf (
                  rows, "<c r=\"%c%u\" t=\"s\"><v>%u</v></c>", letter, row + 1, n++);
            }
        }
      g_string_append (rows, "</row>");
    }
}

static gboolean
write_sheet (const char *path)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GString) strings = g_string_new (NULL);

  add_rows (rows, strings);
  return benchmark_sheet_pack (path, rows->str, strings->str);
}

/* The best of some rounds, in seconds; 0 where the sheet was not read whole. */
static double
time_reader (const char *path)
{
  double best = G_MAXDOUBLE;

  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (LedgerWorkbook) workbook = ledger_sheet_reader_open (path, NULL, NULL, NULL);
      double taken = (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
      guint n = 0;

      if (workbook != NULL)
        ledger_sheet_get_cells (ledger_workbook_get_sheet (workbook, 0), &n);
      if (n != ROWS * COLUMNS)
        return 0;
      best = MIN (best, taken);
    }
  return best;
}

/* 0 where there is no openpyxl. */
static double
time_peer (const char *path)
{
  g_autofree char *cells = g_strdup_printf ("%d", ROWS * COLUMNS);
  const char *arguments[] = { "/usr/bin/python3", "-c", script, path, cells, NULL };
  g_autofree char *output = NULL;
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
    return 0;
  return g_ascii_strtod (output, NULL);
}

int
main (void)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("sheet-XXXXXX.xlsx", &path, NULL);
  double own;
  double peer;

  if (fd < 0)
    return 1;
  close (fd);
  own = write_sheet (path) ? time_reader (path) : 0;
  peer = time_peer (path);
  g_unlink (path);
  if (own <= 0)
    {
      printf ("the sheet was not read\n");
      return 1;
    }
  if (peer <= 0)
    {
      printf ("skipped: no openpyxl\n");
      return SKIPPED;
    }
  printf ("reading %d x %d cells: %.3f s, openpyxl %.3f s, ratio %.3f (at most %.1f)\n",
          ROWS,
          COLUMNS,
          own,
          peer,
          own / peer,
          LIMIT);
  return own / peer <= LIMIT ? 0 : 1;
}
