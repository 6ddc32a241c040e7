/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-heading-row.h"

struct _LedgerHeadingRow
{
  GObject parent_instance;

  char *heading;
  char *title;
  char *count;
  GListStore *children;
};

enum
{
  PROP_TITLE = 1,
  PROP_COUNT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LedgerHeadingRow, ledger_heading_row, G_TYPE_OBJECT)

static void
ledger_heading_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LedgerHeadingRow *self = LEDGER_HEADING_ROW (object);

  if (id == PROP_TITLE)
    g_value_set_string (value, self->title);
  else if (id == PROP_COUNT)
    g_value_set_string (value, self->count);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ledger_heading_row_finalize (GObject *object)
{
  LedgerHeadingRow *self = LEDGER_HEADING_ROW (object);

  g_free (self->heading);
  g_free (self->title);
  g_free (self->count);
  g_clear_object (&self->children);
  G_OBJECT_CLASS (ledger_heading_row_parent_class)->finalize (object);
}

static void
ledger_heading_row_class_init (LedgerHeadingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ledger_heading_row_get_property;
  object_class->finalize = ledger_heading_row_finalize;
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_COUNT] = g_param_spec_string ("count", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ledger_heading_row_init (LedgerHeadingRow *self)
{
  self->children = g_list_store_new (LEDGER_TYPE_HEADING_ROW);
}

LedgerHeadingRow *
ledger_heading_row_new (const char *heading_id)
{
  LedgerHeadingRow *self = g_object_new (LEDGER_TYPE_HEADING_ROW, NULL);

  self->heading = g_strdup (heading_id);
  return self;
}

const char *
ledger_heading_row_get_heading (LedgerHeadingRow *self)
{
  return self->heading;
}

const char *
ledger_heading_row_get_title (LedgerHeadingRow *self)
{
  return self->title;
}

void
ledger_heading_row_set_title (LedgerHeadingRow *self, const char *title)
{
  if (g_strcmp0 (self->title, title) == 0)
    return;
  g_free (self->title);
  self->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

void
ledger_heading_row_set_counts (LedgerHeadingRow *self, guint done, guint all)
{
  g_autofree char *count = g_strdup_printf ("%u/%u", done, all);

  if (g_strcmp0 (self->count, count) == 0)
    return;
  g_free (self->count);
  self->count = g_steal_pointer (&count);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COUNT]);
}

GListStore *
ledger_heading_row_get_children (LedgerHeadingRow *self)
{
  return self->children;
}
