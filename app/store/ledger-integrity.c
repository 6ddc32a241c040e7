/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-integrity.h"

#include "ledger-blob-list.h"
#include "ledger-blob.h"
#include "ledger-damage-list.h"
#include "ledger-digest.h"
#include "ledger-error.h"
#include "ledger-log-check.h"
#include "ledger-rebuild.h"
#include "ledger-schema.h"
#include "ledger-store-room.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A broken page ends a statement early: that is what the check was to find. */
static gboolean
note_damaged (GError *failure, const char *place, GPtrArray *damages, GError **error)
{
  if (!g_error_matches (failure, LEDGER_ERROR, LEDGER_ERROR_DAMAGED))
    return ledger_error_pass (failure, error);
  ledger_damage_list_add (damages, place, "%s", failure->message);
  g_error_free (failure);
  return TRUE;
}

/* --- pages --- */

static gboolean
check_pages (LedgerLog *log, gboolean quick, GPtrArray *damages, GError **error)
{
  LedgerStatement *rows = ledger_connection_prepare (log->connection,
                                                     quick ? "PRAGMA main.quick_check(20)"
                                                           : "PRAGMA main.integrity_check(20)",
                                                     error);
  GError *failure = NULL;
  if (rows == NULL)
    return FALSE;
  while (ledger_statement_step (rows, &failure))
    {
      const char *text = ledger_statement_get_text (rows, 0);
      if (g_strcmp0 (text, "ok") != 0)
        ledger_damage_list_add (damages, "page", _ ("A page of the file is damaged (%s)."), text);
    }
  return note_damaged (failure, "page", damages, error);
}

static gboolean
check_keys (LedgerLog *log, GPtrArray *damages, GError **error)
{
  LedgerStatement *rows =
      ledger_connection_prepare (log->connection, "PRAGMA main.foreign_key_check", error);
  GError *failure = NULL;
  if (rows == NULL)
    return FALSE;
  while (ledger_statement_step (rows, &failure))
    ledger_damage_list_add (damages,
                            "log",
                            _ ("An entry of table %s refers to one in %s that is missing."),
                            ledger_statement_get_text (rows, 0),
                            ledger_statement_get_text (rows, 2));
  return note_damaged (failure, "log", damages, error);
}

static gboolean
check_definitions (LedgerLog *log, GPtrArray *damages, GError **error)
{
  LedgerStatement *rows = ledger_connection_prepare (
      log->connection,
      "SELECT name, sql FROM main.sqlite_schema WHERE name LIKE 'log\\_%' ESCAPE '\\'",
      error);
  GError *failure = NULL;
  guint n_tables = 0;
  if (rows == NULL)
    return FALSE;
  while (ledger_statement_step (rows, &failure))
    {
      n_tables++;
      if (!ledger_schema_defines (ledger_statement_get_text (rows, 1)))
        ledger_damage_list_add (damages,
                                "page",
                                _ ("The definition of table %s is damaged."),
                                ledger_statement_get_text (rows, 0));
    }
  if (failure == NULL && n_tables != g_strv_length ((char **)ledger_schema_get_tables ()))
    ledger_damage_list_add (damages, "page", _ ("A table of the log is missing."));
  return note_damaged (failure, "page", damages, error);
}

/* SQLite's own check of pages and indexes, the tables' definitions, the keys between tables. QUICK:
 * without the indexes. */
static gboolean
check_file (
    LedgerLog *log, gboolean quick, GPtrArray *damages, GCancellable *cancellable, GError **error)
{
  ledger_connection_set_cancellable (log->connection, cancellable);
  gboolean fine = check_pages (log, quick, damages, error)
                  && check_definitions (log, damages, error)
                  && (quick || check_keys (log, damages, error));
  ledger_connection_set_cancellable (log->connection, NULL);
  return fine;
}

/* --- reading --- */

typedef struct
{
  LedgerRows *rows;
  GPtrArray *damages;
  GHashTable *counts; /* LedgerReadingTable → rows expected */
  GCancellable *cancellable;
  guint done;
} Comparison;

static gboolean
is_equal (LedgerStatement *row, guint column, const LedgerValue *expected)
{
  g_autoptr (LedgerValue) stored = ledger_statement_dup_value (row, column);
  if (expected == NULL)
    return ledger_value_get_tag (stored) == LEDGER_VALUE_NONE;
  return ledger_value_equal (stored, expected);
}

static void
add_wrong_id (Comparison *comparison, const LedgerRecordType *type, const char *id)
{
  ledger_damage_list_add (comparison->damages,
                          "reading",
                          /* Translators: kind of record, id */
                          _ ("%s %s has another id in its table."),
                          _ (type->word),
                          id);
  ledger_damage_list_name_record (comparison->damages, type->name, id, "id");
}

static void
add_wrong_field (Comparison *comparison, const LedgerRecordType *type, const char *id, guint column)
{
  const gboolean known = column < type->n_columns;

  ledger_damage_list_add (comparison->damages,
                          "reading",
                          /* Translators: field, kind of record, id */
                          _ ("Field “%s” of %s %s is not what the log says."),
                          known ? _ (type->columns[column].word) : _ ("deletion"),
                          _ (type->word),
                          id);
  ledger_damage_list_name_record (
      comparison->damages, type->name, id, known ? type->columns[column].name : "deleted");
}

static void
compare_columns (Comparison *comparison,
                 const LedgerRecordType *type,
                 LedgerStatement *row,
                 const char *id,
                 LedgerValue *const *values)
{
  if (g_strcmp0 (ledger_statement_get_text (row, 1), id) != 0)
    add_wrong_id (comparison, type, id);
  for (guint i = 0; i <= type->n_columns; i++)
    if (!is_equal (row, 2 + i, values[i]))
      add_wrong_field (comparison, type, id, i);
}

static void
add_missing (Comparison *comparison, const LedgerRecordType *type, const char *id)
{
  ledger_damage_list_add (comparison->damages,
                          "reading",
                          /* Translators: kind of record, id */
                          _ ("%s %s is missing in its table."),
                          _ (type->word),
                          id);
  ledger_damage_list_name_record (comparison->damages, type->name, id, NULL);
}

static gboolean
compare_row (LedgerReadingTable *table,
             gint64 record,
             const char *id,
             LedgerValue *const *values,
             gpointer data,
             GError **error)
{
  Comparison *comparison = data;
  const LedgerRecordType *type = ledger_reading_table_get_type (table);
  gsize count = GPOINTER_TO_SIZE (g_hash_table_lookup (comparison->counts, table));
  g_hash_table_insert (comparison->counts, table, GSIZE_TO_POINTER (count + 1));
  if (++comparison->done % 500 == 0
      && g_cancellable_set_error_if_cancelled (comparison->cancellable, error))
    return FALSE;

  LedgerStatement *row = ledger_reading_table_select (
      table, ledger_rows_get_log (comparison->rows)->connection, record, error);
  GError *failure = NULL;
  if (row == NULL)
    return FALSE;
  if (ledger_statement_step (row, &failure))
    compare_columns (comparison, type, row, id, values);
  else if (failure == NULL)
    add_missing (comparison, type, id);
  ledger_statement_reset (row);
  return note_damaged (failure, "reading", comparison->damages, error);
}

static gboolean
compare_counts (Comparison *comparison, GError **error)
{
  for (guint i = 0; i < ledger_rows_get_n_tables (comparison->rows); i++)
    {
      LedgerReadingTable *table = ledger_rows_get_table (comparison->rows, i);
      const LedgerRecordType *type = ledger_reading_table_get_type (table);
      gsize expected = GPOINTER_TO_SIZE (g_hash_table_lookup (comparison->counts, table));
      gsize found = 0;
      if (!ledger_reading_table_count (
              table, ledger_rows_get_log (comparison->rows)->connection, &found, error))
        return FALSE;
      if (found <= expected)
        continue;
      ledger_damage_list_add (comparison->damages,
                              "reading",
                              /* Translators: kind of record */
                              _ ("The table of %s holds entries that the log does not have."),
                              _ (type->word));
      ledger_damage_list_name_record (comparison->damages, type->name, NULL, NULL);
    }
  return TRUE;
}

static gboolean
check_strangers (LedgerRows *rows, GPtrArray *damages, GError **error)
{
  LedgerStatement *names = ledger_connection_prepare (
      ledger_rows_get_log (rows)->connection,
      "SELECT name FROM main.sqlite_schema WHERE type IN ('table', 'view', 'trigger') "
      "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
      error);
  gint64 number = 0;
  GError *failure = NULL;
  if (!ledger_rebuild_read_number (rows, &number, error) || names == NULL)
    return FALSE;
  gboolean ours = number == ledger_rows_get_log (rows)->reading->number;
  while (ledger_statement_step (names, &failure))
    {
      const char *name = ledger_statement_get_text (names, 0);
      if (ours && !ledger_schema_is_content (name) && !g_str_equal (name, "reading")
          && ledger_rows_find_table (rows, name) == NULL)
        ledger_damage_list_add (
            damages, "reading", _ ("The file holds “%s”, which is no part of a ledger."), name);
    }
  return ledger_error_pass (failure, error);
}

/* Every row of the reading against what the log says. */
static gboolean
check_reading (LedgerRows *rows, GPtrArray *damages, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  Comparison comparison = { rows, damages, counts, cancellable, 0 };
  GError *failure = NULL;
  gboolean fine = ledger_rows_foreach (rows, 1, compare_row, &comparison, &failure)
                  && compare_counts (&comparison, &failure)
                  && check_strangers (rows, damages, &failure);
  return fine || note_damaged (failure, "reading", damages, error);
}

/* --- evidence --- */

/* Number, sizes and positions of the chunks; the bytes themselves are hashed elsewhere. */
static gboolean
check_chunk_shape (LedgerLog *log, const LedgerBlobLine *blob, gboolean *sound, GError **error)
{
  LedgerStatement *row = ledger_connection_prepare (
      log->connection,
      "SELECT count(*), coalesce (max (position), -1), coalesce (sum (length (bytes)), 0), "
      "coalesce (sum (length (bytes) <> ?2), 0) FROM log_chunk WHERE blob = ?1",
      error);
  if (row == NULL)
    return FALSE;
  ledger_statement_bind_integer (row, 0, blob->key);
  ledger_statement_bind_integer (row, 1, LEDGER_SCHEMA_CHUNK);
  if (!ledger_statement_step (row, error))
    return FALSE;
  gint64 count = ledger_statement_get_integer (row, 0);
  *sound = count == (blob->size + LEDGER_SCHEMA_CHUNK - 1) / LEDGER_SCHEMA_CHUNK
           && ledger_statement_get_integer (row, 1) == count - 1
           && ledger_statement_get_integer (row, 2) == blob->size
           && ledger_statement_get_integer (row, 3) <= 1;
  ledger_statement_reset (row);
  return TRUE;
}

static gboolean
check_bytes (LedgerLog *log,
             const LedgerBlobLine *blob,
             GPtrArray *damages,
             GCancellable *cancellable,
             GError **error)
{
  GError *failure = NULL;
  gboolean sound = FALSE;
  gboolean intact = FALSE;
  gboolean fine =
      check_chunk_shape (log, blob, &sound, &failure)
      && ledger_blob_is_intact (
          log, blob->key, blob->digest, (guint64)blob->size, &intact, cancellable, &failure);
  if (!fine && !g_error_matches (failure, LEDGER_ERROR, LEDGER_ERROR_DAMAGED))
    return ledger_error_pass (failure, error);
  g_clear_error (&failure);
  if (fine && sound && intact)
    return TRUE;
  g_autofree char *hex = ledger_hex_encode (blob->digest, 6);
  ledger_damage_list_add (
      damages,
      "evidence",
      /* Translators: first digits of a digest */
      _ ("The original of evidence %s… is damaged. Add the same file again, or take "
         "it from a backup."),
      hex);
  ledger_damage_list_name_original (damages, blob->digest);
  return TRUE;
}

static gboolean
check_blob (LedgerLog *log,
            const LedgerBlobLine *blob,
            GHashTable *blobs,
            GPtrArray *damages,
            GCancellable *cancellable,
            GError **error)
{
  if (!blob->has_digest)
    {
      if (blob->named != 0)
        ledger_damage_list_add (damages, "evidence", _ ("The digest of an evidence is missing."));
      return TRUE; /* else left over from staging */
    }
  g_autoptr (GBytes) digest = g_bytes_new (blob->digest, 32);
  if (blob->named != (g_hash_table_contains (blobs, digest) ? 1 : 0))
    {
      g_autofree char *hex = ledger_hex_encode (blob->digest, 6);
      ledger_damage_list_add (
          damages, "evidence", _ ("Evidence %s… is marked otherwise than the log says."), hex);
      ledger_damage_list_name_original (damages, blob->digest);
    }
  g_hash_table_remove (blobs, digest);
  return check_bytes (log, blob, damages, cancellable, error);
}

gboolean
ledger_integrity_check_evidence (LedgerLog *log,
                                 GHashTable *blobs,
                                 GPtrArray *damages,
                                 LedgerProgress *progress,
                                 GCancellable *cancellable,
                                 GError **error)
{
  g_autoptr (GArray) list = ledger_blob_list_read (log, error);
  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      const LedgerBlobLine *blob = &g_array_index (list, LedgerBlobLine, i);
      if (!check_blob (log, blob, blobs, damages, cancellable, error))
        return FALSE;
      ledger_progress_report (progress, i + 1, list->len);
    }

  GHashTableIter iter;
  gpointer digest;
  g_hash_table_iter_init (&iter, blobs);
  while (g_hash_table_iter_next (&iter, &digest, NULL))
    {
      g_autofree char *hex = ledger_hex_encode (g_bytes_get_data (digest, NULL), 6);
      ledger_damage_list_add (
          damages,
          "evidence",
          _ ("The original of evidence %s… is not in the ledger. Add the same file "
             "again, or take it from a backup."),
          hex);
      ledger_damage_list_name_original (damages, g_bytes_get_data (digest, NULL));
    }
  return TRUE;
}

/* --- all of it --- */

/* One statement after another may meet the broken page; each then says so and the rest goes on. */
static gboolean
check_log (LedgerLog *log,
           GPtrArray *damages,
           GHashTable **blobs,
           LedgerProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  GError *failure = NULL;
  if (ledger_log_check (log, damages, blobs, progress, cancellable, &failure))
    return TRUE;
  return note_damaged (failure, "log", damages, error);
}

gboolean
ledger_integrity_require (LedgerLog *log,
                          GHashTable **blobs,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GPtrArray) damages = ledger_damage_list_new ();
  return check_file (log, TRUE, damages, cancellable, error)
         && check_log (log, damages, blobs, NULL, cancellable, error)
         && ledger_damage_list_refuse (
             damages, ledger_connection_get_path (log->connection), error);
}

static gboolean
check_snapshot (LedgerStore *self,
                GPtrArray *damages,
                GHashTable **blobs,
                LedgerProgress *progress,
                GCancellable *cancellable,
                GError **error)
{
  LedgerLog *log = ledger_store_peek_log (self);
  gboolean own = FALSE;
  if (!ledger_store_enter_read (self, &own, error))
    return FALSE;
  gboolean fine =
      check_file (log, FALSE, damages, cancellable, error)
      && check_log (log, damages, blobs, progress, cancellable, error)
      && check_reading (
          ledger_apply_get_rows (ledger_store_peek_apply (self)), damages, cancellable, error);
  ledger_store_leave_read (self, own);
  return fine;
}

GPtrArray *
ledger_store_verify (LedgerStore *self,
                     LedgerProgress *progress,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GPtrArray) damages = ledger_damage_list_new ();
  g_autoptr (GHashTable) blobs = NULL;
  ledger_progress_say (progress, _ ("Checking the log"));
  if (!check_snapshot (self, damages, &blobs, progress, cancellable, error))
    return NULL;
  ledger_progress_say (progress, _ ("Checking the evidence"));
  if (blobs != NULL
      && !ledger_integrity_check_evidence (
          ledger_store_peek_log (self), blobs, damages, progress, cancellable, error))
    return NULL;
  return g_steal_pointer (&damages);
}
