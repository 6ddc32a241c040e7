/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-gesture.h"

#include "ledger-error.h"
#include "ledger-fixture.h"
#include "ledger-issue.h"
#include "ledger-measure.h"
#include "ledger-reading.h"

typedef struct
{
  const char *type;
  const char *field;
  const char *text;
  const char *expected; /* NULL: none */
} Setting;

static char *
value_text (LedgerDocument *document, const char *type_name, const char *id, const char *field)
{
  LedgerRecord *record = ledger_document_lookup (document, type_name, id);
  guint column = ledger_record_type_find_column (ledger_record_get_record_type (record), field);
  const LedgerValue *value = ledger_record_get_value (record, column);

  if (ledger_value_get_tag (value) == LEDGER_VALUE_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, ledger_value_get_integer (value));
  return g_strdup (ledger_value_get_text (value));
}

static void
test_set (void)
{
  static const Setting settings[] = {
    { "issue", "target", " 形成制度 ", "形成制度" },
    { "issue", "target", "", NULL },
    { "issue", "number", "1.2.3", "1.2.3" },
    { "issue", "due", "2026年3月31日", "day 2026-03-31 2026年3月31日" },
    { "issue", "due", "month 2026-04-30 4月底", "month 2026-04-30 4月底" },
    { "issue", "due", "立行立改", "immediate - 立行立改" },
    { "issue", "due", "", NULL },
    { "issue", "closed", "2026-03-28", "2026-03-28" },
    { "issue", "closed", "2026年3月29日", "2026-03-29" },
    { "issue", "deadline_class", "immediate", "immediate" },
    { "issue", "visibility", "public_release", "public_release" },
    { "measure", "done", "是", "1" },
    { "measure", "done", "false", "0" },
    { "measure", "start", "2026-03-02", "2026-03-02" },
    { "claim", "department", "人事科", "?" },
    { "claim", "handler", "张伟", "?" },
    { "claim", "handler", "", NULL },
    { "inspection", "near_days", "3", "3" },
    { "inspection", "unit", "某县某局", "某县某局" },
  };
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  g_autofree char *measure = fixture_measure (document, issue, "措施");
  const char *inspection = ledger_record_get_id (ledger_document_get_inspection (document));

  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      const Setting *setting = &settings[i];
      const char *id = g_str_equal (setting->type, "measure")      ? measure
                       : g_str_equal (setting->type, "inspection") ? inspection
                                                                   : issue;
      g_autoptr (GError) error = NULL;
      LedgerEdit *edit =
          ledger_gesture_set (document, setting->type, id, setting->field, setting->text, &error);
      g_test_message ("%s %s", setting->field, setting->text);
      g_assert_no_error (error);
      g_assert_cmpuint (strlen (ledger_edit_get_title (edit)), >, 5);
      fixture_commit (document, edit);
      g_autofree char *found = value_text (document, setting->type, id, setting->field);
      if (g_strcmp0 (setting->expected, "?") != 0)
        g_assert_cmpstr (found, ==, setting->expected);
      else
        g_assert_cmpstr (ledger_document_get_name (
                             document,
                             g_str_equal (setting->field, "department") ? "department" : "person",
                             found),
                         ==,
                         setting->text);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *type;
    const char *field;
    const char *text;
    int code;
  } cases[] = {
    { "issue", "nothing", "x", LEDGER_ERROR_INVALID },
    { "nothing", "text", "x", LEDGER_ERROR_INVALID },
    { "issue", "text", "", LEDGER_ERROR_INVALID },
    { "issue", "text", "　 ", LEDGER_ERROR_INVALID },
    { "issue", "number", "", LEDGER_ERROR_INVALID },
    { "issue", "number", "1.2/3", LEDGER_ERROR_INVALID },
    { "issue", "number", "1.2-03", LEDGER_ERROR_INVALID },
    { "issue", "original", "x", LEDGER_ERROR_REFUSED },
    { "issue", "rank", "x", LEDGER_ERROR_INVALID },
    { "issue", "due", "尽快吧", LEDGER_ERROR_INVALID },
    { "issue", "closed", "3月底", LEDGER_ERROR_INVALID },
    { "issue", "closed", "2026-02-30", LEDGER_ERROR_INVALID },
    { "issue", "deadline_class", "soon", LEDGER_ERROR_INVALID },
    { "issue", "heading", "7.7", LEDGER_ERROR_NOT_FOUND },
    { "measure", "done", "maybe", LEDGER_ERROR_INVALID },
    { "measure", "issue", "1", LEDGER_ERROR_INVALID },
    { "measure", "phase", "没有这个阶段", LEDGER_ERROR_NOT_FOUND },
    { "inspection", "near_days", "三天", LEDGER_ERROR_INVALID },
  };
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  g_autofree char *measure = fixture_measure (document, issue, "措施");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      const char *id = g_str_equal (cases[i].type, "measure") ? measure : issue;
      g_test_message ("%s %s", cases[i].field, cases[i].text);
      g_assert_null (
          ledger_gesture_set (document, cases[i].type, id, cases[i].field, cases[i].text, &error));
      g_assert_error (error, LEDGER_ERROR, cases[i].code);
    }
  g_autoptr (GError) error = NULL;
  g_assert_null (ledger_gesture_set (
      document, "issue", "0123456789abcdef0123456789abcdef", "text", "x", &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
}

/* Asked where a person enters (LOG 14). */
static void
test_span (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  g_autofree char *measure = fixture_measure (document, issue, "措施");
  g_autoptr (GError) error = NULL;

  fixture_commit (document,
                  ledger_gesture_set (document, "measure", measure, "due", "2026-03-20", &error));
  fixture_commit (document,
                  ledger_gesture_set (document, "measure", measure, "start", "2026-03-20", &error));
  g_assert_no_error (error);
  g_assert_null (ledger_gesture_set (document, "measure", measure, "start", "2026-03-21", &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (ledger_gesture_set (document, "measure", measure, "due", "2026-03-19", &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  g_clear_error (&error);

  /* Both moved by one edit are compared with each other, not with what stood there. */
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, "改期");
  g_assert_true (
      ledger_gesture_add_set (document, edit, "measure", measure, "due", "2026-04-20", &error));
  g_assert_true (
      ledger_gesture_add_set (document, edit, "measure", measure, "start", "2026-04-01", &error));
  g_assert_false (
      ledger_gesture_add_set (document, edit, "measure", measure, "start", "2026-04-21", &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
}

static void
test_moving_headings (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *one = fixture_heading (document, NULL, "一");
  g_autofree char *two = fixture_heading (document, one, "二");
  g_autofree char *three = fixture_heading (document, two, "三");
  g_autofree char *other = fixture_heading (document, NULL, "另");
  g_autofree char *below = fixture_heading (document, other, "另下");
  g_autoptr (GError) error = NULL;

  g_assert_null (ledger_gesture_set (document, "heading", one, "parent", three, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (ledger_gesture_set (document, "heading", one, "parent", one, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  g_clear_error (&error);
  /* Two levels under the third make five. */
  g_assert_null (ledger_gesture_set (document, "heading", other, "parent", three, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  g_clear_error (&error);
  fixture_commit (document,
                  ledger_gesture_set (document, "heading", below, "parent", three, &error));
  g_assert_cmpuint (ledger_document_get_heading_depth (document, below), ==, 4);
  fixture_commit (document, ledger_gesture_set (document, "heading", below, "parent", "", &error));
  g_assert_cmpuint (ledger_document_get_heading_depth (document, below), ==, 1);
}

/* The claim made field by field counts as claimed once both that matter are there. */
static void
test_claim_by_fields (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");

  fixture_commit (document, ledger_gesture_set (document, "claim", issue, "handler", "张伟", NULL));
  g_assert_cmpint (
      ledger_document_get_facts (document, issue)->workflow.state, ==, LEDGER_STATE_UNCLAIMED);
  fixture_commit (document,
                  ledger_gesture_set (document, "claim", issue, "department", "办公室", NULL));
  g_autofree char *not_yet = value_text (document, "claim", issue, "claimed_on");
  g_assert_null (not_yet);
  fixture_commit (document,
                  ledger_gesture_set (document, "claim", issue, "lead_leader", "王建国", NULL));
  g_assert_cmpint (
      ledger_document_get_facts (document, issue)->workflow.state, ==, LEDGER_STATE_CLAIMED);
  g_autofree char *day = value_text (document, "claim", issue, "claimed_on");
  g_assert_cmpstr (day, ==, "2026-03-10");
}

static void
test_set_many (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *one = fixture_issue (document, NULL, "一");
  g_autofree char *two = fixture_issue (document, NULL, "二");
  const char *const ids[] = { one, two, NULL };
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit = ledger_gesture_set_many (document, "issue", ids, "due", "2026-03-20", &error);

  g_assert_no_error (error);
  g_assert_nonnull (strchr (ledger_edit_get_title (edit), '2'));
  fixture_commit (document, edit);
  LedgerDay day = ledger_day_new (2026, 3, 20);
  g_assert_cmpint (ledger_document_get_facts (document, one)->due, ==, day);
  g_assert_cmpint (ledger_document_get_facts (document, two)->due, ==, day);
  g_assert_true (ledger_document_undo (document, NULL, NULL));
  g_assert_cmpint (ledger_document_get_facts (document, two)->due, ==, LEDGER_DAY_NONE);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/gesture-field/set", test_set);
  g_test_add_func ("/gesture-field/refused", test_refused);
  g_test_add_func ("/gesture-field/span", test_span);
  g_test_add_func ("/gesture-field/moving-headings", test_moving_headings);
  g_test_add_func ("/gesture-field/claim-by-fields", test_claim_by_fields);
  g_test_add_func ("/gesture-field/set-many", test_set_many);
  return fixture_run ();
}
