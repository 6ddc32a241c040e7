/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger-error.h"

G_BEGIN_DECLS

/* The sentences for sheets that cannot be read (UI §4), each told in one place only. NAME is the
 * file's name as people see it. */
typedef enum
{
  LEDGER_SHEET_FAULT_OLD,       /* .xls, .et: LEDGER_ERROR_UNSUPPORTED */
  LEDGER_SHEET_FAULT_DAMAGED,   /* LEDGER_ERROR_DAMAGED */
  LEDGER_SHEET_FAULT_LOCKED,    /* LEDGER_ERROR_PASSWORD */
  LEDGER_SHEET_FAULT_TOO_LARGE, /* beyond a budget: LEDGER_ERROR_UNSUPPORTED */
  LEDGER_SHEET_FAULT_NO_SHEET,  /* some other kind of file: LEDGER_ERROR_UNSUPPORTED */
  LEDGER_SHEET_FAULT_LEDGER,    /* one of our own files: LEDGER_ERROR_UNSUPPORTED */
  LEDGER_SHEET_FAULT_EMPTY,     /* no bytes: LEDGER_ERROR_DAMAGED */
  LEDGER_SHEET_FAULT_ENCODING,  /* a text that is none we know: LEDGER_ERROR_UNSUPPORTED */
  LEDGER_SHEET_FAULT_MISSING,   /* LEDGER_ERROR_NOT_FOUND */
} LedgerSheetFault;

/* Sets ERROR unless it is set already, and returns FALSE, so that a reader can return it. */
gboolean ledger_sheet_fault_set (LedgerSheetFault fault, const char *name, GError **error);
/* The system's own reason: LEDGER_ERROR_FAILED, or NOT_FOUND for ENOENT. */
gboolean ledger_sheet_fault_set_errno (int number, const char *name, GError **error);

G_END_DECLS
