/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* The text that a sign-off vouches for (LOG 7): lines `name:byte-length:value\n` under a first line
 * that names the builder. COMPARED lines (values, ids, digests) decide whether something changed;
 * SHOWN lines (names, numbers, titles, heads) only show. Builders are added, never edited; an old
 * text is compared with its own builder. */
#define LEDGER_CANONICAL_BUILDER "zgtz-signoff-1"

typedef struct
{
  char *issue_id;
  LedgerStep step;
  LedgerDecision decision;
  char *opinion;     /* or the return's reason */
  char *signer_id;   /* person */
  char *signer_name; /* as it was then */
  char *entered_by;  /* who was at the keyboard, where another than the signer (补录) */
  gboolean paper;    /* 补录纸质签批 */
  LedgerDay paper_day;
  char *computer; /* on which PC it was made: a statement, not a proof */
  gint64 time;    /* UTC ms, claimed */
  GStrv previous; /* ids of all sign-offs of the target that the signer saw, sorted */
} LedgerSignoffText;

void ledger_signoff_text_free (LedgerSignoffText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerSignoffText, ledger_signoff_text_free)

/* Builds the whole canonical text of HEADER over the issue as it is now. REFUSED while a vouched
 * field has several values (the sentence names it). */
char *
ledger_canonical_build (LedgerDocument *document, const LedgerSignoffText *header, GError **error);
/* Reads the header part of a stored text; DAMAGED where it is none. */
LedgerSignoffText *ledger_canonical_parse (const char *body, GError **error);

typedef struct
{
  char *field; /* the word for people: 整改时限; for children: 措施2, 佐证1.2.3-05 */
  char *type;
  char *id;
  char *signed_value;  /* for people; NULL: was not there */
  char *present_value; /* NULL: is gone */
  gboolean several;    /* 签后有冲突: several values stand there now */
} LedgerDifference;

void ledger_difference_free (LedgerDifference *difference);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerDifference, ledger_difference_free)

/* What changed in the compared lines since BODY was signed; empty: 有效. Never NULL. */
GPtrArray *ledger_canonical_compare (LedgerDocument *document, const char *body);
/* Whether any of these sign-offs (ids, NULL ones left out) vouches for something that is another
 * now. */
gboolean ledger_canonical_has_changed (LedgerDocument *document,
                                       const char *const *signoff_ids,
                                       guint n_ids);
/* Whether the operation EDIT_HASH of (type, id, field) is among the heads that BODY shows: for the
 * undo guard. */
gboolean ledger_canonical_contains_head (
    const char *body, const char *type, const char *id, const char *field, const char *edit_hash);

G_END_DECLS
