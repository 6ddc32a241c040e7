/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"
#include "ledger-id.h"
#include "store-fixture.h"

#include <string.h>

/* Two PCs: one ledger, copied while closed. */
typedef struct
{
  Fixture *fixture;
  char *paths[2];
  LedgerStore *stores[2];
  char *issue;
} Pair;

static void
pair_open (Pair *pair, gconstpointer unused)
{
  pair->fixture = fixture_new ();
  pair->paths[0] = fixture_path (pair->fixture, "a.zgl");
  pair->paths[1] = fixture_path (pair->fixture, "b.zgl");
  pair->stores[0] = fixture_create (pair->paths[0], "a");
  pair->issue = fixture_add (pair->stores[0], "a", "issue", NULL, "问题一");
  g_clear_object (&pair->stores[0]);
  fixture_copy (pair->paths[0], pair->paths[1]);
  pair->stores[0] = fixture_open (pair->paths[0], LEDGER_STORE_WRITE);
  pair->stores[1] = fixture_open (pair->paths[1], LEDGER_STORE_WRITE);
}

static void
pair_close (Pair *pair, gconstpointer unused)
{
  for (guint i = 0; i < 2; i++)
    {
      g_clear_object (&pair->stores[i]);
      g_free (pair->paths[i]);
    }
  g_free (pair->issue);
  fixture_free (pair->fixture);
}

static LedgerTakeInResult
take (LedgerStore *to, LedgerStore *from)
{
  LedgerTakeInResult result = { 0 };
  GError *error = NULL;
  ledger_store_take_in (to, from, "合", "desk", &result, NULL, NULL, &error);
  g_assert_no_error (error);
  return result;
}

/* Each takes in the other until nothing is new; both then hold the same. */
static void
exchange (Pair *pair)
{
  take (pair->stores[0], pair->stores[1]);
  take (pair->stores[1], pair->stores[0]);
  g_autofree char *tip = ledger_store_dup_tip (pair->stores[0], NULL);
  g_autofree char *other_tip = ledger_store_dup_tip (pair->stores[1], NULL);
  g_assert_cmpstr (tip, ==, other_tip);
  g_autofree char *digest = fixture_digest (pair->stores[0]);
  g_autofree char *other_digest = fixture_digest (pair->stores[1]);
  g_assert_cmpstr (digest, ==, other_digest);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (ledger_store_rebuild (pair->stores[i], NULL, NULL, NULL));
      g_autofree char *rebuilt = fixture_digest (pair->stores[i]);
      g_assert_cmpstr (digest, ==, rebuilt);
      fixture_assert_sound (pair->stores[i]);
    }
}

static void
test_nothing_new (Pair *pair, gconstpointer unused)
{
  LedgerTakeInResult result = take (pair->stores[0], pair->stores[1]);
  g_assert_cmpuint (result.edits_added, ==, 0);
  g_assert_false (result.merged);
}

static void
test_fast_forward (Pair *pair, gconstpointer unused)
{
  fixture_set (pair->stores[1], "b", "issue", pair->issue, "text", "改");
  LedgerTakeInResult result = take (pair->stores[0], pair->stores[1]);
  g_assert_cmpuint (result.edits_added, ==, 1);
  g_assert_false (result.merged);
  g_autofree char *tip = ledger_store_dup_tip (pair->stores[0], NULL);
  g_autofree char *other_tip = ledger_store_dup_tip (pair->stores[1], NULL);
  g_assert_cmpstr (tip, ==, other_tip);
  g_assert_cmpuint (take (pair->stores[1], pair->stores[0]).edits_added, ==, 0);
  exchange (pair);
}

static void
test_copy_then_edit_both (Pair *pair, gconstpointer unused)
{
  fixture_set (pair->stores[0], "a", "issue", pair->issue, "due", "2026-03-05");
  fixture_set (pair->stores[1], "b", "issue", pair->issue, "number", "1.1");
  LedgerTakeInResult result = take (pair->stores[0], pair->stores[1]);
  g_assert_cmpuint (result.edits_added, ==, 1);
  g_assert_cmpuint (result.conflicts, ==, 0);
  g_assert_true (result.merged);
  exchange (pair);
  g_assert_cmpint (
      fixture_count (pair->stores[1],
                     "SELECT count(*) FROM issue WHERE due = '2026-03-05' AND number = '1.1'"),
      ==,
      1);
}

static void
test_conflict_is_kept_and_settled (Pair *pair, gconstpointer unused)
{
  fixture_set (pair->stores[0], "李敏", "issue", pair->issue, "due", "2026-03-05");
  fixture_set (pair->stores[1], "刘洋", "issue", pair->issue, "due", "2026-03-06");
  g_assert_cmpuint (take (pair->stores[0], pair->stores[1]).conflicts, ==, 1);
  exchange (pair);

  GError *error = NULL;
  g_autoptr (GPtrArray) heads =
      ledger_store_get_heads (pair->stores[1], "issue", pair->issue, "due", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (heads->len, ==, 2);
  g_autoptr (GPtrArray) conflicts = ledger_store_get_conflicts (pair->stores[1], &error);
  g_assert_cmpuint (conflicts->len, ==, 1);
  const LedgerOperation *shown = conflicts->pdata[0];
  const LedgerOperation *newest = heads->pdata[0];
  g_assert_cmpstr (shown->edit, ==, newest->edit);

  fixture_set (pair->stores[1], "刘洋", "issue", pair->issue, "due", "2026-03-06");
  g_autofree char *reason = NULL;
  g_autofree char *title = ledger_store_peek_undo (pair->stores[1], "刘洋", &reason);
  g_assert_nonnull (title);
  g_assert_nonnull (reason);
  g_assert_false (ledger_store_undo (pair->stores[1], "刘洋", "刘洋", NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_cmpuint (take (pair->stores[0], pair->stores[1]).conflicts, ==, 0);
  exchange (pair);
}

static void
test_equal_values_are_no_conflict (Pair *pair, gconstpointer unused)
{
  fixture_set (pair->stores[0], "a", "issue", pair->issue, "due", "2026-03-05");
  fixture_set (pair->stores[1], "b", "issue", pair->issue, "due", "2026-03-05");
  g_assert_cmpuint (take (pair->stores[0], pair->stores[1]).conflicts, ==, 0);
  exchange (pair);
}

/* A deletes the issue; B meanwhile adds a measure. B's work does not vanish from sight. */
static void
test_delete_against_add (Pair *pair, gconstpointer unused)
{
  fixture_delete (pair->stores[0], "a", "issue", pair->issue);
  g_autofree char *measure = fixture_add (pair->stores[1], "b", "measure", pair->issue, "措施");
  exchange (pair);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (fixture_has (pair->stores[i], "issue", pair->issue));
      g_assert_true (fixture_has (pair->stores[i], "measure", measure));
      g_assert_cmpint (
          fixture_count (pair->stores[i], "SELECT count(*) FROM issue WHERE deleted IS NOT NULL"),
          ==,
          1);
    }
  /* Deleted again, with the measure in sight, it goes. */
  fixture_delete (pair->stores[1], "b", "issue", pair->issue);
  exchange (pair);
  g_assert_false (fixture_has (pair->stores[0], "issue", pair->issue));
  g_assert_false (fixture_has (pair->stores[0], "measure", measure));
}

static void
test_delete_against_add_kept (Pair *pair, gconstpointer unused)
{
  g_autofree char *measure = fixture_add (pair->stores[1], "b", "measure", pair->issue, "措施");
  fixture_delete (pair->stores[0], "a", "issue", pair->issue);
  exchange (pair);
  g_autoptr (LedgerEdit) keep = fixture_edit ("a");
  ledger_edit_keep (keep, "issue", pair->issue);
  fixture_commit (pair->stores[0], keep);
  exchange (pair);
  g_assert_cmpint (
      fixture_count (pair->stores[1], "SELECT count(*) FROM issue WHERE deleted IS NULL"), ==, 1);
  g_assert_true (fixture_has (pair->stores[1], "measure", measure));
}

/* B takes back what it added below: the deletion holds again; the reading is a function of the set.
 */
static void
test_deletion_holds_again (Pair *pair, gconstpointer unused)
{
  fixture_delete (pair->stores[0], "a", "issue", pair->issue);
  g_autofree char *measure = fixture_add (pair->stores[1], "b", "measure", pair->issue, "措施");
  exchange (pair);
  g_assert_true (fixture_has (pair->stores[0], "issue", pair->issue));
  fixture_delete (pair->stores[1], "b", "measure", measure);
  exchange (pair);
  g_assert_false (fixture_has (pair->stores[0], "issue", pair->issue));
}

static void
test_both_delete (Pair *pair, gconstpointer unused)
{
  fixture_delete (pair->stores[0], "a", "issue", pair->issue);
  fixture_set (pair->stores[1], "b", "issue", pair->issue, "text", "改后再删");
  fixture_delete (pair->stores[1], "b", "issue", pair->issue);
  exchange (pair);
  g_assert_false (fixture_has (pair->stores[0], "issue", pair->issue));
}

/* Moved out of a heading that the other PC deletes: neither is lost. */
static void
test_moved_out_of_deleted (Pair *pair, gconstpointer unused)
{
  g_autofree char *from = fixture_add (pair->stores[0], "a", "heading", NULL, "从");
  g_autofree char *to = fixture_add (pair->stores[0], "a", "heading", NULL, "到");
  fixture_set (pair->stores[0], "a", "issue", pair->issue, "heading", from);
  exchange (pair);
  fixture_delete (pair->stores[0], "a", "heading", from);
  g_assert_false (fixture_has (pair->stores[0], "issue", pair->issue));
  fixture_set (pair->stores[1], "b", "issue", pair->issue, "heading", to);
  exchange (pair);
  g_assert_true (fixture_has (pair->stores[0], "issue", pair->issue));
  g_assert_true (fixture_has (pair->stores[0], "heading", from));
}

/* X under Y here, Y under X there: a circle. Both stay, on both, also when one is deleted. */
static void
test_headings_under_each_other (Pair *pair, gconstpointer unused)
{
  g_autofree char *x = fixture_add (pair->stores[0], "a", "heading", NULL, "X");
  g_autofree char *y = fixture_add (pair->stores[0], "a", "heading", NULL, "Y");
  exchange (pair);
  fixture_set (pair->stores[0], "a", "heading", x, "parent", y);
  fixture_set (pair->stores[1], "b", "heading", y, "parent", x);
  exchange (pair);
  g_assert_true (fixture_has (pair->stores[0], "heading", x));
  g_assert_true (fixture_has (pair->stores[0], "heading", y));

  fixture_delete (pair->stores[0], "a", "heading", x);
  g_autofree char *issue = fixture_add (pair->stores[1], "b", "issue", y, "在圈里");
  exchange (pair);
  g_assert_true (fixture_has (pair->stores[0], "issue", issue));
  fixture_delete (pair->stores[0], "a", "heading", y);
  fixture_delete (pair->stores[1], "b", "heading", x);
  exchange (pair);
}

static void
test_restore_then_exchange (Pair *pair, gconstpointer unused)
{
  g_autofree char *backup = fixture_path (pair->fixture, "backup.zgl");
  g_clear_object (&pair->stores[0]);
  fixture_copy (pair->paths[0], backup);
  pair->stores[0] = fixture_open (pair->paths[0], LEDGER_STORE_WRITE);
  fixture_set (pair->stores[0], "a", "issue", pair->issue, "text", "周一的工作");
  exchange (pair);

  /* Back to yesterday, and on from there. */
  g_clear_object (&pair->stores[0]);
  fixture_copy (backup, pair->paths[0]);
  pair->stores[0] = fixture_open (pair->paths[0], LEDGER_STORE_WRITE);
  fixture_set (pair->stores[0], "a", "issue", pair->issue, "due", "2026-03-05");
  exchange (pair);
  g_assert_cmpint (
      fixture_count (pair->stores[0],
                     "SELECT count(*) FROM issue WHERE text = '周一的工作' AND due = '2026-03-05'"),
      ==,
      1);
}

static void
test_foreign (Pair *pair, gconstpointer unused)
{
  g_autofree char *path = fixture_path (pair->fixture, "c.zgl");
  g_autoptr (LedgerStore) other = fixture_create (path, "a");
  GError *error = NULL;
  g_assert_false (
      ledger_store_take_in (pair->stores[0], other, "a", "a", NULL, NULL, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_FOREIGN);
  g_clear_error (&error);
}

static void
test_broken (Pair *pair, gconstpointer unused)
{
  static const char *const damages[] = {
    "UPDATE log_edit SET title = 'x' WHERE key = (SELECT max (key) FROM log_edit)",
    "UPDATE log_operation SET value = 'y' WHERE edit = (SELECT max (key) FROM log_edit)",
    "UPDATE log_edit SET actor = 'z'",
  };
  g_autofree char *before = ledger_store_dup_tip (pair->stores[0], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      fixture_set (pair->stores[1], "b", "issue", pair->issue, "due", i % 2 ? "1" : "2");
      g_clear_object (&pair->stores[1]);
      fixture_raw (pair->paths[1], damages[i]);
      pair->stores[1] = fixture_open (pair->paths[1], LEDGER_STORE_WRITE);
      GError *error = NULL;
      g_assert_false (ledger_store_take_in (
          pair->stores[0], pair->stores[1], "a", "a", NULL, NULL, NULL, &error));
      g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_DAMAGED);
      g_clear_error (&error);
      g_autofree char *after = ledger_store_dup_tip (pair->stores[0], NULL);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
attach (LedgerStore *store, const char *desk, const char *measure, guint8 fill, gsize size)
{
  g_autofree guint8 *data = g_malloc (size + 1);
  memset (data, fill, size);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize)size, NULL);
  LedgerBlobInfo info;
  GError *error = NULL;
  ledger_store_stage_blob (store, stream, size, &info, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *id = ledger_id_new_random ();
  g_autoptr (LedgerEdit) edit = fixture_edit (desk);
  g_autoptr (LedgerValue) digest = ledger_value_new_bytes (info.digest, 32);
  ledger_edit_set_text (edit, "evidence", id, "measure", measure);
  ledger_edit_set (edit, "evidence", id, "digest", digest);
  fixture_commit (store, edit);
}

static void
test_evidence (Pair *pair, gconstpointer unused)
{
  g_autofree char *measure = fixture_add (pair->stores[1], "b", "measure", pair->issue, "措施");
  attach (pair->stores[1], "b", measure, 1, 3 * 1024 * 1024 + 17);
  attach (pair->stores[1], "b", measure, 2, 20 * 1024 * 1024);
  attach (pair->stores[1], "b", measure, 3, 0);
  LedgerTakeInResult result = take (pair->stores[0], pair->stores[1]);
  g_assert_cmpuint (result.blobs_added, ==, 3);
  exchange (pair);
  g_clear_object (&pair->stores[0]);
  pair->stores[0] = fixture_open (pair->paths[0], LEDGER_STORE_WRITE);
  fixture_assert_sound (pair->stores[0]);
  g_assert_cmpuint (take (pair->stores[0], pair->stores[1]).blobs_added, ==, 0);
}

/* Whether there is anything new or not. */
static void
test_evidence_is_healed (Pair *pair, gconstpointer unused)
{
  attach (pair->stores[0], "a", pair->issue, 1, 2 * 1024 * 1024);
  exchange (pair);
  g_clear_object (&pair->stores[0]);
  fixture_raw (pair->paths[0], "DELETE FROM log_chunk WHERE position = 1");
  pair->stores[0] = fixture_open (pair->paths[0], LEDGER_STORE_WRITE);
  LedgerTakeInResult result = take (pair->stores[0], pair->stores[1]);
  g_assert_cmpuint (result.blobs_healed, ==, 1);
  g_assert_cmpuint (result.blobs_added, ==, 0);
  g_assert_cmpuint (result.edits_added, ==, 0);
  fixture_assert_sound (pair->stores[0]);
  g_assert_cmpuint (take (pair->stores[0], pair->stores[1]).blobs_healed, ==, 0);
}

static void
test_cancelled (Pair *pair, gconstpointer unused)
{
  fixture_set (pair->stores[1], "b", "issue", pair->issue, "text", "改");
  g_autofree char *before = ledger_store_dup_tip (pair->stores[0], NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_cancellable_cancel (cancellable);
  GError *error = NULL;
  g_assert_false (ledger_store_take_in (
      pair->stores[0], pair->stores[1], "a", "a", NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_autofree char *after = ledger_store_dup_tip (pair->stores[0], NULL);
  g_assert_cmpstr (before, ==, after);
  exchange (pair);
}

/* A merge is no step: what the desk did before it is still what 撤销 offers. */
static void
test_merge_is_no_step (Pair *pair, gconstpointer unused)
{
  fixture_set (pair->stores[0], "a", "issue", pair->issue, "due", "2026-03-05");
  fixture_set (pair->stores[1], "b", "issue", pair->issue, "number", "1.1");
  take (pair->stores[0], pair->stores[1]);
  GError *error = NULL;
  g_assert_true (ledger_store_undo (pair->stores[0], "a", "a", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (
      fixture_count (pair->stores[0],
                     "SELECT count(*) FROM issue WHERE due IS NULL AND number = '1.1'"),
      ==,
      1);
  g_autofree char *more = ledger_store_peek_undo (pair->stores[0], "desk", NULL);
  g_assert_null (more);
  exchange (pair);
}

#define ADD(name, func) g_test_add ("/take-in/" name, Pair, NULL, pair_open, func, pair_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("nothing-new", test_nothing_new);
  ADD ("fast-forward", test_fast_forward);
  ADD ("copy-then-edit-both", test_copy_then_edit_both);
  ADD ("conflict-is-kept-and-settled", test_conflict_is_kept_and_settled);
  ADD ("equal-values", test_equal_values_are_no_conflict);
  ADD ("delete-against-add", test_delete_against_add);
  ADD ("delete-against-add-kept", test_delete_against_add_kept);
  ADD ("deletion-holds-again", test_deletion_holds_again);
  ADD ("both-delete", test_both_delete);
  ADD ("moved-out-of-deleted", test_moved_out_of_deleted);
  ADD ("headings-under-each-other", test_headings_under_each_other);
  ADD ("restore-then-exchange", test_restore_then_exchange);
  ADD ("foreign", test_foreign);
  ADD ("broken", test_broken);
  ADD ("evidence", test_evidence);
  ADD ("evidence-is-healed", test_evidence_is_healed);
  ADD ("cancelled", test_cancelled);
  ADD ("merge-is-no-step", test_merge_is_no_step);
  return g_test_run ();
}
