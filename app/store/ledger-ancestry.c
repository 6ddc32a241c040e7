/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-ancestry.h"

#include "ledger-error.h"

typedef struct
{
  gint64 key;
  guint chain;
  guint position; /* on its chain, from 1 */
  GArray *known;  /* guint per chain: how far it is known here; shared, owned by the list */
  gboolean named; /* some edit has it as prev */
} Edit;

struct _LedgerAncestry
{
  GArray *edits;     /* Edit, by key */
  GArray *ends;      /* guint per chain: index of its last edit */
  GPtrArray *knowns; /* all lists */
};

static void
free_array (gpointer data)
{
  g_array_unref (data);
}

void
ledger_ancestry_free (LedgerAncestry *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->edits);
  g_array_unref (self->ends);
  g_ptr_array_unref (self->knowns);
  g_free (self);
}

static Edit *
find (LedgerAncestry *self, gint64 key)
{
  return ledger_log_find_by_key (self->edits, key);
}

static void
raise_to (GArray *known, guint chain, guint position)
{
  while (known->len <= chain)
    {
      const guint nothing = 0;
      g_array_append_val (known, nothing);
    }
  if (g_array_index (known, guint, chain) < position)
    g_array_index (known, guint, chain) = position;
}

/* What EDIT knows, with its own place on its own chain. */
static void
add_known (GArray *known, const Edit *edit)
{
  for (guint i = 0; i < edit->known->len; i++)
    raise_to (known, i, g_array_index (edit->known, guint, i));
  raise_to (known, edit->chain, edit->position);
}

static GArray *
known_new (LedgerAncestry *self)
{
  GArray *known = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->knowns, known);
  return known;
}

/* PREVS are indices. The edit goes on along its first prev's chain if that ends there, else begins
 * one. */
static void
add_edit (LedgerAncestry *self, gint64 key, const guint *prevs, guint n_prevs)
{
  Edit edit = { .key = key };
  const Edit *first = n_prevs > 0 ? &g_array_index (self->edits, Edit, prevs[0]) : NULL;
  guint index = self->edits->len;
  gboolean goes_on = first != NULL && g_array_index (self->ends, guint, first->chain) == prevs[0];

  edit.chain = goes_on ? first->chain : self->ends->len;
  edit.position = goes_on ? first->position + 1 : 1;
  if (goes_on)
    g_array_index (self->ends, guint, edit.chain) = index;
  else
    g_array_append_val (self->ends, index);

  if (goes_on && n_prevs == 1)
    edit.known = first->known;
  else
    {
      edit.known = known_new (self);
      for (guint i = 0; i < n_prevs; i++)
        add_known (edit.known, &g_array_index (self->edits, Edit, prevs[i]));
    }
  for (guint i = 0; i < n_prevs; i++)
    g_array_index (self->edits, Edit, prevs[i]).named = TRUE;
  g_array_append_val (self->edits, edit);
}

/* One row per prev: key, prev. */
static const char all_prevs[] = "SELECT e.key, e.prev, 0 FROM log_edit e "
                                "UNION ALL SELECT v.edit, v.prev, v.position FROM log_prev v "
                                "JOIN log_edit e ON e.key = v.edit "
                                "ORDER BY 1, 3";

static gboolean
read_edits (LedgerAncestry *self, LedgerStatement *rows, GError **error)
{
  g_autoptr (GArray) prevs = g_array_new (FALSE, FALSE, sizeof (guint));
  GError *failure = NULL;
  gint64 key = 0;
  while (ledger_statement_step (rows, &failure))
    {
      gint64 row_key = ledger_statement_get_integer (rows, 0);
      if (row_key != key && key != 0)
        {
          add_edit (self, key, (const guint *)(gpointer)prevs->data, prevs->len);
          g_array_set_size (prevs, 0);
        }
      key = row_key;
      const Edit *prev = find (self, ledger_statement_get_integer (rows, 1));
      guint index = prev != NULL ? (guint)(prev - (const Edit *)(gpointer)self->edits->data) : 0;
      if (prev != NULL)
        g_array_append_val (prevs, index);
    }
  if (!ledger_error_pass (failure, error))
    return FALSE;
  if (key != 0)
    add_edit (self, key, (const guint *)(gpointer)prevs->data, prevs->len);
  return TRUE;
}

LedgerAncestry *
ledger_ancestry_load (LedgerLog *log, GError **error)
{
  g_autoptr (LedgerAncestry) self = g_new0 (LedgerAncestry, 1);
  self->edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->knowns = g_ptr_array_new_with_free_func (free_array);
  LedgerStatement *rows = ledger_connection_prepare (log->connection, all_prevs, error);
  if (rows == NULL || !read_edits (self, rows, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
ledger_ancestry_contains (LedgerAncestry *self, gint64 edit, gint64 ancestor)
{
  const Edit *later = find (self, edit);
  const Edit *earlier = find (self, ancestor);
  if (later == NULL || earlier == NULL)
    return FALSE;
  if (later->chain == earlier->chain)
    return earlier->position <= later->position;
  return earlier->chain < later->known->len
         && earlier->position <= g_array_index (later->known, guint, earlier->chain);
}

guint
ledger_ancestry_get_n_tips (LedgerAncestry *self)
{
  guint n_tips = 0;
  for (guint i = 0; i < self->edits->len; i++)
    n_tips += !g_array_index (self->edits, Edit, i).named;
  return n_tips;
}

gint64
ledger_ancestry_get_position (LedgerAncestry *self)
{
  guint n_edits = self->edits->len;
  return n_edits > 0 ? g_array_index (self->edits, Edit, n_edits - 1).key : 0;
}
