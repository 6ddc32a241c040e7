/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-light-cache.h"

struct _LedgerLightCache
{
  GHashTable *open; /* canonical deadline to LedgerLightOfDay; "": none */
  GHashTable *done; /* the same where the work is done */
  LedgerDay today;
  guint near_days;
  LedgerCalendar *calendar; /* NULL until the first `renew` */
};

static GHashTable *
new_lights (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

LedgerLightCache *
ledger_light_cache_new (void)
{
  LedgerLightCache *self = g_new0 (LedgerLightCache, 1);

  self->open = new_lights ();
  self->done = new_lights ();
  self->today = LEDGER_DAY_NONE;
  return self;
}

void
ledger_light_cache_free (LedgerLightCache *self)
{
  g_hash_table_unref (self->open);
  g_hash_table_unref (self->done);
  g_clear_pointer (&self->calendar, ledger_calendar_unref);
  g_free (self);
}

void
ledger_light_cache_renew (LedgerLightCache *self,
                          LedgerDay today,
                          guint near_days,
                          LedgerCalendar *calendar)
{
  if (today == self->today && near_days == self->near_days && calendar == self->calendar)
    return;
  g_hash_table_remove_all (self->open);
  g_hash_table_remove_all (self->done);
  self->today = today;
  self->near_days = near_days;
  /* Kept, so that no other one comes to lie at its place. */
  g_clear_pointer (&self->calendar, ledger_calendar_unref);
  self->calendar = ledger_calendar_ref (calendar);
}

const LedgerLightOfDay *
ledger_light_cache_lookup (LedgerLightCache *self, const char *due, gboolean done)
{
  GHashTable *lights = done ? self->done : self->open;
  LedgerLightOfDay *light = g_hash_table_lookup (lights, due != NULL ? due : "");

  if (light != NULL)
    return light;
  g_autoptr (LedgerDeadline) deadline = due != NULL ? ledger_deadline_from_canonical (due) : NULL;
  light = g_new0 (LedgerLightOfDay, 1);
  light->day = deadline != NULL ? deadline->day : LEDGER_DAY_NONE;
  light->light = ledger_light_compute (
      deadline, done, self->today, self->near_days, self->calendar, &light->days);
  g_hash_table_insert (lights, g_strdup (due != NULL ? due : ""), light);
  return light;
}
