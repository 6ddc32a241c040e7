/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-import-study.h"

G_BEGIN_DECLS

/* The column heads of the import preview as menus "对应：问题 …". The toolkit opens a head's menu
 * with the right button alone: here a plain click, Enter and Alt+↓ do it too. */

/* "C 问题", "B 方面1级" where there are several, or "G 不导入". */
char *ledger_import_heads_dup_title (const LedgerSheetLayout *layout, guint column);
/* The roles as actions "heads.column-N" of VIEW, one for each column of the study's sheet. */
GMenuModel *ledger_import_heads_create_menu (guint column);
void ledger_import_heads_add_actions (GtkWidget *view, LedgerImportStudy *study);
/* Once the columns stand, and again when roles have changed: makes the head of each open its menu
 * and greys those not imported. The first FIRST columns of the view are none of the sheet's. */
void ledger_import_heads_attach (GtkColumnView *view, LedgerImportStudy *study, guint first);

G_END_DECLS
