/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clashes, in words. */
#include <glib/gi18n-lib.h>

#include "remit-adopt-private.h"

#define BASE REMIT_ADOPT_BASE
#define MINE REMIT_ADOPT_MINE
#define THEIRS REMIT_ADOPT_THEIRS

static const RemitChoice kinds[] = {
  [REMIT_CLASH_CELL] = { "cell", N_ ("Both changed") },
  [REMIT_CLASH_DELETION] = { "deletion", N_ ("Changed and deleted") },
  [REMIT_CLASH_RULE] = { "rule", N_ ("Not possible together") },
  [REMIT_CLASH_GUARD] = { "guard", N_ ("Relies on what changed") },
};

const char *
remit_clash_kind_get_nick (RemitClashKind kind)
{
  return kinds[kind].nick;
}

const char *
remit_clash_kind_get_label (RemitClashKind kind)
{
  return _ (kinds[kind].label);
}

/* ── Names and values ─────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitThreeWay *merge;
  RemitAdoptState first;
} Finder;

/* Rows have the id that they have in the merge; the state asked about is looked into first. */
static const RemitRecord *
find (RemitKind kind,
      gint64 id,
      gpointer data,
      RemitRecord **owned)
{
  const Finder *self = data;
  const RemitTriple *triple =
    remit_plan_state_has_kind (kind) ? remit_three_way_find (self->merge, id) : NULL;
  static const RemitAdoptState order[] = { MINE, THEIRS, BASE };

  *owned = NULL;
  if (triple == NULL)
    return remit_plan_state_find (self->merge->states[self->first], kind, id);
  if (triple->rows[self->first] != NULL)
    return triple->rows[self->first];
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (triple->rows[order[i]] != NULL)
      return triple->rows[order[i]];
  return NULL;
}

static RemitNamer
create_namer (Finder *finder)
{
  return (RemitNamer){ .find = find, .data = finder, .missing = _ ("(deleted)") };
}

static char *
dup_name (RemitThreeWay *self,
          const RemitTriple *triple)
{
  Finder finder = { self, MINE };
  RemitNamer namer = create_namer (&finder);
  RemitRecord *owned;
  const RemitRecord *record = find (triple->kind, triple->id, &finder, &owned);
  g_autofree char *name = NULL;

  if (triple->kind == REMIT_KIND_PLAN)
    record = triple->rows[THEIRS];
  name = remit_record_dup_name (record, &namer);
  /* Translators: a kind of thing and its name: "Slot ML engineer" */
  return g_strdup_printf (_ ("%s %s"), _ (remit_entity_info (triple->kind)->label), name);
}

/* Returns: (transfer full): "Demand 80 %, From 1 March 2026" */
static char *
dup_fields (RemitThreeWay *self,
            const RemitTriple *triple,
            RemitAdoptState state,
            guint64 fields)
{
  const RemitEntityInfo *info = remit_entity_info (triple->kind);
  Finder finder = { self, state };
  RemitNamer namer = create_namer (&finder);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *value = NULL;

      if (!(fields & (G_GUINT64_CONSTANT (1) << i)))
        continue;
      value = remit_history_dup_value (&namer, triple->rows[state], i);
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "",
                              remit_field_get_label (&info->fields[i]), value);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What became of a row in a state. */
static char *
dup_state (RemitThreeWay *self,
           const RemitTriple *triple,
           RemitAdoptState state,
           guint64 fields)
{
  if (triple->rows[state] == NULL)
    /* Translators: of a row that one of two plans has and the other has not */
    return g_strdup (triple->rows[BASE] != NULL ? C_ ("clash", "deleted")
                                                : C_ ("clash", "not there"));
  if (fields != 0)
    return dup_fields (self, triple, state, fields);
  if (state == BASE)
    return g_strdup (C_ ("clash", "there"));
  if (triple->rows[BASE] == NULL)
    return g_strdup (C_ ("clash", "added"));
  fields = remit_three_way_get_changes (triple, state);
  return fields != 0 ? dup_fields (self, triple, state, fields)
                     : g_strdup (C_ ("clash", "unchanged"));
}

/* ── Clashes ──────────────────────────────────────────────────────────────────────────────── */

static char *
dup_reason (RemitThreeWay *self,
            const RemitClash *clash,
            const RemitTriple *other)
{
  g_autofree char *name = other != NULL ? dup_name (self, other) : NULL;

  switch (clash->kind)
    {
    case REMIT_CLASH_CELL:
      return g_strdup_printf (_ ("%s was changed in both plans"), clash->name);
    case REMIT_CLASH_DELETION:
      if (name == NULL)
        return g_strdup_printf (_ ("%s was changed in one plan and deleted in the other"),
                                clash->name);
      /* Translators: two things, of which the first one needs the second one */
      return g_strdup_printf (_ ("%1$s needs %2$s, which the other plan has deleted"),
                              clash->name, name);
    case REMIT_CLASH_GUARD:
      /* Translators: two things, of which the first one relies on the second one */
      return g_strdup_printf (_ ("%1$s relies on %2$s, which the other plan has changed"),
                              clash->name, name);
    case REMIT_CLASH_RULE:
    case REMIT_N_CLASH_KINDS:
    default:
      if (name == NULL)
        return g_strdup_printf (_ ("The changes of %s exclude each other"), clash->name);
      return g_strdup_printf (_ ("%1$s and %2$s exclude each other"), clash->name, name);
    }
}

static void
set_values (RemitThreeWay *self,
            RemitClash *clash,
            const RemitTriple *triple,
            const RemitTriple *other,
            guint64 fields)
{
  gboolean is_guard = clash->kind == REMIT_CLASH_GUARD;

  for (guint i = 0; i < REMIT_ADOPT_N_STATES; i++)
    if (is_guard)
      {
        g_autofree char *own = dup_state (self, triple, i, 0);
        g_autofree char *relied = dup_state (self, other, i, fields);

        /* Translators: what one thing is like, and what another one is like on which it relies */
        clash->values[i] = g_strdup_printf (_ ("%1$s (%2$s)"), own, relied);
      }
    else
      clash->values[i] = dup_state (self, triple, i, fields);
}

/* Ids of the origin and of the scenario stay what they are from one judgement to the next. */
static char *
dup_key (RemitClashKind kind,
         const RemitTriple *triple,
         const RemitTriple *other,
         guint64 fields)
{
  return g_strdup_printf ("%s-%s-%016" G_GINT64_MODIFIER "x-%016" G_GINT64_MODIFIER
                          "x-%" G_GINT64_MODIFIER "x",
                          kinds[kind].nick, remit_entity_info (triple->kind)->name, triple->id,
                          other != NULL ? other->id : 0, kind == REMIT_CLASH_CELL ? fields : 0);
}

static RemitSide
choose (RemitThreeWay *self,
        const char *key)
{
  gpointer side = NULL;

  if (self->options->choices != NULL
      && g_hash_table_lookup_extended (self->options->choices, key, NULL, &side))
    return GPOINTER_TO_INT (side);
  if (self->options->all != REMIT_SIDE_NONE || !self->is_follow_up)
    return self->options->all;
  return REMIT_SIDE_MINE;
}

RemitSide
remit_three_way_add_clash (RemitThreeWay *self,
                           RemitClashKind kind,
                           RemitTriple *triple,
                           RemitTriple *other,
                           guint64 fields)
{
  g_autofree char *key = dup_key (kind, triple, other, fields);
  RemitClash *clash = g_hash_table_lookup (self->known, key);

  if (clash == NULL)
    {
      clash = g_new0 (RemitClash, 1);
      clash->kind = kind;
      clash->choice = choose (self, key);
      clash->key = g_steal_pointer (&key);
      clash->entity = triple->kind;
      clash->mine = triple->ids[MINE];
      clash->theirs = triple->ids[THEIRS];
      clash->name = dup_name (self, triple);
      clash->reason = dup_reason (self, clash, other);
      set_values (self, clash, triple, other, fields);
      g_ptr_array_add (self->clashes, clash);
      g_hash_table_insert (self->known, clash->key, clash);
    }
  return clash->choice != REMIT_SIDE_NONE ? clash->choice : REMIT_SIDE_THEIRS;
}
