/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-document-private.h"

#include "ledger-reading.h"
#include "ledger-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a first frame and the facts need; the rest loads at first use. */
static const char *const first_tables[] = { "inspection", "heading", "issue",
                                            "claim",      "person",  "department" };

/* Rows that are read in well under 20 ms. */
#define SLICE 3000
/* Milliseconds: whoever opens a ledger waits for its first frame, not for this. */
#define FILLING_DELAY 500

static guint
find_type (const char *type_name)
{
  const LedgerReading *reading = ledger_reading_get_default ();

  /* Whoever asks by a type's own name is answered without comparing letters. */
  for (guint i = 0; i < reading->n_types; i++)
    if (reading->types[i]->name == type_name)
      return i;
  for (guint i = 0; i < reading->n_types; i++)
    if (g_str_equal (reading->types[i]->name, type_name))
      return i;
  return G_MAXUINT;
}

LedgerTable *
ledger_document_peek_table (LedgerDocument *self, const char *type_name)
{
  guint place = find_type (type_name);
  return place != G_MAXUINT ? self->tables->pdata[place] : NULL;
}

/* A table is followed through its parents when something is deleted, so these are there first. */
static gboolean
load_parents (LedgerDocument *self, const LedgerRecordType *type, GError **error)
{
  guint column = ledger_record_type_parent_column (type);
  const char *parent = column != G_MAXUINT ? type->columns[column].target : NULL;

  if (parent == NULL || g_str_equal (parent, type->name))
    return TRUE;
  return ledger_document_get_table (self, parent) != NULL;
}

static gboolean
load_rows (LedgerDocument *self,
           LedgerTable *table,
           gint64 *last,
           guint limit,
           gboolean *done,
           GError **error)
{
  if (!ledger_document_begin_read (self, error))
    return FALSE;
  gboolean loaded = ledger_table_load_slice (table, self->store, last, limit, done, error);
  ledger_document_end_read (self);
  return loaded;
}

static gboolean
load_table (LedgerDocument *self, guint place, GError **error)
{
  const LedgerRecordType *type = ledger_reading_get_default ()->types[place];
  g_autoptr (LedgerTable) table = NULL;
  gint64 last = 0;
  gboolean done;

  if (!load_parents (self, type, error))
    return FALSE;
  if (self->filling != NULL && self->filling_place == place)
    {
      /* Wanted before its last slice. */
      table = g_steal_pointer (&self->filling);
      last = self->filling_last;
    }
  else
    table = ledger_table_new (ledger_reading_get_gtype (type->name));
  if (!load_rows (self, table, &last, G_MAXINT, &done, error))
    return FALSE;
  ledger_table_publish (table);
  self->tables->pdata[place] = g_steal_pointer (&table);
  return TRUE;
}

static void
tell_damage (LedgerDocument *self, const char *sentence)
{
  if (self->damage != NULL)
    return;
  self->damage = g_strdup (sentence);
  ledger_document_notify (self, LEDGER_DOCUMENT_PROP_DAMAGE);
}

LedgerTable *
ledger_document_get_table (LedgerDocument *self, const char *type_name)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (self), NULL);

  guint place = find_type (type_name);
  g_return_val_if_fail (place != G_MAXUINT, NULL);
  if (self->tables->pdata[place] != NULL)
    return self->tables->pdata[place];

  g_autoptr (GError) failure = NULL;
  if (self->store == NULL || !load_table (self, place, &failure))
    {
      self->tables->pdata[place] = ledger_table_new (ledger_reading_get_gtype (type_name));
      if (failure != NULL)
        tell_damage (self, failure->message);
    }
  return self->tables->pdata[place];
}

/* --- the rest, in slices --- */

static gboolean
begin_filling (LedgerDocument *self)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (self->tables->pdata[i] == NULL)
      {
        const char *name = ledger_reading_get_default ()->types[i]->name;
        self->filling = ledger_table_new (ledger_reading_get_gtype (name));
        /* Asked while it is empty, it keeps the children of each parent as the slices come; later
         * it would look through all rows in one go. */
        ledger_table_get_children (self->filling, "");
        self->filling_place = i;
        self->filling_last = 0;
        return TRUE;
      }
  return FALSE;
}

static gboolean
on_fill (gpointer data)
{
  LedgerDocument *self = data;
  gboolean done = FALSE;

  if (self->filling != NULL || begin_filling (self))
    {
      if (!load_rows (self, self->filling, &self->filling_last, SLICE, &done, NULL))
        g_clear_object (&self->filling);
      else if (done)
        {
          ledger_table_publish (self->filling);
          self->tables->pdata[self->filling_place] = g_steal_pointer (&self->filling);
        }
      if (self->filling != NULL || done)
        return G_SOURCE_CONTINUE;
    }
  self->filling_source = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
on_filling_time (gpointer data)
{
  LedgerDocument *self = data;

  self->filling_source = g_idle_add_full (G_PRIORITY_LOW, on_fill, self, NULL);
  return G_SOURCE_REMOVE;
}

void
ledger_document_start_filling (LedgerDocument *self)
{
  self->filling_source =
      g_timeout_add_full (G_PRIORITY_LOW, FILLING_DELAY, on_filling_time, self, NULL);
}

void
ledger_document_stop_filling (LedgerDocument *self)
{
  g_clear_handle_id (&self->filling_source, g_source_remove);
  g_clear_object (&self->filling);
}

gboolean
ledger_document_load_first (LedgerDocument *self, GError **error)
{
  if (!ledger_document_begin_read (self, error))
    return FALSE;

  gboolean loaded = TRUE;
  self->position = ledger_store_get_position (self->store);
  for (gsize i = 0; loaded && i < G_N_ELEMENTS (first_tables); i++)
    {
      guint place = find_type (first_tables[i]);
      loaded = self->tables->pdata[place] != NULL || load_table (self, place, error);
    }
  loaded = loaded && ledger_facts_table_load (self->facts, self->store, error)
           && ledger_store_check_cancelled (self->store, error);
  if (loaded)
    {
      ledger_document_read_conflicts (self);
      ledger_document_read_undo (self);
      g_ptr_array_unref (ledger_facts_table_steal_changed (self->facts));
    }
  ledger_document_end_read (self);
  return loaded;
}

void
ledger_document_load_rest (LedgerDocument *self)
{
  g_return_if_fail (LEDGER_IS_DOCUMENT (self));

  for (guint i = 0; i < self->tables->len; i++)
    {
      LedgerTable *table =
          ledger_document_get_table (self, ledger_reading_get_default ()->types[i]->name);
      /* Looks through all rows once, here and not at the first real question. */
      ledger_table_get_children (table, "");
    }
}

LedgerRecord *
ledger_document_lookup (LedgerDocument *self, const char *type_name, const char *id)
{
  return id != NULL ? ledger_table_lookup (ledger_document_get_table (self, type_name), id) : NULL;
}

LedgerRecord *
ledger_document_get_inspection (LedgerDocument *self)
{
  if (self->store == NULL)
    return NULL;
  g_autofree char *id = g_strndup (ledger_store_get_ledger_id (self->store), 32);
  return ledger_document_lookup (self, "inspection", id);
}

const GPtrArray *
ledger_document_get_children (LedgerDocument *self, const char *type_name, const char *parent_id)
{
  return ledger_table_get_children (ledger_document_get_table (self, type_name), parent_id);
}

/* --- names --- */

static const char *
name_field (const char *type_name)
{
  return g_str_equal (type_name, "heading") ? "text" : "name";
}

static const char *
name_of_record (LedgerRecord *record)
{
  const LedgerRecordType *type = ledger_record_get_record_type (record);
  guint column = ledger_record_type_find_column (type, name_field (type->name));
  return column != G_MAXUINT ? ledger_record_get_text (record, column) : NULL;
}

/* The last name in the log, marked (LOG 10). */
static char *
dup_deleted_name (LedgerDocument *self, const char *type_name, const char *id)
{
  g_autoptr (GPtrArray) history = NULL;
  const char *name = NULL;

  if (self->store != NULL)
    history = ledger_store_get_history (self->store, type_name, id, name_field (type_name), NULL);
  for (guint i = 0; history != NULL && name == NULL && i < history->len; i++)
    {
      const LedgerOperation *operation = history->pdata[i];
      name = operation->value != NULL ? ledger_value_get_text (operation->value) : NULL;
    }
  return g_strdup_printf (_ ("%s (deleted)"), name != NULL ? name : "");
}

const char *
ledger_document_get_name (LedgerDocument *self, const char *type_name, const char *id)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (self), NULL);

  if (id == NULL || id[0] == '\0')
    return NULL;
  LedgerRecord *record = ledger_document_lookup (self, type_name, id);
  if (record != NULL)
    return name_of_record (record);

  self->shows_deleted = TRUE;
  g_autofree char *key = g_strconcat (type_name, " ", id, NULL);
  char *name = g_hash_table_lookup (self->deleted_names, key);
  if (name == NULL)
    {
      name = dup_deleted_name (self, type_name, id);
      g_hash_table_insert (self->deleted_names, g_steal_pointer (&key), name);
    }
  return name;
}

static GHashTable *
index_names (LedgerDocument *self, LedgerTable *table)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) records = ledger_table_list_records (table);

  for (guint i = 0; i < records->len; i++)
    {
      const char *name = name_of_record (records->pdata[i]);
      g_autofree char *key = name != NULL ? ledger_text_trim (name) : NULL;
      LedgerRecord *rival = key != NULL ? g_hash_table_lookup (index, key) : NULL;
      if (key != NULL && (rival == NULL || ledger_record_compare (records->pdata[i], rival) < 0))
        g_hash_table_insert (index, g_steal_pointer (&key), records->pdata[i]);
    }
  return index;
}

LedgerRecord *
ledger_document_find_name (LedgerDocument *self, const char *type_name, const char *name)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (self), NULL);

  LedgerTable *table = ledger_document_get_table (self, type_name);
  const char *type = ledger_table_get_record_type (table)->name;
  g_autofree char *key = name != NULL ? ledger_text_trim (name) : NULL;
  if (key == NULL || key[0] == '\0')
    return NULL;

  GHashTable *index = g_hash_table_lookup (self->names, type);
  if (index == NULL)
    {
      index = index_names (self, table);
      g_hash_table_insert (self->names, (gpointer)type, index);
    }
  return g_hash_table_lookup (index, key);
}

/* --- headings, places, facts --- */

void
ledger_document_forget_derived (LedgerDocument *self, const char *type_name)
{
  if (type_name == NULL || g_str_equal (type_name, "heading"))
    g_clear_pointer (&self->tree, ledger_heading_tree_free);
  if (type_name == NULL)
    g_hash_table_remove_all (self->names);
  else
    g_hash_table_remove (self->names, type_name);
  g_hash_table_remove_all (self->deleted_names);
}

static LedgerHeadingTree *
get_tree (LedgerDocument *self)
{
  if (self->tree == NULL)
    self->tree = ledger_heading_tree_new (ledger_document_get_table (self, "heading"));
  return self->tree;
}

const GPtrArray *
ledger_document_get_headings (LedgerDocument *self)
{
  return ledger_heading_tree_get_headings (get_tree (self));
}

guint
ledger_document_get_heading_depth (LedgerDocument *self, const char *heading_id)
{
  return ledger_heading_tree_get_depth (get_tree (self), heading_id);
}

guint
ledger_document_get_heading_order (LedgerDocument *self, const char *heading_id)
{
  return ledger_heading_tree_get_order (get_tree (self), heading_id);
}

guint
ledger_document_get_measure_place (LedgerDocument *self, const char *measure_id)
{
  LedgerRecord *measure = ledger_document_lookup (self, "measure", measure_id);
  if (measure == NULL)
    return 0;

  guint place;
  const GPtrArray *siblings =
      ledger_document_get_children (self, "measure", ledger_record_get_parent_id (measure));
  return g_ptr_array_find ((GPtrArray *)siblings, measure, &place) ? place + 1 : 0;
}

const GPtrArray *
ledger_document_list_facts (LedgerDocument *self)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (self), NULL);

  LedgerTable *issues = ledger_document_get_table (self, "issue");
  guint n = ledger_table_get_n_records (issues);
  if (self->facts_in_order != NULL)
    return self->facts_in_order;
  self->facts_in_order = g_ptr_array_sized_new (n);
  for (guint i = 0; i < n; i++)
    {
      const char *id = ledger_record_get_id (ledger_table_get_record (issues, i));
      const LedgerIssueFacts *facts = ledger_facts_table_lookup (self->facts, id);
      if (facts != NULL)
        g_ptr_array_add (self->facts_in_order, (gpointer)facts);
    }
  return self->facts_in_order;
}

const LedgerIssueFacts *
ledger_document_get_facts (LedgerDocument *self, const char *issue_id)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (self), NULL);
  return ledger_facts_table_lookup (self->facts, issue_id);
}
