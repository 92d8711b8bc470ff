/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The comments on an entity, and an entry for a new one. */
#include "remit-comments-section.h"

#include <glib/gi18n.h>

#include "plan/design/remit-comments.h"
#include "plan/design/remit-design.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-try.h"
#include "widgets/sections/remit-icon-button.h"

/* The form of the comment shows all of it. */
#define LINES 4

struct _RemitCommentsSection
{
  RemitListSection parent_instance;

  AdwEntryRow *entry;
  gint64 subject; /* ids are unique across kinds */
};

G_DEFINE_FINAL_TYPE (RemitCommentsSection, remit_comments_section, REMIT_TYPE_LIST_SECTION)

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

/* Clears the entry for the next comment. */
static void
clear (RemitCommentsSection *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  adw_entry_row_set_show_apply_button (self->entry, FALSE);
  adw_entry_row_set_show_apply_button (self->entry, TRUE);
}

static GPtrArray *
get_items (RemitListSection *section)
{
  RemitCommentsSection *self = REMIT_COMMENTS_SECTION (section);
  RemitSectionLink *link = remit_section_get_link (section);

  /* what was typed about another one is left */
  if (self->subject != remit_entity_get_id (link->entity))
    clear (self);
  self->subject = remit_entity_get_id (link->entity);
  remit_edits_set_sensitive (self->entry, link->workspace);
  return remit_comments_get (link->workspace, remit_entity_get_kind (link->entity),
                             remit_entity_get_id (link->entity));
}

static GtkWidget *
create_resolve (RemitEntity *comment)
{
  gboolean is_done = remit_comments_is_resolved (comment);

  return remit_icon_button_new (is_done ? "edit-undo-symbolic" : "object-select-symbolic",
                                is_done ? _ ("Reopen") : _ ("Mark as Resolved"),
                                "comments.resolve", remit_entity_get_id (comment));
}

static char *
dup_subtitle (RemitEntity *comment)
{
  const char *author = remit_entity_get_text (comment, REMIT_COMMENT_AUTHOR);
  g_autofree char *day = remit_record_display (remit_entity_get_record (comment),
                                               REMIT_COMMENT_DAY);

  if (remit_comments_is_resolved (comment))
    /* Translators: who made a comment, and when */
    return g_strdup_printf (_ ("%s, %s, resolved"), author, day);
  /* Translators: who made a comment, and when */
  return g_strdup_printf (_ ("%s, %s"), author, day);
}

static GtkWidget *
create_row (RemitListSection *self G_GNUC_UNUSED,
            gpointer item,
            guint index G_GNUC_UNUSED)
{
  RemitEntity *comment = item;
  g_autofree char *subtitle = dup_subtitle (comment);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                 remit_entity_get_text (comment, REMIT_COMMENT_TEXT), "subtitle",
                                 subtitle, "title-lines", LINES, "activatable", TRUE, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_resolve (comment));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.inspect");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ix)", (int) REMIT_KIND_COMMENT,
                                    remit_entity_get_id (comment));
  return row;
}

/* ── Actions ──────────────────────────────────────────────────────────────────────────────── */

static void
resolve (GtkWidget *widget,
         const char *name G_GNUC_UNUSED,
         GVariant *parameter)
{
  RemitWorkspace *workspace = remit_section_get_link (widget)->workspace;
  gint64 id = g_variant_get_int64 (parameter);
  RemitEntity *comment;
  const char *value;

  comment = workspace != NULL ? remit_workspace_get (workspace, REMIT_KIND_COMMENT, id) : NULL;
  if (comment == NULL)
    return;
  value = remit_comments_is_resolved (comment) ? "false" : "true";
  remit_try_change (widget, workspace, REMIT_KIND_COMMENT, id, REMIT_COMMENT_RESOLVED, value,
                    NULL);
}

/* A section is of one kind of thing, whichever of them it shows. */
static gboolean
is_about_shown (RemitCommentsSection *self,
                const RemitRecord *comment)
{
  RemitEntity *shown = remit_section_get_link (self)->entity;

  return shown != NULL
         && remit_record_get_integer (comment, (guint) remit_comments_get_subject_field (
                                                 remit_entity_get_kind (shown)))
              == remit_entity_get_id (shown);
}

/* Restore the text of a comment that was not saved, unless another one is being typed. */
static void
on_commented (GtkWidget *widget,
              RemitWorkspace *workspace,
              gint64 id,
              gpointer comment,
              const GError *error)
{
  RemitCommentsSection *self = REMIT_COMMENTS_SECTION (widget);
  GtkEditable *entry = GTK_EDITABLE (self->entry);

  if (!remit_feedback_edit (widget, workspace, id != 0, error) && is_about_shown (self, comment)
      && *gtk_editable_get_text (entry) == '\0')
    gtk_editable_set_text (entry, remit_record_get_text (comment, REMIT_COMMENT_TEXT));
}

static void
on_apply (RemitCommentsSection *self)
{
  RemitSectionLink *link = remit_section_get_link (self);
  g_autoptr (RemitRecord) comment = remit_record_new (REMIT_KIND_COMMENT);
  RemitKind kind;
  gint64 plan;

  if (link->entity == NULL)
    return;
  kind = remit_entity_get_kind (link->entity);
  /* a person is of no plan, and is commented on in the one that is shown */
  plan = remit_design_get_plan (remit_entity_get_record (link->entity));
  remit_record_set_integer (comment, REMIT_COMMENT_PLAN, plan != 0 ? plan : link->plan);
  remit_record_set_integer (comment, (guint) remit_comments_get_subject_field (kind),
                            remit_entity_get_id (link->entity));
  remit_record_set_text (comment, REMIT_COMMENT_TEXT,
                         gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  if (remit_try_create (GTK_WIDGET (self), link->workspace, comment, on_commented))
    clear (self);
}

/* The entry is in a list of its own, above that of the comments. */
static GtkWidget *
create_list (RemitListSection *self)
{
  GtkWidget *list = REMIT_LIST_SECTION_CLASS (remit_comments_section_parent_class)
                      ->create_list (self);

  gtk_widget_set_margin_top (list, 12);
  return list;
}

static void
remit_comments_section_class_init (RemitCommentsSectionClass *klass)
{
  static const char *const edits[] = { "comments.resolve", NULL };
  RemitListSectionClass *section_class = REMIT_LIST_SECTION_CLASS (klass);

  section_class->kind = REMIT_KIND_COMMENT;
  section_class->edits = edits;
  section_class->get_items = get_items;
  section_class->create_list = create_list;
  section_class->create_row = create_row;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "comments.resolve", "x", resolve);
}

static void
remit_comments_section_init (RemitCommentsSection *self)
{
  self->entry = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Comments"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), _ ("Add a comment"));
  adw_entry_row_set_show_apply_button (self->entry, TRUE);
  g_signal_connect_object (self->entry, "apply", G_CALLBACK (on_apply), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->entry));
}
