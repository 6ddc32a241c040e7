/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-pdf-document.h"

#include "ledger-error.h"
#include "ledger-pdf-samples.h"

#define LONG 60000

static void
take_result (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **slot = data;

  *slot = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
open_document (LedgerPdfDocument *document, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ledger_pdf_document_open_async (document, NULL, take_result, &result);
  wait_for (&result);
  return ledger_pdf_document_open_finish (document, result, error);
}

static LedgerPdfDocument *
opened (int fd)
{
  LedgerPdfDocument *document = ledger_pdf_document_new (fd);
  g_autoptr (GError) error = NULL;

  ledger_pdf_document_set_wall_limit (document, LONG);
  open_document (document, &error);
  g_assert_no_error (error);
  return document;
}

static LedgerPdfPixels *
render (LedgerPdfDocument *document, guint page, guint width, guint rotation, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ledger_pdf_document_render_async (document, page, width, rotation, NULL, take_result, &result);
  wait_for (&result);
  return ledger_pdf_document_render_finish (document, result, error);
}

static void
test_open_and_render (void)
{
  g_autoptr (LedgerPdfDocument) document = opened (ledger_pdf_samples_squares (3));
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerPdfPixels) upright = NULL;
  g_autoptr (LedgerPdfPixels) sideways = NULL;
  double width = 0, height = 0;

  g_assert_cmpuint (ledger_pdf_document_get_n_pages (document), ==, 3);
  g_assert_true (ledger_pdf_document_get_page_size (document, 2, &width, &height));
  g_assert_cmpfloat (width, ==, 200);
  g_assert_cmpfloat (height, ==, 100);
  g_assert_false (ledger_pdf_document_get_page_size (document, 3, NULL, NULL));
  upright = render (document, 2, 400, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ledger_pdf_pixels_get_height (upright), ==, 200);
  g_assert_cmpuint (ledger_pdf_samples_count_ink (upright), ==, 1600);
  sideways = render (document, 2, 400, 90, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ledger_pdf_pixels_get_height (sideways), ==, 800);
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *name;
    LedgerError code;
  } cases[] = { { "needs-password.pdf", LEDGER_ERROR_PASSWORD },
                { "truncated.pdf", LEDGER_ERROR_DAMAGED },
                { "damaged-1.pdf", LEDGER_ERROR_UNSUPPORTED } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LedgerPdfDocument) document =
          ledger_pdf_document_new (ledger_pdf_samples_open (cases[i].name));
      g_autoptr (GError) error = NULL;

      ledger_pdf_document_set_wall_limit (document, LONG);
      g_assert_false (open_document (document, &error));
      g_assert_error (error, LEDGER_ERROR, (int)cases[i].code);
      g_assert_cmpuint (ledger_pdf_document_get_n_pages (document), ==, 0);
    }
}

static void
test_no_such_page (void)
{
  g_autoptr (LedgerPdfDocument) document = opened (ledger_pdf_samples_squares (1));
  g_autoptr (GError) error = NULL;

  g_assert_null (render (document, 1, 100, 0, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
}

/* Wider than may be: what comes says its own width. */
static void
test_picture_limit (void)
{
  g_autoptr (LedgerPdfDocument) document = opened (ledger_pdf_samples_open ("four-pages.pdf"));
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerPdfPixels) pixels = render (document, 0, G_MAXUINT, 0, &error);
  guint64 count;

  g_assert_no_error (error);
  count = (guint64)ledger_pdf_pixels_get_width (pixels) * ledger_pdf_pixels_get_height (pixels);
  g_assert_cmpuint (count, <=, LEDGER_PDF_MAX_PIXELS);
  g_assert_cmpuint (count, >, LEDGER_PDF_MAX_PIXELS / 100 * 98);
}

static void
test_endless_page_then_the_next (void)
{
  g_autoptr (LedgerPdfDocument) document = opened (ledger_pdf_samples_endless_page ());
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerPdfPixels) next = NULL;

  ledger_pdf_document_set_wall_limit (document, 300);
  g_assert_null (render (document, 1, 200, 0, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_TIMEOUT);
  g_assert_cmpstr (error->message, ==, "Showing page 2 took too long.");
  g_clear_error (&error);
  ledger_pdf_document_set_wall_limit (document, LONG);
  next = render (document, 2, 200, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ledger_pdf_samples_count_ink (next), ==, 400);
}

/* Leaving an endless page does not hold up the page one goes to. */
static void
test_cancelling_makes_way (void)
{
  g_autoptr (LedgerPdfDocument) document = opened (ledger_pdf_samples_endless_page ());
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerPdfPixels) next = NULL;

  ledger_pdf_document_render_async (document, 1, 200, 0, cancellable, take_result, &first);
  g_usleep (50000);
  g_cancellable_cancel (cancellable);
  next = render (document, 0, 200, 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (first);
  g_assert_null (ledger_pdf_document_render_finish (document, first, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
forget_result (GObject *source, GAsyncResult *result, gpointer data)
{
  (*(guint *)data)++;
}

/* The caller may drop the document with a request under way; the last reference may then be dropped
 * in any thread. */
static void
test_dropping_under_way (void)
{
  for (guint i = 0; i < 20; i++)
    {
      LedgerPdfDocument *document = ledger_pdf_document_new (ledger_pdf_samples_squares (1));
      gpointer weak = document;
      guint answers = 0;

      g_object_add_weak_pointer (G_OBJECT (document), &weak);
      ledger_pdf_document_open_async (document, NULL, forget_result, &answers);
      g_object_unref (document);
      while (answers == 0)
        g_main_context_iteration (NULL, TRUE);
      while (g_atomic_pointer_get (&weak) != NULL)
        g_main_context_iteration (NULL, FALSE);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_many_documents (void)
{
  LedgerPdfDocument *documents[6];

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    documents[i] = opened (ledger_pdf_samples_squares (i + 1));
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LedgerPdfPixels) pixels = render (documents[i], i, 100, 0, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (ledger_pdf_document_get_n_pages (documents[i]), ==, i + 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    g_object_unref (documents[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-document/open-and-render", test_open_and_render);
  g_test_add_func ("/pdf-document/refusals", test_refusals);
  g_test_add_func ("/pdf-document/no-such-page", test_no_such_page);
  g_test_add_func ("/pdf-document/picture-limit", test_picture_limit);
  g_test_add_func ("/pdf-document/endless-page-then-the-next", test_endless_page_then_the_next);
  g_test_add_func ("/pdf-document/cancelling-makes-way", test_cancelling_makes_way);
  g_test_add_func ("/pdf-document/dropping-under-way", test_dropping_under_way);
  g_test_add_func ("/pdf-document/many-documents", test_many_documents);
  return g_test_run ();
}
