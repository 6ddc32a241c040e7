/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-damage-list.h"

#include "ledger-digest.h"
#include "ledger-error.h"
#include "ledger-store.h"

#include <glib/gi18n-lib.h>

#define MOST_DAMAGES 100

static void
free_damage (gpointer data)
{
  ledger_damage_free (data);
}

void
ledger_damage_free (LedgerDamage *damage)
{
  g_free (damage->place);
  g_free (damage->text);
  g_free (damage->digest);
  g_free (damage->type);
  g_free (damage->id);
  g_free (damage->field);
  g_free (damage);
}

GPtrArray *
ledger_damage_list_new (void)
{
  return g_ptr_array_new_with_free_func (free_damage);
}

void
ledger_damage_list_add (GPtrArray *damages, const char *place, const char *format, ...)
{
  if (damages->len > MOST_DAMAGES)
    return;
  LedgerDamage *damage = g_new0 (LedgerDamage, 1);
  damage->place = g_strdup (place);
  if (damages->len == MOST_DAMAGES)
    damage->text = g_strdup (_ ("More faults were found; they are not listed."));
  else
    {
      va_list arguments;
      va_start (arguments, format);
      damage->text = g_strdup_vprintf (format, arguments);
      va_end (arguments);
    }
  g_ptr_array_add (damages, damage);
}

void
ledger_damage_list_name_original (GPtrArray *damages, const guint8 digest[32])
{
  LedgerDamage *last = damages->pdata[damages->len - 1];

  if (damages->len <= MOST_DAMAGES)
    last->digest = ledger_hex_encode (digest, LEDGER_DIGEST_SIZE);
}

void
ledger_damage_list_name_record (GPtrArray *damages,
                                const char *type,
                                const char *id,
                                const char *field)
{
  LedgerDamage *last = damages->pdata[damages->len - 1];

  if (damages->len > MOST_DAMAGES)
    return;
  last->type = g_strdup (type);
  last->id = g_strdup (id);
  last->field = g_strdup (field);
}

gboolean
ledger_damage_list_refuse (GPtrArray *damages, const char *path, GError **error)
{
  if (damages->len == 0)
    return TRUE;
  const LedgerDamage *first = damages->pdata[0];
  g_autofree char *name = g_path_get_basename (path);
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_DAMAGED,
               /* Translators: file name, the fault as a sentence */
               _ ("“%s” did not pass its check: %s"),
               name,
               first->text);
  return FALSE;
}
