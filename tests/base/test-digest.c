/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-digest.h"
#include "ledger-error.h"

#include <string.h>

/* FIPS 180-4 examples. */
static const char abc[] = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
static const char million_a[] = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";

static void
assert_hex (const guint8 *digest, const char *expected)
{
  g_autofree char *hex = ledger_hex_encode (digest, LEDGER_DIGEST_SIZE);
  g_assert_cmpstr (hex, ==, expected);
}

static void
test_data (void)
{
  guint8 digest[LEDGER_DIGEST_SIZE];
  ledger_digest_of_data ("abc", 3, digest);
  assert_hex (digest, abc);
  g_autofree char *many = g_strnfill (1000000, 'a');
  ledger_digest_of_data (many, 1000000, digest);
  assert_hex (digest, million_a);
}

/* Longer than a piece, and equal to what the bytes give at once. */
static void
test_hex (void)
{
  guint8 all[256], back[256];
  for (int i = 0; i < 256; i++)
    all[i] = (guint8)i;
  g_autofree char *hex = ledger_hex_encode (all, sizeof all);
  g_assert_true (g_str_has_prefix (hex, "000102"));
  g_assert_true (g_str_has_suffix (hex, "fdfeff"));
  g_assert_true (ledger_hex_decode (hex, back, sizeof back));
  g_assert_cmpmem (all, sizeof all, back, sizeof back);

  static const char *const wrong[] = { "", "0", "0g", "0A", "000", " 0", "+1", "a/", "a:" };
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (ledger_hex_decode (wrong[i], back, 1));
  g_assert_false (ledger_hex_decode (NULL, back, 1));
  g_assert_true (ledger_hex_decode ("", back, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/digest/data", test_data);
  g_test_add_func ("/digest/hex", test_hex);
  return g_test_run ();
}
