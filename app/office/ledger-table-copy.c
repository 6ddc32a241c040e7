/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-table-copy.h"

#include <string.h>

struct _LedgerTableCopy
{
  guint n_columns;
  GPtrArray *cells; /* row after row; NULL is empty */
  GArray *headings; /* row → gboolean */
};

LedgerTableCopy *
ledger_table_copy_new (guint n_columns)
{
  LedgerTableCopy *copy = g_new0 (LedgerTableCopy, 1);

  copy->n_columns = n_columns;
  copy->cells = g_ptr_array_new_with_free_func (g_free);
  copy->headings = g_array_new (FALSE, FALSE, sizeof (gboolean));
  return copy;
}

void
ledger_table_copy_free (LedgerTableCopy *copy)
{
  g_ptr_array_unref (copy->cells);
  g_array_unref (copy->headings);
  g_free (copy);
}

static void
add (LedgerTableCopy *copy, gboolean heading, const char *const *cells)
{
  for (guint c = 0; c < copy->n_columns; c++)
    g_ptr_array_add (copy->cells, g_strdup (cells[c]));
  g_array_append_val (copy->headings, heading);
}

void
ledger_table_copy_add_head (LedgerTableCopy *copy, const char *const *cells)
{
  add (copy, TRUE, cells);
}

void
ledger_table_copy_add_row (LedgerTableCopy *copy, const char *const *cells)
{
  add (copy, FALSE, cells);
}

guint
ledger_table_copy_get_n_rows (LedgerTableCopy *copy)
{
  return copy->headings->len;
}

static const char *
get_cell (LedgerTableCopy *copy, guint row, guint column)
{
  const char *cell = g_ptr_array_index (copy->cells, row * copy->n_columns + column);

  return cell != NULL ? cell : "";
}

/* A sheet would take the cell for a formula. */
static gboolean
starts_formula (const char *cell)
{
  char *end;

  if (*cell == '\0' || strchr ("=+-@", *cell) == NULL)
    return FALSE;
  if (*cell == '-' || *cell == '+')
    {
      g_ascii_strtod (cell, &end);
      return *end != '\0' || !g_ascii_isdigit (end[-1]);
    }
  return TRUE;
}

static void
add_text_cell (GString *text, const char *cell)
{
  gboolean quoted = strpbrk (cell, "\t\"\r\n") != NULL;

  if (quoted)
    g_string_append_c (text, '"');
  if (starts_formula (cell))
    g_string_append_c (text, '\'');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *cell);
    }
  if (quoted)
    g_string_append_c (text, '"');
}

char *
ledger_table_copy_to_text (LedgerTableCopy *copy)
{
  GString *text = g_string_new (NULL);

  for (guint r = 0; r < copy->headings->len; r++)
    for (guint c = 0; c < copy->n_columns; c++)
      {
        add_text_cell (text, get_cell (copy, r, c));
        g_string_append_c (text, c + 1 < copy->n_columns ? '\t' : '\n');
      }
  return g_string_free (text, FALSE);
}

/* Pages fold runs of blanks into one; WPS begins a new row at a plain line break. */
static void
add_html_cell (GString *html, const char *cell)
{
  gboolean blank = TRUE;

  for (; *cell != '\0'; cell++)
    {
      if (*cell == '&')
        g_string_append (html, "&amp;");
      else if (*cell == '<')
        g_string_append (html, "&lt;");
      else if (*cell == '>')
        g_string_append (html, "&gt;");
      else if (*cell == '"')
        g_string_append (html, "&quot;");
      else if (*cell == '\n')
        g_string_append (html, "<br style=\"mso-data-placement:same-cell\">");
      else if (*cell == ' ' && blank)
        g_string_append (html, "&#160;");
      else if ((guchar)*cell >= 0x20)
        g_string_append_c (html, *cell);
      blank = *cell == ' ' || *cell == '\n';
    }
}

char *
ledger_table_copy_to_html (LedgerTableCopy *copy)
{
  GString *html = g_string_new ("<meta charset=\"utf-8\"><table border=\"1\" "
                                "style=\"border-collapse:collapse\">\n");

  for (guint r = 0; r < copy->headings->len; r++)
    {
      const char *tag = g_array_index (copy->headings, gboolean, r) ? "th" : "td";

      g_string_append (html, "<tr>");
      for (guint c = 0; c < copy->n_columns; c++)
        {
          /* The number format of texts keeps 1.2.3 from becoming a date. */
          g_string_append_printf (html, "<%s style='mso-number-format:\"\\@\"'>", tag);
          add_html_cell (html, get_cell (copy, r, c));
          g_string_append_printf (html, "</%s>", tag);
        }
      g_string_append (html, "</tr>\n");
    }
  g_string_append (html, "</table>\n");
  return g_string_free (html, FALSE);
}
