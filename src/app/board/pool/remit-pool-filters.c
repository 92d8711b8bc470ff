/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By what people in the pool are chosen: time, skill, unit and location, and how many have it. */
#include "remit-pool-filters.h"

#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "widgets/pickers/remit-counted-choices.h"
#include "widgets/remit-tooltip.h"

struct _RemitPoolFilters
{
  GtkWidget parent_instance;

  RemitPoolPeople *people;
  gint64 day;

  GtkWidget *box;
  GtkDropDown *availability;
  GtkMenuButton *day_button;
  GtkCalendar *calendar;
  GtkDropDown *skill;
  GtkDropDown *unit;
  GtkDropDown *location;
};

G_DEFINE_FINAL_TYPE (RemitPoolFilters, remit_pool_filters, GTK_TYPE_WIDGET)

static const char *const availabilities[REMIT_N_AVAILABILITIES] = {
  [REMIT_AVAILABILITY_ANY] = N_ ("Everybody"),
  [REMIT_AVAILABILITY_FREE] = N_ ("Free today"),
  [REMIT_AVAILABILITY_FREE_FROM] = N_ ("Free from…"),
  [REMIT_AVAILABILITY_UNASSIGNED] = N_ ("Unassigned"),
  [REMIT_AVAILABILITY_OVERLOADED] = N_ ("Overloaded"),
};

static GtkDropDown *
get_facet (RemitPoolFilters *self,
           RemitRosterFacet facet)
{
  GtkDropDown *const drop_downs[REMIT_ROSTER_N_FACETS] = {
    [REMIT_ROSTER_SKILLS] = self->skill,
    [REMIT_ROSTER_UNITS] = self->unit,
    [REMIT_ROSTER_LOCATIONS] = self->location,
  };

  return drop_downs[facet];
}

static RemitAvailability
get_availability (RemitPoolFilters *self)
{
  guint selected = gtk_drop_down_get_selected (self->availability);

  return selected < REMIT_N_AVAILABILITIES ? (RemitAvailability) selected
                                           : REMIT_AVAILABILITY_ANY;
}

/* ── What is offered ──────────────────────────────────────────────────────────────────────── */

static void
offer_availabilities (RemitPoolFilters *self,
                      const RemitRosterFound *found)
{
  RemitCountedChoice choices[REMIT_N_AVAILABILITIES];

  for (guint i = 0; i < REMIT_N_AVAILABILITIES; i++)
    {
      choices[i].name = _ (availabilities[i]);
      choices[i].n = found != NULL ? (int) found->n_available[i] : -1;
    }
  /* of no day it is not known */
  if (get_availability (self) != REMIT_AVAILABILITY_FREE_FROM)
    choices[REMIT_AVAILABILITY_FREE_FROM].n = -1;
  remit_counted_choices_set_all (self->availability, choices[REMIT_AVAILABILITY_ANY].n);
  remit_counted_choices_offer (self->availability, choices + 1, REMIT_N_AVAILABILITIES - 1);
}

static void
offer_facet (RemitPoolFilters *self,
             RemitRosterFacet facet,
             const GArray *found)
{
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (RemitCountedChoice));

  for (guint i = 0; i < found->len; i++)
    {
      const RemitRosterChoice *choice = &g_array_index (found, RemitRosterChoice, i);
      RemitCountedChoice counted = { choice->name, (int) choice->n };

      g_array_append_val (choices, counted);
    }
  remit_counted_choices_offer (get_facet (self, facet),
                               (const RemitCountedChoice *) (gpointer) choices->data,
                               choices->len);
}

static void
on_found (RemitPoolFilters *self)
{
  const RemitRosterFound *found = remit_pool_people_get_found (self->people);

  offer_availabilities (self, found);
  for (guint i = 0; found != NULL && i < REMIT_ROSTER_N_FACETS; i++)
    offer_facet (self, i, found->choices[i]);
}

/* ── What is chosen ───────────────────────────────────────────────────────────────────────── */

static void
show_day (RemitPoolFilters *self)
{
  g_autofree char *day = remit_day_display (self->day);

  gtk_menu_button_set_label (self->day_button, day);
  gtk_widget_set_visible (GTK_WIDGET (self->day_button),
                          get_availability (self) == REMIT_AVAILABILITY_FREE_FROM);
}

static void
on_availability_selected (RemitPoolFilters *self)
{
  show_day (self);
  if (self->people != NULL)
    remit_pool_people_set_availability (self->people, get_availability (self), self->day);
}

static void
on_day_selected (RemitPoolFilters *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");

  self->day = remit_day_parse (text);
  on_availability_selected (self);
}

static void
on_facet_selected (RemitPoolFilters *self)
{
  for (guint i = 0; self->people != NULL && i < REMIT_ROSTER_N_FACETS; i++)
    remit_pool_people_choose (self->people, i, remit_counted_choices_get (get_facet (self, i)));
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

/* How many there are of each is counted as long as it is seen. */
static void
remit_pool_filters_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (remit_pool_filters_parent_class)->map (widget);

  remit_pool_people_set_counting (REMIT_POOL_FILTERS (widget)->people, TRUE);
}

static void
remit_pool_filters_unmap (GtkWidget *widget)
{
  remit_pool_people_set_counting (REMIT_POOL_FILTERS (widget)->people, FALSE);

  GTK_WIDGET_CLASS (remit_pool_filters_parent_class)->unmap (widget);
}

static void
remit_pool_filters_dispose (GObject *object)
{
  RemitPoolFilters *self = REMIT_POOL_FILTERS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->people);

  G_OBJECT_CLASS (remit_pool_filters_parent_class)->dispose (object);
}

static void
remit_pool_filters_class_init (RemitPoolFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_pool_filters_dispose;
  widget_class->map = remit_pool_filters_map;
  widget_class->unmap = remit_pool_filters_unmap;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/board/pool/remit-pool-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitPoolFilters, box);
  gtk_widget_class_bind_template_child (widget_class, RemitPoolFilters, availability);
  gtk_widget_class_bind_template_child (widget_class, RemitPoolFilters, day_button);
  gtk_widget_class_bind_template_child (widget_class, RemitPoolFilters, calendar);
  gtk_widget_class_bind_template_child (widget_class, RemitPoolFilters, skill);
  gtk_widget_class_bind_template_child (widget_class, RemitPoolFilters, unit);
  gtk_widget_class_bind_template_child (widget_class, RemitPoolFilters, location);
  gtk_widget_class_bind_template_callback (widget_class, on_availability_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_facet_selected);
  gtk_widget_class_bind_template_callback (widget_class, remit_tooltip_rest);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
remit_pool_filters_init (RemitPoolFilters *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->day = remit_day_today ();
  remit_counted_choices_set_up (self->availability, _ (availabilities[0]));
  remit_counted_choices_set_up (self->skill, _ ("Any skill"));
  remit_counted_choices_set_up (self->unit, _ ("Any unit"));
  remit_counted_choices_set_up (self->location, _ ("Any location"));
  offer_availabilities (self, NULL);
  show_day (self);
}

void
remit_pool_filters_set_people (RemitPoolFilters *self,
                               RemitPoolPeople *people)
{
  g_return_if_fail (REMIT_IS_POOL_FILTERS (self));
  g_return_if_fail (self->people == NULL);

  self->people = g_object_ref (people);
  g_signal_connect_object (people, "found", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
}

void
remit_pool_filters_clear (RemitPoolFilters *self)
{
  g_return_if_fail (REMIT_IS_POOL_FILTERS (self));

  gtk_drop_down_set_selected (self->availability, 0);
  for (guint i = 0; i < REMIT_ROSTER_N_FACETS; i++)
    gtk_drop_down_set_selected (get_facet (self, i), 0);
}

char *
remit_pool_filters_dup_summary (RemitPoolFilters *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  RemitAvailability availability;
  g_auto (GStrv) all = NULL;

  g_return_val_if_fail (REMIT_IS_POOL_FILTERS (self), NULL);

  availability = get_availability (self);
  if (availability == REMIT_AVAILABILITY_FREE_FROM)
    {
      g_autofree char *day = remit_day_display (self->day);
      /* Translators: a filter, and a day */
      g_autofree char *free_from = g_strdup_printf (_ ("Free from %s"), day);

      g_strv_builder_add (parts, free_from);
    }
  else if (availability != REMIT_AVAILABILITY_ANY)
    g_strv_builder_add (parts, _ (availabilities[availability]));
  for (guint i = 0; i < REMIT_ROSTER_N_FACETS; i++)
    if (remit_counted_choices_get (get_facet (self, i)) != NULL)
      g_strv_builder_add (parts, remit_counted_choices_get (get_facet (self, i)));
  all = g_strv_builder_end (parts);
  return all[0] != NULL ? g_strjoinv (" · ", all) : NULL;
}
