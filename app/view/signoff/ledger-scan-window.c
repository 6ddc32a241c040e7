/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-scan-window.h"

#include "ledger-evidence-actions.h"
#include "ledger-kept-file.h"
#include "ledger-page-bar.h"

struct _LedgerScanWindow
{
  AdwWindow parent_instance;

  LedgerEvidenceActions *actions;
  GtkWidget *title;
  GtkWidget *tools;
  GtkWidget *scrolled;
  GtkWidget *pages;
};

G_DEFINE_FINAL_TYPE (LedgerScanWindow, ledger_scan_window, ADW_TYPE_WINDOW)

static void
ledger_scan_window_dispose (GObject *object)
{
  LedgerScanWindow *self = LEDGER_SCAN_WINDOW (object);

  gtk_widget_insert_action_group (GTK_WIDGET (self), "evidence", NULL);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  G_OBJECT_CLASS (ledger_scan_window_parent_class)->dispose (object);
  g_clear_object (&self->actions);
}

static void
ledger_scan_window_class_init (LedgerScanWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_scan_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/signoff/ledger-scan-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerScanWindow, title);
  gtk_widget_class_bind_template_child (widget_class, LedgerScanWindow, tools);
  gtk_widget_class_bind_template_child (widget_class, LedgerScanWindow, scrolled);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ledger_scan_window_init (LedgerScanWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_scan (LedgerScanWindow *self, LedgerSession *session, const char *signoff_id)
{
  LedgerDocument *document = ledger_session_get_document (session);
  LedgerRecord *record = ledger_kept_file_find (document, signoff_id);
  const char *ids[] = { signoff_id, NULL };
  g_autofree char *label = record != NULL ? ledger_kept_file_dup_label (document, record) : NULL;
  GtkWidget *bar;

  gtk_window_set_title (GTK_WINDOW (self), label);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), label != NULL ? label : "");
  if (record != NULL)
    adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title),
                                   ledger_kept_file_get_file_name (record));
  self->actions = ledger_evidence_actions_new (GTK_WIDGET (self), document, session);
  ledger_evidence_actions_set_evidence (self->actions, ids);
  gtk_widget_insert_action_group (
      GTK_WIDGET (self), "evidence", ledger_evidence_actions_get_group (self->actions));
  self->pages = ledger_page_view_new (document, session);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->pages);
  bar = ledger_page_bar_new (LEDGER_PAGE_VIEW (self->pages), NULL, FALSE);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_box_append (GTK_BOX (self->tools), bar);
  ledger_page_view_set_files (LEDGER_PAGE_VIEW (self->pages), ids, FALSE);
}

void
ledger_scan_window_present (GtkWindow *parent, LedgerSession *session, const char *signoff_id)
{
  LedgerScanWindow *self =
      g_object_new (LEDGER_TYPE_SCAN_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  static const char *const classes[] = { "large-type", "high-contrast" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (gtk_widget_has_css_class (GTK_WIDGET (parent), classes[i]))
      gtk_widget_add_css_class (GTK_WIDGET (self), classes[i]);
  show_scan (self, session, signoff_id);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->pages);
}
