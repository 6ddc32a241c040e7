/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-evidence-ids.h"
#include "ledger-session.h"

G_BEGIN_DECLS

/* What an evidence row gives when it is dragged: inside the program the ids (a boxed GStrv of type
 * LEDGER_TYPE_EVIDENCE_IDS), outside the original files (text/uri-list): read-only copies in a
 * private folder, made off the main thread when the place of the drop asks for them. */
#define LEDGER_TYPE_EVIDENCE_DRAG (ledger_evidence_drag_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerEvidenceDrag, ledger_evidence_drag, LEDGER, EVIDENCE_DRAG, GdkContentProvider)

GdkContentProvider *ledger_evidence_drag_new (LedgerDocument *document,
                                              const char *const *evidence_ids);

G_END_DECLS
