/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-import-study.h"

G_BEGIN_DECLS

/* The sheet as it lies there: row numbers, titles marked as left out, each column's head a menu of
 * what it stands for, doubtful cells marked. Shows 200 rows at a time. What a person says there
 * goes to the study. */
#define LEDGER_TYPE_IMPORT_PREVIEW (ledger_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (LedgerImportPreview, ledger_import_preview, LEDGER, IMPORT_PREVIEW, GtkWidget)

#define LEDGER_IMPORT_PREVIEW_ROWS 200

/* Once, before it is shown. */
void ledger_import_preview_set_study (LedgerImportPreview *self, LedgerImportStudy *study);
/* Marks the cell and brings its row into sight, though it lie beyond the rows shown now. */
void ledger_import_preview_select (LedgerImportPreview *self, guint row, guint column);
/* "隐藏列 G（不导入）"; NULL where none is left out because the sheet hides it. */
char *ledger_import_preview_dup_hidden (LedgerImportPreview *self);
/* "第1–200行，共10000行"; NULL where all rows are shown. */
char *ledger_import_preview_dup_extent (LedgerImportPreview *self);
/* Lets a column go; TRUE: there are more. Nothing is shown afterwards. */
gboolean ledger_import_preview_wind_down (LedgerImportPreview *self);

G_END_DECLS
