/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-heading-tree.h"

#include "ledger-heading.h"

typedef struct
{
  guint depth;
  guint order;
} Place;

struct _LedgerHeadingTree
{
  GPtrArray *headings; /* owned */
  GHashTable *places;  /* id to Place */
};

static gboolean
is_uppermost (LedgerRecord *heading)
{
  const char *parent = ledger_record_get_parent_id (heading);
  return parent == NULL || parent[0] == '\0';
}

static void
put (LedgerHeadingTree *tree, LedgerRecord *heading, guint depth)
{
  Place *place = g_new (Place, 1);

  g_ptr_array_add (tree->headings, g_object_ref (heading));
  place->depth = depth;
  place->order = tree->headings->len;
  g_hash_table_insert (tree->places, g_strdup (ledger_record_get_id (heading)), place);
}

/* Ends by its depth, and a circle is never entered, for it hangs on no uppermost heading. */
static void
put_with_children (LedgerHeadingTree *tree, LedgerTable *table, LedgerRecord *heading, guint depth)
{
  const GPtrArray *children = ledger_table_get_children (table, ledger_record_get_id (heading));

  put (tree, heading, depth);
  if (depth < LEDGER_HEADING_MAX_DEPTH)
    for (guint i = 0; i < children->len; i++)
      put_with_children (tree, table, children->pdata[i], depth + 1);
}

static int
compare_headings (gconstpointer a, gconstpointer b)
{
  return ledger_record_compare (*(LedgerRecord *const *)a, *(LedgerRecord *const *)b);
}

LedgerHeadingTree *
ledger_heading_tree_new (LedgerTable *table)
{
  LedgerHeadingTree *tree = g_new0 (LedgerHeadingTree, 1);
  g_autoptr (GPtrArray) all = ledger_table_list_records (table);

  tree->headings = g_ptr_array_new_with_free_func (g_object_unref);
  tree->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_ptr_array_sort (all, compare_headings);
  for (guint i = 0; i < all->len; i++)
    if (is_uppermost (all->pdata[i]))
      put_with_children (tree, table, all->pdata[i], 1);
  for (guint i = 0; i < all->len; i++)
    if (!g_hash_table_contains (tree->places, ledger_record_get_id (all->pdata[i])))
      put (tree, all->pdata[i], 0);
  return tree;
}

void
ledger_heading_tree_free (LedgerHeadingTree *tree)
{
  g_ptr_array_unref (tree->headings);
  g_hash_table_unref (tree->places);
  g_free (tree);
}

const GPtrArray *
ledger_heading_tree_get_headings (LedgerHeadingTree *tree)
{
  return tree->headings;
}

guint
ledger_heading_tree_get_depth (LedgerHeadingTree *tree, const char *id)
{
  const Place *place = id != NULL ? g_hash_table_lookup (tree->places, id) : NULL;
  return place != NULL ? place->depth : 0;
}

guint
ledger_heading_tree_get_order (LedgerHeadingTree *tree, const char *id)
{
  if (id == NULL || id[0] == '\0')
    return 0;
  const Place *place = g_hash_table_lookup (tree->places, id);
  return place != NULL ? place->order : tree->headings->len + 1;
}
