/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-claim-form.h"

#include <glib/gi18n-lib.h>

#include "ledger-claim-grid.h"
#include "ledger-gesture.h"
#include "ledger-picker-entry.h"
#include "ledger-support.h"

struct _LedgerClaimForm
{
  GtkWidget parent_instance;

  LedgerDocument *document;
  char *issue;
  GtkWidget *box;
  GtkWidget *grid;
  GtkWidget *more_toggle;
  GtkWidget *more_arrow;
  GtkWidget *more_grid;
  GtkWidget *supporting;
  GtkWidget *usual;
  GtkWidget *department;
  GtkWidget *roles[LEDGER_N_CLAIM_ROLES];
  char *shown[LEDGER_N_CLAIM_ROLES]; /* as proposed, to see what was typed since */
  gboolean dirty;
  gboolean writing;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerClaimForm, ledger_claim_form, GTK_TYPE_WIDGET)

static const struct
{
  const char *label;
  const char *claim; /* field of the claim */
  const char *usual; /* the department's usual person, or NULL */
} roles[LEDGER_N_CLAIM_ROLES] = {
  [LEDGER_CLAIM_ROLE_LEAD_LEADER] = { N_ ("Lead leader"), "lead_leader", "default_lead_leader" },
  [LEDGER_CLAIM_ROLE_HANDLER] = { N_ ("Handler"), "handler", "default_handler" },
  [LEDGER_CLAIM_ROLE_REVIEWER] = { N_ ("Reviewer"), "reviewer", "default_reviewer" },
  [LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER] = { N_ ("Responsible leader"),
                                             "responsible_leader",
                                             NULL },
};

static LedgerPickerEntry *
get_picker (LedgerClaimForm *self, LedgerClaimRole role)
{
  return LEDGER_PICKER_ENTRY (self->roles[role]);
}

/* Typed names count before they are picked. */
static gboolean
is_touched (LedgerClaimForm *self, LedgerClaimRole role)
{
  const char *name = ledger_picker_entry_get_name (get_picker (self, role));

  return g_strcmp0 (name, self->shown[role] != NULL ? self->shown[role] : "") != 0;
}

static gboolean
is_anything_touched (LedgerClaimForm *self)
{
  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    if (is_touched (self, (LedgerClaimRole)i))
      return TRUE;
  return self->dirty;
}

static void
show_line (LedgerClaimForm *self, const LedgerClaimLine *line)
{
  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    if (!is_touched (self, (LedgerClaimRole)i))
      {
        g_free (self->shown[i]);
        self->shown[i] = g_strdup (line->roles[i].name);
        ledger_picker_entry_set_name (get_picker (self, (LedgerClaimRole)i), line->roles[i].name);
        ledger_picker_entry_set_source (get_picker (self, (LedgerClaimRole)i),
                                        ledger_claim_source_get_name (line->roles[i].source));
      }
}

/* --- what is proposed and what is there --- */

static const char *
get_department (LedgerClaimForm *self)
{
  return ledger_picker_entry_get_name (LEDGER_PICKER_ENTRY (self->department));
}

static void
show_usual (LedgerClaimForm *self)
{
  g_autofree char *label =
      g_strdup_printf (_ ("Propose these people for %s from now on"), get_department (self));

  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->usual), label);
  gtk_widget_set_visible (self->usual, *get_department (self) != '\0');
}

static char *
join_supporting (LedgerClaimForm *self)
{
  const GPtrArray *links = ledger_document_get_children (self->document, "support", self->issue);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const char *id =
          ledger_record_get_text (g_ptr_array_index (links, i), LEDGER_SUPPORT_DEPARTMENT);
      const char *name = ledger_document_get_name (self->document, "department", id);

      if (name != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", name);
    }
  return g_string_free (text, FALSE);
}

/* What is folded away but filled in is shown. */
static void
unfold_filled (LedgerClaimForm *self, const char *supporting, const LedgerClaimLine *line)
{
  const char *leader = line->roles[LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER].name;

  if (*supporting != '\0' || (leader != NULL && *leader != '\0'))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->more_toggle), TRUE);
}

void
ledger_claim_form_show (LedgerClaimForm *self, const char *issue_id, gboolean usual)
{
  g_autoptr (LedgerClaimLine) line = NULL;
  g_autofree char *supporting = NULL;

  if (g_strcmp0 (self->issue, issue_id) != 0)
    {
      g_free (self->issue);
      self->issue = g_strdup (issue_id);
    }
  if (is_anything_touched (self))
    return;
  line = ledger_claim_line_new (self->document, issue_id, NULL);
  if (line == NULL)
    return;
  supporting = join_supporting (self);
  self->writing = TRUE;
  ledger_picker_entry_set_name (LEDGER_PICKER_ENTRY (self->department), line->department);
  ledger_picker_entry_set_source (LEDGER_PICKER_ENTRY (self->department),
                                  ledger_claim_source_get_name (line->department_source));
  show_line (self, line);
  show_usual (self);
  gtk_editable_set_text (GTK_EDITABLE (self->supporting), supporting);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->usual), usual);
  unfold_filled (self, supporting, line);
  self->writing = FALSE;
}

/* --- what is typed --- */

static void
set_changed (LedgerClaimForm *self)
{
  if (self->writing)
    return;
  self->dirty = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Another department has other people. */
static void
on_department (LedgerClaimForm *self)
{
  g_autoptr (LedgerClaimLine) line =
      ledger_claim_line_new (self->document, self->issue, get_department (self));

  if (line != NULL)
    show_line (self, line);
  show_usual (self);
  set_changed (self);
}

static void
on_supporting (LedgerClaimForm *self)
{
  set_changed (self);
}

static void
on_more (LedgerClaimForm *self)
{
  const gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->more_toggle));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->more_arrow),
                                open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->more_toggle), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

void
ledger_claim_form_reset (LedgerClaimForm *self)
{
  self->dirty = FALSE;
  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    {
      g_clear_pointer (&self->shown[i], g_free);
      ledger_picker_entry_set_name (get_picker (self, (LedgerClaimRole)i), NULL);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->more_toggle), FALSE);
}

gboolean
ledger_claim_form_is_changed (LedgerClaimForm *self)
{
  return self->dirty;
}

/* --- writing --- */

static GStrv
split_supporting (LedgerClaimForm *self)
{
  g_auto (GStrv) parts = g_regex_split_simple (
      "[、，,;；\\s]+", gtk_editable_get_text (GTK_EDITABLE (self->supporting)), 0, 0);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (names, parts[i]);
  return g_strv_builder_end (names);
}

/* The people become the department's usual ones. */
static void
add_usual (LedgerClaimForm *self, LedgerEdit *edit)
{
  g_autofree char *department = ledger_gesture_learn_department (
      self->document, edit, ledger_picker_entry_get_name (LEDGER_PICKER_ENTRY (self->department)));

  for (guint i = 0; department != NULL && i < LEDGER_N_CLAIM_ROLES; i++)
    {
      g_autofree char *person = ledger_gesture_learn_person (
          self->document,
          edit,
          ledger_picker_entry_get_name (get_picker (self, (LedgerClaimRole)i)));

      if (roles[i].usual != NULL && person != NULL)
        ledger_edit_set_text (edit, "department", department, roles[i].usual, person);
    }
}

LedgerEdit *
ledger_claim_form_make_edit (LedgerClaimForm *self, GError **error)
{
  const char *const ids[] = { self->issue, NULL };
  g_auto (GStrv) supporting = split_supporting (self);
  const LedgerClaimValues values = {
    .department = ledger_picker_entry_get_name (LEDGER_PICKER_ENTRY (self->department)),
    .lead_leader = ledger_picker_entry_get_name (get_picker (self, LEDGER_CLAIM_ROLE_LEAD_LEADER)),
    .handler = ledger_picker_entry_get_name (get_picker (self, LEDGER_CLAIM_ROLE_HANDLER)),
    .reviewer = ledger_picker_entry_get_name (get_picker (self, LEDGER_CLAIM_ROLE_REVIEWER)),
    .responsible_leader =
        ledger_picker_entry_get_name (get_picker (self, LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER)),
    .supporting = (const char *const *)supporting,
  };
  LedgerEdit *edit = ledger_gesture_claim (self->document, ids, &values, error);

  if (edit != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->usual)))
    add_usual (self, edit);
  return edit;
}

/* --- the keyboard --- */

static gboolean
is_empty (GtkWidget *picker)
{
  return *ledger_picker_entry_get_name (LEDGER_PICKER_ENTRY (picker)) == '\0';
}

void
ledger_claim_form_start (LedgerClaimForm *self)
{
  GtkWidget *first = is_empty (self->department) ? self->department : NULL;

  for (guint i = 0; first == NULL && i < LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER; i++)
    if (is_empty (self->roles[i]))
      first = self->roles[i];
  gtk_widget_grab_focus (first != NULL ? first : self->roles[LEDGER_CLAIM_ROLE_HANDLER]);
}

void
ledger_claim_form_locate (LedgerClaimForm *self, const char *field)
{
  if (g_strcmp0 (field, "department") == 0)
    gtk_widget_grab_focus (self->department);
  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    if (g_strcmp0 (field, roles[i].claim) == 0)
      {
        if (i == LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER)
          gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->more_toggle), TRUE);
        gtk_widget_grab_focus (self->roles[i]);
      }
}

/* --- building --- */

static void
attach (GtkWidget *grid, int row, const char *label, GtkWidget *child)
{
  GtkWidget *caption = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_set_hexpand (child, TRUE);
  gtk_grid_attach (GTK_GRID (grid), caption, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), child, 1, row, 1, 1);
}

static GtkWidget *
create_picker (LedgerClaimForm *self, LedgerPickerKind kind, const char *label, GCallback picked)
{
  GtkWidget *picker = ledger_picker_entry_new (self->document, kind, label);

  g_signal_connect_swapped (picker, "picked", picked, self);
  return picker;
}

static void
build (LedgerClaimForm *self)
{
  self->department = create_picker (
      self, LEDGER_PICKER_DEPARTMENT, _ ("Responsible department"), G_CALLBACK (on_department));
  attach (self->grid, 0, _ ("Responsible department"), self->department);
  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    {
      const gboolean folded = i == LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER;

      self->roles[i] =
          create_picker (self, LEDGER_PICKER_PERSON, _ (roles[i].label), G_CALLBACK (set_changed));
      attach (folded ? self->more_grid : self->grid,
              folded ? 1 : (int)i + 1,
              _ (roles[i].label),
              self->roles[i]);
    }
  ledger_picker_entry_set_placeholder (get_picker (self, LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER),
                                       _ ("Same as the lead leader"));
}

static void
ledger_claim_form_dispose (GObject *object)
{
  LedgerClaimForm *self = LEDGER_CLAIM_FORM (object);

  self->writing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_CLAIM_FORM);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (ledger_claim_form_parent_class)->dispose (object);
}

static void
ledger_claim_form_finalize (GObject *object)
{
  LedgerClaimForm *self = LEDGER_CLAIM_FORM (object);

  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    g_free (self->shown[i]);
  g_free (self->issue);
  G_OBJECT_CLASS (ledger_claim_form_parent_class)->finalize (object);
}

static void
ledger_claim_form_class_init (LedgerClaimFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_claim_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = ledger_claim_form_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/issue/ledger-claim-form.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerClaimForm, box);
  gtk_widget_class_bind_template_child (widget_class, LedgerClaimForm, grid);
  gtk_widget_class_bind_template_child (widget_class, LedgerClaimForm, more_toggle);
  gtk_widget_class_bind_template_child (widget_class, LedgerClaimForm, more_arrow);
  gtk_widget_class_bind_template_child (widget_class, LedgerClaimForm, more_grid);
  gtk_widget_class_bind_template_child (widget_class, LedgerClaimForm, supporting);
  gtk_widget_class_bind_template_child (widget_class, LedgerClaimForm, usual);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
  gtk_widget_class_bind_template_callback (widget_class, on_supporting);
  gtk_widget_class_set_css_name (widget_class, "claimform");
  signals[CHANGED] = g_signal_new (
      "changed", LEDGER_TYPE_CLAIM_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ledger_claim_form_init (LedgerClaimForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ledger_claim_form_new (LedgerDocument *document)
{
  LedgerClaimForm *self = g_object_new (LEDGER_TYPE_CLAIM_FORM, NULL);

  self->document = g_object_ref (document);
  build (self);
  return GTK_WIDGET (self);
}
