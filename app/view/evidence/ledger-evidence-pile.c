/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence-pile.h"

#include <glib/gi18n-lib.h>

#include "ledger-evidence.h"
#include "ledger-filing.h"
#include "ledger-gesture.h"
#include "ledger-issue-proof.h"

static GStrv
list_paths (GListModel *files, GPtrArray *errors)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *name = g_file_get_basename (file);

      if (g_file_peek_path (file) != NULL)
        g_strv_builder_add (builder, g_file_peek_path (file));
      else
        g_ptr_array_add (
            errors,
            g_strdup_printf (_ ("“%s” does not lie on this computer. Save it here first."), name));
    }
  return g_strv_builder_end (builder);
}

LedgerEvidencePile *
ledger_evidence_pile_new (LedgerSession *session,
                          const char *issue_id,
                          const char *measure_id,
                          GListModel *files)
{
  LedgerEvidencePile *self = g_new0 (LedgerEvidencePile, 1);

  self->session = g_object_ref (session);
  self->issue_id = g_strdup (issue_id);
  self->measure_id = g_strdup (measure_id);
  self->same = g_ptr_array_new_with_free_func (g_free);
  self->errors = g_ptr_array_new_with_free_func (g_free);
  self->paths = list_paths (files, self->errors);
  return self;
}

void
ledger_evidence_pile_free (LedgerEvidencePile *self)
{
  g_object_unref (self->session);
  g_clear_pointer (&self->attached, g_ptr_array_unref);
  g_ptr_array_unref (self->same);
  g_ptr_array_unref (self->errors);
  g_strfreev (self->paths);
  g_free (self->issue_id);
  g_free (self->measure_id);
  g_free (self);
}

/* --- sifting --- */

GPtrArray *
ledger_evidence_pile_sift (LedgerEvidencePile *self, GPtrArray *staged)
{
  LedgerDocument *document = ledger_session_get_document (self->session);
  GPtrArray *fresh = g_ptr_array_new ();

  for (guint i = 0; i < staged->len; i++)
    {
      LedgerStagedFile *file = staged->pdata[i];
      LedgerRecord *same =
          file->error == NULL ? ledger_gesture_find_same (document, file->blob.digest) : NULL;

      if (file->error != NULL)
        g_ptr_array_add (self->errors, g_strdup (file->error));
      else if (same != NULL)
        g_ptr_array_add (self->same, g_strdup (ledger_record_get_id (same)));
      else
        g_ptr_array_add (fresh, file);
    }
  return fresh;
}

/* --- telling --- */

static char *
dup_added_text (LedgerEvidencePile *self, guint n_added, const LedgerAttached *first)
{
  LedgerDocument *document = ledger_session_get_document (self->session);
  LedgerRecord *evidence = ledger_document_lookup (document, "evidence", first->id);
  g_autofree char *label = NULL;

  if (n_added > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%u file of evidence was added",
                                         "%u files of evidence were added",
                                         n_added),
                            n_added);
  label = evidence != NULL ? ledger_document_dup_number (document, evidence) : NULL;
  if (label == NULL)
    label = evidence != NULL ? g_strdup (ledger_issue_proof_get_title (evidence)) : g_strdup ("");
  return g_strdup_printf (_ ("Evidence %s was added"), label);
}

static gboolean
is_filed_here (LedgerDocument *document, const char *evidence_id, const char *measure_id)
{
  LedgerRecord *evidence = ledger_document_lookup (document, "evidence", evidence_id);
  g_autoptr (GPtrArray) measures =
      evidence != NULL ? ledger_filing_list_measures (document, ledger_record_get_id (evidence))
                       : NULL;

  for (guint i = 0; measures != NULL && i < measures->len; i++)
    if (g_strcmp0 (ledger_record_get_id (measures->pdata[i]), measure_id) == 0)
      return TRUE;
  return FALSE;
}

static GVariant *
pack_share (LedgerEvidencePile *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("as"));
  g_variant_builder_add (&builder, "s", self->measure_id);
  for (guint i = 0; i < self->same->len; i++)
    g_variant_builder_add (&builder, "s", self->same->pdata[i]);
  return g_variant_builder_end (&builder);
}

static char *
dup_same_text (LedgerEvidencePile *self)
{
  LedgerDocument *document = ledger_session_get_document (self->session);
  g_autofree char *label = ledger_document_dup_label (document, "evidence", self->same->pdata[0]);

  if (self->same->len == 1)
    return g_strdup_printf (_ ("This file is evidence %s already; it was not kept twice."), label);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u file is there already; it was not kept twice.",
                                       "%u files are there already; they were not kept twice.",
                                       self->same->len),
                          self->same->len);
}

/* Another sentence than the first one: a full disk says the same of every file. */
static const char *
find_second_error (LedgerEvidencePile *self)
{
  for (guint i = 1; i < self->errors->len; i++)
    if (!g_str_equal (self->errors->pdata[i], self->errors->pdata[0]))
      return self->errors->pdata[i];
  return "";
}

/* The first two by name: the strip has one line. */
static char *
dup_error_text (LedgerEvidencePile *self)
{
  const char *first = self->errors->pdata[0];
  const guint n = self->errors->len;

  if (n == 1)
    return g_strdup (first);
  return g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE, "%u file was not added. %s %s", "%u files were not added. %s %s", n),
      n,
      first,
      find_second_error (self));
}

/* What the ledger has already: offered to this measure as well, or to be looked at. In the strip
 * where the toast is needed for what was added. */
static void
say_same (LedgerEvidencePile *self, gboolean in_strip)
{
  LedgerDocument *document = ledger_session_get_document (self->session);
  g_autofree char *text = dup_same_text (self);
  const gboolean share =
      self->measure_id != NULL && !is_filed_here (document, self->same->pdata[0], self->measure_id);
  const char *button = share ? _ ("Share with this measure") : _ ("Show");
  const char *action = share ? "attach.share" : "attach.show";
  GVariant *target = share ? pack_share (self) : g_variant_new_string (self->same->pdata[0]);

  if (in_strip)
    ledger_session_set_notice (self->session, LEDGER_NOTICE_PAGE, text, button, action, target);
  else
    ledger_session_toast (self->session, text, button, action, target);
}

/* Dropped twice at once, a file is one. */
static guint
count_added (LedgerEvidencePile *self, const LedgerAttached **first)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; self->attached != NULL && i < self->attached->len; i++)
    {
      const LedgerAttached *line = self->attached->pdata[i];

      if (line->id == NULL || line->error != NULL)
        continue;
      *first = *first != NULL ? *first : line;
      g_hash_table_add (ids, line->id);
    }
  return g_hash_table_size (ids);
}

void
ledger_evidence_pile_tell (LedgerEvidencePile *self, gboolean committed)
{
  const LedgerAttached *first = NULL;
  const guint n_added = committed ? count_added (self, &first) : 0;

  if (n_added > 0)
    {
      g_autofree char *text = dup_added_text (self, n_added, first);

      ledger_session_toast_undo (self->session, text);
    }
  if (self->errors->len > 0)
    {
      g_autofree char *text = dup_error_text (self);

      ledger_session_set_notice (self->session, LEDGER_NOTICE_PAGE, text, NULL, NULL, NULL);
    }
  if (self->same->len > 0)
    say_same (self, n_added > 0 && self->errors->len == 0);
  if (first != NULL && self->measure_id == NULL)
    ledger_session_open_evidence (self->session, first->id);
}
