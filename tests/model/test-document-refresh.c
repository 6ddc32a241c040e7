/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-document-private.h"

#include "ledger-error.h"
#include "ledger-fixture.h"
#include "ledger-id.h"
#include "ledger-issue.h"
#include "ledger-measure.h"

#include <gio/gio.h>

static char *
random_id (LedgerDocument *document, const char *type)
{
  LedgerTable *table = ledger_document_get_table (document, type);
  guint n = ledger_table_get_n_records (table);
  if (n == 0)
    return NULL;
  guint place = (guint)g_test_rand_int_range (0, (gint)n);
  return g_strdup (ledger_record_get_id (ledger_table_get_record (table, place)));
}

/* Fields of any type, set without the gestures' care: what a merge may bring. */
static void
set_something (LedgerDocument *document, LedgerEdit *edit)
{
  static const struct
  {
    const char *type;
    const char *field;
    const char *target;
    const char *text;
  } fields[] = {
    { "issue", "heading", "heading", NULL },
    { "issue", "text", NULL, "改" },
    { "issue", "number", NULL, "9.9" },
    { "issue", "due", NULL, "day 2026-03-12 3月12日" },
    { "issue", "closed", NULL, "2026-03-01" },
    { "heading", "parent", "heading", NULL },
    { "heading", "rank", NULL, "m" },
    { "measure", "issue", "issue", NULL },
    { "measure", "rank", NULL, "b" },
    { "evidence", "issue", "issue", NULL },
    { "evidence_link", "measure", "measure", NULL },
    { "person", "name", NULL, "改名" },
    { "department", "name", NULL, "改名部门" },
    { "claim", "handler", "person", NULL },
  };
  guint what = (guint)g_test_rand_int_range (0, G_N_ELEMENTS (fields));
  g_autofree char *id = random_id (document, fields[what].type);
  g_autofree char *target =
      fields[what].target != NULL ? random_id (document, fields[what].target) : NULL;

  if (id != NULL)
    ledger_edit_set_text (edit,
                          fields[what].type,
                          id,
                          fields[what].field,
                          fields[what].target != NULL ? target : fields[what].text);
}

static void
delete_something (LedgerDocument *document, LedgerEdit *edit)
{
  static const char *const types[] = { "heading",       "issue", "measure", "evidence",
                                       "evidence_link", "claim", "person",  "note" };
  const char *type = types[g_test_rand_int_range (0, G_N_ELEMENTS (types))];
  g_autofree char *id = random_id (document, type);

  if (id != NULL)
    ledger_edit_delete (edit, type, id);
}

static void
add_something (LedgerDocument *document)
{
  g_autofree char *heading = g_test_rand_int_range (0, 3) ? random_id (document, "heading") : NULL;
  g_autofree char *issue = random_id (document, "issue");
  g_autofree char *measure = random_id (document, "measure");
  g_autofree char *content = ledger_id_new_random ();
  g_autofree char *made = NULL;

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      if (heading == NULL || ledger_document_get_heading_depth (document, heading) < 4)
        made = fixture_heading (document, heading, "标题");
      break;
    case 1:
      if (issue != NULL)
        fixture_put (document, "note", content, "issue", issue, "text", "进展", NULL);
      break;
    case 2:
      if (issue != NULL)
        made = fixture_measure (document, issue, "措施");
      break;
    case 3:
      if (measure != NULL
          && ledger_document_lookup (document,
                                     "issue",
                                     ledger_record_get_parent_id (
                                         ledger_document_lookup (document, "measure", measure)))
                 != NULL)
        made = fixture_evidence (document, NULL, measure, content);
      break;
    case 4:
      if (issue != NULL)
        made = fixture_evidence (document, issue, NULL, content);
      break;
    default:
      made = fixture_issue (document, heading, "问题");
      break;
    }
}

static void
random_step (LedgerDocument *document)
{
  g_autoptr (GError) error = NULL;
  gint what = g_test_rand_int_range (0, 12);

  if (what < 5)
    add_something (document);
  else if (what < 6)
    {
      g_autofree char *issue = random_id (document, "issue");
      if (issue != NULL && ledger_document_lookup (document, "claim", issue) == NULL)
        fixture_claim (document, issue);
    }
  else if (what < 10)
    {
      g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, "随机");
      for (gint i = g_test_rand_int_range (1, 4); i > 0; i--)
        if (what < 9)
          set_something (document, edit);
        else
          delete_something (document, edit);
      ledger_document_commit (document, edit, NULL, &error);
      g_assert_no_error (error);
    }
  else if (what == 10)
    ledger_document_undo (document, NULL, NULL);
  else
    ledger_document_redo (document, NULL, NULL);
}

static void
check_like_opened_anew (LedgerDocument *document)
{
  g_autoptr (LedgerDocument) fresh =
      fixture_open (ledger_document_get_path (document), LEDGER_DOCUMENT_READ);
  fixture_assert_same (document, fresh);
}

/* After any edits, undone and redone, the tables and facts equal those of a document opened anew;
 * those of a second one that only looks now and then as well. */
static void
test_random (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autoptr (LedgerDocument) onlooker =
      fixture_open (ledger_document_get_path (document), LEDGER_DOCUMENT_READ);
  g_autofree char *loaded = fixture_dump (onlooker);

  for (guint round = 0; round < 25; round++)
    {
      for (guint step = 0; step < 8; step++)
        random_step (document);
      check_like_opened_anew (document);
      if (g_test_rand_bit ())
        continue;
      g_assert_true (ledger_document_refresh (onlooker, NULL));
      fixture_assert_same (document, onlooker);
    }
}

static void
test_merge (void)
{
  LedgerDocument *first = fixture_document ();
  g_autofree char *path = g_strdup (ledger_document_get_path (first));
  g_autofree char *issue = fixture_issue (first, NULL, "问题");
  for (guint i = 0; i < 20; i++)
    random_step (first);
  g_object_unref (first);

  g_autoptr (LedgerDocument) ours = fixture_open (path, LEDGER_DOCUMENT_SCRIPT);
  g_autoptr (LedgerDocument) theirs = NULL;
  {
    /* At rest the file is one plain file. */
    ledger_document_close (ours);
    theirs = fixture_copy (ours);
    g_clear_object (&ours);
    ours = fixture_open (path, LEDGER_DOCUMENT_SCRIPT);
  }
  for (guint i = 0; i < 30; i++)
    {
      random_step (ours);
      random_step (theirs);
    }
  LedgerRecord *mine = ledger_document_lookup (ours, "issue", issue);
  LedgerRecord *other = ledger_document_lookup (theirs, "issue", issue);
  gboolean both = mine != NULL && other != NULL;
  if (both)
    {
      fixture_put (ours, "issue", issue, "target", "我们的目标", NULL);
      fixture_put (theirs, "issue", issue, "target", "他们的目标", NULL);
    }
  fixture_take_in (ours, theirs);
  check_like_opened_anew (ours);
  if (both && ledger_document_lookup (ours, "issue", issue) != NULL)
    g_assert_true (ledger_document_get_facts (ours, issue)->conflicted);
}

/* Conflicts come with a merge and go with a choice. */
static void
test_conflict (void)
{
  LedgerDocument *first = fixture_document ();
  g_autofree char *path = g_strdup (ledger_document_get_path (first));
  g_autofree char *issue = fixture_issue (first, NULL, "问题");
  ledger_document_close (first);
  g_autoptr (LedgerDocument) theirs = fixture_copy (first);
  g_object_unref (first);
  g_autoptr (LedgerDocument) ours = fixture_open (path, LEDGER_DOCUMENT_SCRIPT);
  g_autoptr (GError) error = NULL;

  fixture_put (ours, "issue", issue, "target", "甲", NULL);
  fixture_put (theirs, "issue", issue, "target", "乙", NULL);
  g_assert_false (ledger_document_get_facts (ours, issue)->conflicted);
  fixture_take_in (ours, theirs);
  g_assert_true (ledger_document_get_facts (ours, issue)->conflicted);

  g_autoptr (GPtrArray) heads =
      ledger_store_get_heads (ledger_document_get_store (ours), "issue", issue, "target", NULL);
  g_assert_cmpuint (heads->len, ==, 2);
  fixture_commit (ours, ledger_gesture_choose (ours, heads->pdata[1], &error));
  g_assert_false (ledger_document_get_facts (ours, issue)->conflicted);
  LedgerRecord *record = ledger_document_lookup (ours, "issue", issue);
  const LedgerOperation *chosen = heads->pdata[1];
  g_assert_cmpstr (ledger_record_get_text (record, LEDGER_ISSUE_TARGET),
                   ==,
                   ledger_value_get_text (chosen->value));
}

/* One deletes, the other goes on: it stays, marked, until a person decides (LOG 10). */
static void
test_contested (void)
{
  LedgerDocument *first = fixture_document ();
  g_autofree char *path = g_strdup (ledger_document_get_path (first));
  g_autofree char *issue = fixture_issue (first, NULL, "问题");
  ledger_document_close (first);
  g_autoptr (LedgerDocument) theirs = fixture_copy (first);
  g_object_unref (first);
  g_autoptr (LedgerDocument) ours = fixture_open (path, LEDGER_DOCUMENT_SCRIPT);
  const char *const ids[] = { issue, NULL };

  g_autofree char *measure = fixture_measure (theirs, issue, "接着整改");
  fixture_commit (ours, ledger_gesture_delete (ours, "issue", ids, NULL));
  g_assert_null (ledger_document_lookup (ours, "issue", issue));
  fixture_take_in (ours, theirs);
  LedgerRecord *record = ledger_document_lookup (ours, "issue", issue);
  g_assert_nonnull (record);
  g_assert_true (ledger_record_is_contested (record));
  g_assert_nonnull (ledger_document_lookup (ours, "measure", measure));

  LedgerEdit *keep = ledger_gesture_new (ours, "保留");
  ledger_edit_keep (keep, "issue", issue);
  fixture_commit (ours, keep);
  gboolean contested = TRUE;
  g_object_get (record, "contested", &contested, NULL);
  g_assert_false (contested);
  check_like_opened_anew (ours);
}

typedef struct
{
  guint n_refreshed;
  GPtrArray *issues;
} Signals;

static void
on_refreshed (LedgerDocument *document, gpointer data)
{
  ((Signals *)data)->n_refreshed++;
}

static void
on_issue_changed (LedgerDocument *document, const char *id, gpointer data)
{
  g_ptr_array_add (((Signals *)data)->issues, g_strdup (id));
}

static void
test_signals (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *one = fixture_issue (document, NULL, "一");
  g_autofree char *two = fixture_issue (document, NULL, "二");
  g_autofree char *measure = fixture_measure (document, one, "措施");
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_free);
  Signals signals = { 0, issues };
  g_signal_connect (document, "refreshed", G_CALLBACK (on_refreshed), &signals);
  g_signal_connect (document, "issue-changed", G_CALLBACK (on_issue_changed), &signals);

  /* Nothing new: nothing said. */
  g_assert_true (ledger_document_refresh (document, NULL));
  g_assert_cmpuint (signals.n_refreshed, ==, 0);

  fixture_commit (document, ledger_gesture_finish_measure (document, measure, TRUE, NULL));
  g_assert_cmpuint (signals.n_refreshed, ==, 1);
  g_assert_cmpuint (issues->len, ==, 1);
  g_assert_cmpstr (issues->pdata[0], ==, one);

  /* Words alone change no fact. */
  g_ptr_array_set_size (issues, 0);
  fixture_put (document, "issue", two, "remark", "备注", NULL);
  g_assert_cmpuint (signals.n_refreshed, ==, 2);
  g_assert_cmpuint (issues->len, ==, 0);

  /* A measure that moves changes both. */
  fixture_put (document, "measure", measure, "issue", two, NULL);
  g_assert_cmpuint (issues->len, ==, 2);

  /* A person's name stands in every claim. */
  fixture_claim (document, one);
  g_ptr_array_set_size (issues, 0);
  LedgerRecord *person = ledger_document_find_name (document, "person", "张伟");
  fixture_put (document, "person", ledger_record_get_id (person), "name", "张炜", NULL);
  g_assert_cmpuint (issues->len, ==, 1);
  g_assert_cmpstr (ledger_document_get_facts (document, one)->handler, ==, "张炜");
}

static void
refresh_again (LedgerDocument *document, gpointer data)
{
  guint *n = data;
  if (++*n == 1)
    {
      g_autofree char *id = fixture_issue (document, NULL, "在刷新中写的");
      /* Told a moment later, not in the middle. */
      g_assert_null (ledger_document_lookup (document, "issue", id));
    }
}

static void
test_edit_while_refreshing (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  guint n = 0;

  g_signal_connect (document, "refreshed", G_CALLBACK (refresh_again), &n);
  g_autofree char *id = fixture_issue (document, NULL, "先写的");
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (
      ledger_table_get_n_records (ledger_document_get_table (document, "issue")), ==, 2);
  check_like_opened_anew (document);
}

/* Deleting takes along what hangs below; undoing brings it back, in loaded tables too. */
static void
test_delete_with_descendants (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *heading = fixture_heading (document, NULL, "方面");
  g_autofree char *issue = fixture_issue (document, heading, "问题");
  g_autofree char *measure = fixture_measure (document, issue, "措施");
  g_autofree char *evidence = fixture_evidence (document, issue, measure, "纪要");
  g_autofree char *before = fixture_dump (document);
  const char *const ids[] = { heading, NULL };
  g_autoptr (GError) error = NULL;

  fixture_commit (document, ledger_gesture_delete (document, "heading", ids, NULL));
  g_assert_null (ledger_document_lookup (document, "issue", issue));
  g_assert_null (ledger_document_lookup (document, "measure", measure));
  g_assert_null (ledger_document_lookup (document, "evidence", evidence));
  g_assert_cmpuint (ledger_document_get_children (document, "evidence_link", measure)->len, ==, 0);
  g_assert_null (ledger_document_get_facts (document, issue));
  check_like_opened_anew (document);

  g_assert_true (ledger_document_undo (document, NULL, &error));
  g_assert_no_error (error);
  g_autofree char *after = fixture_dump (document);
  g_assert_cmpstr (before, ==, after);
}

/* At midnight what was due tomorrow is due today, and whoever shows it hears. */
static void
test_midnight (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *one = fixture_issue (document, NULL, "一");
  g_autofree char *two = fixture_issue (document, NULL, "二");
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_free);
  Signals signals = { 0, issues };
  fixture_put (document, "issue", one, "due", "day 2026-03-11 3月11日", NULL);
  g_signal_connect (document, "refreshed", G_CALLBACK (on_refreshed), &signals);
  g_signal_connect (document, "issue-changed", G_CALLBACK (on_issue_changed), &signals);

  g_assert_false (ledger_document_check_today (document));
  g_setenv ("ZHENGGAI_TODAY", "2026-03-11", TRUE);
  g_assert_true (ledger_document_check_today (document));
  g_assert_cmpint (ledger_document_get_facts (document, one)->light, ==, LEDGER_LIGHT_TODAY);
  g_assert_cmpuint (issues->len, ==, 1);
  g_assert_cmpstr (issues->pdata[0], ==, one);
  g_assert_cmpuint (signals.n_refreshed, ==, 1);
  g_setenv ("ZHENGGAI_TODAY", "2026-03-10", TRUE);
  g_assert_cmpint (ledger_document_get_facts (document, two)->light, ==, LEDGER_LIGHT_UNDATED);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/document-refresh/random", test_random);
  g_test_add_func ("/document-refresh/merge", test_merge);
  g_test_add_func ("/document-refresh/conflict", test_conflict);
  g_test_add_func ("/document-refresh/contested", test_contested);
  g_test_add_func ("/document-refresh/signals", test_signals);
  g_test_add_func ("/document-refresh/edit-while-refreshing", test_edit_while_refreshing);
  g_test_add_func ("/document-refresh/delete", test_delete_with_descendants);
  g_test_add_func ("/document-refresh/midnight", test_midnight);
  return fixture_run ();
}
