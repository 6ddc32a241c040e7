/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-source-file.h"

G_BEGIN_DECLS

/* The streams of a compound file (MS-CFB), the container of workbooks of before 2007 and of those
 * with a password. Only what tells one from the other: which streams there are, and how one begins.
 * Every number in the file is doubted, and every walk ends after some thousand steps. */
typedef struct _LedgerCompoundFile LedgerCompoundFile;

/* NULL where the file is none, or its directory cannot be followed. FILE must outlive it. */
LedgerCompoundFile *ledger_compound_file_new (LedgerSourceFile *file);
void ledger_compound_file_free (LedgerCompoundFile *self);

gboolean ledger_compound_file_has (LedgerCompoundFile *self, const char *name);
/* At most SIZE bytes from the beginning of the stream; -1 where there is none or it is broken. */
gssize
ledger_compound_file_read (LedgerCompoundFile *self, const char *name, guint8 *buffer, gsize size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerCompoundFile, ledger_compound_file_free)

G_END_DECLS
