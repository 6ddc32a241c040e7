/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-page-view-private.h"

#include <math.h>

#include "ledger-proof-notice.h"

static void
on_retry (LedgerProofNotice *notice, LedgerPageView *self)
{
  LedgerProofFile *file = self->files->pdata[ledger_proof_notice_get_file (notice)];

  if (ledger_proof_notice_get_page (notice) < 0)
    ledger_proof_file_retry (file);
  else
    ledger_proof_file_retry_page (file, (guint)ledger_proof_notice_get_page (notice));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_export (LedgerProofNotice *notice, LedgerPageView *self)
{
  const char *ids[] = { ledger_page_view_get_evidence (self, ledger_proof_notice_get_file (notice)),
                        NULL };

  ledger_evidence_actions_set_evidence (self->actions, ids);
  g_action_group_activate_action (
      ledger_evidence_actions_get_group (self->actions), "export", NULL);
}

static LedgerProofNotice *
ensure_notice (LedgerPageView *self, guint file, int page)
{
  GtkWidget *notice;

  for (guint i = 0; i < self->notices->len; i++)
    if (ledger_proof_notice_get_file (self->notices->pdata[i]) == file
        && ledger_proof_notice_get_page (self->notices->pdata[i]) == page)
      return self->notices->pdata[i];
  notice = ledger_proof_notice_new (file, page);
  g_signal_connect (notice, "retry", G_CALLBACK (on_retry), self);
  g_signal_connect (notice, "export", G_CALLBACK (on_export), self);
  gtk_widget_insert_before (notice, GTK_WIDGET (self), NULL);
  g_ptr_array_add (self->notices, notice);
  return LEDGER_PROOF_NOTICE (notice);
}

const char *
ledger_page_view_get_sentence (LedgerPageView *self, const LedgerPageBlock *block)
{
  LedgerProofFile *file = self->files->pdata[block->file];

  if (block->kind == LEDGER_PAGE_BLOCK_NOTICE)
    return ledger_proof_file_get_error (file);
  if (block->kind == LEDGER_PAGE_BLOCK_PAGE)
    return ledger_proof_file_get_page_error (file, block->page);
  return NULL;
}

static const LedgerPageBlock *
find_notice_block (LedgerPageView *self, LedgerProofNotice *notice)
{
  const int page = ledger_proof_notice_get_page (notice);
  const guint file = ledger_proof_notice_get_file (notice);
  const LedgerPageBlock *block =
      ledger_page_layout_find_page (self->layout, file, (guint)MAX (page, 0));

  if (block == NULL || ledger_page_view_get_sentence (self, block) == NULL
      || (block->kind == LEDGER_PAGE_BLOCK_PAGE) != (page >= 0))
    return NULL;
  return block;
}

static void
place_notice (LedgerPageView *self, GtkWidget *notice, const LedgerPageBlock *block)
{
  GtkAllocation area = {
    (int)(block->x - floor (ledger_scroll_area_get_left (LEDGER_SCROLL_AREA (self)))),
    (int)(floor (block->y) - floor (ledger_scroll_area_get_top (LEDGER_SCROLL_AREA (self)))),
    (int)block->width,
    (int)block->height
  };
  int minimum;

  gtk_widget_measure (notice, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  area.width = MAX (area.width, minimum);
  gtk_widget_measure (notice, GTK_ORIENTATION_VERTICAL, area.width, &minimum, NULL, NULL, NULL);
  area.height = MAX (area.height, minimum);
  gtk_widget_size_allocate (notice, &area, -1);
}

void
ledger_page_view_place_notices (LedgerPageView *self)
{
  for (guint i = 0; i < self->notices->len; i++)
    {
      const LedgerPageBlock *block = find_notice_block (self, self->notices->pdata[i]);

      gtk_widget_set_child_visible (self->notices->pdata[i], block != NULL);
      if (block != NULL)
        place_notice (self, self->notices->pdata[i], block);
    }
}

static LedgerProofNotice *
need_notice (LedgerPageView *self, const LedgerPageBlock *block, const char *sentence)
{
  const gboolean of_page = block->kind == LEDGER_PAGE_BLOCK_PAGE;
  LedgerProofNotice *notice = ensure_notice (self, block->file, of_page ? (int)block->page : -1);

  /* Paper is white in dark mode too: there the text must be dark. */
  if (of_page)
    gtk_widget_add_css_class (GTK_WIDGET (notice), "on-paper");
  ledger_proof_notice_set_text (notice, sentence);
  ledger_proof_notice_set_retry (
      notice, of_page || ledger_proof_file_can_retry (self->files->pdata[block->file]));
  return notice;
}

void
ledger_page_view_update_notices (LedgerPageView *self)
{
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  const double top = ledger_scroll_area_get_top (LEDGER_SCROLL_AREA (self));
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);

  for (guint i = ledger_page_layout_find (self->layout, top - height / 2);
       i < ledger_page_layout_get_n (self->layout);
       i++)
    {
      const LedgerPageBlock *block = ledger_page_layout_get (self->layout, i);
      const char *sentence = ledger_page_view_get_sentence (self, block);

      if (block->y >= top + height * 1.5)
        break;
      if (sentence != NULL)
        g_hash_table_add (kept, need_notice (self, block, sentence));
    }
  for (guint i = self->notices->len; i-- > 0;)
    if (!g_hash_table_contains (kept, self->notices->pdata[i]))
      gtk_widget_unparent (g_ptr_array_remove_index (self->notices, i));
}

void
ledger_page_view_drop_notices (LedgerPageView *self)
{
  for (guint i = self->notices->len; i-- > 0;)
    gtk_widget_unparent (g_ptr_array_remove_index (self->notices, i));
}
