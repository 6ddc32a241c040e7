/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-light.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *word;
  const char *symbol;
  const char *name;
} lights[] = {
  [LEDGER_LIGHT_OVERDUE] = { "overdue", "▲", NC_ ("light", "overdue") },
  [LEDGER_LIGHT_TODAY] = { "today", "◆", NC_ ("light", "due today") },
  [LEDGER_LIGHT_NEAR] = { "near", "◆", NC_ ("light", "near due") },
  [LEDGER_LIGHT_ON_TIME] = { "on_time", "○", NC_ ("light", "on time") },
  [LEDGER_LIGHT_LONG_TERM] = { "long_term", "▬", NC_ ("light", "long-term") },
  [LEDGER_LIGHT_UNDATED] = { "undated", "？", NC_ ("light", "undated") },
  [LEDGER_LIGHT_DONE] = { "done", "✓", NC_ ("light", "done") },
};

/* A date with the working days between it and today; long-term work has a next node that can be
 * near or missed like any other date. */
static LedgerLight
compute_dated (const LedgerDeadline *deadline,
               LedgerDay today,
               guint near_days,
               LedgerCalendar *calendar,
               int *days)
{
  if (deadline->day == today)
    return LEDGER_LIGHT_TODAY;
  if (deadline->day < today)
    {
      *days = ledger_calendar_working_days_between (calendar, deadline->day, today);
      return LEDGER_LIGHT_OVERDUE;
    }
  *days = ledger_calendar_working_days_between (calendar, today, deadline->day);
  if (*days <= (int)near_days)
    return LEDGER_LIGHT_NEAR;
  return deadline->precision == LEDGER_PRECISION_LONG_TERM ? LEDGER_LIGHT_LONG_TERM
                                                           : LEDGER_LIGHT_ON_TIME;
}

LedgerLight
ledger_light_compute (const LedgerDeadline *deadline,
                      gboolean done,
                      LedgerDay today,
                      guint near_days,
                      LedgerCalendar *calendar,
                      int *days)
{
  int unused;
  int *count = days ? days : &unused;
  *count = 0;
  if (done)
    return LEDGER_LIGHT_DONE;
  if (!deadline)
    return LEDGER_LIGHT_UNDATED;
  if (deadline->day != LEDGER_DAY_NONE)
    return compute_dated (deadline, today, near_days, calendar, count);
  return deadline->precision == LEDGER_PRECISION_LONG_TERM ? LEDGER_LIGHT_LONG_TERM
                                                           : LEDGER_LIGHT_UNDATED;
}

const char *
ledger_light_get_word (LedgerLight light)
{
  g_return_val_if_fail ((guint)light < G_N_ELEMENTS (lights), NULL);
  return lights[light].word;
}

const char *
ledger_light_get_symbol (LedgerLight light)
{
  g_return_val_if_fail ((guint)light < G_N_ELEMENTS (lights), NULL);
  return lights[light].symbol;
}

const char *
ledger_light_get_name (LedgerLight light)
{
  g_return_val_if_fail ((guint)light < G_N_ELEMENTS (lights), NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "light", lights[light].name);
}

static char *
describe_near (int days, const LedgerDeadline *deadline, LedgerDay today)
{
  if (days > 0 || !deadline)
    return g_strdup_printf (
        g_dngettext (
            GETTEXT_PACKAGE, "%d working day left", "%d working days left", (gulong)MAX (days, 0)),
        days);
  /* Only rest days are left: the date says more than a zero. */
  g_autofree char *words = ledger_day_to_words (deadline->day, today);
  return g_strdup_printf (_ ("due on %s, a rest day"), words);
}

static char *
describe_overdue (int days)
{
  if (days <= 0)
    return g_strdup (_ ("overdue since the last working day"));
  return g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE, "%d working day overdue", "%d working days overdue", (gulong)days),
      days);
}

static char *
describe_long_term (const LedgerDeadline *deadline, LedgerDay today)
{
  if (!deadline || deadline->day == LEDGER_DAY_NONE)
    return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "light", "long-term"));
  g_autofree char *words = ledger_day_to_words (deadline->day, today);
  return g_strdup_printf (_ ("long-term, next node %s"), words);
}

char *
ledger_light_describe (LedgerLight light, int days, const LedgerDeadline *deadline, LedgerDay today)
{
  switch (light)
    {
    case LEDGER_LIGHT_OVERDUE:
      return describe_overdue (days);
    case LEDGER_LIGHT_TODAY:
      return g_strdup (_ ("due today"));
    case LEDGER_LIGHT_NEAR:
      return describe_near (days, deadline, today);
    case LEDGER_LIGHT_LONG_TERM:
      return describe_long_term (deadline, today);
    case LEDGER_LIGHT_UNDATED:
      return g_strdup (_ ("deadline to be set"));
    case LEDGER_LIGHT_DONE:
      return g_strdup (_ ("done and finished"));
    default:
      return g_strdup (_ ("within time"));
    }
}
