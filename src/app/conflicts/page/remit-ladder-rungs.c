/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rungs of a ladder, to be edited. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-ladder-rungs.h"

#include <glib/gi18n.h>

#include "conflicts/remit-conflict-words.h"
#include "plan/design/remit-design.h"
#include "widgets/pickers/remit-picker-button.h"
#include "widgets/remit-editor.h"
#include "widgets/rows/remit-choice-row.h"
#include "widgets/rows/remit-switch-row.h"
#include "widgets/rows/remit-text-row.h"

static const RemitKind holder_kinds[] = { REMIT_KIND_SLOT, REMIT_KIND_ROLE, REMIT_KIND_PERSON };
static const guint holder_fields[] = { REMIT_RUNG_SLOT, REMIT_RUNG_ROLE, REMIT_RUNG_PERSON };

struct _RemitLadderRungs
{
  AdwPreferencesGroup parent_instance;

  RemitEntityLink link;
  GtkWidget *list;
  GtkDropDown *kind;
  RemitEntityPicker *picker;
  char *shown; /* what the rows are of, to make them anew only when it changes */
};

static void remit_ladder_rungs_editor_init (RemitEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitLadderRungs, remit_ladder_rungs, ADW_TYPE_PREFERENCES_GROUP,
                               G_IMPLEMENT_INTERFACE (REMIT_TYPE_EDITOR,
                                                      remit_ladder_rungs_editor_init))

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static GtkWidget *
create_button (const char *icon,
               const char *label,
               const char *action,
               gint64 rung)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", rung);
  return button;
}

static void
add_field (RemitLadderRungs *self,
           GtkWidget *row,
           GType type,
           const char *field,
           RemitEntity *rung)
{
  GtkWidget *child = g_object_new (type, "field", field, NULL);

  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), child);
  remit_editor_show_all (child, self->link.workspace, self->link.plan, rung);
}

static GtkWidget *
create_row (RemitLadderRungs *self,
            RemitEntity *rung,
            guint number)
{
  gint64 team = remit_entity_get_integer (self->link.entity, REMIT_LADDER_TEAM);
  g_autofree char *asked = remit_rung_dup_words (self->link.workspace,
                                                 remit_entity_get_record (rung), team);
  g_autofree char *text = g_strdup_printf ("%u", number);
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *mark = gtk_label_new (text);
  gint64 id = remit_entity_get_id (rung);

  gtk_widget_add_css_class (mark, "remit-rung");
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), asked);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), mark);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row),
                               create_button ("list-remove-symbolic", _ ("Remove"), "rungs.remove",
                                              id));
  if (number > 1)
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row),
                                 create_button ("go-up-symbolic", _ ("Ask Earlier"),
                                                "rungs.earlier", id));
  add_field (self, row, REMIT_TYPE_TEXT_ROW, "limit", rung);
  add_field (self, row, REMIT_TYPE_CHOICE_ROW, "clock", rung);
  add_field (self, row, REMIT_TYPE_CHOICE_ROW, "action", rung);
  add_field (self, row, REMIT_TYPE_SWITCH_ROW, "automatic", rung);
  add_field (self, row, REMIT_TYPE_SWITCH_ROW, "skip", rung);
  return row;
}

static char *
dup_state (RemitLadderRungs *self,
           GPtrArray *rungs)
{
  g_autoptr (GString) state = g_string_new (NULL);

  g_string_append_printf (state, "%" G_GINT64_FORMAT, remit_entity_get_id (self->link.entity));
  for (guint i = 0; i < rungs->len; i++)
    {
      g_autofree char *asked = remit_rung_dup_words (
        self->link.workspace, remit_entity_get_record (rungs->pdata[i]),
        remit_entity_get_integer (self->link.entity, REMIT_LADDER_TEAM));

      g_string_append_printf (state, "\n%" G_GINT64_FORMAT " %s",
                              remit_entity_get_id (rungs->pdata[i]), asked);
    }
  return g_string_free (g_steal_pointer (&state), FALSE);
}

static void
update (GtkWidget *widget)
{
  RemitLadderRungs *self = REMIT_LADDER_RUNGS (widget);
  g_autoptr (GPtrArray) rungs = NULL;
  g_autofree char *state = NULL;
  GtkWidget *child;

  if (self->link.entity != NULL)
    {
      rungs = remit_design_get_rungs (self->link.workspace,
                                      remit_entity_get_id (self->link.entity));
      state = dup_state (self, rungs);
    }
  if (g_strcmp0 (state, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&state);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; rungs != NULL && i < rungs->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), create_row (self, rungs->pdata[i], i + 1));
  gtk_widget_set_visible (self->list, rungs != NULL && rungs->len > 0);
}

/* ── What is done ─────────────────────────────────────────────────────────────────────────── */

static void
on_remove (GtkWidget *widget,
           const char *name G_GNUC_UNUSED,
           GVariant *parameter)
{
  RemitLadderRungs *self = REMIT_LADDER_RUNGS (widget);
  g_autoptr (RemitWorkspace) workspace = g_object_ref (self->link.workspace);
  g_autoptr (GError) error = NULL;
  gboolean done = remit_design_delete (workspace, REMIT_KIND_RUNG, g_variant_get_int64 (parameter),
                                       &error);

  remit_conflict_say (widget, workspace, done, error);
}

/* Returns: the rung that is asked before this one, or 0 */
static gint64
find_before (RemitLadderRungs *self,
             gint64 rung)
{
  g_autoptr (GPtrArray) rungs = remit_design_get_rungs (self->link.workspace,
                                                        remit_entity_get_id (self->link.entity));

  for (guint i = 1; i < rungs->len; i++)
    if (remit_entity_get_id (rungs->pdata[i]) == rung)
      return remit_entity_get_id (rungs->pdata[i - 1]);
  return 0;
}

static void
on_earlier (GtkWidget *widget,
            const char *name G_GNUC_UNUSED,
            GVariant *parameter)
{
  RemitLadderRungs *self = REMIT_LADDER_RUNGS (widget);
  g_autoptr (RemitWorkspace) workspace = g_object_ref (self->link.workspace);
  g_autoptr (GError) error = NULL;
  gint64 rung = g_variant_get_int64 (parameter);
  gint64 before = find_before (self, rung);
  gboolean done = before == 0 || remit_design_move_rung (workspace, rung, before, &error);

  remit_conflict_say (widget, workspace, done, error);
}

static void
on_picked (RemitLadderRungs *self,
           gint64 id)
{
  g_autoptr (RemitWorkspace) workspace = g_object_ref (self->link.workspace);
  g_autoptr (RemitRecord) rung = remit_record_new (REMIT_KIND_RUNG);
  g_autoptr (GError) error = NULL;
  gboolean done;

  remit_record_set_integer (rung, REMIT_RUNG_PLAN,
                            remit_entity_get_integer (self->link.entity, REMIT_LADDER_PLAN));
  remit_record_set_integer (rung, REMIT_RUNG_LADDER, remit_entity_get_id (self->link.entity));
  remit_record_set_integer (rung, holder_fields[gtk_drop_down_get_selected (self->kind)], id);
  remit_record_set_integer (rung, REMIT_RUNG_CLOCK, REMIT_CLOCK_WORKING);
  remit_record_set_integer (rung, REMIT_RUNG_LIMIT, 16 * 60);
  done = remit_design_create (workspace, rung, &error) != 0;
  remit_conflict_say (GTK_WIDGET (self), workspace, done, error);
}

static char *
describe_slot (RemitWorkspace *workspace,
               RemitEntity *subject G_GNUC_UNUSED,
               RemitEntity *entity)
{
  return remit_design_dup_name (workspace, REMIT_KIND_TEAM,
                                remit_entity_get_integer (entity, REMIT_SLOT_TEAM));
}

static void
fill (RemitLadderRungs *self)
{
  RemitKind kind = holder_kinds[MIN (gtk_drop_down_get_selected (self->kind),
                                     G_N_ELEMENTS (holder_kinds) - 1)];

  if (self->link.entity == NULL)
    return;
  if (kind == REMIT_KIND_SLOT)
    remit_entity_picker_show_best (
      self->picker, self->link.workspace, kind, self->link.entity,
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL), describe_slot);
  else
    remit_entity_picker_show (self->picker, self->link.workspace, kind, self->link.entity);
}

static GtkWidget *
create_adder (RemitLadderRungs *self)
{
  const char *words[] = { _ ("Slot"), _ ("Role"), _ ("Person"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->kind = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (words));
  self->picker = g_object_new (REMIT_TYPE_ENTITY_PICKER, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Who is to be asked"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->kind));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->picker));
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (on_picked), self,
                           G_CONNECT_SWAPPED);
  return remit_picker_button_new (_ ("Add a Rung"), self->picker, box, G_CALLBACK (fill), self);
}

static void
show_entity (RemitEditor *editor,
             RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *entity)
{
  RemitLadderRungs *self = REMIT_LADDER_RUNGS (editor);

  remit_entity_link_set (&self->link, GTK_WIDGET (self), workspace, plan, entity, update);
}

static void
remit_ladder_rungs_editor_init (RemitEditorInterface *iface)
{
  iface->show = show_entity;
}

static void
remit_ladder_rungs_dispose (GObject *object)
{
  remit_entity_link_clear (&REMIT_LADDER_RUNGS (object)->link);

  G_OBJECT_CLASS (remit_ladder_rungs_parent_class)->dispose (object);
}

static void
remit_ladder_rungs_finalize (GObject *object)
{
  g_free (REMIT_LADDER_RUNGS (object)->shown);

  G_OBJECT_CLASS (remit_ladder_rungs_parent_class)->finalize (object);
}

static void
remit_ladder_rungs_class_init (RemitLadderRungsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_ladder_rungs_dispose;
  G_OBJECT_CLASS (klass)->finalize = remit_ladder_rungs_finalize;
  gtk_widget_class_install_action (widget_class, "rungs.remove", "x", on_remove);
  gtk_widget_class_install_action (widget_class, "rungs.earlier", "x", on_earlier);
}

static void
remit_ladder_rungs_init (RemitLadderRungs *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Rungs"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (self),
    _ ("Who is asked, first to last. Conflicts that go on keep the rungs that they were raised "
       "with."));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), create_adder (self));
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->list);
}
