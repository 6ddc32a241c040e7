/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-filing-run.h"

#include <glib/gi18n-lib.h>

#include "ledger-evidence.h"
#include "ledger-filing.h"

typedef struct
{
  char *evidence_id;
  char *measure_id;
  char *title;
} Piece;

struct _LedgerFilingRun
{
  GPtrArray *pieces; /* Piece* */
};

static void
piece_free (gpointer data)
{
  Piece *piece = data;

  g_free (piece->evidence_id);
  g_free (piece->measure_id);
  g_free (piece->title);
  g_free (piece);
}

LedgerFilingRun *
ledger_filing_run_new (void)
{
  LedgerFilingRun *self = g_new0 (LedgerFilingRun, 1);

  self->pieces = g_ptr_array_new_with_free_func (piece_free);
  return self;
}

void
ledger_filing_run_free (LedgerFilingRun *self)
{
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

void
ledger_filing_run_add (LedgerFilingRun *self,
                       const char *evidence_id,
                       const char *measure_id,
                       const char *title)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->evidence_id = g_strdup (evidence_id);
  piece->measure_id = g_strdup (measure_id);
  piece->title = g_strdup (title);
  g_ptr_array_add (self->pieces, piece);
}

/* --- telling --- */

/* Undone in between, it lies elsewhere now. */
static gboolean
is_standing (LedgerDocument *document, const Piece *piece)
{
  LedgerRecord *evidence =
      ledger_document_lookup (document, ledger_evidence_record_type.name, piece->evidence_id);
  g_autoptr (GPtrArray) measures =
      evidence != NULL ? ledger_filing_list_measures (document, ledger_record_get_id (evidence))
                       : NULL;

  for (guint i = 0; measures != NULL && i < measures->len; i++)
    if (g_strcmp0 (ledger_record_get_id (measures->pdata[i]), piece->measure_id) == 0)
      return TRUE;
  return FALSE;
}

static char *
dup_text (guint n_pieces, guint n_measures, guint place)
{
  if (n_measures == 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%u file was filed to measure %u",
                                         "%u files were filed to measure %u",
                                         n_pieces),
                            n_pieces,
                            place);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u file was filed to %u measures",
                                       "%u files were filed to %u measures",
                                       n_pieces),
                          n_pieces,
                          n_measures);
}

gboolean
ledger_filing_run_tell (LedgerFilingRun *self, LedgerSession *session)
{
  LedgerDocument *document = ledger_session_get_document (session);
  g_autoptr (GHashTable) measures = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) evidence = g_hash_table_new (g_str_hash, g_str_equal);
  GVariantBuilder titles;
  g_autoptr (GVariant) target = NULL;
  const char *measure = NULL;
  g_autofree char *text = NULL;

  g_variant_builder_init (&titles, G_VARIANT_TYPE ("as"));
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = self->pieces->pdata[i];

      g_variant_builder_add (&titles, "s", piece->title);
      if (!is_standing (document, piece))
        continue;
      measure = piece->measure_id;
      g_hash_table_add (measures, piece->measure_id);
      g_hash_table_add (evidence, piece->evidence_id);
    }
  target = g_variant_ref_sink (g_variant_builder_end (&titles));
  if (g_hash_table_size (evidence) < 2)
    return FALSE;
  text = dup_text (g_hash_table_size (evidence),
                   g_hash_table_size (measures),
                   ledger_document_get_measure_place (document, measure));
  ledger_session_toast (session, text, _ ("Undo"), "attach.unfile", target);
  return TRUE;
}

/* --- the way back --- */

typedef struct
{
  LedgerSession *session;
  GStrv titles;
  guint left; /* of `titles`, from the start */
  guint done;
} Return;

static void
return_free (Return *back)
{
  g_object_unref (back->session);
  g_strfreev (back->titles);
  g_free (back);
}

static void undo_next (Return *back);

static void
finish (Return *back)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                        "Undone: %u file is not filed any more",
                                                        "Undone: %u files are not filed any more",
                                                        back->done),
                                           back->done);

  ledger_session_toast (
      back->session,
      back->done > 0 ? text : _ ("Something else was done since then. Undo step by step."),
      NULL,
      NULL,
      NULL);
  return_free (back);
}

static void
on_undone (GObject *document, GAsyncResult *result, gpointer data)
{
  Return *back = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = ledger_document_undo_finish (LEDGER_DOCUMENT (document), result, &error);

  if (error != NULL)
    {
      ledger_session_show_error (back->session, error);
      return_free (back);
      return;
    }
  back->done++;
  undo_next (back);
}

/* What was undone by hand in between is passed over; at an edit that is none of these it ends. */
static void
undo_next (Return *back)
{
  LedgerDocument *document = ledger_session_get_document (back->session);
  const char *next = ledger_document_get_undo_title (document);

  while (back->left > 0 && g_strcmp0 (back->titles[back->left - 1], next) != 0)
    back->left--;
  if (back->left == 0)
    {
      finish (back);
      return;
    }
  back->left--;
  ledger_document_undo_async (document, on_undone, back);
}

void
ledger_filing_run_take_back (LedgerSession *session, const char *const *titles)
{
  Return *back = g_new0 (Return, 1);

  back->session = g_object_ref (session);
  back->titles = g_strdupv ((char **)titles);
  back->left = g_strv_length (back->titles);
  undo_next (back);
}
