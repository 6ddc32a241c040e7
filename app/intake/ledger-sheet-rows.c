/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sheet-rows.h"

#include <glib/gi18n-lib.h>

#include "ledger-cell-address.h"
#include "ledger-measure-split.h"
#include "ledger-text.h"

#define DEEPEST 8

/* Dates without a year are read as lying after the earliest dated cell less this many days: plans
 * begin before their first deadline. */
#define BEFORE_FIRST_DEADLINE 60

typedef struct
{
  const LedgerSheet *sheet;
  const LedgerSheetLayout *layout;
  GHashTable *answers;
  LedgerDay anchor;
  GPtrArray *rows;
  GPtrArray *doubts;
  GHashTable *numbers;        /* number to the row where it stood first, plus one */
  char *headings[DEEPEST];    /* the present ones, filled down */
  LedgerImportIssue *current; /* the last of rows, or NULL */
} Reading;

static LedgerDoubt *
add_doubt (Reading *self, LedgerDoubtKind kind, guint row, guint column, char *text)
{
  LedgerDoubt *doubt = ledger_doubt_new (kind, row, column, text);

  g_ptr_array_add (self->doubts, doubt);
  return doubt;
}

/* TRUE where a person answered; *ANSWER is then his text, or NULL for “as it stands”. */
static gboolean
find_answer (Reading *self, guint row, guint column, const char **answer)
{
  gint64 key = LEDGER_SHEET_ROWS_KEY (row, column);
  gpointer value = NULL;
  gboolean found = g_hash_table_lookup_extended (self->answers, &key, NULL, &value);

  *answer = value;
  return found;
}

/* The text of a role's cell in ROW as it stands for that row, trimmed; NULL where empty or without
 * column. */
static char *
dup_cell (Reading *self, guint row, int column)
{
  const LedgerCell *cell =
      column >= 0 ? ledger_sheet_get_shown_cell (self->sheet, row, column) : NULL;
  const char *answer;
  char *text;

  if (column < 0)
    return NULL;
  if (find_answer (self, row, column, &answer) && answer)
    return ledger_text_trim (answer);
  if (!cell)
    return NULL;
  if (cell->kind == LEDGER_CELL_ERROR)
    {
      add_doubt (
          self,
          LEDGER_DOUBT_ERROR,
          row,
          column,
          g_strdup_printf (_ ("“%s” is an error of the sheet and was left empty."), cell->text));
      return NULL;
    }
  text = ledger_text_trim (cell->text);
  if (*text)
    return text;
  g_free (text);
  return NULL;
}

static char *
dup_role (Reading *self, guint row, LedgerColumnRole role)
{
  return dup_cell (self, row, ledger_sheet_layout_find (self->layout, role, 0));
}

/* Whether ROW begins what stands in COLUMN: it is filled there itself, not by a merge that began
 * above. */
static gboolean
begins_here (Reading *self, guint row, int column)
{
  return column >= 0 && ledger_sheet_get_cell (self->sheet, row, column) != NULL;
}

static void
set_heading (Reading *self, guint level, char *text)
{
  if (g_strcmp0 (self->headings[level], text) == 0)
    {
      g_free (text);
      return;
    }
  for (guint i = level; i < DEEPEST; i++)
    g_clear_pointer (&self->headings[i], g_free);
  self->headings[level] = text;
}

/* Fills the headings down: a blank cell continues the one above, a new upper heading ends the lower
 * ones. */
static void
read_headings (Reading *self, guint row)
{
  for (guint level = 0; level < DEEPEST; level++)
    {
      int column = ledger_sheet_layout_find (self->layout, LEDGER_ROLE_HEADING, level);
      char *text = dup_cell (self, row, column);

      if (text)
        set_heading (self, level, text);
    }
}

static GStrv
dup_headings (Reading *self)
{
  g_autoptr (GStrvBuilder) path = g_strv_builder_new ();

  for (guint level = 0; level < DEEPEST; level++)
    if (self->headings[level])
      g_strv_builder_add (path, self->headings[level]);
  return g_strv_builder_end (path);
}

static LedgerDeadline *
read_deadline (Reading *self, guint row, int column)
{
  const LedgerCell *cell = ledger_sheet_get_shown_cell (self->sheet, row, column);
  g_autofree char *text = NULL;
  g_autofree char *doubt = NULL;
  const char *answer;
  gboolean answered = find_answer (self, row, column, &answer);
  LedgerDeadline *deadline;

  if (cell && cell->kind == LEDGER_CELL_DATE && !answer)
    return ledger_deadline_new (LEDGER_PRECISION_DAY, cell->day, cell->text);
  text = dup_cell (self, row, column);
  if (!text)
    return NULL;
  deadline = ledger_deadline_parse (text, self->anchor, &doubt);
  if (doubt && !answered)
    {
      LedgerDoubt *told =
          add_doubt (self, LEDGER_DOUBT_DEADLINE, row, column, g_steal_pointer (&doubt));
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
      return "limited";
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
  return strstr (words, "限期") ? "limited" : NULL;
}

static void
read_class (Reading *self, guint row, LedgerImportIssue *issue, const LedgerDeadline *deadline)
{
  g_autofree char *words = dup_role (self, row, LEDGER_ROLE_DEADLINE_CLASS);
  const char *found = words ? class_of_words (words) : NULL;

  if (!found && deadline)
    found = class_of_deadline (deadline);
  /* Measures of several classes: what has a date decides. */
  if (found && (!issue->deadline_class || g_str_equal (found, "limited")))
    {
      g_free (issue->deadline_class);
      issue->deadline_class = g_strdup (found);
    }
}

/* 部门/负责人 in one cell: the department before the stroke, its person after it. */
static void
read_department (Reading *self, guint row, LedgerImportIssue *issue)
{
  int column = ledger_sheet_layout_find (self->layout, LEDGER_ROLE_DEPARTMENT, 0);
  g_autofree char *head =
      column >= 0 ? ledger_sheet_layout_dup_head (self->layout, self->sheet, column) : NULL;
  g_autofree char *text = dup_cell (self, row, column);
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
read_supporting (Reading *self, guint row, LedgerImportIssue *issue)
{
  g_autofree char *text = dup_role (self, row, LEDGER_ROLE_SUPPORTING);
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
read_issue_fields (Reading *self, guint row, LedgerImportIssue *issue)
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
      *fields[i].field = dup_role (self, row, fields[i].role);
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
read_measures (Reading *self, guint row, LedgerImportIssue *issue, const LedgerDeadline *deadline)
{
  int column = ledger_sheet_layout_find (self->layout, LEDGER_ROLE_MEASURE, 0);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  const char *answer;
  gboolean answered;

  /* A cell merged over several rows holds its measures once. */
  if (column < 0 || !begins_here (self, row, column))
    return;
  text = dup_cell (self, row, column);
  if (!text)
    return;
  answered = find_answer (self, row, column, &answer);
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
      LedgerDoubt *doubt = add_doubt (
          self,
          LEDGER_DOUBT_SPLIT,
          row,
          column,
          g_strdup_printf (_ ("%u measures in one cell, taken apart."), g_strv_length (parts)));
      doubt->proposal = g_strjoinv ("\n", parts);
    }
}

static void
check_number (Reading *self, guint row, int column, const char *number)
{
  guint before;

  if (!number)
    return;
  before = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, number));
  if (before == 0)
    {
      g_hash_table_insert (self->numbers, g_strdup (number), GUINT_TO_POINTER (row + 1));
      return;
    }
  g_autofree char *first = ledger_cell_address_new (before - 1, column);
  add_doubt (self,
             LEDGER_DOUBT_NUMBER,
             row,
             column,
             g_strdup_printf (
                 _ ("The number %s stands in %s too; they are numbered in order."), number, first));
}

static void
begin_issue (Reading *self, guint row, char *text)
{
  LedgerImportIssue *issue = g_new0 (LedgerImportIssue, 1);
  int column = ledger_sheet_layout_find (self->layout, LEDGER_ROLE_NUMBER, 0);

  issue->row = row;
  issue->text = text;
  issue->headings = dup_headings (self);
  issue->number = dup_cell (self, row, column);
  issue->measures = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_import_measure_free);
  check_number (self, row, column, issue->number);
  g_ptr_array_add (self->rows, issue);
  self->current = issue;
}

/* Some offices write the problem again in every row of its measures instead of merging: same
 * number, same words. */
static gboolean
continues_issue (Reading *self, guint row, const char *text)
{
  g_autofree char *number = NULL;

  if (!self->current || !text || !g_str_equal (self->current->text, text))
    return FALSE;
  number = dup_role (self, row, LEDGER_ROLE_NUMBER);
  return g_strcmp0 (number, self->current->number) == 0;
}

/* 合计, 填报人：… below the list, or a line of remarks: nothing but one short run of cells without
 * a problem. */
static gboolean
is_left_out (Reading *self, guint row, const char *issue_text)
{
  static const char *const words[] = { "合计", "总计", "小计", "填报人", "填表人", "审核人",
                                       "制表", "注：", "注:",  "说明：", "备注：", "联系人" };
  guint n_cells;
  const LedgerCell *cells = ledger_sheet_get_row (self->sheet, row, &n_cells);

  if (n_cells == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (cells[0].text, words[i]))
      return TRUE;
  return issue_text == NULL && self->current == NULL;
}

static void
read_row_of_issue (Reading *self, guint row)
{
  int column = ledger_sheet_layout_find (self->layout, LEDGER_ROLE_DEADLINE, 0);
  g_autoptr (LedgerDeadline) deadline =
      begins_here (self, row, column) ? read_deadline (self, row, column) : NULL;
  LedgerImportIssue *issue = self->current;

  read_issue_fields (self, row, issue);
  if (deadline)
    widen_deadline (issue, deadline);
  read_class (self, row, issue, deadline);
  read_measures (self, row, issue, deadline);
}

static void
read_row (Reading *self, guint row)
{
  int column = ledger_sheet_layout_find (self->layout, LEDGER_ROLE_ISSUE, 0);
  g_autofree char *text = NULL;
  guint n_cells;

  ledger_sheet_get_row (self->sheet, row, &n_cells);
  if (n_cells == 0)
    return;
  if (begins_here (self, row, column))
    text = dup_cell (self, row, column);
  if (is_left_out (self, row, text))
    {
      add_doubt (self,
                 LEDGER_DOUBT_LEFT_OUT,
                 row,
                 0,
                 g_strdup (_ ("This row is no problem and is not imported.")));
      return;
    }
  read_headings (self, row);
  if (text && !continues_issue (self, row, text))
    begin_issue (self, row, g_steal_pointer (&text));
  if (self->current)
    read_row_of_issue (self, row);
}

/* One measure whose deadline is the issue's own says nothing twice. */
static void
drop_repeated_deadlines (GPtrArray *rows)
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

static void
tell_hidden (Reading *self)
{
  guint n_rows = ledger_sheet_count_hidden_rows (self->sheet);

  for (guint i = 0; i < self->layout->n_columns; i++)
    {
      LedgerDoubt *doubt;

      if (!ledger_sheet_column_is_hidden (self->sheet, i))
        continue;
      doubt =
          add_doubt (self,
                     LEDGER_DOUBT_HIDDEN,
                     self->layout->first_head_row,
                     i,
                     g_strdup (_ ("This column is hidden in the sheet; it is not imported unless "
                                  "you choose what it stands for.")));
      g_free (doubt->cell);
      doubt->cell = ledger_cell_address_column (i);
    }
  if (n_rows == 0)
    return;
  for (guint row = 0; row < ledger_sheet_get_n_rows (self->sheet); row++)
    if (ledger_sheet_row_is_hidden (self->sheet, row))
      {
        LedgerDoubt *doubt = add_doubt (
            self,
            LEDGER_DOUBT_HIDDEN,
            row,
            0,
            g_strdup (_ ("This row is hidden in the sheet; it is imported all the same.")));
        g_free (doubt->cell);
        doubt->cell = g_strdup_printf ("%u", row + 1);
      }
}

/* The earliest real date of the deadline column shows the round's year. */
static LedgerDay
guess_anchor (const LedgerSheet *sheet, const LedgerSheetLayout *layout)
{
  int column = ledger_sheet_layout_find (layout, LEDGER_ROLE_DEADLINE, 0);
  LedgerDay first = LEDGER_DAY_NONE;

  for (guint row = 0; column >= 0 && row < ledger_sheet_get_n_rows (sheet); row++)
    {
      const LedgerCell *cell = ledger_sheet_get_cell (sheet, row, column);
      LedgerDay day = cell && cell->kind == LEDGER_CELL_DATE ? cell->day : LEDGER_DAY_NONE;

      if (day != LEDGER_DAY_NONE && (first == LEDGER_DAY_NONE || day < first))
        first = day;
    }
  return (first == LEDGER_DAY_NONE ? ledger_day_today () : first) - BEFORE_FIRST_DEADLINE;
}

static void
reading_clear (Reading *self)
{
  for (guint i = 0; i < DEEPEST; i++)
    g_free (self->headings[i]);
  g_hash_table_unref (self->numbers);
}

GPtrArray *
ledger_sheet_rows_read (const LedgerSheet *sheet,
                        const LedgerSheetLayout *layout,
                        LedgerDay anchor,
                        GHashTable *answers,
                        GPtrArray **doubts,
                        GCancellable *cancellable,
                        GError **error)
{
  Reading self = { .sheet = sheet, .layout = layout, .answers = answers };
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_import_issue_free);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_doubt_free);
  gboolean cancelled = FALSE;

  self.anchor = anchor != LEDGER_DAY_NONE ? anchor : guess_anchor (sheet, layout);
  self.rows = rows;
  self.doubts = found;
  self.numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  tell_hidden (&self);
  for (guint row = layout->first_head_row + layout->n_head_rows;
       row < ledger_sheet_get_n_rows (sheet) && !cancelled;
       row++)
    {
      read_row (&self, row);
      cancelled = g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  reading_clear (&self);
  if (cancelled)
    return NULL;
  drop_repeated_deadlines (rows);
  *doubts = g_steal_pointer (&found);
  return g_steal_pointer (&rows);
}
