/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sheet-reader.h"

#include <string.h>

#include "ledger-compound-file.h"
#include "ledger-csv-reader.h"
#include "ledger-html-table.h"
#include "ledger-old-workbook.h"
#include "ledger-read-budget.h"
#include "ledger-sheet-fault.h"
#include "ledger-source-file.h"
#include "ledger-text-encoding.h"
#include "ledger-xlsx-reader.h"

enum
{
  HEAD = 4096,
};

static const char ole_magic[] = { '\xD0', '\xCF', '\x11', '\xE0', '\xA1', '\xB1', '\x1A', '\xE1' };

/* The names in a compound file are UTF-16. */
static gboolean
mentions_stream (LedgerSourceFile *file, const char *name, GCancellable *cancellable)
{
  char wide[64] = "";
  gsize length = strlen (name);

  for (gsize i = 0; i < length; i++)
    wide[2 * i] = name[i];
  return ledger_source_file_contains (file, wide, 2 * length, cancellable);
}

/* A compound file whose directory is broken still names its streams somewhere. */
static LedgerSheetFault
tell_broken_compound (LedgerSourceFile *file, GCancellable *cancellable)
{
  if (mentions_stream (file, "EncryptedPackage", cancellable))
    return LEDGER_SHEET_FAULT_LOCKED;
  if (mentions_stream (file, "WordDocument", cancellable)
      || mentions_stream (file, "PowerPoint Document", cancellable))
    return LEDGER_SHEET_FAULT_NO_SHEET;
  return LEDGER_SHEET_FAULT_OLD;
}

/* Compound files: workbooks of before 2007, workbooks with a password, and other documents. */
static LedgerSheetFault
tell_compound (LedgerSourceFile *file, GCancellable *cancellable)
{
  const char *const streams[] = { "Workbook", "Book" };
  g_autoptr (LedgerCompoundFile) compound = ledger_compound_file_new (file);
  guint8 head[HEAD];

  if (compound == NULL)
    return tell_broken_compound (file, cancellable);
  if (ledger_compound_file_has (compound, "EncryptedPackage"))
    return LEDGER_SHEET_FAULT_LOCKED;
  for (gsize i = 0; i < G_N_ELEMENTS (streams); i++)
    {
      const gssize length = ledger_compound_file_read (compound, streams[i], head, sizeof head);

      if (length > 0)
        return ledger_old_workbook_is_locked (head, (gsize)length) ? LEDGER_SHEET_FAULT_LOCKED
                                                                   : LEDGER_SHEET_FAULT_OLD;
    }
  if (ledger_compound_file_has (compound, "WordDocument")
      || ledger_compound_file_has (compound, "PowerPoint Document"))
    return LEDGER_SHEET_FAULT_NO_SHEET;
  return LEDGER_SHEET_FAULT_OLD;
}

static gboolean
starts_with (const char *head, gsize length, const char *magic, gsize magic_length)
{
  return length >= magic_length && memcmp (head, magic, magic_length) == 0;
}

static gboolean
is_named (const char *name, const char *const *extensions)
{
  const char *dot = strrchr (name, '.');
  g_autofree char *extension = g_ascii_strdown (dot != NULL ? dot + 1 : "", -1);

  return g_strv_contains (extensions, extension);
}

static gboolean
is_named_workbook (const char *name)
{
  const char *const extensions[] = { "xlsx", "xlsm", "xltx", "xltm", "et", "ett", NULL };

  return is_named (name, extensions);
}

static gboolean
is_named_text (const char *name)
{
  const char *const extensions[] = { "csv", "tsv", "tab", "txt", NULL };

  return is_named (name, extensions);
}

/* Only by the name: opening and closing the ledger that this process has open would take its locks
 * away (LOG 4). */
static gboolean
is_ledger (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  const char *dot = strrchr (name, '.');

  return dot != NULL
         && (g_ascii_strncasecmp (dot, ".zgl", 4) == 0 || g_ascii_strcasecmp (dot, ".zgx") == 0);
}

/* What a file is that is neither zip nor compound file, told by its first bytes; FALSE where it may
 * be a text to read. */
static gboolean
tell_other (LedgerSourceFile *file, const char *head, gsize length, LedgerSheetFault *fault)
{
  const char *spreadsheet_2003 = "urn:schemas-microsoft-com:office:spreadsheet";

  if (length == 0)
    *fault = LEDGER_SHEET_FAULT_EMPTY;
  else if (length >= 4 && head[0] == 0x09 && head[2] <= 0x10 && head[3] == 0
           && strchr ("\x02\x04\x08", head[1]) != NULL)
    *fault = ledger_old_workbook_is_locked ((const guint8 *)head, length)
                 ? LEDGER_SHEET_FAULT_LOCKED
                 : LEDGER_SHEET_FAULT_OLD; /* the first record of a workbook of before 1995 */
  else if (g_strstr_len (head, (gssize)length, spreadsheet_2003) != NULL
           || starts_with (head, length, "MIME-Version:", 13))
    *fault = LEDGER_SHEET_FAULT_OLD;
  else if (starts_with (head, length, "%PDF-", 5) || starts_with (head, length, "{\\rtf", 5)
           || starts_with (head, length, "SQLite format 3", 15)
           || (ledger_source_file_get_size (file) > LEDGER_READ_MAX_FILE
               && memchr (head, '\0', length) != NULL))
    *fault = is_named_workbook (ledger_source_file_get_name (file)) ? LEDGER_SHEET_FAULT_DAMAGED
                                                                    : LEDGER_SHEET_FAULT_NO_SHEET;
  else
    return FALSE;
  return TRUE;
}

/* The bytes are no text: which of the sentences fits depends on what the name promised. */
static LedgerSheetFault
tell_no_text (const char *name)
{
  const char *const old[] = { "xls", "xlt", NULL };

  if (is_named_workbook (name) || is_named (name, old))
    return LEDGER_SHEET_FAULT_DAMAGED;
  return is_named_text (name) ? LEDGER_SHEET_FAULT_ENCODING : LEDGER_SHEET_FAULT_NO_SHEET;
}

static gboolean
is_page (const char *text, gsize length)
{
  const char *start = text + strspn (text, " \t\r\n");

  return *start == '<' && ledger_html_table_is_in (start, length - (gsize)(start - text));
}

static LedgerWorkbook *
read_page (const char *text, gsize length, LedgerReadBudget *budget, GError **error)
{
  g_autoptr (LedgerWorkbook) workbook = ledger_workbook_new ();
  LedgerSheet *sheet = ledger_workbook_add_sheet (workbook, budget->name, FALSE);

  if (!ledger_html_table_read (text, length, workbook, sheet, budget, error))
    return NULL;
  return g_steal_pointer (&workbook);
}

static LedgerWorkbook *
read_text (LedgerSourceFile *file, const char *chosen, LedgerReadBudget *budget, GError **error)
{
  g_autoptr (GBytes) bytes = ledger_source_file_read_all (file, LEDGER_READ_MAX_FILE, error);
  g_autofree char *text = NULL;
  const char *encoding;
  gboolean doubtful;
  gsize length = 0;

  if (bytes == NULL)
    return NULL;
  text = ledger_text_encoding_decode (g_bytes_get_data (bytes, NULL),
                                      g_bytes_get_size (bytes),
                                      chosen,
                                      &length,
                                      &encoding,
                                      &doubtful);
  if (text != NULL && is_page (text, length))
    return read_page (text, length, budget, error);
  if (text != NULL && !is_named_workbook (budget->name))
    return ledger_csv_reader_read (bytes, chosen, budget, error);
  ledger_sheet_fault_set (tell_no_text (budget->name), budget->name, error);
  return NULL;
}

static LedgerWorkbook *
read_file (const char *path,
           const char *encoding,
           LedgerSourceFile *file,
           LedgerReadBudget *budget,
           GError **error)
{
  char head[HEAD + 1];
  gssize length = ledger_source_file_read_at (file, 0, head, HEAD, error);
  LedgerSheetFault fault;

  if (length < 0)
    return NULL;
  head[length] = '\0';
  if (starts_with (head, (gsize)length, "PK\3\4", 4)
      || starts_with (head, (gsize)length, "PK\5\6", 4))
    return ledger_xlsx_reader_read (path, budget, error);
  if (starts_with (head, (gsize)length, ole_magic, sizeof ole_magic))
    fault = tell_compound (file, budget->cancellable);
  else if (!tell_other (file, head, (gsize)length, &fault))
    return read_text (file, encoding, budget, error);
  if (!g_cancellable_set_error_if_cancelled (budget->cancellable, error))
    ledger_sheet_fault_set (fault, budget->name, error);
  return NULL;
}

LedgerWorkbook *
ledger_sheet_reader_open_encoded (const char *path,
                                  const char *encoding,
                                  LedgerProgress *progress,
                                  GCancellable *cancellable,
                                  GError **error)
{
  g_autoptr (LedgerSourceFile) file = NULL;
  LedgerReadBudget budget;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (is_ledger (path))
    {
      g_autofree char *name = g_filename_display_basename (path);

      ledger_sheet_fault_set (LEDGER_SHEET_FAULT_LEDGER, name, error);
      return NULL;
    }
  file = ledger_source_file_open (path, error);
  if (file == NULL)
    return NULL;
  ledger_read_budget_init (&budget, ledger_source_file_get_name (file), progress, cancellable);
  return read_file (path, encoding, file, &budget, error);
}

LedgerWorkbook *
ledger_sheet_reader_open (const char *path,
                          LedgerProgress *progress,
                          GCancellable *cancellable,
                          GError **error)
{
  return ledger_sheet_reader_open_encoded (path, NULL, progress, cancellable, error);
}
