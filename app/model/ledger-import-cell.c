/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-cell.h"

#include <string.h>

#include "ledger-text.h"

#define ISSUE(member) G_STRUCT_OFFSET (LedgerImportIssue, member)
#define MEASURE(member) G_STRUCT_OFFSET (LedgerImportMeasure, member)

static const LedgerImportCell issue_cells[] = {
  { "issue", "text", LEDGER_IMPORT_CELL_TEXT, ISSUE (text) },
  { "issue", "sheet_number", LEDGER_IMPORT_CELL_TEXT, ISSUE (number) },
  { "issue", "due", LEDGER_IMPORT_CELL_DEADLINE, ISSUE (deadline) },
  { "issue", "deadline_class", LEDGER_IMPORT_CELL_TEXT, ISSUE (deadline_class) },
  { "issue", "target", LEDGER_IMPORT_CELL_TEXT, ISSUE (target) },
  { "issue", "sheet_progress", LEDGER_IMPORT_CELL_TEXT, ISSUE (progress_text) },
  { "issue", "remark", LEDGER_IMPORT_CELL_TEXT, ISSUE (remark) },
};

static const LedgerImportCell claim_cells[] = {
  { "claim", "department", LEDGER_IMPORT_CELL_DEPARTMENT, ISSUE (department) },
  { "claim", "lead_leader", LEDGER_IMPORT_CELL_PERSON, ISSUE (lead_leader) },
  { "claim", "handler", LEDGER_IMPORT_CELL_PERSON, ISSUE (handler) },
  { "claim", "reviewer", LEDGER_IMPORT_CELL_PERSON, ISSUE (reviewer) },
  { "claim", "responsible_leader", LEDGER_IMPORT_CELL_PERSON, ISSUE (responsible_leader) },
};

static const LedgerImportCell measure_cells[] = {
  { "measure", "text", LEDGER_IMPORT_CELL_TEXT, MEASURE (text) },
  { "measure", "due", LEDGER_IMPORT_CELL_DEADLINE, MEASURE (deadline) },
  { "measure", "owner", LEDGER_IMPORT_CELL_PERSON, MEASURE (owner) },
  { "measure", "target", LEDGER_IMPORT_CELL_TEXT, MEASURE (target) },
};

const LedgerImportCell *
ledger_import_cells_of (const char *type, guint *n)
{
  if (g_str_equal (type, "issue"))
    return *n = G_N_ELEMENTS (issue_cells), issue_cells;
  if (g_str_equal (type, "claim"))
    return *n = G_N_ELEMENTS (claim_cells), claim_cells;
  if (g_str_equal (type, "measure"))
    return *n = G_N_ELEMENTS (measure_cells), measure_cells;
  *n = 0;
  return NULL;
}

const LedgerImportCell *
ledger_import_cell_find (const char *type, const char *field)
{
  guint n;
  const LedgerImportCell *cells = ledger_import_cells_of (type, &n);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (cells[i].field, field))
      return &cells[i];
  return NULL;
}

/* A percentage and words of progress are one field: shown, never asked for. */
static char *
dup_progress (const LedgerImportIssue *row)
{
  gboolean percent = row->progress_percent && *row->progress_percent;
  gboolean text = row->progress_text && *row->progress_text;
  if (!percent && !text)
    return NULL;
  gboolean sign = percent && g_str_has_suffix (row->progress_percent, "%");
  return g_strconcat (percent ? row->progress_percent : "",
                      percent && !sign ? "%" : "",
                      percent && text ? "，" : "",
                      text ? row->progress_text : "",
                      NULL);
}

char *
ledger_import_cell_dup (const LedgerImportCell *cell,
                        const LedgerImportIssue *row,
                        const LedgerImportMeasure *measure)
{
  gconstpointer base = measure ? (gconstpointer)measure : (gconstpointer)row;
  if (g_str_equal (cell->field, "sheet_progress"))
    return dup_progress (row);
  const char *text = *(char *const *)G_STRUCT_MEMBER_P (base, cell->offset);
  g_autofree char *trimmed = text ? ledger_text_trim (text) : NULL;
  return trimmed && *trimmed ? g_steal_pointer (&trimmed) : NULL;
}

/* --- the three ways --- */

/* Words decide: “3月底” read again from another anchor is still what was written. */
static gboolean
same_deadline (const char *a, const char *b)
{
  g_autoptr (LedgerDeadline) first = a ? ledger_deadline_from_canonical (a) : NULL;
  g_autoptr (LedgerDeadline) second = b ? ledger_deadline_from_canonical (b) : NULL;
  if (!first || !second)
    return g_strcmp0 (a, b) == 0;
  if (first->words[0] && second->words[0] && g_str_equal (first->words, second->words))
    return TRUE;
  return first->precision == second->precision && first->day == second->day
         && first->day != LEDGER_DAY_NONE;
}

/* Whether the record of TYPE bears or once bore the name: who was renamed here is still meant. */
static gboolean
bears_name (LedgerDocument *document, const char *type, const char *id, const char *name)
{
  if (!id)
    return FALSE;
  if (g_strcmp0 (ledger_document_get_name (document, type, id), name) == 0)
    return TRUE;
  LedgerStore *store = ledger_document_get_store (document);
  g_autoptr (GPtrArray) history = ledger_store_get_history (store, type, id, "name", NULL);
  for (guint i = 0; history && i < history->len; i++)
    {
      const LedgerOperation *operation = g_ptr_array_index (history, i);
      if (g_strcmp0 (ledger_value_get_text (operation->value), name) == 0)
        return TRUE;
    }
  return FALSE;
}

static const char *
target_of (const LedgerImportCell *cell)
{
  return cell->kind == LEDGER_IMPORT_CELL_PERSON       ? "person"
         : cell->kind == LEDGER_IMPORT_CELL_DEPARTMENT ? "department"
                                                       : NULL;
}

/* Whether the cell says what stands in VALUE (the log's form). */
static gboolean
says (const LedgerImportCell *cell,
      LedgerDocument *document,
      const char *content,
      const char *value)
{
  if (target_of (cell))
    return bears_name (document, target_of (cell), value, content);
  if (cell->kind == LEDGER_IMPORT_CELL_DEADLINE)
    return same_deadline (content, value);
  return g_strcmp0 (content, value) == 0;
}

static const char *
get_present (const LedgerImportCell *cell, LedgerDocument *document, const char *id)
{
  LedgerRecord *record = ledger_document_lookup (document, cell->type, id);
  if (!record)
    return NULL;
  const LedgerRecordType *type = ledger_record_get_record_type (record);
  const char *text =
      ledger_record_get_text (record, ledger_record_type_find_column (type, cell->field));
  return text && *text ? text : NULL;
}

/* A table that was copied here, or a form that was printed here, names a problem by the ledger's
 * own number, which says nothing about the list's. */
static gboolean
is_own_number (const LedgerImportCell *cell,
               LedgerDocument *document,
               const char *id,
               const char *content)
{
  LedgerRecord *issue = g_str_equal (cell->field, "sheet_number")
                            ? ledger_document_lookup (document, "issue", id)
                            : NULL;

  return issue && g_strcmp0 (ledger_record_get_text (issue, LEDGER_ISSUE_NUMBER), content) == 0;
}

LedgerImportFate
ledger_import_cell_compare (const LedgerImportCell *cell,
                            LedgerDocument *document,
                            const char *id,
                            const char *content,
                            char **before)
{
  const char *present = get_present (cell, document, id);
  *before = NULL;
  if (says (cell, document, content, present) || is_own_number (cell, document, id, content))
    return LEDGER_IMPORT_UNCHANGED;
  g_autoptr (LedgerValue) last = ledger_store_get_last_import (
      ledger_document_get_store (document), cell->type, id, cell->field, NULL);
  const char *imported = last ? ledger_value_get_text (last) : NULL;
  if (imported && says (cell, document, content, imported))
    return LEDGER_IMPORT_UNCHANGED; /* the sheet says nothing new: a hand edit stays */
  *before = target_of (cell) && present
                ? g_strdup (ledger_document_get_name (document, target_of (cell), present))
                : g_strdup (present);
  return g_strcmp0 (present, imported) == 0 ? LEDGER_IMPORT_UPDATED : LEDGER_IMPORT_KEPT;
}
