/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which teams are on the board: by name, topology, risk, vacant slots and findings. */
#include "remit-board-filter-bar.h"

#include <glib/gi18n.h>

struct _RemitBoardFilterBar
{
  AdwBin parent_instance;

  gboolean filling;
  GtkEditable *text;
  GtkDropDown *topology;
  GtkDropDown *risk;
  GtkDropDown *vacancy;
  GtkDropDown *findings;
};

G_DEFINE_FINAL_TYPE (RemitBoardFilterBar, remit_board_filter_bar, ADW_TYPE_BIN)

static void
on_chosen (RemitBoardFilterBar *self)
{
  if (!self->filling)
    g_signal_emit_by_name (self, "changed");
}

static void
remit_board_filter_bar_dispose (GObject *object)
{
  REMIT_BOARD_FILTER_BAR (object)->filling = TRUE; /* the choices are heard as they go */

  G_OBJECT_CLASS (remit_board_filter_bar_parent_class)->dispose (object);
}

static void
remit_board_filter_bar_class_init (RemitBoardFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_board_filter_bar_dispose;

  /**
   * RemitBoardFilterBar::changed:
   *
   * Something else was chosen.
   */
  g_signal_new ("changed", REMIT_TYPE_BOARD_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/board/remit-board-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitBoardFilterBar, text);
  gtk_widget_class_bind_template_child (widget_class, RemitBoardFilterBar, topology);
  gtk_widget_class_bind_template_child (widget_class, RemitBoardFilterBar, risk);
  gtk_widget_class_bind_template_child (widget_class, RemitBoardFilterBar, vacancy);
  gtk_widget_class_bind_template_child (widget_class, RemitBoardFilterBar, findings);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
}

/* The values of a field, after "any". */
static void
offer (GtkDropDown *drop_down,
       guint field,
       const char *any)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  const RemitChoice *choices = remit_team_info.fields[field].choices;

  gtk_string_list_append (words, any);
  for (; choices->label != NULL; choices++)
    gtk_string_list_append (words, _ (choices->label));
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (words));
}

static void
remit_board_filter_bar_init (RemitBoardFilterBar *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  offer (self->topology, REMIT_TEAM_TOPOLOGY, _ ("Any topology"));
  offer (self->risk, REMIT_TEAM_AI_RISK, _ ("Any risk"));
  self->filling = FALSE;
}

void
remit_board_filter_bar_set (RemitBoardFilterBar *self,
                            const RemitBoardFilter *filter)
{
  g_return_if_fail (REMIT_IS_BOARD_FILTER_BAR (self));

  self->filling = TRUE;
  gtk_editable_set_text (self->text, filter->text != NULL ? filter->text : "");
  gtk_drop_down_set_selected (self->topology, (guint) (filter->topology + 1));
  gtk_drop_down_set_selected (self->risk, (guint) (filter->risk + 1));
  gtk_drop_down_set_selected (self->vacancy, filter->vacancy);
  gtk_drop_down_set_selected (self->findings, filter->findings);
  self->filling = FALSE;
}

static int
get_value (GtkDropDown *drop_down)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  return selected != GTK_INVALID_LIST_POSITION ? (int) selected - 1 : REMIT_BOARD_ANY;
}

void
remit_board_filter_bar_get (RemitBoardFilterBar *self,
                            RemitBoardFilter *filter)
{
  g_return_if_fail (REMIT_IS_BOARD_FILTER_BAR (self));

  *filter = (RemitBoardFilter){
    .text = g_strdup (gtk_editable_get_text (self->text)),
    .topology = get_value (self->topology),
    .risk = get_value (self->risk),
    .vacancy = (RemitBoardVacancy) MAX (get_value (self->vacancy) + 1, 0),
    .findings = (RemitBoardFindings) MAX (get_value (self->findings) + 1, 0),
  };
}
