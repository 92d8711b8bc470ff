/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a plan's conflicts. */
#include <glib/gi18n-lib.h>

#include "remit-book-fields.h"

static const guint fields[] = {
  REMIT_CONFLICT_TITLE, REMIT_CONFLICT_SEVERITY, REMIT_CONFLICT_STATUS, REMIT_CONFLICT_RUNG,
  REMIT_CONFLICT_DUE,   REMIT_CONFLICT_OWNER,    REMIT_CONFLICT_TEAM,
};

static const guint more_fields[] = {
  REMIT_CONFLICT_TYPE,     REMIT_CONFLICT_RAISED, REMIT_CONFLICT_RAISER,
  REMIT_CONFLICT_TARGET,   REMIT_CONFLICT_ENDED,  REMIT_CONFLICT_MODE,
  REMIT_CONFLICT_DECISION, REMIT_CONFLICT_RESOLUTION, REMIT_CONFLICT_IMPACT,
  REMIT_CONFLICT_VISIBILITY, REMIT_CONFLICT_DESCRIPTION,
};

/* Both are for times; of the two, this one is the day that the owner has set. */
static const char *
get_header (guint field)
{
  return field == REMIT_CONFLICT_DUE ? _ ("Due on this level") : NULL;
}

static void
add_columns (RemitBook *self)
{
  remit_book_sink_begin_table (self->sink, _ ("Conflicts"), 1);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    remit_book_add_field_column (self, &remit_conflict_info.fields[fields[i]],
                                 get_header (fields[i]));
  remit_book_sink_add_column (self->sink, REMIT_BOOK_TEXT, _ ("Other teams"));
  remit_book_add_field_column (self, &remit_party_info.fields[REMIT_PARTY_NAME], _ ("Parties"));
  remit_book_add_field_columns (self, &remit_conflict_info, more_fields,
                                G_N_ELEMENTS (more_fields));
  remit_book_add_key_column (self, _ ("Remit ID"));
}

static void
append (GString *list,
        const char *name)
{
  if (*name != '\0')
    g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "", name);
}

static void
add_teams (RemitBook *self,
           gint64 conflict)
{
  g_autoptr (GString) list = g_string_new (NULL);
  const RemitRecord *part;

  remit_plan_source_begin (self->source, REMIT_KIND_INVOLVEMENT, conflict);
  while ((part = remit_plan_source_next (self->source, REMIT_KIND_INVOLVEMENT)) != NULL)
    {
      const RemitRecord *team = remit_plan_source_find (
        self->source, REMIT_KIND_TEAM, remit_record_get_integer (part, REMIT_INVOLVEMENT_TEAM));

      if (team != NULL)
        append (list, remit_record_get_text (team, REMIT_TEAM_NAME));
    }
  remit_book_sink_add_text (self->sink, list->str);
}

static void
add_parties (RemitBook *self,
             gint64 conflict)
{
  g_autoptr (GString) list = g_string_new (NULL);
  const RemitRecord *party;

  if (!remit_plan_source_shows (self->source, &remit_party_info.fields[REMIT_PARTY_NAME]))
    return;
  remit_plan_source_begin (self->source, REMIT_KIND_PARTY, conflict);
  while ((party = remit_plan_source_next (self->source, REMIT_KIND_PARTY)) != NULL)
    append (list, remit_record_get_text (party, REMIT_PARTY_NAME));
  remit_book_sink_add_text (self->sink, list->str);
}

static gboolean
write_conflict (RemitBook *self,
                const RemitRecord *conflict,
                GError **error)
{
  remit_book_add_fields (self, conflict, fields, G_N_ELEMENTS (fields));
  add_teams (self, remit_record_get_id (conflict));
  add_parties (self, remit_record_get_id (conflict));
  remit_book_add_fields (self, conflict, more_fields, G_N_ELEMENTS (more_fields));
  remit_book_add_key (self, conflict);
  return remit_book_sink_end_row (self->sink, error);
}

gboolean
remit_book_conflicts_write (RemitBook *self,
                            GError **error)
{
  const RemitRecord *conflict;

  add_columns (self);
  if (!remit_book_sink_begin_rows (self->sink, error))
    return FALSE;
  remit_plan_source_begin (self->source, REMIT_KIND_CONFLICT, 0);
  while ((conflict = remit_plan_source_next (self->source, REMIT_KIND_CONFLICT)) != NULL)
    if (!write_conflict (self, conflict, error))
      return FALSE;
  return remit_book_sink_end_table (self->sink, error);
}
