/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sample.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ledger-document.h"
#include "ledger-gesture.h"
#include "ledger-id.h"
#include "ledger-inspection.h"
#include "ledger-measure.h"
#include "ledger-reading.h"
#include "ledger-sample-list.h"
#include "ledger-sample-proof.h"
#include "ledger-sample-signing.h"

#define UNIT "某市某局"
#define CLERK "李敏"
#define DAYS_SINCE_FEEDBACK 52
#define DAYS_TO_REPORT 41
/* The inspection record is called by the beginning of the ledger's own id (LOG 9). */
#define ID_LENGTH 32

/* One clerk per department; the reviewer is its head. */
static const struct
{
  const char *department;
  const char *handler;
  const char *reviewer;
  const char *leader;
} staff[] = {
  { "办公室", "刘洋", "孙立新", "王建国" },   { "机关党委", "张伟", "李敏", "赵立" },
  { "人事科", "孙丽", "高志强", "赵立" },     { "财务科", "吴强", "林晓梅", "周海燕" },
  { "业务一科", "郑涛", "罗永明", "陈志远" }, { "业务二科", "黄敏", "谢东", "陈志远" },
  { "监督科", "马超", "韩雪", "何文斌" },     { "信息中心", "徐静", "曹磊", "赵立" },
};

static const struct
{
  const char *name;
  const char *post;
} posts[] = {
  { "王建国", "党组书记、局长" },
  { "赵立", "党组副书记、副局长" },
  { "陈志远", "党组成员、副局长" },
  { "周海燕", "党组成员、副局长" },
  { "何文斌", "党组成员、派驻纪检监察组组长" },
  { CLERK, "整改办主任" },
};

static const struct
{
  const char *name;
  int first; /* days from the feedback */
  int last;
} phases[] = {
  { "动员部署", 0, 14 },
  { "集中整改", 15, 75 },
  { "总结报告", 76, DAYS_SINCE_FEEDBACK + DAYS_TO_REPORT },
};

static const struct
{
  const char *name;
  int day;
} milestones[] = {
  { "整改方案报审", 20 },
  { "专题民主生活会", 30 },
  { "巡察组审查", 83 },
  { "报送市委巡察办", DAYS_SINCE_FEEDBACK + DAYS_TO_REPORT },
};

static LedgerEdit *
new_edit (LedgerDocument *document, const char *title)
{
  LedgerEdit *edit = ledger_edit_new (LEDGER_EDIT_PLAIN, title);

  ledger_edit_set_actor (
      edit, ledger_document_get_actor_name (document), ledger_document_get_desk (document));
  return edit;
}

static void
set_day (LedgerEdit *edit, const char *type, const char *id, const char *field, LedgerDay day)
{
  g_autofree char *iso = ledger_day_to_iso (day);

  ledger_edit_set_text (edit, type, id, field, iso);
}

static gboolean
fill_round (LedgerDocument *document, LedgerDay feedback, GError **error)
{
  g_autoptr (LedgerEdit) edit = new_edit (document, _ ("Fill in the round"));
  const char *id = ledger_record_get_id (ledger_document_get_inspection (document));
  int year, month, dom;

  ledger_day_split (feedback, &year, &month, &dom);
  g_autofree char *name = g_strdup_printf ("%d年市委巡察", year);
  ledger_edit_set_integer (edit, "inspection", id, "sample", 1);
  ledger_edit_set_text (edit, "inspection", id, "name", name);
  ledger_edit_set_text (edit, "inspection", id, "tier", "municipal");
  ledger_edit_set_text (edit, "inspection", id, "inspection_group", "市委第六巡察组");
  ledger_edit_set_text (edit, "inspection", id, "inspection_office", "市委巡察办");
  ledger_edit_set_text (edit, "inspection", id, "level_names", "方面\n大类");
  set_day (edit, "inspection", id, "feedback_date", feedback);
  set_day (edit, "inspection", id, "receipt_date", feedback);
  set_day (edit, "inspection", id, "plan_due", feedback + 20);
  set_day (edit, "inspection", id, "report_due", feedback + DAYS_SINCE_FEEDBACK + DAYS_TO_REPORT);
  return ledger_document_commit (document, edit, NULL, error);
}

static gboolean
add_plan (LedgerDocument *document, LedgerDay feedback, GError **error)
{
  g_autoptr (LedgerEdit) edit = new_edit (document, _ ("Set up the phases"));

  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    {
      g_autofree char *id = ledger_id_new_random ();
      g_autofree char *rank = g_strdup_printf ("%c", 'c' + (int)i * 4);

      ledger_edit_set_text (edit, "phase", id, "name", phases[i].name);
      ledger_edit_set_text (edit, "phase", id, "rank", rank);
      set_day (edit, "phase", id, "start", feedback + phases[i].first);
      set_day (edit, "phase", id, "due", feedback + phases[i].last);
    }
  for (guint i = 0; i < G_N_ELEMENTS (milestones); i++)
    {
      g_autofree char *id = ledger_id_new_random ();

      ledger_edit_set_text (edit, "milestone", id, "name", milestones[i].name);
      set_day (edit, "milestone", id, "day", feedback + milestones[i].day);
    }
  return ledger_document_commit (document, edit, NULL, error);
}

static void
add_supervision (LedgerEdit *edit, const char *person, const char *department)
{
  g_autofree char *id = ledger_id_new_derived ("supervision", person, department, NULL);

  ledger_edit_set_text (edit, "supervision", id, "person", person);
  ledger_edit_set_text (edit, "supervision", id, "department", department);
}

static gboolean
add_people (LedgerDocument *document, GError **error)
{
  g_autoptr (LedgerEdit) edit = new_edit (document, _ ("Set up departments and posts"));

  for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
    {
      g_autofree char *id = ledger_gesture_learn_person (document, edit, posts[i].name);
      ledger_edit_set_text (edit, "person", id, "post", posts[i].post);
    }
  for (guint i = 0; i < G_N_ELEMENTS (staff); i++)
    {
      g_autofree char *department =
          ledger_gesture_learn_department (document, edit, staff[i].department);
      g_autofree char *handler = ledger_gesture_learn_person (document, edit, staff[i].handler);
      g_autofree char *reviewer = ledger_gesture_learn_person (document, edit, staff[i].reviewer);
      g_autofree char *leader = ledger_gesture_learn_person (document, edit, staff[i].leader);

      ledger_edit_set_text (edit, "person", handler, "department", department);
      ledger_edit_set_text (edit, "person", handler, "post", "科员");
      ledger_edit_set_text (edit, "person", reviewer, "department", department);
      if (!g_str_equal (staff[i].reviewer, CLERK))
        ledger_edit_set_text (edit, "person", reviewer, "post", "部门负责人");
      ledger_edit_set_text (edit, "department", department, "default_handler", handler);
      ledger_edit_set_text (edit, "department", department, "default_reviewer", reviewer);
      ledger_edit_set_text (edit, "department", department, "default_lead_leader", leader);
      add_supervision (edit, leader, department);
    }
  return ledger_document_commit (document, edit, NULL, error);
}

static gboolean
import_list (LedgerDocument *document, LedgerSampleList *list, GError **error)
{
  g_autoptr (LedgerImportPlan) plan = ledger_import_plan_new (document, list->rows, error);
  g_autoptr (LedgerEdit) edit = plan ? ledger_import_plan_make_edit (plan, document, error) : NULL;

  return edit && ledger_document_commit (document, edit, NULL, error);
}

/* The issue that a row of the list became: by its wording, which is unique in the list. */
static char *
dup_issue_id (LedgerDocument *document, const LedgerImportIssue *row)
{
  LedgerTable *issues = ledger_document_get_table (document, "issue");

  for (guint i = 0; i < ledger_table_get_n_records (issues); i++)
    {
      LedgerRecord *issue = ledger_table_get_record (issues, i);
      if (g_strcmp0 (ledger_record_get_text (issue, LEDGER_ISSUE_TEXT), row->text) == 0)
        return g_strdup (ledger_record_get_id (issue));
    }
  g_return_val_if_reached (NULL);
}

static gboolean
claim_all (LedgerDocument *document, LedgerSampleList *list, char **ids, GError **error)
{
  g_autoptr (LedgerEdit) edit = new_edit (document, _ ("Claim the problems"));

  for (guint i = 0; i < list->rows->len; i++)
    {
      const LedgerImportIssue *row = g_ptr_array_index (list->rows, i);
      LedgerClaimValues values = { .department = row->department, .lead_leader = row->lead_leader };

      if (list->states[i] == LEDGER_SAMPLE_UNCLAIMED)
        continue;
      for (guint k = 0; list->states[i] != LEDGER_SAMPLE_NO_HANDLER && k < G_N_ELEMENTS (staff);
           k++)
        if (g_str_equal (staff[k].department, row->department))
          {
            values.handler = staff[k].handler;
            values.reviewer = staff[k].reviewer;
          }
      if (!ledger_gesture_add_claim (document, edit, ids[i], &values, error))
        return FALSE;
    }
  return ledger_document_commit (document, edit, NULL, error);
}

/* How many of its measures an issue in STATE has done. */
static guint
count_done (LedgerSampleState state, guint row, guint n_measures)
{
  if (state >= LEDGER_SAMPLE_REVIEW && state != LEDGER_SAMPLE_CONTINUED)
    return n_measures;
  if (state == LEDGER_SAMPLE_PROGRESS || state == LEDGER_SAMPLE_CONTINUED)
    return row % n_measures;
  return 0;
}

static void
date_measure (LedgerEdit *edit,
              const char *id,
              guint place,
              gboolean done,
              LedgerDay feedback,
              LedgerDay due,
              LedgerDay today)
{
  LedgerDay start = feedback + 10 + 6 * (LedgerDay)place;
  LedgerDay finished = MIN (MAX (start + 12, due - 4 + (LedgerDay)place), today - 1);

  set_day (edit, "measure", id, "start", MIN (start, due));
  if (!done)
    return;
  ledger_edit_set_integer (edit, "measure", id, "done", 1);
  set_day (edit, "measure", id, "finished_on", finished);
}

static gboolean
carry_out (LedgerDocument *document,
           LedgerSampleList *list,
           char **ids,
           LedgerDay feedback,
           GError **error)
{
  g_autoptr (LedgerEdit) edit = new_edit (document, _ ("Note what was done"));
  LedgerDay today = ledger_document_get_today (document);

  for (guint i = 0; i < list->rows->len; i++)
    {
      const GPtrArray *measures = ledger_document_get_children (document, "measure", ids[i]);
      guint n_done = count_done (list->states[i], i, measures->len);

      if (list->states[i] <= LEDGER_SAMPLE_NO_HANDLER)
        continue;
      set_day (edit, "issue", ids[i], "started", feedback + 12);
      for (guint k = 0; k < measures->len; k++)
        date_measure (edit,
                      ledger_record_get_id (g_ptr_array_index (measures, k)),
                      k,
                      k < n_done,
                      feedback,
                      list->due[i],
                      today);
      if (list->states[i] == LEDGER_SAMPLE_CONTINUED)
        set_day (edit, "issue", ids[i], "continued", today - 10);
    }
  return ledger_document_commit (document, edit, NULL, error);
}

static gboolean
close_some (LedgerDocument *document, LedgerSampleList *list, char **ids, GError **error)
{
  g_autoptr (LedgerEdit) edit = new_edit (document, _ ("Enter what was closed by the superior"));
  LedgerDay today = ledger_document_get_today (document);

  for (guint i = 0; i < list->rows->len; i++)
    if (list->states[i] == LEDGER_SAMPLE_CLOSED)
      {
        set_day (edit, "issue", ids[i], "closed", today - 6);
        ledger_edit_set_text (edit, "issue", ids[i], "closed_document", "市巡办函〔2026〕14号");
      }
  return ledger_document_commit (document, edit, NULL, error);
}

/* After its signatures the deadline of one problem is put off: 签后有变更. */
static gboolean
change_signed (LedgerDocument *document, LedgerSampleList *list, char **ids, GError **error)
{
  for (guint i = 0; i < list->rows->len; i++)
    {
      g_autofree char *later = ledger_day_to_iso (list->due[i] + 15);
      g_autoptr (LedgerEdit) edit = NULL;

      if (list->states[i] != LEDGER_SAMPLE_CHANGED)
        continue;
      edit = ledger_gesture_set (document, "issue", ids[i], "due", later, error);
      if (!edit || !ledger_document_commit (document, edit, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill (LedgerDocument *document, GError **error)
{
  LedgerDay today = ledger_document_get_today (document);
  LedgerDay feedback = today - DAYS_SINCE_FEEDBACK;
  g_autoptr (LedgerSampleList) list = ledger_sample_list_read (today, error);
  g_auto (GStrv) ids = NULL;

  if (!list || !fill_round (document, feedback, error) || !add_people (document, error)
      || !add_plan (document, feedback, error) || !import_list (document, list, error))
    return FALSE;
  ids = g_new0 (char *, list->rows->len + 1);
  for (guint i = 0; i < list->rows->len; i++)
    ids[i] = dup_issue_id (document, g_ptr_array_index (list->rows, i));
  return claim_all (document, list, ids, error) && carry_out (document, list, ids, feedback, error)
         && ledger_sample_attach_proof (document, list, ids, UNIT, error)
         && ledger_sample_sign (document, list, ids, error)
         && change_signed (document, list, ids, error) && close_some (document, list, ids, error);
}

gboolean
ledger_sample_make (const char *path, GError **error)
{
  g_autoptr (LedgerDocument) document =
      ledger_document_create (path, LEDGER_DOCUMENT_SCRIPT, UNIT, CLERK, error);

  if (!document)
    return FALSE;
  ledger_document_set_actor (document, NULL, CLERK);
  if (fill (document, error))
    {
      ledger_document_close (document);
      return TRUE;
    }
  ledger_document_close (document);
  g_unlink (path);
  return FALSE;
}

gboolean
ledger_sample_is_at (const char *path)
{
  g_autoptr (LedgerStore) store =
      ledger_store_open (path, ledger_reading_get_default (), LEDGER_STORE_READ, NULL);
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) heads = NULL;

  if (!store)
    return FALSE;
  id = g_strndup (ledger_store_get_ledger_id (store), ID_LENGTH);
  heads = ledger_store_get_heads (store, ledger_inspection_record_type.name, id, "sample", NULL);
  return heads && heads->len > 0
         && ledger_value_get_integer (((LedgerOperation *)g_ptr_array_index (heads, 0))->value)
                == 1;
}
