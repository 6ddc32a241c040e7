/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ledger-session.h"

G_BEGIN_DECLS

/* The records of one type in 人员与设置 (people, departments, phases, milestones): a row each that
 * unfolds to its fields and 删除, and an entry that adds one. */
#define LEDGER_TYPE_RECORD_GROUP (ledger_record_group_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerRecordGroup, ledger_record_group, LEDGER, RECORD_GROUP, AdwPreferencesGroup)

/* ADD is the entry's title: 添加人员. EMPTY is what the group says while it has no records. */
GtkWidget *ledger_record_group_new (LedgerSession *session,
                                    const char *type,
                                    const char *title,
                                    const char *add,
                                    const char *empty);

G_END_DECLS
