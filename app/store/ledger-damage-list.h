/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A list that owns its LedgerDamage; more than a hundred are summed up in one. */
GPtrArray *ledger_damage_list_new (void);
/* PLACE as LedgerDamage says; FORMAT is for people. */
void ledger_damage_list_add (GPtrArray *damages, const char *place, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
/* The fault added last is about the original with that digest. */
void ledger_damage_list_name_original (GPtrArray *damages, const guint8 digest[32]);
/* The fault added last is about that record (ID NULL: the table of its type), FIELD of it or NULL.
 */
void ledger_damage_list_name_record (GPtrArray *damages,
                                     const char *type,
                                     const char *id,
                                     const char *field);
/* FALSE with LEDGER_ERROR_DAMAGED, saying the first of DAMAGES about the file at PATH; TRUE where
 * the list is empty. */
gboolean ledger_damage_list_refuse (GPtrArray *damages, const char *path, GError **error);

G_END_DECLS
