/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-inspection.h"
#include "ledger-window-private.h"

static char *
describe_saved (LedgerDocument *document)
{
  const gint64 saved_at = ledger_document_get_saved_at (document);
  g_autofree char *clock = NULL;

  if (ledger_document_is_busy (document))
    return g_strdup (_ ("saving"));
  if (saved_at == 0)
    return NULL;
  clock = ledger_day_dup_clock (saved_at);
  /* Translators: hour and minute */
  return g_strdup_printf (_ ("saved %s"), clock);
}

static char *
describe_ledger (LedgerDocument *document)
{
  LedgerRecord *inspection = ledger_document_get_inspection (document);
  const char *unit = NULL, *name = NULL;

  if (inspection != NULL)
    {
      unit = ledger_record_get_text (inspection, LEDGER_INSPECTION_UNIT);
      name = ledger_record_get_text (inspection, LEDGER_INSPECTION_NAME);
    }
  if (unit != NULL && name != NULL)
    return g_strdup_printf ("%s·%s", unit, name);
  if (unit != NULL || name != NULL)
    return g_strdup (unit != NULL ? unit : name);
  return g_path_get_basename (ledger_document_get_path (document));
}

void
ledger_window_show_title (LedgerWindow *self)
{
  LedgerPage *page = ledger_window_get_page (self);
  const char *title = page != NULL ? ledger_page_get_title (page) : NULL;
  g_autofree char *ledger = NULL, *saved = NULL, *subtitle = NULL;

  if (self->document != NULL)
    {
      ledger = describe_ledger (self->document);
      saved = describe_saved (self->document);
      subtitle = saved != NULL ? g_strdup_printf ("%s·%s", ledger, saved) : g_strdup (ledger);
    }
  if (self->waiting_shown)
    {
      g_free (subtitle);
      subtitle = g_strdup (self->waiting);
    }
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), title != NULL ? title : "");
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), subtitle != NULL ? subtitle : "");
  gtk_window_set_title (GTK_WINDOW (self), ledger != NULL ? ledger : _ ("Rectification Ledger"));
}
