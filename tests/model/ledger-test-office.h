/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

/* An invented office with a ledger of its own in a temporary folder: three people who act, two
 * departments, one heading. Today is 10 March 2026. Everything ends the test on failure. */
typedef struct
{
  char *folder;
  char *path;
  LedgerDocument *document;
  char *handler;  /* 李敏 */
  char *reviewer; /* 刘洋 */
  char *leader;   /* 王建国 */
  char *office;   /* 办公室 */
  char *section;  /* 业务一科 */
  char *heading;  /* 1 */
  guint n_issues;
} LedgerTestOffice;

/* To be called before anything else of the program: sets today. */
void ledger_test_office_init (void);
LedgerTestOffice *ledger_test_office_new (void);
void ledger_test_office_free (LedgerTestOffice *office);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerTestOffice, ledger_test_office_free)

/* One field, one edit; NULL clears. */
void ledger_test_office_set (LedgerTestOffice *office,
                             const char *type,
                             const char *id,
                             const char *field,
                             const char *text);
void ledger_test_office_set_integer (
    LedgerTestOffice *office, const char *type, const char *id, const char *field, gint64 integer);
void ledger_test_office_delete (LedgerTestOffice *office, const char *type, const char *id);
/* Commits EDIT (taken) or, where it is NULL, ends the test with ERROR. */
void ledger_test_office_commit (LedgerTestOffice *office, LedgerEdit *edit, GError *error);
/* Closes the ledger and opens it on another day of March 2026. */
void ledger_test_office_open_on (LedgerTestOffice *office, int day);
/* Who is at the keyboard now. */
void ledger_test_office_sit_down (LedgerTestOffice *office, const char *person_id);

char *ledger_test_office_add_person (LedgerTestOffice *office, const char *name);
/* Numbered 1.1, 1.2 …, no claim. */
char *ledger_test_office_add_issue (LedgerTestOffice *office, const char *text);
char *
ledger_test_office_add_measure (LedgerTestOffice *office, const char *issue, const char *text);
/* A proof of the measure whose bytes are its number; the id of the evidence. */
char *ledger_test_office_add_evidence (LedgerTestOffice *office,
                                       const char *issue,
                                       const char *measure,
                                       const char *number);
/* Claimed by the three, due on 2026-03-31, with one measure that is done and its proof: ready to be
 * submitted.
 */
char *ledger_test_office_add_ready_issue (LedgerTestOffice *office, const char *text);
/* The only child of a type under PARENT. */
const char *
ledger_test_office_child (LedgerTestOffice *office, const char *type, const char *parent);
