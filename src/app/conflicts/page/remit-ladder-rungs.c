/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The levels of a ladder, editable. */
#include "remit-conflict-page.h"

#include <glib/gi18n.h>

#include "plan/conflict/remit-ladder-repeat.h"
#include "plan/design/remit-design.h"
#include "remit-rung-row.h"
#include "widgets/remit-try.h"
#include "widgets/sections/remit-holder-picker.h"
#include "widgets/sections/remit-icon-button.h"

struct _RemitLadderRungs
{
  RemitListSection parent_instance;
};

G_DEFINE_FINAL_TYPE (RemitLadderRungs, remit_ladder_rungs, REMIT_TYPE_LIST_SECTION)

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static GtkWidget *
create_row (RemitListSection *self,
            gpointer rung,
            guint index)
{
  RemitSectionLink *link = remit_section_get_link (self);
  GtkWidget *row = remit_rung_row_new (index + 1);
  gint64 id = remit_entity_get_id (rung);

  adw_expander_row_add_action (
    ADW_EXPANDER_ROW (row),
    remit_icon_button_new ("list-remove-symbolic", _ ("Remove"), "part.remove", id));
  if (index > 0)
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row),
                                 remit_icon_button_new ("go-up-symbolic", _ ("Move Up"),
                                                        "rungs.earlier", id));
  remit_editor_show_all (row, link->workspace, link->plan, rung);
  return row;
}

/* Rows update when their levels change. */
static char *
dup_state (RemitListSection *self G_GNUC_UNUSED,
           GPtrArray *rungs)
{
  g_autoptr (GString) state = g_string_new (NULL);

  for (guint i = 0; i < rungs->len; i++)
    g_string_append_printf (state, "%" G_GINT64_FORMAT "\n",
                            remit_entity_get_id (rungs->pdata[i]));
  return g_string_free (g_steal_pointer (&state), FALSE);
}

#define DESCRIPTION \
  N_ ("Levels in the order in which they are asked. Open conflicts keep the levels they were " \
      "raised with.")

/* Warns if a person is on two levels. */
static void
show_repeats (RemitListSection *self,
              GPtrArray *rungs)
{
  RemitSectionLink *link = remit_section_get_link (self);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autofree char *repeats = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < rungs->len; i++)
    g_ptr_array_add (records, (gpointer) remit_entity_get_record (rungs->pdata[i]));
  repeats = remit_ladder_dup_repeats (
    link->workspace, records, remit_entity_get_integer (link->entity, REMIT_LADDER_TEAM));
  escaped = g_markup_escape_text (repeats, -1);
  words = g_strconcat (_ (DESCRIPTION), *repeats != '\0' ? "\n⚠ " : "", escaped, NULL);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), words);
}

static GPtrArray *
get_items (RemitListSection *self)
{
  RemitSectionLink *link = remit_section_get_link (self);
  GPtrArray *rungs = remit_design_get_parts (link->workspace, REMIT_KIND_RUNG,
                                             remit_entity_get_id (link->entity));

  show_repeats (self, rungs);
  return rungs;
}

/* ── Actions ──────────────────────────────────────────────────────────────────────────────── */

static void
on_earlier (GtkWidget *widget,
            const char *name G_GNUC_UNUSED,
            GVariant *parameter)
{
  remit_try_move_by (widget, remit_section_get_link (widget)->workspace, REMIT_KIND_RUNG,
                     g_variant_get_int64 (parameter), -1, remit_try_say_moved);
}

static void
on_picked (RemitListSection *self,
           int kind,
           gint64 id)
{
  guint field = kind == REMIT_KIND_SLOT   ? (guint) REMIT_RUNG_SLOT
                : kind == REMIT_KIND_ROLE ? (guint) REMIT_RUNG_ROLE
                                          : (guint) REMIT_RUNG_PERSON;

  remit_list_section_add (self, field, id);
}

static void
fill_part (RemitListSection *self G_GNUC_UNUSED,
           RemitRecord *rung)
{
  remit_record_set_integer (rung, REMIT_RUNG_CLOCK, REMIT_CLOCK_WORKING);
  remit_record_set_integer (rung, REMIT_RUNG_LIMIT, 16 * 60);
}

static void
remit_ladder_rungs_class_init (RemitLadderRungsClass *klass)
{
  static const char *const edits[] = { "rungs.earlier", NULL };
  RemitListSectionClass *section_class = REMIT_LIST_SECTION_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  section_class->kind = REMIT_KIND_RUNG;
  section_class->edits = edits;
  section_class->get_items = get_items;
  section_class->create_row = create_row;
  section_class->fill_part = fill_part;
  section_class->dup_state = dup_state;
  gtk_widget_class_install_action (widget_class, "rungs.earlier", "x", on_earlier);
}

static void
remit_ladder_rungs_init (RemitLadderRungs *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  RemitHolderPicker *picker = remit_holder_picker_new (_ ("Holder of the level"));

  adw_preferences_group_set_title (group, _ ("Levels"));
  adw_preferences_group_set_description (group, _ (DESCRIPTION));
  g_signal_connect_object (picker, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (
    group, remit_holder_picker_create_button (picker, _ ("Add a Level")));
}
