/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-damage-words.h"

#include "ledger-field.h"
#include "ledger-reading.h"

#include <glib/gi18n-lib.h>

/* The number in front or behind, as people say it: 问题1.2.3, but 1.2.3措施2. */
static char *
dup_record (LedgerDocument *document, const LedgerRecordType *type, const char *id)
{
  g_autofree char *label = ledger_document_dup_label (document, type->name, id);

  if (g_str_equal (type->name, "measure") || g_str_equal (label, _ (type->word)))
    return g_steal_pointer (&label);
  /* Translators: kind of record, its number or name */
  return g_strdup_printf (C_ ("record", "%s %s"), _ (type->word), label);
}

char *
ledger_damage_words_describe (LedgerDocument *document, const LedgerDamage *damage)
{
  const LedgerRecordType *type =
      damage->type != NULL ? ledger_reading_find_type (ledger_reading_get_default (), damage->type)
                           : NULL;
  g_autofree char *record = NULL;

  if (document == NULL || type == NULL || damage->id == NULL)
    return g_strdup (damage->text);
  record = dup_record (document, type, damage->id);
  if (damage->field == NULL)
    return g_strdup_printf (_ ("%s is missing in its table."), record);
  if (g_str_equal (damage->field, "id"))
    return g_strdup_printf (_ ("%s has another id in its table."), record);
  /* Translators: a record (“problem 1.2.3”), and one of its fields */
  return g_strdup_printf (_ ("%s: “%s” is not what the log says."),
                          record,
                          ledger_field_get_word (damage->type, damage->field));
}

char *
ledger_damage_words_dup_row (const LedgerDamage *damage)
{
  if (damage->type == NULL)
    return NULL;
  if (damage->id == NULL)
    return g_strdup_printf (_ ("Table %s"), damage->type);
  if (damage->field == NULL)
    return g_strdup_printf (_ ("Table %s, row %s"), damage->type, damage->id);
  return g_strdup_printf (
      _ ("Table %s, row %s, column %s"), damage->type, damage->id, damage->field);
}
