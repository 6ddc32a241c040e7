/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-connection.h"

#include "ledger-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>

#define BUSY_MILLISECONDS 5000

struct _LedgerConnection
{
  sqlite3 *handle;
  char *path;
  GHashTable *by_address;
  GHashTable *by_content;
  GCancellable *cancellable;
};

/* --- sentences for SQLite's failures (UI 4) --- */

static gboolean
is_no_space (int number)
{
  return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

/* Only ENOSPC is SQLite's FULL; a quota or a limit on file size comes as a failed write, and the
 * number is kept with the file, main or -wal, that failed. */
static gboolean
no_space (sqlite3 *handle)
{
  static const int files[] = { SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER };
  gboolean found = is_no_space (sqlite3_system_errno (handle));
  for (guint i = 0; !found && i < G_N_ELEMENTS (files); i++)
    {
      sqlite3_file *file = NULL;
      int number = 0;
      if (sqlite3_file_control (handle, "main", files[i], &file) == SQLITE_OK && file != NULL
          && file->pMethods != NULL
          && file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &number) == SQLITE_OK)
        found = is_no_space (number);
    }
  return found;
}

static char *
file_words (sqlite3 *handle)
{
  const char *path = handle != NULL ? sqlite3_db_filename (handle, "main") : NULL;
  return path != NULL && *path != '\0' ? g_path_get_basename (path) : g_strdup (_ ("the ledger"));
}

static LedgerError
say (sqlite3 *handle, int code, char **text)
{
  g_autofree char *name = file_words (handle);
  const char *cause = handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code);

  switch (code & 0xff)
    {
    case SQLITE_CORRUPT:
      *text = g_strdup_printf (_ ("“%s” is damaged: a page of the file cannot be read. Nothing was "
                                  "changed. Restore it from a backup."),
                               name);
      return LEDGER_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      *text = g_strdup_printf (
          _ ("“%s” is no ledger, or not a whole one. Choose another file; ledgers end in .zgl."),
          name);
      return LEDGER_ERROR_UNSUPPORTED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      *text = g_strdup_printf (_ ("“%s” can only be read: the file or its folder is protected "
                                  "against writing. Copy it to a folder of your own and open the "
                                  "copy."),
                               name);
      return LEDGER_ERROR_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      *text = g_strdup_printf (_ ("“%s” is in use by another program. Try again when that program "
                                  "has finished."),
                               name);
      return LEDGER_ERROR_LOCKED;
    case SQLITE_CANTOPEN:
      *text =
          g_strdup_printf (_ ("“%s” cannot be opened. Check that it is still there and that you "
                              "may read it."),
                           name);
      return LEDGER_ERROR_FAILED;
    case SQLITE_IOERR:
      *text = g_strdup_printf (_ ("“%s” could not be read or written (%s). Nothing was changed. "
                                  "Check the disk and try again."),
                               name,
                               cause);
      return LEDGER_ERROR_FAILED;
    default:
      *text =
          g_strdup_printf (_ ("“%s” could not be worked on (%s). Nothing was changed. Close it, "
                              "open it again and check it."),
                           name,
                           cause);
      return LEDGER_ERROR_FAILED;
    }
}

void
ledger_connection_set_error (GError **error, sqlite3 *handle, int code)
{
  int plain = code & 0xff;
  if (plain == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The work was cancelled."));
      return;
    }
  if (plain == SQLITE_FULL || (plain == SQLITE_IOERR && handle != NULL && no_space (handle)))
    {
      g_set_error_literal (error,
                           LEDGER_ERROR,
                           LEDGER_ERROR_FULL,
                           _ ("The disk is full: this change was not saved, everything before it "
                              "is intact. Free some space and try again."));
      return;
    }

  g_autofree char *text = NULL;
  LedgerError number = say (handle, code, &text);
  g_set_error_literal (error, LEDGER_ERROR, (int)number, text);
}

/* --- opening --- */

/* A name for SQLITE_OPEN_URI: everything but the plain characters of a path is escaped. */
static char *
uri_of (const char *path, const char *key, const char *value)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *escaped = g_uri_escape_string (absolute, "/", FALSE);
  g_autofree char *escaped_value = g_uri_escape_string (value, "/", FALSE);
  return g_strdup_printf ("file:%s?%s=%s", escaped, key, escaped_value);
}

/* Every allocation would take a lock to count itself, and nobody reads the sum. In vain, and no
 * harm, where somebody else in the process was first to use SQLite. */
static void
leave_memory_uncounted (void)
{
  static gsize done = 0;
  if (g_once_init_enter (&done))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&done, 1);
    }
}

static int
open_handle (const char *path, LedgerConnectionMode mode, sqlite3 **handle)
{
  g_autofree char *name = NULL;
  g_autofree char *lock = g_strconcat (path, "-lock", NULL);
  int flags = SQLITE_OPEN_READONLY;

  switch (mode)
    {
    case LEDGER_CONNECTION_CREATE:
      name = uri_of (path, "modeof", lock);
      flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI;
      break;
    case LEDGER_CONNECTION_WRITE:
      flags = SQLITE_OPEN_READWRITE;
      break;
    case LEDGER_CONNECTION_IMMUTABLE:
      name = uri_of (path, "immutable", "1");
      flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
      break;
    case LEDGER_CONNECTION_READ:
      break;
    }
  leave_memory_uncounted ();
  return sqlite3_open_v2 (name != NULL ? name : path, handle, flags | SQLITE_OPEN_NOMUTEX, NULL);
}

static const char settings[] = "PRAGMA page_size=8192;"
                               "PRAGMA trusted_schema=OFF;"
                               "PRAGMA cell_size_check=ON;"
                               "PRAGMA foreign_keys=OFF;" /* declared, checked by verify, LOG 5 */
                               "PRAGMA secure_delete=ON;"
                               "PRAGMA mmap_size=0;"
                               "PRAGMA temp_store=MEMORY;"
                               "PRAGMA cache_size=-32768;"
                               "PRAGMA synchronous=FULL;"
                               "PRAGMA journal_size_limit=67108864;";

static gboolean
configure (sqlite3 *handle, GError **error)
{
  sqlite3_extended_result_codes (handle, 1);
  sqlite3_busy_timeout (handle, BUSY_MILLISECONDS);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);

  int code = sqlite3_exec (handle, settings, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;
  ledger_connection_set_error (error, handle, code);
  return FALSE;
}

static void
free_statement (gpointer data)
{
  ledger_statement_free (data);
}

LedgerConnection *
ledger_connection_open (const char *path, LedgerConnectionMode mode, GError **error)
{
  sqlite3 *handle = NULL;
  int code = open_handle (path, mode, &handle);
  if (code != SQLITE_OK)
    ledger_connection_set_error (error, handle, code);
  if (code != SQLITE_OK || !configure (handle, error))
    {
      sqlite3_close (handle);
      return NULL;
    }

  LedgerConnection *self = g_new0 (LedgerConnection, 1);
  self->handle = handle;
  self->path = g_strdup (path);
  self->by_address = g_hash_table_new_full (NULL, NULL, NULL, free_statement);
  self->by_content = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_statement);
  return self;
}

void
ledger_connection_free (LedgerConnection *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_address);
  g_hash_table_unref (self->by_content);
  ledger_connection_set_cancellable (self, NULL);
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("a statement was still in use when a ledger was closed");
  g_free (self->path);
  g_free (self);
}

static gboolean
switch_journal (LedgerConnection *self, const char *sql, const char *wanted, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (self, sql, error);
  if (statement == NULL)
    return FALSE;
  if (!ledger_statement_step (statement, error))
    return FALSE;

  gboolean reached = g_strcmp0 (ledger_statement_get_text (statement, 0), wanted) == 0;
  ledger_statement_reset (statement);
  if (!reached)
    ledger_connection_set_error (error, self->handle, SQLITE_BUSY);
  return reached;
}

gboolean
ledger_connection_enter_wal (LedgerConnection *self, GError **error)
{
  return switch_journal (self, "PRAGMA journal_mode=WAL", "wal", error);
}

void
ledger_connection_leave_wal (LedgerConnection *self)
{
  /* Whoever reads would be waited for; then it stays WAL, and the next writer ends it. */
  sqlite3_busy_timeout (self->handle, 0);
  switch_journal (self, "PRAGMA journal_mode=DELETE", "delete", NULL);
  sqlite3_busy_timeout (self->handle, BUSY_MILLISECONDS);
}

/* --- statements --- */

static LedgerStatement *
compile (LedgerConnection *self, const char *sql, GError **error)
{
  sqlite3_stmt *prepared = NULL;
  int code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &prepared, NULL);
  if (code == SQLITE_OK)
    return ledger_statement_new (prepared);
  ledger_connection_set_error (error, self->handle, code);
  return NULL;
}

LedgerStatement *
ledger_connection_prepare (LedgerConnection *self, const char *sql, GError **error)
{
  LedgerStatement *statement = g_hash_table_lookup (self->by_address, sql);
  if (statement != NULL)
    {
      ledger_statement_clear (statement);
      return statement;
    }
  statement = compile (self, sql, error);
  if (statement != NULL)
    g_hash_table_insert (self->by_address, (gpointer)sql, statement);
  return statement;
}

LedgerStatement *
ledger_connection_prepare_generated (LedgerConnection *self, const char *sql, GError **error)
{
  LedgerStatement *statement = g_hash_table_lookup (self->by_content, sql);
  if (statement != NULL)
    {
      ledger_statement_clear (statement);
      return statement;
    }
  statement = compile (self, sql, error);
  if (statement != NULL)
    g_hash_table_insert (self->by_content, g_strdup (sql), statement);
  return statement;
}

gboolean
ledger_connection_execute (LedgerConnection *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;
  ledger_connection_set_error (error, self->handle, code);
  return FALSE;
}

static gboolean
run (LedgerConnection *self, const char *sql, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (self, sql, error);
  return statement != NULL && ledger_statement_run (statement, error);
}

gboolean
ledger_connection_begin (LedgerConnection *self, GError **error)
{
  return run (self, "BEGIN IMMEDIATE", error);
}

gboolean
ledger_connection_begin_read (LedgerConnection *self, GError **error)
{
  return run (self, "BEGIN", error);
}

gboolean
ledger_connection_commit (LedgerConnection *self, GError **error)
{
  if (run (self, "COMMIT", error))
    return TRUE;
  ledger_connection_rollback (self);
  return FALSE;
}

void
ledger_connection_rollback (LedgerConnection *self)
{
  if (!sqlite3_get_autocommit (self->handle))
    run (self, "ROLLBACK", NULL);
}

gboolean
ledger_connection_in_transaction (LedgerConnection *self)
{
  return !sqlite3_get_autocommit (self->handle);
}

gint64
ledger_connection_last_key (LedgerConnection *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

gint64
ledger_connection_changes (LedgerConnection *self)
{
  return sqlite3_changes64 (self->handle);
}

void
ledger_connection_checkpoint (LedgerConnection *self)
{
  sqlite3_wal_checkpoint_v2 (self->handle, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

static int
is_cancelled (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

void
ledger_connection_set_cancellable (LedgerConnection *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (
      self->handle, 10000, cancellable != NULL ? is_cancelled : NULL, cancellable);
}

GCancellable *
ledger_connection_get_cancellable (LedgerConnection *self)
{
  return self->cancellable;
}

const char *
ledger_connection_get_path (LedgerConnection *self)
{
  return self->path;
}
