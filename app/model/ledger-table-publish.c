/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-table-private.h"

#include <stdlib.h>

/* More separate places than this in one refresh, and the list is announced as a whole. */
#define MAX_PLACES 64

void
ledger_table_thaw_changed (LedgerTable *self)
{
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->changed);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    {
      g_object_thaw_notify (record);
      g_hash_table_iter_remove (&iter);
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return ledger_record_compare (*(LedgerRecord *const *)a, *(LedgerRecord *const *)b);
}

static gboolean
is_sorted (GPtrArray *records)
{
  for (guint i = 1; i < records->len; i++)
    if (ledger_record_compare (records->pdata[i - 1], records->pdata[i]) > 0)
      return FALSE;
  return TRUE;
}

static GPtrArray *
sort_records (LedgerTable *self)
{
  GPtrArray *records = g_ptr_array_new_full (g_hash_table_size (self->by_id), g_object_unref);
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_ptr_array_add (records, g_object_ref (record));
  g_ptr_array_sort (records, compare_places);
  return records;
}

/* Everything at once, where the order changed or so much that single places say nothing. */
static void
publish_whole (LedgerTable *self)
{
  g_autoptr (GPtrArray) before = self->records;

  self->records = self->order != NULL ? g_steal_pointer (&self->order) : sort_records (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before->len, self->records->len);
}

static guint
count_runs (GPtrArray *records, GHashTable *set)
{
  guint runs = 0;
  gboolean inside = FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      gboolean member = g_hash_table_contains (set, records->pdata[i]);
      runs += member && !inside;
      inside = member;
    }
  return runs;
}

/* From behind, so that the places before stay what they are. */
static void
publish_vanished (LedgerTable *self, GHashTable *gone)
{
  for (guint end = self->records->len; end > 0;)
    {
      guint start = end;
      while (start > 0 && g_hash_table_contains (gone, self->records->pdata[start - 1]))
        start--;
      if (start < end)
        {
          g_ptr_array_remove_range (self->records, start, end - start);
          g_list_model_items_changed (G_LIST_MODEL (self), start, end - start, 0);
        }
      end = start > 0 ? start - 1 : 0;
    }
}

static guint
find_place (GPtrArray *records, LedgerRecord *record)
{
  guint low = 0;
  guint high = records->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (ledger_record_compare (records->pdata[middle], record) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
publish_appeared (LedgerTable *self)
{
  g_autofree gpointer *members = g_hash_table_get_keys_as_array (self->appeared, NULL);
  guint n_members = g_hash_table_size (self->appeared);

  qsort (members, n_members, sizeof *members, compare_places);
  for (guint i = 0; i < n_members;)
    {
      guint place = find_place (self->records, members[i]);
      guint n = 0;
      do
        g_ptr_array_insert (self->records, (int)(place + n), g_object_ref (members[i + n]));
      while (++n + i < n_members && find_place (self->records, members[i + n]) == place + n);
      g_list_model_items_changed (G_LIST_MODEL (self), place, 0, n);
      i += n;
    }
}

static void
publish_changed (LedgerTable *self)
{
  for (guint i = 0; i < self->records->len; i++)
    if (g_hash_table_contains (self->changed, self->records->pdata[i]))
      g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 1);
}

static GHashTable *
set_of (GPtrArray *records)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (set, records->pdata[i]);
  return set;
}

static gboolean
survivors_are_sorted (LedgerTable *self, GHashTable *gone)
{
  if (g_hash_table_size (self->changed) == 0)
    return TRUE;
  if (g_hash_table_size (gone) == 0)
    return is_sorted (self->records);

  g_autoptr (GPtrArray) survivors = g_ptr_array_new ();
  for (guint i = 0; i < self->records->len; i++)
    if (!g_hash_table_contains (gone, self->records->pdata[i]))
      g_ptr_array_add (survivors, self->records->pdata[i]);
  return is_sorted (survivors);
}

void
ledger_table_publish (LedgerTable *self)
{
  g_return_if_fail (LEDGER_IS_TABLE (self));

  guint n_appeared = g_hash_table_size (self->appeared);
  guint n_changed = g_hash_table_size (self->changed);
  if (!self->published && g_hash_table_size (self->by_id) > 0)
    publish_whole (self);
  self->published = TRUE;
  if (n_appeared + self->vanished->len + n_changed == 0)
    return;

  g_autoptr (GHashTable) gone = set_of (self->vanished);
  gboolean scattered =
      n_appeared > MAX_PLACES || n_changed > MAX_PLACES
      || (self->vanished->len > 0 && count_runs (self->records, gone) > MAX_PLACES);
  if (scattered || !survivors_are_sorted (self, gone))
    publish_whole (self);
  else
    {
      publish_vanished (self, gone);
      publish_appeared (self);
      publish_changed (self);
    }
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_hash_table_remove_all (self->appeared);
  g_ptr_array_set_size (self->vanished, 0);
  ledger_table_thaw_changed (self);
}
