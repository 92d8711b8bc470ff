/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a team's column: its name, purpose, and how far it is filled. */
#include "remit-team-head.h"

#include <glib/gi18n.h>

#include "plan/design/remit-comments.h"
#include "remit-comment-mark.h"
#include "remit-sign-mark.h"
#include "widgets/drawing/remit-finding-mark.h"
#include "widgets/remit-menu.h"
#include "widgets/remit-names.h"
#include "widgets/remit-tooltip.h"

struct _RemitTeamHead
{
  GtkWidget parent_instance;

  RemitEntity *team;

  GtkWidget *box;
  GtkImage *mark; /* made when something is found */
  GtkWidget *comments; /* made when there are any */
  GtkLabel *name;
  GtkLabel *purpose;
  GtkLabel *filled;
  GtkMenuButton *menu_button;
  GtkWidget *sign; /* made when there is one */
};

G_DEFINE_FINAL_TYPE (RemitTeamHead, remit_team_head, GTK_TYPE_WIDGET)

static void
remit_team_head_dispose (GObject *object)
{
  RemitTeamHead *self = REMIT_TEAM_HEAD (object);

  remit_team_head_unbind (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (remit_team_head_parent_class)->dispose (object);
}

static void
remit_team_head_class_init (RemitTeamHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_team_head_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/board/cards/remit-team-head.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitTeamHead, box);
  gtk_widget_class_bind_template_child (widget_class, RemitTeamHead, name);
  gtk_widget_class_bind_template_child (widget_class, RemitTeamHead, purpose);
  gtk_widget_class_bind_template_child (widget_class, RemitTeamHead, filled);
  gtk_widget_class_bind_template_child (widget_class, RemitTeamHead, menu_button);
  gtk_widget_class_set_css_name (widget_class, "remit-team-head");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_team_head_init (RemitTeamHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static RemitDrag *
create_drag (GtkWidget *widget)
{
  RemitTeamHead *self = REMIT_TEAM_HEAD (widget);

  if (self->team == NULL)
    return NULL;
  return remit_drag_new (REMIT_DRAG_TEAM, remit_entity_get_id (self->team),
                         gtk_label_get_label (self->name));
}

/* ── What is laid over it ─────────────────────────────────────────────────────────────────── */

/* What differs stands where the purpose was. */
void
remit_team_head_show_sign (RemitTeamHead *self,
                           RemitBoardGhosts *ghosts)
{
  g_autofree char *sign = NULL;
  g_autofree char *line = NULL;
  g_autofree char *spoken = NULL;
  g_auto (GStrv) lines = NULL;
  const char *text;

  g_return_if_fail (REMIT_IS_TEAM_HEAD (self));

  if (self->team == NULL)
    return;
  sign = remit_sign_mark_show (ghosts, remit_entity_get_id (self->team), GTK_WIDGET (self),
                               self->box, &self->sign);
  if (sign == NULL)
    return;
  remit_board_ghosts_get_sign (ghosts, remit_entity_get_id (self->team), &text);
  lines = g_strsplit (text, "\n", -1);
  line = *text != '\0' ? g_strjoinv (" · ", lines) : g_strdup (sign);
  gtk_label_set_label (self->purpose, line);
  remit_tooltip_set (GTK_WIDGET (self->purpose), sign);
  spoken = g_strdup_printf ("%s. %s", gtk_label_get_label (self->name), sign);
  remit_names_set (GTK_WIDGET (self), spoken);
}

/* ── What it shows ────────────────────────────────────────────────────────────────────────── */

/* The keyboard may be elsewhere: the actions are to be on this team. */
static void
on_create_popup (GtkMenuButton *button,
                 gpointer data)
{
  gtk_widget_activate_action (data, "board.team", "x", remit_team_head_get_team (data));
  remit_menu_fill (button, "board-team", NULL);
}

RemitTeamHead *
remit_team_head_new (RemitDragHub *hub)
{
  RemitTeamHead *self = g_object_new (REMIT_TYPE_TEAM_HEAD, NULL);

  gtk_menu_button_set_create_popup_func (self->menu_button, on_create_popup, self, NULL);
  remit_tooltip_set (GTK_WIDGET (self->menu_button), _ ("Team Menu"));
  remit_drag_hub_add_source (hub, GTK_WIDGET (self), GTK_WIDGET (self), create_drag);
  return self;
}

static gboolean
is_filled (RemitWorkspace *workspace,
           RemitEntity *slot)
{
  return remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_SLOT,
                                        remit_entity_get_id (slot))->len > 0;
}

static char *
dup_filled (RemitWorkspace *workspace,
            RemitEntity *team)
{
  GPtrArray *slots = remit_workspace_get_referring (workspace, REMIT_KIND_SLOT, REMIT_SLOT_TEAM,
                                                    remit_entity_get_id (team));
  guint n_filled = 0;

  for (guint i = 0; i < slots->len; i++)
    n_filled += is_filled (workspace, g_ptr_array_index (slots, i));
  if (slots->len == 0)
    return g_strdup (_ ("No slots yet"));
  /* Translators: how many slots of a team have somebody in them, and how many there are */
  return g_strdup_printf (ngettext ("%u of %u slot filled", "%u of %u slots filled", slots->len),
                          n_filled, slots->len);
}

void
remit_team_head_bind (RemitTeamHead *self,
                      RemitWorkspace *workspace,
                      RemitEntity *team)
{
  const char *name = remit_entity_get_text (team, REMIT_TEAM_NAME);
  const char *purpose = remit_entity_get_text (team, REMIT_TEAM_PURPOSE);
  g_autofree char *filled = dup_filled (workspace, team);
  g_autofree char *comments = NULL;
  g_autofree char *spoken = NULL;

  g_set_object (&self->team, team);
  gtk_label_set_label (self->name, name);
  remit_tooltip_set (GTK_WIDGET (self->name), name); /* seen where it is cut */
  gtk_label_set_label (self->purpose, *purpose != '\0' ? purpose : _ ("No purpose"));
  gtk_label_set_label (self->filled, filled);
  remit_tooltip_set (GTK_WIDGET (self->purpose), *purpose != '\0' ? purpose : NULL);

  comments = remit_comment_mark_show_in (
    remit_comments_count_open (workspace, REMIT_KIND_TEAM, remit_entity_get_id (team)),
    GTK_BOX (self->box), &self->comments);

  /* Translators: a team, how many of its slots are filled, and how many comments on it are open */
  spoken = comments != NULL ? g_strdup_printf (_ ("Team %s, %s, %s"), name, filled, comments)
                          /* Translators: a team, and how many of its slots are filled */
                          : g_strdup_printf (_ ("Team %s, %s"), name, filled);
  remit_names_set (GTK_WIDGET (self), spoken);
}

void
remit_team_head_unbind (RemitTeamHead *self)
{
  if (self->menu_button != NULL) /* what is chosen now would be done to another team */
    gtk_menu_button_popdown (self->menu_button);
  g_clear_object (&self->team);
}

gint64
remit_team_head_get_team (RemitTeamHead *self)
{
  g_return_val_if_fail (REMIT_IS_TEAM_HEAD (self), 0);

  return self->team != NULL ? remit_entity_get_id (self->team) : 0;
}

void
remit_team_head_set_example (RemitTeamHead *self)
{
  gtk_label_set_label (self->name, "X");
  gtk_label_set_label (self->purpose, "X");
  gtk_label_set_label (self->filled, "X");
}

void
remit_team_head_show_findings (RemitTeamHead *self,
                               RemitChecker *checker)
{
  g_auto (RemitFindingMark) mark = { 0 };

  g_return_if_fail (REMIT_IS_TEAM_HEAD (self));

  if (self->team == NULL)
    return;
  remit_finding_mark_get (checker, REMIT_KIND_TEAM, remit_entity_get_id (self->team),
                          REMIT_KIND_NONE, 0, &mark);
  remit_finding_mark_show_in (&mark, GTK_BOX (self->box), &self->mark);
}
