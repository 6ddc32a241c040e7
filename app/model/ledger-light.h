/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-calendar.h"
#include "ledger-deadline.h"

G_BEGIN_DECLS

/* The light of an issue or measure (UI 4): computed from deadline, today and working days; always
 * shown with its word. Stable words: overdue, near, today, on_time, done, long_term, undated. */
typedef enum
{
  LEDGER_LIGHT_OVERDUE,
  LEDGER_LIGHT_TODAY,
  LEDGER_LIGHT_NEAR,
  LEDGER_LIGHT_ON_TIME,
  LEDGER_LIGHT_LONG_TERM,
  LEDGER_LIGHT_UNDATED,
  LEDGER_LIGHT_DONE,
} LedgerLight;

/* DEADLINE may be NULL. *DAYS (out, may be NULL): working days late or left. */
LedgerLight ledger_light_compute (const LedgerDeadline *deadline,
                                  gboolean done,
                                  LedgerDay today,
                                  guint near_days,
                                  LedgerCalendar *calendar,
                                  int *days);
const char *ledger_light_get_word (LedgerLight light);   /* stable English */
const char *ledger_light_get_symbol (LedgerLight light); /* ▲ ◆ ○ ✓ ▬ ？ */
const char *
ledger_light_get_name (LedgerLight light); /* 逾期, 临期 … for counts and filters, translated */
/* "逾期3个工作日", "还剩4个工作日", "今天到期", "在期内", "已完成", "长期，下一节点6月30日",
 * "待定时限". */
char *ledger_light_describe (LedgerLight light,
                             int days,
                             const LedgerDeadline *deadline,
                             LedgerDay today);

G_END_DECLS
