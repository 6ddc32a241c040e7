/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-csv-reader.h"

#include <string.h>

#include "ledger-delimited-text.h"
#include "ledger-sheet-fault.h"
#include "ledger-text-encoding.h"

static char *
name_sheet (const char *file)
{
  const char *dot = strrchr (file, '.');

  return dot != NULL && dot != file ? g_strndup (file, (gsize)(dot - file)) : g_strdup (file);
}

/* A first line "sep=;" is an order to the reader, not a row. Returns how much to skip. */
static gsize
read_order (const char *text, gsize length, char *separator)
{
  gsize skip = strlen ("sep=;");

  if (length < skip || g_ascii_strncasecmp (text, "sep=", 4) != 0
      || (length > skip && strchr ("\r\n", text[skip]) == NULL))
    return 0;
  *separator = text[4];
  if (skip < length && text[skip] == '\r')
    skip++;
  if (skip < length && text[skip] == '\n')
    skip++;
  return skip;
}

LedgerWorkbook *
ledger_csv_reader_read (GBytes *bytes,
                        const char *encoding,
                        LedgerReadBudget *budget,
                        GError **error)
{
  g_autoptr (LedgerWorkbook) workbook = ledger_workbook_new ();
  g_autofree char *name = name_sheet (budget->name);
  g_autofree char *text = NULL;
  const char *found;
  gboolean doubtful;
  gsize size;
  gsize length;
  gsize skip;
  const char *data = g_bytes_get_data (bytes, &size);
  char separator;
  LedgerSheet *sheet;

  text = ledger_text_encoding_decode (data, size, encoding, &length, &found, &doubtful);
  if (text == NULL)
    {
      ledger_sheet_fault_set (LEDGER_SHEET_FAULT_ENCODING, budget->name, error);
      return NULL;
    }
  separator = ledger_delimited_text_guess (text, length);
  skip = read_order (text, length, &separator);
  ledger_workbook_set_encoding (workbook, found, doubtful);
  sheet = ledger_workbook_add_sheet (workbook, name, FALSE);
  budget->total = length;
  if (!ledger_delimited_text_read (
          text + skip, length - skip, separator, workbook, sheet, budget, error))
    return NULL;
  return g_steal_pointer (&workbook);
}
