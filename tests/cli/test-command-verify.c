/* SPDX-License-Identifier: GPL-3.0-or-later */
/* verify LEDGER: {"ok","tip","problems":[…]} */
#include "ledger-cli-desk.h"

static void
test_sound (LedgerCliDesk *desk, gconstpointer data)
{
  ledger_cli_desk_prepare (desk);
  ledger_cli_desk_sign (desk, "handler", "张伟");
  g_autoptr (LedgerCliCall) call = ledger_cli_call ("verify", desk->ledger, NULL);
  JsonObject *answer = ledger_cli_call_object (call);

  ledger_cli_call_expect (call, 0);
  g_assert_true (json_object_get_boolean_member (answer, "ok"));
  g_assert_cmpuint (strlen (json_object_get_string_member (answer, "tip")), ==, 64);
  g_assert_cmpuint (
      json_array_get_length (json_object_get_array_member (answer, "problems")), ==, 0);
}

/* One bit in every page of the file, a few at a time: what verify does not see may not matter. */
static void
test_flipped_bits (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *copy = ledger_cli_desk_path (desk, "坏.zgl");
  g_autofree char *bytes = NULL;
  gsize size = 0;
  guint n_seen = 0;

  ledger_cli_desk_prepare (desk);
  g_assert_true (g_file_get_contents (desk->ledger, &bytes, &size, NULL));
  for (guint i = 0; i < 6; i++)
    {
      gsize at = 8192 * (2 + 3 * (gsize)i) + 8192 - 40;

      g_assert_cmpuint (at, <, size);
      bytes[at] ^= 1;
      g_assert_true (g_file_set_contents (copy, bytes, (gssize)size, NULL));
      bytes[at] ^= 1;
      g_autoptr (LedgerCliCall) call = ledger_cli_call ("verify", copy, NULL);
      if (call->status == 0)
        continue;
      n_seen++;
      g_assert_cmpint (call->status, ==, 1);
      if (!call->answer)
        {
          ledger_cli_call_expect_refusal (call, 1, "坏.zgl");
          continue;
        }
      JsonObject *answer = ledger_cli_call_object (call);
      JsonArray *problems = json_object_get_array_member (answer, "problems");
      g_assert_false (json_object_get_boolean_member (answer, "ok"));
      g_assert_cmpuint (json_array_get_length (problems), >, 0);
      ledger_cli_call_expect_keys (json_array_get_object_element (problems, 0), "place text");
    }
  g_assert_cmpuint (n_seen, >=, 3);
}

static char *
find_bytes (char *bytes, gsize size, const char *wanted)
{
  const gsize length = strlen (wanted);

  for (gsize at = 0; at + length <= size; at++)
    if (memcmp (bytes + at, wanted, length) == 0)
      return bytes + at;
  return NULL;
}

/* The one problem of the table that is wrong, by its number and its field in the office's words;
 * the row is kept for whoever looks into the file. */
static void
check_wrong_table (LedgerCliCall *call, const char *id)
{
  JsonArray *problems = json_object_get_array_member (ledger_cli_call_object (call), "problems");
  JsonObject *problem = json_array_get_object_element (problems, 0);
  const char *text = json_object_get_string_member (problem, "text");

  ledger_cli_call_expect (call, 1);
  g_assert_cmpuint (json_array_get_length (problems), ==, 1);
  g_assert_cmpstr (text, ==, "问题1.1.1的“问题”与操作记录不符。");
  g_assert_cmpstr (json_object_get_string_member (problem, "table"), ==, "issue");
  g_assert_cmpstr (json_object_get_string_member (problem, "id"), ==, id);
  g_assert_cmpstr (json_object_get_string_member (problem, "field"), ==, "text");
}

static gboolean
is_of_table (LedgerCliCall *call)
{
  JsonArray *problems =
      call->answer != NULL
          ? json_object_get_array_member (ledger_cli_call_object (call), "problems")
          : NULL;

  return problems != NULL && json_array_get_length (problems) > 0
         && g_str_equal (
             json_object_get_string_member (json_array_get_object_element (problems, 0), "place"),
             "reading");
}

/* The first problem's text stands in the log and in the table: the place is looked for where a
 * change of it is one of the table. */
static void
test_wrong_table (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *copy = ledger_cli_desk_path (desk, "错.zgl");
  g_autofree char *bytes = NULL;
  gsize size = 0;

  ledger_cli_desk_prepare (desk);
  g_autoptr (LedgerCliCall) list = ledger_cli_call ("list", desk->ledger, "issues", NULL);
  JsonObject *issue = json_array_get_object_element (ledger_cli_call_rows (list), 0);
  const char *text = json_object_get_string_member (issue, "text");
  g_assert_true (g_file_get_contents (desk->ledger, &bytes, &size, NULL));
  for (char *place = find_bytes (bytes, size, text); place != NULL;
       place = find_bytes (place + 1, size - (gsize)(place + 1 - bytes), text))
    {
      place[2] ^= 1;
      g_assert_true (g_file_set_contents (copy, bytes, (gssize)size, NULL));
      place[2] ^= 1;
      g_autoptr (LedgerCliCall) call = ledger_cli_call ("verify", copy, NULL);
      if (!is_of_table (call))
        continue;
      check_wrong_table (call, json_object_get_string_member (issue, "id"));
      return;
    }
  g_assert_not_reached ();
}

static void
test_no_ledger (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *path = ledger_cli_desk_path (desk, "空.zgl");
  g_autofree char *cut = ledger_cli_desk_path (desk, "截.zgl");
  g_autofree char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_true (g_file_get_contents (desk->ledger, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (cut, bytes, (gssize)size / 3, NULL));
  ledger_cli_call_refused (1, "空.zgl", "verify", path, NULL);
  ledger_cli_call_refused (1, "截.zgl", "verify", cut, NULL);
  ledger_cli_call_refused (1, "没有.zgl", "verify", "没有.zgl", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ledger_cli_desk_add ("/command-verify/sound", test_sound);
  ledger_cli_desk_add ("/command-verify/flipped-bits", test_flipped_bits);
  ledger_cli_desk_add ("/command-verify/wrong-table", test_wrong_table);
  ledger_cli_desk_add ("/command-verify/no-ledger", test_no_ledger);
  return g_test_run ();
}
