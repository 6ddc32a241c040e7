/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-apply.h"

#include "ledger-edit.h"
#include "ledger-error.h"
#include "ledger-field-scan.h"
#include "ledger-lineage.h"

struct _LedgerApply
{
  LedgerLog *log;
  LedgerRows *rows;
};

LedgerApply *
ledger_apply_new (LedgerLog *log)
{
  LedgerApply *self = g_new0 (LedgerApply, 1);
  self->log = log;
  self->rows = ledger_rows_new (log);
  return self;
}

void
ledger_apply_free (LedgerApply *self)
{
  if (self == NULL)
    return;
  ledger_rows_free (self->rows);
  g_free (self);
}

LedgerRows *
ledger_apply_get_rows (LedgerApply *self)
{
  return self->rows;
}

/* --- deletions above what was touched --- */

typedef struct
{
  gint64 deleted;    /* key of the name "deleted" */
  gint64 since;      /* what later edits said about deletions is news */
  GHashTable *seen;  /* records walked over */
  GHashTable *found; /* records that are deleted, were, or may be by what is news */
} Climb;

/* Whether a deletion of RECORD may hold now or held before the edits after SINCE. Where a head of
 * its field says that it stays, nothing that happens below can change that (LOG 10): a tree that
 * was brought back costs no more than one that was never deleted. */
static gboolean
may_be_deleted (LedgerApply *self, Climb *climb, gint64 record, gboolean *may, GError **error)
{
  g_autoptr (LedgerFieldScan) scan =
      ledger_field_scan_new_field (self->log, record, climb->deleted, error);
  GError *failure = NULL;
  gboolean kept = FALSE;
  gboolean fresh = FALSE;

  *may = FALSE;
  if (scan == NULL)
    return FALSE;
  if (!ledger_field_scan_next (scan, &failure))
    return ledger_error_pass (failure, error);
  GArray *operations = ledger_field_scan_get_operations (scan);
  for (guint i = 0; i < operations->len; i++)
    {
      const LedgerFieldOperation *operation = &g_array_index (operations, LedgerFieldOperation, i);
      fresh = fresh || operation->edit > climb->since;
      kept = kept
             || (!operation->superseded
                 && ledger_value_get_tag (operation->value) == LEDGER_VALUE_NONE);
    }
  *may = fresh || !kept;
  return TRUE;
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
      if (!may_be_deleted (self, climb, at, &has, error) || !append_parents (self, at, open, error))
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
climb_init (LedgerApply *self, Climb *climb, gint64 since, gboolean *needed, GError **error)
{
  climb->since = since;
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
      if (!(living ? ledger_rows_put (self->rows, record, error)
                   : ledger_rows_remove (self->rows, record, error)))
        return FALSE;
    }
  return TRUE;
}

/* --- after an edit --- */

/* The touches of one record from INDEX on; *NEXT is where the next record begins. */
static gboolean
set_record (LedgerApply *self, GArray *touches, guint index, guint *next, GError **error)
{
  const LedgerApplyTouch *first = &g_array_index (touches, LedgerApplyTouch, index);
  const char *type = NULL;
  char id[33];
  if (!ledger_catalog_describe (self->log->catalog, first->record, &type, id, error))
    return FALSE;

  gboolean found = TRUE;
  guint i = index;
  for (; i < touches->len; i++)
    {
      const LedgerApplyTouch *touch = &g_array_index (touches, LedgerApplyTouch, i);
      if (touch->record != first->record)
        break;
      if (found && !ledger_rows_set (self->rows, type, touch->record, touch->field, &found, error))
        return FALSE;
    }
  *next = i;
  return found || ledger_rows_put (self->rows, first->record, error);
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
         || ledger_rows_foreach (self->rows, first_new, ledger_rows_write, self->rows, error);
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

gboolean
ledger_apply_touched (LedgerApply *self, GArray *touches, gint64 first_new, GError **error)
{
  g_auto (Climb) way = { 0 };
  gboolean needed = FALSE;
  g_array_sort (touches, compare_touches);
  if (!climb_init (self, &way, G_MAXINT64, &needed, error))
    return FALSE;
  for (guint i = 0; needed && i < touches->len; i++)
    {
      const LedgerApplyTouch *touch = &g_array_index (touches, LedgerApplyTouch, i);
      if (touch->field == way.deleted)
        ledger_lineage_set_add (way.found, touch->record);
      if (!climb (self, &way, touch->record, error))
        return FALSE;
    }
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
  return ledger_error_pass (failure, error);
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
  for (guint i = 0; i < ledger_rows_get_n_tables (self->rows); i++)
    {
      LedgerReadingTable *table = ledger_rows_get_table (self->rows, i);
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
  LedgerReadingTable *table = ledger_rows_find_table (self->rows, type);
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

static gboolean
is_lasting (LedgerApply *self, gint64 record)
{
  const char *name = NULL;
  char id[33];
  if (!ledger_catalog_describe (self->log->catalog, record, &name, id, NULL))
    return FALSE;
  const LedgerRecordType *type = ledger_reading_find_type (self->log->reading, name);
  return type != NULL && type->lasting;
}

gboolean
ledger_apply_deleted (LedgerApply *self, GHashTable *roots, GArray *members, GError **error)
{
  g_auto (Climb) way = { 0 };
  gboolean needed = FALSE;
  gboolean foreign = FALSE; /* more is to be settled than that the roots go */
  GHashTableIter iter;
  gpointer key;
  if (!climb_init (self, &way, G_MAXINT64, &needed, error))
    return FALSE;

  g_hash_table_iter_init (&iter, roots);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      ledger_lineage_set_add (way.found, (gint64)GPOINTER_TO_SIZE (key));
      if (!climb (self, &way, (gint64)GPOINTER_TO_SIZE (key), error))
        return FALSE;
      foreign = foreign || is_lasting (self, (gint64)GPOINTER_TO_SIZE (key));
    }
  g_hash_table_iter_init (&iter, way.found);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    foreign = foreign || !g_hash_table_contains (roots, key);
  if (foreign)
    return settle (self, way.found, error);

  for (guint i = 0; i < members->len; i++)
    if (!ledger_rows_remove (self->rows, g_array_index (members, gint64, i), error))
      return FALSE;
  return TRUE;
}

gboolean
ledger_apply_widen (LedgerApply *self, GHashTable *touched, gint64 since, GError **error)
{
  g_auto (Climb) way = { 0 };
  gboolean needed = FALSE;
  GHashTableIter iter;
  gpointer key;
  if (!climb_init (self, &way, since, &needed, error))
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
