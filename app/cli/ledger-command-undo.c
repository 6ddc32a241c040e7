/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-invocation.h"

typedef gboolean (*StepFunc) (LedgerDocument *document, char **title, GError **error);

static gboolean
step (LedgerInvocation *invocation, StepFunc func, const char *name, GError **error)
{
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);
  g_autofree char *title = NULL;
  g_autoptr (LedgerDocument) document =
      ledger_invocation_open (invocation, LEDGER_DOCUMENT_SCRIPT, error);

  if (!document || !func (document, &title, error))
    return FALSE;
  if (json)
    {
      ledger_json_writer_begin_object (json, NULL);
      ledger_json_writer_text (json, name, title);
      ledger_json_writer_end_object (json);
    }
  ledger_invocation_say (invocation, "%s", title);
  return TRUE;
}

gboolean
ledger_command_undo (LedgerInvocation *invocation, GError **error)
{
  return step (invocation, ledger_document_undo, "undone", error);
}

gboolean
ledger_command_redo (LedgerInvocation *invocation, GError **error)
{
  return step (invocation, ledger_document_redo, "redone", error);
}
