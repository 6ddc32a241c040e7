/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-columns.h"

#include <glib/gi18n-lib.h>

#define NOTHING "—"

typedef enum
{
  SHOWN_ALWAYS,
  SHOWN_UNLESS_LARGE, /* 大字 keeps number, problem and deadline */
  SHOWN_WIDE,
} Shown;

static const struct
{
  const char *key;
  const char *title;
  int width;
  Shown shown;
} columns[LEDGER_N_ISSUE_COLUMNS] = {
  [LEDGER_ISSUE_COLUMN_NUMBER] = { "number", NC_ ("column", "No."), 64, SHOWN_ALWAYS },
  [LEDGER_ISSUE_COLUMN_TEXT] = { "text", NC_ ("column", "Problem"), -1, SHOWN_ALWAYS },
  [LEDGER_ISSUE_COLUMN_LEADER] = { "leader", NC_ ("column", "Lead leader"), 92, SHOWN_WIDE },
  [LEDGER_ISSUE_COLUMN_DEPARTMENT] = { "department",
                                       NC_ ("column", "Department"),
                                       112,
                                       SHOWN_UNLESS_LARGE },
  [LEDGER_ISSUE_COLUMN_HANDLER] = { "handler", NC_ ("column", "Handler"), 92, SHOWN_WIDE },
  [LEDGER_ISSUE_COLUMN_DUE] = { "due", NC_ ("column", "Deadline"), 128, SHOWN_ALWAYS },
  [LEDGER_ISSUE_COLUMN_MEASURES] = { "measures", NC_ ("column", "Measures"), 72, SHOWN_WIDE },
  [LEDGER_ISSUE_COLUMN_EVIDENCE] = { "evidence", NC_ ("column", "Evidence"), 84, SHOWN_WIDE },
  [LEDGER_ISSUE_COLUMN_STATE] = { "state", NC_ ("column", "State"), 92, SHOWN_UNLESS_LARGE },
};

static const struct
{
  const char *type;
  const char *field;
} targets[LEDGER_N_ISSUE_COLUMNS] = {
  [LEDGER_ISSUE_COLUMN_DEPARTMENT] = { "claim", "department" },
  [LEDGER_ISSUE_COLUMN_HANDLER] = { "claim", "handler" },
  [LEDGER_ISSUE_COLUMN_DUE] = { "issue", "due" },
};

const char *
ledger_issue_column_get_key (LedgerIssueColumn column)
{
  return columns[column].key;
}

const char *
ledger_issue_column_get_title (LedgerIssueColumn column)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[column].title);
}

int
ledger_issue_column_get_width (LedgerIssueColumn column)
{
  return columns[column].width;
}

gboolean
ledger_issue_column_is_shown (LedgerIssueColumn column, LedgerSizeClass size, gboolean large_type)
{
  switch (columns[column].shown)
    {
    case SHOWN_UNLESS_LARGE:
      return !large_type;
    case SHOWN_WIDE:
      return !large_type && size == LEDGER_SIZE_WIDE;
    default:
      return TRUE;
    }
}

gboolean
ledger_issue_column_is_edited (LedgerIssueColumn column)
{
  return targets[column].field != NULL;
}

gboolean
ledger_issue_column_get_target (LedgerIssueColumn column, const char **type, const char **field)
{
  *type = targets[column].type;
  *field = targets[column].field;
  return *field != NULL;
}

LedgerIssueColumn
ledger_issue_column_from_key (const char *key)
{
  for (guint i = 0; i < LEDGER_N_ISSUE_COLUMNS; i++)
    if (g_strcmp0 (columns[i].key, key) == 0)
      return (LedgerIssueColumn)i;
  return LEDGER_N_ISSUE_COLUMNS;
}

/* --- words --- */

static const char *
or_nothing (const char *text)
{
  return text != NULL && *text != '\0' ? text : NOTHING;
}

static LedgerDeadline *
read_deadline (const LedgerIssueFacts *facts)
{
  const char *due = ledger_record_get_text (LEDGER_RECORD (facts->issue), LEDGER_ISSUE_DUE);

  return due != NULL ? ledger_deadline_from_canonical (due) : NULL;
}

static char *
describe_light (const LedgerIssueFacts *facts, LedgerDocument *document)
{
  return ledger_issue_facts_describe_light (facts, ledger_document_get_today (document));
}

/* The day alone: what the office wrote besides (3月底, 立行立改) is in the details. */
static char *
describe_due (const LedgerIssueFacts *facts, LedgerDocument *document)
{
  g_autoptr (LedgerDeadline) deadline = read_deadline (facts);
  const LedgerDay today = ledger_document_get_today (document);

  if (deadline == NULL)
    return NULL;
  return deadline->day != LEDGER_DAY_NONE ? ledger_day_to_words (deadline->day, today)
                                          : ledger_deadline_to_words (deadline, today);
}

static char *
describe_evidence (const LedgerIssueFacts *facts)
{
  if (facts->n_evidence == 0)
    return g_strdup (NOTHING);
  return g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE, "%u piece of evidence", "%u pieces of evidence", facts->n_evidence),
      facts->n_evidence);
}

/* What is most worth knowing beside the state. */
static char *
describe_state_caption (const LedgerIssueFacts *facts)
{
  if (ledger_record_is_contested (LEDGER_RECORD (facts->issue)))
    return g_strdup (_ ("deleted, then changed"));
  if (facts->conflicted)
    return g_strdup (_ ("several values"));
  if (facts->changed_since)
    return g_strdup (_ ("changed since signed"));
  if (facts->workflow.returned)
    return g_strdup_printf (_ ("returned, no. %u"), facts->workflow.round - 1);
  if (facts->workflow.reopened)
    return g_strdup (_ ("reopened"));
  if (facts->workflow.incomplete_claim)
    return g_strdup (_ ("handler missing"));
  return describe_evidence (facts);
}

static char *
describe_measures (const LedgerIssueFacts *facts)
{
  if (facts->n_measures == 0)
    return g_strdup (NOTHING);
  return g_strdup_printf ("%u/%u", facts->n_measures_done, facts->n_measures);
}

static char *
describe_unfiled (const LedgerIssueFacts *facts)
{
  if (facts->n_unfiled == 0)
    return g_strdup ("");
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u to be filed", "%u to be filed", facts->n_unfiled),
      facts->n_unfiled);
}

/* --- cells --- */

static void
fill_due (LedgerDocument *document, const LedgerIssueFacts *facts, LedgerFactCell *cell)
{
  g_autofree char *due = describe_due (facts, document);
  /* The next node of long-term work is the day above. */
  g_autofree char *light = due != NULL && facts->light == LEDGER_LIGHT_LONG_TERM
                               ? g_strdup (ledger_light_get_name (facts->light))
                               : describe_light (facts, document);
  const char *symbol = ledger_light_get_symbol (facts->light);
  const LedgerTint tint = ledger_tint_of_light (facts->light);

  if (due == NULL)
    ledger_fact_cell_set_facts (cell, light, "", symbol, tint);
  else
    ledger_fact_cell_set_facts (cell, due, light, symbol, tint);
}

static void
fill_number (LedgerDocument *document, const LedgerIssueFacts *facts, LedgerFactCell *cell)
{
  g_autofree char *number = ledger_document_dup_number (document, LEDGER_RECORD (facts->issue));

  ledger_fact_cell_set_facts (cell, or_nothing (number), "", NULL, LEDGER_TINT_NONE);
  ledger_fact_cell_set_hatched (cell, facts->light == LEDGER_LIGHT_OVERDUE);
}

static void
fill_pair (LedgerFactCell *cell, const char *fact, char *caption)
{
  ledger_fact_cell_set_facts (cell, or_nothing (fact), caption, NULL, LEDGER_TINT_NONE);
  g_free (caption);
}

void
ledger_issue_column_fill (LedgerIssueColumn column,
                          LedgerDocument *document,
                          const LedgerIssueFacts *facts,
                          LedgerFactCell *cell)
{
  const char *text = ledger_record_get_text (LEDGER_RECORD (facts->issue), LEDGER_ISSUE_TEXT);
  g_autofree char *measures = NULL;

  switch (column)
    {
    case LEDGER_ISSUE_COLUMN_NUMBER:
      fill_number (document, facts, cell);
      break;
    case LEDGER_ISSUE_COLUMN_TEXT:
      ledger_fact_cell_set_facts (cell, or_nothing (text), NULL, NULL, LEDGER_TINT_NONE);
      break;
    case LEDGER_ISSUE_COLUMN_LEADER:
      fill_pair (cell, facts->lead_leader, g_strdup (""));
      break;
    case LEDGER_ISSUE_COLUMN_DEPARTMENT:
      fill_pair (cell, facts->department, g_strdup (facts->handler != NULL ? facts->handler : ""));
      break;
    case LEDGER_ISSUE_COLUMN_HANDLER:
      fill_pair (cell, facts->handler, g_strdup (facts->reviewer != NULL ? facts->reviewer : ""));
      break;
    case LEDGER_ISSUE_COLUMN_DUE:
      fill_due (document, facts, cell);
      break;
    case LEDGER_ISSUE_COLUMN_MEASURES:
      measures = describe_measures (facts);
      fill_pair (cell, measures, g_strdup (""));
      break;
    case LEDGER_ISSUE_COLUMN_EVIDENCE:
      measures = describe_evidence (facts);
      fill_pair (cell, measures, describe_unfiled (facts));
      break;
    case LEDGER_ISSUE_COLUMN_STATE:
      fill_pair (
          cell, ledger_state_get_name (facts->workflow.state), describe_state_caption (facts));
      break;
    default:
      g_return_if_reached ();
    }
}

char *
ledger_issue_column_dup_text (LedgerIssueColumn column,
                              LedgerDocument *document,
                              const LedgerIssueFacts *facts)
{
  g_autoptr (LedgerDeadline) deadline = NULL;

  switch (column)
    {
    case LEDGER_ISSUE_COLUMN_NUMBER:
      return ledger_document_dup_number (document, LEDGER_RECORD (facts->issue));
    case LEDGER_ISSUE_COLUMN_TEXT:
      return g_strdup (ledger_record_get_text (LEDGER_RECORD (facts->issue), LEDGER_ISSUE_TEXT));
    case LEDGER_ISSUE_COLUMN_LEADER:
      return g_strdup (facts->lead_leader);
    case LEDGER_ISSUE_COLUMN_DEPARTMENT:
      return g_strdup (facts->department);
    case LEDGER_ISSUE_COLUMN_HANDLER:
      return g_strdup (facts->handler);
    case LEDGER_ISSUE_COLUMN_DUE:
      deadline = read_deadline (facts);
      return deadline != NULL ? ledger_deadline_to_entry (deadline) : NULL;
    case LEDGER_ISSUE_COLUMN_MEASURES:
      return facts->n_measures > 0 ? describe_measures (facts) : NULL;
    case LEDGER_ISSUE_COLUMN_EVIDENCE:
      return facts->n_evidence > 0 ? g_strdup_printf ("%u", facts->n_evidence) : NULL;
    case LEDGER_ISSUE_COLUMN_STATE:
      return g_strdup (ledger_state_get_name (facts->workflow.state));
    default:
      g_return_val_if_reached (NULL);
    }
}

gboolean
ledger_issue_column_get_order (LedgerIssueColumn column,
                               const LedgerIssueFacts *facts,
                               const char **name,
                               guint64 *key)
{
  *name = NULL;
  *key = 0;
  switch (column)
    {
    case LEDGER_ISSUE_COLUMN_TEXT:
      *name = ledger_record_get_text (LEDGER_RECORD (facts->issue), LEDGER_ISSUE_TEXT);
      return *name != NULL;
    case LEDGER_ISSUE_COLUMN_LEADER:
      *name = facts->lead_leader;
      return *name != NULL;
    case LEDGER_ISSUE_COLUMN_DEPARTMENT:
      *name = facts->department;
      return *name != NULL;
    case LEDGER_ISSUE_COLUMN_HANDLER:
      *name = facts->handler;
      return *name != NULL;
    case LEDGER_ISSUE_COLUMN_DUE:
      *key = (guint64)((gint64)facts->due - G_MININT32);
      return facts->due != LEDGER_DAY_NONE;
    case LEDGER_ISSUE_COLUMN_MEASURES:
      *key = facts->n_measures > 0 ? 1 + 1000 * facts->n_measures_done / facts->n_measures : 0;
      return facts->n_measures > 0;
    case LEDGER_ISSUE_COLUMN_EVIDENCE:
      *key = facts->n_evidence;
      return TRUE;
    case LEDGER_ISSUE_COLUMN_STATE:
      *key = (guint64)facts->workflow.state;
      return TRUE;
    default:
      return TRUE; /* the number orders in any case */
    }
}
