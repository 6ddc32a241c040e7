/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-history.h"

#include "ledger-ancestry.h"
#include "ledger-digest.h"
#include "ledger-edit.h"
#include "ledger-error.h"
#include "ledger-field-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY_MILLISECONDS (24 * 60 * 60 * (gint64)1000)

void
ledger_operation_free (LedgerOperation *operation)
{
  if (operation == NULL)
    return;
  g_free (operation->edit);
  g_free (operation->type);
  g_free (operation->id);
  g_free (operation->field);
  g_free (operation->actor);
  g_clear_pointer (&operation->value, ledger_value_unref);
  g_clear_pointer (&operation->before, ledger_value_unref);
  g_free (operation);
}

static void
free_operation (gpointer data)
{
  ledger_operation_free (data);
}

static GPtrArray *
operations_new (void)
{
  return g_ptr_array_new_with_free_func (free_operation);
}

static gboolean
ended (GError *failure, GError **error)
{
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static char *
dup_hash (LedgerStatement *statement, guint column)
{
  gsize length = 0;
  gconstpointer bytes = ledger_statement_get_bytes (statement, column, &length);
  return bytes != NULL ? ledger_hex_encode (bytes, length) : NULL;
}

/* Fills in who, when and by which edit. */
static gboolean
sign_operation (LedgerLog *log, LedgerOperation *operation, gint64 edit, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      log->connection, "SELECT hash, actor, time FROM log_edit WHERE key = ?", error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, edit);
  GError *failure = NULL;
  if (ledger_statement_step (statement, &failure))
    {
      operation->edit = dup_hash (statement, 0);
      operation->actor = g_strdup (ledger_statement_get_text (statement, 1));
      operation->time = ledger_statement_get_integer (statement, 2);
      ledger_statement_reset (statement);
    }
  return ended (failure, error);
}

static const LedgerValue *
value_before (LedgerFieldScan *scan, gint64 edit)
{
  GArray *parents = ledger_field_scan_get_parents (scan);
  GArray *operations = ledger_field_scan_get_operations (scan);
  for (guint i = 0; i < parents->len; i++)
    {
      const LedgerFieldParent *parent = &g_array_index (parents, LedgerFieldParent, i);
      for (guint j = 0; parent->edit == edit && j < operations->len; j++)
        if (g_array_index (operations, LedgerFieldOperation, j).edit == parent->parent)
          return g_array_index (operations, LedgerFieldOperation, j).value;
    }
  return NULL;
}

static LedgerOperation *
make_operation (LedgerLog *log, LedgerFieldScan *scan, guint index, GError **error)
{
  g_autoptr (LedgerOperation) made = g_new0 (LedgerOperation, 1);
  const LedgerFieldOperation *operation =
      &g_array_index (ledger_field_scan_get_operations (scan), LedgerFieldOperation, index);
  const char *type = NULL;
  char id[33];
  const char *field =
      ledger_catalog_get_name (log->catalog, ledger_field_scan_get_field (scan), error);
  if (field == NULL
      || !ledger_catalog_describe (
          log->catalog, ledger_field_scan_get_record (scan), &type, id, error)
      || !sign_operation (log, made, operation->edit, error))
    return NULL;

  const LedgerValue *before = value_before (scan, operation->edit);
  made->type = g_strdup (type);
  made->id = g_strdup (id);
  made->field = g_strdup (field);
  made->value = ledger_value_ref (operation->value);
  made->before = before != NULL ? ledger_value_ref ((LedgerValue *)before) : NULL;
  return g_steal_pointer (&made);
}

/* The field's scan, moved to its only field; NULL without ERROR where the log has no operation of
 * it. */
static LedgerFieldScan *
scan_field (LedgerLog *log, const char *type, const char *id, const char *field, GError **error)
{
  gint64 record = ledger_catalog_find_record (log->catalog, type, id, error);
  gint64 key = record > 0 ? ledger_catalog_find_name (log->catalog, field, error) : 0;
  if (record <= 0 || key <= 0)
    return NULL;
  g_autoptr (LedgerFieldScan) scan = ledger_field_scan_new_field (log, record, key, error);
  GError *failure = NULL;
  if (scan == NULL || !ledger_field_scan_next (scan, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, failure);
      return NULL;
    }
  return g_steal_pointer (&scan);
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const LedgerOperation *one = *(const LedgerOperation *const *)a;
  const LedgerOperation *other = *(const LedgerOperation *const *)b;
  if (one->time != other->time)
    return one->time > other->time ? -1 : 1;
  return g_strcmp0 (other->edit, one->edit);
}

static GPtrArray *
list_field (LedgerStore *self,
            const char *type,
            const char *id,
            const char *field,
            gboolean heads_only,
            GError **error)
{
  LedgerLog *log = ledger_store_peek_log (self);
  g_autoptr (GPtrArray) list = operations_new ();
  GError *failure = NULL;
  g_autoptr (LedgerFieldScan) scan = scan_field (log, type, id, field, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  GArray *operations = scan != NULL ? ledger_field_scan_get_operations (scan) : NULL;
  for (guint i = operations != NULL ? operations->len : 0; i > 0; i--)
    {
      if (heads_only && g_array_index (operations, LedgerFieldOperation, i - 1).superseded)
        continue;
      LedgerOperation *operation = make_operation (log, scan, i - 1, error);
      if (operation == NULL)
        return NULL;
      g_ptr_array_add (list, operation);
    }
  if (heads_only)
    g_ptr_array_sort (list, compare_newest);
  return g_steal_pointer (&list);
}

GPtrArray *
ledger_store_get_heads (
    LedgerStore *self, const char *type, const char *id, const char *field, GError **error)
{
  return list_field (self, type, id, field, TRUE, error);
}

GPtrArray *
ledger_store_get_history (
    LedgerStore *self, const char *type, const char *id, const char *field, GError **error)
{
  return list_field (self, type, id, field, FALSE, error);
}

LedgerValue *
ledger_store_get_last_import (
    LedgerStore *self, const char *type, const char *id, const char *field, GError **error)
{
  LedgerLog *log = ledger_store_peek_log (self);
  gint64 record = ledger_catalog_find_record (log->catalog, type, id, error);
  gint64 key = record > 0 ? ledger_catalog_find_name (log->catalog, field, error) : 0;
  if (record <= 0 || key <= 0)
    return NULL;
  LedgerStatement *statement = ledger_connection_prepare (
      log->connection,
      "SELECT o.value FROM log_operation o JOIN log_edit e ON e.key = o.edit "
      "WHERE o.record = ? AND o.field = ? AND e.kind = 'import' ORDER BY o.edit DESC LIMIT 1",
      error);
  if (statement == NULL)
    return NULL;
  ledger_statement_bind_integer (statement, 0, record);
  ledger_statement_bind_integer (statement, 1, key);
  LedgerValue *value = NULL;
  if (ledger_statement_step (statement, error))
    {
      value = ledger_statement_dup_value (statement, 0);
      ledger_statement_reset (statement);
    }
  return value;
}

/* --- the operations of one edit --- */

static gboolean
list_records (LedgerLog *log, gint64 edit, GArray *records, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      log->connection, "SELECT record FROM log_part WHERE edit = ? AND record > 0", error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, edit);
  GError *failure = NULL;
  while (ledger_statement_step (statement, &failure))
    {
      gint64 record = ledger_statement_get_integer (statement, 0);
      g_array_append_val (records, record);
    }
  return ended (failure, error);
}

static gboolean
add_operations (LedgerLog *log, gint64 edit, gint64 record, GPtrArray *list, GError **error)
{
  g_autoptr (LedgerFieldScan) scan = ledger_field_scan_new_record (log, record, error);
  GError *failure = NULL;
  if (scan == NULL)
    return FALSE;
  while (ledger_field_scan_next (scan, &failure))
    {
      GArray *operations = ledger_field_scan_get_operations (scan);
      for (guint i = 0; i < operations->len; i++)
        {
          if (g_array_index (operations, LedgerFieldOperation, i).edit != edit)
            continue;
          LedgerOperation *operation = make_operation (log, scan, i, error);
          if (operation == NULL)
            return FALSE;
          g_ptr_array_add (list, operation);
        }
    }
  return ended (failure, error);
}

GPtrArray *
ledger_history_read_operations (LedgerLog *log, gint64 edit, GError **error)
{
  g_autoptr (GPtrArray) list = operations_new ();
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!list_records (log, edit, records, error))
    return NULL;
  for (guint i = 0; i < records->len; i++)
    if (!add_operations (log, edit, g_array_index (records, gint64, i), list, error))
      return NULL;
  return g_steal_pointer (&list);
}

static gboolean
find_edit (LedgerLog *log, const char *hash, gint64 *key, GError **error)
{
  *key = ledger_log_find_edit (log, hash, error);
  if (*key == 0)
    g_set_error_literal (error,
                         LEDGER_ERROR,
                         LEDGER_ERROR_NOT_FOUND,
                         _ ("This ledger has no edit of that hash. Check the digits."));
  return *key > 0;
}

GPtrArray *
ledger_store_get_operations (LedgerStore *self, const char *edit_hash, GError **error)
{
  LedgerLog *log = ledger_store_peek_log (self);
  gint64 key = 0;
  return find_edit (log, edit_hash, &key, error) ? ledger_history_read_operations (log, key, error)
                                                 : NULL;
}

/* --- conflicts --- */

/* Without a join of two lines of work there are none. */
static gboolean
ever_joined (LedgerLog *log, gboolean *joined, GError **error)
{
  LedgerStatement *statement =
      ledger_connection_prepare (log->connection, "SELECT 1 FROM log_prev LIMIT 1", error);
  if (statement == NULL)
    return FALSE;
  GError *failure = NULL;
  *joined = ledger_statement_step (statement, &failure);
  ledger_statement_reset (statement);
  return ended (failure, error);
}

static gboolean
is_shown (LedgerLog *log,
          LedgerApply *apply,
          const LedgerOperation *operation,
          gboolean *shown,
          GError **error)
{
  LedgerReadingTable *table =
      ledger_rows_find_table (ledger_apply_get_rows (apply), operation->type);
  const LedgerRecordType *type = table != NULL ? ledger_reading_table_get_type (table) : NULL;
  gboolean known = type != NULL
                   && (g_str_equal (operation->field, LEDGER_FIELD_DELETED)
                       || ledger_record_type_find_column (type, operation->field) != G_MAXUINT);
  *shown = FALSE;
  if (!known)
    return TRUE;
  gint64 record = ledger_catalog_find_record (log->catalog, operation->type, operation->id, error);
  if (record <= 0)
    return record == 0;
  LedgerStatement *row = ledger_reading_table_select (table, log->connection, record, error);
  GError *failure = NULL;
  if (row == NULL)
    return FALSE;
  *shown = ledger_statement_step (row, &failure);
  ledger_statement_reset (row);
  return ended (failure, error);
}

static gboolean
add_conflict (
    LedgerLog *log, LedgerApply *apply, LedgerFieldScan *scan, GPtrArray *list, GError **error)
{
  gint shown = -1;
  guint n_values = 0;
  gboolean in_reading = FALSE;
  if (ledger_field_scan_get_operations (scan)->len < 2)
    return TRUE;
  if (!ledger_field_scan_pick (scan, FALSE, &shown, &n_values, error))
    return FALSE;
  if (n_values < 2 || shown < 0)
    return TRUE;
  g_autoptr (LedgerOperation) operation = make_operation (log, scan, (guint)shown, error);
  if (operation == NULL || !is_shown (log, apply, operation, &in_reading, error))
    return FALSE;
  if (in_reading)
    g_ptr_array_add (list, g_steal_pointer (&operation));
  return TRUE;
}

GPtrArray *
ledger_history_find_conflicts (LedgerLog *log, LedgerApply *apply, GError **error)
{
  g_autoptr (GPtrArray) list = operations_new ();
  gboolean joined = FALSE;
  if (!ever_joined (log, &joined, error))
    return NULL;
  if (!joined)
    return g_steal_pointer (&list);
  g_autoptr (LedgerFieldScan) scan = ledger_field_scan_new_from (log, 1, error);
  GError *failure = NULL;
  if (scan == NULL)
    return NULL;
  while (ledger_field_scan_next (scan, &failure))
    if (!add_conflict (log, apply, scan, list, error))
      return NULL;
  return ended (failure, error) ? g_steal_pointer (&list) : NULL;
}

GPtrArray *
ledger_store_get_conflicts (LedgerStore *self, GError **error)
{
  gboolean own = FALSE;
  if (!ledger_store_enter_read (self, &own, error))
    return NULL;
  GPtrArray *list = ledger_history_find_conflicts (
      ledger_store_peek_log (self), ledger_store_peek_apply (self), error);
  ledger_store_leave_read (self, own);
  return list;
}

/* --- given numbers --- */

static gint64
trailing_number (const char *text)
{
  guint64 number = 0;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &number, NULL))
    return (gint64)number;
  return 0;
}

gint64
ledger_store_largest_given (
    LedgerStore *self, const char *type, const char *field, const char *prefix, GError **error)
{
  LedgerLog *log = ledger_store_peek_log (self);
  gint64 type_key = ledger_catalog_find_name (log->catalog, type, error);
  gint64 field_key = type_key > 0 ? ledger_catalog_find_name (log->catalog, field, error) : 0;
  if (type_key <= 0 || field_key <= 0)
    return 0;
  LedgerStatement *statement = ledger_connection_prepare (
      log->connection,
      "SELECT o.value FROM log_record r JOIN log_operation o ON o.record = r.key AND o.field = ?1 "
      "WHERE r.type = ?2 AND typeof (o.value) = 'text' AND substr (o.value, 1, length (?3)) = ?3",
      error);
  if (statement == NULL)
    return 0;
  ledger_statement_bind_integer (statement, 0, field_key);
  ledger_statement_bind_integer (statement, 1, type_key);
  ledger_statement_bind_text (statement, 2, prefix);

  gint64 largest = 0;
  gsize skip = strlen (prefix);
  while (ledger_statement_step (statement, error))
    largest = MAX (largest, trailing_number (ledger_statement_get_text (statement, 0) + skip));
  return largest;
}

/* --- the audit trail --- */

void
ledger_log_line_free (LedgerLogLine *line)
{
  if (line == NULL)
    return;
  g_free (line->hash);
  g_free (line->kind);
  g_free (line->target);
  g_free (line->title);
  g_free (line->reason);
  g_free (line->actor);
  g_free (line->desk);
  g_free (line);
}

static void
free_line (gpointer data)
{
  ledger_log_line_free (data);
}

#define LINE                                                                                       \
  "SELECT e.key, e.hash, e.kind, e.target, e.title, e.reason, e.actor, e.desk, e.time, e.zone, "   \
  "(SELECT count(*) FROM log_part p WHERE p.edit = e.key AND p.record > 0), "                      \
  "max (coalesce (p.time, e.time), coalesce ((SELECT max (x.time) FROM log_prev v "                \
  "JOIN log_edit x ON x.key = v.prev WHERE v.edit = e.key), e.time)) "                             \
  "FROM log_edit e LEFT JOIN log_edit p ON p.key = e.prev "

static LedgerLogLine *
take_line (LedgerStatement *rows)
{
  LedgerLogLine *line = g_new0 (LedgerLogLine, 1);
  line->key = ledger_statement_get_integer (rows, 0);
  line->hash = dup_hash (rows, 1);
  line->kind = g_strdup (ledger_statement_get_text (rows, 2));
  line->target = dup_hash (rows, 3);
  line->title = g_strdup (ledger_statement_get_text (rows, 4));
  line->reason = g_strdup (ledger_statement_get_text (rows, 5));
  line->actor = g_strdup (ledger_statement_get_text (rows, 6));
  line->desk = g_strdup (ledger_statement_get_text (rows, 7));
  line->time = ledger_statement_get_integer (rows, 8);
  line->offset = (int)ledger_statement_get_integer (rows, 9);
  line->n_parts = (guint)ledger_statement_get_integer (rows, 10);
  line->doubtful = line->time < ledger_statement_get_integer (rows, 11)
                   || line->time > g_get_real_time () / 1000 + DAY_MILLISECONDS;
  return line;
}

GPtrArray *
ledger_store_get_log (LedgerStore *self, gint64 before, guint limit, GError **error)
{
  LedgerLog *log = ledger_store_peek_log (self);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (free_line);
  LedgerStatement *rows = ledger_connection_prepare (
      log->connection, LINE "WHERE e.key < ? ORDER BY e.key DESC LIMIT ?", error);
  if (rows == NULL)
    return NULL;
  ledger_statement_bind_integer (rows, 0, before > 0 ? before : G_MAXINT64);
  ledger_statement_bind_integer (rows, 1, limit);
  GError *failure = NULL;
  while (ledger_statement_step (rows, &failure))
    g_ptr_array_add (lines, take_line (rows));
  return ended (failure, error) ? g_steal_pointer (&lines) : NULL;
}

LedgerLogLine *
ledger_history_read_line (LedgerLog *log, gint64 key, GError **error)
{
  LedgerStatement *rows =
      ledger_connection_prepare (log->connection, LINE "WHERE e.key = ?", error);
  if (rows == NULL)
    return NULL;
  ledger_statement_bind_integer (rows, 0, key);
  GError *failure = NULL;
  if (!ledger_statement_step (rows, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, failure);
      else
        g_set_error_literal (
            error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND, _ ("This ledger has no such edit."));
      return NULL;
    }
  LedgerLogLine *line = take_line (rows);
  ledger_statement_reset (rows);
  return line;
}

/* --- states by tip --- */

typedef struct
{
  LedgerAncestry *ancestry;
  gint64 tip;
} State;

static gboolean
is_in_state (gint64 edit, gpointer data)
{
  State *state = data;
  return ledger_ancestry_contains (state->ancestry, state->tip, edit);
}

static LedgerValue *
value_at (LedgerLog *log, LedgerFieldScan *scan, gint64 tip, gboolean once, GError **error)
{
  if (tip != log->tip)
    {
      State state = { ledger_log_get_ancestry (log, error), tip };
      if (state.ancestry == NULL)
        return NULL;
      ledger_field_scan_restrict (scan, is_in_state, &state);
    }
  gint shown = -1;
  if (!ledger_field_scan_pick (scan, once, &shown, NULL, error) || shown < 0)
    return NULL;
  return ledger_value_ref (
      g_array_index (ledger_field_scan_get_operations (scan), LedgerFieldOperation, shown).value);
}

LedgerValue *
ledger_store_get_value_at (LedgerStore *self,
                           const char *tip,
                           const char *type,
                           const char *id,
                           const char *field,
                           GError **error)
{
  LedgerLog *log = ledger_store_peek_log (self);
  gint64 key = 0;
  if (!find_edit (log, tip, &key, error) || !ledger_log_read_tip (log, error))
    return NULL;
  const LedgerRecordType *known = ledger_reading_find_type (log->reading, type);
  guint column = known != NULL ? ledger_record_type_find_column (known, field) : G_MAXUINT;
  gboolean once =
      column != G_MAXUINT && (known->columns[column].flags & LEDGER_COLUMN_WRITE_ONCE) != 0;
  g_autoptr (LedgerFieldScan) scan = scan_field (log, type, id, field, error);
  return scan != NULL ? value_at (log, scan, key, once, error) : NULL;
}

char *
ledger_store_dup_tip_at_time (LedgerStore *self, gint64 time, GError **error)
{
  LedgerLog *log = ledger_store_peek_log (self);
  LedgerStatement *rows = ledger_connection_prepare (
      log->connection,
      "WITH RECURSIVE line (key, hash, prev, time) AS ("
      "SELECT key, hash, prev, time FROM log_edit WHERE key = (SELECT max (key) FROM log_edit) "
      "UNION ALL SELECT e.key, e.hash, e.prev, e.time FROM line JOIN log_edit e ON e.key = "
      "line.prev "
      "WHERE e.key < line.key) SELECT hash FROM line WHERE time <= ? LIMIT 1",
      error);
  if (rows == NULL)
    return NULL;
  ledger_statement_bind_integer (rows, 0, time);
  GError *failure = NULL;
  char *hash = NULL;
  if (ledger_statement_step (rows, &failure))
    {
      hash = dup_hash (rows, 0);
      ledger_statement_reset (rows);
    }
  else if (failure != NULL)
    g_propagate_error (error, failure);
  else
    g_set_error_literal (error,
                         LEDGER_ERROR,
                         LEDGER_ERROR_NOT_FOUND,
                         _ ("The ledger is younger than that day. Choose a later one."));
  return hash;
}
