/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a plan's decisions, and what they came to. */
#include <glib/gi18n-lib.h>

#include "exchange/remit-decided.h"
#include "remit-book-fields.h"

static const guint fields[] = {
  REMIT_DECISION_TITLE,  REMIT_DECISION_TEAM,      REMIT_DECISION_KIND,
  REMIT_DECISION_STATUS, REMIT_DECISION_DECIDE_BY, REMIT_DECISION_RAISED,
};

/* Of the outcome. */
static const struct
{
  guint field;
  const char *header;
} outcomes[] = {
  { REMIT_DECISION_EVENT_AT, N_ ("Decided") },
  { REMIT_DECISION_EVENT_ACTOR, N_ ("Decided by") },
  { REMIT_DECISION_EVENT_TEXT, N_ ("Rationale") },
  { REMIT_DECISION_EVENT_CONSEQUENCES, NULL },
  { REMIT_DECISION_EVENT_EVIDENCE, NULL },
};

static const guint more_fields[] = {
  REMIT_DECISION_SUPERSEDES,
  REMIT_DECISION_FRAMEWORK,
  REMIT_DECISION_QUORUM,
  REMIT_DECISION_DESCRIPTION,
};

static void
add_columns (RemitBook *self)
{
  remit_book_sink_begin_table (self->sink, _ ("Decisions"), 1);
  remit_book_add_field_columns (self, &remit_decision_info, fields, G_N_ELEMENTS (fields));
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    remit_book_add_field_column (self, &remit_decision_event_info.fields[outcomes[i].field],
                                 outcomes[i].header != NULL ? _ (outcomes[i].header) : NULL);
  remit_book_add_field_columns (self, &remit_decision_info, more_fields,
                                G_N_ELEMENTS (more_fields));
  remit_book_add_key_column (self, _ ("Remit ID"));
}

static gboolean
write_decision (RemitBook *self,
                const RemitRecord *decision,
                GError **error)
{
  g_autoptr (GHashTable) corrected = remit_decided_new_set ();
  g_autoptr (RemitRecord) outcome = remit_decided_read (self->source,
                                                        remit_record_get_id (decision), corrected);

  remit_book_add_fields (self, decision, fields, G_N_ELEMENTS (fields));
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    remit_book_add_field (self, &remit_decision_event_info, outcome, outcomes[i].field);
  remit_book_add_fields (self, decision, more_fields, G_N_ELEMENTS (more_fields));
  remit_book_add_key (self, decision);
  return remit_book_sink_end_row (self->sink, error);
}

gboolean
remit_book_decisions_write (RemitBook *self,
                            GError **error)
{
  const RemitRecord *decision;

  add_columns (self);
  if (!remit_book_sink_begin_rows (self->sink, error))
    return FALSE;
  remit_plan_source_begin (self->source, REMIT_KIND_DECISION, 0);
  while ((decision = remit_plan_source_next (self->source, REMIT_KIND_DECISION)) != NULL)
    if (!write_decision (self, decision, error))
      return FALSE;
  return remit_book_sink_end_table (self->sink, error);
}
