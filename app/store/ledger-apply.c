/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-apply.h"

#include "ledger-digest.h"
#include "ledger-edit.h"
#include "ledger-field-scan.h"
#include "ledger-lineage.h"
#include "ledger-schema.h"

#define NO_COLUMN (-1)
#define DELETED_COLUMN (-2)
#define NOT_LOOKED_UP (-3)

struct _LedgerApply
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

LedgerApply *
ledger_apply_new (LedgerLog *log)
{
  LedgerApply *self = g_new0 (LedgerApply, 1);
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
ledger_apply_free (LedgerApply *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->positions);
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

LedgerReadingTable *
ledger_apply_find_table (LedgerApply *self, const char *type)
{
  return g_hash_table_lookup (self->by_name, type);
}

guint
ledger_apply_get_n_tables (LedgerApply *self)
{
  return self->tables->len;
}

LedgerReadingTable *
ledger_apply_get_table (LedgerApply *self, guint index)
{
  return self->tables->pdata[index];
}

/* --- one row from the heads of its fields --- */

/* The column of a field by its key; what the reading does not know stays in the log (LOG 2). */
static gboolean
find_position (
    LedgerApply *self, LedgerReadingTable *table, gint64 field, gint16 *position, GError **error)
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
take_field (LedgerApply *self,
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
    value = ledger_value_get_tag (value) == LEDGER_VALUE_BYTES ? value : NULL;
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

static gboolean
put_row (LedgerReadingTable *table,
         gint64 record,
         const char *id,
         LedgerValue *const *values,
         gpointer data,
         GError **error)
{
  LedgerApply *self = data;
  return ledger_reading_table_put (table, self->log->connection, record, id, values, error);
}

/* One record, whatever its row is now. */
static gboolean
put_record (LedgerApply *self, gint64 record, GError **error)
{
  const char *type = NULL;
  char id[33];
  if (!ledger_catalog_describe (self->log->catalog, record, &type, id, error))
    return FALSE;
  LedgerReadingTable *table = ledger_apply_find_table (self, type);
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
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  return put_row (table, record, id, (LedgerValue *const *)values->pdata, self, error);
}

static gboolean
remove_record (LedgerApply *self, gint64 record, GError **error)
{
  const char *type = NULL;
  char id[33];
  if (!ledger_catalog_describe (self->log->catalog, record, &type, id, error))
    return FALSE;
  LedgerReadingTable *table = ledger_apply_find_table (self, type);
  return table == NULL || ledger_reading_table_remove (table, self->log->connection, record, error);
}

/* --- all rows in one pass --- */

typedef struct
{
  LedgerApply *self;
  LedgerStatement *records; /* key, type, id; by key, in step with the scan */
  gboolean has_record;
  LedgerLineage *lineage; /* NULL where nothing was ever deleted */
  LedgerApplyRowFunc func;
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
  gathering->table = length == 16 ? ledger_apply_find_table (gathering->self, type) : NULL;
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
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  return emit_row (gathering, error);
}

gboolean
ledger_apply_foreach_row (
    LedgerApply *self, gint64 first_record, LedgerApplyRowFunc func, gpointer data, GError **error)
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
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  g_autoptr (LedgerFieldScan) scan = ledger_field_scan_new_from (self->log, first_record, error);
  gboolean fine = scan != NULL && gather (&gathering, scan, error);
  g_clear_pointer (&gathering.values, g_ptr_array_unref);
  ledger_statement_reset (records);
  return fine;
}

/* --- deletions above what was touched --- */

typedef struct
{
  gint64 deleted;    /* key of the name "deleted" */
  GHashTable *seen;  /* records walked over */
  GHashTable *found; /* records with any deletion or keeping in their history */
} Climb;

static gboolean
has_deletion (LedgerApply *self, gint64 record, gint64 deleted, gboolean *has, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      self->log->connection,
      "SELECT 1 FROM log_operation WHERE record = ? AND field = ? LIMIT 1",
      error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, record);
  ledger_statement_bind_integer (statement, 1, deleted);
  GError *failure = NULL;
  *has = ledger_statement_step (statement, &failure);
  ledger_statement_reset (statement);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/* Appends every record that RECORD ever named as its parent: a merge can take it out of a deleted
 * tree as well as put it in. */
static gboolean
append_parents (LedgerApply *self, gint64 record, GArray *open, GError **error)
{
  const char *name = NULL;
  char id[33];
  if (!ledger_catalog_describe (self->log->catalog, record, &name, id, error))
    return FALSE;
  const LedgerRecordType *type = ledger_reading_find_type (self->log->reading, name);
  guint index = type != NULL ? ledger_record_type_parent_column (type) : G_MAXUINT;
  if (index == G_MAXUINT || type->columns[index].target == NULL)
    return TRUE;
  gint64 field = ledger_catalog_find_name (self->log->catalog, type->columns[index].name, error);
  if (field <= 0)
    return field == 0;
  g_autoptr (LedgerFieldScan) scan = ledger_field_scan_new_field (self->log, record, field, error);
  GError *failure = NULL;
  if (scan == NULL)
    return FALSE;
  if (!ledger_field_scan_next (scan, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, failure);
      return failure == NULL;
    }
  GArray *operations = ledger_field_scan_get_operations (scan);
  for (guint i = 0; i < operations->len; i++)
    {
      const char *parent_id =
          ledger_value_get_text (g_array_index (operations, LedgerFieldOperation, i).value);
      gint64 parent = 0;
      if (parent_id != NULL)
        parent = ledger_catalog_find_record (
            self->log->catalog, type->columns[index].target, parent_id, NULL);
      if (parent > 0)
        g_array_append_val (open, parent);
    }
  return TRUE;
}

static gboolean
climb (LedgerApply *self, Climb *climb, gint64 record, GError **error)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (open, record);
  for (guint i = 0; i < open->len; i++)
    {
      gint64 at = g_array_index (open, gint64, i);
      gboolean has = FALSE;
      if (!ledger_lineage_set_add (climb->seen, at))
        continue;
      if (!has_deletion (self, at, climb->deleted, &has, error)
          || !append_parents (self, at, open, error))
        return FALSE;
      if (has)
        ledger_lineage_set_add (climb->found, at);
    }
  return TRUE;
}

static void
climb_clear (Climb *climb)
{
  g_hash_table_unref (climb->seen);
  g_hash_table_unref (climb->found);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Climb, climb_clear)

/* *NEEDED where nothing in the log was ever deleted is FALSE: then there is nothing to climb for.
 */
static gboolean
climb_init (LedgerApply *self, Climb *climb, gboolean *needed, GError **error)
{
  climb->seen = ledger_lineage_set_new ();
  climb->found = ledger_lineage_set_new ();
  climb->deleted = ledger_catalog_find_name (self->log->catalog, LEDGER_FIELD_DELETED, error);
  *needed = climb->deleted > 0;
  return climb->deleted >= 0;
}

/* Every record of SET and below: its row is made or taken out. */
static gboolean
settle (LedgerApply *self, GHashTable *set, GError **error)
{
  g_autoptr (LedgerLineage) lineage = ledger_lineage_load (self->log, error);
  if (lineage == NULL)
    return FALSE;
  g_autoptr (GHashTable) all = ledger_lineage_set_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    ledger_lineage_collect (lineage, (gint64)GPOINTER_TO_SIZE (key), all);

  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      gint64 record = (gint64)GPOINTER_TO_SIZE (key);
      gboolean living = TRUE;
      if (!ledger_lineage_is_living (lineage, record, &living, error))
        return FALSE;
      if (!(living ? put_record (self, record, error) : remove_record (self, record, error)))
        return FALSE;
    }
  return TRUE;
}

/* --- after an edit --- */

static gboolean
set_field (LedgerApply *self,
           LedgerReadingTable *table,
           const LedgerApplyTouch *touch,
           gboolean *found,
           GError **error)
{
  gint16 position = NO_COLUMN;
  if (!find_position (self, table, touch->field, &position, error))
    return FALSE;
  if (position < 0)
    return TRUE; /* a deletion is settled by whoever called */

  g_autoptr (GPtrArray) values = values_new (table);
  g_autoptr (LedgerFieldScan) scan =
      ledger_field_scan_new_field (self->log, touch->record, touch->field, error);
  GError *failure = NULL;
  if (scan == NULL)
    return FALSE;
  if (ledger_field_scan_next (scan, &failure) && !take_field (self, table, scan, values, error))
    return FALSE;
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  return ledger_reading_table_set (table,
                                   self->log->connection,
                                   touch->record,
                                   (guint)position,
                                   values->pdata[position],
                                   found,
                                   error);
}

/* The touches of one record from INDEX on; *NEXT is where the next record begins. */
static gboolean
set_record (LedgerApply *self, GArray *touches, guint index, guint *next, GError **error)
{
  const LedgerApplyTouch *first = &g_array_index (touches, LedgerApplyTouch, index);
  const char *type = NULL;
  char id[33];
  if (!ledger_catalog_describe (self->log->catalog, first->record, &type, id, error))
    return FALSE;
  LedgerReadingTable *table = ledger_apply_find_table (self, type);

  gboolean found = TRUE;
  guint i = index;
  for (; i < touches->len; i++)
    {
      const LedgerApplyTouch *touch = &g_array_index (touches, LedgerApplyTouch, i);
      if (touch->record != first->record)
        break;
      if (table != NULL && found && !set_field (self, table, touch, &found, error))
        return FALSE;
    }
  *next = i;
  return found || put_record (self, first->record, error);
}

static gboolean
set_living (LedgerApply *self, GArray *touches, gint64 first_new, GError **error)
{
  guint next = 0;
  for (guint i = 0; i < touches->len; i = next)
    {
      if (g_array_index (touches, LedgerApplyTouch, i).record >= first_new)
        break; /* sorted: the new ones come last and follow in one pass */
      if (!set_record (self, touches, i, &next, error))
        return FALSE;
    }
  return first_new == G_MAXINT64
         || ledger_apply_foreach_row (self, first_new, put_row, self, error);
}

gboolean
ledger_apply_touched (LedgerApply *self, GArray *touches, gint64 first_new, GError **error)
{
  g_auto (Climb) way = { 0 };
  gboolean needed = FALSE;
  if (!climb_init (self, &way, &needed, error))
    return FALSE;
  for (guint i = 0; needed && i < touches->len; i++)
    if (!climb (self, &way, g_array_index (touches, LedgerApplyTouch, i).record, error))
      return FALSE;
  if (g_hash_table_size (way.found) == 0)
    return set_living (self, touches, first_new, error);

  for (guint i = 0; i < touches->len; i++)
    ledger_lineage_set_add (way.found, g_array_index (touches, LedgerApplyTouch, i).record);
  return settle (self, way.found, error);
}

static gboolean
has_row (LedgerApply *self, LedgerReadingTable *table, gint64 record, gboolean *has, GError **error)
{
  LedgerStatement *statement =
      ledger_reading_table_select (table, self->log->connection, record, error);
  if (statement == NULL)
    return FALSE;
  GError *failure = NULL;
  *has = ledger_statement_step (statement, &failure);
  ledger_statement_reset (statement);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/* Appends those children of RECORD that have rows and are neither in SKIP nor in SEEN. */
static gboolean
append_children (LedgerApply *self,
                 gint64 record,
                 GHashTable *skip,
                 GHashTable *seen,
                 GArray *members,
                 GError **error)
{
  const char *name = NULL;
  char id[33];
  if (!ledger_catalog_describe (self->log->catalog, record, &name, id, error))
    return FALSE;
  g_autoptr (GArray) children = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->tables->len; i++)
    {
      LedgerReadingTable *table = self->tables->pdata[i];
      const LedgerRecordType *type = ledger_reading_table_get_type (table);
      guint parent = ledger_record_type_parent_column (type);
      if (parent == G_MAXUINT || g_strcmp0 (type->columns[parent].target, name) != 0)
        continue;
      if (!ledger_reading_table_collect_children (
              table, self->log->connection, id, children, error))
        return FALSE;
    }
  for (guint i = 0; i < children->len; i++)
    {
      gint64 child = g_array_index (children, gint64, i);
      if (!ledger_lineage_set_has (skip, child) && ledger_lineage_set_add (seen, child))
        g_array_append_val (members, child);
    }
  return TRUE;
}

gboolean
ledger_apply_collect_living (
    LedgerApply *self, gint64 root, GHashTable *skip, GArray *members, GError **error)
{
  const char *type = NULL;
  char id[33];
  gboolean has = FALSE;
  if (!ledger_catalog_describe (self->log->catalog, root, &type, id, error))
    return FALSE;
  LedgerReadingTable *table = ledger_apply_find_table (self, type);
  if (table == NULL)
    return TRUE;
  if (!has_row (self, table, root, &has, error))
    return FALSE;
  if (!has)
    return TRUE;

  g_autoptr (GHashTable) seen = ledger_lineage_set_new ();
  ledger_lineage_set_add (seen, root);
  guint first = members->len;
  g_array_append_val (members, root);
  for (guint i = first; i < members->len; i++)
    if (!append_children (self, g_array_index (members, gint64, i), skip, seen, members, error))
      return FALSE;
  return TRUE;
}

gboolean
ledger_apply_deleted (LedgerApply *self, GHashTable *roots, GArray *members, GError **error)
{
  g_auto (Climb) way = { 0 };
  gboolean needed = FALSE;
  gboolean foreign = FALSE;
  GHashTableIter iter;
  gpointer key;
  if (!climb_init (self, &way, &needed, error))
    return FALSE;

  g_hash_table_iter_init (&iter, roots);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!climb (self, &way, (gint64)GPOINTER_TO_SIZE (key), error))
      return FALSE;
  g_hash_table_iter_init (&iter, way.found);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    foreign = foreign || !g_hash_table_contains (roots, key);
  if (foreign)
    return settle (self, way.found, error);

  for (guint i = 0; i < members->len; i++)
    if (!remove_record (self, g_array_index (members, gint64, i), error))
      return FALSE;
  return TRUE;
}

gboolean
ledger_apply_widen (LedgerApply *self, GHashTable *touched, GError **error)
{
  g_auto (Climb) way = { 0 };
  gboolean needed = FALSE;
  GHashTableIter iter;
  gpointer key;
  if (!climb_init (self, &way, &needed, error))
    return FALSE;
  g_hash_table_iter_init (&iter, touched);
  while (needed && g_hash_table_iter_next (&iter, &key, NULL))
    if (!climb (self, &way, (gint64)GPOINTER_TO_SIZE (key), error))
      return FALSE;
  if (g_hash_table_size (way.found) == 0)
    return TRUE;

  g_autoptr (LedgerLineage) lineage = ledger_lineage_load (self->log, error);
  if (lineage == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, way.found);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_hash_table_remove (touched, key);
      ledger_lineage_collect (lineage, (gint64)GPOINTER_TO_SIZE (key), touched);
    }
  return TRUE;
}

/* --- the reading as a whole --- */

static gboolean
drop_tables (LedgerApply *self, GError **error)
{
  LedgerConnection *connection = self->log->connection;
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
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
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
drop_temporary (LedgerApply *self, GError **error)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      const char *name = ledger_reading_table_get_type (self->tables->pdata[i])->name;
      g_autofree char *sql = g_strdup_printf ("DROP TABLE IF EXISTS temp.\"%s\"", name);
      if (!ledger_connection_execute (self->log->connection, sql, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_number (LedgerApply *self, GError **error)
{
  LedgerConnection *connection = self->log->connection;
  if (!ledger_connection_execute (
          connection,
          "CREATE TABLE reading (key INTEGER PRIMARY KEY, number INTEGER) STRICT",
          error))
    return FALSE;
  LedgerStatement *statement = ledger_connection_prepare (
      connection, "INSERT INTO reading (key, number) VALUES (1, ?)", error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, self->log->reading->number);
  return ledger_statement_run (statement, error);
}

gboolean
ledger_apply_read_number (LedgerApply *self, gint64 *number, GError **error)
{
  *number = 0;
  LedgerStatement *statement = ledger_connection_prepare (
      self->log->connection, "SELECT 1 FROM main.sqlite_schema WHERE name = 'reading'", error);
  GError *failure = NULL;
  if (statement == NULL)
    return FALSE;
  gboolean has = ledger_statement_step (statement, &failure);
  ledger_statement_reset (statement);
  if (has)
    {
      statement = ledger_connection_prepare (
          self->log->connection, "SELECT number FROM reading WHERE key = 1", error);
      if (statement == NULL)
        return FALSE;
      if (ledger_statement_step (statement, &failure))
        *number = ledger_statement_get_integer (statement, 0);
      ledger_statement_reset (statement);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

typedef struct
{
  LedgerApply *self;
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
  return put_row (table, record, id, values, rebuild->self, error);
}

gboolean
ledger_apply_rebuild (LedgerApply *self,
                      gboolean temporary,
                      LedgerProgress *progress,
                      GCancellable *cancellable,
                      GError **error)
{
  LedgerConnection *connection = self->log->connection;
  if (!(temporary ? drop_temporary (self, error) : drop_tables (self, error)))
    return FALSE;
  for (guint i = 0; i < self->tables->len; i++)
    if (!ledger_reading_table_create (self->tables->pdata[i], connection, temporary, error))
      return FALSE;

  Rebuild rebuild = { self, progress, cancellable, 0 };
  if (!ledger_apply_foreach_row (self, 1, rebuild_row, &rebuild, error))
    return FALSE;
  for (guint i = 0; i < self->tables->len; i++)
    if (!ledger_reading_table_index (self->tables->pdata[i], connection, temporary, error))
      return FALSE;
  return temporary || write_number (self, error);
}

static gboolean
digest_table (LedgerApply *self, LedgerReadingTable *table, LedgerEncoder *encoder, GError **error)
{
  const LedgerRecordType *type = ledger_reading_table_get_type (table);
  LedgerStatement *rows = ledger_reading_table_select_all (table, self->log->connection, error);
  if (rows == NULL)
    return FALSE;

  GError *failure = NULL;
  while (ledger_statement_step (rows, &failure))
    {
      ledger_encoder_put_text (encoder, "type", type->name);
      const char *id = ledger_statement_get_text (rows, 1);
      ledger_encoder_put_text (encoder, "id", id != NULL ? id : "");
      for (guint i = 0; i <= type->n_columns; i++)
        {
          g_autoptr (LedgerValue) value = ledger_statement_dup_value (rows, 2 + i);
          const char *name = i < type->n_columns ? type->columns[i].name : LEDGER_FIELD_DELETED;
          if (ledger_value_get_tag (value) != LEDGER_VALUE_NONE)
            ledger_encoder_put_value (encoder, name, value);
        }
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

char *
ledger_apply_dup_digest (LedgerApply *self, GError **error)
{
  g_autoptr (LedgerEncoder) encoder = ledger_encoder_new ();
  ledger_encoder_put_header (encoder, "zgl-reading-1");
  for (guint i = 0; i < self->tables->len; i++)
    if (!digest_table (self, self->tables->pdata[i], encoder, error))
      return NULL;
  guint8 digest[32];
  ledger_encoder_digest (encoder, digest);
  return ledger_hex_encode (digest, sizeof digest);
}
