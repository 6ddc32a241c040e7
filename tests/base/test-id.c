/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-id.h"

#include <string.h>

/* Computed by another program; they stand for ever, for the same thing has the same id in every
 * ledger file. */
static void
test_derived_vectors (void)
{
  g_autofree char *two = ledger_id_new_derived ("issue", "1.2.4", NULL);
  g_autofree char *one = ledger_id_new_derived ("issue1.2.4", NULL);
  g_autofree char *chinese = ledger_id_new_derived ("部门", "办公室", "", NULL);
  g_assert_cmpstr (two, ==, "28645956260554c0ab5c27c343dfcd7f");
  g_assert_cmpstr (one, ==, "1f31de262ed0513591087c02113e3a84");
  g_assert_cmpstr (chinese, ==, "ed52b635f5ed5c9fa081c4c869d60bd4");
}

static void
test_derived_parts_are_kept_apart (void)
{
  g_autofree char *a = ledger_id_new_derived ("ab", "c", NULL);
  g_autofree char *b = ledger_id_new_derived ("a", "bc", NULL);
  g_autofree char *c = ledger_id_new_derived ("ab", "c", "", NULL);
  g_assert_cmpstr (a, !=, b);
  g_assert_cmpstr (a, !=, c);
}

static void
test_random (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (int i = 0; i < 5000; i++)
    {
      char *id = ledger_id_new_random ();
      g_assert_true (ledger_id_is_valid (id));
      g_assert_cmpint (id[12], ==, '4');
      g_assert_nonnull (strchr ("89ab", id[16]));
      g_assert_true (g_hash_table_add (seen, id));
    }
}

static void
test_valid (void)
{
  g_assert_true (ledger_id_is_valid ("0123456789abcdef0123456789abcdef"));
  g_assert_false (ledger_id_is_valid ("0123456789abcdef0123456789abcde"));
  g_assert_false (ledger_id_is_valid ("0123456789abcdef0123456789abcdef0"));
  g_assert_false (ledger_id_is_valid ("0123456789ABCDEF0123456789abcdef"));
  g_assert_false (ledger_id_is_valid ("01234567-89ab-cdef-0123-456789abcdef"));
  g_assert_false (ledger_id_is_valid (""));
  g_assert_false (ledger_id_is_valid (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id/derived-vectors", test_derived_vectors);
  g_test_add_func ("/id/derived-parts-are-kept-apart", test_derived_parts_are_kept_apart);
  g_test_add_func ("/id/random", test_random);
  g_test_add_func ("/id/valid", test_valid);
  return g_test_run ();
}
