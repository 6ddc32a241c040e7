/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-filter-button.h"

#include "ledger-toolkit.h"

#include <glib/gi18n-lib.h>

struct _LedgerFilterButton
{
  GtkWidget parent_instance;

  char *title;
  GtkWidget *button;
  GtkWidget *words;
};

enum
{
  PROP_TITLE = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LedgerFilterButton, ledger_filter_button, GTK_TYPE_WIDGET)

static void
ledger_filter_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEDGER_TYPE_FILTER_BUTTON);
  G_OBJECT_CLASS (ledger_filter_button_parent_class)->dispose (object);
}

static void
ledger_filter_button_finalize (GObject *object)
{
  g_free (LEDGER_FILTER_BUTTON (object)->title);
  G_OBJECT_CLASS (ledger_filter_button_parent_class)->finalize (object);
}

static void
ledger_filter_button_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  LedgerFilterButton *self = LEDGER_FILTER_BUTTON (object);

  if (id != PROP_TITLE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_free (self->title);
  self->title = g_value_dup_string (value);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
  ledger_filter_button_set_chosen (self, NULL);
}

static void
ledger_filter_button_class_init (LedgerFilterButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_filter_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = ledger_filter_button_finalize;
  G_OBJECT_CLASS (klass)->set_property = ledger_filter_button_set_property;
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/widget/ledger-filter-button.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerFilterButton, button);
  gtk_widget_class_bind_template_child (widget_class, LedgerFilterButton, words);
  gtk_widget_class_set_css_name (widget_class, "filterbutton");
}

static void
ledger_filter_button_init (LedgerFilterButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ledger_filter_button_set_fill (LedgerFilterButton *self,
                               GtkMenuButtonCreatePopupFunc fill,
                               gpointer data)
{
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), fill, data, NULL);
}

void
ledger_filter_button_set_chosen (LedgerFilterButton *self, const char *chosen)
{
  g_autofree char *tooltip =
      chosen != NULL ? g_strdup_printf (_ ("%s: %s"), self->title, chosen) : NULL;

  gtk_label_set_text (GTK_LABEL (self->words), chosen != NULL ? chosen : self->title);
  ledger_toolkit_set_tooltip (GTK_WIDGET (self), tooltip);
  if (chosen != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
}
