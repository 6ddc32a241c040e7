/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-claim-section.h"

#include <glib/gi18n-lib.h>

#include "ledger-claim-form.h"

struct _LedgerClaimSection
{
  LedgerIssueSection parent_instance;

  GtkWidget *form; /* NULL until unfolded */
  GtkWidget *cancel;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (LedgerClaimSection, ledger_claim_section, LEDGER_TYPE_ISSUE_SECTION)

/* --- head --- */

static char *
describe (const LedgerIssueFacts *facts)
{
  g_autoptr (GString) text = g_string_new (facts->department);

  if (facts->handler != NULL)
    g_string_append_printf (text, " %s", facts->handler);
  if (facts->reviewer != NULL)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("review %s"), facts->reviewer);
    }
  if (facts->lead_leader != NULL)
    g_string_append_printf (text, " · %s", facts->lead_leader);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_claimed (const LedgerIssueFacts *facts)
{
  return facts->workflow.state != LEDGER_STATE_UNCLAIMED;
}

static void
show_buttons (LedgerClaimSection *self)
{
  LedgerIssueSection *section = LEDGER_ISSUE_SECTION (self);
  const LedgerIssueFacts *facts = ledger_issue_section_get_facts (section);
  const gboolean claimed = facts != NULL && is_claimed (facts);
  const gboolean open = ledger_section_get_expanded (ledger_issue_section_get_frame (section));
  const gboolean changed =
      self->form != NULL && ledger_claim_form_is_changed (LEDGER_CLAIM_FORM (self->form));

  gtk_widget_set_visible (self->cancel, open && (changed || !claimed));
  gtk_widget_set_visible (self->save, open && claimed && changed);
}

static void
write_head (LedgerIssueSection *section, const LedgerIssueFacts *facts)
{
  g_autofree char *caption = is_claimed (facts) ? describe (facts) : NULL;

  ledger_section_set_caption (ledger_issue_section_get_frame (section),
                              caption != NULL ? caption : _ ("not claimed yet"));
  show_buttons (LEDGER_CLAIM_SECTION (section));
}

/* --- form --- */

static void
write_content (LedgerIssueSection *section, const LedgerIssueFacts *facts)
{
  LedgerClaimSection *self = LEDGER_CLAIM_SECTION (section);

  if (self->form == NULL)
    {
      self->form = ledger_claim_form_new (ledger_issue_section_get_document (section));
      g_signal_connect_object (
          self->form, "changed", G_CALLBACK (show_buttons), self, G_CONNECT_SWAPPED);
      ledger_section_set_child (ledger_issue_section_get_frame (section), self->form);
    }
  ledger_claim_form_show (LEDGER_CLAIM_FORM (self->form),
                          ledger_issue_section_get_issue (section),
                          !is_claimed (facts));
  show_buttons (self);
}

static void
reset (LedgerIssueSection *section)
{
  LedgerClaimSection *self = LEDGER_CLAIM_SECTION (section);

  if (self->form != NULL)
    ledger_claim_form_reset (LEDGER_CLAIM_FORM (self->form));
}

void
ledger_claim_section_save (LedgerClaimSection *self)
{
  LedgerIssueSection *section = LEDGER_ISSUE_SECTION (self);
  const LedgerIssueFacts *facts = ledger_issue_section_get_facts (section);
  g_autofree char *label = NULL;
  g_autofree char *toast = NULL;
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit;

  if (facts == NULL || self->form == NULL)
    return;
  label = ledger_document_dup_label (ledger_issue_section_get_document (section),
                                     "issue",
                                     ledger_issue_section_get_issue (section));
  toast =
      g_strdup_printf (is_claimed (facts) ? _ ("Claim of %s changed") : _ ("Claimed %s"), label);
  edit = ledger_claim_form_make_edit (LEDGER_CLAIM_FORM (self->form), &error);
  if (edit != NULL)
    {
      reset (section);
      ledger_issue_section_set_expanded (section, FALSE);
    }
  ledger_session_commit (
      ledger_issue_section_get_session (section), edit, &error, toast, NULL, NULL);
}

void
ledger_claim_section_cancel (LedgerClaimSection *self)
{
  reset (LEDGER_ISSUE_SECTION (self));
  ledger_issue_section_set_expanded (LEDGER_ISSUE_SECTION (self), FALSE);
  show_buttons (self);
}

void
ledger_claim_section_start (LedgerClaimSection *self)
{
  ledger_issue_section_set_expanded (LEDGER_ISSUE_SECTION (self), TRUE);
  if (self->form != NULL)
    ledger_claim_form_start (LEDGER_CLAIM_FORM (self->form));
}

void
ledger_claim_section_locate (LedgerClaimSection *self, const char *field)
{
  ledger_claim_section_start (self);
  if (self->form != NULL)
    ledger_claim_form_locate (LEDGER_CLAIM_FORM (self->form), field);
}

static void
ledger_claim_section_class_init (LedgerClaimSectionClass *klass)
{
  LedgerIssueSectionClass *section_class = LEDGER_ISSUE_SECTION_CLASS (klass);

  section_class->write_head = write_head;
  section_class->write_content = write_content;
  section_class->reset = reset;
}

static void
ledger_claim_section_init (LedgerClaimSection *self)
{
  LedgerSection *frame = ledger_issue_section_get_frame (LEDGER_ISSUE_SECTION (self));

  ledger_section_set_title (frame, _ ("Claim"));
  self->cancel = ledger_section_add_button (frame, _ ("Cancel"), "page.cancel-claim");
  self->save = ledger_section_add_button (frame, _ ("Change claim"), "page.save-claim");
  g_signal_connect_swapped (frame, "notify::expanded", G_CALLBACK (show_buttons), self);
}
