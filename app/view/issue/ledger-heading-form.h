/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* What the context menu of a heading asks, in a popover at AREA of PARENT (NULL: below it). */
void ledger_heading_form_rename (GtkWidget *parent,
                                 const GdkRectangle *area,
                                 LedgerSession *session,
                                 const char *heading_id);
/* 新增下级; HEADING_ID NULL: on the uppermost level. */
void ledger_heading_form_add_heading (GtkWidget *parent,
                                      const GdkRectangle *area,
                                      LedgerSession *session,
                                      const char *heading_id);
/* 新增问题; HEADING_ID NULL: above all headings. The new problem is then selected. */
void ledger_heading_form_add_issue (GtkWidget *parent,
                                    const GdkRectangle *area,
                                    LedgerSession *session,
                                    const char *heading_id);

G_END_DECLS
