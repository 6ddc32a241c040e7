/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-choice.h"

#include "ledger-reading.h"

/* Every field that is a choice has its choices, and no other field has. */
static void
test_fields (void)
{
  const LedgerReading *reading = ledger_reading_get_default ();

  for (guint i = 0; i < reading->n_types; i++)
    for (guint j = 0; j < reading->types[i]->n_columns; j++)
      {
        const LedgerColumn *column = &reading->types[i]->columns[j];
        guint n = 99;
        const LedgerChoice *choices =
            ledger_choice_list (reading->types[i]->name, column->name, &n);
        g_test_message ("%s.%s", reading->types[i]->name, column->name);
        g_assert_true ((choices != NULL) == (column->kind == LEDGER_COLUMN_CHOICE));
        g_assert_true ((n > 0) == (choices != NULL));
      }
}

static void
test_words (void)
{
  guint n;
  const LedgerChoice *choices = ledger_choice_list ("issue", "deadline_class", &n);

  /* In ledgers already. */
  g_assert_cmpuint (n, >=, 3);
  g_assert_cmpstr (choices[0].word, ==, "immediate");
  g_assert_cmpstr (choices[1].word, ==, "time_limited");
  g_assert_cmpstr (choices[2].word, ==, "long_term");
  for (guint i = 0; i < n; i++)
    {
      const char *name = ledger_choice_get_name ("issue", "deadline_class", choices[i].word);
      g_assert_cmpstr (name, !=, choices[i].word);
      g_assert_cmpstr (ledger_choice_find ("issue", "deadline_class", name), ==, choices[i].word);
      g_assert_cmpstr (
          ledger_choice_find ("issue", "deadline_class", choices[i].word), ==, choices[i].word);
    }
  g_assert_null (ledger_choice_find ("issue", "deadline_class", "soon"));
  g_assert_null (ledger_choice_find ("issue", "deadline_class", NULL));
  /* Of a newer program. */
  g_assert_cmpstr (ledger_choice_get_name ("issue", "deadline_class", "deferred"), ==, "deferred");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/choice/fields", test_fields);
  g_test_add_func ("/choice/words", test_words);
  return g_test_run ();
}
