/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window's document through thousands of gestures that a seed chooses, large and small, with
 * undo, redo and closing in between, and a second document that only looks. Now and again both must
 * show what a fresh reading shows, and at the end the file is whole. */
#include "ledger-document.h"

#include "ledger-error.h"
#include "ledger-fixture.h"
#include "ledger-id.h"

#define GESTURES 1000
#define COMPARED_EVERY 50
#define OPENED_EVERY 200

typedef struct
{
  GRand *random;
  char *path;
  LedgerDocument *document; /* works */
  LedgerDocument *looker;
  guint n_ordered;
  guint n_answers;
  guint n_refused;
} Soak;

static guint
pick (Soak *soak, guint n)
{
  return (guint)g_rand_int_range (soak->random, 0, (gint32)MAX (n, 1));
}

/* Any record of the type; NULL: there is none. */
static const char *
any (Soak *soak, const char *type)
{
  LedgerTable *table = ledger_document_get_table (soak->document, type);
  const guint n = ledger_table_get_n_records (table);

  return n > 0 ? ledger_record_get_id (ledger_table_get_record (table, pick (soak, n))) : NULL;
}

/* --- gestures; NULL: nothing to do it to, or refused --- */

static LedgerEdit *
add_heading (Soak *soak)
{
  const char *parent = pick (soak, 2) == 0 ? any (soak, "heading") : NULL;
  g_autofree char *id = NULL;

  if (ledger_document_get_heading_depth (soak->document, parent) >= 2)
    parent = NULL;
  return ledger_gesture_add_heading (soak->document, parent, "方面", &id, NULL);
}

static LedgerEdit *
add_issue (Soak *soak)
{
  g_autofree char *id = NULL;

  return ledger_gesture_add_issue (soak->document, any (soak, "heading"), "问题", &id, NULL);
}

static LedgerEdit *
add_measure (Soak *soak)
{
  const char *issue = any (soak, "issue");
  g_autofree char *id = NULL;

  return issue != NULL ? ledger_gesture_add_measure (soak->document, issue, "措施", &id, NULL)
                       : NULL;
}

/* More than is read in one turn. */
static LedgerEdit *
add_many (Soak *soak)
{
  const char *heading = any (soak, "heading");
  LedgerEdit *edit = ledger_gesture_new (soak->document, "many");

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *id = ledger_id_new_random ();

      ledger_edit_set_text (edit, "issue", id, "text", "许多之一");
      if (heading != NULL)
        ledger_edit_set_text (edit, "issue", id, "heading", heading);
    }
  return edit;
}

static LedgerEdit *
change_text (Soak *soak)
{
  static const char *const types[] = { "heading", "measure", "issue" };
  const char *type = types[pick (soak, G_N_ELEMENTS (types))];
  const char *id = any (soak, type);
  const char *field = g_str_equal (type, "issue") ? "remark" : "text";
  g_autofree char *text = g_strdup_printf ("改动%u", pick (soak, 1000));

  return id != NULL ? ledger_gesture_set (soak->document, type, id, field, text, NULL) : NULL;
}

static LedgerEdit *
claim (Soak *soak)
{
  static const char *const names[] = { "张伟", "王建国", "刘洋", "李敏" };
  const char *const issues[] = { any (soak, "issue"), NULL };
  const LedgerClaimValues values = {
    .department = pick (soak, 2) == 0 ? "办公室" : "人事科",
    .lead_leader = names[pick (soak, G_N_ELEMENTS (names))],
    .handler = names[pick (soak, G_N_ELEMENTS (names))],
  };

  return issues[0] != NULL ? ledger_gesture_claim (soak->document, issues, &values, NULL) : NULL;
}

static LedgerEdit *
finish (Soak *soak)
{
  const char *measure = any (soak, "measure");

  return measure != NULL
             ? ledger_gesture_finish_measure (soak->document, measure, pick (soak, 2) == 0, NULL)
             : NULL;
}

static LedgerEdit *
move (Soak *soak)
{
  const char *const issues[] = { any (soak, "issue"), NULL };
  const char *heading = any (soak, "heading");

  return issues[0] != NULL && heading != NULL
             ? ledger_gesture_move_issues (soak->document, issues, heading, NULL)
             : NULL;
}

static LedgerEdit *
remove_one (Soak *soak)
{
  static const char *const types[] = { "heading", "issue", "measure", "measure" };
  const char *type = types[pick (soak, G_N_ELEMENTS (types))];
  const char *const ids[] = { any (soak, type), NULL };

  return ids[0] != NULL ? ledger_gesture_delete (soak->document, type, ids, NULL) : NULL;
}

/* --- writing --- */

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Soak *soak = data;
  g_autoptr (GError) error = NULL;

  /* What was ordered before somebody saw what was written last may meet it. */
  if (!ledger_document_commit_finish (LEDGER_DOCUMENT (source), result, NULL, &error))
    g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_STALE);
  soak->n_refused += error != NULL;
  soak->n_answers++;
}

/* What stands on an edit may refuse its undo; nothing else may. */
static void
on_turned (GObject *source, GAsyncResult *result, gpointer data)
{
  Soak *soak = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = ledger_document_undo_finish (LEDGER_DOCUMENT (source), result, &error);

  soak->n_refused += title == NULL;
  soak->n_answers++;
}

static void
wait_for_all (Soak *soak)
{
  while (soak->n_answers < soak->n_ordered)
    g_main_context_iteration (NULL, TRUE);
}

static LedgerEdit *
make_edit (Soak *soak)
{
  static LedgerEdit *(*const gestures[]) (Soak * soak) = {
    add_heading, add_issue,   add_issue, add_measure, add_measure, change_text,
    change_text, change_text, claim,     finish,      move,        remove_one,
  };

  if (pick (soak, 50) == 0)
    return add_many (soak);
  return gestures[pick (soak, G_N_ELEMENTS (gestures))](soak);
}

static void
step (Soak *soak)
{
  g_autoptr (LedgerEdit) edit = NULL;

  if (pick (soak, 6) == 0 && ledger_document_get_undo_title (soak->document) != NULL)
    ledger_document_undo_async (soak->document, on_turned, soak);
  else if (pick (soak, 8) == 0 && ledger_document_get_redo_title (soak->document) != NULL)
    ledger_document_redo_async (soak->document, on_turned, soak);
  else
    {
      edit = make_edit (soak);
      if (edit == NULL)
        return;
      ledger_document_commit_async (soak->document, edit, NULL, on_written, soak);
    }
  soak->n_ordered++;
  /* Now and again nobody waits before going on. */
  if (pick (soak, 10) > 0)
    wait_for_all (soak);
}

/* --- comparing --- */

static void
open_again (Soak *soak)
{
  g_clear_object (&soak->looker);
  g_clear_object (&soak->document);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  soak->document = fixture_open (soak->path, LEDGER_DOCUMENT_WINDOW);
  g_assert_false (ledger_document_is_read_only (soak->document));
  ledger_document_set_actor (soak->document, NULL, "李敏");
  soak->looker = fixture_open (soak->path, LEDGER_DOCUMENT_READ);
}

/* All that was ordered is written and shown. */
static void
settle (Soak *soak)
{
  g_autoptr (GError) error = NULL;

  wait_for_all (soak);
  g_assert_true (ledger_document_refresh (soak->document, &error));
  g_assert_no_error (error);
  g_assert_true (ledger_document_refresh (soak->looker, &error));
  g_assert_no_error (error);
}

static void
compare (Soak *soak)
{
  g_autoptr (LedgerDocument) fresh = fixture_open (soak->path, LEDGER_DOCUMENT_READ);

  fixture_assert_same (soak->document, fresh);
  fixture_assert_same (soak->looker, fresh);
}

static void
check_whole (const char *path)
{
  g_autoptr (LedgerDocument) document = fixture_open (path, LEDGER_DOCUMENT_READ);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) damages =
      ledger_store_verify (ledger_document_get_store (document), NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (damages->len, ==, 0);
}

static void
test_soak (void)
{
  Soak soak = { .random = g_rand_new_with_seed (20260310) };

  {
    g_autoptr (LedgerDocument) made = fixture_document ();
    soak.path = g_strdup (ledger_document_get_path (made));
  }
  open_again (&soak);
  for (guint i = 1; i <= GESTURES; i++)
    {
      step (&soak);
      if (i % COMPARED_EVERY != 0)
        continue;
      settle (&soak);
      compare (&soak);
      if (i % OPENED_EVERY == 0)
        open_again (&soak);
    }
  g_test_message ("%u edits and turns, %u refused; %u problems",
                  soak.n_answers,
                  soak.n_refused,
                  ledger_table_get_n_records (ledger_document_get_table (soak.document, "issue")));
  g_assert_cmpuint (soak.n_answers, >, GESTURES / 2);
  g_clear_object (&soak.looker);
  g_clear_object (&soak.document);
  check_whole (soak.path);
  g_free (soak.path);
  g_rand_free (soak.random);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/soak/week", test_soak);
  return fixture_run ();
}
