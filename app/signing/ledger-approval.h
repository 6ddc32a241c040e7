/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-canonical.h"

G_BEGIN_DECLS

/* The acts of the chain 承办 → 审核 → 签批 as edits, for the window and the command line alike.
 * Each gives an edit with one sign-off record whose body is the canonical text, to be committed by
 * the caller; NULL with REFUSED and a sentence where a rule of the practice says no, INVALID where
 * something is missing, NOT_FOUND where there is no such issue.
 *
 * Only the person at the keyboard signs, and only at the step that the claim gives to him: the
 * handler submits, the reviewer reviews, the responsible leader (without one the lead leader)
 * approves. Until keys come, choosing one's name is a statement, not a proof: the text says on
 * which PC it was made (UI 4). */

/* Agrees at STEP; at the handler's step this submits the issue for review and is refused with the
 * whole list while the issue is not complete. Refused too while what an earlier step signed has
 * changed since (R23): then it is returned, or that step signs again. A step that stands may be
 * signed again only where its own matter has changed. OPINION may be NULL. */
LedgerEdit *ledger_approval_agree (LedgerDocument *document,
                                   const char *issue_id,
                                   LedgerStep step,
                                   const char *opinion,
                                   GError **error);
/* Returns the issue one step back. REASON is required: one of the presets, words of one's own, or
 * both. The leader may also return what he has approved, until the superior closes it. */
LedgerEdit *ledger_approval_return (LedgerDocument *document,
                                    const char *issue_id,
                                    LedgerStep step,
                                    const char *reason,
                                    GError **error);
/* Takes back one's own last act (also a paper entered by oneself) while nobody has acted on it. */
LedgerEdit *
ledger_approval_withdraw (LedgerDocument *document, const char *issue_id, GError **error);

/* 补录纸质签批: somebody else's signature on paper, entered by the person at the keyboard, with the
 * scan of it where that is at hand: staged bytes (LOG 11) that the edit then names. */
typedef struct
{
  LedgerStep step;
  LedgerDecision decision;  /* AGREE or RETURN */
  const char *signer_id;    /* person; not the one at the keyboard */
  LedgerDay day;            /* the date on the paper, not after today */
  const char *opinion;      /* or the reason */
  const guint8 *scan;       /* 32 bytes: its digest; NULL: none */
  const char *scan_name;    /* the file's own name */
  guint scan_pages;         /* 0: not known */
  const char *scan_verdict; /* of its inspection, as an evidence has it */
} LedgerPaperSignoff;
LedgerEdit *ledger_approval_enter_paper (LedgerDocument *document,
                                         const char *issue_id,
                                         const LedgerPaperSignoff *paper,
                                         GError **error);

/* The scan of a paper that was entered without one: a record beside the sign-off, for a sign-off
 * itself is never written again (ledger-signed-paper.h). Of PAPER only the scan is used. REFUSED
 * where it was not signed on paper or a scan is kept already. */
LedgerEdit *ledger_approval_add_scan (LedgerDocument *document,
                                      const char *signoff_id,
                                      const LedgerPaperSignoff *paper,
                                      GError **error);
/* Whether a scan may still be added. */
gboolean ledger_approval_lacks_scan (LedgerDocument *document, const char *signoff_id);

/* The preset reasons of a return, translated; NULL-terminated, free with g_strfreev. */
GStrv ledger_approval_dup_return_reasons (void);
/* The usual opinions, translated; the same way. */
GStrv ledger_approval_dup_opinions (void);

G_END_DECLS
