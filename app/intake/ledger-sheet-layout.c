/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sheet-layout.h"

/* Heads stand within the first rows; a list's title block is never longer. */
#define ROWS_LOOKED_AT 30

void
ledger_sheet_layout_free (LedgerSheetLayout *layout)
{
  g_free (layout->roles);
  g_free (layout);
}

LedgerSheetLayout *
ledger_sheet_layout_copy (const LedgerSheetLayout *layout)
{
  LedgerSheetLayout *copy = g_memdup2 (layout, sizeof *layout);

  copy->roles = g_memdup2 (layout->roles, layout->n_columns * sizeof *layout->roles);
  return copy;
}

/* The heads are two rows deep where a head of ROW reaches down over the next row, or groups columns
 * that the next row names one by one. A title merged over the whole width is no group. */
static guint
count_head_rows (const LedgerSheet *sheet, guint row)
{
  guint n_columns = ledger_sheet_get_n_columns (sheet);

  for (guint column = 0; column < n_columns; column++)
    {
      const LedgerSheetRange *merge = ledger_sheet_find_merge (sheet, row, column);

      if (!merge || merge->first_row != row)
        continue;
      if (merge->last_row == row + 1)
        return 2;
      if (merge->last_row == row && merge->last_column + 1 - merge->first_column < n_columns
          && *ledger_sheet_get_shown_text (sheet, row + 1, merge->last_column))
        return ledger_column_role_guess (
                   ledger_sheet_get_shown_text (sheet, row + 1, merge->last_column), NULL)
                       != LEDGER_ROLE_NONE
                   ? 2
                   : 1;
    }
  return 1;
}

/* A head is short; a paragraph that happens to hold 问题 or 措施 is content, and what is merged
 * over more than half of the sheet is a title. */
static gboolean
may_be_head (const LedgerSheet *sheet, guint row, guint column)
{
  const char *text = ledger_sheet_get_shown_text (sheet, row, column);
  const LedgerSheetRange *merge = ledger_sheet_find_merge (sheet, row, column);
  guint width = merge ? merge->last_column + 1 - merge->first_column : 1;

  return *text && g_utf8_strlen (text, -1) <= 24
         && (width == 1 || width * 2 <= ledger_sheet_get_n_columns (sheet));
}

static LedgerColumnRole
guess_role (const LedgerSheet *sheet, guint first, guint n, guint column, gboolean *weak)
{
  for (guint row = first + n; row-- > first;)
    {
      const char *text = ledger_sheet_get_shown_text (sheet, row, column);
      LedgerColumnRole role = may_be_head (sheet, row, column)
                                  ? ledger_column_role_guess (text, weak)
                                  : LEDGER_ROLE_NONE;

      if (role != LEDGER_ROLE_NONE)
        return role;
    }
  return LEDGER_ROLE_NONE;
}

/* Of several columns of problems the last is the problem, those before it are its headings
 * (突出问题 | 具体问题). */
static void
settle_issues (LedgerSheetLayout *layout)
{
  int last = -1;

  for (guint i = 0; i < layout->n_columns; i++)
    if (layout->roles[i] == LEDGER_ROLE_ISSUE)
      {
        if (last >= 0)
          layout->roles[last] = LEDGER_ROLE_HEADING;
        last = i;
      }
}

/* A weak match gives way to a strong one of the same role; of equals the first stays. Headings may
 * be many. */
static void
settle_weak (LedgerSheetLayout *layout, const gboolean *weak)
{
  for (guint role = 1; role < LEDGER_N_ROLES; role++)
    {
      int kept = -1;

      if (role == LEDGER_ROLE_HEADING || role == LEDGER_ROLE_ISSUE)
        continue;
      for (guint i = 0; i < layout->n_columns; i++)
        {
          if (layout->roles[i] != role)
            continue;
          if (kept >= 0 && weak[kept] && !weak[i])
            layout->roles[kept] = LEDGER_ROLE_NONE;
          else if (kept >= 0)
            layout->roles[i] = LEDGER_ROLE_NONE;
          if (layout->roles[i] == role)
            kept = i;
        }
    }
}

static void
drop_weak_issue (LedgerSheetLayout *layout, const gboolean *weak)
{
  gboolean strong = FALSE;

  for (guint i = 0; i < layout->n_columns; i++)
    strong |= layout->roles[i] == LEDGER_ROLE_ISSUE && !weak[i];
  for (guint i = 0; strong && i < layout->n_columns; i++)
    if (layout->roles[i] == LEDGER_ROLE_ISSUE && weak[i])
      layout->roles[i] = LEDGER_ROLE_NONE;
}

/* 责任领导 alone is the lead leader; beside a 牵头领导 it is the one who answers. */
static void
settle_leaders (LedgerSheetLayout *layout, const gboolean *weak)
{
  int lead = ledger_sheet_layout_find (layout, LEDGER_ROLE_LEAD_LEADER, 0);
  int responsible = ledger_sheet_layout_find (layout, LEDGER_ROLE_RESPONSIBLE_LEADER, 0);

  if (responsible < 0 || (lead >= 0 && !weak[lead]))
    return;
  layout->roles[responsible] = LEDGER_ROLE_LEAD_LEADER;
  if (lead >= 0)
    layout->roles[lead] = LEDGER_ROLE_NONE;
}

LedgerSheetLayout *
ledger_sheet_layout_guess_at (const LedgerSheet *sheet, guint row)
{
  LedgerSheetLayout *layout = g_new0 (LedgerSheetLayout, 1);
  g_autofree gboolean *weak = NULL;

  layout->first_head_row = row;
  layout->n_head_rows = count_head_rows (sheet, row);
  layout->n_columns = ledger_sheet_get_n_columns (sheet);
  layout->roles = g_new0 (LedgerColumnRole, layout->n_columns);
  weak = g_new0 (gboolean, layout->n_columns);
  for (guint i = 0; i < layout->n_columns; i++)
    layout->roles[i] = ledger_sheet_column_is_hidden (sheet, i)
                           ? LEDGER_ROLE_NONE
                           : guess_role (sheet, row, layout->n_head_rows, i, &weak[i]);
  drop_weak_issue (layout, weak);
  settle_issues (layout);
  settle_leaders (layout, weak);
  settle_weak (layout, weak);
  return layout;
}

LedgerSheetLayout *
ledger_sheet_layout_guess (const LedgerSheet *sheet)
{
  g_autoptr (LedgerSheetLayout) best = g_new0 (LedgerSheetLayout, 1);
  guint n_rows = MIN (ledger_sheet_get_n_rows (sheet), ROWS_LOOKED_AT);

  best->n_columns = ledger_sheet_get_n_columns (sheet);
  best->roles = g_new0 (LedgerColumnRole, best->n_columns);
  for (guint row = 0; row < n_rows; row++)
    {
      g_autoptr (LedgerSheetLayout) layout = ledger_sheet_layout_guess_at (sheet, row);

      /* A title that names 问题 alone is no row of heads where a better one follows. */
      if (ledger_sheet_layout_score (layout) <= ledger_sheet_layout_score (best))
        continue;
      ledger_sheet_layout_free (best);
      best = g_steal_pointer (&layout);
    }
  return g_steal_pointer (&best);
}

int
ledger_sheet_layout_find (const LedgerSheetLayout *layout, LedgerColumnRole role, guint n)
{
  for (guint i = 0; i < layout->n_columns; i++)
    if (layout->roles[i] == role && n-- == 0)
      return i;
  return -1;
}

guint
ledger_sheet_layout_score (const LedgerSheetLayout *layout)
{
  guint score = 0;

  if (ledger_sheet_layout_find (layout, LEDGER_ROLE_ISSUE, 0) < 0)
    return 0;
  for (guint i = 0; i < layout->n_columns; i++)
    score += layout->roles[i] != LEDGER_ROLE_NONE;
  return score;
}

char *
ledger_sheet_layout_dup_head (const LedgerSheetLayout *layout,
                              const LedgerSheet *sheet,
                              guint column)
{
  g_autoptr (GString) head = g_string_new (NULL);
  const char *before = "";

  for (guint i = 0; i < layout->n_head_rows; i++)
    {
      const char *text = ledger_sheet_get_shown_text (sheet, layout->first_head_row + i, column);

      if (*text && !g_str_equal (text, before))
        g_string_append_printf (head, "%s%s", head->len > 0 ? " · " : "", text);
      before = text;
    }
  g_strdelimit (head->str, "\n", ' ');
  return g_string_free (g_steal_pointer (&head), FALSE);
}
