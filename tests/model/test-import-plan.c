/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-plan.h"

#include <string.h>

#include "ledger-error.h"
#include "ledger-heading.h"
#include "ledger-measure.h"
#include "ledger-test-office.h"

/* A row written short: "aspect/category|number|problem|due|department|leader|measure;measure".
 * Empty parts say nothing. */
static LedgerImportIssue *
row_new (const char *text)
{
  LedgerImportIssue *row = g_new0 (LedgerImportIssue, 1);
  g_auto (GStrv) parts = g_strsplit (text, "|", 7);
  g_assert_cmpuint (g_strv_length (parts), ==, 7);
  row->headings = g_strsplit (parts[0], "/", -1);
  row->number = *parts[1] ? g_strdup (parts[1]) : NULL;
  row->text = g_strdup (parts[2]);
  if (*parts[3])
    {
      g_autoptr (LedgerDeadline) due =
          ledger_deadline_parse (parts[3], ledger_day_new (2026, 3, 1), NULL);
      row->deadline = ledger_deadline_to_canonical (due);
    }
  row->department = *parts[4] ? g_strdup (parts[4]) : NULL;
  row->lead_leader = *parts[5] ? g_strdup (parts[5]) : NULL;
  row->measures = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_import_measure_free);
  g_auto (GStrv) measures = g_strsplit (parts[6], ";", -1);
  for (guint i = 0; measures[i]; i++)
    {
      LedgerImportMeasure *measure = g_new0 (LedgerImportMeasure, 1);
      measure->text = g_strdup (measures[i]);
      g_ptr_array_add (row->measures, measure);
    }
  return row;
}

static GPtrArray *
rows_new (const char *const *texts)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_import_issue_free);
  for (guint i = 0; texts[i]; i++)
    g_ptr_array_add (rows, row_new (texts[i]));
  return rows;
}

static const char *const list[] = {
  "党的领导/学习|1|学习不深入|2026年3月31日|办公室|王建国|制定学习计划;开展专题研讨",
  "党的领导/学习|2|议事规则不健全|3月底|业务一科|王建国|修订议事规则",
  "党的建设/支部|3|三会一课不规范|4月20日|业务一科|刘洋|规范记录;检查通报",
  NULL,
};

static LedgerImportPlan *
plan_new (LedgerTestOffice *office, const char *const *texts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = rows_new (texts);
  LedgerImportPlan *plan = ledger_import_plan_new (office->document, rows, &error);
  g_assert_no_error (error);
  return plan;
}

static void
commit_plan (LedgerTestOffice *office, LedgerImportPlan *plan)
{
  GError *error = NULL;
  LedgerEdit *edit = ledger_import_plan_make_edit (plan, office->document, &error);
  ledger_test_office_commit (office, edit, error);
}

/* "added updated unchanged kept", committed. */
static char *
import_list (LedgerTestOffice *office, const char *const *texts)
{
  g_autoptr (LedgerImportPlan) plan = plan_new (office, texts);
  char *counts = g_strdup_printf ("%u %u %u %u",
                                  ledger_import_plan_count (plan, LEDGER_IMPORT_ADDED),
                                  ledger_import_plan_count (plan, LEDGER_IMPORT_UPDATED),
                                  ledger_import_plan_count (plan, LEDGER_IMPORT_UNCHANGED),
                                  ledger_import_plan_count (plan, LEDGER_IMPORT_KEPT));
  commit_plan (office, plan);
  return counts;
}

#define ASSERT_IMPORT(office, texts, expected)                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *counts_ = import_list (office, texts);                                        \
    g_assert_cmpstr (counts_, ==, expected);                                                       \
  }                                                                                                \
  G_STMT_END

static LedgerRecord *
find_issue (LedgerTestOffice *office, const char *text)
{
  LedgerTable *issues = ledger_document_get_table (office->document, "issue");
  for (guint i = 0; i < ledger_table_get_n_records (issues); i++)
    {
      LedgerRecord *issue = ledger_table_get_record (issues, i);
      if (g_strcmp0 (ledger_record_get_text (issue, LEDGER_ISSUE_TEXT), text) == 0)
        return issue;
    }
  return NULL;
}

static const char *
id_of (LedgerTestOffice *office, const char *text)
{
  LedgerRecord *issue = find_issue (office, text);
  g_assert_nonnull (issue);
  return ledger_record_get_id (issue);
}

static char *
text_of (LedgerTestOffice *office, const char *type, const char *id, const char *field)
{
  LedgerRecord *record = ledger_document_lookup (office->document, type, id);
  g_assert_nonnull (record);
  guint column = ledger_record_type_find_column (ledger_record_get_record_type (record), field);
  return g_strdup (ledger_record_get_text (record, column));
}

#define ASSERT_TEXT(office, type, id, field, expected)                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text_ = text_of (office, type, id, field);                                    \
    g_assert_cmpstr (text_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static guint
count_records (LedgerTestOffice *office, const char *type)
{
  return ledger_table_get_n_records (ledger_document_get_table (office->document, type));
}

/* The heading that every test ledger begins with is in nobody's way here. */
static LedgerTestOffice *
empty_office (void)
{
  LedgerTestOffice *office = ledger_test_office_new ();
  ledger_test_office_delete (office, "heading", office->heading);
  return office;
}

static void
test_first_import (void)
{
  g_autoptr (LedgerTestOffice) office = empty_office ();
  ASSERT_IMPORT (office, list, "8 0 0 0");
  g_assert_cmpuint (count_records (office, "heading"), ==, 4);
  g_assert_cmpuint (count_records (office, "issue"), ==, 3);
  g_assert_cmpuint (count_records (office, "measure"), ==, 5);
  g_assert_cmpuint (count_records (office, "department"), ==, 2);
  g_assert_cmpuint (count_records (office, "person"), ==, 3);
  const char *id = id_of (office, "三会一课不规范");
  ASSERT_TEXT (office, "issue", id, "number", "2.1.1");
  ASSERT_TEXT (office, "issue", id, "sheet_number", "3");
  ASSERT_TEXT (office, "issue", id, "original", "三会一课不规范");
  ASSERT_TEXT (office, "issue", id, "due", "day 2026-04-20 4月20日");
  ASSERT_TEXT (office, "claim", id, "department", office->section);
  ASSERT_TEXT (office, "claim", id, "lead_leader", office->reviewer);
  /* Named by the list is not yet claimed. */
  ASSERT_TEXT (office, "claim", id, "claimed_on", NULL);
  g_assert_cmpint (
      ledger_document_get_facts (office->document, id)->workflow.state, ==, LEDGER_STATE_UNCLAIMED);
  ASSERT_TEXT (office, "issue", id_of (office, "议事规则不健全"), "number", "1.1.2");
  const GPtrArray *measures = ledger_document_get_children (office->document, "measure", id);
  g_assert_cmpuint (measures->len, ==, 2);
  g_assert_cmpstr (
      ledger_record_get_text (measures->pdata[0], LEDGER_MEASURE_TEXT), ==, "规范记录");
}

static void
test_same_list_twice (void)
{
  g_autoptr (LedgerTestOffice) office = empty_office ();
  g_autoptr (GError) error = NULL;
  ASSERT_IMPORT (office, list, "8 0 0 0");
  LedgerStore *store = ledger_document_get_store (office->document);
  g_autofree char *before = ledger_store_dup_tip (store, &error);
  g_assert_no_error (error);
  ASSERT_IMPORT (office, list, "0 0 8 0");
  g_autofree char *after = ledger_store_dup_tip (store, &error);
  g_assert_cmpstr (before, ==, after);
}

static void
test_hand_edits_stay (void)
{
  g_autoptr (LedgerTestOffice) office = empty_office ();
  ASSERT_IMPORT (office, list, "8 0 0 0");
  g_autofree char *first = g_strdup (id_of (office, "学习不深入"));
  g_autofree char *second = g_strdup (id_of (office, "议事规则不健全"));
  const GPtrArray *measures = ledger_document_get_children (office->document, "measure", first);
  g_autofree char *measure = g_strdup (ledger_record_get_id (measures->pdata[1]));
  ledger_test_office_set (office, "issue", first, "due", "day 2026-05-01 5月1日");
  ledger_test_office_set (office, "issue", second, "text", "议事规则不够健全");
  ledger_test_office_set (office, "measure", measure, "text", "开展专题研讨四次");
  ledger_test_office_set (office, "claim", second, "department", office->office);
  ledger_test_office_set (office, "department", office->section, "name", "综合科");
  g_autofree char *own = ledger_test_office_add_measure (office, first, "自己加的一条措施");
  ASSERT_IMPORT (office, list, "0 0 8 0");
  ASSERT_TEXT (office, "issue", first, "due", "day 2026-05-01 5月1日");
  ASSERT_TEXT (office, "issue", second, "text", "议事规则不够健全");
  ASSERT_TEXT (office, "measure", measure, "text", "开展专题研讨四次");
  ASSERT_TEXT (office, "claim", second, "department", office->office);
  ASSERT_TEXT (office, "department", office->section, "name", "综合科");
  ASSERT_TEXT (office, "measure", own, "text", "自己加的一条措施");
  g_assert_cmpuint (count_records (office, "department"), ==, 2);
}

static void
test_corrected_list_updates (void)
{
  g_autoptr (LedgerTestOffice) office = empty_office ();
  static const char *const corrected[] = {
    "党的领导/学习|1|学习不够深入|2026年4月15日|办公室|王建国|制定学习计划;开展专题研讨四次",
    "党的领导/学习|2|议事规则不健全|3月底|业务二科|王建国|修订议事规则",
    "党的建设/支部|3|三会一课不规范|4月20日|业务一科|刘洋|规范记录;检查通报;评比",
    "党的建设/支部|4|发展党员不严格|5月|业务一科|刘洋|严格程序",
    NULL,
  };
  ASSERT_IMPORT (office, list, "8 0 0 0");
  g_autofree char *first = g_strdup (id_of (office, "学习不深入"));
  g_autofree char *second = g_strdup (id_of (office, "议事规则不健全"));
  ASSERT_IMPORT (office, corrected, "3 3 5 0");
  ASSERT_TEXT (office, "issue", first, "text", "学习不够深入");
  ASSERT_TEXT (office, "issue", first, "original", "学习不深入");
  ASSERT_TEXT (office, "issue", first, "due", "day 2026-04-15 2026年4月15日");
  const GPtrArray *measures = ledger_document_get_children (office->document, "measure", first);
  g_assert_cmpuint (measures->len, ==, 2);
  g_assert_cmpstr (
      ledger_record_get_text (measures->pdata[1], LEDGER_MEASURE_TEXT), ==, "开展专题研讨四次");
  g_autofree char *department = text_of (office, "claim", second, "department");
  g_assert_cmpstr (
      ledger_document_get_name (office->document, "department", department), ==, "业务二科");
  ASSERT_TEXT (office, "issue", id_of (office, "发展党员不严格"), "number", "2.1.2");
  g_assert_cmpuint (count_records (office, "heading"), ==, 4);
  ASSERT_IMPORT (office, corrected, "0 0 11 0");
}

static void
test_both_differ (void)
{
  g_autoptr (LedgerTestOffice) office = empty_office ();
  static const char *const corrected[] = {
    "党的领导/学习|1|学习不深入|2026年4月15日|办公室|王建国|制定学习计划;开展专题研讨",
    NULL,
  };
  ASSERT_IMPORT (office, list, "8 0 0 0");
  g_autofree char *id = g_strdup (id_of (office, "学习不深入"));
  ledger_test_office_set (office, "issue", id, "due", "day 2026-05-01 5月1日");
  ASSERT_IMPORT (office, corrected, "0 0 2 1");
  ASSERT_TEXT (office, "issue", id, "due", "day 2026-05-01 5月1日");
  /* Chosen by a person it is written. */
  g_autoptr (LedgerImportPlan) plan = plan_new (office, corrected);
  guint kept = 0;
  for (guint i = 0; i < ledger_import_plan_get_n_lines (plan); i++)
    {
      LedgerImportLine *line = ledger_import_plan_get_line (plan, i);
      if (line->fate != LEDGER_IMPORT_KEPT)
        continue;
      kept++;
      g_assert_false (line->chosen);
      g_assert_cmpstr (line->field, ==, "due");
      g_assert_cmpstr (line->before, ==, "day 2026-05-01 5月1日");
      g_assert_cmpstr (line->after, ==, "day 2026-04-15 2026年4月15日");
      line->chosen = TRUE;
    }
  g_assert_cmpuint (kept, ==, 1);
  commit_plan (office, plan);
  ASSERT_TEXT (office, "issue", id, "due", "day 2026-04-15 2026年4月15日");
}

/* A row inserted at the top pushes all numbers down: every issue keeps its row by its wording. */
static void
test_inserted_row (void)
{
  g_autoptr (LedgerTestOffice) office = empty_office ();
  static const char *const shifted[] = {
    "党的领导/学习|1|传达不及时|3月底|办公室|王建国|建立台账",
    "党的领导/学习|2|学习不深入|2026年3月31日|办公室|王建国|制定学习计划;开展专题研讨",
    "党的领导/学习|3|议事规则不健全|3月底|业务一科|王建国|修订议事规则",
    "党的建设/支部|4|三会一课不规范|4月20日|业务一科|刘洋|规范记录;检查通报",
    NULL,
  };
  ASSERT_IMPORT (office, list, "8 0 0 0");
  g_autofree char *first = g_strdup (id_of (office, "学习不深入"));
  ASSERT_IMPORT (office, shifted, "2 3 5 0");
  ASSERT_TEXT (office, "issue", first, "text", "学习不深入");
  ASSERT_TEXT (office, "issue", first, "number", "1.1.1");
  ASSERT_TEXT (office, "issue", first, "sheet_number", "2");
  ASSERT_TEXT (office, "issue", id_of (office, "传达不及时"), "number", "1.1.3");
}

static void
test_moved_and_renamed_headings (void)
{
  g_autoptr (LedgerTestOffice) office = empty_office ();
  ASSERT_IMPORT (office, list, "8 0 0 0");
  g_autofree char *third = g_strdup (id_of (office, "三会一课不规范"));
  g_autofree char *branch = text_of (office, "issue", third, "heading");
  g_autofree char *study = text_of (office, "issue", id_of (office, "学习不深入"), "heading");
  ledger_test_office_set (office, "heading", branch, "text", "基层党支部");
  ledger_test_office_set (office, "issue", third, "heading", study);
  ASSERT_IMPORT (office, list, "0 0 8 0");
  ASSERT_TEXT (office, "issue", third, "heading", study);
  g_assert_cmpuint (count_records (office, "heading"), ==, 4);
  static const char *const moved[] = {
    "党的领导/学习|2|议事规则不健全|3月底|业务一科|王建国|修订议事规则",
    "党的领导/议事|1|学习不深入|2026年3月31日|办公室|王建国|制定学习计划;开展专题研讨",
    NULL,
  };
  ASSERT_IMPORT (office, moved, "0 1 4 0");
  g_autofree char *heading = text_of (office, "issue", id_of (office, "学习不深入"), "heading");
  ASSERT_TEXT (office, "heading", heading, "text", "议事");
  ASSERT_TEXT (office, "heading", heading, "number", "1.2");
}

static void
test_undone_import_begins_again (void)
{
  g_autoptr (LedgerTestOffice) office = empty_office ();
  g_autoptr (GError) error = NULL;
  ASSERT_IMPORT (office, list, "8 0 0 0");
  g_assert_true (ledger_document_undo (office->document, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_records (office, "issue"), ==, 0);
  ASSERT_IMPORT (office, list, "8 0 0 0");
  ASSERT_TEXT (office, "issue", id_of (office, "学习不深入"), "number", "1.1.1");
  /* But a number given while others stand is never given again. */
  g_autofree char *third = g_strdup (id_of (office, "三会一课不规范"));
  ledger_test_office_delete (office, "issue", third);
  ASSERT_IMPORT (office, list, "3 0 5 0");
  ASSERT_TEXT (office, "issue", id_of (office, "三会一课不规范"), "number", "2.1.2");
}

static void
test_supporting_departments (void)
{
  g_autoptr (LedgerTestOffice) office = empty_office ();
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows = rows_new (list);
      LedgerImportIssue *row = g_ptr_array_index (rows, 0);
      row->supporting = g_strsplit ("业务一科,财务科", ",", -1);
      g_autoptr (LedgerImportPlan) plan = ledger_import_plan_new (office->document, rows, &error);
      g_assert_cmpuint (ledger_import_plan_count (plan, LEDGER_IMPORT_UPDATED), ==, 0);
      commit_plan (office, plan);
      g_autofree char *id = g_strdup (id_of (office, "学习不深入"));
      const GPtrArray *supports = ledger_document_get_children (office->document, "support", id);
      /* One taken away by hand after the first import stays away. */
      g_assert_cmpuint (supports->len, ==, round == 0 ? 2 : 1);
      if (round == 0)
        ledger_test_office_delete (office, "support", ledger_record_get_id (supports->pdata[0]));
    }
}

static void
test_without_ledger (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = rows_new (list);
  g_autoptr (LedgerImportPlan) plan = ledger_import_plan_new (NULL, rows, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ledger_import_plan_count (plan, LEDGER_IMPORT_ADDED), ==, 8);
  g_autoptr (LedgerTestOffice) office = empty_office ();
  commit_plan (office, plan);
  g_assert_cmpuint (count_records (office, "issue"), ==, 3);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_assert_null (ledger_import_plan_new (NULL, none, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
}

/* Lines left out by choice are not written, and a measure never without its issue. */
static void
test_chosen_lines (void)
{
  g_autoptr (LedgerTestOffice) office = empty_office ();
  g_autoptr (LedgerImportPlan) plan = plan_new (office, list);
  ledger_import_plan_get_line (plan, 0)->chosen = FALSE;
  commit_plan (office, plan);
  g_assert_cmpuint (count_records (office, "issue"), ==, 2);
  g_assert_cmpuint (count_records (office, "measure"), ==, 3);
  g_assert_null (find_issue (office, "学习不深入"));
}

/* Random lists, corrected at random and edited by hand at random: what was edited by hand and not
 * corrected stays, what was corrected and not edited follows, nothing doubles. */
static void
test_random_corrections (void)
{
  for (guint round = 0; round < 10; round++)
    {
      g_autoptr (LedgerTestOffice) office = empty_office ();
      char *texts[9] = { NULL };
      const char *expected[8];
      gboolean corrected[8];
      gboolean edited[8];
      for (guint i = 0; i < 8; i++)
        texts[i] =
            g_strdup_printf ("甲/乙%u|%u|问题第%u个|3月1%u日|||措施%u", i / 4, i + 1, i, i, i);
      g_autofree char *first = import_list (office, (const char *const *)texts);
      g_assert_cmpstr (first, ==, "16 0 0 0");
      guint updated = 0;
      guint kept = 0;
      for (guint i = 0; i < 8; i++)
        {
          g_autofree char *wording = g_strdup_printf ("问题第%u个", i);
          corrected[i] = g_test_rand_int_range (0, 2);
          edited[i] = g_test_rand_int_range (0, 2);
          if (edited[i])
            ledger_test_office_set (
                office, "issue", id_of (office, wording), "due", "day 2026-06-01 6月1日");
          if (corrected[i])
            {
              g_free (texts[i]);
              texts[i] =
                  g_strdup_printf ("甲/乙%u|%u|问题第%u个|5月5日|||措施%u", i / 4, i + 1, i, i);
            }
          updated += corrected[i] && !edited[i];
          kept += corrected[i] && edited[i];
          expected[i] = edited[i] ? "2026-06-01" : corrected[i] ? "2026-05-05" : NULL;
        }
      g_autofree char *second = import_list (office, (const char *const *)texts);
      g_autofree char *counts = g_strdup_printf ("0 %u %u %u", updated, 16 - updated - kept, kept);
      g_assert_cmpstr (second, ==, counts);
      for (guint i = 0; i < 8; i++)
        {
          g_autofree char *wording = g_strdup_printf ("问题第%u个", i);
          g_autofree char *own = g_strdup_printf ("2026-03-1%u", i);
          g_autofree char *due = text_of (office, "issue", id_of (office, wording), "due");
          g_assert_nonnull (strstr (due, expected[i] ? expected[i] : own));
          g_free (texts[i]);
        }
      g_assert_cmpuint (count_records (office, "issue"), ==, 8);
    }
}

int
main (int argc, char **argv)
{
  ledger_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-plan/first", test_first_import);
  g_test_add_func ("/import-plan/twice", test_same_list_twice);
  g_test_add_func ("/import-plan/hand-edits", test_hand_edits_stay);
  g_test_add_func ("/import-plan/corrected", test_corrected_list_updates);
  g_test_add_func ("/import-plan/both-differ", test_both_differ);
  g_test_add_func ("/import-plan/inserted-row", test_inserted_row);
  g_test_add_func ("/import-plan/headings", test_moved_and_renamed_headings);
  g_test_add_func ("/import-plan/undone", test_undone_import_begins_again);
  g_test_add_func ("/import-plan/supporting", test_supporting_departments);
  g_test_add_func ("/import-plan/without-ledger", test_without_ledger);
  g_test_add_func ("/import-plan/chosen", test_chosen_lines);
  g_test_add_func ("/import-plan/random-corrections", test_random_corrections);
  return g_test_run ();
}
