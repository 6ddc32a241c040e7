/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-cli-call.h"

#include <gio/gio.h>

static LedgerCliCall *
run (const char *const *words, gboolean json)
{
  LedgerCliCall *call = g_new0 (LedgerCliCall, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *output = NULL;

  process = g_subprocess_newv (
      words, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, &call->complaint, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  call->status = g_subprocess_get_exit_status (process);
  if (json && output && *output)
    {
      call->answer = json_from_string (output, &error);
      g_assert_no_error (error);
    }
  call->output = g_steal_pointer (&output);
  return call;
}

static LedgerCliCall *
call_with (const char *word, va_list rest, gboolean json)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_ptr_array_add (words, (gpointer)g_getenv ("ZHENGGAI_CLI"));
  for (const char *next = word; next; next = va_arg (rest, const char *))
    g_ptr_array_add (words, (gpointer)next);
  if (json)
    g_ptr_array_add (words, (gpointer) "--json");
  g_ptr_array_add (words, NULL);
  return run ((const char *const *)words->pdata, json);
}

LedgerCliCall *
ledger_cli_call (const char *word, ...)
{
  LedgerCliCall *call;
  va_list rest;

  va_start (rest, word);
  call = call_with (word, rest, TRUE);
  va_end (rest);
  return call;
}

LedgerCliCall *
ledger_cli_call_plain (const char *word, ...)
{
  LedgerCliCall *call;
  va_list rest;

  va_start (rest, word);
  call = call_with (word, rest, FALSE);
  va_end (rest);
  return call;
}

void
ledger_cli_call_free (LedgerCliCall *call)
{
  g_free (call->complaint);
  g_free (call->output);
  g_clear_pointer (&call->answer, json_node_unref);
  g_free (call);
}

void
ledger_cli_call_expect (LedgerCliCall *call, int status)
{
  if (call->status != status)
    g_test_message ("stderr: %s", call->complaint);
  g_assert_cmpint (call->status, ==, status);
  if (status == 0)
    g_assert_cmpstr (call->complaint, ==, "");
  else if (!call->answer)
    g_assert_cmpuint (strlen (call->complaint), >, 5);
}

void
ledger_cli_call_expect_refusal (LedgerCliCall *call, int status, const char *part)
{
  g_test_message ("stderr: %s", call->complaint);
  g_assert_cmpint (call->status, ==, status);
  g_assert_cmpstr (call->output, ==, "");
  g_assert_true (g_str_has_suffix (call->complaint, "\n"));
  g_assert_cmpint (strcspn (call->complaint, "\n"), ==, strlen (call->complaint) - 1);
  if (!strstr (call->complaint, part))
    g_error ("“%s” does not say “%s”", call->complaint, part);
}

void
ledger_cli_call_refused (int status, const char *part, const char *word, ...)
{
  g_autoptr (LedgerCliCall) call = NULL;
  va_list rest;

  va_start (rest, word);
  call = call_with (word, rest, TRUE);
  va_end (rest);
  ledger_cli_call_expect_refusal (call, status, part);
}

gint64
ledger_cli_call_figure (LedgerCliCall *call, const char *name)
{
  return json_object_get_int_member (ledger_cli_call_object (call), name);
}

const char *
ledger_cli_call_text (LedgerCliCall *call, const char *name)
{
  return json_object_get_string_member (ledger_cli_call_object (call), name);
}

guint
ledger_cli_call_count (LedgerCliCall *call)
{
  return json_array_get_length (ledger_cli_call_rows (call));
}

JsonObject *
ledger_cli_call_row (LedgerCliCall *call, guint index)
{
  return json_array_get_object_element (ledger_cli_call_rows (call), index);
}

void
ledger_cli_call_expect_keys (JsonObject *object, const char *keys)
{
  g_auto (GStrv) words = g_strsplit (keys, " ", -1);

  for (guint i = 0; words[i]; i++)
    if (!json_object_has_member (object, words[i]))
      g_error ("the answer has no key “%s”", words[i]);
}

JsonArray *
ledger_cli_call_rows (LedgerCliCall *call)
{
  g_assert_nonnull (call->answer);
  return json_node_get_array (call->answer);
}

JsonObject *
ledger_cli_call_object (LedgerCliCall *call)
{
  g_assert_nonnull (call->answer);
  return json_node_get_object (call->answer);
}

JsonObject *
ledger_cli_call_find (LedgerCliCall *call, const char *name, const char *text)
{
  JsonArray *rows = ledger_cli_call_rows (call);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      if (g_strcmp0 (json_object_get_string_member_with_default (row, name, NULL), text) == 0)
        return row;
    }
  g_test_message ("no row with %s = %s", name, text);
  g_assert_not_reached ();
}
