/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-page-layout.h"

#include <math.h>

struct _LedgerPageLayout
{
  LedgerPageFrame frame;
  GArray *blocks; /* LedgerPageBlock, by y */
  guint n_files;
  guint n_pages; /* of the file at hand */
  double width;
  double y; /* end of the last block */
  double scale;
};

LedgerPageLayout *
ledger_page_layout_new (const LedgerPageFrame *frame)
{
  LedgerPageLayout *layout = g_new0 (LedgerPageLayout, 1);

  layout->frame = *frame;
  layout->blocks = g_array_new (FALSE, FALSE, sizeof (LedgerPageBlock));
  layout->width = frame->width;
  layout->scale = frame->scale;
  return layout;
}

void
ledger_page_layout_free (LedgerPageLayout *layout)
{
  if (layout == NULL)
    return;
  g_array_unref (layout->blocks);
  g_free (layout);
}

static void
add (LedgerPageLayout *layout, LedgerPageBlockKind kind, guint page, double width, double height)
{
  LedgerPageBlock block = {
    .kind = kind,
    .file = layout->n_files - 1,
    .page = page,
    .y = layout->blocks->len == 0 ? LEDGER_PAGE_MARGIN : layout->y + LEDGER_PAGE_GAP,
    .width = width,
    .height = height,
  };

  layout->y = block.y + height;
  layout->width = MAX (layout->width, width + 2 * LEDGER_PAGE_MARGIN);
  g_array_append_val (layout->blocks, block);
}

static double
usable_width (LedgerPageLayout *layout)
{
  return MAX (layout->frame.width - 2 * LEDGER_PAGE_MARGIN, 1);
}

void
ledger_page_layout_begin_file (LedgerPageLayout *layout)
{
  layout->n_files++;
  layout->n_pages = 0;
  if (layout->frame.divider > 0)
    add (layout, LEDGER_PAGE_BLOCK_DIVIDER, 0, usable_width (layout), layout->frame.divider);
}

static double
choose_scale (LedgerPageLayout *layout, double width, double height)
{
  const double fit_width = usable_width (layout) / width;
  const double fit_height = MAX (layout->frame.height - 2 * LEDGER_PAGE_MARGIN, 1) / height;

  switch (layout->frame.fit)
    {
    case LEDGER_PAGE_FIT_WIDTH:
      return fit_width;
    case LEDGER_PAGE_FIT_PAGE:
      return MIN (fit_width, fit_height);
    case LEDGER_PAGE_FIT_NONE:
    default:
      return CLAMP (layout->frame.scale, LEDGER_PAGE_MIN_SCALE, LEDGER_PAGE_MAX_SCALE);
    }
}

void
ledger_page_layout_add_page (LedgerPageLayout *layout, double width, double height)
{
  const gboolean sideways = layout->frame.rotation % 180 != 0;
  const double across = MAX (sideways ? height : width, 1);
  const double down = MAX (sideways ? width : height, 1);

  g_return_if_fail (layout->n_files > 0);
  layout->scale = choose_scale (layout, across, down);
  add (layout,
       LEDGER_PAGE_BLOCK_PAGE,
       layout->n_pages++,
       MAX (floor (across * layout->scale), 1),
       MAX (floor (down * layout->scale), 1));
}

void
ledger_page_layout_add_notice (LedgerPageLayout *layout)
{
  g_return_if_fail (layout->n_files > 0);
  add (layout, LEDGER_PAGE_BLOCK_NOTICE, 0, usable_width (layout), layout->frame.notice);
}

guint
ledger_page_layout_get_n (LedgerPageLayout *layout)
{
  return layout->blocks->len;
}

/* Narrower blocks stand in the middle of the widest; that is known only at the end. */
const LedgerPageBlock *
ledger_page_layout_get (LedgerPageLayout *layout, guint index)
{
  LedgerPageBlock *block;

  g_return_val_if_fail (index < layout->blocks->len, NULL);
  block = &g_array_index (layout->blocks, LedgerPageBlock, index);
  block->x = floor ((layout->width - block->width) / 2);
  return block;
}

double
ledger_page_layout_get_width (LedgerPageLayout *layout)
{
  return layout->width;
}

double
ledger_page_layout_get_height (LedgerPageLayout *layout)
{
  return layout->blocks->len > 0 ? layout->y + LEDGER_PAGE_MARGIN : 0;
}

guint
ledger_page_layout_find (LedgerPageLayout *layout, double y)
{
  guint low = 0;
  guint high = layout->blocks->len;

  while (low < high)
    {
      const guint middle = (low + high) / 2;
      const LedgerPageBlock *block = &g_array_index (layout->blocks, LedgerPageBlock, middle);

      if (block->y + block->height > y)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

const LedgerPageBlock *
ledger_page_layout_find_page (LedgerPageLayout *layout, guint file, guint page)
{
  const LedgerPageBlock *found = NULL;

  for (guint i = 0; i < layout->blocks->len; i++)
    {
      const LedgerPageBlock *block = ledger_page_layout_get (layout, i);

      if (block->file > file)
        break;
      if (block->file < file)
        continue;
      if (block->kind == LEDGER_PAGE_BLOCK_PAGE && block->page == page)
        return block;
      if (found == NULL || block->kind == LEDGER_PAGE_BLOCK_NOTICE)
        found = block;
    }
  return found;
}

double
ledger_page_layout_get_scale (LedgerPageLayout *layout)
{
  return layout->scale;
}
