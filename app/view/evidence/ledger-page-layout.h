/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where pages stand in one vertical scroll: pure arithmetic in logical pixels. Blocks follow one
 * another from the top; each file has, where dividers are wanted, its divider, then its pages, or
 * one notice in their place. */
typedef enum
{
  LEDGER_PAGE_BLOCK_DIVIDER,
  LEDGER_PAGE_BLOCK_PAGE,
  LEDGER_PAGE_BLOCK_NOTICE,
} LedgerPageBlockKind;

typedef struct
{
  LedgerPageBlockKind kind;
  guint file;
  guint page; /* from 0; 0 for the others */
  double x, y, width, height;
} LedgerPageBlock;

typedef enum
{
  LEDGER_PAGE_FIT_WIDTH,
  LEDGER_PAGE_FIT_PAGE,
  LEDGER_PAGE_FIT_NONE, /* `scale` counts */
} LedgerPageFit;

typedef struct
{
  double width, height; /* of the viewport */
  LedgerPageFit fit;
  double scale;   /* pixels per point */
  guint rotation; /* 0, 90, 180, 270 */
  double divider; /* height of a divider; 0: none */
  double notice;  /* height of a notice */
} LedgerPageFrame;

#define LEDGER_PAGE_MARGIN 9.0 /* A4 takes 660 of 678 pixels (UI §1) */
#define LEDGER_PAGE_GAP 12.0
#define LEDGER_PAGE_MIN_SCALE (96.0 / 72.0 * 0.2)
#define LEDGER_PAGE_MAX_SCALE (96.0 / 72.0 * 4.0)

typedef struct _LedgerPageLayout LedgerPageLayout;

LedgerPageLayout *ledger_page_layout_new (const LedgerPageFrame *frame);
void ledger_page_layout_free (LedgerPageLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerPageLayout, ledger_page_layout_free)

/* The next file; its blocks go below all others. */
void ledger_page_layout_begin_file (LedgerPageLayout *layout);
/* Its next page, in points before turning. */
void ledger_page_layout_add_page (LedgerPageLayout *layout, double width, double height);
void ledger_page_layout_add_notice (LedgerPageLayout *layout);

guint ledger_page_layout_get_n (LedgerPageLayout *layout);
const LedgerPageBlock *ledger_page_layout_get (LedgerPageLayout *layout, guint index);
double ledger_page_layout_get_width (LedgerPageLayout *layout); /* at least the viewport's */
double ledger_page_layout_get_height (LedgerPageLayout *layout);
/* The first block that ends below Y; the number of blocks where none does. */
guint ledger_page_layout_find (LedgerPageLayout *layout, double y);
/* The block of that page, of its file's notice, or of its divider where that is all; NULL: none. */
const LedgerPageBlock *
ledger_page_layout_find_page (LedgerPageLayout *layout, guint file, guint page);
/* Pixels per point of the last page added, whatever the fit. */
double ledger_page_layout_get_scale (LedgerPageLayout *layout);

G_END_DECLS
