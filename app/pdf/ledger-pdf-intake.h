/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-pdf-verdict.h"
#include <gio/gio.h>

G_BEGIN_DECLS

/* Inspects file after file that is to become evidence, in a zhenggai-pdf-worker of role `intake`:
 * one process for many files, replaced after any failure and every 50 files (DESIGN 5).
 * Synchronous, for a job's thread or the command line. It belongs to the thread that made it, and
 * that thread must outlive it: the worker dies with the thread that started it. */
typedef struct _LedgerPdfIntake LedgerPdfIntake;

#define LEDGER_PDF_INTAKE_FILES 50

LedgerPdfIntake *ledger_pdf_intake_new (void);
void ledger_pdf_intake_free (LedgerPdfIntake *intake);

/* FD stays the caller's: open for reading only on a regular file, its position does not matter.
 * TRUE for every content, whatever the file does to its reader: no PDF is `unsupported`, one that
 * kills or stalls the worker `damaged` or `limit`. FALSE: LEDGER_ERROR_FAILED (the worker could not
 * be started, FD cannot be read), G_IO_ERROR_CANCELLED; INSPECTION is then untouched. */
gboolean ledger_pdf_intake_inspect (LedgerPdfIntake *intake,
                                    int fd,
                                    LedgerPdfInspection *inspection,
                                    GCancellable *cancellable,
                                    GError **error);

/* Wall time of one file in milliseconds; 10 000 unless set. */
void ledger_pdf_intake_set_wall_limit (LedgerPdfIntake *intake, guint milliseconds);
/* Processes started so far. */
guint ledger_pdf_intake_get_starts (LedgerPdfIntake *intake);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerPdfIntake, ledger_pdf_intake_free)

G_END_DECLS
