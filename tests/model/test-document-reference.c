/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-document.h"

#include "ledger-error.h"
#include "ledger-fixture.h"
#include "ledger-id.h"

typedef struct
{
  LedgerDocument *document;
  char *heading;
  char *issue;    /* 1.1 */
  char *first;    /* 1.1/1 */
  char *second;   /* 1.1/2 */
  char *evidence; /* 1.1-01 */
} Office;

static void
office_init (Office *office)
{
  office->document = fixture_document ();
  office->heading = fixture_heading (office->document, NULL, "方面");
  office->issue = fixture_issue (office->document, office->heading, "问题");
  office->first = fixture_measure (office->document, office->issue, "一");
  office->second = fixture_measure (office->document, office->issue, "二");
  office->evidence = fixture_evidence (office->document, office->issue, office->second, "纪要");
}

static void
office_clear (Office *office)
{
  g_free (office->heading);
  g_free (office->issue);
  g_free (office->first);
  g_free (office->second);
  g_free (office->evidence);
  g_object_unref (office->document);
}

static void
test_find (void)
{
  Office office;
  office_init (&office);
  const struct
  {
    const char *type;
    const char *reference;
    const char *id; /* NULL: not found */
  } cases[] = {
    { "issue", "1.1", office.issue },
    { NULL, " 1.1 ", office.issue },
    { "issue", office.issue, office.issue },
    { NULL, office.issue, office.issue },
    { "measure", "1.1/1", office.first },
    { NULL, "1.1/2", office.second },
    { "measure", office.second, office.second },
    { "evidence", "1.1-01", office.evidence },
    { NULL, "1.1-1", office.evidence },
    { NULL, office.evidence, office.evidence },
    { "heading", "1", office.heading },
    { "issue", "1.2", NULL },
    { "measure", "1.1/3", NULL },
    { "measure", "1.1/0", NULL },
    { "measure", "1.1/x", NULL },
    { "evidence", "1.1-02", NULL },
    { "issue", office.first, NULL },
    { "issue", "", NULL },
    { "person", "没有这个人", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      LedgerRecord *record =
          ledger_document_find (office.document, cases[i].type, cases[i].reference, &error);
      g_test_message ("%s", cases[i].reference);
      if (cases[i].id == NULL)
        {
          g_assert_null (record);
          g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpstr (ledger_record_get_id (record), ==, cases[i].id);
    }
  office_clear (&office);
}

/* After a merge: both are shown, both ids are told (LOG 9). */
static void
test_ambiguous (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *one = fixture_issue (document, NULL, "一");
  g_autofree char *two = fixture_issue (document, NULL, "二");
  g_autoptr (GError) error = NULL;

  fixture_put (document, "issue", two, "number", "1", NULL);
  g_assert_null (ledger_document_find (document, "issue", "1", &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_AMBIGUOUS);
  g_assert_nonnull (strstr (error->message, one));
  g_assert_nonnull (strstr (error->message, two));

  g_autofree char *first =
      ledger_document_dup_number (document, ledger_document_lookup (document, "issue", one));
  g_autofree char *second =
      ledger_document_dup_number (document, ledger_document_lookup (document, "issue", two));
  /* Exactly one of the two bears the mark; with equal times the hash decides. */
  g_assert_true (g_str_equal (first, "1") != g_str_equal (second, "1"));
  g_assert_true (g_str_has_prefix (first, "1") && g_str_has_prefix (second, "1"));
}

static void
expect_label (LedgerDocument *document, const char *type, const char *id, const char *expected)
{
  g_autofree char *label = ledger_document_dup_label (document, type, id);
  g_assert_cmpstr (label, ==, expected);
}

static void
test_labels (void)
{
  Office office;
  office_init (&office);
  g_autofree char *unknown = ledger_id_new_random ();
  fixture_claim (office.document, office.issue);

  expect_label (office.document, "issue", office.issue, "1.1");
  expect_label (office.document, "claim", office.issue, "1.1");
  expect_label (office.document, "heading", office.heading, "1");
  expect_label (office.document, "evidence", office.evidence, "1.1-01");
  g_autofree char *measure = ledger_document_dup_label (office.document, "measure", office.second);
  g_assert_true (g_str_has_prefix (measure, "1.1") && g_str_has_suffix (measure, "2"));
  LedgerRecord *person = ledger_document_find_name (office.document, "person", "张伟");
  expect_label (office.document, "person", ledger_record_get_id (person), "张伟");

  /* What is gone keeps its name in 操作记录. */
  const char *const ids[] = { office.issue, NULL };
  fixture_commit (office.document, ledger_gesture_delete (office.document, "issue", ids, NULL));
  expect_label (office.document, "issue", office.issue, "1.1");
  expect_label (office.document, "evidence", office.evidence, "1.1-01");
  g_autofree char *nothing = ledger_document_dup_label (office.document, "issue", unknown);
  g_assert_nonnull (nothing);
  g_autofree char *newer = ledger_document_dup_label (office.document, "newer_type", unknown);
  g_assert_cmpstr (newer, ==, "newer_type");
  office_clear (&office);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/document-reference/find", test_find);
  g_test_add_func ("/document-reference/ambiguous", test_ambiguous);
  g_test_add_func ("/document-reference/labels", test_labels);
  return fixture_run ();
}
