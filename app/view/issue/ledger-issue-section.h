/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ledger-section.h"
#include "ledger-session.h"

G_BEGIN_DECLS

/* One section of an issue's details, abstract: a LedgerSection that follows one issue. Its head is
 * written whenever the issue or its facts change, its content only while it is unfolded, so that a
 * click in the table costs what is seen. Construct-only properties "document" and "session". */
#define LEDGER_TYPE_ISSUE_SECTION (ledger_issue_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (LedgerIssueSection, ledger_issue_section, LEDGER, ISSUE_SECTION, AdwBin)

struct _LedgerIssueSectionClass
{
  AdwBinClass parent_class;
  /* Title, caption, whether there is anything at all. FACTS is never NULL. */
  void (*write_head) (LedgerIssueSection *self, const LedgerIssueFacts *facts);
  /* The content, made or made anew; what a person is typing in it must stay. */
  void (*write_content) (LedgerIssueSection *self, const LedgerIssueFacts *facts);
  /* Another issue is shown: forget what was typed for the one before. May be NULL. */
  void (*reset) (LedgerIssueSection *self);
  gpointer padding[4];
};

LedgerDocument *ledger_issue_section_get_document (LedgerIssueSection *self);
LedgerSession *ledger_issue_section_get_session (LedgerIssueSection *self);
LedgerSection *ledger_issue_section_get_frame (LedgerIssueSection *self);
const char *ledger_issue_section_get_issue (LedgerIssueSection *self); /* NULL: none */
const LedgerIssueFacts *ledger_issue_section_get_facts (LedgerIssueSection *self);
void ledger_issue_section_set_issue (LedgerIssueSection *self, const char *issue_id);
void ledger_issue_section_set_expanded (LedgerIssueSection *self, gboolean expanded);

G_END_DECLS
