/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-paper-table.h"

#include "ledger-paragraph.h"

#define PADDING 4.0
#define RULE 0.6

struct _LedgerPaperTable
{
  guint n_columns;
  double *shares;
  GStrv head;
  GPtrArray *rows; /* GStrv */
};

/* A run of lines of every cell of one row: the whole row, or as much of it as a page holds. */
typedef struct
{
  guint n_columns;
  double *edges;     /* n_columns + 1, points from the left */
  GPtrArray **cells; /* pieces of each cell */
  double height;
} Band;

static void
band_free (gpointer data)
{
  Band *band = data;

  for (guint i = 0; i < band->n_columns; i++)
    g_ptr_array_unref (band->cells[i]);
  g_free (band->cells);
  g_free (band->edges);
  g_free (band);
}

static void
band_draw (gpointer data, cairo_t *cr, double x, double y)
{
  Band *band = data;

  for (guint i = 0; i < band->n_columns; i++)
    {
      double top = y + PADDING;

      for (guint k = 0; k < band->cells[i]->len; k++)
        {
          LedgerPaperPiece *piece = g_ptr_array_index (band->cells[i], k);

          ledger_paper_piece_draw (piece, cr, x + band->edges[i] + PADDING, top);
          top += ledger_paper_piece_get_height (piece);
        }
    }
  cairo_set_line_width (cr, RULE);
  for (guint i = 0; i <= band->n_columns; i++)
    {
      cairo_move_to (cr, x + band->edges[i], y);
      cairo_line_to (cr, x + band->edges[i], y + band->height);
    }
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + band->edges[band->n_columns], y);
  cairo_move_to (cr, x, y + band->height);
  cairo_line_to (cr, x + band->edges[band->n_columns], y + band->height);
  cairo_stroke (cr);
}

LedgerPaperTable *
ledger_paper_table_new (guint n_columns, const double *shares)
{
  LedgerPaperTable *table = g_new0 (LedgerPaperTable, 1);

  table->n_columns = n_columns;
  table->shares = g_memdup2 (shares, n_columns * sizeof *shares);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  return table;
}

void
ledger_paper_table_free (LedgerPaperTable *table)
{
  g_free (table->shares);
  g_strfreev (table->head);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

static GStrv
copy_cells (const LedgerPaperTable *table, const char *const *cells)
{
  GStrv copy = g_new0 (char *, table->n_columns + 1);

  for (guint i = 0; i < table->n_columns; i++)
    copy[i] = g_strdup (cells[i] ? cells[i] : "");
  return copy;
}

void
ledger_paper_table_set_head (LedgerPaperTable *table, const char *const *cells)
{
  g_strfreev (table->head);
  table->head = copy_cells (table, cells);
}

void
ledger_paper_table_add_row (LedgerPaperTable *table, const char *const *cells)
{
  g_ptr_array_add (table->rows, copy_cells (table, cells));
}

static double *
compute_edges (const LedgerPaperTable *table, double width)
{
  double *edges = g_new0 (double, table->n_columns + 1);
  double sum = 0;

  for (guint i = 0; i < table->n_columns; i++)
    sum += table->shares[i];
  for (guint i = 0; i < table->n_columns; i++)
    edges[i + 1] = edges[i] + width * table->shares[i] / sum;
  return edges;
}

static GPtrArray *
new_pieces (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_paper_piece_unref);
}

/* As many lines of CELL from *AT on as fit in MOST; adds their height up. At least one line goes.
 */
static GPtrArray *
take_lines (GPtrArray *cell, guint *at, double most, double *height)
{
  GPtrArray *taken = new_pieces ();

  *height = 0;
  while (*at < cell->len)
    {
      LedgerPaperPiece *piece = g_ptr_array_index (cell, *at);
      double next = ledger_paper_piece_get_height (piece);

      if (taken->len > 0 && *height + next > most)
        break;
      g_ptr_array_add (taken, ledger_paper_piece_ref (piece));
      *height += next;
      (*at)++;
    }
  return taken;
}

static Band *
take_band (
    const LedgerPaperTable *table, GPtrArray **cells, guint *at, const double *edges, double most)
{
  Band *band = g_new0 (Band, 1);

  band->n_columns = table->n_columns;
  band->edges = g_memdup2 (edges, (table->n_columns + 1) * sizeof *edges);
  band->cells = g_new0 (GPtrArray *, table->n_columns);
  for (guint i = 0; i < table->n_columns; i++)
    {
      double height;

      band->cells[i] = take_lines (cells[i], &at[i], most - 2 * PADDING, &height);
      band->height = MAX (band->height, height + 2 * PADDING);
    }
  return band;
}

static gboolean
all_taken (const LedgerPaperTable *table, GPtrArray **cells, const guint *at)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (at[i] < cells[i]->len)
      return FALSE;
  return TRUE;
}

static void
append_row (const LedgerPaperTable *table,
            GPtrArray *pieces,
            GStrv texts,
            LedgerTextStyle face,
            LedgerPaperPiece *head,
            PangoContext *context,
            const LedgerPaperStyle *paper,
            const double *edges,
            double most)
{
  g_autofree GPtrArray **cells = g_new0 (GPtrArray *, table->n_columns);
  g_autofree guint *at = g_new0 (guint, table->n_columns);

  for (guint i = 0; i < table->n_columns; i++)
    {
      cells[i] = new_pieces ();
      ledger_paragraph_append (
          cells[i], context, paper, face, texts[i], edges[i + 1] - edges[i] - 2 * PADDING);
    }
  do
    {
      Band *band = take_band (table, cells, at, edges, most);
      LedgerPaperPiece *piece =
          ledger_paper_piece_new (band->height, head == NULL, band_draw, band, band_free);

      ledger_paper_piece_set_repeated (piece, head);
      g_ptr_array_add (pieces, piece);
    }
  while (!all_taken (table, cells, at));
  for (guint i = 0; i < table->n_columns; i++)
    g_ptr_array_unref (cells[i]);
}

void
ledger_paper_table_append (LedgerPaperTable *table,
                           GPtrArray *pieces,
                           PangoContext *context,
                           const LedgerPaperStyle *paper,
                           double width,
                           double most)
{
  g_autofree double *edges = compute_edges (table, width);
  LedgerPaperPiece *head = NULL;
  double left = most;

  if (table->head)
    {
      append_row (
          table, pieces, table->head, LEDGER_TEXT_CELL_HEAD, NULL, context, paper, edges, most);
      head = g_ptr_array_index (pieces, pieces->len - 1);
      left = most - ledger_paper_piece_get_height (head);
    }
  for (guint i = 0; i < table->rows->len; i++)
    append_row (table,
                pieces,
                g_ptr_array_index (table->rows, i),
                LEDGER_TEXT_CELL,
                head,
                context,
                paper,
                edges,
                left);
}
