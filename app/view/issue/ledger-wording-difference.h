/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* Two wordings in one text as Pango markup: what went is struck through, what came is underlined.
 */
char *ledger_wording_difference_to_markup (const char *before, const char *after);
/* The line over it: how to read it, who changed the wording of the problem last, when and why; or
 * that it is as it was imported. */
char *ledger_wording_difference_describe (LedgerDocument *document, const char *issue_id);

G_END_DECLS
