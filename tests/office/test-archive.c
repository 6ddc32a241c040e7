/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-archive.h"

#include <string.h>

#include "ledger-error.h"
#include "sheet-package.h"

static gboolean
collect (const char *bytes, gsize length, gpointer data, GError **error)
{
  g_string_append_len (data, bytes, (gssize)length);
  return TRUE;
}

static void
test_parts (void)
{
  char *path = sheet_package_new ("XL\\Workbook.xml", "甲", "b/c.xml", "乙", NULL);
  g_autoptr (LedgerArchive) archive = ledger_archive_open (path, "清单.xlsx", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  LedgerReadBudget budget;

  ledger_read_budget_init (&budget, "清单.xlsx", NULL, NULL);
  g_assert_true (ledger_archive_has (archive, "/xl/workbook.xml"));
  g_assert_false (ledger_archive_has (archive, "xl/workbook"));
  g_assert_cmpuint (ledger_archive_get_size (archive, "b\\c.XML"), ==, strlen ("乙"));
  g_assert_true (ledger_archive_read (archive, "xl/workbook.xml", &budget, collect, text, &error));
  g_assert_cmpstr (text->str, ==, "甲");
  g_assert_false (ledger_archive_read (archive, "missing.xml", &budget, collect, text, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_DAMAGED);
  sheet_package_remove (path);
}

static void
test_cancel (void)
{
  char *path = sheet_package_new ("a", "甲", NULL);
  g_autoptr (LedgerArchive) archive = ledger_archive_open (path, "清单.xlsx", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  LedgerReadBudget budget;

  ledger_read_budget_init (&budget, "清单.xlsx", NULL, cancellable);
  g_cancellable_cancel (cancellable);
  g_assert_false (ledger_archive_read (archive, "a", &budget, collect, text, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  sheet_package_remove (path);
}

static void
test_no_archive (void)
{
  char *path = sheet_package_file (".xlsx", "PK\3\4 no archive", strlen ("PK??? no archive"));
  g_autoptr (GError) error = NULL;

  g_assert_null (ledger_archive_open (path, "清单.xlsx", &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_null (ledger_archive_open ("/no/such/file.xlsx", "清单.xlsx", &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
  sheet_package_remove (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/archive/parts", test_parts);
  g_test_add_func ("/archive/cancel", test_cancel);
  g_test_add_func ("/archive/no-archive", test_no_archive);
  return g_test_run ();
}
