/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-schema.h"

#include "ledger-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Integer keys are local: never hashed, never exported (LOG 2). Foreign keys are declared and
 * checked by verify; the connection does not enforce them row by row, since only the log module
 * writes here. */
static const char content[] =
    "CREATE TABLE log_name (\n"
    "  key INTEGER PRIMARY KEY, -- local\n"
    "  text TEXT NOT NULL UNIQUE -- a name of the log: of a record type or a field; in the hash "
    "of\n"
    "                            -- every part that uses it\n"
    ") STRICT;\n"
    "CREATE TABLE log_record (\n"
    "  key INTEGER PRIMARY KEY, -- local\n"
    "  type INTEGER NOT NULL REFERENCES log_name, -- in the hash of every part of the record\n"
    "  id BLOB NOT NULL, -- 16 bytes; one-to-one children bear their parent's id\n"
    "  UNIQUE (type, id)\n"
    ") STRICT;\n"
    "CREATE TABLE log_edit (\n"
    "  key INTEGER PRIMARY KEY, -- local; every prev has a smaller one, the tip has the largest\n"
    "  hash BLOB NOT NULL, -- SHA-256 over the edit, its name; not indexed (measured, LOG 5)\n"
    "  prev INTEGER REFERENCES log_edit, -- the tip it was made on; null in the first edit alone\n"
    "  kind TEXT NOT NULL, -- edit, undo, redo, import or merge; hashed\n"
    "  target BLOB, -- hash of what was undone or redone; hashed\n"
    "  title TEXT NOT NULL, -- the line of the audit trail; in part 0\n"
    "  reason TEXT, -- why, where it was asked; in part 0\n"
    "  actor TEXT NOT NULL, -- who was at the keyboard; hashed\n"
    "  desk TEXT NOT NULL, -- label of the user account, for undo; hashed\n"
    "  time INTEGER NOT NULL, -- claimed, UTC milliseconds; hashed\n"
    "  zone INTEGER NOT NULL, -- minutes east of UTC; hashed\n"
    "  seed BLOB NOT NULL -- 32 random bytes, the salts of the parts come from it (LOG 3)\n"
    ") STRICT;\n"
    "CREATE TABLE log_prev (\n"
    "  edit INTEGER NOT NULL REFERENCES log_edit, -- a merge\n"
    "  position INTEGER NOT NULL, -- from 1; 0 is log_edit.prev\n"
    "  prev INTEGER NOT NULL REFERENCES log_edit, -- the other tip; hashed\n"
    "  PRIMARY KEY (edit, position)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE log_part (\n"
    "  edit INTEGER NOT NULL REFERENCES log_edit, -- what touched\n"
    "  record INTEGER NOT NULL, -- the record touched; 0 for title and reason\n"
    "  digest BLOB NOT NULL, -- SHA-256 over salt, record and operations; in the edit's hash\n"
    "  PRIMARY KEY (edit, record)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE log_operation (\n"
    "  record INTEGER NOT NULL REFERENCES log_record, -- of which record\n"
    "  field INTEGER NOT NULL REFERENCES log_name, -- which field; hashed\n"
    "  edit INTEGER NOT NULL REFERENCES log_edit, -- written by which edit\n"
    "  value ANY, -- text, integer, bytes or null; hashed with its kind\n"
    "  PRIMARY KEY (record, field, edit)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE log_parent (\n"
    "  record INTEGER NOT NULL, -- of the operation and of its parent\n"
    "  field INTEGER NOT NULL, -- of the operation and of its parent\n"
    "  parent INTEGER NOT NULL, -- edit of the operation that was a head; its hash is hashed\n"
    "  edit INTEGER NOT NULL, -- edit of the operation that saw it\n"
    "  PRIMARY KEY (record, field, parent, edit),\n"
    "  FOREIGN KEY (record, field, parent) REFERENCES log_operation,\n"
    "  FOREIGN KEY (record, field, edit) REFERENCES log_operation\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE log_blob (\n"
    "  key INTEGER PRIMARY KEY, -- local\n"
    "  digest BLOB UNIQUE, -- SHA-256 over the bytes; null while they are being staged\n"
    "  size INTEGER, -- number of bytes; null while they are being staged\n"
    "  named INTEGER NOT NULL -- 1 when an operation names the digest; 0: staged\n"
    ") STRICT;\n"
    "CREATE TABLE log_chunk (\n"
    "  blob INTEGER NOT NULL REFERENCES log_blob, -- whose bytes\n"
    "  position INTEGER NOT NULL, -- from 0\n"
    "  bytes BLOB NOT NULL, -- 1 MiB, the last one less; in the blob's digest\n"
    "  PRIMARY KEY (blob, position)\n"
    ") STRICT, WITHOUT ROWID;\n";

static const char *const tables[] = {
  "log_name",      "log_record", "log_edit", "log_prev",  "log_part",
  "log_operation", "log_parent", "log_blob", "log_chunk", NULL,
};

gboolean
ledger_schema_create (LedgerConnection *connection, GError **error)
{
  return ledger_connection_execute (connection, content, error)
         && ledger_connection_execute (connection, "PRAGMA application_id=0x7a676c31", error)
         && ledger_connection_execute (connection, "PRAGMA user_version=1", error);
}

static gboolean
read_number (LedgerConnection *connection, const char *sql, gint64 *number, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (connection, sql, error);
  if (statement == NULL || !ledger_statement_step (statement, error))
    return FALSE;
  *number = ledger_statement_get_integer (statement, 0);
  ledger_statement_reset (statement);
  return TRUE;
}

gboolean
ledger_schema_check (LedgerConnection *connection, GError **error)
{
  gint64 application = 0;
  gint64 version = 0;
  if (!read_number (connection, "PRAGMA application_id", &application, error)
      || !read_number (connection, "PRAGMA user_version", &version, error))
    return FALSE;

  g_autofree char *name = g_path_get_basename (ledger_connection_get_path (connection));
  if (application != LEDGER_SCHEMA_APPLICATION || version < 1)
    {
      g_set_error (
          error,
          LEDGER_ERROR,
          LEDGER_ERROR_UNSUPPORTED,
          _ ("“%s” is no ledger, or not a whole one. Choose another file; ledgers end in .zgl."),
          name);
      return FALSE;
    }
  if (version > LEDGER_SCHEMA_VERSION)
    {
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_NEWER,
                   _ ("“%s” was written by a newer version of this program. Install that version "
                      "here, or work on the computer that has it."),
                   name);
      return FALSE;
    }
  return TRUE;
}

const char *const *
ledger_schema_get_tables (void)
{
  return tables;
}

gboolean
ledger_schema_is_content (const char *table)
{
  return g_str_has_prefix (table, "log_");
}

gboolean
ledger_schema_defines (const char *sql)
{
  return sql != NULL && *sql != '\0' && strstr (content, sql) != NULL;
}
