/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What readers and writers of files have in common: the result of an import, and its words. */
#define G_LOG_DOMAIN "remit-exchange"

#include "config.h"

#include "remit-exchange.h"

#include <glib/gi18n-lib.h>

#define MAX_NOTES 10000

G_DEFINE_QUARK (remit-exchange-error-quark, remit_exchange_error)

RemitImportResult *
remit_import_result_new (void)
{
  RemitImportResult *self = g_new0 (RemitImportResult, 1);

  self->notes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
remit_import_result_free (RemitImportResult *self)
{
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/* The last line says how many more there would be. */
static void
count_left_out (RemitImportResult *self)
{
  guint left_out = self->n_notes - MAX_NOTES;

  g_ptr_array_set_size (self->notes, MAX_NOTES);
  g_ptr_array_add (self->notes,
                   g_strdup_printf (ngettext ("and %'u more note", "and %'u more notes", left_out),
                                    left_out));
}

void
remit_import_result_note (RemitImportResult *self,
                          const char *format,
                          ...)
{
  va_list args;

  self->n_notes++;
  if (self->n_notes > MAX_NOTES)
    {
      count_left_out (self);
      return;
    }

  va_start (args, format);
  g_ptr_array_add (self->notes, g_strdup_vprintf (format, args));
  va_end (args);
}

static char *
count_kind (RemitKind kind,
            guint n)
{
  switch (kind)
    {
    case REMIT_KIND_SETTINGS:
      return g_strdup_printf (ngettext ("%'u setting", "%'u settings", n), n);
    case REMIT_KIND_SKILL:
      return g_strdup_printf (ngettext ("%'u skill", "%'u skills", n), n);
    case REMIT_KIND_ROLE:
      return g_strdup_printf (ngettext ("%'u role", "%'u roles", n), n);
    case REMIT_KIND_PERSON:
      return g_strdup_printf (ngettext ("%'u person", "%'u people", n), n);
    case REMIT_KIND_PERSON_SKILL:
      return g_strdup_printf (ngettext ("%'u skill of a person", "%'u skills of people", n), n);
    case REMIT_KIND_ABSENCE:
      return g_strdup_printf (ngettext ("%'u absence", "%'u absences", n), n);
    case REMIT_KIND_PLAN:
      return g_strdup_printf (ngettext ("%'u plan", "%'u plans", n), n);
    case REMIT_KIND_TEAM:
      return g_strdup_printf (ngettext ("%'u team", "%'u teams", n), n);
    case REMIT_KIND_SLOT:
      return g_strdup_printf (ngettext ("%'u slot", "%'u slots", n), n);
    case REMIT_KIND_SLOT_NEED:
      return g_strdup_printf (ngettext ("%'u needed skill", "%'u needed skills", n), n);
    case REMIT_KIND_ASSIGNMENT:
      return g_strdup_printf (ngettext ("%'u assignment", "%'u assignments", n), n);
    case REMIT_KIND_DECISION:
      return g_strdup_printf (ngettext ("%'u decision", "%'u decisions", n), n);
    case REMIT_KIND_RIGHT:
      return g_strdup_printf (ngettext ("%'u right", "%'u rights", n), n);
    case REMIT_KIND_DECISION_EVENT:
      return g_strdup_printf (ngettext ("%'u log entry", "%'u log entries", n), n);
    case REMIT_KIND_WAIVER:
      return g_strdup_printf (ngettext ("%'u waiver", "%'u waivers", n), n);
    case REMIT_KIND_HOLIDAY:
      return g_strdup_printf (ngettext ("%'u holiday", "%'u holidays", n), n);
    case REMIT_KIND_LADDER:
      return g_strdup_printf (ngettext ("%'u ladder", "%'u ladders", n), n);
    case REMIT_KIND_RUNG:
      return g_strdup_printf (ngettext ("%'u rung", "%'u rungs", n), n);
    case REMIT_KIND_CONFLICT:
      return g_strdup_printf (ngettext ("%'u conflict", "%'u conflicts", n), n);
    case REMIT_KIND_INVOLVEMENT:
      return g_strdup_printf (ngettext ("%'u further team of a conflict",
                                        "%'u further teams of conflicts", n), n);
    case REMIT_KIND_PARTY:
      return g_strdup_printf (ngettext ("%'u party", "%'u parties", n), n);
    case REMIT_KIND_OWN_RUNG:
      return g_strdup_printf (ngettext ("%'u rung of a conflict", "%'u rungs of conflicts", n), n);
    case REMIT_KIND_CONFLICT_EVENT:
      return g_strdup_printf (ngettext ("%'u log entry of a conflict",
                                        "%'u log entries of conflicts", n), n);
    case REMIT_KIND_NONE:
    case REMIT_N_KINDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* "1,336 people, 58 teams", or nothing when all counts are 0. */
static char *
list_counts (const guint counts[REMIT_N_KINDS])
{
  GString *list = g_string_new (NULL);

  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (counts[kind] > 0)
      {
        g_autofree char *count = count_kind (kind, counts[kind]);

        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", count);
      }

  return g_string_free (list, list->len == 0);
}

static void
add_line (GStrvBuilder *lines,
          const char *format,
          const guint counts[REMIT_N_KINDS])
{
  g_autofree char *list = list_counts (counts);
  g_autofree char *line = NULL;

  if (list == NULL)
    return;
  line = g_strdup_printf (format, list);
  g_strv_builder_add (lines, line);
}

GStrv
remit_import_result_describe (RemitImportResult *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) described = NULL;

  /* Translators: a list: "1,336 people, 58 teams" */
  add_line (lines, _ ("Added: %s"), self->added);
  /* Translators: a list: "1,336 people, 58 teams" */
  add_line (lines, _ ("Changed: %s"), self->changed);
  /* Translators: a list: "1,336 people, 58 teams" */
  add_line (lines, _ ("Removed: %s"), self->removed);
  /* Translators: a list: "1,336 people, 58 teams" */
  add_line (lines, _ ("Already there: %s"), self->same);

  described = g_strv_builder_end (lines);
  if (described[0] != NULL)
    return g_steal_pointer (&described);

  g_strv_builder_add (lines, _ ("There was nothing to import."));
  return g_strv_builder_end (lines);
}
