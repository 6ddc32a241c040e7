/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-doubt.h"

struct _LedgerImportDoubt
{
  GObject parent_instance;
  LedgerDoubt *doubt;
};

G_DEFINE_FINAL_TYPE (LedgerImportDoubt, ledger_import_doubt, G_TYPE_OBJECT)

static void
ledger_import_doubt_finalize (GObject *object)
{
  LedgerImportDoubt *self = LEDGER_IMPORT_DOUBT (object);

  g_clear_pointer (&self->doubt, ledger_doubt_free);
  G_OBJECT_CLASS (ledger_import_doubt_parent_class)->finalize (object);
}

static void
ledger_import_doubt_class_init (LedgerImportDoubtClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ledger_import_doubt_finalize;
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
