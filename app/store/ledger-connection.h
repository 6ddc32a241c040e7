/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger-statement.h"

G_BEGIN_DECLS

/* One SQLite connection with the settings of DESIGN 4, its kept statements and its transaction. The
 * only code that opens a ledger's path (LOG 4). Belongs to one thread at a time and takes no locks
 * of its own. */
typedef struct _LedgerConnection LedgerConnection;

typedef enum
{
  LEDGER_CONNECTION_CREATE,    /* a new file, 0600; the lock file beside it lends the mode */
  LEDGER_CONNECTION_WRITE,     /* an existing file */
  LEDGER_CONNECTION_READ,      /* SQLITE_OPEN_READONLY */
  LEDGER_CONNECTION_IMMUTABLE, /* a protected place without -wal (LOG 13) */
} LedgerConnectionMode;

LedgerConnection *
ledger_connection_open (const char *path, LedgerConnectionMode mode, GError **error);
/* Ends all statements and closes. NULL is ignored. */
void ledger_connection_free (LedgerConnection *self);

/* WAL while a writer has it open, DELETE at rest; leaving is tried only and may stay without effect
 * while somebody reads (LOG 13). */
gboolean ledger_connection_enter_wal (LedgerConnection *self, GError **error);
void ledger_connection_leave_wal (LedgerConnection *self);

/* A kept statement, reset. SQL is a constant and found by its address. */
LedgerStatement *
ledger_connection_prepare (LedgerConnection *self, const char *sql, GError **error);
/* The same for a text generated from constant tables: found by its content. */
LedgerStatement *
ledger_connection_prepare_generated (LedgerConnection *self, const char *sql, GError **error);
/* One or several statements without values and results. */
gboolean ledger_connection_execute (LedgerConnection *self, const char *sql, GError **error);

/* BEGIN IMMEDIATE for a change, BEGIN for a short read. */
gboolean ledger_connection_begin (LedgerConnection *self, GError **error);
gboolean ledger_connection_begin_read (LedgerConnection *self, GError **error);
gboolean ledger_connection_commit (LedgerConnection *self, GError **error);
/* Does nothing outside a transaction: SQLite itself rolls back when the disk is full. */
void ledger_connection_rollback (LedgerConnection *self);
gboolean ledger_connection_in_transaction (LedgerConnection *self);

gint64 ledger_connection_last_key (LedgerConnection *self);
gint64 ledger_connection_changes (LedgerConnection *self);
/* Moves the WAL into the file as far as readers allow. */
void ledger_connection_checkpoint (LedgerConnection *self);
/* While set, a running statement ends with G_IO_ERROR_CANCELLED once CANCELLABLE is cancelled. NULL
 * takes it off again. */
void ledger_connection_set_cancellable (LedgerConnection *self, GCancellable *cancellable);
/* What was set last, or NULL. */
GCancellable *ledger_connection_get_cancellable (LedgerConnection *self);

const char *ledger_connection_get_path (LedgerConnection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerConnection, ledger_connection_free)

/* --- between connection and statement --- */
struct sqlite3;
struct sqlite3_stmt;
LedgerStatement *ledger_statement_new (struct sqlite3_stmt *prepared);
void ledger_statement_free (LedgerStatement *statement);
/* Reset and without bindings. */
void ledger_statement_clear (LedgerStatement *statement);
guint ledger_statement_get_n_columns (LedgerStatement *statement);
/* Binds a column of FROM's row to a parameter of TO as it is. */
void ledger_statement_copy_column (LedgerStatement *from,
                                   guint column,
                                   LedgerStatement *to,
                                   guint parameter);
/* Turns SQLite's last failure into the sentence for people. */
void ledger_connection_set_error (GError **error, struct sqlite3 *handle, int code);

G_END_DECLS
