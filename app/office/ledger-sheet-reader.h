/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-progress.h"
#include "ledger-workbook.h"

G_BEGIN_DECLS

/* Reads any sheet that the program knows by what is in the file, not by its name: xlsx of every
 * writer, csv and other separated text, and web pages that some systems save as .xls. Blocks; call
 * it in a job. PROGRESS and CANCELLABLE may be NULL. Nothing of a file is given when a part of it
 * cannot be read.
 *
 * Errors, each with the sentence of UI §4: LEDGER_ERROR_UNSUPPORTED for an old workbook (.xls,
 * .et), for another kind of file and for one beyond the budgets; LEDGER_ERROR_PASSWORD;
 * LEDGER_ERROR_DAMAGED; LEDGER_ERROR_NOT_FOUND; LEDGER_ERROR_FAILED where the system refused;
 * G_IO_ERROR_CANCELLED. A ledger (.zgl) or package (.zgx) is refused without being opened (LOG 4).
 */
LedgerWorkbook *ledger_sheet_reader_open (const char *path,
                                          LedgerProgress *progress,
                                          GCancellable *cancellable,
                                          GError **error);

/* Separated text in the ENCODING that a person chose where the guess was doubtful. */
LedgerWorkbook *ledger_sheet_reader_open_encoded (const char *path,
                                                  const char *encoding,
                                                  LedgerProgress *progress,
                                                  GCancellable *cancellable,
                                                  GError **error);

G_END_DECLS
