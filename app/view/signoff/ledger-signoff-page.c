/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-page.h"

#include <glib/gi18n-lib.h>

#include "ledger-approval-queue.h"
#include "ledger-empty.h"
#include "ledger-signoff-queue.h"
#include "ledger-signoff-sheet.h"
#include "ledger-signoff-withdrawal.h"
#include "ledger-signoff-words.h"
#include "ledger-signoff.h"

struct _LedgerSignoffPage
{
  LedgerPage parent_instance;

  GPtrArray *items; /* LedgerApprovalItem* */
  guint place;      /* of the issue shown among them */

  GtkWidget *stack;
  GtkWidget *empty;
  GtkWidget *sheet;
  GtkWidget *queue;
};

G_DEFINE_FINAL_TYPE (LedgerSignoffPage, ledger_signoff_page, LEDGER_TYPE_PAGE)

#define DOCUMENT(self) ledger_page_get_document (LEDGER_PAGE (self))
#define SESSION(self) ledger_page_get_session (LEDGER_PAGE (self))

/* --- the queue --- */

static void
show_item (LedgerSignoffPage *self)
{
  const LedgerApprovalItem *item = g_ptr_array_index (self->items, self->place);

  ledger_signoff_sheet_set_place (
      LEDGER_SIGNOFF_SHEET (self->sheet), self->place, self->items->len);
  ledger_signoff_sheet_set_issue (LEDGER_SIGNOFF_SHEET (self->sheet), item->issue_id);
  ledger_signoff_queue_select (LEDGER_SIGNOFF_QUEUE (self->queue), item->issue_id);
  ledger_page_enable_action (LEDGER_PAGE (self), "previous", self->place > 0);
  ledger_page_enable_action (LEDGER_PAGE (self), "next", self->place + 1 < self->items->len);
}

/* “上次签批：3月9日，1.1.1。” */
static char *
describe_last (LedgerSignoffPage *self)
{
  LedgerDocument *document = DOCUMENT (self);
  LedgerTable *signoffs = ledger_document_get_table (document, ledger_signoff_record_type.name);
  const char *person = ledger_session_get_person_id (SESSION (self));
  const LedgerSignoffText *last = NULL;
  LedgerRecord *issue;
  g_autofree char *day = NULL, *number = NULL;

  for (guint i = 0; i < ledger_table_get_n_records (signoffs); i++)
    {
      const LedgerSignoffText *text =
          ledger_signoff_get_header (LEDGER_SIGNOFF (ledger_table_get_record (signoffs, i)));

      if (text != NULL && person != NULL && g_strcmp0 (text->signer_id, person) == 0
          && (last == NULL || text->time > last->time))
        last = text;
    }
  issue = last != NULL ? ledger_document_lookup (document, "issue", last->issue_id) : NULL;
  if (issue == NULL)
    return NULL;
  number = ledger_document_dup_number (document, issue);
  day = ledger_day_to_words (ledger_day_of_time (last->time), ledger_document_get_today (document));
  return g_strdup_printf (_ ("Last signed: %s, %s."), day, number ? number : "");
}

static void
show_empty (LedgerSignoffPage *self)
{
  g_autofree char *last = describe_last (self);
  const gboolean nobody = ledger_session_get_person_id (SESSION (self)) == NULL;

  if (last == NULL && nobody)
    last = g_strdup (_ ("Choose your name to see what waits for you."));
  ledger_empty_set_line (self->empty, last);
  ledger_empty_show_button (self->empty, nobody);
  ledger_page_set_primary_action (LEDGER_PAGE (self), nobody ? "win.choose-person" : NULL);
  ledger_signoff_sheet_set_issue (LEDGER_SIGNOFF_SHEET (self->sheet), NULL);
  ledger_page_enable_action (LEDGER_PAGE (self), "previous", FALSE);
  ledger_page_enable_action (LEDGER_PAGE (self), "next", FALSE);
}

static guint
find_issue (LedgerSignoffPage *self, const char *issue_id)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const LedgerApprovalItem *item = g_ptr_array_index (self->items, i);

      if (g_strcmp0 (item->issue_id, issue_id) == 0)
        return i;
    }
  return G_MAXUINT;
}

/* Keeps the issue shown where it still waits; where it is gone, the one that came after it stands
 * in its place. */
static void
refresh (LedgerSignoffPage *self)
{
  const char *shown = ledger_signoff_sheet_get_issue (LEDGER_SIGNOFF_SHEET (self->sheet));
  gboolean any;
  guint found;

  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items =
      ledger_approval_list_waiting (DOCUMENT (self), ledger_session_get_person_id (SESSION (self)));
  any = self->items->len > 0;
  found = find_issue (self, shown);
  if (found != G_MAXUINT)
    self->place = found;
  else if (shown == NULL || self->place >= self->items->len)
    self->place = 0;
  ledger_signoff_queue_show (LEDGER_SIGNOFF_QUEUE (self->queue), DOCUMENT (self), self->items);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), any ? self->sheet : self->empty);
  ledger_page_enable_action (LEDGER_PAGE (self), "agree", any);
  ledger_page_enable_action (LEDGER_PAGE (self), "return", any);
  if (any)
    {
      ledger_page_set_primary_action (LEDGER_PAGE (self), "page.agree");
      show_item (self);
    }
  else
    show_empty (self);
}

/* Somebody else sits down. The button that listed the people is gone with the empty page: left to
 * itself the keyboard would go on to the strip, where the first Space is a press. */
static void
on_person_changed (LedgerSignoffPage *self)
{
  refresh (self);
  if (self->items->len > 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    ledger_signoff_sheet_focus_proof (LEDGER_SIGNOFF_SHEET (self->sheet));
}

static void
go_to (LedgerSignoffPage *self, guint place)
{
  if (place >= self->items->len)
    return;
  self->place = place;
  show_item (self);
  ledger_signoff_sheet_focus_proof (LEDGER_SIGNOFF_SHEET (self->sheet));
}

static void
on_chosen (LedgerSignoffPage *self, const char *issue_id)
{
  go_to (self, find_issue (self, issue_id));
}

/* The refresh that shows the act has moved on to the next already. */
static void
on_acted (LedgerSignoffPage *self, const char *issue, int step, int decision)
{
  LedgerDocument *document = DOCUMENT (self);
  g_autofree char *act = NULL, *text = NULL;
  const guint n = self->items->len;

  act = ledger_signoff_words_describe_act (
      document, issue, (LedgerStep)step, (LedgerDecision)decision);
  if (n == 0)
    text = g_strdup (act);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u left", "%s, %u left", n), act, n);
  ledger_signoff_toast (
      GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), SESSION (self), text, issue);
  if (n > 0)
    ledger_signoff_sheet_focus_proof (LEDGER_SIGNOFF_SHEET (self->sheet));
}

/* --- actions --- */

static void
do_previous (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerSignoffPage *self = data;

  if (self->place > 0)
    go_to (self, self->place - 1);
}

static void
do_next (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerSignoffPage *self = data;

  go_to (self, self->place + 1);
}

static void
do_agree (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_signoff_sheet_agree (LEDGER_SIGNOFF_SHEET (LEDGER_SIGNOFF_PAGE (data)->sheet));
}

static void
do_return (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_signoff_sheet_return (LEDGER_SIGNOFF_SHEET (LEDGER_SIGNOFF_PAGE (data)->sheet));
}

static void
do_zoom_in (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_signoff_sheet_zoom (LEDGER_SIGNOFF_SHEET (LEDGER_SIGNOFF_PAGE (data)->sheet), 1);
}

static void
do_zoom_out (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_signoff_sheet_zoom (LEDGER_SIGNOFF_SHEET (LEDGER_SIGNOFF_PAGE (data)->sheet), -1);
}

static void
do_zoom_reset (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_signoff_sheet_zoom (LEDGER_SIGNOFF_SHEET (LEDGER_SIGNOFF_PAGE (data)->sheet), 0);
}

static void
do_whole_window (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerSession *session = SESSION (data);

  ledger_session_set_whole_window (session, !ledger_session_get_whole_window (session));
}

static void
ledger_signoff_page_take_focus (LedgerPage *page)
{
  LedgerSignoffPage *self = LEDGER_SIGNOFF_PAGE (page);

  if (self->items != NULL && self->items->len > 0)
    ledger_signoff_sheet_focus_proof (LEDGER_SIGNOFF_SHEET (self->sheet));
}

static void
ledger_signoff_page_reveal (LedgerPage *page, const char *issue_id)
{
  on_chosen (LEDGER_SIGNOFF_PAGE (page), issue_id);
}

/* --- building --- */

static gboolean
on_key (GtkWidget *widget, GVariant *step, gpointer data)
{
  LedgerSignoffPage *self = LEDGER_SIGNOFF_PAGE (widget);

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (g_variant_get_int32 (step) > 0)
    go_to (self, self->place + 1);
  else if (self->place > 0)
    go_to (self, self->place - 1);
  return TRUE;
}

static void
add_key (GtkEventController *controller, guint key, int step)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, 0),
                                            gtk_callback_action_new (on_key, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (step));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/* Single letters, wherever the keyboard is: an entry takes them before they come here. */
static void
add_keys (LedgerSignoffPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  add_key (controller, GDK_KEY_n, 1);
  add_key (controller, GDK_KEY_p, -1);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
ledger_signoff_page_constructed (GObject *object)
{
  LedgerSignoffPage *self = LEDGER_SIGNOFF_PAGE (object);
  LedgerSession *session = SESSION (self);

  G_OBJECT_CLASS (ledger_signoff_page_parent_class)->constructed (object);
  self->sheet = ledger_signoff_sheet_new (DOCUMENT (self), session);
  gtk_stack_add_named (GTK_STACK (self->stack), self->sheet, "sheet");
  ledger_page_add_pane (LEDGER_PAGE (self), self->sheet);
  self->queue = ledger_signoff_queue_new ();
  ledger_page_set_navigator (LEDGER_PAGE (self), self->queue);
  g_signal_connect_object (self->queue, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "acted", G_CALLBACK (on_acted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      DOCUMENT (self), "refreshed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      session, "notify::person-id", G_CALLBACK (on_person_changed), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
ledger_signoff_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (ledger_signoff_page_parent_class)->dispose (object);
}

static void
ledger_signoff_page_finalize (GObject *object)
{
  g_clear_pointer (&LEDGER_SIGNOFF_PAGE (object)->items, g_ptr_array_unref);
  G_OBJECT_CLASS (ledger_signoff_page_parent_class)->finalize (object);
}

static void
ledger_signoff_page_class_init (LedgerSignoffPageClass *klass)
{
  LedgerPageClass *page_class = LEDGER_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ledger_signoff_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = ledger_signoff_page_finalize;
  G_OBJECT_CLASS (klass)->dispose = ledger_signoff_page_dispose;
  gtk_widget_class_set_template_from_resource (
      GTK_WIDGET_CLASS (klass), "/io/github/zhenggai/Ledger/signoff/ledger-signoff-page.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), LedgerSignoffPage, stack);
  page_class->ready = TRUE;
  page_class->take_focus = ledger_signoff_page_take_focus;
  page_class->reveal = ledger_signoff_page_reveal;
}

static void
ledger_signoff_page_init (LedgerSignoffPage *self)
{
  static const GActionEntry entries[] = {
    { "previous", do_previous },     { "next", do_next },
    { "agree", do_agree },           { "return", do_return },
    { "zoom-in", do_zoom_in },       { "zoom-out", do_zoom_out },
    { "zoom-reset", do_zoom_reset }, { "whole-window", do_whole_window },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->empty = ledger_empty_new_suggesting (
      _ ("Nothing waits for your sign-off"), NULL, _ ("Choose your name"), "win.choose-person");
  gtk_stack_add_named (GTK_STACK (self->stack), self->empty, "empty");
  ledger_page_set_title (LEDGER_PAGE (self), _ ("Sign-off"));
  ledger_page_add_actions (LEDGER_PAGE (self), entries, G_N_ELEMENTS (entries), self);
  add_keys (self);
}
