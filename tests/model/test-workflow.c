/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ledger-signoff-order.h"
#include "ledger-workflow.h"

#define MOST 8
#define DAY_MS G_GINT64_CONSTANT (86400000)

/* Sign-offs written short: "h1=H" handler agrees; "r1=R<h1" reviewer agrees having seen h1;
 * small letters h r l return, "wH" withdraws the handler's act, "d" delegates; "@12" on day 12. */
typedef struct
{
  LedgerSignoffFact facts[MOST];
  char ids[MOST][16];
  char previous_ids[MOST][MOST][16];
  const char *previous[MOST][MOST + 1];
  guint n;
} Signoffs;

static LedgerStep
step_of_letter (char letter)
{
  return strchr ("Hh", letter)   ? LEDGER_STEP_HANDLER
         : strchr ("Rr", letter) ? LEDGER_STEP_REVIEWER
                                 : LEDGER_STEP_LEADER;
}

static void
read_signoff (Signoffs *signoffs, const char *text)
{
  guint i = signoffs->n++;
  g_auto (GStrv) halves = g_strsplit (text, "=", 2);
  g_auto (GStrv) act = g_strsplit (halves[1], "<", 2);
  g_auto (GStrv) timed = g_strsplit (act[0], "@", 2);
  LedgerSignoffFact *fact = &signoffs->facts[i];
  g_strlcpy (signoffs->ids[i], halves[0], sizeof signoffs->ids[i]);
  fact->id = signoffs->ids[i];
  fact->time = timed[1] ? g_ascii_strtoll (timed[1], NULL, 10) * DAY_MS : (gint64)i;
  if (timed[0][0] == 'w')
    fact->decision = LEDGER_DECISION_WITHDRAW;
  else if (timed[0][0] == 'd')
    fact->decision = LEDGER_DECISION_DELEGATE;
  else
    fact->decision = g_ascii_isupper (timed[0][0]) ? LEDGER_DECISION_AGREE : LEDGER_DECISION_RETURN;
  fact->step = step_of_letter (timed[0][timed[0][0] == 'w' ? 1 : 0]);
  fact->previous = signoffs->previous[i];
  g_auto (GStrv) seen = g_strsplit (act[1] ? act[1] : "", ",", -1);
  for (guint k = 0; seen[k]; k++)
    {
      g_strlcpy (signoffs->previous_ids[i][k], seen[k], 16);
      signoffs->previous[i][k] = signoffs->previous_ids[i][k];
    }
}

static Signoffs *
read_signoffs (const char *text)
{
  Signoffs *signoffs = g_new0 (Signoffs, 1);
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  for (guint i = 0; parts[i]; i++)
    if (parts[i][0])
      read_signoff (signoffs, parts[i]);
  return signoffs;
}

static LedgerWorkflowFacts
facts_of (const Signoffs *signoffs)
{
  return (LedgerWorkflowFacts){ .claimed = TRUE,
                                .has_handler = TRUE,
                                .n_measures = 1,
                                .continued = LEDGER_DAY_NONE,
                                .closed = LEDGER_DAY_NONE,
                                .reopened = LEDGER_DAY_NONE,
                                .signoffs = signoffs->facts,
                                .n_signoffs = signoffs->n };
}

typedef struct
{
  const char *signoffs;
  LedgerState state;
  guint round;
  gboolean returned;
  gboolean contested;
  const char *counted; /* ids at handler, reviewer, leader; "-": none */
  const char *last;
} Case;

#define PROGRESS LEDGER_STATE_IN_PROGRESS
#define REVIEW LEDGER_STATE_AWAITING_REVIEW
#define APPROVAL LEDGER_STATE_AWAITING_APPROVAL
#define DONE LEDGER_STATE_DONE_BY_UNIT

static const Case cases[] = {
  { "", PROGRESS, 1, FALSE, FALSE, "- - -", NULL },
  { "a=H", REVIEW, 1, FALSE, FALSE, "a - -", "a" },
  { "a=H b=R<a", APPROVAL, 1, FALSE, FALSE, "a b -", "b" },
  { "a=H b=R<a c=L<a,b", DONE, 1, FALSE, FALSE, "a b c", "c" },
  /* returned by the reviewer, and all again */
  { "a=H b=r<a", PROGRESS, 2, TRUE, FALSE, "- - -", "b" },
  { "a=H b=r<a c=H<a,b", REVIEW, 2, FALSE, FALSE, "c - -", "c" },
  { "a=H b=r<a c=H<a,b d=R<c e=L<d", DONE, 2, FALSE, FALSE, "c d e", "e" },
  /* the leader returns one step back: to the reviewer, who may return in turn */
  { "a=H b=R<a c=l<b", REVIEW, 2, TRUE, FALSE, "a - -", "c" },
  { "a=H b=R<a c=l<b d=R<c", APPROVAL, 2, FALSE, FALSE, "a d -", "d" },
  { "a=H b=R<a c=l<b d=r<c", PROGRESS, 3, TRUE, FALSE, "- - -", "d" },
  /* after the last signature the leader may still return, e.g. what was changed since */
  { "a=H b=R<a c=L<b d=l<c", REVIEW, 2, TRUE, FALSE, "a - -", "d" },
  /* withdrawing one's own act while nobody has acted on it */
  { "a=H b=wH<a", PROGRESS, 1, FALSE, FALSE, "- - -", NULL },
  { "a=H b=wH<a c=H<b", REVIEW, 1, FALSE, FALSE, "c - -", "c" },
  { "a=H b=R<a c=wH<b", APPROVAL, 1, FALSE, FALSE, "a b -", "b" },
  { "a=H b=R<a c=wR<b", REVIEW, 1, FALSE, FALSE, "a - -", "a" },
  { "a=H b=R<a c=wR<b d=wH<c", PROGRESS, 1, FALSE, FALSE, "- - -", NULL },
  { "a=H b=r<a c=wR<b", REVIEW, 1, FALSE, FALSE, "a - -", "a" },
  { "a=H b=r<a c=H<b d=wR<c", REVIEW, 2, FALSE, FALSE, "c - -", "c" },
  /* signed again: the steps after it have to follow anew */
  { "a=H b=H<a", REVIEW, 1, FALSE, FALSE, "b - -", "b" },
  { "a=H b=R<a c=R<b", APPROVAL, 1, FALSE, FALSE, "a c -", "c" },
  { "a=H b=R<a c=L<b d=H<c", REVIEW, 1, FALSE, FALSE, "d - -", "d" },
  { "a=H b=R<a c=L<b d=L<c", DONE, 1, FALSE, FALSE, "a b d", "d" },
  /* out of turn: no effect */
  { "a=R", PROGRESS, 1, FALSE, FALSE, "- - -", NULL },
  { "a=h", PROGRESS, 1, FALSE, FALSE, "- - -", NULL },
  { "a=H b=L<a", REVIEW, 1, FALSE, FALSE, "a - -", "a" },
  { "a=H b=l<a", REVIEW, 1, FALSE, FALSE, "a - -", "a" },
  { "a=H b=dR<a", REVIEW, 1, FALSE, FALSE, "a - -", "a" },
  /* two PCs: a return counts before an agreement that did not know it */
  { "a=H b=R<a c=r<a", PROGRESS, 2, TRUE, TRUE, "- - -", "c" },
  { "a=H b=R<a d=L<b c=r<a", PROGRESS, 2, TRUE, TRUE, "- - -", "c" },
  { "a=H b=R<a c=wH<a", PROGRESS, 1, FALSE, TRUE, "- - -", NULL },
  { "a=H b=r<a c=wH<a", PROGRESS, 2, TRUE, TRUE, "- - -", "b" },
  { "a=H b=r<a c=r<a", PROGRESS, 2, TRUE, TRUE, "- - -", "b" },
  { "a=H b=r<a c=r<a d=H<c", REVIEW, 2, FALSE, TRUE, "d - -", "d" },
  { "a=H b=R<a c=l<b d=r<a", PROGRESS, 2, TRUE, TRUE, "- - -", "d" },
  /* the same said twice without knowing each other counts once, and what stood on either stays */
  { "a=H b=H", REVIEW, 1, FALSE, TRUE, "a - -", "a" },
  { "a=H b=R<a c=R<a d=L<c", DONE, 1, FALSE, TRUE, "a b d", "d" },
  { "a=H b=H c=R<b", APPROVAL, 1, FALSE, TRUE, "a c -", "c" },
  { "a=H b=H c=wH<b", PROGRESS, 1, FALSE, TRUE, "- - -", NULL },
  /* a late agreement of round 1 does not count in round 3 */
  { "x=H a=H b=r<a c=H<b d=r<c", PROGRESS, 3, TRUE, TRUE, "- - -", "d" },
  /* what was seen but is not here is left out; what claims to have seen itself does not count */
  { "a=H<zz b=R<a,yy", APPROVAL, 1, FALSE, FALSE, "a b -", "b" },
  { "a=H<b b=R<a", PROGRESS, 1, FALSE, TRUE, "- - -", NULL },
  { "a=H b=R<a,c c=R<b", REVIEW, 1, FALSE, TRUE, "a - -", "a" },
};

static char *
describe (const LedgerWorkflow *workflow)
{
  return g_strdup_printf ("%s round %u%s%s%s%s counted %s %s %s last %s",
                          ledger_state_get_word (workflow->state),
                          workflow->round,
                          workflow->returned ? " returned" : "",
                          workflow->contested ? " contested" : "",
                          workflow->reopened ? " reopened" : "",
                          workflow->incomplete_claim ? " incomplete" : "",
                          workflow->counted[0] ? workflow->counted[0] : "-",
                          workflow->counted[1] ? workflow->counted[1] : "-",
                          workflow->counted[2] ? workflow->counted[2] : "-",
                          workflow->last ? workflow->last : "-");
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autofree Signoffs *signoffs = read_signoffs (c->signoffs);
      LedgerWorkflowFacts facts = facts_of (signoffs);
      LedgerWorkflow workflow = ledger_workflow_compute (&facts);
      g_autofree char *got = describe (&workflow);
      g_autofree char *expected = g_strdup_printf ("%s round %u%s%s counted %s last %s",
                                                   ledger_state_get_word (c->state),
                                                   c->round,
                                                   c->returned ? " returned" : "",
                                                   c->contested ? " contested" : "",
                                                   c->counted,
                                                   c->last ? c->last : "-");
      if (strcmp (got, expected))
        g_test_message ("[%s]", c->signoffs);
      g_assert_cmpstr (got, ==, expected);
    }
}

/* --- other steps --- */

/* HELD: the ledger asks for no review now; EVER: it did so at some time. */
static const struct
{
  const char *signoffs;
  gboolean held, ever;
  LedgerState state;
  guint level;
  const char *counted;
} steps_cases[] = {
  /* 承办 → 签批 */
  { "", TRUE, TRUE, PROGRESS, 0, "- - -" },
  { "a=H", TRUE, TRUE, APPROVAL, 1, "a - -" },
  { "a=H b=L<a", TRUE, TRUE, DONE, 3, "a - b" },
  { "a=H b=l<a", TRUE, TRUE, PROGRESS, 0, "- - -" },
  { "a=H b=l<a c=H<b d=L<c", TRUE, TRUE, DONE, 3, "c - d" },
  { "a=H b=L<a c=l<b", TRUE, TRUE, PROGRESS, 0, "- - -" },
  { "a=H b=L<a c=wL<b", TRUE, TRUE, APPROVAL, 1, "a - -" },
  { "a=H b=L<a c=H<b", TRUE, TRUE, APPROVAL, 1, "c - -" },
  { "a=L", TRUE, TRUE, PROGRESS, 0, "- - -" },
  /* asked for three again: what two have signed is signed, what waits waits for the review */
  { "a=H b=L<a", FALSE, TRUE, DONE, 3, "a - b" },
  { "a=H", FALSE, TRUE, REVIEW, 1, "a - -" },
  { "a=H b=L<a c=l<b", FALSE, TRUE, PROGRESS, 0, "- - -" },
  /* asked for two since: the review stands where there is one */
  { "a=H b=R<a", TRUE, TRUE, APPROVAL, 2, "a b -" },
  { "a=H b=R<a c=L<b", TRUE, TRUE, DONE, 3, "a b c" },
  { "a=H b=R<a c=l<b", TRUE, TRUE, PROGRESS, 0, "- - -" },
  { "a=H b=R<a c=l<b d=H<c", TRUE, TRUE, APPROVAL, 1, "d - -" },
  { "a=H b=R<a c=l<b", FALSE, TRUE, REVIEW, 1, "a - -" },
  /* never asked for two: a leader over no review is out of turn */
  { "a=H b=L<a", FALSE, FALSE, REVIEW, 1, "a - -" },
};

static void
test_other_steps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps_cases); i++)
    {
      g_autofree Signoffs *signoffs = read_signoffs (steps_cases[i].signoffs);
      LedgerWorkflowFacts facts = facts_of (signoffs);
      facts.without_review = steps_cases[i].held;
      facts.ever_without_review = steps_cases[i].ever;
      LedgerWorkflow workflow = ledger_workflow_compute (&facts);
      g_autofree char *counted = g_strdup_printf ("%s %s %s",
                                                  workflow.counted[0] ? workflow.counted[0] : "-",
                                                  workflow.counted[1] ? workflow.counted[1] : "-",
                                                  workflow.counted[2] ? workflow.counted[2] : "-");
      g_test_message (
          "[%s] asked for %s", steps_cases[i].signoffs, facts.without_review ? "two" : "three");
      g_assert_cmpstr (
          ledger_state_get_word (workflow.state), ==, ledger_state_get_word (steps_cases[i].state));
      g_assert_cmpuint (workflow.level, ==, steps_cases[i].level);
      g_assert_cmpstr (counted, ==, steps_cases[i].counted);
    }
}

/* --- facts beside the sign-offs --- */

static void
test_facts (void)
{
  const LedgerDay none = LEDGER_DAY_NONE;
  const struct
  {
    const char *signoffs;
    gboolean claimed, handler;
    guint measures;
    gboolean started;
    LedgerDay continued, closed, reopened;
    const char *expected;
  } table[] = {
    { "", 0, 0, 0, 0, none, none, none, "unclaimed round 1" },
    { "", 0, 0, 3, 0, none, none, none, "unclaimed round 1" },
    { "", 1, 0, 0, 0, none, none, none, "claimed round 1 incomplete" },
    { "", 1, 0, 3, 0, none, none, none, "claimed round 1 incomplete" },
    { "", 1, 0, 3, 1, none, none, none, "in_progress round 1 incomplete" },
    { "", 1, 1, 0, 0, none, none, none, "claimed round 1" },
    { "", 1, 1, 0, 1, none, none, none, "in_progress round 1" },
    { "", 1, 1, 2, 0, none, none, none, "in_progress round 1" },
    { "a=H", 0, 1, 2, 0, none, none, none, "awaiting_review round 1" },
    { "", 1, 1, 2, 0, 30, none, none, "continued round 1" },
    { "a=H@3", 1, 1, 2, 0, 30, none, none, "awaiting_review round 1" },
    { "a=H@3 b=R@3<a c=L@3<b", 1, 1, 2, 0, 30, none, none, "continued round 1" },
    { "a=H@3 b=R@3<a c=L@3<b", 1, 1, 2, 0, none, 9, none, "closed round 1" },
    { "", 1, 1, 2, 0, none, 9, none, "closed round 1" },
    { "a=H@3 b=R@3<a c=L@3<b", 1, 1, 2, 0, none, 9, 20, "in_progress round 1 reopened" },
    { "a=H@3 b=r@3<a c=H@4<b", 1, 1, 2, 0, none, 9, 20, "in_progress round 2 reopened" },
    { "a=H@3 b=R@3<a c=L@3<b d=H@21<c",
      1,
      1,
      2,
      0,
      none,
      9,
      20,
      "awaiting_review round 1 reopened" },
    { "a=H@3 b=R@3<a c=L@3<b", 1, 1, 2, 0, none, 30, 20, "closed round 1" },
    { "", 1, 1, 2, 0, 5, 9, 20, "in_progress round 1 reopened" },
    { "", 1, 1, 2, 0, 25, 9, 20, "continued round 1 reopened" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree Signoffs *signoffs = read_signoffs (table[i].signoffs);
      LedgerWorkflowFacts facts = { .claimed = table[i].claimed,
                                    .has_handler = table[i].handler,
                                    .n_measures = table[i].measures,
                                    .started = table[i].started,
                                    .continued = table[i].continued,
                                    .closed = table[i].closed,
                                    .reopened = table[i].reopened,
                                    .signoffs = signoffs->facts,
                                    .n_signoffs = signoffs->n };
      LedgerWorkflow workflow = ledger_workflow_compute (&facts);
      g_autofree char *got = g_strdup_printf ("%s round %u%s%s",
                                              ledger_state_get_word (workflow.state),
                                              workflow.round,
                                              workflow.incomplete_claim ? " incomplete" : "",
                                              workflow.reopened ? " reopened" : "");
      if (strcmp (got, table[i].expected))
        g_test_message ("row %u", i);
      g_assert_cmpstr (got, ==, table[i].expected);
    }
}

/* --- a rebound stands in the order of the sign-offs, whatever the days say --- */

/* All closed on day 9 and reopened on day 20. OVER: the last sign-off that counted then. */
static const struct
{
  const char *signoffs;
  const char *over;
  const char *expected;
} rebound_cases[] = {
  /* signed, closed and found again on one day */
  { "a=H@20 b=R@20<a c=L@20<b", "c", "in_progress round 1 reopened counted - - - last -" },
  { "a=H@20 b=R@20<a c=L@20<b d=H@20<c",
    "c",
    "awaiting_review round 1 reopened counted d - - last d" },
  { "a=H@20 b=R@20<a c=L@20<b d=H@20<c e=R@20<d f=L@20<e",
    "c",
    "done_by_unit round 1 reopened counted d e f last f" },
  /* a clock that is slow makes nobody sign before the rebound */
  { "a=H@20 b=R@20<a c=L@20<b d=H@3<c",
    "c",
    "awaiting_review round 1 reopened counted d - - last d" },
  /* nor one that is fast after it */
  { "a=H@20 b=R@20<a c=L@25<b", "c", "in_progress round 1 reopened counted - - - last -" },
  /* what was signed elsewhere without knowing of the last signature belongs to before */
  { "a=H@20 b=R@20<a c=L@20<b d=H@21",
    "c",
    "in_progress round 1 contested reopened counted - - - last -" },
  /* returns of before stay counted, those after it count on */
  { "a=H@18 b=r@18<a c=H@19<b d=R@19<c e=L@20<d f=H@20<e",
    "e",
    "awaiting_review round 2 reopened counted f - - last f" },
  { "a=H@18 b=r@18<a c=H@19<b d=R@19<c e=L@20<d f=H@20<e g=r@20<f",
    "e",
    "in_progress round 3 returned reopened counted - - - last g" },
  /* no sign-off is named, or one that is not here: the days decide */
  { "a=H@3 b=R@3<a c=L@3<b d=H@20<c",
    NULL,
    "awaiting_review round 1 reopened counted d - - last d" },
  { "a=H@3 b=R@3<a c=L@3<b d=H@20<c",
    "zz",
    "awaiting_review round 1 reopened counted d - - last d" },
};

static void
test_rebounds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rebound_cases); i++)
    {
      g_autofree Signoffs *signoffs = read_signoffs (rebound_cases[i].signoffs);
      LedgerWorkflowFacts facts = facts_of (signoffs);
      facts.closed = 9;
      facts.reopened = 20;
      facts.reopened_over = rebound_cases[i].over;
      LedgerWorkflow workflow = ledger_workflow_compute (&facts);
      g_autofree char *got = describe (&workflow);
      g_test_message ("[%s] over %s", rebound_cases[i].signoffs, rebound_cases[i].over);
      g_assert_cmpstr (got, ==, rebound_cases[i].expected);
    }
}

/* --- random sign-offs --- */

static void
make_random (Signoffs *signoffs)
{
  memset (signoffs, 0, sizeof *signoffs);
  signoffs->n = (guint)g_test_rand_int_range (1, MOST);
  for (guint i = 0; i < signoffs->n; i++)
    {
      int kind = g_test_rand_int_range (0, 10);
      guint k = 0;
      g_snprintf (signoffs->ids[i], 16, "%c%u", 'a' + g_test_rand_int_range (0, 26), i);
      for (guint j = 0; j < i; j++)
        if (g_test_rand_int_range (0, 10) < 6)
          signoffs->previous[i][k++] = signoffs->ids[j];
      signoffs->facts[i] = (LedgerSignoffFact){ .id = signoffs->ids[i],
                                                .step = (LedgerStep)g_test_rand_int_range (0, 3),
                                                .decision = kind < 6   ? LEDGER_DECISION_AGREE
                                                            : kind < 8 ? LEDGER_DECISION_RETURN
                                                                       : LEDGER_DECISION_WITHDRAW,
                                                .previous = signoffs->previous[i],
                                                .time = g_test_rand_int_range (0, 3) };
    }
}

static void
shuffle (LedgerSignoffFact *facts, guint n)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = (guint)g_test_rand_int_range (0, (gint32)i);
      LedgerSignoffFact kept = facts[i - 1];
      facts[i - 1] = facts[j];
      facts[j] = kept;
    }
}

/* The state depends on the set of sign-offs, not on the order in which they come. */
static void
test_order_independence (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      Signoffs signoffs;
      make_random (&signoffs);
      LedgerWorkflowFacts facts = facts_of (&signoffs);
      LedgerWorkflow first = ledger_workflow_compute (&facts);
      g_autofree char *expected = describe (&first);
      for (guint k = 0; k < 4; k++)
        {
          shuffle (signoffs.facts, signoffs.n);
          LedgerWorkflow again = ledger_workflow_compute (&facts);
          g_autofree char *got = describe (&again);
          g_assert_cmpstr (got, ==, expected);
        }
    }
}

/* Whoever has signed everything stays done, whatever is asked for afterwards. */
static void
test_steps_never_undo (void)
{
  guint done = 0;
  for (guint i = 0; i < 5000; i++)
    {
      Signoffs signoffs;
      make_random (&signoffs);
      LedgerWorkflowFacts facts = facts_of (&signoffs);
      facts.ever_without_review = TRUE;
      LedgerWorkflow three = ledger_workflow_compute (&facts);
      facts.without_review = TRUE;
      LedgerWorkflow two = ledger_workflow_compute (&facts);
      g_assert_cmpint (three.state == DONE, ==, two.state == DONE);
      g_assert_cmpstr (three.last, ==, two.last);
      g_assert_cmpuint (three.round, ==, two.round);
      done += two.state == DONE;
      for (guint step = 0; step < two.level; step++)
        g_assert_cmpstr (three.counted[step], ==, two.counted[step]);
    }
  g_assert_cmpuint (done, >, 100);
}

/* --- oracle: the same rules written another way --- */

/* Bit j of seen[i]: i had seen j. */
static void
see_all (const Signoffs *signoffs, guint *seen)
{
  memset (seen, 0, sizeof (guint) * MOST);
  for (guint round = 0; round < signoffs->n; round++)
    for (guint i = 0; i < signoffs->n; i++)
      for (guint j = 0; j < signoffs->n; j++)
        for (guint k = 0; signoffs->facts[i].previous[k]; k++)
          if (strcmp (signoffs->facts[i].previous[k], signoffs->facts[j].id) == 0)
            seen[i] |= 1u << j | seen[j];
}

static int
oracle_class (const LedgerSignoffFact *fact)
{
  return fact->decision == LEDGER_DECISION_RETURN     ? 0
         : fact->decision == LEDGER_DECISION_WITHDRAW ? 1
                                                      : 2;
}

/* Whether a permutation keeps what was seen before what saw it, and (where STRICT) puts returns
 * before withdrawals before agreements wherever two do not know each other. */
static gboolean
is_allowed (const Signoffs *signoffs, const guint *seen, const guint *sequence, gboolean strict)
{
  for (guint i = 0; i < signoffs->n; i++)
    for (guint j = i + 1; j < signoffs->n; j++)
      {
        guint a = sequence[i];
        guint b = sequence[j];
        gboolean strangers = !(seen[a] >> b & 1) && !(seen[b] >> a & 1);
        if (seen[a] >> b & 1)
          return FALSE;
        if (strict && strangers
            && oracle_class (&signoffs->facts[a]) > oracle_class (&signoffs->facts[b]))
          return FALSE;
      }
  return TRUE;
}

static gboolean
some_permutation_is_strict (const Signoffs *signoffs, const guint *seen, guint *sequence, guint n)
{
  if (n == signoffs->n)
    return is_allowed (signoffs, seen, sequence, TRUE);
  g_assert_cmpuint (n, <, MOST);
  for (guint i = 0; i < signoffs->n; i++)
    {
      gboolean used = FALSE;
      for (guint k = 0; k < n; k++)
        used |= sequence[k] == i;
      sequence[n] = i;
      if (!used && some_permutation_is_strict (signoffs, seen, sequence, n + 1))
        return TRUE;
    }
  return FALSE;
}

/* Wherever returns can all come before withdrawals before agreements, they do: all permutations are
 * tried. */
static void
test_sequence (void)
{
  guint strict = 0;
  for (guint i = 0; i < 1500; i++)
    {
      Signoffs signoffs;
      guint seen[MOST];
      guint sequence[MOST];
      make_random (&signoffs);
      signoffs.n = MIN (signoffs.n, 6);
      see_all (&signoffs, seen);
      g_autoptr (LedgerSignoffOrder) order = ledger_signoff_order_new (signoffs.facts, signoffs.n);
      g_autoptr (GArray) ours = ledger_signoff_order_dup_sequence (order);
      g_assert_cmpuint (ours->len, ==, signoffs.n);
      g_assert_true (is_allowed (&signoffs, seen, (guint *)(gpointer)ours->data, FALSE));
      if (!some_permutation_is_strict (&signoffs, seen, sequence, 0))
        continue;
      strict++;
      g_assert_true (is_allowed (&signoffs, seen, (guint *)(gpointer)ours->data, TRUE));
    }
  g_assert_cmpuint (strict, >, 1000);
}

/* The chain as a list of texts "A0:+b2+c3" (agreement at step 0 by two), replayed from nothing for
 * each sign-off. */
typedef struct
{
  gboolean is_return;
  int step;
  guint members;
} OracleAct;

static int
oracle_level (const OracleAct *acts, guint n)
{
  return n == 0 ? 0 : acts[n - 1].is_return ? acts[n - 1].step - 1 : acts[n - 1].step + 1;
}

static gboolean
oracle_saw (const OracleAct *acts, guint n, guint withdrawals, guint seen)
{
  for (guint i = 0; i < n; i++)
    if (!(acts[i].members & seen))
      return FALSE;
  return (withdrawals & ~seen) == 0;
}

static gboolean
oracle_in_turn (int level, int step, gboolean is_return)
{
  if (!is_return)
    return step <= level;
  return step > 0 && (step == level || (step == 2 && level == 3));
}

static char *
oracle (const Signoffs *signoffs, const guint *seen, const guint *sequence)
{
  OracleAct acts[MOST];
  guint n = 0;
  guint withdrawals = 0;
  gboolean contested = FALSE;
  for (guint i = 0; i < signoffs->n; i++)
    {
      guint at = sequence[i];
      const LedgerSignoffFact *fact = &signoffs->facts[at];
      gboolean is_return = fact->decision == LEDGER_DECISION_RETURN;
      gboolean saw = oracle_saw (acts, n, withdrawals, seen[at]);
      contested |= !saw;
      if (fact->decision == LEDGER_DECISION_WITHDRAW)
        {
          if (!saw || n == 0 || acts[n - 1].step != (int)fact->step)
            continue;
          withdrawals |= 1u << at;
          acts[n - 1].members &= ~seen[at];
          n -= acts[n - 1].members == 0;
        }
      else if (saw && oracle_in_turn (oracle_level (acts, n), (int)fact->step, is_return))
        acts[n++] = (OracleAct){ is_return, (int)fact->step, 1u << at };
      else if (!saw)
        for (guint k = 0; k < n; k++)
          if (acts[k].is_return == is_return && acts[k].step == (int)fact->step
              && !(acts[k].members & seen[at]))
            {
              if (oracle_saw (acts, k, withdrawals, seen[at]))
                acts[k].members |= 1u << at;
              break;
            }
    }
  guint round = 1;
  for (guint i = 0; i < n; i++)
    round += acts[i].is_return;
  const char *const states[] = {
    "in_progress", "awaiting_review", "awaiting_approval", "done_by_unit"
  };
  return g_strdup_printf ("%s round %u%s%s",
                          states[oracle_level (acts, n)],
                          round,
                          n && acts[n - 1].is_return ? " returned" : "",
                          contested ? " contested" : "");
}

static void
test_against_oracle (void)
{
  guint contested = 0;
  guint late_rounds = 0;
  for (guint i = 0; i < 20000; i++)
    {
      Signoffs signoffs;
      guint seen[MOST];
      make_random (&signoffs);
      see_all (&signoffs, seen);
      g_autoptr (LedgerSignoffOrder) order = ledger_signoff_order_new (signoffs.facts, signoffs.n);
      g_autoptr (GArray) sequence = ledger_signoff_order_dup_sequence (order);
      LedgerWorkflowFacts facts = facts_of (&signoffs);
      LedgerWorkflow workflow = ledger_workflow_compute (&facts);
      g_autofree char *expected =
          oracle (&signoffs, seen, (const guint *)(gconstpointer)sequence->data);
      g_autofree char *got = g_strdup_printf ("%s round %u%s%s",
                                              ledger_state_get_word (workflow.state),
                                              workflow.round,
                                              workflow.returned ? " returned" : "",
                                              workflow.contested ? " contested" : "");
      g_assert_cmpstr (got, ==, expected);
      contested += workflow.contested;
      late_rounds += workflow.round > 1;
    }
  /* The oracle is only worth something where histories are really entangled. */
  g_assert_cmpuint (contested, >, 2000);
  g_assert_cmpuint (late_rounds, >, 500);
}

/* Nobody's agreement stands over a return or withdrawal that he did not know. */
static void
test_no_agreement_over_unknown_return (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      Signoffs signoffs;
      guint seen[MOST];
      make_random (&signoffs);
      see_all (&signoffs, seen);
      LedgerWorkflowFacts facts = facts_of (&signoffs);
      LedgerWorkflow workflow = ledger_workflow_compute (&facts);
      if (workflow.state != LEDGER_STATE_DONE_BY_UNIT)
        continue;
      /* Three standing agreements form a chain of knowledge, or were said twice (contested). */
      for (guint step = 1; step < 3 && !workflow.contested; step++)
        for (guint later = 0; later < signoffs.n; later++)
          for (guint earlier = 0; earlier < signoffs.n; earlier++)
            if (signoffs.facts[later].id == workflow.counted[step]
                && signoffs.facts[earlier].id == workflow.counted[step - 1])
              g_assert_true (seen[later] >> earlier & 1);
    }
}

static void
test_words (void)
{
  for (guint i = 0; i <= LEDGER_STATE_CONTINUED; i++)
    {
      LedgerState state = LEDGER_STATE_UNCLAIMED;
      g_assert_true (ledger_state_from_word (ledger_state_get_word ((LedgerState)i), &state));
      g_assert_cmpint (state, ==, i);
      g_assert_nonnull (ledger_state_get_name ((LedgerState)i));
    }
  for (guint i = 0; i <= LEDGER_STEP_LEADER; i++)
    {
      LedgerStep step = LEDGER_STEP_HANDLER;
      g_assert_true (ledger_step_from_word (ledger_step_get_word ((LedgerStep)i), &step));
      g_assert_cmpint (step, ==, i);
    }
  LedgerState state;
  LedgerStep step;
  g_assert_false (ledger_state_from_word ("nonsense", &state));
  g_assert_false (ledger_step_from_word (NULL, &step));
  g_assert_true (ledger_state_get_awaited_step (LEDGER_STATE_AWAITING_REVIEW, &step));
  g_assert_cmpint (step, ==, LEDGER_STEP_REVIEWER);
  g_assert_false (ledger_state_get_awaited_step (LEDGER_STATE_CLOSED, &step));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflow/cases", test_cases);
  g_test_add_func ("/workflow/facts", test_facts);
  g_test_add_func ("/workflow/other-steps", test_other_steps);
  g_test_add_func ("/workflow/rebounds", test_rebounds);
  g_test_add_func ("/workflow/steps-never-undo", test_steps_never_undo);
  g_test_add_func ("/workflow/order-independence", test_order_independence);
  g_test_add_func ("/workflow/sequence", test_sequence);
  g_test_add_func ("/workflow/oracle", test_against_oracle);
  g_test_add_func ("/workflow/no-agreement-over-unknown-return",
                   test_no_agreement_over_unknown_return);
  g_test_add_func ("/workflow/words", test_words);
  return g_test_run ();
}
