/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-archive.h"
#include "ledger-sheet-fault.h"

G_BEGIN_DECLS

/* Reads one XML part of an archive, telling elements by namespace and local name: the same local
 * name in an extension's namespace means something else, and any prefix is allowed. Strict and
 * transitional names of a namespace are one. */
typedef enum
{
  LEDGER_MARKUP_OTHER,
  LEDGER_MARKUP_NONE,          /* no namespace */
  LEDGER_MARKUP_SHEET,         /* spreadsheetml/main */
  LEDGER_MARKUP_RELATION,      /* the attribute r:id */
  LEDGER_MARKUP_RELATIONSHIPS, /* a .rels part */
} LedgerMarkupSpace;

typedef struct _LedgerMarkup LedgerMarkup;

/* Any of them may be NULL. ATTRIBUTES are for ledger_markup_attribute() alone. */
typedef struct
{
  void (*start) (LedgerMarkup *markup,
                 LedgerMarkupSpace space,
                 const char *local,
                 const char *const *attributes,
                 gpointer data);
  void (*end) (LedgerMarkup *markup, LedgerMarkupSpace space, const char *local, gpointer data);
  void (*text) (LedgerMarkup *markup, const char *text, gsize length, gpointer data);
} LedgerMarkupHandlers;

/* LEDGER_SHEET_FAULT_DAMAGED for broken mark-up and for any document type: office parts have none,
 * and entities are how a small file becomes a large one. */
gboolean ledger_markup_read (LedgerArchive *archive,
                             const char *part,
                             const LedgerMarkupHandlers *handlers,
                             gpointer data,
                             LedgerReadBudget *budget,
                             GError **error);

/* Called by a handler to stop; takes ERROR. No handler is called after it. */
void ledger_markup_fail (LedgerMarkup *markup, GError *error);
/* The same with the sentence of FAULT about the file that is read. */
void ledger_markup_refuse (LedgerMarkup *markup, LedgerSheetFault fault);

/* The value of the attribute LOCAL that has no namespace, or NULL. */
const char *ledger_markup_attribute (const char *const *attributes, const char *local);
/* The same in a namespace. */
const char *ledger_markup_attribute_in (const char *const *attributes,
                                        LedgerMarkupSpace space,
                                        const char *local);
/* "1" and "true" are TRUE; NULL and everything else FALSE. */
gboolean ledger_markup_is_true (const char *value);

G_END_DECLS
