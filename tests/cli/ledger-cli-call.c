/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-cli-call.h"

#include <gio/gio.h>

static LedgerCliCall *
run (const char *const *words)
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
  if (output && *output)
    {
      call->answer = json_from_string (output, &error);
      g_assert_no_error (error);
    }
  return call;
}

LedgerCliCall *
ledger_cli_call (const char *word, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  va_list rest;

  g_ptr_array_add (words, (gpointer)g_getenv ("ZHENGGAI_CLI"));
  va_start (rest, word);
  for (const char *next = word; next; next = va_arg (rest, const char *))
    g_ptr_array_add (words, (gpointer)next);
  va_end (rest);
  g_ptr_array_add (words, (gpointer) "--json");
  g_ptr_array_add (words, NULL);
  return run ((const char *const *)words->pdata);
}

void
ledger_cli_call_free (LedgerCliCall *call)
{
  g_free (call->complaint);
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
