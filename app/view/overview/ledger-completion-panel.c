/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-completion-panel.h"

#include <glib/gi18n-lib.h>

#include "ledger-box.h"
#include "ledger-chart-rows.h"
#include "ledger-elapsed-bar.h"
#include "ledger-round-time.h"

struct _LedgerCompletionPanel
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *deadline;
  GtkWidget *deadline_button;
  LedgerElapsedBar *elapsed;
  GtkWidget *numbers;
  GtkLabel *shares;
};

G_DEFINE_FINAL_TYPE (LedgerCompletionPanel, ledger_completion_panel, GTK_TYPE_WIDGET)

static void
show_deadline (LedgerCompletionPanel *self, LedgerDocument *document)
{
  const LedgerDay due = ledger_round_time_get_due (document);
  g_autofree char *words = due != LEDGER_DAY_NONE ? ledger_round_time_describe (document, due)
                                                  : g_strdup (_ ("No day for handing in yet"));

  gtk_label_set_text (self->deadline, words);
  gtk_widget_set_visible (self->deadline_button, due == LEDGER_DAY_NONE);
}

/* Measures stand as rows in 阶段计划. */
static void
append_measures (GtkBox *box, guint done, guint all)
{
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u/%u measure", "%u/%u measures", all), done, all);
  GtkWidget *link = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (link, "flat");
  gtk_widget_add_css_class (link, "link-text");
  gtk_widget_add_css_class (link, "numeric");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "win.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (link), "s", LEDGER_PAGE_ID_SCHEDULE);
  gtk_box_append (box, link);
}

static void
append_problems (GtkBox *box, guint done, guint all)
{
  gtk_box_append (box, ledger_chart_rows_new_link (LEDGER_FIGURE_DONE, done));
  gtk_box_append (box, gtk_label_new ("/"));
  gtk_box_append (box, ledger_chart_rows_new_link (LEDGER_FIGURE_ALL, all));
}

static void
show_done (LedgerCompletionPanel *self, const LedgerCompletion *completion, double elapsed)
{
  const guint all = completion->all;
  const guint done = completion->done;
  const guint percent = all > 0 ? done * 100 / all : 0;
  g_autofree char *shares =
      elapsed < 0
          ? g_strdup_printf ("%u%%", percent)
          : g_strdup_printf (_ ("%u%%  %d%% of the time gone"), percent, (int)(elapsed * 100));
  g_autofree char *words = g_strdup_printf (_ ("Done %u of %u, %s"), done, all, shares);

  ledger_box_clear (self->numbers);
  if (completion->by_measure)
    append_measures (GTK_BOX (self->numbers), done, all);
  else
    append_problems (GTK_BOX (self->numbers), done, all);
  gtk_label_set_text (self->shares, shares);
  ledger_elapsed_bar_set_shares (self->elapsed, all > 0 ? (double)done / all : 0, elapsed, words);
}

static void
ledger_completion_panel_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEDGER_TYPE_COMPLETION_PANEL);
  G_OBJECT_CLASS (ledger_completion_panel_parent_class)->dispose (object);
}

static void
ledger_completion_panel_class_init (LedgerCompletionPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LEDGER_TYPE_ELAPSED_BAR);
  G_OBJECT_CLASS (klass)->dispose = ledger_completion_panel_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/overview/ledger-completion-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerCompletionPanel, box);
  gtk_widget_class_bind_template_child (widget_class, LedgerCompletionPanel, deadline);
  gtk_widget_class_bind_template_child (widget_class, LedgerCompletionPanel, deadline_button);
  gtk_widget_class_bind_template_child (widget_class, LedgerCompletionPanel, elapsed);
  gtk_widget_class_bind_template_child (widget_class, LedgerCompletionPanel, numbers);
  gtk_widget_class_bind_template_child (widget_class, LedgerCompletionPanel, shares);
}

static void
ledger_completion_panel_init (LedgerCompletionPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ledger_completion_panel_show (LedgerCompletionPanel *self,
                              LedgerDocument *document,
                              const LedgerCompletion *completion)
{
  show_deadline (self, document);
  show_done (self, completion, ledger_round_time_get_elapsed (document));
}
