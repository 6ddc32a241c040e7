/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-xlsx-relations.h"

#include "sheet-package.h"

#define RELATION(id, kind, target)                                                                 \
  "<Relationship Id='" id "' Type='" DOC_RELS_NS "/" kind "' Target='" target "'/>"

static void
test_targets (void)
{
  char *path = sheet_package_new (
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns='" PKG_RELS_NS "'>" RELATION ("a", "worksheet", "worksheets/sheet1.xml")
          RELATION ("b", "worksheet", "/xl/worksheets/sheet2.xml")
              RELATION ("c", "worksheet", "worksheets\\sheet3.xml") RELATION (
                  "d", "worksheet", "../xl/./worksheets/sheet4.xml")
                  RELATION ("e", "worksheet", "../../../../etc/passwd") RELATION (
                      "f", "chartsheet", "charts/1.xml") "<Relationship Id='g' "
                                                         "Type='http://purl.oclc.org/ooxml/"
                                                         "officeDocument/relationships/styles'"
                                                         " Target='styles.xml'/>"
                                                         "<Relationship Id='h' Type='x/hyperlink' "
                                                         "Target='http://a' TargetMode='External'/>"
                                                         "<Relationship Id='i'/></Relationships>",
      NULL);
  const char *expected[] = { "a", "xl/worksheets/sheet1.xml",
                             "b", "xl/worksheets/sheet2.xml",
                             "c", "xl/worksheets/sheet3.xml",
                             "d", "xl/worksheets/sheet4.xml",
                             "e", "etc/passwd" };
  g_autoptr (LedgerArchive) archive = ledger_archive_open (path, "表", NULL);
  g_autoptr (LedgerXlsxRelations) relations = NULL;
  g_autoptr (LedgerXlsxRelations) none = NULL;
  LedgerReadBudget budget;

  ledger_read_budget_init (&budget, "表", NULL, NULL);
  relations = ledger_xlsx_relations_read (archive, "xl/workbook.xml", &budget, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i += 2)
    g_assert_cmpstr (
        ledger_xlsx_relations_find (relations, expected[i], "worksheet"), ==, expected[i + 1]);
  g_assert_null (ledger_xlsx_relations_find (relations, "f", "worksheet"));
  g_assert_null (ledger_xlsx_relations_find (relations, "i", "worksheet"));
  g_assert_null (ledger_xlsx_relations_find_kind (relations, "hyperlink"));
  g_assert_cmpstr (ledger_xlsx_relations_find_kind (relations, "styles"), ==, "xl/styles.xml");
  none = ledger_xlsx_relations_read (archive, "", &budget, NULL);
  g_assert_null (ledger_xlsx_relations_find_kind (none, "officeDocument"));
  sheet_package_remove (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx-relations/targets", test_targets);
  return g_test_run ();
}
