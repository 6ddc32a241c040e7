/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <sys/stat.h>

#include "ledger-invocation.h"
#include "ledger-locale.h"

static int
print_help (const char *name)
{
  guint n_commands;
  const LedgerCommand *commands = ledger_command_table (&n_commands);
  const LedgerCommand *command = name ? ledger_command_find (name) : NULL;

  if (command)
    {
      g_print ("zhenggai-cli %s %s [--json] [--as NAME]\n%s\n",
               command->name,
               command->arguments,
               _ (command->summary));
      return LEDGER_EXIT_DONE;
    }
  g_print ("%s\n", _ ("zhenggai-cli COMMAND … — the rectification ledger for scripts"));
  for (guint i = 0; i < n_commands; i++)
    g_print ("  %-9s %s\n", commands[i].name, _ (commands[i].summary));
  g_print ("%s\n", _ ("Every command takes --json and --as NAME; “help COMMAND” shows its words."));
  return LEDGER_EXIT_DONE;
}

int
main (int argc, char **argv)
{
  g_autoptr (LedgerInvocation) invocation = NULL;
  g_autoptr (GError) error = NULL;

  umask (077);
  ledger_locale_init ();
  if (argc > 1 && (g_str_equal (argv[1], "help") || g_str_equal (argv[1], "--help")))
    return print_help (argc > 2 ? argv[2] : NULL);
  if (argc > 1 && g_str_equal (argv[1], "--version"))
    {
      g_print ("zhenggai-cli %s\n", LEDGER_VERSION);
      return LEDGER_EXIT_DONE;
    }
  invocation = ledger_invocation_parse (argc, (const char *const *)argv, &error);
  if (!invocation)
    {
      g_printerr ("%s\n", error->message);
      return LEDGER_EXIT_USAGE;
    }
  return ledger_invocation_run (invocation);
}
