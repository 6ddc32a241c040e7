/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sheet-pairs.h"

#include <string.h>

#include "ledger-fixture.h"

static LedgerImportIssue *
row_new (guint at, const char *text)
{
  LedgerImportIssue *row = g_new0 (LedgerImportIssue, 1);

  row->row = at;
  row->text = g_strdup (text);
  row->measures = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_import_measure_free);
  return row;
}

static void
test_tell (void)
{
  LedgerColumnRole roles[] = { LEDGER_ROLE_NUMBER, LEDGER_ROLE_HEADING, LEDGER_ROLE_ISSUE };
  const LedgerSheetLayout layout = { 0, 1, G_N_ELEMENTS (roles), roles };
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *heading = fixture_heading (document, NULL, "党的领导");
  g_autofree char *issue = fixture_issue (document, heading, "公务接待台账不全，\n票据附件缺失");
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_import_issue_free);
  g_autoptr (GHashTable) decisions = g_hash_table_new (NULL, NULL);
  g_autoptr (LedgerImportPlan) plan = NULL;
  g_autoptr (LedgerImportPlan) decided = NULL;
  g_autoptr (GPtrArray) doubts = NULL;
  g_autoptr (GPtrArray) none = NULL;
  const LedgerDoubt *doubt;

  g_ptr_array_add (rows, row_new (1, "选人用人把关不严"));
  g_ptr_array_add (rows, row_new (6, "公务接待台账不齐全，票据附件缺失"));
  plan = ledger_import_plan_new (document, rows, NULL);
  doubts = ledger_sheet_pairs_tell (plan, &layout);
  g_assert_cmpuint (doubts->len, ==, 1);
  doubt = g_ptr_array_index (doubts, 0);
  g_assert_cmpint (doubt->kind, ==, LEDGER_DOUBT_PAIR);
  g_assert_cmpstr (doubt->cell, ==, "C7");
  g_assert_nonnull (strstr (doubt->text, "1.1 “公务接待台账不全， 票据附件缺失”"));
  /* What is decided is no doubt any more. */
  g_hash_table_insert (decisions, GUINT_TO_POINTER (6), issue);
  decided = ledger_import_plan_new_decided (document, rows, decisions, NULL);
  none = ledger_sheet_pairs_tell (decided, &layout);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/sheet-pairs/tell", test_tell);
  return fixture_run ();
}
