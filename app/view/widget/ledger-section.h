/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One section of the details: a flat toggle of 36 px (“▾措施  完成2/3 … 添加”) over content that
 * folds. Adw rows of 54 px would show three sections only. Property "expanded" (notify). */
#define LEDGER_TYPE_SECTION (ledger_section_get_type ())
G_DECLARE_FINAL_TYPE (LedgerSection, ledger_section, LEDGER, SECTION, GtkWidget)

GtkWidget *ledger_section_new (const char *title);
void ledger_section_set_title (LedgerSection *self, const char *title);
/* Beside the title, small: “完成2/3”. NULL: none. */
void ledger_section_set_caption (LedgerSection *self, const char *caption);
void ledger_section_set_child (LedgerSection *self, GtkWidget *child);
/* At the end of the head, after one another: a flat text button that activates ACTION
 * ("page.add-measure"). Transfer none. */
GtkWidget *ledger_section_add_button (LedgerSection *self, const char *label, const char *action);
gboolean ledger_section_get_expanded (LedgerSection *self);
void ledger_section_set_expanded (LedgerSection *self, gboolean expanded);

G_END_DECLS
