/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-round-time.h"

#include <glib/gi18n-lib.h>

#include "ledger-inspection.h"

static LedgerDay
get_day (LedgerDocument *document, guint column)
{
  LedgerRecord *inspection = ledger_document_get_inspection (document);

  return inspection != NULL ? ledger_record_get_day (inspection, column) : LEDGER_DAY_NONE;
}

LedgerDay
ledger_round_time_get_due (LedgerDocument *document)
{
  return get_day (document, LEDGER_INSPECTION_REPORT_DUE);
}

char *
ledger_round_time_describe (LedgerDocument *document, LedgerDay due)
{
  const LedgerDay today = ledger_document_get_today (document);
  const int days = due - today;
  g_autofree char *day = ledger_day_to_words (due, today);

  if (days == 0)
    return g_strdup_printf (_ ("To be handed in today, %s"), day);
  if (days < 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "It was to be handed in on %s, %d day ago",
                                         "It was to be handed in on %s, %d days ago",
                                         (gulong)-days),
                            day,
                            -days);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%2$d day until it is handed in on %1$s, %3$d working days",
                   "%2$d days until it is handed in on %1$s, %3$d working days",
                   (gulong)days),
      day,
      days,
      ledger_calendar_working_days_between (ledger_document_get_calendar (document), today, due));
}

double
ledger_round_time_get_elapsed (LedgerDocument *document)
{
  const LedgerDay due = get_day (document, LEDGER_INSPECTION_REPORT_DUE);
  LedgerDay from = get_day (document, LEDGER_INSPECTION_FEEDBACK_DATE);

  if (from == LEDGER_DAY_NONE)
    from = get_day (document, LEDGER_INSPECTION_RECEIPT_DATE);
  if (due == LEDGER_DAY_NONE || from == LEDGER_DAY_NONE || due <= from)
    return -1;
  return CLAMP ((double)(ledger_document_get_today (document) - from) / (due - from), 0, 1);
}
