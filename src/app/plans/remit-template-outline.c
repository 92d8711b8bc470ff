/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The content of a template: teams, slots and their purposes. */
#include "remit-template-outline.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "model/remit-percent.h"

/* What a slot is there for, and the skills that it needs. */
static char *
dup_subtitle (const RemitTemplateSlot *slot)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *skills = NULL;

  for (guint i = 0; i < slot->skills->len; i++)
    g_strv_builder_add (names, slot->skills->pdata[i]);
  list = g_strv_builder_end (names);
  /* Translators: between the names of skills */
  skills = g_strjoinv (_ (", "), list);
  if (*skills == '\0')
    return g_strdup (slot->why);
  /* Translators: why a slot is there, and below the skills that it needs */
  return g_strchug (g_strdup_printf (_ ("%s\nNeeds %s"), slot->why, skills));
}

static GtkWidget *
create_slot_row (const RemitTemplateSlot *slot)
{
  g_autofree char *subtitle = dup_subtitle (slot);
  g_autofree char *percent = remit_percent_keep (g_strdup_printf (_ ("%d %%"), slot->fte));
  g_autofree char *demand = slot->is_required
                              ? g_strdup (percent)
                              /* Translators: the percent of a slot that may stay vacant */
                              : g_strdup_printf (_ ("%s, optional"), percent);
  GtkWidget *label = gtk_label_new (demand);
  GtkWidget *row;

  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", slot->name, "subtitle",
                      subtitle, NULL);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static char *
dup_description (const RemitTemplateDetails *details,
                 const RemitTemplateTeam *team)
{
  const RemitTemplateTeam *parent
    = team->parent >= 0 ? details->teams->pdata[team->parent] : NULL;

  if (parent == NULL)
    return g_strdup (team->purpose);
  /* Translators: what a team is for, and below the team that it is part of */
  return g_strchug (g_strdup_printf (_ ("%s\nPart of %s"), team->purpose, parent->name));
}

static GtkWidget *
create_team_group (const RemitTemplateDetails *details,
                   const RemitTemplateTeam *team)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *description = dup_description (details, team);
  g_autofree char *name = g_markup_escape_text (team->name, -1);
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), name);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), escaped);
  for (guint i = 0; i < team->slots->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               create_slot_row (team->slots->pdata[i]));
  return group;
}

void
remit_template_outline_show (GtkBox *teams,
                             const RemitTemplateDetails *details)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (teams));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (teams))) != NULL)
    gtk_box_remove (teams, child);
  for (guint i = 0; details != NULL && i < details->teams->len; i++)
    gtk_box_append (teams, create_team_group (details, details->teams->pdata[i]));
}
