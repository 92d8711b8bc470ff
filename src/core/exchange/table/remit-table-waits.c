/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slots whose people are named but unknown: they are reserved for them. */
#include "remit-table-waits.h"

#include <glib/gi18n-lib.h>

#include "exchange/table/value/remit-table-value.h"
#include "model/remit-text.h"

#define MAX_PERCENT 1000

struct _RemitTableWaits
{
  RemitTableJob *job;
  GPtrArray *slots; /* (element-type RemitTableSlot): those that wait, and were there before */
};

RemitTableWaits *
remit_table_waits_new (RemitTableJob *job)
{
  RemitTableWaits *self = g_new0 (RemitTableWaits, 1);

  self->job = job;
  self->slots = g_ptr_array_new ();
  return self;
}

void
remit_table_waits_free (RemitTableWaits *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->slots);
  g_free (self);
}

gboolean
remit_table_waits_is_awaited (RemitTableWaits *self,
                              const RemitTableHolder *holder)
{
  return !self->job->options->no_waiting && holder->match == REMIT_TABLE_MATCH_NONE
         && !remit_table_value_is_nothing (holder->text)
         && !remit_table_value_is_open (holder->text)
         && !remit_table_value_is_unknown (holder->text);
}

gboolean
remit_table_waits_is_for (const RemitTableSlot *slot,
                          const RemitTableHolder *holder)
{
  const char *text = remit_record_get_text (slot->record, REMIT_SLOT_AWAITS);
  g_autofree char *awaited = NULL;
  g_autofree char *named = NULL;

  if (*text == '\0')
    return FALSE;
  awaited = remit_text_fold (text);
  named = remit_text_fold (holder->text);
  return g_str_equal (awaited, named);
}

/* ── What a row says ──────────────────────────────────────────────────────────────────────── */

/* Returns: what is allocated at all times; 0 for what the slot needs */
static gint64
read_percent (RemitTableWaits *self,
              const RemitCsvRow *row,
              const RemitTableHolder *holder)
{
  int column = self->job->columns[REMIT_TABLE_SEATS_ALLOCATION];

  if (holder->percent > 0)
    return MIN (holder->percent, MAX_PERCENT);
  if (column < 0)
    return 0;
  return MIN (remit_table_job_read_share (self->job, row, REMIT_TABLE_SEATS_ALLOCATION,
                                          (guint) column),
              MAX_PERCENT);
}

static gint64
read_day (RemitTableWaits *self,
          const RemitCsvRow *row,
          guint target)
{
  return self->job->columns[target] >= 0 ? remit_table_job_read_day (self->job, row, target) : 0;
}

/* Returns: (transfer full): the allocations of a row that has days, or months */
static GArray *
read_periods (RemitTableWaits *self,
              const RemitCsvRow *row,
              const RemitRecord *slot,
              gint64 percent,
              const GArray *runs)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (RemitPeriod));
  RemitPeriod period;

  if (runs != NULL)
    {
      g_array_append_vals (periods, runs->data, runs->len);
      return periods;
    }
  period.from = read_day (self, row, REMIT_TABLE_SEATS_ASSIGNED_FROM);
  period.until = read_day (self, row, REMIT_TABLE_SEATS_ASSIGNED_UNTIL);
  period.percent = percent > 0 ? percent : remit_record_get_integer (slot, REMIT_SLOT_FTE);
  if ((period.from == 0 && period.until == 0) || period.percent == 0
      || !remit_table_job_are_in_order (self->job, row, period.from, period.until))
    return periods;
  g_array_append_val (periods, period);
  return periods;
}

/* ── What a slot keeps ────────────────────────────────────────────────────────────────────── */

static GArray *
get_periods (const RemitRecord *slot)
{
  return remit_periods_read (remit_record_get_text (slot, REMIT_SLOT_AWAITS_PERIODS));
}

guint
remit_table_waits_count (const RemitRecord *slot)
{
  g_autoptr (GArray) periods = get_periods (slot);

  return periods->len;
}

static gboolean
set_periods (RemitRecord *slot,
             const GArray *periods)
{
  g_autofree char *text = remit_periods_write (periods);

  return remit_record_set_text (slot, REMIT_SLOT_AWAITS_PERIODS, text);
}

/* Returns: whether the slot waits for somebody else than before */
static gboolean
set_text (RemitTableWaits *self,
          const RemitCsvRow *row,
          RemitRecord *slot,
          const char *text)
{
  g_autofree char *kept = g_strdup (text);

  remit_table_job_fit (self->job, row, REMIT_KIND_SLOT, REMIT_SLOT_AWAITS, kept);
  return remit_record_set_text (slot, REMIT_SLOT_AWAITS, kept);
}

static gboolean
set_nobody (RemitRecord *slot)
{
  gboolean changed = remit_record_set_text (slot, REMIT_SLOT_AWAITS, "");

  changed |= remit_record_set_integer (slot, REMIT_SLOT_AWAITS_PERCENT, 0);
  changed |= remit_record_set_text (slot, REMIT_SLOT_AWAITS_PERIODS, "");
  return changed;
}

void
remit_table_waits_set (RemitTableWaits *self,
                       const RemitCsvRow *row,
                       RemitRecord *slot,
                       const RemitTableHolder *holder,
                       const GArray *runs)
{
  g_autoptr (GArray) periods = NULL;
  gint64 percent;

  if (!remit_table_waits_is_awaited (self, holder))
    return;
  percent = runs == NULL ? read_percent (self, row, holder) : 0;
  periods = read_periods (self, row, slot, percent, runs);
  set_text (self, row, slot, holder->text);
  remit_record_set_integer (slot, REMIT_SLOT_AWAITS_PERCENT, periods->len > 0 ? 0 : percent);
  set_periods (slot, periods);
}

static gboolean
is_same (const RemitPeriod *a,
         const RemitPeriod *b)
{
  return a->from == b->from && a->until == b->until && a->percent == b->percent;
}

/* Rows of one slot follow each other as its periods do: those that are as before stay. */
static gboolean
add_periods (RemitTableSlot *slot,
             const GArray *periods)
{
  g_autoptr (GArray) kept = get_periods (slot->record);

  for (guint i = 0; i < periods->len; i++)
    {
      const RemitPeriod *period = &g_array_index (periods, RemitPeriod, i);

      if (slot->n_periods < kept->len
          && is_same (&g_array_index (kept, RemitPeriod, slot->n_periods), period))
        slot->n_periods++;
      else if (slot->n_periods < REMIT_PERIODS_MAX)
        {
          g_array_set_size (kept, slot->n_periods++);
          g_array_append_val (kept, *period);
        }
    }
  return set_periods (slot->record, kept);
}

/* What a row says of a slot that waits for the same in an earlier row is one more allocation. */
static gboolean
add_row (RemitTableWaits *self,
         const RemitCsvRow *row,
         RemitTableSlot *slot,
         const RemitTableHolder *holder,
         const GArray *runs)
{
  gint64 percent = runs == NULL ? read_percent (self, row, holder) : 0;
  g_autoptr (GArray) periods = read_periods (self, row, slot->record, percent, runs);
  gboolean changed = FALSE;

  if (!slot->taken)
    {
      slot->n_periods = 0;
      g_ptr_array_add (self->slots, slot);
      changed = set_text (self, row, slot->record, holder->text);
    }
  if (!slot->taken || periods->len > 0)
    changed |= remit_record_set_integer (slot->record, REMIT_SLOT_AWAITS_PERCENT,
                                         periods->len > 0 ? 0 : percent);
  return add_periods (slot, periods) || changed;
}

static void
note_lost (RemitTableWaits *self,
           const RemitCsvRow *row,
           const RemitTablePlace *place,
           const char *text)
{
  remit_import_result_note (self->job->result, REMIT_NOTE_AWAITED, row->line,
                            /* Translators: a role, a team, a name */
                            _ ("%s of %s: “%s” was skipped, since the slot is filled by, or "
                               "reserved for, another person"),
                            place->role_name, place->team->name, text);
}

gboolean
remit_table_waits_merge (RemitTableWaits *self,
                         const RemitCsvRow *row,
                         const RemitTablePlace *place,
                         RemitTableSlot *slot,
                         const RemitTableHolder *holder,
                         const GArray *runs)
{
  const char *old = remit_record_get_text (slot->record, REMIT_SLOT_AWAITS);

  if (holder->person != NULL)
    {
      if (slot->taken && *old != '\0')
        note_lost (self, row, place, old);
      return set_nobody (slot->record);
    }
  if (!remit_table_waits_is_awaited (self, holder) || slot->assignments->len > 0)
    return FALSE;
  if (!slot->is_filled
      && (!slot->taken || *old == '\0' || remit_table_waits_is_for (slot, holder)))
    return add_row (self, row, slot, holder, runs);
  note_lost (self, row, place, holder->text);
  return FALSE;
}

gboolean
remit_table_waits_end (RemitTableWaits *self,
                       GError **error)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      RemitTableSlot *slot = self->slots->pdata[i];
      g_autoptr (GArray) periods = get_periods (slot->record);

      if (slot->is_filled || periods->len <= slot->n_periods)
        continue;
      g_array_set_size (periods, slot->n_periods);
      set_periods (slot->record, periods);
      if (!remit_edit_update (self->job->edit, slot->record, error))
        return FALSE;
    }
  return TRUE;
}
