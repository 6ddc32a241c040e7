/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-pdf-intake.h"

#include "ledger-error.h"
#include "ledger-pdf-samples.h"
#include <fcntl.h>
#include <unistd.h>

#define LONG 60000

static LedgerPdfInspection
inspect (LedgerPdfIntake *intake, int fd)
{
  g_autoptr (GError) error = NULL;
  LedgerPdfInspection inspection = { 0 };

  g_assert_true (ledger_pdf_intake_inspect (intake, fd, &inspection, NULL, &error));
  g_assert_no_error (error);
  close (fd);
  return inspection;
}

typedef struct
{
  const char *name;
  const char *verdict;
  guint pages;
  const char *flags;
} Sample;

static const Sample SAMPLES[] = {
  { "four-pages.pdf", "usable", 4, "" },
  { "outline.pdf", "usable", 4, "outline" },
  { "form.pdf", "usable", 1, "" },
  { "grayscale-scan.pdf", "usable", 1, "" },
  { "cmyk-image.pdf", "usable", 1, "" },
  { "rotated-90.pdf", "usable", 1, "attachment" },
  { "with-attachment.pdf", "usable", 1, "attachment" },
  { "damaged-xref.pdf", "warnings", 1, "" },
  { "damaged-1.pdf", "unsupported", 0, "" },
  { "truncated.pdf", "damaged", 0, "" },
  { "needs-password.pdf", "password", 0, "" },
};

static void
test_samples (void)
{
  g_autoptr (LedgerPdfIntake) intake = ledger_pdf_intake_new ();

  ledger_pdf_intake_set_wall_limit (intake, LONG);
  for (guint i = 0; i < G_N_ELEMENTS (SAMPLES); i++)
    {
      LedgerPdfInspection found = inspect (intake, ledger_pdf_samples_open (SAMPLES[i].name));
      g_autofree char *flags = ledger_pdf_flags_to_names (found.flags);

      g_test_message ("%s", SAMPLES[i].name);
      g_assert_cmpstr (ledger_pdf_verdict_to_name (found.verdict), ==, SAMPLES[i].verdict);
      g_assert_cmpuint (found.pages, ==, SAMPLES[i].pages);
      g_assert_cmpstr (flags, ==, SAMPLES[i].flags);
    }
  /* No content is a failure of the worker: all in one process. */
  g_assert_cmpuint (ledger_pdf_intake_get_starts (intake), ==, 1);
}

static void
test_other_contents (void)
{
  static const struct
  {
    const char *content;
    const char *verdict;
  } cases[] = { { "", "empty" },
                { "hello", "unsupported" },
                { "\xff\xd8\xff\xe0 JFIF", "unsupported" },
                { "%PDF-1.4\nnothing else", "damaged" },
                { "%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj trailer << /Root 1 0 R >>",
                  "damaged" } };
  g_autoptr (LedgerPdfIntake) intake = ledger_pdf_intake_new ();

  ledger_pdf_intake_set_wall_limit (intake, LONG);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LedgerPdfInspection found = inspect (
          intake, ledger_pdf_samples_from_bytes (cases[i].content, strlen (cases[i].content)));

      g_assert_cmpstr (ledger_pdf_verdict_to_name (found.verdict), ==, cases[i].verdict);
      g_assert_cmpuint (found.pages, ==, 0);
    }
}

/* The first 50 files in one process, the next in another. */
static void
test_replaced_every_fifty_files (void)
{
  g_autoptr (LedgerPdfIntake) intake = ledger_pdf_intake_new ();

  ledger_pdf_intake_set_wall_limit (intake, LONG);
  for (guint i = 1; i <= 2 * LEDGER_PDF_INTAKE_FILES + 1; i++)
    {
      LedgerPdfInspection found = inspect (intake, ledger_pdf_samples_squares (1));

      g_assert_cmpuint (found.pages, ==, 1);
      g_assert_cmpuint (ledger_pdf_intake_get_starts (intake),
                        ==,
                        (i + LEDGER_PDF_INTAKE_FILES - 1) / LEDGER_PDF_INTAKE_FILES);
    }
}

static void
test_endless_file_is_a_finding (void)
{
  g_autoptr (LedgerPdfIntake) intake = ledger_pdf_intake_new ();
  LedgerPdfInspection found;

  ledger_pdf_intake_set_wall_limit (intake, 300);
  found = inspect (intake, ledger_pdf_samples_endless_form ());
  g_assert_cmpint (found.verdict, ==, LEDGER_PDF_VERDICT_LIMIT);
  ledger_pdf_intake_set_wall_limit (intake, LONG);
  found = inspect (intake, ledger_pdf_samples_open ("four-pages.pdf"));
  g_assert_cmpint (found.verdict, ==, LEDGER_PDF_VERDICT_USABLE);
  g_assert_cmpuint (ledger_pdf_intake_get_starts (intake), ==, 2);
}

static void
test_misbehaving_workers (void)
{
  static const struct
  {
    const char *mode;
    LedgerPdfVerdict verdict;
    guint starts; /* for two files */
  } cases[] = { { "die", LEDGER_PDF_VERDICT_DAMAGED, 2 },
                { "abort", LEDGER_PDF_VERDICT_LIMIT, 2 },
                { "short", LEDGER_PDF_VERDICT_DAMAGED, 2 },
                { "pages", LEDGER_PDF_VERDICT_DAMAGED, 1 },
                { "verdict", LEDGER_PDF_VERDICT_DAMAGED, 1 } };
  g_autofree char *real = g_strdup (g_getenv ("ZHENGGAI_LIBEXECDIR"));

  g_setenv ("ZHENGGAI_LIBEXECDIR", FAKE_LIBEXECDIR, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LedgerPdfIntake) intake = ledger_pdf_intake_new ();

      g_setenv ("ZHENGGAI_FAKE_WORKER", cases[i].mode, TRUE);
      ledger_pdf_intake_set_wall_limit (intake, LONG);
      for (guint file = 0; file < 2; file++)
        {
          LedgerPdfInspection found = inspect (intake, ledger_pdf_samples_squares (1));

          g_test_message ("%s", cases[i].mode);
          g_assert_cmpint (found.verdict, ==, cases[i].verdict);
        }
      g_assert_cmpuint (ledger_pdf_intake_get_starts (intake), ==, cases[i].starts);
    }
  g_setenv ("ZHENGGAI_LIBEXECDIR", real, TRUE);
}

static void
test_own_failures_are_errors (void)
{
  g_autoptr (LedgerPdfIntake) intake = ledger_pdf_intake_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  LedgerPdfInspection found = { .pages = 7 };
  int folder = open ("/", O_RDONLY | O_CLOEXEC);
  int fd = ledger_pdf_samples_squares (1);

  g_assert_false (ledger_pdf_intake_inspect (intake, folder, &found, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_FAILED);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (ledger_pdf_intake_inspect (intake, fd, &found, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (found.pages, ==, 7);
  close (folder);
  close (fd);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-intake/samples", test_samples);
  g_test_add_func ("/pdf-intake/other-contents", test_other_contents);
  g_test_add_func ("/pdf-intake/replaced-every-fifty-files", test_replaced_every_fifty_files);
  g_test_add_func ("/pdf-intake/endless-file-is-a-finding", test_endless_file_is_a_finding);
  g_test_add_func ("/pdf-intake/misbehaving-workers", test_misbehaving_workers);
  g_test_add_func ("/pdf-intake/own-failures-are-errors", test_own_failures_are_errors);
  return g_test_run ();
}
