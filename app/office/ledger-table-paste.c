/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-table-paste.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ledger-delimited-text.h"
#include "ledger-error.h"
#include "ledger-html-table.h"
#include "ledger-text-encoding.h"

static LedgerWorkbook *
refuse (GError **error)
{
  if (error != NULL && *error == NULL)
    g_set_error_literal (
        error,
        LEDGER_ERROR,
        LEDGER_ERROR_INVALID,
        _ ("There is no table in what was pasted. Select the cells in WPS, copy and paste again."));
  return NULL;
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

static LedgerWorkbook *
finish (LedgerWorkbook *workbook, gboolean read, GError **error)
{
  g_autoptr (LedgerWorkbook) owned = workbook;
  guint n_cells;

  if (!read)
    return NULL;
  ledger_sheet_get_cells (ledger_workbook_get_sheet (workbook, 0), &n_cells);
  return n_cells > 0 ? g_steal_pointer (&owned) : refuse (error);
}

LedgerWorkbook *
ledger_table_paste_text (const char *text, GCancellable *cancellable, GError **error)
{
  gsize length = 0;
  g_autofree char *plain = text != NULL ? decode (text, strlen (text), &length) : NULL;
  const char *name = _ ("Pasted table");
  LedgerReadBudget budget;
  LedgerWorkbook *workbook;
  LedgerSheet *sheet;

  if (plain == NULL)
    return refuse (error);
  ledger_read_budget_init (&budget, name, NULL, cancellable);
  workbook = ledger_workbook_new ();
  sheet = ledger_workbook_add_sheet (workbook, name, FALSE);
  return finish (workbook,
                 ledger_delimited_text_read (plain, length, '\t', workbook, sheet, &budget, error),
                 error);
}

LedgerWorkbook *
ledger_table_paste_html (const char *html, gsize length, GCancellable *cancellable, GError **error)
{
  gsize plain_length = 0;
  g_autofree char *plain = decode (html, length, &plain_length);
  const char *name = _ ("Pasted table");
  LedgerReadBudget budget;
  LedgerWorkbook *workbook;
  LedgerSheet *sheet;

  if (plain == NULL)
    return refuse (error);
  ledger_read_budget_init (&budget, name, NULL, cancellable);
  workbook = ledger_workbook_new ();
  sheet = ledger_workbook_add_sheet (workbook, name, FALSE);
  return finish (workbook,
                 ledger_html_table_read (plain, plain_length, workbook, sheet, &budget, error),
                 error);
}

gboolean
ledger_table_paste_has_table (const char *html, gsize length)
{
  return ledger_html_table_is_in (html, length);
}

LedgerWorkbook *
ledger_table_paste (const char *text, const char *html, GCancellable *cancellable, GError **error)
{
  if (html != NULL && ledger_table_paste_has_table (html, strlen (html)))
    return ledger_table_paste_html (html, strlen (html), cancellable, error);
  return ledger_table_paste_text (text, cancellable, error);
}
