/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes the process speak Chinese on every locale, even where none is generated: falls back to
 * C.UTF-8, sets LANGUAGE unless the user chose one, binds the catalogue of the installed program
 * (or of $ZHENGGAI_LOCALEDIR in tests), and asks fontconfig for Simplified Chinese forms (FC_LANG),
 * for in C.UTF-8 it would give Japanese ones. Called once at the start of main, before GTK (which
 * must be kept from choosing a locale again: gtk_disable_setlocale). */
void ledger_locale_init (void);

/* Installed folders, with the tests' overrides ($ZHENGGAI_DATADIR, $ZHENGGAI_LIBEXECDIR). */
char *ledger_locale_dup_datadir (void);
char *ledger_locale_dup_libexecdir (void);

G_END_DECLS
