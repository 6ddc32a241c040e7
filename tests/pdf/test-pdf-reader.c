/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-pdf-reader.h"

#include "ledger-error.h"
#include "ledger-pdf-samples.h"
#include <signal.h>

#define LONG 60000
#define SHORT 300

typedef struct
{
  const char *name;
  guint pages; /* 0: refused with CODE */
  LedgerPdfVerdict verdict;
  LedgerError code;
} Sample;

static const Sample SAMPLES[] = {
  { "four-pages.pdf", 4, LEDGER_PDF_VERDICT_USABLE, 0 },
  { "outline.pdf", 4, LEDGER_PDF_VERDICT_USABLE, 0 },
  { "form.pdf", 1, LEDGER_PDF_VERDICT_USABLE, 0 },
  { "grayscale-scan.pdf", 1, LEDGER_PDF_VERDICT_USABLE, 0 },
  { "cmyk-image.pdf", 1, LEDGER_PDF_VERDICT_USABLE, 0 },
  { "rotated-90.pdf", 1, LEDGER_PDF_VERDICT_USABLE, 0 },
  { "with-attachment.pdf", 1, LEDGER_PDF_VERDICT_USABLE, 0 },
  { "damaged-xref.pdf", 1, LEDGER_PDF_VERDICT_WARNINGS, 0 },
  { "damaged-1.pdf", 0, 0, LEDGER_ERROR_UNSUPPORTED },
  { "truncated.pdf", 0, 0, LEDGER_ERROR_DAMAGED },
  { "needs-password.pdf", 0, 0, LEDGER_ERROR_PASSWORD },
};

/* Every page of every good file has ink with the sandbox on: fonts, images and all. */
static void
check_pages (LedgerPdfReader *reader, const Sample *sample, GArray *sizes)
{
  g_assert_cmpuint (sizes->len, ==, sample->pages);
  for (guint page = 0; page < sizes->len; page++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LedgerPdfPixels) pixels =
          ledger_pdf_reader_render (reader, page, 300, 400, 0, LONG, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (ledger_pdf_samples_count_ink (pixels), >, 20);
    }
}

static void
test_samples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (SAMPLES); i++)
    {
      const Sample *sample = &SAMPLES[i];
      g_autoptr (LedgerPdfReader) reader =
          ledger_pdf_reader_new (ledger_pdf_samples_open (sample->name));
      g_autoptr (GError) error = NULL;
      LedgerPdfVerdict verdict = LEDGER_PDF_VERDICT_EMPTY;
      g_autoptr (GArray) sizes = ledger_pdf_reader_open (reader, &verdict, LONG, NULL, &error);

      g_test_message ("%s: %s", sample->name, error != NULL ? error->message : "opened");
      if (sample->pages == 0)
        {
          g_assert_null (sizes);
          g_assert_error (error, LEDGER_ERROR, (int)sample->code);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpint (verdict, ==, sample->verdict);
      check_pages (reader, sample, sizes);
    }
}

static void
test_empty_file (void)
{
  g_autoptr (LedgerPdfReader) reader =
      ledger_pdf_reader_new (ledger_pdf_samples_from_bytes ("", 0));
  g_autoptr (GError) error = NULL;

  g_assert_null (ledger_pdf_reader_open (reader, NULL, LONG, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_UNSUPPORTED);
}

/* Four ideographs of 48 points cover some 4 × 48² points, a fifth of it in ink. */
static void
test_chinese_without_embedded_font (void)
{
  g_autoptr (LedgerPdfReader) reader = ledger_pdf_reader_new (ledger_pdf_samples_chinese ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) sizes = ledger_pdf_reader_open (reader, NULL, LONG, NULL, &error);
  g_autoptr (LedgerPdfPixels) pixels = NULL;

  g_assert_no_error (error);
  pixels = ledger_pdf_reader_render (reader, 0, 595, 842, 0, LONG, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ledger_pdf_samples_count_ink (pixels), >, 1000);
}

static void
test_odd_sizes_become_sane (void)
{
  g_autoptr (LedgerPdfReader) reader = ledger_pdf_reader_new (ledger_pdf_samples_odd_sizes ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) sizes = ledger_pdf_reader_open (reader, NULL, LONG, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < sizes->len; i++)
    {
      const LedgerPdfPageSize *size = &g_array_index (sizes, LedgerPdfPageSize, i);

      g_assert_true (size->width >= 1 && size->width <= 20000);
      g_assert_true (size->height >= 1 && size->height <= 20000);
    }
}

/* Where the square of the lower left corner stands after turning. */
static void
test_turning (void)
{
  static const struct
  {
    guint rotation, width, height, x, y;
  } cases[] = { { 0, 200, 100, 10, 90 },
                { 90, 100, 200, 10, 10 },
                { 180, 200, 100, 190, 10 },
                { 270, 100, 200, 90, 190 } };
  g_autoptr (LedgerPdfReader) reader = ledger_pdf_reader_new (ledger_pdf_samples_squares (1));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LedgerPdfPixels) pixels = ledger_pdf_reader_render (
          reader, 0, cases[i].width, cases[i].height, cases[i].rotation, LONG, NULL, &error);
      const guint32 *words;

      g_assert_no_error (error);
      words = g_bytes_get_data (ledger_pdf_pixels_get_bytes (pixels), NULL);
      g_assert_cmphex (words[cases[i].y * cases[i].width + cases[i].x], ==, 0xff000000u);
      g_assert_cmpuint (ledger_pdf_samples_count_ink (pixels), ==, 400);
    }
}

/* A worker that stands still, as one that a page holds up does. */
static void
test_stopped_worker_times_out (void)
{
  g_autoptr (LedgerPdfReader) reader = ledger_pdf_reader_new (ledger_pdf_samples_squares (2));
  g_autoptr (GArray) sizes = ledger_pdf_reader_open (reader, NULL, LONG, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerPdfPixels) pixels = NULL;
  GPid pid = ledger_pdf_reader_get_pid (reader);

  g_assert_cmpint (kill (pid, SIGSTOP), ==, 0);
  g_assert_null (ledger_pdf_reader_render (reader, 1, 200, 100, 0, SHORT, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_TIMEOUT);
  g_assert_cmpstr (error->message, ==, "Showing page 2 took too long.");
  g_clear_error (&error);
  pixels = ledger_pdf_reader_render (reader, 1, 200, 100, 0, LONG, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ledger_pdf_reader_get_pid (reader), !=, pid);
  g_assert_cmpuint (ledger_pdf_samples_count_ink (pixels), ==, 400);
}

static gpointer
kill_soon (gpointer data)
{
  g_usleep (50000);
  kill (GPOINTER_TO_INT (data), SIGKILL);
  return NULL;
}

/* Killed while it is at a page that never ends. */
static void
test_killed_in_mid_render (void)
{
  g_autoptr (LedgerPdfReader) reader = ledger_pdf_reader_new (ledger_pdf_samples_endless_page ());
  g_autoptr (GArray) sizes = ledger_pdf_reader_open (reader, NULL, LONG, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerPdfPixels) pixels = NULL;
  GPid pid = ledger_pdf_reader_get_pid (reader);
  GThread *thread = g_thread_new ("kill", kill_soon, GINT_TO_POINTER (pid));

  g_assert_null (ledger_pdf_reader_render (reader, 1, 200, 100, 0, LONG, NULL, &error));
  g_thread_join (thread);
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_DAMAGED);
  g_assert_cmpstr (
      error->message, ==, "Page 2 cannot be shown. Try again, or export the original.");
  g_clear_error (&error);
  pixels = ledger_pdf_reader_render (reader, 2, 200, 100, 0, LONG, NULL, &error);
  g_assert_no_error (error);
}

/* poppler walks the form when it draws, not when it opens. */
static void
test_endless_form_times_out (void)
{
  g_autoptr (LedgerPdfReader) reader = ledger_pdf_reader_new (ledger_pdf_samples_endless_form ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) sizes = ledger_pdf_reader_open (reader, NULL, LONG, NULL, &error);

  g_assert_no_error (error);
  g_assert_null (ledger_pdf_reader_render (reader, 0, 200, 100, 0, SHORT, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_TIMEOUT);
}

/* What a worker may claim of a file. */
static void
test_lying_workers (void)
{
  static const char *const modes[] = { "pages", "no-pages", "verdict", "die", "short" };
  g_autofree char *real = g_strdup (g_getenv ("ZHENGGAI_LIBEXECDIR"));

  g_setenv ("ZHENGGAI_LIBEXECDIR", FAKE_LIBEXECDIR, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (LedgerPdfReader) reader = ledger_pdf_reader_new (ledger_pdf_samples_squares (1));
      g_autoptr (GError) error = NULL;

      g_setenv ("ZHENGGAI_FAKE_WORKER", modes[i], TRUE);
      g_assert_null (ledger_pdf_reader_open (reader, NULL, LONG, NULL, &error));
      g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_DAMAGED);
    }
  g_setenv ("ZHENGGAI_LIBEXECDIR", real, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("FC_LANG", "zh-cn", FALSE);
  g_test_add_func ("/pdf-reader/samples", test_samples);
  g_test_add_func ("/pdf-reader/empty-file", test_empty_file);
  g_test_add_func ("/pdf-reader/chinese-without-embedded-font", test_chinese_without_embedded_font);
  g_test_add_func ("/pdf-reader/odd-sizes-become-sane", test_odd_sizes_become_sane);
  g_test_add_func ("/pdf-reader/turning", test_turning);
  g_test_add_func ("/pdf-reader/stopped-worker-times-out", test_stopped_worker_times_out);
  g_test_add_func ("/pdf-reader/killed-in-mid-render", test_killed_in_mid_render);
  g_test_add_func ("/pdf-reader/endless-form-times-out", test_endless_form_times_out);
  g_test_add_func ("/pdf-reader/lying-workers", test_lying_workers);
  return g_test_run ();
}
