/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For which role a slot is made when somebody is put into a team, and not into one of its slots. */
#include <string.h>

#include "model/remit-text.h"
#include "plan/design/remit-design-private.h"
#include "remit-placement-private.h"

static RemitEntity *
get_role_of (RemitWorkspace *workspace,
             RemitEntity *assignment)
{
  RemitEntity *slot = remit_workspace_get (
    workspace, REMIT_KIND_SLOT, remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_SLOT));

  return slot != NULL ? remit_workspace_get (workspace, REMIT_KIND_ROLE,
                                             remit_entity_get_integer (slot, REMIT_SLOT_ROLE))
                      : NULL;
}

/* ── By what they are called ──────────────────────────────────────────────────────────────── */

static gboolean
is_within_word (const char *text,
                const char *at)
{
  return at > text && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* Whether the words of a name stand in a title: "ml engineer" in "senior ml engineer" */
static gboolean
has_words (const char *title,
           const char *words)
{
  gsize length = strlen (words);

  for (const char *at = strstr (title, words); length > 0 && at != NULL;
       at = strstr (at + 1, words))
    if (!is_within_word (title, at) && !g_unichar_isalnum (g_utf8_get_char (at + length)))
      return TRUE;
  return FALSE;
}

/* The role with the longest name that is in the job title: all of it, if there is one. */
static RemitEntity *
find_by_title (RemitWorkspace *workspace,
               RemitEntity *person)
{
  g_autofree char *title =
    remit_text_fold_letters (remit_entity_get_text (person, REMIT_PERSON_TITLE));
  GListModel *roles = remit_workspace_get_list (workspace, REMIT_KIND_ROLE);
  guint n = *title != '\0' ? g_list_model_get_n_items (roles) : 0;
  RemitEntity *best = NULL;
  gsize longest = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RemitEntity) role = g_list_model_get_item (roles, i);
      g_autofree char *name =
        remit_text_fold_letters (remit_entity_get_text (role, REMIT_ROLE_NAME));
      gsize length = strlen (name);

      if (length <= longest || !has_words (title, name))
        continue;
      best = role;
      longest = length;
    }
  return best;
}

/* ── By what they do ──────────────────────────────────────────────────────────────────────── */

/* The role in which they are most, in the plan before any other one. */
static RemitEntity *
find_by_work (RemitWorkspace *workspace,
              gint64 plan,
              RemitEntity *person)
{
  GPtrArray *all = remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT,
                                                  REMIT_ASSIGNMENT_PERSON,
                                                  remit_entity_get_id (person));
  RemitEntity *best = NULL;
  gboolean best_is_own = FALSE;
  gint64 most = 0;

  for (guint i = 0; i < all->len; i++)
    {
      RemitEntity *assignment = g_ptr_array_index (all, i);
      gboolean is_own = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_PLAN) == plan;
      gint64 allocation = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_ALLOCATION);
      RemitEntity *role = get_role_of (workspace, assignment);

      if (role == NULL || (best_is_own && !is_own)
          || (best_is_own == is_own && allocation <= most))
        continue;
      best = role;
      best_is_own = is_own;
      most = allocation;
    }
  return best;
}

RemitEntity *
remit_placement_find_role (RemitWorkspace *workspace,
                           gint64 plan,
                           RemitEntity *person,
                           RemitEntity *assignment)
{
  RemitEntity *role = assignment != NULL ? get_role_of (workspace, assignment) : NULL;

  if (role == NULL)
    role = find_by_title (workspace, person);
  return role != NULL ? role : find_by_work (workspace, plan, person);
}
