/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-delimited-text.h"

#include <string.h>

typedef struct
{
  const char *at;
  const char *end;
  char separator;
  gboolean quotes; /* FALSE once a quote was found that nothing closes */
  GString *cell;
} Scanner;

enum
{
  GUESS_BYTES = 64 * 1024,
  GUESS_LINES = 64,
  STEP_ROWS = 256, /* between two looks at the cancellable */
};

static gboolean
is_break (char character)
{
  return character == '\n' || character == '\r';
}

/* Line breaks of all kinds become \n. */
static void
add_settled (GString *cell, const char *text, const char *end)
{
  for (; text < end; text++)
    {
      if (*text != '\r')
        g_string_append_c (cell, *text);
      else if (text + 1 == end || text[1] != '\n')
        g_string_append_c (cell, '\n');
    }
}

/* FALSE, with nothing read, where the quote is never closed. */
static gboolean
scan_quoted (Scanner *scanner)
{
  const char *at = scanner->at + 1;

  for (;;)
    {
      const char *quote = memchr (at, '"', (gsize)(scanner->end - at));

      if (quote == NULL)
        {
          g_string_truncate (scanner->cell, 0);
          return FALSE;
        }
      add_settled (scanner->cell, at, quote);
      at = quote + 1;
      if (at == scanner->end || *at != '"')
        break;
      g_string_append_c (scanner->cell, '"');
      at++;
    }
  scanner->at = at;
  return TRUE;
}

static void
scan_plain (Scanner *scanner)
{
  const char *start = scanner->at;

  while (scanner->at < scanner->end && *scanner->at != scanner->separator
         && !is_break (*scanner->at))
    scanner->at++;
  g_string_append_len (scanner->cell, start, scanner->at - start);
}

/* Reads one cell and what ends it. Returns FALSE where it was the last of its line. */
static gboolean
scan_cell (Scanner *scanner)
{
  g_string_truncate (scanner->cell, 0);
  if (scanner->quotes && scanner->at < scanner->end && *scanner->at == '"')
    scanner->quotes = scan_quoted (scanner);
  scan_plain (scanner);
  if (scanner->at == scanner->end)
    return FALSE;
  if (*scanner->at == scanner->separator)
    {
      scanner->at++;
      return TRUE;
    }
  scanner->at += *scanner->at == '\r' && scanner->at + 1 < scanner->end && scanner->at[1] == '\n';
  scanner->at++;
  return FALSE;
}

/* How evenly SEPARATOR parts the first lines: lines with the commonest number of cells, in 1/1000
 * of all; 0 where most lines have one cell. */
static guint
rate (const char *text, gsize length, char separator, guint *n_cells)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  Scanner scanner = { text, text + MIN (length, GUESS_BYTES), separator, TRUE, cell };
  guint counts[GUESS_LINES];
  guint lines = 0;
  guint best = 0;

  while (scanner.at < scanner.end && lines < GUESS_LINES)
    {
      counts[lines] = 1;
      while (scan_cell (&scanner))
        counts[lines]++;
      lines++;
    }
  *n_cells = 1;
  for (guint i = 0; i < lines; i++)
    {
      guint same = 0;

      for (guint j = 0; j < lines; j++)
        same += counts[j] == counts[i];
      if (counts[i] > 1 && same > best)
        {
          best = same;
          *n_cells = counts[i];
        }
    }
  return lines > 0 ? best * 1000 / lines : 0;
}

char
ledger_delimited_text_guess (const char *text, gsize length)
{
  const char candidates[] = { ',', '\t', ';', '|' };
  char found = ',';
  guint best = 0;
  guint most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint n_cells;
      guint rating = rate (text, length, candidates[i], &n_cells);

      if (rating > best || (rating == best && rating > 0 && n_cells > most))
        {
          found = candidates[i];
          best = rating;
          most = n_cells;
        }
    }
  return found;
}

/* An apostrophe before what a sheet would take for a formula is not part of the text. */
static gboolean
is_guarded (const char *cell)
{
  return cell[0] == '\'' && cell[1] != '\0' && strchr ("=+-@", cell[1]) != NULL;
}

static gboolean
put (Scanner *scanner,
     guint row,
     guint column,
     LedgerWorkbook *workbook,
     LedgerSheet *sheet,
     LedgerReadBudget *budget,
     GError **error)
{
  const char *text;
  gsize skip = is_guarded (scanner->cell->str) ? 1 : 0;

  if (scanner->cell->len == 0 || row >= LEDGER_SHEET_MAX_ROWS || column >= LEDGER_SHEET_MAX_COLUMNS)
    return TRUE;
  if (!ledger_read_budget_take_cell (budget, scanner->cell->len - skip, error))
    return FALSE;
  text = ledger_workbook_keep (workbook, scanner->cell->str + skip, scanner->cell->len - skip);
  ledger_sheet_put (sheet, row, column, LEDGER_CELL_TEXT, text, 0, LEDGER_DAY_NONE);
  return TRUE;
}

gboolean
ledger_delimited_text_read (const char *text,
                            gsize length,
                            char separator,
                            LedgerWorkbook *workbook,
                            LedgerSheet *sheet,
                            LedgerReadBudget *budget,
                            GError **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  Scanner scanner = { text, text + length, separator, TRUE, cell };
  const char *told = text;

  for (guint row = 0; scanner.at < scanner.end; row++)
    {
      gboolean more = TRUE;

      for (guint column = 0; more; column++)
        {
          more = scan_cell (&scanner);
          if (!put (&scanner, row, column, workbook, sheet, budget, error))
            return FALSE;
        }
      if (row % STEP_ROWS == 0)
        {
          if (!ledger_read_budget_take_bytes (budget, (gsize)(scanner.at - told), error))
            return FALSE;
          told = scanner.at;
        }
    }
  ledger_sheet_seal (sheet);
  return TRUE;
}
