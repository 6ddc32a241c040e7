/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-plan-private.h"

#include <glib/gi18n-lib.h>

#include "ledger-error.h"
#include "ledger-id.h"
#include "ledger-import-cell.h"
#include "ledger-import-match.h"
#include "ledger-import-pair.h"

void
ledger_import_measure_free (LedgerImportMeasure *measure)
{
  if (!measure)
    return;
  g_free (measure->text);
  g_free (measure->deadline);
  g_free (measure->owner);
  g_free (measure->target);
  g_free (measure);
}

void
ledger_import_issue_free (LedgerImportIssue *issue)
{
  if (!issue)
    return;
  char *const texts[] = {
    issue->number,   issue->text,          issue->deadline,           issue->deadline_class,
    issue->target,   issue->department,    issue->lead_leader,        issue->handler,
    issue->reviewer, issue->progress_text, issue->responsible_leader, issue->progress_percent,
    issue->remark,
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_strfreev (issue->headings);
  g_strfreev (issue->supporting);
  g_clear_pointer (&issue->measures, g_ptr_array_unref);
  g_free (issue);
}

static void
line_free (LedgerImportLine *line)
{
  g_free (line->type);
  g_free (line->id);
  g_free (line->field);
  g_free (line->before);
  g_free (line->after);
  g_free (line);
}

void
ledger_import_plan_free (LedgerImportPlan *plan)
{
  if (!plan)
    return;
  g_ptr_array_unref (plan->rows);
  g_ptr_array_unref (plan->lines);
  g_hash_table_unref (plan->pair_of);
  g_ptr_array_unref (plan->pairs);
  g_free (plan);
}

static LedgerImportLine *
add_line (LedgerImportPlan *plan,
          LedgerImportFate fate,
          const LedgerImportIssue *row,
          const LedgerImportMeasure *measure,
          const char *type,
          const char *id)
{
  LedgerImportLine *line = g_new0 (LedgerImportLine, 1);
  line->fate = fate;
  line->issue = row;
  line->measure = measure;
  line->type = g_strdup (type);
  line->id = g_strdup (id);
  line->chosen = fate != LEDGER_IMPORT_KEPT;
  g_ptr_array_add (plan->lines, line);
  return line;
}

/* --- what differs --- */

static gboolean
compare_cells (LedgerImportPlan *plan,
               const LedgerImportIssue *row,
               const LedgerImportMeasure *measure,
               const char *type,
               const char *id)
{
  guint n;
  gboolean differs = FALSE;
  const LedgerImportCell *cells = ledger_import_cells_of (type, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *content = ledger_import_cell_dup (&cells[i], row, measure);
      char *before = NULL;
      if (!content)
        continue;
      LedgerImportFate fate =
          ledger_import_cell_compare (&cells[i], plan->document, id, content, &before);
      if (fate == LEDGER_IMPORT_UNCHANGED)
        continue;
      LedgerImportLine *line = add_line (plan, fate, row, measure, type, id);
      line->field = g_strdup (cells[i].field);
      line->before = before;
      line->after = g_steal_pointer (&content);
      differs = TRUE;
    }
  return differs;
}

static char *
dup_path_of_heading (LedgerDocument *document, const char *id)
{
  const char *name = id ? ledger_document_get_name (document, "heading", id) : NULL;
  return g_strdup (name);
}

/* The sheet moves an issue only where nobody moved it by hand since the last import. */
static gboolean
compare_heading (LedgerImportPlan *plan,
                 LedgerImportHeadings *headings,
                 const LedgerImportIssue *row,
                 LedgerRecord *issue)
{
  const char *const *path = (const char *const *)row->headings;
  const char *present = ledger_record_get_text (issue, LEDGER_ISSUE_HEADING);
  const char *id = ledger_record_get_id (issue);
  if (!path || !path[0])
    return FALSE;
  const char *meant = ledger_import_headings_resolve (headings, path);
  if (meant && g_strcmp0 (meant, present) == 0)
    return FALSE;
  g_autoptr (LedgerValue) last = ledger_store_get_last_import (
      ledger_document_get_store (plan->document), "issue", id, "heading", NULL);
  const char *imported = last ? ledger_value_get_text (last) : NULL;
  if (meant && g_strcmp0 (meant, imported) == 0)
    return FALSE;
  LedgerImportFate fate =
      g_strcmp0 (present, imported) == 0 ? LEDGER_IMPORT_UPDATED : LEDGER_IMPORT_KEPT;
  LedgerImportLine *line = add_line (plan, fate, row, NULL, "issue", id);
  line->field = g_strdup ("heading");
  line->before = dup_path_of_heading (plan->document, present);
  line->after = g_strjoinv (" / ", row->headings);
  return TRUE;
}

/* A supporting department that the sheet adds; one that was taken away by hand stays away, one that
 * the sheet no longer names stays. */
static gboolean
compare_support (LedgerImportPlan *plan,
                 const LedgerImportIssue *row,
                 const char *issue_id,
                 const char *name)
{
  LedgerRecord *department = ledger_document_find_name (plan->document, "department", name);
  g_autofree char *id =
      department
          ? ledger_id_new_derived ("support", issue_id, ledger_record_get_id (department), NULL)
          : NULL;
  if (id)
    {
      LedgerStore *store = ledger_document_get_store (plan->document);
      g_autoptr (LedgerValue) last =
          ledger_store_get_last_import (store, "support", id, "department", NULL);
      if (last || ledger_document_lookup (plan->document, "support", id))
        return FALSE;
    }
  LedgerImportLine *line = add_line (plan, LEDGER_IMPORT_UPDATED, row, NULL, "support", issue_id);
  line->field = g_strdup ("department");
  line->after = g_strdup (name);
  return TRUE;
}

/* --- the plan --- */

static void
plan_measures (LedgerImportPlan *plan, const LedgerImportIssue *row, LedgerRecord *issue)
{
  g_autoptr (GPtrArray) matches = ledger_import_match_measures (plan->document, issue, row);
  for (guint i = 0; i < matches->len; i++)
    {
      const LedgerImportMeasure *measure = g_ptr_array_index (row->measures, i);
      LedgerRecord *match = matches->pdata[i];
      const char *id = match ? ledger_record_get_id (match) : NULL;
      if (match)
        {
          if (!compare_cells (plan, row, measure, "measure", id))
            add_line (plan, LEDGER_IMPORT_UNCHANGED, row, measure, "measure", id);
          continue;
        }
      g_autofree char *new_id = ledger_id_new_random ();
      add_line (plan, LEDGER_IMPORT_ADDED, row, measure, "measure", new_id)->after =
          g_strdup (measure->text);
    }
}

static void
plan_issue (LedgerImportPlan *plan,
            LedgerImportHeadings *headings,
            const LedgerImportIssue *row,
            LedgerRecord *issue)
{
  if (!issue)
    {
      g_autofree char *id = ledger_id_new_random ();
      add_line (plan, LEDGER_IMPORT_ADDED, row, NULL, "issue", id)->after = g_strdup (row->text);
      plan_measures (plan, row, NULL);
      return;
    }
  const char *id = ledger_record_get_id (issue);
  gboolean differs = compare_heading (plan, headings, row, issue);
  differs |= compare_cells (plan, row, NULL, "issue", id);
  differs |= compare_cells (plan, row, NULL, "claim", id);
  for (guint i = 0; row->supporting && row->supporting[i]; i++)
    differs |= compare_support (plan, row, id, row->supporting[i]);
  if (!differs)
    add_line (plan, LEDGER_IMPORT_UNCHANGED, row, NULL, "issue", id);
  plan_measures (plan, row, issue);
}

/* Offers what is left over and takes the pairs that a person has taken. */
static void
pair_up (LedgerImportPlan *plan,
         LedgerImportHeadings *headings,
         GPtrArray *matches,
         GHashTable *decisions)
{
  plan->pairs = ledger_import_pairs_find (plan->document, headings, plan->rows, matches, decisions);
  plan->pair_of = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < plan->pairs->len; i++)
    {
      LedgerImportPair *pair = g_ptr_array_index (plan->pairs, i);
      g_hash_table_insert (plan->pair_of, (gpointer)pair->row, pair);
    }
  for (guint i = 0; i < plan->rows->len; i++)
    {
      const LedgerImportPair *pair = g_hash_table_lookup (plan->pair_of, plan->rows->pdata[i]);
      if (pair && pair->decision == LEDGER_IMPORT_AS_CHANGE)
        matches->pdata[i] = ledger_document_lookup (plan->document, "issue", pair->id);
    }
}

static guint
count_absent (LedgerDocument *document, GPtrArray *matches)
{
  guint n =
      document ? ledger_table_get_n_records (ledger_document_get_table (document, "issue")) : 0;
  for (guint i = 0; i < matches->len; i++)
    n -= matches->pdata[i] != NULL;
  return n;
}

LedgerImportPlan *
ledger_import_plan_new (LedgerDocument *document, GPtrArray *rows, GError **error)
{
  return ledger_import_plan_new_decided (document, rows, NULL, error);
}

LedgerImportPlan *
ledger_import_plan_new_decided (LedgerDocument *document,
                                GPtrArray *rows,
                                GHashTable *decisions,
                                GError **error)
{
  if (rows->len == 0)
    {
      g_set_error_literal (error,
                           LEDGER_ERROR,
                           LEDGER_ERROR_INVALID,
                           _ ("No problem was found in the list. Check which column holds them."));
      return NULL;
    }
  LedgerImportPlan *plan = g_new0 (LedgerImportPlan, 1);
  plan->document = document;
  plan->rows = g_ptr_array_ref (rows);
  plan->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)line_free);
  g_autoptr (LedgerImportHeadings) headings = ledger_import_headings_new (document);
  g_autoptr (GPtrArray) matches = ledger_import_match_issues (document, headings, rows);
  pair_up (plan, headings, matches, decisions);
  plan->n_absent = count_absent (document, matches);
  for (guint i = 0; i < rows->len; i++)
    plan_issue (plan, headings, g_ptr_array_index (rows, i), matches->pdata[i]);
  plan->document = NULL; /* the plan outlives a refresh; the edit names its own document */
  return plan;
}

guint
ledger_import_plan_get_n_lines (LedgerImportPlan *plan)
{
  return plan->lines->len;
}

LedgerImportLine *
ledger_import_plan_get_line (LedgerImportPlan *plan, guint index)
{
  return g_ptr_array_index (plan->lines, index);
}

const GPtrArray *
ledger_import_plan_get_pairs (LedgerImportPlan *plan)
{
  return plan->pairs;
}

const LedgerImportPair *
ledger_import_plan_find_pair (LedgerImportPlan *plan, const LedgerImportIssue *row)
{
  return g_hash_table_lookup (plan->pair_of, row);
}

const LedgerImportPair *
ledger_import_plan_find_pair_at (LedgerImportPlan *plan, guint row)
{
  guint from = 0;
  guint to = plan->pairs->len;
  while (from < to)
    {
      const guint middle = (from + to) / 2;
      const LedgerImportPair *pair = g_ptr_array_index (plan->pairs, middle);
      if (pair->row->row == row)
        return pair;
      if (pair->row->row < row)
        from = middle + 1;
      else
        to = middle;
    }
  return NULL;
}

/* --- what a person ticked --- */

/* The same line in another plan of the same list: row and measure by their place, and content. */
static char *
dup_line_key (const LedgerImportLine *line)
{
  return g_strdup_printf ("%u\n%u\n%s\n%s\n%d\n%s",
                          line->issue->row,
                          line->measure ? line->measure->row + 1 : 0,
                          line->type,
                          line->field ? line->field : "",
                          (int)line->fate,
                          line->after ? line->after : "");
}

static gboolean
is_told (const LedgerImportLine *line)
{
  return line->chosen != (line->fate != LEDGER_IMPORT_KEPT);
}

void
ledger_import_plan_take_choices (LedgerImportPlan *plan, LedgerImportPlan *before)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < before->lines->len; i++)
    {
      const LedgerImportLine *line = g_ptr_array_index (before->lines, i);
      if (!is_told (line))
        continue;
      g_hash_table_add (rows, GUINT_TO_POINTER (line->issue->row));
      g_hash_table_add (told, dup_line_key (line));
    }
  if (g_hash_table_size (told) == 0)
    return;
  for (guint i = 0; i < plan->lines->len; i++)
    {
      LedgerImportLine *line = g_ptr_array_index (plan->lines, i);
      if (!g_hash_table_contains (rows, GUINT_TO_POINTER (line->issue->row)))
        continue;
      g_autofree char *key = dup_line_key (line);
      if (g_hash_table_contains (told, key))
        line->chosen = !line->chosen;
    }
}

/* --- counting --- */

guint
ledger_import_plan_count_absent (LedgerImportPlan *plan)
{
  return plan->n_absent;
}

static guint
strength (LedgerImportFate fate)
{
  switch (fate)
    {
    case LEDGER_IMPORT_ADDED:
      return 3;
    case LEDGER_IMPORT_KEPT:
      return 2;
    case LEDGER_IMPORT_UPDATED:
      return 1;
    default:
      return 0;
    }
}

/* Lines of one issue or measure stand together, but a measure's stand among its issue's. */
guint
ledger_import_plan_count (LedgerImportPlan *plan, LedgerImportFate fate)
{
  g_autoptr (GHashTable) fates = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer value;
  guint n = 0;
  for (guint i = 0; i < plan->lines->len; i++)
    {
      const LedgerImportLine *line = g_ptr_array_index (plan->lines, i);
      gconstpointer subject =
          line->measure ? (gconstpointer)line->measure : (gconstpointer)line->issue;
      gpointer known = g_hash_table_lookup (fates, subject);
      guint own = strength (line->fate) + 1;
      if (own > GPOINTER_TO_UINT (known))
        g_hash_table_insert (fates, (gpointer)subject, GUINT_TO_POINTER (own));
    }
  g_hash_table_iter_init (&iter, fates);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    n += GPOINTER_TO_UINT (value) == strength (fate) + 1;
  return n;
}
