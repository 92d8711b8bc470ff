/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a column of a table is read, with its first values. */
#include "remit-reading-row.h"

#include <glib/gi18n.h>

#include "exchange/table/value/remit-table-way.h"
#include "widgets/remit-style.h"

struct _RemitReadingRow
{
  AdwComboRow parent_instance;

  RemitTableImport *import;
  guint target;
  RemitTableMeasure measure;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (RemitReadingRow, remit_reading_row, ADW_TYPE_COMBO_ROW)

/* What the values decide is the first choice, then there are the ways. */
static const guint BY_VALUES = 0;

static const char *
get_name (RemitReadingRow *self)
{
  return remit_table_get_targets (self->import->kind)[self->target].name;
}

static void
on_selected (RemitReadingRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  const char *const *ways = remit_table_measure_get_ways (self->measure);
  g_autoptr (GError) error = NULL;

  if (self->updating || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (!remit_table_import_choose (self->import, get_name (self),
                                  selected == BY_VALUES ? NULL : ways[selected - 1], &error))
    g_warning ("%s", error->message);
  g_signal_emit_by_name (self, "chosen");
}

static void
offer_ways (RemitReadingRow *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  const char *const *ways = remit_table_measure_get_ways (self->measure);

  gtk_string_list_append (list, _ ("Automatic, from the values"));
  for (guint i = 0; ways[i] != NULL; i++)
    gtk_string_list_append (list, remit_table_measure_get_way_label (self->measure, i));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (list));
}

/* The way that is chosen, or that the values decide, which is said either way. */
static void
show_way (RemitReadingRow *self)
{
  int way = remit_table_reading_get_way (&self->import->readings[self->target], self->measure);

  self->updating = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), (guint) (way + 1));
  self->updating = FALSE;
}

static void
show_values (RemitReadingRow *self,
             gboolean unsure,
             const RemitTableWeek *week)
{
  g_auto (GStrv) values = remit_table_import_dup_values (self->import, self->target, week);
  /* Translators: between sample values of a column */
  g_autofree char *list = g_strjoinv (_ (" · "), values);
  g_autofree char *text = NULL;

  if (unsure)
    /* Translators: sample values of a column */
    text = g_strdup_printf (_ ("The file does not say. Check that the value is right. %s"), list);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text != NULL ? text : list);
}

void
remit_reading_row_update (RemitReadingRow *self,
                          const RemitTableWeek *week)
{
  gboolean unsure;

  g_return_if_fail (REMIT_IS_READING_ROW (self));

  unsure = remit_table_import_is_unsure (self->import, self->target);
  gtk_widget_set_visible (
    GTK_WIDGET (self),
    self->import->columns[self->target] >= 0
      && remit_table_tally_has_question (&self->import->tallies[self->target], self->measure));
  show_way (self);
  show_values (self, unsure, week);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (self),
                                unsure ? "dialog-question-symbolic" : NULL);
  remit_style_set_class (GTK_WIDGET (self), "unsure", unsure);
}

static void
remit_reading_row_class_init (RemitReadingRowClass *klass)
{
  g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
remit_reading_row_init (RemitReadingRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected), NULL);
}

RemitReadingRow *
remit_reading_row_new (RemitTableImport *import,
                       guint target)
{
  RemitReadingRow *self = g_object_new (REMIT_TYPE_READING_ROW, NULL);
  const char *label = _ (remit_table_get_targets (import->kind)[target].label);
  /* Translators: the name of a field; in which way the values of its column are read */
  g_autofree char *title = g_strdup_printf (_ ("%s: Read As"), label);

  self->import = import;
  self->target = target;
  remit_table_import_get_measure (import, target, &self->measure);
  self->updating = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  offer_ways (self);
  self->updating = FALSE;
  return self;
}
