/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-invocation.h"

typedef gboolean (*StepFunc) (LedgerDocument *document, char **title, GError **error);

typedef struct
{
  StepFunc func;
  const char *name; /* in the answer */
  gboolean back;    /* undo, as opposed to redo */
} Step;

static gboolean
take_step (LedgerInvocation *invocation, const Step *step, GError **error)
{
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);
  g_autofree char *title = NULL;
  g_autoptr (LedgerDocument) document =
      ledger_invocation_open (invocation, LEDGER_DOCUMENT_SCRIPT, error);

  if (!document || !step->func (document, &title, error))
    return FALSE;
  if (json)
    {
      ledger_json_writer_begin_object (json, NULL);
      ledger_json_writer_text (json, step->name, title);
      ledger_json_writer_end_object (json);
    }
  ledger_invocation_say (invocation, step->back ? _ ("Undone: %s") : _ ("Redone: %s"), title);
  return TRUE;
}

gboolean
ledger_command_undo (LedgerInvocation *invocation, GError **error)
{
  const Step step = { ledger_document_undo, "undone", TRUE };

  return take_step (invocation, &step, error);
}

gboolean
ledger_command_redo (LedgerInvocation *invocation, GError **error)
{
  const Step step = { ledger_document_redo, "redone", FALSE };

  return take_step (invocation, &step, error);
}
