/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-approval.h"

#include <glib/gi18n-lib.h>

#include "ledger-approval-rule.h"
#include "ledger-digest.h"
#include "ledger-error.h"
#include "ledger-id.h"
#include "ledger-signed-paper.h"
#include "ledger-signoff-steps.h"
#include "ledger-signoff.h"
#include "ledger-text.h"

static gboolean
refuse (GError **error, LedgerError code, const char *sentence)
{
  g_set_error_literal (error, LEDGER_ERROR, code, sentence);
  return FALSE;
}

static const char *
number_of (LedgerDocument *document, const char *issue_id)
{
  LedgerRecord *issue = ledger_document_lookup (document, "issue", issue_id);
  const char *number = issue ? ledger_record_get_text (issue, LEDGER_ISSUE_NUMBER) : NULL;
  return number ? number : "";
}

/* --- the text --- */

/* The clock; where today is another day than the clock's (tests, samples), noon of that day. */
static gint64
dup_time (LedgerDocument *document)
{
  LedgerDay today = ledger_document_get_today (document);
  gint64 now = g_get_real_time () / 1000;
  return ledger_day_of_time (now) == today ? now : ledger_day_to_time (today, 12 * 60 * 60);
}

static GStrv
dup_previous (LedgerDocument *document, const char *issue_id)
{
  const GPtrArray *signoffs = ledger_document_get_children (document, "signoff", issue_id);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  for (guint i = 0; i < signoffs->len; i++)
    g_strv_builder_add (ids, ledger_record_get_id (g_ptr_array_index (signoffs, i)));
  return g_strv_builder_end (ids);
}

static LedgerSignoffText *
text_new (LedgerDocument *document,
          const char *issue_id,
          LedgerStep step,
          LedgerDecision decision,
          const char *signer,
          const char *opinion)
{
  LedgerSignoffText *text = g_new0 (LedgerSignoffText, 1);
  text->issue_id = g_strdup (issue_id);
  text->step = step;
  text->decision = decision;
  text->opinion = opinion ? ledger_text_trim (opinion) : NULL;
  text->signer_id = g_strdup (signer);
  text->signer_name = g_strdup (ledger_document_get_name (document, "person", signer));
  text->paper_day = LEDGER_DAY_NONE;
  text->computer = g_strdup (g_get_host_name ());
  text->time = dup_time (document);
  text->previous = dup_previous (document, issue_id);
  return text;
}

/* --- the edit --- */

/* Who has the issue next, by name; NULL where nobody is named. */
static const char *
name_at (LedgerDocument *document, const char *issue_id, LedgerStep step)
{
  const char *id = ledger_approval_get_signer (document, issue_id, step);
  return id ? ledger_document_get_name (document, "person", id) : NULL;
}

static char *
make_title (LedgerDocument *document, const LedgerSignoffText *text)
{
  const char *number = number_of (document, text->issue_id);
  const char *step = ledger_step_get_name (text->step);
  const char *back = NULL;
  if (text->paper)
    return g_strdup_printf (_ ("Enter the paper sign-off of %s by %s"), number, text->signer_name);
  switch (text->decision)
    {
    case LEDGER_DECISION_RETURN:
      back = name_at (document,
                      text->issue_id,
                      ledger_approval_get_return_step (document, text->issue_id, text->step));
      return back ? g_strdup_printf (_ ("Return %s to %s"), number, back)
                  : g_strdup_printf (_ ("Return %s"), number);
    case LEDGER_DECISION_WITHDRAW:
      return g_strdup_printf (_ ("Withdraw the sign-off of %s for %s"), number, step);
    default:
      if (text->step == LEDGER_STEP_HANDLER)
        return ledger_signoff_steps_ask (document, LEDGER_STEP_REVIEWER)
                   ? g_strdup_printf (_ ("Submit %s for review"), number)
                   : g_strdup_printf (_ ("Submit %s for approval"), number);
      return g_strdup_printf (_ ("Agree to %s: %s"), number, step);
    }
}

/* TYPE: the sign-off itself, or what was brought to it later. */
static void
add_scan (LedgerEdit *edit, const char *type, const char *id, const LedgerPaperSignoff *paper)
{
  if (!paper->scan)
    return;
  g_autoptr (LedgerValue) digest = ledger_value_new_bytes (paper->scan, LEDGER_DIGEST_SIZE);
  ledger_edit_set (edit, type, id, "scan", digest);
  ledger_edit_set_text (edit, type, id, "scan_name", paper->scan_name);
  ledger_edit_set_text (edit, type, id, "scan_verdict", paper->scan_verdict);
  if (paper->scan_pages > 0)
    ledger_edit_set_integer (edit, type, id, "scan_pages", paper->scan_pages);
}

/* PAPER is NULL where it was signed here. */
static LedgerEdit *
make_edit (LedgerDocument *document,
           const LedgerSignoffText *text,
           const LedgerPaperSignoff *paper,
           GError **error)
{
  g_autofree char *body = ledger_canonical_build (document, text, error);
  if (!body)
    return NULL;
  g_autofree char *title = make_title (document, text);
  g_autofree char *id = ledger_id_new_random ();
  LedgerEdit *edit = ledger_edit_new (LEDGER_EDIT_PLAIN, title);
  ledger_edit_set_actor (
      edit, ledger_document_get_actor_name (document), ledger_document_get_desk (document));
  if (text->decision == LEDGER_DECISION_RETURN)
    ledger_edit_set_reason (edit, text->opinion);
  ledger_edit_set_text (edit, "signoff", id, "issue", text->issue_id);
  ledger_edit_set_text (edit, "signoff", id, "body", body);
  if (paper)
    add_scan (edit, "signoff", id, paper);
  return edit;
}

/* --- the acts --- */

static gboolean
check_reason (const char *reason, GError **error)
{
  g_autofree char *trimmed = ledger_text_trim (reason ? reason : "");
  return *trimmed
         || refuse (
             error, LEDGER_ERROR_INVALID, _ ("A return needs a reason: choose one or write it."));
}

LedgerEdit *
ledger_approval_agree (LedgerDocument *document,
                       const char *issue_id,
                       LedgerStep step,
                       const char *opinion,
                       GError **error)
{
  const char *actor = ledger_approval_get_actor (document);
  if (!ledger_approval_check (document, issue_id, step, LEDGER_DECISION_AGREE, actor, error))
    return NULL;
  g_autoptr (LedgerSignoffText) text =
      text_new (document, issue_id, step, LEDGER_DECISION_AGREE, actor, opinion);
  return make_edit (document, text, NULL, error);
}

LedgerEdit *
ledger_approval_return (LedgerDocument *document,
                        const char *issue_id,
                        LedgerStep step,
                        const char *reason,
                        GError **error)
{
  const char *actor = ledger_approval_get_actor (document);
  if (!check_reason (reason, error)
      || !ledger_approval_check (document, issue_id, step, LEDGER_DECISION_RETURN, actor, error))
    return NULL;
  g_autoptr (LedgerSignoffText) text =
      text_new (document, issue_id, step, LEDGER_DECISION_RETURN, actor, reason);
  return make_edit (document, text, NULL, error);
}

static LedgerSignoffText *
parse_signoff (LedgerDocument *document, const char *id)
{
  LedgerRecord *signoff = id ? ledger_document_lookup (document, "signoff", id) : NULL;
  const char *body = signoff ? ledger_record_get_text (signoff, LEDGER_SIGNOFF_BODY) : NULL;
  return body ? ledger_canonical_parse (body, NULL) : NULL;
}

static gboolean
is_own (LedgerDocument *document, const LedgerSignoffText *text)
{
  if (text->paper)
    return g_strcmp0 (text->entered_by, ledger_document_get_actor_name (document)) == 0;
  return g_strcmp0 (text->signer_id, ledger_approval_get_actor (document)) == 0;
}

LedgerEdit *
ledger_approval_withdraw (LedgerDocument *document, const char *issue_id, GError **error)
{
  const LedgerIssueFacts *facts = ledger_document_get_facts (document, issue_id);
  g_autoptr (LedgerSignoffText) last =
      facts ? parse_signoff (document, facts->workflow.last) : NULL;
  if (!last || facts->workflow.state == LEDGER_STATE_CLOSED)
    {
      refuse (error, LEDGER_ERROR_REFUSED, _ ("There is no sign-off that could be withdrawn."));
      return NULL;
    }
  if (!is_own (document, last))
    {
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_REFUSED,
                   _ ("The last sign-off is by %s, who alone can withdraw it."),
                   last->paper ? last->entered_by : last->signer_name);
      return NULL;
    }
  g_autoptr (LedgerSignoffText) text =
      text_new (document, issue_id, last->step, LEDGER_DECISION_WITHDRAW, last->signer_id, NULL);
  if (last->paper)
    text->entered_by = g_strdup (ledger_document_get_actor_name (document));
  return make_edit (document, text, NULL, error);
}

static gboolean
check_paper (LedgerDocument *document, const LedgerPaperSignoff *paper, GError **error)
{
  const char *actor = ledger_approval_get_actor (document);
  if (!paper->signer_id || !ledger_document_lookup (document, "person", paper->signer_id))
    return refuse (error, LEDGER_ERROR_INVALID, _ ("Name who signed the paper."));
  if (g_strcmp0 (paper->signer_id, actor) == 0)
    return refuse (error,
                   LEDGER_ERROR_REFUSED,
                   _ ("The signer is at the keyboard himself: sign here instead of entering a "
                      "paper."));
  if (paper->day == LEDGER_DAY_NONE)
    return refuse (error, LEDGER_ERROR_INVALID, _ ("Give the date that stands on the paper."));
  if (paper->day > ledger_document_get_today (document))
    return refuse (
        error, LEDGER_ERROR_INVALID, _ ("The date on the paper lies in the future. Check it."));
  if (paper->decision == LEDGER_DECISION_RETURN)
    return check_reason (paper->opinion, error);
  return TRUE;
}

LedgerEdit *
ledger_approval_enter_paper (LedgerDocument *document,
                             const char *issue_id,
                             const LedgerPaperSignoff *paper,
                             GError **error)
{
  g_return_val_if_fail (
      paper->decision == LEDGER_DECISION_AGREE || paper->decision == LEDGER_DECISION_RETURN, NULL);
  if (!check_paper (document, paper, error)
      || !ledger_approval_check (
          document, issue_id, paper->step, paper->decision, paper->signer_id, error))
    return NULL;
  g_autoptr (LedgerSignoffText) text =
      text_new (document, issue_id, paper->step, paper->decision, paper->signer_id, paper->opinion);
  text->paper = TRUE;
  text->paper_day = paper->day;
  text->entered_by = g_strdup (ledger_document_get_actor_name (document));
  return make_edit (document, text, paper, error);
}

/* --- the scan that comes later --- */

gboolean
ledger_approval_lacks_scan (LedgerDocument *document, const char *signoff_id)
{
  LedgerRecord *signoff = ledger_document_lookup (document, "signoff", signoff_id);
  g_autoptr (LedgerSignoffText) text = parse_signoff (document, signoff_id);

  return text != NULL && text->paper && !ledger_signoff_has_scan (LEDGER_SIGNOFF (signoff))
         && ledger_signed_paper_find (document, signoff_id) == NULL;
}

LedgerEdit *
ledger_approval_add_scan (LedgerDocument *document,
                          const char *signoff_id,
                          const LedgerPaperSignoff *paper,
                          GError **error)
{
  g_return_val_if_fail (paper->scan != NULL, NULL);

  g_autoptr (LedgerSignoffText) text = parse_signoff (document, signoff_id);
  if (!ledger_approval_lacks_scan (document, signoff_id))
    {
      refuse (error,
              LEDGER_ERROR_REFUSED,
              text != NULL && text->paper ? _ ("The scan of this paper is kept already.")
                                          : _ ("This was not signed on paper."));
      return NULL;
    }
  g_autofree char *title = g_strdup_printf (_ ("Add the scan of the paper sign-off of %s by %s"),
                                            number_of (document, text->issue_id),
                                            text->signer_name);
  g_autofree char *id = ledger_id_new_random ();
  LedgerEdit *edit = ledger_edit_new (LEDGER_EDIT_PLAIN, title);
  ledger_edit_set_actor (
      edit, ledger_document_get_actor_name (document), ledger_document_get_desk (document));
  ledger_edit_set_text (edit, ledger_signed_paper_record_type.name, id, "signoff", signoff_id);
  add_scan (edit, ledger_signed_paper_record_type.name, id, paper);
  return edit;
}

/* --- words that are offered --- */

static GStrv
translate_all (const char *const *msgids, guint n)
{
  GStrv words = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    words[i] = g_strdup (_ (msgids[i]));
  return words;
}

GStrv
ledger_approval_dup_return_reasons (void)
{
  static const char *const reasons[] = {
    N_ ("The evidence is not sufficient"),
    N_ ("The measures are not carried out"),
    N_ ("The evidence does not fit the measures"),
    N_ ("The formalities are not complete"),
    N_ ("The wording needs changes"),
  };
  return translate_all (reasons, G_N_ELEMENTS (reasons));
}

GStrv
ledger_approval_dup_opinions (void)
{
  static const char *const opinions[] = {
    N_ ("Agreed."),
    N_ ("The facts are as stated. Agreed."),
    N_ ("Agreed. See that the long-term mechanism is carried out."),
    N_ ("Add evidence and submit again."),
  };
  return translate_all (opinions, G_N_ELEMENTS (opinions));
}
