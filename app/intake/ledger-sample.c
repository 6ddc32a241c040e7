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
#include "ledger-sample-clock.h"
#include "ledger-sample-diary.h"
#include "ledger-sample-list.h"
#include "ledger-sample-proof.h"
#include "ledger-sample-signing.h"

#define UNIT "某市某局"
#define CLERK "李敏"
#define DAYS_SINCE_FEEDBACK LEDGER_SAMPLE_FEEDBACK_AGO
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

/* Nothing is fed back, planned or handed in on a rest day: DAY, or the working day before. */
static LedgerDay
office_day (LedgerDocument *document, LedgerDay day)
{
  return ledger_calendar_working_day_at_or_before (ledger_document_get_calendar (document), day);
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
  set_day (edit, "inspection", id, "feedback_date", office_day (document, feedback));
  set_day (edit, "inspection", id, "receipt_date", office_day (document, feedback));
  set_day (edit, "inspection", id, "plan_due", office_day (document, feedback + 20));
  set_day (edit,
           "inspection",
           id,
           "report_due",
           office_day (document, feedback + DAYS_SINCE_FEEDBACK + DAYS_TO_REPORT));
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
      set_day (edit, "milestone", id, "day", office_day (document, feedback + milestones[i].day));
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

/* The bureau at work: the ledger, its list, and what time it is there. */
typedef struct
{
  LedgerDocument *document;
  LedgerSampleList *list;
  GStrv ids; /* the issues in the list's order */
  LedgerSampleProof *proof;
  LedgerSampleClock *clock;
  LedgerDay feedback;
  LedgerDay today;
} Bureau;

static LedgerDay
working_day (Bureau *bureau, int nth)
{
  return ledger_calendar_add_working_days (
      ledger_document_get_calendar (bureau->document), bureau->feedback, nth);
}

static gboolean
claim_all (Bureau *bureau, GError **error)
{
  const LedgerSampleList *list = bureau->list;
  const LedgerDay day = working_day (bureau, 5);
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (bureau->document, NULL);

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
      if (!ledger_gesture_add_claim (bureau->document, edit, bureau->ids[i], &values, error))
        return FALSE;
      set_day (edit, "claim", bureau->ids[i], "claimed_on", day);
    }
  ledger_gesture_title_claims (bureau->document, edit);
  ledger_sample_clock_set (bureau->clock, day, 5, 8);
  return ledger_document_commit (bureau->document, edit, NULL, error);
}

/* When which measure begins: no later than it is due or finished. */
static gboolean
plan_work (Bureau *bureau, GError **error)
{
  LedgerSampleList *list = bureau->list;
  LedgerCalendar *calendar = ledger_document_get_calendar (bureau->document);
  g_autoptr (LedgerEdit) edit = new_edit (bureau->document, _ ("Set when the measures begin"));

  for (guint i = 0; i < list->rows->len; i++)
    {
      const GPtrArray *measures =
          ledger_document_get_children (bureau->document, "measure", bureau->ids[i]);

      if (list->states[i] <= LEDGER_SAMPLE_NO_HANDLER)
        continue;
      set_day (edit, "issue", bureau->ids[i], "started", bureau->feedback + 12);
      for (guint k = 0; k < measures->len; k++)
        {
          LedgerDay start = MIN (ledger_sample_diary_start_of (bureau->today, k), list->due[i]);

          if (k < ledger_sample_diary_count_done (list, i))
            start =
                MIN (start, ledger_sample_diary_finish_of (list, calendar, bureau->today, i, k));
          set_day (edit, "measure", ledger_record_get_id (measures->pdata[k]), "start", start);
        }
    }
  ledger_sample_clock_set (bureau->clock, working_day (bureau, 7), 1, 8);
  return ledger_document_commit (bureau->document, edit, NULL, error);
}

/* --- what happened day by day --- */

static gboolean
finish (Bureau *bureau, const LedgerSampleEvent *event, GError **error)
{
  const char *issue = bureau->ids[event->row];
  const GPtrArray *measures = ledger_document_get_children (bureau->document, "measure", issue);
  g_autofree char *id = g_strdup (ledger_record_get_id (measures->pdata[event->place]));
  g_autofree char *iso = ledger_day_to_iso (event->day);
  g_autoptr (LedgerEdit) edit = ledger_gesture_finish_measure (bureau->document, id, TRUE, error);

  if (!edit)
    return FALSE;
  ledger_edit_set_text (edit, "measure", id, "finished_on", iso);
  if (!ledger_document_commit (bureau->document, edit, NULL, error))
    return FALSE;
  return !ledger_sample_proof_is_due (bureau->list, event->row)
         || ledger_sample_proof_attach (bureau->proof, issue, id, event->place, error);
}

static LedgerEdit *
prolong (Bureau *bureau, const LedgerSampleEvent *event, GError **error)
{
  LedgerEdit *edit =
      ledger_gesture_continue_issue (bureau->document, bureau->ids[event->row], TRUE, error);

  if (edit)
    set_day (edit, "issue", bureau->ids[event->row], "continued", event->day);
  return edit;
}

static LedgerEdit *
settle (Bureau *bureau, const LedgerSampleEvent *event, GError **error)
{
  g_autofree char *paper = NULL;
  int year, month, dom;

  ledger_day_split (event->day, &year, &month, &dom);
  paper = g_strdup_printf ("市巡办函〔%d〕14号", year);
  return ledger_gesture_close_issue (
      bureau->document, bureau->ids[event->row], event->day, paper, NULL, error);
}

/* After its signatures the deadline of one problem is put off: 签后有变更. */
static LedgerEdit *
put_off (Bureau *bureau, const LedgerSampleEvent *event, GError **error)
{
  g_autofree char *later = ledger_day_to_iso (bureau->list->due[event->row] + 15);

  return ledger_gesture_set (
      bureau->document, "issue", bureau->ids[event->row], "due", later, error);
}

static gboolean
perform (Bureau *bureau, const LedgerSampleEvent *event, GError **error)
{
  const char *issue = bureau->ids[event->row];
  const gint64 time = ledger_sample_clock_peek (bureau->clock);
  g_autoptr (LedgerEdit) edit = NULL;

  switch (event->deed)
    {
    case LEDGER_SAMPLE_FINISHED:
      return finish (bureau, event, error);
    case LEDGER_SAMPLE_SIGNED:
      return ledger_sample_agree (bureau->document, issue, (LedgerStep)event->place, time, error);
    case LEDGER_SAMPLE_SENT_BACK:
      return ledger_sample_return (bureau->document, issue, time, error);
    case LEDGER_SAMPLE_PROLONGED:
      edit = prolong (bureau, event, error);
      break;
    case LEDGER_SAMPLE_SETTLED:
      edit = settle (bureau, event, error);
      break;
    case LEDGER_SAMPLE_PUT_OFF:
    default:
      edit = put_off (bureau, event, error);
      break;
    }
  return edit && ledger_document_commit (bureau->document, edit, NULL, error);
}

/* Who does the work enters it; the rest is the clerk's. */
static void
sit_down (Bureau *bureau, const LedgerSampleEvent *event)
{
  const LedgerIssueFacts *facts =
      ledger_document_get_facts (bureau->document, bureau->ids[event->row]);
  const gboolean own = event->deed == LEDGER_SAMPLE_FINISHED && facts->handler;

  ledger_document_set_actor (bureau->document, NULL, own ? facts->handler : CLERK);
}

static gboolean
live (Bureau *bureau, GError **error)
{
  g_autoptr (GArray) events = ledger_sample_diary_new (
      bureau->list, ledger_document_get_calendar (bureau->document), bureau->today);
  const LedgerSampleEvent *all = (const LedgerSampleEvent *)(gpointer)events->data;

  for (guint first = 0, i = 0; i < events->len; i++)
    {
      guint end = i;

      if (all[first].day != all[i].day)
        first = i;
      while (end < events->len && all[end].day == all[i].day)
        end++;
      sit_down (bureau, &all[i]);
      ledger_sample_clock_set (bureau->clock, all[i].day, i - first, end - first);
      if (!perform (bureau, &all[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill (Bureau *bureau, GError **error)
{
  LedgerDocument *document = bureau->document;

  bureau->list = ledger_sample_list_read (bureau->today, error);
  bureau->proof = bureau->list ? ledger_sample_proof_new (document, UNIT, error) : NULL;
  if (!bureau->proof || !fill_round (document, bureau->feedback, error)
      || !add_people (document, error) || !add_plan (document, bureau->feedback, error)
      || !import_list (document, bureau->list, error))
    return FALSE;
  bureau->ids = g_new0 (char *, bureau->list->rows->len + 1);
  for (guint i = 0; i < bureau->list->rows->len; i++)
    bureau->ids[i] = dup_issue_id (document, g_ptr_array_index (bureau->list->rows, i));
  return claim_all (bureau, error) && plan_work (bureau, error) && live (bureau, error);
}

/* Before there is a ledger: its first edits too are of the morning on which the round was set up.
 */
static void
open_office (LedgerSampleClock *clock, LedgerDay feedback)
{
  g_autoptr (LedgerCalendar) calendar = ledger_calendar_load_default ();

  ledger_sample_clock_set (clock, ledger_calendar_add_working_days (calendar, feedback, 1), 1, 12);
}

gboolean
ledger_sample_make (const char *path, GError **error)
{
  LedgerSampleClock clock = { 0 };
  Bureau bureau = { .clock = &clock, .today = ledger_day_today () };
  gboolean made;

  bureau.feedback = bureau.today - DAYS_SINCE_FEEDBACK;
  open_office (&clock, bureau.feedback);
  bureau.document = ledger_document_create_with_clock (
      path, UNIT, CLERK, ledger_sample_clock_tell, &clock, error);
  if (!bureau.document)
    return FALSE;
  ledger_document_set_actor (bureau.document, NULL, CLERK);
  made = fill (&bureau, error);
  g_clear_pointer (&bureau.proof, ledger_sample_proof_free);
  g_clear_pointer (&bureau.list, ledger_sample_list_free);
  g_clear_pointer (&bureau.ids, g_strfreev);
  ledger_document_close (bureau.document);
  g_object_unref (bureau.document);
  if (!made)
    g_unlink (path);
  return made;
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
