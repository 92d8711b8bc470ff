/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds roles, skills, decisions or ladders from the library. */
#include "remit-library-dialog.h"

#include <glib/gi18n.h>

#include "exchange/library/remit-library-take.h"
#include "widgets/pickers/remit-choices.h"
#include "widgets/remit-attempts.h"
#include "widgets/remit-dialog.h"

/* What is shown of an item. */
typedef struct {
  const RemitLibraryItem *item;
  guint group;
  AdwActionRow *row;
  GtkCheckButton *check;
  GtkLabel *state;
} Line;

struct _RemitLibraryDialog
{
  AdwWindow parent_instance;

  GtkWidget *parent;
  RemitWorkspace *workspace;
  RemitKind kind;
  gint64 plan;
  GPtrArray *library;
  GArray *lines;     /* (element-type Line): one for each item */
  GPtrArray *groups; /* (element-type AdwPreferencesGroup): not owned */

  AdwWindowTitle *title;
  GtkButton *take;
  GtkLabel *problems;
  GtkSearchEntry *search;
  GtkCheckButton *only_missing;
  GtkStack *stack;
  AdwPreferencesPage *page;
  AdwPreferencesGroup *place;
  AdwComboRow *team;
};

G_DEFINE_FINAL_TYPE (RemitLibraryDialog, remit_library_dialog, ADW_TYPE_WINDOW)

static const struct {
  RemitKind kind;
  const char *title;
  const char *place; /* what is said of the team that is chosen */
} nouns[] = {
  { REMIT_KIND_ROLE, N_ ("Role Library"), NULL },
  { REMIT_KIND_SKILL, N_ ("Skill Library"), NULL },
  { REMIT_KIND_DECISION, N_ ("Decision Library"),
    N_ ("The slots of the team get the rights their roles usually have. You can change "
        "everything afterwards.") },
  { REMIT_KIND_LADDER, N_ ("Ladder Library"),
    N_ ("The levels are held by the slots of the team that have these roles. You can change "
        "everything afterwards.") },
};

static guint
find_noun (RemitKind kind)
{
  guint i = 0;

  while (nouns[i].kind != kind)
    i++;
  return i;
}

static Line *
get_line (RemitLibraryDialog *self,
          guint index)
{
  return &g_array_index (self->lines, Line, index);
}

static gboolean
is_chosen (const Line *line)
{
  return gtk_widget_get_sensitive (GTK_WIDGET (line->row))
         && gtk_check_button_get_active (line->check);
}

static void
update_button (RemitLibraryDialog *self)
{
  guint n = 0;
  g_autofree char *label = NULL;

  for (guint i = 0; i < self->lines->len; i++)
    n += is_chosen (get_line (self, i));
  /* Translators: a button; how many decisions, roles or skills are taken from the library */
  label = g_strdup_printf (ngettext ("_Add %u", "_Add %u", n), n);
  gtk_button_set_label (self->take, n > 0 ? label : _ ("_Add"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), n > 0);
}

/* ── What is there ────────────────────────────────────────────────────────────────────────── */

static gint64
get_team (RemitLibraryDialog *self)
{
  return self->plan != 0 ? remit_choices_get (self->team) : 0;
}

static gboolean
is_elsewhere (RemitLibraryDialog *self,
              const RemitLibraryItem *item)
{
  return self->plan != 0
         && remit_library_is_in_plan (self->workspace, self->plan, item);
}

static const char *
get_state (RemitLibraryDialog *self,
           const RemitLibraryItem *item,
           RemitLibraryState state)
{
  if (state == REMIT_LIBRARY_THERE)
    return _ ("Already added");
  if (state == REMIT_LIBRARY_INCOMPLETE)
    /* Translators: a role or a skill is there, but has no description yet */
    return _ ("Adds the description");
  /* Translators: said of a decision of the library that another team of the plan has */
  return is_elsewhere (self, item) ? _ ("In another team") : _ ("Missing");
}

/* What the team has already, it does not take again. */
static void
update_line (RemitLibraryDialog *self,
             Line *line)
{
  RemitLibraryState state = remit_library_get_state (self->workspace, self->plan, get_team (self),
                                                     line->item);

  gtk_widget_set_sensitive (GTK_WIDGET (line->row), state != REMIT_LIBRARY_THERE);
  gtk_label_set_label (line->state, get_state (self, line->item, state));
}

static gboolean
is_in_sight (RemitLibraryDialog *self,
             const Line *line,
             const char *typed)
{
  if (gtk_check_button_get_active (self->only_missing)
      && !gtk_widget_get_sensitive (GTK_WIDGET (line->row)))
    return FALSE;
  return remit_library_item_matches (line->item, typed);
}

/* A group without rows has no heading either. */
static void
filter (RemitLibraryDialog *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree gboolean *shown = g_new0 (gboolean, self->groups->len + 1);
  gboolean any = FALSE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = get_line (self, i);
      gboolean visible = is_in_sight (self, line, typed);

      gtk_widget_set_visible (GTK_WIDGET (line->row), visible);
      shown[line->group] = shown[line->group] || visible;
      any = any || visible;
    }
  for (guint i = 0; i < self->groups->len; i++)
    gtk_widget_set_visible (self->groups->pdata[i], shown[i]);
  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "none");
}

/* Escape ends the search first. */
static void
on_stop_search (RemitLibraryDialog *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
on_team_chosen (RemitLibraryDialog *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    update_line (self, get_line (self, i));
  filter (self);
  update_button (self);
}

static void
on_all (RemitLibraryDialog *self)
{
  gboolean all = TRUE;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->lines->len; i++)
      {
        const Line *line = get_line (self, i);

        if (!gtk_widget_get_sensitive (GTK_WIDGET (line->row))
            || !gtk_widget_get_visible (GTK_WIDGET (line->row)))
          continue;
        if (pass == 0)
          all = all && gtk_check_button_get_active (line->check);
        else
          gtk_check_button_set_active (line->check, !all);
      }
}

/* ── Taking ───────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  gint64 plan;
  gint64 team;
  GPtrArray *library; /* keeps those that are chosen */
  GPtrArray *chosen;
} Taking;

static void
taking_free (gpointer data)
{
  Taking *self = data;

  g_ptr_array_unref (self->chosen);
  g_ptr_array_unref (self->library);
  g_free (self);
}

static gint64
take (RemitWorkspace *workspace,
      gpointer data,
      GError **error)
{
  const Taking *self = data;

  return remit_library_take (workspace, self->plan, self->team,
                             (const RemitLibraryItem *const *) self->chosen->pdata,
                             self->chosen->len, error);
}

static void
on_take (RemitLibraryDialog *self)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  Taking *taking;

  for (guint i = 0; i < self->lines->len; i++)
    if (is_chosen (get_line (self, i)))
      g_ptr_array_add (chosen, (gpointer) get_line (self, i)->item);
  if (chosen->len == 0)
    return;
  taking = g_new0 (Taking, 1);
  taking->plan = self->plan;
  taking->team = get_team (self);
  taking->library = g_ptr_array_ref (self->library);
  taking->chosen = g_steal_pointer (&chosen);
  remit_try (self->parent, self->workspace, take, taking, taking_free);
  gtk_window_close (GTK_WINDOW (self));
}

/* ── The lists ────────────────────────────────────────────────────────────────────────────── */

static guint
find_group (RemitLibraryDialog *self,
            const char *title)
{
  GtkWidget *group;

  for (guint i = 0; i < self->groups->len; i++)
    if (g_str_equal (adw_preferences_group_get_title (self->groups->pdata[i]), title))
      return i;
  group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", title, NULL);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
  return self->groups->len - 1;
}

static void
add_item (RemitLibraryDialog *self,
          const RemitLibraryItem *item)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", item->title,
                                 "subtitle", item->text, NULL);
  g_autofree char *heading = g_markup_escape_text (item->group, -1);
  Line line = { .item = item, .group = find_group (self, heading), .row = ADW_ACTION_ROW (row) };
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *state = gtk_label_new (NULL);

  line.check = GTK_CHECK_BUTTON (check);
  line.state = GTK_LABEL (state);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_label_set_wrap (line.state, TRUE);
  gtk_widget_add_css_class (state, "dim-label");
  adw_action_row_add_prefix (line.row, check);
  adw_action_row_add_suffix (line.row, state);
  adw_action_row_set_activatable_widget (line.row, check);
  /* one stop of Tab each: the box says what it is of, and whether it is checked */
  gtk_widget_set_focusable (GTK_WIDGET (line.row), FALSE);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->groups->pdata[line.group], row);
  g_array_append_val (self->lines, line);
}

static void
fill (RemitLibraryDialog *self)
{
  g_autoptr (GPtrArray) problems = NULL;

  self->library = remit_library_load (self->kind, &problems);
  for (guint i = 0; i < self->library->len; i++)
    add_item (self, self->library->pdata[i]);
  if (problems->len == 0)
    return;
  g_ptr_array_add (problems, NULL);
  {
    g_autofree char *words = g_strjoinv ("\n", (char **) problems->pdata);

    gtk_label_set_label (self->problems, words);
    gtk_widget_set_visible (GTK_WIDGET (self->problems), TRUE);
  }
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_library_dialog_dispose (GObject *object)
{
  RemitLibraryDialog *self = REMIT_LIBRARY_DIALOG (object);

  g_clear_object (&self->parent);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->library, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (remit_library_dialog_parent_class)->dispose (object);
}

static void
remit_library_dialog_class_init (RemitLibraryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_library_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/library/remit-library-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitLibraryDialog, title);
  gtk_widget_class_bind_template_child (widget_class, RemitLibraryDialog, take);
  gtk_widget_class_bind_template_child (widget_class, RemitLibraryDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, RemitLibraryDialog, search);
  gtk_widget_class_bind_template_child (widget_class, RemitLibraryDialog, only_missing);
  gtk_widget_class_bind_template_child (widget_class, RemitLibraryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, RemitLibraryDialog, page);
  gtk_widget_class_bind_template_child (widget_class, RemitLibraryDialog, place);
  gtk_widget_class_bind_template_child (widget_class, RemitLibraryDialog, team);
  gtk_widget_class_bind_template_callback (widget_class, on_take);
  gtk_widget_class_bind_template_callback (widget_class, on_all);
  gtk_widget_class_bind_template_callback (widget_class, filter);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
remit_library_dialog_init (RemitLibraryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->groups = g_ptr_array_new ();
}

/* Roles and skills are of the whole workspace. */
static void
offer_teams (RemitLibraryDialog *self,
             gint64 team)
{
  const char *place = nouns[find_noun (self->kind)].place;

  gtk_widget_set_visible (GTK_WIDGET (self->place), place != NULL);
  if (place == NULL)
    return;
  adw_preferences_group_set_description (self->place, _ (place));
  remit_choices_offer_parts (self->team, _ ("Whole plan"), TRUE, self->workspace, REMIT_KIND_TEAM,
                             self->plan);
  if (team != 0)
    remit_choices_set (self->team, team);
}

void
remit_library_dialog_present (GtkWidget *parent,
                              RemitWorkspace *workspace,
                              RemitKind kind,
                              gint64 plan,
                              gint64 team)
{
  RemitLibraryDialog *self = g_object_new (REMIT_TYPE_LIBRARY_DIALOG, "transient-for",
                                           gtk_widget_get_root (parent), NULL);
  const char *title = _ (nouns[find_noun (kind)].title);

  self->parent = g_object_ref (parent);
  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  self->plan = plan;
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, title);
  offer_teams (self, team);
  fill (self);
  on_team_chosen (self);
  g_signal_connect_object (self->team, "notify::selected", G_CALLBACK (on_team_chosen), self,
                           G_CONNECT_SWAPPED);
  remit_dialog_present (GTK_WINDOW (self));
}
