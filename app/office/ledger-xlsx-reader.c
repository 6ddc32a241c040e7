/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-xlsx-reader.h"

#include <string.h>

#include "ledger-sheet-fault.h"
#include "ledger-xlsx-relations.h"
#include "ledger-xlsx-sheet.h"

typedef struct
{
  char *name;
  char *relation; /* id */
  gboolean hidden;
} SheetEntry;

typedef struct
{
  LedgerReadBudget *budget;
  GArray *sheets;
  gboolean from_1904;
} BookPart;

static void
clear_entry (gpointer data)
{
  SheetEntry *entry = data;

  g_free (entry->name);
  g_free (entry->relation);
}

static void
add_entry (LedgerMarkup *markup, BookPart *book, const char *const *attributes)
{
  const char *name = ledger_markup_attribute (attributes, "name");
  const char *state = ledger_markup_attribute (attributes, "state");
  SheetEntry entry = {
    .name = g_strdup (name != NULL ? name : ""),
    .relation = g_strdup (ledger_markup_attribute_in (attributes, LEDGER_MARKUP_RELATION, "id")),
    .hidden = state != NULL && strcmp (state, "visible") != 0,
  };

  g_array_append_val (book->sheets, entry);
  if (book->sheets->len > LEDGER_READ_MAX_SHEETS)
    ledger_markup_refuse (markup, LEDGER_SHEET_FAULT_TOO_LARGE);
}

static void
on_start (LedgerMarkup *markup,
          LedgerMarkupSpace space,
          const char *local,
          const char *const *attributes,
          gpointer data)
{
  BookPart *book = data;

  if (space != LEDGER_MARKUP_SHEET)
    return;
  if (strcmp (local, "workbookPr") == 0)
    book->from_1904 = ledger_markup_is_true (ledger_markup_attribute (attributes, "date1904"));
  else if (strcmp (local, "sheet") == 0)
    add_entry (markup, book, attributes);
}

static const LedgerMarkupHandlers handlers = { on_start, NULL, NULL };

/* A zip file that is no workbook: a document of another kind, or a workbook that lost its parts. */
static LedgerSheetFault
tell_package (LedgerArchive *archive)
{
  const char *others[] = { "word/document.xml", "ppt/presentation.xml", "content.xml",
                           "xl/workbook.bin",   "META-INF/MANIFEST.MF", NULL };

  for (guint i = 0; others[i] != NULL; i++)
    if (ledger_archive_has (archive, others[i]))
      return LEDGER_SHEET_FAULT_NO_SHEET;
  return ledger_archive_has (archive, "[Content_Types].xml") ? LEDGER_SHEET_FAULT_DAMAGED
                                                             : LEDGER_SHEET_FAULT_NO_SHEET;
}

/* The workbook's part, or NULL with ERROR set. */
static char *
find_book_part (LedgerArchive *archive, LedgerReadBudget *budget, GError **error)
{
  g_autoptr (LedgerXlsxRelations) relations =
      ledger_xlsx_relations_read (archive, "", budget, error);
  const char *part;

  if (relations == NULL)
    return NULL;
  part = ledger_xlsx_relations_find_kind (relations, "officeDocument");
  if (part == NULL || !ledger_archive_has (archive, part))
    part = "xl/workbook.xml";
  if (ledger_archive_has (archive, part) && !g_str_has_prefix (part, "word/")
      && !g_str_has_suffix (part, ".bin"))
    return g_strdup (part);
  ledger_sheet_fault_set (tell_package (archive), budget->name, error);
  return NULL;
}

static void
count_bytes (LedgerArchive *archive,
             const BookPart *book,
             const LedgerXlsxRelations *relations,
             const char *strings)
{
  guint64 total = strings != NULL ? ledger_archive_get_size (archive, strings) : 0;

  for (guint i = 0; i < book->sheets->len; i++)
    {
      const char *id = g_array_index (book->sheets, SheetEntry, i).relation;
      const char *part =
          id != NULL ? ledger_xlsx_relations_find (relations, id, "worksheet") : NULL;

      if (part != NULL)
        total += ledger_archive_get_size (archive, part);
    }
  book->budget->done = 0;
  book->budget->total = total;
}

static gboolean
read_sheets (LedgerArchive *archive,
             const BookPart *part,
             const LedgerXlsxRelations *relations,
             const LedgerXlsxBook *book,
             GError **error)
{
  for (guint i = 0; i < part->sheets->len; i++)
    {
      const SheetEntry *entry = &g_array_index (part->sheets, SheetEntry, i);
      const char *name = entry->relation != NULL
                             ? ledger_xlsx_relations_find (relations, entry->relation, "worksheet")
                             : NULL;
      LedgerSheet *sheet;

      if (name == NULL)
        continue; /* a sheet that is one chart, a macro sheet */
      sheet = ledger_workbook_add_sheet (book->workbook, entry->name, entry->hidden);
      if (!ledger_xlsx_sheet_read (archive, name, book, sheet, part->budget, error))
        return FALSE;
    }
  return TRUE;
}

static LedgerWorkbook *
read_book (LedgerArchive *archive, const char *name, BookPart *part, GError **error)
{
  g_autoptr (LedgerWorkbook) workbook = ledger_workbook_new ();
  g_autoptr (LedgerXlsxRelations) relations =
      ledger_xlsx_relations_read (archive, name, part->budget, error);
  g_autoptr (LedgerXlsxStyles) styles = NULL;
  g_autoptr (LedgerXlsxStrings) strings = NULL;
  const char *strings_part;
  LedgerXlsxBook book;

  if (relations == NULL
      || !ledger_markup_read (archive, name, &handlers, part, part->budget, error))
    return NULL;
  strings_part = ledger_xlsx_relations_find_kind (relations, "sharedStrings");
  count_bytes (archive, part, relations, strings_part);
  styles = ledger_xlsx_styles_read (
      archive, ledger_xlsx_relations_find_kind (relations, "styles"), part->budget, error);
  if (styles == NULL)
    return NULL;
  strings = ledger_xlsx_strings_read (archive, strings_part, workbook, part->budget, error);
  if (strings == NULL)
    return NULL;
  book = (LedgerXlsxBook){ workbook, strings, styles, part->from_1904 };
  if (!read_sheets (archive, part, relations, &book, error))
    return NULL;
  if (ledger_workbook_get_n_sheets (workbook) == 0)
    {
      ledger_sheet_fault_set (LEDGER_SHEET_FAULT_DAMAGED, part->budget->name, error);
      return NULL;
    }
  return g_steal_pointer (&workbook);
}

LedgerWorkbook *
ledger_xlsx_reader_read (const char *path, LedgerReadBudget *budget, GError **error)
{
  g_autoptr (LedgerArchive) archive = ledger_archive_open (path, budget->name, error);
  g_autoptr (GArray) sheets = g_array_new (FALSE, FALSE, sizeof (SheetEntry));
  g_autofree char *name = NULL;
  BookPart part = { budget, sheets, FALSE };

  g_array_set_clear_func (sheets, clear_entry);
  if (archive == NULL)
    return NULL;
  name = find_book_part (archive, budget, error);
  return name != NULL ? read_book (archive, name, &part, error) : NULL;
}
