/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-session.h"

G_BEGIN_DECLS

/* 单位 报送 录入人, beside the list: filled as far as the sheet, the ledger and the login tell.
 * What the ledger knows already is not asked again. Signal "activate": Enter in the last entry. */
#define LEDGER_TYPE_IMPORT_FORM (ledger_import_form_get_type ())
G_DECLARE_FINAL_TYPE (LedgerImportForm, ledger_import_form, LEDGER, IMPORT_FORM, GtkWidget)

/* Once, before it is shown. Hidden whole where nothing has to be asked. */
void ledger_import_form_set_session (LedgerImportForm *self, LedgerSession *session);
/* What the sheet says; what a person typed stays. UNIT may be NULL. */
void ledger_import_form_propose_unit (LedgerImportForm *self, const char *unit);
/* Trimmed; NULL where nothing was entered or it was not asked. */
char *ledger_import_form_dup_unit (LedgerImportForm *self);
LedgerDay ledger_import_form_get_report_due (LedgerImportForm *self);
/* Never NULL. */
char *ledger_import_form_dup_person (LedgerImportForm *self);

G_END_DECLS
