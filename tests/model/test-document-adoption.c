/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-document-adoption.h"

#include "ledger-fixture.h"
#include "ledger-id.h"
#include "ledger-issue.h"

#define ROUNDS 60

typedef struct
{
  LedgerDocument *document; /* is edited … */
  LedgerDocument *shown;    /* … and shown here */
  guint n_put;
} Ground;

static void
set_up (Ground *ground, gconstpointer data)
{
  ground->document = fixture_document ();
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *heading = fixture_heading (ground->document, NULL, "方面");
      for (guint j = 0; j < 4; j++)
        {
          g_autofree char *issue = fixture_issue (ground->document, heading, "问题");
          g_free (fixture_measure (ground->document, issue, "措施"));
        }
    }
  ground->shown = fixture_open (ledger_document_get_path (ground->document), LEDGER_DOCUMENT_READ);
}

static void
tear_down (Ground *ground, gconstpointer data)
{
  g_clear_object (&ground->document);
  g_clear_object (&ground->shown);
}

static LedgerDocumentAdoption *
begin (Ground *ground)
{
  g_autoptr (LedgerDocument) found =
      fixture_open (ledger_document_get_path (ground->document), LEDGER_DOCUMENT_READ);
  g_autoptr (GHashTable) touched =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_hash_table_unref);

  g_assert_true (ledger_store_foreach_touched (
      found->store, ground->shown->position, ledger_document_take_touched, touched, NULL));
  ledger_document_load_rest (found);
  return ledger_document_adoption_new (ground->shown, found, touched);
}

static void
finish (Ground *ground, LedgerDocumentAdoption *adoption)
{
  while (!ledger_document_adoption_step (adoption))
    continue;
  ledger_document_adoption_finish (adoption);
  ledger_document_publish_tables (ground->shown);
  while (!ledger_document_adoption_drop (adoption))
    continue;
  fixture_assert_same (ground->shown, ground->document);
}

static const char *
pick (Ground *ground, const char *type)
{
  LedgerTable *table = ledger_document_get_table (ground->document, type);
  const guint n = ledger_table_get_n_records (table);

  return n == 0 ? NULL
                : ledger_record_get_id (
                    ledger_table_get_record (table, (guint)g_test_rand_int_range (0, (int)n)));
}

static void
delete_one (Ground *ground, const char *type)
{
  const char *const ids[] = { pick (ground, type), NULL };
  LedgerEdit *edit =
      ids[0] != NULL ? ledger_gesture_delete (ground->document, type, ids, NULL) : NULL;

  if (edit != NULL)
    fixture_commit (ground->document, edit);
}

/* To something that it was not. */
static void
put_anything (Ground *ground, const char *field)
{
  const char *issue = pick (ground, "issue");
  g_autofree char *value = NULL;

  if (issue == NULL)
    return;
  ground->n_put++;
  value =
      g_str_equal (field, "due")
          ? g_strdup_printf ("2026-%02u-%02u", 1 + ground->n_put / 28 % 12, 1 + ground->n_put % 28)
          : g_strdup_printf ("第%u次", ground->n_put);
  fixture_put (ground->document, "issue", issue, field, value, NULL);
}

static void
change_something (Ground *ground)
{
  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      delete_one (ground, "heading");
      break;
    case 1:
      delete_one (ground, "issue");
      break;
    case 2:
      ledger_document_undo (ground->document, NULL, NULL);
      break;
    case 3:
      g_free (fixture_issue (ground->document, pick (ground, "heading"), "又一个"));
      break;
    case 4:
      put_anything (ground, "text");
      break;
    default:
      put_anything (ground, "due");
    }
}

/* Whatever was written: afterwards all is as if it had been read anew, and who stayed is the same
 * record. */
static void
test_any_edits (Ground *ground, gconstpointer data)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GPtrArray) before =
          ledger_table_list_records (ledger_document_get_table (ground->shown, "issue"));
      for (guint j = 0; j < before->len; j++)
        g_object_ref (before->pdata[j]);
      g_ptr_array_set_free_func (before, g_object_unref);
      for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
        change_something (ground);
      g_autoptr (LedgerDocumentAdoption) adoption = begin (ground);
      finish (ground, adoption);
      for (guint j = 0; j < before->len; j++)
        {
          LedgerRecord *now = ledger_document_lookup (
              ground->shown, "issue", ledger_record_get_id (before->pdata[j]));
          g_assert_true (now == NULL || now == before->pdata[j]);
        }
    }
}

/* What was read, loaded or computed between two slices is looked at again. */
static void
test_disturbed (Ground *ground, gconstpointer data)
{
  const char *issue = pick (ground, "issue");

  fixture_put (ground->document, "issue", issue, "due", "2026-03-01", NULL);
  fixture_claim (ground->document, issue);
  g_assert_true (ledger_document_refresh (ground->shown, NULL));
  delete_one (ground, "heading");
  g_autoptr (LedgerDocumentAdoption) adoption = begin (ground);
  g_assert_true (ledger_document_adoption_step (adoption));
  ledger_facts_table_recompute (ground->shown->facts);
  g_assert_true (ledger_document_adoption_step (adoption));
  g_assert_nonnull (ledger_document_get_table (ground->shown, "note"));
  finish (ground, adoption);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add ("/document-adoption/any-edits", Ground, NULL, set_up, test_any_edits, tear_down);
  g_test_add ("/document-adoption/disturbed", Ground, NULL, set_up, test_disturbed, tear_down);
  return fixture_run ();
}
