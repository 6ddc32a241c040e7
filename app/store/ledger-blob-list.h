/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-log.h"

G_BEGIN_DECLS

/* What the file says about its evidence bytes, read in one go: whoever then goes through the chunks
 * holds no snapshot (LOG 11). Nothing of it is believed yet. */
typedef struct
{
  gint64 key;
  gboolean has_digest; /* FALSE: still being staged, or damaged */
  guint8 digest[32];
  gint64 size;
  gint64 named; /* 1: an operation names the digest */
} LedgerBlobLine;

/* LedgerBlobLine, by key. */
GArray *ledger_blob_list_read (LedgerLog *log, GError **error);

G_END_DECLS
