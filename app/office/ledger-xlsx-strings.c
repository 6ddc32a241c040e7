/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-xlsx-strings.h"

#include <string.h>

#include "ledger-sheet-fault.h"
#include "ledger-xlsx-text.h"

typedef struct
{
  const char *text;
  gsize length;
} SharedText;

struct _LedgerXlsxStrings
{
  GArray *texts;
};

typedef struct
{
  LedgerXlsxStrings *strings;
  LedgerWorkbook *workbook;
  LedgerReadBudget *budget;
  GString *text;
  guint64 bytes;
  guint phonetic;
  gboolean collecting;
} Reading;

static void
on_start (LedgerMarkup *markup,
          LedgerMarkupSpace space,
          const char *local,
          const char *const *attributes,
          gpointer data)
{
  Reading *reading = data;

  if (space != LEDGER_MARKUP_SHEET)
    return;
  if (strcmp (local, "si") == 0)
    g_string_truncate (reading->text, 0);
  else if (strcmp (local, "rPh") == 0)
    reading->phonetic++;
  else if (strcmp (local, "t") == 0)
    reading->collecting = reading->phonetic == 0;
}

static void
add_text (Reading *reading, LedgerMarkup *markup)
{
  SharedText shared = { "", 0 };

  ledger_xlsx_text_settle (reading->text);
  reading->bytes += reading->text->len;
  if (reading->bytes > LEDGER_READ_MAX_TEXT
      || reading->strings->texts->len >= LEDGER_READ_MAX_STRINGS)
    {
      ledger_markup_refuse (markup, LEDGER_SHEET_FAULT_TOO_LARGE);
      return;
    }
  if (reading->text->len > 0)
    {
      shared.length = reading->text->len;
      shared.text = ledger_workbook_keep (reading->workbook, reading->text->str, shared.length);
    }
  g_array_append_val (reading->strings->texts, shared);
}

static void
on_end (LedgerMarkup *markup, LedgerMarkupSpace space, const char *local, gpointer data)
{
  Reading *reading = data;

  if (space != LEDGER_MARKUP_SHEET)
    return;
  if (strcmp (local, "t") == 0)
    reading->collecting = FALSE;
  else if (strcmp (local, "rPh") == 0)
    reading->phonetic--;
  else if (strcmp (local, "si") == 0)
    add_text (reading, markup);
}

static void
on_text (LedgerMarkup *markup, const char *text, gsize length, gpointer data)
{
  Reading *reading = data;

  if (!reading->collecting)
    return;
  if (reading->text->len + length > LEDGER_READ_MAX_TEXT)
    ledger_markup_refuse (markup, LEDGER_SHEET_FAULT_TOO_LARGE);
  else
    g_string_append_len (reading->text, text, (gssize)length);
}

static const LedgerMarkupHandlers handlers = { on_start, on_end, on_text };

LedgerXlsxStrings *
ledger_xlsx_strings_read (LedgerArchive *archive,
                          const char *part,
                          LedgerWorkbook *workbook,
                          LedgerReadBudget *budget,
                          GError **error)
{
  g_autoptr (LedgerXlsxStrings) strings = g_new0 (LedgerXlsxStrings, 1);
  g_autoptr (GString) text = g_string_new (NULL);
  Reading reading = { strings, workbook, budget, text, 0, 0, FALSE };

  strings->texts = g_array_new (FALSE, FALSE, sizeof (SharedText));
  if (part != NULL && !ledger_markup_read (archive, part, &handlers, &reading, budget, error))
    return NULL;
  return g_steal_pointer (&strings);
}

void
ledger_xlsx_strings_free (LedgerXlsxStrings *strings)
{
  g_array_unref (strings->texts);
  g_free (strings);
}

const char *
ledger_xlsx_strings_get (const LedgerXlsxStrings *strings, guint64 index, gsize *length)
{
  const SharedText *shared;

  if (index >= strings->texts->len)
    return NULL;
  shared = &g_array_index (strings->texts, SharedText, index);
  *length = shared->length;
  return shared->text;
}
