/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The story of a conflict as one thread: what was said, each step, and what it led to. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-conflict-story.h"

#include <glib/gi18n.h>

#include "conflicts/remit-conflict-words.h"
#include "model/remit-day.h"
#include "plan/remit-design.h"
#include "plan/remit-holder.h"
#include "plan/remit-settle.h"
#include "widgets/remit-ask.h"
#include "widgets/remit-editor.h"

struct _RemitConflictStory
{
  AdwPreferencesGroup parent_instance;

  RemitEntityLink link;
  guint n_shown;
  GtkWidget *list;
};

static void remit_conflict_story_editor_init (RemitEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitConflictStory, remit_conflict_story, ADW_TYPE_PREFERENCES_GROUP,
                               G_IMPLEMENT_INTERFACE (REMIT_TYPE_EDITOR,
                                                      remit_conflict_story_editor_init))

/* ── One entry ────────────────────────────────────────────────────────────────────────────── */

static GtkWidget *
add_label (GtkWidget *box,
           const char *text,
           const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* The letters that a decision has now, so that the thread ends in who may do what. */
static void
add_rights (RemitConflictStory *self,
            GtkWidget *box,
            gint64 decision)
{
  GPtrArray *rights = remit_workspace_get_referring (self->link.workspace, REMIT_KIND_RIGHT,
                                                     REMIT_RIGHT_DECISION, decision);

  for (guint i = 0; i < rights->len; i++)
    {
      g_autofree char *holder = remit_holder_dup_name (self->link.workspace, rights->pdata[i]);
      g_autofree char *words = g_strdup_printf (
        "%s · %s",
        remit_letter_get_nick (
          (RemitLetter) remit_entity_get_integer (rights->pdata[i], REMIT_RIGHT_LETTER)),
        holder);

      add_label (box, words, "remit-log-part");
    }
}

static void
add_decision (RemitConflictStory *self,
              GtkWidget *box,
              gint64 decision)
{
  RemitEntity *entity = remit_workspace_get (self->link.workspace, REMIT_KIND_DECISION, decision);
  GtkWidget *button;

  if (entity == NULL)
    return;
  button = gtk_button_new_with_label (remit_entity_get_text (entity, REMIT_DECISION_TITLE));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "remit-history-link");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-place");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ixix)", (int) REMIT_KIND_DECISION,
                                    decision, (int) REMIT_KIND_NONE, (gint64) 0);
  gtk_box_append (GTK_BOX (box), button);
  add_rights (self, box, decision);
}

/* "Escalated to rung 2" */
static char *
dup_heading (RemitEntity *event)
{
  gint64 kind = remit_entity_get_integer (event, REMIT_CONFLICT_EVENT_KIND);
  int rung = (int) remit_entity_get_integer (event, REMIT_CONFLICT_EVENT_RUNG);
  g_autofree char *word = remit_record_display (remit_entity_get_record (event),
                                                REMIT_CONFLICT_EVENT_KIND);

  if (rung == 0
      || (kind != REMIT_CONFLICT_EVENT_ESCALATED && kind != REMIT_CONFLICT_EVENT_DE_ESCALATED))
    return g_steal_pointer (&word);
  /* Translators: a step such as “Escalated”, and the number of a rung on a ladder */
  return g_strdup_printf (_ ("%1$s to rung %2$d"), word, rung);
}

static gboolean
is_corrected (RemitConflictStory *self,
              RemitEntity *event)
{
  return remit_workspace_get_referring (self->link.workspace, REMIT_KIND_CONFLICT_EVENT,
                                        REMIT_CONFLICT_EVENT_CORRECTS,
                                        remit_entity_get_id (event))
           ->len
         % 2 == 1;
}

static GtkWidget *
create_words (RemitConflictStory *self,
              RemitEntity *event)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const char *text = remit_entity_get_text (event, REMIT_CONFLICT_EVENT_TEXT);
  g_autofree char *heading = dup_heading (event);
  g_autofree char *time = remit_time_display (
    remit_entity_get_integer (event, REMIT_CONFLICT_EVENT_AT));
  /* Translators: who wrote an entry of a log, and when */
  g_autofree char *by = g_strdup_printf (
    _ ("%1$s, %2$s"), remit_entity_get_text (event, REMIT_CONFLICT_EVENT_ACTOR), time);

  gtk_widget_set_hexpand (box, TRUE);
  add_label (box, heading, "heading");
  gtk_widget_add_css_class (add_label (box, by, "caption"), "dim-label");
  if (*text != '\0')
    gtk_widget_add_css_class (add_label (box, text, NULL),
                              is_corrected (self, event) ? "remit-undone" : "remit-said");
  if (is_corrected (self, event))
    add_label (box, _ ("Taken back by a later entry"), "dim-label");
  if (remit_entity_get_integer (event, REMIT_CONFLICT_EVENT_DECISION) != 0)
    add_decision (self, box, remit_entity_get_integer (event, REMIT_CONFLICT_EVENT_DECISION));
  return box;
}

static GtkWidget *
create_take_back (RemitEntity *event)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "story.take-back");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", remit_entity_get_id (event));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Take Back…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Take Back…"), -1);
  return button;
}

static GtkWidget *
create_row (RemitConflictStory *self,
            RemitEntity *event)
{
  static const char *const classes[] = {
    [REMIT_CONFLICT_EVENT_ESCALATED] = "step",  [REMIT_CONFLICT_EVENT_DE_ESCALATED] = "step",
    [REMIT_CONFLICT_EVENT_RAN_OUT] = "late",    [REMIT_CONFLICT_EVENT_RESOLVED] = "settled",
    [REMIT_CONFLICT_EVENT_CLOSED] = "settled",  [REMIT_CONFLICT_EVENT_CORRECTION] = "",
  };
  gint64 kind = remit_entity_get_integer (event, REMIT_CONFLICT_EVENT_KIND);
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (dot, "remit-thread");
  if (classes[kind] != NULL && *classes[kind] != '\0')
    gtk_widget_add_css_class (dot, classes[kind]);
  gtk_box_append (GTK_BOX (box), dot);
  gtk_box_append (GTK_BOX (box), create_words (self, event));
  if (kind == REMIT_CONFLICT_EVENT_STATEMENT && !is_corrected (self, event))
    gtk_box_append (GTK_BOX (box), create_take_back (event));
  gtk_widget_add_css_class (box, "remit-log-entry");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

/* ── All of them ──────────────────────────────────────────────────────────────────────────── */

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  RemitEntity *first = *(RemitEntity *const *) a;
  RemitEntity *second = *(RemitEntity *const *) b;
  gint64 first_key = remit_entity_get_integer (first, REMIT_CONFLICT_EVENT_AT);
  gint64 second_key = remit_entity_get_integer (second, REMIT_CONFLICT_EVENT_AT);

  if (first_key == second_key)
    {
      first_key = remit_entity_get_id (first);
      second_key = remit_entity_get_id (second);
    }
  return first_key < second_key ? -1 : first_key > second_key;
}

static void
update (GtkWidget *widget)
{
  RemitConflictStory *self = REMIT_CONFLICT_STORY (widget);
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  GtkWidget *child;

  if (self->link.entity != NULL)
    g_ptr_array_extend (events,
                        remit_workspace_get_referring (self->link.workspace,
                                                       REMIT_KIND_CONFLICT_EVENT,
                                                       REMIT_CONFLICT_EVENT_CONFLICT,
                                                       remit_entity_get_id (self->link.entity)),
                        NULL, NULL);
  /* it only grows */
  if (events->len == self->n_shown && self->n_shown > 0)
    return;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  g_ptr_array_sort (events, compare_times);
  for (guint i = 0; i < events->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), create_row (self, events->pdata[i]));
  self->n_shown = events->len;
}

/* ── Adding ───────────────────────────────────────────────────────────────────────────────── */

static void
on_said (GtkWidget *widget,
         gint64 conflict,
         const char *text)
{
  RemitConflictStory *self = REMIT_CONFLICT_STORY (widget);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->link.workspace == NULL)
    return;
  done = remit_settle_state (self->link.workspace, conflict, 0, text, &error);
  remit_conflict_say (widget, self->link.workspace, done, error);
}

static void
on_state (GtkWidget *widget,
          const char *name G_GNUC_UNUSED,
          GVariant *parameter G_GNUC_UNUSED)
{
  RemitConflictStory *self = REMIT_CONFLICT_STORY (widget);
  RemitQuestion question = {
    .heading = _ ("Add a Statement"),
    .body = _ ("What is written into the log stays there. It can be corrected by another entry."),
    .label = _ ("Statement"),
    .placeholder = _ ("What was said"),
    .action = _ ("_Add"),
  };

  if (self->link.entity != NULL)
    remit_ask (widget, &question, remit_entity_get_id (self->link.entity), on_said);
}

static void
on_corrected (GtkWidget *widget,
              gint64 event,
              const char *text)
{
  RemitConflictStory *self = REMIT_CONFLICT_STORY (widget);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->link.workspace == NULL)
    return;
  done = remit_settle_correct (self->link.workspace, event, text, &error);
  remit_conflict_say (widget, self->link.workspace, done, error);
}

static void
on_take_back (GtkWidget *widget,
              const char *name G_GNUC_UNUSED,
              GVariant *parameter)
{
  RemitQuestion question = {
    .heading = _ ("Take Back an Entry"),
    .body = _ ("The entry stays in the log. Another one says that it does not count any longer, "
               "and why."),
    .label = _ ("Why"),
    .placeholder = _ ("Why"),
    .action = _ ("_Take Back"),
    .destructive = TRUE,
  };

  remit_ask (widget, &question, g_variant_get_int64 (parameter), on_corrected);
}

static void
show_entity (RemitEditor *editor,
             RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *entity)
{
  RemitConflictStory *self = REMIT_CONFLICT_STORY (editor);

  self->n_shown = 0;
  remit_entity_link_set (&self->link, GTK_WIDGET (self), workspace, plan, entity, update);
}

static void
remit_conflict_story_editor_init (RemitEditorInterface *iface)
{
  iface->show = show_entity;
}

static void
remit_conflict_story_dispose (GObject *object)
{
  remit_entity_link_clear (&REMIT_CONFLICT_STORY (object)->link);

  G_OBJECT_CLASS (remit_conflict_story_parent_class)->dispose (object);
}

static void
remit_conflict_story_class_init (RemitConflictStoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_conflict_story_dispose;
  gtk_widget_class_install_action (widget_class, "story.state", NULL, on_state);
  gtk_widget_class_install_action (widget_class, "story.take-back", "x", on_take_back);
}

static void
remit_conflict_story_init (RemitConflictStory *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "story.state");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Add a Statement"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Log"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Log"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->list);
}
