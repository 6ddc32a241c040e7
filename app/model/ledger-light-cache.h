/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-light.h"

G_BEGIN_DECLS

/* What each deadline means today: ten thousand issues share a few hundred deadlines. */
typedef struct
{
  LedgerDay day; /* LEDGER_DAY_NONE: none, or no day */
  LedgerLight light;
  int days; /* as ledger_light_compute() */
} LedgerLightOfDay;

typedef struct _LedgerLightCache LedgerLightCache;

LedgerLightCache *ledger_light_cache_new (void);
void ledger_light_cache_free (LedgerLightCache *self);

/* Before looking up, each time: forgets everything where the day, the days or the calendar
 * (kept) are other ones. */
void ledger_light_cache_renew (LedgerLightCache *self,
                               LedgerDay today,
                               guint near_days,
                               LedgerCalendar *calendar);
/* DUE: canonical, may be NULL. Lives until the next `renew`. */
const LedgerLightOfDay *
ledger_light_cache_lookup (LedgerLightCache *self, const char *due, gboolean done);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerLightCache, ledger_light_cache_free)

G_END_DECLS
