/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-reading.h"

#include "ledger-claim.h"
#include "ledger-department.h"
#include "ledger-evidence-link.h"
#include "ledger-evidence.h"
#include "ledger-heading.h"
#include "ledger-inspection.h"
#include "ledger-issue.h"
#include "ledger-measure.h"
#include "ledger-milestone.h"
#include "ledger-note.h"
#include "ledger-person.h"
#include "ledger-phase.h"
#include "ledger-signed-paper.h"
#include "ledger-signoff.h"
#include "ledger-supervision.h"
#include "ledger-support.h"

static const LedgerRecordType *const types[] = {
  &ledger_inspection_record_type,    &ledger_heading_record_type,
  &ledger_issue_record_type,         &ledger_claim_record_type,
  &ledger_support_record_type,       &ledger_measure_record_type,
  &ledger_phase_record_type,         &ledger_milestone_record_type,
  &ledger_note_record_type,          &ledger_evidence_record_type,
  &ledger_evidence_link_record_type, &ledger_signoff_record_type,
  &ledger_person_record_type,        &ledger_department_record_type,
  &ledger_supervision_record_type,   &ledger_signed_paper_record_type,
};

static const LedgerReading reading = {
  .number = 5,
  .types = types,
  .n_types = G_N_ELEMENTS (types),
};

const LedgerReading *
ledger_reading_get_default (void)
{
  return &reading;
}

GType
ledger_reading_get_gtype (const char *type_name)
{
  const struct
  {
    const LedgerRecordType *type;
    GType gtype;
  } classes[] = {
    { &ledger_inspection_record_type, LEDGER_TYPE_INSPECTION },
    { &ledger_heading_record_type, LEDGER_TYPE_HEADING },
    { &ledger_issue_record_type, LEDGER_TYPE_ISSUE },
    { &ledger_claim_record_type, LEDGER_TYPE_CLAIM },
    { &ledger_support_record_type, LEDGER_TYPE_SUPPORT },
    { &ledger_measure_record_type, LEDGER_TYPE_MEASURE },
    { &ledger_phase_record_type, LEDGER_TYPE_PHASE },
    { &ledger_milestone_record_type, LEDGER_TYPE_MILESTONE },
    { &ledger_note_record_type, LEDGER_TYPE_NOTE },
    { &ledger_evidence_record_type, LEDGER_TYPE_EVIDENCE },
    { &ledger_evidence_link_record_type, LEDGER_TYPE_EVIDENCE_LINK },
    { &ledger_signoff_record_type, LEDGER_TYPE_SIGNOFF },
    { &ledger_person_record_type, LEDGER_TYPE_PERSON },
    { &ledger_department_record_type, LEDGER_TYPE_DEPARTMENT },
    { &ledger_supervision_record_type, LEDGER_TYPE_SUPERVISION },
    { &ledger_signed_paper_record_type, LEDGER_TYPE_SIGNED_PAPER },
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (classes) == G_N_ELEMENTS (types));

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_str_equal (classes[i].type->name, type_name))
      return classes[i].gtype;
  return G_TYPE_INVALID;
}
