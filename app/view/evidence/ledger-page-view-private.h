/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-evidence-actions.h"
#include "ledger-page-view.h"
#include "ledger-proof-file.h"

G_BEGIN_DECLS

/* Shared by the files of the page view only: ledger-page-view.c holds files and their places,
 * -scroll.c the adjustments, -draw.c the picture, -keys.c what a person does. */

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
  GtkWidget parent_instance;

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
  guint sync_source;
  guint current_file, current_page; /* page from 1 */
  gboolean allocating;

  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GtkScrollablePolicy hscroll_policy;
  GtkScrollablePolicy vscroll_policy;
};

/* Where the scroll stands. */
double ledger_page_view_get_top (LedgerPageView *self);
double ledger_page_view_get_left (LedgerPageView *self);
void ledger_page_view_set_top (LedgerPageView *self, double top);
/* Adjustments to the layout, the scroll to the anchor. */
void ledger_page_view_configure (LedgerPageView *self);
void ledger_page_view_set_adjustment (LedgerPageView *self,
                                      GtkOrientation orientation,
                                      GtkAdjustment *adjustment);
/* Remembers what stands at the upper edge and lets the layout be made anew. */
void ledger_page_view_relayout (LedgerPageView *self);
void ledger_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
void ledger_page_view_add_keys (GtkWidgetClass *klass);
void ledger_page_view_add_controllers (LedgerPageView *self);
/* The name of a file for a divider: "1.2.3-05 学习计划  12页". */
char *ledger_page_view_dup_heading (LedgerPageView *self, guint file);

G_END_DECLS
