/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-filter-button.h"

#include "ledger-toolkit.h"

#include <glib/gi18n-lib.h>

struct _LedgerFilterButton
{
  GtkWidget parent_instance;

  char *title;
  GMenu *menu; /* while it is being filled */
  GSimpleAction *choose;
  GtkWidget *button;
  GtkWidget *words;
};

enum
{
  PROP_TITLE = 1,
  N_PROPS,
};

enum
{
  FILL,
  CHOSEN,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerFilterButton, ledger_filter_button, GTK_TYPE_WIDGET)

void
ledger_filter_button_offer (LedgerFilterButton *self, const char *word, const char *label)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_return_if_fail (self->menu != NULL);
  g_menu_item_set_action_and_target (item, "filter.choose", "s", word);
  g_menu_append_item (self->menu, item);
}

static void
on_open (GtkMenuButton *button, gpointer data)
{
  LedgerFilterButton *self = data;

  self->menu = g_menu_new ();
  ledger_filter_button_offer (self, "", C_ ("filter", "Any"));
  g_signal_emit (self, signals[FILL], 0);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (self->menu));
  g_clear_object (&self->menu);
}

static void
on_choose (LedgerFilterButton *self, GVariant *target)
{
  const char *word = g_variant_get_string (target, NULL);

  g_signal_emit (self, signals[CHOSEN], 0, *word != '\0' ? word : NULL);
}

static void
ledger_filter_button_dispose (GObject *object)
{
  g_clear_object (&LEDGER_FILTER_BUTTON (object)->choose);
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
  ledger_filter_button_show (self, NULL, NULL);
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
  signals[FILL] = g_signal_new (
      "fill", LEDGER_TYPE_FILTER_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen",
                                  LEDGER_TYPE_FILTER_BUTTON,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/widget/ledger-filter-button.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerFilterButton, button);
  gtk_widget_class_bind_template_child (widget_class, LedgerFilterButton, words);
  gtk_widget_class_set_css_name (widget_class, "filterbutton");
}

static void
ledger_filter_button_init (LedgerFilterButton *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  self->choose =
      g_simple_action_new_stateful ("choose", G_VARIANT_TYPE_STRING, g_variant_new_string (""));
  g_signal_connect_swapped (self->choose, "activate", G_CALLBACK (on_choose), self);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (self->choose));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", G_ACTION_GROUP (actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), on_open, self, NULL);
}

void
ledger_filter_button_show (LedgerFilterButton *self, const char *word, const char *label)
{
  g_autofree char *tooltip =
      label != NULL ? g_strdup_printf (_ ("%s: %s"), self->title, label) : NULL;

  g_simple_action_set_state (self->choose, g_variant_new_string (word != NULL ? word : ""));
  gtk_label_set_text (GTK_LABEL (self->words), label != NULL ? label : self->title);
  ledger_toolkit_set_tooltip (GTK_WIDGET (self), tooltip);
  if (label != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
}
