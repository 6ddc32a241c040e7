/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* The one strip of 40 px over the page: one text, one button, ✕. Shows the session's first notice.
 */
#define LEDGER_TYPE_NOTICE_STRIP (ledger_notice_strip_get_type ())
G_DECLARE_FINAL_TYPE (LedgerNoticeStrip, ledger_notice_strip, LEDGER, NOTICE_STRIP, GtkWidget)

void ledger_notice_strip_set_session (LedgerNoticeStrip *self, LedgerSession *session);
/* Over a subpage (import, claim many) only what concerns it is said. */
void ledger_notice_strip_set_at_work (LedgerNoticeStrip *self, gboolean at_work);

G_END_DECLS
