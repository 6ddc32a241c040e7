/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-date.h"
#include <glib.h>

G_BEGIN_DECLS

/* The proof of the sample ledger, typeset by the program itself in the shapes that offices file:
 * minutes of a party group meeting, a rule issued under a document number, a voucher list. Pure:
 * content in, PDF bytes out. */
typedef struct
{
  const char *unit;
  guint number; /* 〔2026〕N号 */
  LedgerDay day;
  const char *subject; /* the problem it answers */
  const char *measure; /* what was decided or done */
  const char *department;
  const char *leader;
  const char *handler;
} LedgerSampleMatter;

typedef enum
{
  LEDGER_SAMPLE_MINUTES,
  LEDGER_SAMPLE_RULE,
  LEDGER_SAMPLE_VOUCHERS,
  LEDGER_SAMPLE_N_PAPERS,
} LedgerSamplePaper;

/* What the measure calls for: 《…》 a rule, money or files checked a voucher list, else minutes. */
LedgerSamplePaper ledger_sample_paper_for (const char *measure);
/* "党组会议纪要〔2026〕3号.pdf" */
char *ledger_sample_paper_dup_name (LedgerSamplePaper paper, const LedgerSampleMatter *matter);
/* Typesets it: the bytes of a PDF. */
GBytes *ledger_sample_paper_set (LedgerSamplePaper paper, const LedgerSampleMatter *matter);

G_END_DECLS
