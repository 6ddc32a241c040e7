/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-record.h"

#include "ledger-deadline.h"
#include "ledger-digest.h"
#include "ledger-id.h"

#include <string.h>

typedef struct
{
  char id[LEDGER_ID_LENGTH + 1];
  LedgerValue **values; /* one per column; NULL is none */
  char *order;
  gboolean contested;
  gboolean loaded; /* once: before that nobody can listen */
} LedgerRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LedgerRecord, ledger_record, G_TYPE_OBJECT)

/* Property numbers count from 1: id and contested, then the columns. */
enum
{
  PROP_ID = 1,
  PROP_CONTESTED,
  PROP_FIRST_COLUMN,
};

#define PRIVATE(record)                                                                            \
  ((LedgerRecordPrivate *)ledger_record_get_instance_private (LEDGER_RECORD (record)))

static const char *
property_name (const LedgerColumn *column)
{
  g_autofree char *name = g_strdelimit (g_strdup (column->name), "_", '-');
  return g_intern_string (name);
}

static GParamSpec *
property_new (const LedgerColumn *column)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const char *name = property_name (column);

  if (column->kind == LEDGER_COLUMN_FLAG)
    return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
  if (column->kind == LEDGER_COLUMN_INTEGER)
    return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  return g_param_spec_string (name, NULL, NULL, NULL, flags);
}

static void
set_digest (GValue *value, const LedgerValue *digest)
{
  gsize length;
  gconstpointer data = ledger_value_get_data (digest, &length);
  g_value_take_string (value, data != NULL ? ledger_hex_encode (data, length) : NULL);
}

static void
ledger_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LedgerRecord *self = LEDGER_RECORD (object);
  const LedgerRecordType *type = ledger_record_get_record_type (self);

  if (prop_id == PROP_ID)
    {
      g_value_set_string (value, ledger_record_get_id (self));
      return;
    }
  if (prop_id == PROP_CONTESTED)
    {
      g_value_set_boolean (value, ledger_record_is_contested (self));
      return;
    }
  if (prop_id - PROP_FIRST_COLUMN >= type->n_columns)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  guint column = prop_id - PROP_FIRST_COLUMN;
  switch (type->columns[column].kind)
    {
    case LEDGER_COLUMN_FLAG:
      g_value_set_boolean (value, ledger_record_get_integer (self, column) != 0);
      break;
    case LEDGER_COLUMN_INTEGER:
      g_value_set_int64 (value, ledger_record_get_integer (self, column));
      break;
    case LEDGER_COLUMN_DIGEST:
      set_digest (value, ledger_record_get_value (self, column));
      break;
    default:
      g_value_set_string (value, ledger_record_get_text (self, column));
      break;
    }
}

void
ledger_record_class_install (LedgerRecordClass *klass, const LedgerRecordType *type)
{
  guint n = type->n_columns + PROP_FIRST_COLUMN;

  /* Not inherited: GObject clears it for each class. */
  G_OBJECT_CLASS (klass)->get_property = ledger_record_get_property;
  klass->type = type;
  klass->none = ledger_value_new_none ();
  klass->properties = g_new0 (GParamSpec *, n);
  klass->properties[PROP_ID] =
      g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  klass->properties[PROP_CONTESTED] =
      g_param_spec_boolean ("contested",
                            NULL,
                            NULL,
                            FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  for (guint i = 0; i < type->n_columns; i++)
    klass->properties[PROP_FIRST_COLUMN + i] = property_new (&type->columns[i]);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), n, klass->properties);
}

static void
clear_values (LedgerRecord *self)
{
  LedgerRecordPrivate *priv = PRIVATE (self);
  guint n = ledger_record_get_record_type (self)->n_columns;

  for (guint i = 0; i < n; i++)
    g_clear_pointer (&priv->values[i], ledger_value_unref);
}

static void
ledger_record_finalize (GObject *object)
{
  LedgerRecordPrivate *priv = PRIVATE (object);

  clear_values (LEDGER_RECORD (object));
  g_free (priv->values);
  g_free (priv->order);
  G_OBJECT_CLASS (ledger_record_parent_class)->finalize (object);
}

static char *
dup_rank (LedgerRecord *self)
{
  guint column = ledger_record_type_find_column (ledger_record_get_record_type (self), "rank");
  return column != G_MAXUINT ? g_strdup (ledger_record_get_text (self, column)) : NULL;
}

static void
ledger_record_class_init (LedgerRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ledger_record_finalize;
  klass->dup_order = dup_rank;
}

static void
ledger_record_init (LedgerRecord *self)
{
  LedgerRecordPrivate *priv = PRIVATE (self);
  priv->values = NULL;
}

LedgerRecord *
ledger_record_new (GType gtype, const char *id)
{
  g_return_val_if_fail (g_type_is_a (gtype, LEDGER_TYPE_RECORD), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  LedgerRecord *self = g_object_new (gtype, NULL);
  LedgerRecordPrivate *priv = PRIVATE (self);
  g_strlcpy (priv->id, id, sizeof priv->id);
  priv->values = g_new0 (LedgerValue *, ledger_record_get_record_type (self)->n_columns);
  return self;
}

const char *
ledger_record_get_id (LedgerRecord *self)
{
  g_return_val_if_fail (LEDGER_IS_RECORD (self), NULL);
  return PRIVATE (self)->id;
}

const LedgerRecordType *
ledger_record_get_record_type (LedgerRecord *self)
{
  return LEDGER_RECORD_GET_CLASS (self)->type;
}

const LedgerValue *
ledger_record_get_value (LedgerRecord *self, guint column)
{
  LedgerRecordClass *klass = LEDGER_RECORD_GET_CLASS (self);
  g_return_val_if_fail (column < klass->type->n_columns, klass->none);

  const LedgerValue *value = PRIVATE (self)->values[column];
  return value != NULL ? value : klass->none;
}

const char *
ledger_record_get_text (LedgerRecord *self, guint column)
{
  return ledger_value_get_text (ledger_record_get_value (self, column));
}

gint64
ledger_record_get_integer (LedgerRecord *self, guint column)
{
  return ledger_value_get_integer (ledger_record_get_value (self, column));
}

LedgerDay
ledger_record_get_day (LedgerRecord *self, guint column)
{
  const char *text = ledger_record_get_text (self, column);

  if (text == NULL)
    return LEDGER_DAY_NONE;
  if (ledger_record_get_record_type (self)->columns[column].kind == LEDGER_COLUMN_DEADLINE)
    return ledger_deadline_day_of_canonical (text);
  return ledger_day_from_iso (text);
}

const char *
ledger_record_get_parent_id (LedgerRecord *self)
{
  guint column = ledger_record_type_parent_column (ledger_record_get_record_type (self));
  return column != G_MAXUINT ? ledger_record_get_text (self, column) : NULL;
}

/* A text of length 0 and no value at all are told apart by the log, and so here. */
static gboolean
replace_value (LedgerValue **place, LedgerValue *value)
{
  if (value != NULL && ledger_value_get_tag (value) == LEDGER_VALUE_NONE)
    g_clear_pointer (&value, ledger_value_unref);
  if (ledger_value_equal (*place, value))
    {
      g_clear_pointer (&value, ledger_value_unref);
      return FALSE;
    }
  g_clear_pointer (place, ledger_value_unref);
  *place = value;
  return TRUE;
}

static void
derive (LedgerRecord *self, LedgerRecordClass *klass)
{
  LedgerRecordPrivate *priv = PRIVATE (self);

  if (klass->loaded != NULL)
    klass->loaded (self);
  g_free (priv->order);
  priv->order = klass->dup_order (self);
}

/* Before the first values nobody can listen, and some ten thousand records are loaded at a start.
 */
static gboolean
load_first (LedgerRecord *self, LedgerRecordClass *klass, LedgerValue **values)
{
  LedgerRecordPrivate *priv = PRIVATE (self);
  gboolean any = FALSE;

  for (guint i = 0; i < klass->type->n_columns; i++)
    if (values[i] != NULL)
      any = replace_value (&priv->values[i], g_steal_pointer (&values[i])) || any;
  if (any)
    derive (self, klass);
  priv->loaded = TRUE;
  return any;
}

gboolean
ledger_record_load (LedgerRecord *self, LedgerValue **values)
{
  LedgerRecordPrivate *priv = PRIVATE (self);
  LedgerRecordClass *klass = LEDGER_RECORD_GET_CLASS (self);
  gboolean differs = FALSE;

  if (!priv->loaded)
    return load_first (self, klass, values);
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < klass->type->n_columns; i++)
    if (replace_value (&priv->values[i], g_steal_pointer (&values[i])))
      {
        differs = TRUE;
        g_object_notify_by_pspec (G_OBJECT (self), klass->properties[PROP_FIRST_COLUMN + i]);
      }
  if (differs)
    derive (self, klass);
  g_object_thaw_notify (G_OBJECT (self));
  return differs;
}

gboolean
ledger_record_is_contested (LedgerRecord *self)
{
  g_return_val_if_fail (LEDGER_IS_RECORD (self), FALSE);
  return PRIVATE (self)->contested;
}

gboolean
ledger_record_set_contested (LedgerRecord *self, gboolean contested)
{
  LedgerRecordPrivate *priv = PRIVATE (self);

  if (priv->contested == contested)
    return FALSE;
  priv->contested = contested;
  g_object_notify_by_pspec (G_OBJECT (self),
                            LEDGER_RECORD_GET_CLASS (self)->properties[PROP_CONTESTED]);
  return TRUE;
}

int
ledger_record_compare (LedgerRecord *a, LedgerRecord *b)
{
  const LedgerRecordPrivate *left = PRIVATE (a);
  const LedgerRecordPrivate *right = PRIVATE (b);
  int order = g_strcmp0 (left->order, right->order);

  return order != 0 ? order : strcmp (left->id, right->id);
}
