/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-paper-style.h"

#define MM(millimetres) ((millimetres)*72.0 / 25.4)

#define SONG "FZXiaoBiaoSong-B05S, Noto Serif CJK SC, Noto Sans CJK SC, serif"
#define FANGSONG "FangSong_GB2312, FangSong, Noto Serif CJK SC, Noto Sans CJK SC, serif"
#define KAITI "KaiTi_GB2312, KaiTi, Noto Serif CJK SC, Noto Sans CJK SC, serif"
#define HEITI "SimHei, Noto Sans CJK SC, sans-serif"

/* 2号 = 22 pt, 3号 = 16 pt, 小4号 = 12 pt; lines stand 28 pt apart. */
static const LedgerTextFace document_faces[LEDGER_TEXT_N_STYLES] = {
  [LEDGER_TEXT_TITLE] = { SONG, 22, TRUE, PANGO_ALIGN_CENTER, 0, 0, 36 },
  [LEDGER_TEXT_HEADING_1] = { HEITI, 16, FALSE, PANGO_ALIGN_LEFT, 2, 0, 28 },
  [LEDGER_TEXT_HEADING_2] = { KAITI, 16, FALSE, PANGO_ALIGN_LEFT, 2, 0, 28 },
  [LEDGER_TEXT_HEADING_3] = { FANGSONG, 16, TRUE, PANGO_ALIGN_LEFT, 2, 0, 28 },
  [LEDGER_TEXT_BODY] = { FANGSONG, 16, FALSE, PANGO_ALIGN_LEFT, 2, 0, 28 },
  [LEDGER_TEXT_FLUSH] = { FANGSONG, 16, FALSE, PANGO_ALIGN_LEFT, 0, 0, 28 },
  [LEDGER_TEXT_RIGHT] = { FANGSONG, 16, FALSE, PANGO_ALIGN_RIGHT, 0, 4, 28 },
  [LEDGER_TEXT_CENTRE] = { FANGSONG, 16, FALSE, PANGO_ALIGN_CENTER, 0, 0, 28 },
  [LEDGER_TEXT_CELL] = { FANGSONG, 12, FALSE, PANGO_ALIGN_LEFT, 0, 0, 17 },
  [LEDGER_TEXT_CELL_HEAD] = { HEITI, 12, FALSE, PANGO_ALIGN_CENTER, 0, 0, 17 },
};

static LedgerPaperStyle
style_with_faces (void)
{
  LedgerPaperStyle style = { .numbered = TRUE };

  for (guint i = 0; i < LEDGER_TEXT_N_STYLES; i++)
    style.faces[i] = document_faces[i];
  return style;
}

LedgerPaperStyle
ledger_paper_style_document (void)
{
  LedgerPaperStyle style = style_with_faces ();

  style.width = MM (210);
  style.height = MM (297);
  style.margin_top = MM (37);
  style.margin_bottom = MM (35);
  style.margin_left = MM (28);
  style.margin_right = MM (26);
  return style;
}

LedgerPaperStyle
ledger_paper_style_ledger (void)
{
  LedgerPaperStyle style = style_with_faces ();

  style.width = MM (420);
  style.height = MM (297);
  style.margin_top = MM (28);
  style.margin_bottom = MM (22);
  style.margin_left = MM (20);
  style.margin_right = MM (20);
  return style;
}

double
ledger_paper_style_text_width (const LedgerPaperStyle *style)
{
  return style->width - style->margin_left - style->margin_right;
}

double
ledger_paper_style_text_height (const LedgerPaperStyle *style)
{
  return style->height - style->margin_top - style->margin_bottom;
}
