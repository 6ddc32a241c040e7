/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-sheet-reader.h"

G_BEGIN_DECLS

/* Small packages made within a test, one per lesson. */
#define MAIN_NS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define STRICT_NS "http://purl.oclc.org/ooxml/spreadsheetml/main"
#define DOC_RELS_NS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PKG_RELS_NS "http://schemas.openxmlformats.org/package/2006/relationships"
#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"

/* Pairs of part name and content, ending in NULL; a NULL content ends too. Returns the file's path.
 */
char *sheet_package_new (const char *name, ...) G_GNUC_NULL_TERMINATED;
/* A workbook of one sheet. SHEET is what stands within <worksheet>, STRINGS within <sst>, STYLES
 * within <styleSheet>, PROPERTIES is the whole workbookPr element; each but SHEET may be NULL. */
char *sheet_package_book (const char *sheet,
                          const char *strings,
                          const char *styles,
                          const char *properties);
/* A file of these bytes, whose name ends in SUFFIX. */
char *sheet_package_file (const char *suffix, gconstpointer bytes, gsize length);
void sheet_package_remove (char *path);

/* Reads PATH, which has to succeed, and removes it. */
LedgerWorkbook *sheet_package_read (char *path);
/* Reads PATH, which has to fail with CODE, and removes it; gives the sentence. */
char *sheet_package_refuse (char *path, int code);

/* A cell of the first sheet by its address: its text must be TEXT ("" for an empty one). */
#define assert_cell(workbook, address, expected)                                                   \
  g_assert_cmpstr (sheet_package_text (workbook, address), ==, expected)
const LedgerCell *sheet_package_cell (LedgerWorkbook *workbook, const char *address);
const char *sheet_package_text (LedgerWorkbook *workbook, const char *address);

G_END_DECLS
