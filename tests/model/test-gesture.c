/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-gesture.h"

#include "ledger-fixture.h"
#include "ledger-id.h"

static void
test_new (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, "标题");

  g_assert_cmpint (ledger_edit_get_kind (edit), ==, LEDGER_EDIT_PLAIN);
  g_assert_cmpstr (ledger_edit_get_title (edit), ==, "标题");
  g_assert_cmpstr (ledger_edit_get_actor (edit), ==, "李敏");
  g_assert_cmpstr (ledger_edit_get_desk (edit), ==, ledger_document_get_desk (document));
  ledger_document_set_actor (document, NULL, "张伟");
  g_autoptr (LedgerEdit) next = ledger_gesture_new (document, NULL);
  g_assert_cmpstr (ledger_edit_get_actor (next), ==, "张伟");
}

static char *
learn (LedgerDocument *document, const char *name, gboolean commit)
{
  LedgerEdit *edit = ledger_gesture_new (document, "learn");
  char *id = ledger_gesture_learn_person (document, edit, name);
  g_autofree char *again = ledger_gesture_learn_person (document, edit, name);

  g_assert_cmpstr (id, ==, again);
  if (commit)
    fixture_commit (document, edit);
  else
    {
      g_assert_cmpuint (ledger_edit_get_n_changes (edit), ==, 0);
      ledger_edit_unref (edit);
    }
  return id;
}

/* The same name on two PCs is the same person (LOG 9). */
static void
test_learn (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *first = learn (document, "张伟", TRUE);
  g_autofree char *known = learn (document, "　张伟 ", FALSE);
  const char *ledger = ledger_store_get_ledger_id (ledger_document_get_store (document));
  g_autofree char *derived = ledger_id_new_derived (ledger, "person", "张伟", NULL);

  g_assert_cmpstr (first, ==, known);
  g_assert_cmpstr (first, ==, derived);
  g_autofree char *by_id = learn (document, first, FALSE);
  g_assert_cmpstr (by_id, ==, first);

  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, "nobody");
  g_assert_null (ledger_gesture_learn_person (document, edit, NULL));
  g_assert_null (ledger_gesture_learn_person (document, edit, "　"));
  g_autofree char *department = ledger_gesture_learn_department (document, edit, "张伟");
  g_assert_cmpstr (department, !=, first);
}

/* Who once was entered by that name bears another now: somebody else. */
static void
test_learn_after_renaming (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *first = learn (document, "张伟", TRUE);
  fixture_put (document, "person", first, "name", "张炜", NULL);
  g_autofree char *second = learn (document, "张伟", TRUE);
  g_assert_cmpstr (first, !=, second);
  g_assert_cmpstr (ledger_document_get_name (document, "person", first), ==, "张炜");
  g_assert_cmpstr (ledger_document_get_name (document, "person", second), ==, "张伟");
  g_autofree char *known = learn (document, "张伟", FALSE);
  g_assert_cmpstr (known, ==, second);
}

static void
test_learn_after_deleting (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *first = learn (document, "张伟", TRUE);
  const char *const ids[] = { first, NULL };
  fixture_commit (document, ledger_gesture_delete (document, "person", ids, NULL));
  g_assert_null (ledger_document_lookup (document, "person", first));
  g_autofree char *second = learn (document, "张伟", TRUE);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (ledger_document_get_name (document, "person", second), ==, "张伟");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/gesture/new", test_new);
  g_test_add_func ("/gesture/learn", test_learn);
  g_test_add_func ("/gesture/learn-after-renaming", test_learn_after_renaming);
  g_test_add_func ("/gesture/learn-after-deleting", test_learn_after_deleting);
  return fixture_run ();
}
