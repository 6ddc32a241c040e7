/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-id.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <stdlib.h>

/* The largest ledger: 10,000 issues and 30,000 measures in one import of 400,000 operations. Its
 * commit, the size of the file, the rebuild of the reading, what follows one edit, the check of all
 * hashes. */
#define ISSUES 10000
#define MEASURES 3

static void
set (LedgerEdit *edit, const char *type, const char *id, const char *field, guint number)
{
  g_autofree char *text = g_strdup_printf ("%s %u：整改到位，长期坚持", field, number);
  ledger_edit_set_text (edit, type, id, field, text);
}

static LedgerEdit *
make_import (void)
{
  static const char *const issue_fields[] = { "number", "text",   "original", "due",   "started",
                                              "note_a", "note_b", "note_c",   "note_d" };
  static const char *const measure_fields[] = { "text",   "rank",   "note_a", "note_b", "note_c",
                                                "note_d", "note_e", "note_f", "note_g" };
  LedgerEdit *edit = ledger_edit_new (LEDGER_EDIT_IMPORT, "导入10000个问题、30000条措施");
  ledger_edit_set_actor (edit, "李敏", "desk");
  g_autofree char *heading = ledger_id_new_random ();
  ledger_edit_set_text (edit, "heading", heading, "text", "聚焦");
  for (guint i = 0; i < ISSUES; i++)
    {
      g_autofree char *issue = ledger_id_new_random ();
      ledger_edit_set_text (edit, "issue", issue, "heading", heading);
      for (guint j = 0; j < G_N_ELEMENTS (issue_fields); j++)
        set (edit, "issue", issue, issue_fields[j], i);
      for (guint k = 0; k < MEASURES; k++)
        {
          g_autofree char *measure = ledger_id_new_random ();
          ledger_edit_set_text (edit, "measure", measure, "issue", issue);
          for (guint j = 0; j < G_N_ELEMENTS (measure_fields); j++)
            set (edit, "measure", measure, measure_fields[j], k);
        }
    }
  return edit;
}

static double
seconds_since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static void
note_touched (const char *type, const char *id, gpointer data)
{
  ++*(guint *)data;
}

int
main (int argc, char **argv)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "李敏");
  g_autoptr (LedgerEdit) import = make_import ();
  GError *error = NULL;

  gint64 start = g_get_monotonic_time ();
  if (!ledger_store_commit (store, import, NULL, NULL, &error))
    g_print ("%s\n", error->message);
  double commit = seconds_since (start);
  start = g_get_monotonic_time ();
  guint touched = 0;
  ledger_store_foreach_touched (store, 0, note_touched, &touched, NULL);
  double look = seconds_since (start);
  start = g_get_monotonic_time ();
  g_autofree char *offered = ledger_store_peek_undo (store, "desk", NULL);
  double peek = seconds_since (start);
  start = g_get_monotonic_time ();
  ledger_store_rebuild (store, NULL, NULL, NULL);
  double rebuild = seconds_since (start);
  start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) damages = ledger_store_verify (store, NULL, NULL, NULL);
  double verify = seconds_since (start);
  g_autofree char *copy = fixture_path (fixture, "copy.zgl");
  start = g_get_monotonic_time ();
  ledger_store_backup (store, LEDGER_BACKUP_LOG, copy, NULL, NULL, NULL);
  double backup = seconds_since (start);
  start = g_get_monotonic_time ();
  ledger_store_undo (store, "李敏", "desk", NULL, NULL);
  double undo = seconds_since (start);
  start = g_get_monotonic_time ();
  ledger_store_redo (store, "李敏", "desk", NULL, NULL);
  double redo = seconds_since (start);
  g_clear_object (&store);
  start = g_get_monotonic_time ();
  store = fixture_open (path, LEDGER_STORE_WRITE);
  double open = seconds_since (start);
  ledger_store_close (store, NULL);

  GStatBuf facts;
  g_stat (copy, &facts);
  g_print ("import of %u operations: %.2f s; touched (%u records): %.3f s; peek at undo: %.3f s\n",
           ledger_edit_get_n_changes (import),
           commit,
           touched,
           look,
           peek);
  g_print ("rebuild: %.2f s (at most 1.5); verify: %.2f s (%u faults); log copy: %.2f s, %.1f MB\n",
           rebuild,
           verify,
           damages->len,
           backup,
           (double)facts.st_size / 1e6);
  g_print ("undo: %.2f s; redo: %.2f s; open: %.3f s\n", undo, redo, open);
  g_stat (path, &facts);
  g_print ("file after import, undo and redo: %.1f MB (at most 60)\n", (double)facts.st_size / 1e6);
  return rebuild <= 1.5 && damages->len == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
