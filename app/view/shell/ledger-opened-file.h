/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* What became of a file that was to be the ledger of a window: opened and read on whatever thread,
 * shown on the main one (ledger-window-opening). */
typedef struct
{
  char *path;               /* of what is shown: the file, or the copy of a sample */
  char *folder;             /* of that copy; NULL: none */
  LedgerDocument *document; /* prepared, nobody's yet; NULL: ERROR says why */
  char *why; /* the sentence for the strip where it lies on a stick or a share or a newer program
              * wrote it: it was opened for reading */
  gboolean readable; /* ERROR is damage, and yet it could be shown read-only */
  GError *error;
} LedgerOpenedFile;

typedef enum
{
  LEDGER_OPENING_FILE,     /* as a person opens it: of a sample a throw-away copy */
  LEDGER_OPENING_IN_PLACE, /* a sample, too, as it lies there */
  LEDGER_OPENING_DAMAGED,  /* read-only, for it is damaged and a person knows */
} LedgerOpeningWay;

/* Never NULL. Ends early, with G_IO_ERROR_CANCELLED, once CANCELLABLE (may be NULL) is cancelled.
 */
LedgerOpenedFile *
ledger_opened_file_read (const char *path, LedgerOpeningWay way, GCancellable *cancellable);
/* The same with a copy of FROM at TO, and with an empty ledger that AUTHOR (NULL: whoever has
 * logged in) begins at PATH. Nothing may be there yet; where it is given up nothing stays. */
LedgerOpenedFile *
ledger_opened_file_read_copy (const char *from, const char *to, GCancellable *cancellable);
LedgerOpenedFile *
ledger_opened_file_create (const char *path, const char *author, GCancellable *cancellable);
/* A document and a folder that nobody took go with it. On either thread. */
void ledger_opened_file_free (LedgerOpenedFile *self);
/* A copy at TO, where nothing is yet, that only its owner reads; on failure nothing stays. */
gboolean ledger_opened_file_copy (const char *from,
                                  const char *to,
                                  GCancellable *cancellable,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerOpenedFile, ledger_opened_file_free)

G_END_DECLS
