/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence-actions.h"

#include <glib/gi18n-lib.h>

#include "ledger-evidence-form.h"
#include "ledger-evidence-reader.h"
#include "ledger-evidence.h"
#include "ledger-filing-popover.h"
#include "ledger-filing.h"
#include "ledger-gesture.h"
#include "ledger-issue-proof.h"
#include "ledger-measure.h"
#include "ledger-menu-entry.h"
#include "ledger-toolkit.h"

struct _LedgerEvidenceActions
{
  GObject parent_instance;

  GtkWidget *owner; /* borrowed */
  LedgerDocument *document;
  LedgerSession *session;
  GSimpleActionGroup *group;
  char *issue_id;
  GStrv ids;
};

G_DEFINE_FINAL_TYPE (LedgerEvidenceActions, ledger_evidence_actions, G_TYPE_OBJECT)

static guint
count (LedgerEvidenceActions *self)
{
  return g_strv_length (self->ids);
}

static LedgerEdit *
new_edit (LedgerEvidenceActions *self, const char *title)
{
  LedgerEdit *edit = ledger_edit_new (LEDGER_EDIT_PLAIN, title);

  ledger_edit_set_actor (edit,
                         ledger_document_get_actor_name (self->document),
                         ledger_document_get_desk (self->document));
  return edit;
}

/* --- filing --- */

/* Here "措施2" says enough; elsewhere the issue is named too. */
static char *
dup_measure_name (LedgerEvidenceActions *self, const char *measure_id)
{
  LedgerRecord *measure =
      ledger_document_lookup (self->document, ledger_measure_record_type.name, measure_id);

  if (measure == NULL || g_strcmp0 (ledger_record_get_parent_id (measure), self->issue_id) != 0)
    return ledger_document_dup_label (self->document, ledger_measure_record_type.name, measure_id);
  return g_strdup_printf (_ ("measure %u"),
                          ledger_document_get_measure_place (self->document, measure_id));
}

static char *
dup_filing_text (LedgerEvidenceActions *self, const char *measure_id, gboolean shared)
{
  const guint n = count (self);
  g_autofree char *name = dup_measure_name (self, measure_id);

  if (shared)
    return g_strdup_printf (
        g_dngettext (
            GETTEXT_PACKAGE, "%u file is shared with %s", "%u files are shared with %s", n),
        n,
        name);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u file was filed to %s", "%u files were filed to %s", n),
      n,
      name);
}

static void
file_to (LedgerEvidenceActions *self, const char *measure_id, gboolean shared)
{
  g_autofree char *text = dup_filing_text (self, measure_id, shared);
  g_autoptr (LedgerEdit) edit = new_edit (self, text);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; self->ids[i] != NULL; i++)
    if (!ledger_gesture_add_filing (self->document, edit, self->ids[i], measure_id, shared, &error))
      {
        ledger_session_show_error (self->session, error);
        return;
      }
  ledger_session_commit (self->session, g_steal_pointer (&edit), NULL, text, NULL, NULL);
}

gboolean
ledger_evidence_actions_file (LedgerEvidenceActions *self, guint place, gboolean shared)
{
  LedgerRecord *measure =
      self->issue_id != NULL
          ? ledger_issue_proof_get_measure (self->document, self->issue_id, place)
          : NULL;

  if (measure == NULL || count (self) == 0 || ledger_document_is_read_only (self->document))
    return FALSE;
  file_to (self, ledger_record_get_id (measure), shared);
  return TRUE;
}

/* Where the focus is in OWNER, so that one sees what is meant. */
static gboolean
get_focus_area (GtkWidget *owner, GdkRectangle *area)
{
  GtkRoot *root = gtk_widget_get_root (owner);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;

  if (focus == NULL || focus == owner || !gtk_widget_is_ancestor (focus, owner)
      || !gtk_widget_compute_bounds (focus, owner, &bounds))
    return FALSE;
  *area = (GdkRectangle){
    (int)bounds.origin.x, (int)bounds.origin.y, (int)bounds.size.width, (int)bounds.size.height
  };
  return TRUE;
}

static void
on_measure_chosen (LedgerFilingPopover *popover,
                   const char *measure_id,
                   gboolean shared,
                   LedgerEvidenceActions *self)
{
  file_to (self, measure_id, shared);
}

static void
do_refile (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerEvidenceActions *self = data;
  GdkRectangle area;
  const gboolean seen = get_focus_area (self->owner, &area);
  LedgerFilingPopover *popover = ledger_filing_popover_popup (
      self->owner, self->document, self->issue_id, seen ? &area : NULL);

  g_signal_connect_object (popover, "chosen", G_CALLBACK (on_measure_chosen), self, 0);
}

/* --- the others --- */

static void
do_view (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerEvidenceActions *self = data;

  ledger_session_open_evidence (self->session, self->ids[0]);
}

static void
do_edit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerEvidenceActions *self = data;

  ledger_evidence_form_popup (self->owner, self->document, self->session, self->ids[0]);
}

static void
do_delete (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerEvidenceActions *self = data;
  const guint n = count (self);
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit = ledger_gesture_delete (
      self->document, ledger_evidence_record_type.name, (const char *const *)self->ids, &error);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u file was removed", "%u files were removed", n), n);

  ledger_session_commit (self->session, edit, &error, text, NULL, NULL);
}

/* After a merge two files may bear one number; the one chosen gets the next that is free. */
static void
do_renumber (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerEvidenceActions *self = data;
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit = ledger_gesture_renumber (
      self->document, ledger_evidence_record_type.name, self->ids[0], &error);
  const char *toast = edit != NULL ? ledger_edit_get_title (edit) : NULL;

  ledger_session_commit (self->session, edit, &error, toast, NULL, NULL);
}

/* The measures of this issue that EVIDENCE is taken out of. */
static gboolean
add_unlinking (LedgerEvidenceActions *self, LedgerEdit *edit, const char *evidence_id)
{
  LedgerRecord *evidence =
      ledger_document_lookup (self->document, ledger_evidence_record_type.name, evidence_id);
  g_autoptr (GPtrArray) measures =
      evidence != NULL
          ? ledger_filing_list_measures (self->document, ledger_record_get_id (evidence))
          : NULL;

  for (guint i = 0; measures != NULL && i < measures->len; i++)
    {
      g_autoptr (LedgerEdit) one = NULL;

      if (g_strcmp0 (ledger_record_get_parent_id (measures->pdata[i]), self->issue_id) != 0)
        continue;
      one = ledger_gesture_unlink_evidence (
          self->document, evidence_id, ledger_record_get_id (measures->pdata[i]), NULL);
      for (guint j = 0; one != NULL && j < ledger_edit_get_n_changes (one); j++)
        {
          const LedgerChange *change = ledger_edit_get_change (one, j);

          ledger_edit_delete (edit, change->type, change->id);
        }
    }
  return ledger_edit_get_n_changes (edit) > 0;
}

static void
do_unlink (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerEvidenceActions *self = data;
  const guint n = count (self);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                        "%u file was taken out of its measure",
                                                        "%u files were taken out of their measures",
                                                        n),
                                           n);
  g_autoptr (LedgerEdit) edit = new_edit (self, text);

  for (guint i = 0; self->ids[i] != NULL; i++)
    add_unlinking (self, edit, self->ids[i]);
  if (ledger_edit_get_n_changes (edit) > 0)
    ledger_session_commit (self->session, g_steal_pointer (&edit), NULL, text, NULL, NULL);
}

/* --- 导出原件 --- */

typedef struct
{
  LedgerSession *session;
  LedgerDocument *document;
  LedgerEvidenceReader *reader;
  GStrv ids;
  guint waiting;
  guint done;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->session);
  g_object_unref (export->document);
  g_object_unref (export->reader);
  g_strfreev (export->ids);
  g_free (export);
}

static void
on_exported (GObject *reader, GAsyncResult *result, gpointer data)
{
  Export *export = data;
  g_autoptr (GError) error = NULL;

  if (ledger_evidence_reader_export_finish (LEDGER_EVIDENCE_READER (reader), result, &error))
    export->done++;
  else
    ledger_session_show_error (export->session, error);
  if (--export->waiting > 0)
    return;
  if (export->done > 0)
    {
      g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                            "%u original was exported",
                                                            "%u originals were exported",
                                                            export->done),
                                               export->done);

      ledger_session_toast (export->session, text, NULL, NULL, NULL);
    }
  export_free (export);
}

static void
export_one (Export *export, const char *id, GFile *target)
{
  export->waiting++;
  ledger_evidence_reader_export_async (export->reader, id, target, NULL, on_exported, export);
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  Export *export = data;

  if (file != NULL)
    export_one (export, export->ids[0], file);
  else
    export_free (export);
}

static void
on_folder_chosen (GFile *folder, gpointer data)
{
  Export *export = data;

  if (folder == NULL)
    {
      export_free (export);
      return;
    }
  for (guint i = 0; export->ids[i] != NULL; i++)
    {
      g_autofree char *name = ledger_evidence_reader_dup_name (export->document, export->ids[i]);
      g_autoptr (GFile) target = g_file_get_child (folder, name);

      export_one (export, export->ids[i], target);
    }
}

static void
do_export (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerEvidenceActions *self = data;
  GtkRoot *root = gtk_widget_get_root (self->owner);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
  Export *export = g_new0 (Export, 1);
  g_autofree char *name = ledger_evidence_reader_dup_name (self->document, self->ids[0]);

  export->session = g_object_ref (self->session);
  export->document = g_object_ref (self->document);
  export->reader = ledger_evidence_reader_new (self->document);
  export->ids = g_strdupv (self->ids);
  if (count (self) == 1)
    ledger_toolkit_choose_save (window,
                                _ ("Export original"),
                                _ ("_Export"),
                                LEDGER_FILES_ANY,
                                name,
                                on_file_chosen,
                                export);
  else
    ledger_toolkit_choose_folder (
        window, _ ("Export originals"), _ ("_Export"), on_folder_chosen, export);
}

/* --- menu --- */

GMenuModel *
ledger_evidence_actions_create_menu (LedgerEvidenceActions *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  g_menu_append (menu, _ ("View"), "evidence.view");
  g_menu_append (menu, _ ("File to another measure…"), "evidence.refile");
  g_menu_append (menu, _ ("Title and date…"), "evidence.edit");
  ledger_menu_entry_append_possible (menu, _ ("Give another number"), "evidence.renumber");
  g_menu_append (menu, _ ("Export original…"), "evidence.export");
  g_menu_append (last, _ ("Take out of this measure"), "evidence.unlink");
  g_menu_append (last, _ ("Delete"), "evidence.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  return G_MENU_MODEL (menu);
}

/* --- what is possible now --- */

static void
enable (LedgerEvidenceActions *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->group), name)), enabled);
}

static gboolean
is_any_filed (LedgerEvidenceActions *self)
{
  for (guint i = 0; self->ids[i] != NULL; i++)
    {
      LedgerRecord *evidence =
          ledger_document_lookup (self->document, ledger_evidence_record_type.name, self->ids[i]);

      if (evidence != NULL && !ledger_issue_proof_is_unfiled (self->document, evidence))
        return TRUE;
    }
  return FALSE;
}

static void
update (LedgerEvidenceActions *self)
{
  const guint n = count (self);
  const gboolean writable = !ledger_document_is_read_only (self->document);

  enable (self, "view", n == 1);
  enable (self, "export", n > 0);
  enable (self, "edit", n == 1 && writable);
  enable (self,
          "renumber",
          n == 1 && writable
              && ledger_document_shares_number (
                  self->document, ledger_evidence_record_type.name, self->ids[0]));
  enable (self, "refile", n > 0 && writable);
  enable (self, "delete", n > 0 && writable);
  enable (self, "unlink", writable && is_any_filed (self));
}

/* --- life --- */

static void
ledger_evidence_actions_dispose (GObject *object)
{
  LedgerEvidenceActions *self = LEDGER_EVIDENCE_ACTIONS (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->group);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ledger_evidence_actions_parent_class)->dispose (object);
}

static void
ledger_evidence_actions_finalize (GObject *object)
{
  LedgerEvidenceActions *self = LEDGER_EVIDENCE_ACTIONS (object);

  g_free (self->issue_id);
  g_strfreev (self->ids);
  G_OBJECT_CLASS (ledger_evidence_actions_parent_class)->finalize (object);
}

static void
ledger_evidence_actions_class_init (LedgerEvidenceActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_evidence_actions_dispose;
  G_OBJECT_CLASS (klass)->finalize = ledger_evidence_actions_finalize;
}

static void
ledger_evidence_actions_init (LedgerEvidenceActions *self)
{
  const GActionEntry entries[] = {
    { "view", do_view, NULL, NULL, NULL, { 0 } },
    { "refile", do_refile, NULL, NULL, NULL, { 0 } },
    { "edit", do_edit, NULL, NULL, NULL, { 0 } },
    { "renumber", do_renumber, NULL, NULL, NULL, { 0 } },
    { "export", do_export, NULL, NULL, NULL, { 0 } },
    { "unlink", do_unlink, NULL, NULL, NULL, { 0 } },
    { "delete", do_delete, NULL, NULL, NULL, { 0 } },
  };

  self->ids = g_new0 (char *, 1);
  self->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (
      G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries), self);
}

LedgerEvidenceActions *
ledger_evidence_actions_new (GtkWidget *owner, LedgerDocument *document, LedgerSession *session)
{
  LedgerEvidenceActions *self = g_object_new (LEDGER_TYPE_EVIDENCE_ACTIONS, NULL);

  self->owner = owner;
  self->document = g_object_ref (document);
  self->session = g_object_ref (session);
  g_signal_connect_swapped (document, "refreshed", G_CALLBACK (update), self);
  update (self);
  return self;
}

GActionGroup *
ledger_evidence_actions_get_group (LedgerEvidenceActions *self)
{
  return G_ACTION_GROUP (self->group);
}

void
ledger_evidence_actions_set_issue (LedgerEvidenceActions *self, const char *issue_id)
{
  g_free (self->issue_id);
  self->issue_id = g_strdup (issue_id);
}

void
ledger_evidence_actions_set_evidence (LedgerEvidenceActions *self, const char *const *evidence_ids)
{
  g_strfreev (self->ids);
  self->ids = evidence_ids != NULL ? g_strdupv ((char **)evidence_ids) : g_new0 (char *, 1);
  update (self);
}
