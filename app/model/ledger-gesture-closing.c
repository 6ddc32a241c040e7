/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-gesture-private.h"

#include "ledger-canonical.h"
#include "ledger-error.h"
#include "ledger-signoff.h"
#include "ledger-text.h"

#include <glib/gi18n-lib.h>

static const LedgerIssueFacts *
need_facts (LedgerDocument *document, const char *issue_id, GError **error)
{
  if (ledger_gesture_need (document, "issue", issue_id, error) == NULL)
    return NULL;
  return ledger_document_get_facts (document, issue_id);
}

static gboolean
refuse (GError **error, int code, char *text)
{
  g_set_error_literal (error, LEDGER_ERROR, code, text);
  g_free (text);
  return FALSE;
}

/* --- R23: what was signed must still be what is there --- */

static void
add_changed_fields (LedgerDocument *document, const char *signoff_id, GPtrArray *fields)
{
  LedgerRecord *signoff = ledger_document_lookup (document, "signoff", signoff_id);
  const char *body = signoff != NULL ? ledger_record_get_text (signoff, LEDGER_SIGNOFF_BODY) : NULL;
  g_autoptr (GPtrArray) changes = body != NULL ? ledger_canonical_compare (document, body) : NULL;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const char *field = ((const LedgerDifference *)changes->pdata[i])->field;

      if (!g_ptr_array_find_with_equal_func (fields, field, g_str_equal, NULL))
        g_ptr_array_add (fields, g_strdup (field));
    }
}

char *
ledger_gesture_dup_changed_fields (LedgerDocument *document, const char *issue_id)
{
  const LedgerIssueFacts *facts = ledger_document_get_facts (document, issue_id);
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);

  if (facts == NULL || !facts->changed_since)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (facts->workflow.counted); i++)
    if (facts->workflow.counted[i] != NULL)
      add_changed_fields (document, facts->workflow.counted[i], fields);
  if (fields->len == 0)
    return NULL;
  g_ptr_array_add (fields, NULL);
  /* TRANSLATORS: between the parts of a list in one line */
  return g_strjoinv (C_ ("list", ", "), (char **)fields->pdata);
}

static gboolean
check_unchanged (LedgerDocument *document, const LedgerIssueFacts *facts, GError **error)
{
  const char *id = ledger_record_get_id (LEDGER_RECORD (facts->issue));
  g_autofree char *label = ledger_document_dup_label (document, "issue", id);
  g_autofree char *fields = ledger_gesture_dup_changed_fields (document, id);

  if (facts->changed_since)
    return refuse (
        error,
        LEDGER_ERROR_REFUSED,
        g_strdup_printf (_ ("%s was changed since it was signed: %s. Have it signed again or "
                            "returned, then record the closing."),
                         label,
                         fields != NULL ? fields : _ ("several fields")));
  if (facts->conflicted)
    return refuse (error,
                   LEDGER_ERROR_REFUSED,
                   g_strdup_printf (_ ("%s has fields with several values. Choose one each, then "
                                       "record the closing."),
                                    label));
  return TRUE;
}

/* --- closing and what undoes it --- */

static gboolean
check_past (LedgerDocument *document, LedgerDay day, GError **error)
{
  if (day == LEDGER_DAY_NONE)
    return refuse (error, LEDGER_ERROR_INVALID, g_strdup (_ ("Fill in the date.")));
  if (day <= ledger_document_get_today (document))
    return TRUE;
  g_autofree char *words = ledger_day_to_words (day, ledger_document_get_today (document));
  return refuse (
      error,
      LEDGER_ERROR_INVALID,
      g_strdup_printf (_ ("%s has not come yet. Fill in the day on which it was done."), words));
}

static gboolean
may_close (const LedgerIssueFacts *facts)
{
  const LedgerState state = facts->workflow.state;

  return state == LEDGER_STATE_DONE_BY_UNIT
         || (state == LEDGER_STATE_CONTINUED
             && facts->workflow.counted[LEDGER_STEP_LEADER] != NULL);
}

static void
put_day (LedgerEdit *edit, const char *issue_id, const char *field, LedgerDay day)
{
  g_autofree char *iso = day != LEDGER_DAY_NONE ? ledger_day_to_iso (day) : NULL;

  ledger_edit_set_text (edit, "issue", issue_id, field, iso);
}

static void
put_words (LedgerEdit *edit, const char *issue_id, const char *field, const char *words)
{
  g_autofree char *trimmed = ledger_text_trim (words != NULL ? words : "");

  ledger_gesture_put (edit, "issue", issue_id, field, trimmed);
}

LedgerEdit *
ledger_gesture_close_issue (LedgerDocument *document,
                            const char *issue_id,
                            LedgerDay day,
                            const char *paper,
                            const char *office,
                            GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);

  const LedgerIssueFacts *facts = need_facts (document, issue_id, error);
  if (facts == NULL || !check_past (document, day, error)
      || !check_unchanged (document, facts, error))
    return NULL;
  g_autofree char *label = ledger_document_dup_label (document, "issue", issue_id);
  if (!may_close (facts))
    {
      refuse (error,
              LEDGER_ERROR_REFUSED,
              g_strdup_printf (_ ("%s is %s. Only what the unit has finished is closed."),
                               label,
                               ledger_state_get_name (facts->workflow.state)));
      return NULL;
    }
  g_autofree char *title = g_strdup_printf (_ ("Record closing of %s"), label);
  LedgerEdit *edit = ledger_gesture_new (document, title);
  put_day (edit, issue_id, "closed", day);
  put_words (edit, issue_id, "closed_document", paper);
  put_words (edit, issue_id, "closed_by", office);
  /* Closed again on the day on which it was reopened: the later of the two counts. */
  if (ledger_record_get_day (LEDGER_RECORD (facts->issue), LEDGER_ISSUE_REOPENED) >= day)
    put_day (edit, issue_id, "reopened", LEDGER_DAY_NONE);
  return edit;
}

void
ledger_gesture_stamp_rebound (LedgerDocument *document, LedgerEdit *edit, const char *issue_id)
{
  const LedgerIssueFacts *facts = ledger_document_get_facts (document, issue_id);

  if (facts != NULL && !facts->workflow.reopened && facts->workflow.last != NULL)
    ledger_edit_set_text (edit, "issue", issue_id, "reopened_over", facts->workflow.last);
}

LedgerEdit *
ledger_gesture_reopen_issue (LedgerDocument *document,
                             const char *issue_id,
                             LedgerDay day,
                             const char *reason,
                             GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);

  const LedgerIssueFacts *facts = need_facts (document, issue_id, error);
  if (facts == NULL || !check_past (document, day, error))
    return NULL;
  g_autofree char *label = ledger_document_dup_label (document, "issue", issue_id);
  g_autofree char *why = ledger_text_trim (reason != NULL ? reason : "");
  const LedgerDay closed =
      ledger_record_get_day (LEDGER_RECORD (facts->issue), LEDGER_ISSUE_CLOSED);
  g_autoptr (GError) refused = NULL;
  if (facts->workflow.state != LEDGER_STATE_CLOSED)
    refuse (&refused,
            LEDGER_ERROR_REFUSED,
            g_strdup_printf (_ ("%s is not closed, so it cannot rebound."), label));
  else if (day < closed)
    refuse (&refused,
            LEDGER_ERROR_INVALID,
            g_strdup (_ ("The rebound lies before the closing. Check the date.")));
  else if (*why == '\0')
    refuse (&refused, LEDGER_ERROR_INVALID, g_strdup (_ ("Say what was found.")));
  if (refused != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&refused));
      return NULL;
    }
  g_autofree char *title = g_strdup_printf (_ ("Record rebound of %s"), label);
  LedgerEdit *edit = ledger_gesture_new (document, title);
  put_day (edit, issue_id, "reopened", day);
  ledger_gesture_stamp_rebound (document, edit, issue_id);
  /* It may be turned into long-term rectification once more, on this very day too. */
  if (ledger_record_get_day (LEDGER_RECORD (facts->issue), LEDGER_ISSUE_CONTINUED)
      != LEDGER_DAY_NONE)
    put_day (edit, issue_id, "continued", LEDGER_DAY_NONE);
  ledger_edit_set_reason (edit, why);
  return edit;
}

gboolean
ledger_gesture_may_continue (const LedgerIssueFacts *facts)
{
  switch (facts->workflow.state)
    {
    case LEDGER_STATE_CLAIMED:
    case LEDGER_STATE_IN_PROGRESS:
    case LEDGER_STATE_DONE_BY_UNIT:
      return TRUE;
    default:
      return FALSE;
    }
}

LedgerEdit *
ledger_gesture_continue_issue (LedgerDocument *document,
                               const char *issue_id,
                               gboolean continued,
                               GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);

  const LedgerIssueFacts *facts = need_facts (document, issue_id, error);
  if (facts == NULL)
    return NULL;
  g_autofree char *label = ledger_document_dup_label (document, "issue", issue_id);
  if (continued ? !ledger_gesture_may_continue (facts)
                : facts->workflow.state != LEDGER_STATE_CONTINUED)
    {
      refuse (error,
              LEDGER_ERROR_REFUSED,
              g_strdup_printf (_ ("%s is %s now. Nothing was changed."),
                               label,
                               ledger_state_get_name (facts->workflow.state)));
      return NULL;
    }
  g_autofree char *title = g_strdup_printf (continued ? _ ("Turn %s into long-term rectification")
                                                      : _ ("End long-term rectification of %s"),
                                            label);
  LedgerEdit *edit = ledger_gesture_new (document, title);
  put_day (edit,
           issue_id,
           "continued",
           continued ? ledger_document_get_today (document) : LEDGER_DAY_NONE);
  return edit;
}
