/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-gesture-private.h"

#include "ledger-error.h"
#include "ledger-id.h"
#include "ledger-rank.h"
#include "ledger-reading.h"
#include "ledger-text.h"

#include <glib/gi18n-lib.h>

LedgerEdit *
ledger_gesture_new (LedgerDocument *document, const char *title)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);

  LedgerEdit *edit = ledger_edit_new (LEDGER_EDIT_PLAIN, title != NULL ? title : "");
  ledger_edit_set_actor (
      edit, ledger_document_get_actor_name (document), ledger_document_get_desk (document));
  return edit;
}

LedgerRecord *
ledger_gesture_need (LedgerDocument *document, const char *type, const char *id, GError **error)
{
  const LedgerRecordType *known = ledger_reading_find_type (ledger_reading_get_default (), type);
  LedgerRecord *record =
      known != NULL && id != NULL ? ledger_document_lookup (document, type, id) : NULL;

  if (record == NULL)
    g_set_error (error,
                 LEDGER_ERROR,
                 LEDGER_ERROR_NOT_FOUND,
                 _ ("This %s is not in the ledger any more. Nothing was changed."),
                 known != NULL ? _ (known->word) : type);
  return record;
}

gboolean
ledger_gesture_was_deleted (LedgerDocument *document, const char *type, const char *id)
{
  LedgerStore *store = ledger_document_get_store (document);
  g_autoptr (GPtrArray) heads =
      ledger_store_get_heads (store, type, id, LEDGER_FIELD_DELETED, NULL);

  for (guint i = 0; heads != NULL && i < heads->len; i++)
    {
      const LedgerOperation *head = heads->pdata[i];
      if (head->value != NULL && ledger_value_get_tag (head->value) != LEDGER_VALUE_NONE)
        return TRUE;
    }
  return FALSE;
}

void
ledger_gesture_revive (LedgerDocument *document, LedgerEdit *edit, const char *type, const char *id)
{
  if (ledger_gesture_was_deleted (document, type, id))
    ledger_edit_keep (edit, type, id);
}

const LedgerValue *
ledger_gesture_peek (LedgerEdit *edit, const char *type, const char *id, const char *field)
{
  for (guint i = 0; i < ledger_edit_get_n_changes (edit); i++)
    {
      const LedgerChange *change = ledger_edit_get_change (edit, i);
      if (g_str_equal (change->id, id) && g_str_equal (change->type, type)
          && g_str_equal (change->field, field))
        return change->value;
    }
  return NULL;
}

void
ledger_gesture_put (
    LedgerEdit *edit, const char *type, const char *id, const char *field, const char *text)
{
  gboolean empty = text == NULL || text[0] == '\0';
  ledger_edit_set_text (edit, type, id, field, empty ? NULL : text);
}

void
ledger_gesture_put_today (
    LedgerDocument *document, LedgerEdit *edit, const char *type, const char *id, const char *field)
{
  g_autofree char *today = ledger_day_to_iso (ledger_document_get_today (document));
  ledger_edit_set_text (edit, type, id, field, today);
}

/* --- ranks and numbers --- */

static const char *
last_rank (LedgerDocument *document, const char *type, const char *parent_id)
{
  LedgerTable *table = ledger_document_get_table (document, type);
  guint column = ledger_record_type_find_column (ledger_table_get_record_type (table), "rank");
  const GPtrArray *siblings =
      parent_id != NULL ? ledger_table_get_children (table, parent_id) : NULL;
  guint n = siblings != NULL ? siblings->len : ledger_table_get_n_records (table);
  const char *last = NULL;

  for (guint i = 0; i < n; i++)
    {
      LedgerRecord *record =
          siblings != NULL ? siblings->pdata[i] : ledger_table_get_record (table, i);
      const char *rank = ledger_record_get_text (record, column);
      if (g_strcmp0 (rank, last) > 0)
        last = rank;
    }
  return last;
}

char *
ledger_gesture_dup_last_rank (LedgerDocument *document, const char *type, const char *parent_id)
{
  const char *last = last_rank (document, type, parent_id);
  char *rank = ledger_rank_between (last, NULL);

  /* A full end: beside the last one, whose id then decides until somebody moves a row. */
  return rank != NULL ? rank : g_strdup (last);
}

gint64
ledger_gesture_next_number (LedgerDocument *document,
                            const char *const *types,
                            const char *prefix,
                            GError **error)
{
  LedgerStore *store = ledger_document_get_store (document);
  gint64 largest = 0;

  for (; *types != NULL; types++)
    {
      g_autoptr (GError) failure = NULL;
      gint64 given = ledger_store_largest_given (store, *types, "number", prefix, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return 0;
        }
      largest = MAX (largest, given);
    }
  return largest + 1;
}

/* --- learning names (LOG 9) --- */

/* The same name may be learnt twice by one edit. */
static char *
dup_pending (LedgerEdit *edit, const char *type, const char *name)
{
  for (guint i = 0; i < ledger_edit_get_n_changes (edit); i++)
    {
      const LedgerChange *change = ledger_edit_get_change (edit, i);
      if (g_str_equal (change->type, type) && g_str_equal (change->field, "name")
          && g_strcmp0 (ledger_value_get_text (change->value), name) == 0)
        return g_strdup (change->id);
    }
  return NULL;
}

static char *
learn (LedgerDocument *document, LedgerEdit *edit, const char *type, const char *written)
{
  g_autofree char *name = ledger_text_trim (written != NULL ? written : "");
  if (name[0] == '\0')
    return NULL;
  if (ledger_id_is_valid (name) && ledger_document_lookup (document, type, name) != NULL)
    return g_steal_pointer (&name);
  LedgerRecord *known = ledger_document_find_name (document, type, name);
  if (known != NULL)
    return g_strdup (ledger_record_get_id (known));

  LedgerStore *store = ledger_document_get_store (document);
  char *id = ledger_id_new_derived (ledger_store_get_ledger_id (store), type, name, NULL);
  if (ledger_document_lookup (document, type, id) != NULL)
    {
      /* Somebody once entered by this name bears another one now. */
      g_free (id);
      id = dup_pending (edit, type, name);
      if (id == NULL)
        id = ledger_id_new_random ();
    }
  else
    ledger_gesture_revive (document, edit, type, id);
  ledger_edit_set_text (edit, type, id, "name", name);
  return id;
}

char *
ledger_gesture_learn_person (LedgerDocument *document, LedgerEdit *edit, const char *name)
{
  return learn (document, edit, "person", name);
}

char *
ledger_gesture_learn_department (LedgerDocument *document, LedgerEdit *edit, const char *name)
{
  return learn (document, edit, "department", name);
}
