/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-evidence-actions.h"
#include "ledger-page-view.h"
#include "ledger-proof-file.h"

G_BEGIN_DECLS

/* Shared by the files of the page view only: ledger-page-view.c holds the files and tells where one
 * is, -wishes.c opens those that are near and asks for their pages, -layout.c knows their places
 * and what stays in place, -notices.c what stands where no page can, -draw.c the picture, -keys.c
 * what a person does. */

/* A place in the files that stays when their sizes do not. */
typedef struct
{
  gboolean set;
  LedgerPageBlockKind kind;
  guint file;
  guint page;
  double fraction; /* of the block above the upper edge */
} LedgerPageAnchor;

struct _LedgerPageView
{
  LedgerScrollArea parent_instance;

  LedgerDocument *document;
  LedgerSession *session;
  LedgerEvidenceReader *reader;
  LedgerEvidenceActions *actions;
  GPtrArray *files; /* LedgerProofFile* */
  gboolean dividers;
  LedgerPageFit fit;
  double scale;
  guint rotation;

  LedgerPageLayout *layout; /* NULL: to be made anew */
  double layout_width, layout_height;
  LedgerPageAnchor anchor; /* what the next layout begins at */
  GPtrArray *notices;      /* LedgerProofNotice*, children */
  guint wish_source;
  guint current_file, current_page; /* page from 1 */
  gboolean allocating;
};

/* Tells which page stands in the upper part: never while places are given out. */
void ledger_page_view_update_current (LedgerPageView *self);
/* Soon: opens what is near, closes what is far, and asks for the pages in sight first. */
void ledger_page_view_queue_wishes (LedgerPageView *self);
/* Makes the layout anew from the files and the size of the widget. */
void ledger_page_view_make_layout (LedgerPageView *self);
/* The sentence that stands in BLOCK's place, or NULL. */
const char *ledger_page_view_get_sentence (LedgerPageView *self, const LedgerPageBlock *block);
/* Those notices that are there already, while places are given out. */
void ledger_page_view_place_notices (LedgerPageView *self);
/* Those in sight and near are made, others taken away: never while places are given out. */
void ledger_page_view_update_notices (LedgerPageView *self);
void ledger_page_view_drop_notices (LedgerPageView *self);
/* Adjustments to the layout, the scroll to the anchor. */
void ledger_page_view_configure (LedgerPageView *self);
/* Remembers what stands at the upper edge and lets the layout be made anew. */
void ledger_page_view_relayout (LedgerPageView *self);
void ledger_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
void ledger_page_view_add_keys (GtkWidgetClass *klass);
void ledger_page_view_add_controllers (LedgerPageView *self);

G_END_DECLS
