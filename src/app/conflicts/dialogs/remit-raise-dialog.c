/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Raises a conflict. */
#include "remit-raise-dialog.h"

#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "plan/conflict/remit-settle.h"
#include "plan/decide/remit-holder.h"
#include "plan/design/remit-design.h"
#include "widgets/pickers/remit-choices.h"
#include "widgets/pickers/remit-entity-picker.h"
#include "widgets/remit-dialog.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-text.h"
#include "widgets/sections/remit-icon-button.h"

struct _RemitRaiseDialog
{
  AdwWindow parent_instance;

  GtkWidget *parent;
  RemitWorkspace *workspace;
  gint64 plan;
  gint64 owner;
  GArray *people; /* ids of the parties */

  AdwEntryRow *name;
  AdwComboRow *team;
  AdwComboRow *ladder;
  AdwComboRow *type;
  AdwComboRow *severity;
  AdwComboRow *visibility;
  AdwPreferencesGroup *parties;
  RemitEntityPicker *party_picker;
  GtkTextView *description;
  GtkTextView *impact;
  AdwActionRow *owner_row;
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
  g_autoptr (GListModel) words = remit_choices_new (info->choices + first);

  adw_combo_row_set_model (row, words);
  adw_combo_row_set_selected (row, (guint) info->initial - first);
}

static char *
dup_ladder_words (RemitRaiseDialog *self,
                  gint64 team,
                  gint64 ladder)
{
  g_autofree char *name = NULL;
  g_autofree char *until = NULL;

  if (ladder == 0)
    return g_strdup (_ ("No ladder: the conflict has no time limit"));
  name = remit_design_dup_name (self->workspace, REMIT_KIND_LADDER, ladder);
  until = remit_settle_dup_first_until (self->workspace, self->plan, team, ladder);
  if (*until == '\0')
    return g_steal_pointer (&name);
  /* Translators: two lines: the name of an escalation ladder, and the date and time when the time
   * limit of its first level is up */
  return g_strdup_printf (_ ("%1$s\nFirst level due %2$s"), name, until);
}

/* Says which ladder that is, and when its clock would run out. */
static void
show_ladder (RemitRaiseDialog *self)
{
  gint64 team = remit_choices_get (self->team);
  gint64 ladder = remit_choices_get (self->ladder);
  g_autofree char *words = NULL;

  if (ladder == 0)
    ladder = remit_settle_find_ladder (self->workspace, self->plan, team);
  words = dup_ladder_words (self, team, ladder);
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

  if (entity == NULL || has_party (self, person))
    return;
  g_array_append_val (self->people, person);
  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                      remit_entity_get_text (entity, REMIT_PERSON_NAME), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             remit_icon_button_new ("list-remove-symbolic", _ ("Remove"),
                                                    "raise.remove-party", person));
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

/* Those of the team come first, or those of the plan. */
static void
show_people (RemitRaiseDialog *self,
             RemitEntityPicker *picker)
{
  gint64 team = remit_choices_get (self->team);

  remit_entity_picker_show (picker, self->workspace, REMIT_KIND_PERSON,
                            team != 0 ? remit_workspace_get (self->workspace, REMIT_KIND_TEAM, team)
                                      : remit_workspace_get (self->workspace, REMIT_KIND_PLAN,
                                                             self->plan));
}

static void
on_party_shown (RemitRaiseDialog *self)
{
  show_people (self, self->party_picker);
}

static void
on_party_picked (RemitRaiseDialog *self,
                 gint64 id)
{
  add_party (self, id);
}

static void
on_owner_shown (RemitRaiseDialog *self)
{
  show_people (self, self->owner_picker);
}

static void
on_owner_picked (RemitRaiseDialog *self,
                 gint64 id)
{
  RemitEntity *person = remit_workspace_get (self->workspace, REMIT_KIND_PERSON, id);

  self->owner = id;
  adw_action_row_set_subtitle (self->owner_row,
                               person != NULL ? remit_entity_get_text (person, REMIT_PERSON_NAME)
                                              : "");
}

/* ── Raising ──────────────────────────────────────────────────────────────────────────────── */

static RemitRecord *
create_conflict (RemitRaiseDialog *self)
{
  RemitRecord *conflict = remit_record_new (REMIT_KIND_CONFLICT);
  g_autofree char *title = remit_text_dup_line (self->name);
  g_autofree char *description = remit_text_dup (self->description);
  g_autofree char *impact = remit_text_dup (self->impact);

  remit_record_set_integer (conflict, REMIT_CONFLICT_PLAN, self->plan);
  remit_record_set_integer (conflict, REMIT_CONFLICT_TEAM, remit_choices_get (self->team));
  remit_record_set_integer (conflict, REMIT_CONFLICT_LADDER,
                            remit_choices_get (self->ladder));
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

typedef struct {
  RemitRecord *conflict;
  GPtrArray *parties;
} Raising;

static void
raising_free (gpointer data)
{
  Raising *self = data;

  remit_record_free (self->conflict);
  g_ptr_array_unref (self->parties);
  g_free (self);
}

static gint64
raise_conflict (RemitWorkspace *workspace,
                gpointer data,
                GError **error)
{
  const Raising *self = data;

  return remit_settle_raise (workspace, self->conflict, NULL, self->parties, error);
}

static void
on_raised (GtkWidget *widget,
           RemitWorkspace *workspace,
           gint64 id,
           gpointer data G_GNUC_UNUSED,
           const GError *error)
{
  RemitRaiseDialog *self = REMIT_RAISE_DIALOG (widget);

  if (id == 0)
    {
      remit_dialog_refuse (self->problem, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
      return;
    }
  remit_feedback_done (self->parent, remit_workspace_get_undo_label (workspace));
  gtk_widget_activate_action (self->parent, "win.inspect", "(ix)", (int) REMIT_KIND_CONFLICT, id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_raise (RemitRaiseDialog *self)
{
  Raising *raising = g_new0 (Raising, 1);

  raising->conflict = create_conflict (self);
  raising->parties = create_parties (self);
  remit_try_then (GTK_WIDGET (self), self->workspace, raise_conflict, raising, raising_free,
                  on_raised);
}

/* ── Where it was raised ──────────────────────────────────────────────────────────────────── */

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
  remit_choices_set (self->team, remit_entity_get_integer (slot, REMIT_SLOT_TEAM));
}

static void
take_decision (RemitRaiseDialog *self,
               RemitEntity *decision)
{
  g_autoptr (GPtrArray) people = remit_holder_get_people_of_part (
    self->workspace, decision, REMIT_PART_DECIDES, remit_day_today ());
  g_autofree char *title = g_strdup (remit_entity_get_text (decision, REMIT_DECISION_TITLE));

  add_all (self, people);
  remit_choices_set (self->team, remit_entity_get_integer (decision, REMIT_DECISION_TEAM));
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
    remit_choices_set (self->team, id);
}

/* ── The dialog ───────────────────────────────────────────────────────────────────────────── */

static void
remit_raise_dialog_dispose (GObject *object)
{
  RemitRaiseDialog *self = REMIT_RAISE_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->parent);
  g_clear_pointer (&self->people, g_array_unref);

  G_OBJECT_CLASS (remit_raise_dialog_parent_class)->dispose (object);
}

static void
remit_raise_dialog_class_init (RemitRaiseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_raise_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/conflicts/dialogs/remit-raise-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, name);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, team);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, ladder);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, type);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, severity);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, visibility);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, parties);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, party_picker);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, description);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, impact);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, owner_picker);
  gtk_widget_class_bind_template_child (widget_class, RemitRaiseDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_raise);
  gtk_widget_class_bind_template_callback (widget_class, on_party_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_party_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_owner_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_owner_picked);
  gtk_widget_class_install_action (widget_class, "raise.remove-party", "x", on_remove_party);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
remit_raise_dialog_init (RemitRaiseDialog *self)
{
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
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
  remit_choices_offer_parts (self->team, _ ("Whole plan"), FALSE, workspace, REMIT_KIND_TEAM, plan);
  if (g_list_model_get_n_items (adw_combo_row_get_model (self->team)) > 1)
    adw_combo_row_set_selected (self->team, 1);
  remit_choices_offer_parts (self->ladder, _ ("Team’s ladder"), FALSE, workspace,
                             REMIT_KIND_LADDER, plan);
  take_subject (self, kind, id);
  g_signal_connect_object (self->team, "notify::selected", G_CALLBACK (show_ladder), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ladder, "notify::selected", G_CALLBACK (show_ladder), self,
                           G_CONNECT_SWAPPED);
  show_ladder (self);
  remit_dialog_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
