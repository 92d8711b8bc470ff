/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The teams that are in a conflict beside the one whose ladder it stands on. */
#include "remit-conflict-page.h"

#include <glib/gi18n.h>

#include "plan/design/remit-design.h"
#include "widgets/sections/remit-icon-button.h"

struct _RemitConflictTeams
{
  RemitListSection parent_instance;
};

G_DEFINE_FINAL_TYPE (RemitConflictTeams, remit_conflict_teams, REMIT_TYPE_LIST_SECTION)

static GtkWidget *
create_row (RemitListSection *self,
            gpointer item,
            guint index G_GNUC_UNUSED)
{
  RemitEntity *involvement = item;
  g_autofree char *team =
    remit_design_dup_name (remit_section_get_link (self)->workspace, REMIT_KIND_TEAM,
                           remit_entity_get_integer (involvement, REMIT_INVOLVEMENT_TEAM));
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), team);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", team, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             remit_icon_button_new ("list-remove-symbolic", label, "part.remove",
                                                    remit_entity_get_id (involvement)));
  return row;
}

static void
remit_conflict_teams_class_init (RemitConflictTeamsClass *klass)
{
  RemitListSectionClass *section_class = REMIT_LIST_SECTION_CLASS (klass);

  section_class->kind = REMIT_KIND_INVOLVEMENT;
  section_class->others = REMIT_KIND_BIT (REMIT_KIND_TEAM);
  section_class->create_row = create_row;
}

static void
remit_conflict_teams_init (RemitConflictTeams *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Other Teams Involved"));
  remit_list_section_set_picker (REMIT_LIST_SECTION (self), _ ("Add a Team"),
                                 REMIT_INVOLVEMENT_TEAM);
}
