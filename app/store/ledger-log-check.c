/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-log-check.h"

#include "ledger-damage-list.h"
#include "ledger-error.h"
#include "ledger-part-check.h"
#include "ledger-store.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define CHECKED_AT_ONCE 500
#define KEY(key) GSIZE_TO_POINTER ((gsize)(key))

typedef struct
{
  const LedgerCheckedRecord *record; /* NULL for part 0 */
  guint8 digest[32];
} Digest;

static int
compare_digests (gconstpointer a, gconstpointer b)
{
  const Digest *one = a;
  const Digest *other = b;
  if (one->record == NULL || other->record == NULL)
    return (one->record != NULL) - (other->record != NULL);
  return ledger_log_compare_records (ledger_checked_record_describe (one->record),
                                     one->record->id,
                                     ledger_checked_record_describe (other->record),
                                     other->record->id);
}

/* The digests of an edit's parts in their order, as bytes. */
static GByteArray *
load_parts (LedgerCheckedLog *check, gint64 edit, guint *n_records, GError **error)
{
  LedgerStatement *rows = ledger_connection_prepare (
      check->log->connection, "SELECT record, digest FROM log_part WHERE edit = ?", error);
  g_autoptr (GArray) digests = g_array_new (FALSE, TRUE, sizeof (Digest));
  GError *failure = NULL;
  if (rows == NULL)
    return NULL;
  ledger_statement_bind_integer (rows, 0, edit);
  *n_records = 0;
  while (ledger_statement_step (rows, &failure))
    {
      Digest digest = { 0 };
      gint64 record = ledger_statement_get_integer (rows, 0);
      if (record != 0)
        digest.record = g_hash_table_lookup (check->records, KEY (record));
      ledger_statement_copy_digest (rows, 1, digest.digest);
      *n_records += record != 0;
      g_array_append_val (digests, digest);
    }
  if (!ledger_error_pass (failure, error))
    return NULL;
  g_array_sort (digests, compare_digests);
  GByteArray *bytes = g_byte_array_new ();
  for (guint i = 0; i < digests->len; i++)
    g_byte_array_append (bytes, g_array_index (digests, Digest, i).digest, 32);
  return bytes;
}

/* All prevs of an edit, own tip first. FALSE where one is missing or not before it. */
static gboolean
load_prevs (
    LedgerCheckedLog *check, gint64 edit, GByteArray *prevs, gboolean *sound, GError **error)
{
  LedgerStatement *rows = ledger_connection_prepare (
      check->log->connection,
      "SELECT 0, prev FROM log_edit WHERE key = ?1 AND prev IS NOT NULL "
      "UNION ALL SELECT position, prev FROM log_prev WHERE edit = ?1 ORDER BY 1",
      error);
  GError *failure = NULL;
  gint64 expected = 0;
  if (rows == NULL)
    return FALSE;
  ledger_statement_bind_integer (rows, 0, edit);
  *sound = TRUE;
  while (ledger_statement_step (rows, &failure))
    {
      gint64 prev = ledger_statement_get_integer (rows, 1);
      const LedgerCheckedEdit *named = ledger_checked_log_find_edit (check, prev);
      if (named == NULL || prev >= edit || ledger_statement_get_integer (rows, 0) != expected++)
        *sound = FALSE;
      if (named != NULL)
        g_byte_array_append (prevs, named->hash, 32);
    }
  return ledger_error_pass (failure, error);
}

static gboolean
check_title (LedgerCheckedLog *check,
             const LedgerCheckedEdit *edit,
             LedgerStatement *row,
             const GByteArray *parts)
{
  const char *title = ledger_statement_get_text (row, 6);
  guint8 digest[32];
  ledger_log_hash_title (check->log,
                         edit->seed,
                         title != NULL ? title : "",
                         ledger_statement_get_text (row, 7),
                         digest);
  return parts->len >= 32 && memcmp (parts->data, digest, 32) == 0;
}

/* ROW: kind, target, actor, desk, time, zone, title, reason. */
static gboolean
check_edit (LedgerCheckedLog *check, LedgerCheckedEdit *edit, LedgerStatement *row, GError **error)
{
  g_autoptr (GByteArray) prevs = g_byte_array_new ();
  guint n_records = 0;
  gboolean sound = TRUE;
  g_autoptr (GByteArray) parts = load_parts (check, edit->key, &n_records, error);
  if (parts == NULL || !load_prevs (check, edit->key, prevs, &sound, error))
    return FALSE;

  guint8 target[32];
  guint8 hash[32];
  gboolean has_target = !ledger_statement_is_null (row, 1);
  LedgerLogHeader header = { 0 };
  header.kind = ledger_statement_get_text (row, 0);
  header.prevs = prevs->data;
  header.n_prevs = prevs->len / 32;
  header.target = has_target && ledger_statement_copy_digest (row, 1, target) ? target : NULL;
  header.actor = ledger_statement_get_text (row, 2);
  header.desk = ledger_statement_get_text (row, 3);
  header.time = ledger_statement_get_integer (row, 4);
  header.zone = (int)ledger_statement_get_integer (row, 5);
  /* What the hash would not see: it is put as none, or cut. */
  sound = sound && (has_target == (header.target != NULL))
          && header.zone == ledger_statement_get_integer (row, 5);
  ledger_log_hash_edit (check->log, &header, parts->data, parts->len / 32, hash);

  if (!sound)
    ledger_damage_list_add (check->damages,
                            "edit",
                            _ ("Edit %" PRId64 " of the log stands on one that is not before it."),
                            edit->key);
  if (n_records != edit->n_parts || !check_title (check, edit, row, parts)
      || memcmp (hash, edit->hash, 32) != 0)
    ledger_damage_list_add (check->damages,
                            "edit",
                            /* Translators: number of an edit, its title */
                            _ ("Edit %" PRId64 " of the log (“%s”) does not match its digest."),
                            edit->key,
                            ledger_statement_get_text (row, 6));
  return TRUE;
}

static gboolean
check_edits (LedgerCheckedLog *check, GCancellable *cancellable, GError **error)
{
  LedgerStatement *rows = ledger_connection_prepare (
      check->log->connection,
      "SELECT kind, target, actor, desk, time, zone, title, reason FROM log_edit ORDER BY key",
      error);
  GError *failure = NULL;
  gboolean fine = TRUE;
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; fine && i < check->edits->len && ledger_statement_step (rows, &failure); i++)
    {
      LedgerCheckedEdit *edit = &g_array_index (check->edits, LedgerCheckedEdit, i);
      fine = check_edit (check, edit, rows, error);
      if (fine && i % CHECKED_AT_ONCE == 0)
        fine = !g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  ledger_statement_reset (rows);
  if (!fine)
    {
      g_clear_error (&failure);
      return FALSE;
    }
  return ledger_error_pass (failure, error);
}

/* One beginning, one tip with the largest key. */
static gboolean
check_shape (LedgerCheckedLog *check, GError **error)
{
  LedgerStatement *row = ledger_connection_prepare (
      check->log->connection,
      "SELECT (SELECT count(*) FROM log_edit WHERE prev IS NULL), "
      "(SELECT count(*) FROM log_prev v WHERE v.edit NOT IN (SELECT key FROM log_edit)), "
      "(SELECT count(*) FROM log_part p WHERE p.edit NOT IN (SELECT key FROM log_edit))",
      error);
  if (row == NULL || !ledger_statement_step (row, error))
    return FALSE;
  gint64 n_first = ledger_statement_get_integer (row, 0);
  gint64 n_stray = ledger_statement_get_integer (row, 1) + ledger_statement_get_integer (row, 2);
  ledger_statement_reset (row);
  guint n_tips = ledger_ancestry_get_n_tips (check->ancestry);
  if (n_first != 1 || n_tips != 1)
    ledger_damage_list_add (check->damages,
                            "log",
                            _ ("The log has %d beginnings and %u ends in place of one of each."),
                            (int)n_first,
                            n_tips);
  if (n_stray > 0)
    ledger_damage_list_add (
        check->damages, "log", _ ("The log holds parts of edits that it does not have."));
  return TRUE;
}

static void
check_unused (LedgerCheckedLog *check)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;
  g_hash_table_iter_init (&iter, check->records);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const LedgerCheckedRecord *record = value;
      if (!record->used)
        ledger_damage_list_add (check->damages,
                                "record",
                                _ ("No operation belongs to %s %s."),
                                ledger_checked_record_describe (record),
                                record->id);
    }
  g_hash_table_iter_init (&iter, check->names);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!g_hash_table_contains (check->used_names, key))
      ledger_damage_list_add (check->damages,
                              "name",
                              _ ("The name “%s” of the log is used by nothing."),
                              (char *)value);
}

gboolean
ledger_log_check (LedgerLog *log,
                  GPtrArray *damages,
                  GHashTable **blobs,
                  LedgerProgress *progress,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (LedgerCheckedLog) check = ledger_checked_log_load (log, damages, error);
  if (check == NULL || !ledger_part_check (check, progress, cancellable, error)
      || !check_edits (check, cancellable, error) || !check_shape (check, error))
    return FALSE;
  check_unused (check);
  if (blobs != NULL)
    *blobs = g_hash_table_ref (check->blobs);
  return TRUE;
}
