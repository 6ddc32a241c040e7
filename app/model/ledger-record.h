/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "ledger-column.h"
#include "ledger-date.h"
#include "ledger-value.h"

G_BEGIN_DECLS

/* One record of the reading: a read-only GObject whose properties come from its column table
 * ("due-text" for the field "due_text"; also "id" and "contested"). The same object for its life: a
 * refresh sets values and notifies only what differs. Views bind and read; to change something they
 * make an edit (DESIGN 2, rule 5). */
#define LEDGER_TYPE_RECORD (ledger_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (LedgerRecord, ledger_record, LEDGER, RECORD, GObject)

struct _LedgerRecordClass
{
  GObjectClass parent_class;
  const LedgerRecordType *type;
  /* After values were set; for a class that keeps something derived. May be NULL. */
  void (*loaded) (LedgerRecord *self);
  /* The key by which the type's list is sorted, bytewise; equal keys by id. NULL: the field
   * "rank", where there is one. */
  char *(*dup_order) (LedgerRecord *self);
  /* Set by ledger_record_class_install; live as long as the class, that is for ever. */
  GParamSpec **properties;
  LedgerValue *none;
  gpointer padding[4];
};

/* Called in class_init: installs the properties of TYPE. */
void ledger_record_class_install (LedgerRecordClass *klass, const LedgerRecordType *type);

const char *ledger_record_get_id (LedgerRecord *self);
const LedgerRecordType *ledger_record_get_record_type (LedgerRecord *self);
/* The value at COLUMN (the record's own enumeration); never NULL. */
const LedgerValue *ledger_record_get_value (LedgerRecord *self, guint column);
const char *ledger_record_get_text (LedgerRecord *self,
                                    guint column); /* NULL where empty or no text */
gint64 ledger_record_get_integer (LedgerRecord *self, guint column);
LedgerDay ledger_record_get_day (LedgerRecord *self, guint column); /* date and deadline columns */
/* The value of the PARENT column, or NULL. */
const char *ledger_record_get_parent_id (LedgerRecord *self);

/* 删除后又有改动: somebody deleted it while somebody else went on with it; it stays until a person
 * keeps or deletes it again (LOG 10). Property "contested". */
gboolean ledger_record_is_contested (LedgerRecord *self);

/* For LedgerTable only. */
LedgerRecord *ledger_record_new (GType gtype, const char *id);
/* Takes the N_COLUMNS values (steals the references; NULL: none). TRUE if anything differed; then
 * the properties that differ are notified. */
gboolean ledger_record_load (LedgerRecord *self, LedgerValue **values);
/* TRUE if it was otherwise before. */
gboolean ledger_record_set_contested (LedgerRecord *self, gboolean contested);
/* By the type's own order, then by id. */
int ledger_record_compare (LedgerRecord *a, LedgerRecord *b);

G_END_DECLS
