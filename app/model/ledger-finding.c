/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-finding.h"

LedgerFinding *
ledger_finding_new (const char *rule,
                    gboolean blocking,
                    const char *type,
                    const char *id,
                    const char *field,
                    char *text)
{
  LedgerFinding *finding = g_new0 (LedgerFinding, 1);

  finding->rule = g_strdup (rule);
  finding->blocking = blocking;
  finding->type = g_strdup (type);
  finding->id = g_strdup (id);
  finding->field = g_strdup (field);
  finding->text = text;
  return finding;
}

void
ledger_finding_free (LedgerFinding *finding)
{
  if (!finding)
    return;
  g_free (finding->rule);
  g_free (finding->type);
  g_free (finding->id);
  g_free (finding->field);
  g_free (finding->text);
  g_free (finding);
}
