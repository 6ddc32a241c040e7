/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-session.h"

G_BEGIN_DECLS

/* What is signed: number, wording, people, light, measures and who signed before; scrolls where it
 * is long, and begins at its top for each issue. */
#define LEDGER_TYPE_SIGNOFF_MATTER (ledger_signoff_matter_get_type ())
G_DECLARE_FINAL_TYPE (LedgerSignoffMatter, ledger_signoff_matter, LEDGER, SIGNOFF_MATTER, GtkWidget)

/* FACTS is borrowed for the call. */
void ledger_signoff_matter_show (LedgerSignoffMatter *self,
                                 LedgerSession *session,
                                 const LedgerIssueFacts *facts);

G_END_DECLS
