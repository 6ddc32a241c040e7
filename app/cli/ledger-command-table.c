/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-command.h"

#include <glib/gi18n-lib.h>

static const LedgerCommand commands[] = {
  { "new",
    N_ ("LEDGER --unit NAME [--inspection NAME] [--feedback DATE] [--report-due DATE]"),
    N_ ("make an empty ledger"),
    1,
    1,
    "unit inspection feedback report-due",
    ledger_command_new },
  { "import",
    N_ ("LEDGER SHEET [--sheet NAME] [--preview]"),
    N_ ("import a list of problems"),
    2,
    2,
    "sheet;preview",
    ledger_command_import },
  { "list",
    N_ ("LEDGER "
        "headings|issues|measures|phases|evidence|people|departments|signoffs|edits|conflicts|"
        "findings"),
    N_ ("list what the ledger holds"),
    2,
    2,
    "",
    ledger_command_list },
  { "show",
    N_ ("LEDGER REF"),
    N_ ("show one problem, measure or evidence"),
    2,
    2,
    "",
    ledger_command_show },
  { "claim",
    N_ ("LEDGER ISSUE... --department D --lead-leader N [--supporting D,D] [--handler N] "
        "[--reviewer "
        "N] "
        "[--responsible-leader N]"),
    N_ ("claim problems"),
    2,
    G_MAXUINT,
    "department lead-leader supporting handler reviewer responsible-leader",
    ledger_command_claim },
  { "set",
    N_ ("LEDGER issue|measure REF FIELD VALUE [--reason TEXT]"),
    N_ ("set one field; TEXT says why and stands in the history, as the window asks where the "
        "wording of a list is changed"),
    5,
    5,
    "reason",
    ledger_command_set },
  { "attach",
    N_ ("LEDGER [--measure REF | --issue REF] FILE..."),
    N_ ("add evidence"),
    2,
    G_MAXUINT,
    "measure issue",
    ledger_command_attach },
  { "evidence",
    N_ ("LEDGER NUMBER --to FILE"),
    N_ ("write the original bytes of an evidence"),
    2,
    2,
    "to",
    ledger_command_evidence },
  { "sign",
    N_ ("LEDGER ISSUE --step handler|reviewer|leader [--opinion TEXT] [--return REASON] --as NAME "
        "[--signer NAME --paper-date DATE [--scan FILE]]"),
    N_ ("sign or return a problem, or enter a signature on paper"),
    2,
    2,
    "step opinion return signer paper-date scan",
    ledger_command_sign },
  { "verify",
    N_ ("LEDGER"),
    N_ ("check log, reading, evidence and sign-offs"),
    1,
    1,
    "",
    ledger_command_verify },
  { "rebuild",
    N_ ("LEDGER"),
    N_ ("make the reading anew from the log"),
    1,
    1,
    "",
    ledger_command_rebuild },
  { "renumber",
    N_ ("LEDGER [REF...]"),
    N_ ("give new numbers to what bears the same number after a merge"),
    1,
    G_MAXUINT,
    "",
    ledger_command_renumber },
  { "undo", N_ ("LEDGER"), N_ ("undo the last edit"), 1, 1, "", ledger_command_undo },
  { "redo", N_ ("LEDGER"), N_ ("redo what was undone"), 1, 1, "", ledger_command_redo },
  { "merge",
    N_ ("LEDGER OTHER"),
    N_ ("take in another copy of the ledger"),
    2,
    2,
    "",
    ledger_command_merge },
  { "backup",
    N_ ("LEDGER --to FILE"),
    N_ ("write a verified backup"),
    1,
    1,
    "to",
    ledger_command_backup },
  { "restore",
    N_ ("BACKUP --to LEDGER"),
    N_ ("restore a backup"),
    1,
    1,
    "to",
    ledger_command_restore },
  { "sample", N_ ("FILE"), N_ ("make the sample ledger"), 1, 1, "", ledger_command_sample },
};

const LedgerCommand *
ledger_command_table (guint *n_commands)
{
  *n_commands = G_N_ELEMENTS (commands);
  return commands;
}

const LedgerCommand *
ledger_command_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}
