/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-table.h"

G_BEGIN_DECLS

/* The headings read from the root (LOG 10): preorder and depth. What cannot be reached because its
 * upper heading is unknown, it stands in a circle or too deep, comes last and is shown under
 * 待归位. */
typedef struct _LedgerHeadingTree LedgerHeadingTree;

#define LEDGER_HEADING_MAX_DEPTH 4

LedgerHeadingTree *ledger_heading_tree_new (LedgerTable *headings);
void ledger_heading_tree_free (LedgerHeadingTree *tree);

/* LedgerHeading* in preorder, the unplaced last; owned by the tree, as are the headings. */
const GPtrArray *ledger_heading_tree_get_headings (LedgerHeadingTree *tree);
/* 1 for the uppermost level … LEDGER_HEADING_MAX_DEPTH; 0: 待归位, or no such heading. */
guint ledger_heading_tree_get_depth (LedgerHeadingTree *tree, const char *id);
/* Its place in the preorder counted from 1; 0 for NULL (issues above all headings); after all
 * others for an unknown heading. */
guint ledger_heading_tree_get_order (LedgerHeadingTree *tree, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerHeadingTree, ledger_heading_tree_free)

G_END_DECLS
