/* SPDX-License-Identifier: GPL-3.0-or-later */
/* set LEDGER issue|measure REF FIELD VALUE */
#include "ledger-cli-desk.h"

static void
test_fields (LedgerCliDesk *desk, gconstpointer data)
{
  static const struct
  {
    const char *type;
    const char *number;
    const char *field;
    const char *value;
    const char *key;
    const char *shown;
  } cases[] = {
    { "issue", "1.1.1", "due", "2026-12-01", "due", "2026-12-01" },
    { "issue", "1.1.1", "due", "长期坚持", "due_text", "长期坚持" },
    { "issue", "1.1.1", "deadline_class", "long_term", "deadline_class", "long_term" },
    { "issue", "1.1.1", "remark", "说明", "remark", "说明" },
    { "issue", "1.1.1", "handler", "张伟", "handler", "张伟" },
    { "measure", "1.1.1/1", "text", "修订议事规则", "text", "修订议事规则" },
    { "measure", "1.1.1/1", "due", "2026-11-05", "due", "2026-11-05" },
    { "measure", "1.1.1/1", "owner", "刘洋", "owner", "刘洋" },
  };

  ledger_cli_desk_import (desk);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LedgerCliCall) call = ledger_cli_call ("set",
                                                        desk->ledger,
                                                        cases[i].type,
                                                        cases[i].number,
                                                        cases[i].field,
                                                        cases[i].value,
                                                        NULL);
      g_test_message ("%s %s", cases[i].field, cases[i].value);
      ledger_cli_call_expect (call, 0);
      g_assert_cmpstr (ledger_cli_call_text (call, cases[i].key), ==, cases[i].shown);
    }
}

static void
test_reason_and_actor (LedgerCliDesk *desk, gconstpointer data)
{
  ledger_cli_desk_import (desk);
  g_autoptr (LedgerCliCall) set = ledger_cli_call ("set",
                                                   desk->ledger,
                                                   "issue",
                                                   "1.1.1",
                                                   "text",
                                                   "新的表述",
                                                   "--reason",
                                                   "更正错字",
                                                   "--as",
                                                   "李敏",
                                                   NULL);
  g_autoptr (LedgerCliCall) edits = ledger_cli_call ("list", desk->ledger, "edits", NULL);
  g_autoptr (LedgerCliCall) show = ledger_cli_call ("show", desk->ledger, "1.1.1", NULL);
  JsonObject *newest = ledger_cli_call_row (edits, 0);

  ledger_cli_call_expect (set, 0);
  g_assert_cmpstr (json_object_get_string_member (newest, "reason"), ==, "更正错字");
  g_assert_cmpstr (json_object_get_string_member (newest, "actor"), ==, "李敏");
  g_assert_cmpstr (ledger_cli_call_text (show, "text"), ==, "新的表述");
  g_assert_cmpstr (ledger_cli_call_text (show, "original"), !=, "新的表述");
}

/* The window asks for a reason where the wording of the list is changed, a script may give one. */
static void
test_without_reason (LedgerCliDesk *desk, gconstpointer data)
{
  ledger_cli_desk_import (desk);
  for (guint blank = 0; blank < 2; blank++)
    {
      g_autofree char *text = g_strdup_printf ("新的表述%u", blank);
      g_autoptr (LedgerCliCall) set = ledger_cli_call ("set",
                                                       desk->ledger,
                                                       "issue",
                                                       "1.1.1",
                                                       "text",
                                                       text,
                                                       blank ? "--reason" : NULL,
                                                       " ",
                                                       NULL);
      g_autoptr (LedgerCliCall) edits = ledger_cli_call ("list", desk->ledger, "edits", NULL);
      JsonObject *newest = ledger_cli_call_row (edits, 0);

      ledger_cli_call_expect (set, 0);
      g_assert_cmpstr (ledger_cli_call_text (set, "text"), ==, text);
      g_assert_true (json_object_get_null_member (newest, "reason"));
    }
}

static void
test_help (LedgerCliDesk *desk, gconstpointer data)
{
  g_autoptr (LedgerCliCall) help = ledger_cli_call_plain ("help", "set", NULL);

  ledger_cli_call_expect (help, 0);
  g_assert_nonnull (strstr (help->output, "[--reason 原因]"));
  g_assert_nonnull (strstr (help->output, "操作记录"));
}

static void
test_refused (LedgerCliDesk *desk, gconstpointer data)
{
  static const struct
  {
    int status;
    const char *type;
    const char *number;
    const char *field;
    const char *value;
    const char *part;
  } cases[] = {
    { 2, "problem", "1.1.1", "due", "2026-12-01", "issue" },
    { 2, "issue", "1.1.1", "state", "done", "due" }, /* the fields there are */
    { 2, "measure", "1.1.1/1", "handler", "张伟", "owner" },
    { 1, "issue", "1.1.1", "due", "2026-02-30", "2026-02-30" },
    { 1, "issue", "1.1.1", "deadline_class", "sometime", "sometime" },
    { 1, "issue", "1.1.1", "text", "", "" },
    { 1, "issue", "1.1.1", "original", "改原文", "" },
    { 1, "measure", "1.1.1/1", "done", "maybe", "maybe" },
    { 1, "measure", "1.1.1", "done", "true", "1.1.1" },
    { 1, "issue", "9.9.9", "due", "2026-12-01", "9.9.9" },
  };

  ledger_cli_desk_import (desk);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    ledger_cli_call_refused (cases[i].status,
                             cases[i].part,
                             "set",
                             desk->ledger,
                             cases[i].type,
                             cases[i].number,
                             cases[i].field,
                             cases[i].value,
                             NULL);
  ledger_cli_call_refused (2, "set", "set", desk->ledger, "issue", "1.1.1", "due", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ledger_cli_desk_add ("/command-set/fields", test_fields);
  ledger_cli_desk_add ("/command-set/reason-and-actor", test_reason_and_actor);
  ledger_cli_desk_add ("/command-set/without-reason", test_without_reason);
  ledger_cli_desk_add ("/command-set/help", test_help);
  ledger_cli_desk_add ("/command-set/refused", test_refused);
  return g_test_run ();
}
