/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ladder of a conflict: its rungs, who is behind them today, and where it stands. */
#include "remit-conflict-page.h"

#include <glib/gi18n.h>

#include "conflicts/due/remit-clock.h"
#include "conflicts/remit-conflict-words.h"
#include "plan/conflict/remit-ladder-repeat.h"

struct _RemitConflictRungs
{
  RemitListSection parent_instance;
};

G_DEFINE_FINAL_TYPE (RemitConflictRungs, remit_conflict_rungs, REMIT_TYPE_LIST_SECTION)

static char *
dup_action (const RemitRecord *rung)
{
  return g_strdup (remit_record_get_integer (rung, REMIT_OWN_RUNG_ACTION) == REMIT_RUNG_DECIDE
                     /* Translators: what somebody on an escalation ladder may do */
                     ? _ ("May decide")
                     : _ ("May mediate"));
}

/* "May decide · 48 hours · Working hours" */
static char *
dup_subtitle (const RemitRecord *rung)
{
  g_autofree char *action = dup_action (rung);
  g_autofree char *limit = remit_record_display (rung, REMIT_OWN_RUNG_LIMIT);
  g_autofree char *clock = remit_record_display (rung, REMIT_OWN_RUNG_CLOCK);

  return g_strjoin (" · ", action, limit, clock,
                    remit_record_get_integer (rung, REMIT_OWN_RUNG_AUTOMATIC)
                      ? remit_field_get_label (
                          &remit_own_rung_info.fields[REMIT_OWN_RUNG_AUTOMATIC])
                      : NULL,
                    NULL);
}

static void
mark_current (GtkWidget *row,
              gint64 due)
{
  GtkWidget *counter = g_object_new (REMIT_TYPE_CLOCK, NULL);

  gtk_widget_add_css_class (row, "current");
  gtk_widget_set_valign (counter, GTK_ALIGN_CENTER);
  remit_clock_set_due (REMIT_CLOCK (counter), due);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), counter);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, TRUE, -1);
}

/* The rung that a conflict is on while it is running, or 0. */
static gint64
get_current (RemitEntity *conflict)
{
  gint64 status = remit_entity_get_integer (conflict, REMIT_CONFLICT_STATUS);

  return remit_conflict_status_is_running ((RemitConflictStatus) status)
           ? remit_entity_get_integer (conflict, REMIT_CONFLICT_RUNG)
           : 0;
}

static GtkWidget *
create_row (RemitListSection *self,
            gpointer item,
            guint index G_GNUC_UNUSED)
{
  const RemitRecord *rung = item;
  RemitSectionLink *link = remit_section_get_link (self);
  gint64 position = remit_record_get_integer (rung, REMIT_OWN_RUNG_POSITION);
  g_autofree char *asked = remit_rung_dup_words (
    link->workspace, rung, remit_entity_get_integer (link->entity, REMIT_CONFLICT_TEAM));
  g_autofree char *words = dup_subtitle (rung);
  g_autofree char *number = g_strdup_printf ("%d", (int) position);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", asked,
                                 "subtitle", words, NULL);
  GtkWidget *mark = gtk_label_new (number);

  gtk_widget_add_css_class (mark, "remit-rung");
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  if (position == get_current (link->entity))
    mark_current (row, remit_entity_get_integer (link->entity, REMIT_CONFLICT_DUE));
  return row;
}

static void
show_repeats (RemitListSection *self,
              GPtrArray *rungs)
{
  RemitSectionLink *link = remit_section_get_link (self);
  g_autofree char *repeats = remit_ladder_dup_repeats (
    link->workspace, rungs, remit_entity_get_integer (link->entity, REMIT_CONFLICT_TEAM));
  g_autofree char *escaped = g_markup_escape_text (repeats, -1);
  g_autofree char *words = g_strconcat (_ ("Copied when the conflict was raised"),
                                        *repeats != '\0' ? "\n⚠ " : "", escaped, NULL);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), words);
}

static GPtrArray *
get_items (RemitListSection *self)
{
  RemitSectionLink *link = remit_section_get_link (self);
  GPtrArray *rungs = remit_store_load_parts (remit_workspace_get_store (link->workspace),
                                             REMIT_KIND_OWN_RUNG,
                                             remit_entity_get_id (link->entity), NULL);

  gtk_widget_set_visible (GTK_WIDGET (self), rungs != NULL && rungs->len > 0);
  if (rungs != NULL)
    show_repeats (self, rungs);
  return rungs != NULL ? rungs : g_ptr_array_new ();
}

static void
remit_conflict_rungs_class_init (RemitConflictRungsClass *klass)
{
  RemitListSectionClass *section_class = REMIT_LIST_SECTION_CLASS (klass);

  section_class->kind = REMIT_KIND_OWN_RUNG;
  section_class->others = REMIT_HOLDER_KINDS;
  section_class->get_items = get_items;
  section_class->create_row = create_row;
}

static void
remit_conflict_rungs_init (RemitConflictRungs *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Ladder"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _ ("Copied when the conflict was raised"));
}
