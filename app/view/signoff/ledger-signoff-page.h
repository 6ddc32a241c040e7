/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-page.h"

G_BEGIN_DECLS

/* 签批: the queue of the person at the keyboard. */
#define LEDGER_TYPE_SIGNOFF_PAGE (ledger_signoff_page_get_type ())
G_DECLARE_FINAL_TYPE (LedgerSignoffPage, ledger_signoff_page, LEDGER, SIGNOFF_PAGE, LedgerPage)

G_END_DECLS
