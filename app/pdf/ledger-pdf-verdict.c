/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-pdf-verdict.h"

#include "ledger-error.h"
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *name;
  LedgerError code;
  const char *sentence;
} VerdictWords;

static const VerdictWords VERDICTS[] = {
  [LEDGER_PDF_VERDICT_USABLE] = { "usable", LEDGER_ERROR_FAILED, NULL },
  [LEDGER_PDF_VERDICT_WARNINGS] = { "warnings",
                                    LEDGER_ERROR_FAILED,
                                    N_ ("The file has faults and was repaired for showing; look "
                                        "through its pages.") },
  [LEDGER_PDF_VERDICT_PASSWORD] = { "password",
                                    LEDGER_ERROR_PASSWORD,
                                    N_ ("The file is protected by a password; it is kept as it is "
                                        "and cannot be previewed.") },
  [LEDGER_PDF_VERDICT_DAMAGED] = { "damaged",
                                   LEDGER_ERROR_DAMAGED,
                                   N_ ("The file is damaged and cannot be shown; it is kept as it "
                                       "is, scan it again and "
                                       "replace it.") },
  [LEDGER_PDF_VERDICT_EMPTY] = { "empty",
                                 LEDGER_ERROR_UNSUPPORTED,
                                 N_ ("The file is empty; there is nothing to show.") },
  [LEDGER_PDF_VERDICT_UNSUPPORTED] = { "unsupported",
                                       LEDGER_ERROR_UNSUPPORTED,
                                       N_ ("This kind of file cannot be previewed; it is kept as "
                                           "it is, export the original to "
                                           "look at it.") },
  [LEDGER_PDF_VERDICT_LIMIT] = { "limit",
                                 LEDGER_ERROR_TIMEOUT,
                                 N_ ("The file takes too long or too much memory to open; it is "
                                     "kept as it is, export the "
                                     "original to look at it.") },
};

static const char *const FLAG_NAMES[] = { "encrypted",  "script", "launch", "media",
                                          "attachment", "signed", "outline" };

const char *
ledger_pdf_verdict_to_name (LedgerPdfVerdict verdict)
{
  g_return_val_if_fail ((guint)verdict < G_N_ELEMENTS (VERDICTS), "damaged");
  return VERDICTS[verdict].name;
}

gboolean
ledger_pdf_verdict_from_name (const char *name, LedgerPdfVerdict *verdict)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (VERDICTS); i++)
    if (strcmp (VERDICTS[i].name, name) == 0)
      {
        *verdict = (LedgerPdfVerdict)i;
        return TRUE;
      }
  return FALSE;
}

gboolean
ledger_pdf_verdict_is_shown (LedgerPdfVerdict verdict)
{
  return verdict == LEDGER_PDF_VERDICT_USABLE || verdict == LEDGER_PDF_VERDICT_WARNINGS;
}

LedgerPdfVerdict
ledger_pdf_verdict_for_name (LedgerPdfVerdict verdict, const char *name)
{
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  if (verdict == LEDGER_PDF_VERDICT_UNSUPPORTED && lower != NULL
      && g_str_has_suffix (lower, ".pdf"))
    return LEDGER_PDF_VERDICT_DAMAGED;
  return verdict;
}

const char *
ledger_pdf_verdict_to_sentence (LedgerPdfVerdict verdict)
{
  const char *sentence;

  g_return_val_if_fail ((guint)verdict < G_N_ELEMENTS (VERDICTS), NULL);
  sentence = VERDICTS[verdict].sentence;
  return sentence != NULL ? _ (sentence) : NULL;
}

void
ledger_pdf_verdict_set_error (LedgerPdfVerdict verdict, GError **error)
{
  g_return_if_fail ((guint)verdict < G_N_ELEMENTS (VERDICTS));
  g_return_if_fail (!ledger_pdf_verdict_is_shown (verdict));
  g_set_error_literal (
      error, LEDGER_ERROR, VERDICTS[verdict].code, ledger_pdf_verdict_to_sentence (verdict));
}

char *
ledger_pdf_flags_to_names (guint32 flags)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (FLAG_NAMES); i++)
    if (flags & (1u << i))
      g_string_append_printf (names, "%s%s", names->len > 0 ? "," : "", FLAG_NAMES[i]);
  return g_string_free (g_steal_pointer (&names), FALSE);
}
