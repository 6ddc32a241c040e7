/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-checked-log.h"

#include "ledger-damage-list.h"
#include "ledger-digest.h"
#include "ledger-error.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define KEY(key) GSIZE_TO_POINTER ((gsize)(key))

static void
free_record (gpointer data)
{
  LedgerCheckedRecord *record = data;
  g_free (record->type);
  g_free (record);
}

void
ledger_checked_log_free (LedgerCheckedLog *self)
{
  g_array_unref (self->edits);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->used_names);
  g_hash_table_unref (self->records);
  g_hash_table_unref (self->blobs);
  g_clear_pointer (&self->ancestry, ledger_ancestry_free);
  g_free (self);
}

static LedgerCheckedLog *
checked_log_new (LedgerLog *log, GPtrArray *damages)
{
  LedgerCheckedLog *self = g_new0 (LedgerCheckedLog, 1);
  self->log = log;
  self->damages = damages;
  self->edits = g_array_new (FALSE, TRUE, sizeof (LedgerCheckedEdit));
  self->names = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->used_names = g_hash_table_new (NULL, NULL);
  self->records = g_hash_table_new_full (NULL, NULL, NULL, free_record);
  self->blobs =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  return self;
}

static gboolean
load_names (LedgerCheckedLog *self, GError **error)
{
  LedgerStatement *rows =
      ledger_connection_prepare (self->log->connection, "SELECT key, text FROM log_name", error);
  GError *failure = NULL;
  if (rows == NULL)
    return FALSE;
  while (ledger_statement_step (rows, &failure))
    g_hash_table_insert (self->names,
                         KEY (ledger_statement_get_integer (rows, 0)),
                         g_strdup (ledger_statement_get_text (rows, 1)));
  return ledger_error_pass (failure, error);
}

static gboolean
load_records (LedgerCheckedLog *self, GError **error)
{
  LedgerStatement *rows = ledger_connection_prepare (
      self->log->connection, "SELECT key, type, id FROM log_record", error);
  GError *failure = NULL;
  if (rows == NULL)
    return FALSE;
  while (ledger_statement_step (rows, &failure))
    {
      LedgerCheckedRecord *record = g_new0 (LedgerCheckedRecord, 1);
      gint64 key = ledger_statement_get_integer (rows, 0);
      gint64 type = ledger_statement_get_integer (rows, 1);
      gsize length = 0;
      const guint8 *id = ledger_statement_get_bytes (rows, 2, &length);
      record->type = g_strdup (g_hash_table_lookup (self->names, KEY (type)));
      g_hash_table_add (self->used_names, KEY (type));
      if (length == 16)
        ledger_catalog_write_id (id, record->id);
      if (record->type == NULL || length != 16)
        ledger_damage_list_add (
            self->damages, "record", _ ("Record %" PRId64 " of the log has no valid name."), key);
      g_hash_table_insert (self->records, KEY (key), record);
    }
  return ledger_error_pass (failure, error);
}

static gboolean
load_edits (LedgerCheckedLog *self, GError **error)
{
  LedgerStatement *rows = ledger_connection_prepare (
      self->log->connection, "SELECT key, hash, seed FROM log_edit ORDER BY key", error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GError *failure = NULL;
  if (rows == NULL)
    return FALSE;
  while (ledger_statement_step (rows, &failure))
    {
      LedgerCheckedEdit edit = { .key = ledger_statement_get_integer (rows, 0) };
      gboolean sound = ledger_statement_copy_digest (rows, 1, edit.hash);
      sound = ledger_statement_copy_digest (rows, 2, edit.seed) && sound;
      if (!sound || !g_hash_table_add (seen, ledger_hex_encode (edit.hash, 32)))
        ledger_damage_list_add (self->damages,
                                "edit",
                                _ ("Edit %" PRId64 " of the log has no valid name of its own."),
                                edit.key);
      g_array_append_val (self->edits, edit);
    }
  return ledger_error_pass (failure, error);
}

LedgerCheckedEdit *
ledger_checked_log_find_edit (LedgerCheckedLog *self, gint64 key)
{
  return ledger_log_find_by_key (self->edits, key);
}

LedgerCheckedRecord *
ledger_checked_log_find_record (LedgerCheckedLog *self, gint64 key)
{
  return g_hash_table_lookup (self->records, KEY (key));
}

const char *
ledger_checked_record_describe (const LedgerCheckedRecord *record)
{
  return record != NULL && record->type != NULL ? record->type : "?";
}

LedgerCheckedLog *
ledger_checked_log_load (LedgerLog *log, GPtrArray *damages, GError **error)
{
  g_autoptr (LedgerCheckedLog) self = checked_log_new (log, damages);
  self->ancestry = ledger_ancestry_load (log, error);
  if (self->ancestry == NULL || !load_names (self, error) || !load_records (self, error)
      || !load_edits (self, error))
    return NULL;
  return g_steal_pointer (&self);
}
