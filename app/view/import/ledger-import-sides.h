/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-import-outcome.h"
#include "ledger-import-study.h"

G_BEGIN_DECLS

/* The list in its two looks: 原表, the sheet as it lies there, and 导入后, what it becomes. */
#define LEDGER_TYPE_IMPORT_SIDES (ledger_import_sides_get_type ())
G_DECLARE_FINAL_TYPE (LedgerImportSides, ledger_import_sides, LEDGER, IMPORT_SIDES, GtkWidget)

/* Once, before it is shown. */
void ledger_import_sides_set_study (LedgerImportSides *self,
                                    LedgerImportStudy *study,
                                    LedgerImportOutcome *outcome);
/* Another reading is there; FIRST: the ledger had nothing of it. */
void ledger_import_sides_show_reading (LedgerImportSides *self, gboolean first);
void ledger_import_sides_show_cell (LedgerImportSides *self, guint row, guint column);
/* 导入后, only the problems with this fate. */
void ledger_import_sides_show_fate (LedgerImportSides *self, LedgerImportFate fate);
/* Lets a part of both go; TRUE: there is more. Nothing is shown afterwards. */
gboolean ledger_import_sides_wind_down (LedgerImportSides *self);

G_END_DECLS
