/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-evidence-import.h"
#include "ledger-session.h"

G_BEGIN_DECLS

/* Files that a person chose or dropped at once, on their way into the ledger, and what is said
 * about them afterwards. For the main thread; a job's thread reads `paths` only. */
typedef struct
{
  LedgerSession *session;
  char *issue_id;
  char *measure_id; /* NULL: 待归入 */
  GStrv paths;
  GPtrArray *attached; /* LedgerAttached*, once the edit was made */
  GPtrArray *same;     /* char*: ids of what was there already */
  GPtrArray *errors;   /* char*: sentences */
} LedgerEvidencePile;

LedgerEvidencePile *ledger_evidence_pile_new (LedgerSession *session,
                                              const char *issue_id,
                                              const char *measure_id,
                                              GListModel *files);
void ledger_evidence_pile_free (LedgerEvidencePile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerEvidencePile, ledger_evidence_pile_free)

/* Sorts out what cannot be taken and what the ledger has already; the rest (LedgerStagedFile*,
 * borrowed) is for the edit. */
GPtrArray *ledger_evidence_pile_sift (LedgerEvidencePile *self, GPtrArray *staged);
/* Toast and strip; of what is to be filed yet the first is opened. */
void ledger_evidence_pile_tell (LedgerEvidencePile *self, gboolean committed);

G_END_DECLS
