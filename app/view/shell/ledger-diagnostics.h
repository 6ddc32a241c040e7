/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* 关于 › 诊断: what the program runs on, and which protections of the PDF reader are in force on
 * this machine. Asked on a thread of its own, for a reader is started for it. */
void ledger_diagnostics_collect_async (GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer data);
/* The lines, for people to read or to send; never NULL. */
char *ledger_diagnostics_collect_finish (GAsyncResult *result);

G_END_DECLS
