/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sample-list.h"

#include <glib/gi18n-lib.h>

#include "ledger-error.h"
#include "ledger-locale.h"

enum
{
  FIELD_ASPECT,
  FIELD_CATEGORY,
  FIELD_PROBLEM,
  FIELD_DEPARTMENT,
  FIELD_LEADER,
  FIELD_SUPPORTING,
  FIELD_CLASS,
  FIELD_DUE,
  FIELD_STATE,
  FIELD_MEASURES,
  N_FIELDS,
};

static const char *const state_words[] = { "unclaimed", "claimed",  "no_handler", "progress",
                                           "review",    "returned", "approval",   "done",
                                           "closed",    "changed",  "continued",  NULL };

void
ledger_sample_list_free (LedgerSampleList *list)
{
  g_ptr_array_unref (list->rows);
  g_free (list->states);
  g_free (list->due);
  g_free (list);
}

static char *
dup_deadline (const char *class, LedgerDay day)
{
  g_autofree char *words = ledger_day_to_words (day, LEDGER_DAY_NONE);
  LedgerPrecision precision = LEDGER_PRECISION_DAY;
  g_autoptr (LedgerDeadline) deadline = NULL;

  if (g_str_equal (class, "immediate"))
    precision = LEDGER_PRECISION_IMMEDIATE;
  else if (g_str_equal (class, "long_term"))
    precision = LEDGER_PRECISION_LONG_TERM;
  if (precision == LEDGER_PRECISION_IMMEDIATE)
    deadline = ledger_deadline_new (precision, day, "立行立改");
  else
    deadline = ledger_deadline_new (
        precision, day, precision == LEDGER_PRECISION_LONG_TERM ? "长期坚持" : words);
  return ledger_deadline_to_canonical (deadline);
}

static GPtrArray *
split_measures (const char *text, guint row)
{
  g_auto (GStrv) parts = g_strsplit (text, "|", -1);
  GPtrArray *measures = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_import_measure_free);

  for (guint i = 0; parts[i]; i++)
    {
      LedgerImportMeasure *measure = g_new0 (LedgerImportMeasure, 1);
      measure->row = row;
      measure->text = g_strdup (parts[i]);
      g_ptr_array_add (measures, measure);
    }
  return measures;
}

static LedgerImportIssue *
read_issue (char **fields, guint row, LedgerDay due)
{
  LedgerImportIssue *issue = g_new0 (LedgerImportIssue, 1);
  const char *const headings[] = { fields[FIELD_ASPECT], fields[FIELD_CATEGORY], NULL };

  issue->row = row;
  issue->headings = g_strdupv ((char **)headings);
  issue->number = g_strdup_printf ("%u", row + 1);
  issue->text = g_strdup (fields[FIELD_PROBLEM]);
  issue->department = g_strdup (fields[FIELD_DEPARTMENT]);
  issue->lead_leader = g_strdup (fields[FIELD_LEADER]);
  issue->supporting = g_strsplit (fields[FIELD_SUPPORTING], "、", -1);
  issue->deadline_class = g_strdup (fields[FIELD_CLASS]);
  issue->deadline = dup_deadline (fields[FIELD_CLASS], due);
  issue->measures = split_measures (fields[FIELD_MEASURES], row);
  return issue;
}

static gboolean
state_from_word (const char *word, LedgerSampleState *state)
{
  for (guint i = 0; state_words[i]; i++)
    if (g_str_equal (state_words[i], word))
      {
        *state = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_line (LedgerSampleList *list, const char *line, LedgerDay today)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);
  guint row = list->rows->len;

  if (*line == '#' || !*line)
    return TRUE;
  if (g_strv_length (fields) != N_FIELDS
      || !state_from_word (fields[FIELD_STATE], &list->states[row]))
    return FALSE;
  list->due[row] = today + (LedgerDay)g_ascii_strtoll (fields[FIELD_DUE], NULL, 10);
  g_ptr_array_add (list->rows, read_issue (fields, row, list->due[row]));
  return TRUE;
}

LedgerSampleList *
ledger_sample_list_read (LedgerDay today, GError **error)
{
  g_autofree char *folder = ledger_locale_dup_datadir ();
  g_autofree char *path = g_build_filename (folder, "sample", "problems.tsv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (LedgerSampleList) list = g_new0 (LedgerSampleList, 1);
  g_auto (GStrv) lines = NULL;

  list->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_import_issue_free);
  if (g_file_get_contents (path, &text, NULL, NULL))
    lines = g_strsplit (text, "\n", -1);
  list->states = g_new0 (LedgerSampleState, lines ? g_strv_length (lines) : 1);
  list->due = g_new0 (LedgerDay, lines ? g_strv_length (lines) : 1);
  for (guint i = 0; lines && lines[i]; i++)
    if (!read_line (list, lines[i], today))
      {
        g_set_error (error,
                     LEDGER_ERROR,
                     LEDGER_ERROR_DAMAGED,
                     _ ("Line %u of “%s” cannot be read. Install the program again."),
                     i + 1,
                     path);
        return NULL;
      }
  if (list->rows->len > 0)
    return g_steal_pointer (&list);
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_NOT_FOUND,
               _ ("The sample's list “%s” is missing. Install the program again."),
               path);
  return NULL;
}
