/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-headings.h"

#include "ledger-test-office.h"

static void
test_found_by_folded_wording (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  const char *child = "0123456789abcdef0123456789abcdef";
  ledger_test_office_set (office, "heading", child, "parent", office->heading);
  ledger_test_office_set (office, "heading", child, "text", "“第一议题”制度");
  g_autoptr (LedgerImportHeadings) headings = ledger_import_headings_new (office->document);
  const char *const path[] = { "党的领导", "第一议题 制度", NULL };
  const char *const longer[] = { "党的领导", "第一议题制度", "不在", NULL };
  const char *const nothing[] = { NULL };
  g_assert_cmpstr (ledger_import_headings_resolve (headings, path), ==, child);
  g_assert_null (ledger_import_headings_resolve (headings, longer));
  g_assert_null (ledger_import_headings_resolve (headings, nothing));
  g_assert_null (ledger_import_headings_resolve (headings, NULL));
  g_assert_null (ledger_import_headings_find (headings, NULL, "第一议题制度"));
}

static void
test_made_here (void)
{
  g_autoptr (LedgerImportHeadings) headings = ledger_import_headings_new (NULL);
  const char *const path[] = { "甲", "乙", NULL };
  g_assert_null (ledger_import_headings_resolve (headings, path));
  const char *first = ledger_import_headings_add (headings, NULL, "甲", "1");
  ledger_import_headings_add (headings, first, "乙", "2");
  g_assert_cmpstr (ledger_import_headings_resolve (headings, path), ==, "2");
  /* The first of a name keeps it. */
  g_assert_cmpstr (ledger_import_headings_add (headings, NULL, "甲", "3"), ==, "1");
}

int
main (int argc, char **argv)
{
  ledger_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-headings/found", test_found_by_folded_wording);
  g_test_add_func ("/import-headings/made", test_made_here);
  return g_test_run ();
}
