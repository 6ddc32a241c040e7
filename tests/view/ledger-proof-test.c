/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-proof-test.h"

#include "ledger-evidence-import.h"
#include "ledger-gesture.h"
#include "ledger-issue-proof.h"

char *
ledger_proof_test_find_issue (LedgerDocument *document, guint n_measures)
{
  LedgerTable *issues = ledger_document_get_table (document, "issue");

  for (guint i = 0; i < ledger_table_get_n_records (issues); i++)
    {
      const char *id = ledger_record_get_id (ledger_table_get_record (issues, i));

      if (ledger_document_get_children (document, "measure", id)->len >= n_measures)
        return g_strdup (id);
    }
  g_assert_not_reached ();
}

const char *
ledger_proof_test_get_measure (LedgerDocument *document, const char *issue_id, guint place)
{
  LedgerRecord *measure = ledger_issue_proof_get_measure (document, issue_id, place);

  g_assert_nonnull (measure);
  return ledger_record_get_id (measure);
}

void
ledger_proof_test_add_measures (LedgerDocument *document, const char *issue_id, guint n_measures)
{
  while (ledger_document_get_children (document, "measure", issue_id)->len < n_measures)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *id = NULL;
      g_autoptr (LedgerEdit) edit =
          ledger_gesture_add_measure (document, issue_id, "开展专题研讨", &id, &error);

      g_assert_no_error (error);
      ledger_document_commit (document, edit, NULL, &error);
      g_assert_no_error (error);
    }
}

void
ledger_proof_test_attach_paths (LedgerDocument *document,
                                const char *issue_id,
                                guint place,
                                const char *const *paths)
{
  g_autoptr (GError) error = NULL;
  const char *measure =
      place > 0 ? ledger_proof_test_get_measure (document, issue_id, place) : NULL;
  g_autoptr (GPtrArray) attached =
      ledger_evidence_import_files (document, issue_id, measure, paths, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (attached->len, ==, g_strv_length ((char **)paths));
  g_ptr_array_set_free_func (attached, (GDestroyNotify)ledger_attached_free);
}

void
ledger_proof_test_attach (LedgerDocument *document,
                          const char *issue_id,
                          guint place,
                          const char *const *names)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", names[i], NULL);

      g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  ledger_proof_test_attach_paths (document, issue_id, place, (const char *const *)paths);
}

/* --- a PDF by hand: the catalogue, a font, then a page and its content in turn --- */

static void
begin_object (GString *pdf, GArray *offsets)
{
  g_array_append_val (offsets, pdf->len);
  g_string_append_printf (pdf, "%u 0 obj\n", offsets->len);
}

static void
append_page (GString *pdf, GArray *offsets, const char *name, guint page)
{
  g_autofree char *text =
      g_strdup_printf ("BT /F1 40 Tf 72 700 Td (%s page %u) Tj ET", name, page + 1);

  begin_object (pdf, offsets);
  g_string_append_printf (pdf,
                          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %u 0 R"
                          "/Resources<</Font<</F1 3 0 R>>>>>>\nendobj\n",
                          offsets->len + 1);
  begin_object (pdf, offsets);
  g_string_append_printf (
      pdf, "<</Length %zu>>stream\n%s\nendstream\nendobj\n", strlen (text), text);
}

static void
append_end (GString *pdf, GArray *offsets)
{
  const gsize start = pdf->len;

  g_string_append_printf (pdf, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
  for (guint i = 0; i < offsets->len; i++)
    g_string_append_printf (pdf, "%010zu 00000 n \n", g_array_index (offsets, gsize, i));
  g_string_append_printf (
      pdf, "trailer<</Size %u/Root 1 0 R>>\nstartxref\n%zu\n%%%%EOF\n", offsets->len + 1, start);
}

char *
ledger_proof_test_write_pdf (const char *folder, const char *name, guint n_pages)
{
  g_autoptr (GString) pdf = g_string_new ("%PDF-1.4\n");
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  begin_object (pdf, offsets);
  g_string_append (pdf, "<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
  begin_object (pdf, offsets);
  g_string_append (pdf, "<</Type/Pages/Kids[");
  for (guint i = 0; i < n_pages; i++)
    g_string_append_printf (pdf, "%u 0 R ", 4 + 2 * i);
  g_string_append_printf (pdf, "]/Count %u>>\nendobj\n", n_pages);
  begin_object (pdf, offsets);
  g_string_append (pdf, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n");
  for (guint i = 0; i < n_pages; i++)
    append_page (pdf, offsets, name, i);
  append_end (pdf, offsets);
  g_file_set_contents (path, pdf->str, (gssize)pdf->len, &error);
  g_assert_no_error (error);
  return path;
}

/* --- a window on an issue --- */

void
ledger_proof_scene_open (LedgerViewTest *test,
                         LedgerProofScene *scene,
                         guint n_measures,
                         const char *const *names)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "proof.zgl");
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) script = ledger_document_open (path, LEDGER_DOCUMENT_SCRIPT, &error);

  g_assert_no_error (error);
  scene->issue = ledger_proof_test_find_issue (script, 1);
  ledger_proof_test_add_measures (script, scene->issue, n_measures);
  if (names != NULL)
    ledger_proof_test_attach (script, scene->issue, 1, names);
  ledger_document_close (script);
  scene->window = ledger_view_test_open_window (test, path);
  scene->document = ledger_window_get_document (scene->window);
  scene->session = ledger_window_get_session (scene->window);
  ledger_session_open_issue (scene->session, scene->issue);
  ledger_view_test_settle ();
}

void
ledger_proof_scene_close (LedgerProofScene *scene)
{
  ledger_view_test_close (GTK_WINDOW (scene->window));
  g_free (scene->issue);
}

GtkWidget *
ledger_proof_scene_find (LedgerProofScene *scene, GType type, const char *words)
{
  return ledger_view_test_find (GTK_WIDGET (scene->window), type, words);
}
