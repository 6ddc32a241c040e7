/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sample-proof.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ledger-error.h"
#include "ledger-evidence-import.h"
#include "ledger-evidence.h"
#include "ledger-gesture.h"
#include "ledger-measure.h"
#include "ledger-sample-paper.h"

static const char *const kinds[LEDGER_SAMPLE_N_PAPERS] = { "minutes", "rule", "voucher" };

struct _LedgerSampleProof
{
  LedgerDocument *document;
  LedgerPdfIntake *intake; /* one for all papers: each start costs more than a paper */
  char *folder;            /* where the papers lie until they are in the ledger */
  char *unit;
  GHashTable *shared; /* issue to the evidence that its later measures share */
  guint number;
};

typedef LedgerSampleProof Desk;

static char *
write_paper (Desk *desk, LedgerSamplePaper paper, const LedgerSampleMatter *matter, GError **error)
{
  g_autofree char *name = ledger_sample_paper_dup_name (paper, matter);
  g_autofree char *path = g_build_filename (desk->folder, name, NULL);
  g_autoptr (GBytes) bytes = ledger_sample_paper_set (paper, matter);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!g_file_set_contents_full (path, data, size, G_FILE_SET_CONTENTS_NONE, 0600, error))
    return NULL;
  return g_steal_pointer (&path);
}

static gboolean
describe (Desk *desk,
          LedgerSamplePaper paper,
          const char *file_name,
          LedgerDay day,
          const char *id,
          GError **error)
{
  g_autoptr (LedgerEdit) edit =
      ledger_edit_new (LEDGER_EDIT_PLAIN, _ ("Title and date of the evidence"));
  g_autofree char *title = g_strndup (file_name, strlen (file_name) - strlen (".pdf"));
  g_autofree char *iso = ledger_day_to_iso (day);

  ledger_edit_set_actor (edit,
                         ledger_document_get_actor_name (desk->document),
                         ledger_document_get_desk (desk->document));
  ledger_edit_set_text (edit, "evidence", id, "title", title);
  ledger_edit_set_text (edit, "evidence", id, "kind", kinds[paper]);
  ledger_edit_set_text (edit, "evidence", id, "document_date", iso);
  return ledger_document_commit (desk->document, edit, NULL, error);
}

/* Attaches one paper to a measure; *ID (out): the evidence. */
static gboolean
attach (Desk *desk,
        const char *issue_id,
        const char *measure_id,
        const LedgerSampleMatter *matter,
        char **id,
        GError **error)
{
  LedgerSamplePaper paper = ledger_sample_paper_for (matter->measure);
  /* What MATTER borrows from the ledger is gone after the first edit. */
  g_autofree char *name = ledger_sample_paper_dup_name (paper, matter);
  LedgerDay day = matter->day;
  g_autofree char *iso = ledger_day_to_iso (day);
  g_autofree char *path = write_paper (desk, paper, matter, error);
  g_autoptr (GPtrArray) staged =
      g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_staged_file_free);
  g_autoptr (GPtrArray) attached = NULL;
  g_autoptr (LedgerEdit) edit = NULL;
  const LedgerAttached *line;

  if (!path)
    return FALSE;
  g_ptr_array_add (
      staged, ledger_evidence_import_stage (desk->document, desk->intake, path, NULL, NULL, NULL));
  g_unlink (path);
  edit = ledger_evidence_import_make_edit (
      desk->document, issue_id, measure_id, staged, &attached, error);
  if (!attached)
    return FALSE;
  line = g_ptr_array_index (attached, 0);
  if (!edit)
    {
      g_set_error_literal (error, LEDGER_ERROR, LEDGER_ERROR_FAILED, line->error);
      return FALSE;
    }
  ledger_edit_set_text (edit, "evidence", line->id, "added_on", iso);
  if (!ledger_document_commit (desk->document, edit, NULL, error))
    return FALSE;
  *id = g_strdup (line->id);
  return describe (desk, paper, name, day, *id, error);
}

static LedgerSampleMatter
matter_of (Desk *desk, const LedgerIssueFacts *facts, LedgerRecord *measure)
{
  LedgerDay today = ledger_document_get_today (desk->document);
  LedgerDay day = ledger_record_get_day (measure, LEDGER_MEASURE_FINISHED_ON);

  return (LedgerSampleMatter){
    .unit = desk->unit,
    .number = ++desk->number,
    .day = day == LEDGER_DAY_NONE ? today - 5 : day,
    .subject = ledger_record_get_text (LEDGER_RECORD (facts->issue), LEDGER_ISSUE_TEXT),
    .measure = ledger_record_get_text (measure, LEDGER_MEASURE_TEXT),
    .department = facts->department,
    .leader = facts->lead_leader,
    .handler = facts->handler ? facts->handler : "",
  };
}

/* The first measure gets a paper of its own; the others share a second one, as proof often does. */
gboolean
ledger_sample_proof_attach (LedgerSampleProof *self,
                            const char *issue_id,
                            const char *measure_id,
                            guint place,
                            GError **error)
{
  const char *shared = g_hash_table_lookup (self->shared, issue_id);
  LedgerRecord *measure = ledger_document_lookup (self->document, "measure", measure_id);
  char *own = NULL;

  if (place > 1 && shared)
    {
      g_autoptr (LedgerEdit) edit =
          ledger_gesture_file_evidence (self->document, shared, measure_id, TRUE, error);
      return edit && ledger_document_commit (self->document, edit, NULL, error);
    }
  LedgerSampleMatter matter =
      matter_of (self, ledger_document_get_facts (self->document, issue_id), measure);
  if (!attach (self, issue_id, measure_id, &matter, &own, error))
    {
      g_free (own);
      return FALSE;
    }
  if (place == 1)
    g_hash_table_insert (self->shared, g_strdup (issue_id), own);
  else
    g_free (own);
  return TRUE;
}

gboolean
ledger_sample_proof_is_due (LedgerSampleList *list, guint row)
{
  return list->states[row] >= LEDGER_SAMPLE_REVIEW
         || (list->states[row] == LEDGER_SAMPLE_PROGRESS && row % 5 == 0);
}

LedgerSampleProof *
ledger_sample_proof_new (LedgerDocument *document, const char *unit, GError **error)
{
  char *folder = g_dir_make_tmp ("zhenggai-sample-XXXXXX", error);
  LedgerSampleProof *self;

  if (!folder)
    return NULL;
  self = g_new0 (LedgerSampleProof, 1);
  self->document = g_object_ref (document);
  self->intake = ledger_pdf_intake_new ();
  self->folder = folder;
  self->unit = g_strdup (unit);
  self->shared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
ledger_sample_proof_free (LedgerSampleProof *self)
{
  if (!self)
    return;
  g_rmdir (self->folder);
  g_object_unref (self->document);
  ledger_pdf_intake_free (self->intake);
  g_free (self->folder);
  g_free (self->unit);
  g_hash_table_unref (self->shared);
  g_free (self);
}
