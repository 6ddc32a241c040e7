/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-commit.h"

#include "ledger-change-plan.h"
#include "ledger-digest.h"
#include "ledger-error.h"
#include "ledger-lineage.h"
#include "ledger-log-entry.h"
#include "ledger-new-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef LedgerPlannedOperation Operation;

typedef struct
{
  LedgerLog *log;
  LedgerApply *apply;
  LedgerEdit *edit;
  LedgerNewEdit made;
  GArray *operations;  /* Operation by (id, type, field) */
  GHashTable *deleted; /* set of records being deleted; NULL where none is */
  GArray *members;     /* gint64: those and all that lives below them */
  gint64 first_new;    /* first record made */
} Commit;

static void
commit_clear (Commit *commit)
{
  ledger_new_edit_clear (&commit->made);
  g_clear_pointer (&commit->operations, g_array_unref);
  g_clear_pointer (&commit->deleted, g_hash_table_unref);
  g_clear_pointer (&commit->members, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Commit, commit_clear)

static gboolean
commit_init (Commit *commit, LedgerLog *log, LedgerApply *apply, LedgerEdit *edit, GError **error)
{
  commit->log = log;
  commit->apply = apply;
  commit->edit = edit;
  commit->members = g_array_new (FALSE, FALSE, sizeof (gint64));
  commit->first_new = G_MAXINT64;
  return ledger_new_edit_init (&commit->made, log, error);
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
  guint n_heads = operation->heads != NULL ? operation->heads->len : 0;
  if (n_heads == 0)
    return TRUE;
  operation->parents = g_array_new (FALSE, FALSE, 32);
  for (guint i = 0; i < n_heads; i++)
    {
      gint64 head = g_array_index (operation->heads, gint64, i);
      guint8 hash[32];
      if (!ledger_log_read_edit (commit->log, head, hash, NULL, error))
        return FALSE;
      g_array_append_val (operation->parents, hash);
      if (!ledger_log_entry_write_parent (
              commit->log, operation->record, operation->field, head, commit->made.key, error))
        return FALSE;
    }
  g_array_sort (operation->parents, ledger_log_compare_hashes);
  return TRUE;
}

static gboolean
write_operation (Commit *commit, Operation *operation, GError **error)
{
  return ledger_log_entry_write_operation (commit->log,
                                           operation->record,
                                           operation->field,
                                           commit->made.key,
                                           operation->value,
                                           error)
         && write_parents (commit, operation, error);
}

static gboolean
take_keys (Commit *commit, Operation *operation, const Operation *before, GError **error)
{
  const LedgerChange *change = operation->change;
  if (operation->record == 0 && before != NULL && before->change->type == change->type
      && g_str_equal (before->change->id, change->id))
    operation->record = before->record;
  if (operation->record == 0)
    {
      operation->record =
          ledger_catalog_add_record (commit->log->catalog, change->type, change->id, error);
      commit->first_new = MIN (commit->first_new, operation->record);
    }
  if (operation->field == 0)
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
      if (ledger_planned_operation_is_deletion (operation))
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

static gboolean
apply_plain (Commit *commit, GError **error)
{
  g_autoptr (GArray) touches = g_array_new (FALSE, FALSE, sizeof (LedgerApplyTouch));
  for (guint i = 0; i < commit->operations->len; i++)
    {
      const Operation *operation = &g_array_index (commit->operations, Operation, i);
      LedgerApplyTouch touch = { operation->record, operation->field };
      if (!ledger_planned_operation_is_deletion (operation))
        g_array_append_val (touches, touch);
    }
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
      return ledger_change_plan_set_stale (commit->log, edit, error);
    }
  return ledger_error_pass (failure, error);
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
          commit->log, operation->record, members, commit->made.key, digest, error))
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
      if (ledger_planned_operation_is_deletion (operation)
          && !write_deletion (commit, operation, error))
        return FALSE;
    }
  return TRUE;
}

/* --- parts and the edit --- */

static void
add_part (Commit *commit, guint first, guint last)
{
  const Operation *operation = &g_array_index (commit->operations, Operation, first);
  LedgerLogOperation few[32];
  g_autofree LedgerLogOperation *many =
      last - first > G_N_ELEMENTS (few) ? g_new (LedgerLogOperation, last - first) : NULL;
  LedgerLogOperation *hashed = many != NULL ? many : few;
  for (guint i = first; i < last; i++)
    {
      const Operation *one = &g_array_index (commit->operations, Operation, i);
      hashed[i - first].field = one->change->field;
      hashed[i - first].value = one->value;
      hashed[i - first].parents = one->parents;
    }
  ledger_new_edit_add_part (&commit->made,
                            operation->record,
                            operation->change->type,
                            operation->change->id,
                            hashed,
                            last - first);
}

static void
hash_parts (Commit *commit)
{
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

/* Deleting computes its values from rows and hashes that must be in the file by then; the edit's
 * own hash is not among them ("self"), so a placeholder holds its row and the hash follows. */
static gboolean
write_all (Commit *commit, LedgerLogHeader *header, GError **error)
{
  LedgerNewEdit *made = &commit->made;
  const char *title = ledger_edit_get_title (commit->edit);
  const char *reason = ledger_edit_get_reason (commit->edit);

  if (!write_operations (commit, error))
    return FALSE;
  gboolean deletes = commit->deleted != NULL;
  if (deletes
      && (!ledger_new_edit_write_header (made, header, title, reason, error)
          || !apply_plain (commit, error) || !write_deletions (commit, error)))
    return FALSE;

  ledger_new_edit_add_title (made, title, reason);
  hash_parts (commit);
  ledger_new_edit_hash (made, header);
  if (!ledger_new_edit_write_parts (made, error))
    return FALSE;
  if (deletes)
    return ledger_new_edit_update_hash (made, error)
           && ledger_apply_deleted (commit->apply, commit->deleted, commit->members, error);
  return ledger_new_edit_write_header (made, header, title, reason, error)
         && apply_plain (commit, error);
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
  if (!check_edit (edit, error) || !commit_init (&commit, log, apply, edit, error)
      || !ledger_connection_begin (log->connection, error))
    return FALSE;
  ledger_new_edit_stamp (log, &header);

  commit.operations = ledger_change_plan_new (log, apply, edit, error);
  if (commit.operations == NULL)
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

  ledger_new_edit_become_tip (&commit.made);
  if (written != NULL)
    *written = TRUE;
  if (hash != NULL)
    *hash = ledger_hex_encode (commit.made.hash, 32);
  return TRUE;
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
  g_auto (LedgerNewEdit) made = { 0 };
  guint8 prevs[64];
  LedgerLogHeader header = { .kind = ledger_log_kind_word (kind),
                             .prevs = prevs,
                             .n_prevs = (log->tip > 0) + (other_tip > 0),
                             .desk = desk,
                             .actor = actor };
  if (!ledger_new_edit_init (&made, log, error))
    return FALSE;
  made.key = MAX (log->tip, other_tip) + 1;
  memcpy (prevs, log->tip_hash, 32);
  if (other_tip > 0 && !ledger_log_read_edit (log, other_tip, prevs + 32, NULL, error))
    return FALSE;

  ledger_new_edit_stamp (log, &header);
  ledger_new_edit_add_title (&made, title, NULL);
  ledger_new_edit_hash (&made, &header);
  if (!ledger_new_edit_write_parts (&made, error)
      || !ledger_new_edit_write_header (&made, &header, title, NULL, error)
      || (other_tip > 0 && !ledger_log_entry_write_prev (log, made.key, 1, other_tip, error)))
    return FALSE;
  ledger_new_edit_become_tip (&made);
  return TRUE;
}
