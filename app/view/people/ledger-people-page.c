/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-people-page.h"

#include <glib/gi18n-lib.h>

#include "ledger-decision-group.h"
#include "ledger-field-row.h"
#include "ledger-inspection.h"
#include "ledger-people-navigator.h"
#include "ledger-record-group.h"

struct _LedgerPeoplePage
{
  LedgerPage parent_instance;

  GtkWidget *settings; /* AdwPreferencesPage */
  GtkWidget *navigator;
  GPtrArray *groups; /* borrowed */
  gboolean visited;
};

G_DEFINE_FINAL_TYPE (LedgerPeoplePage, ledger_people_page, LEDGER_TYPE_PAGE)

/* --- groups --- */

static const guint round_fields[] = {
  LEDGER_INSPECTION_UNIT,
  LEDGER_INSPECTION_NAME,
  LEDGER_INSPECTION_TIER,
  LEDGER_INSPECTION_INSPECTION_GROUP,
  LEDGER_INSPECTION_INSPECTION_OFFICE,
  LEDGER_INSPECTION_FEEDBACK_DATE,
  LEDGER_INSPECTION_RECEIPT_DATE,
  LEDGER_INSPECTION_PLAN_DUE,
  LEDGER_INSPECTION_REPORT_DUE,
};

/* What nothing reads yet has no row: a light scheme of one choice. */
static const guint rule_fields[] = {
  LEDGER_INSPECTION_LEVEL_NAMES,         LEDGER_INSPECTION_NEAR_DAYS,
  LEDGER_INSPECTION_COUNTING_BASIS,      LEDGER_INSPECTION_SIGNOFF_STEPS,
  LEDGER_INSPECTION_SAME_PERSON_ALLOWED,
};

static void
add_group (LedgerPeoplePage *self, GtkWidget *group)
{
  g_ptr_array_add (self->groups, group);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->settings), ADW_PREFERENCES_GROUP (group));
  ledger_people_navigator_add (LEDGER_PEOPLE_NAVIGATOR (self->navigator),
                               ADW_PREFERENCES_GROUP (group));
}

static void
add_fields (LedgerPeoplePage *self, const char *title, const guint *fields, gsize n)
{
  LedgerPage *page = LEDGER_PAGE (self);
  LedgerRecord *inspection = ledger_document_get_inspection (ledger_page_get_document (page));
  GtkWidget *group = adw_preferences_group_new ();

  if (inspection == NULL)
    {
      g_object_unref (g_object_ref_sink (group));
      return;
    }
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (gsize i = 0; i < n; i++)
    {
      const LedgerColumn *column = &ledger_inspection_record_type.columns[fields[i]];

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 ledger_field_row_new (ledger_page_get_session (page),
                                                       ledger_inspection_record_type.name,
                                                       ledger_record_get_id (inspection),
                                                       column->name,
                                                       _ (column->word)));
    }
  add_group (self, group);
}

/* EMPTY says what it is for, while there is none. */
static void
add_records (
    LedgerPeoplePage *self, const char *type, const char *title, const char *add, const char *empty)
{
  add_group (self,
             ledger_record_group_new (
                 ledger_page_get_session (LEDGER_PAGE (self)), type, title, add, empty));
}

/* --- of the page --- */

static gboolean
is_unit_known (LedgerPeoplePage *self)
{
  LedgerRecord *round =
      ledger_document_get_inspection (ledger_page_get_document (LEDGER_PAGE (self)));

  return round != NULL && ledger_record_get_text (round, LEDGER_INSPECTION_UNIT) != NULL;
}

static GtkWidget *
get_scroller (LedgerPeoplePage *self)
{
  return gtk_widget_get_first_child (self->settings);
}

/* Where a person left the keyboard in the page it stays. At the first visit it goes to the list of
 * sections, or, with the sidebar folded, to the page as a whole, which it scrolls: in the first
 * entry, where the stack puts it, a stray letter would take the place of the unit's name, which is
 * selected. */
static void
take_focus (LedgerPage *page)
{
  LedgerPeoplePage *self = LEDGER_PEOPLE_PAGE (page);
  GtkRoot *root = gtk_widget_get_root (self->settings);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->settings))
    {
      if (GTK_IS_EDITABLE (focus))
        gtk_editable_set_position (GTK_EDITABLE (focus), -1);
      if (self->visited)
        return;
    }
  self->visited = TRUE;
  if (!is_unit_known (self))
    gtk_widget_child_focus (self->settings, GTK_DIR_TAB_FORWARD);
  else if (!gtk_widget_get_mapped (self->navigator)
           || !gtk_widget_child_focus (self->navigator, GTK_DIR_TAB_FORWARD))
    gtk_root_set_focus (root, get_scroller (self));
}

/* Left to itself the toolkit leaves the page from there. */
static gboolean
ledger_people_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *scroller = get_scroller (LEDGER_PEOPLE_PAGE (widget));

  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_is_focus (scroller))
    return gtk_widget_child_focus (gtk_widget_get_first_child (scroller), direction);
  return GTK_WIDGET_CLASS (ledger_people_page_parent_class)->focus (widget, direction);
}

/* The groups, not the page: what cannot be changed can still be scrolled through. */
static void
follow_read_only (LedgerPeoplePage *self)
{
  const gboolean read_only =
      ledger_document_is_read_only (ledger_page_get_document (LEDGER_PAGE (self)));

  for (guint i = 0; i < self->groups->len; i++)
    gtk_widget_set_sensitive (self->groups->pdata[i], !read_only);
}

/* --- life --- */

static void
ledger_people_page_constructed (GObject *object)
{
  LedgerPeoplePage *self = LEDGER_PEOPLE_PAGE (object);
  LedgerPage *page = LEDGER_PAGE (object);

  G_OBJECT_CLASS (ledger_people_page_parent_class)->constructed (object);
  self->navigator = ledger_people_navigator_new ();
  add_group (self, ledger_decision_group_new (ledger_page_get_session (page)));
  add_fields (self, _ ("This round"), round_fields, G_N_ELEMENTS (round_fields));
  add_records (self,
               "phase",
               _ ("Phases"),
               _ ("Add a phase"),
               _ ("Phases divide the plan, for example mobilisation, rectification, report. Write "
                  "a name and press Enter."));
  add_records (self,
               "milestone",
               _ ("Milestones"),
               _ ("Add a milestone"),
               _ ("Days on which something must be handed in or held, for example the plan, the "
                  "meeting, the report."));
  add_records (self,
               "person",
               C_ ("settings", "People"),
               _ ("Add a person"),
               _ ("People come with the imported list, or are added here."));
  add_records (self,
               "department",
               C_ ("settings", "Departments"),
               _ ("Add a department"),
               _ ("Departments come with the imported list, or are added here."));
  add_fields (self, _ ("Names and rules"), rule_fields, G_N_ELEMENTS (rule_fields));
  ledger_page_set_navigator (page, self->navigator);
  ledger_page_add_pane (page, self->settings);
  g_signal_connect_object (ledger_page_get_document (page),
                           "notify::read-only",
                           G_CALLBACK (follow_read_only),
                           self,
                           G_CONNECT_SWAPPED);
  follow_read_only (self);
}

static void
ledger_people_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (ledger_people_page_parent_class)->dispose (object);
}

static void
ledger_people_page_finalize (GObject *object)
{
  g_ptr_array_unref (LEDGER_PEOPLE_PAGE (object)->groups);
  G_OBJECT_CLASS (ledger_people_page_parent_class)->finalize (object);
}

static void
ledger_people_page_class_init (LedgerPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ledger_people_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ledger_people_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ledger_people_page_finalize;
  widget_class->focus = ledger_people_page_focus;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/people/ledger-people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerPeoplePage, settings);
  LEDGER_PAGE_CLASS (klass)->ready = TRUE;
  LEDGER_PAGE_CLASS (klass)->take_focus = take_focus;
}

static void
ledger_people_page_init (LedgerPeoplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->groups = g_ptr_array_new ();
  ledger_page_set_title (LEDGER_PAGE (self), _ ("People and settings"));
}
