/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-pdf-protocol.h"

G_BEGIN_DECLS

/* What inspecting a file found. */
typedef struct
{
  LedgerPdfVerdict verdict;
  guint pages;   /* 0 unless it can be shown */
  guint32 flags; /* LedgerPdfFlag */
} LedgerPdfInspection;

/* The stable English word, stored and printed: usable, warnings, password, damaged, empty,
 * unsupported, limit. */
const char *ledger_pdf_verdict_to_name (LedgerPdfVerdict verdict);
/* FALSE and VERDICT untouched for any other word. */
gboolean ledger_pdf_verdict_from_name (const char *name, LedgerPdfVerdict *verdict);
/* Whether pages of such a file can be shown. */
gboolean ledger_pdf_verdict_is_shown (LedgerPdfVerdict verdict);
/* What to say of a file called NAME: content that is no PDF under a name ending in .pdf is a
 * damaged PDF to people. Every other verdict stays. */
LedgerPdfVerdict ledger_pdf_verdict_for_name (LedgerPdfVerdict verdict, const char *name);
/* The sentence for people (UI 4), NULL for `usable`. What it says stands whole without a file's
 * name. */
const char *ledger_pdf_verdict_to_sentence (LedgerPdfVerdict verdict);
/* Sets the error that belongs to a verdict that cannot be shown: LEDGER_ERROR_PASSWORD, _DAMAGED,
 * _UNSUPPORTED (also for `empty`) or _TIMEOUT (`limit`) with the sentence above. */
void ledger_pdf_verdict_set_error (LedgerPdfVerdict verdict, GError **error);

/* The flags as stable English words separated by commas ("script,launch"), "" for none. */
char *ledger_pdf_flags_to_names (guint32 flags);

G_END_DECLS
