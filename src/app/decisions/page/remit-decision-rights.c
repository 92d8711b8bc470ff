/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a decision's form that lists its rights: a group a letter, with who is behind it. */
#include "remit-decision-page.h"

#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "plan/decide/remit-holder.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-place.h"
#include "widgets/remit-try.h"
#include "widgets/rows/remit-field-row.h"
#include "widgets/sections/remit-holder-picker.h"
#include "widgets/sections/remit-icon-button.h"
#include "widgets/sections/remit-section.h"

struct _RemitDecisionRights
{
  GtkBox parent_instance;

  RemitSectionLink link;
  char *shown; /* what the rows are of, to make them anew only when it changes */
};

static void remit_decision_rights_section_init (RemitSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitDecisionRights, remit_decision_rights, GTK_TYPE_BOX,
                               REMIT_IMPLEMENT_SECTION (remit_decision_rights_section_init))

/* ── One right ────────────────────────────────────────────────────────────────────────────── */

static void
on_remove (GtkWidget *widget,
           const char *name G_GNUC_UNUSED,
           GVariant *parameter)
{
  RemitDecisionRights *self = REMIT_DECISION_RIGHTS (widget);
  RemitEntity *right = remit_workspace_get (self->link.workspace, REMIT_KIND_RIGHT,
                                            g_variant_get_int64 (parameter));
  RemitCell cell = { 0 };

  if (right == NULL)
    return;
  cell.decision = remit_entity_get_id (self->link.entity);
  cell.holder_kind = remit_record_get_alternative (remit_entity_get_record (right), &cell.holder);
  cell.keep = ~REMIT_LETTERS (remit_entity_get_integer (right, REMIT_RIGHT_LETTER));
  remit_try_set_rights (widget, self->link.workspace, &cell, 1, NULL);
}

static void
on_picked (RemitHolderPicker *picker,
           int kind,
           gint64 id,
           gpointer letter)
{
  GtkWidget *widget = gtk_widget_get_ancestor (GTK_WIDGET (picker), REMIT_TYPE_DECISION_RIGHTS);
  RemitDecisionRights *self = REMIT_DECISION_RIGHTS (widget);
  RemitCell cell = { remit_entity_get_id (self->link.entity), (RemitKind) kind, id,
                     REMIT_LETTERS (GPOINTER_TO_INT (letter)),
                     ~REMIT_LETTERS (GPOINTER_TO_INT (letter)) };

  remit_try_set_rights (widget, self->link.workspace, &cell, 1, NULL);
}

typedef struct {
  gint64 right;
  RemitAcknowledgement answer;
} Answer;

static gint64
acknowledge (RemitWorkspace *workspace,
             gpointer data,
             GError **error)
{
  const Answer *self = data;

  return remit_matrix_acknowledge (workspace, self->right, self->answer, error);
}

static void
on_acknowledge (GtkWidget *widget,
                const char *name G_GNUC_UNUSED,
                GVariant *parameter)
{
  RemitDecisionRights *self = REMIT_DECISION_RIGHTS (widget);
  Answer given;
  int answer;

  g_variant_get (parameter, "(xi)", &given.right, &answer);
  given.answer = (RemitAcknowledgement) answer;
  remit_try (widget, self->link.workspace, acknowledge,
             g_memdup2 (&given, sizeof given), g_free);
}

/* The people who hold the right today: "Ada Lovelace, Bob Martin". */
static char *
dup_people (RemitDecisionRights *self,
            RemitEntity *right)
{
  g_autoptr (GPtrArray) people = remit_holder_get_people (self->link.workspace, right,
                                                          remit_day_today ());
  g_autoptr (GString) names = g_string_new (NULL);

  if (remit_entity_get_integer (right, REMIT_RIGHT_PERSON) != 0)
    return people->len > 0 ? NULL : g_strdup (_ ("Absent today"));
  for (guint i = 0; i < people->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            remit_entity_get_text (people->pdata[i], REMIT_PERSON_NAME));
  return people->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE)
                         /* Translators: nobody is in the slot */
                         : g_strdup (_ ("Vacant today"));
}

/* The holder's answer, as an icon with a tooltip. */
static GtkWidget *
create_acknowledgement (RemitDecisionRights *self,
                        RemitEntity *right)
{
  static const char *const icons[] = {
    [REMIT_ACKNOWLEDGEMENT_PENDING] = "content-loading-symbolic",
    [REMIT_ACKNOWLEDGEMENT_ACCEPTED] = "emblem-ok-symbolic",
    [REMIT_ACKNOWLEDGEMENT_DECLINED] = "action-unavailable-symbolic",
  };
  const RemitField *field = &remit_right_info.fields[REMIT_RIGHT_ACKNOWLEDGEMENT];
  gint64 state = remit_entity_get_integer (right, REMIT_RIGHT_ACKNOWLEDGEMENT);
  const char *words = g_dgettext (GETTEXT_PACKAGE, field->choices[state].label);
  g_autofree char *label = g_strdup_printf ("%s: %s", remit_field_get_label (field), words);
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  for (int i = 0; field->choices[i].nick != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (
        g_dgettext (GETTEXT_PACKAGE, field->choices[i].label), NULL);

      g_menu_item_set_action_and_target (item, "rights.acknowledge", "(xi)",
                                         remit_entity_get_id (right), i);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icons[state]);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  remit_edits_set_sensitive (button, self->link.workspace);
  remit_icon_button_set_label (button, label);
  return button;
}

static GtkWidget *
create_remove (RemitEntity *right,
               const char *name)
{
  /* Translators: a button; who would no longer have the right */
  g_autofree char *label = g_strdup_printf (_ ("Remove Right From %s"), name);

  return remit_icon_button_new ("list-remove-symbolic", label, "rights.remove",
                                remit_entity_get_id (right));
}

/* The holder of a right, if that has a place on the board: a slot, or somebody in one. */
static gboolean
find_on_board (RemitDecisionRights *self,
               RemitEntity *right,
               RemitKind *kind,
               gint64 *id)
{
  gint64 slot = remit_entity_get_integer (right, REMIT_RIGHT_SLOT);

  *kind = slot != 0 ? REMIT_KIND_SLOT : REMIT_KIND_PERSON;
  *id = slot != 0 ? slot : remit_entity_get_integer (right, REMIT_RIGHT_PERSON);
  return *id != 0
         && remit_place_is_on_board (self->link.workspace,
                                     remit_entity_get_integer (right, REMIT_RIGHT_PLAN), *kind,
                                     *id);
}

static void
on_show_holder (GtkWidget *widget,
                const char *name G_GNUC_UNUSED,
                GVariant *parameter)
{
  RemitDecisionRights *self = REMIT_DECISION_RIGHTS (widget);
  RemitEntity *right = remit_workspace_get (self->link.workspace, REMIT_KIND_RIGHT,
                                            g_variant_get_int64 (parameter));
  RemitKind kind;
  gint64 id;

  if (right != NULL && find_on_board (self, right, &kind, &id))
    gtk_widget_activate_action (widget, "win.show-place", "(ixix)", (int) kind, id,
                                (int) REMIT_KIND_NONE, (gint64) 0);
}

static GtkWidget *
create_shower (RemitEntity *right,
               const char *name)
{
  /* Translators: a button; the name of a slot or a person */
  g_autofree char *label = g_strdup_printf (_ ("Show %s on Board"), name);

  return remit_icon_button_new ("remit-board-symbolic", label, "rights.show-holder",
                                remit_entity_get_id (right));
}

static GtkWidget *
create_adder (RemitDecisionRights *self,
              RemitLetter letter)
{
  RemitHolderPicker *picker = remit_holder_picker_new (_ ("Assignee"));
  /* Translators: a button; a letter such as A */
  g_autofree char *label = g_strdup_printf (_ ("Assign %s"), remit_letter_choices[letter].nick);
  GtkWidget *button = remit_holder_picker_create_button (picker, label);

  g_signal_connect (picker, "picked", G_CALLBACK (on_picked), GINT_TO_POINTER (letter));
  remit_edits_set_sensitive (button, self->link.workspace);
  return button;
}

static GtkWidget *
create_row (RemitDecisionRights *self,
            RemitEntity *right)
{
  g_autofree char *name = remit_holder_dup_name (self->link.workspace, right);
  g_autofree char *people = dup_people (self, right);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name,
                                 "subtitle", people, NULL);
  RemitKind kind;
  gint64 id;

  if (find_on_board (self, right, &kind, &id))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_shower (right, name));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_acknowledgement (self, right));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_remove (right, name));
  return row;
}

/* ── All of them ──────────────────────────────────────────────────────────────────────────── */

static GPtrArray *
get_rights (RemitDecisionRights *self)
{
  return remit_workspace_get_referring (self->link.workspace, REMIT_KIND_RIGHT,
                                        REMIT_RIGHT_DECISION,
                                        remit_entity_get_id (self->link.entity));
}

/* The quorum, if several people decide. */
static void
add_quorum (RemitDecisionRights *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = g_object_new (REMIT_TYPE_NUMBER_ROW, "field", "quorum", NULL);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  gtk_box_append (GTK_BOX (self), group);
  remit_editor_show_all (row, self->link.workspace, 0, self->link.entity);
}

static void
add_letter (RemitDecisionRights *self,
            const RemitLetterInfo *letter)
{
  GtkWidget *group = adw_preferences_group_new ();
  GPtrArray *rights = get_rights (self);
  g_autofree char *title = g_strdup_printf ("%s · %s", remit_letter_choices[letter->letter].nick,
                                            g_dgettext (GETTEXT_PACKAGE, letter->name));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         g_dgettext (GETTEXT_PACKAGE, letter->meaning));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group),
                                           create_adder (self, letter->letter));
  for (guint i = 0; i < rights->len; i++)
    if (remit_entity_get_integer (rights->pdata[i], REMIT_RIGHT_LETTER) == letter->letter)
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 create_row (self, rights->pdata[i]));
  gtk_box_append (GTK_BOX (self), group);
}

/* The content of the rows, to compare. */
static char *
dup_state (RemitDecisionRights *self)
{
  g_autoptr (GString) state = g_string_new (NULL);
  GPtrArray *rights;

  if (self->link.entity == NULL)
    return NULL;
  rights = get_rights (self);
  g_string_append_printf (
    state, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, remit_entity_get_id (self->link.entity),
    remit_entity_get_integer (self->link.entity, REMIT_DECISION_FRAMEWORK));
  for (guint i = 0; i < rights->len; i++)
    {
      g_autofree char *name = remit_holder_dup_name (self->link.workspace, rights->pdata[i]);
      g_autofree char *people = dup_people (self, rights->pdata[i]);

      g_string_append_printf (
        state, "\n%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s: %s",
        remit_entity_get_id (rights->pdata[i]),
        remit_entity_get_integer (rights->pdata[i], REMIT_RIGHT_LETTER),
        remit_entity_get_integer (rights->pdata[i], REMIT_RIGHT_ACKNOWLEDGEMENT), name,
        people != NULL ? people : "");
    }
  return g_string_free (g_steal_pointer (&state), FALSE);
}

static void
update (GtkWidget *widget)
{
  RemitDecisionRights *self = REMIT_DECISION_RIGHTS (widget);
  g_autofree char *state = dup_state (self);
  const RemitFrameworkInfo *info;
  GtkWidget *child;

  if (g_strcmp0 (state, self->shown) == 0)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  g_free (self->shown);
  self->shown = g_steal_pointer (&state);
  if (self->link.entity == NULL)
    return;
  info = remit_framework_get_info (
    (RemitFramework) remit_entity_get_integer (self->link.entity, REMIT_DECISION_FRAMEWORK));
  if (info == remit_framework_get_info (REMIT_FRAMEWORK_JOINT))
    add_quorum (self);
  for (guint i = 0; i < info->n_letters; i++)
    add_letter (self, &info->letters[i]);
}

static void
remit_decision_rights_section_init (RemitSectionInterface *iface)
{
  static const char *const edits[] = { "rights.acknowledge", "rights.remove", NULL };

  iface->link = G_STRUCT_OFFSET (RemitDecisionRights, link);
  iface->edits = edits;
  iface->parts = REMIT_KIND_BIT (REMIT_KIND_RIGHT);
  iface->others = REMIT_HOLDER_KINDS;
  iface->update = update;
}

static void
remit_decision_rights_finalize (GObject *object)
{
  g_free (REMIT_DECISION_RIGHTS (object)->shown);

  G_OBJECT_CLASS (remit_decision_rights_parent_class)->finalize (object);
}

static void
remit_decision_rights_class_init (RemitDecisionRightsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_decision_rights_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "rights.acknowledge", "(xi)",
                                   on_acknowledge);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "rights.remove", "x", on_remove);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "rights.show-holder", "x",
                                   on_show_holder);
}

static void
remit_decision_rights_init (RemitDecisionRights *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
}
