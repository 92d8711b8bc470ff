/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comments: on what they are, and which ones are still open. */
#define G_LOG_DOMAIN "remit-plan"

#include "config.h"

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

/* Those on something in a plan are of the plan, too. */
static gboolean
is_on (RemitEntity *comment,
       RemitKind kind)
{
  gint64 id;

  return kind != REMIT_KIND_PLAN
         || remit_record_get_alternative (remit_entity_get_record (comment), &id)
              == REMIT_KIND_NONE;
}

static gboolean
is_resolved (RemitEntity *comment)
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

  if (is_resolved (first) != is_resolved (second))
    return is_resolved (first) ? 1 : -1;
  if (days == 0)
    days = remit_entity_get_id (second) - remit_entity_get_id (first);
  return days < 0 ? -1 : days > 0;
}

GPtrArray *
remit_comments_get (RemitWorkspace *workspace,
                    RemitKind kind,
                    gint64 id)
{
  int field = remit_comments_get_subject_field (kind);
  GPtrArray *comments = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *all;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), comments);

  if (field < 0)
    return comments;
  all = remit_workspace_get_referring (workspace, REMIT_KIND_COMMENT, (guint) field, id);
  for (guint i = 0; i < all->len; i++)
    if (is_on (all->pdata[i], kind))
      g_ptr_array_add (comments, g_object_ref (all->pdata[i]));
  g_ptr_array_sort (comments, compare);
  return comments;
}

guint
remit_comments_count_open (RemitWorkspace *workspace,
                           RemitKind kind,
                           gint64 id)
{
  g_autoptr (GPtrArray) comments = remit_comments_get (workspace, kind, id);
  guint n = 0;

  while (n < comments->len && !is_resolved (comments->pdata[n]))
    n++;
  return n;
}

char *
remit_comments_dup_count (guint n_open)
{
  if (n_open == 0)
    return g_strdup ("");
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
