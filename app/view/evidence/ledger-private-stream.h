/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger-private-file.h"

G_BEGIN_DECLS

/* Writing into a nameless private file as an output stream, which is how the ledger gives its
 * evidence out. */
#define LEDGER_TYPE_PRIVATE_STREAM (ledger_private_stream_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerPrivateStream, ledger_private_stream, LEDGER, PRIVATE_STREAM, GOutputStream)

/* FILE is borrowed and outlives the stream. */
GOutputStream *ledger_private_stream_new (LedgerPrivateFile *file);

G_END_DECLS
