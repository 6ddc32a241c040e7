/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-proof-file.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "ledger-error.h"
#include "ledger-kept-file.h"
#include "ledger-pdf-document.h"
#include "ledger-proof-pictures.h"

#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89

struct _LedgerProofFile
{
  GObject parent_instance;

  LedgerDocument *document;
  LedgerEvidenceReader *reader;
  char *evidence_id;
  LedgerProofState state;
  char *error;
  LedgerPdfDocument *pdf;
  GCancellable *cancellable; /* of all that is under way; new at each opening */
  GArray *sizes;             /* LedgerPdfPageSize, once known */
  LedgerProofPictures *pictures;
  GHashTable *errors;      /* page → sentence */
  GArray *wishes;          /* LedgerProofWish */
  LedgerProofWish drawing; /* under way */
  gboolean busy;
};

enum
{
  CHANGED,
  PAGE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerProofFile, ledger_proof_file, G_TYPE_OBJECT)

static void draw_next (LedgerProofFile *self);

static LedgerRecord *
get_evidence (LedgerProofFile *self)
{
  return ledger_kept_file_find (self->document, self->evidence_id);
}

static void
ledger_proof_file_dispose (GObject *object)
{
  LedgerProofFile *self = LEDGER_PROOF_FILE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->pdf);
  g_clear_object (&self->reader);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (ledger_proof_file_parent_class)->dispose (object);
}

static void
ledger_proof_file_finalize (GObject *object)
{
  LedgerProofFile *self = LEDGER_PROOF_FILE (object);

  g_object_unref (self->cancellable);
  g_clear_pointer (&self->sizes, g_array_unref);
  ledger_proof_pictures_free (self->pictures);
  g_hash_table_unref (self->errors);
  g_array_unref (self->wishes);
  g_free (self->evidence_id);
  g_free (self->error);
  G_OBJECT_CLASS (ledger_proof_file_parent_class)->finalize (object);
}

static void
ledger_proof_file_class_init (LedgerProofFileClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_proof_file_dispose;
  G_OBJECT_CLASS (klass)->finalize = ledger_proof_file_finalize;
  signals[CHANGED] = g_signal_new (
      "changed", LEDGER_TYPE_PROOF_FILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PAGE_CHANGED] = g_signal_new ("page-changed",
                                        LEDGER_TYPE_PROOF_FILE,
                                        G_SIGNAL_RUN_LAST,
                                        0,
                                        NULL,
                                        NULL,
                                        NULL,
                                        G_TYPE_NONE,
                                        1,
                                        G_TYPE_UINT);
}

static void
ledger_proof_file_init (LedgerProofFile *self)
{
  self->cancellable = g_cancellable_new ();
  self->pictures = ledger_proof_pictures_new ();
  self->errors = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->wishes = g_array_new (FALSE, FALSE, sizeof (LedgerProofWish));
}

LedgerProofFile *
ledger_proof_file_new (LedgerDocument *document,
                       LedgerEvidenceReader *reader,
                       const char *evidence_id)
{
  LedgerProofFile *self = g_object_new (LEDGER_TYPE_PROOF_FILE, NULL);

  self->document = g_object_ref (document);
  self->reader = g_object_ref (reader);
  self->evidence_id = g_strdup (evidence_id);
  return self;
}

const char *
ledger_proof_file_get_evidence (LedgerProofFile *self)
{
  return self->evidence_id;
}

char *
ledger_proof_file_dup_label (LedgerProofFile *self)
{
  LedgerRecord *evidence = get_evidence (self);

  return evidence != NULL ? ledger_kept_file_dup_label (self->document, evidence)
                          : g_strdup (_ ("Deleted evidence"));
}

LedgerProofState
ledger_proof_file_get_state (LedgerProofFile *self)
{
  return self->state;
}

const char *
ledger_proof_file_get_error (LedgerProofFile *self)
{
  return self->error;
}

/* --- opening --- */

static void
set_state (LedgerProofFile *self, LedgerProofState state, const char *error)
{
  self->state = state;
  g_free (self->error);
  self->error = g_strdup (error);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What comes after closing belongs to an opening that is over. */
static gboolean
is_over (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
take_sizes (LedgerProofFile *self)
{
  const guint n = ledger_pdf_document_get_n_pages (self->pdf);

  g_clear_pointer (&self->sizes, g_array_unref);
  self->sizes = g_array_sized_new (FALSE, FALSE, sizeof (LedgerPdfPageSize), n);
  for (guint i = 0; i < n; i++)
    {
      LedgerPdfPageSize size = { A4_WIDTH, A4_HEIGHT };

      ledger_pdf_document_get_page_size (self->pdf, i, &size.width, &size.height);
      g_array_append_val (self->sizes, size);
    }
}

static void
on_opened (GObject *pdf, GAsyncResult *result, gpointer data)
{
  g_autoptr (LedgerProofFile) self = data;
  g_autoptr (GError) error = NULL;
  const gboolean opened =
      ledger_pdf_document_open_finish (LEDGER_PDF_DOCUMENT (pdf), result, &error);

  if (is_over (error) || self->pdf != LEDGER_PDF_DOCUMENT (pdf))
    return;
  if (!opened)
    {
      g_clear_object (&self->pdf);
      set_state (self, LEDGER_PROOF_FAILED, error->message);
      return;
    }
  take_sizes (self);
  set_state (self, LEDGER_PROOF_OPEN, NULL);
  draw_next (self);
}

static void
on_read (GObject *reader, GAsyncResult *result, gpointer data)
{
  g_autoptr (LedgerProofFile) self = data;
  g_autoptr (GError) error = NULL;
  int fd = ledger_evidence_reader_open_finish (LEDGER_EVIDENCE_READER (reader), result, &error);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    {
      if (fd >= 0)
        close (fd);
      return;
    }
  if (fd < 0)
    {
      set_state (self, LEDGER_PROOF_FAILED, error->message);
      return;
    }
  g_clear_object (&self->pdf);
  self->pdf = ledger_pdf_document_new (fd);
  ledger_pdf_document_open_async (self->pdf, self->cancellable, on_opened, g_object_ref (self));
}

static void
start_opening (LedgerProofFile *self)
{
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_state (self, LEDGER_PROOF_OPENING, NULL);
  ledger_evidence_reader_open_async (
      self->reader, self->evidence_id, self->cancellable, on_read, g_object_ref (self));
}

void
ledger_proof_file_open (LedgerProofFile *self)
{
  LedgerRecord *evidence = get_evidence (self);
  const char *obstacle = evidence != NULL ? ledger_kept_file_get_obstacle (evidence) : NULL;

  if (self->state != LEDGER_PROOF_CLOSED)
    return;
  if (evidence == NULL)
    set_state (self, LEDGER_PROOF_FAILED, _ ("This evidence was deleted."));
  else if (obstacle != NULL)
    set_state (self, LEDGER_PROOF_FAILED, obstacle);
  else
    start_opening (self);
}

static void
forget (LedgerProofFile *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->pdf);
  g_array_set_size (self->wishes, 0);
  ledger_proof_pictures_clear (self->pictures);
  self->busy = FALSE;
}

void
ledger_proof_file_close (LedgerProofFile *self)
{
  if (self->state != LEDGER_PROOF_OPEN && self->state != LEDGER_PROOF_OPENING)
    return;
  forget (self);
  self->state = LEDGER_PROOF_CLOSED;
}

gboolean
ledger_proof_file_can_retry (LedgerProofFile *self)
{
  LedgerRecord *evidence = get_evidence (self);

  return evidence != NULL && ledger_kept_file_may_be_tried (evidence);
}

void
ledger_proof_file_retry (LedgerProofFile *self)
{
  if (self->state != LEDGER_PROOF_FAILED || !ledger_proof_file_can_retry (self))
    return;
  forget (self);
  g_hash_table_remove_all (self->errors);
  start_opening (self);
}

void
ledger_proof_file_retry_page (LedgerProofFile *self, guint page)
{
  if (!g_hash_table_remove (self->errors, GUINT_TO_POINTER (page)))
    return;
  g_signal_emit (self, signals[PAGE_CHANGED], 0, page);
  draw_next (self);
}

/* --- pages --- */

guint
ledger_proof_file_get_n_pages (LedgerProofFile *self)
{
  LedgerRecord *evidence;
  guint pages;

  if (self->sizes != NULL)
    return self->sizes->len;
  evidence = get_evidence (self);
  pages = evidence != NULL ? ledger_kept_file_get_n_pages (evidence) : 1;
  return CLAMP (pages, 1, LEDGER_PDF_MAX_PAGES);
}

void
ledger_proof_file_get_page_size (LedgerProofFile *self, guint page, double *width, double *height)
{
  LedgerPdfPageSize size = { A4_WIDTH, A4_HEIGHT };

  if (self->sizes != NULL && page < self->sizes->len)
    size = g_array_index (self->sizes, LedgerPdfPageSize, page);
  *width = size.width;
  *height = size.height;
}

const char *
ledger_proof_file_get_page_error (LedgerProofFile *self, guint page)
{
  return g_hash_table_lookup (self->errors, GUINT_TO_POINTER (page));
}

/* --- drawing --- */

/* A page that failed is not tried again before somebody asks for it. */
static gboolean
is_settled (LedgerProofFile *self, const LedgerProofWish *wish)
{
  return ledger_proof_pictures_has (self->pictures, wish)
         || ledger_proof_file_get_page_error (self, wish->page) != NULL;
}

/* What can be done about it, the buttons say. */
static char *
describe_failure (guint page, const GError *error)
{
  if (g_error_matches (error, LEDGER_ERROR, LEDGER_ERROR_TIMEOUT))
    return g_strdup_printf (_ ("Page %u took too long to be shown."), page + 1);
  return g_strdup_printf (_ ("Page %u cannot be shown."), page + 1);
}

static void
on_drawn (GObject *pdf, GAsyncResult *result, gpointer data)
{
  g_autoptr (LedgerProofFile) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerPdfPixels) pixels =
      ledger_pdf_document_render_finish (LEDGER_PDF_DOCUMENT (pdf), result, &error);
  const LedgerProofWish wish = self->drawing;

  if (self->pdf != LEDGER_PDF_DOCUMENT (pdf))
    return;
  self->busy = FALSE;
  if (is_over (error))
    return;
  if (pixels != NULL)
    ledger_proof_pictures_insert (self->pictures, &wish, pixels);
  else
    g_hash_table_insert (
        self->errors, GUINT_TO_POINTER (wish.page), describe_failure (wish.page, error));
  g_signal_emit (self, signals[PAGE_CHANGED], 0, wish.page);
  draw_next (self);
}

static void
draw_next (LedgerProofFile *self)
{
  if (self->busy || self->state != LEDGER_PROOF_OPEN)
    return;
  for (guint i = 0; i < self->wishes->len; i++)
    {
      const LedgerProofWish wish = g_array_index (self->wishes, LedgerProofWish, i);

      if (wish.page >= self->sizes->len || is_settled (self, &wish))
        continue;
      self->drawing = wish;
      self->busy = TRUE;
      ledger_pdf_document_render_async (self->pdf,
                                        wish.page,
                                        wish.width,
                                        wish.rotation,
                                        self->cancellable,
                                        on_drawn,
                                        g_object_ref (self));
      return;
    }
}

void
ledger_proof_file_begin_wishes (LedgerProofFile *self)
{
  g_array_set_size (self->wishes, 0);
}

void
ledger_proof_file_wish (LedgerProofFile *self, guint page, guint width, guint rotation)
{
  const LedgerProofWish wish = { page, width, rotation };

  g_array_append_val (self->wishes, wish);
}

void
ledger_proof_file_end_wishes (LedgerProofFile *self)
{
  ledger_proof_pictures_keep (self->pictures, self->wishes);
  draw_next (self);
}

GdkTexture *
ledger_proof_file_get_picture (LedgerProofFile *self, guint page, guint width, guint rotation)
{
  const LedgerProofWish wish = { page, width, rotation };

  return ledger_proof_pictures_lookup (self->pictures, &wish);
}
