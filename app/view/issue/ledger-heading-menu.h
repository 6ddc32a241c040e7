/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* The context menu of a heading: 改名…, 新增下级…, 新增问题…; of an empty one 删除; of one that a
 * merge left open 保留 and 仍然删除; of one under 待归位 移到最上层. It lives with its owner. */
typedef struct _LedgerHeadingMenu LedgerHeadingMenu;

/* OWNER holds the popovers and the action group "heading"; it frees the menu in its dispose. */
LedgerHeadingMenu *ledger_heading_menu_new (GtkWidget *owner, LedgerSession *session);
void ledger_heading_menu_free (LedgerHeadingMenu *self);
/* HEADING_ID NULL: of all of them. AREA is in the owner's coordinates. */
void ledger_heading_menu_open (LedgerHeadingMenu *self,
                               const char *heading_id,
                               const GdkRectangle *area);

G_END_DECLS
