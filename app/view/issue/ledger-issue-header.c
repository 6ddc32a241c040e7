/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-header.h"

#include <glib/gi18n-lib.h>

#include "ledger-light-label.h"

#define READING_LINE_HEIGHT 1.5
#define LONGEST_LINE 34

struct _LedgerIssueHeader
{
  GtkWidget parent_instance;

  LedgerDocument *document;
  GtkWidget *line;
  GtkWidget *number;
  GtkWidget *state;
  GtkWidget *light;
  GtkWidget *chip;
  GtkWidget *menu;
  GtkWidget *text;
  GtkWidget *toggle;
  GtkWidget *original;
};

G_DEFINE_FINAL_TYPE (LedgerIssueHeader, ledger_issue_header, GTK_TYPE_WIDGET)

static void
ledger_issue_header_dispose (GObject *object)
{
  LedgerIssueHeader *self = LEDGER_ISSUE_HEADER (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (ledger_issue_header_parent_class)->dispose (object);
}

static void
ledger_issue_header_class_init (LedgerIssueHeaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_issue_header_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "issueheader");
}

static GtkWidget *
create_reading (void)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_line_height_new (READING_LINE_HEIGHT));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LONGEST_LINE * 2);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  return label;
}

static void
on_toggled (LedgerIssueHeader *self)
{
  gtk_widget_set_visible (self->original,
                          gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggle)));
}

static void
build_line (LedgerIssueHeader *self)
{
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->number = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->number, "heading");
  gtk_widget_add_css_class (self->number, "numeric");
  self->state = gtk_label_new (NULL);
  self->light = ledger_light_label_new ();
  self->chip = ledger_light_label_new ();
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_widget_set_hexpand (self->menu, TRUE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_END);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("More about this problem"),
                                  -1);
  gtk_box_append (GTK_BOX (self->line), self->number);
  gtk_box_append (GTK_BOX (self->line), self->state);
  gtk_box_append (GTK_BOX (self->line), self->light);
  gtk_box_append (GTK_BOX (self->line), self->chip);
  gtk_box_append (GTK_BOX (self->line), self->menu);
}

static void
ledger_issue_header_init (LedgerIssueHeader *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  build_line (self);
  self->text = create_reading ();
  self->toggle = gtk_toggle_button_new_with_label (_ ("Wording of the list"));
  gtk_widget_add_css_class (self->toggle, "flat");
  gtk_widget_set_halign (self->toggle, GTK_ALIGN_END);
  g_signal_connect_swapped (self->toggle, "toggled", G_CALLBACK (on_toggled), self);
  self->original = create_reading ();
  gtk_widget_add_css_class (self->original, "dim-label");
  gtk_widget_set_visible (self->original, FALSE);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_widget_set_parent (self->toggle, GTK_WIDGET (self));
  gtk_widget_set_parent (self->original, GTK_WIDGET (self));
}

GtkWidget *
ledger_issue_header_new (LedgerDocument *document)
{
  LedgerIssueHeader *self = g_object_new (LEDGER_TYPE_ISSUE_HEADER, NULL);

  self->document = g_object_ref (document);
  return GTK_WIDGET (self);
}

static void
show_chip (LedgerIssueHeader *self, const LedgerIssueFacts *facts)
{
  g_autofree char *words = NULL;

  if (facts->changed_since)
    words = g_strdup (_ ("changed since signed"));
  else if (facts->workflow.returned)
    words = g_strdup_printf (_ ("returned, no. %u"), facts->workflow.round - 1);
  else if (facts->workflow.reopened)
    words = g_strdup (_ ("reopened"));
  gtk_widget_set_visible (self->chip, words != NULL);
  if (words != NULL)
    ledger_light_label_set_chip (LEDGER_LIGHT_LABEL (self->chip), NULL, words, LEDGER_TINT_NEAR);
}

static void
show_light (LedgerIssueHeader *self, const LedgerIssueFacts *facts)
{
  const char *due = ledger_record_get_text (LEDGER_RECORD (facts->issue), LEDGER_ISSUE_DUE);
  g_autoptr (LedgerDeadline) deadline = due != NULL ? ledger_deadline_from_canonical (due) : NULL;
  g_autofree char *words = ledger_light_describe (
      facts->light, facts->days, deadline, ledger_document_get_today (self->document));

  ledger_light_label_set_light (LEDGER_LIGHT_LABEL (self->light), facts->light, words);
}

void
ledger_issue_header_show (LedgerIssueHeader *self, const LedgerIssueFacts *facts)
{
  LedgerRecord *issue = LEDGER_RECORD (facts->issue);
  const char *text = ledger_record_get_text (issue, LEDGER_ISSUE_TEXT);
  const char *original = ledger_record_get_text (issue, LEDGER_ISSUE_ORIGINAL);
  g_autofree char *number = ledger_document_dup_number (self->document, issue);
  const gboolean edited = original != NULL && g_strcmp0 (original, text) != 0;

  gtk_label_set_text (GTK_LABEL (self->number), number != NULL ? number : "—");
  gtk_label_set_text (GTK_LABEL (self->state),
                      facts->workflow.incomplete_claim
                          ? _ ("claimed, handler missing")
                          : ledger_state_get_name (facts->workflow.state));
  show_light (self, facts);
  show_chip (self, facts);
  gtk_label_set_text (GTK_LABEL (self->text), text != NULL ? text : "");
  gtk_label_set_text (GTK_LABEL (self->original), edited ? original : "");
  gtk_widget_set_visible (self->toggle, edited);
  if (!edited)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggle), FALSE);
}

void
ledger_issue_header_set_menu (LedgerIssueHeader *self, GMenuModel *menu)
{
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), menu);
}
