/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ledger-gesture.h"
#include "ledger-inspection.h"
#include "ledger-invocation.h"

/* Options that fill a field of the round; all of one edit. */
static const struct
{
  const char *option;
  const char *field;
} round_options[] = {
  { "unit", "unit" },
  { "inspection", "name" },
  { "feedback", "feedback_date" },
  { "report-due", "report_due" },
};

static gboolean
fill_round (LedgerInvocation *invocation, LedgerDocument *document, GError **error)
{
  LedgerRecord *inspection = ledger_document_get_inspection (document);
  g_autoptr (LedgerEdit) edit = ledger_edit_new (LEDGER_EDIT_PLAIN, _ ("Fill in the round"));

  ledger_edit_set_actor (
      edit, ledger_document_get_actor_name (document), ledger_document_get_desk (document));
  for (guint i = 0; i < G_N_ELEMENTS (round_options); i++)
    {
      const char *text = ledger_invocation_get_option (invocation, round_options[i].option);

      if (text
          && !ledger_gesture_add_set (document,
                                      edit,
                                      "inspection",
                                      ledger_record_get_id (inspection),
                                      round_options[i].field,
                                      text,
                                      error))
        return FALSE;
    }
  return ledger_document_commit (document, edit, NULL, error);
}

/* Before the file is made: what cannot be filled in leaves nothing behind. */
static gboolean
check_dates (LedgerInvocation *invocation, GError **error)
{
  static const char *const dates[] = { "feedback", "report-due" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      const char *text = ledger_invocation_get_option (invocation, dates[i]);
      g_autofree char *message = NULL;

      if (!text || ledger_day_from_iso (text) != LEDGER_DAY_NONE)
        continue;
      message = g_strdup_printf (
          _ ("“%s” after --%s is no date; write it like 2026-03-05."), text, dates[i]);
      return ledger_invocation_fail_usage (invocation, error, message);
    }
  return TRUE;
}

gboolean
ledger_command_new (LedgerInvocation *invocation, GError **error)
{
  const char *path = ledger_invocation_get_argument (invocation, 0);
  const char *unit = ledger_invocation_get_option (invocation, "unit");
  g_autoptr (LedgerDocument) document = NULL;

  if (!unit || !*unit)
    return ledger_invocation_fail_usage (
        invocation, error, _ ("Name the unit whose ledger it is: --unit NAME."));
  if (!check_dates (invocation, error))
    return FALSE;
  document = ledger_document_create (
      path, LEDGER_DOCUMENT_SCRIPT, unit, ledger_invocation_get_option (invocation, "as"), error);
  if (!document)
    return FALSE;
  ledger_document_set_actor (document, NULL, ledger_invocation_get_option (invocation, "as"));
  if (!fill_round (invocation, document, error))
    {
      /* Nobody but us knows the file: the call can be made again. */
      ledger_document_close (document);
      g_unlink (path);
      return FALSE;
    }

  LedgerStore *store = ledger_document_get_store (document);
  g_autofree char *tip = ledger_store_dup_tip (store, error);
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);
  if (!tip)
    return FALSE;
  if (json)
    {
      ledger_json_writer_begin_object (json, NULL);
      ledger_json_writer_text (json, "ledger", path);
      ledger_json_writer_text (json, "id", ledger_store_get_ledger_id (store));
      ledger_json_writer_text (json, "tip", tip);
      ledger_json_writer_end_object (json);
    }
  ledger_invocation_say (invocation, _ ("Made %s for %s."), path, unit);
  return TRUE;
}
