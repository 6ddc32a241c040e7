/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-doubts.h"

struct _LedgerImportDoubts
{
  GObject parent_instance;
  GPtrArray *open;      /* LedgerImportDoubt */
  GHashTable *by_cell;  /* row and column to LedgerImportDoubt of OPEN */
  GHashTable *accepted; /* keys of doubts */
};

static void ledger_import_doubts_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LedgerImportDoubts,
                               ledger_import_doubts,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      ledger_import_doubts_list_init))

static GType
ledger_import_doubts_get_item_type (GListModel *list)
{
  return LEDGER_TYPE_IMPORT_DOUBT;
}

static guint
ledger_import_doubts_get_n_items (GListModel *list)
{
  return LEDGER_IMPORT_DOUBTS (list)->open->len;
}

static gpointer
ledger_import_doubts_get_item (GListModel *list, guint position)
{
  LedgerImportDoubts *self = LEDGER_IMPORT_DOUBTS (list);

  return position < self->open->len ? g_object_ref (self->open->pdata[position]) : NULL;
}

static void
ledger_import_doubts_list_init (GListModelInterface *iface)
{
  iface->get_item_type = ledger_import_doubts_get_item_type;
  iface->get_n_items = ledger_import_doubts_get_n_items;
  iface->get_item = ledger_import_doubts_get_item;
}

static void
ledger_import_doubts_finalize (GObject *object)
{
  LedgerImportDoubts *self = LEDGER_IMPORT_DOUBTS (object);

  g_ptr_array_unref (self->open);
  g_hash_table_unref (self->by_cell);
  g_hash_table_unref (self->accepted);
  G_OBJECT_CLASS (ledger_import_doubts_parent_class)->finalize (object);
}

static void
ledger_import_doubts_class_init (LedgerImportDoubtsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ledger_import_doubts_finalize;
}

static void
ledger_import_doubts_init (LedgerImportDoubts *self)
{
  self->open = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_cell = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->accepted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

LedgerImportDoubts *
ledger_import_doubts_new (void)
{
  return g_object_new (LEDGER_TYPE_IMPORT_DOUBTS, NULL);
}

static gint64
cell_key (guint row, guint column)
{
  return ((gint64)row << 16) | column;
}

void
ledger_import_doubts_set_found (LedgerImportDoubts *self, GPtrArray *found)
{
  const guint before = self->open->len;

  g_hash_table_remove_all (self->by_cell);
  g_ptr_array_set_size (self->open, 0);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      LedgerImportDoubt *doubt = g_ptr_array_index (found, i);
      const LedgerDoubt *told = ledger_import_doubt_get (doubt);
      const gint64 key = ledger_import_doubt_get_key (doubt);
      const gint64 cell = cell_key (told->row, told->column);

      if (g_hash_table_contains (self->accepted, &key))
        continue;
      g_ptr_array_add (self->open, g_object_ref (doubt));
      g_hash_table_insert (self->by_cell, g_memdup2 (&cell, sizeof cell), doubt);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->open->len);
}

static void
mark_accepted (LedgerImportDoubts *self, LedgerImportDoubt *doubt)
{
  const LedgerDoubt *told = ledger_import_doubt_get (doubt);
  const gint64 key = ledger_import_doubt_get_key (doubt);
  const gint64 cell = cell_key (told->row, told->column);

  g_hash_table_add (self->accepted, g_memdup2 (&key, sizeof key));
  if (g_hash_table_lookup (self->by_cell, &cell) == doubt)
    g_hash_table_remove (self->by_cell, &cell);
}

void
ledger_import_doubts_accept (LedgerImportDoubts *self, LedgerImportDoubt *doubt)
{
  guint position;

  mark_accepted (self, doubt);
  if (!g_ptr_array_find (self->open, doubt, &position))
    return;
  g_ptr_array_remove_index (self->open, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

void
ledger_import_doubts_accept_all (LedgerImportDoubts *self)
{
  const guint before = self->open->len;

  for (guint i = 0; i < self->open->len; i++)
    mark_accepted (self, g_ptr_array_index (self->open, i));
  g_ptr_array_set_size (self->open, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
}

void
ledger_import_doubts_forget_accepted (LedgerImportDoubts *self)
{
  g_hash_table_remove_all (self->accepted);
}

LedgerImportDoubt *
ledger_import_doubts_find (LedgerImportDoubts *self, guint row, guint column)
{
  const gint64 cell = cell_key (row, column);

  return g_hash_table_lookup (self->by_cell, &cell);
}
