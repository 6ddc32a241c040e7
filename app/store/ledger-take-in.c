/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-store.h"

#include "ledger-blob-copy.h"
#include "ledger-commit.h"
#include "ledger-damage-list.h"
#include "ledger-digest.h"
#include "ledger-error.h"
#include "ledger-log-check.h"

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

static void
copy_columns (LedgerStatement *from, guint first, guint n_columns, LedgerStatement *to)
{
  for (guint i = 0; i < n_columns; i++)
    ledger_statement_copy_column (from, first + i, to, first + i);
}

/* Their edit's header under our key. ROW: key, prev, hash, kind … seed. */
static gboolean
write_edit (TakeIn *take, LedgerStatement *row, GError **error)
{
  LedgerStatement *statement =
      ledger_connection_prepare (take->ours->connection,
                                 "INSERT INTO log_edit (key, prev, hash, kind, target, title, "
                                 "reason, actor, desk, time, zone, "
                                 "seed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                 error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, take->next_key);
  ledger_statement_bind_integer (
      statement, 1, map_edit (take, ledger_statement_get_integer (row, 1)));
  copy_columns (row, 2, 10, statement);
  return ledger_statement_run (statement, error);
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
  ledger_statement_reset (rows);
  if (!fine)
    return FALSE;
  return ledger_error_pass (failure, error);
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
  while (ledger_statement_step (rows, &failure))
    {
      LedgerStatement *statement =
          ledger_connection_prepare (take->ours->connection,
                                     "INSERT INTO log_prev (edit, position, prev) VALUES (?, ?, ?)",
                                     error);
      if (statement == NULL)
        return FALSE;
      ledger_statement_bind_integer (statement, 0, map_edit (take, theirs));
      ledger_statement_bind_integer (statement, 1, ledger_statement_get_integer (rows, 0));
      ledger_statement_bind_integer (
          statement, 2, map_edit (take, ledger_statement_get_integer (rows, 1)));
      if (!ledger_statement_run (statement, error))
        return FALSE;
    }
  return ledger_error_pass (failure, error);
}

static gboolean
write_operation (TakeIn *take, gint64 edit, gint64 record, LedgerStatement *row, GError **error)
{
  gint64 field = map_name (take, ledger_statement_get_integer (row, 0), error);
  LedgerStatement *statement = ledger_connection_prepare (
      take->ours->connection,
      "INSERT INTO log_operation (record, field, edit, value) VALUES (?, ?, ?, ?)",
      error);
  if (field < 0 || statement == NULL)
    return FALSE;
  g_autoptr (LedgerValue) value = ledger_statement_dup_value (row, 1);
  ledger_statement_bind_integer (statement, 0, record);
  ledger_statement_bind_integer (statement, 1, field);
  ledger_statement_bind_integer (statement, 2, edit);
  ledger_statement_bind_value (statement, 3, value);
  LedgerApplyTouch touch = { record, field };
  g_array_append_val (take->touches, touch);
  return ledger_statement_run (statement, error);
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
  while (ledger_statement_step (rows, &failure))
    if (!write_operation (take, map_edit (take, theirs), record, rows, error))
      return FALSE;
  return ledger_error_pass (failure, error);
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
  while (ledger_statement_step (rows, &failure))
    {
      gint64 field = map_name (take, ledger_statement_get_integer (rows, 0), error);
      LedgerStatement *statement = ledger_connection_prepare (
          take->ours->connection,
          "INSERT INTO log_parent (record, field, parent, edit) VALUES (?, ?, ?, ?)",
          error);
      if (field < 0 || statement == NULL)
        return FALSE;
      ledger_statement_bind_integer (statement, 0, record);
      ledger_statement_bind_integer (statement, 1, field);
      ledger_statement_bind_integer (
          statement, 2, map_edit (take, ledger_statement_get_integer (rows, 1)));
      ledger_statement_bind_integer (statement, 3, map_edit (take, theirs));
      if (!ledger_statement_run (statement, error))
        return FALSE;
    }
  return ledger_error_pass (failure, error);
}

static gboolean
take_part (TakeIn *take, gint64 theirs, LedgerStatement *row, GError **error)
{
  gint64 their_record = ledger_statement_get_integer (row, 0);
  gint64 record = their_record != 0 ? map_record (take, their_record, error) : 0;
  LedgerStatement *statement =
      ledger_connection_prepare (take->ours->connection,
                                 "INSERT INTO log_part (edit, record, digest) VALUES (?, ?, ?)",
                                 error);
  gsize length = 0;
  gconstpointer digest = ledger_statement_get_bytes (row, 1, &length);
  if (record < 0 || statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, map_edit (take, theirs));
  ledger_statement_bind_integer (statement, 1, record);
  ledger_statement_bind_bytes (statement, 2, digest, length);
  if (!ledger_statement_run (statement, error))
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
  while (ledger_statement_step (rows, &failure))
    if (!take_part (take, theirs, rows, error))
      return FALSE;
  return ledger_error_pass (failure, error);
}

static int
compare_touches (gconstpointer a, gconstpointer b)
{
  const LedgerApplyTouch *one = a;
  const LedgerApplyTouch *other = b;
  if (one->record != other->record)
    return one->record < other->record ? -1 : 1;
  return one->field < other->field ? -1 : one->field > other->field;
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
  g_array_sort (take->touches, compare_touches);
  return ledger_apply_touched (
      ledger_store_peek_apply (take->to), take->touches, take->first_new, error);
}

static gboolean
take_in_transaction (TakeIn *take,
                     GArray *copied,
                     const char *actor,
                     const char *desk,
                     gboolean *merged,
                     GError **error)
{
  if (!ledger_connection_begin (take->ours->connection, error))
    return FALSE;
  if (take_log (take, actor, desk, merged, error)
      && ledger_blob_copy_name (take->ours, copied, error)
      && ledger_connection_commit (take->ours->connection, error))
    {
      return ledger_log_read_tip (take->ours, error);
    }
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
  g_autoptr (GArray) copied = g_array_new (FALSE, FALSE, sizeof (gint64));
  LedgerTakeInResult made = { 0 };
  gboolean own = FALSE;
  if (!ledger_store_check_writable (self, error) || !check_same_ledger (self, other, error))
    return FALSE;
  take_in_init (&take, self, other);
  take.progress = progress;
  take.cancellable = cancellable;
  if (!check_theirs (other, &take.end, cancellable, error)
      || !ledger_blob_copy_all (self, other, copied, progress, cancellable, error)
      || !ledger_store_enter_read (other, &own, error))
    return FALSE;
  gboolean fine = take_in_transaction (&take, copied, actor, desk, &made.merged, error);
  ledger_store_leave_read (other, own);
  if (!fine || !count_conflicts (self, &made, error))
    return FALSE;
  made.edits_added = take.fresh->len;
  made.blobs_added = copied->len;
  if (result != NULL)
    *result = made;
  return TRUE;
}
