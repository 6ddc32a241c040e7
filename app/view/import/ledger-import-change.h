/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-sheet-import.h"

G_BEGIN_DECLS

/* A correction that a person made to the reading of a list. It waits while a reading is under way:
 * the list belongs to the job then. */
typedef enum
{
  LEDGER_IMPORT_CHANGE_SHEET,
  LEDGER_IMPORT_CHANGE_HEAD_ROW,
  LEDGER_IMPORT_CHANGE_ROLE,
  LEDGER_IMPORT_CHANGE_ANSWER,
  LEDGER_IMPORT_CHANGE_LEDGER,   /* it was written to: the list is compared again */
  LEDGER_IMPORT_CHANGE_DECISION, /* of a pair: TEXT is the id, "" for a new one */
} LedgerImportChangeKind;

typedef struct
{
  LedgerImportChangeKind kind;
  guint row;
  guint column;
  LedgerColumnRole role;
  char *text; /* sheet, answer or decision; may be NULL */
} LedgerImportChange;

LedgerImportChange *
ledger_import_change_new (LedgerImportChangeKind kind, guint row, guint column, const char *text);
void ledger_import_change_free (LedgerImportChange *change);
/* DECISIONS as ledger_import_plan_new_decided() takes them, texts owned. */
void ledger_import_change_apply (const LedgerImportChange *change,
                                 LedgerSheetImport *import,
                                 GHashTable *decisions);

/* For a job, which has decisions of its own. */
GHashTable *ledger_import_change_copy_decisions (GHashTable *decisions);

G_END_DECLS
