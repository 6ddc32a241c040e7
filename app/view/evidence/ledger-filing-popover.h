/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* 归入其他措施…: the measures of the issue at hand; whoever types gets those of every issue that
 * match by number or words. Enter or a click takes one; a tick keeps the evidence where it is too
 * (共用).
 *
 * Signal "chosen" (const char *measure_id, gboolean shared). It goes when it is closed. */
#define LEDGER_TYPE_FILING_POPOVER (ledger_filing_popover_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerFilingPopover, ledger_filing_popover, LEDGER, FILING_POPOVER, GtkPopover)

/* Opens at AT (in OWNER's coordinates; NULL: its middle). */
LedgerFilingPopover *ledger_filing_popover_popup (GtkWidget *owner,
                                                  LedgerDocument *document,
                                                  const char *issue_id,
                                                  const GdkRectangle *at);

G_END_DECLS
