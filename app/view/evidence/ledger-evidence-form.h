/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-session.h"

G_BEGIN_DECLS

/* 题名和日期: title, kind, document number and date of one evidence in a popover over its row. What
 * was changed is written as one edit by Enter or “Save”; closing it otherwise writes nothing. */
#define LEDGER_TYPE_EVIDENCE_FORM (ledger_evidence_form_get_type ())
G_DECLARE_FINAL_TYPE (LedgerEvidenceForm, ledger_evidence_form, LEDGER, EVIDENCE_FORM, GtkPopover)

/* Opens over OWNER, or over its row that has the focus; goes when it is closed. */
LedgerEvidenceForm *ledger_evidence_form_popup (GtkWidget *owner,
                                                LedgerDocument *document,
                                                LedgerSession *session,
                                                const char *evidence_id);

G_END_DECLS
