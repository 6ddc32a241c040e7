/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-import-study.h"

G_BEGIN_DECLS

/* Which sheet of a workbook, and in which characters a text file is read; each shown only where
 * there is something to choose. */
#define LEDGER_TYPE_IMPORT_CHOICES (ledger_import_choices_get_type ())
G_DECLARE_FINAL_TYPE (LedgerImportChoices, ledger_import_choices, LEDGER, IMPORT_CHOICES, GtkWidget)

/* Once, before it is shown. */
void ledger_import_choices_set_study (LedgerImportChoices *self, LedgerImportStudy *study);

G_END_DECLS
