/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-doubt.h"

#include <glib/gi18n-lib.h>

struct _LedgerImportDoubt
{
  GObject parent_instance;
  LedgerDoubt *doubt;
};

enum
{
  PROP_CELL = 1,
  PROP_TEXT,
  PROP_PROPOSAL,
  PROP_ACCEPT_LABEL,
  PROP_CHANGE_LABEL,
  PROP_CHANGEABLE,
  N_PROPERTIES,
};

G_DEFINE_FINAL_TYPE (LedgerImportDoubt, ledger_import_doubt, G_TYPE_OBJECT)

static const char *
get_change_label (LedgerDoubtKind kind)
{
  switch (kind)
    {
    case LEDGER_DOUBT_SPLIT:
      return _ ("As one");
    case LEDGER_DOUBT_ENCODING:
      return _ ("Another");
    case LEDGER_DOUBT_PAIR:
      return C_ ("import", "As a change");
    default:
      return C_ ("import", "Change");
    }
}

static void
ledger_import_doubt_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const LedgerDoubt *doubt = LEDGER_IMPORT_DOUBT (object)->doubt;

  switch (id)
    {
    case PROP_CELL:
      g_value_set_string (value, doubt->cell);
      break;
    case PROP_TEXT:
      g_value_set_string (value, doubt->text);
      break;
    case PROP_PROPOSAL:
      g_value_set_string (value, doubt->proposal);
      break;
    case PROP_ACCEPT_LABEL:
      g_value_set_string (
          value, doubt->kind == LEDGER_DOUBT_PAIR ? C_ ("import", "As a new one") : _ ("Accept"));
      break;
    case PROP_CHANGE_LABEL:
      g_value_set_string (value, get_change_label (doubt->kind));
      break;
    case PROP_CHANGEABLE:
      g_value_set_boolean (
          value, doubt->kind != LEDGER_DOUBT_HIDDEN && doubt->kind != LEDGER_DOUBT_LEFT_OUT);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ledger_import_doubt_finalize (GObject *object)
{
  g_clear_pointer (&LEDGER_IMPORT_DOUBT (object)->doubt, ledger_doubt_free);
  G_OBJECT_CLASS (ledger_import_doubt_parent_class)->finalize (object);
}

static void
ledger_import_doubt_class_init (LedgerImportDoubtClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const char *const names[] = {
    [PROP_CELL] = "cell",
    [PROP_TEXT] = "text",
    [PROP_PROPOSAL] = "proposal",
    [PROP_ACCEPT_LABEL] = "accept-label",
    [PROP_CHANGE_LABEL] = "change-label",
  };

  object_class->get_property = ledger_import_doubt_get_property;
  object_class->finalize = ledger_import_doubt_finalize;
  for (guint id = PROP_CELL; id < G_N_ELEMENTS (names); id++)
    g_object_class_install_property (
        object_class,
        id,
        g_param_spec_string (
            names[id], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
      object_class,
      PROP_CHANGEABLE,
      g_param_spec_boolean (
          "changeable", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
ledger_import_doubt_init (LedgerImportDoubt *self)
{
}

LedgerImportDoubt *
ledger_import_doubt_new (const LedgerDoubt *doubt)
{
  LedgerImportDoubt *self = g_object_new (LEDGER_TYPE_IMPORT_DOUBT, NULL);

  self->doubt = ledger_doubt_copy (doubt);
  return self;
}

const LedgerDoubt *
ledger_import_doubt_get (LedgerImportDoubt *self)
{
  return self->doubt;
}

gint64
ledger_import_doubt_get_key (LedgerImportDoubt *self)
{
  return ((gint64)self->doubt->kind << 48) | ((gint64)self->doubt->row << 16) | self->doubt->column;
}
