/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-rank.h"

#include <string.h>

static void
assert_rank (const char *rank)
{
  g_assert_nonnull (rank);
  gsize length = strlen (rank);
  g_assert_cmpuint (length, >=, 1);
  g_assert_cmpuint (length, <=, LEDGER_RANK_MAX);
  g_assert_cmpuint (strspn (rank, "0123456789abcdefghijklmnopqrstuvwxyz"), ==, length);
  g_assert_cmpint (rank[length - 1], !=, '0');
}

static const char *
rank_at (GPtrArray *list, gint64 index)
{
  return index >= 0 && index < list->len ? g_ptr_array_index (list, index) : NULL;
}

static void
insert (GPtrArray *list, guint index)
{
  char *rank = ledger_rank_between (rank_at (list, (gint64)index - 1), rank_at (list, index));
  assert_rank (rank);
  g_ptr_array_insert (list, (gint)index, rank);
}

static void
assert_ordered (GPtrArray *list)
{
  for (guint i = 1; i < list->len; i++)
    g_assert_cmpstr (rank_at (list, i - 1), <, rank_at (list, i));
}

static void
test_random_insertions (void)
{
  for (guint32 seed = 1; seed <= 5; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
      for (int i = 0; i < 8000; i++)
        insert (list, (guint)g_rand_int_range (random, 0, (gint32)list->len + 1));
      assert_ordered (list);
    }
}

static void
test_at_the_ends (void)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < 40000; i++)
    insert (list, list->len);
  for (int i = 0; i < 4000; i++)
    insert (list, 0);
  assert_ordered (list);
}

/* Always between the same two there is an end to it, told by NULL and not by a wrong rank. */
static void
test_runs_out (void)
{
  for (int downward = 0; downward < 2; downward++)
    {
      g_autofree char *low = g_strdup ("a");
      g_autofree char *high = g_strdup ("b");
      int count = 0;
      for (;; count++)
        {
          char *rank = ledger_rank_between (low, high);
          if (rank == NULL)
            break;
          assert_rank (rank);
          g_assert_cmpstr (low, <, rank);
          g_assert_cmpstr (rank, <, high);
          g_free (downward ? high : low);
          if (downward)
            high = rank;
          else
            low = rank;
        }
      g_assert_cmpint (count, >=, 40);
      g_assert_cmpint (count, <=, 16 * 36);
    }
}

static void
test_nothing_fits (void)
{
  static const char *const pairs[][2] = {
    { "b", "a" },
    { "a", "a" },
    { "a", "a0" },
    { "A", "b" },
    { "a", "b-" },
    { "a", "00000000000000001" },
    { NULL, "0" },
    { "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaab" },
    { "zzzzzzzzzzzzzzzz", NULL },
    { NULL, "0000000000000001" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_null (ledger_rank_between (pairs[i][0], pairs[i][1]));
}

static void
test_spread (void)
{
  static const guint sizes[] = { 0, 1, 2, 35, 36, 37, 900, 40000 };
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_auto (GStrv) ranks = ledger_rank_spread (sizes[i]);
      g_assert_cmpuint (g_strv_length (ranks), ==, sizes[i]);
      for (guint k = 0; k < sizes[i]; k++)
        {
          g_autofree char *before = ledger_rank_between (k > 0 ? ranks[k - 1] : NULL, ranks[k]);
          assert_rank (ranks[k]);
          assert_rank (before);
          g_assert_cmpstr (before, <, ranks[k]);
          if (k > 0)
            g_assert_cmpstr (ranks[k - 1], <, before);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rank/random-insertions", test_random_insertions);
  g_test_add_func ("/rank/at-the-ends", test_at_the_ends);
  g_test_add_func ("/rank/runs-out", test_runs_out);
  g_test_add_func ("/rank/nothing-fits", test_nothing_fits);
  g_test_add_func ("/rank/spread", test_spread);
  return g_test_run ();
}
