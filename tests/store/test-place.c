/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-place.h"
#include "store-fixture.h"

static void
test_local (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "还没有.zgl");
  g_assert_cmpint (ledger_place_of (path), ==, LEDGER_PLACE_LOCAL);
  g_assert_null (ledger_place_describe (LEDGER_PLACE_LOCAL, path));
}

static void
test_no_place_to_write (void)
{
  g_assert_cmpint (ledger_place_of ("/proc/a.zgl"), !=, LEDGER_PLACE_NETWORK);
  g_assert_cmpint (ledger_place_of ("/nowhere/a.zgl"), ==, LEDGER_PLACE_READ_ONLY);
}

static void
test_sentences (void)
{
  for (guint place = LEDGER_PLACE_NETWORK; place <= LEDGER_PLACE_READ_ONLY; place++)
    {
      g_autofree char *text = ledger_place_describe (place, "/mnt/台账.zgl");
      g_assert_nonnull (g_strstr_len (text, -1, "台账.zgl"));
      g_assert_null (g_strstr_len (text, -1, "/mnt"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place/local", test_local);
  g_test_add_func ("/place/no-place-to-write", test_no_place_to_write);
  g_test_add_func ("/place/sentences", test_sentences);
  return g_test_run ();
}
