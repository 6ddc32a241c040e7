/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-pdf-verdict.h"

#include "ledger-error.h"

typedef struct
{
  LedgerPdfVerdict verdict;
  const char *name; /* stored in ledgers: can never change */
  gboolean shown;
  int code;
} Case;

static const Case CASES[] = {
  { LEDGER_PDF_VERDICT_USABLE, "usable", TRUE, -1 },
  { LEDGER_PDF_VERDICT_WARNINGS, "warnings", TRUE, -1 },
  { LEDGER_PDF_VERDICT_PASSWORD, "password", FALSE, LEDGER_ERROR_PASSWORD },
  { LEDGER_PDF_VERDICT_DAMAGED, "damaged", FALSE, LEDGER_ERROR_DAMAGED },
  { LEDGER_PDF_VERDICT_EMPTY, "empty", FALSE, LEDGER_ERROR_UNSUPPORTED },
  { LEDGER_PDF_VERDICT_UNSUPPORTED, "unsupported", FALSE, LEDGER_ERROR_UNSUPPORTED },
  { LEDGER_PDF_VERDICT_LIMIT, "limit", FALSE, LEDGER_ERROR_TIMEOUT },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      LedgerPdfVerdict back = LEDGER_PDF_VERDICT_LIMIT + 1;

      g_assert_cmpstr (ledger_pdf_verdict_to_name (CASES[i].verdict), ==, CASES[i].name);
      g_assert_true (ledger_pdf_verdict_from_name (CASES[i].name, &back));
      g_assert_cmpint (back, ==, CASES[i].verdict);
      g_assert_true (ledger_pdf_verdict_is_shown (CASES[i].verdict) == CASES[i].shown);
    }
}

static void
test_unknown_word (void)
{
  LedgerPdfVerdict verdict = LEDGER_PDF_VERDICT_EMPTY;

  g_assert_false (ledger_pdf_verdict_from_name ("Usable", &verdict));
  g_assert_false (ledger_pdf_verdict_from_name ("", &verdict));
  g_assert_false (ledger_pdf_verdict_from_name (NULL, &verdict));
  g_assert_cmpint (verdict, ==, LEDGER_PDF_VERDICT_EMPTY);
}

static void
test_errors (void)
{
  g_assert_null (ledger_pdf_verdict_to_sentence (LEDGER_PDF_VERDICT_USABLE));
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GError) error = NULL;

      if (CASES[i].shown)
        continue;
      ledger_pdf_verdict_set_error (CASES[i].verdict, &error);
      g_assert_error (error, LEDGER_ERROR, CASES[i].code);
      g_assert_cmpstr (error->message, ==, ledger_pdf_verdict_to_sentence (CASES[i].verdict));
    }
}

static void
test_names_of_files (void)
{
  const LedgerPdfVerdict unsupported = LEDGER_PDF_VERDICT_UNSUPPORTED;

  g_assert_cmpint (
      ledger_pdf_verdict_for_name (unsupported, "a.PDF"), ==, LEDGER_PDF_VERDICT_DAMAGED);
  g_assert_cmpint (ledger_pdf_verdict_for_name (unsupported, "a.pdf.docx"), ==, unsupported);
  g_assert_cmpint (ledger_pdf_verdict_for_name (unsupported, NULL), ==, unsupported);
  g_assert_cmpint (ledger_pdf_verdict_for_name (LEDGER_PDF_VERDICT_EMPTY, "a.pdf"),
                   ==,
                   LEDGER_PDF_VERDICT_EMPTY);
}

static void
test_flags (void)
{
  g_autofree char *none = ledger_pdf_flags_to_names (0);
  g_autofree char *two =
      ledger_pdf_flags_to_names (LEDGER_PDF_FLAG_SCRIPT | LEDGER_PDF_FLAG_SIGNED);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (two, ==, "script,signed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-verdict/words", test_words);
  g_test_add_func ("/pdf-verdict/unknown-word", test_unknown_word);
  g_test_add_func ("/pdf-verdict/errors", test_errors);
  g_test_add_func ("/pdf-verdict/names-of-files", test_names_of_files);
  g_test_add_func ("/pdf-verdict/flags", test_flags);
  return g_test_run ();
}
