/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-facts-adoption.h"

#include "ledger-document-private.h"
#include "ledger-fixture.h"
#include "ledger-table-adoption.h"

static GHashTable *
set_of (const char *id)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (ids, g_strdup (id));
  return ids;
}

static void
look_through (LedgerFactsAdoption *adoption)
{
  guint budget;

  do
    {
      budget = 1;
      g_assert_false (ledger_facts_adoption_is_void (adoption));
    }
  while (!ledger_facts_adoption_step (adoption, &budget));
}

static void
adopt_table (LedgerDocument *shown,
             LedgerDocument *found,
             const char *type_name,
             GHashTable *touched)
{
  guint budget = G_MAXUINT;
  g_autoptr (LedgerTableAdoption) adoption =
      ledger_table_adoption_new (ledger_document_get_table (shown, type_name),
                                 ledger_document_get_table (found, type_name),
                                 touched);

  g_assert_true (ledger_table_adoption_step (adoption, &budget));
  ledger_table_adoption_finish (adoption);
}

static void
check_changed (LedgerDocument *document, const char *const *expected)
{
  g_autoptr (GPtrArray) changed = ledger_facts_table_steal_changed (document->facts);

  g_assert_cmpuint (changed->len, ==, g_strv_length ((char **)expected));
  for (guint i = 0; i < changed->len; i++)
    g_assert_true (g_strv_contains (expected, changed->pdata[i]));
}

static void
test_adopt (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *stays = fixture_issue (document, NULL, "留下");
  g_autofree char *changes = fixture_issue (document, NULL, "会改");
  g_autofree char *goes = fixture_issue (document, NULL, "会走");
  const char *const gone[] = { goes, NULL };
  fixture_claim (document, changes);
  fixture_claim (document, goes);
  const char *path = ledger_document_get_path (document);
  g_autoptr (LedgerDocument) shown = fixture_open (path, LEDGER_DOCUMENT_READ);
  LedgerRecord *own = ledger_document_lookup (shown, "issue", changes);
  const LedgerIssueFacts *facts = ledger_document_get_facts (shown, changes);
  const LedgerClaim *claim = facts->claim;

  fixture_commit (document,
                  ledger_gesture_set (document, "issue", changes, "due", "2026-03-01", NULL));
  fixture_commit (document, ledger_gesture_delete (document, "issue", gone, NULL));
  g_autofree char *comes = fixture_issue (document, NULL, "新来");
  g_autoptr (LedgerDocument) found = fixture_open (path, LEDGER_DOCUMENT_READ);
  g_autoptr (LedgerFactsAdoption) adoption = ledger_facts_adoption_new (shown->facts, found->facts);
  g_autoptr (GHashTable) touched = set_of (changes);
  look_through (adoption);

  /* Nothing yet. */
  g_assert_true (ledger_document_get_facts (shown, changes) == facts);
  g_assert_cmpint (facts->light, !=, LEDGER_LIGHT_OVERDUE);
  g_assert_nonnull (ledger_document_get_facts (shown, goes));
  g_assert_null (ledger_document_get_facts (shown, comes));

  adopt_table (shown, found, "issue", touched);
  adopt_table (shown, found, "claim", NULL);
  ledger_facts_adoption_finish (adoption);
  check_changed (shown, (const char *const[]){ changes, goes, comes, NULL });
  facts = ledger_document_get_facts (shown, changes);
  g_assert_cmpint (facts->light, ==, LEDGER_LIGHT_OVERDUE);
  g_assert_true (LEDGER_RECORD (facts->issue) == own);
  g_assert_true (facts->claim == claim);
  g_assert_null (ledger_document_get_facts (shown, goes));
  facts = ledger_document_get_facts (shown, comes);
  g_assert_true (LEDGER_RECORD (facts->issue) == ledger_document_lookup (shown, "issue", comes));
  g_assert_nonnull (ledger_document_get_facts (shown, stays));

  guint budget = 1;
  g_assert_true (ledger_facts_adoption_drop (adoption, &budget));
  g_assert_cmpuint (budget, ==, 0);
}

/* What is computed in between makes void what was found. */
static void
test_void (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  const char *path = ledger_document_get_path (document);
  g_autoptr (LedgerDocument) shown = fixture_open (path, LEDGER_DOCUMENT_READ);
  g_autoptr (LedgerDocument) found = fixture_open (path, LEDGER_DOCUMENT_READ);
  g_autoptr (LedgerFactsAdoption) adoption = ledger_facts_adoption_new (shown->facts, found->facts);

  look_through (adoption);
  ledger_facts_table_recompute (shown->facts);
  g_assert_true (ledger_facts_adoption_is_void (adoption));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/facts-adoption/adopt", test_adopt);
  g_test_add_func ("/facts-adoption/void", test_void);
  return fixture_run ();
}
