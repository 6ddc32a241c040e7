/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-gesture-private.h"

#include "ledger-error.h"
#include "ledger-issue.h"
#include "ledger-text.h"

#include <glib/gi18n-lib.h>

gboolean
ledger_gesture_needs_reason (LedgerDocument *document, const char *issue_id)
{
  LedgerRecord *issue = ledger_document_lookup (document, "issue", issue_id);
  const char *original =
      issue != NULL ? ledger_record_get_text (issue, LEDGER_ISSUE_ORIGINAL) : NULL;

  return original != NULL && *original != '\0';
}

LedgerEdit *
ledger_gesture_reword (LedgerDocument *document,
                       const char *issue_id,
                       const char *text,
                       const char *reason,
                       GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);

  g_autofree char *written = ledger_text_trim (text != NULL ? text : "");
  g_autofree char *why = ledger_text_trim (reason != NULL ? reason : "");
  if (why[0] == '\0' && ledger_gesture_needs_reason (document, issue_id))
    {
      g_set_error_literal (error,
                           LEDGER_ERROR,
                           LEDGER_ERROR_INVALID,
                           _ ("Say why the wording of the list is changed. The original is kept."));
      return NULL;
    }
  LedgerEdit *edit = ledger_gesture_set (document, "issue", issue_id, "text", written, error);
  if (edit != NULL && why[0] != '\0')
    ledger_edit_set_reason (edit, why);
  return edit;
}
