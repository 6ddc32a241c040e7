/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-edit.h"

#include "ledger-id.h"

#include <string.h>

struct _LedgerEdit
{
  gatomicrefcount references;
  LedgerEditKind kind;
  char *title;
  char *reason;
  char *actor;
  char *desk;
  gint64 position;
  GPtrArray *changes;  /* LedgerChange, in the order of first setting */
  GHashTable *by_name; /* the same as a set, by type, id and field */
};

static void
change_free (gpointer data)
{
  LedgerChange *change = data;
  ledger_value_unref (change->value);
  g_free (change);
}

/* Most ids are random all over, and those that are derived at least as a whole. */
static guint
hash_change (gconstpointer data)
{
  const LedgerChange *change = data;
  guint hash = g_direct_hash (change->type) ^ (g_direct_hash (change->field) * 31);
  for (guint i = 0; i < 32; i += 4)
    {
      guint32 piece;
      memcpy (&piece, change->id + i, sizeof piece);
      hash = hash * 33 + piece;
    }
  return hash;
}

static gboolean
same_change (gconstpointer a, gconstpointer b)
{
  const LedgerChange *one = a;
  const LedgerChange *other = b;
  return one->type == other->type && one->field == other->field
         && memcmp (one->id, other->id, sizeof one->id) == 0;
}

LedgerEdit *
ledger_edit_new (LedgerEditKind kind, const char *title)
{
  LedgerEdit *edit = g_new0 (LedgerEdit, 1);
  g_atomic_ref_count_init (&edit->references);
  edit->kind = kind;
  edit->title = g_strdup (title != NULL ? title : "");
  edit->actor = g_strdup ("");
  edit->desk = g_strdup ("");
  edit->position = -1;
  edit->changes = g_ptr_array_new_with_free_func (change_free);
  edit->by_name = g_hash_table_new (hash_change, same_change);
  return edit;
}

LedgerEdit *
ledger_edit_ref (LedgerEdit *edit)
{
  g_return_val_if_fail (edit != NULL, NULL);
  g_atomic_ref_count_inc (&edit->references);
  return edit;
}

void
ledger_edit_unref (LedgerEdit *edit)
{
  if (edit == NULL || !g_atomic_ref_count_dec (&edit->references))
    return;
  g_hash_table_unref (edit->by_name);
  g_ptr_array_unref (edit->changes);
  g_free (edit->title);
  g_free (edit->reason);
  g_free (edit->actor);
  g_free (edit->desk);
  g_free (edit);
}

static void
replace (char **place, const char *text)
{
  char *copy = g_strdup (text);
  g_free (*place);
  *place = copy;
}

void
ledger_edit_set_title (LedgerEdit *edit, const char *title)
{
  replace (&edit->title, title != NULL ? title : "");
}

const char *
ledger_edit_get_title (LedgerEdit *edit)
{
  return edit->title;
}

void
ledger_edit_set_reason (LedgerEdit *edit, const char *reason)
{
  replace (&edit->reason, reason);
}

const char *
ledger_edit_get_reason (LedgerEdit *edit)
{
  return edit->reason;
}

void
ledger_edit_set_actor (LedgerEdit *edit, const char *actor, const char *desk)
{
  replace (&edit->actor, actor != NULL ? actor : "");
  replace (&edit->desk, desk != NULL ? desk : "");
}

const char *
ledger_edit_get_actor (LedgerEdit *edit)
{
  return edit->actor;
}

const char *
ledger_edit_get_desk (LedgerEdit *edit)
{
  return edit->desk;
}

LedgerEditKind
ledger_edit_get_kind (LedgerEdit *edit)
{
  return edit->kind;
}

void
ledger_edit_set_position (LedgerEdit *edit, gint64 position)
{
  edit->position = position;
}

gint64
ledger_edit_get_position (LedgerEdit *edit)
{
  return edit->position;
}

void
ledger_edit_set (
    LedgerEdit *edit, const char *type, const char *id, const char *field, LedgerValue *value)
{
  g_return_if_fail (type != NULL && field != NULL);
  g_return_if_fail (ledger_id_is_valid (id));

  LedgerValue *kept = value != NULL ? ledger_value_ref (value) : ledger_value_new_none ();
  LedgerChange wanted = { .type = g_intern_string (type), .field = g_intern_string (field) };
  memcpy (wanted.id, id, sizeof wanted.id);
  LedgerChange *known = g_hash_table_lookup (edit->by_name, &wanted);
  if (known != NULL)
    {
      ledger_value_unref (known->value);
      known->value = kept;
      return;
    }

  LedgerChange *change = g_new (LedgerChange, 1);
  *change = wanted;
  change->value = kept;
  g_ptr_array_add (edit->changes, change);
  g_hash_table_add (edit->by_name, change);
}

void
ledger_edit_set_text (
    LedgerEdit *edit, const char *type, const char *id, const char *field, const char *text)
{
  g_autoptr (LedgerValue) value = ledger_value_new_text (text);
  ledger_edit_set (edit, type, id, field, value);
}

void
ledger_edit_set_integer (
    LedgerEdit *edit, const char *type, const char *id, const char *field, gint64 integer)
{
  g_autoptr (LedgerValue) value = ledger_value_new_integer (integer);
  ledger_edit_set (edit, type, id, field, value);
}

void
ledger_edit_delete (LedgerEdit *edit, const char *type, const char *id)
{
  /* The digest of what is seen is known at commit alone; until then any bytes stand for it. */
  g_autoptr (LedgerValue) value = ledger_value_new_bytes ("", 0);
  ledger_edit_set (edit, type, id, LEDGER_FIELD_DELETED, value);
}

void
ledger_edit_keep (LedgerEdit *edit, const char *type, const char *id)
{
  ledger_edit_set (edit, type, id, LEDGER_FIELD_DELETED, NULL);
}

guint
ledger_edit_get_n_changes (LedgerEdit *edit)
{
  return edit->changes->len;
}

const LedgerChange *
ledger_edit_get_change (LedgerEdit *edit, guint index)
{
  g_return_val_if_fail (index < edit->changes->len, NULL);
  return edit->changes->pdata[index];
}
