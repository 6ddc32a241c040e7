/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-gesture-people.h"

#include "ledger-error.h"
#include "ledger-fixture.h"

static char *
add (LedgerDocument *document, const char *type, const char *name)
{
  g_autoptr (GError) error = NULL;
  char *id = NULL;
  LedgerEdit *edit = ledger_gesture_add_named (document, type, name, &id, &error);

  g_assert_no_error (error);
  fixture_commit (document, edit);
  return id;
}

static void
test_add (void)
{
  static const char *const types[] = { "person", "department", "phase", "milestone" };
  g_autoptr (LedgerDocument) document = fixture_document ();

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *id = add (document, types[i], "　某名 ");
      LedgerEdit *again = ledger_gesture_add_named (document, types[i], "某名", NULL, &error);

      g_assert_nonnull (ledger_document_lookup (document, types[i], id));
      if (again != NULL)
        {
          g_assert_cmpstr (types[i], ==, "milestone");
          ledger_edit_unref (again);
        }
      else
        g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
      g_clear_error (&error);
      g_assert_null (ledger_gesture_add_named (document, types[i], " ", NULL, &error));
      g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
    }
}

/* Phases stand in the order in which they were added. */
static void
test_order (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *second = NULL;
  g_autofree char *first = add (document, "phase", "总结报告");
  LedgerTable *phases = ledger_document_get_table (document, "phase");

  second = add (document, "phase", "动员部署");
  g_assert_cmpstr (ledger_record_get_id (ledger_table_get_record (phases, 0)), ==, first);
  g_assert_cmpstr (ledger_record_get_id (ledger_table_get_record (phases, 1)), ==, second);
}

static void
supervise (LedgerDocument *document, const char *person, const char *names, const char *expected)
{
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit = ledger_gesture_set_supervised (document, person, names, &error);
  g_autofree char *text = NULL;
  g_auto (GStrv) wanted = g_strsplit (expected, "、", -1);
  g_auto (GStrv) found = NULL;

  g_assert_no_error (error);
  fixture_commit (document, edit);
  text = ledger_gesture_dup_supervised (document, person);
  found = g_strsplit (text, "、", -1);
  g_assert_cmpuint (g_strv_length (found), ==, g_strv_length (wanted));
  for (guint i = 0; wanted[i] != NULL; i++)
    g_assert_true (g_strv_contains ((const char *const *)found, wanted[i]));
}

static void
test_supervised (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *person = add (document, "person", "王建国");
  g_autofree char *other = add (document, "person", "赵立");

  supervise (document, person, "办公室、人事科", "办公室、人事科");
  supervise (document, other, "办公室", "办公室");
  supervise (document, person, "人事科，机关党委 财务科", "人事科、机关党委、财务科");
  supervise (document, person, "办公室", "办公室");
  supervise (document, person, "", "");
  g_autofree char *left = ledger_gesture_dup_supervised (document, other);
  g_assert_cmpstr (left, ==, "办公室");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/gesture-people/add", test_add);
  g_test_add_func ("/gesture-people/order", test_order);
  g_test_add_func ("/gesture-people/supervised", test_supervised);
  return fixture_run ();
}
