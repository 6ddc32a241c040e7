/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-row.h"

typedef enum
{
  CELL_TEXT,
  CELL_INTEGER,
  CELL_BOOLEAN,
  CELL_TEXTS,
  CELL_ROWS,
} CellKind;

typedef struct
{
  CellKind kind;
  const char *name; /* names are string constants */
  char *text;
  gint64 integer;
  GStrv texts;
  GPtrArray *rows;
} Cell;

struct _LedgerRow
{
  GPtrArray *cells;
};

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_free (cell->text);
  g_strfreev (cell->texts);
  g_clear_pointer (&cell->rows, g_ptr_array_unref);
  g_free (cell);
}

LedgerRow *
ledger_row_new (void)
{
  LedgerRow *row = g_new0 (LedgerRow, 1);

  row->cells = g_ptr_array_new_with_free_func (cell_free);
  return row;
}

void
ledger_row_free (LedgerRow *row)
{
  g_ptr_array_unref (row->cells);
  g_free (row);
}

static Cell *
add_cell (LedgerRow *row, CellKind kind, const char *name)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->kind = kind;
  cell->name = name;
  g_ptr_array_add (row->cells, cell);
  return cell;
}

void
ledger_row_put_text (LedgerRow *row, const char *name, const char *text)
{
  add_cell (row, CELL_TEXT, name)->text = g_strdup (text);
}

void
ledger_row_take_text (LedgerRow *row, const char *name, char *text)
{
  add_cell (row, CELL_TEXT, name)->text = text;
}

void
ledger_row_put_integer (LedgerRow *row, const char *name, gint64 integer)
{
  add_cell (row, CELL_INTEGER, name)->integer = integer;
}

void
ledger_row_put_boolean (LedgerRow *row, const char *name, gboolean boolean)
{
  add_cell (row, CELL_BOOLEAN, name)->integer = boolean;
}

void
ledger_row_put_texts (LedgerRow *row, const char *name, const char *const *texts)
{
  add_cell (row, CELL_TEXTS, name)->texts = g_strdupv ((char **)texts);
}

void
ledger_row_take_rows (LedgerRow *row, const char *name, GPtrArray *rows)
{
  add_cell (row, CELL_ROWS, name)->rows = rows;
}

static void
write_cell (Cell *cell, LedgerJsonWriter *writer)
{
  if (cell->kind == CELL_TEXT)
    ledger_json_writer_text (writer, cell->name, cell->text);
  else if (cell->kind == CELL_INTEGER)
    ledger_json_writer_integer (writer, cell->name, cell->integer);
  else if (cell->kind == CELL_BOOLEAN)
    ledger_json_writer_boolean (writer, cell->name, cell->integer != 0);
  else
    {
      ledger_json_writer_begin_array (writer, cell->name);
      for (guint i = 0; cell->texts && cell->texts[i]; i++)
        ledger_json_writer_text (writer, NULL, cell->texts[i]);
      for (guint i = 0; cell->rows && i < cell->rows->len; i++)
        ledger_row_write (g_ptr_array_index (cell->rows, i), writer, NULL);
      ledger_json_writer_end_array (writer);
    }
}

void
ledger_row_write (LedgerRow *row, LedgerJsonWriter *writer, const char *name)
{
  ledger_json_writer_begin_object (writer, name);
  for (guint i = 0; i < row->cells->len; i++)
    write_cell (g_ptr_array_index (row->cells, i), writer);
  ledger_json_writer_end_object (writer);
}

static void
append_cell (GString *line, Cell *cell)
{
  if (cell->kind == CELL_TEXT && cell->text)
    {
      g_autofree char *plain = g_strdelimit (g_strdup (cell->text), "\r\n\t", ' ');
      g_string_append (line, plain);
    }
  else if (cell->kind == CELL_INTEGER || cell->kind == CELL_BOOLEAN)
    g_string_append_printf (line, "%" G_GINT64_FORMAT, cell->integer);
  else if (cell->kind == CELL_TEXTS && cell->texts)
    {
      g_autofree char *joined = g_strjoinv ("、", cell->texts);
      g_string_append (line, joined);
    }
}

char *
ledger_row_to_line (LedgerRow *row)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < row->cells->len; i++)
    {
      Cell *cell = g_ptr_array_index (row->cells, i);

      if (cell->kind == CELL_ROWS || g_str_equal (cell->name, "id"))
        continue;
      if (line->len > 0)
        g_string_append_c (line, '\t');
      append_cell (line, cell);
    }
  return g_string_free (line, FALSE);
}
