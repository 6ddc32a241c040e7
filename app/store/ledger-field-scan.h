/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-log.h"

G_BEGIN_DECLS

/* Reads the operations field by field, each with what stands on what: one pass over two sorted
 * tables, no probe per operation. What a column shows is decided here and nowhere else (LOG 5). Not
 * to be nested with another scan of the same kind. */
typedef struct _LedgerFieldScan LedgerFieldScan;

typedef struct
{
  gint64 edit;
  LedgerValue *value;
  gboolean superseded; /* some operation names it as parent: no head */
  gboolean based;      /* it names parents: no root */
} LedgerFieldOperation;

typedef struct
{
  gint64 parent;
  gint64 edit;
} LedgerFieldParent;

/* All records from FIRST_RECORD on. */
LedgerFieldScan *ledger_field_scan_new_from (LedgerLog *log, gint64 first_record, GError **error);
LedgerFieldScan *ledger_field_scan_new_record (LedgerLog *log, gint64 record, GError **error);
LedgerFieldScan *
ledger_field_scan_new_field (LedgerLog *log, gint64 record, gint64 field, GError **error);
/* Only these fields, of all records. */
LedgerFieldScan *ledger_field_scan_new_fields (LedgerLog *log, GArray *fields, GError **error);
void ledger_field_scan_free (LedgerFieldScan *self);

/* TRUE while there is a field; FALSE with ERROR on failure. */
gboolean ledger_field_scan_next (LedgerFieldScan *self, GError **error);
gint64 ledger_field_scan_get_record (LedgerFieldScan *self);
gint64 ledger_field_scan_get_field (LedgerFieldScan *self);
/* LedgerFieldOperation by edit key; lives until the next step. */
GArray *ledger_field_scan_get_operations (LedgerFieldScan *self);
/* LedgerFieldParent by (parent, edit). */
GArray *ledger_field_scan_get_parents (LedgerFieldScan *self);

/* Keeps the operations of those edits for which MEMBER is TRUE and looks anew what stands on what:
 * the field in the state named by another tip. */
typedef gboolean (*LedgerFieldScanMember) (gint64 edit, gpointer data);
void
ledger_field_scan_restrict (LedgerFieldScan *self, LedgerFieldScanMember member, gpointer data);

/* The operation whose value the column shows: of the heads (of the roots, for a write-once field)
 * the one with the greatest (time, edit hash). *SHOWN is its index, -1 where there is none.
 * N_VALUES (may be NULL): distinct values among the heads; more than one is a conflict. */
gboolean ledger_field_scan_pick (
    LedgerFieldScan *self, gboolean write_once, gint *shown, guint *n_values, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerFieldScan, ledger_field_scan_free)

G_END_DECLS
