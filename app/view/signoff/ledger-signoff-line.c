/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-line.h"

#include <glib/gi18n-lib.h>

#include "ledger-approval-status.h"
#include "ledger-approval.h"
#include "ledger-gesture.h"
#include "ledger-kept-file.h"
#include "ledger-light-label.h"
#include "ledger-scan-keeping.h"
#include "ledger-scan-window.h"
#include "ledger-signed-paper.h"
#include "ledger-toolkit.h"

struct _LedgerSignoffLine
{
  GtkWidget parent_instance;

  LedgerSession *session;
  char *signoff_id;
  GtkWidget *head;
  GtkWidget *words;
  GtkWidget *status;
  GtkWidget *rest;
  GtkWidget *scans;
  GtkWidget *scan;
  GtkWidget *scan_name;
  GtkWidget *remove_scan;
  GtkWidget *add_scan;
  GtkWidget *differences;
};

G_DEFINE_FINAL_TYPE (LedgerSignoffLine, ledger_signoff_line, GTK_TYPE_WIDGET)

static const struct
{
  const char *symbol;
  LedgerTint tint;
} looks[] = {
  [LEDGER_APPROVAL_VALID] = { "✓", LEDGER_TINT_DONE },
  [LEDGER_APPROVAL_CHANGED] = { "◆", LEDGER_TINT_NEAR },
  [LEDGER_APPROVAL_CONFLICTED] = { "◆", LEDGER_TINT_NEAR },
  [LEDGER_APPROVAL_ENDED] = { NULL, LEDGER_TINT_NONE },
  [LEDGER_APPROVAL_DAMAGED] = { "▲", LEDGER_TINT_LATE },
};

/* --- in words --- */

/* “整改时限：签时3月5日，现3月20日” */
static char *
describe_difference (const LedgerDifference *difference)
{
  if (difference->signed_value == NULL)
    return g_strdup_printf (_ ("%s: added since, now %s"),
                            difference->field,
                            difference->present_value ? difference->present_value : "—");
  if (difference->present_value == NULL)
    return g_strdup_printf (
        _ ("%s: signed as %s, now gone"), difference->field, difference->signed_value);
  return g_strdup_printf (_ ("%s: signed as %s, now %s"),
                          difference->field,
                          difference->signed_value,
                          difference->present_value);
}

/* Opinion, and on which PC it was signed or entered, as far as they are there; NULL: neither. */
static char *
describe_rest (const LedgerSignoffText *text)
{
  g_autoptr (GString) rest = g_string_new (NULL);

  if (text->opinion != NULL && *text->opinion != '\0')
    g_string_append_printf (rest, _ ("“%s”"), text->opinion);
  if (text->computer != NULL && *text->computer != '\0')
    {
      if (rest->len > 0)
        g_string_append (rest, C_ ("between opinion and computer", " "));
      g_string_append_printf (
          rest, text->paper ? _ ("Entered on %s") : _ ("Made on %s"), text->computer);
    }
  return rest->len > 0 ? g_string_free (g_steal_pointer (&rest), FALSE) : NULL;
}

/* --- the parts --- */

static void
show_words (LedgerSignoffLine *self, LedgerDocument *document, LedgerApprovalStatus status)
{
  g_autofree char *words = ledger_approval_describe (document, self->signoff_id);

  gtk_label_set_text (GTK_LABEL (self->words),
                      words != NULL ? words : _ ("A sign-off that cannot be read"));
  if (status == LEDGER_APPROVAL_ENDED)
    gtk_widget_add_css_class (self->words, "dim-label");
  ledger_light_label_set_chip (LEDGER_LIGHT_LABEL (self->status),
                               looks[status].symbol,
                               ledger_approval_status_get_name (status),
                               looks[status].tint);
}

static void
show_rest (LedgerSignoffLine *self, const LedgerSignoffText *text)
{
  g_autofree char *rest = text != NULL ? describe_rest (text) : NULL;

  gtk_label_set_text (GTK_LABEL (self->rest), rest != NULL ? rest : "");
  gtk_widget_set_visible (self->rest, rest != NULL);
}

/* What keeps the scan: the sign-off itself, or what was brought to it later; NULL: nothing. */
static LedgerRecord *
find_scan (LedgerSignoffLine *self)
{
  LedgerDocument *document = ledger_session_get_document (self->session);
  LedgerRecord *own = ledger_kept_file_find (document, self->signoff_id);

  return own != NULL ? own : ledger_signed_paper_find (document, self->signoff_id);
}

/* What was brought later may be taken away again; nothing is ever taken from a sign-off. */
static void
show_scan (LedgerSignoffLine *self)
{
  LedgerDocument *document = ledger_session_get_document (self->session);
  LedgerRecord *kept = find_scan (self);
  const gboolean writable = !ledger_document_is_read_only (document);
  const char *name = kept != NULL ? ledger_kept_file_get_file_name (kept) : NULL;
  g_autofree char *words = g_strdup_printf (_ ("See the scan %s"), name != NULL ? name : "");

  gtk_label_set_text (GTK_LABEL (self->scan_name), words);
  gtk_widget_set_visible (self->scan, kept != NULL);
  gtk_widget_set_visible (self->remove_scan, writable && LEDGER_IS_SIGNED_PAPER (kept));
  gtk_widget_set_visible (self->add_scan,
                          writable && ledger_approval_lacks_scan (document, self->signoff_id));
}

static void
add_difference (LedgerSignoffLine *self, const LedgerDifference *difference)
{
  g_autofree char *words = describe_difference (difference);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (self->differences), label);
}

static void
on_scan (LedgerSignoffLine *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  LedgerRecord *kept = find_scan (self);

  if (GTK_IS_WINDOW (root) && kept != NULL)
    ledger_scan_window_present (GTK_WINDOW (root), self->session, ledger_record_get_id (kept));
}

static void
on_remove_scan (LedgerSignoffLine *self)
{
  LedgerDocument *document = ledger_session_get_document (self->session);
  LedgerRecord *kept = find_scan (self);
  const char *const ids[] = { kept != NULL ? ledger_record_get_id (kept) : NULL, NULL };
  g_autoptr (GError) error = NULL;

  if (!LEDGER_IS_SIGNED_PAPER (kept))
    return;
  ledger_session_commit (
      self->session,
      ledger_gesture_delete (document, ledger_signed_paper_record_type.name, ids, &error),
      &error,
      _ ("The scan was removed"),
      NULL,
      NULL);
}

/* --- a scan that comes later --- */

/* The line may be gone before the scan is kept. */
typedef struct
{
  LedgerSession *session;
  char *signoff_id;
} Bringing;

static void
bringing_free (Bringing *bringing)
{
  g_object_unref (bringing->session);
  g_free (bringing->signoff_id);
  g_free (bringing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Bringing, bringing_free)

static void
on_scan_kept (const LedgerStagedFile *scan, gpointer data)
{
  g_autoptr (Bringing) bringing = data;
  g_autoptr (GError) error = NULL;
  LedgerPaperSignoff paper = { 0 };

  if (scan->error != NULL)
    {
      ledger_session_toast (bringing->session, scan->error, NULL, NULL, NULL);
      return;
    }
  paper.scan = scan->blob.digest;
  paper.scan_name = scan->name;
  paper.scan_pages = scan->pages;
  paper.scan_verdict = scan->verdict;
  ledger_session_commit (
      bringing->session,
      ledger_approval_add_scan (
          ledger_session_get_document (bringing->session), bringing->signoff_id, &paper, &error),
      &error,
      _ ("The scan was added to the paper sign-off"),
      NULL,
      NULL);
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  Bringing *bringing = data;

  if (file != NULL)
    ledger_scan_keeping_start (bringing->session, file, on_scan_kept, bringing);
  else
    bringing_free (bringing);
}

static void
on_add_scan (LedgerSignoffLine *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  Bringing *bringing = g_new0 (Bringing, 1);

  bringing->session = g_object_ref (self->session);
  bringing->signoff_id = g_strdup (self->signoff_id);
  ledger_toolkit_choose_file (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                              _ ("Scan of the signed paper"),
                              _ ("_Choose"),
                              LEDGER_FILES_ANY,
                              on_file_chosen,
                              bringing);
}

/* --- life --- */

static void
ledger_signoff_line_dispose (GObject *object)
{
  LedgerSignoffLine *self = LEDGER_SIGNOFF_LINE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_SIGNOFF_LINE);
  g_clear_object (&self->session);
  g_clear_pointer (&self->signoff_id, g_free);
  G_OBJECT_CLASS (ledger_signoff_line_parent_class)->dispose (object);
}

static void
ledger_signoff_line_class_init (LedgerSignoffLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_signoff_line_dispose;
  g_type_ensure (LEDGER_TYPE_LIGHT_LABEL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/signoff/ledger-signoff-line.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffLine, head);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffLine, words);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffLine, status);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffLine, rest);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffLine, scans);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffLine, scan);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffLine, scan_name);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffLine, remove_scan);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffLine, add_scan);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffLine, differences);
  gtk_widget_class_bind_template_callback (widget_class, on_scan);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_scan);
  gtk_widget_class_bind_template_callback (widget_class, on_add_scan);
}

static void
ledger_signoff_line_init (LedgerSignoffLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ledger_signoff_line_new (LedgerSession *session, LedgerSignoff *signoff)
{
  LedgerSignoffLine *self = g_object_new (LEDGER_TYPE_SIGNOFF_LINE, NULL);
  LedgerDocument *document = ledger_session_get_document (session);
  g_autoptr (GPtrArray) differences = NULL;
  LedgerApprovalStatus status;

  self->session = g_object_ref (session);
  self->signoff_id = g_strdup (ledger_record_get_id (LEDGER_RECORD (signoff)));
  status = ledger_approval_get_status (document, self->signoff_id, &differences);
  show_words (self, document, status);
  show_rest (self, ledger_signoff_get_header (signoff));
  show_scan (self);
  for (guint i = 0; differences != NULL && i < differences->len; i++)
    add_difference (self, differences->pdata[i]);
  gtk_widget_set_visible (self->differences, differences != NULL && differences->len > 0);
  return GTK_WIDGET (self);
}
