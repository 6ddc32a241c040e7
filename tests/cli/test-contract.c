/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line as a contract: the whole main job through zhenggai-cli on real input. */
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "ledger-cli-call.h"

typedef struct
{
  char *folder;
  char *ledger;
} Fixture;

static char *
in_folder (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static char *
sample_of (const char *kind, const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", kind, name, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("contract-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->ledger = in_folder (fixture, "台账.zgl");
  g_autoptr (LedgerCliCall) call = ledger_cli_call ("new",
                                                    fixture->ledger,
                                                    "--unit",
                                                    "某市某局",
                                                    "--inspection",
                                                    "2026年市委巡察",
                                                    "--feedback",
                                                    "2026-09-01",
                                                    "--report-due",
                                                    "2026-12-31",
                                                    NULL);
  ledger_cli_call_expect (call, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)))
    {
      g_autofree char *path = in_folder (fixture, name);
      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->ledger);
  g_free (fixture->folder);
}

static gint64
figure (LedgerCliCall *call, const char *name)
{
  return json_object_get_int_member (ledger_cli_call_object (call), name);
}

static LedgerCliCall *
import_sheet (Fixture *fixture, const char *name)
{
  g_autofree char *sheet = sample_of ("sheets", name);
  LedgerCliCall *call = ledger_cli_call ("import", fixture->ledger, sheet, NULL);

  ledger_cli_call_expect (call, 0);
  return call;
}

static void
test_samples_import (Fixture *fixture, gconstpointer data)
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
      g_autofree char *path = in_folder (fixture, "另一本.zgl");
      g_autofree char *sheet = sample_of ("sheets", sheets[i].name);
      g_autoptr (LedgerCliCall) made = ledger_cli_call ("new", path, "--unit", "某局", NULL);
      g_autoptr (LedgerCliCall) preview =
          ledger_cli_call ("import", path, sheet, "--preview", NULL);
      g_autoptr (LedgerCliCall) first = ledger_cli_call ("import", path, sheet, NULL);
      g_autoptr (LedgerCliCall) issues = ledger_cli_call ("list", path, "issues", NULL);
      g_autoptr (LedgerCliCall) measures = ledger_cli_call ("list", path, "measures", NULL);
      g_autoptr (LedgerCliCall) again = ledger_cli_call ("import", path, sheet, NULL);

      g_test_message ("%s", sheets[i].name);
      ledger_cli_call_expect (preview, 0);
      ledger_cli_call_expect (first, 0);
      g_assert_cmpint (figure (first, "issues"), ==, sheets[i].issues);
      g_assert_cmpint (figure (preview, "added"), ==, figure (first, "added"));
      g_assert_cmpint (
          figure (first, "added"), ==, figure (first, "issues") + figure (first, "measures"));
      g_assert_cmpint (json_array_get_length (ledger_cli_call_rows (issues)), ==, sheets[i].issues);
      g_assert_cmpint (figure (first, "measures"), >=, sheets[i].measures);
      g_assert_cmpint (
          json_array_get_length (ledger_cli_call_rows (measures)), ==, figure (first, "measures"));
      ledger_cli_call_expect (again, 0);
      g_assert_cmpint (figure (again, "added"), ==, 0);
      g_assert_cmpint (figure (again, "updated"), ==, 0);
      g_assert_cmpint (figure (again, "unchanged"), ==, figure (first, "added"));
      g_unlink (path);
    }
}

static LedgerCliCall *
import_text (Fixture *fixture, const char *text, const char *option)
{
  g_autofree char *path = in_folder (fixture, "清单.csv");
  LedgerCliCall *call;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  call = ledger_cli_call ("import", fixture->ledger, path, option, NULL);
  ledger_cli_call_expect (call, 0);
  g_unlink (path);
  return call;
}

/* A row that may be a problem of the ledger is told, and new all the same: nothing is guessed. */
static void
test_pairs_are_offered (Fixture *fixture, gconstpointer data)
{
  const char *reworded =
      "问题,整改措施\n公务接待台账不全、票据缺失,补齐台账\n选人用人把关不严,修订办法\n";
  g_autoptr (LedgerCliCall) first =
      import_text (fixture, "问题,整改措施\n公务接待台账不全,补齐台账\n", NULL);
  g_autoptr (LedgerCliCall) preview = import_text (fixture, reworded, "--preview");
  g_autoptr (LedgerCliCall) second = import_text (fixture, reworded, NULL);
  JsonArray *pairs = json_object_get_array_member (ledger_cli_call_object (preview), "pairs");
  JsonArray *problems = json_object_get_array_member (ledger_cli_call_object (second), "problems");
  JsonObject *pair;

  g_assert_cmpint (json_array_get_length (pairs), ==, 1);
  pair = json_array_get_object_element (pairs, 0);
  g_assert_cmpint (json_object_get_int_member (pair, "row"), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (pair, "number"), ==, "1");
  g_assert_cmpstr (json_object_get_string_member (pair, "issue"), ==, "公务接待台账不全");
  g_assert_cmpint (figure (preview, "added"), ==, 4);
  g_assert_cmpint (figure (second, "added"), ==, 4);
  g_assert_cmpint (json_array_get_length (problems), ==, 1);
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (problems, 0), "cell"),
      ==,
      "A2");
  g_assert_cmpint (figure (first, "added"), ==, 2);
}

/* A hand edit is not turned back by importing the same sheet again (LOG 14). */
static void
test_hand_edit_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LedgerCliCall) first = import_sheet (fixture, "02-整改任务分解表.xlsx");
  g_autoptr (LedgerCliCall) issues = ledger_cli_call ("list", fixture->ledger, "issues", NULL);
  JsonObject *row = json_array_get_object_element (ledger_cli_call_rows (issues), 2);
  const char *number = json_object_get_string_member (row, "number");
  g_autoptr (LedgerCliCall) set =
      ledger_cli_call ("set", fixture->ledger, "issue", number, "due", "2026-12-30", NULL);
  g_autoptr (LedgerCliCall) again = import_sheet (fixture, "02-整改任务分解表.xlsx");
  g_autoptr (LedgerCliCall) after = ledger_cli_call ("list", fixture->ledger, "issues", NULL);

  ledger_cli_call_expect (set, 0);
  g_assert_cmpint (figure (again, "updated"), ==, 0);
  row = ledger_cli_call_find (after, "number", number);
  g_assert_cmpstr (json_object_get_string_member (row, "due"), ==, "2026-12-30");
}

/* Claim, measures, proof and three signatures; then a change shows as 签后有变更. */
static char *
prepare_issue (Fixture *fixture)
{
  g_autofree char *pdf = sample_of ("pdf", "four-pages.pdf");
  g_autoptr (LedgerCliCall) imported = import_sheet (fixture, "02-整改任务分解表.xlsx");
  g_autoptr (LedgerCliCall) issues = ledger_cli_call ("list", fixture->ledger, "issues", NULL);
  JsonObject *row = json_array_get_object_element (ledger_cli_call_rows (issues), 0);
  char *number = g_strdup (json_object_get_string_member (row, "number"));
  g_autofree char *measure = g_strconcat (number, "/1", NULL);
  g_autoptr (LedgerCliCall) claim = ledger_cli_call ("claim",
                                                     fixture->ledger,
                                                     number,
                                                     "--department",
                                                     "机关党委",
                                                     "--lead-leader",
                                                     "王建国",
                                                     "--handler",
                                                     "张伟",
                                                     "--reviewer",
                                                     "李敏",
                                                     NULL);
  g_autoptr (LedgerCliCall) attach =
      ledger_cli_call ("attach", fixture->ledger, "--measure", measure, pdf, NULL);
  g_autoptr (LedgerCliCall) done =
      ledger_cli_call ("set", fixture->ledger, "measure", measure, "done", "true", NULL);

  ledger_cli_call_expect (claim, 0);
  ledger_cli_call_expect (attach, 0);
  ledger_cli_call_expect (done, 0);
  row = json_array_get_object_element (ledger_cli_call_rows (attach), 0);
  g_assert_cmpint (json_object_get_int_member (row, "pages"), ==, 4);
  g_assert_cmpstr (json_object_get_string_member (row, "verdict"), ==, "usable");
  g_assert_true (g_str_has_prefix (json_object_get_string_member (row, "number"), number));
  return number;
}

static void
sign (Fixture *fixture, const char *number, const char *step, const char *name)
{
  g_autoptr (LedgerCliCall) call =
      ledger_cli_call ("sign", fixture->ledger, number, "--step", step, "--as", name, NULL);

  ledger_cli_call_expect (call, 0);
}

static void
assert_state (Fixture *fixture, const char *number, const char *state)
{
  g_autoptr (LedgerCliCall) show = ledger_cli_call ("show", fixture->ledger, number, NULL);

  ledger_cli_call_expect (show, 0);
  g_assert_cmpstr (
      json_object_get_string_member (ledger_cli_call_object (show), "state"), ==, state);
}

static void
test_main_job (Fixture *fixture, gconstpointer data)
{
  g_autofree char *number = prepare_issue (fixture);

  assert_state (fixture, number, "in_progress");
  sign (fixture, number, "handler", "张伟");
  assert_state (fixture, number, "awaiting_review");
  sign (fixture, number, "reviewer", "李敏");
  assert_state (fixture, number, "awaiting_approval");
  sign (fixture, number, "leader", "王建国");
  assert_state (fixture, number, "done_by_unit");

  g_autoptr (LedgerCliCall) set =
      ledger_cli_call ("set", fixture->ledger, "issue", number, "due", "2026-12-01", NULL);
  g_autoptr (LedgerCliCall) signoffs = ledger_cli_call ("list", fixture->ledger, "signoffs", NULL);
  g_autoptr (LedgerCliCall) verify = ledger_cli_call ("verify", fixture->ledger, NULL);
  ledger_cli_call_expect (set, 0);
  g_assert_cmpuint (json_array_get_length (ledger_cli_call_rows (signoffs)), ==, 3);
  JsonObject *leader = ledger_cli_call_find (signoffs, "step", "leader");
  g_assert_cmpstr (json_object_get_string_member (leader, "status"), ==, "changed");
  ledger_cli_call_expect (verify, 0);
  g_assert_true (json_object_get_boolean_member (ledger_cli_call_object (verify), "ok"));
}

static void
test_signing_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *number = prepare_issue (fixture);
  g_autoptr (LedgerCliCall) early =
      ledger_cli_call ("sign", fixture->ledger, number, "--step", "leader", "--as", "王建国", NULL);
  g_autoptr (LedgerCliCall) stranger = ledger_cli_call (
      "sign", fixture->ledger, number, "--step", "handler", "--as", "王建国", NULL);

  ledger_cli_call_expect (early, 1);
  ledger_cli_call_expect (stranger, 1);
  assert_state (fixture, number, "in_progress");
}

static void
test_return_goes_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *number = prepare_issue (fixture);

  sign (fixture, number, "handler", "张伟");
  g_autoptr (LedgerCliCall) call = ledger_cli_call ("sign",
                                                    fixture->ledger,
                                                    number,
                                                    "--step",
                                                    "reviewer",
                                                    "--return",
                                                    "佐证不足",
                                                    "--as",
                                                    "李敏",
                                                    NULL);
  ledger_cli_call_expect (call, 0);
  g_autoptr (LedgerCliCall) show = ledger_cli_call ("show", fixture->ledger, number, NULL);
  JsonObject *issue = ledger_cli_call_object (show);
  g_assert_cmpstr (json_object_get_string_member (issue, "state"), ==, "in_progress");
  g_assert_cmpint (json_object_get_int_member (issue, "round"), ==, 2);
}

static void
test_evidence_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *number = prepare_issue (fixture);
  g_autofree char *evidence = g_strconcat (number, "-01", NULL);
  g_autofree char *target = in_folder (fixture, "导出.pdf");
  g_autofree char *source = sample_of ("pdf", "four-pages.pdf");
  g_autoptr (LedgerCliCall) call =
      ledger_cli_call ("evidence", fixture->ledger, evidence, "--to", target, NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  ledger_cli_call_expect (call, 0);
  g_assert_true (g_file_get_contents (source, &before, &n_before, NULL));
  g_assert_true (g_file_get_contents (target, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

/* Damaged and locked proof is kept and says why; an empty file is not taken, the others go on. */
static void
test_bad_files_are_told (Fixture *fixture, gconstpointer data)
{
  g_autofree char *number = prepare_issue (fixture);
  g_autofree char *empty = in_folder (fixture, "空.pdf");
  g_autofree char *locked = sample_of ("pdf", "needs-password.pdf");
  g_autofree char *cut = sample_of ("pdf", "truncated.pdf");
  g_autofree char *damaged = sample_of ("pdf", "damaged-1.pdf");

  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_autoptr (LedgerCliCall) call = ledger_cli_call (
      "attach", fixture->ledger, "--issue", number, empty, locked, cut, damaged, NULL);
  ledger_cli_call_expect (call, 1);
  JsonArray *rows = ledger_cli_call_rows (call);
  g_assert_cmpuint (json_array_get_length (rows), ==, 4);
  g_assert_true (json_object_has_member (json_array_get_object_element (rows, 0), "error"));
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (rows, 1), "verdict"),
      ==,
      "password");
  for (guint i = 1; i < 4; i++)
    g_assert_nonnull (
        json_object_get_string_member (json_array_get_object_element (rows, i), "sha256"));
}

static void
test_undo_and_redo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LedgerCliCall) imported = import_sheet (fixture, "01-反馈问题清单.xlsx");
  g_autoptr (LedgerCliCall) undo = ledger_cli_call ("undo", fixture->ledger, NULL);
  g_autoptr (LedgerCliCall) none = ledger_cli_call ("list", fixture->ledger, "issues", NULL);
  g_autoptr (LedgerCliCall) redo = ledger_cli_call ("redo", fixture->ledger, NULL);
  g_autoptr (LedgerCliCall) all = ledger_cli_call ("list", fixture->ledger, "issues", NULL);
  g_autoptr (LedgerCliCall) rebuild = ledger_cli_call ("rebuild", fixture->ledger, NULL);

  ledger_cli_call_expect (undo, 0);
  g_assert_cmpuint (json_array_get_length (ledger_cli_call_rows (none)), ==, 0);
  ledger_cli_call_expect (redo, 0);
  g_assert_cmpuint (json_array_get_length (ledger_cli_call_rows (all)), ==, 17);
  ledger_cli_call_expect (rebuild, 0);
  g_assert_cmpstr (json_object_get_string_member (ledger_cli_call_object (rebuild), "before"),
                   ==,
                   json_object_get_string_member (ledger_cli_call_object (rebuild), "after"));
}

static void
copy_file (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static char *
reading_digest (const char *ledger)
{
  g_autoptr (LedgerCliCall) call = ledger_cli_call ("rebuild", ledger, NULL);

  ledger_cli_call_expect (call, 0);
  return g_strdup (json_object_get_string_member (ledger_cli_call_object (call), "after"));
}

static void
merge (const char *into, const char *from)
{
  g_autoptr (LedgerCliCall) call = ledger_cli_call ("merge", into, from, NULL);

  ledger_cli_call_expect (call, 0);
}

/* Three copies worked on apart converge, whatever the order of exchange; both values of a conflict
 * stay. */
static void
test_three_files_converge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LedgerCliCall) imported = import_sheet (fixture, "02-整改任务分解表.xlsx");
  g_autoptr (LedgerCliCall) issues = ledger_cli_call ("list", fixture->ledger, "issues", NULL);
  const char *first = json_object_get_string_member (
      json_array_get_object_element (ledger_cli_call_rows (issues), 0), "number");
  const char *second = json_object_get_string_member (
      json_array_get_object_element (ledger_cli_call_rows (issues), 1), "number");
  g_autofree char *b = in_folder (fixture, "乙.zgl");
  g_autofree char *c = in_folder (fixture, "丙.zgl");

  copy_file (fixture->ledger, b);
  copy_file (fixture->ledger, c);
  g_autoptr (LedgerCliCall) set_a =
      ledger_cli_call ("set", fixture->ledger, "issue", first, "due", "2026-11-01", NULL);
  g_autoptr (LedgerCliCall) set_b =
      ledger_cli_call ("set", b, "issue", first, "due", "2026-11-02", NULL);
  g_autoptr (LedgerCliCall) set_c =
      ledger_cli_call ("set", c, "issue", second, "remark", "丙处补充", NULL);
  ledger_cli_call_expect (set_a, 0);
  ledger_cli_call_expect (set_b, 0);
  ledger_cli_call_expect (set_c, 0);
  merge (b, c);
  merge (fixture->ledger, b);
  merge (c, fixture->ledger);
  merge (b, c);
  merge (fixture->ledger, b);

  g_autofree char *digest_a = reading_digest (fixture->ledger);
  g_autofree char *digest_b = reading_digest (b);
  g_autofree char *digest_c = reading_digest (c);
  g_autoptr (LedgerCliCall) conflicts = ledger_cli_call ("list", b, "conflicts", NULL);
  g_assert_cmpstr (digest_a, ==, digest_b);
  g_assert_cmpstr (digest_b, ==, digest_c);
  g_assert_cmpuint (json_array_get_length (ledger_cli_call_rows (conflicts)), ==, 1);
}

static void
test_another_ledger_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = in_folder (fixture, "别局.zgl");
  g_autoptr (LedgerCliCall) made = ledger_cli_call ("new", other, "--unit", "别局", NULL);
  g_autoptr (LedgerCliCall) call = ledger_cli_call ("merge", fixture->ledger, other, NULL);

  ledger_cli_call_expect (call, 1);
}

static void
test_backup_and_restore (Fixture *fixture, gconstpointer data)
{
  g_autofree char *number = prepare_issue (fixture);
  g_autofree char *backup = in_folder (fixture, "备份.zgl");
  g_autofree char *restored = in_folder (fixture, "恢复.zgl");
  g_autoptr (LedgerCliCall) out = ledger_cli_call ("backup", fixture->ledger, "--to", backup, NULL);
  g_autoptr (LedgerCliCall) in = ledger_cli_call ("restore", backup, "--to", restored, NULL);
  g_autoptr (LedgerCliCall) verify = ledger_cli_call ("verify", restored, NULL);

  ledger_cli_call_expect (out, 0);
  ledger_cli_call_expect (in, 0);
  ledger_cli_call_expect (verify, 0);
  g_autofree char *before = reading_digest (fixture->ledger);
  g_autofree char *after = reading_digest (restored);
  g_assert_cmpstr (before, ==, after);
}

static void
test_wrong_usage_is_two (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LedgerCliCall) unknown = ledger_cli_call ("fly", NULL);
  g_autoptr (LedgerCliCall) few = ledger_cli_call ("list", fixture->ledger, NULL);
  g_autoptr (LedgerCliCall) what = ledger_cli_call ("list", fixture->ledger, "birds", NULL);
  g_autoptr (LedgerCliCall) option = ledger_cli_call ("undo", fixture->ledger, "--twice", NULL);
  g_autoptr (LedgerCliCall) missing = ledger_cli_call ("list", "/没有/台账.zgl", "issues", NULL);

  ledger_cli_call_expect (unknown, 2);
  ledger_cli_call_expect (few, 2);
  ledger_cli_call_expect (what, 2);
  ledger_cli_call_expect (option, 2);
  ledger_cli_call_expect (missing, 1);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/contract/samples-import", test_samples_import },
    { "/contract/pairs-are-offered", test_pairs_are_offered },
    { "/contract/hand-edit-stays", test_hand_edit_stays },
    { "/contract/main-job", test_main_job },
    { "/contract/signing-is-refused", test_signing_is_refused },
    { "/contract/return-goes-back", test_return_goes_back },
    { "/contract/evidence-comes-back", test_evidence_comes_back },
    { "/contract/bad-files-are-told", test_bad_files_are_told },
    { "/contract/undo-and-redo", test_undo_and_redo },
    { "/contract/three-files-converge", test_three_files_converge },
    { "/contract/another-ledger-is-refused", test_another_ledger_is_refused },
    { "/contract/backup-and-restore", test_backup_and_restore },
    { "/contract/wrong-usage-is-two", test_wrong_usage_is_two },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
