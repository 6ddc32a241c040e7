/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-notice-strip.h"

#include <glib/gi18n-lib.h>

struct _LedgerNoticeStrip
{
  GtkWidget parent_instance;

  LedgerSession *session;
  gboolean at_work;
  GtkWidget *revealer;
  GtkWidget *text;
  GtkWidget *button;
  GtkWidget *close;
};

G_DEFINE_FINAL_TYPE (LedgerNoticeStrip, ledger_notice_strip, GTK_TYPE_WIDGET)

/* What asks for other work waits until the one at hand is done: a press would throw away what has
 * been filled in. */
static gboolean
asks_for_work (LedgerNoticeKind kind)
{
  return kind == LEDGER_NOTICE_SAMPLE || kind == LEDGER_NOTICE_UNCLAIMED
         || kind == LEDGER_NOTICE_UNDATED || kind == LEDGER_NOTICE_HOLIDAYS;
}

static const LedgerNotice *
get_notice (LedgerNoticeStrip *self)
{
  LedgerNoticeKind kind = LEDGER_N_NOTICES;
  const LedgerNotice *notice =
      self->session != NULL ? ledger_session_get_notice (self->session, &kind) : NULL;

  return notice != NULL && self->at_work && asks_for_work (kind) ? NULL : notice;
}

static void
show_notice (LedgerNoticeStrip *self)
{
  const LedgerNotice *notice = get_notice (self);
  GtkActionable *button = GTK_ACTIONABLE (self->button);

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), notice != NULL);
  gtk_widget_set_can_target (self->revealer, notice != NULL);
  if (notice == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (self->text), notice->text);
  gtk_widget_set_visible (self->button, notice->button != NULL);
  gtk_button_set_label (GTK_BUTTON (self->button), notice->button != NULL ? notice->button : "");
  /* The target before its action, and not beside the last notice's: the toolkit compares their
   * types at each step. */
  gtk_actionable_set_action_name (button, NULL);
  gtk_actionable_set_action_target_value (button, notice->target);
  gtk_actionable_set_action_name (button, notice->action);
}

static void
on_close (LedgerNoticeStrip *self)
{
  LedgerNoticeKind kind;

  if (self->session != NULL && ledger_session_get_notice (self->session, &kind) != NULL)
    ledger_session_dismiss_notice (self->session, kind);
}

static void
ledger_notice_strip_dispose (GObject *object)
{
  LedgerNoticeStrip *self = LEDGER_NOTICE_STRIP (object);

  ledger_notice_strip_set_session (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_NOTICE_STRIP);
  G_OBJECT_CLASS (ledger_notice_strip_parent_class)->dispose (object);
}

static void
ledger_notice_strip_class_init (LedgerNoticeStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_notice_strip_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/shell/ledger-notice-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerNoticeStrip, revealer);
  gtk_widget_class_bind_template_child (widget_class, LedgerNoticeStrip, text);
  gtk_widget_class_bind_template_child (widget_class, LedgerNoticeStrip, button);
  gtk_widget_class_bind_template_child (widget_class, LedgerNoticeStrip, close);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_set_css_name (widget_class, "noticestrip");
}

static void
ledger_notice_strip_init (LedgerNoticeStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ledger_notice_strip_set_session (LedgerNoticeStrip *self, LedgerSession *session)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "notice-changed", G_CALLBACK (show_notice), self);
  show_notice (self);
}

void
ledger_notice_strip_set_at_work (LedgerNoticeStrip *self, gboolean at_work)
{
  if (self->at_work == at_work)
    return;
  self->at_work = at_work;
  show_notice (self);
}
