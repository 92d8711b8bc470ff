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

/* What is in it stays as it is: only adding needs the lock. */
static struct
{
  GMutex lock;
  const RemitOwnAudience *all[MAX_AUDIENCES];
  gint n;        /* atomic */
  guint n_loaded; /* of these are from data folders */
  GPtrArray *faults;
} own;

static void
load (void)
{
  static gsize is_loaded;
  g_autoptr (GPtrArray) loaded = NULL;

  if (!g_once_init_enter (&is_loaded))
    return;
  own.faults = g_ptr_array_new_with_free_func (g_free);
  loaded = remit_audience_files_load (own.faults);
  for (guint i = 0; i < loaded->len && i < MAX_AUDIENCES / 2; i++)
    own.all[own.n_loaded++] = loaded->pdata[i];
  g_ptr_array_add (own.faults, NULL);
  g_atomic_int_set (&own.n, (gint) own.n_loaded);
  g_once_init_leave (&is_loaded, 1);
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
  load ();
  return REMIT_N_AUDIENCES + own.n_loaded;
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
  for (guint i = 0; found < 0 && i < own.n_loaded; i++)
    if (g_strcmp0 (own.all[i]->nick, nick) == 0)
      return REMIT_N_AUDIENCES + (int) i;
  return found;
}

static int
find_same (const RemitOwnAudience *audience)
{
  for (gint i = 0; i < own.n; i++)
    if (g_str_equal (own.all[i]->nick, audience->nick)
        && g_str_equal (own.all[i]->words, audience->words))
      return i;
  return -1;
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
  found = find_same (audience);
  if (found < 0 && own.n < MAX_AUDIENCES)
    {
      found = own.n;
      own.all[found] = g_steal_pointer (&audience);
      g_atomic_int_inc (&own.n);
    }
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
