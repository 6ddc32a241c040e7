/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-page.h"

G_BEGIN_DECLS

/* One proof, in the place of the issue page's table: ‹ 返回, number and title, the tools of its
 * pages, ⋮. While it is 待归入 digits 1…9 file it to that measure and show the next one, 0 skips
 * it, Alt with a digit files it to that measure as well; a line says so.
 *
 * For its host: its action "page.close-evidence" is activated, and the signal "closed" emitted,
 * when ‹ 返回 is pressed or the last 待归入 was filed (show the table again);
 * ledger_page_step_back() first leaves the whole window, then gives FALSE; take_focus gives the
 * keyboard to the pages. Its actions "page.whole-window", "page.zoom-in", "page.zoom-out",
 * "page.zoom-reset", "page.rotate" are found inside it; a host that wants them in the window adds
 * them under the same names and calls ledger_page_get_actions (). */
#define LEDGER_TYPE_EVIDENCE_PAGE (ledger_evidence_page_get_type ())
G_DECLARE_FINAL_TYPE (LedgerEvidencePage, ledger_evidence_page, LEDGER, EVIDENCE_PAGE, LedgerPage)

/* Shows another evidence; NULL shows nothing. */
void ledger_evidence_page_show (LedgerEvidencePage *self, const char *evidence_id);
const char *ledger_evidence_page_get_evidence (LedgerEvidencePage *self);

G_END_DECLS
