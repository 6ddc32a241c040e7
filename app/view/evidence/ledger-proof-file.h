/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "ledger-evidence-reader.h"

G_BEGIN_DECLS

/* One file that the ledger keeps (an evidence, the scan of a sign-off) as pages to be drawn: its
 * bytes on their way out of the ledger, the worker that draws them, the pictures there are. Nothing
 * here blocks; one picture is under way at a time.
 *
 * Signals: "changed" (state, number or sizes of pages), "page-changed" (guint page: a picture has
 * come, or it failed). */
#define LEDGER_TYPE_PROOF_FILE (ledger_proof_file_get_type ())
G_DECLARE_FINAL_TYPE (LedgerProofFile, ledger_proof_file, LEDGER, PROOF_FILE, GObject)

typedef enum
{
  LEDGER_PROOF_CLOSED, /* never opened, or given back */
  LEDGER_PROOF_OPENING,
  LEDGER_PROOF_OPEN,
  LEDGER_PROOF_FAILED, /* see ledger_proof_file_get_error */
} LedgerProofState;

LedgerProofFile *ledger_proof_file_new (LedgerDocument *document,
                                        LedgerEvidenceReader *reader,
                                        const char *evidence_id);
const char *ledger_proof_file_get_evidence (LedgerProofFile *self);
/* "1.2.3-05 学习计划", as it is named now. */
char *ledger_proof_file_dup_label (LedgerProofFile *self);
LedgerProofState ledger_proof_file_get_state (LedgerProofFile *self);
/* The sentence of a file that cannot be shown, or NULL. */
const char *ledger_proof_file_get_error (LedgerProofFile *self);

/* What is not open is opened; what the inspection found unfit fails at once. */
void ledger_proof_file_open (LedgerProofFile *self);
/* Ends the worker and drops the pictures; sizes stay, so that the layout does. */
void ledger_proof_file_close (LedgerProofFile *self);
/* Whether trying again can help. */
gboolean ledger_proof_file_can_retry (LedgerProofFile *self);
/* Tries again what failed: the file, or one page. */
void ledger_proof_file_retry (LedgerProofFile *self);
void ledger_proof_file_retry_page (LedgerProofFile *self, guint page);

/* Until it was opened the number of the record (1 where unknown) and the size of A4. */
guint ledger_proof_file_get_n_pages (LedgerProofFile *self);
void
ledger_proof_file_get_page_size (LedgerProofFile *self, guint page, double *width, double *height);
/* The sentence of a page that could not be drawn, or NULL. */
const char *ledger_proof_file_get_page_error (LedgerProofFile *self, guint page);

/* Which pages are wanted now, most urgent first: wishes begin anew with `begin` and are worked off
 * one by one after `end`. WIDTH is in device pixels after turning. */
void ledger_proof_file_begin_wishes (LedgerProofFile *self);
void ledger_proof_file_wish (LedgerProofFile *self, guint page, guint width, guint rotation);
void ledger_proof_file_end_wishes (LedgerProofFile *self);
/* The picture of that width, else any of that page to be stretched meanwhile, else NULL; transfer
 * none. */
GdkTexture *
ledger_proof_file_get_picture (LedgerProofFile *self, guint page, guint width, guint rotation);

G_END_DECLS
