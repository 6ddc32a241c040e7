/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-catalog.h"
#include "ledger-column.h"
#include "ledger-connection.h"
#include "ledger-encoder.h"

G_BEGIN_DECLS

/* The log of one open file: what its modules share. Plain data of this room.
 *
 * THE BYTES THAT ARE HASHED. They can never change once a ledger exists (LOG 2, 3); the three edits
 * of tests/store/test-log.c are stored vectors. All lines are those of LedgerEncoder; digests,
 * hashes and ids are written as lower-case hex digits.
 *
 *   part 0 (title)        a part (one record)            an edit
 *   zgl-part-1            zgl-part-1                     zgl-edit-1
 *   salt    hex           salt    hex                    prev    hex, for each, own tip first
 *   type    (empty)       type    name                   kind    word
 *   record  32 zeros      record  32 hex digits          target  value: text of hex, or none
 *   title   text          per operation, by field name:  desk    text
 *   reason  value           field   name                 actor   text
 *                           value   value                time    integer, UTC milliseconds
 *                           parent  hex, sorted          zone    integer, minutes east of UTC
 *                                                        part    hex, part 0 first, then by
 *                                                                (record id, type name)
 *
 * salt = SHA-256 (seed ‖ 16 bytes of the record's id; zeros for part 0). */
struct _LedgerAncestry;

typedef struct
{
  LedgerConnection *connection;
  LedgerCatalog *catalog;
  const LedgerReading *reading;
  LedgerEncoder *encoder; /* kept for the memory of its last part */
  gint64 tip;             /* key of the largest edit as last read by the writer */
  guint8 tip_hash[32];
  guint8 found_hash[32]; /* the last edit looked up by its hash, which has no index; key 0: none */
  gint64 found_key;
  struct _LedgerAncestry *ancestry; /* as last loaded; NULL before */
  gint64 (*clock) (gpointer data);  /* LedgerClock; NULL: that of the computer */
  gpointer clock_data;
} LedgerLog;

LedgerLog *ledger_log_new (LedgerConnection *connection, const LedgerReading *reading);
void ledger_log_free (LedgerLog *log);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerLog, ledger_log_free)

/* --- hashing --- */
typedef struct
{
  const char *field;
  const LedgerValue *value;
  GArray *parents; /* guint8[32] each, sorted bytewise; may be NULL */
} LedgerLogOperation;

typedef struct
{
  const char *kind;
  const guint8 *prevs; /* N_PREVS × 32 bytes, own tip first */
  guint n_prevs;
  const guint8 *target; /* 32 bytes or NULL */
  const char *desk;
  const char *actor;
  gint64 time;
  int zone;
} LedgerLogHeader;

void ledger_log_hash_title (LedgerLog *log,
                            const guint8 seed[32],
                            const char *title,
                            const char *reason,
                            guint8 digest[32]);
/* OPERATIONS sorted by field name. */
void ledger_log_hash_part (LedgerLog *log,
                           const guint8 seed[32],
                           const char *type,
                           const char *id,
                           const LedgerLogOperation *operations,
                           guint n_operations,
                           guint8 digest[32]);
/* PARTS: N_PARTS × 32 bytes in their order. */
void ledger_log_hash_edit (LedgerLog *log,
                           const LedgerLogHeader *header,
                           const guint8 *parts,
                           guint n_parts,
                           guint8 hash[32]);
/* The order of parts: by record id, then type name. */
int ledger_log_compare_records (const char *type_a,
                                const char *id_a,
                                const char *type_b,
                                const char *id_b);
/* For arrays of 32 bytes. */
int ledger_log_compare_hashes (gconstpointer a, gconstpointer b);

/* The element with KEY of an array sorted by key, each beginning with its gint64 key; NULL: none.
 */
gpointer ledger_log_find_by_key (GArray *elements, gint64 key);

/* --- the tip --- */
/* Reads the tip again: the largest key (every prev is smaller, take-in keeps that). */
gboolean ledger_log_read_tip (LedgerLog *log, GError **error);
/* HASH and TIME (may be NULL) of an edit by its local key. */
gboolean
ledger_log_read_edit (LedgerLog *log, gint64 key, guint8 hash[32], gint64 *time, GError **error);
/* The local key of the edit with that hash (64 hex digits); 0 where the file has none, -1 on error.
 */
gint64 ledger_log_find_edit (LedgerLog *log, const char *hash, GError **error);
/* The first edit's hash, 64 hex digits. */
char *ledger_log_dup_ledger_id (LedgerLog *log, GError **error);

/* Of the whole log as it is now; owned by the log. */
struct _LedgerAncestry *ledger_log_get_ancestry (LedgerLog *log, GError **error);

/* --- words --- */
const char *ledger_log_kind_word (guint kind); /* of a LedgerEditKind */

G_END_DECLS
