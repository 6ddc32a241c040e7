/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-table.h"

#include "ledger-fixture.h"
#include "ledger-measure.h"

static void
check_children (LedgerDocument *document, const char *issue, const char *const *texts)
{
  const GPtrArray *children = ledger_document_get_children (document, "measure", issue);

  g_assert_cmpuint (children->len, ==, g_strv_length ((char **)texts));
  for (guint i = 0; i < children->len; i++)
    g_assert_cmpstr (
        ledger_record_get_text (children->pdata[i], LEDGER_MEASURE_TEXT), ==, texts[i]);
}

static void
test_children (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  g_autofree char *other = fixture_issue (document, NULL, "另一问题");
  check_children (document, issue, (const char *const[]){ NULL });

  g_autofree char *first = fixture_measure (document, issue, "一");
  g_autofree char *second = fixture_measure (document, issue, "二");
  g_autofree char *third = fixture_measure (document, issue, "三");
  check_children (document, issue, (const char *const[]){ "一", "二", "三", NULL });
  g_assert_cmpuint (ledger_document_get_measure_place (document, third), ==, 3);

  fixture_put (document, "measure", first, "rank", "zz", NULL);
  check_children (document, issue, (const char *const[]){ "二", "三", "一", NULL });
  fixture_put (document, "measure", second, "issue", other, NULL);
  check_children (document, issue, (const char *const[]){ "三", "一", NULL });
  check_children (document, other, (const char *const[]){ "二", NULL });
  LedgerEdit *edit = ledger_gesture_new (document, "delete");
  ledger_edit_delete (edit, "measure", third);
  fixture_commit (document, edit);
  check_children (document, issue, (const char *const[]){ "一", NULL });
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/table-children/order", test_children);
  return fixture_run ();
}
