/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-table.h"

#include "ledger-fixture.h"
#include "ledger-id.h"
#include "ledger-issue.h"
#include "ledger-measure.h"
#include "ledger-reading.h"

/* A list that knows the table by its signals alone. */
typedef struct
{
  GPtrArray *rows;
  guint n_signals;
  guint n_rows; /* told of */
} Mirror;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  Mirror *mirror = data;

  mirror->n_signals++;
  mirror->n_rows += MAX (removed, added);
  g_assert_cmpuint (position + removed, <=, mirror->rows->len);
  if (removed > 0)
    g_ptr_array_remove_range (mirror->rows, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (
        mirror->rows, (int)(position + i), g_list_model_get_item (model, position + i));
  /* At each signal the model is what the signals so far have made of it. */
  g_assert_cmpuint (mirror->rows->len, ==, g_list_model_get_n_items (model));
}

static Mirror *
mirror_new (LedgerTable *table)
{
  Mirror *mirror = g_new0 (Mirror, 1);

  mirror->rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < ledger_table_get_n_records (table); i++)
    g_ptr_array_add (mirror->rows, g_object_ref (ledger_table_get_record (table, i)));
  g_signal_connect (table, "items-changed", G_CALLBACK (on_items_changed), mirror);
  return mirror;
}

static void
mirror_check (Mirror *mirror, LedgerTable *table)
{
  g_assert_cmpuint (mirror->rows->len, ==, ledger_table_get_n_records (table));
  for (guint i = 0; i < mirror->rows->len; i++)
    g_assert_true (mirror->rows->pdata[i] == ledger_table_get_record (table, i));
}

static void
mirror_free (Mirror *mirror, LedgerTable *table)
{
  g_signal_handlers_disconnect_by_data (table, mirror);
  g_ptr_array_unref (mirror->rows);
  g_free (mirror);
}

static void
on_notify (GObject *object, GParamSpec *pspec, gpointer data)
{
  GPtrArray *names = data;
  g_ptr_array_add (names, g_strdup (pspec->name));
}

static void
test_only_touched (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *heading = fixture_heading (document, NULL, "方面");
  char *ids[12];
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = fixture_issue (document, heading, "问题");
  LedgerTable *table = ledger_document_get_table (document, "issue");
  Mirror *mirror = mirror_new (table);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  LedgerRecord *row = ledger_table_lookup (table, ids[4]);
  g_signal_connect (row, "notify", G_CALLBACK (on_notify), names);

  fixture_put (document, "issue", ids[4], "text", "改了", NULL);
  g_assert_cmpuint (mirror->n_signals, ==, 1);
  g_assert_cmpuint (mirror->n_rows, ==, 1);
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_cmpstr (names->pdata[0], ==, "text");
  /* The same object for its life. */
  g_assert_true (ledger_table_lookup (table, ids[4]) == row);

  /* One comes at the end, one in the middle goes. */
  mirror->n_signals = 0;
  g_autofree char *added = fixture_issue (document, heading, "新增");
  g_assert_cmpuint (mirror->n_signals, ==, 1);
  g_assert_true (mirror->rows->pdata[12] == ledger_table_lookup (table, added));
  const char *const deleted[] = { ids[7], NULL };
  fixture_commit (document, ledger_gesture_delete (document, "issue", deleted, NULL));
  g_assert_cmpuint (mirror->n_signals, ==, 2);
  mirror_check (mirror, table);

  /* Another table's edit leaves this one alone. */
  mirror->n_signals = 0;
  g_autofree char *measure = fixture_measure (document, ids[2], "措施");
  g_assert_cmpuint (mirror->n_signals, ==, 0);

  /* A new order is one signal over all. */
  mirror->n_rows = 0;
  fixture_put (document, "issue", ids[4], "number", "1.99", NULL);
  g_assert_cmpuint (mirror->n_signals, ==, 1);
  g_assert_cmpuint (mirror->n_rows, ==, 12);
  mirror_check (mirror, table);
  mirror_free (mirror, table);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_free (ids[i]);
}

/* What the table must be, from the rows it gave and their order keys alone. */
static void
check_sorted (LedgerTable *table)
{
  for (guint i = 1; i < ledger_table_get_n_records (table); i++)
    g_assert_cmpint (ledger_record_compare (ledger_table_get_record (table, i - 1),
                                            ledger_table_get_record (table, i)),
                     <,
                     0);
}

static char *
random_id (LedgerTable *table)
{
  guint n = ledger_table_get_n_records (table);
  if (n == 0)
    return NULL;
  return g_strdup (ledger_record_get_id (
      ledger_table_get_record (table, (guint)g_test_rand_int_range (0, (gint)n))));
}

/* One random edit over several records at once. */
static void
random_edit (LedgerDocument *document, LedgerTable *table)
{
  LedgerEdit *edit = ledger_gesture_new (document, "random");
  guint n = (guint)g_test_rand_int_range (1, g_test_rand_bit () ? 4 : 90);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *known = random_id (table);
      g_autofree char *number =
          g_strdup_printf ("%d.%d", g_test_rand_int_range (1, 4), g_test_rand_int_range (1, 300));
      gint what = g_test_rand_int_range (0, 10);
      if (known == NULL || what < 5)
        {
          g_autofree char *id = ledger_id_new_random ();
          ledger_edit_set_text (edit, "issue", id, "number", number);
        }
      else if (what < 7)
        ledger_edit_set_text (edit, "issue", known, "text", number);
      else if (what < 8)
        ledger_edit_set_text (edit, "issue", known, "number", number);
      else
        ledger_edit_delete (edit, "issue", known);
    }
  g_autoptr (GError) error = NULL;
  ledger_document_commit (document, edit, NULL, &error);
  g_assert_no_error (error);
  ledger_edit_unref (edit);
}

static void
test_mirror (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  LedgerTable *table = ledger_document_get_table (document, "issue");
  Mirror *mirror = mirror_new (table);

  for (guint round = 0; round < 60; round++)
    {
      random_edit (document, table);
      mirror_check (mirror, table);
      check_sorted (table);
    }
  g_assert_cmpuint (mirror->n_signals, >, 60);

  g_autoptr (LedgerDocument) fresh =
      fixture_open (ledger_document_get_path (document), LEDGER_DOCUMENT_READ);
  fixture_assert_same (document, fresh);
  mirror_free (mirror, table);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/table-publish/only-touched", test_only_touched);
  g_test_add_func ("/table-publish/mirror", test_mirror);
  return fixture_run ();
}
