/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-apply.h"
#include "ledger-edit.h"

G_BEGIN_DECLS

/* What of an edit remains to be written: its changes in the order of the hash, each with what the
 * log knows of its field; what says nothing new is left out (LOG 12). */
typedef struct
{
  const LedgerChange *change; /* of the edit, which outlives this */
  gint64 record;              /* 0: the log does not know it yet */
  gint64 field;               /* 0: likewise */
  LedgerValue *value;
  GArray *heads;   /* gint64, edits that the operation stands on; NULL: none */
  GArray *parents; /* their hashes, sorted, by whoever writes; NULL: none */
} LedgerPlannedOperation;

/* Array of LedgerPlannedOperation by (id, type, field), within the transaction that will write
 * them. NULL with LEDGER_ERROR_STALE where the edit's form is older than a head it writes over. */
GArray *
ledger_change_plan_new (LedgerLog *log, LedgerApply *apply, LedgerEdit *edit, GError **error);

gboolean ledger_planned_operation_is_deletion (const LedgerPlannedOperation *operation);

/* The sentence for a form that EDIT, made since, has outdated. Always FALSE. */
gboolean ledger_change_plan_set_stale (LedgerLog *log, gint64 edit, GError **error);

G_END_DECLS
