/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-gesture-private.h"

#include "ledger-digest.h"
#include "ledger-error.h"
#include "ledger-evidence-link.h"
#include "ledger-evidence.h"
#include "ledger-id.h"
#include "ledger-issue.h"
#include "ledger-measure.h"
#include "ledger-rank.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_digest (const LedgerValue *value, const guint8 *digest)
{
  gsize length;
  gconstpointer data = ledger_value_get_data (value, &length);
  return data != NULL && length == LEDGER_DIGEST_SIZE && memcmp (data, digest, length) == 0;
}

LedgerRecord *
ledger_gesture_find_same (LedgerDocument *document, const guint8 digest[32])
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);

  LedgerTable *table = ledger_document_get_table (document, "evidence");
  for (guint i = 0; i < ledger_table_get_n_records (table); i++)
    {
      LedgerRecord *evidence = ledger_table_get_record (table, i);
      if (is_digest (ledger_record_get_value (evidence, LEDGER_EVIDENCE_DIGEST), digest))
        return evidence;
    }
  return NULL;
}

/* Dropped twice at once. */
static const char *
find_same_in_edit (LedgerEdit *edit, const guint8 *digest)
{
  for (guint i = 0; i < ledger_edit_get_n_changes (edit); i++)
    {
      const LedgerChange *change = ledger_edit_get_change (edit, i);
      if (g_str_equal (change->type, "evidence") && g_str_equal (change->field, "digest")
          && is_digest (change->value, digest))
        return change->id;
    }
  return NULL;
}

/* --- links --- */

static char *
link_id (const char *measure_id, const char *evidence_id)
{
  return ledger_id_new_derived ("evidence_link", measure_id, evidence_id, NULL);
}

/* The links of an evidence, as ids of their measures beside the link's own; as EDIT leaves them. */
static GPtrArray *
list_links (LedgerDocument *document, const char *evidence_id)
{
  g_autoptr (GPtrArray) all =
      ledger_table_list_records (ledger_document_get_table (document, "evidence_link"));
  GPtrArray *links = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (ledger_record_get_text (all->pdata[i], LEDGER_EVIDENCE_LINK_EVIDENCE),
                   evidence_id)
        == 0)
      g_ptr_array_add (links, all->pdata[i]);
  return links;
}

static gboolean
is_linked_in_edit (LedgerEdit *edit, const char *evidence_id)
{
  for (guint i = 0; i < ledger_edit_get_n_changes (edit); i++)
    {
      const LedgerChange *change = ledger_edit_get_change (edit, i);
      if (g_str_equal (change->type, "evidence_link") && g_str_equal (change->field, "evidence")
          && g_strcmp0 (ledger_value_get_text (change->value), evidence_id) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
put_link (LedgerDocument *document,
          LedgerEdit *edit,
          const char *evidence_id,
          const char *measure_id,
          gboolean shared)
{
  g_autofree char *id = link_id (measure_id, evidence_id);

  ledger_gesture_revive (document, edit, "evidence_link", id);
  ledger_edit_set_text (edit, "evidence_link", id, "measure", measure_id);
  ledger_edit_set_text (edit, "evidence_link", id, "evidence", evidence_id);
  if (shared)
    ledger_edit_set_integer (edit, "evidence_link", id, "shared", 1);
}

/* --- numbers: given once, at the first link, the deleted counted (LOG 9) --- */

static gboolean
give_number (LedgerDocument *document,
             LedgerEdit *edit,
             const char *evidence_id,
             LedgerRecord *issue,
             GError **error)
{
  static const char *const types[] = { "evidence", NULL };
  const char *number = ledger_record_get_text (issue, LEDGER_ISSUE_NUMBER);
  g_autofree char *prefix = g_strconcat (number != NULL ? number : "0", "-", NULL);
  gint64 next = ledger_gesture_next_number (document, types, prefix, error);

  if (next == 0)
    return FALSE;
  /* Some were given a moment ago by the same edit. */
  next = MAX (next, ledger_gesture_largest_in_edit (edit, types, prefix) + 1);
  g_autofree char *given = g_strdup_printf ("%s%02" G_GINT64_FORMAT, prefix, next);
  ledger_edit_set_text (edit, "evidence", evidence_id, "number", given);
  return TRUE;
}

static LedgerRecord *
issue_of_measure (LedgerDocument *document, const char *measure_id, GError **error)
{
  LedgerRecord *measure = ledger_gesture_need (document, "measure", measure_id, error);
  if (measure == NULL)
    return NULL;
  return ledger_gesture_need (document, "issue", ledger_record_get_parent_id (measure), error);
}

/* --- adding --- */

/* Behind what the same edit brought a moment ago: a pile keeps the order in which it was chosen. */
static char *
dup_rank (LedgerDocument *document, LedgerEdit *edit, const char *issue_id)
{
  for (guint i = ledger_edit_get_n_changes (edit); i-- > 0;)
    {
      const LedgerChange *change = ledger_edit_get_change (edit, i);
      const LedgerValue *issue =
          g_str_equal (change->type, "evidence") && g_str_equal (change->field, "rank")
              ? ledger_gesture_peek (edit, "evidence", change->id, "issue")
              : NULL;
      char *rank = NULL;
      if (issue != NULL && g_strcmp0 (ledger_value_get_text (issue), issue_id) == 0)
        rank = ledger_rank_between (ledger_value_get_text (change->value), NULL);
      if (rank != NULL)
        return rank;
    }
  return ledger_gesture_dup_last_rank (document, "evidence", issue_id);
}

static void
put_evidence (LedgerDocument *document,
              LedgerEdit *edit,
              const char *id,
              const char *issue_id,
              const LedgerEvidenceValues *values)
{
  g_autoptr (LedgerValue) digest = ledger_value_new_bytes (values->digest, LEDGER_DIGEST_SIZE);
  g_autofree char *rank = dup_rank (document, edit, issue_id);

  ledger_edit_set_text (edit, "evidence", id, "issue", issue_id);
  ledger_edit_set (edit, "evidence", id, "digest", digest);
  ledger_edit_set_integer (edit, "evidence", id, "size", (gint64)values->size);
  ledger_gesture_put (edit, "evidence", id, "file_name", values->file_name);
  ledger_gesture_put (edit, "evidence", id, "media_type", values->media_type);
  ledger_gesture_put (edit, "evidence", id, "verdict", values->verdict);
  ledger_edit_set_integer (edit, "evidence", id, "pages", values->pages);
  ledger_gesture_put_today (document, edit, "evidence", id, "added_on");
  ledger_gesture_put (edit, "evidence", id, "added_by", ledger_document_get_actor_name (document));
  ledger_gesture_put (edit, "evidence", id, "rank", rank);
}

/* After each evidence: one by its number, several by their count. */
static void
title_evidence (LedgerDocument *document, LedgerEdit *edit, const char *id)
{
  guint n = 0;

  for (guint i = 0; i < ledger_edit_get_n_changes (edit); i++)
    n += g_str_equal (ledger_edit_get_change (edit, i)->field, "digest");
  const LedgerValue *number = ledger_gesture_peek (edit, "evidence", id, "number");
  const LedgerValue *name = ledger_gesture_peek (edit, "evidence", id, "file_name");
  g_autofree char *label = NULL;
  if (number != NULL)
    label = g_strdup (ledger_value_get_text (number));
  else if (name != NULL)
    label = g_strdup (ledger_value_get_text (name));
  else
    label = ledger_document_dup_label (document, "evidence", id);
  g_autofree char *title =
      n > 1 ? g_strdup_printf (
          ngettext ("Add %u piece of evidence", "Add %u pieces of evidence", n), n)
            : g_strdup_printf (_ ("Add evidence %s"), label != NULL ? label : "");
  ledger_edit_set_title (edit, title);
}

/* The same bytes again: a link at most. */
static gboolean
link_same (LedgerDocument *document,
           LedgerEdit *edit,
           const char *evidence_id,
           const char *measure_id,
           GError **error)
{
  if (measure_id == NULL)
    return TRUE;
  if (ledger_document_lookup (document, "evidence", evidence_id) != NULL)
    return ledger_gesture_add_filing (document, edit, evidence_id, measure_id, TRUE, error);

  g_autofree char *id = link_id (measure_id, evidence_id);
  if (ledger_gesture_peek (edit, "evidence_link", id, "measure") == NULL)
    put_link (document, edit, evidence_id, measure_id, is_linked_in_edit (edit, evidence_id));
  return TRUE;
}

gboolean
ledger_gesture_add_evidence (LedgerDocument *document,
                             LedgerEdit *edit,
                             const char *issue_id,
                             const char *measure_id,
                             const LedgerEvidenceValues *values,
                             char **id,
                             GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (edit != NULL && values != NULL && values->digest != NULL, FALSE);

  LedgerRecord *issue = measure_id != NULL
                            ? issue_of_measure (document, measure_id, error)
                            : ledger_gesture_need (document, "issue", issue_id, error);
  if (issue == NULL)
    return FALSE;

  LedgerRecord *same = ledger_gesture_find_same (document, values->digest);
  const char *known =
      same != NULL ? ledger_record_get_id (same) : find_same_in_edit (edit, values->digest);
  g_autofree char *made = known != NULL ? g_strdup (known) : ledger_id_new_random ();
  if (known != NULL && !link_same (document, edit, known, measure_id, error))
    return FALSE;
  if (known == NULL)
    {
      if (measure_id != NULL && !give_number (document, edit, made, issue, error))
        return FALSE;
      put_evidence (document, edit, made, ledger_record_get_id (issue), values);
      if (measure_id != NULL)
        put_link (document, edit, made, measure_id, FALSE);
    }
  title_evidence (document, edit, made);
  if (id != NULL)
    *id = g_steal_pointer (&made);
  return TRUE;
}

/* --- filing --- */

static gboolean
number_if_first (LedgerDocument *document,
                 LedgerEdit *edit,
                 LedgerRecord *evidence,
                 LedgerRecord *issue,
                 GError **error)
{
  const char *id = ledger_record_get_id (evidence);

  if (ledger_record_get_text (evidence, LEDGER_EVIDENCE_NUMBER) != NULL
      || ledger_gesture_peek (edit, "evidence", id, "number") != NULL)
    return TRUE;
  return give_number (document, edit, id, issue, error);
}

gboolean
ledger_gesture_add_filing (LedgerDocument *document,
                           LedgerEdit *edit,
                           const char *evidence_id,
                           const char *measure_id,
                           gboolean shared,
                           GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  LedgerRecord *evidence = ledger_gesture_need (document, "evidence", evidence_id, error);
  if (evidence == NULL)
    return FALSE;
  LedgerRecord *issue = issue_of_measure (document, measure_id, error);
  if (issue == NULL || !number_if_first (document, edit, evidence, issue, error))
    return FALSE;

  g_autoptr (GPtrArray) links = list_links (document, evidence_id);
  g_autofree char *target = link_id (measure_id, evidence_id);
  gboolean elsewhere = FALSE;
  for (guint i = 0; i < links->len; i++)
    {
      const char *id = ledger_record_get_id (links->pdata[i]);
      if (g_str_equal (id, target))
        continue;
      elsewhere = TRUE;
      if (!shared)
        ledger_edit_delete (edit, "evidence_link", id);
    }
  /* Moved as a whole it belongs to where it is now; what is shared stays where it came from. */
  if (!shared || links->len == 0)
    ledger_edit_set_text (edit, "evidence", evidence_id, "issue", ledger_record_get_id (issue));
  if (ledger_document_lookup (document, "evidence_link", target) == NULL)
    put_link (document, edit, evidence_id, measure_id, shared && elsewhere);
  return TRUE;
}

static char *
dup_evidence_label (LedgerDocument *document, LedgerEdit *edit, const char *id)
{
  const LedgerValue *number = ledger_gesture_peek (edit, "evidence", id, "number");
  return number != NULL ? g_strdup (ledger_value_get_text (number))
                        : ledger_document_dup_label (document, "evidence", id);
}

LedgerEdit *
ledger_gesture_file_evidence (LedgerDocument *document,
                              const char *evidence_id,
                              const char *measure_id,
                              gboolean shared,
                              GError **error)
{
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, NULL);

  if (!ledger_gesture_add_filing (document, edit, evidence_id, measure_id, shared, error))
    return NULL;
  g_autofree char *label = dup_evidence_label (document, edit, evidence_id);
  g_autofree char *measure = ledger_document_dup_label (document, "measure", measure_id);
  /* Translators: number of the evidence, label of the measure */
  g_autofree char *title = g_strdup_printf (_ ("File evidence %s to %s"), label, measure);
  ledger_edit_set_title (edit, title);
  return g_steal_pointer (&edit);
}

LedgerEdit *
ledger_gesture_unlink_evidence (LedgerDocument *document,
                                const char *evidence_id,
                                const char *measure_id,
                                GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);

  g_autofree char *id = link_id (measure_id, evidence_id);
  if (ledger_gesture_need (document, "evidence_link", id, error) == NULL)
    return NULL;
  g_autofree char *label = ledger_document_dup_label (document, "evidence", evidence_id);
  g_autofree char *measure = ledger_document_dup_label (document, "measure", measure_id);
  /* Translators: number of the evidence, label of the measure */
  g_autofree char *title = g_strdup_printf (_ ("Take evidence %s out of %s"), label, measure);
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, title);
  ledger_edit_delete (edit, "evidence_link", id);
  return g_steal_pointer (&edit);
}
