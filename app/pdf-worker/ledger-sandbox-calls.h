/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lets this process make only the system calls that reading a document needs, through seccomp; all
 * others give EPERM (killing instead would lose a third of good files, measured). Files may be
 * opened for reading only, memory never becomes executable, no process, thread or socket can be
 * made. FALSE where the kernel refuses: then nothing is changed. */
gboolean ledger_sandbox_calls_close (void);

G_END_DECLS
