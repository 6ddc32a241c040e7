/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-gesture-private.h"

#include "ledger-error.h"
#include "ledger-measure.h"
#include "ledger-rank.h"

#include <glib/gi18n-lib.h>

/* The measures of an issue without the one that is moved. */
static GPtrArray *
list_others (const GPtrArray *siblings, LedgerRecord *measure)
{
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; i < siblings->len; i++)
    if (siblings->pdata[i] != measure)
      g_ptr_array_add (others, siblings->pdata[i]);
  return others;
}

/* The rank between the neighbours at place TO, or NULL where nothing fits or one of them has none.
 */
static char *
rank_for_place (const GPtrArray *others, guint to)
{
  const char *before =
      to > 0 ? ledger_record_get_text (others->pdata[to - 1], LEDGER_MEASURE_RANK) : NULL;
  const char *after =
      to < others->len ? ledger_record_get_text (others->pdata[to], LEDGER_MEASURE_RANK) : NULL;

  if ((before == NULL && to > 0) || (after == NULL && to < others->len))
    return NULL;
  return ledger_rank_between (before, after);
}

/* The whole list anew, as it will stand: where nothing fits between two neighbours (LOG 10). */
static void
rank_anew (LedgerEdit *edit, const GPtrArray *others, const char *measure_id, guint to)
{
  g_auto (GStrv) ranks = ledger_rank_spread (others->len + 1);

  ledger_edit_set_text (edit, "measure", measure_id, "rank", ranks[to]);
  for (guint i = 0; i < others->len; i++)
    ledger_edit_set_text (edit,
                          "measure",
                          ledger_record_get_id (others->pdata[i]),
                          "rank",
                          ranks[i < to ? i : i + 1]);
}

LedgerEdit *
ledger_gesture_place_measure (LedgerDocument *document,
                              const char *measure_id,
                              guint place,
                              GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (place > 0, NULL);

  LedgerRecord *measure = ledger_gesture_need (document, "measure", measure_id, error);
  if (measure == NULL)
    return NULL;
  g_autoptr (GPtrArray) others = list_others (
      ledger_document_get_children (document, "measure", ledger_record_get_parent_id (measure)),
      measure);
  const guint to = MIN (place - 1, others->len);
  g_autofree char *label = ledger_document_dup_label (document, "measure", measure_id);
  g_autofree char *title = g_strdup_printf (_ ("Move %s to place %u"), label, to + 1);
  g_autofree char *rank = rank_for_place (others, to);
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, title);
  if (rank != NULL)
    ledger_edit_set_text (edit, "measure", measure_id, "rank", rank);
  else
    rank_anew (edit, others, measure_id, to);
  return g_steal_pointer (&edit);
}

LedgerEdit *
ledger_gesture_move_measure (LedgerDocument *document,
                             const char *measure_id,
                             int delta,
                             GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (delta == -1 || delta == 1, NULL);

  LedgerRecord *measure = ledger_gesture_need (document, "measure", measure_id, error);
  if (measure == NULL)
    return NULL;
  const GPtrArray *siblings =
      ledger_document_get_children (document, "measure", ledger_record_get_parent_id (measure));
  guint from = ledger_document_get_measure_place (document, measure_id);
  if ((delta < 0 && from == 1) || (delta > 0 && from >= siblings->len))
    {
      g_set_error_literal (error,
                           LEDGER_ERROR,
                           LEDGER_ERROR_INVALID,
                           delta < 0 ? _ ("This measure is the first already.")
                                     : _ ("This measure is the last already."));
      return NULL;
    }
  g_autofree char *label = ledger_document_dup_label (document, "measure", measure_id);
  g_autofree char *title =
      g_strdup_printf (delta < 0 ? _ ("Move %s up") : _ ("Move %s down"), label);
  LedgerEdit *edit =
      ledger_gesture_place_measure (document, measure_id, delta < 0 ? from - 1 : from + 1, error);
  if (edit != NULL)
    ledger_edit_set_title (edit, title);
  return edit;
}

LedgerEdit *
ledger_gesture_move_issues (LedgerDocument *document,
                            const char *const *issue_ids,
                            const char *heading_id,
                            GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (issue_ids != NULL && issue_ids[0] != NULL, NULL);

  if (ledger_gesture_need (document, "heading", heading_id, error) == NULL)
    return NULL;
  LedgerEdit *edit =
      ledger_gesture_set_many (document, "issue", issue_ids, "heading", heading_id, error);
  if (edit == NULL)
    return NULL;
  guint n = g_strv_length ((char **)issue_ids);
  g_autofree char *heading = ledger_document_dup_label (document, "heading", heading_id);
  g_autofree char *issue =
      n == 1 ? ledger_document_dup_label (document, "issue", issue_ids[0]) : NULL;
  g_autofree char *title =
      n == 1 ? g_strdup_printf (_ ("Move %s to heading %s"), issue, heading)
             : g_strdup_printf (
                 ngettext ("Move %u problem to heading %s", "Move %u problems to heading %s", n),
                 n,
                 heading);
  ledger_edit_set_title (edit, title);
  return edit;
}
