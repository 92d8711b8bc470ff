/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers and file names of a plan's decisions. */
#include "remit-madr-names.h"

#include <string.h>

/* So many characters of a title are in the name of a file. */
#define MAX_TITLE 60

struct _RemitMadrNames
{
  GPtrArray *all;
  GHashTable *by_id;
  GHashTable *successors; /* by what they replace */
};

static void
name_free (gpointer data)
{
  RemitMadrName *self = data;

  g_free (self->title);
  g_free (self->file);
  g_free (self);
}

/* "Choose the threshold!" to "choose-the-threshold", whatever the locale; a long one ends with a
 * whole word. */
static char *
dup_slug (const char *title)
{
  g_autofree char *ascii = g_str_to_ascii (title, "C");
  GString *slug = g_string_new (NULL);
  const char *p = ascii;
  char *last;

  for (; *p != '\0' && slug->len < MAX_TITLE; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (slug, g_ascii_tolower (*p));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  last = strrchr (slug->str, '-');
  if (last != NULL && (last[1] == '\0' || g_ascii_isalnum (*p)))
    g_string_truncate (slug, (gsize) (last - slug->str));
  return g_string_free (slug, FALSE);
}

static RemitMadrName *
name_new (const RemitRecord *decision)
{
  RemitMadrName *self = g_new0 (RemitMadrName, 1);

  self->id = remit_record_get_id (decision);
  self->raised = remit_record_get_integer (decision, REMIT_DECISION_RAISED);
  self->supersedes = remit_record_get_integer (decision, REMIT_DECISION_SUPERSEDES);
  self->status = (RemitDecisionStatus) remit_record_get_integer (decision, REMIT_DECISION_STATUS);
  self->title = g_strdup (remit_record_get_text (decision, REMIT_DECISION_TITLE));
  return self;
}

/* What was rejected or withdrawn replaces nothing. */
static gboolean
is_successor (const RemitMadrName *name)
{
  return name->supersedes != 0 && name->status != REMIT_DECISION_STATUS_REJECTED
         && name->status != REMIT_DECISION_STATUS_WITHDRAWN;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const RemitMadrName *x = *(const RemitMadrName *const *) a;
  const RemitMadrName *y = *(const RemitMadrName *const *) b;

  if (x->raised != y->raised)
    return x->raised < y->raised ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

static void
number (RemitMadrNames *self)
{
  g_ptr_array_sort (self->all, compare);
  for (guint i = 0; i < self->all->len; i++)
    {
      RemitMadrName *name = self->all->pdata[i];
      g_autofree char *slug = dup_slug (name->title);

      name->number = i + 1;
      name->file = g_strdup_printf ("%04u-%s.md", name->number,
                                    *slug != '\0' ? slug : "decision");
      g_hash_table_insert (self->by_id, &name->id, name);
      if (is_successor (name))
        g_hash_table_insert (self->successors, &name->supersedes, name);
    }
}

RemitMadrNames *
remit_madr_names_new (RemitPlanSource *source)
{
  RemitMadrNames *self = g_new0 (RemitMadrNames, 1);
  const RemitRecord *decision;

  self->all = g_ptr_array_new_with_free_func (name_free);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->successors = g_hash_table_new (g_int64_hash, g_int64_equal);
  remit_plan_source_begin (source, REMIT_KIND_DECISION, 0);
  while ((decision = remit_plan_source_next (source, REMIT_KIND_DECISION)) != NULL)
    g_ptr_array_add (self->all, name_new (decision));
  number (self);
  return self;
}

void
remit_madr_names_free (RemitMadrNames *self)
{
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->successors);
  g_ptr_array_unref (self->all);
  g_free (self);
}

const GPtrArray *
remit_madr_names_list (const RemitMadrNames *self)
{
  return self->all;
}

const RemitMadrName *
remit_madr_names_find (const RemitMadrNames *self,
                       gint64 id)
{
  return g_hash_table_lookup (self->by_id, &id);
}

const RemitMadrName *
remit_madr_names_find_successor (const RemitMadrNames *self,
                                 gint64 id)
{
  return g_hash_table_lookup (self->successors, &id);
}
