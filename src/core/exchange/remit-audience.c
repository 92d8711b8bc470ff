/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who a file is for, and what of a plan they are given. */
#include "remit-audience.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-audience-files.h"

/* So many there are at most, with those that files bring along; each is small, and stays. */
#define MAX_AUDIENCES 1000

const char *const remit_audience_nicks[REMIT_N_AUDIENCES + 1] = {
  [REMIT_AUDIENCE_FULL] = "full",
  [REMIT_AUDIENCE_STAKEHOLDER] = "stakeholder",
  [REMIT_AUDIENCE_ANONYMOUS] = "anonymous",
};

/* ── Those that were made ─────────────────────────────────────────────────────────────────── */

/* An audience stays as it was made: only adding, and what is offered, needs the lock. */
static struct
{
  GMutex lock;
  const RemitOwnAudience *all[MAX_AUDIENCES];
  gint n; /* atomic */
  gboolean is_loaded;
  char *stamp;     /* of the files, as they were read last */
  GArray *offered; /* of int: their places in @all */
  GPtrArray *faults;
} own;

/* @is_offered: whether its title matters. Returns: -1 when there is none. With the lock. */
static int
find_same (const RemitOwnAudience *audience,
           gboolean is_offered)
{
  for (gint i = 0; i < own.n; i++)
    if (g_str_equal (own.all[i]->nick, audience->nick)
        && g_str_equal (own.all[i]->words, audience->words)
        && (!is_offered || g_str_equal (own.all[i]->title, audience->title)))
      return i;
  return -1;
}

/* Takes @audience. Returns: its place, or -1 when there are too many. With the lock. */
static int
add (RemitOwnAudience *audience,
     gboolean is_offered)
{
  g_autoptr (RemitOwnAudience) made = audience;
  int found = find_same (made, is_offered);

  if (found < 0 && own.n < MAX_AUDIENCES)
    {
      found = own.n;
      own.all[found] = g_steal_pointer (&made);
      g_atomic_int_inc (&own.n);
    }
  return found;
}

/* With the lock. */
static void
read_files (void)
{
  g_autoptr (GPtrArray) loaded = NULL;

  g_clear_pointer (&own.offered, g_array_unref);
  g_clear_pointer (&own.faults, g_ptr_array_unref);
  own.offered = g_array_new (FALSE, FALSE, sizeof (int));
  own.faults = g_ptr_array_new_with_free_func (g_free);
  loaded = remit_audience_files_load (own.faults);
  for (guint i = 0; i < loaded->len; i++)
    {
      int place = add (loaded->pdata[i], TRUE);

      if (place >= 0)
        g_array_append_val (own.offered, place);
    }
  g_ptr_array_add (own.faults, NULL);
}

gboolean
remit_audience_reload (void)
{
  g_autofree char *stamp = remit_audience_files_dup_stamp ();
  gboolean is_new;

  g_mutex_lock (&own.lock);
  is_new = !own.is_loaded || !g_str_equal (stamp, own.stamp);
  if (is_new)
    {
      read_files ();
      g_free (own.stamp);
      own.stamp = g_steal_pointer (&stamp);
      own.is_loaded = TRUE;
    }
  g_mutex_unlock (&own.lock);
  return is_new;
}

static void
load (void)
{
  gboolean is_loaded;

  g_mutex_lock (&own.lock);
  is_loaded = own.is_loaded;
  g_mutex_unlock (&own.lock);
  if (!is_loaded)
    remit_audience_reload ();
}

/* Returns: (nullable): %NULL for a built-in one */
static const RemitOwnAudience *
get_own (RemitAudience self)
{
  if (self < REMIT_N_AUDIENCES)
    return NULL;
  g_assert ((gint) (self - REMIT_N_AUDIENCES) < g_atomic_int_get (&own.n));
  return own.all[self - REMIT_N_AUDIENCES];
}

guint
remit_audience_count (void)
{
  guint n;

  load ();
  g_mutex_lock (&own.lock);
  n = REMIT_N_AUDIENCES + own.offered->len;
  g_mutex_unlock (&own.lock);
  return n;
}

RemitAudience
remit_audience_get_nth (guint i)
{
  int place = -1;

  if (i < REMIT_N_AUDIENCES)
    return (RemitAudience) i;
  load ();
  g_mutex_lock (&own.lock);
  if (i - REMIT_N_AUDIENCES < own.offered->len)
    place = g_array_index (own.offered, int, i - REMIT_N_AUDIENCES);
  g_mutex_unlock (&own.lock);
  /* one that has just gone is nobody: nothing is given that was not meant to be */
  return place >= 0 ? (RemitAudience) (REMIT_N_AUDIENCES + place) : REMIT_AUDIENCE_ANONYMOUS;
}

const char *const *
remit_audience_list_faults (void)
{
  load ();
  return (const char *const *) own.faults->pdata;
}

int
remit_audience_find_built_in (const char *nick)
{
  for (int i = 0; i < REMIT_N_AUDIENCES; i++)
    if (g_strcmp0 (remit_audience_nicks[i], nick) == 0)
      return i;
  return -1;
}

int
remit_audience_find (const char *nick)
{
  int found = remit_audience_find_built_in (nick);

  load ();
  g_mutex_lock (&own.lock);
  for (guint i = 0; found < 0 && i < own.offered->len; i++)
    {
      int place = g_array_index (own.offered, int, i);

      if (g_strcmp0 (own.all[place]->nick, nick) == 0)
        found = REMIT_N_AUDIENCES + place;
    }
  g_mutex_unlock (&own.lock);
  return found;
}

int
remit_audience_find_withheld (const char *nick,
                              const char *withheld)
{
  g_autoptr (RemitOwnAudience) audience = NULL;
  int found;

  if (!remit_own_audience_is_nick (nick))
    return -1;
  load ();
  audience = remit_own_audience_new_from_words (nick, withheld);
  g_mutex_lock (&own.lock);
  found = add (g_steal_pointer (&audience), FALSE);
  g_mutex_unlock (&own.lock);
  return found >= 0 ? REMIT_N_AUDIENCES + found : -1;
}

const char *
remit_audience_get_nick (RemitAudience self)
{
  const RemitOwnAudience *made = get_own (self);

  return made != NULL ? made->nick : remit_audience_nicks[self];
}

const char *
remit_audience_get_title (RemitAudience self)
{
  const RemitOwnAudience *made = get_own (self);

  return made != NULL ? made->title : remit_audience_nicks[self];
}

char *
remit_audience_dup_attribute (RemitAudience self)
{
  return g_strconcat (self >= REMIT_N_AUDIENCES ? REMIT_AUDIENCE_OWN : "",
                      remit_audience_get_nick (self), NULL);
}

const char *
remit_audience_get_withheld (RemitAudience self)
{
  const RemitOwnAudience *made = get_own (self);

  return made != NULL ? made->words : NULL;
}

/* ── What they are given ──────────────────────────────────────────────────────────────────── */

gboolean
remit_audience_sees_kind (RemitAudience self,
                          const RemitEntityInfo *info)
{
  const RemitOwnAudience *made = get_own (self);

  if (made != NULL)
    return made->sees[info->kind];
  return self == REMIT_AUDIENCE_FULL
         || (!info->is_internal
             && (self != REMIT_AUDIENCE_ANONYMOUS || info->kind != REMIT_KIND_ABSENCE));
}

gboolean
remit_audience_sees_field (RemitAudience self,
                           const RemitField *field)
{
  const RemitOwnAudience *made = get_own (self);

  if (made != NULL)
    return !g_hash_table_contains (made->hidden, field);
  if (self == REMIT_AUDIENCE_ANONYMOUS && (field->flags & REMIT_FIELD_PERSONAL))
    return FALSE;
  return self == REMIT_AUDIENCE_FULL || !(field->flags & REMIT_FIELD_CONFIDENTIAL);
}

gboolean
remit_audience_sees_names (RemitAudience self)
{
  const RemitOwnAudience *made = get_own (self);

  return made != NULL ? made->has_names : self != REMIT_AUDIENCE_ANONYMOUS;
}

gboolean
remit_audience_sees_private (RemitAudience self)
{
  const RemitOwnAudience *made = get_own (self);

  return made != NULL ? made->has_private : self == REMIT_AUDIENCE_FULL;
}

gboolean
remit_audience_replaces_field (RemitAudience self,
                               const RemitField *field)
{
  return (field->flags & REMIT_FIELD_PERSON_NAME) != 0 && !remit_audience_sees_names (self);
}

/* remit-plan-select.c says the same in SQL. */
gboolean
remit_audience_sees_row (RemitAudience self,
                         const RemitRecord *record)
{
  return remit_audience_sees_kind (self, remit_record_get_info (record))
         && (remit_audience_sees_private (self)
             || remit_record_get_kind (record) != REMIT_KIND_CONFLICT
             || remit_record_get_integer (record, REMIT_CONFLICT_VISIBILITY)
                  == REMIT_VISIBILITY_TEAM);
}
