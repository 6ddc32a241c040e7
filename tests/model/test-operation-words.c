/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-operation-words.h"

#include "ledger-choice.h"
#include "ledger-field.h"
#include "ledger-fixture.h"
#include "ledger-reading.h"

/* The operations of the newest edit. */
static GPtrArray *
read_newest (LedgerDocument *document)
{
  LedgerStore *store = ledger_document_get_store (document);
  g_autoptr (GPtrArray) log = ledger_store_get_log (store, 0, 1, NULL);
  GPtrArray *operations;

  g_assert_cmpuint (log->len, ==, 1);
  operations = ledger_store_get_operations (store, ((LedgerLogLine *)log->pdata[0])->hash, NULL);
  g_assert_nonnull (operations);
  return operations;
}

static LedgerOperationWords *
tell_only (LedgerDocument *document)
{
  g_autoptr (GPtrArray) operations = read_newest (document);

  g_assert_cmpuint (operations->len, ==, 1);
  return ledger_operation_words_new (document, operations->pdata[0], operations);
}

static char *
summarize_newest (LedgerDocument *document)
{
  g_autoptr (GPtrArray) operations = read_newest (document);

  return ledger_operation_words_summarize (document, operations);
}

static void
set (LedgerDocument *document, const char *id, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit = ledger_gesture_set (document, "issue", id, field, text, &error);

  g_assert_no_error (error);
  fixture_commit (document, edit);
}

/* Values become words, each kind of column in its way. */
static void
test_words (void)
{
  static const struct
  {
    const char *field;
    const char *first;
    const char *second;
    const char *before;
    const char *after;
  } cases[] = {
    { "due", "2026-02-27", "2026-03-05", "2月27日", "3月5日" },
    { "closed", "2025-12-01", "2026-03-05", "2025年12月1日", "3月5日" },
    { "deadline_class",
      "immediate",
      "long_term",
      "immediate rectification",
      "long-term rectification" },
    { "text", "学习不够系统", "学习不够深入", "学习不够系统", "学习不够深入" },
    { "target", "目标一", "", "目标一", NULL },
  };
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LedgerOperationWords) words = NULL;

      g_test_message ("%s", cases[i].field);
      set (document, issue, cases[i].field, cases[i].first);
      set (document, issue, cases[i].field, cases[i].second);
      words = tell_only (document);
      g_assert_cmpstr (words->before, ==, cases[i].before);
      g_assert_cmpstr (words->after, ==, cases[i].after);
      g_assert_cmpstr (words->record, ==, "1");
      g_assert_true (words->restorable);
    }
}

/* Names for ids: the person as he is called now, not the 32 digits. */
static void
test_names (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  fixture_claim (document, issue);
  fixture_commit (document,
                  ledger_gesture_set (document, "claim", issue, "handler", "李敏", &error));
  g_assert_no_error (error);
  g_autoptr (LedgerOperationWords) words = tell_only (document);
  g_assert_cmpstr (words->before, ==, "张伟");
  g_assert_cmpstr (words->after, ==, "李敏");
  line = ledger_operation_words_describe (words, 0);
  g_assert_cmpstr (line, ==, "李敏 (was 张伟)");
}

/* What stands in the log as a stable word is never shown as one: whatever field it is in. */
static void
test_stable_words (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  const LedgerReading *reading = ledger_reading_get_default ();
  guint n_words = 0;

  for (guint i = 0; i < reading->n_types; i++)
    for (guint j = 0; j < reading->types[i]->n_columns; j++)
      {
        const LedgerColumn *column = &reading->types[i]->columns[j];
        const LedgerChoice *choices;
        guint n = 0;

        if (column->kind != LEDGER_COLUMN_CHOICE)
          continue;
        choices = ledger_choice_list (reading->types[i]->name, column->name, &n);
        g_test_message ("%s %s", reading->types[i]->name, column->name);
        g_assert_cmpuint (n, >, 0);
        for (guint k = 0; k < n; k++)
          {
            g_autoptr (LedgerValue) value = ledger_value_new_text (choices[k].word);
            g_autofree char *words =
                ledger_field_to_words (document, reading->types[i]->name, column->name, value);

            g_assert_cmpstr (words, ==, choices[k].name);
            n_words++;
          }
      }
  g_assert_cmpuint (n_words, >, 30);
}

/* What the new ledger was given: its parameters as people call them. */
static void
test_creating_edit (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  LedgerRecord *inspection = ledger_document_get_inspection (document);
  g_autoptr (GPtrArray) history = ledger_store_get_history (ledger_document_get_store (document),
                                                            "inspection",
                                                            ledger_record_get_id (inspection),
                                                            "signoff_steps",
                                                            NULL);
  const LedgerOperation *first = history->pdata[history->len - 1];
  g_autoptr (GPtrArray) operations =
      ledger_store_get_operations (ledger_document_get_store (document), first->edit, NULL);
  g_autofree char *summary = ledger_operation_words_summarize (document, operations);
  g_autoptr (LedgerOperationWords) words = ledger_operation_words_new (document, first, operations);

  g_assert_cmpstr (words->after, ==, "handling → review → approval");
  g_assert_null (strstr (summary, "handler"));
}

static void
test_describe (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    gsize width;
    const char *line;
  } cases[] = {
    { NULL, "3月5日", 0, "3月5日" },
    { "2月27日", "3月5日", 0, "3月5日 (was 2月27日)" },
    { "2月27日", NULL, 0, "emptied (was 2月27日)" },
    { NULL, "一二三四五六", 7, "一二三…" },
    { "甲\n乙", "丙\n丁", 20, "丙 丁 (was 甲 乙)" },
    { NULL, "丙\n丁", 0, "丙\n丁" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LedgerOperationWords words = { .before = (char *)cases[i].before,
                                           .after = (char *)cases[i].after };
      g_autofree char *line = ledger_operation_words_describe (&words, cases[i].width);

      g_assert_cmpstr (line, ==, cases[i].line);
    }
}

/* What was made is not emptied field by field; what was deleted comes back. */
static void
test_restorable (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  g_autofree char *measure = fixture_measure (document, issue, "措施");
  g_autoptr (GPtrArray) made = read_newest (document);
  const char *const ids[] = { measure, NULL };

  for (guint i = 0; i < made->len; i++)
    {
      g_autoptr (LedgerOperationWords) words =
          ledger_operation_words_new (document, made->pdata[i], made);

      g_assert_false (words->restorable);
    }
  fixture_commit (document, ledger_gesture_delete (document, "measure", ids, NULL));
  g_autoptr (LedgerOperationWords) gone = tell_only (document);
  g_assert_true (gone->restorable);
  g_assert_cmpstr (gone->after, ==, "deleted");

  g_autoptr (GPtrArray) operations = read_newest (document);
  fixture_commit (document, ledger_gesture_restore (document, operations->pdata[0], NULL));
  g_assert_nonnull (ledger_document_lookup (document, "measure", measure));
  g_autoptr (LedgerOperationWords) back = tell_only (document);
  g_assert_cmpstr (back->after, ==, "brought back");
  g_assert_false (back->restorable);
}

static void
test_summarize (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  g_autofree char *second = fixture_issue (document, NULL, "另一问题");
  const char *const ids[] = { issue, second, NULL };
  g_autofree char *measure = fixture_measure (document, issue, "措施");
  g_autofree char *one = NULL, *few = NULL, *many = NULL;

  set (document, issue, "due", "2026-03-05");
  one = summarize_newest (document);
  g_assert_cmpstr (one, ==, "3月5日");

  fixture_commit (document, ledger_gesture_finish_measure (document, measure, TRUE, NULL));
  few = summarize_newest (document);
  g_assert_nonnull (strstr (few, "yes"));
  g_assert_nonnull (strstr (few, "3月10日"));

  fixture_commit (document,
                  ledger_gesture_set_many (document, "issue", ids, "due", "2026-03-09", NULL));
  many = summarize_newest (document);
  g_assert_cmpstr (many, ==, "2 problems");
}

static void
test_issue (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  g_autofree char *second = fixture_issue (document, NULL, "另一问题");
  const char *const ids[] = { issue, second, NULL };
  g_autofree char *measure = fixture_measure (document, issue, "措施");
  g_autoptr (GPtrArray) made = read_newest (document);
  g_autofree char *found = ledger_operation_words_dup_issue (document, made);

  g_assert_cmpstr (found, ==, issue);
  fixture_commit (document,
                  ledger_gesture_set_many (document, "issue", ids, "due", "2026-03-09", NULL));
  g_autoptr (GPtrArray) both = read_newest (document);
  g_assert_null (ledger_operation_words_dup_issue (document, both));
  fixture_commit (document, ledger_gesture_delete (document, "issue", ids, NULL));
  g_assert_null (ledger_operation_words_dup_issue (document, made));
}

static void
test_kinds (void)
{
  g_assert_cmpstr (ledger_operation_words_get_kind ("merge"), ==, "Merge");
  g_assert_cmpstr (ledger_operation_words_get_kind ("of-tomorrow"), ==, "of-tomorrow");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/operation-words/words", test_words);
  g_test_add_func ("/operation-words/names", test_names);
  g_test_add_func ("/operation-words/stable-words", test_stable_words);
  g_test_add_func ("/operation-words/creating-edit", test_creating_edit);
  g_test_add_func ("/operation-words/describe", test_describe);
  g_test_add_func ("/operation-words/restorable", test_restorable);
  g_test_add_func ("/operation-words/summarize", test_summarize);
  g_test_add_func ("/operation-words/issue", test_issue);
  g_test_add_func ("/operation-words/kinds", test_kinds);
  return fixture_run ();
}
