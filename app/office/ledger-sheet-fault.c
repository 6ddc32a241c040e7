/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sheet-fault.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  LedgerError code;
  const char *sentence;
} Sentence;

static const Sentence sentences[] = {
  [LEDGER_SHEET_FAULT_OLD] = { LEDGER_ERROR_UNSUPPORTED,
                               N_ ("“%s” is an old kind of workbook and cannot be read directly. "
                                   "Save it as .xlsx in WPS, or "
                                   "copy the table and paste it here.") },
  [LEDGER_SHEET_FAULT_DAMAGED] = { LEDGER_ERROR_DAMAGED,
                                   N_ ("“%s” is damaged; nothing was imported.") },
  [LEDGER_SHEET_FAULT_LOCKED] = { LEDGER_ERROR_PASSWORD,
                                  N_ ("“%s” asks for a password when opened; remove the password, "
                                      "then import it.") },
  [LEDGER_SHEET_FAULT_TOO_LARGE] = { LEDGER_ERROR_UNSUPPORTED,
                                     N_ ("“%s” holds more than can be imported; nothing was "
                                         "imported. Delete the sheets and rows "
                                         "that are not needed, then import it.") },
  [LEDGER_SHEET_FAULT_NO_SHEET] = { LEDGER_ERROR_UNSUPPORTED,
                                    N_ ("“%s” is not a workbook. Save it as .xlsx in WPS, or copy "
                                        "the table in it and paste it "
                                        "here.") },
  [LEDGER_SHEET_FAULT_LEDGER] = { LEDGER_ERROR_UNSUPPORTED,
                                  N_ ("“%s” is a ledger, not a workbook. Open it instead of "
                                      "importing it.") },
  [LEDGER_SHEET_FAULT_EMPTY] = { LEDGER_ERROR_DAMAGED,
                                 N_ ("“%s” is an empty file; nothing was imported.") },
  [LEDGER_SHEET_FAULT_ENCODING] = { LEDGER_ERROR_UNSUPPORTED,
                                    N_ ("The characters of “%s” could not be recognised. Save it "
                                        "as .xlsx in WPS, then import "
                                        "it.") },
  [LEDGER_SHEET_FAULT_MISSING] = { LEDGER_ERROR_NOT_FOUND,
                                   N_ ("“%s” is no longer there. Choose the file again.") },
};

gboolean
ledger_sheet_fault_set (LedgerSheetFault fault, const char *name, GError **error)
{
  const Sentence *sentence = &sentences[fault];

  if (error == NULL || *error != NULL)
    return FALSE;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, LEDGER_ERROR, (int)sentence->code, _ (sentence->sentence), name);
#pragma GCC diagnostic pop
  return FALSE;
}

gboolean
ledger_sheet_fault_set_errno (int number, const char *name, GError **error)
{
  if (number == ENOENT)
    return ledger_sheet_fault_set (LEDGER_SHEET_FAULT_MISSING, name, error);
  if (error != NULL && *error == NULL)
    g_set_error (error,
                 LEDGER_ERROR,
                 LEDGER_ERROR_FAILED,
                 _ ("“%s” could not be read: %s. Copy it to this computer, then import it."),
                 name,
                 g_strerror (number));
  return FALSE;
}
