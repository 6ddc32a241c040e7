/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pages ask of the window: each is a signal of the session. */
#include "ledger-session.h"

/* --- going somewhere --- */

void
ledger_session_open_page (LedgerSession *self, const char *page_id)
{
  g_signal_emit_by_name (self, "open-page", page_id);
}

void
ledger_session_open_issue (LedgerSession *self, const char *issue_id)
{
  g_signal_emit_by_name (self, "open-issue", issue_id);
}

void
ledger_session_open_figure (LedgerSession *self, LedgerFigure figure)
{
  /* The station is recorded with the filter as it was, therefore the page is opened first. */
  ledger_session_open_filtered (self);
  ledger_filter_clear (ledger_session_get_filter (self));
  ledger_filter_set_figure (ledger_session_get_filter (self), figure);
}

void
ledger_session_open_filtered (LedgerSession *self)
{
  g_signal_emit_by_name (self, "open-page", LEDGER_PAGE_ID_ISSUES);
}

void
ledger_session_open_signoff (LedgerSession *self, const char *issue_id)
{
  g_signal_emit_by_name (self, "open-signoff", issue_id);
}

void
ledger_session_open_evidence (LedgerSession *self, const char *evidence_id)
{
  g_signal_emit_by_name (self, "open-evidence", evidence_id);
}

void
ledger_session_push_subpage (LedgerSession *self, GtkWidget *page)
{
  g_autoptr (GtkWidget) kept = g_object_ref_sink (page);

  g_signal_emit_by_name (self, "push-subpage", kept);
}

void
ledger_session_pop_subpage (LedgerSession *self)
{
  g_signal_emit_by_name (self, "pop-subpage");
}

void
ledger_session_import_file (LedgerSession *self, GFile *file)
{
  g_signal_emit_by_name (self, "import-file", file);
}

void
ledger_session_import_table (LedgerSession *self, const char *text, const char *html)
{
  g_signal_emit_by_name (self, "import-table", text, html);
}

void
ledger_session_open_ledger (LedgerSession *self, GFile *file, const char *person, const char *toast)
{
  g_signal_emit_by_name (self, "open-ledger", file, person, toast);
}

void
ledger_session_show_ledger (LedgerSession *self,
                            LedgerDocument *document,
                            const char *person,
                            const char *toast)
{
  g_signal_emit_by_name (self, "show-ledger", document, person, toast);
}

/* --- saying something --- */

void
ledger_session_toast (
    LedgerSession *self, const char *text, const char *button, const char *action, GVariant *target)
{
  g_autoptr (GVariant) kept = target != NULL ? g_variant_ref_sink (target) : NULL;

  g_signal_emit_by_name (self, "toast", text, button, action, kept);
}
