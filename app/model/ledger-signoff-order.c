/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-order.h"

#include <string.h>

struct _LedgerSignoffOrder
{
  const LedgerSignoffFact *signoffs;
  guint n;
  gboolean *knows; /* n × n, [later * n + earlier] */
};

gboolean
ledger_signoff_order_knows (const LedgerSignoffOrder *order, guint later, guint earlier)
{
  return order->knows[later * order->n + earlier];
}

static void
note_previous (LedgerSignoffOrder *order, GHashTable *places, guint later)
{
  const char *const *previous = order->signoffs[later].previous;
  for (guint i = 0; previous && previous[i]; i++)
    {
      gpointer place;
      if (g_hash_table_lookup_extended (places, previous[i], NULL, &place))
        order->knows[later * order->n + GPOINTER_TO_UINT (place)] = TRUE;
    }
}

/* Knowing is transitive, and one knows only what is there. */
static void
close_transitively (LedgerSignoffOrder *order)
{
  guint n = order->n;
  for (guint via = 0; via < n; via++)
    for (guint later = 0; later < n; later++)
      if (order->knows[later * n + via])
        for (guint earlier = 0; earlier < n; earlier++)
          order->knows[later * n + earlier] |= order->knows[via * n + earlier];
}

LedgerSignoffOrder *
ledger_signoff_order_new (const LedgerSignoffFact *signoffs, guint n)
{
  LedgerSignoffOrder *order = g_new0 (LedgerSignoffOrder, 1);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  order->signoffs = signoffs;
  order->n = n;
  order->knows = g_new0 (gboolean, (gsize)n * n);
  for (guint i = 0; i < n; i++)
    g_hash_table_insert (places, (gpointer)signoffs[i].id, GUINT_TO_POINTER (i));
  for (guint i = 0; i < n; i++)
    note_previous (order, places, i);
  close_transitively (order);
  return order;
}

void
ledger_signoff_order_free (LedgerSignoffOrder *order)
{
  g_free (order->knows);
  g_free (order);
}

gboolean
ledger_signoff_order_has_circle (const LedgerSignoffOrder *order)
{
  for (guint i = 0; i < order->n; i++)
    if (ledger_signoff_order_knows (order, i, i))
      return TRUE;
  return FALSE;
}

static int
decision_class (LedgerDecision decision)
{
  switch (decision)
    {
    case LEDGER_DECISION_RETURN:
      return 0;
    case LEDGER_DECISION_WITHDRAW:
      return 1;
    case LEDGER_DECISION_AGREE:
      return 2;
    default:
      return 3;
    }
}

typedef struct
{
  const LedgerSignoffOrder *order;
  gboolean *waiting; /* not yet in the sequence */
  GArray *sequence;
} Sequencer;

static guint
count_waiting_known (const Sequencer *sequencer, guint signoff, const gboolean *among)
{
  guint n = 0;
  for (guint i = 0; i < sequencer->order->n; i++)
    n += among[i] && sequencer->waiting[i]
         && ledger_signoff_order_knows (sequencer->order, signoff, i);
  return n;
}

#define COMPARE(a, b) ((a) < (b) ? -1 : (a) > (b) ? 1 : 0)

/* Which of two comes first as the next goal of the sequence. */
static int
compare_goals (const Sequencer *sequencer, guint a, guint b, const gboolean *among)
{
  const LedgerSignoffFact *first = &sequencer->order->signoffs[a];
  const LedgerSignoffFact *second = &sequencer->order->signoffs[b];
  int result = COMPARE (decision_class (first->decision), decision_class (second->decision));
  if (!result)
    result = COMPARE (count_waiting_known (sequencer, a, among),
                      count_waiting_known (sequencer, b, among));
  if (!result)
    result = COMPARE (first->step, second->step);
  if (!result)
    result = COMPARE (first->time, second->time);
  return result ? result : strcmp (first->id, second->id);
}

static gboolean
find_goal (const Sequencer *sequencer, const gboolean *among, guint *goal)
{
  gboolean found = FALSE;
  for (guint i = 0; i < sequencer->order->n; i++)
    {
      if (!among[i] || !sequencer->waiting[i])
        continue;
      if (!found || compare_goals (sequencer, i, *goal, among) < 0)
        *goal = i;
      found = TRUE;
    }
  return found;
}

/* Takes goal after goal, each after what its signer had seen. The goal knows of fewer waiting acts
 * than anything of its class that knows it, so the recursion always has a smaller set. */
static void
sequence_among (Sequencer *sequencer, const gboolean *among)
{
  guint n = sequencer->order->n;
  guint goal = 0;
  while (find_goal (sequencer, among, &goal))
    {
      g_autofree gboolean *seen = g_new0 (gboolean, n);
      for (guint i = 0; i < n; i++)
        seen[i] = among[i] && ledger_signoff_order_knows (sequencer->order, goal, i);
      sequence_among (sequencer, seen);
      g_array_append_val (sequencer->sequence, goal);
      sequencer->waiting[goal] = FALSE;
    }
}

GArray *
ledger_signoff_order_dup_sequence (const LedgerSignoffOrder *order)
{
  g_autofree gboolean *waiting = g_new0 (gboolean, order->n);
  g_autofree gboolean *among = g_new0 (gboolean, order->n);
  Sequencer sequencer = { .order = order,
                          .waiting = waiting,
                          .sequence = g_array_new (FALSE, FALSE, sizeof (guint)) };
  for (guint i = 0; i < order->n; i++)
    among[i] = waiting[i] = !ledger_signoff_order_knows (order, i, i);
  sequence_among (&sequencer, among);
  return sequencer.sequence;
}
