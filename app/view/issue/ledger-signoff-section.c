/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-section.h"

#include <glib/gi18n-lib.h>

#include "ledger-signoff-chain.h"

struct _LedgerSignoffSection
{
  LedgerIssueSection parent_instance;
  GtkWidget *nobody;
  GtkWidget *chain;
};

G_DEFINE_FINAL_TYPE (LedgerSignoffSection, ledger_signoff_section, LEDGER_TYPE_ISSUE_SECTION)

static const GPtrArray *
get_signoffs (LedgerIssueSection *section)
{
  return ledger_document_get_children (ledger_issue_section_get_document (section),
                                       "signoff",
                                       ledger_issue_section_get_issue (section));
}

static void
write_head (LedgerIssueSection *section, const LedgerIssueFacts *facts)
{
  const guint n = get_signoffs (section)->len;
  g_autofree char *caption = facts->changed_since ? g_strdup (_ ("changed since signed"))
                             : n > 0              ? g_strdup_printf ("%u", n)
                                                  : NULL;

  ledger_section_set_caption (ledger_issue_section_get_frame (section), caption);
}

static void
write_content (LedgerIssueSection *section, const LedgerIssueFacts *facts)
{
  LedgerSignoffSection *self = LEDGER_SIGNOFF_SECTION (section);
  const guint n = ledger_signoff_chain_show (LEDGER_SIGNOFF_CHAIN (self->chain),
                                             ledger_issue_section_get_session (section),
                                             ledger_issue_section_get_issue (section));

  gtk_widget_set_visible (self->nobody, n == 0);
}

static void
ledger_signoff_section_class_init (LedgerSignoffSectionClass *klass)
{
  LEDGER_ISSUE_SECTION_CLASS (klass)->write_head = write_head;
  LEDGER_ISSUE_SECTION_CLASS (klass)->write_content = write_content;
}

static void
ledger_signoff_section_init (LedgerSignoffSection *self)
{
  LedgerSection *frame = ledger_issue_section_get_frame (LEDGER_ISSUE_SECTION (self));

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  ledger_section_set_title (frame, _ ("Sign-offs"));
  self->nobody = gtk_label_new (_ ("Nobody has signed yet."));
  gtk_label_set_xalign (GTK_LABEL (self->nobody), 0);
  self->chain = ledger_signoff_chain_new ();
  gtk_box_append (GTK_BOX (box), self->nobody);
  gtk_box_append (GTK_BOX (box), self->chain);
  ledger_section_set_child (frame, box);
}
