/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking decisions from the library into a plan: who gets which right. */
#include "model/remit-day.h"
#include "remit-library-private.h"

/* How many have to agree at most, so that decisions get on. */
#define MAX_AGREES 2

typedef struct {
  RemitTaking *taking;
  const RemitLibraryItem *item;
  RemitFramework framework;
  gint64 decision;
  GHashTable *taken;    /* who has a letter */
  GHashTable *deciders; /* who decides or agrees */
  RemitEntity *decider;
  RemitEntity *driver;
} Giving;

/* What the library has a role do. */
static RemitPart
get_part (const Giving *self,
          const RemitLibraryPart *one)
{
  RemitLetter letter = (RemitLetter) remit_record_get_integer (one->record, REMIT_RIGHT_LETTER);

  return remit_framework_get_letter (self->framework, letter)->part;
}

/* Who proposes is not to be who approves. */
static gboolean
is_apart (const Giving *self)
{
  gint64 kind = remit_record_get_integer (self->item->record, REMIT_DECISION_KIND);

  return kind == REMIT_DECISION_KIND_DEPLOY || kind == REMIT_DECISION_KIND_ACCEPT_RISK;
}

static gboolean
give (Giving *self,
      RemitEntity *holder,
      RemitPart part,
      GError **error)
{
  RemitLetter letter = remit_framework_find_part (self->framework, part)->letter;
  g_autoptr (RemitRecord) right
    = remit_right_create (self->taking->plan, self->decision, remit_entity_get_kind (holder),
                          remit_entity_get_id (holder), letter);

  g_hash_table_add (self->taken, g_object_ref (holder));
  if (part == REMIT_PART_DECIDES || part == REMIT_PART_AGREES)
    g_hash_table_add (self->deciders, g_object_ref (holder));
  return remit_edit_insert (self->taking->edit, right, error);
}

static gboolean
give_all (Giving *self,
          GPtrArray *holders,
          RemitPart part,
          GError **error)
{
  for (guint i = 0; i < holders->len; i++)
    if (!give (self, holders->pdata[i], part, error))
      return FALSE;
  return TRUE;
}

static void
leave_out (GPtrArray *holders,
           GHashTable *others)
{
  for (guint i = holders->len; i-- > 0;)
    if (g_hash_table_contains (others, holders->pdata[i]))
      g_ptr_array_remove_index (holders, i);
}

/* ── Who decides and agrees ───────────────────────────────────────────────────────────────── */

/* The first holder of each role with a letter, in the order of the library; @optional: of the slots
 * that may stay vacant. */
static void
add_firsts (Giving *self,
            RemitPart part,
            gboolean optional,
            GPtrArray *firsts)
{
  for (guint i = 0; i < self->item->parts->len; i++)
    {
      const RemitLibraryPart *one = self->item->parts->pdata[i];
      g_autoptr (GPtrArray) holders = NULL;

      if (get_part (self, one) != part)
        continue;
      holders = remit_taking_find_holders (self->taking, one->role);
      if (holders->len > 0 && remit_taking_is_optional (holders->pdata[0]) == optional
          && !g_hash_table_contains (self->deciders, holders->pdata[0]))
        g_ptr_array_add (firsts, g_object_ref (holders->pdata[0]));
    }
}

/* Those whom the whole plan has once. */
static void
add_shared (Giving *self,
            RemitPart part,
            GPtrArray *firsts)
{
  for (guint i = 0; self->taking->team != 0 && i < self->item->parts->len; i++)
    {
      const RemitLibraryPart *one = self->item->parts->pdata[i];
      g_autoptr (RemitEntity) shared = NULL;

      if (get_part (self, one) != part)
        continue;
      shared = remit_taking_find_shared (self->taking, one->role);
      if (shared != NULL && !remit_taking_is_optional (shared)
          && !g_hash_table_contains (self->deciders, shared))
        g_ptr_array_add (firsts, g_steal_pointer (&shared));
    }
}

static GPtrArray *
find_firsts (Giving *self,
             RemitPart part)
{
  GPtrArray *firsts = g_ptr_array_new_with_free_func (g_object_unref);

  add_firsts (self, part, FALSE, firsts);
  if (firsts->len == 0)
    add_shared (self, part, firsts);
  if (firsts->len == 0)
    add_firsts (self, part, TRUE, firsts);
  return firsts;
}

/* As many as there are can agree. */
static gboolean
fit_quorum (Giving *self,
            guint n_deciders,
            GError **error)
{
  gint64 quorum = remit_record_get_integer (self->item->record, REMIT_DECISION_QUORUM);

  return n_deciders == 0 || quorum <= n_deciders
         || remit_edit_set_integer (self->taking->edit, REMIT_KIND_DECISION, self->decision,
                                    REMIT_DECISION_QUORUM, n_deciders, error);
}

static gboolean
give_to_deciders (Giving *self,
                  GError **error)
{
  g_autoptr (GPtrArray) deciders = find_firsts (self, REMIT_PART_DECIDES);

  /* one has the last word, unless they decide together */
  if (deciders->len > 1 && self->framework != REMIT_FRAMEWORK_JOINT)
    g_ptr_array_set_size (deciders, 1);
  self->decider = deciders->len > 0 ? deciders->pdata[0] : NULL;
  return give_all (self, deciders, REMIT_PART_DECIDES, error)
         && (self->framework != REMIT_FRAMEWORK_JOINT || fit_quorum (self, deciders->len, error));
}

static gboolean
give_to_agreeing (Giving *self,
                  GError **error)
{
  g_autoptr (GPtrArray) agreeing = NULL;

  if (remit_framework_find_part (self->framework, REMIT_PART_AGREES) == NULL)
    return TRUE;
  agreeing = find_firsts (self, REMIT_PART_AGREES);
  if (agreeing->len > MAX_AGREES)
    g_ptr_array_set_size (agreeing, MAX_AGREES);
  return give_all (self, agreeing, REMIT_PART_AGREES, error);
}

/* ── Who works on it ──────────────────────────────────────────────────────────────────────── */

/* The holders of the first role with a letter that has any but those who decide; of the whole plan
 * the only one. */
static GPtrArray *
find_workers (Giving *self,
              RemitPart part)
{
  for (guint i = 0; i < self->item->parts->len; i++)
    {
      const RemitLibraryPart *one = self->item->parts->pdata[i];
      g_autoptr (GPtrArray) holders = NULL;

      if (get_part (self, one) != part)
        continue;
      holders = remit_taking_find_holders (self->taking, one->role);
      leave_out (holders, self->deciders);
      if (holders->len > 0)
        return g_steal_pointer (&holders);
    }
  {
    GPtrArray *shared = g_ptr_array_new_with_free_func (g_object_unref);

    add_shared (self, part, shared);
    if (shared->len > 1)
      g_ptr_array_set_size (shared, 1);
    return shared;
  }
}

static gboolean
is_listed (Giving *self,
           RemitPart part)
{
  for (guint i = 0; i < self->item->parts->len; i++)
    if (get_part (self, self->item->parts->pdata[i]) == part)
      return TRUE;
  return FALSE;
}

/* One leads the way to a decision, all of a role may do the work. */
static gboolean
give_to_workers (Giving *self,
                 RemitPart part,
                 GError **error)
{
  g_autoptr (GPtrArray) workers = NULL;

  if (!is_listed (self, part))
    return TRUE;
  workers = find_workers (self, part);
  if (workers->len > 1 && part == REMIT_PART_DRIVES)
    g_ptr_array_set_size (workers, 1);
  if (workers->len == 0 && self->driver != NULL)
    g_ptr_array_add (workers, g_object_ref (self->driver));
  if (workers->len == 0 && self->decider != NULL && !is_apart (self))
    g_ptr_array_add (workers, g_object_ref (self->decider));
  if (workers->len > 0 && part == REMIT_PART_DRIVES)
    self->driver = workers->pdata[0];
  return give_all (self, workers, part, error);
}

/* ── Who is heard and told ────────────────────────────────────────────────────────────────── */

/* All other letters, to whoever has none yet. */
static gboolean
give_to_others (Giving *self,
                GError **error)
{
  for (guint i = 0; i < self->item->parts->len; i++)
    {
      const RemitLibraryPart *one = self->item->parts->pdata[i];
      RemitPart part = get_part (self, one);
      g_autoptr (GPtrArray) holders = NULL;

      if (part != REMIT_PART_SUPPORTS && part != REMIT_PART_ADVISES && part != REMIT_PART_INFORMED)
        continue;
      holders = remit_taking_find_holders (self->taking, one->role);
      leave_out (holders, self->taken);
      if (!give_all (self, holders, part, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
give_rights (RemitTaking *taking,
             const RemitLibraryItem *item,
             gint64 decision,
             GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  g_autoptr (GHashTable) deciders = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  Giving self = { .taking = taking,
                  .item = item,
                  .framework = (RemitFramework) remit_record_get_integer (
                    item->record, REMIT_DECISION_FRAMEWORK),
                  .decision = decision,
                  .taken = taken,
                  .deciders = deciders };

  return give_to_deciders (&self, error)
         && give_to_agreeing (&self, error)
         && give_to_workers (&self, REMIT_PART_DRIVES, error)
         && give_to_workers (&self, REMIT_PART_DOES, error)
         && give_to_others (&self, error);
}

gboolean
remit_taking_add_decision (RemitTaking *self,
                           const RemitLibraryItem *item,
                           GError **error)
{
  g_autoptr (RemitRecord) record = remit_record_copy (item->record);

  remit_record_set_id (record, 0);
  remit_record_set_integer (record, REMIT_DECISION_PLAN, self->plan);
  remit_record_set_integer (record, REMIT_DECISION_TEAM, self->team);
  remit_record_set_integer (record, REMIT_DECISION_RAISED, remit_time_now ());
  remit_record_set_integer (record, REMIT_DECISION_POSITION, remit_taking_get_position (self));
  return remit_edit_insert (self->edit, record, error)
         && give_rights (self, item, remit_record_get_id (record), error);
}
