/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-matter.h"

#include <glib/gi18n-lib.h>

#include "ledger-light-label.h"
#include "ledger-measure.h"
#include "ledger-signoff-chain.h"

struct _LedgerSignoffMatter
{
  GtkWidget parent_instance;

  char *issue_id; /* shown last */
  GtkWidget *scrolled;
  GtkWidget *number;
  GtkWidget *light;
  GtkWidget *rounds;
  GtkWidget *wording;
  GtkWidget *people;
  GtkWidget *measures_head;
  GtkWidget *measures;
  GtkWidget *chain_head;
  GtkWidget *chain;
};

G_DEFINE_FINAL_TYPE (LedgerSignoffMatter, ledger_signoff_matter, GTK_TYPE_WIDGET)

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* 退回第2次 */
static void
show_rounds (LedgerSignoffMatter *self, guint round)
{
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->rounds, round > 1);
  if (round <= 1)
    return;
  words = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "returned %u time", "returned %u times", round - 1), round - 1);
  ledger_light_label_set_chip (LEDGER_LIGHT_LABEL (self->rounds), NULL, words, LEDGER_TINT_NONE);
}

static void
show_head (LedgerSignoffMatter *self, LedgerDocument *document, const LedgerIssueFacts *facts)
{
  LedgerRecord *issue = LEDGER_RECORD (facts->issue);
  g_autofree char *number = ledger_document_dup_number (document, issue);
  const char *text = ledger_record_get_text (issue, LEDGER_ISSUE_TEXT);
  g_autofree char *people = g_strdup_printf (
      "%s %s", facts->department ? facts->department : "", facts->handler ? facts->handler : "");
  g_autofree char *words =
      ledger_light_describe (facts->light, facts->days, NULL, ledger_document_get_today (document));

  gtk_label_set_text (GTK_LABEL (self->number), number ? number : "");
  gtk_label_set_text (GTK_LABEL (self->wording), text ? text : "");
  gtk_label_set_text (GTK_LABEL (self->people), people);
  ledger_light_label_set_light (LEDGER_LIGHT_LABEL (self->light), facts->light, words);
  show_rounds (self, facts->workflow.round);
}

static GtkWidget *
create_measure (LedgerRecord *measure, guint place)
{
  const gboolean done = ledger_record_get_integer (measure, LEDGER_MEASURE_DONE) != 0;
  const char *text = ledger_record_get_text (measure, LEDGER_MEASURE_TEXT);
  g_autofree char *line = g_strdup_printf ("%s %u %s", done ? "✓" : "○", place, text ? text : "");
  g_autofree char *words = g_strdup_printf (
      done ? _ ("Measure %u, done: %s") : _ ("Measure %u, not done: %s"), place, text ? text : "");
  GtkWidget *label = gtk_label_new (line);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return label;
}

/* “措施3条，全部完成” */
static void
show_measures (LedgerSignoffMatter *self, LedgerDocument *document, const LedgerIssueFacts *facts)
{
  const char *issue_id = ledger_record_get_id (LEDGER_RECORD (facts->issue));
  const GPtrArray *measures =
      ledger_document_get_children (document, ledger_measure_record_type.name, issue_id);
  g_autofree char *head = NULL;

  clear_box (self->measures);
  for (guint i = 0; i < measures->len; i++)
    gtk_box_append (GTK_BOX (self->measures),
                    create_measure (g_ptr_array_index (measures, i), i + 1));
  if (facts->n_measures == 0)
    head = g_strdup (_ ("No measures"));
  else if (facts->n_measures_done == facts->n_measures)
    head = g_strdup_printf (
        g_dngettext (
            GETTEXT_PACKAGE, "%u measure, done", "%u measures, all done", facts->n_measures),
        facts->n_measures);
  else
    head = g_strdup_printf (
        g_dngettext (
            GETTEXT_PACKAGE, "%u measure, %u done", "%u measures, %u done", facts->n_measures),
        facts->n_measures,
        facts->n_measures_done);
  gtk_label_set_text (GTK_LABEL (self->measures_head), head);
}

static void
show_chain (LedgerSignoffMatter *self, LedgerDocument *document, const char *issue_id)
{
  ledger_signoff_chain_show (LEDGER_SIGNOFF_CHAIN (self->chain), document, issue_id);
  gtk_widget_set_visible (self->chain_head, gtk_widget_get_first_child (self->chain) != NULL);
}

/* --- building --- */

static GtkWidget *
create_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "numeric");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
build (LedgerSignoffMatter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->number = create_label ("heading");
  self->light = ledger_light_label_new ();
  self->rounds = ledger_light_label_new ();
  self->wording = create_label ("wording");
  gtk_label_set_selectable (GTK_LABEL (self->wording), TRUE);
  gtk_widget_set_can_focus (self->wording, FALSE);
  self->people = create_label ("dim-label");
  self->measures_head = create_label ("heading");
  self->measures = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->chain_head = create_label ("heading");
  gtk_label_set_text (GTK_LABEL (self->chain_head), _ ("Sign-offs"));
  self->chain = ledger_signoff_chain_new ();
  gtk_box_append (GTK_BOX (head), self->number);
  gtk_box_append (GTK_BOX (head), self->people);
  gtk_widget_set_hexpand (self->people, TRUE);
  gtk_box_append (GTK_BOX (head), self->rounds);
  gtk_box_append (GTK_BOX (head), self->light);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->wording);
  gtk_box_append (GTK_BOX (box), self->measures_head);
  gtk_box_append (GTK_BOX (box), self->measures);
  gtk_box_append (GTK_BOX (box), self->chain_head);
  gtk_box_append (GTK_BOX (box), self->chain);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

static void
ledger_signoff_matter_dispose (GObject *object)
{
  g_clear_pointer (&LEDGER_SIGNOFF_MATTER (object)->scrolled, gtk_widget_unparent);
  g_clear_pointer (&LEDGER_SIGNOFF_MATTER (object)->issue_id, g_free);
  G_OBJECT_CLASS (ledger_signoff_matter_parent_class)->dispose (object);
}

static void
ledger_signoff_matter_class_init (LedgerSignoffMatterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_signoff_matter_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ledger_signoff_matter_init (LedgerSignoffMatter *self)
{
  build (self);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
ledger_signoff_matter_new (void)
{
  return g_object_new (LEDGER_TYPE_SIGNOFF_MATTER, NULL);
}

void
ledger_signoff_matter_show (LedgerSignoffMatter *self,
                            LedgerDocument *document,
                            const LedgerIssueFacts *facts)
{
  const char *issue_id = ledger_record_get_id (LEDGER_RECORD (facts->issue));

  show_head (self, document, facts);
  show_measures (self, document, facts);
  show_chain (self, document, issue_id);
  if (g_strcmp0 (self->issue_id, issue_id) == 0)
    return;
  g_free (self->issue_id);
  self->issue_id = g_strdup (issue_id);
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
}
