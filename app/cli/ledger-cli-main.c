/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <sys/stat.h>

#include "ledger-invocation.h"
#include "ledger-locale.h"
#include "ledger-usage.h"

static int
print_help (const char *name)
{
  const LedgerCommand *command = name ? ledger_command_find (name) : NULL;
  g_autofree char *text = command ? ledger_usage_dup_of (command) : ledger_usage_dup_all ();

  if (name && !command)
    {
      g_printerr (_ ("“%s” is no command; see “zhenggai-cli help”."), name);
      g_printerr ("\n");
      return LEDGER_EXIT_USAGE;
    }
  g_print ("%s", text);
  return LEDGER_EXIT_DONE;
}

static gboolean
is_help (const char *word)
{
  return g_str_equal (word, "--help") || g_str_equal (word, "-h");
}

/* “help”, “--help”, “help COMMAND” and “COMMAND --help”; -1 where nobody asked for help. */
static int
answer_help (int argc, char **argv)
{
  if (g_str_equal (argv[1], "help") || is_help (argv[1]))
    return print_help (argc > 2 ? argv[2] : NULL);
  for (int i = 2; i < argc && !g_str_equal (argv[i], "--"); i++)
    if (is_help (argv[i]))
      return print_help (argv[1]);
  return -1;
}

int
main (int argc, char **argv)
{
  g_autoptr (LedgerInvocation) invocation = NULL;
  g_autoptr (GError) error = NULL;
  int helped;

  umask (077);
  ledger_locale_init ();
  if (argc < 2)
    {
      g_autofree char *text = ledger_usage_dup_all ();
      g_printerr ("%s", text);
      return LEDGER_EXIT_USAGE;
    }
  helped = answer_help (argc, argv);
  if (helped >= 0)
    return helped;
  if (g_str_equal (argv[1], "--version"))
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
