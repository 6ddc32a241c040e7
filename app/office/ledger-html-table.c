/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-html-table.h"

#include <string.h>

#include "ledger-html-tokenizer.h"

typedef struct
{
  LedgerHtmlTokenizer tokenizer;
  LedgerWorkbook *workbook;
  LedgerSheet *sheet;
  LedgerReadBudget *budget;
  GString *cell;
  GArray *taken;  /* column → first row that no cell from above reaches into */
  GArray *merges; /* of this table: what reaches below its last row is cut off there */
  guint depth;    /* of tables */
  guint row;
  guint column;
  guint style_column; /* that the next col element is about */
  guint row_span;
  guint column_span;
  gboolean in_row;
  gboolean in_cell;
  gboolean new_line; /* before the next text of the cell */
} Reading;

enum
{
  /* As browsers have it. */
  MAX_ROW_SPAN = 65534,
  MAX_COLUMN_SPAN = 1000,
};

gboolean
ledger_html_table_is_in (const char *html, gsize length)
{
  LedgerHtmlTokenizer tokenizer;
  LedgerHtmlToken token;
  gboolean in_table = FALSE;

  ledger_html_tokenizer_init (&tokenizer, html, length);
  while ((token = ledger_html_tokenizer_next (&tokenizer)) != LEDGER_HTML_END)
    {
      if (token != LEDGER_HTML_OPEN)
        continue;
      if (strcmp (tokenizer.name, "table") == 0)
        in_table = TRUE;
      else if (in_table
               && (strcmp (tokenizer.name, "td") == 0 || strcmp (tokenizer.name, "th") == 0))
        return TRUE;
    }
  return FALSE;
}

static guint
read_span (const Reading *reading, const char *name, guint limit)
{
  g_autofree char *value = ledger_html_tokenizer_dup_attribute (&reading->tokenizer, name);
  guint64 span = value != NULL ? g_ascii_strtoull (value, NULL, 10) : 1;

  return (guint)CLAMP (span, 1, limit);
}

static gboolean
is_hidden (const Reading *reading)
{
  g_autofree char *style = ledger_html_tokenizer_dup_attribute (&reading->tokenizer, "style");
  const char *display;

  if (style == NULL)
    return FALSE;
  display = strstr (style, "display");
  if (display == NULL)
    return FALSE;
  display += strlen ("display");
  display += strspn (display, " :");
  return g_str_has_prefix (display, "none");
}

static gboolean
is_block (const char *name)
{
  const char *blocks[] = { "p",  "div", "li", "ul", "ol", "tr", "h1",
                           "h2", "h3",  "h4", "h5", "h6", NULL };

  return g_strv_contains (blocks, name);
}

static void
trim_end (GString *text)
{
  while (text->len > 0 && strchr (" \n", text->str[text->len - 1]) != NULL)
    g_string_truncate (text, text->len - 1);
}

static gboolean
keep_merge (Reading *reading, GError **error)
{
  LedgerSheetRange range = {
    reading->row,
    reading->column,
    MIN (reading->row + reading->row_span, LEDGER_SHEET_MAX_ROWS) - 1,
    MIN (reading->column + reading->column_span, LEDGER_SHEET_MAX_COLUMNS) - 1,
  };

  if (reading->row_span == 1 && reading->column_span == 1)
    return TRUE;
  g_array_append_val (reading->merges, range);
  return ledger_read_budget_take_merge (reading->budget, error);
}

static void
take_columns (Reading *reading)
{
  guint end = MIN (reading->column + reading->column_span, LEDGER_SHEET_MAX_COLUMNS);

  if (reading->taken->len < end)
    g_array_set_size (reading->taken, end);
  for (guint c = reading->column; c < end; c++)
    g_array_index (reading->taken, guint, c) = reading->row + reading->row_span;
}

static gboolean
end_cell (Reading *reading, GError **error)
{
  const char *text;
  gsize skip;
  gboolean done = TRUE;

  if (!reading->in_cell)
    return TRUE;
  reading->in_cell = FALSE;
  if (reading->row >= LEDGER_SHEET_MAX_ROWS || reading->column >= LEDGER_SHEET_MAX_COLUMNS)
    return TRUE;
  trim_end (reading->cell);
  skip = strspn (reading->cell->str, " \n");
  if (reading->cell->len > skip)
    {
      done = ledger_read_budget_take_cell (reading->budget, reading->cell->len - skip, error);
      text = ledger_workbook_keep (
          reading->workbook, reading->cell->str + skip, reading->cell->len - skip);
      ledger_sheet_put (reading->sheet,
                        reading->row,
                        reading->column,
                        LEDGER_CELL_TEXT,
                        text,
                        0,
                        LEDGER_DAY_NONE);
    }
  take_columns (reading);
  done = done && keep_merge (reading, error);
  reading->column += reading->column_span;
  return done;
}

static gboolean
end_row (Reading *reading, GError **error)
{
  if (!reading->in_row)
    return TRUE;
  if (!end_cell (reading, error))
    return FALSE;
  reading->in_row = FALSE;
  reading->row++;
  return ledger_read_budget_take_bytes (reading->budget, 1, error);
}

static gboolean
end_table (Reading *reading, GError **error)
{
  if (!end_row (reading, error))
    return FALSE;
  for (guint i = 0; i < reading->merges->len && reading->row > 0; i++)
    {
      LedgerSheetRange *range = &g_array_index (reading->merges, LedgerSheetRange, i);

      range->last_row = MIN (range->last_row, reading->row - 1);
      ledger_sheet_add_merge (reading->sheet, range);
    }
  g_array_set_size (reading->merges, 0);
  g_array_set_size (reading->taken, 0);
  return TRUE;
}

static gboolean
start_row (Reading *reading, GError **error)
{
  if (!end_row (reading, error))
    return FALSE;
  reading->in_row = TRUE;
  reading->column = 0;
  if (reading->row < LEDGER_SHEET_MAX_ROWS && is_hidden (reading))
    ledger_sheet_hide_rows (reading->sheet, reading->row, reading->row);
  return TRUE;
}

static gboolean
start_cell (Reading *reading, GError **error)
{
  if (!end_cell (reading, error))
    return FALSE;
  if (!reading->in_row)
    {
      reading->in_row = TRUE;
      reading->column = 0;
    }
  while (reading->column < reading->taken->len
         && g_array_index (reading->taken, guint, reading->column) > reading->row)
    reading->column++;
  reading->row_span = read_span (reading, "rowspan", MAX_ROW_SPAN);
  reading->column_span = read_span (reading, "colspan", MAX_COLUMN_SPAN);
  reading->in_cell = TRUE;
  reading->new_line = FALSE;
  g_string_truncate (reading->cell, 0);
  return TRUE;
}

static void
start_column (Reading *reading)
{
  guint first = reading->style_column;
  guint span = read_span (reading, "span", MAX_COLUMN_SPAN);

  reading->style_column = MIN (first + span, LEDGER_SHEET_MAX_COLUMNS);
  if (first < LEDGER_SHEET_MAX_COLUMNS && is_hidden (reading))
    ledger_sheet_hide_columns (reading->sheet, first, reading->style_column - 1);
}

static void
break_line (Reading *reading)
{
  while (reading->cell->len > 0 && reading->cell->str[reading->cell->len - 1] == ' ')
    g_string_truncate (reading->cell, reading->cell->len - 1);
  g_string_append_c (reading->cell, '\n');
  reading->new_line = FALSE;
}

/* A tag within a cell, or of a table within one. */
static void
mark_in_cell (Reading *reading, gboolean opening)
{
  const char *name = reading->tokenizer.name;

  if (!reading->in_cell)
    return;
  if (opening && strcmp (name, "br") == 0)
    break_line (reading);
  else if (is_block (name))
    reading->new_line = reading->cell->len > 0;
  else if (opening && (strcmp (name, "td") == 0 || strcmp (name, "th") == 0))
    ledger_html_tokenizer_add_text (reading->cell, " ", 1);
}

static gboolean
on_open (Reading *reading, GError **error)
{
  const char *name = reading->tokenizer.name;

  if (strcmp (name, "table") == 0)
    {
      reading->style_column = 0;
      reading->new_line = reading->cell->len > 0;
      reading->depth++;
    }
  else if (reading->depth == 1 && strcmp (name, "tr") == 0)
    return start_row (reading, error);
  else if (reading->depth == 1 && (strcmp (name, "td") == 0 || strcmp (name, "th") == 0))
    return start_cell (reading, error);
  else if (reading->depth == 1 && strcmp (name, "col") == 0)
    start_column (reading);
  else
    mark_in_cell (reading, TRUE);
  return TRUE;
}

static gboolean
on_close (Reading *reading, GError **error)
{
  const char *name = reading->tokenizer.name;

  if (strcmp (name, "table") == 0 && reading->depth > 0)
    {
      reading->depth--;
      reading->new_line = reading->cell->len > 0;
      return reading->depth > 0 || end_table (reading, error);
    }
  if (reading->depth == 1 && strcmp (name, "tr") == 0)
    return end_row (reading, error);
  if (reading->depth == 1 && (strcmp (name, "td") == 0 || strcmp (name, "th") == 0))
    return end_cell (reading, error);
  mark_in_cell (reading, FALSE);
  return TRUE;
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

static void
on_text (Reading *reading)
{
  const char *text = reading->tokenizer.text;
  gsize length = reading->tokenizer.length;

  if (!reading->in_cell)
    return;
  /* White space between two paragraphs makes no line of its own. */
  if (reading->new_line && is_blank (text, length))
    return;
  if (reading->new_line)
    break_line (reading);
  ledger_html_tokenizer_add_text (reading->cell, text, length);
}

static gboolean
read_tables (Reading *reading, GError **error)
{
  for (;;)
    switch (ledger_html_tokenizer_next (&reading->tokenizer))
      {
      case LEDGER_HTML_OPEN:
        if (!on_open (reading, error))
          return FALSE;
        break;
      case LEDGER_HTML_CLOSE:
        if (!on_close (reading, error))
          return FALSE;
        break;
      case LEDGER_HTML_TEXT:
        on_text (reading);
        break;
      case LEDGER_HTML_END:
      default:
        return end_table (reading, error);
      }
}

gboolean
ledger_html_table_read (const char *html,
                        gsize length,
                        LedgerWorkbook *workbook,
                        LedgerSheet *sheet,
                        LedgerReadBudget *budget,
                        GError **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  g_autoptr (GArray) taken = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GArray) merges = g_array_new (FALSE, FALSE, sizeof (LedgerSheetRange));
  Reading reading = {
    .workbook = workbook,
    .sheet = sheet,
    .budget = budget,
    .cell = cell,
    .taken = taken,
    .merges = merges,
  };

  ledger_html_tokenizer_init (&reading.tokenizer, html, length);
  if (!read_tables (&reading, error))
    return FALSE;
  ledger_sheet_seal (sheet);
  return TRUE;
}
