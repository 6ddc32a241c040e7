/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import LEDGER SHEET [--sheet NAME] [--preview] */
#include "ledger-cli-desk.h"

static void
test_samples (LedgerCliDesk *desk, gconstpointer data)
{
  static const struct
  {
    const char *name;
    int issues;
    int measures;
  } sheets[] = {
    { "01-反馈问题清单.xlsx", 17, 0 },
    { "02-整改任务分解表.xlsx", 12, 50 },
    { "03-整改清单-周更.csv", 12, 12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.zgl", i);
      g_autofree char *path = ledger_cli_desk_path (desk, name);
      g_autofree char *sheet = ledger_cli_desk_sample ("sheets", sheets[i].name);
      g_autoptr (LedgerCliCall) made = ledger_cli_call ("new", path, "--unit", "某局", NULL);
      g_autoptr (LedgerCliCall) preview =
          ledger_cli_call ("import", path, sheet, "--preview", NULL);
      g_autoptr (LedgerCliCall) first = ledger_cli_call ("import", path, sheet, NULL);
      g_autoptr (LedgerCliCall) issues = ledger_cli_call ("list", path, "issues", NULL);
      g_autoptr (LedgerCliCall) measures = ledger_cli_call ("list", path, "measures", NULL);
      g_autoptr (LedgerCliCall) again = ledger_cli_call ("import", path, sheet, NULL);
      gint64 added = ledger_cli_call_figure (first, "added");

      g_test_message ("%s", sheets[i].name);
      ledger_cli_call_expect_keys (ledger_cli_call_object (first),
                                   "headings issues measures departments people added updated "
                                   "unchanged kept problems");
      g_assert_cmpint (ledger_cli_call_figure (first, "issues"), ==, sheets[i].issues);
      g_assert_cmpint (ledger_cli_call_figure (preview, "added"), ==, added);
      g_assert_cmpint (added,
                       ==,
                       ledger_cli_call_figure (first, "issues")
                           + ledger_cli_call_figure (first, "measures"));
      g_assert_cmpuint (ledger_cli_call_count (issues), ==, sheets[i].issues);
      g_assert_cmpint (ledger_cli_call_figure (first, "measures"), >=, sheets[i].measures);
      g_assert_cmpint (
          ledger_cli_call_count (measures), ==, ledger_cli_call_figure (first, "measures"));
      g_assert_cmpint (ledger_cli_call_figure (again, "added"), ==, 0);
      g_assert_cmpint (ledger_cli_call_figure (again, "updated"), ==, 0);
      g_assert_cmpint (ledger_cli_call_figure (again, "unchanged"), ==, added);
    }
}

/* What is doubtful is listed with its cell; a preview writes nothing. */
static void
test_problems_name_their_cells (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *sheet = ledger_cli_desk_sample ("sheets", "02-整改任务分解表.xlsx");
  g_autoptr (LedgerCliCall) preview =
      ledger_cli_call ("import", desk->ledger, sheet, "--preview", NULL);
  g_autoptr (LedgerCliCall) issues = ledger_cli_call ("list", desk->ledger, "issues", NULL);
  JsonArray *problems = json_object_get_array_member (ledger_cli_call_object (preview), "problems");

  ledger_cli_call_expect (preview, 0);
  g_assert_cmpuint (json_array_get_length (problems), >, 0);
  for (guint i = 0; i < json_array_get_length (problems); i++)
    {
      JsonObject *problem = json_array_get_object_element (problems, i);
      g_assert_true (g_regex_match_simple (
          "^[A-Z]+[0-9]+$", json_object_get_string_member (problem, "cell"), 0, 0));
      g_assert_cmpuint (strlen (json_object_get_string_member (problem, "text")), >, 6);
    }
  g_assert_cmpuint (ledger_cli_call_count (issues), ==, 0);
}

static LedgerCliCall *
import_text (LedgerCliDesk *desk, const char *text, const char *option)
{
  g_autofree char *path = ledger_cli_desk_path (desk, "清单.csv");
  LedgerCliCall *call;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  call = ledger_cli_call ("import", desk->ledger, path, option, NULL);
  ledger_cli_call_expect (call, 0);
  return call;
}

/* A row that may be a problem of the ledger is told, and new all the same: nothing is guessed. */
static void
test_pairs_are_offered (LedgerCliDesk *desk, gconstpointer data)
{
  const char *reworded =
      "问题,整改措施\n公务接待台账不全、票据缺失,补齐台账\n选人用人把关不严,修订办法\n";
  g_autoptr (LedgerCliCall) first =
      import_text (desk, "问题,整改措施\n公务接待台账不全,补齐台账\n", NULL);
  g_autoptr (LedgerCliCall) preview = import_text (desk, reworded, "--preview");
  g_autoptr (LedgerCliCall) second = import_text (desk, reworded, NULL);
  JsonArray *pairs = json_object_get_array_member (ledger_cli_call_object (preview), "pairs");
  JsonArray *problems = json_object_get_array_member (ledger_cli_call_object (second), "problems");
  JsonObject *pair;

  g_assert_cmpint (json_array_get_length (pairs), ==, 1);
  pair = json_array_get_object_element (pairs, 0);
  g_assert_cmpint (json_object_get_int_member (pair, "row"), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (pair, "number"), ==, "1");
  g_assert_cmpstr (json_object_get_string_member (pair, "issue"), ==, "公务接待台账不全");
  g_assert_cmpint (ledger_cli_call_figure (preview, "added"), ==, 4);
  g_assert_cmpint (ledger_cli_call_figure (second, "added"), ==, 4);
  g_assert_cmpint (json_array_get_length (problems), ==, 1);
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (problems, 0), "cell"),
      ==,
      "A2");
  g_assert_cmpint (ledger_cli_call_figure (first, "added"), ==, 2);
}

/* A hand edit is not turned back by importing the same sheet again (LOG 14). */
static void
test_hand_edit_stays (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *sheet = ledger_cli_desk_sample ("sheets", "02-整改任务分解表.xlsx");

  ledger_cli_desk_import (desk);
  g_autoptr (LedgerCliCall) set =
      ledger_cli_call ("set", desk->ledger, "issue", "1.1.3", "due", "2026-12-30", NULL);
  g_autoptr (LedgerCliCall) again = ledger_cli_call ("import", desk->ledger, sheet, NULL);
  g_autoptr (LedgerCliCall) after = ledger_cli_call ("show", desk->ledger, "1.1.3", NULL);
  ledger_cli_call_expect (set, 0);
  g_assert_cmpint (ledger_cli_call_figure (again, "updated"), ==, 0);
  g_assert_cmpstr (ledger_cli_call_text (after, "due"), ==, "2026-12-30");
}

static void
test_what_cannot_be_read (LedgerCliDesk *desk, gconstpointer data)
{
  g_autofree char *sheet = ledger_cli_desk_sample ("sheets", "02-整改任务分解表.xlsx");
  g_autofree char *missing = ledger_cli_desk_path (desk, "没有.xlsx");
  g_autofree char *broken = ledger_cli_desk_path (desk, "坏.xlsx");

  g_assert_true (g_file_set_contents (broken, "no sheet", -1, NULL));
  ledger_cli_call_refused (1, "没有.xlsx", "import", desk->ledger, missing, NULL);
  ledger_cli_call_refused (1, "坏.xlsx", "import", desk->ledger, broken, NULL);
  /* The sheets that it has are named. */
  ledger_cli_call_refused (1, "任务分解表", "import", desk->ledger, sheet, "--sheet", "没有", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ledger_cli_desk_add ("/command-import/samples", test_samples);
  ledger_cli_desk_add ("/command-import/problems-name-their-cells", test_problems_name_their_cells);
  ledger_cli_desk_add ("/command-import/pairs-are-offered", test_pairs_are_offered);
  ledger_cli_desk_add ("/command-import/hand-edit-stays", test_hand_edit_stays);
  ledger_cli_desk_add ("/command-import/what-cannot-be-read", test_what_cannot_be_read);
  return g_test_run ();
}
