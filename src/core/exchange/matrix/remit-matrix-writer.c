/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the matrix of decision rights as a table. */
#include "remit-matrix-writer.h"

#include <glib/gi18n-lib.h>

#include "plan/decide/remit-matrix.h"
#include "remit-matrix-holders.h"

const RemitMatrixFieldInfo remit_matrix_fields[REMIT_MATRIX_N_FIELDS] = {
  [REMIT_MATRIX_TEAM] = { REMIT_DECISION_TEAM, N_ ("Team"), "team squad group gruppe mannschaft" },
  [REMIT_MATRIX_DECISION] = { REMIT_DECISION_TITLE, N_ ("Decision"),
                              "decision decisions title activity activities task tasks deliverable "
                              "deliverables process "
                              "workpackage entscheidung entscheidungen titel aktivitat aktivitaet "
                              "aufgabe aufgaben tatigkeit "
                              "taetigkeit arbeitspaket was what" },
  [REMIT_MATRIX_DESCRIPTION] = { REMIT_DECISION_DESCRIPTION, N_ ("Description"),
                                 "description details beschreibung" },
  [REMIT_MATRIX_KIND] = { REMIT_DECISION_KIND, N_ ("Kind"), "kind type art typ" },
  [REMIT_MATRIX_FRAMEWORK] = { REMIT_DECISION_FRAMEWORK, N_ ("Framework"),
                               "framework method rahmen methode" },
  [REMIT_MATRIX_QUORUM] = { REMIT_DECISION_QUORUM, N_ ("Quorum"), "quorum" },
  [REMIT_MATRIX_DECIDE_BY] = { REMIT_DECISION_DECIDE_BY, N_ ("Decide by"),
                               "decideby due duedate deadline until bis frist termin" },
  [REMIT_MATRIX_STATUS] = { REMIT_DECISION_STATUS, N_ ("Status"), "status state stand" },
  [REMIT_MATRIX_KEY] = { REMIT_DECISION_KEY, N_ ("Key"), "key schlussel schluessel" },
};

/* ── Writing ──────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitBook *book;
  GPtrArray *holders;  /* those that have a column */
  GHashTable *letters; /* of the decision that is written: by holder */
} Writer;

/* A column that the reader may not see is left out, since an empty one would say that there is
 * nothing. */
static gboolean
shows (Writer *self,
       RemitMatrixField field)
{
  return remit_plan_source_shows (self->book->source,
                                  &remit_decision_info.fields[remit_matrix_fields[field].field]);
}

static RemitBookColumnKind
get_kind (RemitMatrixField field)
{
  const RemitField *info = &remit_decision_info.fields[remit_matrix_fields[field].field];

  if (info->kind == REMIT_FIELD_DATE)
    return REMIT_BOOK_DAY;
  if (info->kind == REMIT_FIELD_INTEGER)
    return REMIT_BOOK_NUMBER;
  if (field == REMIT_MATRIX_KEY)
    return REMIT_BOOK_KEY;
  return info->flags & REMIT_FIELD_MULTILINE ? REMIT_BOOK_LINES : REMIT_BOOK_TEXT;
}

static void
add_columns (Writer *self)
{
  RemitBookSink *sink = self->book->sink;

  remit_book_sink_begin_table (sink, _ ("Decision rights"), 2);
  for (RemitMatrixField i = 0; i < REMIT_MATRIX_N_FIELDS; i++)
    if (shows (self, i))
      remit_book_sink_add_column (sink, get_kind (i), _ (remit_matrix_fields[i].header));
  for (guint i = 0; i < self->holders->len; i++)
    remit_book_sink_add_column (sink, REMIT_BOOK_LETTERS,
                                ((RemitMatrixHolder *) self->holders->pdata[i])->header);
}

static void
add_team (Writer *self,
          gint64 id)
{
  const RemitRecord *team = remit_plan_source_find (self->book->source, REMIT_KIND_TEAM, id);

  remit_book_sink_add_text (self->book->sink,
                            team != NULL ? remit_record_get_text (team, REMIT_TEAM_NAME) : NULL);
}

static void
add_field (Writer *self,
           const RemitRecord *decision,
           RemitMatrixField field)
{
  guint place = remit_matrix_fields[field].field;
  g_autofree char *text = NULL;

  if (field == REMIT_MATRIX_TEAM)
    {
      add_team (self, remit_record_get_integer (decision, REMIT_DECISION_TEAM));
      return;
    }
  text = remit_record_format (decision, place);
  if (get_kind (field) != REMIT_BOOK_DAY && get_kind (field) != REMIT_BOOK_NUMBER)
    remit_book_sink_add_text (self->book->sink, text);
  else if (*text == '\0')
    remit_book_sink_add_text (self->book->sink, NULL);
  else
    remit_book_sink_add_integer (self->book->sink, remit_record_get_integer (decision, place));
}

static void
load_letters (Writer *self,
              gint64 decision)
{
  const RemitRecord *right;

  g_hash_table_remove_all (self->letters);
  remit_plan_source_begin (self->book->source, REMIT_KIND_RIGHT, decision);
  while ((right = remit_plan_source_next (self->book->source, REMIT_KIND_RIGHT)) != NULL)
    {
      int letter = (int) remit_record_get_integer (right, REMIT_RIGHT_LETTER);
      RemitLetters letters;
      gint64 holder;

      remit_record_get_alternative (right, &holder);
      letters = GPOINTER_TO_UINT (g_hash_table_lookup (self->letters, &holder));
      g_hash_table_replace (self->letters, g_memdup2 (&holder, sizeof holder),
                            GUINT_TO_POINTER (letters | REMIT_LETTERS (letter)));
    }
}

static gboolean
write_decision (Writer *self,
                const RemitRecord *decision,
                GError **error)
{
  RemitFramework framework =
    (RemitFramework) remit_record_get_integer (decision, REMIT_DECISION_FRAMEWORK);

  load_letters (self, remit_record_get_id (decision));
  for (RemitMatrixField i = 0; i < REMIT_MATRIX_N_FIELDS; i++)
    if (shows (self, i))
      add_field (self, decision, i);
  for (guint i = 0; i < self->holders->len; i++)
    {
      const RemitMatrixHolder *holder = self->holders->pdata[i];
      gpointer letters = g_hash_table_lookup (self->letters, &holder->id);
      g_autofree char *text = remit_matrix_format_letters (framework, GPOINTER_TO_UINT (letters));

      remit_book_sink_add_text (self->book->sink, text);
    }
  return remit_book_sink_end_row (self->book->sink, error);
}

static gboolean
write_decisions (Writer *self,
                 GError **error)
{
  const RemitRecord *decision;

  remit_plan_source_begin (self->book->source, REMIT_KIND_DECISION, 0);
  while ((decision = remit_plan_source_next (self->book->source, REMIT_KIND_DECISION)) != NULL)
    if (!write_decision (self, decision, error))
      return FALSE;
  return TRUE;
}

/* ── All ──────────────────────────────────────────────────────────────────────────────────── */

/* Roles and people without a right have no column, nor has what the reader may not see; people are
 * called what the reader may know. */
static void
drop_others (RemitPlanSource *source,
             GPtrArray *holders)
{
  for (guint i = holders->len; i-- > 0;)
    {
      RemitMatrixHolder *holder = holders->pdata[i];
      const RemitRecord *record = holder->kind == REMIT_KIND_SLOT || holder->used
                                    ? remit_plan_source_find (source, holder->kind, holder->id)
                                    : NULL;

      if (record == NULL)
        g_ptr_array_remove_index (holders, i);
      else if (holder->kind == REMIT_KIND_PERSON)
        remit_matrix_holder_rename (holder, remit_record_get_text (record, REMIT_PERSON_NAME));
    }
}

gboolean
remit_matrix_write_table (RemitBook *book,
                          GError **error)
{
  const RemitExport *export = book->sink->export;
  g_autoptr (GHashTable) letters = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                          NULL);
  g_autoptr (GPtrArray) holders = remit_matrix_holders_load (export->store, export->plan, error);
  Writer self = { book, holders, letters };

  if (holders == NULL)
    return FALSE;
  drop_others (book->source, holders);
  add_columns (&self);
  return remit_book_sink_begin_rows (book->sink, error) && write_decisions (&self, error)
         && remit_book_sink_end_table (book->sink, error);
}
