/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-claim-page.h"

#include <glib/gi18n-lib.h>

#include "ledger-claim-table.h"
#include "ledger-gesture.h"
#include "ledger-subpage-bar.h"

struct _LedgerClaimPage
{
  LedgerPage parent_instance;

  GtkWidget *bar;
  GtkWidget *scrolled;
  GtkWidget *claim;
  GtkWidget *missing;
  GtkWidget *table;
};

G_DEFINE_FINAL_TYPE (LedgerClaimPage, ledger_claim_page, LEDGER_TYPE_PAGE)

static LedgerDocument *
get_document (LedgerClaimPage *self)
{
  return ledger_page_get_document (LEDGER_PAGE (self));
}

/* --- what is to be claimed --- */

static gboolean
is_unclaimed (LedgerClaimPage *self, const char *id)
{
  const LedgerIssueFacts *facts = ledger_document_get_facts (get_document (self), id);

  return facts != NULL && facts->workflow.state == LEDGER_STATE_UNCLAIMED;
}

static GStrv
list_issues (LedgerClaimPage *self)
{
  LedgerSession *session = ledger_page_get_session (LEDGER_PAGE (self));
  const char *const *selected = ledger_session_get_selection (session);
  LedgerTable *table = ledger_document_get_table (get_document (self), "issue");
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  if (ledger_session_get_n_selected (session) > 1)
    {
      for (; *selected != NULL; selected++)
        if (is_unclaimed (self, *selected))
          g_strv_builder_add (ids, *selected);
      return g_strv_builder_end (ids);
    }
  for (guint i = 0; i < ledger_table_get_n_records (table); i++)
    {
      const char *id = ledger_record_get_id (ledger_table_get_record (table, i));

      if (is_unclaimed (self, id))
        g_strv_builder_add (ids, id);
    }
  return g_strv_builder_end (ids);
}

static void
show_counts (LedgerClaimPage *self)
{
  guint incomplete;
  const guint n =
      ledger_claim_table_claim (LEDGER_CLAIM_TABLE (self->table), NULL, &incomplete, NULL);
  g_autofree char *button =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Claim %u item", "Claim %u items", n), n);
  g_autofree char *missing =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "%u item still lacks its department or lead leader.",
                                    "%u items still lack their department or lead leader.",
                                    incomplete),
                       incomplete);

  gtk_button_set_label (GTK_BUTTON (self->claim), button);
  gtk_label_set_text (GTK_LABEL (self->missing), incomplete > 0 ? missing : "");
  ledger_page_enable_action (LEDGER_PAGE (self), "claim-all", n > 0);
}

/* --- actions --- */

static void
on_claimed (LedgerSession *session, gboolean committed, gpointer data)
{
  if (committed)
    ledger_session_pop_subpage (session);
}

static void
on_claim_all (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerClaimPage *self = data;
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (get_document (self), NULL);
  g_autoptr (GError) error = NULL;
  guint incomplete;
  const guint n =
      ledger_claim_table_claim (LEDGER_CLAIM_TABLE (self->table), edit, &incomplete, &error);
  g_autofree char *toast =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Claimed %u item", "Claimed %u items", n), n);

  if (n == 0 && error == NULL)
    return;
  if (error != NULL)
    g_clear_pointer (&edit, ledger_edit_unref);
  else
    ledger_gesture_title_claims (get_document (self), edit);
  ledger_session_commit (ledger_page_get_session (LEDGER_PAGE (self)),
                         g_steal_pointer (&edit),
                         &error,
                         toast,
                         on_claimed,
                         NULL);
}

static void
on_fill_down (GSimpleAction *action, GVariant *target, gpointer data)
{
  ledger_claim_table_fill_down (LEDGER_CLAIM_TABLE (LEDGER_CLAIM_PAGE (data)->table));
}

static const GActionEntry actions[] = {
  { "claim-all", on_claim_all },
  { "fill-down", on_fill_down },
};

/* --- life --- */

static void
take_focus (LedgerPage *page)
{
  ledger_claim_table_start (LEDGER_CLAIM_TABLE (LEDGER_CLAIM_PAGE (page)->table));
}

/* Of what has been written a stray Esc takes nothing: it leads to the button that keeps it, the
 * next one leaves. */
static gboolean
step_back (LedgerPage *page)
{
  LedgerClaimPage *self = LEDGER_CLAIM_PAGE (page);

  return !gtk_widget_is_focus (self->claim)
         && ledger_claim_table_is_touched (LEDGER_CLAIM_TABLE (self->table))
         && gtk_widget_grab_focus (self->claim);
}

static void
ledger_claim_page_constructed (GObject *object)
{
  LedgerClaimPage *self = LEDGER_CLAIM_PAGE (object);
  LedgerPage *page = LEDGER_PAGE (object);
  g_auto (GStrv) ids = NULL;
  g_autofree char *title = NULL;
  guint n;

  G_OBJECT_CLASS (ledger_claim_page_parent_class)->constructed (object);
  ledger_page_add_actions (page, actions, G_N_ELEMENTS (actions), self);
  ledger_page_set_primary_action (page, "page.claim-all");
  ledger_page_set_title (page, _ ("Claim"));
  ids = list_issues (self);
  self->table = ledger_claim_table_new (get_document (self), (const char *const *)ids);
  g_signal_connect_object (
      self->table, "changed", G_CALLBACK (show_counts), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->table);
  n = ledger_claim_table_get_n_issues (LEDGER_CLAIM_TABLE (self->table));
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "Claim %u item · one row per department",
                                        "Claim %u items · one row per department",
                                        n),
                           n);
  ledger_subpage_bar_set_title (LEDGER_SUBPAGE_BAR (self->bar), title);
  ledger_page_add_pane (page, self->bar);
  ledger_page_add_pane (page, self->table);
  show_counts (self);
}

static void
ledger_claim_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (ledger_claim_page_parent_class)->dispose (object);
}

static void
ledger_claim_page_class_init (LedgerClaimPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ledger_claim_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ledger_claim_page_dispose;
  g_type_ensure (LEDGER_TYPE_SUBPAGE_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/issue/ledger-claim-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerClaimPage, bar);
  gtk_widget_class_bind_template_child (widget_class, LedgerClaimPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, LedgerClaimPage, claim);
  gtk_widget_class_bind_template_child (widget_class, LedgerClaimPage, missing);
  LEDGER_PAGE_CLASS (klass)->ready = TRUE;
  LEDGER_PAGE_CLASS (klass)->take_focus = take_focus;
  LEDGER_PAGE_CLASS (klass)->step_back = step_back;
}

static void
ledger_claim_page_init (LedgerClaimPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
