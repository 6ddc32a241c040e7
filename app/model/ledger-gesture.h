/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* The gestures of a person as edits: what window and command line both do, so that they do the
 * same. Each returns a new edit with its title, actor and desk, to be committed by the caller; NULL
 * with LEDGER_ERROR_INVALID, NOT_FOUND or REFUSED where it makes no sense. Names are looked up or,
 * where allowed, learnt: an unknown person or department is added by the same edit (LOG 9). */

/* An empty edit of the person at the keyboard. TITLE NULL: given later. */
LedgerEdit *ledger_gesture_new (LedgerDocument *document, const char *title);

/* The record's id by name, adding it to EDIT where it is new. NULL or "" gives NULL. */
char *ledger_gesture_learn_person (LedgerDocument *document, LedgerEdit *edit, const char *name);
char *
ledger_gesture_learn_department (LedgerDocument *document, LedgerEdit *edit, const char *name);

typedef struct
{
  const char *department; /* names; NULL: leave as it is */
  const char *lead_leader;
  const char *const *supporting;
  const char *handler;
  const char *reviewer;
  const char *responsible_leader;
} LedgerClaimValues;

/* Claims issues: department and lead leader are needed once all is set. The title counts: 认领40项.
 */
LedgerEdit *ledger_gesture_claim (LedgerDocument *document,
                                  const char *const *issue_ids,
                                  const LedgerClaimValues *values,
                                  GError **error);
/* Several rows of the claim grid in one edit, made by ledger_gesture_new. On failure EDIT is as it
 * was. */
gboolean ledger_gesture_add_claim (LedgerDocument *document,
                                   LedgerEdit *edit,
                                   const char *issue_id,
                                   const LedgerClaimValues *values,
                                   GError **error);

/* Once all rows are added: 认领40项. */
void ledger_gesture_title_claims (LedgerDocument *document, LedgerEdit *edit);

/* Sets one field of one record from text as a person or script wrote it: dates and deadlines are
 * read, references are names or ids, choices their stable words or Chinese names, flags
 * 是/否/true/false. "" clears. The title names field and record: 修改整改时限 1.2.3. The original
 * wording of an issue stays in `original` whatever becomes of its text; the caller asks why and
 * says so with ledger_edit_set_reason. A claim is made by its first field. */
LedgerEdit *ledger_gesture_set (LedgerDocument *document,
                                const char *type,
                                const char *id,
                                const char *field,
                                const char *text,
                                GError **error);
/* The same into EDIT, made by ledger_gesture_new. */
gboolean ledger_gesture_add_set (LedgerDocument *document,
                                 LedgerEdit *edit,
                                 const char *type,
                                 const char *id,
                                 const char *field,
                                 const char *text,
                                 GError **error);
/* The same field of many records, one edit: 修改整改时限. */
LedgerEdit *ledger_gesture_set_many (LedgerDocument *document,
                                     const char *type,
                                     const char *const *ids,
                                     const char *field,
                                     const char *text,
                                     GError **error);

/* Another wording of the problem. Where it came from a list the original stays beside it and REASON
 * is required (R02): INVALID without. */
LedgerEdit *ledger_gesture_reword (LedgerDocument *document,
                                   const char *issue_id,
                                   const char *text,
                                   const char *reason,
                                   GError **error);
/* Whether it does: it came from a list. */
gboolean ledger_gesture_needs_reason (LedgerDocument *document, const char *issue_id);

/* 登记销号: what the superior did on DAY; PAPER (number or name of the document) and OFFICE may be
 * NULL. REFUSED while what was signed has changed (R23), several values stand or the unit has not
 * finished. */
LedgerEdit *ledger_gesture_close_issue (LedgerDocument *document,
                                        const char *issue_id,
                                        LedgerDay day,
                                        const char *paper,
                                        const char *office,
                                        GError **error);
/* 反弹 of a closed problem; REASON (what was found) is required. */
LedgerEdit *ledger_gesture_reopen_issue (LedgerDocument *document,
                                         const char *issue_id,
                                         LedgerDay day,
                                         const char *reason,
                                         GError **error);
/* 转持续整改 as of today, and back. */
LedgerEdit *ledger_gesture_continue_issue (LedgerDocument *document,
                                           const char *issue_id,
                                           gboolean continued,
                                           GError **error);
/* Whether the first may be done: it is claimed, waits for no signature and is not closed. */
gboolean ledger_gesture_may_continue (const LedgerIssueFacts *facts);
/* “整改时限、措施”: what differs from what was signed; NULL: nothing does. */
char *ledger_gesture_dup_changed_fields (LedgerDocument *document, const char *issue_id);

/* New records; *ID (out) is theirs. */
LedgerEdit *ledger_gesture_add_issue (
    LedgerDocument *document, const char *heading_id, const char *text, char **id, GError **error);
LedgerEdit *ledger_gesture_add_heading (
    LedgerDocument *document, const char *parent_id, const char *text, char **id, GError **error);
LedgerEdit *ledger_gesture_add_measure (
    LedgerDocument *document, const char *issue_id, const char *text, char **id, GError **error);
LedgerEdit *ledger_gesture_add_note (LedgerDocument *document,
                                     const char *issue_id,
                                     const char *measure_id,
                                     const char *text,
                                     char **id,
                                     GError **error);
/* The same words for several problems, one edit. */
LedgerEdit *ledger_gesture_add_note_to_many (LedgerDocument *document,
                                             const char *const *issue_ids,
                                             const char *text,
                                             GError **error);
/* Ticks a measure, finished today where no day stands there, or takes both away again. */
LedgerEdit *ledger_gesture_finish_measure (LedgerDocument *document,
                                           const char *measure_id,
                                           gboolean done,
                                           GError **error);
/* DELTA -1: up, +1: down, among its siblings (rank, re-ranked where nothing fits). */
LedgerEdit *ledger_gesture_move_measure (LedgerDocument *document,
                                         const char *measure_id,
                                         int delta,
                                         GError **error);
/* To PLACE, counted from 1, among its siblings. */
LedgerEdit *ledger_gesture_place_measure (LedgerDocument *document,
                                          const char *measure_id,
                                          guint place,
                                          GError **error);
/* Under another heading; their numbers stay (LOG 9). */
LedgerEdit *ledger_gesture_move_issues (LedgerDocument *document,
                                        const char *const *issue_ids,
                                        const char *heading_id,
                                        GError **error);
/* Another number for what bears the same one as something else, as after a merge: the next free one
 * there, for proof under its problem's number of now. Offered, never done by itself (LOG 9).
 * REFUSED where the number is borne once. */
LedgerEdit *ledger_gesture_renumber (LedgerDocument *document,
                                     const char *type,
                                     const char *id,
                                     GError **error);
/* Several in one edit, made by ledger_gesture_new without a title. */
gboolean ledger_gesture_add_renumbering (
    LedgerDocument *document, LedgerEdit *edit, const char *type, const char *id, GError **error);
/* LedgerRecord*, owned by the array: everything shown as 1.2.3·重, headings first, proof last. */
GPtrArray *ledger_gesture_list_renumberable (LedgerDocument *document);
/* With all that lies below them (LOG 10). REFUSED for sign-offs, the round itself and what has been
 * signed. */
LedgerEdit *ledger_gesture_delete (LedgerDocument *document,
                                   const char *type,
                                   const char *const *ids,
                                   GError **error);

/* Evidence already staged under DIGEST: a record of the issue, numbered and linked where MEASURE_ID
 * is given, else 待归入. Where the same bytes are there already (ledger_gesture_find_same tells
 * beforehand) no second record is made and *ID is the one that was there: only a link is made,
 * marked 共用 where it is linked elsewhere too. The first evidence gives EDIT its title where it
 * has none (添加佐证 1.2.3-05), the next make it 添加佐证12件. */
typedef struct
{
  const guint8 *digest;
  guint64 size;
  const char *file_name;
  const char *media_type;
  const char *verdict; /* stable word of the inspection */
  guint pages;
} LedgerEvidenceValues;
gboolean ledger_gesture_add_evidence (LedgerDocument *document,
                                      LedgerEdit *edit,
                                      const char *issue_id,
                                      const char *measure_id,
                                      const LedgerEvidenceValues *values,
                                      char **id,
                                      GError **error);
/* The evidence with these bytes, or NULL: 此件已用于1.2.3-02. */
LedgerRecord *ledger_gesture_find_same (LedgerDocument *document, const guint8 digest[32]);
/* Files an evidence to a measure (number given at the first link); SHARED keeps its other links,
 * else moves. */
LedgerEdit *ledger_gesture_file_evidence (LedgerDocument *document,
                                          const char *evidence_id,
                                          const char *measure_id,
                                          gboolean shared,
                                          GError **error);
/* Several at once (12件已归入3条措施); EDIT as for add_claim, titled by the caller. */
gboolean ledger_gesture_add_filing (LedgerDocument *document,
                                    LedgerEdit *edit,
                                    const char *evidence_id,
                                    const char *measure_id,
                                    gboolean shared,
                                    GError **error);
/* Takes it from one measure; where that was the last it is 待归入 again and keeps its number. */
LedgerEdit *ledger_gesture_unlink_evidence (LedgerDocument *document,
                                            const char *evidence_id,
                                            const char *measure_id,
                                            GError **error);

/* Puts the field of OPERATION back to what it was before it (恢复原值): an ordinary edit. */
LedgerEdit *
ledger_gesture_restore (LedgerDocument *document, const LedgerOperation *operation, GError **error);
/* Keeps a record that was deleted and then changed (LOG 10); to delete it again is a deletion. */
LedgerEdit *
ledger_gesture_keep (LedgerDocument *document, const char *type, const char *id, GError **error);
/* Chooses one of several values (LOG 5): the value of the head HEAD. Such an edit is not undone;
 * one chooses again (LOG 8). */
LedgerEdit *
ledger_gesture_choose (LedgerDocument *document, const LedgerOperation *head, GError **error);

G_END_DECLS
