/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-merge.h"

#include "ledger-backup-shelf.h"
#include "ledger-error.h"
#include "ledger-fixture.h"
#include "ledger-reading.h"

/* Two copies of one ledger with one issue in each. */
typedef struct
{
  char *left;
  char *right;
  char *issue;
} Copies;

static void
set_up (Copies *copies, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *heading = fixture_heading (document, NULL, "党的领导");
  g_autoptr (GFile) from = NULL;
  g_autoptr (GFile) to = NULL;

  copies->issue = fixture_issue (document, heading, "会议记录不完整");
  copies->left = g_strdup (ledger_document_get_path (document));
  copies->right = fixture_path ("copy");
  ledger_document_close (document);
  from = g_file_new_for_path (copies->left);
  to = g_file_new_for_path (copies->right);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Copies *copies, gconstpointer data)
{
  g_free (copies->left);
  g_free (copies->right);
  g_free (copies->issue);
}

static void
write_remark (const char *path, const char *issue, const char *field, const char *text)
{
  g_autoptr (LedgerDocument) document = fixture_open (path, LEDGER_DOCUMENT_SCRIPT);

  fixture_put (document, "issue", issue, field, text, NULL);
  ledger_document_close (document);
}

static LedgerTakeInResult
merge (const char *path, const char *other)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) document = fixture_open (path, LEDGER_DOCUMENT_SCRIPT);
  LedgerTakeInResult result = { 0 };

  ledger_merge_file (document, other, &result, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  ledger_document_close (document);
  return result;
}

static char *
dup_digest (const char *path)
{
  g_autoptr (LedgerDocument) document = fixture_open (path, LEDGER_DOCUMENT_READ);
  char *digest = ledger_store_dup_reading_digest (ledger_document_get_store (document), NULL);

  g_assert_nonnull (digest);
  return digest;
}

static char *
dup_tip (const char *path)
{
  g_autoptr (LedgerDocument) document = fixture_open (path, LEDGER_DOCUMENT_READ);

  return ledger_store_dup_tip (ledger_document_get_store (document), NULL);
}

typedef struct
{
  const char *name;
  const char *left_field; /* NULL: no edit on that side */
  const char *right_field;
  guint edits;
  guint conflicts;
  gboolean merged;
} Case;

static const Case cases[] = {
  { "/merge/nothing-new", NULL, NULL, 0, 0, FALSE },
  { "/merge/behind", NULL, "remark", 1, 0, FALSE },
  { "/merge/ahead", "remark", NULL, 0, 0, FALSE },
  { "/merge/both", "remark", "root_cause", 1, 0, TRUE },
  { "/merge/same-field", "remark", "remark", 1, 1, TRUE },
};

static void
test_copies_agree (Copies *copies, gconstpointer data)
{
  const Case *expected = data;
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  LedgerTakeInResult result;

  if (expected->left_field)
    write_remark (copies->left, copies->issue, expected->left_field, "左边的话");
  if (expected->right_field)
    write_remark (copies->right, copies->issue, expected->right_field, "右边的话");
  result = merge (copies->left, copies->right);
  g_assert_cmpuint (result.edits_added, ==, expected->edits);
  g_assert_cmpuint (result.conflicts, ==, expected->conflicts);
  g_assert_cmpint (result.merged, ==, expected->merged);
  g_assert_false (merge (copies->right, copies->left).merged);
  left = dup_digest (copies->left);
  right = dup_digest (copies->right);
  g_assert_cmpstr (left, ==, right);
}

/* Merges; the log copy that was made before, or NULL. */
static char *
merge_and_keep (const char *path, const char *other)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) document = fixture_open (path, LEDGER_DOCUMENT_SCRIPT);
  LedgerTakeInResult result = { 0 };
  char *copy = NULL;

  ledger_merge_file (document, other, &result, &copy, NULL, NULL, &error);
  g_assert_no_error (error);
  ledger_document_close (document);
  return copy;
}

/* LOG 8: the state before a merge can be brought back from the log copy, evidence included. */
static void
test_log_copy_brings_back (Copies *copies, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *before_reading = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  g_autofree char *again_reading = NULL;

  write_remark (copies->left, copies->issue, "remark", "左边的话");
  write_remark (copies->right, copies->issue, "root_cause", "右边的话");
  before = dup_tip (copies->left);
  before_reading = dup_digest (copies->left);
  copy = merge_and_keep (copies->left, copies->right);
  g_assert_true (g_file_test (copy, G_FILE_TEST_IS_REGULAR));
  after = dup_tip (copies->left);
  g_assert_cmpstr (after, !=, before);

  ledger_store_restore (copy, copies->left, ledger_reading_get_default (), NULL, &error);
  g_assert_no_error (error);
  again = dup_tip (copies->left);
  again_reading = dup_digest (copies->left);
  g_assert_cmpstr (again, ==, before);
  g_assert_cmpstr (again_reading, ==, before_reading);
}

static void
assert_no_copies (const char *path)
{
  g_autofree char *folder = ledger_backup_shelf_dup_folder (path);

  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_foreign_ledger_is_refused (Copies *copies, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) foreign = fixture_document ();
  g_autoptr (LedgerDocument) document = NULL;
  g_autofree char *before = dup_tip (copies->left);
  g_autofree char *after = NULL;
  LedgerTakeInResult result = { 0 };

  ledger_document_close (foreign);
  document = fixture_open (copies->left, LEDGER_DOCUMENT_SCRIPT);
  g_assert_false (ledger_merge_file (
      document, ledger_document_get_path (foreign), &result, NULL, NULL, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_FOREIGN);
  after = ledger_store_dup_tip (ledger_document_get_store (document), NULL);
  g_assert_cmpstr (after, ==, before);
  assert_no_copies (copies->left);
}

static void
test_itself_is_refused (Copies *copies, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) document = fixture_open (copies->left, LEDGER_DOCUMENT_SCRIPT);
  LedgerTakeInResult result = { 0 };

  g_assert_false (ledger_merge_file (document, copies->left, &result, NULL, NULL, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  assert_no_copies (copies->left);
}

static void
test_nothing_new_leaves_no_copy (Copies *copies, gconstpointer data)
{
  g_assert_null (merge_and_keep (copies->left, copies->right));
  assert_no_copies (copies->left);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].name, Copies, &cases[i], set_up, test_copies_agree, tear_down);
  g_test_add (
      "/merge/log-copy-brings-back", Copies, NULL, set_up, test_log_copy_brings_back, tear_down);
  g_test_add ("/merge/nothing-new-leaves-no-copy",
              Copies,
              NULL,
              set_up,
              test_nothing_new_leaves_no_copy,
              tear_down);
  g_test_add ("/merge/itself-is-refused", Copies, NULL, set_up, test_itself_is_refused, tear_down);
  g_test_add ("/merge/foreign-ledger-is-refused",
              Copies,
              NULL,
              set_up,
              test_foreign_ledger_is_refused,
              tear_down);
  return fixture_run ();
}
