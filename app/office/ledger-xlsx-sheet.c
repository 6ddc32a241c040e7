/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-xlsx-sheet.h"

#include <math.h>
#include <string.h>

#include "ledger-sheet-fault.h"
#include "ledger-xlsx-text.h"

typedef enum
{
  VALUE_NUMBER,
  VALUE_SHARED,
  VALUE_TEXT,
  VALUE_BOOL,
  VALUE_ERROR,
  VALUE_DATE,
} ValueType;

typedef struct
{
  const LedgerXlsxBook *book;
  LedgerSheet *sheet;
  LedgerReadBudget *budget;
  GString *value; /* what the file says */
  GString *shown; /* for numbers and dates */
  ValueType type;
  guint style;
  guint row;
  guint column;
  guint next_row; /* of a row or a cell that does not say where it is */
  guint next_column;
  guint phonetic;
  gboolean in_cell;
  gboolean collecting;
} Reading;

LedgerDay
ledger_xlsx_sheet_day (double serial, gboolean from_1904)
{
  double whole = floor (serial);
  LedgerDay first = ledger_day_new (1900, 1, 1);
  LedgerDay last = ledger_day_new (9999, 12, 31);
  double day;

  if (!(whole >= 0 && whole < 3000000))
    return LEDGER_DAY_NONE;
  if (from_1904)
    day = ledger_day_new (1904, 1, 1) + whole;
  else if (whole < 1 || whole == 60)
    return LEDGER_DAY_NONE;
  else
    day = first + whole - (whole < 60 ? 1 : 2);
  return day <= last ? (LedgerDay)day : LEDGER_DAY_NONE;
}

/* Takes the cell from the budget and puts it into the sheet. TEXT is kept already, or KEEP says
 * that it has to be. */
static void
put (LedgerMarkup *markup,
     Reading *reading,
     LedgerCellKind kind,
     const char *text,
     gsize length,
     gboolean keep,
     double number,
     LedgerDay day)
{
  GError *error = NULL;

  if (length == 0)
    return;
  if (!ledger_read_budget_take_cell (reading->budget, length, &error))
    {
      ledger_markup_fail (markup, error);
      return;
    }
  if (keep)
    text = ledger_workbook_keep (reading->book->workbook, text, length);
  ledger_sheet_put (reading->sheet, reading->row, reading->column, kind, text, number, day);
}

static void
put_text (LedgerMarkup *markup, Reading *reading, LedgerCellKind kind)
{
  ledger_xlsx_text_settle (reading->value);
  put (markup, reading, kind, reading->value->str, reading->value->len, TRUE, 0, LEDGER_DAY_NONE);
}

static void
put_shown (
    LedgerMarkup *markup, Reading *reading, LedgerCellKind kind, double number, LedgerDay day)
{
  put (markup, reading, kind, reading->shown->str, reading->shown->len, TRUE, number, day);
}

static const char *
stripped (GString *value)
{
  g_strstrip (value->str);
  value->len = strlen (value->str);
  return value->str;
}

static void
put_shared (LedgerMarkup *markup, Reading *reading)
{
  const char *text = NULL;
  gsize length = 0;
  guint64 index;

  if (g_ascii_string_to_unsigned (stripped (reading->value), 10, 0, G_MAXUINT32, &index, NULL))
    text = ledger_xlsx_strings_get (reading->book->strings, index, &length);
  if (text == NULL)
    ledger_markup_refuse (markup, LEDGER_SHEET_FAULT_DAMAGED);
  else
    put (markup, reading, LEDGER_CELL_TEXT, text, length, FALSE, 0, LEDGER_DAY_NONE);
}

static void
put_number (LedgerMarkup *markup, Reading *reading)
{
  const LedgerNumberFormat *format = ledger_xlsx_styles_get (reading->book->styles, reading->style);
  LedgerDay day = LEDGER_DAY_NONE;
  char *end;
  double number;

  number = g_ascii_strtod (stripped (reading->value), &end);
  if (*end != '\0' || end == reading->value->str || !isfinite (number))
    {
      put_text (markup, reading, LEDGER_CELL_TEXT);
      return;
    }
  if (ledger_number_format_is_date (format))
    day = ledger_xlsx_sheet_day (number, reading->book->from_1904);
  g_string_truncate (reading->shown, 0);
  ledger_number_format_show (format, number, day, reading->shown);
  put_shown (
      markup, reading, day != LEDGER_DAY_NONE ? LEDGER_CELL_DATE : LEDGER_CELL_NUMBER, number, day);
}

static void
put_bool (LedgerMarkup *markup, Reading *reading)
{
  gboolean yes = ledger_markup_is_true (stripped (reading->value));

  g_string_assign (reading->shown, yes ? "TRUE" : "FALSE");
  put_shown (markup, reading, LEDGER_CELL_BOOL, yes, LEDGER_DAY_NONE);
}

/* An ISO date, perhaps with a time behind it. */
static void
put_date (LedgerMarkup *markup, Reading *reading)
{
  const LedgerNumberFormat *format = ledger_xlsx_styles_get (reading->book->styles, reading->style);
  g_autofree char *iso = g_strndup (stripped (reading->value), strlen ("2026-03-05"));
  LedgerDay day = ledger_day_from_iso (iso);

  if (day == LEDGER_DAY_NONE)
    {
      put_text (markup, reading, LEDGER_CELL_TEXT);
      return;
    }
  g_string_truncate (reading->shown, 0);
  if (ledger_number_format_is_date (format))
    ledger_number_format_show (format, 0, day, reading->shown);
  else
    g_string_append (reading->shown, iso);
  put_shown (markup, reading, LEDGER_CELL_DATE, 0, day);
}

static void
put_cell (LedgerMarkup *markup, Reading *reading)
{
  if (reading->value->len == 0 || reading->row >= LEDGER_SHEET_MAX_ROWS
      || reading->column >= LEDGER_SHEET_MAX_COLUMNS)
    return;
  switch (reading->type)
    {
    case VALUE_SHARED:
      put_shared (markup, reading);
      break;
    case VALUE_TEXT:
      put_text (markup, reading, LEDGER_CELL_TEXT);
      break;
    case VALUE_BOOL:
      put_bool (markup, reading);
      break;
    case VALUE_ERROR:
      put_text (markup, reading, LEDGER_CELL_ERROR);
      break;
    case VALUE_DATE:
      put_date (markup, reading);
      break;
    case VALUE_NUMBER:
    default:
      put_number (markup, reading);
    }
}

static guint
read_count (const char *value, guint fallback)
{
  guint64 number;

  if (value == NULL || !g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT32, &number, NULL))
    return fallback;
  return (guint)number;
}

static gboolean
is_zero (const char *size)
{
  return size != NULL && g_ascii_strtod (size, NULL) == 0;
}

static void
start_row (Reading *reading, const char *const *attributes)
{
  guint number = read_count (ledger_markup_attribute (attributes, "r"), 0);

  reading->row = number > 0 ? number - 1 : reading->next_row;
  reading->next_row = reading->row + 1;
  reading->next_column = 0;
  if (reading->row < LEDGER_SHEET_MAX_ROWS
      && (ledger_markup_is_true (ledger_markup_attribute (attributes, "hidden"))
          || is_zero (ledger_markup_attribute (attributes, "ht"))))
    ledger_sheet_hide_rows (reading->sheet, reading->row, reading->row);
}

static ValueType
value_type (const char *name)
{
  if (name == NULL || strcmp (name, "n") == 0)
    return VALUE_NUMBER;
  if (strcmp (name, "s") == 0)
    return VALUE_SHARED;
  if (strcmp (name, "b") == 0)
    return VALUE_BOOL;
  if (strcmp (name, "e") == 0)
    return VALUE_ERROR;
  if (strcmp (name, "d") == 0)
    return VALUE_DATE;
  return VALUE_TEXT; /* str, inlineStr, and what is not known is best shown as it is */
}

static void
start_cell (Reading *reading, const char *const *attributes)
{
  const char *address = NULL;
  const char *type = NULL;
  const char *style = NULL;

  for (guint i = 0; attributes[i] != NULL; i += 2)
    if (attributes[i][1] == '\0')
      {
        if (attributes[i][0] == 'r')
          address = attributes[i + 1];
        else if (attributes[i][0] == 't')
          type = attributes[i + 1];
        else if (attributes[i][0] == 's')
          style = attributes[i + 1];
      }
  if (address == NULL || !ledger_cell_address_parse (address, -1, &reading->row, &reading->column))
    reading->column = reading->next_column;
  reading->next_column = reading->column + 1;
  reading->type = value_type (type);
  reading->style = read_count (style, 0);
  reading->in_cell = TRUE;
  g_string_truncate (reading->value, 0);
}

static void
read_columns (Reading *reading, const char *const *attributes)
{
  guint first = read_count (ledger_markup_attribute (attributes, "min"), 0);
  guint last = read_count (ledger_markup_attribute (attributes, "max"), first);

  if (first == 0 || last < first || first > LEDGER_SHEET_MAX_COLUMNS)
    return;
  if (ledger_markup_is_true (ledger_markup_attribute (attributes, "hidden"))
      || is_zero (ledger_markup_attribute (attributes, "width")))
    ledger_sheet_hide_columns (reading->sheet, first - 1, MIN (last, LEDGER_SHEET_MAX_COLUMNS) - 1);
}

static void
read_merge (LedgerMarkup *markup, Reading *reading, const char *ref)
{
  const char *colon = ref != NULL ? strchr (ref, ':') : NULL;
  LedgerSheetRange range;
  GError *error = NULL;

  if (colon == NULL
      || !ledger_cell_address_parse (ref, colon - ref, &range.first_row, &range.first_column)
      || !ledger_cell_address_parse (colon + 1, -1, &range.last_row, &range.last_column))
    return;
  if (ledger_read_budget_take_merge (reading->budget, &error))
    ledger_sheet_add_merge (reading->sheet, &range);
  else
    ledger_markup_fail (markup, error);
}

static void
start_in_cell (Reading *reading, const char *local)
{
  if (strcmp (local, "rPh") == 0)
    reading->phonetic++;
  else if (strcmp (local, "v") == 0 || strcmp (local, "t") == 0)
    reading->collecting = reading->phonetic == 0;
}

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
  if (reading->in_cell)
    start_in_cell (reading, local);
  else if (strcmp (local, "c") == 0)
    start_cell (reading, attributes);
  else if (strcmp (local, "row") == 0)
    start_row (reading, attributes);
  else if (strcmp (local, "col") == 0)
    read_columns (reading, attributes);
  else if (strcmp (local, "mergeCell") == 0)
    read_merge (markup, reading, ledger_markup_attribute (attributes, "ref"));
}

static void
on_end (LedgerMarkup *markup, LedgerMarkupSpace space, const char *local, gpointer data)
{
  Reading *reading = data;

  if (space != LEDGER_MARKUP_SHEET || !reading->in_cell)
    return;
  reading->collecting = FALSE;
  if (strcmp (local, "rPh") == 0)
    reading->phonetic--;
  else if (strcmp (local, "c") == 0)
    {
      reading->in_cell = FALSE;
      put_cell (markup, reading);
    }
}

static void
on_text (LedgerMarkup *markup, const char *text, gsize length, gpointer data)
{
  Reading *reading = data;

  if (!reading->collecting)
    return;
  if (reading->value->len + length > LEDGER_READ_MAX_TEXT)
    ledger_markup_refuse (markup, LEDGER_SHEET_FAULT_TOO_LARGE);
  else
    g_string_append_len (reading->value, text, (gssize)length);
}

static const LedgerMarkupHandlers handlers = { on_start, on_end, on_text };

gboolean
ledger_xlsx_sheet_read (LedgerArchive *archive,
                        const char *part,
                        const LedgerXlsxBook *book,
                        LedgerSheet *sheet,
                        LedgerReadBudget *budget,
                        GError **error)
{
  g_autoptr (GString) value = g_string_new (NULL);
  g_autoptr (GString) shown = g_string_new (NULL);
  Reading reading = {
    .book = book,
    .sheet = sheet,
    .budget = budget,
    .value = value,
    .shown = shown,
  };

  if (!ledger_markup_read (archive, part, &handlers, &reading, budget, error))
    return FALSE;
  ledger_sheet_seal (sheet);
  return TRUE;
}
