/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-import-plan.h"
#include "ledger-inspection.h"
#include "ledger-invocation.h"
#include "ledger-sheet-import.h"
#include "ledger-sheet-pairs.h"
#include "ledger-sheet-reader.h"

static void
tell_problem (LedgerInvocation *invocation, const LedgerDoubt *doubt)
{
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);

  ledger_invocation_say (invocation, "%s\t%s", doubt->cell, doubt->text);
  if (!json)
    return;
  ledger_json_writer_begin_object (json, NULL);
  ledger_json_writer_text (json, "cell", doubt->cell);
  ledger_json_writer_text (json, "text", doubt->text);
  ledger_json_writer_end_object (json);
}

static void
tell_problems (LedgerInvocation *invocation, LedgerSheetImport *import, LedgerImportPlan *plan)
{
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);
  const GPtrArray *doubts = ledger_sheet_import_get_doubts (import);
  g_autoptr (GPtrArray) pairs =
      ledger_sheet_pairs_tell (plan, ledger_sheet_import_get_layout (import));

  if (json)
    ledger_json_writer_begin_array (json, "problems");
  for (guint i = 0; i < pairs->len; i++)
    tell_problem (invocation, g_ptr_array_index (pairs, i));
  for (guint i = 0; i < doubts->len; i++)
    tell_problem (invocation, g_ptr_array_index (doubts, i));
  if (json)
    ledger_json_writer_end_array (json);
}

/* Beside the contract: rows that may be problems of the ledger, for a script to ask about. */
static void
tell_pairs (LedgerJsonWriter *json, LedgerImportPlan *plan)
{
  const GPtrArray *pairs = ledger_import_plan_get_pairs (plan);

  ledger_json_writer_begin_array (json, "pairs");
  for (guint i = 0; i < pairs->len; i++)
    {
      const LedgerImportPair *pair = g_ptr_array_index (pairs, i);

      ledger_json_writer_begin_object (json, NULL);
      ledger_json_writer_integer (json, "row", pair->row->row + 1);
      ledger_json_writer_text (json, "text", pair->row->text);
      ledger_json_writer_text (json, "id", pair->id);
      ledger_json_writer_text (json, "number", pair->number);
      ledger_json_writer_text (json, "issue", pair->text);
      ledger_json_writer_integer (json, "likeness", pair->likeness);
      ledger_json_writer_end_object (json);
    }
  ledger_json_writer_end_array (json);
}

static void
tell (LedgerInvocation *invocation,
      LedgerSheetImport *import,
      LedgerImportPlan *plan,
      const LedgerSheetCounts *counts)
{
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);
  const struct
  {
    const char *name;
    guint count;
  } figures[] = {
    { "headings", counts->headings },
    { "issues", counts->issues },
    { "measures", counts->measures },
    { "departments", counts->departments },
    { "people", counts->people },
    { "added", ledger_import_plan_count (plan, LEDGER_IMPORT_ADDED) },
    { "updated", ledger_import_plan_count (plan, LEDGER_IMPORT_UPDATED) },
    { "unchanged", ledger_import_plan_count (plan, LEDGER_IMPORT_UNCHANGED) },
    { "kept", ledger_import_plan_count (plan, LEDGER_IMPORT_KEPT) },
  };

  if (json)
    ledger_json_writer_begin_object (json, NULL);
  for (guint i = 0; json && i < G_N_ELEMENTS (figures); i++)
    ledger_json_writer_integer (json, figures[i].name, figures[i].count);
  ledger_invocation_say (invocation,
                         _ ("%u headings, %u problems, %u measures, %u departments, %u people; "
                            "added %u, updated %u, unchanged %u, kept %u."),
                         figures[0].count,
                         figures[1].count,
                         figures[2].count,
                         figures[3].count,
                         figures[4].count,
                         figures[5].count,
                         figures[6].count,
                         figures[7].count,
                         figures[8].count);
  tell_problems (invocation, import, plan);
  if (json)
    tell_pairs (json, plan);
  if (json)
    ledger_json_writer_end_object (json);
}

static LedgerSheetImport *
open_sheet (LedgerInvocation *invocation, LedgerDocument *document, GError **error)
{
  const char *name = ledger_invocation_get_option (invocation, "sheet");
  LedgerRecord *inspection = ledger_document_get_inspection (document);
  g_autoptr (LedgerSheetImport) import = NULL;
  g_autoptr (LedgerWorkbook) workbook =
      ledger_sheet_reader_open (ledger_invocation_get_argument (invocation, 1), NULL, NULL, error);

  if (!workbook)
    return NULL;
  import = ledger_sheet_import_new (workbook);
  if (name && !ledger_sheet_import_choose_sheet (import, name, error))
    return NULL;
  if (inspection)
    ledger_sheet_import_set_anchor (
        import, ledger_record_get_day (inspection, LEDGER_INSPECTION_FEEDBACK_DATE));
  return g_steal_pointer (&import);
}

gboolean
ledger_command_import (LedgerInvocation *invocation, GError **error)
{
  gboolean preview = ledger_invocation_get_option (invocation, "preview") != NULL;
  g_autoptr (LedgerDocument) document = ledger_invocation_open (
      invocation, preview ? LEDGER_DOCUMENT_READ : LEDGER_DOCUMENT_SCRIPT, error);
  g_autoptr (LedgerSheetImport) import = document ? open_sheet (invocation, document, error) : NULL;
  g_autoptr (GPtrArray) rows = import ? ledger_sheet_import_read (import, NULL, error) : NULL;
  g_autoptr (LedgerImportPlan) plan = rows ? ledger_import_plan_new (document, rows, error) : NULL;

  if (!plan)
    return FALSE;
  if (!preview)
    {
      g_autoptr (LedgerEdit) edit = ledger_import_plan_make_edit (plan, document, error);
      if (!edit || !ledger_document_commit (document, edit, NULL, error))
        return FALSE;
    }
  LedgerSheetCounts counts = ledger_sheet_import_count (rows);
  tell (invocation, import, plan, &counts);
  return TRUE;
}
