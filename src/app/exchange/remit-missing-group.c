/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People who are missing in a newer list, and what to do with them. */
#include "remit-missing-group.h"

#include <glib/gi18n.h>

#include "exchange/remit-exchange.h"
#include "model/remit-day.h"
#include "remit-import-list.h"

/* Leave them, yesterday, the end of last month, the end of this one. */
#define MAX_CHOICES 4

struct _RemitMissingGroup {
  AdwPreferencesGroup parent_instance;

  AdwComboRow *choice;
  GtkWidget *names;
  gint64 days[MAX_CHOICES];
  guint n_days;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (RemitMissingGroup, remit_missing_group, ADW_TYPE_PREFERENCES_GROUP)

/* @format is for the day; two choices of one day are one. */
static void
offer (RemitMissingGroup *self,
       GtkStringList *list,
       const char *format,
       gint64 day)
{
  g_autofree char *words = remit_day_display (day);
  g_autofree char *text = g_strdup_printf (format, words);

  for (guint i = 0; i < self->n_days; i++)
    if (self->days[i] == day)
      return;
  self->days[self->n_days++] = day;
  gtk_string_list_append (list, text);
}

/* Returns: the last day of the month before that of @day, or of that month */
static gint64
get_month_end (gint64 day,
               gboolean before)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  g_date_set_day (&date, 1);
  if (!before)
    g_date_add_months (&date, 1);
  return (gint64) g_date_get_julian (&date) - 1;
}

static void
fill_choices (RemitMissingGroup *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  gint64 today = remit_day_today ();

  self->n_days = 1; /* with the first, which is none */
  gtk_string_list_append (list, _ ("Keep unchanged"));
  /* Translators: of people; a day */
  offer (self, list, _ ("Set the end to yesterday, %s"), today - 1);
  /* Translators: of people; a day */
  offer (self, list, _ ("Set the end to last month, %s"), get_month_end (today, TRUE));
  /* Translators: of people; a day */
  offer (self, list, _ ("Set the end to this month, %s"), get_month_end (today, FALSE));
  adw_combo_row_set_model (self->choice, G_LIST_MODEL (list));
}

static void
on_chosen (RemitMissingGroup *self)
{
  if (!self->loading)
    g_signal_emit_by_name (self, "changed");
}

static void
remit_missing_group_class_init (RemitMissingGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/exchange/remit-missing-group.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitMissingGroup, choice);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
}

static void
remit_missing_group_init (RemitMissingGroup *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  self->loading = FALSE;
}

static void
show_names (RemitMissingGroup *self,
            GPtrArray *missing)
{
  guint n = missing->len;
  g_autofree char *title = g_strdup_printf (ngettext ("%'u person", "%'u people", n), n);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (self->names != NULL)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->names);
  for (guint i = 0; i < missing->len; i++)
    g_ptr_array_add (names, ((RemitImportMissing *) missing->pdata[i])->name);
  self->names = remit_import_list_create_row (title, NULL, names, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->names);
}

void
remit_missing_group_show (RemitMissingGroup *self,
                          GPtrArray *missing)
{
  g_return_if_fail (REMIT_IS_MISSING_GROUP (self));
  g_return_if_fail (missing != NULL);

  show_names (self, missing);
  gtk_widget_set_visible (GTK_WIDGET (self), missing->len > 0);
}

void
remit_missing_group_reset (RemitMissingGroup *self)
{
  g_return_if_fail (REMIT_IS_MISSING_GROUP (self));

  self->loading = TRUE;
  adw_combo_row_set_selected (self->choice, 0);
  self->loading = FALSE;
}

gint64
remit_missing_group_get_day (RemitMissingGroup *self)
{
  guint selected;

  g_return_val_if_fail (REMIT_IS_MISSING_GROUP (self), 0);

  selected = adw_combo_row_get_selected (self->choice);
  return selected < self->n_days ? self->days[selected] : 0;
}
