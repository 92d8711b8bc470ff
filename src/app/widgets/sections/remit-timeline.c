/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A section of a form that shows a log as a timeline, whose entries can be taken back. */
#include "remit-timeline.h"

#include <glib/gi18n.h>

#include "plan/design/remit-design.h"
#include "plan/remit-log.h"
#include "widgets/remit-ask.h"
#include "widgets/remit-attempts.h"

G_DEFINE_ABSTRACT_TYPE (RemitTimeline, remit_timeline, REMIT_TYPE_LIST_SECTION)

/* ── Entries ──────────────────────────────────────────────────────────────────────────────── */

static GPtrArray *
get_items (RemitListSection *section)
{
  RemitSectionLink *link = remit_section_get_link (section);
  g_autoptr (GPtrArray) events = remit_design_get_parts (
    link->workspace, REMIT_LIST_SECTION_GET_CLASS (section)->kind,
    remit_entity_get_id (link->entity));
  GPtrArray *items;

  if (!REMIT_TIMELINE_GET_CLASS (section)->newest_first)
    return g_steal_pointer (&events);
  items = g_ptr_array_new ();
  for (guint i = events->len; i-- > 0;)
    g_ptr_array_add (items, events->pdata[i]);
  return items;
}

/* A log only grows. */
static char *
dup_state (RemitListSection *section G_GNUC_UNUSED,
           GPtrArray *events)
{
  return g_strdup_printf ("%u", events->len);
}

static GtkWidget *
create_row (RemitListSection *section,
            gpointer event,
            guint index G_GNUC_UNUSED)
{
  RemitTimelineClass *klass = REMIT_TIMELINE_GET_CLASS (section);
  RemitWorkspace *workspace = remit_section_get_link (section)->workspace;
  g_autofree char *heading = klass->dup_heading (event);
  RemitLogRow *row = remit_log_row_new (workspace, event, heading);

  klass->fill_row (REMIT_TIMELINE (section), row, event);
  if (klass->can_take_back (event) && remit_log_stands (workspace, event))
    remit_log_row_add_take_back (row, "log.take-back", remit_entity_get_id (event));
  return GTK_WIDGET (row);
}

/* ── Taking back ──────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitTimelineClass *klass;
  gint64 event;
  char *reason;
} Correction;

static void
correction_free (gpointer data)
{
  Correction *self = data;

  g_type_class_unref (self->klass);
  g_free (self->reason);
  g_free (self);
}

static gint64
correct (RemitWorkspace *workspace,
         gpointer data,
         GError **error)
{
  const Correction *self = data;

  return self->klass->take_back (workspace, self->event, self->reason, error);
}

static void
on_answer (GtkWidget *widget,
           gint64 event,
           const char *reason)
{
  RemitWorkspace *workspace = remit_section_get_link (widget)->workspace;
  Correction *correction;

  if (workspace == NULL)
    return;
  correction = g_new0 (Correction, 1);
  correction->klass = g_type_class_ref (G_OBJECT_TYPE (widget));
  correction->event = event;
  correction->reason = g_strdup (reason);
  remit_try (widget, workspace, correct, correction, correction_free);
}

static void
on_take_back (GtkWidget *widget,
              const char *name G_GNUC_UNUSED,
              GVariant *parameter)
{
  RemitQuestion question = {
    .heading = _ ("Correct Log Entry"),
    .body = _ ("The entry stays in the log. A correction states that it no longer counts, and "
               "why."),
    .label = _ ("Correction"),
    .placeholder = _ ("Correction"),
    .action = _ ("_Correct"),
    .destructive = TRUE,
  };

  remit_ask (widget, &question, g_variant_get_int64 (parameter), on_answer);
}

static void
remit_timeline_class_init (RemitTimelineClass *klass)
{
  RemitListSectionClass *section_class = REMIT_LIST_SECTION_CLASS (klass);

  section_class->get_items = get_items;
  section_class->dup_state = dup_state;
  section_class->create_row = create_row;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "log.take-back", "x", on_take_back);
}

static void
remit_timeline_init (RemitTimeline *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Log"));
}
