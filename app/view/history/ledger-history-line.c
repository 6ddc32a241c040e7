/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-history-line.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ledger-history-details.h"
#include "ledger-operation-words.h"

struct _LedgerHistoryLine
{
  GtkWidget parent_instance;

  LedgerSession *session;
  LedgerHistoryRow *row;
  GtkWidget *day;
  GtkWidget *box;
  GtkWidget *clock;
  GtkWidget *actor;
  GtkWidget *kind;
  GtkWidget *title;
  GtkWidget *summary;
  GtkWidget *doubt;
  GtkWidget *restore;
  GtkWidget *more;
  GtkWidget *details; /* AdwBin, filled when it is looked at */
};

G_DEFINE_FINAL_TYPE (LedgerHistoryLine, ledger_history_line, GTK_TYPE_WIDGET)

static void
show_details (LedgerHistoryLine *self)
{
  const gboolean expanded = self->row != NULL && ledger_history_row_get_expanded (self->row);

  adw_bin_set_child (ADW_BIN (self->details),
                     expanded ? ledger_history_details_new (self->session, self->row) : NULL);
  gtk_widget_set_visible (self->details, expanded);
  gtk_button_set_label (GTK_BUTTON (self->more), expanded ? _ ("Hide details") : _ ("Details"));
}

static void
on_more (LedgerHistoryLine *self)
{
  if (self->row == NULL)
    return;
  ledger_history_row_set_expanded (self->row, !ledger_history_row_get_expanded (self->row));
  show_details (self);
}

static void
on_restore (LedgerHistoryLine *self)
{
  if (self->row != NULL && ledger_history_row_get_restorable (self->row) != NULL)
    ledger_history_details_restore (self->session, ledger_history_row_get_restorable (self->row));
}

static void
show_edit (LedgerHistoryLine *self, const LedgerLogLine *line)
{
  const gboolean plain = g_strcmp0 (line->kind, "edit") == 0;
  const gboolean writable =
      !ledger_document_is_read_only (ledger_session_get_document (self->session));
  const LedgerOperation *operation = ledger_history_row_get_restorable (self->row);
  g_autofree char *name = NULL;

  gtk_label_set_text (GTK_LABEL (self->clock), ledger_history_row_get_clock (self->row));
  gtk_label_set_text (GTK_LABEL (self->actor), line->actor != NULL ? line->actor : "");
  gtk_widget_set_tooltip_text (self->actor, line->desk);
  gtk_label_set_text (GTK_LABEL (self->kind),
                      plain ? "" : ledger_operation_words_get_kind (line->kind));
  gtk_widget_set_visible (self->kind, !plain);
  gtk_label_set_text (GTK_LABEL (self->title), ledger_history_row_get_title (self->row));
  gtk_widget_set_tooltip_text (self->title, ledger_history_row_get_title (self->row));
  gtk_label_set_text (GTK_LABEL (self->summary), ledger_history_row_get_summary (self->row));
  gtk_widget_set_visible (self->doubt, line->doubtful);
  gtk_widget_set_visible (self->restore, writable && operation != NULL);
  gtk_widget_set_visible (self->more,
                          ledger_history_row_has_details (self->row)
                              || (operation == NULL && line->n_parts > 0));
  name = g_strjoin (" ",
                    ledger_history_row_get_clock (self->row),
                    line->actor != NULL ? line->actor : "",
                    ledger_history_row_get_title (self->row),
                    ledger_history_row_get_summary (self->row),
                    NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
ledger_history_line_set_row (LedgerHistoryLine *self, LedgerHistoryRow *row)
{
  const LedgerLogLine *line = row != NULL ? ledger_history_row_get_line (row) : NULL;

  g_set_object (&self->row, row);
  gtk_widget_set_visible (self->day, row != NULL && line == NULL);
  gtk_widget_set_visible (self->box, line != NULL);
  if (line != NULL)
    show_edit (self, line);
  else if (row != NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->day), ledger_history_row_get_title (row));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      ledger_history_row_get_title (row),
                                      -1);
    }
  show_details (self);
}

/* --- life --- */

static void
ledger_history_line_dispose (GObject *object)
{
  LedgerHistoryLine *self = LEDGER_HISTORY_LINE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->row);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ledger_history_line_parent_class)->dispose (object);
}

static void
ledger_history_line_class_init (LedgerHistoryLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_history_line_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "historyline");
}

static GtkWidget *
add_label (LedgerHistoryLine *self, int chars, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), chars);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self->box), label);
  return label;
}

static GtkWidget *
add_chip (LedgerHistoryLine *self, const char *style)
{
  GtkWidget *chip = gtk_label_new (NULL);

  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (chip, style);
  gtk_box_append (GTK_BOX (self->box), chip);
  return chip;
}

static GtkWidget *
add_button (LedgerHistoryLine *self, const char *text, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), button);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static void
build_edit (LedgerHistoryLine *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->box, "history-edit");
  self->clock = add_label (self, 5, "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (self->clock), PANGO_ELLIPSIZE_NONE);
  self->actor = add_label (self, 8, NULL);
  self->title = add_label (self, 26, NULL);
  self->summary = add_label (self, 12, "dim-label");
  gtk_label_set_max_width_chars (GTK_LABEL (self->summary), 200);
  gtk_widget_set_hexpand (self->summary, TRUE);
  self->kind = add_chip (self, "history-kind");
  self->doubt = add_chip (self, "history-doubt");
  gtk_label_set_text (GTK_LABEL (self->doubt), _ ("Time in doubt"));
  gtk_widget_set_tooltip_text (self->doubt,
                               _ ("The clock of that computer ran before the edit before, or more "
                                  "than a day ahead."));
  self->restore = add_button (self, _ ("Restore"), G_CALLBACK (on_restore));
  self->more = add_button (self, _ ("Details"), G_CALLBACK (on_more));
}

static void
ledger_history_line_init (LedgerHistoryLine *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->day = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->day), 0);
  gtk_widget_add_css_class (self->day, "heading");
  gtk_widget_add_css_class (self->day, "history-day");
  gtk_widget_set_parent (self->day, GTK_WIDGET (self));
  build_edit (self);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->details = adw_bin_new ();
  gtk_widget_set_parent (self->details, GTK_WIDGET (self));
}

GtkWidget *
ledger_history_line_new (LedgerSession *session)
{
  LedgerHistoryLine *self = g_object_new (LEDGER_TYPE_HISTORY_LINE, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
