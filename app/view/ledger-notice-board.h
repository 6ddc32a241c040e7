/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The notice strip: one at a time, the first of these that is set (UI §4). */
typedef enum
{
  LEDGER_NOTICE_DAMAGED,
  LEDGER_NOTICE_PLACE, /* read-only, for it lies on a share or stick, or a newer program wrote it */
  LEDGER_NOTICE_READ_ONLY,
  LEDGER_NOTICE_SAMPLE, /* before all that asks for work, which is not kept there */
  LEDGER_NOTICE_CONFLICT,
  LEDGER_NOTICE_PAGE, /* of the page now shown; cleared when it is left */
  LEDGER_NOTICE_UNCLAIMED,
  LEDGER_NOTICE_UNDATED,
  LEDGER_NOTICE_HOLIDAYS,
  LEDGER_N_NOTICES,
} LedgerNoticeKind;

typedef struct
{
  char *text;         /* one sentence */
  char *button;       /* its one button, or NULL */
  char *action;       /* action of the button: "win.…", "page.…", "app.…" */
  GVariant *target;   /* or NULL */
  gboolean dismissed; /* ✕ was pressed; a changed text shows again */
} LedgerNotice;

#define LEDGER_TYPE_NOTICE_BOARD (ledger_notice_board_get_type ())
G_DECLARE_FINAL_TYPE (LedgerNoticeBoard, ledger_notice_board, LEDGER, NOTICE_BOARD, GObject)

/* Emits "changed" when another notice is to be shown. */
LedgerNoticeBoard *ledger_notice_board_new (void);
/* TEXT NULL clears. TARGET may be floating. The same text again keeps a dismissal. */
void ledger_notice_board_set (LedgerNoticeBoard *self,
                              LedgerNoticeKind kind,
                              const char *text,
                              const char *button,
                              const char *action,
                              GVariant *target);
/* The first one set and not dismissed, or NULL. KIND (out) may be NULL. */
const LedgerNotice *ledger_notice_board_get (LedgerNoticeBoard *self, LedgerNoticeKind *kind);
void ledger_notice_board_dismiss (LedgerNoticeBoard *self, LedgerNoticeKind kind);

G_END_DECLS
