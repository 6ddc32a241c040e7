/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-counts.h"

/* A link counts only while its proof is living, for a link belongs to its measure. */
#define MEASURES                                                                                   \
  "SELECT m.issue, count(*), total(m.done), total(NOT EXISTS ("                                    \
  "SELECT 1 FROM evidence_link AS l JOIN evidence AS e ON e.id = l.evidence "                      \
  "WHERE l.measure = m.id)) FROM measure AS m "
#define EVIDENCE                                                                                   \
  "SELECT e.issue, count(*), total(NOT EXISTS ("                                                   \
  "SELECT 1 FROM evidence_link AS l JOIN measure AS m ON m.id = l.measure "                        \
  "WHERE l.evidence = e.id)) FROM evidence AS e "
#define SHARED                                                                                     \
  "SELECT m.issue, count(DISTINCT e.id) FROM measure AS m "                                        \
  "JOIN evidence_link AS l ON l.measure = m.id "                                                   \
  "JOIN evidence AS e ON e.id = l.evidence WHERE e.issue IS NOT m.issue "

typedef void (*TakeFunc) (LedgerStatement *row, LedgerIssueCounts *counts);

static void
take_measures (LedgerStatement *row, LedgerIssueCounts *counts)
{
  counts->n_measures = (guint)ledger_statement_get_integer (row, 1);
  counts->n_measures_done = (guint)ledger_statement_get_integer (row, 2);
  counts->n_measures_without_evidence = (guint)ledger_statement_get_integer (row, 3);
}

static void
take_evidence (LedgerStatement *row, LedgerIssueCounts *counts)
{
  counts->n_evidence += (guint)ledger_statement_get_integer (row, 1);
  counts->n_unfiled = (guint)ledger_statement_get_integer (row, 2);
}

static void
take_shared (LedgerStatement *row, LedgerIssueCounts *counts)
{
  counts->n_evidence += (guint)ledger_statement_get_integer (row, 1);
}

/* One row a measure. */
static void
take_measure (LedgerStatement *row, LedgerIssueCounts *counts)
{
  counts->n_measures++;
  counts->n_measures_done += ledger_statement_get_integer (row, 1) != 0;
  counts->n_measures_without_evidence++;
}

static void
take_proved (LedgerStatement *row, LedgerIssueCounts *counts)
{
  counts->n_measures_without_evidence -= (guint)ledger_statement_get_integer (row, 1);
}

static const struct
{
  const char *text;
  TakeFunc take;
} of_one[] = {
  { MEASURES "WHERE m.issue = ? GROUP BY m.issue", take_measures },
  { EVIDENCE "WHERE e.issue = ? GROUP BY e.issue", take_evidence },
  { SHARED "AND m.issue = ? GROUP BY m.issue", take_shared },
};

/* All measures are read in one run over their table and counted here: grouped by an index the
 * database would look up each row by itself, five times as long. What concerns proof begins with
 * the links, of which there are few. */
static const struct
{
  const char *text;
  TakeFunc take;
} of_all[] = {
  { "SELECT issue, done FROM measure", take_measure },
  { "SELECT m.issue, count(DISTINCT m.id) FROM evidence_link AS l "
    "CROSS JOIN evidence AS e ON e.id = l.evidence CROSS JOIN measure AS m ON m.id = l.measure "
    "GROUP BY m.issue",
    take_proved },
  { EVIDENCE "GROUP BY e.issue", take_evidence },
  { "SELECT m.issue, count(DISTINCT e.id) FROM evidence_link AS l "
    "CROSS JOIN evidence AS e ON e.id = l.evidence CROSS JOIN measure AS m ON m.id = l.measure "
    "WHERE e.issue IS NOT m.issue GROUP BY m.issue",
    take_shared },
};

gboolean
ledger_issue_counts_read (LedgerStore *store,
                          const char *issue_id,
                          LedgerIssueCounts *counts,
                          GError **error)
{
  *counts = (LedgerIssueCounts){ 0 };
  for (gsize i = 0; i < G_N_ELEMENTS (of_one); i++)
    {
      g_autoptr (GError) failure = NULL;
      LedgerStatement *row = ledger_store_prepare (store, of_one[i].text, error);
      if (row == NULL)
        return FALSE;
      ledger_statement_bind_text (row, 0, issue_id);
      while (ledger_statement_step (row, &failure))
        of_one[i].take (row, counts);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }
  return TRUE;
}

static LedgerIssueCounts *
counts_of (GHashTable *all, const char *issue_id)
{
  LedgerIssueCounts *counts = g_hash_table_lookup (all, issue_id);

  if (counts == NULL)
    {
      counts = g_new0 (LedgerIssueCounts, 1);
      g_hash_table_insert (all, g_strdup (issue_id), counts);
    }
  return counts;
}

GHashTable *
ledger_issue_counts_read_all (LedgerStore *store, GError **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (of_all); i++)
    {
      g_autoptr (GError) failure = NULL;
      LedgerStatement *row = ledger_store_prepare (store, of_all[i].text, error);
      if (row == NULL)
        return NULL;
      while (ledger_statement_step (row, &failure))
        if (!ledger_statement_is_null (row, 0))
          of_all[i].take (row, counts_of (all, ledger_statement_get_text (row, 0)));
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }
  return g_steal_pointer (&all);
}
