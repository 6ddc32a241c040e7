/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* How office papers look: GB/T 9704-2012 as offices set it (practice §5.3). Lengths in points (1/72
 * inch). Plain data: take a preset, change what the office wants otherwise, hand it to a flow. */
typedef enum
{
  LEDGER_TEXT_TITLE,     /* 2号小标宋, centred */
  LEDGER_TEXT_HEADING_1, /* 一、3号黑体 */
  LEDGER_TEXT_HEADING_2, /* （一）3号楷体 */
  LEDGER_TEXT_HEADING_3, /* 1. 3号仿宋, bold */
  LEDGER_TEXT_BODY,      /* 3号仿宋, first line two characters in */
  LEDGER_TEXT_FLUSH,     /* body without indent: 主送机关, 附件 */
  LEDGER_TEXT_RIGHT,     /* signature and date, four characters from the right */
  LEDGER_TEXT_CENTRE,    /* a centred line: meeting number, form title below the title */
  LEDGER_TEXT_CELL,      /* inside tables, 小4号 */
  LEDGER_TEXT_CELL_HEAD, /* heads of tables */
  LEDGER_TEXT_N_STYLES,
} LedgerTextStyle;

typedef struct
{
  const char *family; /* what is there: the official fonts are not free, Noto stands for them */
  double size;        /* points */
  gboolean bold;
  PangoAlignment alignment;
  int indent;      /* first line, in characters */
  int inset_right; /* in characters */
  double leading;  /* fixed distance of lines, points */
} LedgerTextFace;

typedef struct
{
  double width;
  double height;
  double margin_top;
  double margin_bottom;
  double margin_left;
  double margin_right;
  gboolean numbered; /* — 1 — at the foot, odd pages right, even pages left */
  LedgerTextFace faces[LEDGER_TEXT_N_STYLES];
} LedgerPaperStyle;

/* A4 upright, margins 37/35/28/26 mm, 22 lines of 28 characters. */
LedgerPaperStyle ledger_paper_style_document (void);
/* A3 across, for ledgers and task tables. */
LedgerPaperStyle ledger_paper_style_ledger (void);

double ledger_paper_style_text_width (const LedgerPaperStyle *style);
double ledger_paper_style_text_height (const LedgerPaperStyle *style);

G_END_DECLS
