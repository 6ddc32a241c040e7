/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-column.h"

const LedgerRecordType *
ledger_reading_find_type (const LedgerReading *reading, const char *name)
{
  for (guint i = 0; i < reading->n_types; i++)
    if (g_str_equal (reading->types[i]->name, name))
      return reading->types[i];
  return NULL;
}

guint
ledger_record_type_find_column (const LedgerRecordType *type, const char *name)
{
  for (guint i = 0; i < type->n_columns; i++)
    if (g_str_equal (type->columns[i].name, name))
      return i;
  return G_MAXUINT;
}

guint
ledger_record_type_parent_column (const LedgerRecordType *type)
{
  for (guint i = 0; i < type->n_columns; i++)
    if (type->columns[i].flags & LEDGER_COLUMN_PARENT)
      return i;
  return G_MAXUINT;
}
