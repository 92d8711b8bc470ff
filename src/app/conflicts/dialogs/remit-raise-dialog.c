/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Raises a conflict. */
#include "remit-raise-dialog.h"

#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "plan/conflict/remit-settle.h"
#include "plan/decide/remit-holder.h"
#include "plan/design/remit-design.h"
#include "plan/load/remit-load.h"
#include "widgets/pickers/remit-entity-picker.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-text.h"

struct _RemitRaiseDialog
{
  AdwWindow parent_instance;

  GtkWidget *parent;
  RemitWorkspace *workspace;
  gint64 plan;
  gint64 owner;
  GArray *people;  /* ids of the parties */
  GArray *teams;   /* ids, in the order of the choices; the first is 0, for the plan */
  GArray *ladders; /* ids, in the order of the choices; the first is 0, for the team's */

  AdwEntryRow *name;
  AdwComboRow *team;
  AdwComboRow *ladder;
  AdwComboRow *type;
  AdwComboRow *severity;
  AdwComboRow *visibility;
  AdwPreferencesGroup *parties;
  GtkMenuButton *party_button;
  RemitEntityPicker *party_picker;
  GtkTextView *description;
  GtkTextView *impact;
  AdwActionRow *owner_row;
  GtkMenuButton *owner_button;
  RemitEntityPicker *owner_picker;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (RemitRaiseDialog, remit_raise_dialog, ADW_TYPE_WINDOW)

/* ── Choices ──────────────────────────────────────────────────────────────────────────────── */

static void
fill_choices (AdwComboRow *row,
              guint field,
              guint first)
{
  const RemitField *info = &remit_conflict_info.fields[field];
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = first; info->choices[i].nick != NULL; i++)
    gtk_string_list_append (words, g_dgettext (GETTEXT_PACKAGE, info->choices[i].label));
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (row, (guint) info->initial - first);
}

static void
append (GArray *ids,
        GtkStringList *words,
        gint64 id,
        const char *word)
{
  g_array_append_val (ids, id);
  gtk_string_list_append (words, word);
}

static void
fill_teams (RemitRaiseDialog *self)
{
  g_autoptr (GPtrArray) teams = remit_design_get_parts (self->workspace, REMIT_KIND_TEAM,
                                                        self->plan);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  append (self->teams, words, 0, _ ("Whole plan"));
  for (guint i = 0; i < teams->len; i++)
    append (self->teams, words, remit_entity_get_id (teams->pdata[i]),
            remit_entity_get_text (teams->pdata[i], REMIT_TEAM_NAME));
  adw_combo_row_set_model (self->team, G_LIST_MODEL (words));
  if (teams->len > 0)
    adw_combo_row_set_selected (self->team, 1);
}

static void
fill_ladders (RemitRaiseDialog *self)
{
  g_autoptr (GPtrArray) ladders = remit_design_get_parts (self->workspace, REMIT_KIND_LADDER,
                                                          self->plan);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  append (self->ladders, words, 0, _ ("That of the team"));
  for (guint i = 0; i < ladders->len; i++)
    append (self->ladders, words, remit_entity_get_id (ladders->pdata[i]),
            remit_entity_get_text (ladders->pdata[i], REMIT_LADDER_NAME));
  adw_combo_row_set_model (self->ladder, G_LIST_MODEL (words));
}

static gint64
get_chosen (AdwComboRow *row,
            GArray *ids)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected < ids->len ? g_array_index (ids, gint64, selected) : 0;
}

/* Says which ladder that is. */
static void
show_ladder (RemitRaiseDialog *self)
{
  gint64 ladder = get_chosen (self->ladder, self->ladders);
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  if (ladder == 0)
    ladder = remit_settle_find_ladder (self->workspace, self->plan,
                                       get_chosen (self->team, self->teams));
  name = ladder != 0 ? remit_design_dup_name (self->workspace, REMIT_KIND_LADDER, ladder) : NULL;
  words = name != NULL ? g_strdup (name)
                       : g_strdup (_ ("There is none: it will have no clock"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->ladder), words);
}

/* ── Parties ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
has_party (RemitRaiseDialog *self,
           gint64 person)
{
  for (guint i = 0; i < self->people->len; i++)
    if (g_array_index (self->people, gint64, i) == person)
      return TRUE;
  return FALSE;
}

static void
add_party (RemitRaiseDialog *self,
           gint64 person)
{
  RemitEntity *entity = remit_workspace_get (self->workspace, REMIT_KIND_PERSON, person);
  GtkWidget *row;
  GtkWidget *button;

  if (entity == NULL || has_party (self, person))
    return;
  g_array_append_val (self->people, person);
  row = adw_action_row_new ();
  button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 remit_entity_get_text (entity, REMIT_PERSON_NAME));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "raise.remove-party");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", person);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->parties, row);
}

static void
on_remove_party (GtkWidget *widget,
                 const char *name G_GNUC_UNUSED,
                 GVariant *parameter)
{
  RemitRaiseDialog *self = REMIT_RAISE_DIALOG (widget);
  gint64 person = g_variant_get_int64 (parameter);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_ACTION_ROW) : NULL;

  for (guint i = 0; i < self->people->len; i++)
    if (g_array_index (self->people, gint64, i) == person)
      g_array_remove_index (self->people, i);
  if (row != NULL)
    adw_preferences_group_remove (self->parties, row);
}

static void
on_party_shown (RemitRaiseDialog *self)
{
  remit_entity_picker_show (self->party_picker, self->workspace, REMIT_KIND_PERSON, NULL);
}

static void
on_party_picked (RemitRaiseDialog *self,
                 gint64 id)
{
  gtk_menu_button_popdown (self->party_button);
  add_party (self, id);
}

static void
on_owner_shown (RemitRaiseDialog *self)
{
  remit_entity_picker_show (self->owner_picker, self->workspace, REMIT_KIND_PERSON, NULL);
}

static void
on_owner_picked (RemitRaiseDialog *self,
                 gint64 id)
{
  RemitEntity *person = remit_workspace_get (self->workspace, REMIT_KIND_PERSON, id);

  gtk_menu_button_popdown (self->owner_button);
  self->owner = id;
  adw_action_row_set_subtitle (self->owner_row,
                               person != NULL ? remit_entity_get_text (person, REMIT_PERSON_NAME)
                                              : "");
}

static void
on_popover_closed (RemitRaiseDialog *self)
{
  remit_entity_picker_clear (self->party_picker);
  remit_entity_picker_clear (self->owner_picker);
}

/* ── Raising ──────────────────────────────────────────────────────────────────────────────── */

static RemitRecord *
create_conflict (RemitRaiseDialog *self)
{
  RemitRecord *conflict = remit_record_new (REMIT_KIND_CONFLICT);
  g_autofree char *title = g_strstrip (
    g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autofree char *description = remit_text_dup (self->description);
  g_autofree char *impact = remit_text_dup (self->impact);

  remit_record_set_integer (conflict, REMIT_CONFLICT_PLAN, self->plan);
  remit_record_set_integer (conflict, REMIT_CONFLICT_TEAM, get_chosen (self->team, self->teams));
  remit_record_set_integer (conflict, REMIT_CONFLICT_LADDER,
                            get_chosen (self->ladder, self->ladders));
  remit_record_set_integer (conflict, REMIT_CONFLICT_TYPE,
                            adw_combo_row_get_selected (self->type));
  remit_record_set_integer (conflict, REMIT_CONFLICT_SEVERITY,
                            (gint64) adw_combo_row_get_selected (self->severity) + 1);
  remit_record_set_integer (conflict, REMIT_CONFLICT_VISIBILITY,
                            adw_combo_row_get_selected (self->visibility));
  remit_record_set_integer (conflict, REMIT_CONFLICT_OWNER, self->owner);
  remit_record_set_text (conflict, REMIT_CONFLICT_TITLE, title);
  remit_record_set_text (conflict, REMIT_CONFLICT_DESCRIPTION, description);
  remit_record_set_text (conflict, REMIT_CONFLICT_IMPACT, impact);
  return conflict;
}

static GPtrArray *
create_parties (RemitRaiseDialog *self)
{
  GPtrArray *parties = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);

  for (guint i = 0; i < self->people->len; i++)
    {
      RemitRecord *party = remit_record_new (REMIT_KIND_PARTY);

      remit_record_set_integer (party, REMIT_PARTY_PERSON,
                                g_array_index (self->people, gint64, i));
      g_ptr_array_add (parties, party);
    }
  return parties;
}

static void
on_raise (RemitRaiseDialog *self)
{
  g_autoptr (RemitRecord) conflict = create_conflict (self);
  g_autoptr (GPtrArray) parties = create_parties (self);
  g_autoptr (GError) error = NULL;
  gint64 id = remit_settle_raise (self->workspace, conflict, NULL, parties, &error);

  if (id == 0)
    {
      gtk_label_set_label (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      remit_feedback_announce (self->parent, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
      return;
    }
  remit_feedback_done (self->parent, remit_workspace_get_undo_label (self->workspace));
  gtk_widget_activate_action (self->parent, "win.inspect", "(ix)", (int) REMIT_KIND_CONFLICT, id);
  gtk_window_close (GTK_WINDOW (self));
}

/* ── Where it was raised ──────────────────────────────────────────────────────────────────── */

static void
choose_team (RemitRaiseDialog *self,
             gint64 team)
{
  for (guint i = 0; i < self->teams->len; i++)
    if (g_array_index (self->teams, gint64, i) == team)
      adw_combo_row_set_selected (self->team, i);
}

static void
add_all (RemitRaiseDialog *self,
         GPtrArray *people)
{
  for (guint i = 0; i < people->len; i++)
    add_party (self, remit_entity_get_id (people->pdata[i]));
}

static void
take_slot (RemitRaiseDialog *self,
           RemitEntity *slot)
{
  g_autoptr (RemitRecord) seat = remit_record_new (REMIT_KIND_RUNG);
  g_autoptr (GPtrArray) people = NULL;

  remit_record_set_integer (seat, REMIT_RUNG_SLOT, remit_entity_get_id (slot));
  people = remit_holder_get_people_of_rung (self->workspace, seat, 0, remit_day_today ());
  add_all (self, people);
  choose_team (self, remit_entity_get_integer (slot, REMIT_SLOT_TEAM));
}

static void
take_decision (RemitRaiseDialog *self,
               RemitEntity *decision)
{
  g_autoptr (GPtrArray) people = remit_holder_get_people_of_part (
    self->workspace, decision, REMIT_PART_DECIDES, remit_day_today ());
  g_autofree char *title = g_strdup (remit_entity_get_text (decision, REMIT_DECISION_TITLE));

  add_all (self, people);
  choose_team (self, remit_entity_get_integer (decision, REMIT_DECISION_TEAM));
  gtk_editable_set_text (GTK_EDITABLE (self->name), title);
}

static void
take_subject (RemitRaiseDialog *self,
              RemitKind kind,
              gint64 id)
{
  RemitEntity *entity = kind != REMIT_KIND_NONE ? remit_workspace_get (self->workspace, kind, id)
                                                : NULL;

  if (entity == NULL)
    return;
  if (kind == REMIT_KIND_PERSON)
    add_party (self, id);
  else if (kind == REMIT_KIND_SLOT)
    take_slot (self, entity);
  else if (kind == REMIT_KIND_DECISION)
    take_decision (self, entity);
  else if (kind == REMIT_KIND_TEAM)
    choose_team (self, id);
}

/* ── The dialog ───────────────────────────────────────────────────────────────────────────── */

static void
remit_raise_dialog_dispose (GObject *object)
{
  RemitRaiseDialog *self = REMIT_RAISE_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->parent);
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->teams, g_array_unref);
  g_clear_pointer (&self->ladders, g_array_unref);

  G_OBJECT_CLASS (remit_raise_dialog_parent_class)->dispose (object);
}

static void
remit_raise_dialog_class_init (RemitRaiseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_raise_dialog_dispose;

  g_type_ensure (REMIT_TYPE_ENTITY_PICKER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/conflicts/dialogs/remit-raise-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, name);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, team);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, ladder);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, type);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, severity);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, visibility);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, parties);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, party_button);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, party_picker);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, description);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, impact);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, owner_button);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, owner_picker);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_raise);
  gtk_widget_class_bind_template_callback (widget_class, on_party_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_party_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_owner_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_owner_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_closed);
  gtk_widget_class_install_action (widget_class, "raise.remove-party", "x", on_remove_party);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
remit_raise_dialog_init (RemitRaiseDialog *self)
{
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->teams = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->ladders = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
remit_raise_dialog_present (GtkWidget *parent,
                            RemitWorkspace *workspace,
                            gint64 plan,
                            RemitKind kind,
                            gint64 id)
{
  RemitRaiseDialog *self = g_object_new (REMIT_TYPE_RAISE_DIALOG, "transient-for",
                                         gtk_widget_get_root (parent), NULL);

  self->parent = g_object_ref (parent);
  self->workspace = g_object_ref (workspace);
  self->plan = plan;
  fill_choices (self->type, REMIT_CONFLICT_TYPE, 0);
  fill_choices (self->severity, REMIT_CONFLICT_SEVERITY, 1);
  fill_choices (self->visibility, REMIT_CONFLICT_VISIBILITY, 0);
  fill_teams (self);
  fill_ladders (self);
  take_subject (self, kind, id);
  g_signal_connect_object (self->team, "notify::selected", G_CALLBACK (show_ladder), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ladder, "notify::selected", G_CALLBACK (show_ladder), self,
                           G_CONNECT_SWAPPED);
  show_ladder (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
