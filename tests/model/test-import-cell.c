/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-cell.h"

#include "ledger-test-office.h"

static void
import (LedgerTestOffice *office, const char *issue, const char *field, const char *value)
{
  LedgerEdit *edit = ledger_edit_new (LEDGER_EDIT_IMPORT, "import");
  ledger_edit_set_actor (edit, "李敏", ledger_document_get_desk (office->document));
  ledger_edit_set_text (edit, "issue", issue, field, value);
  ledger_test_office_commit (office, edit, NULL);
}

/* Every way in which cell, last import and present value can agree or differ. */
static void
test_three_ways (void)
{
  static const struct
  {
    const char *imported; /* NULL: never */
    const char *present;  /* written by hand after it; NULL: as imported */
    const char *cell;
    LedgerImportFate fate;
  } cases[] = {
    { NULL, NULL, "甲", LEDGER_IMPORT_UPDATED },   { NULL, "甲", "甲", LEDGER_IMPORT_UNCHANGED },
    { NULL, "乙", "甲", LEDGER_IMPORT_KEPT },      { "甲", NULL, "甲", LEDGER_IMPORT_UNCHANGED },
    { "甲", NULL, "乙", LEDGER_IMPORT_UPDATED },   { "甲", "乙", "甲", LEDGER_IMPORT_UNCHANGED },
    { "甲", "乙", "乙", LEDGER_IMPORT_UNCHANGED }, { "甲", "乙", "丙", LEDGER_IMPORT_KEPT },
    { "甲", "", "甲", LEDGER_IMPORT_UNCHANGED },   { "甲", "", "乙", LEDGER_IMPORT_KEPT },
  };
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  const LedgerImportCell *cell = ledger_import_cell_find ("issue", "target");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *issue = ledger_test_office_add_issue (office, "问题");
      g_autofree char *before = NULL;
      if (cases[i].imported)
        import (office, issue, "target", cases[i].imported);
      if (cases[i].present)
        ledger_test_office_set (
            office, "issue", issue, "target", *cases[i].present ? cases[i].present : NULL);
      g_assert_cmpint (
          ledger_import_cell_compare (cell, office->document, issue, cases[i].cell, &before),
          ==,
          cases[i].fate);
    }
}

/* A table that was copied from here bears the ledger's own numbers. */
static void
test_own_number (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_issue (office, "问题");
  g_autofree char *before = NULL;
  const LedgerImportCell *cell = ledger_import_cell_find ("issue", "sheet_number");
  import (office, issue, "sheet_number", "7");
  ledger_test_office_set (office, "issue", issue, "number", "1.2.3");
  g_assert_cmpint (ledger_import_cell_compare (cell, office->document, issue, "1.2.3", &before),
                   ==,
                   LEDGER_IMPORT_UNCHANGED);
  g_assert_cmpint (ledger_import_cell_compare (cell, office->document, issue, "8", &before),
                   ==,
                   LEDGER_IMPORT_UPDATED);
}

/* “3月底” is what was written, whichever year it is read for. */
static void
test_deadlines_by_their_words (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_issue (office, "问题");
  g_autofree char *before = NULL;
  const LedgerImportCell *cell = ledger_import_cell_find ("issue", "due");
  import (office, issue, "due", "month 2026-03-31 3月底");
  ledger_test_office_set (office, "issue", issue, "due", "day 2026-05-01 5月1日");
  g_assert_cmpint (
      ledger_import_cell_compare (cell, office->document, issue, "month 2027-03-31 3月底", &before),
      ==,
      LEDGER_IMPORT_UNCHANGED);
  g_assert_cmpint (ledger_import_cell_compare (
                       cell, office->document, issue, "day 2026-05-01 2026.5.1", &before),
                   ==,
                   LEDGER_IMPORT_UNCHANGED);
}

static void
test_content (void)
{
  LedgerImportIssue row = { .text = (char *)" 学习不深入　", .progress_percent = (char *)"30" };
  LedgerImportMeasure measure = { .text = (char *)"制定计划", .owner = (char *)" " };
  g_autofree char *text =
      ledger_import_cell_dup (ledger_import_cell_find ("issue", "text"), &row, NULL);
  g_assert_cmpstr (text, ==, "学习不深入");
  g_autofree char *progress =
      ledger_import_cell_dup (ledger_import_cell_find ("issue", "sheet_progress"), &row, NULL);
  g_assert_cmpstr (progress, ==, "30%");
  g_autofree char *own =
      ledger_import_cell_dup (ledger_import_cell_find ("measure", "text"), &row, &measure);
  g_assert_cmpstr (own, ==, "制定计划");
  g_assert_null (
      ledger_import_cell_dup (ledger_import_cell_find ("measure", "owner"), &row, &measure));
  g_assert_null (ledger_import_cell_find ("issue", "nonsense"));
}

int
main (int argc, char **argv)
{
  ledger_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-cell/three-ways", test_three_ways);
  g_test_add_func ("/import-cell/own-number", test_own_number);
  g_test_add_func ("/import-cell/deadlines", test_deadlines_by_their_words);
  g_test_add_func ("/import-cell/content", test_content);
  return g_test_run ();
}
