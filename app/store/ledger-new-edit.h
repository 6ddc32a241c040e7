/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-log.h"

G_BEGIN_DECLS

/* The rows of an edit being made: its header, its parts and their digests, its hash (LOG 1–3).
 * Plain data of whoever commits; every write is within that one's transaction. */
typedef struct
{
  LedgerLog *log;
  gint64 key;
  guint8 seed[32];
  guint8 hash[32];   /* after `hash` */
  GByteArray *parts; /* digests in their order; the first is the title's */
  GArray *records;   /* gint64, one per part but the first */
} LedgerNewEdit;

/* Fails where the computer gives no random numbers. */
gboolean ledger_new_edit_init (LedgerNewEdit *self, LedgerLog *log, GError **error);
void ledger_new_edit_clear (LedgerNewEdit *self);

/* Parts in the order of the hash: the title's first, then one per record. */
void ledger_new_edit_add_title (LedgerNewEdit *self, const char *title, const char *reason);
void ledger_new_edit_add_part (LedgerNewEdit *self,
                               gint64 record,
                               const char *type,
                               const char *id,
                               const LedgerLogOperation *operations,
                               guint n_operations);
/* Sets time and zone: of now, or what the log's own clock claims. */
void ledger_new_edit_stamp (LedgerLog *log, LedgerLogHeader *header);
/* From the header and the parts so far. */
void ledger_new_edit_hash (LedgerNewEdit *self, const LedgerLogHeader *header);

gboolean ledger_new_edit_write_parts (LedgerNewEdit *self, GError **error);
/* With the hash as it is: zeros until it is known, and then `update_hash`. */
gboolean ledger_new_edit_write_header (LedgerNewEdit *self,
                                       const LedgerLogHeader *header,
                                       const char *title,
                                       const char *reason,
                                       GError **error);
gboolean ledger_new_edit_update_hash (LedgerNewEdit *self, GError **error);
/* It is the tip from now on: after the commit of the transaction, or within the caller's. */
void ledger_new_edit_become_tip (LedgerNewEdit *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LedgerNewEdit, ledger_new_edit_clear)

G_END_DECLS
