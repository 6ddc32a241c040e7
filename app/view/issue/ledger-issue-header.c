/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-header.h"

#include <glib/gi18n-lib.h>

#include "ledger-gesture.h"
#include "ledger-light-label.h"
#include "ledger-text.h"
#include "ledger-toolkit.h"
#include "ledger-wording-difference.h"
#include "ledger-wording-editor.h"

#define READING_LINE_HEIGHT 1.5
#define CHIP_WIDTH 20 /* a narrow pane has room for two fields */

struct _LedgerIssueHeader
{
  GtkWidget parent_instance;

  LedgerSession *session;
  GtkWidget *line;
  GtkWidget *number;
  GtkWidget *state;
  GtkWidget *light;
  GtkWidget *chip;
  GtkWidget *menu;
  GtkWidget *reading;
  GtkWidget *text;
  GtkWidget *toggle;
  GtkWidget *arrow;
  GtkWidget *original_box;
  GtkWidget *legend;
  GtkWidget *original;
  GtkWidget *editor; /* NULL until the wording was edited */
  char *issue;
};

G_DEFINE_FINAL_TYPE (LedgerIssueHeader, ledger_issue_header, GTK_TYPE_WIDGET)

static LedgerDocument *
get_document (LedgerIssueHeader *self)
{
  return ledger_session_get_document (self->session);
}

/* --- what was imported --- */

static LedgerRecord *
get_issue (LedgerIssueHeader *self)
{
  return self->issue != NULL ? ledger_document_lookup (get_document (self), "issue", self->issue)
                             : NULL;
}

static void
show_original (LedgerIssueHeader *self)
{
  LedgerRecord *issue = get_issue (self);
  const char *original =
      issue != NULL ? ledger_record_get_text (issue, LEDGER_ISSUE_ORIGINAL) : NULL;
  const gboolean shown = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggle));
  g_autofree char *markup = NULL;
  g_autofree char *legend = NULL;

  gtk_widget_set_visible (self->toggle, original != NULL);
  gtk_widget_set_visible (self->original_box, shown && original != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                shown ? "pan-down-symbolic" : "pan-end-symbolic");
  if (!shown || original == NULL)
    return;
  markup = ledger_wording_difference_to_markup (original,
                                                ledger_record_get_text (issue, LEDGER_ISSUE_TEXT));
  gtk_label_set_markup (GTK_LABEL (self->original), markup);
  legend = ledger_wording_difference_describe (get_document (self), self->issue);
  gtk_label_set_text (GTK_LABEL (self->legend), legend);
}

static void
on_toggled (LedgerIssueHeader *self)
{
  show_original (self);
}

/* --- editing --- */

static void
leave_editor (LedgerIssueHeader *self)
{
  if (self->editor == NULL || !gtk_widget_get_visible (self->editor))
    return;
  gtk_widget_set_visible (self->editor, FALSE);
  gtk_widget_set_visible (self->reading, TRUE);
}

static void
on_finished (LedgerIssueHeader *self)
{
  leave_editor (self);
  gtk_widget_grab_focus (self->menu);
}

void
ledger_issue_header_edit_wording (LedgerIssueHeader *self)
{
  if (self->issue == NULL)
    return;
  if (self->editor == NULL)
    {
      self->editor = ledger_wording_editor_new (self->session);
      g_signal_connect_object (
          self->editor, "finished", G_CALLBACK (on_finished), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
    }
  gtk_widget_set_visible (self->reading, FALSE);
  gtk_widget_set_visible (self->editor, TRUE);
  ledger_wording_editor_start (LEDGER_WORDING_EDITOR (self->editor), self->issue);
}

/* --- life --- */

static void
ledger_issue_header_dispose (GObject *object)
{
  LedgerIssueHeader *self = LEDGER_ISSUE_HEADER (object);

  g_clear_pointer (&self->editor, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_ISSUE_HEADER);
  g_clear_object (&self->session);
  g_clear_pointer (&self->issue, g_free);
  G_OBJECT_CLASS (ledger_issue_header_parent_class)->dispose (object);
}

static void
ledger_issue_header_class_init (LedgerIssueHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_issue_header_dispose;
  g_type_ensure (LEDGER_TYPE_LIGHT_LABEL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/issue/ledger-issue-header.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueHeader, line);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueHeader, number);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueHeader, state);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueHeader, light);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueHeader, chip);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueHeader, menu);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueHeader, reading);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueHeader, text);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueHeader, toggle);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueHeader, arrow);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueHeader, original_box);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueHeader, legend);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueHeader, original);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
  gtk_widget_class_set_css_name (widget_class, "issueheader");
}

static void
ledger_issue_header_init (LedgerIssueHeader *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  pango_attr_list_insert (attributes, pango_attr_line_height_new (READING_LINE_HEIGHT));
  gtk_label_set_attributes (GTK_LABEL (self->text), attributes);
  gtk_label_set_attributes (GTK_LABEL (self->original), attributes);
}

GtkWidget *
ledger_issue_header_new (LedgerSession *session)
{
  LedgerIssueHeader *self = g_object_new (LEDGER_TYPE_ISSUE_HEADER, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/* --- showing --- */

static void
show_chip (LedgerIssueHeader *self, const LedgerIssueFacts *facts)
{
  g_autofree char *words = NULL;

  ledger_toolkit_set_tooltip (self->chip, NULL);
  if (facts->changed_since)
    {
      g_autofree char *fields = ledger_gesture_dup_changed_fields (
          get_document (self), ledger_record_get_id (LEDGER_RECORD (facts->issue)));

      g_autofree char *few = fields != NULL ? ledger_text_ellipsize (fields, CHIP_WIDTH) : NULL;

      words = few != NULL ? g_strdup_printf (_ ("changed since signed: %s"), few)
                          : g_strdup (_ ("changed since signed"));
      ledger_toolkit_set_tooltip (self->chip, fields);
    }
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
  g_autofree char *words =
      ledger_issue_facts_describe_light (facts, ledger_document_get_today (get_document (self)));

  ledger_light_label_set_light (LEDGER_LIGHT_LABEL (self->light), facts->light, words);
}

void
ledger_issue_header_show (LedgerIssueHeader *self, const LedgerIssueFacts *facts)
{
  LedgerRecord *issue = LEDGER_RECORD (facts->issue);
  const char *id = ledger_record_get_id (issue);
  const char *text = ledger_record_get_text (issue, LEDGER_ISSUE_TEXT);
  g_autofree char *number = ledger_document_dup_number (get_document (self), issue);

  if (g_strcmp0 (self->issue, id) != 0)
    {
      g_free (self->issue);
      self->issue = g_strdup (id);
      leave_editor (self);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggle), FALSE);
    }
  gtk_label_set_text (GTK_LABEL (self->number), number != NULL ? number : "—");
  gtk_label_set_text (GTK_LABEL (self->state),
                      facts->workflow.incomplete_claim
                          ? _ ("claimed, handler missing")
                          : ledger_state_get_name (facts->workflow.state));
  show_light (self, facts);
  show_chip (self, facts);
  gtk_label_set_text (GTK_LABEL (self->text), text != NULL ? text : "");
  show_original (self);
}

void
ledger_issue_header_set_menu (LedgerIssueHeader *self, GMenuModel *menu)
{
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), menu);
}

GtkWidget *
ledger_issue_header_get_menu_button (LedgerIssueHeader *self)
{
  return self->menu;
}
