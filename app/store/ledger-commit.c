/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-commit.h"

#include "ledger-digest.h"
#include "ledger-error.h"
#include "ledger-field-scan.h"
#include "ledger-lineage.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/random.h>

typedef struct
{
  const LedgerChange *change;
  gint64 record; /* 0: the log does not know it yet */
  gint64 field;  /* 0: likewise */
  LedgerValue *value;
  GArray *heads;   /* gint64, edits that the operation stands on */
  GArray *parents; /* their hashes, sorted */
} Operation;

typedef struct
{
  LedgerLog *log;
  LedgerApply *apply;
  LedgerEdit *edit;
  GArray *operations;  /* Operation by (id, type, field) */
  GHashTable *deleted; /* set of records being deleted; NULL where none is */
  GArray *members;     /* gint64: those and all that lives below them */
  gint64 key;
  gint64 first_new; /* first record made */
  guint8 seed[32];
  guint8 hash[32];
  GByteArray *parts; /* digests in their order */
  GArray *records;   /* gint64, one per part but the first */
} Commit;

static void
clear_operation (gpointer data)
{
  Operation *operation = data;
  g_clear_pointer (&operation->value, ledger_value_unref);
  g_clear_pointer (&operation->heads, g_array_unref);
  g_clear_pointer (&operation->parents, g_array_unref);
}

static void
commit_clear (Commit *commit)
{
  g_clear_pointer (&commit->operations, g_array_unref);
  g_clear_pointer (&commit->deleted, g_hash_table_unref);
  g_clear_pointer (&commit->members, g_array_unref);
  g_clear_pointer (&commit->parts, g_byte_array_unref);
  g_clear_pointer (&commit->records, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Commit, commit_clear)

static gboolean
commit_init (Commit *commit, LedgerLog *log, GError **error)
{
  commit->log = log;
  commit->operations = g_array_new (FALSE, TRUE, sizeof (Operation));
  g_array_set_clear_func (commit->operations, clear_operation);
  commit->members = g_array_new (FALSE, FALSE, sizeof (gint64));
  commit->parts = g_byte_array_new ();
  commit->records = g_array_new (FALSE, FALSE, sizeof (gint64));
  commit->first_new = G_MAXINT64;
  commit->key = log->tip + 1;
  if (getrandom (commit->seed, sizeof commit->seed, 0) == sizeof commit->seed)
    return TRUE;
  g_set_error_literal (
      error,
      LEDGER_ERROR,
      LEDGER_ERROR_FAILED,
      _ ("This computer gives no random numbers. Nothing was saved. Restart it and "
         "try again."));
  return FALSE;
}

/* --- what remains to be written --- */

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const LedgerChange *one = *(const LedgerChange *const *)a;
  const LedgerChange *other = *(const LedgerChange *const *)b;
  int order = ledger_log_compare_records (one->type, one->id, other->type, other->id);
  return order != 0 ? order : strcmp (one->field, other->field);
}

static GPtrArray *
sorted_changes (LedgerEdit *edit)
{
  guint n_changes = ledger_edit_get_n_changes (edit);
  GPtrArray *changes = g_ptr_array_sized_new (n_changes);
  for (guint i = 0; i < n_changes; i++)
    g_ptr_array_add (changes, (gpointer)ledger_edit_get_change (edit, i));
  g_ptr_array_sort (changes, compare_changes);
  return changes;
}

static gboolean
read_heads (Commit *commit, Operation *operation, LedgerValue **sole, GError **error)
{
  g_autoptr (LedgerFieldScan) scan =
      ledger_field_scan_new_field (commit->log, operation->record, operation->field, error);
  GError *failure = NULL;
  if (scan == NULL)
    return FALSE;
  if (!ledger_field_scan_next (scan, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, failure);
      return failure == NULL;
    }

  GArray *all = ledger_field_scan_get_operations (scan);
  for (guint i = 0; i < all->len; i++)
    {
      LedgerFieldOperation *head = &g_array_index (all, LedgerFieldOperation, i);
      if (head->superseded)
        continue;
      g_clear_pointer (sole, ledger_value_unref);
      if (operation->heads->len == 0)
        *sole = ledger_value_ref (head->value);
      g_array_append_val (operation->heads, head->edit);
    }
  return TRUE;
}

static gboolean
set_stale (Commit *commit, gint64 edit, GError **error)
{
  g_autofree char *actor = NULL;
  LedgerStatement *statement = ledger_connection_prepare (
      commit->log->connection, "SELECT actor FROM log_edit WHERE key = ?", NULL);
  if (statement != NULL)
    {
      ledger_statement_bind_integer (statement, 0, edit);
      if (ledger_statement_step (statement, NULL))
        actor = g_strdup (ledger_statement_get_text (statement, 0));
      ledger_statement_reset (statement);
    }
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_STALE,
               _ ("%s changed this meanwhile, so nothing was saved. Look at both values and enter "
                  "yours again."),
               actor != NULL && *actor != '\0' ? actor : _ ("Somebody"));
  return FALSE;
}

static gboolean
check_position (Commit *commit, Operation *operation, GError **error)
{
  gint64 position = ledger_edit_get_position (commit->edit);
  for (guint i = 0; position >= 0 && i < operation->heads->len; i++)
    {
      gint64 head = g_array_index (operation->heads, gint64, i);
      if (head > position)
        return set_stale (commit, head, error);
    }
  return TRUE;
}

/* Whether the change says what the field says already. */
static gboolean
says_nothing (const Operation *operation, const LedgerValue *sole)
{
  gboolean none = ledger_value_get_tag (operation->value) == LEDGER_VALUE_NONE;
  if (operation->heads->len == 0)
    return none;
  return operation->heads->len == 1 && ledger_value_equal (operation->value, sole);
}

static gboolean
is_deletion (const Operation *operation)
{
  return g_str_equal (operation->change->field, LEDGER_FIELD_DELETED)
         && ledger_value_get_tag (operation->value) == LEDGER_VALUE_BYTES;
}

static gboolean
is_living (Commit *commit, gint64 record, gboolean *living, GError **error)
{
  g_autoptr (GHashTable) none = ledger_lineage_set_new ();
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!ledger_apply_collect_living (commit->apply, record, none, members, error))
    return FALSE;
  *living = members->len > 0;
  return TRUE;
}

/* *KEEP is FALSE where the change need not be written. */
static gboolean
plan_change (Commit *commit, Operation *operation, gboolean *keep, GError **error)
{
  const LedgerChange *change = operation->change;
  LedgerCatalog *catalog = commit->log->catalog;
  g_autoptr (LedgerValue) sole = NULL;

  operation->value = ledger_value_ref (change->value);
  operation->heads = g_array_new (FALSE, FALSE, sizeof (gint64));
  operation->field = ledger_catalog_find_name (catalog, change->field, error);
  if (operation->record < 0 || operation->field < 0)
    return FALSE;
  if (operation->record > 0 && operation->field > 0
      && (!read_heads (commit, operation, &sole, error)
          || !check_position (commit, operation, error)))
    return FALSE;

  if (!is_deletion (operation))
    {
      *keep = !says_nothing (operation, sole);
      return TRUE;
    }
  *keep = operation->record > 0;
  return !*keep || is_living (commit, operation->record, keep, error);
}

static gboolean
plan (Commit *commit, GError **error)
{
  g_autoptr (GPtrArray) changes = sorted_changes (commit->edit);
  const LedgerChange *last = NULL;
  gint64 record = 0;
  for (guint i = 0; i < changes->len; i++)
    {
      const LedgerChange *change = changes->pdata[i];
      gboolean keep = FALSE;
      if (last == NULL || !g_str_equal (last->id, change->id)
          || !g_str_equal (last->type, change->type))
        record = ledger_catalog_find_record (commit->log->catalog, change->type, change->id, error);
      last = change;

      Operation operation = { .change = change, .record = record };
      gboolean fine = plan_change (commit, &operation, &keep, error);
      if (fine && keep)
        g_array_append_val (commit->operations, operation);
      else
        clear_operation (&operation);
      if (!fine)
        return FALSE;
    }
  return TRUE;
}

/* --- evidence that is named --- */

static gboolean
name_blob (Commit *commit, const LedgerValue *value, GError **error)
{
  gsize length = 0;
  gconstpointer digest = ledger_value_get_data (value, &length);
  LedgerStatement *statement = ledger_connection_prepare (
      commit->log->connection, "UPDATE log_blob SET named = 1 WHERE digest = ?", error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_bytes (statement, 0, digest, length);
  if (!ledger_statement_run (statement, error))
    return FALSE;
  if (ledger_connection_changes (commit->log->connection) > 0)
    return TRUE;
  g_set_error_literal (error,
                       LEDGER_ERROR,
                       LEDGER_ERROR_REFUSED,
                       _ ("The bytes of this evidence are not in the ledger, so it was not added. "
                          "Add the file again."));
  return FALSE;
}

static gboolean
check_evidence (Commit *commit, const Operation *operation, GError **error)
{
  if (ledger_value_get_tag (operation->value) != LEDGER_VALUE_BYTES)
    return TRUE;
  const LedgerRecordType *type =
      ledger_reading_find_type (commit->log->reading, operation->change->type);
  guint column =
      type != NULL ? ledger_record_type_find_column (type, operation->change->field) : G_MAXUINT;
  if (column == G_MAXUINT || type->columns[column].kind != LEDGER_COLUMN_DIGEST)
    return TRUE;
  return name_blob (commit, operation->value, error);
}

/* --- writing --- */

static gboolean
write_parents (Commit *commit, Operation *operation, GError **error)
{
  operation->parents = g_array_new (FALSE, FALSE, 32);
  for (guint i = 0; i < operation->heads->len; i++)
    {
      gint64 head = g_array_index (operation->heads, gint64, i);
      guint8 hash[32];
      if (!ledger_log_read_edit (commit->log, head, hash, NULL, error))
        return FALSE;
      g_array_append_val (operation->parents, hash);

      LedgerStatement *statement = ledger_connection_prepare (
          commit->log->connection,
          "INSERT INTO log_parent (record, field, parent, edit) VALUES (?, ?, ?, ?)",
          error);
      if (statement == NULL)
        return FALSE;
      ledger_statement_bind_integer (statement, 0, operation->record);
      ledger_statement_bind_integer (statement, 1, operation->field);
      ledger_statement_bind_integer (statement, 2, head);
      ledger_statement_bind_integer (statement, 3, commit->key);
      if (!ledger_statement_run (statement, error))
        return FALSE;
    }
  g_array_sort (operation->parents, ledger_log_compare_hashes);
  return TRUE;
}

static gboolean
write_operation (Commit *commit, Operation *operation, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      commit->log->connection,
      "INSERT INTO log_operation (record, field, edit, value) VALUES (?, ?, ?, ?)",
      error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, operation->record);
  ledger_statement_bind_integer (statement, 1, operation->field);
  ledger_statement_bind_integer (statement, 2, commit->key);
  ledger_statement_bind_value (statement, 3, operation->value);
  return ledger_statement_run (statement, error) && write_parents (commit, operation, error);
}

static gboolean
take_keys (Commit *commit, Operation *operation, const Operation *before, GError **error)
{
  const LedgerChange *change = operation->change;
  gboolean made = FALSE;
  if (operation->record == 0 && before != NULL && g_str_equal (before->change->id, change->id)
      && g_str_equal (before->change->type, change->type))
    operation->record = before->record;
  if (operation->record == 0)
    operation->record =
        ledger_catalog_take_record (commit->log->catalog, change->type, change->id, &made, error);
  if (made && commit->first_new == G_MAXINT64)
    commit->first_new = operation->record;
  operation->field = ledger_catalog_take_name (commit->log->catalog, change->field, error);
  return operation->record > 0 && operation->field > 0;
}

static gboolean
write_operations (Commit *commit, GError **error)
{
  for (guint i = 0; i < commit->operations->len; i++)
    {
      Operation *operation = &g_array_index (commit->operations, Operation, i);
      const Operation *before = i > 0 ? operation - 1 : NULL;
      if (!take_keys (commit, operation, before, error)
          || !check_evidence (commit, operation, error))
        return FALSE;
      if (is_deletion (operation))
        {
          if (commit->deleted == NULL)
            commit->deleted = ledger_lineage_set_new ();
          ledger_lineage_set_add (commit->deleted, operation->record);
        }
      else if (!write_operation (commit, operation, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_touches (gconstpointer a, gconstpointer b)
{
  const LedgerApplyTouch *one = a;
  const LedgerApplyTouch *other = b;
  if (one->record != other->record)
    return one->record < other->record ? -1 : 1;
  return one->field < other->field ? -1 : one->field > other->field;
}

static gboolean
apply_plain (Commit *commit, GError **error)
{
  g_autoptr (GArray) touches = g_array_new (FALSE, FALSE, sizeof (LedgerApplyTouch));
  for (guint i = 0; i < commit->operations->len; i++)
    {
      const Operation *operation = &g_array_index (commit->operations, Operation, i);
      LedgerApplyTouch touch = { operation->record, operation->field };
      if (!is_deletion (operation))
        g_array_append_val (touches, touch);
    }
  g_array_sort (touches, compare_touches);
  return touches->len == 0
         || ledger_apply_touched (commit->apply, touches, commit->first_new, error);
}

/* --- deletions: statements about what is seen (LOG 10) --- */

/* A form that was loaded before something was added below the record would delete it unseen. */
static gboolean
check_members (Commit *commit, GArray *members, GError **error)
{
  gint64 position = ledger_edit_get_position (commit->edit);
  if (position < 0)
    return TRUE;
  g_autoptr (GHashTable) set = ledger_lineage_set_new ();
  for (guint i = 0; i < members->len; i++)
    ledger_lineage_set_add (set, g_array_index (members, gint64, i));

  LedgerStatement *statement = ledger_connection_prepare (
      commit->log->connection, "SELECT record, edit FROM log_part WHERE edit > ?", error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, position);
  GError *failure = NULL;
  while (ledger_statement_step (statement, &failure))
    {
      gint64 edit = ledger_statement_get_integer (statement, 1);
      if (!ledger_lineage_set_has (set, ledger_statement_get_integer (statement, 0)))
        continue;
      ledger_statement_reset (statement);
      return set_stale (commit, edit, error);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
write_deletion (Commit *commit, Operation *operation, GError **error)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint8 digest[32];
  if (!ledger_apply_collect_living (
          commit->apply, operation->record, commit->deleted, members, error)
      || !check_members (commit, members, error)
      || !ledger_lineage_digest (
          commit->log, operation->record, members, commit->key, digest, error))
    return FALSE;

  g_array_append_vals (commit->members, members->data, members->len);
  ledger_value_unref (operation->value);
  operation->value = ledger_value_new_bytes (digest, sizeof digest);
  return write_operation (commit, operation, error);
}

static gboolean
write_deletions (Commit *commit, GError **error)
{
  for (guint i = 0; i < commit->operations->len; i++)
    {
      Operation *operation = &g_array_index (commit->operations, Operation, i);
      if (is_deletion (operation) && !write_deletion (commit, operation, error))
        return FALSE;
    }
  return TRUE;
}

/* --- parts and the edit --- */

static void
add_part (Commit *commit, guint first, guint last)
{
  const Operation *operation = &g_array_index (commit->operations, Operation, first);
  g_autofree LedgerLogOperation *hashed = g_new0 (LedgerLogOperation, last - first);
  guint8 digest[32];
  for (guint i = first; i < last; i++)
    {
      const Operation *one = &g_array_index (commit->operations, Operation, i);
      hashed[i - first].field = one->change->field;
      hashed[i - first].value = one->value;
      hashed[i - first].parents = one->parents;
    }
  ledger_log_hash_part (commit->log,
                        commit->seed,
                        operation->change->type,
                        operation->change->id,
                        hashed,
                        last - first,
                        digest);
  g_byte_array_append (commit->parts, digest, sizeof digest);
  g_array_append_val (commit->records, operation->record);
}

static void
hash_parts (Commit *commit, const char *title, const char *reason)
{
  guint8 digest[32];
  ledger_log_hash_title (commit->log, commit->seed, title, reason, digest);
  g_byte_array_append (commit->parts, digest, sizeof digest);

  guint first = 0;
  for (guint i = 1; i <= commit->operations->len; i++)
    {
      gboolean same = i < commit->operations->len
                      && g_array_index (commit->operations, Operation, i).record
                             == g_array_index (commit->operations, Operation, first).record;
      if (same)
        continue;
      add_part (commit, first, i);
      first = i;
    }
}

static gboolean
write_part (Commit *commit, gint64 record, const guint8 *digest, GError **error)
{
  LedgerStatement *statement =
      ledger_connection_prepare (commit->log->connection,
                                 "INSERT INTO log_part (edit, record, digest) VALUES (?, ?, ?)",
                                 error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, commit->key);
  ledger_statement_bind_integer (statement, 1, record);
  ledger_statement_bind_bytes (statement, 2, digest, 32);
  return ledger_statement_run (statement, error);
}

static gboolean
write_parts (Commit *commit, GError **error)
{
  if (!write_part (commit, 0, commit->parts->data, error))
    return FALSE;
  for (guint i = 0; i < commit->records->len; i++)
    if (!write_part (commit,
                     g_array_index (commit->records, gint64, i),
                     commit->parts->data + 32 * ((gsize)i + 1),
                     error))
      return FALSE;
  return TRUE;
}

static gboolean
write_header (Commit *commit,
              const LedgerLogHeader *header,
              const char *title,
              const char *reason,
              GError **error)
{
  LedgerStatement *statement =
      ledger_connection_prepare (commit->log->connection,
                                 "INSERT INTO log_edit (key, hash, prev, kind, target, title, "
                                 "reason, actor, desk, time, zone, "
                                 "seed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                 error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, commit->key);
  ledger_statement_bind_bytes (statement, 1, commit->hash, 32);
  if (commit->log->tip > 0)
    ledger_statement_bind_integer (statement, 2, commit->log->tip);
  ledger_statement_bind_text (statement, 3, header->kind);
  if (header->target != NULL)
    ledger_statement_bind_bytes (statement, 4, header->target, 32);
  ledger_statement_bind_text (statement, 5, title);
  ledger_statement_bind_text (statement, 6, reason);
  ledger_statement_bind_text (statement, 7, header->actor);
  ledger_statement_bind_text (statement, 8, header->desk);
  ledger_statement_bind_integer (statement, 9, header->time);
  ledger_statement_bind_integer (statement, 10, header->zone);
  ledger_statement_bind_bytes (statement, 11, commit->seed, 32);
  return ledger_statement_run (statement, error);
}

static void
stamp (LedgerLogHeader *header)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  header->time = g_get_real_time () / 1000;
  header->zone = now != NULL ? (int)(g_date_time_get_utc_offset (now) / G_TIME_SPAN_MINUTE) : 0;
}

/* Deleting computes its values from rows and hashes that must be in the file by then; the edit's
 * own hash is not among them ("self"), so a placeholder holds its row and the hash follows. */
static gboolean
set_hash (Commit *commit, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      commit->log->connection, "UPDATE log_edit SET hash = ? WHERE key = ?", error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_bytes (statement, 0, commit->hash, 32);
  ledger_statement_bind_integer (statement, 1, commit->key);
  return ledger_statement_run (statement, error);
}

static gboolean
write_all (Commit *commit, LedgerLogHeader *header, GError **error)
{
  const char *title = ledger_edit_get_title (commit->edit);
  const char *reason = ledger_edit_get_reason (commit->edit);

  if (!write_operations (commit, error))
    return FALSE;
  gboolean deletes = commit->deleted != NULL;
  if (deletes
      && (!write_header (commit, header, title, reason, error) || !apply_plain (commit, error)
          || !write_deletions (commit, error)))
    return FALSE;

  hash_parts (commit, title, reason);
  ledger_log_hash_edit (
      commit->log, header, commit->parts->data, commit->parts->len / 32, commit->hash);
  if (!write_parts (commit, error))
    return FALSE;
  if (deletes)
    return set_hash (commit, error)
           && ledger_apply_deleted (commit->apply, commit->deleted, commit->members, error);
  return write_header (commit, header, title, reason, error) && apply_plain (commit, error);
}

static void
give_up (LedgerLog *log)
{
  ledger_connection_rollback (log->connection);
  ledger_catalog_forget (log->catalog);
}

static gboolean
check_edit (LedgerEdit *edit, GError **error)
{
  const char *texts[] = { ledger_edit_get_title (edit),
                          ledger_edit_get_reason (edit),
                          ledger_edit_get_actor (edit),
                          ledger_edit_get_desk (edit) };
  gboolean fine = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    fine = fine && (texts[i] == NULL || g_utf8_validate (texts[i], -1, NULL));
  for (guint i = 0; fine && i < ledger_edit_get_n_changes (edit); i++)
    {
      const char *text = ledger_value_get_text (ledger_edit_get_change (edit, i)->value);
      fine = text == NULL || g_utf8_validate (text, -1, NULL);
    }
  if (!fine)
    g_set_error_literal (error,
                         LEDGER_ERROR,
                         LEDGER_ERROR_INVALID,
                         _ ("This text holds bytes that are no characters, so nothing was saved. "
                            "Type it again."));
  return fine;
}

gboolean
ledger_commit_edit (LedgerLog *log,
                    LedgerApply *apply,
                    LedgerEdit *edit,
                    const guint8 *target,
                    gboolean *written,
                    char **hash,
                    GError **error)
{
  g_auto (Commit) commit = { 0 };
  LedgerLogHeader header = { .kind = ledger_log_kind_word (ledger_edit_get_kind (edit)),
                             .prevs = log->tip_hash,
                             .n_prevs = 1,
                             .target = target,
                             .desk = ledger_edit_get_desk (edit),
                             .actor = ledger_edit_get_actor (edit) };
  if (written != NULL)
    *written = FALSE;
  if (!check_edit (edit, error) || !commit_init (&commit, log, error)
      || !ledger_connection_begin (log->connection, error))
    return FALSE;
  commit.apply = apply;
  commit.edit = edit;
  stamp (&header);

  if (!plan (&commit, error))
    {
      give_up (log);
      return FALSE;
    }
  if (commit.operations->len == 0)
    {
      give_up (log);
      return TRUE;
    }
  if (!write_all (&commit, &header, error) || !ledger_connection_commit (log->connection, error))
    {
      give_up (log);
      return FALSE;
    }

  log->tip = commit.key;
  memcpy (log->tip_hash, commit.hash, 32);
  if (written != NULL)
    *written = TRUE;
  if (hash != NULL)
    *hash = ledger_hex_encode (commit.hash, 32);
  return TRUE;
}

static gboolean
write_other_prev (Commit *commit, gint64 other_tip, GError **error)
{
  LedgerStatement *statement =
      ledger_connection_prepare (commit->log->connection,
                                 "INSERT INTO log_prev (edit, position, prev) VALUES (?, 1, ?)",
                                 error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, commit->key);
  ledger_statement_bind_integer (statement, 1, other_tip);
  return ledger_statement_run (statement, error);
}

gboolean
ledger_commit_bare (LedgerLog *log,
                    LedgerEditKind kind,
                    gint64 other_tip,
                    const char *title,
                    const char *actor,
                    const char *desk,
                    GError **error)
{
  g_auto (Commit) commit = { 0 };
  guint8 prevs[64];
  LedgerLogHeader header = { .kind = ledger_log_kind_word (kind),
                             .prevs = prevs,
                             .n_prevs = (log->tip > 0) + (other_tip > 0),
                             .desk = desk,
                             .actor = actor };
  if (!commit_init (&commit, log, error))
    return FALSE;
  commit.key = MAX (log->tip, other_tip) + 1;
  memcpy (prevs, log->tip_hash, 32);
  if (other_tip > 0 && !ledger_log_read_edit (log, other_tip, prevs + 32, NULL, error))
    return FALSE;

  stamp (&header);
  hash_parts (&commit, title, NULL);
  ledger_log_hash_edit (log, &header, commit.parts->data, 1, commit.hash);
  if (!write_parts (&commit, error) || !write_header (&commit, &header, title, NULL, error)
      || (other_tip > 0 && !write_other_prev (&commit, other_tip, error)))
    return FALSE;
  log->tip = commit.key;
  memcpy (log->tip_hash, commit.hash, 32);
  return TRUE;
}
