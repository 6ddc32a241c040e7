/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-damage-words.h"

#include "ledger-fixture.h"

static char *
describe (LedgerDocument *document, const char *type, const char *id, const char *field)
{
  const LedgerDamage damage = {
    .place = (char *)"reading",
    .text = (char *)"as the store says it",
    .type = (char *)type,
    .id = (char *)id,
    .field = (char *)field,
  };

  return ledger_damage_words_describe (document, &damage);
}

static void
check (LedgerDocument *document,
       const char *type,
       const char *id,
       const char *field,
       const char *const *words,
       const char *never)
{
  g_autofree char *sentence = describe (document, type, id, field);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (sentence, words[i]) == NULL)
      g_error ("“%s” does not say “%s”", sentence, words[i]);
  g_assert_null (strstr (sentence, never));
}

#define WORDS(...)                                                                                 \
  (const char *const[]) { __VA_ARGS__, NULL }

/* By number and name, and never by what only the file knows. */
static void
test_in_words (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *heading = fixture_heading (document, NULL, "方面");
  g_autofree char *issue = fixture_issue (document, heading, "问题");
  g_autofree char *measure = fixture_measure (document, issue, "措施");
  const char *department;

  fixture_claim (document, issue);
  department = ledger_record_get_id (ledger_document_find_name (document, "department", "办公室"));
  check (document, "issue", issue, "root_cause", WORDS ("problem 1.1", "“root cause”"), issue);
  check (document, "measure", measure, "text", WORDS ("1.1 measure 1", "“measure”"), measure);
  check (document, "claim", issue, "handler", WORDS ("claim 1.1", "“handler”"), issue);
  check (document, "department", department, "name", WORDS ("办公室"), department);
  check (document, "issue", issue, "deleted", WORDS ("problem 1.1", "“deletion”"), issue);
  check (document, "issue", issue, NULL, WORDS ("problem 1.1", "missing"), issue);
  check (document, "issue", issue, "id", WORDS ("problem 1.1", "another id"), issue);
}

/* What nobody can know any better. */
static void
test_as_the_store_says (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  const struct
  {
    LedgerDocument *document;
    const char *type;
    const char *id;
  } cases[] = { { NULL, "issue", "0a" },
                { document, "issue", NULL },
                { document, NULL, NULL },
                { document, "of a newer program", "0a" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = describe (cases[i].document, cases[i].type, cases[i].id, "text");

      g_assert_cmpstr (words, ==, "as the store says it");
    }
}

static void
test_row (void)
{
  LedgerDamage damage = { .place = (char *)"reading", .text = (char *)"x" };
  g_autofree char *table = NULL;
  g_autofree char *row = NULL;
  g_autofree char *column = NULL;

  g_assert_null (ledger_damage_words_dup_row (&damage));
  damage.type = (char *)"issue";
  table = ledger_damage_words_dup_row (&damage);
  g_assert_cmpstr (table, ==, "Table issue");
  damage.id = (char *)"0a";
  row = ledger_damage_words_dup_row (&damage);
  g_assert_cmpstr (row, ==, "Table issue, row 0a");
  damage.field = (char *)"text";
  column = ledger_damage_words_dup_row (&damage);
  g_assert_cmpstr (column, ==, "Table issue, row 0a, column text");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/damage-words/in-words", test_in_words);
  g_test_add_func ("/damage-words/as-the-store-says", test_as_the_store_says);
  g_test_add_func ("/damage-words/row", test_row);
  return fixture_run ();
}
