/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-change.h"

LedgerImportChange *
ledger_import_change_new (LedgerImportChangeKind kind, guint row, guint column, const char *text)
{
  LedgerImportChange *change = g_new0 (LedgerImportChange, 1);

  change->kind = kind;
  change->row = row;
  change->column = column;
  change->text = g_strdup (text);
  return change;
}

void
ledger_import_change_free (LedgerImportChange *change)
{
  g_free (change->text);
  g_free (change);
}

void
ledger_import_change_apply (const LedgerImportChange *change,
                            LedgerSheetImport *import,
                            GHashTable *decisions)
{
  switch (change->kind)
    {
    case LEDGER_IMPORT_CHANGE_SHEET:
      ledger_sheet_import_choose_sheet (import, change->text, NULL);
      g_hash_table_remove_all (decisions);
      break;
    case LEDGER_IMPORT_CHANGE_HEAD_ROW:
      ledger_sheet_import_set_head_row (import, change->row);
      break;
    case LEDGER_IMPORT_CHANGE_ROLE:
      if (change->column < ledger_sheet_import_get_layout (import)->n_columns)
        ledger_sheet_import_set_role (import, change->column, change->role);
      break;
    case LEDGER_IMPORT_CHANGE_LEDGER:
      break;
    case LEDGER_IMPORT_CHANGE_DECISION:
      g_hash_table_insert (decisions, GUINT_TO_POINTER (change->row), g_strdup (change->text));
      break;
    case LEDGER_IMPORT_CHANGE_ANSWER:
    default:
      ledger_sheet_import_answer (import, change->row, change->column, change->text);
      break;
    }
}

GHashTable *
ledger_import_change_copy_decisions (GHashTable *decisions)
{
  GHashTable *copy = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GHashTableIter iter;
  gpointer row, said;

  g_hash_table_iter_init (&iter, decisions);
  while (g_hash_table_iter_next (&iter, &row, &said))
    g_hash_table_insert (copy, row, g_strdup (said));
  return copy;
}
