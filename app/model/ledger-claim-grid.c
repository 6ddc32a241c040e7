/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-claim-grid.h"

#include <glib/gi18n-lib.h>

#include "ledger-department.h"
#include "ledger-supervision.h"

void
ledger_claim_line_free (LedgerClaimLine *line)
{
  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    g_free (line->roles[i].name);
  g_free (line->issue_id);
  g_free (line->department);
  g_free (line);
}

void
ledger_claim_row_free (LedgerClaimRow *row)
{
  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    g_free (row->roles[i].name);
  g_free (row->department);
  g_ptr_array_unref (row->lines);
  g_free (row);
}

const char *
ledger_claim_source_get_name (LedgerClaimSource source)
{
  switch (source)
    {
    case LEDGER_CLAIM_SOURCE_SHEET:
      return C_ ("source of a name", "list");
    case LEDGER_CLAIM_SOURCE_SUPERVISION:
      return C_ ("source of a name", "supervises");
    case LEDGER_CLAIM_SOURCE_DEFAULT:
      return C_ ("source of a name", "usual");
    default:
      return NULL;
    }
}

/* --- where a name comes from --- */

static gboolean
propose (LedgerDocument *document,
         LedgerClaimProposal *proposal,
         const char *person_id,
         LedgerClaimSource source)
{
  const char *name = ledger_document_get_name (document, "person", person_id);

  if (proposal->name != NULL || name == NULL)
    return FALSE;
  proposal->name = g_strdup (name);
  proposal->source = source;
  return TRUE;
}

static const char *
find_supervisor (LedgerDocument *document, const char *department_id)
{
  LedgerTable *table = ledger_document_get_table (document, ledger_supervision_record_type.name);

  for (guint i = 0; i < ledger_table_get_n_records (table); i++)
    {
      LedgerRecord *supervision = ledger_table_get_record (table, i);

      if (g_strcmp0 (ledger_record_get_text (supervision, LEDGER_SUPERVISION_DEPARTMENT),
                     department_id)
          == 0)
        return ledger_record_get_text (supervision, LEDGER_SUPERVISION_PERSON);
    }
  return NULL;
}

static const guint claim_columns[LEDGER_N_CLAIM_ROLES] = {
  [LEDGER_CLAIM_ROLE_LEAD_LEADER] = LEDGER_CLAIM_LEAD_LEADER,
  [LEDGER_CLAIM_ROLE_HANDLER] = LEDGER_CLAIM_HANDLER,
  [LEDGER_CLAIM_ROLE_REVIEWER] = LEDGER_CLAIM_REVIEWER,
  [LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER] = LEDGER_CLAIM_RESPONSIBLE_LEADER,
};

static void
propose_written (LedgerDocument *document, LedgerClaimLine *line, LedgerRecord *claim)
{
  const gboolean claimed = ledger_record_get_text (claim, LEDGER_CLAIM_CLAIMED_ON) != NULL;
  const LedgerClaimSource source = claimed ? LEDGER_CLAIM_SOURCE_NONE : LEDGER_CLAIM_SOURCE_SHEET;

  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    propose (document, &line->roles[i], ledger_record_get_text (claim, claim_columns[i]), source);
}

static void
propose_of_department (LedgerDocument *document, LedgerClaimLine *line, LedgerRecord *department)
{
  static const guint usual[LEDGER_N_CLAIM_ROLES] = {
    [LEDGER_CLAIM_ROLE_LEAD_LEADER] = LEDGER_DEPARTMENT_DEFAULT_LEAD_LEADER,
    [LEDGER_CLAIM_ROLE_HANDLER] = LEDGER_DEPARTMENT_DEFAULT_HANDLER,
    [LEDGER_CLAIM_ROLE_REVIEWER] = LEDGER_DEPARTMENT_DEFAULT_REVIEWER,
  };

  propose (document,
           &line->roles[LEDGER_CLAIM_ROLE_LEAD_LEADER],
           find_supervisor (document, ledger_record_get_id (department)),
           LEDGER_CLAIM_SOURCE_SUPERVISION);
  for (guint i = 0; i < LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER; i++)
    propose (document,
             &line->roles[i],
             ledger_record_get_text (department, usual[i]),
             LEDGER_CLAIM_SOURCE_DEFAULT);
}

static void
take_department (LedgerDocument *document,
                 LedgerClaimLine *line,
                 LedgerRecord *claim,
                 const char *chosen)
{
  const char *id = claim != NULL ? ledger_record_get_text (claim, LEDGER_CLAIM_DEPARTMENT) : NULL;
  const char *written = ledger_document_get_name (document, "department", id);

  if (chosen != NULL && *chosen != '\0' && g_strcmp0 (chosen, written) != 0)
    {
      line->department = g_strdup (chosen);
      return;
    }
  line->department = g_strdup (written);
  if (written != NULL && ledger_record_get_text (claim, LEDGER_CLAIM_CLAIMED_ON) == NULL)
    line->department_source = LEDGER_CLAIM_SOURCE_SHEET;
}

LedgerClaimLine *
ledger_claim_line_new (LedgerDocument *document, const char *issue_id, const char *department)
{
  LedgerRecord *claim = ledger_document_lookup (document, "claim", issue_id);
  LedgerRecord *record;
  LedgerClaimLine *line;

  if (ledger_document_lookup (document, "issue", issue_id) == NULL)
    return NULL;
  line = g_new0 (LedgerClaimLine, 1);
  line->issue_id = g_strdup (issue_id);
  take_department (document, line, claim, department);
  if (claim != NULL)
    propose_written (document, line, claim);
  record = line->department != NULL
               ? ledger_document_find_name (document, "department", line->department)
               : NULL;
  if (record != NULL)
    propose_of_department (document, line, record);
  return line;
}

/* --- rows --- */

static void
join (LedgerClaimRow *row, const LedgerClaimLine *line)
{
  const gboolean first = row->lines->len == 0;

  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    {
      LedgerClaimProposal *shared = &row->roles[i];
      const LedgerClaimProposal *own = &line->roles[i];

      if (first)
        {
          shared->name = g_strdup (own->name);
          shared->source = own->source;
        }
      else if (!row->mixed[i] && g_strcmp0 (shared->name, own->name) != 0)
        {
          row->mixed[i] = TRUE;
          g_clear_pointer (&shared->name, g_free);
          shared->source = LEDGER_CLAIM_SOURCE_NONE;
        }
      else if (shared->source != own->source)
        shared->source = LEDGER_CLAIM_SOURCE_NONE;
    }
}

static LedgerClaimRow *
find_row (GPtrArray *rows, const char *department)
{
  LedgerClaimRow *row;

  for (guint i = 0; i < rows->len; i++)
    {
      row = g_ptr_array_index (rows, i);
      if (g_strcmp0 (row->department, department) == 0)
        return row;
    }
  row = g_new0 (LedgerClaimRow, 1);
  row->department = g_strdup (department);
  row->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_claim_line_free);
  g_ptr_array_add (rows, row);
  return row;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const LedgerClaimRow *one = *(const LedgerClaimRow *const *)a;
  const LedgerClaimRow *other = *(const LedgerClaimRow *const *)b;

  if ((one->department == NULL) != (other->department == NULL))
    return one->department == NULL ? 1 : -1;
  return (int)other->lines->len - (int)one->lines->len;
}

GPtrArray *
ledger_claim_grid_new (LedgerDocument *document, const char *const *issue_ids)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_claim_row_free);

  for (; *issue_ids != NULL; issue_ids++)
    {
      LedgerClaimLine *line = ledger_claim_line_new (document, *issue_ids, NULL);
      LedgerClaimRow *row;

      if (line == NULL)
        continue;
      row = find_row (rows, line->department);
      join (row, line);
      g_ptr_array_add (row->lines, line);
    }
  /* A merge sort, so that equal rows stay in the order in which they were met. */
  g_ptr_array_sort (rows, compare_rows);
  return rows;
}
