/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-early-opening.h"

#include <glib/gstdio.h>

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static char *
make_ledger (const char *folder)
{
  char *path = g_build_filename (folder, "a.zgl", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) document =
      ledger_document_create (path, LEDGER_DOCUMENT_SCRIPT, "某市某局", "李敏", &error);

  g_assert_no_error (error);
  ledger_document_close (document);
  return path;
}

static gboolean
can_be_written (const char *path)
{
  g_autoptr (LedgerDocument) document = ledger_document_open (path, LEDGER_DOCUMENT_SCRIPT, NULL);

  if (document == NULL)
    return FALSE;
  ledger_document_close (document);
  return TRUE;
}

/* Whole, and given up without having been asked for: either way nothing stays locked. */
static void
test_ledger (void)
{
  g_autofree char *folder = g_dir_make_tmp ("early-XXXXXX", NULL);
  g_autofree char *path = make_ledger (folder);
  LedgerEarlyOpening *early = ledger_early_opening_begin (path);
  g_autoptr (LedgerOpenedFile) opened = NULL;

  g_assert_cmpstr (ledger_early_opening_get_path (early), ==, path);
  opened = ledger_early_opening_finish (early);
  ledger_early_opening_free (early);
  g_assert_no_error (opened->error);
  ledger_document_settle (opened->document);
  g_assert_false (ledger_document_is_read_only (opened->document));
  g_assert_nonnull (ledger_document_get_inspection (opened->document));
  g_assert_false (can_be_written (path));
  ledger_document_close (opened->document);
  g_assert_true (can_be_written (path));

  ledger_early_opening_free (ledger_early_opening_begin (path));
  g_assert_true (can_be_written (path));
  remove_folder (folder);
}

/* What is no ledger gets its sentence in the window, as does all that asks for more than opening.
 */
static void
test_failure (void)
{
  g_autofree char *folder = g_dir_make_tmp ("early-XXXXXX", NULL);
  g_autofree char *other = g_build_filename (folder, "b.zgl", NULL);
  g_autoptr (LedgerEarlyOpening) early = NULL;
  g_autoptr (LedgerOpenedFile) opened = NULL;

  g_assert_true (g_file_set_contents (other, "no ledger", -1, NULL));
  early = ledger_early_opening_begin (other);
  opened = ledger_early_opening_finish (early);
  g_assert_null (opened->document);
  g_assert_nonnull (opened->error);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/early-opening/ledger", test_ledger);
  g_test_add_func ("/early-opening/failure", test_failure);
  return g_test_run ();
}
