/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-rebuild.h"

#include "ledger-digest.h"
#include "ledger-edit.h"
#include "ledger-error.h"
#include "ledger-schema.h"

#include <string.h>

static gboolean
drop_tables (LedgerRows *rows, GError **error)
{
  LedgerConnection *connection = ledger_rows_get_log (rows)->connection;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  LedgerStatement *statement = ledger_connection_prepare (
      connection,
      "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
      error);
  if (statement == NULL)
    return FALSE;
  GError *failure = NULL;
  while (ledger_statement_step (statement, &failure))
    {
      const char *name = ledger_statement_get_text (statement, 0);
      if (!ledger_schema_is_content (name))
        g_ptr_array_add (names, g_strdup (name));
    }
  if (!ledger_error_pass (failure, error))
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      /* %w would do, but a name with a quotation mark in it is none of ours: damage. */
      const char *name = names->pdata[i];
      if (strchr (name, '"') != NULL)
        continue;
      g_autofree char *sql = g_strdup_printf ("DROP TABLE main.\"%s\"", name);
      if (!ledger_connection_execute (connection, sql, error))
        return FALSE;
    }
  return TRUE;
}

/* Beside the file: what an earlier rebuild of this connection left. */
static gboolean
drop_temporary (LedgerRows *rows, GError **error)
{
  for (guint i = 0; i < ledger_rows_get_n_tables (rows); i++)
    {
      const char *name = ledger_reading_table_get_type (ledger_rows_get_table (rows, i))->name;
      g_autofree char *sql = g_strdup_printf ("DROP TABLE IF EXISTS temp.\"%s\"", name);
      if (!ledger_connection_execute (ledger_rows_get_log (rows)->connection, sql, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_number (LedgerRows *rows, GError **error)
{
  LedgerConnection *connection = ledger_rows_get_log (rows)->connection;
  if (!ledger_connection_execute (
          connection,
          "CREATE TABLE reading (key INTEGER PRIMARY KEY, number INTEGER) STRICT",
          error))
    return FALSE;
  LedgerStatement *statement = ledger_connection_prepare (
      connection, "INSERT INTO reading (key, number) VALUES (1, ?)", error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, ledger_rows_get_log (rows)->reading->number);
  return ledger_statement_run (statement, error);
}

gboolean
ledger_rebuild_read_number (LedgerRows *rows, gint64 *number, GError **error)
{
  *number = 0;
  LedgerStatement *statement =
      ledger_connection_prepare (ledger_rows_get_log (rows)->connection,
                                 "SELECT 1 FROM main.sqlite_schema WHERE name = 'reading'",
                                 error);
  GError *failure = NULL;
  if (statement == NULL)
    return FALSE;
  gboolean has = ledger_statement_step (statement, &failure);
  ledger_statement_reset (statement);
  if (has)
    {
      statement = ledger_connection_prepare (ledger_rows_get_log (rows)->connection,
                                             "SELECT number FROM reading WHERE key = 1",
                                             error);
      if (statement == NULL)
        return FALSE;
      if (ledger_statement_step (statement, &failure))
        *number = ledger_statement_get_integer (statement, 0);
      ledger_statement_reset (statement);
    }
  return ledger_error_pass (failure, error);
}

gboolean
ledger_rebuild_forget_number (LedgerRows *rows, GError **error)
{
  LedgerConnection *connection = ledger_rows_get_log (rows)->connection;
  gint64 number = 0;

  if (!ledger_rebuild_read_number (rows, &number, error))
    return FALSE;
  return number == 0
         || ledger_connection_execute (connection, "UPDATE reading SET number = 0", error);
}

typedef struct
{
  LedgerRows *rows;
  LedgerProgress *progress;
  GCancellable *cancellable;
  guint64 done;
} Rebuild;

static gboolean
rebuild_row (LedgerReadingTable *table,
             gint64 record,
             const char *id,
             LedgerValue *const *values,
             gpointer data,
             GError **error)
{
  Rebuild *rebuild = data;
  if (++rebuild->done % 1000 == 0)
    {
      ledger_progress_report (rebuild->progress, rebuild->done, 0);
      if (g_cancellable_set_error_if_cancelled (rebuild->cancellable, error))
        return FALSE;
    }
  return ledger_rows_write (table, record, id, values, rebuild->rows, error);
}

gboolean
ledger_rebuild_reading (LedgerRows *rows,
                        gboolean temporary,
                        LedgerProgress *progress,
                        GCancellable *cancellable,
                        GError **error)
{
  LedgerConnection *connection = ledger_rows_get_log (rows)->connection;
  if (!(temporary ? drop_temporary (rows, error) : drop_tables (rows, error)))
    return FALSE;
  for (guint i = 0; i < ledger_rows_get_n_tables (rows); i++)
    if (!ledger_reading_table_create (
            ledger_rows_get_table (rows, i), connection, temporary, error))
      return FALSE;

  Rebuild rebuild = { rows, progress, cancellable, 0 };
  if (!ledger_rows_foreach (rows, 1, rebuild_row, &rebuild, error))
    return FALSE;
  for (guint i = 0; i < ledger_rows_get_n_tables (rows); i++)
    if (!ledger_reading_table_index (ledger_rows_get_table (rows, i), connection, temporary, error))
      return FALSE;
  return temporary || write_number (rows, error);
}

static gboolean
digest_table (LedgerRows *rows, LedgerReadingTable *table, LedgerEncoder *encoder, GError **error)
{
  const LedgerRecordType *type = ledger_reading_table_get_type (table);
  LedgerStatement *stored =
      ledger_reading_table_select_all (table, ledger_rows_get_log (rows)->connection, error);
  if (stored == NULL)
    return FALSE;

  GError *failure = NULL;
  while (ledger_statement_step (stored, &failure))
    {
      ledger_encoder_put_text (encoder, "type", type->name);
      const char *id = ledger_statement_get_text (stored, 1);
      ledger_encoder_put_text (encoder, "id", id != NULL ? id : "");
      for (guint i = 0; i <= type->n_columns; i++)
        {
          g_autoptr (LedgerValue) value = ledger_statement_dup_value (stored, 2 + i);
          const char *name = i < type->n_columns ? type->columns[i].name : LEDGER_FIELD_DELETED;
          if (ledger_value_get_tag (value) != LEDGER_VALUE_NONE)
            ledger_encoder_put_value (encoder, name, value);
        }
    }
  return ledger_error_pass (failure, error);
}

char *
ledger_rebuild_dup_digest (LedgerRows *rows, GError **error)
{
  g_autoptr (LedgerEncoder) encoder = ledger_encoder_new ();
  ledger_encoder_put_header (encoder, "zgl-reading-1");
  for (guint i = 0; i < ledger_rows_get_n_tables (rows); i++)
    if (!digest_table (rows, ledger_rows_get_table (rows, i), encoder, error))
      return NULL;
  guint8 digest[32];
  ledger_encoder_digest (encoder, digest);
  return ledger_hex_encode (digest, sizeof digest);
}
