/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Forbids this process, through landlock, every file but those it may read: fonts, the
 * configuration and caches of fontconfig, poppler-data; nothing may be written, made, removed or
 * run, and no TCP port reached. Descriptors already open stay usable. Initialises fontconfig first,
 * so that a missing font cache is written before the door closes. Needs no-new-privileges. FALSE
 * where the kernel has no landlock: then nothing is changed. */
gboolean ledger_sandbox_files_close (void);

G_END_DECLS
