/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"
#include "ledger-sample-list.h"

G_BEGIN_DECLS

/* Signs the sample's issues as far as their states say, days apart, by the people of their claims.
 */
gboolean
ledger_sample_sign (LedgerDocument *document, LedgerSampleList *list, char **ids, GError **error);

G_END_DECLS
