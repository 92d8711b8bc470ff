/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comments: on what they are, and which ones are still open. */
#include "remit-comments.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"

int
remit_comments_get_subject_field (RemitKind kind)
{
  return kind == REMIT_KIND_PLAN
           ? REMIT_COMMENT_PLAN
           : remit_entity_info_find_alternative (&remit_comment_info, kind);
}

static gboolean
is_on (RemitEntity *comment,
       RemitKind kind)
{
  gint64 id;

  return kind != REMIT_KIND_PLAN
         || remit_record_get_alternative (remit_entity_get_record (comment), &id)
              == REMIT_KIND_NONE;
}

gboolean
remit_comments_is_resolved (RemitEntity *comment)
{
  return remit_entity_get_integer (comment, REMIT_COMMENT_RESOLVED) != 0;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  RemitEntity *first = *(RemitEntity *const *) a;
  RemitEntity *second = *(RemitEntity *const *) b;
  gint64 days = remit_entity_get_integer (second, REMIT_COMMENT_DAY)
                - remit_entity_get_integer (first, REMIT_COMMENT_DAY);

  if (remit_comments_is_resolved (first) != remit_comments_is_resolved (second))
    return remit_comments_is_resolved (first) ? 1 : -1;
  if (days == 0)
    days = remit_entity_get_id (second) - remit_entity_get_id (first);
  return days < 0 ? -1 : days > 0;
}

/* All that name the entity, of which those on what is in a plan name the plan, too; or %NULL. */
static GPtrArray *
get_all (RemitWorkspace *workspace,
         RemitKind kind,
         gint64 id)
{
  int field = remit_comments_get_subject_field (kind);

  return field < 0 ? NULL : remit_workspace_get_referring (workspace, REMIT_KIND_COMMENT,
                                                           (guint) field, id);
}

GPtrArray *
remit_comments_get (RemitWorkspace *workspace,
                    RemitKind kind,
                    gint64 id)
{
  GPtrArray *comments = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *all;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), comments);

  all = get_all (workspace, kind, id);
  for (guint i = 0; all != NULL && i < all->len; i++)
    if (is_on (all->pdata[i], kind))
      g_ptr_array_add (comments, g_object_ref (all->pdata[i]));
  g_ptr_array_sort (comments, compare);
  return comments;
}

/* Asked for each card that is bound, and so without a list of them. */
guint
remit_comments_count_open (RemitWorkspace *workspace,
                           RemitKind kind,
                           gint64 id)
{
  GPtrArray *all;
  guint n = 0;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), 0);

  all = get_all (workspace, kind, id);
  for (guint i = 0; all != NULL && i < all->len; i++)
    n += is_on (all->pdata[i], kind) && !remit_comments_is_resolved (all->pdata[i]);
  return n;
}

char *
remit_comments_dup_count (guint n_open)
{
  return g_strdup_printf (ngettext ("%u open comment", "%u open comments", n_open), n_open);
}

void
remit_comments_complete (RemitRecord *comment)
{
  if (remit_record_is_initial (comment, REMIT_COMMENT_AUTHOR))
    remit_record_set_text (comment, REMIT_COMMENT_AUTHOR, remit_edit_get_actor ());
  if (remit_record_is_initial (comment, REMIT_COMMENT_DAY))
    remit_record_set_integer (comment, REMIT_COMMENT_DAY, remit_day_today ());
}
