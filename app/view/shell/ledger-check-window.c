/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "ledger-check-window.h"

#include <glib/gi18n-lib.h>

#include "ledger-damage-words.h"
#include "ledger-digest.h"
#include "ledger-gesture.h"
#include "ledger-issue-proof.h"

struct _LedgerCheckWindow
{
  AdwWindow parent_instance;

  LedgerSession *session;
  GtkWidget *title;
  GtkWidget *list;
  GString *text; /* all of it, to be copied */
};

G_DEFINE_FINAL_TYPE (LedgerCheckWindow, ledger_check_window, ADW_TYPE_WINDOW)

/* --- one fault --- */

/* Where it is, in the office's words; the store says it in stable ones. */
static const char *
get_place (const LedgerDamage *damage)
{
  if (g_str_equal (damage->place, "evidence"))
    return _ ("Evidence");
  if (g_str_equal (damage->place, "reading"))
    return _ ("Tables");
  if (g_str_equal (damage->place, "page"))
    return _ ("File");
  return _ ("Log of changes");
}

/* NULL: the sentence itself says it. */
static const char *
get_advice (const LedgerDamage *damage, gboolean open)
{
  if (g_str_equal (damage->place, "evidence"))
    return NULL;
  if (g_str_equal (damage->place, "reading"))
    return _ ("The log of changes is whole: close the ledger and open it again, and the tables are "
              "made anew from it.");
  if (g_str_equal (damage->place, "page"))
    return _ ("Copy the file to another disk first, then restore from the latest backup.");
  if (!open)
    return _ ("Restore from the latest backup.");
  return _ ("Restore from the latest backup. What was entered since then can be read here and "
            "entered again.");
}

static LedgerRecord *
find_evidence (LedgerCheckWindow *self, const LedgerDamage *damage)
{
  guint8 digest[LEDGER_DIGEST_SIZE];

  if (damage->digest == NULL || !ledger_hex_decode (damage->digest, digest, sizeof digest))
    return NULL;
  return ledger_gesture_find_same (ledger_session_get_document (self->session), digest);
}

static void
on_show (LedgerCheckWindow *self, GtkWidget *button)
{
  LedgerSession *session = self->session;
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "evidence"));

  g_object_ref (session);
  gtk_window_destroy (GTK_WINDOW (self));
  ledger_session_open_evidence (session, id);
  g_object_unref (session);
}

static void
add_show (LedgerCheckWindow *self, GtkWidget *row, LedgerRecord *evidence)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Show"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (
      G_OBJECT (button), "evidence", g_strdup (ledger_record_get_id (evidence)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_show), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* What is wrong, what to do about it, and where that is in the file. */
static char *
dup_words (LedgerDocument *document, const LedgerDamage *damage)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *sentence = ledger_damage_words_describe (document, damage);
  g_autofree char *row = ledger_damage_words_dup_row (damage);
  const char *advice = get_advice (damage, document != NULL);

  g_string_append (words, sentence);
  if (advice != NULL)
    g_string_append_printf (words, "\n%s", advice);
  if (row != NULL)
    g_string_append_printf (words, "\n%s", row);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
add_row (LedgerCheckWindow *self, const LedgerDamage *damage)
{
  LedgerDocument *document = ledger_session_get_document (self->session);
  LedgerRecord *evidence = document != NULL ? find_evidence (self, damage) : NULL;
  g_autofree char *label =
      evidence != NULL ? ledger_issue_proof_dup_label (document, evidence) : NULL;
  const char *place = label != NULL ? label : get_place (damage);
  g_autofree char *words = dup_words (document, damage);
  GtkWidget *row = adw_action_row_new ();

  /* Titles and sentences carry names of files and fields, not markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), place);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  if (evidence != NULL)
    add_show (self, row, evidence);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  g_string_append_printf (self->text, "%s\n%s\n", place, words);
}

/* --- the window --- */

static void
on_copy (LedgerCheckWindow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text->str);
}

static void
on_restore (LedgerCheckWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  g_object_ref (parent);
  gtk_window_destroy (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (parent), "damage.restore", NULL);
  g_object_unref (parent);
}

static void
ledger_check_window_dispose (GObject *object)
{
  g_clear_object (&LEDGER_CHECK_WINDOW (object)->session);
  G_OBJECT_CLASS (ledger_check_window_parent_class)->dispose (object);
}

static void
ledger_check_window_finalize (GObject *object)
{
  g_string_free (LEDGER_CHECK_WINDOW (object)->text, TRUE);
  G_OBJECT_CLASS (ledger_check_window_parent_class)->finalize (object);
}

static void
ledger_check_window_class_init (LedgerCheckWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_check_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ledger_check_window_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/shell/ledger-check-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerCheckWindow, title);
  gtk_widget_class_bind_template_child (widget_class, LedgerCheckWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_restore);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ledger_check_window_init (LedgerCheckWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->text = g_string_new (NULL);
}

void
ledger_check_window_present (GtkWindow *parent, LedgerSession *session, const GPtrArray *damages)
{
  LedgerCheckWindow *self =
      g_object_new (LEDGER_TYPE_CHECK_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  static const char *const classes[] = { "large-type", "high-contrast" };
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u fault", "%u faults", damages->len), damages->len);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (gtk_widget_has_css_class (GTK_WIDGET (parent), classes[i]))
      gtk_widget_add_css_class (GTK_WIDGET (self), classes[i]);
  self->session = g_object_ref (session);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), count);
  for (guint i = 0; i < damages->len; i++)
    add_row (self, damages->pdata[i]);
  gtk_window_present (GTK_WINDOW (self));
}
