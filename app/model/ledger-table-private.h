/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-table.h"

G_BEGIN_DECLS

/* What reading and publishing share of a table; nobody else includes it. */
struct _LedgerTable
{
  GObject parent_instance;

  GType record_gtype;
  const LedgerRecordType *type;
  guint parent_column; /* G_MAXUINT: none */
  /* Interned, for the store keeps its statements under the address of their text. */
  const char *select_all;
  const char *select_one;
  const char *select_slice;
  const char *select_children;

  GPtrArray *records;   /* what the list model shows; changes in `publish` only */
  gboolean published;   /* once; before that nothing is noted of what came and went */
  GHashTable *by_id;    /* what was read last: id (of the record) to record */
  GHashTable *changed;  /* set; notifications frozen until `publish` */
  GHashTable *appeared; /* set */
  GPtrArray *vanished;

  GHashTable *children; /* parent id to what is below it; NULL until first asked for */
  GPtrArray *no_children;
  LedgerValue **row; /* one row being read */
  gint64 whole_at;   /* log position at which everything was read; 0: never */
  guint generation;  /* grows with every record that comes, goes or is read again */
  GPtrArray *order;  /* what `records` will be when it is published, or NULL: to be sorted */
};

/* Ends what was held back of the notifications of changed records, and forgets them. */
void ledger_table_thaw_changed (LedgerTable *self);
/* RECORD is found below its parent from now on, and no more. Where nobody has asked for children
 * yet there is nothing to be done. */
void ledger_table_add_child (LedgerTable *self, LedgerRecord *record);
void ledger_table_remove_child (LedgerTable *self, LedgerRecord *record);
/* Takes RECORD, which came. */
void ledger_table_keep_record (LedgerTable *self, LedgerRecord *record);
/* RECORD gets the values of `row`, which are taken. */
void ledger_table_renew_record (LedgerTable *self, LedgerRecord *record, gboolean contested);
/* RECORD is gone. */
void ledger_table_lose_record (LedgerTable *self, LedgerRecord *record);
/* Takes ORDER, the records as they stand now in their order, so that publishing need not sort. */
void ledger_table_take_order (LedgerTable *self, GPtrArray *order);

G_END_DECLS
