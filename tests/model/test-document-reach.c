/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-document-private.h"

#include "ledger-fixture.h"

/* Two levels of headings, the inner one with three problems of a measure each: one heading, three
 * problems and three measures below the outer one. */
#define BELOW 7

typedef struct
{
  LedgerDocument *writing;
  LedgerDocument *document; /* reads the same ledger, and is behind */
  char *outer;
  char *inner;
} Ground;

static void
set_up (Ground *ground, gconstpointer data)
{
  ground->writing = fixture_document ();
  ground->outer = fixture_heading (ground->writing, NULL, "方面");
  ground->inner = fixture_heading (ground->writing, ground->outer, "大类");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *issue = fixture_issue (ground->writing, ground->inner, "问题");
      g_free (fixture_measure (ground->writing, issue, "措施"));
    }
  ground->document =
      fixture_open (ledger_document_get_path (ground->writing), LEDGER_DOCUMENT_READ);
  ledger_document_load_rest (ground->document);
}

static void
tear_down (Ground *ground, gconstpointer data)
{
  g_clear_object (&ground->document);
  g_clear_object (&ground->writing);
  g_free (ground->outer);
  g_free (ground->inner);
}

static void
delete_heading (Ground *ground, const char *id)
{
  const char *const ids[] = { id, NULL };
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit = ledger_gesture_delete (ground->writing, "heading", ids, &error);

  g_assert_no_error (error);
  fixture_commit (ground->writing, edit);
}

static void
check_reach (Ground *ground, guint n)
{
  g_assert_false (ledger_document_reaches_many (ground->document, n));
  if (n > 0)
    g_assert_true (ledger_document_reaches_many (ground->document, n - 1));
}

static void
refresh (Ground *ground)
{
  g_autoptr (GError) error = NULL;

  ledger_document_refresh (ground->document, &error);
  g_assert_no_error (error);
}

/* What goes takes all below it along, and what comes brings it. */
static void
test_deleted (Ground *ground, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  check_reach (ground, 0);
  delete_heading (ground, ground->outer);
  check_reach (ground, BELOW);
  refresh (ground);
  check_reach (ground, 0);
  ledger_document_undo (ground->writing, NULL, &error);
  g_assert_no_error (error);
  check_reach (ground, BELOW);
}

/* Below what stays nothing moves. */
static void
test_renamed (Ground *ground, gconstpointer data)
{
  fixture_put (ground->writing, "heading", ground->outer, "text", "另一方面", NULL);
  check_reach (ground, 0);
}

/* Nobody has read the measures here, and nobody will read them for this. */
static void
test_not_loaded (Ground *ground, gconstpointer data)
{
  g_clear_object (&ground->document);
  ground->document =
      fixture_open (ledger_document_get_path (ground->writing), LEDGER_DOCUMENT_READ);
  delete_heading (ground, ground->inner);
  check_reach (ground, 3);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Ground *ground, gconstpointer data);
  } tests[] = {
    { "/document-reach/deleted", test_deleted },
    { "/document-reach/renamed", test_renamed },
    { "/document-reach/not-loaded", test_not_loaded },
  };

  fixture_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Ground, NULL, set_up, tests[i].test, tear_down);
  return fixture_run ();
}
