/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one error domain of the program. A message is a whole sentence that a clerk understands:
 * what happened, to what, and what to do now. Errors of SQLite, poppler, libzip … are turned into
 * this domain at the edge of the room that knows the library. A cancelled job alone keeps
 * G_IO_ERROR_CANCELLED. */
#define LEDGER_ERROR (ledger_error_quark ())

typedef enum
{
  LEDGER_ERROR_FAILED,    /* the system refused: permission, input or output */
  LEDGER_ERROR_INVALID,   /* what a person or a script gave makes no sense */
  LEDGER_ERROR_NOT_FOUND, /* nothing has that name, number or id */
  LEDGER_ERROR_AMBIGUOUS, /* several things have that number; the message lists their ids */
  LEDGER_ERROR_READ_ONLY, /* the ledger is open for reading only */
  LEDGER_ERROR_LOCKED,    /* somebody else holds the ledger; the message says who */
  LEDGER_ERROR_STALE,     /* the field was changed since the form was loaded (LOG 12) */
  LEDGER_ERROR_REFUSED,   /* a rule of the practice refuses; the message names the rule's object */
  LEDGER_ERROR_DAMAGED,   /* a hash, a page or a foreign file is broken */
  LEDGER_ERROR_NEWER,     /* the file was written by a newer program */
  LEDGER_ERROR_UNSUPPORTED, /* a kind of file, place or content that cannot be handled */
  LEDGER_ERROR_PASSWORD,    /* a foreign file is protected by a password */
  LEDGER_ERROR_FULL,        /* the disk is full; nothing was changed */
  LEDGER_ERROR_FOREIGN,     /* edits or files of another ledger */
  LEDGER_ERROR_TIMEOUT,     /* a worker gave no answer in time */
} LedgerError;

GQuark ledger_error_quark (void);

/* Ends a loop whose calls report into FAILURE so that their FALSE can also mean the end: TRUE where
 * it is NULL, else FALSE and FAILURE is handed on to ERROR. */
gboolean ledger_error_pass (GError *failure, GError **error);

G_END_DECLS
