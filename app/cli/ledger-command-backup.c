/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-error.h"
#include "ledger-invocation.h"
#include "ledger-reading.h"

static void
tell_file (LedgerInvocation *invocation, const char *path, const char *aside)
{
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);

  if (!json)
    return;
  ledger_json_writer_begin_object (json, NULL);
  ledger_json_writer_text (json, "file", path);
  if (aside)
    ledger_json_writer_text (json, "aside", aside);
  ledger_json_writer_end_object (json);
}

static const char *
need_target (LedgerInvocation *invocation, GError **error)
{
  const char *target = ledger_invocation_get_option (invocation, "to");

  if (!target)
    ledger_invocation_fail_usage (invocation, error, _ ("Say where to: --to FILE."));
  return target;
}

/* A backup replaces nothing: it may be another ledger that bears the name. */
static gboolean
check_free (const char *target, GError **error)
{
  if (!g_file_test (target, G_FILE_TEST_EXISTS))
    return TRUE;
  g_autofree char *name = g_path_get_basename (target);
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_INVALID,
               _ ("“%s” is there already. Choose another name."),
               name);
  return FALSE;
}

gboolean
ledger_command_backup (LedgerInvocation *invocation, GError **error)
{
  const char *target = need_target (invocation, error);
  g_autoptr (LedgerDocument) document =
      target && check_free (target, error)
          ? ledger_invocation_open (invocation, LEDGER_DOCUMENT_READ, error)
          : NULL;

  if (!document
      || !ledger_store_backup (
          ledger_document_get_store (document), LEDGER_BACKUP_FULL, target, NULL, NULL, error))
    return FALSE;
  tell_file (invocation, target, NULL);
  ledger_invocation_say (invocation, _ ("Backed up to %s and checked."), target);
  return TRUE;
}

gboolean
ledger_command_restore (LedgerInvocation *invocation, GError **error)
{
  const char *target = need_target (invocation, error);
  g_autofree char *aside = NULL;

  if (!target
      || !ledger_store_restore (ledger_invocation_get_argument (invocation, 0),
                                target,
                                ledger_reading_get_default (),
                                &aside,
                                error))
    return FALSE;
  tell_file (invocation, target, aside);
  ledger_invocation_say (invocation, _ ("Restored to %s."), target);
  if (aside)
    ledger_invocation_say (invocation, _ ("The former file is kept as %s."), aside);
  return TRUE;
}
