/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-page-bar.h"

#include <glib/gi18n-lib.h>

struct _LedgerPageBar
{
  GtkWidget parent_instance;

  LedgerPageView *view;
  LedgerSession *session;
  GtkWidget *place;
  GtkWidget *fit;
  GtkWidget *sizes;
  GtkWidget *whole;
  gboolean following;
};

G_DEFINE_FINAL_TYPE (LedgerPageBar, ledger_page_bar, GTK_TYPE_WIDGET)

static void
on_current (LedgerPageBar *self)
{
  guint file, page, n_pages;
  g_autofree char *text = NULL;

  ledger_page_view_get_current (self->view, &file, &page, &n_pages);
  if (n_pages > 0)
    text = g_strdup_printf (_ ("Page %u/%u"), page, n_pages);
  gtk_label_set_text (GTK_LABEL (self->place), text != NULL ? text : "");
}

/* The last entry stands for a zoom of one's own and cannot be chosen. */
static void
on_fit_changed (LedgerPageBar *self)
{
  self->following = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->fit), ledger_page_view_get_fit (self->view));
  self->following = FALSE;
}

static void
on_fit_chosen (LedgerPageBar *self)
{
  const guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->fit));

  if (self->following || self->view == NULL || chosen == GTK_INVALID_LIST_POSITION)
    return;
  ledger_page_view_set_fit (self->view, (LedgerPageFit)chosen);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_larger (LedgerPageBar *self)
{
  ledger_page_view_zoom (self->view, 1);
}

static void
on_smaller (LedgerPageBar *self)
{
  ledger_page_view_zoom (self->view, -1);
}

static void
on_rotate (LedgerPageBar *self)
{
  ledger_page_view_rotate (self->view);
}

static void
on_whole (LedgerPageBar *self)
{
  ledger_session_set_whole_window (self->session, !ledger_session_get_whole_window (self->session));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
ledger_page_bar_dispose (GObject *object)
{
  LedgerPageBar *self = LEDGER_PAGE_BAR (object);

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_object (&self->view);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_PAGE_BAR);
  G_OBJECT_CLASS (ledger_page_bar_parent_class)->dispose (object);
}

static void
ledger_page_bar_class_init (LedgerPageBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_page_bar_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/evidence/ledger-page-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerPageBar, place);
  gtk_widget_class_bind_template_child (widget_class, LedgerPageBar, fit);
  gtk_widget_class_bind_template_child (widget_class, LedgerPageBar, sizes);
  gtk_widget_class_bind_template_child (widget_class, LedgerPageBar, whole);
  gtk_widget_class_bind_template_callback (widget_class, on_fit_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_smaller);
  gtk_widget_class_bind_template_callback (widget_class, on_larger);
  gtk_widget_class_bind_template_callback (widget_class, on_rotate);
  gtk_widget_class_bind_template_callback (widget_class, on_whole);
  gtk_widget_class_set_css_name (widget_class, "pagebar");
}

static void
ledger_page_bar_init (LedgerPageBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ledger_page_bar_new (LedgerPageView *view, LedgerSession *session, gboolean brief)
{
  LedgerPageBar *self = g_object_new (LEDGER_TYPE_PAGE_BAR, NULL);

  self->view = g_object_ref (view);
  g_set_object (&self->session, session);
  gtk_widget_set_visible (self->sizes, !brief);
  gtk_widget_set_visible (self->whole, session != NULL);
  g_signal_connect_swapped (view, "notify::current", G_CALLBACK (on_current), self);
  g_signal_connect_swapped (view, "notify::fit", G_CALLBACK (on_fit_changed), self);
  on_fit_changed (self);
  return GTK_WIDGET (self);
}
