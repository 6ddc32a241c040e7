/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-history-line.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ledger-history-details.h"
#include "ledger-operation-words.h"
#include "ledger-toolkit.h"

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
  ledger_toolkit_set_tooltip (self->actor, line->desk);
  gtk_label_set_text (GTK_LABEL (self->kind),
                      plain ? "" : ledger_operation_words_get_kind (line->kind));
  gtk_widget_set_visible (self->kind, !plain);
  gtk_label_set_text (GTK_LABEL (self->title), ledger_history_row_get_title (self->row));
  ledger_toolkit_set_tooltip (self->title, ledger_history_row_get_title (self->row));
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

  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_HISTORY_LINE);
  g_clear_object (&self->row);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ledger_history_line_parent_class)->dispose (object);
}

static void
ledger_history_line_class_init (LedgerHistoryLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_history_line_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/history/ledger-history-line.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerHistoryLine, day);
  gtk_widget_class_bind_template_child (widget_class, LedgerHistoryLine, box);
  gtk_widget_class_bind_template_child (widget_class, LedgerHistoryLine, clock);
  gtk_widget_class_bind_template_child (widget_class, LedgerHistoryLine, actor);
  gtk_widget_class_bind_template_child (widget_class, LedgerHistoryLine, kind);
  gtk_widget_class_bind_template_child (widget_class, LedgerHistoryLine, title);
  gtk_widget_class_bind_template_child (widget_class, LedgerHistoryLine, summary);
  gtk_widget_class_bind_template_child (widget_class, LedgerHistoryLine, doubt);
  gtk_widget_class_bind_template_child (widget_class, LedgerHistoryLine, restore);
  gtk_widget_class_bind_template_child (widget_class, LedgerHistoryLine, more);
  gtk_widget_class_bind_template_child (widget_class, LedgerHistoryLine, details);
  gtk_widget_class_bind_template_callback (widget_class, on_restore);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
  gtk_widget_class_set_css_name (widget_class, "historyline");
}

static void
ledger_history_line_init (LedgerHistoryLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ledger_history_line_new (LedgerSession *session)
{
  LedgerHistoryLine *self = g_object_new (LEDGER_TYPE_HISTORY_LINE, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

LedgerHistoryRow *
ledger_history_line_get_row (LedgerHistoryLine *self)
{
  return self->row;
}
