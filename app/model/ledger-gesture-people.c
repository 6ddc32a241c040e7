/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-gesture-people.h"

#include "ledger-error.h"
#include "ledger-gesture-private.h"
#include "ledger-id.h"
#include "ledger-reading.h"
#include "ledger-supervision.h"
#include "ledger-text.h"

#include <glib/gi18n-lib.h>

static gboolean
check_name (LedgerDocument *document,
            const LedgerRecordType *type,
            const char *name,
            GError **error)
{
  if (name[0] == '\0')
    {
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_INVALID,
                   _ ("Write something first: a %s without words was not added."),
                   _ (type->word));
      return FALSE;
    }
  /* Milestones are told apart by their day. */
  if (g_str_equal (type->name, "milestone")
      || ledger_document_find_name (document, type->name, name) == NULL)
    return TRUE;
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_REFUSED,
               _ ("“%s” is there already. Change that one, or write another name."),
               name);
  return FALSE;
}

static char *
make_record (LedgerDocument *document, LedgerEdit *edit, const char *type, const char *name)
{
  g_autofree char *rank = NULL;
  char *id;

  if (g_str_equal (type, "person"))
    return ledger_gesture_learn_person (document, edit, name);
  if (g_str_equal (type, "department"))
    return ledger_gesture_learn_department (document, edit, name);
  id = ledger_id_new_random ();
  ledger_edit_set_text (edit, type, id, "name", name);
  if (g_str_equal (type, "phase"))
    {
      rank = ledger_gesture_dup_last_rank (document, type, NULL);
      ledger_edit_set_text (edit, type, id, "rank", rank);
    }
  return id;
}

LedgerEdit *
ledger_gesture_add_named (
    LedgerDocument *document, const char *type, const char *name, char **id, GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);

  const LedgerRecordType *known = ledger_reading_find_type (ledger_reading_get_default (), type);
  g_autofree char *trimmed = ledger_text_trim (name != NULL ? name : "");
  g_return_val_if_fail (known != NULL, NULL);
  if (!check_name (document, known, trimmed, error))
    return NULL;

  /* Translators: what is added (person, department, phase), and its name */
  g_autofree char *title = g_strdup_printf (_ ("Add %s %s"), _ (known->word), trimmed);
  LedgerEdit *edit = ledger_gesture_new (document, title);
  g_autofree char *made = make_record (document, edit, type, trimmed);
  if (id != NULL)
    *id = g_steal_pointer (&made);
  return edit;
}

/* --- 分管 --- */

static GHashTable *
read_departments (LedgerDocument *document, LedgerEdit *edit, const char *names)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRegex) divider = g_regex_new ("[、，,；;\\s]+", 0, 0, NULL);
  g_auto (GStrv) parts = g_regex_split (divider, names, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *id = ledger_gesture_learn_department (document, edit, parts[i]);

      if (id != NULL)
        g_hash_table_add (ids, id);
    }
  return ids;
}

static void
add_link (LedgerDocument *document, LedgerEdit *edit, const char *person, const char *department)
{
  g_autofree char *id = ledger_id_new_derived ("supervision", person, department, NULL);

  ledger_gesture_revive (document, edit, "supervision", id);
  ledger_edit_set_text (edit, "supervision", id, "person", person);
  ledger_edit_set_text (edit, "supervision", id, "department", department);
}

LedgerEdit *
ledger_gesture_set_supervised (LedgerDocument *document,
                               const char *person_id,
                               const char *names,
                               GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);

  if (ledger_gesture_need (document, "person", person_id, error) == NULL)
    return NULL;
  const char *person = ledger_document_get_name (document, "person", person_id);
  g_autofree char *title = g_strdup_printf (_ ("Change supervised departments: %s"), person);
  LedgerEdit *edit = ledger_gesture_new (document, title);
  g_autoptr (GHashTable) wanted = read_departments (document, edit, names != NULL ? names : "");
  const GPtrArray *links = ledger_document_get_children (document, "supervision", person_id);
  GHashTableIter iter;
  gpointer department;

  for (guint i = 0; i < links->len; i++)
    {
      const char *there = ledger_record_get_text (links->pdata[i], LEDGER_SUPERVISION_DEPARTMENT);

      if (there == NULL || !g_hash_table_remove (wanted, there))
        ledger_edit_delete (edit, "supervision", ledger_record_get_id (links->pdata[i]));
    }
  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &department, NULL))
    add_link (document, edit, person_id, department);
  return edit;
}

char *
ledger_gesture_dup_supervised (LedgerDocument *document, const char *person_id)
{
  const GPtrArray *links = ledger_document_get_children (document, "supervision", person_id);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const char *id = ledger_record_get_text (links->pdata[i], LEDGER_SUPERVISION_DEPARTMENT);
      const char *name = ledger_document_get_name (document, "department", id);

      if (name == NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, "、");
      g_string_append (text, name);
    }
  return g_string_free (text, FALSE);
}
