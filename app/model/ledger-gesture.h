/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* The gestures of a person as edits: what window and command line both do, so that they do the
 * same. Each returns a new edit with its title, actor and desk, to be committed by the caller; NULL
 * with LEDGER_ERROR_INVALID, NOT_FOUND or REFUSED where it makes no sense. Names are looked up or,
 * where allowed, learnt: an unknown person or department is added by the same edit (LOG 9). */

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
/* Several rows of the claim grid in one edit: adds to EDIT (made by the first call when NULL is
 * passed). */
gboolean ledger_gesture_add_claim (LedgerDocument *document,
                                   LedgerEdit *edit,
                                   const char *issue_id,
                                   const LedgerClaimValues *values,
                                   GError **error);

/* Sets one field of one record from text as a person or script wrote it: dates and deadlines are
 * read, references are names or ids, choices their stable words or Chinese names, flags
 * 是/否/true/false. "" clears. */
LedgerEdit *ledger_gesture_set (LedgerDocument *document,
                                const char *type,
                                const char *id,
                                const char *field,
                                const char *text,
                                GError **error);
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
LedgerEdit *ledger_gesture_finish_measure (LedgerDocument *document,
                                           const char *measure_id,
                                           gboolean done,
                                           GError **error);
/* DELTA -1: up, +1: down, among its siblings (rank, re-ranked where nothing fits). */
LedgerEdit *ledger_gesture_move_measure (LedgerDocument *document,
                                         const char *measure_id,
                                         int delta,
                                         GError **error);
LedgerEdit *ledger_gesture_delete (LedgerDocument *document,
                                   const char *type,
                                   const char *const *ids,
                                   GError **error);

/* Evidence already staged under DIGEST: a record of the issue, numbered and linked where MEASURE_ID
 * is given, else 待归入. Where the same bytes are there already, only a link marked 共用 is made.
 */
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
/* Files an evidence to a measure (number given at the first link); SHARED keeps its other links,
 * else moves. */
LedgerEdit *ledger_gesture_file_evidence (LedgerDocument *document,
                                          const char *evidence_id,
                                          const char *measure_id,
                                          gboolean shared,
                                          GError **error);
LedgerEdit *ledger_gesture_unlink_evidence (LedgerDocument *document,
                                            const char *evidence_id,
                                            const char *measure_id,
                                            GError **error);

/* Puts a field back to what it was before the edit EDIT_HASH (恢复原值): an ordinary edit. */
LedgerEdit *
ledger_gesture_restore (LedgerDocument *document, const LedgerOperation *operation, GError **error);
/* Chooses one of several values (LOG 5): the value of the head HEAD. */
LedgerEdit *
ledger_gesture_choose (LedgerDocument *document, const LedgerOperation *head, GError **error);

G_END_DECLS
