/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-gesture.h"

#include "ledger-error.h"
#include "ledger-evidence-link.h"
#include "ledger-evidence.h"
#include "ledger-fixture.h"

typedef struct
{
  LedgerDocument *document;
  char *issue; /* 1 */
  char *first;
  char *second;
  char *other; /* 2 */
  char *elsewhere;
} Office;

static void
office_init (Office *office)
{
  office->document = fixture_document ();
  office->issue = fixture_issue (office->document, NULL, "一");
  office->first = fixture_measure (office->document, office->issue, "措施一");
  office->second = fixture_measure (office->document, office->issue, "措施二");
  office->other = fixture_issue (office->document, NULL, "二");
  office->elsewhere = fixture_measure (office->document, office->other, "措施");
}

static void
office_clear (Office *office)
{
  g_free (office->issue);
  g_free (office->first);
  g_free (office->second);
  g_free (office->other);
  g_free (office->elsewhere);
  g_object_unref (office->document);
}

static const char *
number_of (LedgerDocument *document, const char *id)
{
  LedgerRecord *evidence = ledger_document_lookup (document, "evidence", id);
  g_assert_nonnull (evidence);
  return ledger_record_get_text (evidence, LEDGER_EVIDENCE_NUMBER);
}

static guint
n_links (LedgerDocument *document, const char *measure)
{
  return ledger_document_get_children (document, "evidence_link", measure)->len;
}

static gboolean
is_shared (LedgerDocument *document, const char *measure, guint place)
{
  const GPtrArray *links = ledger_document_get_children (document, "evidence_link", measure);
  return ledger_record_get_integer (links->pdata[place], LEDGER_EVIDENCE_LINK_SHARED) != 0;
}

static void
file (LedgerDocument *document, const char *evidence, const char *measure, gboolean shared)
{
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit = ledger_gesture_file_evidence (document, evidence, measure, shared, &error);
  g_assert_no_error (error);
  fixture_commit (document, edit);
}

/* Given at the first link, largest given plus one, the deleted counted (LOG 9). */
static void
test_numbers (void)
{
  Office office;
  office_init (&office);
  g_autofree char *unfiled = fixture_evidence (office.document, office.issue, NULL, "待归入");
  g_autofree char *one = fixture_evidence (office.document, office.issue, office.first, "一");
  g_autofree char *two = fixture_evidence (office.document, office.issue, office.second, "二");

  g_assert_null (number_of (office.document, unfiled));
  g_assert_cmpstr (number_of (office.document, one), ==, "1-01");
  g_assert_cmpstr (number_of (office.document, two), ==, "1-02");
  const LedgerIssueFacts *facts = ledger_document_get_facts (office.document, office.issue);
  g_assert_cmpuint (facts->n_evidence, ==, 3);
  g_assert_cmpuint (facts->n_unfiled, ==, 1);
  g_assert_cmpuint (facts->n_measures_without_evidence, ==, 0);

  const char *const ids[] = { two, NULL };
  fixture_commit (office.document, ledger_gesture_delete (office.document, "evidence", ids, NULL));
  file (office.document, unfiled, office.first, FALSE);
  g_assert_cmpstr (number_of (office.document, unfiled), ==, "1-03");
  g_assert_cmpuint (ledger_document_get_facts (office.document, office.issue)->n_unfiled, ==, 0);
  /* 1-… and 2-… are two rows of numbers. */
  g_autofree char *three = fixture_evidence (office.document, office.other, office.elsewhere, "三");
  g_assert_cmpstr (number_of (office.document, three), ==, "2-01");
  office_clear (&office);
}

static void
test_several_at_once (void)
{
  Office office;
  office_init (&office);
  static const char *const contents[] = { "甲", "乙", "甲", "丙" };
  static const char *const numbers[] = { "1-01", "1-02", "1-01", "1-03" };
  LedgerEdit *edit = ledger_gesture_new (office.document, NULL);
  char *ids[G_N_ELEMENTS (contents)];

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      guint8 digest[32];
      LedgerEvidenceValues values = { .digest = digest, .file_name = contents[i] };
      fixture_stage (office.document, contents[i], digest);
      g_assert_true (ledger_gesture_add_evidence (
          office.document, edit, office.issue, office.first, &values, &ids[i], NULL));
    }
  g_assert_nonnull (strchr (ledger_edit_get_title (edit), '3'));
  fixture_commit (office.document, edit);
  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_assert_cmpstr (number_of (office.document, ids[i]), ==, numbers[i]);
      g_free (ids[i]);
    }
  g_assert_cmpuint (n_links (office.document, office.first), ==, 3);
  /* A pile stays in the order in which it came. */
  const GPtrArray *kept = ledger_document_get_children (office.document, "evidence", office.issue);
  g_assert_cmpuint (kept->len, ==, 3);
  for (guint i = 0; i < kept->len; i++)
    {
      static const char *const in_order[] = { "甲", "乙", "丙" };
      g_assert_cmpstr (
          ledger_record_get_text (kept->pdata[i], LEDGER_EVIDENCE_FILE_NAME), ==, in_order[i]);
    }
  office_clear (&office);
}

/* The same bytes are kept once; a link is made, marked 共用. */
/* Scans put in at once stand among 待归入 as they came. */
static void
test_order (void)
{
  Office office;
  office_init (&office);
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (office.document, NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("扫描件%02u.pdf", i);
      guint8 digest[32];
      fixture_stage (office.document, name, digest);
      const LedgerEvidenceValues values = { .digest = digest, .file_name = name };
      char *id = NULL;
      g_assert_true (ledger_gesture_add_evidence (
          office.document, edit, office.issue, NULL, &values, &id, NULL));
      g_ptr_array_add (ids, id);
    }
  fixture_commit (office.document, g_steal_pointer (&edit));
  const GPtrArray *proof = ledger_document_get_children (office.document, "evidence", office.issue);
  g_assert_cmpuint (proof->len, ==, 12);
  for (guint i = 0; i < proof->len; i++)
    g_assert_cmpstr (ledger_record_get_id (proof->pdata[i]), ==, ids->pdata[i]);
  office_clear (&office);
}

static void
test_same_bytes (void)
{
  Office office;
  office_init (&office);
  g_autofree char *one = fixture_evidence (office.document, office.issue, office.first, "纪要");
  guint8 digest[32];
  fixture_stage (office.document, "纪要", digest);
  g_assert_true (ledger_gesture_find_same (office.document, digest)
                 == ledger_document_lookup (office.document, "evidence", one));
  g_autofree char *same =
      fixture_evidence (office.document, office.other, office.elsewhere, "纪要");

  g_assert_cmpstr (one, ==, same);
  g_assert_cmpstr (number_of (office.document, one), ==, "1-01");
  g_assert_cmpuint (
      ledger_table_get_n_records (ledger_document_get_table (office.document, "evidence")), ==, 1);
  g_assert_false (is_shared (office.document, office.first, 0));
  g_assert_true (is_shared (office.document, office.elsewhere, 0));
  /* Shared proof counts for both and stays where it came from. */
  g_assert_cmpuint (ledger_document_get_facts (office.document, office.issue)->n_evidence, ==, 1);
  g_assert_cmpuint (ledger_document_get_facts (office.document, office.other)->n_evidence, ==, 1);
  g_assert_cmpstr (
      ledger_record_get_parent_id (ledger_document_lookup (office.document, "evidence", one)),
      ==,
      office.issue);

  /* To the same measure once more: nothing to write. */
  g_autoptr (LedgerEdit) again = ledger_gesture_new (office.document, NULL);
  LedgerEvidenceValues values = { .digest = digest, .file_name = "纪要" };
  gboolean written = TRUE;
  g_assert_true (ledger_gesture_add_evidence (
      office.document, again, office.issue, office.first, &values, NULL, NULL));
  g_assert_true (ledger_document_commit (office.document, again, &written, NULL));
  g_assert_false (written);
  g_assert_null (ledger_gesture_find_same (office.document, (const guint8[32]){ 1 }));
  office_clear (&office);
}

static void
test_moving (void)
{
  Office office;
  office_init (&office);
  g_autofree char *one = fixture_evidence (office.document, office.issue, office.first, "纪要");

  file (office.document, one, office.second, FALSE);
  g_assert_cmpuint (n_links (office.document, office.first), ==, 0);
  g_assert_cmpuint (n_links (office.document, office.second), ==, 1);
  /* Back: the link that was deleted lives again. */
  file (office.document, one, office.first, FALSE);
  g_assert_cmpuint (n_links (office.document, office.first), ==, 1);
  g_assert_cmpuint (n_links (office.document, office.second), ==, 0);
  file (office.document, one, office.second, TRUE);
  g_assert_cmpuint (n_links (office.document, office.first), ==, 1);
  g_assert_true (is_shared (office.document, office.second, 0));
  /* To another issue it takes its number along. */
  file (office.document, one, office.elsewhere, FALSE);
  g_assert_cmpuint (n_links (office.document, office.first), ==, 0);
  g_assert_cmpuint (n_links (office.document, office.second), ==, 0);
  g_assert_cmpstr (number_of (office.document, one), ==, "1-01");
  g_assert_cmpstr (
      ledger_record_get_parent_id (ledger_document_lookup (office.document, "evidence", one)),
      ==,
      office.other);
  g_assert_cmpuint (ledger_document_get_facts (office.document, office.issue)->n_evidence, ==, 0);
  office_clear (&office);
}

static void
test_unlink (void)
{
  Office office;
  office_init (&office);
  g_autofree char *one = fixture_evidence (office.document, office.issue, office.first, "纪要");
  g_autoptr (GError) error = NULL;

  fixture_commit (office.document,
                  ledger_gesture_unlink_evidence (office.document, one, office.first, &error));
  g_assert_cmpuint (n_links (office.document, office.first), ==, 0);
  /* A number is given once. */
  g_assert_cmpstr (number_of (office.document, one), ==, "1-01");
  g_assert_cmpuint (ledger_document_get_facts (office.document, office.issue)->n_unfiled, ==, 1);
  g_assert_null (ledger_gesture_unlink_evidence (office.document, one, office.first, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
  office_clear (&office);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/gesture-evidence/numbers", test_numbers);
  g_test_add_func ("/gesture-evidence/several-at-once", test_several_at_once);
  g_test_add_func ("/gesture-evidence/order", test_order);
  g_test_add_func ("/gesture-evidence/same-bytes", test_same_bytes);
  g_test_add_func ("/gesture-evidence/moving", test_moving);
  g_test_add_func ("/gesture-evidence/unlink", test_unlink);
  return fixture_run ();
}
