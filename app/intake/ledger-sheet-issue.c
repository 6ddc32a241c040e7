/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sheet-issue.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ledger-measure-split.h"
#include "ledger-text.h"

static LedgerDeadline *
read_deadline (LedgerSheetCells *self, guint row, int column, LedgerDay anchor)
{
  const LedgerCell *cell = ledger_sheet_get_shown_cell (self->sheet, row, column);
  g_autofree char *text = NULL;
  g_autofree char *doubt = NULL;
  const char *answer;
  gboolean answered = ledger_sheet_cells_find_answer (self, row, column, &answer);
  LedgerDeadline *deadline;

  if (cell && cell->kind == LEDGER_CELL_DATE && !answer)
    return ledger_deadline_new (LEDGER_PRECISION_DAY, cell->day, cell->text);
  text = ledger_sheet_cells_dup (self, row, column);
  if (!text)
    return NULL;
  const LedgerDeadline *known =
      self->deadlines ? g_hash_table_lookup (self->deadlines, text) : NULL;
  if (known)
    return ledger_deadline_new (known->precision, known->day, known->words);
  deadline = ledger_deadline_parse (text, anchor, &doubt);
  if (self->deadlines && deadline && !doubt)
    g_hash_table_insert (self->deadlines,
                         g_steal_pointer (&text),
                         ledger_deadline_new (deadline->precision, deadline->day, deadline->words));
  if (doubt && !answered)
    {
      LedgerDoubt *told = ledger_sheet_cells_doubt (
          self, LEDGER_DOUBT_DEADLINE, row, column, g_steal_pointer (&doubt));
      told->proposal = ledger_day_to_iso (deadline->day);
    }
  return deadline;
}

/* The later deadline stands for the issue: it is done when its last measure is. */
static void
widen_deadline (LedgerImportIssue *issue, const LedgerDeadline *deadline)
{
  LedgerDay before =
      issue->deadline ? ledger_deadline_day_of_canonical (issue->deadline) : LEDGER_DAY_NONE;

  if (issue->deadline && (deadline->day == LEDGER_DAY_NONE || deadline->day <= before))
    return;
  g_free (issue->deadline);
  issue->deadline = ledger_deadline_to_canonical (deadline);
}

static const char *
class_of_deadline (const LedgerDeadline *deadline)
{
  switch (deadline->precision)
    {
    case LEDGER_PRECISION_IMMEDIATE:
      return "immediate";
    case LEDGER_PRECISION_LONG_TERM:
      return "long_term";
    case LEDGER_PRECISION_DAY:
    case LEDGER_PRECISION_MONTH:
    case LEDGER_PRECISION_YEAR:
      return "time_limited";
    case LEDGER_PRECISION_NONE:
    default:
      return NULL;
    }
}

/* The class that the list names, in its own words. */
static const char *
class_of_words (const char *words)
{
  if (strstr (words, "立行立改") || strstr (words, "立即"))
    return "immediate";
  if (strstr (words, "长期") || strstr (words, "持续"))
    return "long_term";
  if (strstr (words, "分阶段"))
    return "staged";
  return strstr (words, "限期") ? "time_limited" : NULL;
}

static void
read_class (LedgerSheetCells *self,
            guint row,
            LedgerImportIssue *issue,
            const LedgerDeadline *deadline)
{
  g_autofree char *words = ledger_sheet_cells_dup_role (self, row, LEDGER_ROLE_DEADLINE_CLASS);
  const char *found = words ? class_of_words (words) : NULL;

  if (!found && deadline)
    found = class_of_deadline (deadline);
  /* Measures of several classes: what has a date decides. */
  if (found && (!issue->deadline_class || g_str_equal (found, "time_limited")))
    {
      g_free (issue->deadline_class);
      issue->deadline_class = g_strdup (found);
    }
}

/* 部门/负责人 in one cell: the department before the stroke, its person after it. */
static void
read_department (LedgerSheetCells *self, guint row, LedgerImportIssue *issue)
{
  int column = ledger_sheet_layout_find (self->layout, LEDGER_ROLE_DEPARTMENT, 0);
  g_autofree char *head =
      column >= 0 ? ledger_sheet_layout_dup_head (self->layout, self->sheet, column) : NULL;
  g_autofree char *text = ledger_sheet_cells_dup (self, row, column);
  g_auto (GStrv) parts = NULL;

  if (!text || issue->department)
    return;
  if (!strstr (head, "负责人") || !strpbrk (text, "/\n"))
    {
      issue->department = g_steal_pointer (&text);
      return;
    }
  parts = g_strsplit_set (text, "/\n", 2);
  issue->department = ledger_text_trim (parts[0]);
  if (!issue->handler && parts[1] && *parts[1])
    issue->handler = ledger_text_trim (parts[1]);
}

static void
read_supporting (LedgerSheetCells *self, guint row, LedgerImportIssue *issue)
{
  g_autofree char *text = ledger_sheet_cells_dup_role (self, row, LEDGER_ROLE_SUPPORTING);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GRegex) marks = NULL;
  g_auto (GStrv) parts = NULL;

  if (!text || issue->supporting)
    return;
  marks = g_regex_new ("[、,，;；/\n]", G_REGEX_DEFAULT, 0, NULL);
  parts = g_regex_split (marks, text, 0);
  for (guint i = 0; parts[i]; i++)
    {
      g_autofree char *name = ledger_text_trim (parts[i]);
      if (*name)
        g_strv_builder_add (names, name);
    }
  issue->supporting = g_strv_builder_end (names);
}

/* What belongs to the issue; a later row of it fills what the first left blank. */
static void
read_issue_fields (LedgerSheetCells *self, guint row, LedgerImportIssue *issue)
{
  struct
  {
    char **field;
    LedgerColumnRole role;
  } fields[] = {
    { &issue->target, LEDGER_ROLE_TARGET },
    { &issue->lead_leader, LEDGER_ROLE_LEAD_LEADER },
    { &issue->responsible_leader, LEDGER_ROLE_RESPONSIBLE_LEADER },
    { &issue->handler, LEDGER_ROLE_HANDLER },
    { &issue->reviewer, LEDGER_ROLE_REVIEWER },
    { &issue->progress_percent, LEDGER_ROLE_PROGRESS_PERCENT },
    { &issue->progress_text, LEDGER_ROLE_PROGRESS_TEXT },
    { &issue->remark, LEDGER_ROLE_REMARK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!*fields[i].field)
      *fields[i].field = ledger_sheet_cells_dup_role (self, row, fields[i].role);
  read_department (self, row, issue);
  read_supporting (self, row, issue);
}

static void
add_measure (LedgerImportIssue *issue, guint row, const char *text, const LedgerDeadline *deadline)
{
  LedgerImportMeasure *measure = g_new0 (LedgerImportMeasure, 1);

  measure->row = row;
  measure->text = g_strdup (text);
  measure->deadline = deadline ? ledger_deadline_to_canonical (deadline) : NULL;
  g_ptr_array_add (issue->measures, measure);
}

static void
read_measures (LedgerSheetCells *self,
               guint row,
               LedgerImportIssue *issue,
               const LedgerDeadline *deadline)
{
  int column = ledger_sheet_layout_find (self->layout, LEDGER_ROLE_MEASURE, 0);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  const char *answer;
  gboolean answered;

  /* A cell merged over several rows holds its measures once. */
  if (column < 0 || !ledger_sheet_cells_begins (self, row, column))
    return;
  text = ledger_sheet_cells_dup (self, row, column);
  if (!text)
    return;
  answered = ledger_sheet_cells_find_answer (self, row, column, &answer);
  if (answered && !answer)
    {
      add_measure (issue, row, text, deadline);
      return;
    }
  parts = ledger_measure_split (text);
  for (guint i = 0; parts[i]; i++)
    add_measure (issue, row, parts[i], deadline);
  if (g_strv_length (parts) > 1 && !answered)
    {
      LedgerDoubt *doubt = ledger_sheet_cells_doubt (
          self,
          LEDGER_DOUBT_SPLIT,
          row,
          column,
          g_strdup_printf (_ ("%u measures in one cell, taken apart."), g_strv_length (parts)));
      doubt->proposal = g_strjoinv ("\n", parts);
    }
}

void
ledger_sheet_issue_read (LedgerSheetCells *self,
                         guint row,
                         LedgerDay anchor,
                         LedgerImportIssue *issue)
{
  int column = ledger_sheet_layout_find (self->layout, LEDGER_ROLE_DEADLINE, 0);
  g_autoptr (LedgerDeadline) deadline = ledger_sheet_cells_begins (self, row, column)
                                            ? read_deadline (self, row, column, anchor)
                                            : NULL;

  read_issue_fields (self, row, issue);
  if (deadline)
    widen_deadline (issue, deadline);
  read_class (self, row, issue, deadline);
  read_measures (self, row, issue, deadline);
}

void
ledger_sheet_issue_drop_repeated (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      LedgerImportIssue *issue = g_ptr_array_index (rows, i);
      gboolean same = TRUE;

      for (guint k = 0; k < issue->measures->len; k++)
        {
          LedgerImportMeasure *measure = g_ptr_array_index (issue->measures, k);
          same &= g_strcmp0 (measure->deadline, issue->deadline) == 0;
        }
      for (guint k = 0; same && k < issue->measures->len; k++)
        {
          LedgerImportMeasure *measure = g_ptr_array_index (issue->measures, k);
          g_clear_pointer (&measure->deadline, g_free);
        }
    }
}
