/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ledger-settings.h"

G_BEGIN_DECLS

/* The program: settings, style, one window for each ledger given. With ZHENGGAI_ALONE set in the
 * environment (tests) it does not look for a running instance. */
#define LEDGER_TYPE_APPLICATION (ledger_application_get_type ())
G_DECLARE_FINAL_TYPE (LedgerApplication, ledger_application, LEDGER, APPLICATION, AdwApplication)

/* SETTINGS_PATH NULL: the usual place. */
LedgerApplication *ledger_application_new (const char *settings_path);

G_END_DECLS
