/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The content of a template: teams, slots and their purposes. */
#include "remit-template-outline.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "exchange/plan/remit-plan-reader.h"
#include "plan/design/remit-design.h"

/* The names of the skills that a slot needs, joined. */
static char *
dup_needs (RemitWorkspace *workspace,
           gint64 slot)
{
  GPtrArray *needs =
    remit_workspace_get_referring (workspace, REMIT_KIND_SLOT_NEED, REMIT_SLOT_NEED_SLOT, slot);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < needs->len; i++)
    {
      gint64 skill =
        remit_entity_get_integer (g_ptr_array_index (needs, i), REMIT_SLOT_NEED_SKILL);
      RemitEntity *entity = remit_workspace_get (workspace, REMIT_KIND_SKILL, skill);

      if (entity != NULL)
        g_strv_builder_add (names, remit_entity_get_text (entity, REMIT_SKILL_NAME));
    }
  list = g_strv_builder_end (names);
  /* Translators: between the names of skills */
  return g_strjoinv (_ (", "), list);
}

static GtkWidget *
create_slot_row (RemitWorkspace *workspace,
                 RemitEntity *slot)
{
  GtkWidget *row;
  gint64 id = remit_entity_get_id (slot);
  g_autofree char *name = remit_design_dup_name (workspace, REMIT_KIND_SLOT, id);
  g_autofree char *need = remit_record_display (remit_entity_get_record (slot), REMIT_SLOT_FTE);
  g_autofree char *skills = dup_needs (workspace, id);
  const char *why = remit_entity_get_text (slot, REMIT_SLOT_WHY);
  g_autofree char *subtitle =
    *skills == '\0' ? g_strdup (why)
                    /* Translators: why a slot is there, and below the skills that it needs */
                    : g_strdup_printf (_ ("%s\nNeeds %s"), why, skills);
  GtkWidget *label = gtk_label_new (need);

  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name, "subtitle",
                      g_strchug (subtitle), NULL);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static GtkWidget *
create_team_group (RemitWorkspace *workspace,
                   RemitEntity *team)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GPtrArray) slots = remit_design_get_parts (workspace, REMIT_KIND_SLOT,
                                                        remit_entity_get_id (team));
  g_autofree char *name = g_markup_escape_text (remit_entity_get_text (team, REMIT_TEAM_NAME), -1);
  g_autofree char *purpose =
    g_markup_escape_text (remit_entity_get_text (team, REMIT_TEAM_PURPOSE), -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), name);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), purpose);
  for (guint i = 0; i < slots->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               create_slot_row (workspace, g_ptr_array_index (slots, i)));
  return group;
}

/* The template is read into a workspace of its own, in memory, which is gone afterwards. */
gboolean
remit_template_outline_show (GtkBox *teams,
                             const char *path,
                             GError **error)
{
  g_autoptr (RemitWorkspace) workspace = NULL;
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GPtrArray) list = NULL;
  GtkWidget *child;
  const RemitImportOptions options = { 0 };

  g_return_val_if_fail (GTK_IS_BOX (teams), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (teams))) != NULL)
    gtk_box_remove (teams, child);
  workspace = remit_workspace_open (":memory:", REMIT_STORE_CREATE, error);
  if (workspace == NULL)
    return FALSE;
  result = remit_plan_read_template (remit_workspace_get_store (workspace), path, NULL, &options,
                                     error);
  if (result == NULL || !remit_workspace_open_plan (workspace, result->plan, error))
    return FALSE;

  list = remit_design_get_parts (workspace, REMIT_KIND_TEAM, result->plan);
  for (guint i = 0; i < list->len; i++)
    gtk_box_append (teams, create_team_group (workspace, g_ptr_array_index (list, i)));
  return TRUE;
}
