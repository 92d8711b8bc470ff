/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which conflicts are listed: by type, severity and owner. */
#include "remit-conflict-filter.h"

#include <glib/gi18n.h>

#include "plan/conflict/remit-conflict-query.h"
#include "plan/design/remit-design.h"

/* In the order of the choices; after them come those who own something. */
enum {
  OWNER_ANY,
  OWNER_NOBODY,
  N_OWNERS,
};

struct _RemitConflictFilter
{
  AdwBin parent_instance;

  RemitWorkspace *workspace;
  gint64 plan;
  gboolean filling;
  GArray *owners; /* of gint64, those after OWNER_NOBODY */

  GtkMenuButton *button;
  GtkLabel *label;
  GtkDropDown *type;
  GtkDropDown *severity;
  GtkDropDown *owner;
  GtkStringList *owner_names;
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (RemitConflictFilter, remit_conflict_filter, ADW_TYPE_BIN)

/* ── What is chosen ───────────────────────────────────────────────────────────────────────── */

static void
add_chosen (GPtrArray *words,
            GtkDropDown *choice)
{
  if (gtk_drop_down_get_selected (choice) > 0)
    g_ptr_array_add (words, (gpointer) gtk_string_object_get_string (
                              gtk_drop_down_get_selected_item (choice)));
}

static void
show_chosen (RemitConflictFilter *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *label = NULL;

  add_chosen (words, self->type);
  add_chosen (words, self->severity);
  add_chosen (words, self->owner);
  gtk_widget_set_sensitive (self->clear, words->len > 0);
  g_ptr_array_add (words, NULL);
  list = g_strjoinv (", ", (char **) words->pdata);
  /* Translators: what a list of conflicts is filtered by: "Data, Critical, Ada Lovelace" */
  label = *list != '\0' ? g_strdup_printf (_ ("Filter: %s"), list) : g_strdup (_ ("Filter"));
  gtk_label_set_label (self->label, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), *list != '\0' ? label : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
on_chosen (RemitConflictFilter *self)
{
  if (self->filling)
    return;
  show_chosen (self);
  g_signal_emit_by_name (self, "changed");
}

gboolean
remit_conflict_filter_clear (RemitConflictFilter *self)
{
  gboolean is_clear;

  g_return_val_if_fail (REMIT_IS_CONFLICT_FILTER (self), FALSE);

  is_clear = !gtk_widget_get_sensitive (self->clear);
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->type, 0);
  gtk_drop_down_set_selected (self->severity, 0);
  gtk_drop_down_set_selected (self->owner, OWNER_ANY);
  self->filling = FALSE;
  on_chosen (self);
  return !is_clear;
}

static void
on_clear (RemitConflictFilter *self)
{
  remit_conflict_filter_clear (self);
  /* the button that was pressed is of no use any longer */
  gtk_widget_grab_focus (GTK_WIDGET (self->type));
}

/* ── What there is to choose from ─────────────────────────────────────────────────────────── */

static void
add_choice (GtkDropDown *drop_down,
            const RemitChoice *choice)
{
  gtk_string_list_append (GTK_STRING_LIST (gtk_drop_down_get_model (drop_down)),
                          g_dgettext (GETTEXT_PACKAGE, choice->label));
}

/* A long name does not make the popover wider than a telephone; the list shows all of it. */
static void
shorten_names (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) factory = gtk_builder_list_item_factory_new_from_resource (
    NULL, "/org/remit/Remit/conflicts/list/remit-short-name.ui");

  gtk_drop_down_set_list_factory (drop_down, gtk_drop_down_get_factory (drop_down));
  gtk_drop_down_set_factory (drop_down, factory);
}

/* Returns: a person, %REMIT_CONFLICTS_NOBODY or %REMIT_CONFLICTS_ANY */
static gint64
get_owner (RemitConflictFilter *self)
{
  guint chosen = gtk_drop_down_get_selected (self->owner);

  if (chosen == OWNER_NOBODY)
    return REMIT_CONFLICTS_NOBODY;
  return chosen >= N_OWNERS && chosen - N_OWNERS < self->owners->len
           ? g_array_index (self->owners, gint64, chosen - N_OWNERS)
           : REMIT_CONFLICTS_ANY;
}

/* Keeps the chosen owner, even if they own no conflict any longer. */
static void
fill_owners (RemitConflictFilter *self)
{
  gint64 chosen = get_owner (self);
  guint position = (guint) (chosen == REMIT_CONFLICTS_NOBODY ? OWNER_NOBODY : OWNER_ANY);
  g_autoptr (GArray) owners = NULL;
  g_autoptr (GError) error = NULL;

  if (self->workspace != NULL && self->plan != 0)
    owners = remit_conflict_query_list_owners (remit_workspace_get_store (self->workspace),
                                               self->plan, &error);
  if (error != NULL)
    g_warning ("Who owns conflicts cannot be read: %s", error->message);
  if (owners == NULL)
    owners = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->filling = TRUE;
  gtk_string_list_splice (self->owner_names, N_OWNERS, self->owners->len, NULL);
  for (guint i = 0; i < owners->len; i++)
    if (g_array_index (owners, gint64, i) == chosen)
      position = N_OWNERS + i;
  if (chosen > 0 && position == OWNER_ANY)
    {
      g_array_append_val (owners, chosen);
      position = N_OWNERS + owners->len - 1;
    }
  for (guint i = 0; i < owners->len; i++)
    {
      g_autofree char *name = remit_design_dup_name (self->workspace, REMIT_KIND_PERSON,
                                                     g_array_index (owners, gint64, i));

      gtk_string_list_append (self->owner_names, name);
    }
  g_array_unref (self->owners);
  self->owners = g_steal_pointer (&owners);
  gtk_drop_down_set_selected (self->owner, position);
  self->filling = FALSE;
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

void
remit_conflict_filter_apply (RemitConflictFilter *self,
                             RemitConflictList *list)
{
  guint severity;

  g_return_if_fail (REMIT_IS_CONFLICT_FILTER (self));

  severity = gtk_drop_down_get_selected (self->severity);
  remit_conflict_list_set_filter (list, (int) gtk_drop_down_get_selected (self->type) - 1,
                                  severity > 0 ? REMIT_SEVERITY_HIGHEST + 1 - (int) severity
                                               : REMIT_CONFLICTS_ANY,
                                  get_owner (self));
}

void
remit_conflict_filter_set_plan (RemitConflictFilter *self,
                                RemitWorkspace *workspace,
                                gint64 plan)
{
  g_return_if_fail (REMIT_IS_CONFLICT_FILTER (self));

  if (self->workspace == workspace && self->plan == plan)
    return;
  g_set_object (&self->workspace, workspace);
  self->plan = plan;
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->owner, OWNER_ANY);
  self->filling = FALSE;
  on_chosen (self);
}

static void
remit_conflict_filter_dispose (GObject *object)
{
  RemitConflictFilter *self = REMIT_CONFLICT_FILTER (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (remit_conflict_filter_parent_class)->dispose (object);
  g_clear_pointer (&self->owners, g_array_unref); /* after the choices, which are heard */
}

static void
remit_conflict_filter_class_init (RemitConflictFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_conflict_filter_dispose;
  g_signal_new ("changed", REMIT_TYPE_CONFLICT_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/conflicts/list/remit-conflict-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitConflictFilter, button);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictFilter, label);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictFilter, type);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictFilter, severity);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictFilter, owner);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictFilter, owner_names);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictFilter, clear);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
  gtk_widget_class_bind_template_callback (widget_class, fill_owners);
}

static void
remit_conflict_filter_init (RemitConflictFilter *self)
{
  const RemitChoice *types = remit_conflict_info.fields[REMIT_CONFLICT_TYPE].choices;
  const RemitChoice *severities = remit_conflict_info.fields[REMIT_CONFLICT_SEVERITY].choices;

  self->owners = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  shorten_names (self->owner);
  /* a menu button centres what is in it; this one stands beside drop-downs, which do not */
  gtk_widget_set_halign (gtk_widget_get_parent (GTK_WIDGET (self->label)), GTK_ALIGN_FILL);
  for (guint i = 0; i < REMIT_N_CONFLICT_TYPES; i++)
    add_choice (self->type, &types[i]);
  /* the worst first, as one looks for them */
  for (guint i = REMIT_SEVERITY_HIGHEST; i > 0; i--)
    add_choice (self->severity, &severities[i]);
  self->filling = FALSE;
  show_chosen (self);
}
