/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-canonical.h"

#include <string.h>

#include "ledger-error.h"
#include "ledger-reading.h"
#include "ledger-test-office.h"
#include "ledger-vouched-lines.h"

static LedgerSignoffText *
header_new (const char *issue)
{
  LedgerSignoffText *text = g_new0 (LedgerSignoffText, 1);
  const char *const previous[] = { "ffffffffffffffffffffffffffffffff",
                                   "00000000000000000000000000000000",
                                   NULL };
  text->issue_id = g_strdup (issue);
  text->step = LEDGER_STEP_REVIEWER;
  text->decision = LEDGER_DECISION_AGREE;
  text->opinion = g_strdup ("情况属实，同意。\n请抓好落实：第二项");
  text->signer_id = g_strdup ("0123456789abcdef0123456789abcdef");
  text->signer_name = g_strdup ("刘洋");
  text->paper_day = LEDGER_DAY_NONE;
  text->computer = g_strdup ("pc-7");
  text->time = G_GINT64_CONSTANT (1773100800000);
  text->previous = g_strdupv ((GStrv)previous);
  return text;
}

static char *
build (LedgerTestOffice *office, const char *issue)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerSignoffText) header = header_new (issue);
  char *body = ledger_canonical_build (office->document, header, &error);
  g_assert_no_error (error);
  return body;
}

/* Differences as "field: old → new" lines. */
static char *
compare (LedgerTestOffice *office, const char *body)
{
  g_autoptr (GPtrArray) differences = ledger_canonical_compare (office->document, body);
  GString *lines = g_string_new (NULL);
  for (guint i = 0; i < differences->len; i++)
    {
      const LedgerDifference *difference = g_ptr_array_index (differences, i);
      g_string_append_printf (lines,
                              "%s%s: %s → %s",
                              i ? "\n" : "",
                              difference->field,
                              difference->signed_value ? difference->signed_value : "-",
                              difference->present_value ? difference->present_value : "-");
    }
  return g_string_free (lines, FALSE);
}

#define ASSERT_DIFFERENCES(office, body, expected)                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *actual_ = compare (office, body);                                             \
    g_assert_cmpstr (actual_, ==, expected);                                                       \
  }                                                                                                \
  G_STMT_END

static void
test_header_is_read_back (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  g_autofree char *body = build (office, issue);
  g_assert_true (g_str_has_prefix (body, "zgtz-signoff-1\nissue:32:"));
  g_assert_true (g_utf8_validate (body, -1, NULL));
  g_autoptr (LedgerSignoffText) text = ledger_canonical_parse (body, NULL);
  g_assert_nonnull (text);
  g_assert_cmpstr (text->issue_id, ==, issue);
  g_assert_cmpint (text->step, ==, LEDGER_STEP_REVIEWER);
  g_assert_cmpint (text->decision, ==, LEDGER_DECISION_AGREE);
  g_assert_cmpstr (text->opinion, ==, "情况属实，同意。\n请抓好落实：第二项");
  g_assert_cmpstr (text->signer_name, ==, "刘洋");
  g_assert_null (text->entered_by);
  g_assert_false (text->paper);
  g_assert_cmpint (text->paper_day, ==, LEDGER_DAY_NONE);
  g_assert_cmpstr (text->computer, ==, "pc-7");
  g_assert_cmpint (text->time, ==, G_GINT64_CONSTANT (1773100800000));
  g_assert_cmpuint (g_strv_length (text->previous), ==, 2);
  g_assert_cmpstr (text->previous[0], ==, "00000000000000000000000000000000");
  ASSERT_DIFFERENCES (office, body, "");
}

static void
test_sign_change_undo (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  g_autofree char *body = build (office, issue);
  ledger_test_office_set (office, "issue", issue, "due", "day 2026-04-20 4月20日");
  ASSERT_DIFFERENCES (office, body, "deadline: 3月31日 → 4月20日");
  g_assert_true (ledger_document_undo (office->document, NULL, &error));
  g_assert_no_error (error);
  ASSERT_DIFFERENCES (office, body, "");
}

static void
test_renaming_is_no_change (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  g_autofree char *body = build (office, issue);
  ledger_test_office_set (office, "department", office->office, "name", "综合科");
  ledger_test_office_set (office, "person", office->leader, "name", "王建国（局长）");
  ledger_test_office_set (office, "issue", issue, "number", "1.9");
  ledger_test_office_set (office, "issue", issue, "remark", "备注不受签批");
  ASSERT_DIFFERENCES (office, body, "");
}

static void
test_every_vouched_field_is_compared (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  g_autofree char *body = build (office, issue);
  const char *measure = ledger_test_office_child (office, "measure", issue);
  const struct
  {
    const char *type;
    const char *id;
    const char *field;
    const char *value;
    const char *expected;
  } changes[] = {
    { "issue", issue, "text", "甲", "problem: 会议制度不健全 → 甲" },
    { "issue", issue, "target", "乙", "target: - → 乙" },
    { "issue", issue, "due", NULL, "deadline: 3月31日 → -" },
    { "claim", issue, "reviewer", office->leader, "reviewer: 刘洋 → 王建国" },
    { "claim", issue, "responsible_leader", office->reviewer, "responsible leader: - → 刘洋" },
    { "claim", issue, "department", office->section, "responsible department: 办公室 → 业务一科" },
    { "measure", measure, "text", "丙", "Measure 1: measure: 修订会议制度并印发 → 丙" },
    { "measure", measure, "finished_on", "2026-03-09", "Measure 1: finished on: - → 3月9日" },
    { "measure",
      measure,
      "due",
      "month 2026-03-31 3月底",
      "Measure 1: deadline: - → 3月31日 (3月底)" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;
      ledger_test_office_set (
          office, changes[i].type, changes[i].id, changes[i].field, changes[i].value);
      ASSERT_DIFFERENCES (office, body, changes[i].expected);
      g_assert_true (ledger_document_undo (office->document, NULL, &error));
      g_assert_no_error (error);
    }
  ledger_test_office_set_integer (office, "measure", measure, "done", 0);
  ASSERT_DIFFERENCES (office, body, "Measure 1: done: yes → no");
}

static void
test_children (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  g_autofree char *first = g_strdup (ledger_test_office_child (office, "measure", issue));
  g_autofree char *body = build (office, issue);
  g_autofree char *second = ledger_test_office_add_measure (office, issue, "开展专题培训");
  ASSERT_DIFFERENCES (office, body, "Measure 2: - → 开展专题培训");
  g_autofree char *signed_both = build (office, issue);
  g_autofree char *proof = ledger_test_office_add_evidence (office, issue, second, "1.1-02");
  ASSERT_DIFFERENCES (office, signed_both, "Evidence 1.1-02: - → Evidence 1.1-02");
  g_autofree char *signed_proof = build (office, issue);
  ledger_test_office_delete (office, "measure", second);
  ASSERT_DIFFERENCES (
      office, signed_proof, "Measure 2: 开展专题培训 → -\nEvidence 1.1-02: Evidence 1.1-02 → -");
  /* The order of measures is not vouched for. */
  g_autofree char *third = ledger_test_office_add_measure (office, issue, "第三条");
  g_autofree char *signed_three = build (office, issue);
  ledger_test_office_set (office, "measure", third, "rank", "0000");
  ASSERT_DIFFERENCES (office, signed_three, "");
  ledger_test_office_delete (office, "measure", first);
  g_autofree char *found = compare (office, signed_three);
  g_assert_nonnull (strstr (found, "Measure 1: 修订会议制度并印发 → -"));
}

/* The heads of a text guard what it vouches for against undoing. */
static void
test_heads (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  LedgerStore *store = ledger_document_get_store (office->document);
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  g_autofree char *body = build (office, issue);
  g_autoptr (GPtrArray) heads = ledger_store_get_heads (store, "issue", issue, "due", NULL);
  const LedgerOperation *head = g_ptr_array_index (heads, 0);
  g_assert_true (ledger_canonical_contains_head (body, "issue", issue, "due", head->edit));
  g_assert_false (ledger_canonical_contains_head (body, "issue", issue, "text", head->edit));
  g_assert_false (ledger_canonical_contains_head (body, "issue", issue, "remark", head->edit));
  g_autofree char *before = g_strdup (head->edit);
  ledger_test_office_set (office, "issue", issue, "due", "day 2026-04-20 4月20日");
  g_assert_true (ledger_canonical_contains_head (body, "issue", issue, "due", before));
}

static void
copy_file (const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length;
  g_file_get_contents (from, &content, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, content, (gssize)length, &error);
  g_assert_no_error (error);
}

/* Two PCs change the deadline of the same ledger; taken in, the field has two values. */
static void
make_conflict (LedgerTestOffice *office, const char *issue)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_build_filename (office->folder, "copy.zgl", NULL);
  ledger_document_close (office->document);
  copy_file (office->path, copy);
  g_object_unref (office->document);
  office->document = ledger_document_open (copy, LEDGER_DOCUMENT_SCRIPT, &error);
  g_assert_no_error (error);
  ledger_document_set_actor (office->document, NULL, "刘洋");
  ledger_test_office_set (office, "issue", issue, "due", "day 2026-03-06 3月6日");
  ledger_document_close (office->document);
  g_object_unref (office->document);
  office->document = ledger_document_open (office->path, LEDGER_DOCUMENT_SCRIPT, &error);
  g_assert_no_error (error);
  ledger_document_set_actor (office->document, NULL, "李敏");
  ledger_test_office_set (office, "issue", issue, "due", "day 2026-03-05 3月5日");
  g_autoptr (LedgerStore) other =
      ledger_store_open (copy, ledger_reading_get_default (), LEDGER_STORE_READ, &error);
  g_assert_no_error (error);
  ledger_store_take_in (ledger_document_get_store (office->document),
                        other,
                        "李敏",
                        ledger_document_get_desk (office->document),
                        NULL,
                        NULL,
                        NULL,
                        &error);
  g_assert_no_error (error);
  g_assert_true (ledger_document_refresh (office->document, &error));
}

static void
test_several_values (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  g_autofree char *body = build (office, issue);
  make_conflict (office, issue);
  g_autofree char *found = compare (office, body);
  g_assert_true (g_str_has_prefix (found, "deadline: 3月31日 → "));
  g_assert_nonnull (strstr (found, "3月5日 (李敏)"));
  g_assert_nonnull (strstr (found, "3月6日 (刘洋)"));
  g_autoptr (LedgerSignoffText) header = header_new (issue);
  g_autofree char *refused = ledger_canonical_build (office->document, header, &error);
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
  g_assert_null (refused);
  g_assert_nonnull (strstr (error->message, "deadline has several values"));
  /* Returning because of it must be possible. */
  header->decision = LEDGER_DECISION_RETURN;
  g_autofree char *returned = ledger_canonical_build (office->document, header, NULL);
  g_assert_nonnull (returned);
  ledger_test_office_set (office, "issue", issue, "due", "day 2026-03-31 2026年3月31日");
  ASSERT_DIFFERENCES (office, body, "");
}

/* A text of the first version, as it lies in ledgers: it must be read and compared for ever. */
static const char stored[] =
    "zgtz-signoff-1\n"
    "issue:32:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"
    "step:7:handler\n"
    "decision:5:agree\n"
    "opinion:9:同意。\n"
    "signer:32:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\n"
    "signer-name:6:李敏\n"
    "entered-by:6:刘洋\n"
    "paper:1:1\n"
    "paper-day:10:2026-03-05\n"
    "computer:4:pc-1\n"
    "time:13:1773100800000\n"
    "previous:32:cccccccccccccccccccccccccccccccc\n"
    "=issue.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:1:n\n"
    "=issue.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.text:22:t会议制度不健全\n"
    "=issue.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.deadline_class:1:n\n"
    "=issue.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.due:25:tday 2026-03-31 3月31日\n"
    "=issue.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.target:1:n\n"
    "=issue.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.root_cause:1:n\n"
    "=issue.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.generalise_check:1:n\n"
    "=issue.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.result:1:n\n"
    "~issue.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.number:4:t1.1\n"
    "=measure.dddddddddddddddddddddddddddddddd:1:n\n"
    "=measure.dddddddddddddddddddddddddddddddd.text:13:t修订制度\n"
    "~measure.dddddddddddddddddddddddddddddddd.place:2:i1\n"
    "~head.issue.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.due:65:"
    "teeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\n";

static void
test_stored_text (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  const char *issue = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
  const char *measure = "dddddddddddddddddddddddddddddddd";
  g_autoptr (LedgerSignoffText) text = ledger_canonical_parse (stored, NULL);
  g_assert_nonnull (text);
  g_assert_true (text->paper);
  g_assert_cmpint (text->paper_day, ==, ledger_day_new (2026, 3, 5));
  g_assert_cmpstr (text->entered_by, ==, "刘洋");
  ledger_test_office_set (office, "issue", issue, "text", "会议制度不健全");
  ledger_test_office_set (office, "issue", issue, "due", "day 2026-03-31 3月31日");
  ledger_test_office_set (office, "measure", measure, "issue", issue);
  ledger_test_office_set (office, "measure", measure, "text", "修订制度");
  ASSERT_DIFFERENCES (office, stored, "");
  ledger_test_office_set (office, "measure", measure, "text", "修订制度并印发");
  ASSERT_DIFFERENCES (office, stored, "Measure 1: measure: 修订制度 → 修订制度并印发");
}

static void
test_damaged_texts (void)
{
  static const char *const texts[] = {
    "",
    "zgtz-signoff-2\nissue:1:a\nstep:7:handler\ndecision:5:agree\n",
    "zgtz-signoff-1\n",
    "zgtz-signoff-1\nissue:1:a\nstep:7:handler\n",
    "zgtz-signoff-1\nissue:1:a\nstep:4:boss\ndecision:5:agree\n",
    "zgtz-signoff-1\nissue:9:a\nstep:7:handler\ndecision:5:agree\n",
    "zgtz-signoff-1\nissue:1:a\nstep:7:handler\ndecision:5:agree\nrubbish"
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (ledger_canonical_parse (texts[i], &error));
      g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_DAMAGED);
    }
}

/* The first builder's list is what the column tables mark as compared today. Once they differ, a
 * second builder is due: this list is never edited. */
static void
test_fields_are_those_marked (void)
{
  const LedgerReading *reading = ledger_reading_get_default ();
  for (guint i = 0; i < reading->n_types; i++)
    {
      const LedgerRecordType *type = reading->types[i];
      const char *const *fields = ledger_vouched_fields_of (type->name);
      guint n = 0;
      for (guint k = 0; k < type->n_columns; k++)
        {
          const LedgerColumn *column = &type->columns[k];
          if (!(column->flags & LEDGER_COLUMN_COMPARED))
            continue;
          g_assert_nonnull (fields);
          g_assert_true (g_strv_contains (fields, column->name));
          n++;
        }
      g_assert_cmpuint (fields ? g_strv_length ((GStrv)fields) : 0, ==, n);
    }
}

int
main (int argc, char **argv)
{
  ledger_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canonical/header", test_header_is_read_back);
  g_test_add_func ("/canonical/sign-change-undo", test_sign_change_undo);
  g_test_add_func ("/canonical/renaming", test_renaming_is_no_change);
  g_test_add_func ("/canonical/every-field", test_every_vouched_field_is_compared);
  g_test_add_func ("/canonical/children", test_children);
  g_test_add_func ("/canonical/heads", test_heads);
  g_test_add_func ("/canonical/several-values", test_several_values);
  g_test_add_func ("/canonical/stored", test_stored_text);
  g_test_add_func ("/canonical/damaged", test_damaged_texts);
  g_test_add_func ("/canonical/marked", test_fields_are_those_marked);
  return g_test_run ();
}
