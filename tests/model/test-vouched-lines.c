/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-vouched-lines.h"

#include <string.h>

#include "ledger-test-office.h"

static void
test_split (void)
{
  g_autofree char *type = NULL;
  g_autofree char *id = NULL;
  g_autofree char *field = NULL;
  g_assert_true (ledger_vouched_name_split ("measure.abc.due", &type, &id, &field));
  g_assert_cmpstr (type, ==, "measure");
  g_assert_cmpstr (id, ==, "abc");
  g_assert_cmpstr (field, ==, "due");
  g_clear_pointer (&type, g_free);
  g_clear_pointer (&id, g_free);
  g_clear_pointer (&field, g_free);
  g_assert_true (ledger_vouched_name_split ("measure.abc", &type, &id, &field));
  g_assert_null (field);
  g_clear_pointer (&type, g_free);
  g_clear_pointer (&id, g_free);
  g_assert_false (ledger_vouched_name_split ("measure", &type, &id, &field));
}

/* What is collected, written and read again is line by line the same. */
static void
test_written_and_read (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  g_autoptr (LedgerVouchedLines) lines = ledger_vouched_lines_collect (office->document, issue);
  guint without_heads = ledger_vouched_lines_get_n (lines);
  ledger_vouched_lines_add_heads (lines, ledger_document_get_store (office->document), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ledger_vouched_lines_get_n (lines), >, without_heads);
  g_autoptr (LedgerEncoder) encoder = ledger_encoder_new ();
  ledger_vouched_lines_put (lines, encoder);
  gsize length;
  const guint8 *bytes = ledger_encoder_peek (encoder, &length);
  g_autofree char *text = g_strndup ((const char *)bytes, length);
  g_assert_true (g_utf8_validate (text, -1, NULL)); /* the digest too is text */
  g_autoptr (LedgerVouchedLines) again = ledger_vouched_lines_read (text, 0);
  g_assert_cmpuint (ledger_vouched_lines_get_n (again), ==, ledger_vouched_lines_get_n (lines));
  for (guint i = 0; i < ledger_vouched_lines_get_n (lines); i++)
    {
      char mark, other;
      const char *name = ledger_vouched_lines_get_name (lines, i, &mark);
      g_assert_cmpstr (ledger_vouched_lines_get_name (again, i, &other), ==, name);
      g_assert_cmpint (mark, ==, other);
      g_autofree char *marked = g_strdup_printf ("%c%s", mark, name);
      g_assert_cmpstr (ledger_vouched_lines_lookup (again, marked),
                       ==,
                       ledger_vouched_lines_lookup (lines, marked));
    }
}

/* One proof of two measures stands once, with a link for each. */
static void
test_shared_evidence (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  const char *evidence = ledger_test_office_child (office, "evidence", issue);
  g_autofree char *second = ledger_test_office_add_measure (office, issue, "开展培训");
  const char *link = "0123456789abcdef0123456789abcdef";
  ledger_test_office_set (office, "evidence_link", link, "measure", second);
  ledger_test_office_set (office, "evidence_link", link, "evidence", evidence);
  g_autoptr (LedgerVouchedLines) lines = ledger_vouched_lines_collect (office->document, issue);
  guint evidences = 0;
  guint links = 0;
  for (guint i = 0; i < ledger_vouched_lines_get_n (lines); i++)
    {
      char mark;
      const char *name = ledger_vouched_lines_get_name (lines, i, &mark);
      gboolean record = mark == '=' && strchr (name, '.') == strrchr (name, '.');
      evidences += record && g_str_has_prefix (name, "evidence.");
      links += record && g_str_has_prefix (name, "evidence_link.");
    }
  g_assert_cmpuint (evidences, ==, 1);
  g_assert_cmpuint (links, ==, 2);
}

int
main (int argc, char **argv)
{
  ledger_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vouched-lines/split", test_split);
  g_test_add_func ("/vouched-lines/read", test_written_and_read);
  g_test_add_func ("/vouched-lines/shared", test_shared_evidence);
  return g_test_run ();
}
