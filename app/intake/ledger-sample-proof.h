/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"
#include "ledger-sample-list.h"

G_BEGIN_DECLS

/* Typesets proof for every measure of the sample that is done and attaches it as a person would.
 * IDS: the issues in the list's order. */
gboolean ledger_sample_attach_proof (
    LedgerDocument *document, LedgerSampleList *list, char **ids, const char *unit, GError **error);

G_END_DECLS
