/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-tint.h"

G_BEGIN_DECLS

/* A light as a chip: symbol in colour on a 12 % tint, word in the foreground (UI §4, §5). Not a
 * button. */
#define LEDGER_TYPE_LIGHT_LABEL (ledger_light_label_get_type ())
G_DECLARE_FINAL_TYPE (LedgerLightLabel, ledger_light_label, LEDGER, LIGHT_LABEL, GtkWidget)

GtkWidget *ledger_light_label_new (void);
/* WORDS as from ledger_light_describe(); NULL takes the light's name. */
void ledger_light_label_set_light (LedgerLightLabel *self, LedgerLight light, const char *words);
/* Any other chip: 退回第2次, 签后有变更：整改时限. SYMBOL may be NULL. */
void ledger_light_label_set_chip (LedgerLightLabel *self,
                                  const char *symbol,
                                  const char *words,
                                  LedgerTint tint);

G_END_DECLS
