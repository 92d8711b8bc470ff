/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heading of a group of teams on the board, and all of it when it is folded. */
#include "remit-team-band.h"

#include <glib/gi18n.h>

#include "widgets/remit-names.h"
#include "widgets/remit-style.h"
#include "widgets/remit-tooltip.h"

struct _RemitTeamBand
{
  GtkWidget parent_instance;

  char *key;
  gboolean folded;

  GtkWidget *box;
  GtkImage *arrow;
  GtkLabel *name;
  GtkLabel *sums;
};

G_DEFINE_FINAL_TYPE (RemitTeamBand, remit_team_band, GTK_TYPE_WIDGET)

static void
remit_team_band_dispose (GObject *object)
{
  RemitTeamBand *self = REMIT_TEAM_BAND (object);

  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (remit_team_band_parent_class)->dispose (object);
}

static void
remit_team_band_class_init (RemitTeamBandClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_team_band_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/board/cards/remit-team-band.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitTeamBand, box);
  gtk_widget_class_bind_template_child (widget_class, RemitTeamBand, arrow);
  gtk_widget_class_bind_template_child (widget_class, RemitTeamBand, name);
  gtk_widget_class_bind_template_child (widget_class, RemitTeamBand, sums);
  gtk_widget_class_set_css_name (widget_class, "remit-team-band");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
on_clicked (RemitTeamBand *self,
            int n_press,
            double x G_GNUC_UNUSED,
            double y G_GNUC_UNUSED,
            GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->key != NULL && n_press == 1)
    gtk_widget_activate_action (GTK_WIDGET (self), "board.fold-group", "s", self->key);
}

static void
remit_team_band_init (RemitTeamBand *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_clicked), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

RemitTeamBand *
remit_team_band_new (void)
{
  return g_object_new (REMIT_TYPE_TEAM_BAND, NULL);
}

/* In a strip the sums follow the name; folded they stand below it, a line each. */
static void
set_folded (RemitTeamBand *self,
            gboolean folded)
{
  self->folded = folded;
  gtk_image_set_from_icon_name (self->arrow, folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), folded ? GTK_ORIENTATION_VERTICAL
                                                                     : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_valign (self->box, folded ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  gtk_label_set_wrap (self->name, folded);
  gtk_label_set_lines (self->name, folded ? 4 : 1);
  gtk_label_set_wrap (self->sums, folded);
  gtk_label_set_ellipsize (self->sums, folded ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  remit_style_set_class (GTK_WIDGET (self), "folded", folded);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, !folded, -1);
}

void
remit_team_band_bind (RemitTeamBand *self,
                      const RemitBoardGroup *group)
{
  g_return_if_fail (REMIT_IS_TEAM_BAND (self));

  if (g_strcmp0 (self->key, group->key) != 0)
    gtk_label_set_label (self->sums, "");
  g_free (self->key);
  self->key = g_strdup (group->key);
  gtk_label_set_label (self->name, group->name);
  set_folded (self, group->folded);
  remit_tooltip_set (GTK_WIDGET (self->name), group->name);
  remit_names_set (GTK_WIDGET (self), group->name);
}

void
remit_team_band_show_sums (RemitTeamBand *self,
                           const RemitBoardSums *sums)
{
  g_autofree char *teams = NULL;
  g_autofree char *slots = NULL;
  g_autofree char *time = NULL;
  g_autofree char *findings = NULL;
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (REMIT_IS_TEAM_BAND (self));

  teams = g_strdup_printf (ngettext ("%u team", "%u teams", sums->n_teams), sums->n_teams);
  slots = remit_board_sums_dup_slots (sums);
  time = remit_board_sums_dup_time (sums);
  findings = remit_board_sums_dup_findings (sums);
  text = g_strjoin (self->folded ? "\n" : " · ", teams, slots, time, findings, NULL);
  spoken = g_strjoin (", ", gtk_label_get_label (self->name), teams, slots, time, findings, NULL);
  gtk_label_set_label (self->sums, text);
  remit_names_set (GTK_WIDGET (self), spoken);
}

const char *
remit_team_band_get_key (RemitTeamBand *self)
{
  g_return_val_if_fail (REMIT_IS_TEAM_BAND (self), NULL);

  return self->key;
}

void
remit_team_band_set_example (RemitTeamBand *self)
{
  g_return_if_fail (REMIT_IS_TEAM_BAND (self));

  set_folded (self, FALSE);
  gtk_label_set_label (self->name, "X");
  gtk_label_set_label (self->sums, "X");
}
