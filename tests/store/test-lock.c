/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"
#include "ledger-lock.h"
#include "ledger-place.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
test_holder (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autofree char *side = g_strconcat (path, "-lock", NULL);
  GError *error = NULL;
  g_assert_false (ledger_lock_is_held (path));
  g_autoptr (LedgerLock) lock = ledger_lock_take (path, &error);
  g_assert_no_error (error);
  g_assert_true (ledger_lock_is_held (path));

  g_autofree char *name = NULL;
  g_autofree char *computer = NULL;
  int pid = 0;
  g_assert_true (ledger_lock_peek_holder (path, &name, &computer, &pid));
  g_assert_cmpstr (name, ==, g_get_real_name ());
  g_assert_cmpstr (computer, ==, g_get_host_name ());
  g_assert_cmpint (pid, ==, getpid ());

  g_assert_null (ledger_lock_take (path, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, g_get_host_name ()));
  g_clear_error (&error);

  g_clear_pointer (&lock, ledger_lock_free);
  g_assert_false (g_file_test (side, G_FILE_TEST_EXISTS));
  g_assert_false (ledger_lock_peek_holder (path, NULL, NULL, NULL));
}

/* A stale file is harmless, whatever it holds. */
static void
test_stale (void)
{
  static const char *const contents[] = { "", "x", "李敏\nPC\n1\n", "\xff\xfe\n\n\n" };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autofree char *side = g_strconcat (path, "-lock", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_assert_true (g_file_set_contents (side, contents[i], -1, NULL));
      g_assert_false (ledger_lock_is_held (path));
      g_assert_false (ledger_lock_peek_holder (path, NULL, NULL, NULL));
      GError *error = NULL;
      g_autoptr (LedgerLock) lock = ledger_lock_take (path, &error);
      g_assert_no_error (error);
      g_assert_true (ledger_lock_peek_holder (path, NULL, NULL, NULL));
    }
}

static void
test_no_folder (void)
{
  GError *error = NULL;
  g_assert_null (ledger_lock_take ("/nowhere/at/all.zgl", &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_FAILED);
  g_clear_error (&error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lock/holder", test_holder);
  g_test_add_func ("/lock/stale", test_stale);
  g_test_add_func ("/lock/no-folder", test_no_folder);
  return g_test_run ();
}
