/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-private-stream.h"

struct _LedgerPrivateStream
{
  GOutputStream parent_instance;

  LedgerPrivateFile *file;
};

G_DEFINE_FINAL_TYPE (LedgerPrivateStream, ledger_private_stream, G_TYPE_OUTPUT_STREAM)

static gssize
ledger_private_stream_write (GOutputStream *stream,
                             const void *data,
                             gsize length,
                             GCancellable *cancellable,
                             GError **error)
{
  LedgerPrivateStream *self = LEDGER_PRIVATE_STREAM (stream);

  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !ledger_private_file_write (self->file, data, length, error))
    return -1;
  return (gssize)length;
}

static void
ledger_private_stream_class_init (LedgerPrivateStreamClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = ledger_private_stream_write;
}

static void
ledger_private_stream_init (LedgerPrivateStream *self)
{
}

GOutputStream *
ledger_private_stream_new (LedgerPrivateFile *file)
{
  LedgerPrivateStream *self = g_object_new (LEDGER_TYPE_PRIVATE_STREAM, NULL);

  self->file = file;
  return G_OUTPUT_STREAM (self);
}
