/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What tells the parts of a bar apart without colour (UI §5). */
typedef enum
{
  LEDGER_PATTERN_OUTLINE, /* ░ 在期, 未认领 */
  LEDGER_PATTERN_SOLID,   /* ▓ 完成 */
  LEDGER_PATTERN_HATCH,   /* ▨ 逾期 */
  LEDGER_PATTERN_DOTS,    /* ▒ 临期 */
  LEDGER_PATTERN_GRID,    /* ▦ 整改中 */
  LEDGER_PATTERN_ROWS,    /* ▤ 待审核, 长期 */
  LEDGER_PATTERN_COLUMNS, /* ▥ 待签批 */
  LEDGER_PATTERN_DASHES,  /* 待定: a frame of dashes */
} LedgerChartPattern;

/* Fills AREA and frames it, in COLOUR. */
void ledger_chart_pattern_append (LedgerChartPattern pattern,
                                  GtkSnapshot *snapshot,
                                  const graphene_rect_t *area,
                                  const GdkRGBA *colour);

G_END_DECLS
