/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Something that a rule finds wrong with a record, and where: 定位. */
typedef struct
{
  char *rule; /* "R01" …, or "L05" for findings about the log's reading (broken relations, equal
                 numbers) */
  gboolean blocking; /* E in the practice's table */
  char *type;        /* 定位: what it is about */
  char *id;
  char *field; /* or NULL */
  char *text;  /* the sentence */
} LedgerFinding;

/* Takes TEXT; FIELD may be NULL. */
LedgerFinding *ledger_finding_new (const char *rule,
                                   gboolean blocking,
                                   const char *type,
                                   const char *id,
                                   const char *field,
                                   char *text);
void ledger_finding_free (LedgerFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerFinding, ledger_finding_free)

G_END_DECLS
