/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A level of an escalation ladder, editable. */
#include "remit-rung-row.h"

#include <glib/gi18n.h>

#include "conflicts/remit-conflict-words.h"
#include "model/remit-day.h"
#include "plan/conflict/remit-rung-clock.h"
#include "widgets/rows/remit-field-row.h"
#include "widgets/sections/remit-section.h"

/* In seconds: the time that is shown has minutes. */
#define PAUSE 60

struct _RemitRungRow
{
  AdwExpanderRow parent_instance;

  RemitSectionLink link;
  guint timer;

  GtkLabel *mark;
  RemitFieldRow *limit;
  AdwActionRow *due;
};

static void remit_rung_row_section_init (RemitSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitRungRow, remit_rung_row, ADW_TYPE_EXPANDER_ROW,
                               REMIT_IMPLEMENT_SECTION (remit_rung_row_section_init))

/* ── Content ──────────────────────────────────────────────────────────────────────────────── */

/* Conflicts are usually of the team that the ladder is for. */
static gint64
get_team (RemitRungRow *self)
{
  gint64 id = remit_entity_get_integer (self->link.entity, REMIT_RUNG_LADDER);
  RemitEntity *ladder = remit_workspace_get (self->link.workspace, REMIT_KIND_LADDER, id);

  return ladder != NULL ? remit_entity_get_integer (ladder, REMIT_LADDER_TEAM) : 0;
}

/* Returns: (transfer full) (nullable): the rung with the time limit that is typed */
static RemitRecord *
dup_typed (RemitRungRow *self)
{
  g_autoptr (RemitRecord) rung = remit_record_copy (remit_entity_get_record (self->link.entity));
  g_autofree char *limit = remit_field_row_dup_typed (self->limit);

  return remit_record_parse (rung, REMIT_RUNG_LIMIT, limit, NULL)
             && remit_record_check_field (rung, REMIT_RUNG_LIMIT, NULL)
           ? g_steal_pointer (&rung)
           : NULL;
}

/* The row of the limit says why there is none. */
static char *
dup_due (RemitRungRow *self)
{
  g_autoptr (RemitRecord) rung = dup_typed (self);
  g_autofree char *time = NULL;
  gint64 due;

  if (rung == NULL)
    return g_strdup (_ ("No valid time limit"));
  due = remit_rung_clock_get_due (self->link.workspace, rung, get_team (self), remit_time_now ());
  time = remit_rung_clock_display (self->link.workspace, rung, get_team (self), due);
  /* Translators: the date and time when a time limit is up */
  return g_strdup_printf (_ ("Due %s"), time);
}

static void
show_due (RemitRungRow *self)
{
  g_autofree char *due = self->link.entity != NULL ? dup_due (self) : g_strdup ("");

  adw_action_row_set_subtitle (self->due, due);
}

static void
update (GtkWidget *widget)
{
  RemitRungRow *self = REMIT_RUNG_ROW (widget);
  g_autofree char *asked = NULL;

  show_due (self);
  if (self->link.entity == NULL)
    return;
  asked = remit_rung_dup_words (self->link.workspace, remit_entity_get_record (self->link.entity),
                                get_team (self));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), asked);
}

/* ── As time goes by ──────────────────────────────────────────────────────────────────────── */

static gboolean
on_timer (gpointer data)
{
  show_due (data);
  return G_SOURCE_CONTINUE;
}

static void
remit_rung_row_map (GtkWidget *widget)
{
  RemitRungRow *self = REMIT_RUNG_ROW (widget);

  GTK_WIDGET_CLASS (remit_rung_row_parent_class)->map (widget);
  show_due (self);
  self->timer = g_timeout_add_seconds (PAUSE, on_timer, self);
}

static void
remit_rung_row_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&REMIT_RUNG_ROW (widget)->timer, g_source_remove);
  GTK_WIDGET_CLASS (remit_rung_row_parent_class)->unmap (widget);
}

/* ── The row ──────────────────────────────────────────────────────────────────────────────── */

static void
remit_rung_row_section_init (RemitSectionInterface *iface)
{
  iface->link = G_STRUCT_OFFSET (RemitRungRow, link);
  iface->others = REMIT_HOLDER_KINDS | REMIT_KIND_BIT (REMIT_KIND_LADDER)
                  | REMIT_KIND_BIT (REMIT_KIND_SETTINGS) | REMIT_KIND_BIT (REMIT_KIND_HOLIDAY);
  iface->prepare = remit_section_show_children;
  iface->update = update;
}

static void
remit_rung_row_class_init (RemitRungRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = remit_rung_row_map;
  widget_class->unmap = remit_rung_row_unmap;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/conflicts/page/remit-rung-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitRungRow, mark);
  gtk_widget_class_bind_template_child (widget_class, RemitRungRow, limit);
  gtk_widget_class_bind_template_child (widget_class, RemitRungRow, due);
  gtk_widget_class_bind_template_callback (widget_class, show_due);
}

static void
remit_rung_row_init (RemitRungRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
remit_rung_row_new (guint place)
{
  RemitRungRow *self = g_object_new (REMIT_TYPE_RUNG_ROW, NULL);
  g_autofree char *text = g_strdup_printf ("%u", place);

  gtk_label_set_label (self->mark, text);
  return GTK_WIDGET (self);
}
