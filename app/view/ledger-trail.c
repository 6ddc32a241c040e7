/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-trail.h"

#define MAX_STATIONS 50

struct _LedgerTrail
{
  GObject parent_instance;
  GQueue stations; /* LedgerStation*, newest at the tail */
};

enum
{
  PROP_EMPTY = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LedgerTrail, ledger_trail, G_TYPE_OBJECT)

void
ledger_station_free (LedgerStation *station)
{
  if (station == NULL)
    return;
  g_free (station->page);
  g_clear_pointer (&station->filter, g_variant_unref);
  g_strfreev (station->selection);
  g_clear_pointer (&station->position, g_variant_unref);
  g_free (station);
}

static void
ledger_trail_finalize (GObject *object)
{
  LedgerTrail *self = LEDGER_TRAIL (object);

  g_queue_clear_full (&self->stations, (GDestroyNotify)ledger_station_free);
  G_OBJECT_CLASS (ledger_trail_parent_class)->finalize (object);
}

static void
ledger_trail_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_EMPTY)
    g_value_set_boolean (value, ledger_trail_is_empty (LEDGER_TRAIL (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ledger_trail_class_init (LedgerTrailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ledger_trail_finalize;
  object_class->get_property = ledger_trail_get_property;
  props[PROP_EMPTY] =
      g_param_spec_boolean ("empty", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ledger_trail_init (LedgerTrail *self)
{
  g_queue_init (&self->stations);
}

LedgerTrail *
ledger_trail_new (void)
{
  return g_object_new (LEDGER_TYPE_TRAIL, NULL);
}

void
ledger_trail_push (
    LedgerTrail *self, const char *page, GVariant *filter, GStrv selection, GVariant *position)
{
  LedgerStation *station = g_new0 (LedgerStation, 1);

  station->page = g_strdup (page);
  station->filter = filter != NULL ? g_variant_ref_sink (filter) : NULL;
  station->selection = selection;
  station->position = position != NULL ? g_variant_ref_sink (position) : NULL;
  g_queue_push_tail (&self->stations, station);
  if (g_queue_get_length (&self->stations) > MAX_STATIONS)
    ledger_station_free (g_queue_pop_head (&self->stations));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EMPTY]);
}

LedgerStation *
ledger_trail_pop (LedgerTrail *self)
{
  LedgerStation *station = g_queue_pop_tail (&self->stations);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EMPTY]);
  return station;
}

gboolean
ledger_trail_is_empty (LedgerTrail *self)
{
  return g_queue_is_empty (&self->stations);
}
