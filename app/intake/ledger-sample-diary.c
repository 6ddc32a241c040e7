/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sample-diary.h"

#include "ledger-workflow.h"

/* Days before today. */
#define RETURNED_AGO 4
#define CLOSED_AGO 3
#define PUT_OFF_AGO 2
#define PROLONGED_AGO 10
static const int signed_ago[] = {
  [LEDGER_STEP_HANDLER] = 12,
  [LEDGER_STEP_REVIEWER] = 8,
  [LEDGER_STEP_LEADER] = 5,
};

static guint
count_signed (LedgerSampleState state)
{
  switch (state)
    {
    case LEDGER_SAMPLE_REVIEW:
    case LEDGER_SAMPLE_RETURNED:
      return 1;
    case LEDGER_SAMPLE_APPROVAL:
      return 2;
    case LEDGER_SAMPLE_DONE:
    case LEDGER_SAMPLE_CLOSED:
    case LEDGER_SAMPLE_CHANGED:
      return 3;
    case LEDGER_SAMPLE_UNCLAIMED:
    case LEDGER_SAMPLE_CLAIMED:
    case LEDGER_SAMPLE_NO_HANDLER:
    case LEDGER_SAMPLE_PROGRESS:
    case LEDGER_SAMPLE_CONTINUED:
    default:
      return 0;
    }
}

guint
ledger_sample_diary_count_done (LedgerSampleList *list, guint row)
{
  const LedgerImportIssue *issue = g_ptr_array_index (list->rows, row);
  const LedgerSampleState state = list->states[row];

  if (state >= LEDGER_SAMPLE_REVIEW && state != LEDGER_SAMPLE_CONTINUED)
    return issue->measures->len;
  if (state == LEDGER_SAMPLE_PROGRESS || state == LEDGER_SAMPLE_CONTINUED)
    return row % issue->measures->len;
  return 0;
}

LedgerDay
ledger_sample_diary_start_of (LedgerDay today, guint place)
{
  return today - LEDGER_SAMPLE_FEEDBACK_AGO + 10 + 6 * (LedgerDay)place;
}

/* What is signed was finished in the seven working days before, the rest in those before today. */
LedgerDay
ledger_sample_diary_finish_of (
    LedgerSampleList *list, LedgerCalendar *calendar, LedgerDay today, guint row, guint place)
{
  const gboolean is_signed = count_signed (list->states[row]) > 0;
  const LedgerDay end = today - (is_signed ? signed_ago[LEDGER_STEP_HANDLER] : 0);
  const LedgerDay latest =
      ledger_calendar_add_working_days (calendar, end, -1 - (int)(row * 5 % 7));
  const LedgerDay start = ledger_sample_diary_start_of (today, place);
  const LedgerDay wanted = MAX (start + 12, list->due[row] - 4 + (LedgerDay)place);

  return MIN (ledger_calendar_add_working_days (calendar, wanted - 1, 1), latest);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const LedgerSampleEvent *one = a;
  const LedgerSampleEvent *other = b;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  if (one->deed != other->deed)
    return one->deed < other->deed ? -1 : 1;
  if (one->row != other->row)
    return one->row < other->row ? -1 : 1;
  return one->place < other->place ? -1 : one->place > other->place;
}

GArray *
ledger_sample_diary_new (LedgerSampleList *list, LedgerCalendar *calendar, LedgerDay today)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (LedgerSampleEvent));

  for (guint row = 0; row < list->rows->len; row++)
    {
      const LedgerSampleState state = list->states[row];
      const struct
      {
        gboolean happened;
        LedgerSampleDeed deed;
        int days_ago;
      } once[] = {
        { state == LEDGER_SAMPLE_CONTINUED, LEDGER_SAMPLE_PROLONGED, PROLONGED_AGO },
        { state == LEDGER_SAMPLE_RETURNED, LEDGER_SAMPLE_SENT_BACK, RETURNED_AGO },
        { state == LEDGER_SAMPLE_CLOSED, LEDGER_SAMPLE_SETTLED, CLOSED_AGO },
        { state == LEDGER_SAMPLE_CHANGED, LEDGER_SAMPLE_PUT_OFF, PUT_OFF_AGO },
      };
      LedgerSampleEvent event = { .row = row };

      event.deed = LEDGER_SAMPLE_FINISHED;
      for (event.place = 0; event.place < ledger_sample_diary_count_done (list, row); event.place++)
        {
          event.day = ledger_sample_diary_finish_of (list, calendar, today, row, event.place);
          g_array_append_val (events, event);
        }
      event.deed = LEDGER_SAMPLE_SIGNED;
      for (event.place = 0; event.place < count_signed (state); event.place++)
        {
          event.day =
              ledger_calendar_working_day_at_or_before (calendar, today - signed_ago[event.place]);
          g_array_append_val (events, event);
        }
      event.place = 0;
      for (guint i = 0; i < G_N_ELEMENTS (once); i++)
        {
          event.deed = once[i].deed;
          event.day = ledger_calendar_working_day_at_or_before (calendar, today - once[i].days_ago);
          if (once[i].happened)
            g_array_append_val (events, event);
        }
    }
  g_array_sort (events, compare_events);
  return events;
}
