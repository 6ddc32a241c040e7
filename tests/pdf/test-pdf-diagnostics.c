/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-pdf-diagnostics.h"

#include "ledger-error.h"

static void
test_every_role_is_shut_in (void)
{
  for (int role = LEDGER_PDF_ROLE_VIEW; role <= LEDGER_PDF_ROLE_BIND; role++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *log = NULL;
      g_auto (GStrv) lines = NULL;
      guint32 limits = 0;

      g_assert_true (ledger_pdf_diagnostics_probe ((LedgerPdfRole)role, &limits, &log, &error));
      g_assert_no_error (error);
      lines = ledger_pdf_diagnostics_describe (limits);
      for (guint i = 0; lines[i] != NULL; i++)
        g_test_message ("role %d: %s", role, lines[i]);
      g_assert_true (limits & LEDGER_PDF_LIMIT_NO_NEW_PRIVILEGES);
      g_assert_true (limits & LEDGER_PDF_LIMIT_PARENT_DEATH);
      g_assert_true (limits & LEDGER_PDF_LIMIT_CALLS);
      g_assert_true (limits & LEDGER_PDF_LIMIT_FILE_SIZE);
      /* A worker built as it is installed; landlock depends on the kernel. */
      if (g_getenv ("ZHENGGAI_TEST_ORDINARY") != NULL)
        g_assert_true (limits & LEDGER_PDF_LIMIT_ADDRESS_SPACE);
    }
}

static void
test_words (void)
{
  g_auto (GStrv) lines = ledger_pdf_diagnostics_describe (LEDGER_PDF_LIMIT_CALLS);

  g_assert_cmpuint (g_strv_length (lines), ==, 7);
  g_assert_true (g_str_has_suffix (lines[0], ": off"));
  g_assert_true (g_str_has_suffix (lines[3], ": on"));
}

static void
test_no_program (void)
{
  g_autofree char *real = g_strdup (g_getenv ("ZHENGGAI_LIBEXECDIR"));
  g_autoptr (GError) error = NULL;
  guint32 limits = 0;

  g_setenv ("ZHENGGAI_LIBEXECDIR", "/nowhere", TRUE);
  g_assert_false (ledger_pdf_diagnostics_probe (LEDGER_PDF_ROLE_VIEW, &limits, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_FAILED);
  g_setenv ("ZHENGGAI_LIBEXECDIR", real, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-diagnostics/every-role-is-shut-in", test_every_role_is_shut_in);
  g_test_add_func ("/pdf-diagnostics/words", test_words);
  g_test_add_func ("/pdf-diagnostics/no-program", test_no_program);
  return g_test_run ();
}
