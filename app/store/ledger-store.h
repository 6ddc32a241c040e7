/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger-column.h"
#include "ledger-edit.h"
#include "ledger-progress.h"
#include "ledger-statement.h"

G_BEGIN_DECLS

/* An open ledger file: synchronous, knows no threads; it belongs to whoever opened it. The one
 * front of the room to the floors above; behind it connection, lock, place, log, apply, undo,
 * blobs, integrity and backup are modules of their own. All functions return FALSE or NULL with a
 * LEDGER_ERROR set. */
#define LEDGER_TYPE_STORE (ledger_store_get_type ())
G_DECLARE_FINAL_TYPE (LedgerStore, ledger_store, LEDGER, STORE, GObject)

typedef enum
{
  LEDGER_STORE_READ,  /* read-only, no lock; reading while another writes; also what a newer
                       * program wrote */
  LEDGER_STORE_WRITE, /* takes the writer's lock or fails with LEDGER_ERROR_LOCKED, naming the
                       * holder; on a share or stick fails with LEDGER_ERROR_UNSUPPORTED (LOG 4, 13)
                       */
  LEDGER_STORE_WRITE_CHECKED, /* as WRITE, but pages and the log's hashes are looked at before
                               * anything is written: LEDGER_ERROR_DAMAGED, the file untouched, for
                               * whoever has no job in which they follow (LOG 15) */
} LedgerStoreMode;

/* What an edit claims as its time, UTC milliseconds: asked once for each edit. */
typedef gint64 (*LedgerClock) (gpointer data);
/* Makes a new file (0600) with its first edit, whose hash is the ledger's id, and opens it for
 * writing. An existing file is LEDGER_ERROR_INVALID. What is written until it is closed claims the
 * times that CLOCK tells, an office's (NULL: this computer's), for a ledger whose history is made
 * up, as that of the sample; a claim is all that an edit's time ever is (LOG 1). */
LedgerStore *ledger_store_create (const char *path,
                                  const LedgerReading *reading,
                                  const char *actor,
                                  const char *desk,
                                  LedgerClock clock,
                                  gpointer clock_data,
                                  GError **error);
LedgerStore *ledger_store_open (const char *path,
                                const LedgerReading *reading,
                                LedgerStoreMode mode,
                                GError **error);
/* Ends the work: back to one plain file in DELETE mode, lock released. Done by dispose too. */
gboolean ledger_store_close (LedgerStore *self, GError **error);

const char *ledger_store_get_path (LedgerStore *self);
gboolean ledger_store_is_writable (LedgerStore *self);
/* 64 hex digits: the first edit's hash. The inspection record's id is its first 32 digits. */
const char *ledger_store_get_ledger_id (LedgerStore *self);
/* 64 hex digits of the one tip. */
char *ledger_store_dup_tip (LedgerStore *self, GError **error);
/* Largest local edit key: the position that forms and refreshes remember. */
gint64 ledger_store_get_position (LedgerStore *self);

/* --- edits (LOG 1, 2, 8, 12) --- */

/* Commits one edit in one BEGIN IMMEDIATE … COMMIT. Operations equal to the field's sole head are
 * left out; an edit from which nothing remains is not written, *WRITTEN is then FALSE and that is
 * no error. HASH (out, may be NULL): 64 hex digits. Errors: STALE, READ_ONLY, FULL, REFUSED. */
gboolean ledger_store_commit (
    LedgerStore *self, LedgerEdit *edit, gboolean *written, char **hash, GError **error);

/* Decides for model whether RECORD's field may be undone: FALSE with *REASON (a sentence naming
 * what stands on it), e.g. where a sign-off's heads contain the operation. */
typedef gboolean (*LedgerUndoGuard) (LedgerStore *self,
                                     const char *type,
                                     const char *id,
                                     const char *field,
                                     const char *edit_hash,
                                     char **reason,
                                     gpointer data);
void ledger_store_set_undo_guard (LedgerStore *self, LedgerUndoGuard guard, gpointer data);
/* What 撤销 / 重做 of this desk would do now: the title of the edit, or NULL. *REASON says why it
 * is refused where there is one that cannot be undone (then the title is given too). */
char *ledger_store_peek_undo (LedgerStore *self, const char *desk, char **reason);
char *ledger_store_peek_redo (LedgerStore *self, const char *desk);
/* *TITLE (out): what was undone. LEDGER_ERROR_NOT_FOUND where there is nothing, REFUSED with the
 * reason. */
gboolean ledger_store_undo (
    LedgerStore *self, const char *actor, const char *desk, char **title, GError **error);
gboolean ledger_store_redo (
    LedgerStore *self, const char *actor, const char *desk, char **title, GError **error);

/* --- reading --- */

/* One short read transaction around a refresh; nothing may keep a statement open past its end (LOG
 * 12). */
gboolean ledger_store_begin_read (LedgerStore *self, GError **error);
void ledger_store_end_read (LedgerStore *self);
/* While set, what this store reads ends with G_IO_ERROR_CANCELLED once CANCELLABLE is cancelled:
 * for whoever reads much on a thread of its own. NULL takes it off again. */
void ledger_store_set_cancellable (LedgerStore *self, GCancellable *cancellable);
/* FALSE with G_IO_ERROR_CANCELLED where it is: asked between statements. */
gboolean ledger_store_check_cancelled (LedgerStore *self, GError **error);
/* A kept statement; SQL must be a string constant. Every reading table is called as its record type
 * and has the columns `record` (local key), `id` (32 hex digits) and one per field,
 * text/integer/blob or null. */
LedgerStatement *ledger_store_prepare (LedgerStore *self, const char *sql, GError **error);
/* The records that edits after POSITION touched, each once: called as (type, id) in no order. What
 * was deleted or brought back takes along all that lies below it. */
typedef void (*LedgerTouchedFunc) (const char *type, const char *id, gpointer data);
gboolean ledger_store_foreach_touched (
    LedgerStore *self, gint64 position, LedgerTouchedFunc func, gpointer data, GError **error);
/* Only those that the edits name: for whoever asks how much it will be. */
gboolean ledger_store_foreach_named (
    LedgerStore *self, gint64 position, LedgerTouchedFunc func, gpointer data, GError **error);

/* One operation with its edit, for 操作记录, conflicts, three-way import and canonical texts. */
typedef struct
{
  char *edit; /* hash, 64 hex digits */
  char *type;
  char *id;
  char *field;
  LedgerValue *value;
  LedgerValue *before; /* the value of its (first) parent, or NULL */
  char *actor;
  char *reason; /* of its edit, or NULL */
  gint64 time;  /* UTC milliseconds */
} LedgerOperation;

void ledger_operation_free (LedgerOperation *operation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerOperation, ledger_operation_free)

/* All heads of a field (elements LedgerOperation*, owned by the array); newest (time, hash) first.
 */
GPtrArray *ledger_store_get_heads (
    LedgerStore *self, const char *type, const char *id, const char *field, GError **error);
/* The value that the last edit of kind import wrote into the field, or NULL (LOG 14). */
LedgerValue *ledger_store_get_last_import (
    LedgerStore *self, const char *type, const char *id, const char *field, GError **error);
/* Every operation of one edit. */
GPtrArray *ledger_store_get_operations (LedgerStore *self, const char *edit_hash, GError **error);
/* Every operation ever written into one field, newest first. */
GPtrArray *ledger_store_get_history (
    LedgerStore *self, const char *type, const char *id, const char *field, GError **error);
/* Fields with several distinct head values: (type, id, field) as operations of the value shown. */
GPtrArray *ledger_store_get_conflicts (LedgerStore *self, GError **error);
/* Fields that may be written once and were written again, and records that last and were deleted:
 * the latest such operation of each. It has no effect on the reading (LOG 5, 7). */
GPtrArray *ledger_store_get_overwritten (LedgerStore *self, GError **error);
/* The largest given number text under PREFIX (e.g. "1.2.") ever written into FIELD of TYPE, deleted
 * ones counted: its last numeral, 0 where there is none (LOG 9). */
gint64 ledger_store_largest_given (
    LedgerStore *self, const char *type, const char *field, const char *prefix, GError **error);

typedef struct
{
  gint64 key; /* local position */
  char *hash;
  char *kind;   /* "edit", "undo", "redo", "import", "merge" */
  char *target; /* hash of what was undone or redone, or NULL */
  char *title;
  char *reason;
  char *actor;
  char *desk;
  gint64 time;       /* UTC milliseconds */
  int offset;        /* minutes east of UTC */
  guint n_parts;     /* records touched */
  gboolean doubtful; /* 时间存疑: earlier than its prev, or more than a day after now */
} LedgerLogLine;

void ledger_log_line_free (LedgerLogLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerLogLine, ledger_log_line_free)

/* The audit trail, newest first, LIMIT lines before the local key BEFORE (0: from the end). */
GPtrArray *ledger_store_get_log (LedgerStore *self, gint64 before, guint limit, GError **error);
/* The claimed time of the newest edit here (milliseconds since 1970), without counting what it
 * holds; 0 where it cannot be read. */
gint64 ledger_store_get_last_time (LedgerStore *self);
/* Of what was written after POSITION: a merge, and more than LIMIT touched records (one that two
 * edits touched counts twice). They do not read what they need not, and say FALSE where the log
 * cannot be read: whoever reads it next is told why. */
gboolean ledger_store_has_merged_since (LedgerStore *self, gint64 position);
gboolean ledger_store_has_touched_more (LedgerStore *self, gint64 position, guint limit);

/* --- states by tip --- */
/* The value of a field in the state named by TIP (that edit and its ancestors), or NULL. */
LedgerValue *ledger_store_get_value_at (LedgerStore *self,
                                        const char *tip,
                                        const char *type,
                                        const char *id,
                                        const char *field,
                                        GError **error);
/* The last edit along first prev with claimed time <= TIME: a question, not a proof. */
char *ledger_store_dup_tip_at_time (LedgerStore *self, gint64 time, GError **error);

/* --- rebuilding and taking in (LOG 1, 5, 8) --- */
/* SHA-256 (64 hex) over the reading's rows sorted by id: compares across files. */
char *ledger_store_dup_reading_digest (LedgerStore *self, GError **error);
gboolean ledger_store_rebuild (LedgerStore *self,
                               LedgerProgress *progress,
                               GCancellable *cancellable,
                               GError **error);

/* For tables that do not say what the log says: they are made anew when the file is opened next.
 * Until then a connection that is open goes on with them. */
gboolean ledger_store_distrust_reading (LedgerStore *self, GError **error);

typedef struct
{
  guint edits_added;
  guint conflicts; /* fields with several values afterwards */
  guint blobs_added;
  guint blobs_healed; /* were damaged or missing here, and whole there */
  gboolean merged;    /* a merge edit was needed; FALSE: fast-forward or nothing new */
} LedgerTakeInResult;

/* Takes in the whole log (and the evidence bytes) of another open ledger: all or nothing. Another
 * ledger's edits: LEDGER_ERROR_FOREIGN; broken hashes: DAMAGED, nothing taken. Evidence that is
 * damaged or missing here and whole there is healed, whether the log brings anything new or not;
 * what is damaged there leaves what is here as it is (LOG 15). */
gboolean ledger_store_take_in (LedgerStore *self,
                               LedgerStore *other,
                               const char *actor,
                               const char *desk,
                               LedgerTakeInResult *result,
                               LedgerProgress *progress,
                               GCancellable *cancellable,
                               GError **error);

/* --- evidence bytes (LOG 11) --- */
typedef struct
{
  guint8 digest[32];
  guint64 size;
  gboolean already; /* the ledger had these bytes */
} LedgerBlobInfo;

/* Stages STREAM in batches of at most 8 MiB per transaction; SIZE_HINT for the free-space check (0
 * unknown). Afterwards an edit may name the digest. A kill leaves only unreferenced chunks. */
gboolean ledger_store_stage_blob (LedgerStore *self,
                                  GInputStream *stream,
                                  guint64 size_hint,
                                  LedgerBlobInfo *info,
                                  LedgerProgress *progress,
                                  GCancellable *cancellable,
                                  GError **error);
/* Whether SIZE bytes of evidence (0: unknown) find room on the ledger's disk; LEDGER_ERROR_FULL
 * where not. Asked before anything is staged; looks at the folder only, from any thread. */
gboolean ledger_store_check_space (LedgerStore *self, guint64 size, GError **error);
/* The same in steps, for a window whose writer must let other edits go between the batches: append
 * as much as wished, call `commit` for each batch (at most 8 MiB are buffered; append returns FALSE
 * with LEDGER_ERROR_REFUSED beyond), then `finish`. Freed unfinished, it gives its chunks back at
 * once, on the thread of the store; what a full disk or a kill leaves the next opening removes.
 * `already` is known after finish: equal bytes are kept once, damaged ones are replaced. */
typedef struct _LedgerBlobStager LedgerBlobStager;
#define LEDGER_BLOB_BATCH (8 * 1024 * 1024)
LedgerBlobStager *ledger_blob_stager_new (LedgerStore *store);
gboolean ledger_blob_stager_append (LedgerBlobStager *stager,
                                    gconstpointer data,
                                    gsize length,
                                    GError **error);
gboolean ledger_blob_stager_commit (LedgerBlobStager *stager, GError **error);
gboolean ledger_blob_stager_finish (LedgerBlobStager *stager, LedgerBlobInfo *info, GError **error);
void ledger_blob_stager_free (LedgerBlobStager *stager);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerBlobStager, ledger_blob_stager_free)

gboolean ledger_store_has_blob (LedgerStore *self, const guint8 digest[32], guint64 *size);
/* Writes the bytes to STREAM chunk by chunk, no snapshot held between chunks, and compares the
 * digest: LEDGER_ERROR_DAMAGED where it differs. */
gboolean ledger_store_write_blob (LedgerStore *self,
                                  const guint8 digest[32],
                                  GOutputStream *stream,
                                  GCancellable *cancellable,
                                  GError **error);

/* --- integrity and backup (LOG 13, 15) --- */
typedef struct
{
  char *place; /* stable English: "log", "edit", "operation", "reading", "evidence", "page", … with
                  a name */
  char *text;  /* the sentence */
  char *digest; /* 64 hex digits: the original that it is about; NULL: something else */
  /* What a fault of the tables is about, by the names of the log, for whoever knows how people call
   * it (ledger_damage_words_describe); NULL: something else. */
  char *type;
  char *id;    /* NULL: the whole table */
  char *field; /* NULL: the whole record */
} LedgerDamage;

void ledger_damage_free (LedgerDamage *damage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerDamage, ledger_damage_free)

/* Everything: page check, every hash of the log, reading against log, every chunk. Returns the list
 * (empty: all is well); NULL only where the check itself failed or was cancelled. */
GPtrArray *ledger_store_verify (LedgerStore *self,
                                LedgerProgress *progress,
                                GCancellable *cancellable,
                                GError **error);

typedef enum
{
  LEDGER_BACKUP_LOG, /* everything but chunk rows: a second */
  LEDGER_BACKUP_FULL,
} LedgerBackupKind;

/* Written beside, fsynced, reopened, checked, renamed to TARGET. */
gboolean ledger_store_backup (LedgerStore *self,
                              LedgerBackupKind kind,
                              const char *target,
                              LedgerProgress *progress,
                              GCancellable *cancellable,
                              GError **error);
/* Makes TARGET from BACKUP: verified first; an existing TARGET is moved aside together with -wal
 * and -shm, and evidence that a log copy lacks is taken from it by digest. *ASIDE (out): where the
 * old file went, or NULL. */
gboolean ledger_store_restore (const char *backup,
                               const char *target,
                               const LedgerReading *reading,
                               char **aside,
                               GError **error);

/* Between edits: after 2 s of idleness the owner calls this so that a plain copy is nearly
 * complete. */
void ledger_store_checkpoint (LedgerStore *self);

G_END_DECLS
