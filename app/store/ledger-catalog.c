/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-catalog.h"

#include "ledger-digest.h"
#include "ledger-error.h"

#include <glib/gi18n-lib.h>

struct _LedgerCatalog
{
  LedgerConnection *connection;
  GHashTable *keys;  /* text → key */
  GHashTable *names; /* key → text, owned by KEYS */
};

LedgerCatalog *
ledger_catalog_new (LedgerConnection *connection)
{
  LedgerCatalog *self = g_new0 (LedgerCatalog, 1);
  self->connection = connection;
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new (NULL, NULL);
  return self;
}

void
ledger_catalog_free (LedgerCatalog *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->keys);
  g_free (self);
}

void
ledger_catalog_forget (LedgerCatalog *self)
{
  g_hash_table_remove_all (self->names);
  g_hash_table_remove_all (self->keys);
}

static const char *
remember (LedgerCatalog *self, const char *text, gint64 key)
{
  char *kept = g_strdup (text);
  g_hash_table_replace (self->keys, kept, GSIZE_TO_POINTER ((gsize)key));
  g_hash_table_replace (self->names, GSIZE_TO_POINTER ((gsize)key), kept);
  return kept;
}

gint64
ledger_catalog_find_name (LedgerCatalog *self, const char *text, GError **error)
{
  gint64 key = (gint64)GPOINTER_TO_SIZE (g_hash_table_lookup (self->keys, text));
  if (key != 0)
    return key;

  LedgerStatement *statement = ledger_connection_prepare (
      self->connection, "SELECT key FROM log_name WHERE text = ?", error);
  if (statement == NULL)
    return -1;
  ledger_statement_bind_text (statement, 0, text);
  key = ledger_statement_find_key (statement, error);
  if (key > 0)
    remember (self, text, key);
  return key;
}

gint64
ledger_catalog_take_name (LedgerCatalog *self, const char *text, GError **error)
{
  gint64 key = ledger_catalog_find_name (self, text, error);
  if (key != 0)
    return key;

  LedgerStatement *statement =
      ledger_connection_prepare (self->connection, "INSERT INTO log_name (text) VALUES (?)", error);
  if (statement == NULL)
    return -1;
  ledger_statement_bind_text (statement, 0, text);
  if (!ledger_statement_run (statement, error))
    return -1;
  key = ledger_connection_last_key (self->connection);
  remember (self, text, key);
  return key;
}

const char *
ledger_catalog_get_name (LedgerCatalog *self, gint64 key, GError **error)
{
  const char *known = g_hash_table_lookup (self->names, GSIZE_TO_POINTER ((gsize)key));
  if (known != NULL)
    return known;

  LedgerStatement *statement = ledger_connection_prepare (
      self->connection, "SELECT text FROM log_name WHERE key = ?", error);
  if (statement == NULL)
    return NULL;
  ledger_statement_bind_integer (statement, 0, key);

  GError *failure = NULL;
  if (ledger_statement_step (statement, &failure))
    {
      known = remember (self, ledger_statement_get_text (statement, 0), key);
      ledger_statement_reset (statement);
      return known;
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  else
    g_set_error_literal (
        error,
        LEDGER_ERROR,
        LEDGER_ERROR_DAMAGED,
        _ ("The log of this ledger is damaged: a name is missing. Check the ledger "
           "and restore it from a backup."));
  return NULL;
}

static LedgerStatement *
record_statement (LedgerCatalog *self, const char *sql, gint64 type, const char *id, GError **error)
{
  guint8 bytes[16];
  if (!ledger_hex_decode (id, bytes, sizeof bytes))
    {
      g_set_error (
          error, LEDGER_ERROR, LEDGER_ERROR_INVALID, _ ("“%s” is not the id of a record."), id);
      return NULL;
    }
  LedgerStatement *statement = ledger_connection_prepare (self->connection, sql, error);
  if (statement == NULL)
    return NULL;
  ledger_statement_bind_integer (statement, 0, type);
  ledger_statement_bind_bytes (statement, 1, bytes, sizeof bytes);
  return statement;
}

static gint64
find_record (LedgerCatalog *self, gint64 type, const char *id, GError **error)
{
  static const char sql[] = "SELECT key FROM log_record WHERE type = ? AND id = ?";
  LedgerStatement *statement = record_statement (self, sql, type, id, error);
  return statement != NULL ? ledger_statement_find_key (statement, error) : -1;
}

gint64
ledger_catalog_find_record (LedgerCatalog *self, const char *type, const char *id, GError **error)
{
  gint64 type_key = ledger_catalog_find_name (self, type, error);
  return type_key <= 0 ? type_key : find_record (self, type_key, id, error);
}

gint64
ledger_catalog_add_record (LedgerCatalog *self, const char *type, const char *id, GError **error)
{
  static const char sql[] = "INSERT INTO log_record (type, id) VALUES (?, ?)";

  gint64 type_key = ledger_catalog_take_name (self, type, error);
  if (type_key < 0)
    return -1;
  LedgerStatement *statement = record_statement (self, sql, type_key, id, error);
  if (statement == NULL || !ledger_statement_run (statement, error))
    return -1;
  return ledger_connection_last_key (self->connection);
}

gint64
ledger_catalog_take_record (
    LedgerCatalog *self, const char *type, const char *id, gboolean *made, GError **error)
{
  gint64 key = ledger_catalog_find_record (self, type, id, error);
  *made = key == 0;
  return key != 0 ? key : ledger_catalog_add_record (self, type, id, error);
}

void
ledger_catalog_write_id (const guint8 bytes[16], char id[33])
{
  static const char digits[] = "0123456789abcdef";
  for (guint i = 0; i < 16; i++)
    {
      id[2 * i] = digits[bytes[i] >> 4];
      id[2 * i + 1] = digits[bytes[i] & 15];
    }
  id[32] = '\0';
}

static gboolean
damaged_record (GError **error)
{
  g_set_error_literal (
      error,
      LEDGER_ERROR,
      LEDGER_ERROR_DAMAGED,
      _ ("The log of this ledger is damaged: a record is missing. Check the ledger "
         "and restore it from a backup."));
  return FALSE;
}

gboolean
ledger_catalog_describe (
    LedgerCatalog *self, gint64 record, const char **type, char id[33], GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      self->connection, "SELECT type, id FROM log_record WHERE key = ?", error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, record);

  GError *failure = NULL;
  if (!ledger_statement_step (statement, &failure))
    {
      if (failure == NULL)
        return damaged_record (error);
      g_propagate_error (error, failure);
      return FALSE;
    }
  gint64 type_key = ledger_statement_get_integer (statement, 0);
  gsize length = 0;
  const guint8 *bytes = ledger_statement_get_bytes (statement, 1, &length);
  if (length == 16)
    ledger_catalog_write_id (bytes, id);
  ledger_statement_reset (statement);
  if (length != 16)
    return damaged_record (error);
  *type = ledger_catalog_get_name (self, type_key, error);
  return *type != NULL;
}
