/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-view-test.h"

/* The window is Chinese on every locale: the program starts itself again under each and looks for
 * its own words and the toolkit's. */

static void
test_words (void)
{
  LedgerViewTest test;
  LedgerWindow *window;

  ledger_view_test_set_up (&test, NULL);
  window = ledger_view_test_open_window (&test, NULL);
  g_assert_nonnull (ledger_view_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "导入问题清单"));
  g_assert_cmpstr (g_dgettext ("gtk40", "_Cancel"), !=, "_Cancel");
  ledger_view_test_close (GTK_WINDOW (window));
  ledger_view_test_tear_down (&test, NULL);
}

static void
test_locale (gconstpointer locale)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;

  g_subprocess_launcher_setenv (launcher, "LC_ALL", locale, TRUE);
  g_subprocess_launcher_unsetenv (launcher, "LANGUAGE");
  g_subprocess_launcher_unsetenv (launcher, "FC_LANG");
  process = g_subprocess_launcher_spawn (launcher, &error, program, "-p", "/locales/words", NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  g_test_add_func ("/locales/words", test_words);
  g_test_add_data_func ("/locales/C", "C", test_locale);
  g_test_add_data_func ("/locales/C.UTF-8", "C.UTF-8", test_locale);
  g_test_add_data_func ("/locales/missing", "zh_CN.UTF-8", test_locale);
  g_test_add_data_func ("/locales/unknown", "xx_YY", test_locale);
  return g_test_run ();
}
