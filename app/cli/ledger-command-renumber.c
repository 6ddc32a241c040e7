/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-gesture.h"
#include "ledger-invocation.h"

/* What is named, or everything whose number something else got earlier. */
static GPtrArray *
find_records (LedgerInvocation *invocation, LedgerDocument *document, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  if (ledger_invocation_get_n_arguments (invocation) == 1)
    return ledger_gesture_list_renumberable (document);
  for (guint i = 1; i < ledger_invocation_get_n_arguments (invocation); i++)
    {
      LedgerRecord *record = ledger_document_find (
          document, NULL, ledger_invocation_get_argument (invocation, i), error);
      if (!record)
        return NULL;
      g_ptr_array_add (records, g_object_ref (record));
    }
  return g_steal_pointer (&records);
}

static gboolean
renumber (LedgerDocument *document, GPtrArray *records, GError **error)
{
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      LedgerRecord *record = g_ptr_array_index (records, i);
      if (!ledger_gesture_add_renumbering (document,
                                           edit,
                                           ledger_record_get_record_type (record)->name,
                                           ledger_record_get_id (record),
                                           error))
        return FALSE;
    }
  return records->len == 0 || ledger_document_commit (document, edit, NULL, error);
}

/* One line each: what it was, what it is. BEFORE: the numbers as they were shown. */
static void
tell (LedgerInvocation *invocation, LedgerDocument *document, GPtrArray *records, GStrv before)
{
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);

  if (json)
    ledger_json_writer_begin_array (json, NULL);
  for (guint i = 0; i < records->len; i++)
    {
      LedgerRecord *record = g_ptr_array_index (records, i);
      const char *type = ledger_record_get_record_type (record)->name;
      const char *id = ledger_record_get_id (record);
      g_autofree char *number = ledger_document_dup_label (document, type, id);

      ledger_invocation_say (invocation, "%s\t%s", before[i], number);
      if (!json)
        continue;
      ledger_json_writer_begin_object (json, NULL);
      ledger_json_writer_text (json, "type", type);
      ledger_json_writer_text (json, "id", id);
      ledger_json_writer_text (json, "before", before[i]);
      ledger_json_writer_text (json, "number", number);
      ledger_json_writer_end_object (json);
    }
  if (json)
    ledger_json_writer_end_array (json);
  if (records->len == 0)
    ledger_invocation_say (invocation, _ ("No number stands twice."));
}

gboolean
ledger_command_renumber (LedgerInvocation *invocation, GError **error)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_autoptr (LedgerDocument) document =
      ledger_invocation_open (invocation, LEDGER_DOCUMENT_SCRIPT, error);
  g_autoptr (GPtrArray) records = document ? find_records (invocation, document, error) : NULL;

  if (!records)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      LedgerRecord *record = g_ptr_array_index (records, i);
      g_autofree char *label = ledger_document_dup_label (
          document, ledger_record_get_record_type (record)->name, ledger_record_get_id (record));
      g_strv_builder_add (labels, label);
    }
  g_auto (GStrv) before = g_strv_builder_end (labels);
  if (!renumber (document, records, error))
    return FALSE;
  tell (invocation, document, records, before);
  return TRUE;
}
