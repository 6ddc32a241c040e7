/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-log.h"

G_BEGIN_DECLS

/* One row of each table of the log, as committing and taking in write it: the only INSERTs there
 * are. All keys are those of this file; every write is within the caller's transaction. */
typedef struct
{
  gint64 key;
  gint64 prev;                   /* the first edit that it stands on; 0: it is the beginning */
  const guint8 *hash;            /* 32 bytes */
  const guint8 *seed;            /* 32 bytes */
  const LedgerLogHeader *header; /* its PREVS are not looked at */
  const char *title;
  const char *reason; /* or NULL */
} LedgerLogEntry;

gboolean ledger_log_entry_write_edit (LedgerLog *log, const LedgerLogEntry *entry, GError **error);
/* A further edit that EDIT stands on; POSITION counts from 1, after the first prev. */
gboolean ledger_log_entry_write_prev (
    LedgerLog *log, gint64 edit, gint64 position, gint64 prev, GError **error);
/* RECORD 0: the part of title and reason. */
gboolean ledger_log_entry_write_part (
    LedgerLog *log, gint64 edit, gint64 record, const guint8 digest[32], GError **error);
gboolean ledger_log_entry_write_operation (LedgerLog *log,
                                           gint64 record,
                                           gint64 field,
                                           gint64 edit,
                                           const LedgerValue *value,
                                           GError **error);
/* The operation of EDIT stands on that of PARENT. */
gboolean ledger_log_entry_write_parent (
    LedgerLog *log, gint64 record, gint64 field, gint64 parent, gint64 edit, GError **error);

G_END_DECLS
