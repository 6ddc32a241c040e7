/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"

G_DEFINE_QUARK (ledger - error - quark, ledger_error)
