/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-lineage.h"

#include "ledger-digest.h"
#include "ledger-edit.h"
#include "ledger-error.h"
#include "ledger-field-scan.h"

#include <string.h>

typedef struct
{
  gint64 edit;
  LedgerValue *value;
} Deletion;

struct _LedgerLineage
{
  LedgerLog *log;
  GHashTable *keys;      /* "type key:id" → record */
  GHashTable *types;     /* record → LedgerRecordType */
  GHashTable *parents;   /* record → record */
  GHashTable *children;  /* record → GArray of records */
  GHashTable *deletions; /* record → GArray of Deletion; only where no head keeps */
  GHashTable *answers;   /* record → 1 or 2: not deleted, deleted */
  GArray *path;          /* records being asked about */
  gboolean met_circle;   /* an answer was cut short and may not be remembered */
};

#define KEY(record) GSIZE_TO_POINTER ((gsize)(record))

GHashTable *
ledger_lineage_set_new (void)
{
  return g_hash_table_new (NULL, NULL);
}

gboolean
ledger_lineage_set_add (GHashTable *set, gint64 key)
{
  return g_hash_table_add (set, KEY (key));
}

gboolean
ledger_lineage_set_has (GHashTable *set, gint64 key)
{
  return g_hash_table_contains (set, KEY (key));
}

static void
free_array (gpointer data)
{
  g_array_unref (data);
}

static void
clear_deletion (gpointer data)
{
  Deletion *deletion = data;
  ledger_value_unref (deletion->value);
}

void
ledger_lineage_free (LedgerLineage *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->types);
  g_hash_table_unref (self->parents);
  g_hash_table_unref (self->children);
  g_hash_table_unref (self->deletions);
  g_hash_table_unref (self->answers);
  g_array_unref (self->path);
  g_free (self);
}

static LedgerLineage *
lineage_new (LedgerLog *log)
{
  LedgerLineage *self = g_new0 (LedgerLineage, 1);
  self->log = log;
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->types = g_hash_table_new (NULL, NULL);
  self->parents = g_hash_table_new (NULL, NULL);
  self->children = g_hash_table_new_full (NULL, NULL, NULL, free_array);
  self->deletions = g_hash_table_new_full (NULL, NULL, NULL, free_array);
  self->answers = g_hash_table_new (NULL, NULL);
  self->path = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

gboolean
ledger_lineage_any_deleted (LedgerLog *log, gboolean *any, GError **error)
{
  gint64 field = ledger_catalog_find_name (log->catalog, LEDGER_FIELD_DELETED, error);
  *any = field > 0;
  return field >= 0;
}

/* --- loading --- */

static char *
name_record (const char *type, const char *id)
{
  return g_strconcat (type, ":", id, NULL);
}

static gboolean
load_records (LedgerLineage *self, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      self->log->connection,
      "SELECT r.key, r.id, n.text FROM log_record r JOIN log_name n ON n.key = r.type",
      error);
  if (statement == NULL)
    return FALSE;

  GError *failure = NULL;
  while (ledger_statement_step (statement, &failure))
    {
      gsize length = 0;
      const guint8 *bytes = ledger_statement_get_bytes (statement, 1, &length);
      const char *name = ledger_statement_get_text (statement, 2);
      const LedgerRecordType *type = ledger_reading_find_type (self->log->reading, name);
      if (type == NULL || length != 16)
        continue;
      char id[33];
      ledger_catalog_write_id (bytes, id);
      gint64 key = ledger_statement_get_integer (statement, 0);
      g_hash_table_insert (self->keys, name_record (name, id), KEY (key));
      g_hash_table_insert (self->types, KEY (key), (gpointer)type);
    }
  return ledger_error_pass (failure, error);
}

/* The keys of all parent columns' names and of "deleted"; *DELETED is the latter. */
static GArray *
wanted_fields (LedgerLog *log, gint64 *deleted, GError **error)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (gint64));
  *deleted = ledger_catalog_find_name (log->catalog, LEDGER_FIELD_DELETED, error);
  if (*deleted < 0)
    return NULL;
  g_array_append_val (fields, *deleted);
  for (guint i = 0; i < log->reading->n_types; i++)
    {
      const LedgerRecordType *type = log->reading->types[i];
      guint column = ledger_record_type_parent_column (type);
      if (column == G_MAXUINT)
        continue;
      gint64 field = ledger_catalog_find_name (log->catalog, type->columns[column].name, error);
      if (field < 0)
        return NULL;
      if (field > 0)
        g_array_append_val (fields, field);
    }
  return g_steal_pointer (&fields);
}

static gboolean
take_parent (LedgerLineage *self, LedgerFieldScan *scan, GError **error)
{
  gint64 record = ledger_field_scan_get_record (scan);
  const LedgerRecordType *type = g_hash_table_lookup (self->types, KEY (record));
  guint index = type != NULL ? ledger_record_type_parent_column (type) : G_MAXUINT;
  if (index == G_MAXUINT)
    return TRUE;
  const LedgerColumn *column = &type->columns[index];
  const char *name =
      ledger_catalog_get_name (self->log->catalog, ledger_field_scan_get_field (scan), error);
  if (name == NULL)
    return FALSE;
  if (!g_str_equal (name, column->name) || column->target == NULL)
    return TRUE;

  gint shown = -1;
  gboolean once = (column->flags & LEDGER_COLUMN_WRITE_ONCE) != 0;
  if (!ledger_field_scan_pick (scan, once, &shown, NULL, error))
    return FALSE;
  GArray *operations = ledger_field_scan_get_operations (scan);
  const char *id =
      shown < 0
          ? NULL
          : ledger_value_get_text (g_array_index (operations, LedgerFieldOperation, shown).value);
  g_autofree char *parent_name = id != NULL ? name_record (column->target, id) : NULL;
  gpointer parent = parent_name != NULL ? g_hash_table_lookup (self->keys, parent_name) : NULL;
  if (parent == NULL)
    return TRUE;

  g_hash_table_insert (self->parents, KEY (record), parent);
  GArray *children = g_hash_table_lookup (self->children, parent);
  if (children == NULL)
    {
      children = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (self->children, parent, children);
    }
  g_array_append_val (children, record);
  return TRUE;
}

static void
take_deletions (LedgerLineage *self, LedgerFieldScan *scan)
{
  const LedgerRecordType *type =
      g_hash_table_lookup (self->types, KEY (ledger_field_scan_get_record (scan)));
  GArray *operations = ledger_field_scan_get_operations (scan);
  if (type != NULL && type->lasting)
    return;
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (Deletion));
  g_array_set_clear_func (heads, clear_deletion);
  for (guint i = 0; i < operations->len; i++)
    {
      LedgerFieldOperation *operation = &g_array_index (operations, LedgerFieldOperation, i);
      if (operation->superseded)
        continue;
      if (ledger_value_get_tag (operation->value) != LEDGER_VALUE_BYTES)
        return;
      Deletion deletion = { operation->edit, ledger_value_ref (operation->value) };
      g_array_append_val (heads, deletion);
    }
  g_hash_table_insert (
      self->deletions, KEY (ledger_field_scan_get_record (scan)), g_steal_pointer (&heads));
}

LedgerLineage *
ledger_lineage_load (LedgerLog *log, GError **error)
{
  g_autoptr (LedgerLineage) self = lineage_new (log);
  gint64 deleted = 0;
  g_autoptr (GArray) fields = wanted_fields (log, &deleted, error);
  if (fields == NULL || !load_records (self, error))
    return NULL;
  g_autoptr (LedgerFieldScan) scan = ledger_field_scan_new_fields (log, fields, error);
  if (scan == NULL)
    return NULL;

  GError *failure = NULL;
  while (ledger_field_scan_next (scan, &failure))
    {
      if (ledger_field_scan_get_field (scan) == deleted)
        take_deletions (self, scan);
      else if (!take_parent (self, scan, error))
        return NULL;
    }
  if (failure == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, failure);
  return NULL;
}

/* --- the digest of what is seen --- */

static gboolean
add_heads (
    LedgerLog *log, gint64 record, gboolean is_root, gint64 edit, GPtrArray *lines, GError **error)
{
  const char *type = NULL;
  char id[33];
  if (!ledger_catalog_describe (log->catalog, record, &type, id, error))
    return FALSE;
  g_autoptr (LedgerFieldScan) scan = ledger_field_scan_new_record (log, record, error);
  if (scan == NULL)
    return FALSE;

  GError *failure = NULL;
  while (ledger_field_scan_next (scan, &failure))
    {
      GArray *operations = ledger_field_scan_get_operations (scan);
      const char *field =
          ledger_catalog_get_name (log->catalog, ledger_field_scan_get_field (scan), error);
      if (field == NULL)
        return FALSE;
      if (is_root && g_str_equal (field, LEDGER_FIELD_DELETED))
        continue;
      for (guint i = 0; i < operations->len; i++)
        {
          LedgerFieldOperation *operation = &g_array_index (operations, LedgerFieldOperation, i);
          guint8 hash[32];
          if (operation->superseded)
            continue;
          if (operation->edit != edit
              && !ledger_log_read_edit (log, operation->edit, hash, NULL, error))
            return FALSE;
          g_autofree char *word =
              operation->edit == edit ? g_strdup ("self") : ledger_hex_encode (hash, 32);
          g_ptr_array_add (lines, g_strjoin (" ", word, type, id, field, NULL));
        }
    }
  return ledger_error_pass (failure, error);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

gboolean
ledger_lineage_digest (
    LedgerLog *log, gint64 root, GArray *members, gint64 edit, guint8 digest[32], GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < members->len; i++)
    {
      gint64 record = g_array_index (members, gint64, i);
      if (!add_heads (log, record, record == root, edit, lines, error))
        return FALSE;
    }
  g_ptr_array_sort (lines, compare_lines);

  ledger_encoder_reset (log->encoder);
  ledger_encoder_put_header (log->encoder, "zgl-deleted-1");
  for (guint i = 0; i < lines->len; i++)
    ledger_encoder_put_text (log->encoder, "head", lines->pdata[i]);
  ledger_encoder_digest (log->encoder, digest);
  return TRUE;
}

/* --- which deletions hold --- */

static gboolean is_deleted (LedgerLineage *self, gint64 record, gboolean *deleted, GError **error);

/* Deletions inside deletions inside …: a foreign log may not exhaust the stack. */
#define DEEPEST 200

static gboolean
on_path (LedgerLineage *self, gint64 record)
{
  if (self->path->len >= DEEPEST)
    return TRUE;
  for (guint i = 0; i < self->path->len; i++)
    if (g_array_index (self->path, gint64, i) == record)
      return TRUE;
  return FALSE;
}

/* RECORD and its descendants that would live if RECORD did. An explicit stack: trees of a foreign
 * log may be deep. A circle leads back to a record that is a member already. */
static gboolean
add_members (LedgerLineage *self, gint64 root, GArray *members, GError **error)
{
  g_autoptr (GHashTable) seen = ledger_lineage_set_new ();
  ledger_lineage_set_add (seen, root);
  g_array_append_val (members, root);
  for (guint i = 0; i < members->len; i++)
    {
      gint64 record = g_array_index (members, gint64, i);
      GArray *children = g_hash_table_lookup (self->children, KEY (record));
      for (guint j = 0; children != NULL && j < children->len; j++)
        {
          gint64 child = g_array_index (children, gint64, j);
          gboolean deleted = FALSE;
          if (on_path (self, child))
            self->met_circle = TRUE;
          else if (!is_deleted (self, child, &deleted, error))
            return FALSE;
          else if (!deleted && ledger_lineage_set_add (seen, child))
            g_array_append_val (members, child);
        }
    }
  return TRUE;
}

static gboolean
holds (LedgerLineage *self, gint64 record, GArray *heads, gboolean *deleted, GError **error)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->path, record);
  gboolean fine = add_members (self, record, members, error);
  g_array_set_size (self->path, self->path->len - 1);

  for (guint i = 0; fine && !*deleted && i < heads->len; i++)
    {
      Deletion *head = &g_array_index (heads, Deletion, i);
      guint8 digest[32];
      gsize length = 0;
      fine = ledger_lineage_digest (self->log, record, members, head->edit, digest, error);
      gconstpointer seen = ledger_value_get_data (head->value, &length);
      *deleted = fine && length == sizeof digest && memcmp (seen, digest, length) == 0;
    }
  return fine;
}

static gboolean
is_deleted (LedgerLineage *self, gint64 record, gboolean *deleted, GError **error)
{
  *deleted = FALSE;
  GArray *heads = g_hash_table_lookup (self->deletions, KEY (record));
  if (heads == NULL)
    return TRUE;
  gsize known = GPOINTER_TO_SIZE (g_hash_table_lookup (self->answers, KEY (record)));
  if (known != 0)
    {
      *deleted = known == 2;
      return TRUE;
    }

  gboolean met_before = self->met_circle;
  self->met_circle = FALSE;
  if (!holds (self, record, heads, deleted, error))
    return FALSE;
  /* Cut short by a circle through a record that is being asked about: true here, not everywhere. */
  if (!self->met_circle || self->path->len == 0)
    g_hash_table_insert (self->answers, KEY (record), GSIZE_TO_POINTER (*deleted ? 2 : 1));
  self->met_circle = self->met_circle || met_before;
  return TRUE;
}

gboolean
ledger_lineage_is_living (LedgerLineage *self, gint64 record, gboolean *living, GError **error)
{
  g_autoptr (GHashTable) seen = ledger_lineage_set_new ();
  *living = TRUE;
  while (*living && record != 0 && ledger_lineage_set_add (seen, record))
    {
      gboolean deleted = FALSE;
      if (!is_deleted (self, record, &deleted, error))
        return FALSE;
      *living = !deleted;
      record = (gint64)GPOINTER_TO_SIZE (g_hash_table_lookup (self->parents, KEY (record)));
    }
  return TRUE;
}

void
ledger_lineage_collect (LedgerLineage *self, gint64 record, GHashTable *set)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (ledger_lineage_set_add (set, record))
    g_array_append_val (open, record);
  for (guint i = 0; i < open->len; i++)
    {
      gint64 at = g_array_index (open, gint64, i);
      GArray *children = g_hash_table_lookup (self->children, KEY (at));
      for (guint j = 0; children != NULL && j < children->len; j++)
        {
          gint64 child = g_array_index (children, gint64, j);
          if (ledger_lineage_set_add (set, child))
            g_array_append_val (open, child);
        }
    }
}
