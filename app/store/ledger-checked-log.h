/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-ancestry.h"
#include "ledger-log.h"

G_BEGIN_DECLS

/* What every check of a log leans on, read once: its edits, names and records, with what is wrong
 * about them noted already. Plain data of this room. */
typedef struct
{
  gint64 key;
  guint8 hash[32];
  guint8 seed[32];
  guint n_parts; /* parts whose operations were seen; counted by ledger-part-check */
} LedgerCheckedEdit;

typedef struct
{
  char *type; /* NULL: its name is missing */
  char id[33];
  gboolean used; /* an operation belongs to it */
} LedgerCheckedRecord;

typedef struct
{
  LedgerLog *log;
  GPtrArray *damages; /* LedgerDamage, of whoever asked */
  LedgerAncestry *ancestry;
  GArray *edits;          /* LedgerCheckedEdit by key */
  GHashTable *names;      /* key → text */
  GHashTable *used_names; /* set of name keys that something leans on */
  GHashTable *records;    /* key → LedgerCheckedRecord */
  GHashTable *blobs;      /* set of GBytes: digests that operations name */
} LedgerCheckedLog;

LedgerCheckedLog *ledger_checked_log_load (LedgerLog *log, GPtrArray *damages, GError **error);
void ledger_checked_log_free (LedgerCheckedLog *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerCheckedLog, ledger_checked_log_free)

/* NULL where the log has no such edit or record. */
LedgerCheckedEdit *ledger_checked_log_find_edit (LedgerCheckedLog *self, gint64 key);
LedgerCheckedRecord *ledger_checked_log_find_record (LedgerCheckedLog *self, gint64 key);
/* Its type's name, "?" where that is not known. */
const char *ledger_checked_record_describe (const LedgerCheckedRecord *record);

G_END_DECLS
