/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-opened-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ledger-error.h"
#include "ledger-place.h"
#include "ledger-sample-folder.h"
#include "ledger-sample.h"

static char *
describe_place (const char *path)
{
  switch (ledger_place_of (path))
    {
    case LEDGER_PLACE_REMOVABLE:
      return g_strdup (_ ("Opened read-only: the ledger lies on a USB stick, where working on it "
                          "directly damages it easily."));
    case LEDGER_PLACE_NETWORK:
      return g_strdup (_ ("Opened read-only: the ledger lies on a network share, where working on "
                          "it directly damages it easily."));
    case LEDGER_PLACE_LOCAL:
    case LEDGER_PLACE_READ_ONLY:
    default:
      return NULL;
    }
}

/* Where the ledger cannot be written as it lies there (LOG 13), or a newer program wrote it, it is
 * shown all the same. */
static char *
describe_failure (const char *path, const GError *failure)
{
  if (g_error_matches (failure, LEDGER_ERROR, LEDGER_ERROR_UNSUPPORTED))
    return describe_place (path);
  if (g_error_matches (failure, LEDGER_ERROR, LEDGER_ERROR_NEWER))
    return g_strdup (_ ("Opened read-only: the ledger was written by a newer version of this "
                        "program."));
  return NULL;
}

static LedgerDocument *
read_only (LedgerOpenedFile *self, GCancellable *cancellable)
{
  return ledger_document_prepare (self->path, LEDGER_DOCUMENT_READ, cancellable, NULL);
}

static void
open_for_work (LedgerOpenedFile *self, GCancellable *cancellable)
{
  g_autoptr (LedgerDocument) shown = NULL;

  self->document =
      ledger_document_prepare (self->path, LEDGER_DOCUMENT_WINDOW, cancellable, &self->error);
  if (self->document != NULL)
    return;
  self->why = describe_failure (self->path, self->error);
  if (self->why != NULL)
    self->document = read_only (self, cancellable);
  if (self->document != NULL)
    g_clear_error (&self->error);
  if (!g_error_matches (self->error, LEDGER_ERROR, LEDGER_ERROR_DAMAGED))
    return;
  shown = read_only (self, cancellable);
  self->readable = shown != NULL;
}

static void
explain_copy (const char *from, const GError *failure, GError **error)
{
  g_autofree char *name = g_path_get_basename (from);

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (failure));
  else
    g_set_error (error,
                 LEDGER_ERROR,
                 LEDGER_ERROR_FAILED,
                 /* Translators: name of a file, what the system says */
                 _ ("“%s” could not be copied to this computer (%s). See that the file can still "
                    "be reached and that there is room on this computer."),
                 name,
                 failure->message);
}

gboolean
ledger_opened_file_copy (const char *from,
                         const char *to,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) failure = NULL;
  const gboolean ours = !g_file_test (to, G_FILE_TEST_EXISTS);

  if (!g_file_copy (
          source, target, G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable, NULL, NULL, &failure))
    {
      if (ours)
        g_unlink (to);
      explain_copy (from, failure, error);
      return FALSE;
    }
  g_file_set_attribute_uint32 (
      target, G_FILE_ATTRIBUTE_UNIX_MODE, 0600, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  return TRUE;
}

/* Nothing that is done to a sample is kept, wherever it came from. */
static gboolean
copy_sample (LedgerOpenedFile *self, GCancellable *cancellable)
{
  g_autofree char *from = g_steal_pointer (&self->path);

  self->folder = ledger_sample_folder_new (&self->error);
  self->path = self->folder != NULL ? ledger_sample_folder_dup_path (self->folder) : NULL;
  return self->path != NULL
         && ledger_opened_file_copy (from, self->path, cancellable, &self->error);
}

LedgerOpenedFile *
ledger_opened_file_read (const char *path, LedgerOpeningWay way, GCancellable *cancellable)
{
  LedgerOpenedFile *self = g_new0 (LedgerOpenedFile, 1);

  self->path = g_strdup (path);
  if (way == LEDGER_OPENING_DAMAGED)
    self->document =
        ledger_document_prepare (path, LEDGER_DOCUMENT_READ, cancellable, &self->error);
  else if (way == LEDGER_OPENING_IN_PLACE || !ledger_sample_is_at (path)
           || copy_sample (self, cancellable))
    open_for_work (self, cancellable);
  /* Nobody waits for it any more: then it is given up here, where it holds nobody up. */
  if (g_cancellable_is_cancelled (cancellable))
    g_clear_object (&self->document);
  if (self->document == NULL && self->error == NULL)
    g_cancellable_set_error_if_cancelled (cancellable, &self->error);
  return self;
}

/* Takes ERROR. */
static LedgerOpenedFile *
failed (const char *path, GError *error)
{
  LedgerOpenedFile *self = g_new0 (LedgerOpenedFile, 1);

  self->path = g_strdup (path);
  self->error = error;
  return self;
}

/* What was made at PATH a moment ago. */
static LedgerOpenedFile *
read_made (const char *path, GCancellable *cancellable)
{
  LedgerOpenedFile *self = ledger_opened_file_read (path, LEDGER_OPENING_FILE, cancellable);

  if (g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_unlink (path);
  return self;
}

LedgerOpenedFile *
ledger_opened_file_read_copy (const char *from, const char *to, GCancellable *cancellable)
{
  GError *error = NULL;

  if (!ledger_opened_file_copy (from, to, cancellable, &error))
    return failed (to, error);
  return read_made (to, cancellable);
}

LedgerOpenedFile *
ledger_opened_file_create (const char *path, const char *author, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (LedgerDocument) document =
      ledger_document_create (path, LEDGER_DOCUMENT_SCRIPT, NULL, author, &error);

  if (document == NULL)
    return failed (path, error);
  /* Made in this thread, then opened as any other: by its own writer. */
  ledger_document_close (document);
  return read_made (path, cancellable);
}

void
ledger_opened_file_free (LedgerOpenedFile *self)
{
  g_clear_object (&self->document);
  if (self->folder != NULL)
    ledger_sample_folder_remove (self->folder);
  g_clear_error (&self->error);
  g_free (self->path);
  g_free (self->why);
  g_free (self);
}
