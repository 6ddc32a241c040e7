/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-inverse.h"

#include "ledger-audit-trail.h"
#include "ledger-digest.h"
#include "ledger-error.h"
#include "ledger-field-scan.h"
#include "ledger-lineage.h"
#include "ledger-undo-step.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LedgerStore *store;
  LedgerLog *log;
  gint64 edit;
  char *hash;
  LedgerEdit *inverse;
  GHashTable *created; /* records that EDIT made */
} Turning;

/* --- why not --- */

/* "problem 1.2.4": the type's word and the first thing its row says. */
static char *
describe_record (Turning *turning, gint64 record)
{
  LedgerApply *apply = ledger_store_peek_apply (turning->store);
  const char *name = NULL;
  char id[33];
  if (!ledger_catalog_describe (turning->log->catalog, record, &name, id, NULL))
    return g_strdup (_ ("a record"));
  LedgerReadingTable *table = ledger_rows_find_table (ledger_apply_get_rows (apply), name);
  if (table == NULL)
    return g_strdup (name);
  const LedgerRecordType *type = ledger_reading_table_get_type (table);
  const char *word = g_dgettext (GETTEXT_PACKAGE, type->word);
  LedgerStatement *row =
      ledger_reading_table_select (table, turning->log->connection, record, NULL);
  char *words = NULL;
  if (row != NULL && ledger_statement_step (row, NULL))
    for (guint i = 0; words == NULL && i < type->n_columns; i++)
      if (type->columns[i].kind == LEDGER_COLUMN_TEXT
          && !(type->columns[i].flags & LEDGER_COLUMN_HIDDEN)
          && !ledger_statement_is_null (row, 2 + i))
        words = g_strdup_printf (
            /* Translators: kind of record and its number or text */
            C_ ("record", "%s “%s”"),
            word,
            ledger_statement_get_text (row, 2 + i));
  if (row != NULL)
    ledger_statement_reset (row);
  return words != NULL ? words : g_strdup (word);
}

static gboolean
refuse_changed (Turning *turning, gint64 record, gint64 by, GError **error)
{
  g_autofree char *words = describe_record (turning, record);
  g_autoptr (LedgerLogLine) line = ledger_audit_trail_read_line (turning->log, by, error);
  if (line != NULL)
    g_set_error (error,
                 LEDGER_ERROR,
                 LEDGER_ERROR_REFUSED,
                 /* Translators: record, person, title of the later edit */
                 _ ("This cannot be undone: %s was changed since by %s (“%s”). Enter what it shall "
                    "be."),
                 words,
                 *line->actor != '\0' ? line->actor : _ ("somebody"),
                 line->title);
  return FALSE;
}

static gboolean
refuse_below (Turning *turning, gint64 record, gint64 child, GError **error)
{
  g_autofree char *words = describe_record (turning, record);
  g_autofree char *child_words = describe_record (turning, child);
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_REFUSED,
               _ ("This cannot be undone: %s was added below %s since. Delete it first."),
               child_words,
               words);
  return FALSE;
}

static gboolean
refuse_settled (GError **error)
{
  g_set_error_literal (
      error,
      LEDGER_ERROR,
      LEDGER_ERROR_REFUSED,
      _ ("This cannot be undone: it settled a field that had two values. Enter the "
         "other value instead."));
  return FALSE;
}

static gboolean
refuse_lasting (const LedgerRecordType *type, GError **error)
{
  g_set_error (
      error,
      LEDGER_ERROR,
      LEDGER_ERROR_REFUSED,
      /* Translators: kind of record: sign-off */
      _ ("This cannot be undone: a %s stays in the log once it is made. Withdraw it instead, "
         "which leaves its own entry."),
      g_dgettext (GETTEXT_PACKAGE, type->word));
  return FALSE;
}

/* --- what stands on it --- */

static const LedgerFieldOperation *
operation_of (LedgerFieldScan *scan, gint64 edit)
{
  GArray *operations = ledger_field_scan_get_operations (scan);
  for (guint i = 0; i < operations->len; i++)
    if (g_array_index (operations, LedgerFieldOperation, i).edit == edit)
      return &g_array_index (operations, LedgerFieldOperation, i);
  return NULL;
}

/* The edit of the one parent; 0 where there is none, -1 where there are several. */
static gint64
parent_of (LedgerFieldScan *scan, gint64 edit)
{
  GArray *parents = ledger_field_scan_get_parents (scan);
  gint64 found = 0;
  for (guint i = 0; i < parents->len; i++)
    {
      const LedgerFieldParent *parent = &g_array_index (parents, LedgerFieldParent, i);
      if (parent->edit == edit)
        found = found == 0 ? parent->parent : -1;
    }
  return found;
}

static gint64
sole_head (LedgerFieldScan *scan, gint64 *other)
{
  GArray *operations = ledger_field_scan_get_operations (scan);
  gint64 head = 0;
  for (guint i = 0; i < operations->len; i++)
    {
      const LedgerFieldOperation *operation = &g_array_index (operations, LedgerFieldOperation, i);
      if (operation->superseded)
        continue;
      *other = head;
      if (head != 0)
        return 0;
      head = operation->edit;
    }
  return head;
}

/* An undo or redo put back what was there before its target: whether the edit EDIT stands in for
 * the one that is to be turned. */
static gboolean
stands_for (Turning *turning, LedgerFieldScan *scan, gint64 edit, gboolean *stands, GError **error)
{
  gint64 before = G_MAXINT64;
  while (edit > 0 && edit != turning->edit && edit < before)
    {
      g_autoptr (LedgerLogLine) line = ledger_audit_trail_read_line (turning->log, edit, error);
      if (line == NULL)
        return FALSE;
      gint64 target =
          line->target != NULL ? ledger_log_find_edit (turning->log, line->target, error) : 0;
      if (target < 0)
        return FALSE;
      before = edit;
      edit = target > 0 ? parent_of (scan, target) : 0;
    }
  *stands = edit == turning->edit;
  return TRUE;
}

static gboolean
ask_guard (Turning *turning, LedgerFieldScan *scan, GError **error)
{
  gpointer data = NULL;
  LedgerUndoGuard guard = ledger_store_peek_undo_guard (turning->store, &data);
  const char *type = NULL;
  char id[33];
  if (guard == NULL)
    return TRUE;
  const char *field =
      ledger_catalog_get_name (turning->log->catalog, ledger_field_scan_get_field (scan), error);
  if (field == NULL
      || !ledger_catalog_describe (
          turning->log->catalog, ledger_field_scan_get_record (scan), &type, id, error))
    return FALSE;
  g_autofree char *reason = NULL;
  if (guard (turning->store, type, id, field, turning->hash, &reason, data))
    return TRUE;
  g_set_error_literal (error,
                       LEDGER_ERROR,
                       LEDGER_ERROR_REFUSED,
                       reason != NULL ? reason : _ ("This cannot be undone: it was signed since."));
  return FALSE;
}

/* The field's operation of the edit must be what the field still says. */
static gboolean
check_field (Turning *turning, LedgerFieldScan *scan, GError **error)
{
  gint64 record = ledger_field_scan_get_record (scan);
  gint64 other = 0;
  gint64 head = sole_head (scan, &other);
  if (parent_of (scan, turning->edit) < 0)
    return refuse_settled (error);
  if (head == 0)
    return refuse_changed (turning, record, other, error);
  if (head != turning->edit)
    {
      gboolean stands = FALSE;
      if (!stands_for (turning, scan, head, &stands, error))
        return FALSE;
      if (!stands)
        return refuse_changed (turning, record, head, error);
    }
  return ask_guard (turning, scan, error);
}

/* A field that others gave to a record which the edit made. */
static gboolean
check_added_field (Turning *turning, LedgerFieldScan *scan, GError **error)
{
  GArray *operations = ledger_field_scan_get_operations (scan);
  for (guint i = 0; i < operations->len; i++)
    {
      const LedgerFieldOperation *operation = &g_array_index (operations, LedgerFieldOperation, i);
      if (!operation->superseded && ledger_value_get_tag (operation->value) != LEDGER_VALUE_NONE)
        return refuse_changed (
            turning, ledger_field_scan_get_record (scan), operation->edit, error);
    }
  return TRUE;
}

/* --- the inverse --- */

static gboolean
turn_field (Turning *turning, LedgerFieldScan *scan, GError **error)
{
  const char *type = NULL;
  char id[33];
  const char *field =
      ledger_catalog_get_name (turning->log->catalog, ledger_field_scan_get_field (scan), error);
  if (field == NULL
      || !ledger_catalog_describe (
          turning->log->catalog, ledger_field_scan_get_record (scan), &type, id, error))
    return FALSE;
  const LedgerFieldOperation *before = operation_of (scan, parent_of (scan, turning->edit));
  LedgerValue *value = before != NULL ? before->value : NULL;
  gboolean deleted = value != NULL && g_str_equal (field, LEDGER_FIELD_DELETED)
                     && ledger_value_get_tag (value) == LEDGER_VALUE_BYTES;
  if (deleted) /* a digest speaks of its own moment: say it anew */
    ledger_edit_delete (turning->inverse, type, id);
  else
    ledger_edit_set (turning->inverse, type, id, field, value);
  return TRUE;
}

static gboolean
is_created (Turning *turning, gint64 record, gboolean *created, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      turning->log->connection, "SELECT min (edit) FROM log_operation WHERE record = ?", error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, record);
  if (!ledger_statement_step (statement, error))
    return FALSE;
  *created = ledger_statement_get_integer (statement, 0) == turning->edit;
  ledger_statement_reset (statement);
  return TRUE;
}

/* The inverse of creating a record is its tombstone alone. */
static gboolean
delete_created (Turning *turning, gint64 record, GError **error)
{
  const char *name = NULL;
  char id[33];
  if (!ledger_catalog_describe (turning->log->catalog, record, &name, id, error))
    return FALSE;
  const LedgerRecordType *type = ledger_reading_find_type (turning->log->reading, name);
  if (type != NULL && type->lasting)
    return refuse_lasting (type, error);
  ledger_edit_delete (turning->inverse, name, id);
  return TRUE;
}

static gboolean
turn_record (Turning *turning, gint64 record, GError **error)
{
  gboolean created = ledger_lineage_set_has (turning->created, record);
  g_autoptr (LedgerFieldScan) scan = ledger_field_scan_new_record (turning->log, record, error);
  GError *failure = NULL;
  if (scan == NULL)
    return FALSE;
  while (ledger_field_scan_next (scan, &failure))
    {
      gboolean ours = operation_of (scan, turning->edit) != NULL;
      gboolean fine = ours      ? check_field (turning, scan, error)
                      : created ? check_added_field (turning, scan, error)
                                : TRUE;
      if (!fine || (ours && !created && !turn_field (turning, scan, error)))
        return FALSE;
    }
  if (!ledger_error_pass (failure, error))
    return FALSE;
  return !created || delete_created (turning, record, error);
}

/* Nothing living may lie below a record that vanishes, but what vanishes with it. */
static gboolean
check_below (Turning *turning, gint64 record, GError **error)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!ledger_apply_collect_living (
          ledger_store_peek_apply (turning->store), record, turning->created, members, error))
    return FALSE;
  return members->len < 2
         || refuse_below (turning, record, g_array_index (members, gint64, 1), error);
}

static gboolean
list_records (Turning *turning, GArray *records, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      turning->log->connection, "SELECT record FROM log_part WHERE edit = ? AND record > 0", error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, turning->edit);
  GError *failure = NULL;
  while (ledger_statement_step (statement, &failure))
    {
      gint64 record = ledger_statement_get_integer (statement, 0);
      g_array_append_val (records, record);
    }
  return ledger_error_pass (failure, error);
}

static gboolean
turn (Turning *turning, GError **error)
{
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!list_records (turning, records, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      gint64 record = g_array_index (records, gint64, i);
      gboolean created = FALSE;
      if (!is_created (turning, record, &created, error))
        return FALSE;
      if (created)
        ledger_lineage_set_add (turning->created, record);
    }
  for (guint i = 0; i < records->len; i++)
    {
      gint64 record = g_array_index (records, gint64, i);
      if (!turn_record (turning, record, error)
          || (ledger_lineage_set_has (turning->created, record)
              && !check_below (turning, record, error)))
        return FALSE;
    }
  return TRUE;
}

LedgerEdit *
ledger_inverse_make (LedgerStore *self, gint64 edit, LedgerEditKind kind, GError **error)
{
  LedgerLog *log = ledger_store_peek_log (self);
  g_autofree char *title = ledger_undo_step_dup_title (log, edit, error);
  guint8 hash[32];
  if (title == NULL || !ledger_log_read_edit (log, edit, hash, NULL, error))
    return NULL;
  g_autofree char *words =
      g_strdup_printf (kind == LEDGER_EDIT_UNDO ? _ ("Undone: %s") : _ ("Redone: %s"), title);
  g_autofree char *hex = ledger_hex_encode (hash, sizeof hash);
  g_autoptr (LedgerEdit) inverse = ledger_edit_new (kind, words);
  g_autoptr (GHashTable) created = ledger_lineage_set_new ();
  Turning turning = { self, log, edit, hex, inverse, created };
  return turn (&turning, error) ? g_steal_pointer (&inverse) : NULL;
}
