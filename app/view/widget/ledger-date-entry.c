/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-date-entry.h"

#include <glib/gi18n-lib.h>

#include "ledger-date-reading.h"
#include "ledger-popover-room.h"
#include "ledger-tab-order.h"

struct _LedgerDateEntry
{
  GtkWidget parent_instance;

  LedgerDocument *document; /* or NULL */
  LedgerCalendar *working_days;
  gboolean deadline;
  gboolean fact;
  LedgerDateReading *reading;

  GtkWidget *entry;
  GtkWidget *words;
  GtkWidget *suggestion;
  GtkWidget *suggested;
  GtkWidget *popover;
  GtkWidget *calendar;
};

enum
{
  PROP_FACT = 1,
  N_PROPS,
};

enum
{
  CHANGED,
  ACTIVATE,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerDateEntry, ledger_date_entry, GTK_TYPE_WIDGET)

static LedgerDay
today (LedgerDateEntry *self)
{
  return self->document != NULL ? ledger_document_get_today (self->document) : ledger_day_today ();
}

static const char *
get_text (LedgerDateEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static gboolean
is_readable (LedgerDateEntry *self)
{
  const LedgerDeadline *deadline = self->reading->deadline;

  return deadline != NULL && (self->deadline || deadline->day != LEDGER_DAY_NONE);
}

static void
show_reading (LedgerDateEntry *self)
{
  const gboolean empty = *get_text (self) == '\0';
  g_autofree char *suggestion =
      ledger_date_reading_describe_suggestion (self->reading, today (self));

  gtk_label_set_text (GTK_LABEL (self->words),
                      empty                          ? ""
                      : !is_readable (self)          ? _ ("Cannot be read as a date")
                      : self->reading->doubt != NULL ? self->reading->doubt
                                                     : self->reading->text);
  gtk_widget_set_visible (self->words, !empty);
  gtk_widget_set_visible (self->suggestion, suggestion != NULL);
  gtk_label_set_text (GTK_LABEL (self->suggested), suggestion != NULL ? suggestion : "");
  if (empty || is_readable (self))
    gtk_widget_remove_css_class (self->entry, "error");
  else
    gtk_widget_add_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               empty || is_readable (self) ? GTK_ACCESSIBLE_INVALID_FALSE
                                                           : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  ledger_popover_room_make (GTK_WIDGET (self));
}

static void
read_text (LedgerDateEntry *self)
{
  g_clear_pointer (&self->reading, ledger_date_reading_free);
  self->reading =
      ledger_date_reading_new (get_text (self), today (self), self->working_days, self->fact);
  show_reading (self);
}

static void
on_text_changed (LedgerDateEntry *self)
{
  read_text (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_activate (LedgerDateEntry *self)
{
  if (*get_text (self) == '\0' || is_readable (self))
    g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
on_suggestion (LedgerDateEntry *self)
{
  ledger_date_entry_set_day (self, self->reading->suggestion);
  gtk_widget_grab_focus (self->entry);
}

static void
on_day_selected (LedgerDateEntry *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));

  ledger_date_entry_set_day (self,
                             ledger_day_new (g_date_time_get_year (date),
                                             g_date_time_get_month (date),
                                             g_date_time_get_day_of_month (date)));
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->entry);
}

static void
open_calendar (LedgerDateEntry *self)
{
  LedgerDay day = ledger_date_entry_get_day (self);
  g_autoptr (GDateTime) date = NULL;
  int year, month, dom;

  ledger_day_split (day != LEDGER_DAY_NONE ? day : today (self), &year, &month, &dom);
  date = g_date_time_new_utc (year, month, dom, 0, 0, 0);
  /* Selecting by code must not choose. */
  g_signal_handlers_block_by_func (self->calendar, on_day_selected, self);
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), date);
  g_signal_handlers_unblock_by_func (self->calendar, on_day_selected, self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_open (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_calendar (LEDGER_DATE_ENTRY (widget));
}

static void
ledger_date_entry_dispose (GObject *object)
{
  LedgerDateEntry *self = LEDGER_DATE_ENTRY (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_DATE_ENTRY);
  g_clear_pointer (&self->reading, ledger_date_reading_free);
  g_clear_pointer (&self->working_days, ledger_calendar_unref);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (ledger_date_entry_parent_class)->dispose (object);
}

static gboolean
ledger_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LEDGER_DATE_ENTRY (widget)->entry);
}

static void
ledger_date_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FACT)
    g_value_set_boolean (value, LEDGER_DATE_ENTRY (object)->fact);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ledger_date_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FACT)
    ledger_date_entry_set_fact (LEDGER_DATE_ENTRY (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ledger_date_entry_class_init (LedgerDateEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_date_entry_dispose;
  G_OBJECT_CLASS (klass)->get_property = ledger_date_entry_get_property;
  G_OBJECT_CLASS (klass)->set_property = ledger_date_entry_set_property;
  props[PROP_FACT] =
      g_param_spec_boolean ("fact",
                            NULL,
                            NULL,
                            FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  widget_class->focus = ledger_tab_order_through;
  widget_class->grab_focus = ledger_date_entry_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "dateentry");
  gtk_widget_class_install_action (widget_class, "date.open", NULL, on_open);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/widget/ledger-date-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerDateEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, LedgerDateEntry, words);
  gtk_widget_class_bind_template_child (widget_class, LedgerDateEntry, suggestion);
  gtk_widget_class_bind_template_child (widget_class, LedgerDateEntry, suggested);
  gtk_widget_class_bind_template_child (widget_class, LedgerDateEntry, popover);
  gtk_widget_class_bind_template_child (widget_class, LedgerDateEntry, calendar);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, open_calendar);
  gtk_widget_class_bind_template_callback (widget_class, on_suggestion);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  signals[CHANGED] = g_signal_new (
      "changed", LEDGER_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new (
      "activate", LEDGER_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ledger_date_entry_init (LedgerDateEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ledger_date_entry_new (LedgerDocument *document, const char *label)
{
  LedgerDateEntry *self = g_object_new (LEDGER_TYPE_DATE_ENTRY, NULL);

  self->document = document != NULL ? g_object_ref (document) : NULL;
  self->working_days = document != NULL
                           ? ledger_calendar_ref (ledger_document_get_calendar (document))
                           : ledger_calendar_load_default ();
  self->reading = ledger_date_reading_new ("", today (self), self->working_days, FALSE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

void
ledger_date_entry_set_deadline (LedgerDateEntry *self, gboolean deadline)
{
  self->deadline = deadline;
  show_reading (self);
}

void
ledger_date_entry_set_fact (LedgerDateEntry *self, gboolean fact)
{
  if (self->fact == fact)
    return;
  self->fact = fact;
  /* 下周五 and +5 are no use for what has been. */
  gtk_entry_set_placeholder_text (
      GTK_ENTRY (self->entry), fact ? _ ("3.5, 2026.3.5") : _ ("3.5, month end, +5 working days"));
  read_text (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FACT]);
}

char *
ledger_date_entry_dup_value (LedgerDateEntry *self)
{
  if (*get_text (self) == '\0')
    return g_strdup ("");
  if (!is_readable (self))
    return NULL;
  /* The deadline's words are what was typed, or the day where a short form was typed. */
  return g_strdup (self->reading->deadline->words);
}

LedgerDay
ledger_date_entry_get_day (LedgerDateEntry *self)
{
  return self->reading->deadline != NULL ? self->reading->deadline->day : LEDGER_DAY_NONE;
}

void
ledger_date_entry_set_day (LedgerDateEntry *self, LedgerDay day)
{
  g_autofree char *words = NULL;

  if (day != LEDGER_DAY_NONE)
    words = ledger_day_to_words (day, LEDGER_DAY_NONE);
  ledger_date_entry_set_words (self, words);
}

void
ledger_date_entry_set_words (LedgerDateEntry *self, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), words != NULL ? words : "");
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}
