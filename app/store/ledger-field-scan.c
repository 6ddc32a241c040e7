/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-field-scan.h"

#include "ledger-error.h"

#include <string.h>

struct _LedgerFieldScan
{
  LedgerLog *log;
  LedgerStatement *operation_rows; /* record, field, edit, value */
  LedgerStatement *parent_rows;    /* record, field, parent, edit */
  gboolean has_operation;
  gboolean has_parent;
  gint64 record;
  gint64 field;
  GArray *operations;
  GArray *parents;
};

static void
clear_operation (gpointer data)
{
  LedgerFieldOperation *operation = data;
  g_clear_pointer (&operation->value, ledger_value_unref);
}

void
ledger_field_scan_free (LedgerFieldScan *self)
{
  if (self == NULL)
    return;
  if (self->operation_rows != NULL)
    ledger_statement_reset (self->operation_rows);
  if (self->parent_rows != NULL)
    ledger_statement_reset (self->parent_rows);
  g_array_unref (self->operations);
  g_array_unref (self->parents);
  g_free (self);
}

static gboolean
step (LedgerStatement *rows, gboolean *has, GError **error)
{
  GError *failure = NULL;
  *has = ledger_statement_step (rows, &failure);
  return ledger_error_pass (failure, error);
}

static LedgerFieldScan *
scan_new (LedgerLog *log)
{
  LedgerFieldScan *self = g_new0 (LedgerFieldScan, 1);
  self->log = log;
  self->operations = g_array_new (FALSE, FALSE, sizeof (LedgerFieldOperation));
  g_array_set_clear_func (self->operations, clear_operation);
  self->parents = g_array_new (FALSE, FALSE, sizeof (LedgerFieldParent));
  return self;
}

static LedgerFieldScan *
start (LedgerFieldScan *self, GError **error)
{
  if (step (self->operation_rows, &self->has_operation, error)
      && step (self->parent_rows, &self->has_parent, error))
    return self;
  ledger_field_scan_free (self);
  return NULL;
}

static LedgerFieldScan *
scan_with (LedgerLog *log,
           const char *operations,
           const char *parents,
           const gint64 *values,
           guint n_values,
           GError **error)
{
  LedgerFieldScan *self = scan_new (log);
  self->operation_rows = ledger_connection_prepare_generated (log->connection, operations, error);
  if (self->operation_rows != NULL)
    self->parent_rows = ledger_connection_prepare_generated (log->connection, parents, error);
  if (self->parent_rows == NULL)
    {
      ledger_field_scan_free (self);
      return NULL;
    }
  for (guint i = 0; i < n_values; i++)
    {
      ledger_statement_bind_integer (self->operation_rows, i, values[i]);
      ledger_statement_bind_integer (self->parent_rows, i, values[i]);
    }
  return start (self, error);
}

#define OPERATIONS "SELECT record, field, edit, value FROM log_operation "
#define PARENTS "SELECT record, field, parent, edit FROM log_parent "
#define IN_ORDER_OF_OPERATIONS " ORDER BY record, field, edit"
#define IN_ORDER_OF_PARENTS " ORDER BY record, field, parent, edit"

LedgerFieldScan *
ledger_field_scan_new_from (LedgerLog *log, gint64 first_record, GError **error)
{
  return scan_with (log,
                    OPERATIONS "WHERE record >= ?" IN_ORDER_OF_OPERATIONS,
                    PARENTS "WHERE record >= ?" IN_ORDER_OF_PARENTS,
                    &first_record,
                    1,
                    error);
}

LedgerFieldScan *
ledger_field_scan_new_record (LedgerLog *log, gint64 record, GError **error)
{
  return scan_with (log,
                    OPERATIONS "WHERE record = ?" IN_ORDER_OF_OPERATIONS,
                    PARENTS "WHERE record = ?" IN_ORDER_OF_PARENTS,
                    &record,
                    1,
                    error);
}

LedgerFieldScan *
ledger_field_scan_new_field (LedgerLog *log, gint64 record, gint64 field, GError **error)
{
  const gint64 values[] = { record, field };
  return scan_with (log,
                    OPERATIONS "WHERE record = ? AND field = ?" IN_ORDER_OF_OPERATIONS,
                    PARENTS "WHERE record = ? AND field = ?" IN_ORDER_OF_PARENTS,
                    values,
                    2,
                    error);
}

LedgerFieldScan *
ledger_field_scan_new_fields (LedgerLog *log, GArray *fields, GError **error)
{
  g_autoptr (GString) operations = g_string_new (OPERATIONS "WHERE field IN (0");
  g_autoptr (GString) parents = g_string_new (PARENTS "WHERE field IN (0");
  for (guint i = 0; i < fields->len; i++)
    {
      g_string_append (operations, ",?");
      g_string_append (parents, ",?");
    }
  g_string_append (operations, ")" IN_ORDER_OF_OPERATIONS);
  g_string_append (parents, ")" IN_ORDER_OF_PARENTS);
  return scan_with (log,
                    operations->str,
                    parents->str,
                    (const gint64 *)(gpointer)fields->data,
                    fields->len,
                    error);
}

/* -1, 0, 1: where the row lies against the field being read. */
static int
compare_row (LedgerFieldScan *self, LedgerStatement *rows)
{
  gint64 record = ledger_statement_get_integer (rows, 0);
  if (record != self->record)
    return record < self->record ? -1 : 1;
  gint64 field = ledger_statement_get_integer (rows, 1);
  return field < self->field ? -1 : field > self->field;
}

static gboolean
read_operations (LedgerFieldScan *self, GError **error)
{
  while (self->has_operation && compare_row (self, self->operation_rows) == 0)
    {
      LedgerFieldOperation operation = { 0 };
      operation.edit = ledger_statement_get_integer (self->operation_rows, 2);
      operation.value = ledger_statement_dup_value (self->operation_rows, 3);
      g_array_append_val (self->operations, operation);
      if (!step (self->operation_rows, &self->has_operation, error))
        return FALSE;
    }
  return TRUE;
}

static LedgerFieldOperation *
find_operation (LedgerFieldScan *self, gint64 edit)
{
  guint low = 0;
  guint high = self->operations->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      LedgerFieldOperation *operation =
          &g_array_index (self->operations, LedgerFieldOperation, middle);
      if (operation->edit == edit)
        return operation;
      if (operation->edit < edit)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

static void
mark_parent (LedgerFieldScan *self, const LedgerFieldParent *parent)
{
  LedgerFieldOperation *below = find_operation (self, parent->parent);
  LedgerFieldOperation *above = find_operation (self, parent->edit);
  if (below != NULL && above != NULL)
    {
      below->superseded = TRUE;
      above->based = TRUE;
    }
}

static void
take_parent (LedgerFieldScan *self)
{
  LedgerFieldParent parent;
  parent.parent = ledger_statement_get_integer (self->parent_rows, 2);
  parent.edit = ledger_statement_get_integer (self->parent_rows, 3);
  g_array_append_val (self->parents, parent);
  mark_parent (self, &parent);
}

void
ledger_field_scan_restrict (LedgerFieldScan *self, LedgerFieldScanMember member, gpointer data)
{
  for (guint i = self->operations->len; i > 0; i--)
    {
      LedgerFieldOperation *operation =
          &g_array_index (self->operations, LedgerFieldOperation, i - 1);
      operation->superseded = operation->based = FALSE;
      if (!member (operation->edit, data))
        g_array_remove_index (self->operations, i - 1);
    }
  for (guint i = 0; i < self->parents->len; i++)
    mark_parent (self, &g_array_index (self->parents, LedgerFieldParent, i));
}

gboolean
ledger_field_scan_next (LedgerFieldScan *self, GError **error)
{
  g_array_set_size (self->operations, 0);
  g_array_set_size (self->parents, 0);
  if (!self->has_operation)
    return FALSE;

  self->record = ledger_statement_get_integer (self->operation_rows, 0);
  self->field = ledger_statement_get_integer (self->operation_rows, 1);
  if (!read_operations (self, error))
    return FALSE;

  int order;
  while (self->has_parent && (order = compare_row (self, self->parent_rows)) <= 0)
    {
      if (order == 0)
        take_parent (self);
      if (!step (self->parent_rows, &self->has_parent, error))
        return FALSE;
    }
  return TRUE;
}

gint64
ledger_field_scan_get_record (LedgerFieldScan *self)
{
  return self->record;
}

gint64
ledger_field_scan_get_field (LedgerFieldScan *self)
{
  return self->field;
}

GArray *
ledger_field_scan_get_operations (LedgerFieldScan *self)
{
  return self->operations;
}

GArray *
ledger_field_scan_get_parents (LedgerFieldScan *self)
{
  return self->parents;
}

static gboolean
is_later (LedgerLog *log, gint64 edit, gint64 other, gboolean *later, GError **error)
{
  guint8 hashes[2][32];
  gint64 times[2];
  if (!ledger_log_read_edit (log, edit, hashes[0], &times[0], error)
      || !ledger_log_read_edit (log, other, hashes[1], &times[1], error))
    return FALSE;
  *later = times[0] != times[1] ? times[0] > times[1] : memcmp (hashes[0], hashes[1], 32) > 0;
  return TRUE;
}

/* How many of the heads up to INDEX have a value of their own: 1 if none before equals it. */
static guint
is_new_value (GArray *operations, guint index)
{
  const LedgerFieldOperation *operation = &g_array_index (operations, LedgerFieldOperation, index);
  for (guint i = 0; i < index; i++)
    {
      const LedgerFieldOperation *other = &g_array_index (operations, LedgerFieldOperation, i);
      if (!other->superseded && ledger_value_equal (operation->value, other->value))
        return 0;
    }
  return 1;
}

gboolean
ledger_field_scan_pick (
    LedgerFieldScan *self, gboolean write_once, gint *shown, guint *n_values, GError **error)
{
  guint distinct = 0;
  *shown = -1;
  for (guint i = 0; i < self->operations->len; i++)
    {
      LedgerFieldOperation *operation = &g_array_index (self->operations, LedgerFieldOperation, i);
      if (n_values != NULL && !operation->superseded)
        distinct += is_new_value (self->operations, i);
      if (write_once ? operation->based : operation->superseded)
        continue;

      gboolean later = TRUE;
      if (*shown >= 0
          && !is_later (self->log,
                        operation->edit,
                        g_array_index (self->operations, LedgerFieldOperation, *shown).edit,
                        &later,
                        error))
        return FALSE;
      if (later)
        *shown = (gint)i;
    }
  if (n_values != NULL)
    *n_values = distinct;
  return TRUE;
}
