/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-opened-file.h"

G_BEGIN_DECLS

/* The ledger that the program was started with, opened and read on a thread of its own while the
 * toolkit starts on the main one: either takes about as long as the other. */
typedef struct _LedgerEarlyOpening LedgerEarlyOpening;

/* After the locale is set and once this process is the one that will show the ledger, for opening
 * it locks it. */
LedgerEarlyOpening *ledger_early_opening_begin (const char *path);
/* What nobody took is given up. */
void ledger_early_opening_free (LedgerEarlyOpening *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerEarlyOpening, ledger_early_opening_free)

const char *ledger_early_opening_get_path (LedgerEarlyOpening *self);
/* Waits for the thread. What it found, once; the caller's. */
LedgerOpenedFile *ledger_early_opening_finish (LedgerEarlyOpening *self);

G_END_DECLS
