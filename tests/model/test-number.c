/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-number.h"

/* In this order, each before the next. */
static const char *const ascending[] = { "1",       "1.1",      "1.2",   "1.2.3",  "1.2.3-01",
                                         "1.2.3-2", "1.2.3-10", "1.2.9", "1.2.10", "1.10.1",
                                         "2",       "10.1",     "100.1", "99999" };

static void
test_sort_key (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ascending); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ascending); j++)
      {
        g_autofree char *left = ledger_number_sort_key (ascending[i]);
        g_autofree char *right = ledger_number_sort_key (ascending[j]);
        int order = g_strcmp0 (left, right);
        g_test_message ("%s and %s", ascending[i], ascending[j]);
        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
  g_assert_null (ledger_number_sort_key (NULL));
}

static void
test_pack (void)
{
  guint64 before[2] = { 0, 0 };
  guint64 key[2];

  ledger_number_pack (NULL, key);
  g_assert_true (key[0] == 0 && key[1] == 0);
  for (gsize i = 0; i < G_N_ELEMENTS (ascending); i++)
    {
      ledger_number_pack (ascending[i], key);
      g_assert_true (key[0] > before[0] || (key[0] == before[0] && key[1] > before[1]));
      before[0] = key[0];
      before[1] = key[1];
    }
  ledger_number_pack ("1.2.3.4.5.6.7.8.9", key);
  g_assert_cmphex (key[0], ==, 0x0001000200030004);
  g_assert_cmphex (key[1], ==, 0x0005000600070008);
  ledger_number_pack ("123456789", key);
  g_assert_cmphex (key[0], ==, 0xffff000000000000);
}

/* The same number written otherwise has the same key, another number another. */
static void
test_equal (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean equal;
  } cases[] = {
    { "1.2.3-05", "1.2.3-5", TRUE }, { "1.02.3", "1.2.3", TRUE }, { "1.2.3-05", "1.2.3-50", FALSE },
    { "1.2", "1.2.0", FALSE },       { "1", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *a = ledger_number_sort_key (cases[i].a);
      g_autofree char *b = ledger_number_sort_key (cases[i].b);

      g_assert_cmpint (g_strcmp0 (a, b) == 0, ==, cases[i].equal);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/sort-key", test_sort_key);
  g_test_add_func ("/number/pack", test_pack);
  g_test_add_func ("/number/equal", test_equal);
  return g_test_run ();
}
