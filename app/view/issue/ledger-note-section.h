/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-issue-section.h"

G_BEGIN_DECLS

/* 进展: dated notes, newest first, and a line in which the next is written. */
#define LEDGER_TYPE_NOTE_SECTION (ledger_note_section_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerNoteSection, ledger_note_section, LEDGER, NOTE_SECTION, LedgerIssueSection)

void ledger_note_section_start (LedgerNoteSection *self);

G_END_DECLS
