/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-sheet-cell.h"

#include <glib/gi18n-lib.h>

#define CONTINUED "″"

static guint
find_widest_column (const LedgerSheetLayout *layout)
{
  const LedgerColumnRole wide[] = { LEDGER_ROLE_ISSUE, LEDGER_ROLE_MEASURE, LEDGER_ROLE_HEADING };

  for (gsize i = 0; i < G_N_ELEMENTS (wide); i++)
    if (ledger_sheet_layout_find (layout, wide[i], 0) >= 0)
      return (guint)ledger_sheet_layout_find (layout, wide[i], 0);
  return 0;
}

/* All that a title row says, in one place: its own cell may be a narrow one. */
static char *
dup_title_row (const LedgerSheet *sheet, guint row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_cells;
  const LedgerCell *cells = ledger_sheet_get_row (sheet, row, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "  " : "", cells[i].text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_title (const LedgerImportSheetCell *self, LedgerFactCell *widget)
{
  g_autofree char *text = self->column == find_widest_column (self->layout)
                              ? dup_title_row (self->sheet, self->row)
                              : g_strdup ("");

  if (*text == '\0')
    ledger_fact_cell_set_facts (widget, NULL, NULL, NULL, LEDGER_TINT_NONE);
  else
    ledger_fact_cell_set_facts (widget, text, _ ("title, not imported"), NULL, LEDGER_TINT_NONE);
}

/* A merged cell shows its text once and holds for the rows below. */
static gboolean
continues_above (const LedgerImportSheetCell *self)
{
  const LedgerSheetRange *merge = ledger_sheet_find_merge (self->sheet, self->row, self->column);

  return merge != NULL && self->row > merge->first_row && self->column == merge->first_column
         && ledger_sheet_get_shown_cell (self->sheet, self->row, self->column) != NULL;
}

static void
show_content (const LedgerImportSheetCell *self, LedgerFactCell *widget)
{
  const LedgerCell *shown = ledger_sheet_get_cell (self->sheet, self->row, self->column);
  const char *said = shown != NULL ? shown->text : continues_above (self) ? CONTINUED : "";
  g_autofree char *text = g_strdup (said);

  g_strdelimit (text, "\n", ' ');
  ledger_fact_cell_set_facts (widget,
                              text,
                              NULL,
                              self->doubtful ? "⚠" : NULL,
                              self->doubtful ? LEDGER_TINT_NEAR : LEDGER_TINT_NONE);
}

static void
set_style (LedgerFactCell *widget, const char *style_class, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (GTK_WIDGET (widget), style_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (widget), style_class);
}

void
ledger_import_sheet_cell_show (const LedgerImportSheetCell *self, LedgerFactCell *widget)
{
  const LedgerSheetLayout *layout = self->layout;
  const gboolean title = layout->n_head_rows > 0 && self->row < layout->first_head_row;
  const gboolean head = !title && self->row < layout->first_head_row + layout->n_head_rows;
  const gboolean empty = ledger_sheet_get_cell (self->sheet, self->row, self->column) == NULL;

  set_style (
      widget, "dim-label", title || layout->roles[self->column] == LEDGER_ROLE_NONE || empty);
  set_style (widget, "heading", head);
  set_style (widget, "chosen-cell", self->chosen);
  if (title)
    show_title (self, widget);
  else
    show_content (self, widget);
}
