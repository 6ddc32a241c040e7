/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-table-paste.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ledger-delimited-text.h"
#include "ledger-error.h"
#include "ledger-html-table.h"
#include "ledger-text-encoding.h"

/* FALSE, always. */
static gboolean
refuse (GError **error)
{
  g_set_error_literal (
      error,
      LEDGER_ERROR,
      LEDGER_ERROR_INVALID,
      _ ("There is no table in what was pasted. Select the cells in WPS, copy and paste again."));
  return FALSE;
}

/* What programs put on the clipboard is UTF-8 by agreement, and sometimes not. */
static char *
decode (const char *bytes, gsize size, gsize *length)
{
  const char *encoding;
  gboolean doubtful;

  while (size > 0 && bytes[size - 1] == '\0')
    size--;
  return size > 0 ? ledger_text_encoding_decode (bytes, size, NULL, length, &encoding, &doubtful)
                  : NULL;
}

gboolean
ledger_table_paste_has_table (const char *html, gsize length)
{
  return ledger_html_table_is_in (html, length);
}

/* Tabs part the cells of a text; every table of a page counts, one below the other. */
static gboolean
read_into (LedgerWorkbook *workbook,
           const char *content,
           gboolean is_page,
           GCancellable *cancellable,
           GError **error)
{
  const char *name = _ ("Pasted table");
  LedgerSheet *sheet = ledger_workbook_add_sheet (workbook, name, FALSE);
  gsize length = 0;
  g_autofree char *plain = content != NULL ? decode (content, strlen (content), &length) : NULL;
  LedgerReadBudget budget;
  guint n_cells;

  if (plain == NULL)
    return refuse (error);
  ledger_read_budget_init (&budget, name, NULL, cancellable);
  if (is_page ? !ledger_html_table_read (plain, length, workbook, sheet, &budget, error)
              : !ledger_delimited_text_read (plain, length, '\t', workbook, sheet, &budget, error))
    return FALSE;
  ledger_sheet_get_cells (sheet, &n_cells);
  return n_cells > 0 || refuse (error);
}

LedgerWorkbook *
ledger_table_paste (const char *text, const char *html, GCancellable *cancellable, GError **error)
{
  const gboolean is_page = html != NULL && ledger_table_paste_has_table (html, strlen (html));
  g_autoptr (LedgerWorkbook) workbook = ledger_workbook_new ();

  return read_into (workbook, is_page ? html : text, is_page, cancellable, error)
             ? g_steal_pointer (&workbook)
             : NULL;
}
