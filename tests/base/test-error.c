/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"

#include <gio/gio.h>

static void
test_one_domain (void)
{
  const char *name = g_quark_to_string (LEDGER_ERROR);

  g_assert_cmpuint (LEDGER_ERROR, !=, 0);
  g_assert_cmpuint (ledger_error_quark (), ==, LEDGER_ERROR);
  g_assert_cmpuint (g_quark_try_string (name), ==, LEDGER_ERROR);
  g_assert_nonnull (strstr (name, "ledger"));
  g_assert_cmpuint (LEDGER_ERROR, !=, G_IO_ERROR);
  g_assert_cmpuint (LEDGER_ERROR, !=, G_FILE_ERROR);
}

static void
test_codes_are_told_apart (void)
{
  static const int codes[] = {
    LEDGER_ERROR_FAILED,    LEDGER_ERROR_INVALID, LEDGER_ERROR_NOT_FOUND,   LEDGER_ERROR_AMBIGUOUS,
    LEDGER_ERROR_READ_ONLY, LEDGER_ERROR_LOCKED,  LEDGER_ERROR_STALE,       LEDGER_ERROR_REFUSED,
    LEDGER_ERROR_DAMAGED,   LEDGER_ERROR_NEWER,   LEDGER_ERROR_UNSUPPORTED, LEDGER_ERROR_PASSWORD,
    LEDGER_ERROR_FULL,      LEDGER_ERROR_FOREIGN, LEDGER_ERROR_TIMEOUT,
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = g_error_new (LEDGER_ERROR, codes[i], "case %u", i);

      g_assert_false (g_error_matches (error, G_IO_ERROR, codes[i]));
      for (guint k = 0; k < G_N_ELEMENTS (codes); k++)
        g_assert_cmpint (g_error_matches (error, LEDGER_ERROR, codes[k]), ==, i == k);
    }
}

static void
test_pass (void)
{
  GError *error = NULL;

  g_assert_true (ledger_error_pass (NULL, &error));
  g_assert_no_error (error);
  g_assert_false (
      ledger_error_pass (g_error_new_literal (LEDGER_ERROR, LEDGER_ERROR_FULL, "x"), &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_FULL);
  g_clear_error (&error);
  g_assert_false (ledger_error_pass (g_error_new_literal (LEDGER_ERROR, 0, "x"), NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/one-domain", test_one_domain);
  g_test_add_func ("/error/codes-are-told-apart", test_codes_are_told_apart);
  g_test_add_func ("/error/pass", test_pass);
  return g_test_run ();
}
