/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Listens to standard error while poppler works: the only place where poppler-glib tells that it
 * had to repair a file. What is heard is passed on to the real standard error. Never blocks; what
 * exceeds a pipe is lost. */
typedef struct _LedgerComplaints LedgerComplaints;

/* NULL where no pipe can be had; the other calls take NULL and hear nothing. Before the sandbox. */
LedgerComplaints *ledger_complaints_new (void);
void ledger_complaints_free (LedgerComplaints *complaints);
void ledger_complaints_begin (LedgerComplaints *complaints);
/* Whether anything was said since begin. */
gboolean ledger_complaints_end (LedgerComplaints *complaints);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerComplaints, ledger_complaints_free)

G_END_DECLS
