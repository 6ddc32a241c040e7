/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a throw-away copy of the sample lies: a folder of its own, which goes with all that is in
 * it. From any thread. */

/* A new one; NULL where none could be made. */
char *ledger_sample_folder_new (GError **error);
/* The ledger in it. */
char *ledger_sample_folder_dup_path (const char *folder);
/* Removes it from the disk and takes FOLDER. */
void ledger_sample_folder_remove (gpointer folder);

G_END_DECLS
