/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-store.h"

#include "ledger-blob-copy.h"
#include "ledger-commit.h"
#include "ledger-damage-list.h"
#include "ledger-digest.h"
#include "ledger-error.h"
#include "ledger-log-check.h"
#include "ledger-log-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define KEY(key) GSIZE_TO_POINTER ((gsize)(key))

typedef struct
{
  LedgerStore *to;
  LedgerLog *ours;
  LedgerLog *theirs;
  gint64 end;          /* their edits up to here are taken */
  GHashTable *by_hash; /* hex → our key */
  GHashTable *edits;   /* their key → our key */
  GHashTable *records; /* their key → our key */
  GHashTable *names;   /* their key → our key */
  GArray *fresh;       /* gint64: their keys that are new here, in order */
  GArray *touches;     /* LedgerApplyTouch */
  gint64 first_new;
  gint64 next_key;
  gint64 their_tip; /* our key of it */
  gboolean knows_our_tip;
  GCancellable *cancellable;
  LedgerProgress *progress;
} TakeIn;

/* --- keys of theirs as keys of ours --- */

static gboolean
load_hashes (TakeIn *take, GError **error)
{
  LedgerStatement *rows =
      ledger_connection_prepare (take->ours->connection, "SELECT key, hash FROM log_edit", error);
  GError *failure = NULL;
  if (rows == NULL)
    return FALSE;
  while (ledger_statement_step (rows, &failure))
    {
      gsize length = 0;
      gconstpointer hash = ledger_statement_get_bytes (rows, 1, &length);
      g_hash_table_insert (take->by_hash,
                           ledger_hex_encode (hash, length),
                           KEY (ledger_statement_get_integer (rows, 0)));
    }
  return ledger_error_pass (failure, error);
}

static gint64
map_edit (TakeIn *take, gint64 theirs)
{
  return (gint64)GPOINTER_TO_SIZE (g_hash_table_lookup (take->edits, KEY (theirs)));
}

static gint64
map_name (TakeIn *take, gint64 theirs, GError **error)
{
  gint64 ours = (gint64)GPOINTER_TO_SIZE (g_hash_table_lookup (take->names, KEY (theirs)));
  if (ours != 0)
    return ours;
  const char *text = ledger_catalog_get_name (take->theirs->catalog, theirs, error);
  ours = text != NULL ? ledger_catalog_take_name (take->ours->catalog, text, error) : -1;
  if (ours > 0)
    g_hash_table_insert (take->names, KEY (theirs), KEY (ours));
  return ours;
}

static gint64
map_record (TakeIn *take, gint64 theirs, GError **error)
{
  gint64 ours = (gint64)GPOINTER_TO_SIZE (g_hash_table_lookup (take->records, KEY (theirs)));
  const char *type = NULL;
  char id[33];
  gboolean made = FALSE;
  if (ours != 0)
    return ours;
  if (!ledger_catalog_describe (take->theirs->catalog, theirs, &type, id, error))
    return -1;
  ours = ledger_catalog_take_record (take->ours->catalog, type, id, &made, error);
  if (made && take->first_new == G_MAXINT64)
    take->first_new = ours;
  if (ours > 0)
    g_hash_table_insert (take->records, KEY (theirs), KEY (ours));
  return ours;
}

/* --- rows --- */

/* After a loop over ROWS that ended by itself, with FAILURE, or because what was done with a row
 * failed: then ERROR is set and the statement still holds their snapshot. */
static gboolean
end_rows (LedgerStatement *rows, gboolean fine, GError *failure, GError **error)
{
  if (fine)
    return ledger_error_pass (failure, error);
  ledger_statement_reset (rows);
  return FALSE;
}

/* Their edit's header under our key. ROW: key, prev, hash, kind … seed. */
static gboolean
write_edit (TakeIn *take, LedgerStatement *row, GError **error)
{
  guint8 hash[32] = { 0 };
  guint8 seed[32] = { 0 };
  guint8 target[32];
  ledger_statement_copy_digest (row, 2, hash);
  ledger_statement_copy_digest (row, 11, seed);
  const LedgerLogHeader header = {
    .kind = ledger_statement_get_text (row, 3),
    .target = ledger_statement_copy_digest (row, 4, target) ? target : NULL,
    .actor = ledger_statement_get_text (row, 7),
    .desk = ledger_statement_get_text (row, 8),
    .time = ledger_statement_get_integer (row, 9),
    .zone = (int)ledger_statement_get_integer (row, 10),
  };
  const LedgerLogEntry entry = {
    .key = take->next_key,
    .prev = map_edit (take, ledger_statement_get_integer (row, 1)),
    .hash = hash,
    .seed = seed,
    .header = &header,
    .title = ledger_statement_get_text (row, 5),
    .reason = ledger_statement_get_text (row, 6),
  };
  return ledger_log_entry_write_edit (take->ours, &entry, error);
}

static gboolean
take_headers (TakeIn *take, GError **error)
{
  LedgerStatement *rows = ledger_connection_prepare (
      take->theirs->connection,
      "SELECT key, prev, hash, kind, target, title, reason, actor, desk, time, zone, seed "
      "FROM log_edit WHERE key <= ? ORDER BY key",
      error);
  GError *failure = NULL;
  gboolean fine = TRUE;
  if (rows == NULL)
    return FALSE;
  ledger_statement_bind_integer (rows, 0, take->end);
  while (fine && ledger_statement_step (rows, &failure))
    {
      gint64 theirs = ledger_statement_get_integer (rows, 0);
      gsize length = 0;
      gconstpointer bytes = ledger_statement_get_bytes (rows, 2, &length);
      g_autofree char *hash = ledger_hex_encode (bytes, length);
      gint64 ours = (gint64)GPOINTER_TO_SIZE (g_hash_table_lookup (take->by_hash, hash));
      if (ours == 0)
        {
          fine = write_edit (take, rows, error);
          g_array_append_val (take->fresh, theirs);
          ours = take->next_key++;
        }
      take->knows_our_tip = take->knows_our_tip || ours == take->ours->tip;
      take->their_tip = ours;
      g_hash_table_insert (take->edits, KEY (theirs), KEY (ours));
    }
  return end_rows (rows, fine, failure, error);
}

static gboolean
take_other_prevs (TakeIn *take, gint64 theirs, GError **error)
{
  LedgerStatement *rows = ledger_connection_prepare (
      take->theirs->connection, "SELECT position, prev FROM log_prev WHERE edit = ?", error);
  GError *failure = NULL;
  if (rows == NULL)
    return FALSE;
  ledger_statement_bind_integer (rows, 0, theirs);
  gboolean fine = TRUE;
  while (fine && ledger_statement_step (rows, &failure))
    fine = ledger_log_entry_write_prev (take->ours,
                                        map_edit (take, theirs),
                                        ledger_statement_get_integer (rows, 0),
                                        map_edit (take, ledger_statement_get_integer (rows, 1)),
                                        error);
  return end_rows (rows, fine, failure, error);
}

static gboolean
write_operation (TakeIn *take, gint64 edit, gint64 record, LedgerStatement *row, GError **error)
{
  gint64 field = map_name (take, ledger_statement_get_integer (row, 0), error);
  g_autoptr (LedgerValue) value = ledger_statement_dup_value (row, 1);
  LedgerApplyTouch touch = { record, field };
  if (field <= 0)
    return FALSE;
  g_array_append_val (take->touches, touch);
  return ledger_log_entry_write_operation (take->ours, record, field, edit, value, error);
}

static gboolean
take_operations (TakeIn *take, gint64 theirs, gint64 their_record, gint64 record, GError **error)
{
  LedgerStatement *rows = ledger_connection_prepare (
      take->theirs->connection,
      "SELECT field, value FROM log_operation WHERE record = ? AND edit = ?",
      error);
  GError *failure = NULL;
  if (rows == NULL)
    return FALSE;
  ledger_statement_bind_integer (rows, 0, their_record);
  ledger_statement_bind_integer (rows, 1, theirs);
  gboolean fine = TRUE;
  while (fine && ledger_statement_step (rows, &failure))
    fine = write_operation (take, map_edit (take, theirs), record, rows, error);
  return end_rows (rows, fine, failure, error);
}

static gboolean
take_parents (TakeIn *take, gint64 theirs, gint64 their_record, gint64 record, GError **error)
{
  LedgerStatement *rows = ledger_connection_prepare (
      take->theirs->connection,
      "SELECT field, parent FROM log_parent WHERE record = ? AND edit = ?",
      error);
  GError *failure = NULL;
  if (rows == NULL)
    return FALSE;
  ledger_statement_bind_integer (rows, 0, their_record);
  ledger_statement_bind_integer (rows, 1, theirs);
  gboolean fine = TRUE;
  while (fine && ledger_statement_step (rows, &failure))
    {
      gint64 field = map_name (take, ledger_statement_get_integer (rows, 0), error);
      gint64 parent = map_edit (take, ledger_statement_get_integer (rows, 1));
      fine = field > 0
             && ledger_log_entry_write_parent (
                 take->ours, record, field, parent, map_edit (take, theirs), error);
    }
  return end_rows (rows, fine, failure, error);
}

static gboolean
take_part (TakeIn *take, gint64 theirs, LedgerStatement *row, GError **error)
{
  gint64 their_record = ledger_statement_get_integer (row, 0);
  gint64 record = their_record != 0 ? map_record (take, their_record, error) : 0;
  guint8 digest[32] = { 0 };
  ledger_statement_copy_digest (row, 1, digest);
  if (record < 0
      || !ledger_log_entry_write_part (take->ours, map_edit (take, theirs), record, digest, error))
    return FALSE;
  return record == 0
         || (take_operations (take, theirs, their_record, record, error)
             && take_parents (take, theirs, their_record, record, error));
}

static gboolean
take_parts (TakeIn *take, gint64 theirs, GError **error)
{
  LedgerStatement *rows = ledger_connection_prepare (
      take->theirs->connection, "SELECT record, digest FROM log_part WHERE edit = ?", error);
  GError *failure = NULL;
  if (rows == NULL)
    return FALSE;
  ledger_statement_bind_integer (rows, 0, theirs);
  gboolean fine = TRUE;
  while (fine && ledger_statement_step (rows, &failure))
    fine = take_part (take, theirs, rows, error);
  return end_rows (rows, fine, failure, error);
}

/* --- all or nothing --- */

static gboolean
take_log (TakeIn *take, const char *actor, const char *desk, gboolean *merged, GError **error)
{
  *merged = FALSE;
  take->next_key = take->ours->tip + 1;
  if (!load_hashes (take, error) || !take_headers (take, error))
    return FALSE;
  for (guint i = 0; i < take->fresh->len; i++)
    {
      gint64 theirs = g_array_index (take->fresh, gint64, i);
      if (g_cancellable_set_error_if_cancelled (take->cancellable, error)
          || !take_other_prevs (take, theirs, error) || !take_parts (take, theirs, error))
        return FALSE;
      ledger_progress_report (take->progress, i + 1, take->fresh->len);
    }
  if (take->fresh->len == 0)
    return TRUE;

  *merged = !take->knows_our_tip;
  if (*merged
      && !ledger_commit_bare (take->ours,
                              LEDGER_EDIT_MERGE,
                              take->their_tip,
                              _ ("Taken together with another copy"),
                              actor,
                              desk,
                              error))
    return FALSE;
  return ledger_apply_touched (
      ledger_store_peek_apply (take->to), take->touches, take->first_new, error);
}

static gboolean
take_in_transaction (TakeIn *take,
                     LedgerBlobCopy *copy,
                     const char *actor,
                     const char *desk,
                     gboolean *merged,
                     GError **error)
{
  if (!ledger_connection_begin (take->ours->connection, error))
    return FALSE;
  if (take_log (take, actor, desk, merged, error) && ledger_blob_copy_name (copy, take->ours, error)
      && ledger_connection_commit (take->ours->connection, error))
    return ledger_log_read_tip (take->ours, error);
  ledger_store_recover (take->to);
  return FALSE;
}

static void
take_in_clear (TakeIn *take)
{
  g_clear_pointer (&take->by_hash, g_hash_table_unref);
  g_clear_pointer (&take->edits, g_hash_table_unref);
  g_clear_pointer (&take->records, g_hash_table_unref);
  g_clear_pointer (&take->names, g_hash_table_unref);
  g_clear_pointer (&take->fresh, g_array_unref);
  g_clear_pointer (&take->touches, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TakeIn, take_in_clear)

static void
take_in_init (TakeIn *take, LedgerStore *to, LedgerStore *from)
{
  take->to = to;
  take->ours = ledger_store_peek_log (to);
  take->theirs = ledger_store_peek_log (from);
  take->by_hash = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  take->edits = g_hash_table_new (NULL, NULL);
  take->records = g_hash_table_new (NULL, NULL);
  take->names = g_hash_table_new (NULL, NULL);
  take->fresh = g_array_new (FALSE, FALSE, sizeof (gint64));
  take->touches = g_array_new (FALSE, FALSE, sizeof (LedgerApplyTouch));
  take->first_new = G_MAXINT64;
}

static gboolean
check_same_ledger (LedgerStore *self, LedgerStore *other, GError **error)
{
  if (g_strcmp0 (ledger_store_get_ledger_id (self), ledger_store_get_ledger_id (other)) == 0)
    return TRUE;
  g_autofree char *name = g_path_get_basename (ledger_store_get_path (other));
  g_set_error (
      error,
      LEDGER_ERROR,
      LEDGER_ERROR_FOREIGN,
      _ ("“%s” is another ledger, not a copy of this one. Nothing was taken in. Choose a copy "
         "that was made from this ledger."),
      name);
  return FALSE;
}

/* Their whole log, hash by hash, in one short read; *END is how far it went then. */
static gboolean
check_theirs (LedgerStore *other, gint64 *end, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) damages = ledger_damage_list_new ();
  LedgerLog *log = ledger_store_peek_log (other);
  gboolean own = FALSE;
  if (!ledger_store_enter_read (other, &own, error))
    return FALSE;
  gboolean fine = ledger_log_read_tip (log, error)
                  && ledger_log_check (log, damages, NULL, NULL, cancellable, error);
  *end = log->tip;
  ledger_store_leave_read (other, own);
  return fine && ledger_damage_list_refuse (damages, ledger_store_get_path (other), error);
}

static gboolean
count_conflicts (LedgerStore *self, LedgerTakeInResult *result, GError **error)
{
  g_autoptr (GPtrArray) conflicts = ledger_store_get_conflicts (self, error);
  if (conflicts == NULL)
    return FALSE;
  result->conflicts = conflicts->len;
  return TRUE;
}

gboolean
ledger_store_take_in (LedgerStore *self,
                      LedgerStore *other,
                      const char *actor,
                      const char *desk,
                      LedgerTakeInResult *result,
                      LedgerProgress *progress,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (TakeIn) take = { 0 };
  g_auto (LedgerBlobCopy) copy = { 0 };
  LedgerTakeInResult made = { 0 };
  gboolean own = FALSE;
  if (!ledger_store_check_writable (self, error) || !check_same_ledger (self, other, error))
    return FALSE;
  take_in_init (&take, self, other);
  take.progress = progress;
  take.cancellable = cancellable;
  if (!check_theirs (other, &take.end, cancellable, error))
    return FALSE;
  if (!ledger_blob_copy_all (&copy, self, other, progress, cancellable, error)
      || !ledger_store_enter_read (other, &own, error))
    {
      ledger_blob_copy_give_back (&copy, take.ours);
      return FALSE;
    }
  gboolean fine = take_in_transaction (&take, &copy, actor, desk, &made.merged, error);
  ledger_store_leave_read (other, own);
  if (!fine)
    ledger_blob_copy_give_back (&copy, take.ours);
  if (!fine || !count_conflicts (self, &made, error))
    return FALSE;
  made.edits_added = take.fresh->len;
  made.blobs_added = copy.n_added;
  made.blobs_healed = copy.n_healed;
  if (result != NULL)
    *result = made;
  return TRUE;
}
