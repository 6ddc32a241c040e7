/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-section.h"

struct _LedgerSection
{
  GtkWidget parent_instance;

  GtkWidget *head;
  GtkWidget *toggle;
  GtkWidget *arrow;
  GtkWidget *title;
  GtkWidget *caption;
  GtkWidget *suffixes;
  GtkWidget *revealer;
};

enum
{
  PROP_EXPANDED = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LedgerSection, ledger_section, GTK_TYPE_WIDGET)

static void
ledger_section_dispose (GObject *object)
{
  LedgerSection *self = LEDGER_SECTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_SECTION);
  G_OBJECT_CLASS (ledger_section_parent_class)->dispose (object);
}

static void
ledger_section_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_EXPANDED)
    g_value_set_boolean (value, ledger_section_get_expanded (LEDGER_SECTION (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ledger_section_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_EXPANDED)
    ledger_section_set_expanded (LEDGER_SECTION (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
on_toggled (GtkToggleButton *toggle, LedgerSection *self)
{
  const gboolean expanded = gtk_toggle_button_get_active (toggle);

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), expanded);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EXPANDED]);
}

static void
ledger_section_class_init (LedgerSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ledger_section_dispose;
  object_class->get_property = ledger_section_get_property;
  object_class->set_property = ledger_section_set_property;
  props[PROP_EXPANDED] =
      g_param_spec_boolean ("expanded",
                            NULL,
                            NULL,
                            FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/widget/ledger-section.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerSection, head);
  gtk_widget_class_bind_template_child (widget_class, LedgerSection, toggle);
  gtk_widget_class_bind_template_child (widget_class, LedgerSection, arrow);
  gtk_widget_class_bind_template_child (widget_class, LedgerSection, title);
  gtk_widget_class_bind_template_child (widget_class, LedgerSection, caption);
  gtk_widget_class_bind_template_child (widget_class, LedgerSection, suffixes);
  gtk_widget_class_bind_template_child (widget_class, LedgerSection, revealer);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
  gtk_widget_class_set_css_name (widget_class, "section");
}

static void
ledger_section_init (LedgerSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ledger_section_new (const char *title)
{
  LedgerSection *self = g_object_new (LEDGER_TYPE_SECTION, NULL);

  ledger_section_set_title (self, title);
  return GTK_WIDGET (self);
}

void
ledger_section_set_title (LedgerSection *self, const char *title)
{
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
ledger_section_set_caption (LedgerSection *self, const char *caption)
{
  gtk_label_set_text (GTK_LABEL (self->caption), caption != NULL ? caption : "");
}

void
ledger_section_set_child (LedgerSection *self, GtkWidget *child)
{
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), child);
}

GtkWidget *
ledger_section_add_button (LedgerSection *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->suffixes), button);
  return button;
}

gboolean
ledger_section_get_expanded (LedgerSection *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggle));
}

void
ledger_section_set_expanded (LedgerSection *self, gboolean expanded)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggle), expanded);
}
