/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-page.h"

G_BEGIN_DECLS

/* The pages of the sidebar, in its order: a page is one line here. */
typedef struct
{
  const char *id;
  const char *title; /* msgid */
  GType (*get_type) (void);
  gboolean for_leaders; /* one of the four pages a leader's sidebar holds */
} LedgerPageEntry;

guint ledger_page_registry_get_n (void);
const LedgerPageEntry *ledger_page_registry_get (guint index);
const LedgerPageEntry *ledger_page_registry_find (const char *id); /* NULL: no such page */
/* The order of a leader's sidebar is another one: 签批 first. */
const LedgerPageEntry *ledger_page_registry_get_for_leader (guint index);
gboolean ledger_page_entry_is_ready (const LedgerPageEntry *entry);
gboolean ledger_page_type_is_ready (GType type);

G_END_DECLS
