/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-notice-board.h"

struct _LedgerNoticeBoard
{
  GObject parent_instance;
  LedgerNotice notices[LEDGER_N_NOTICES]; /* text NULL: not set */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (LedgerNoticeBoard, ledger_notice_board, G_TYPE_OBJECT)

static void
clear (LedgerNotice *notice)
{
  g_clear_pointer (&notice->text, g_free);
  g_clear_pointer (&notice->button, g_free);
  g_clear_pointer (&notice->action, g_free);
  g_clear_pointer (&notice->target, g_variant_unref);
  notice->dismissed = FALSE;
}

static void
ledger_notice_board_finalize (GObject *object)
{
  LedgerNoticeBoard *self = LEDGER_NOTICE_BOARD (object);

  for (guint i = 0; i < LEDGER_N_NOTICES; i++)
    clear (&self->notices[i]);
  G_OBJECT_CLASS (ledger_notice_board_parent_class)->finalize (object);
}

static void
ledger_notice_board_class_init (LedgerNoticeBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ledger_notice_board_finalize;
  changed_signal = g_signal_new (
      "changed", LEDGER_TYPE_NOTICE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ledger_notice_board_init (LedgerNoticeBoard *self)
{
}

LedgerNoticeBoard *
ledger_notice_board_new (void)
{
  return g_object_new (LEDGER_TYPE_NOTICE_BOARD, NULL);
}

void
ledger_notice_board_set (LedgerNoticeBoard *self,
                         LedgerNoticeKind kind,
                         const char *text,
                         const char *button,
                         const char *action,
                         GVariant *target)
{
  LedgerNotice *notice = &self->notices[kind];
  g_autoptr (GVariant) kept = target != NULL ? g_variant_ref_sink (target) : NULL;
  const gboolean dismissed = notice->dismissed && g_strcmp0 (notice->text, text) == 0;

  if (text == NULL && notice->text == NULL)
    return;
  clear (notice);
  notice->text = g_strdup (text);
  notice->button = g_strdup (button);
  notice->action = g_strdup (action);
  notice->target = g_steal_pointer (&kept);
  notice->dismissed = dismissed;
  g_signal_emit (self, changed_signal, 0);
}

const LedgerNotice *
ledger_notice_board_get (LedgerNoticeBoard *self, LedgerNoticeKind *kind)
{
  for (guint i = 0; i < LEDGER_N_NOTICES; i++)
    if (self->notices[i].text != NULL && !self->notices[i].dismissed)
      {
        if (kind != NULL)
          *kind = i;
        return &self->notices[i];
      }
  return NULL;
}

void
ledger_notice_board_dismiss (LedgerNoticeBoard *self, LedgerNoticeKind kind)
{
  self->notices[kind].dismissed = TRUE;
  g_signal_emit (self, changed_signal, 0);
}
