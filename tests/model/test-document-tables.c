/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-document.h"

#include "ledger-fixture.h"
#include "ledger-id.h"
#include "ledger-measure.h"
#include "ledger-person.h"

static char *
person (LedgerDocument *document, const char *name)
{
  LedgerEdit *edit = ledger_gesture_new (document, "person");
  char *id = ledger_gesture_learn_person (document, edit, name);
  fixture_commit (document, edit);
  return id;
}

static void
test_names (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *id = person (document, "张伟");

  g_assert_cmpstr (ledger_document_get_name (document, "person", id), ==, "张伟");
  g_assert_null (ledger_document_get_name (document, "person", NULL));
  g_assert_null (ledger_document_get_name (document, "person", ""));
  g_assert_true (ledger_document_find_name (document, "person", " 张伟　")
                 == ledger_document_lookup (document, "person", id));
  g_assert_null (ledger_document_find_name (document, "person", "张"));
  g_assert_null (ledger_document_find_name (document, "department", "张伟"));

  fixture_put (document, "person", id, "name", "张炜", NULL);
  g_assert_cmpstr (ledger_document_get_name (document, "person", id), ==, "张炜");
  g_assert_null (ledger_document_find_name (document, "person", "张伟"));

  const char *const ids[] = { id, NULL };
  fixture_commit (document, ledger_gesture_delete (document, "person", ids, NULL));
  g_assert_null (ledger_document_lookup (document, "person", id));
  const char *name = ledger_document_get_name (document, "person", id);
  g_assert_true (g_str_has_prefix (name, "张炜"));
  g_assert_cmpstr (name, !=, "张炜");
  g_assert_null (ledger_document_find_name (document, "person", "张炜"));
}

static void
test_headings (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *upper = fixture_heading (document, NULL, "方面");
  g_autofree char *lower = fixture_heading (document, upper, "大类");

  g_assert_cmpuint (ledger_document_get_headings (document)->len, ==, 2);
  g_assert_cmpuint (ledger_document_get_heading_depth (document, upper), ==, 1);
  g_assert_cmpuint (ledger_document_get_heading_depth (document, lower), ==, 2);
  g_assert_cmpuint (ledger_document_get_heading_order (document, lower), ==, 2);
  g_assert_cmpstr (ledger_document_get_name (document, "heading", lower), ==, "大类");

  g_autofree char *before = fixture_heading (document, NULL, "另一方面");
  g_assert_cmpuint (ledger_document_get_headings (document)->len, ==, 3);
  g_assert_cmpuint (ledger_document_get_heading_order (document, before), ==, 3);
}

static void
test_lazy_tables (void)
{
  g_autofree char *path = NULL;
  g_autofree char *issue = NULL;
  g_autofree char *measure = NULL;
  {
    g_autoptr (LedgerDocument) document = fixture_document ();
    path = g_strdup (ledger_document_get_path (document));
    issue = fixture_issue (document, NULL, "问题");
    measure = fixture_measure (document, issue, "措施");
  }
  g_autoptr (LedgerDocument) document = fixture_open (path, LEDGER_DOCUMENT_SCRIPT);
  g_assert_cmpuint (ledger_document_get_facts (document, issue)->n_measures, ==, 1);
  g_autofree char *second = fixture_measure (document, issue, "措施二");
  g_assert_cmpuint (ledger_document_get_facts (document, issue)->n_measures, ==, 2);
  g_assert_cmpuint (ledger_document_get_children (document, "measure", issue)->len, ==, 2);
  g_assert_cmpuint (ledger_document_get_measure_place (document, measure), ==, 1);
  g_assert_cmpuint (ledger_document_get_measure_place (document, second), ==, 2);
  g_assert_cmpuint (ledger_document_get_measure_place (document, issue), ==, 0);
}

/* A window loads the rest in slices; what is written meanwhile is in them. */
static void
test_slices (void)
{
  g_autofree char *path = NULL;
  g_autofree char *issue = NULL;
  {
    g_autoptr (LedgerDocument) document = fixture_document ();
    path = g_strdup (ledger_document_get_path (document));
    issue = fixture_issue (document, NULL, "问题");
    LedgerEdit *edit = ledger_gesture_new (document, "many");
    for (guint i = 0; i < 7000; i++)
      {
        g_autofree char *id = ledger_id_new_random ();
        ledger_edit_set_text (edit, "measure", id, "issue", issue);
        ledger_edit_set_text (edit, "measure", id, "text", "措施");
      }
    fixture_commit (document, edit);
  }
  g_autoptr (LedgerDocument) document = fixture_open (path, LEDGER_DOCUMENT_WINDOW);
  for (guint step = 0; step < 12; step++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_autofree char *text = g_strdup_printf ("第%u条", step);
      g_autofree char *id = fixture_measure (document, issue, text);
      if (step == 5)
        {
          const char *const ids[] = { id, NULL };
          fixture_commit (document, ledger_gesture_delete (document, "measure", ids, NULL));
        }
    }
  for (guint i = 0; i < 50; i++)
    g_main_context_iteration (NULL, FALSE);
  g_autoptr (LedgerDocument) fresh = fixture_open (path, LEDGER_DOCUMENT_READ);
  g_assert_cmpuint (
      ledger_table_get_n_records (ledger_document_get_table (document, "measure")), ==, 7011);
  fixture_assert_same (document, fresh);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/document-tables/names", test_names);
  g_test_add_func ("/document-tables/headings", test_headings);
  g_test_add_func ("/document-tables/lazy", test_lazy_tables);
  g_test_add_func ("/document-tables/slices", test_slices);
  return fixture_run ();
}
