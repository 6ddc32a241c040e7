/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-workbook.h"

struct _LedgerWorkbook
{
  gatomicrefcount refs;
  GPtrArray *sheets;
  /* One memory for all texts: ten thousand rows would else be a hundred thousand allocations. */
  GStringChunk *texts;
  char *encoding;
  gboolean doubtful;
};

enum
{
  TEXT_BLOCK = 64 * 1024,
};

LedgerWorkbook *
ledger_workbook_new (void)
{
  LedgerWorkbook *workbook = g_new0 (LedgerWorkbook, 1);

  g_atomic_ref_count_init (&workbook->refs);
  workbook->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_sheet_free);
  workbook->texts = g_string_chunk_new (TEXT_BLOCK);
  return workbook;
}

LedgerWorkbook *
ledger_workbook_ref (LedgerWorkbook *workbook)
{
  g_atomic_ref_count_inc (&workbook->refs);
  return workbook;
}

void
ledger_workbook_unref (LedgerWorkbook *workbook)
{
  if (!g_atomic_ref_count_dec (&workbook->refs))
    return;
  g_ptr_array_unref (workbook->sheets);
  g_string_chunk_free (workbook->texts);
  g_free (workbook->encoding);
  g_free (workbook);
}

guint
ledger_workbook_get_n_sheets (const LedgerWorkbook *workbook)
{
  return workbook->sheets->len;
}

const LedgerSheet *
ledger_workbook_get_sheet (const LedgerWorkbook *workbook, guint index)
{
  g_return_val_if_fail (index < workbook->sheets->len, NULL);

  return g_ptr_array_index (workbook->sheets, index);
}

const LedgerSheet *
ledger_workbook_find_sheet (const LedgerWorkbook *workbook, const char *name)
{
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const LedgerSheet *sheet = g_ptr_array_index (workbook->sheets, i);

      if (g_str_equal (ledger_sheet_get_name (sheet), name))
        return sheet;
    }
  return NULL;
}

const char *
ledger_workbook_get_encoding (const LedgerWorkbook *workbook)
{
  return workbook->encoding;
}

gboolean
ledger_workbook_is_doubtful (const LedgerWorkbook *workbook)
{
  return workbook->doubtful;
}

LedgerSheet *
ledger_workbook_add_sheet (LedgerWorkbook *workbook, const char *name, gboolean hidden)
{
  LedgerSheet *sheet = ledger_sheet_new (name, hidden);

  g_ptr_array_add (workbook->sheets, sheet);
  return sheet;
}

void
ledger_workbook_set_encoding (LedgerWorkbook *workbook, const char *encoding, gboolean doubtful)
{
  g_free (workbook->encoding);
  workbook->encoding = g_strdup (encoding);
  workbook->doubtful = doubtful;
}

const char *
ledger_workbook_keep (LedgerWorkbook *workbook, const char *text, gsize length)
{
  return g_string_chunk_insert_len (workbook->texts, text, (gssize)length);
}
