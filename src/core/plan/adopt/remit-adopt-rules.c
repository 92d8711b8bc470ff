/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is not possible together, though each side for itself is. */
#include "model/remit-framework.h"
#include "remit-adopt-private.h"

#define MINE REMIT_ADOPT_MINE
#define THEIRS REMIT_ADOPT_THEIRS

typedef struct {
  RemitThreeWay *merge;
  gboolean is_changed;
} Rules;

/* Lets a row be as it is on one side. */
static void
force (Rules *self,
       RemitTriple *triple,
       RemitSide side)
{
  if (triple->is_left || triple->forced == side)
    return;
  triple->forced = side;
  self->is_changed = TRUE;
}

/* Whether the outcome of a row is not what it is on a side. */
static gboolean
differs_from (const RemitTriple *triple,
              RemitAdoptState side)
{
  g_autoptr (RemitRecord) record = remit_three_way_dup_outcome (triple);

  if (record == NULL || triple->rows[side] == NULL)
    return (record == NULL) != (triple->rows[side] == NULL);
  return !remit_record_is_equal (record, triple->rows[side]);
}

/* Two rows that cannot be together are both as they are on one side. */
static RemitSide
add (Rules *self,
     RemitTriple *a,
     RemitTriple *b)
{
  RemitTriple *triple = b != NULL && !differs_from (a, THEIRS) ? b : a;
  RemitTriple *other = triple == a ? b : a;
  RemitSide side =
    remit_three_way_add_clash (self->merge, REMIT_CLASH_RULE, triple, other, 0);

  force (self, triple, side);
  if (other != NULL)
    force (self, other, side);
  return side;
}

/* ── One row ──────────────────────────────────────────────────────────────────────────────── */

/* Such as a first day of one side that is after the last day of the other. */
static void
check_row (Rules *self,
           RemitTriple *triple)
{
  g_autoptr (RemitRecord) record = NULL;

  if (triple->mine_fields == 0 || triple->forced != REMIT_SIDE_NONE || !triple->is_present)
    return;
  record = remit_three_way_dup_outcome (triple);
  if (!remit_record_check (record, NULL))
    add (self, triple, NULL);
}

/* ── Two rows that are the same ───────────────────────────────────────────────────────────── */

static char *
dup_key (const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].flags & (REMIT_FIELD_OWNER | REMIT_FIELD_KEY | REMIT_FIELD_ONCE))
      {
        g_autofree char *value = remit_record_format (record, i);

        g_string_append_printf (key, "%s\1", value);
      }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* Parts that are known by their keys: rights, needs. */
static void
check_keys (Rules *self,
            RemitKind kind)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *triples = self->merge->by_kind[kind];

  for (guint i = 0; i < triples->len; i++)
    {
      RemitTriple *triple = triples->pdata[i];
      g_autoptr (RemitRecord) record = remit_three_way_dup_outcome (triple);
      g_autofree char *key = record != NULL ? dup_key (record) : NULL;
      RemitTriple *other = key != NULL ? g_hash_table_lookup (keys, key) : NULL;

      if (other != NULL)
        add (self, other, triple);
      else if (key != NULL)
        g_hash_table_insert (keys, g_steal_pointer (&key), triple);
    }
}

static gboolean
has_keys (const RemitEntityInfo *info)
{
  return !remit_entity_info_has_id (info) && !info->may_repeat;
}

/* ── Assignments ──────────────────────────────────────────────────────────────────────────── */

static gboolean
overlap (const RemitRecord *a,
         const RemitRecord *b)
{
  gint64 a_until = remit_record_get_integer (a, REMIT_ASSIGNMENT_UNTIL);
  gint64 b_until = remit_record_get_integer (b, REMIT_ASSIGNMENT_UNTIL);

  return (b_until == 0 || remit_record_get_integer (a, REMIT_ASSIGNMENT_FROM) <= b_until)
         && (a_until == 0 || remit_record_get_integer (b, REMIT_ASSIGNMENT_FROM) <= a_until);
}

/* The assignments of one person in one slot. */
static void
check_overlaps (Rules *self,
                GPtrArray *triples)
{
  for (guint i = 0; i < triples->len; i++)
    for (guint j = 0; j < i; j++)
      {
        g_autoptr (RemitRecord) a = remit_three_way_dup_outcome (triples->pdata[j]);
        g_autoptr (RemitRecord) b = remit_three_way_dup_outcome (triples->pdata[i]);

        if (overlap (a, b))
          add (self, triples->pdata[j], triples->pdata[i]);
      }
}

static void
check_assignments (Rules *self)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                         (GDestroyNotify) g_ptr_array_unref);
  GPtrArray *triples = self->merge->by_kind[REMIT_KIND_ASSIGNMENT];
  g_autoptr (GPtrArray) several = g_ptr_array_new ();

  for (guint i = 0; i < triples->len; i++)
    {
      g_autoptr (RemitRecord) record = remit_three_way_dup_outcome (triples->pdata[i]);
      g_autofree char *key = NULL;
      GPtrArray *group;

      if (record == NULL)
        continue;
      key = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                             remit_record_get_integer (record, REMIT_ASSIGNMENT_SLOT),
                             remit_record_get_integer (record, REMIT_ASSIGNMENT_PERSON));
      group = g_hash_table_lookup (places, key);
      if (group == NULL)
        g_hash_table_insert (places, g_steal_pointer (&key), group = g_ptr_array_new ());
      g_ptr_array_add (group, triples->pdata[i]);
      if (group->len == 2)
        g_ptr_array_add (several, group);
    }
  for (guint i = 0; i < several->len; i++)
    check_overlaps (self, several->pdata[i]);
}

/* ── Letters and frameworks ───────────────────────────────────────────────────────────────── */

static void
check_letters (Rules *self)
{
  GPtrArray *triples = self->merge->by_kind[REMIT_KIND_RIGHT];

  for (guint i = 0; i < triples->len; i++)
    {
      g_autoptr (RemitRecord) right = remit_three_way_dup_outcome (triples->pdata[i]);
      RemitTriple *above =
        right != NULL ? remit_three_way_find (
                          self->merge, remit_record_get_integer (right, REMIT_RIGHT_DECISION))
                      : NULL;
      g_autoptr (RemitRecord) decision = above != NULL ? remit_three_way_dup_outcome (above) : NULL;

      if (decision != NULL
          && remit_framework_get_letter (
               (RemitFramework) remit_record_get_integer (decision, REMIT_DECISION_FRAMEWORK),
               (RemitLetter) remit_record_get_integer (right, REMIT_RIGHT_LETTER))
               == NULL)
        add (self, triples->pdata[i], above);
    }
}

/* ── Circles ──────────────────────────────────────────────────────────────────────────────── */

/* Returns: (nullable): the next one up */
static RemitTriple *
get_next (Rules *self,
          const RemitTriple *triple,
          guint field)
{
  g_autoptr (RemitRecord) record = remit_three_way_dup_outcome (triple);
  gint64 next = record != NULL ? remit_record_get_integer (record, field) : 0;

  return next != 0 ? remit_three_way_find (self->merge, next) : NULL;
}

/* A team that is its own parent, a decision that supersedes itself, over others. */
static void
check_circle (Rules *self,
              RemitTriple *triple,
              guint field)
{
  g_autoptr (GPtrArray) circle = g_ptr_array_new ();
  RemitTriple *at = triple;
  RemitSide side;

  do
    {
      g_ptr_array_add (circle, at);
      at = get_next (self, at, field);
    }
  while (at != NULL && at != triple && circle->len <= self->merge->by_kind[triple->kind]->len);
  if (at != triple)
    return;
  side = add (self, triple, circle->len > 1 ? circle->pdata[1] : NULL);
  for (guint i = 0; i < circle->len; i++)
    force (self, circle->pdata[i], side);
}

static void
check_circles (Rules *self,
               RemitKind kind)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  GPtrArray *triples = self->merge->by_kind[kind];

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].target == kind && info->fields[i].kind == REMIT_FIELD_REFERENCE)
      for (guint j = 0; j < triples->len; j++)
        if (((RemitTriple *) triples->pdata[j])->mine_fields & (G_GUINT64_CONSTANT (1) << i))
          check_circle (self, triples->pdata[j], i);
}

gboolean
remit_three_way_check_rules (RemitThreeWay *self)
{
  Rules rules = { self, FALSE };

  for (guint i = 0; i < self->triples->len; i++)
    check_row (&rules, self->triples->pdata[i]);
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (self->by_kind[kind]->len > 0)
      {
        if (has_keys (remit_entity_info (kind)))
          check_keys (&rules, kind);
        check_circles (&rules, kind);
      }
  check_assignments (&rules);
  check_letters (&rules);
  return rules.is_changed;
}
