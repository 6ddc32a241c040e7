/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-proof-section.h"

#include <glib/gi18n-lib.h>

#include "ledger-evidence-list.h"
#include "ledger-evidence-row.h"

struct _LedgerProofSection
{
  LedgerIssueSection parent_instance;
  GtkWidget *list; /* NULL until unfolded */
};

G_DEFINE_FINAL_TYPE (LedgerProofSection, ledger_proof_section, LEDGER_TYPE_ISSUE_SECTION)

static void
write_head (LedgerIssueSection *section, const LedgerIssueFacts *facts)
{
  g_autofree char *caption = NULL;

  if (facts->n_unfiled > 0)
    caption =
        g_strdup_printf (_ ("%u, of these %u to be filed"), facts->n_evidence, facts->n_unfiled);
  else if (facts->n_evidence > 0)
    caption =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u piece", "%u pieces", facts->n_evidence),
                         facts->n_evidence);
  ledger_section_set_caption (ledger_issue_section_get_frame (section), caption);
}

static void
write_content (LedgerIssueSection *section, const LedgerIssueFacts *facts)
{
  LedgerProofSection *self = LEDGER_PROOF_SECTION (section);

  if (self->list == NULL)
    {
      self->list = ledger_evidence_list_new (ledger_issue_section_get_document (section),
                                             ledger_issue_section_get_session (section));
      ledger_section_set_child (ledger_issue_section_get_frame (section), self->list);
    }
  ledger_evidence_list_set_issue (LEDGER_EVIDENCE_LIST (self->list),
                                  ledger_issue_section_get_issue (section));
}

static GtkWidget *
find_row (GtkWidget *widget, const char *evidence_id)
{
  GtkWidget *found = NULL;

  if (LEDGER_IS_EVIDENCE_ROW (widget)
      && g_strcmp0 (ledger_evidence_row_get_evidence (LEDGER_EVIDENCE_ROW (widget)), evidence_id)
             == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, evidence_id);
  return found;
}

void
ledger_proof_section_locate (LedgerProofSection *self, const char *evidence_id)
{
  GtkWidget *row;

  ledger_issue_section_set_expanded (LEDGER_ISSUE_SECTION (self), TRUE);
  row = find_row (GTK_WIDGET (self), evidence_id);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
ledger_proof_section_class_init (LedgerProofSectionClass *klass)
{
  LEDGER_ISSUE_SECTION_CLASS (klass)->write_head = write_head;
  LEDGER_ISSUE_SECTION_CLASS (klass)->write_content = write_content;
}

static void
ledger_proof_section_init (LedgerProofSection *self)
{
  LedgerSection *frame = ledger_issue_section_get_frame (LEDGER_ISSUE_SECTION (self));

  ledger_section_set_title (frame, _ ("Evidence"));
  ledger_section_add_button (frame, _ ("Add"), "page.add-evidence");
}
