/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-kept-file.h"

#include <string.h>

#include "ledger-approval-status.h"
#include "ledger-digest.h"
#include "ledger-evidence.h"
#include "ledger-issue-proof.h"
#include "ledger-pdf-verdict.h"
#include "ledger-signed-paper.h"
#include "ledger-signoff.h"

LedgerRecord *
ledger_kept_file_find (LedgerDocument *document, const char *id)
{
  LedgerRecord *record = ledger_document_lookup (document, ledger_evidence_record_type.name, id);

  if (record == NULL)
    record = ledger_document_lookup (document, ledger_signed_paper_record_type.name, id);
  if (record != NULL)
    return record;
  record = ledger_document_lookup (document, ledger_signoff_record_type.name, id);
  return record != NULL && ledger_signoff_has_scan (LEDGER_SIGNOFF (record)) ? record : NULL;
}

typedef enum
{
  PART_DIGEST,
  PART_FILE_NAME,
  PART_PAGES,
  PART_VERDICT,
} Part;

/* The column of RECORD that holds PART. */
static guint
find_column (LedgerRecord *record, Part part)
{
  static const guint of_evidence[] = {
    [PART_DIGEST] = LEDGER_EVIDENCE_DIGEST,
    [PART_FILE_NAME] = LEDGER_EVIDENCE_FILE_NAME,
    [PART_PAGES] = LEDGER_EVIDENCE_PAGES,
    [PART_VERDICT] = LEDGER_EVIDENCE_VERDICT,
  };
  static const guint of_signoff[] = {
    [PART_DIGEST] = LEDGER_SIGNOFF_SCAN,
    [PART_FILE_NAME] = LEDGER_SIGNOFF_SCAN_NAME,
    [PART_PAGES] = LEDGER_SIGNOFF_SCAN_PAGES,
    [PART_VERDICT] = LEDGER_SIGNOFF_SCAN_VERDICT,
  };
  static const guint of_signed_paper[] = {
    [PART_DIGEST] = LEDGER_SIGNED_PAPER_SCAN,
    [PART_FILE_NAME] = LEDGER_SIGNED_PAPER_SCAN_NAME,
    [PART_PAGES] = LEDGER_SIGNED_PAPER_SCAN_PAGES,
    [PART_VERDICT] = LEDGER_SIGNED_PAPER_SCAN_VERDICT,
  };

  if (LEDGER_IS_SIGNOFF (record))
    return of_signoff[part];
  return LEDGER_IS_SIGNED_PAPER (record) ? of_signed_paper[part] : of_evidence[part];
}

gboolean
ledger_kept_file_copy_digest (LedgerRecord *record, guint8 digest[32])
{
  const LedgerValue *value = ledger_record_get_value (record, find_column (record, PART_DIGEST));
  gsize length = 0;
  gconstpointer data = value != NULL ? ledger_value_get_data (value, &length) : NULL;

  if (data == NULL || length != LEDGER_DIGEST_SIZE)
    return FALSE;
  memcpy (digest, data, length);
  return TRUE;
}

guint
ledger_kept_file_get_n_pages (LedgerRecord *record)
{
  const gint64 n = ledger_record_get_integer (record, find_column (record, PART_PAGES));

  return (guint)CLAMP (n, 0, G_MAXINT);
}

/* Usable where the inspection said nothing that is known. */
static LedgerPdfVerdict
get_verdict (LedgerRecord *record)
{
  const char *name = ledger_record_get_text (record, find_column (record, PART_VERDICT));
  LedgerPdfVerdict verdict = LEDGER_PDF_VERDICT_USABLE;

  return ledger_pdf_verdict_from_name (name, &verdict) ? verdict : LEDGER_PDF_VERDICT_USABLE;
}

const char *
ledger_kept_file_get_obstacle (LedgerRecord *record)
{
  const LedgerPdfVerdict verdict = get_verdict (record);

  return ledger_pdf_verdict_is_shown (verdict) ? NULL : ledger_pdf_verdict_to_sentence (verdict);
}

gboolean
ledger_kept_file_may_be_tried (LedgerRecord *record)
{
  const LedgerPdfVerdict verdict = get_verdict (record);

  return ledger_pdf_verdict_is_shown (verdict) || verdict == LEDGER_PDF_VERDICT_LIMIT;
}

const char *
ledger_kept_file_get_file_name (LedgerRecord *record)
{
  return ledger_record_get_text (record, find_column (record, PART_FILE_NAME));
}

char *
ledger_kept_file_dup_label (LedgerDocument *document, LedgerRecord *record)
{
  char *words;

  if (!LEDGER_IS_SIGNOFF (record) && !LEDGER_IS_SIGNED_PAPER (record))
    return ledger_issue_proof_dup_label (document, record);
  words = ledger_approval_describe (document,
                                    LEDGER_IS_SIGNED_PAPER (record)
                                        ? ledger_record_get_parent_id (record)
                                        : ledger_record_get_id (record));
  return words != NULL ? words : g_strdup (ledger_kept_file_get_file_name (record));
}
