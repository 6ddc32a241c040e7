/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-claim-page.h"

#include <glib/gi18n-lib.h>

#include "ledger-claim-entries.h"
#include "ledger-gesture.h"
#include "ledger-subpage-bar.h"

/* Of one department singly; the others are claimed as its row says. */
#define MOST_LINES 60

struct _LedgerClaimPage
{
  LedgerPage parent_instance;

  GPtrArray *rows;      /* LedgerClaimRow */
  GPtrArray *entries;   /* LedgerClaimEntries of each row */
  GHashTable *unfolded; /* issue id -> LedgerClaimEntries */
  GtkWidget *bar;
  GtkWidget *grid;
  GtkWidget *claim;
  GtkWidget *missing;
  guint count_source;
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

/* The issue's own line says most, then its department's row, then the proposal. */
static const char *
choose_role (const LedgerClaimLine *line,
             LedgerClaimEntries *row,
             LedgerClaimEntries *own,
             LedgerClaimRole role)
{
  const char *name = own != NULL ? ledger_claim_entries_get_role (own, role) : NULL;

  if (name == NULL)
    name = ledger_claim_entries_get_role (row, role);
  return name != NULL ? name : line->roles[role].name;
}

static const char *
choose_department (const LedgerClaimLine *line, LedgerClaimEntries *row, LedgerClaimEntries *own)
{
  const char *name = own != NULL ? ledger_claim_entries_get_department (own) : NULL;

  if (name == NULL)
    name = ledger_claim_entries_get_department (row);
  return name != NULL ? name : line->department;
}

static LedgerClaimValues
collect_values (LedgerClaimPage *self, const LedgerClaimLine *line, LedgerClaimEntries *row)
{
  LedgerClaimEntries *own = g_hash_table_lookup (self->unfolded, line->issue_id);

  return (LedgerClaimValues){
    .department = choose_department (line, row, own),
    .lead_leader = choose_role (line, row, own, LEDGER_CLAIM_ROLE_LEAD_LEADER),
    .handler = choose_role (line, row, own, LEDGER_CLAIM_ROLE_HANDLER),
    .reviewer = choose_role (line, row, own, LEDGER_CLAIM_ROLE_REVIEWER),
    .responsible_leader = choose_role (line, row, own, LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER),
  };
}

static gboolean
is_complete (const LedgerClaimValues *values)
{
  return values->department != NULL && *values->department != '\0' && values->lead_leader != NULL
         && *values->lead_leader != '\0';
}

/* Claims in EDIT what is complete (EDIT NULL: only counts); what is not stays for later. */
static guint
claim_complete (LedgerClaimPage *self, LedgerEdit *edit, guint *n_incomplete, GError **error)
{
  guint n = 0;

  *n_incomplete = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const LedgerClaimRow *row = g_ptr_array_index (self->rows, i);

      for (guint k = 0; k < row->lines->len; k++)
        {
          const LedgerClaimLine *line = g_ptr_array_index (row->lines, k);
          const LedgerClaimValues values =
              collect_values (self, line, g_ptr_array_index (self->entries, i));

          if (!is_complete (&values))
            (*n_incomplete)++;
          else if (edit == NULL
                   || ledger_gesture_add_claim (
                       get_document (self), edit, line->issue_id, &values, error))
            n++;
          else
            return 0;
        }
    }
  return n;
}

static void
show_counts (LedgerClaimPage *self)
{
  guint incomplete;
  const guint n = claim_complete (self, NULL, &incomplete, NULL);
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

static gboolean
on_count (gpointer data)
{
  LedgerClaimPage *self = data;

  self->count_source = 0;
  show_counts (self);
  return G_SOURCE_REMOVE;
}

static void
queue_counts (LedgerClaimPage *self)
{
  if (self->count_source == 0)
    self->count_source = g_timeout_add (150, on_count, self);
}

/* --- the grid --- */

static GtkWidget *
create_issue_label (LedgerClaimPage *self, const char *id)
{
  LedgerRecord *issue = ledger_document_lookup (get_document (self), "issue", id);
  g_autofree char *number = ledger_document_dup_number (get_document (self), issue);
  const char *wording = ledger_record_get_text (issue, LEDGER_ISSUE_TEXT);
  g_autofree char *text =
      g_strdup_printf ("%s %s", number != NULL ? number : "", wording != NULL ? wording : "");
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_tooltip_text (label, wording);
  return label;
}

static void
unfold_line (LedgerClaimPage *self, const LedgerClaimLine *line, int at)
{
  gtk_grid_insert_row (GTK_GRID (self->grid), at);
  g_hash_table_insert (self->unfolded,
                       g_strdup (line->issue_id),
                       ledger_claim_entries_new (get_document (self),
                                                 GTK_GRID (self->grid),
                                                 at,
                                                 create_issue_label (self, line->issue_id),
                                                 TRUE,
                                                 line->department,
                                                 line->roles,
                                                 NULL));
}

static void
on_fold (GtkToggleButton *toggle, LedgerClaimPage *self)
{
  const guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (toggle), "row"));
  const LedgerClaimRow *row = g_ptr_array_index (self->rows, index);
  const gboolean active = gtk_toggle_button_get_active (toggle);
  int top = 0;

  gtk_grid_query_child (GTK_GRID (self->grid), GTK_WIDGET (toggle), NULL, &top, NULL, NULL);
  for (guint i = 0; i < MIN (row->lines->len, MOST_LINES); i++)
    {
      const LedgerClaimLine *line = g_ptr_array_index (row->lines, i);
      LedgerClaimEntries *own = g_hash_table_lookup (self->unfolded, line->issue_id);

      if (own != NULL)
        ledger_claim_entries_set_visible (own, active);
      else if (active)
        unfold_line (self, line, top + 1 + (int)i);
    }
  gtk_image_set_from_icon_name (
      GTK_IMAGE (gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (toggle)))),
      active ? "pan-down-symbolic" : "pan-end-symbolic");
}

static GtkWidget *
create_toggle (LedgerClaimPage *self, const LedgerClaimRow *row, guint index)
{
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", row->lines->len), row->lines->len);
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  gtk_box_append (GTK_BOX (box), gtk_label_new (text));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-end-symbolic"));
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_add_css_class (toggle, "numeric");
  gtk_widget_set_tooltip_text (toggle, _ ("Change them one by one"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (toggle), "row", GUINT_TO_POINTER (index));
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (on_fold), self, 0);
  return toggle;
}

static void
add_titles (LedgerClaimPage *self)
{
  const char *const titles[] = {
    _ ("Responsible department"), _ ("Items"), _ ("Lead leader"), _ ("Handler"), _ ("Reviewer"),
    _ ("Responsible leader"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *label = gtk_label_new (titles[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "heading");
      gtk_grid_attach (GTK_GRID (self->grid), label, (int)i, 0, 1, 1);
    }
}

/* Enter goes to the same person of the next department, as in a table; a click on a name leaves the
 * keyboard where it is (the picker takes it back). */
static void
on_picked (LedgerClaimPage *self, LedgerClaimEntries *entries)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  LedgerClaimRole role;
  guint index;

  if (root != NULL && g_ptr_array_find (self->entries, entries, &index)
      && index + 1 < self->entries->len
      && ledger_claim_entries_has_focus (entries, gtk_root_get_focus (root), &role)
      && *ledger_claim_entries_peek_role (entries, role) != '\0')
    ledger_claim_entries_focus_role (g_ptr_array_index (self->entries, index + 1), role);
}

static void
add_row (LedgerClaimPage *self, guint index)
{
  const LedgerClaimRow *row = g_ptr_array_index (self->rows, index);
  GtkWidget *toggle = create_toggle (self, row, index);
  LedgerClaimEntries *entries = ledger_claim_entries_new (get_document (self),
                                                          GTK_GRID (self->grid),
                                                          (int)index + 1,
                                                          toggle,
                                                          FALSE,
                                                          row->department,
                                                          row->roles,
                                                          row->mixed);

  if (row->department == NULL)
    ledger_claim_entries_set_hint (entries, _ ("no department written"));
  g_signal_connect_object (entries, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->entries, entries);
}

static void
fill_grid (LedgerClaimPage *self)
{
  g_auto (GStrv) ids = list_issues (self);

  self->rows = ledger_claim_grid_new (get_document (self), (const char *const *)ids);
  add_titles (self);
  for (guint i = 0; i < self->rows->len; i++)
    add_row (self, i);
  /* Opened from the end, so that the places above stay. */
  if (self->rows->len > 0)
    {
      const LedgerClaimRow *last = g_ptr_array_index (self->rows, self->rows->len - 1);
      GtkWidget *toggle = gtk_grid_get_child_at (GTK_GRID (self->grid), 1, (int)self->rows->len);

      if (last->department == NULL)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
    }
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
  const guint n = claim_complete (self, edit, &incomplete, &error);
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

/* What Ctrl+D takes at row I: an empty entry takes what stands above it, as in a table; that is
 * where Enter has left the keyboard. */
static const char *
choose_fill (LedgerClaimPage *self, guint i, LedgerClaimRole role)
{
  LedgerClaimEntries *entries = g_ptr_array_index (self->entries, i);
  const char *name = ledger_claim_entries_peek_role (entries, role);

  if (*name != '\0' || i == 0)
    return name;
  name = ledger_claim_entries_peek_role (g_ptr_array_index (self->entries, i - 1), role);
  ledger_claim_entries_take_role (entries, role, name);
  return name;
}

/* Ctrl+D: what stands in the entry with the keyboard goes into all rows below it. */
static void
on_fill_down (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerClaimPage *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const char *name = NULL;
  LedgerClaimRole role = LEDGER_CLAIM_ROLE_LEAD_LEADER;

  for (guint i = 0; i < self->entries->len; i++)
    {
      LedgerClaimEntries *entries = g_ptr_array_index (self->entries, i);

      if (name != NULL)
        ledger_claim_entries_take_role (entries, role, name);
      else if (ledger_claim_entries_has_focus (entries, focus, &role))
        name = choose_fill (self, i, role);
    }
  show_counts (self);
}

static const GActionEntry actions[] = {
  { "claim-all", on_claim_all },
  { "fill-down", on_fill_down },
};

/* --- life --- */

static void
take_focus (LedgerPage *page)
{
  LedgerClaimPage *self = LEDGER_CLAIM_PAGE (page);

  if (self->entries->len > 0)
    ledger_claim_entries_start (g_ptr_array_index (self->entries, 0));
}

static void
build (LedgerClaimPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->claim = gtk_button_new ();
  gtk_widget_add_css_class (self->claim, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->claim), "page.claim-all");
  ledger_subpage_bar_append_end (LEDGER_SUBPAGE_BAR (self->bar), self->claim);
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_widget_add_css_class (self->grid, "claim-grid");
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (queue_counts), self);
  gtk_widget_add_controller (self->grid, keys);
  g_signal_connect_swapped (click, "released", G_CALLBACK (queue_counts), self);
  gtk_widget_add_controller (self->grid, GTK_EVENT_CONTROLLER (click));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->grid);
  gtk_widget_set_vexpand (scrolled, TRUE);
  self->missing = gtk_label_new (NULL);
  gtk_widget_add_css_class (foot, "table-foot");
  gtk_box_append (
      GTK_BOX (foot),
      gtk_label_new (
          _ ("Unfold a row to change items one by one. Handler and reviewer may follow later.")));
  gtk_box_append (GTK_BOX (foot), self->missing);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), foot);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
ledger_claim_page_constructed (GObject *object)
{
  LedgerClaimPage *self = LEDGER_CLAIM_PAGE (object);
  LedgerPage *page = LEDGER_PAGE (object);
  g_autofree char *title = NULL;
  guint n = 0;

  G_OBJECT_CLASS (ledger_claim_page_parent_class)->constructed (object);
  ledger_page_add_actions (page, actions, G_N_ELEMENTS (actions), self);
  ledger_page_set_primary_action (page, "page.claim-all");
  ledger_page_set_title (page, _ ("Claim"));
  self->bar = ledger_subpage_bar_new (NULL, NULL);
  build (self);
  fill_grid (self);
  for (guint i = 0; i < self->rows->len; i++)
    n += ((const LedgerClaimRow *)g_ptr_array_index (self->rows, i))->lines->len;
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "Claim %u item · one row per department",
                                        "Claim %u items · one row per department",
                                        n),
                           n);
  ledger_subpage_bar_set_title (LEDGER_SUBPAGE_BAR (self->bar), title);
  ledger_page_add_pane (page, self->bar);
  ledger_page_add_pane (page, self->grid);
  show_counts (self);
}

static void
ledger_claim_page_dispose (GObject *object)
{
  g_clear_handle_id (&LEDGER_CLAIM_PAGE (object)->count_source, g_source_remove);
  G_OBJECT_CLASS (ledger_claim_page_parent_class)->dispose (object);
}

static void
ledger_claim_page_finalize (GObject *object)
{
  LedgerClaimPage *self = LEDGER_CLAIM_PAGE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->unfolded);
  G_OBJECT_CLASS (ledger_claim_page_parent_class)->finalize (object);
}

static void
ledger_claim_page_class_init (LedgerClaimPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = ledger_claim_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ledger_claim_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ledger_claim_page_finalize;
  LEDGER_PAGE_CLASS (klass)->ready = TRUE;
  LEDGER_PAGE_CLASS (klass)->take_focus = take_focus;
}

static void
ledger_claim_page_init (LedgerClaimPage *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->unfolded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}
