/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-session.h"

G_BEGIN_DECLS

/* The sidebar's lower half for 总览, 问题台账 and 阶段计划: the headings as a tree with done/all
 * behind each, counted under the other conditions of the session's filter; the chosen one is the
 * filter's heading, so that the three pages share it. Each page may have a navigator of its own. */
#define LEDGER_TYPE_HEADING_NAVIGATOR (ledger_heading_navigator_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerHeadingNavigator, ledger_heading_navigator, LEDGER, HEADING_NAVIGATOR, GtkWidget)

GtkWidget *ledger_heading_navigator_new (LedgerDocument *document, LedgerSession *session);
/* TRUE: counts every issue, whatever the other conditions are (总览, which knows none of them). */
void ledger_heading_navigator_set_whole (LedgerHeadingNavigator *self, gboolean whole);

G_END_DECLS
