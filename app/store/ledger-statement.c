/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-statement.h"

#include "ledger-connection.h"
#include "ledger-digest.h"
#include "ledger-error.h"

#include <sqlite3.h>
#include <string.h>

struct _LedgerStatement
{
  sqlite3_stmt *prepared;
  int failure; /* the first failed bind since the last step */
};

LedgerStatement *
ledger_statement_new (struct sqlite3_stmt *prepared)
{
  LedgerStatement *statement = g_new0 (LedgerStatement, 1);
  statement->prepared = prepared;
  return statement;
}

void
ledger_statement_free (LedgerStatement *statement)
{
  sqlite3_finalize (statement->prepared);
  g_free (statement);
}

void
ledger_statement_clear (LedgerStatement *statement)
{
  sqlite3_reset (statement->prepared);
  sqlite3_clear_bindings (statement->prepared);
  statement->failure = SQLITE_OK;
}

static void
note (LedgerStatement *statement, int code)
{
  if (code != SQLITE_OK && statement->failure == SQLITE_OK)
    statement->failure = code;
}

void
ledger_statement_bind_text (LedgerStatement *statement, guint parameter, const char *text)
{
  note (statement,
        sqlite3_bind_text (statement->prepared, (int)parameter + 1, text, -1, SQLITE_TRANSIENT));
}

void
ledger_statement_bind_integer (LedgerStatement *statement, guint parameter, gint64 integer)
{
  note (statement, sqlite3_bind_int64 (statement->prepared, (int)parameter + 1, integer));
}

void
ledger_statement_bind_bytes (LedgerStatement *statement,
                             guint parameter,
                             gconstpointer data,
                             gsize length)
{
  /* A null pointer would bind null, and no bytes are not the same as nothing. */
  if (length == 0)
    note (statement, sqlite3_bind_zeroblob (statement->prepared, (int)parameter + 1, 0));
  else
    note (statement,
          sqlite3_bind_blob64 (
              statement->prepared, (int)parameter + 1, data, length, SQLITE_TRANSIENT));
}

void
ledger_statement_bind_value (LedgerStatement *statement, guint parameter, const LedgerValue *value)
{
  int index = (int)parameter + 1;
  gsize length = 0;
  gconstpointer data = value != NULL ? ledger_value_get_data (value, &length) : NULL;

  switch (value != NULL ? ledger_value_get_tag (value) : LEDGER_VALUE_NONE)
    {
    case LEDGER_VALUE_TEXT:
      note (statement,
            sqlite3_bind_text64 (
                statement->prepared, index, data, length, SQLITE_STATIC, SQLITE_UTF8));
      break;
    case LEDGER_VALUE_INTEGER:
      ledger_statement_bind_integer (statement, parameter, ledger_value_get_integer (value));
      break;
    case LEDGER_VALUE_BYTES:
      note (statement,
            sqlite3_bind_blob64 (statement->prepared, index, data, length, SQLITE_STATIC));
      break;
    case LEDGER_VALUE_NONE:
    default:
      note (statement, sqlite3_bind_null (statement->prepared, index));
      break;
    }
}

gboolean
ledger_statement_step (LedgerStatement *statement, GError **error)
{
  int code = statement->failure;
  if (code == SQLITE_OK)
    {
      code = sqlite3_step (statement->prepared);
      if (code == SQLITE_ROW)
        return TRUE;
    }
  if (code != SQLITE_DONE)
    ledger_connection_set_error (error, sqlite3_db_handle (statement->prepared), code);
  statement->failure = SQLITE_OK;
  sqlite3_reset (statement->prepared);
  return FALSE;
}

gboolean
ledger_statement_run (LedgerStatement *statement, GError **error)
{
  GError *failure = NULL;
  while (ledger_statement_step (statement, &failure))
    ;
  return ledger_error_pass (failure, error);
}

gint64
ledger_statement_find_key (LedgerStatement *statement, GError **error)
{
  GError *failure = NULL;

  if (!ledger_statement_step (statement, &failure))
    return ledger_error_pass (failure, error) ? 0 : -1;
  gint64 key = ledger_statement_get_integer (statement, 0);
  ledger_statement_reset (statement);
  return key;
}

void
ledger_statement_reset (LedgerStatement *statement)
{
  sqlite3_reset (statement->prepared);
}

gboolean
ledger_statement_is_null (LedgerStatement *statement, guint column)
{
  return sqlite3_column_type (statement->prepared, (int)column) == SQLITE_NULL;
}

const char *
ledger_statement_get_text (LedgerStatement *statement, guint column)
{
  return (const char *)sqlite3_column_text (statement->prepared, (int)column);
}

gint64
ledger_statement_get_integer (LedgerStatement *statement, guint column)
{
  return sqlite3_column_int64 (statement->prepared, (int)column);
}

gconstpointer
ledger_statement_get_bytes (LedgerStatement *statement, guint column, gsize *length)
{
  gconstpointer data = sqlite3_column_blob (statement->prepared, (int)column);
  if (length != NULL)
    *length = (gsize)sqlite3_column_bytes (statement->prepared, (int)column);
  return data;
}

LedgerValue *
ledger_statement_dup_value_or_null (LedgerStatement *statement, guint column)
{
  sqlite3_stmt *prepared = statement->prepared;
  int index = (int)column;

  switch (sqlite3_column_type (prepared, index))
    {
    case SQLITE_INTEGER:
      return ledger_value_new_integer (sqlite3_column_int64 (prepared, index));
    case SQLITE_BLOB:
      {
        gconstpointer data = sqlite3_column_blob (prepared, index);
        return ledger_value_new_bytes (data, (gsize)sqlite3_column_bytes (prepared, index));
      }
    case SQLITE_NULL:
      return NULL;
    case SQLITE_TEXT:
    case SQLITE_FLOAT: /* never written; damage shows as a text that no hash fits */
    default:
      {
        const char *text = (const char *)sqlite3_column_text (prepared, index);
        return ledger_value_new_text_sized (text, (gsize)sqlite3_column_bytes (prepared, index));
      }
    }
}

LedgerValue *
ledger_statement_dup_value (LedgerStatement *statement, guint column)
{
  LedgerValue *value = ledger_statement_dup_value_or_null (statement, column);
  return value != NULL ? value : ledger_value_new_none ();
}

guint
ledger_statement_get_n_columns (LedgerStatement *statement)
{
  return (guint)sqlite3_column_count (statement->prepared);
}

void
ledger_statement_copy_column (LedgerStatement *from,
                              guint column,
                              LedgerStatement *to,
                              guint parameter)
{
  note (to,
        sqlite3_bind_value (
            to->prepared, (int)parameter + 1, sqlite3_column_value (from->prepared, (int)column)));
}

char *
ledger_statement_dup_hex (LedgerStatement *statement, guint column)
{
  gsize length = 0;
  gconstpointer bytes = ledger_statement_get_bytes (statement, column, &length);
  return bytes != NULL ? ledger_hex_encode (bytes, length) : NULL;
}

gboolean
ledger_statement_copy_digest (LedgerStatement *statement, guint column, guint8 copy[32])
{
  gsize length = 0;
  gconstpointer bytes = ledger_statement_get_bytes (statement, column, &length);
  if (length == 32)
    memcpy (copy, bytes, 32);
  return length == 32;
}
