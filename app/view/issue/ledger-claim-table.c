/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-claim-table.h"

#include <glib/gi18n-lib.h>

#include "ledger-claim-grid.h"
#include "ledger-gesture.h"
#include "ledger-toolkit.h"

/* Of one department singly; the others are claimed as its row says. */
#define MOST_LINES 60

struct _LedgerClaimTable
{
  GtkWidget parent_instance;

  LedgerDocument *document;
  GPtrArray *rows;       /* LedgerClaimRow */
  GPtrArray *entries;    /* LedgerClaimEntries of each row */
  GHashTable *unfolded;  /* issue id -> LedgerClaimEntries */
  GtkStringList *people; /* named here, not yet in the ledger */
  GtkWidget *grid;
  guint change_source;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerClaimTable, ledger_claim_table, GTK_TYPE_WIDGET)

static void
show_inherited (LedgerClaimTable *self)
{
  for (guint i = 0; g_hash_table_size (self->unfolded) > 0 && i < self->rows->len; i++)
    {
      const LedgerClaimRow *row = g_ptr_array_index (self->rows, i);

      for (guint k = 0; k < MIN (row->lines->len, MOST_LINES); k++)
        {
          const LedgerClaimLine *line = g_ptr_array_index (row->lines, k);
          LedgerClaimEntries *own = g_hash_table_lookup (self->unfolded, line->issue_id);

          if (own != NULL)
            ledger_claim_entries_inherit (own, g_ptr_array_index (self->entries, i));
        }
    }
}

static void
emit_changed (LedgerClaimTable *self)
{
  show_inherited (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
on_settled (gpointer data)
{
  LedgerClaimTable *self = data;

  self->change_source = 0;
  emit_changed (self);
  return G_SOURCE_REMOVE;
}

/* Counting walks all problems: not for every letter. */
static void
queue_changed (LedgerClaimTable *self)
{
  if (self->change_source == 0)
    self->change_source = g_timeout_add (150, on_settled, self);
}

/* --- what is claimed --- */

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
collect_values (LedgerClaimTable *self, const LedgerClaimLine *line, LedgerClaimEntries *row)
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

guint
ledger_claim_table_claim (LedgerClaimTable *self,
                          LedgerEdit *edit,
                          guint *n_incomplete,
                          GError **error)
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
                       self->document, edit, line->issue_id, &values, error))
            n++;
          else
            return 0;
        }
    }
  return n;
}

/* --- the grid --- */

static GtkWidget *
create_issue_label (LedgerClaimTable *self, const char *id)
{
  LedgerRecord *issue = ledger_document_lookup (self->document, "issue", id);
  g_autofree char *number = ledger_document_dup_number (self->document, issue);
  const char *wording = ledger_record_get_text (issue, LEDGER_ISSUE_TEXT);
  g_autofree char *text =
      g_strdup_printf ("%s %s", number != NULL ? number : "", wording != NULL ? wording : "");
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (label, 12);
  ledger_toolkit_set_tooltip (label, wording);
  return label;
}

static void
unfold_line (LedgerClaimTable *self, const LedgerClaimLine *line, int at)
{
  LedgerClaimEntries *entries;

  gtk_grid_insert_row (GTK_GRID (self->grid), at);
  entries = ledger_claim_entries_new (self->document,
                                      GTK_GRID (self->grid),
                                      at,
                                      create_issue_label (self, line->issue_id),
                                      TRUE,
                                      line->department,
                                      line->roles,
                                      NULL);
  ledger_claim_entries_share_coming (entries, self->people);
  g_hash_table_insert (self->unfolded, g_strdup (line->issue_id), entries);
}

static void
on_fold (GtkToggleButton *toggle, LedgerClaimTable *self)
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
  show_inherited (self);
  gtk_image_set_from_icon_name (
      GTK_IMAGE (gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (toggle)))),
      active ? "pan-down-symbolic" : "pan-end-symbolic");
}

static GtkWidget *
create_toggle (LedgerClaimTable *self, const LedgerClaimRow *row, guint index)
{
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", row->lines->len), row->lines->len);
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  gtk_box_append (GTK_BOX (box), gtk_label_new (text));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-end-symbolic"));
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  gtk_widget_set_halign (toggle, GTK_ALIGN_START);
  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_add_css_class (toggle, "numeric");
  ledger_toolkit_set_tooltip (toggle, _ ("Change them one by one"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (toggle), "row", GUINT_TO_POINTER (index));
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (on_fold), self, 0);
  return toggle;
}

static void
add_titles (LedgerClaimTable *self)
{
  const char *const titles[LEDGER_N_CLAIM_COLUMNS] = {
    _ ("Responsible department"), _ ("Items"), _ ("Lead leader"), _ ("Handler"), _ ("Reviewer"),
    _ ("Responsible leader"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *label = gtk_label_new (titles[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "heading");
      ledger_claim_entries_attach (GTK_GRID (self->grid), label, i, 0);
    }
}

/* Enter goes to the same person of the next department, as in a table; a click on a name leaves the
 * keyboard where it is (the picker takes it back). */
static void
on_picked (LedgerClaimTable *self, LedgerClaimEntries *entries)
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

static GtkWidget *
add_row (LedgerClaimTable *self, guint index)
{
  const LedgerClaimRow *row = g_ptr_array_index (self->rows, index);
  GtkWidget *toggle = create_toggle (self, row, index);
  LedgerClaimEntries *entries = ledger_claim_entries_new (self->document,
                                                          GTK_GRID (self->grid),
                                                          (int)index + 1,
                                                          toggle,
                                                          FALSE,
                                                          row->department,
                                                          row->roles,
                                                          row->mixed);

  ledger_claim_entries_share_coming (entries, self->people);
  if (row->department == NULL)
    ledger_claim_entries_set_hint (entries, _ ("no department written"));
  g_signal_connect_object (entries, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->entries, entries);
  return toggle;
}

static void
fill (LedgerClaimTable *self)
{
  const LedgerClaimRow *last;
  GtkWidget *toggle = NULL;

  add_titles (self);
  for (guint i = 0; i < self->rows->len; i++)
    toggle = add_row (self, i);
  if (self->rows->len == 0)
    return;
  /* Those without a department stand at the end, opened: the places above stay. */
  last = g_ptr_array_index (self->rows, self->rows->len - 1);
  if (last->department == NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
}

/* --- filling down --- */

/* What Ctrl+D takes at row I: an empty entry takes what stands above it, as in a table; that is
 * where Enter has left the keyboard. */
static const char *
choose_fill (LedgerClaimTable *self, guint i, LedgerClaimRole role)
{
  LedgerClaimEntries *entries = g_ptr_array_index (self->entries, i);
  const char *name = ledger_claim_entries_peek_role (entries, role);

  if (*name != '\0' || i == 0)
    return name;
  name = ledger_claim_entries_peek_role (g_ptr_array_index (self->entries, i - 1), role);
  ledger_claim_entries_take_role (entries, role, name);
  return name;
}

void
ledger_claim_table_fill_down (LedgerClaimTable *self)
{
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
  emit_changed (self);
}

/* --- life --- */

static void
ledger_claim_table_dispose (GObject *object)
{
  LedgerClaimTable *self = LEDGER_CLAIM_TABLE (object);

  g_clear_handle_id (&self->change_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_CLAIM_TABLE);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (ledger_claim_table_parent_class)->dispose (object);
}

static void
ledger_claim_table_finalize (GObject *object)
{
  LedgerClaimTable *self = LEDGER_CLAIM_TABLE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->unfolded);
  g_object_unref (self->people);
  G_OBJECT_CLASS (ledger_claim_table_parent_class)->finalize (object);
}

static void
ledger_claim_table_class_init (LedgerClaimTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_claim_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = ledger_claim_table_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/issue/ledger-claim-table.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerClaimTable, grid);
  gtk_widget_class_set_css_name (widget_class, "claimtable");
  signals[CHANGED] = g_signal_new (
      "changed", LEDGER_TYPE_CLAIM_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ledger_claim_table_init (LedgerClaimTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->unfolded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->people = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (queue_changed), self);
  gtk_widget_add_controller (self->grid, keys);
  g_signal_connect_swapped (click, "released", G_CALLBACK (queue_changed), self);
  gtk_widget_add_controller (self->grid, GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
ledger_claim_table_new (LedgerDocument *document, const char *const *issue_ids)
{
  LedgerClaimTable *self = g_object_new (LEDGER_TYPE_CLAIM_TABLE, NULL);

  self->document = g_object_ref (document);
  self->rows = ledger_claim_grid_new (document, issue_ids);
  fill (self);
  return GTK_WIDGET (self);
}

guint
ledger_claim_table_get_n_issues (LedgerClaimTable *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += ((const LedgerClaimRow *)g_ptr_array_index (self->rows, i))->lines->len;
  return n;
}

void
ledger_claim_table_start (LedgerClaimTable *self)
{
  if (self->entries->len > 0)
    ledger_claim_entries_start (g_ptr_array_index (self->entries, 0));
}

gboolean
ledger_claim_table_is_touched (LedgerClaimTable *self)
{
  GHashTableIter iter;
  gpointer entries;

  for (guint i = 0; i < self->entries->len; i++)
    if (ledger_claim_entries_is_touched (g_ptr_array_index (self->entries, i)))
      return TRUE;
  g_hash_table_iter_init (&iter, self->unfolded);
  while (g_hash_table_iter_next (&iter, NULL, &entries))
    if (ledger_claim_entries_is_touched (entries))
      return TRUE;
  return FALSE;
}
