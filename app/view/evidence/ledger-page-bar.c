/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-page-bar.h"

#include <glib/gi18n-lib.h>

struct _LedgerPageBar
{
  GtkWidget parent_instance;

  LedgerPageView *view;   /* borrowed, beside this in the same parent */
  LedgerSession *session; /* borrowed from the parent */
  GtkWidget *place;
  GtkWidget *fit;
  gboolean following;
};

G_DEFINE_FINAL_TYPE (LedgerPageBar, ledger_page_bar, GTK_TYPE_WIDGET)

static void
ledger_page_bar_dispose (GObject *object)
{
  LedgerPageBar *self = LEDGER_PAGE_BAR (object);
  GtkWidget *child;

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_object (&self->view);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ledger_page_bar_parent_class)->dispose (object);
}

static void
ledger_page_bar_class_init (LedgerPageBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_page_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "pagebar");
}

static void
ledger_page_bar_init (LedgerPageBar *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              3);
}

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

  if (self->following || chosen == GTK_INVALID_LIST_POSITION)
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
add_button (LedgerPageBar *self, const char *label, const char *name, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  /* The keyboard stays on the pages: Space must go on scrolling. */
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
add_fit (LedgerPageBar *self)
{
  const char *const names[] = { _ ("Fit width"), _ ("Fit page"), _ ("Own size"), NULL };

  self->fit = gtk_drop_down_new_from_strings (names);
  gtk_widget_add_css_class (self->fit, "flat");
  gtk_widget_set_valign (self->fit, GTK_ALIGN_CENTER);
  gtk_widget_set_focus_on_click (self->fit, FALSE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->fit), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Size of the pages"), -1);
  g_signal_connect_swapped (self->fit, "notify::selected", G_CALLBACK (on_fit_chosen), self);
  gtk_widget_set_parent (self->fit, GTK_WIDGET (self));
}

GtkWidget *
ledger_page_bar_new (LedgerPageView *view, LedgerSession *session, gboolean brief)
{
  LedgerPageBar *self = g_object_new (LEDGER_TYPE_PAGE_BAR, NULL);

  self->view = g_object_ref (view);
  self->session = g_object_ref (session);
  self->place = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->place, "numeric");
  gtk_widget_set_margin_end (self->place, 6);
  gtk_widget_set_parent (self->place, GTK_WIDGET (self));
  add_fit (self);
  if (!brief)
    {
      add_button (self, "－", _ ("Smaller"), G_CALLBACK (on_smaller));
      add_button (self, "＋", _ ("Larger"), G_CALLBACK (on_larger));
      add_button (self, _ ("Rotate"), _ ("Rotate by a quarter"), G_CALLBACK (on_rotate));
    }
  add_button (self, "⤢", _ ("Whole window (F11)"), G_CALLBACK (on_whole));
  g_signal_connect_swapped (view, "notify::current", G_CALLBACK (on_current), self);
  g_signal_connect_swapped (view, "notify::fit", G_CALLBACK (on_fit_changed), self);
  on_fit_changed (self);
  return GTK_WIDGET (self);
}
