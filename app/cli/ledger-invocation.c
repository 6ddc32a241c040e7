/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-invocation.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "ledger-error.h"

struct _LedgerInvocation
{
  const LedgerCommand *command;
  GPtrArray *arguments; /* char* */
  GHashTable *options;  /* name to value */
  LedgerJsonWriter *json;
  GString *said;
  gboolean problems;
  gboolean usage;
};

void
ledger_invocation_free (LedgerInvocation *invocation)
{
  g_clear_pointer (&invocation->arguments, g_ptr_array_unref);
  g_clear_pointer (&invocation->options, g_hash_table_unref);
  g_clear_pointer (&invocation->json, ledger_json_writer_free);
  if (invocation->said)
    g_string_free (invocation->said, TRUE);
  g_free (invocation);
}

static gboolean
list_contains (const char *names, gsize length, const char *name)
{
  g_autofree char *part = g_strndup (names, length);
  g_auto (GStrv) words = g_strsplit (part, " ", -1);

  return g_strv_contains ((const char *const *)words, name);
}

/* Options that every command takes stand here, so that the table names only what is special. */
static gboolean
option_takes_value (const LedgerCommand *command, const char *name, gboolean *known)
{
  const char *split = strchr (command->options, ';');
  gsize n_with = split ? (gsize)(split - command->options) : strlen (command->options);
  gboolean with = g_str_equal (name, "as") || list_contains (command->options, n_with, name);
  gboolean without =
      g_str_equal (name, "json") || (split && list_contains (split + 1, strlen (split + 1), name));

  *known = with || without;
  return with;
}

/* A path may be any bytes, what goes into the ledger may not. */
static gboolean
check_text (const char *name, const char *value, GError **error)
{
  if (g_str_equal (name, "to") || g_utf8_validate (value, -1, NULL))
    return TRUE;
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_INVALID,
               _ ("What stands after --%s holds bytes that are no characters. Type it again."),
               name);
  return FALSE;
}

static gboolean
take_option (
    LedgerInvocation *invocation, int argc, const char *const *argv, int *at, GError **error)
{
  const char *word = argv[*at] + 2;
  const char *equals = strchr (word, '=');
  g_autofree char *name = equals ? g_strndup (word, equals - word) : g_strdup (word);
  gboolean known;
  gboolean with_value = option_takes_value (invocation->command, name, &known);

  if (!known)
    {
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_INVALID,
                   _ ("“%s” has no option --%s; see “zhenggai-cli help %s”."),
                   invocation->command->name,
                   name,
                   invocation->command->name);
      return FALSE;
    }
  if (!with_value && equals)
    {
      g_set_error (
          error, LEDGER_ERROR, LEDGER_ERROR_INVALID, _ ("The option --%s takes no value."), name);
      return FALSE;
    }
  if (!with_value)
    {
      g_hash_table_replace (invocation->options, g_steal_pointer (&name), g_strdup (""));
      return TRUE;
    }
  if (!equals && *at + 1 >= argc)
    {
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_INVALID,
                   _ ("The option --%s needs a value after it."),
                   name);
      return FALSE;
    }
  const char *value = equals ? equals + 1 : argv[++*at];
  if (!check_text (name, value, error))
    return FALSE;
  g_hash_table_replace (invocation->options, g_steal_pointer (&name), g_strdup (value));
  return TRUE;
}

static gboolean
check_arguments (LedgerInvocation *invocation, GError **error)
{
  const LedgerCommand *command = invocation->command;
  guint n = invocation->arguments->len;

  if (n >= command->n_least && n <= command->n_most)
    return TRUE;
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_INVALID,
               _ ("Usage: zhenggai-cli %s %s"),
               command->name,
               _ (command->arguments));
  return FALSE;
}

LedgerInvocation *
ledger_invocation_parse (int argc, const char *const *argv, GError **error)
{
  g_autoptr (LedgerInvocation) invocation = g_new0 (LedgerInvocation, 1);
  gboolean only_arguments = FALSE;

  invocation->arguments = g_ptr_array_new_with_free_func (g_free);
  invocation->options = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  invocation->said = g_string_new (NULL);
  invocation->command = ledger_command_find (argv[1]);
  if (!invocation->command)
    {
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_INVALID,
                   _ ("“%s” is no command; see “zhenggai-cli help”."),
                   argv[1]);
      return NULL;
    }
  for (int i = 2; i < argc; i++)
    {
      if (!only_arguments && g_str_equal (argv[i], "--"))
        only_arguments = TRUE;
      else if (!only_arguments && g_str_has_prefix (argv[i], "--"))
        {
          if (!take_option (invocation, argc, argv, &i, error))
            return NULL;
        }
      else
        g_ptr_array_add (invocation->arguments, g_strdup (argv[i]));
    }
  if (!check_arguments (invocation, error))
    return NULL;
  if (g_hash_table_contains (invocation->options, "json"))
    invocation->json = ledger_json_writer_new ();
  return g_steal_pointer (&invocation);
}

guint
ledger_invocation_get_n_arguments (LedgerInvocation *invocation)
{
  return invocation->arguments->len;
}

const char *
ledger_invocation_get_argument (LedgerInvocation *invocation, guint index)
{
  return index < invocation->arguments->len ? g_ptr_array_index (invocation->arguments, index)
                                            : NULL;
}

const char *
ledger_invocation_get_option (LedgerInvocation *invocation, const char *name)
{
  return g_hash_table_lookup (invocation->options, name);
}

GStrv
ledger_invocation_dup_list_option (LedgerInvocation *invocation, const char *name)
{
  const char *text = ledger_invocation_get_option (invocation, name);

  if (!text)
    return NULL;
  /* A Chinese keyboard writes 、 and ，where a script writes a comma. */
  g_autoptr (GString) plain = g_string_new (text);
  g_string_replace (plain, "、", ",", 0);
  g_string_replace (plain, "，", ",", 0);
  return g_strsplit (plain->str, ",", -1);
}

LedgerDocument *
ledger_invocation_open (LedgerInvocation *invocation, LedgerDocumentMode mode, GError **error)
{
  g_autoptr (LedgerDocument) document =
      ledger_document_open (ledger_invocation_get_argument (invocation, 0), mode, error);

  if (document)
    ledger_document_set_actor (document, NULL, ledger_invocation_get_option (invocation, "as"));
  return g_steal_pointer (&document);
}

LedgerJsonWriter *
ledger_invocation_get_json (LedgerInvocation *invocation)
{
  return invocation->json;
}

void
ledger_invocation_say (LedgerInvocation *invocation, const char *format, ...)
{
  va_list arguments;

  if (invocation->json)
    return;
  va_start (arguments, format);
  g_string_append_vprintf (invocation->said, format, arguments);
  va_end (arguments);
  g_string_append_c (invocation->said, '\n');
}

void
ledger_invocation_found_problems (LedgerInvocation *invocation)
{
  invocation->problems = TRUE;
}

gboolean
ledger_invocation_fail_usage (LedgerInvocation *invocation, GError **error, const char *message)
{
  invocation->usage = TRUE;
  g_set_error_literal (error, LEDGER_ERROR, LEDGER_ERROR_INVALID, message);
  return FALSE;
}

/* FALSE where not all of it went out, as into a full disk. */
static gboolean
print_answer (LedgerInvocation *invocation)
{
  g_autofree char *json =
      invocation->json ? ledger_json_writer_finish (invocation->json, TRUE) : NULL;

  if (json)
    g_string_append_printf (invocation->said, "%s\n", json);
  if (fputs (invocation->said->str, stdout) >= 0 && fflush (stdout) == 0)
    return TRUE;
  g_printerr (_ ("The answer could not be written out (%s); what was asked is done."),
              g_strerror (errno));
  g_printerr ("\n");
  return FALSE;
}

LedgerExit
ledger_invocation_run (LedgerInvocation *invocation)
{
  g_autoptr (GError) error = NULL;

  if (!invocation->command->run (invocation, &error))
    {
      g_printerr ("%s\n", error->message);
      return invocation->usage ? LEDGER_EXIT_USAGE : LEDGER_EXIT_PROBLEMS;
    }
  if (!print_answer (invocation))
    return LEDGER_EXIT_PROBLEMS;
  return invocation->problems ? LEDGER_EXIT_PROBLEMS : LEDGER_EXIT_DONE;
}
