/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-store.h"

#include "ledger-blob.h"
#include "ledger-checked-mark.h"
#include "ledger-commit.h"
#include "ledger-digest.h"
#include "ledger-error.h"
#include "ledger-lock.h"
#include "ledger-opening.h"
#include "ledger-rebuild.h"
#include "ledger-schema.h"
#include "ledger-store-room.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _LedgerStore
{
  GObject parent_instance;

  char *path;
  char *ledger_id;
  LedgerLock *lock; /* NULL where opened for reading */
  LedgerConnection *connection;
  LedgerLog *log;
  LedgerApply *apply;
  LedgerUndoGuard guard;
  gpointer guard_data;
  /* The file's reading is of another program and cannot be rebuilt in place: one beside it, as of
   * this position; -1 where the file's own is used. */
  gint64 temporary_position;
  gboolean in_wal;  /* we switched it, and switch it back */
  gint64 looked_at; /* when its log was checked before writing, UTC microseconds; 0: it was not */
};

G_DEFINE_FINAL_TYPE (LedgerStore, ledger_store, G_TYPE_OBJECT)

static void
let_go (LedgerStore *self)
{
  g_clear_pointer (&self->apply, ledger_apply_free);
  g_clear_pointer (&self->log, ledger_log_free);
  g_clear_pointer (&self->connection, ledger_connection_free);
  if (self->looked_at > 0 && !ledger_opening_has_leftover (self->path))
    ledger_checked_mark_write (NULL, self->path, self->looked_at);
  self->looked_at = 0;
  g_clear_pointer (&self->lock, ledger_lock_free);
}

gboolean
ledger_store_close (LedgerStore *self, GError **error)
{
  g_return_val_if_fail (LEDGER_IS_STORE (self), FALSE);
  if (self->connection != NULL)
    {
      ledger_connection_rollback (self->connection);
      if (self->in_wal)
        ledger_connection_leave_wal (self->connection);
    }
  let_go (self);
  return TRUE;
}

static void
ledger_store_dispose (GObject *object)
{
  ledger_store_close (LEDGER_STORE (object), NULL);
  G_OBJECT_CLASS (ledger_store_parent_class)->dispose (object);
}

static void
ledger_store_finalize (GObject *object)
{
  LedgerStore *self = LEDGER_STORE (object);
  g_free (self->path);
  g_free (self->ledger_id);
  G_OBJECT_CLASS (ledger_store_parent_class)->finalize (object);
}

static void
ledger_store_class_init (LedgerStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_store_dispose;
  G_OBJECT_CLASS (klass)->finalize = ledger_store_finalize;
}

static void
ledger_store_init (LedgerStore *self)
{
  self->temporary_position = -1;
}

/* --- creating and opening --- */

static LedgerStore *
store_new (const char *path)
{
  LedgerStore *self = g_object_new (LEDGER_TYPE_STORE, NULL);
  self->path = g_strdup (path);
  return self;
}

static void
attach (LedgerStore *self, const LedgerReading *reading)
{
  self->log = ledger_log_new (self->connection, reading);
  self->apply = ledger_apply_new (self->log);
}

static gboolean
identify (LedgerStore *self, GError **error)
{
  self->ledger_id = ledger_log_dup_ledger_id (self->log, error);
  return self->ledger_id != NULL;
}

static gboolean
enter_wal (LedgerStore *self, GError **error)
{
  self->in_wal = ledger_connection_enter_wal (self->connection, error);
  return self->in_wal;
}

static gboolean
rebuild (LedgerStore *self, LedgerProgress *progress, GCancellable *cancellable, GError **error)
{
  if (!ledger_connection_begin (self->connection, error))
    return FALSE;
  if (ledger_rebuild_reading (
          ledger_apply_get_rows (self->apply), FALSE, progress, cancellable, error)
      && ledger_connection_commit (self->connection, error))
    return TRUE;
  ledger_store_recover (self);
  return FALSE;
}

static gboolean
fill_new_file (LedgerStore *self, const char *actor, const char *desk, GError **error)
{
  if (!ledger_connection_begin (self->connection, error))
    return FALSE;
  if (ledger_schema_create (self->connection, error)
      && ledger_commit_bare (self->log, LEDGER_EDIT_PLAIN, 0, _ ("New ledger"), actor, desk, error)
      && ledger_rebuild_reading (ledger_apply_get_rows (self->apply), FALSE, NULL, NULL, error)
      && ledger_connection_commit (self->connection, error))
    return TRUE;
  ledger_connection_rollback (self->connection);
  return FALSE;
}

LedgerStore *
ledger_store_create (const char *path,
                     const LedgerReading *reading,
                     const char *actor,
                     const char *desk,
                     LedgerClock clock,
                     gpointer clock_data,
                     GError **error)
{
  g_autoptr (LedgerStore) self = store_new (path);
  if (!ledger_opening_check_place (path, error))
    return NULL;
  self->lock = ledger_lock_take (path, error);
  if (self->lock == NULL)
    return NULL;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_path_get_basename (path);
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_INVALID,
                   _ ("“%s” is there already. Choose another name."),
                   name);
      return NULL;
    }
  self->connection = ledger_connection_open (path, LEDGER_CONNECTION_CREATE, error);
  if (self->connection == NULL)
    return NULL;
  attach (self, reading);
  self->log->clock = clock;
  self->log->clock_data = clock_data;
  if (!fill_new_file (self, actor != NULL ? actor : "", desk != NULL ? desk : "", error))
    {
      /* Nothing of ours may stay behind, and nobody but us knows the file. */
      let_go (self);
      g_unlink (path);
      return NULL;
    }
  if (!identify (self, error) || !enter_wal (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Before the first write, unless that was a moment ago. */
static gboolean
check_log (LedgerStore *self, const LedgerReading *reading, GError **error)
{
  gint64 now = g_get_real_time ();
  self->looked_at = ledger_checked_mark_read (NULL, self->path, now);
  if (self->looked_at > 0)
    return TRUE;
  if (!ledger_opening_check_log (self->path, reading, error))
    return FALSE;
  self->looked_at = now;
  return TRUE;
}

static gboolean
open_for_writing (LedgerStore *self,
                  const LedgerReading *reading,
                  gboolean thoroughly,
                  GError **error)
{
  gint64 number = 0;
  if (!ledger_opening_check_place (self->path, error))
    return FALSE;
  self->lock = ledger_lock_take (self->path, error);
  if (self->lock == NULL || !ledger_opening_check_leftover (self->path, reading, TRUE, error)
      || (thoroughly && !check_log (self, reading, error)))
    return FALSE;
  self->connection = ledger_connection_open (self->path, LEDGER_CONNECTION_WRITE, error);
  if (self->connection == NULL || !ledger_schema_check (self->connection, error))
    return FALSE;
  attach (self, reading);
  if (!ledger_log_read_tip (self->log, error) || !identify (self, error) || !enter_wal (self, error)
      || !ledger_rebuild_read_number (ledger_apply_get_rows (self->apply), &number, error))
    return FALSE;
  if (number != reading->number && !rebuild (self, NULL, NULL, error))
    return FALSE;
  return ledger_blob_remove_leftovers (self->log, error);
}

static gboolean
make_temporary (LedgerStore *self, GError **error)
{
  gint64 position = self->log->tip;
  if (!ledger_rebuild_reading (ledger_apply_get_rows (self->apply), TRUE, NULL, NULL, error))
    return FALSE;
  self->temporary_position = position;
  return TRUE;
}

static gboolean
open_for_reading (LedgerStore *self, const LedgerReading *reading, GError **error)
{
  LedgerConnectionMode mode = ledger_opening_choose_mode (self->path);
  gint64 number = 0;
  if (!ledger_opening_check_leftover (self->path, reading, FALSE, error))
    return FALSE;
  self->connection = ledger_connection_open (self->path, mode, error);
  if (self->connection == NULL || !ledger_opening_check_readable (self->connection, error))
    return FALSE;
  attach (self, reading);
  if (!ledger_connection_begin_read (self->connection, error))
    return FALSE;
  gboolean fine =
      ledger_log_read_tip (self->log, error) && identify (self, error)
      && ledger_rebuild_read_number (ledger_apply_get_rows (self->apply), &number, error)
      && (number == reading->number || make_temporary (self, error));
  if (fine)
    return ledger_connection_commit (self->connection, error);
  ledger_connection_rollback (self->connection);
  return FALSE;
}

LedgerStore *
ledger_store_open (const char *path,
                   const LedgerReading *reading,
                   LedgerStoreMode mode,
                   GError **error)
{
  g_autoptr (LedgerStore) self = store_new (path);
  if (!ledger_opening_check_exists (path, error))
    return NULL;
  if (mode == LEDGER_STORE_READ
          ? open_for_reading (self, reading, error)
          : open_for_writing (self, reading, mode == LEDGER_STORE_WRITE_CHECKED, error))
    return g_steal_pointer (&self);
  return NULL;
}

/* --- what it is --- */

const char *
ledger_store_get_path (LedgerStore *self)
{
  return self->path;
}

gboolean
ledger_store_is_writable (LedgerStore *self)
{
  return self->lock != NULL && self->connection != NULL;
}

const char *
ledger_store_get_ledger_id (LedgerStore *self)
{
  return self->ledger_id;
}

char *
ledger_store_dup_tip (LedgerStore *self, GError **error)
{
  if (!ledger_log_read_tip (self->log, error))
    return NULL;
  return ledger_hex_encode (self->log->tip_hash, sizeof self->log->tip_hash);
}

gint64
ledger_store_get_position (LedgerStore *self)
{
  if (self->log == NULL)
    return 0;
  if (self->lock == NULL)
    ledger_log_read_tip (self->log, NULL);
  return self->log->tip;
}

void
ledger_store_set_undo_guard (LedgerStore *self, LedgerUndoGuard guard, gpointer data)
{
  self->guard = guard;
  self->guard_data = data;
}

/* --- for the room --- */

LedgerLog *
ledger_store_peek_log (LedgerStore *self)
{
  return self->log;
}

LedgerApply *
ledger_store_peek_apply (LedgerStore *self)
{
  return self->apply;
}

LedgerUndoGuard
ledger_store_peek_undo_guard (LedgerStore *self, gpointer *data)
{
  *data = self->guard_data;
  return self->guard;
}

gboolean
ledger_store_check_writable (LedgerStore *self, GError **error)
{
  if (ledger_store_is_writable (self))
    return TRUE;
  g_set_error_literal (error,
                       LEDGER_ERROR,
                       LEDGER_ERROR_READ_ONLY,
                       _ ("The ledger is open for reading only. Nothing was changed."));
  return FALSE;
}

void
ledger_store_recover (LedgerStore *self)
{
  ledger_connection_rollback (self->connection);
  ledger_catalog_forget (self->log->catalog);
  self->log->found_key = 0;
  ledger_log_read_tip (self->log, NULL);
}

gboolean
ledger_store_enter_read (LedgerStore *self, gboolean *own, GError **error)
{
  *own = !ledger_connection_in_transaction (self->connection);
  return !*own || ledger_connection_begin_read (self->connection, error);
}

void
ledger_store_leave_read (LedgerStore *self, gboolean own)
{
  if (own)
    ledger_connection_rollback (self->connection);
}

/* --- edits and reading --- */

gboolean
ledger_store_commit (
    LedgerStore *self, LedgerEdit *edit, gboolean *written, char **hash, GError **error)
{
  g_return_val_if_fail (LEDGER_IS_STORE (self), FALSE);
  if (!ledger_store_check_writable (self, error))
    return FALSE;
  return ledger_commit_edit (self->log, self->apply, edit, NULL, written, hash, error);
}

gboolean
ledger_store_begin_read (LedgerStore *self, GError **error)
{
  if (!ledger_connection_begin_read (self->connection, error))
    return FALSE;
  if (self->temporary_position < 0)
    return TRUE;
  if (ledger_log_read_tip (self->log, error)
      && (self->temporary_position == self->log->tip || make_temporary (self, error)))
    return TRUE;
  ledger_connection_rollback (self->connection);
  return FALSE;
}

void
ledger_store_end_read (LedgerStore *self)
{
  /* Nothing was written; COMMIT and not ROLLBACK because rows of a temporary reading may have been.
   */
  if (ledger_connection_in_transaction (self->connection))
    ledger_connection_commit (self->connection, NULL);
}

void
ledger_store_set_cancellable (LedgerStore *self, GCancellable *cancellable)
{
  if (self->connection != NULL)
    ledger_connection_set_cancellable (self->connection, cancellable);
}

gboolean
ledger_store_check_cancelled (LedgerStore *self, GError **error)
{
  return !g_cancellable_set_error_if_cancelled (
      ledger_connection_get_cancellable (self->connection), error);
}

LedgerStatement *
ledger_store_prepare (LedgerStore *self, const char *sql, GError **error)
{
  return ledger_connection_prepare (self->connection, sql, error);
}

char *
ledger_store_dup_reading_digest (LedgerStore *self, GError **error)
{
  gboolean own = FALSE;
  if (!ledger_store_enter_read (self, &own, error))
    return NULL;
  char *digest = ledger_rebuild_dup_digest (ledger_apply_get_rows (self->apply), error);
  ledger_store_leave_read (self, own);
  return digest;
}

gboolean
ledger_store_rebuild (LedgerStore *self,
                      LedgerProgress *progress,
                      GCancellable *cancellable,
                      GError **error)
{
  return ledger_store_check_writable (self, error) && rebuild (self, progress, cancellable, error);
}

gboolean
ledger_store_distrust_reading (LedgerStore *self, GError **error)
{
  return ledger_store_check_writable (self, error)
         && ledger_rebuild_forget_number (ledger_apply_get_rows (self->apply), error);
}

void
ledger_store_checkpoint (LedgerStore *self)
{
  if (ledger_store_is_writable (self))
    ledger_connection_checkpoint (self->connection);
}
