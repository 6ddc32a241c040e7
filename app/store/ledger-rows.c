/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-rows.h"

#include "ledger-edit.h"
#include "ledger-error.h"
#include "ledger-field-scan.h"
#include "ledger-lineage.h"

#define NO_COLUMN (-1)
#define DELETED_COLUMN (-2)
#define NOT_LOOKED_UP (-3)

struct _LedgerRows
{
  LedgerLog *log;
  GPtrArray *tables;     /* LedgerReadingTable, as the types of the reading */
  GHashTable *by_name;   /* type name → LedgerReadingTable */
  GHashTable *positions; /* LedgerReadingTable → GArray of gint16: name key → column */
};

static void
free_table (gpointer data)
{
  ledger_reading_table_free (data);
}

static void
free_array (gpointer data)
{
  g_array_unref (data);
}

LedgerRows *
ledger_rows_new (LedgerLog *log)
{
  LedgerRows *self = g_new0 (LedgerRows, 1);
  self->log = log;
  self->tables = g_ptr_array_new_with_free_func (free_table);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->positions = g_hash_table_new_full (NULL, NULL, NULL, free_array);
  for (guint i = 0; i < log->reading->n_types; i++)
    {
      LedgerReadingTable *table = ledger_reading_table_new (log->reading->types[i]);
      g_ptr_array_add (self->tables, table);
      g_hash_table_insert (self->by_name, (gpointer)log->reading->types[i]->name, table);
    }
  return self;
}

void
ledger_rows_free (LedgerRows *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->positions);
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

LedgerReadingTable *
ledger_rows_find_table (LedgerRows *self, const char *type)
{
  return g_hash_table_lookup (self->by_name, type);
}

guint
ledger_rows_get_n_tables (LedgerRows *self)
{
  return self->tables->len;
}

LedgerReadingTable *
ledger_rows_get_table (LedgerRows *self, guint index)
{
  return self->tables->pdata[index];
}

/* --- one row from the heads of its fields --- */

/* The column of a field by its key; what the reading does not know stays in the log (LOG 2). */
static gboolean
find_position (
    LedgerRows *self, LedgerReadingTable *table, gint64 field, gint16 *position, GError **error)
{
  const gint16 unknown = NOT_LOOKED_UP;
  GArray *positions = g_hash_table_lookup (self->positions, table);
  if (positions == NULL)
    {
      positions = g_array_new (FALSE, FALSE, sizeof (gint16));
      g_hash_table_insert (self->positions, table, positions);
    }
  /* A name key is small in every file we made; a damaged one is looked up each time. */
  gboolean kept = field >= 0 && field < G_MAXINT16;
  while (kept && positions->len <= field)
    g_array_append_val (positions, unknown);
  if (kept && g_array_index (positions, gint16, field) != NOT_LOOKED_UP)
    {
      *position = g_array_index (positions, gint16, field);
      return TRUE;
    }

  const char *name = ledger_catalog_get_name (self->log->catalog, field, error);
  if (name == NULL)
    return FALSE;
  guint column = ledger_record_type_find_column (ledger_reading_table_get_type (table), name);
  *position = column != G_MAXUINT                        ? (gint16)column
              : g_str_equal (name, LEDGER_FIELD_DELETED) ? DELETED_COLUMN
                                                         : NO_COLUMN;
  if (kept)
    g_array_index (positions, gint16, field) = *position;
  return TRUE;
}

/* Puts what the scan's field shows into its place in VALUES. */
static gboolean
take_field (LedgerRows *self,
            LedgerReadingTable *table,
            LedgerFieldScan *scan,
            GPtrArray *values,
            GError **error)
{
  const LedgerRecordType *type = ledger_reading_table_get_type (table);
  gint16 position = NO_COLUMN;
  if (!find_position (self, table, ledger_field_scan_get_field (scan), &position, error))
    return FALSE;
  if (position == NO_COLUMN)
    return TRUE;

  gint shown = -1;
  gboolean once = position >= 0 && (type->columns[position].flags & LEDGER_COLUMN_WRITE_ONCE) != 0;
  if (!ledger_field_scan_pick (scan, once, &shown, NULL, error))
    return FALSE;
  if (shown < 0)
    return TRUE;

  const LedgerValue *value =
      g_array_index (ledger_field_scan_get_operations (scan), LedgerFieldOperation, shown).value;
  if (position == DELETED_COLUMN)
    value = ledger_value_get_tag (value) == LEDGER_VALUE_BYTES && !type->lasting ? value : NULL;
  else
    value = ledger_reading_table_fit (table, (guint)position, value);
  if (value != NULL)
    values->pdata[position == DELETED_COLUMN ? type->n_columns : (guint)position] =
        ledger_value_ref ((LedgerValue *)value);
  return TRUE;
}

static void
unref_value (gpointer data)
{
  if (data != NULL)
    ledger_value_unref (data);
}

static GPtrArray *
values_new (LedgerReadingTable *table)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (unref_value);
  g_ptr_array_set_size (values, (gint)ledger_reading_table_get_type (table)->n_columns + 1);
  return values;
}

gboolean
ledger_rows_write (LedgerReadingTable *table,
                   gint64 record,
                   const char *id,
                   LedgerValue *const *values,
                   gpointer data,
                   GError **error)
{
  LedgerRows *self = data;
  return ledger_reading_table_put (table, self->log->connection, record, id, values, error);
}

/* One record, whatever its row is now. */
gboolean
ledger_rows_put (LedgerRows *self, gint64 record, GError **error)
{
  const char *type = NULL;
  char id[33];
  if (!ledger_catalog_describe (self->log->catalog, record, &type, id, error))
    return FALSE;
  LedgerReadingTable *table = ledger_rows_find_table (self, type);
  if (table == NULL)
    return TRUE;
  g_autoptr (LedgerFieldScan) scan = ledger_field_scan_new_record (self->log, record, error);
  if (scan == NULL)
    return FALSE;
  g_autoptr (GPtrArray) values = values_new (table);

  GError *failure = NULL;
  while (ledger_field_scan_next (scan, &failure))
    if (!take_field (self, table, scan, values, error))
      return FALSE;
  if (!ledger_error_pass (failure, error))
    return FALSE;
  return ledger_rows_write (table, record, id, (LedgerValue *const *)values->pdata, self, error);
}

gboolean
ledger_rows_remove (LedgerRows *self, gint64 record, GError **error)
{
  const char *type = NULL;
  char id[33];
  if (!ledger_catalog_describe (self->log->catalog, record, &type, id, error))
    return FALSE;
  LedgerReadingTable *table = ledger_rows_find_table (self, type);
  return table == NULL || ledger_reading_table_remove (table, self->log->connection, record, error);
}

/* --- all rows in one pass --- */

typedef struct
{
  LedgerRows *self;
  LedgerStatement *records; /* key, type, id; by key, in step with the scan */
  gboolean has_record;
  LedgerLineage *lineage; /* NULL where nothing was ever deleted */
  LedgerRowsFunc func;
  gpointer data;
  /* the row being gathered */
  gint64 record;
  LedgerReadingTable *table; /* NULL: not of the reading */
  char id[33];
  GPtrArray *values;
} Gathering;

static gboolean
emit_row (Gathering *gathering, GError **error)
{
  gboolean living = TRUE;
  if (gathering->table == NULL)
    return TRUE;
  if (gathering->lineage != NULL
      && !ledger_lineage_is_living (gathering->lineage, gathering->record, &living, error))
    return FALSE;
  gboolean fine = !living
                  || gathering->func (gathering->table,
                                      gathering->record,
                                      gathering->id,
                                      (LedgerValue *const *)gathering->values->pdata,
                                      gathering->data,
                                      error);
  gathering->table = NULL;
  g_clear_pointer (&gathering->values, g_ptr_array_unref);
  return fine;
}

/* Moves the list of records to RECORD and begins its row. */
static gboolean
begin_row (Gathering *gathering, gint64 record, GError **error)
{
  GError *failure = NULL;
  gathering->record = record;
  while (gathering->has_record && ledger_statement_get_integer (gathering->records, 0) < record)
    {
      gathering->has_record = ledger_statement_step (gathering->records, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
    }
  if (!gathering->has_record || ledger_statement_get_integer (gathering->records, 0) != record)
    return TRUE; /* a damaged log; verify tells of it */

  gsize length = 0;
  const guint8 *bytes = ledger_statement_get_bytes (gathering->records, 2, &length);
  const char *type = ledger_catalog_get_name (
      gathering->self->log->catalog, ledger_statement_get_integer (gathering->records, 1), error);
  if (type == NULL)
    return FALSE;
  gathering->table = length == 16 ? ledger_rows_find_table (gathering->self, type) : NULL;
  if (gathering->table != NULL)
    {
      ledger_catalog_write_id (bytes, gathering->id);
      gathering->values = values_new (gathering->table);
    }
  return TRUE;
}

static gboolean
gather (Gathering *gathering, LedgerFieldScan *scan, GError **error)
{
  GError *failure = NULL;
  while (ledger_field_scan_next (scan, &failure))
    {
      gint64 record = ledger_field_scan_get_record (scan);
      if (record != gathering->record
          && (!emit_row (gathering, error) || !begin_row (gathering, record, error)))
        return FALSE;
      if (gathering->table != NULL
          && !take_field (gathering->self, gathering->table, scan, gathering->values, error))
        return FALSE;
    }
  if (!ledger_error_pass (failure, error))
    return FALSE;
  return emit_row (gathering, error);
}

gboolean
ledger_rows_foreach (
    LedgerRows *self, gint64 first_record, LedgerRowsFunc func, gpointer data, GError **error)
{
  gboolean any = FALSE;
  g_autoptr (LedgerLineage) lineage = NULL;
  if (!ledger_lineage_any_deleted (self->log, &any, error))
    return FALSE;
  if (any && (lineage = ledger_lineage_load (self->log, error)) == NULL)
    return FALSE;

  LedgerStatement *records =
      ledger_connection_prepare (self->log->connection,
                                 "SELECT key, type, id FROM log_record WHERE key >= ? ORDER BY key",
                                 error);
  if (records == NULL)
    return FALSE;
  ledger_statement_bind_integer (records, 0, first_record);

  GError *failure = NULL;
  Gathering gathering = { .self = self, .records = records, .lineage = lineage, .func = func };
  gathering.data = data;
  gathering.has_record = ledger_statement_step (records, &failure);
  if (!ledger_error_pass (failure, error))
    return FALSE;
  g_autoptr (LedgerFieldScan) scan = ledger_field_scan_new_from (self->log, first_record, error);
  gboolean fine = scan != NULL && gather (&gathering, scan, error);
  g_clear_pointer (&gathering.values, g_ptr_array_unref);
  ledger_statement_reset (records);
  return fine;
}

gboolean
ledger_rows_set (LedgerRows *self,
                 const char *type,
                 gint64 record,
                 gint64 field,
                 gboolean *found,
                 GError **error)
{
  LedgerReadingTable *table = ledger_rows_find_table (self, type);
  *found = TRUE;
  if (table == NULL)
    return TRUE;

  gint16 position = NO_COLUMN;
  if (!find_position (self, table, field, &position, error))
    return FALSE;
  if (position < 0)
    return TRUE; /* a deletion is settled by whoever called */

  g_autoptr (GPtrArray) values = values_new (table);
  g_autoptr (LedgerFieldScan) scan = ledger_field_scan_new_field (self->log, record, field, error);
  GError *failure = NULL;
  if (scan == NULL)
    return FALSE;
  if (ledger_field_scan_next (scan, &failure) && !take_field (self, table, scan, values, error))
    return FALSE;
  if (!ledger_error_pass (failure, error))
    return FALSE;
  return ledger_reading_table_set (
      table, self->log->connection, record, (guint)position, values->pdata[position], found, error);
}

LedgerLog *
ledger_rows_get_log (LedgerRows *self)
{
  return self->log;
}
