/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-rows.h"

#include "ledger-pinyin.h"

/* Beyond these the order of two wordings does not matter to anybody. */
#define SORTED_CHARACTERS 24

struct _LedgerIssueRows
{
  GObject parent_instance;

  LedgerDocument *document;
  LedgerFilter *filter;
  GPtrArray *rows; /* LedgerIssue, owned */
  LedgerIssueColumn column;
  gboolean descending;
  GHashTable *changed; /* ids since the last refresh */
};

enum
{
  ROWS_COMING,
  ROWS_GOING,
  ROWS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LedgerIssueRows,
                               ledger_issue_rows,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return LEDGER_TYPE_ISSUE;
}

static guint
get_n_items (GListModel *model)
{
  return LEDGER_ISSUE_ROWS (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  LedgerIssueRows *self = LEDGER_ISSUE_ROWS (model);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position))
                                    : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* --- order --- */

typedef struct
{
  LedgerIssue *issue;
  const char *name;
  guint64 key;
  guint64 number[2];
  gboolean missing;    /* nothing in the column: last, whichever the direction */
  gboolean unnumbered; /* last among its like */
} Entry;

static int
compare_numbers (guint64 a, guint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer data)
{
  const Entry *one = a;
  const Entry *other = b;
  const gboolean descending = GPOINTER_TO_INT (data);
  int order = one->missing - other->missing;

  if (order != 0)
    return order;
  order = compare_numbers (one->key, other->key);
  if (order != 0)
    return descending ? -order : order;
  order = one->unnumbered - other->unnumbered;
  if (order == 0)
    order = compare_numbers (one->number[0], other->number[0]);
  if (order == 0)
    order = compare_numbers (one->number[1], other->number[1]);
  if (order == 0)
    order = strcmp (ledger_record_get_id (LEDGER_RECORD (one->issue)),
                    ledger_record_get_id (LEDGER_RECORD (other->issue)));
  return order;
}

typedef struct
{
  const char *name;
  char *key;
} Name;

static void
clear_name (gpointer data)
{
  g_free (((Name *)data)->key);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Name *)a)->key, ((const Name *)b)->key);
}

static char *
make_name_key (const char *name)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (name, -1) <= SORTED_CHARACTERS)
    return ledger_pinyin_sort_key (name);
  start = g_utf8_substring (name, 0, SORTED_CHARACTERS);
  return ledger_pinyin_sort_key (start);
}

/* Names become their place in the pinyin order, so that ten thousand rows of thirty departments
 * spell out thirty keys. */
static void
rank_names (GArray *entries)
{
  g_autoptr (GHashTable) ranks = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));

  g_array_set_clear_func (names, clear_name);
  for (guint i = 0; i < entries->len; i++)
    {
      const char *name = g_array_index (entries, Entry, i).name;

      if (name != NULL && g_hash_table_add (ranks, (char *)name))
        {
          Name entry = { name, make_name_key (name) };

          g_array_append_val (names, entry);
        }
    }
  g_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_hash_table_replace (
        ranks, (char *)g_array_index (names, Name, i).name, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);

      if (entry->name != NULL)
        entry->key = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, entry->name));
    }
}

static GArray *
collect_entries (LedgerIssueRows *self)
{
  const GPtrArray *list = ledger_document_list_facts (self->document);
  const gboolean all = ledger_filter_is_empty (self->filter);
  GArray *entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), list->len);

  for (guint i = 0; i < list->len; i++)
    {
      const LedgerIssueFacts *facts = list->pdata[i];
      Entry entry = { .issue = facts->issue };

      if (!all && !ledger_filter_matches (self->filter, facts))
        continue;
      entry.missing = !ledger_issue_column_get_order (self->column, facts, &entry.name, &entry.key);
      entry.number[0] = facts->number_key[0];
      entry.number[1] = facts->number_key[1];
      entry.unnumbered = facts->number_key[0] == 0 && facts->number_key[1] == 0;
      /* The number column is ordered by the number alone, which must follow the direction. */
      if (self->column == LEDGER_ISSUE_COLUMN_NUMBER)
        entry.missing = entry.unnumbered;
      g_array_append_val (entries, entry);
    }
  return entries;
}

static void
reverse_numbers (GArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);

      entry->number[0] = ~entry->number[0];
      entry->number[1] = ~entry->number[1];
    }
}

static GPtrArray *
collect_rows (LedgerIssueRows *self)
{
  g_autoptr (GArray) entries = collect_entries (self);
  GPtrArray *rows = g_ptr_array_new_full (entries->len, g_object_unref);

  rank_names (entries);
  if (self->column == LEDGER_ISSUE_COLUMN_NUMBER && self->descending)
    reverse_numbers (entries);
  g_array_sort_with_data (entries, compare_entries, GINT_TO_POINTER (self->descending));
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (rows, g_object_ref (g_array_index (entries, Entry, i).issue));
  return rows;
}

/* --- change --- */

static void
emit_changed_rows (LedgerIssueRows *self)
{
  g_autoptr (GHashTable) changed = g_steal_pointer (&self->changed);

  self->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_hash_table_size (changed) > 0)
    g_signal_emit (self, signals[ROWS_CHANGED], 0, changed);
}

static void
update (LedgerIssueRows *self)
{
  g_autoptr (GPtrArray) before = self->rows;
  GPtrArray *now = collect_rows (self);
  const guint most = MIN (before->len, now->len);
  guint head = 0;
  guint tail = 0;

  if (now->len > before->len)
    g_signal_emit (self, signals[ROWS_COMING], 0, now->len - before->len);
  else if (now->len < before->len)
    g_signal_emit (self, signals[ROWS_GOING], 0, before->len - now->len);
  self->rows = now;
  while (head < most && g_ptr_array_index (before, head) == g_ptr_array_index (now, head))
    head++;
  while (tail < most - head
         && g_ptr_array_index (before, before->len - 1 - tail)
                == g_ptr_array_index (now, now->len - 1 - tail))
    tail++;
  if (before->len - head - tail > 0 || now->len - head - tail > 0)
    g_list_model_items_changed (
        G_LIST_MODEL (self), head, before->len - head - tail, now->len - head - tail);
}

static void
on_issue_changed (LedgerIssueRows *self, const char *id)
{
  g_hash_table_add (self->changed, g_strdup (id));
}

/* Wording and number are no facts: a change of them is told by the table alone. */
static void
on_records_changed (LedgerIssueRows *self, guint position, guint removed, guint added)
{
  LedgerTable *table = ledger_document_get_table (self->document, ledger_issue_record_type.name);
  GHashTable *changed = ledger_table_get_changed (table);

  /* What only moved is not written anew. */
  for (guint i = position; removed > 0 && i < position + added; i++)
    {
      LedgerRecord *issue = ledger_table_get_record (table, i);

      if (g_hash_table_contains (changed, issue))
        on_issue_changed (self, ledger_record_get_id (issue));
    }
}

static void
on_refreshed (LedgerIssueRows *self)
{
  update (self);
  emit_changed_rows (self);
}

static void
ledger_issue_rows_finalize (GObject *object)
{
  LedgerIssueRows *self = LEDGER_ISSUE_ROWS (object);

  g_clear_object (&self->document);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  G_OBJECT_CLASS (ledger_issue_rows_parent_class)->finalize (object);
}

static void
ledger_issue_rows_class_init (LedgerIssueRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ledger_issue_rows_finalize;
  signals[ROWS_COMING] = g_signal_new ("rows-coming",
                                       LEDGER_TYPE_ISSUE_ROWS,
                                       G_SIGNAL_RUN_LAST,
                                       0,
                                       NULL,
                                       NULL,
                                       NULL,
                                       G_TYPE_NONE,
                                       1,
                                       G_TYPE_UINT);
  signals[ROWS_GOING] = g_signal_new ("rows-going",
                                      LEDGER_TYPE_ISSUE_ROWS,
                                      G_SIGNAL_RUN_LAST,
                                      0,
                                      NULL,
                                      NULL,
                                      NULL,
                                      G_TYPE_NONE,
                                      1,
                                      G_TYPE_UINT);
  signals[ROWS_CHANGED] = g_signal_new ("rows-changed",
                                        LEDGER_TYPE_ISSUE_ROWS,
                                        G_SIGNAL_RUN_LAST,
                                        0,
                                        NULL,
                                        NULL,
                                        NULL,
                                        G_TYPE_NONE,
                                        1,
                                        G_TYPE_HASH_TABLE);
}

static void
ledger_issue_rows_init (LedgerIssueRows *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

LedgerIssueRows *
ledger_issue_rows_new (LedgerDocument *document, LedgerFilter *filter)
{
  LedgerIssueRows *self = g_object_new (LEDGER_TYPE_ISSUE_ROWS, NULL);

  self->document = g_object_ref (document);
  self->filter = g_object_ref (filter);
  g_signal_connect_object (
      document, "issue-changed", G_CALLBACK (on_issue_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      document, "refreshed", G_CALLBACK (on_refreshed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ledger_document_get_table (document, ledger_issue_record_type.name),
                           "items-changed",
                           G_CALLBACK (on_records_changed),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (filter, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}

void
ledger_issue_rows_sort (LedgerIssueRows *self, LedgerIssueColumn column, gboolean descending)
{
  if (self->column == column && self->descending == descending)
    return;
  self->column = column;
  self->descending = descending;
  update (self);
}

guint
ledger_issue_rows_find (LedgerIssueRows *self, const char *issue_id)
{
  LedgerRecord *issue =
      ledger_document_lookup (self->document, ledger_issue_record_type.name, issue_id);
  guint position = G_MAXUINT;

  if (issue == NULL || !g_ptr_array_find (self->rows, issue, &position))
    return G_MAXUINT;
  return position;
}

guint
ledger_issue_rows_get_n_all (LedgerIssueRows *self)
{
  return ledger_table_get_n_records (
      ledger_document_get_table (self->document, ledger_issue_record_type.name));
}
