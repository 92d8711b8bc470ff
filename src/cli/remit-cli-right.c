/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rights on the command line: who is to have which letters. */
#include "remit-cli-right.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/matrix/remit-matrix-index.h"
#include "plan/design/remit-design.h"
#include "remit-cli.h"

/* "Role: ML engineer" and the like, as the columns of a matrix are called. */
static gboolean
find_header (RemitWorkspace *workspace,
             gint64 plan,
             const char *text,
             RemitCell *cell,
             GError **error)
{
  g_autoptr (GPtrArray) holders = remit_matrix_holders_load (
    remit_workspace_get_store (workspace), plan, error);
  g_autoptr (RemitMatrixIndex) index = NULL;
  const RemitMatrixHolder *holder;

  if (holders == NULL)
    return FALSE;
  index = remit_matrix_index_new (holders);
  holder = remit_matrix_index_find (index, text);
  if (holder == NULL)
    return remit_design_refuse (error,
                                _ ("“%s” is not a slot, role or person of the plan. Use "
                                   "“Team/Slot” for a slot, “Role: Name” for a role, “Person: "
                                   "Name” for a person"), text);
  cell->holder_kind = holder->kind;
  cell->holder = holder->id;
  return TRUE;
}

static gboolean
find_holder (RemitWorkspace *workspace,
             gint64 plan,
             const char *text,
             RemitCell *cell,
             GError **error)
{
  static const RemitKind kinds[] = { REMIT_KIND_SLOT, REMIT_KIND_ROLE, REMIT_KIND_PERSON };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gint64 within = kinds[i] == REMIT_KIND_SLOT ? plan : 0;
      g_autoptr (GPtrArray) found = remit_design_find_all (workspace, kinds[i], within, text);
      RemitEntity *holder;

      if (found->len == 0)
        continue;
      /* says which ones, when there are several */
      holder = remit_design_find (workspace, kinds[i], within, text, error);
      if (holder == NULL)
        return FALSE;
      cell->holder_kind = kinds[i];
      cell->holder = remit_entity_get_id (holder);
      return TRUE;
    }
  return find_header (workspace, plan, text, cell, error);
}

static RemitFramework
get_framework (RemitWorkspace *workspace,
               gint64 id)
{
  RemitEntity *decision = remit_workspace_get (workspace, REMIT_KIND_DECISION, id);

  return decision != NULL
           ? (RemitFramework) remit_entity_get_integer (decision, REMIT_DECISION_FRAMEWORK)
           : REMIT_FRAMEWORK_RACI;
}

static void
add_cell (GArray *cells,
          const RemitCell *cell)
{
  for (guint i = 0; i < cells->len; i++)
    {
      RemitCell *other = &g_array_index (cells, RemitCell, i);

      if (other->holder == cell->holder)
        {
          other->letters |= cell->letters;
          return;
        }
    }
  g_array_append_vals (cells, cell, 1);
}

gboolean
remit_cli_right_add (RemitWorkspace *workspace,
                     gint64 plan,
                     gint64 decision,
                     const char *text,
                     GArray *cells,
                     GError **error)
{
  const char *equals = strrchr (text, '=');
  g_autofree char *holder = NULL;
  RemitCell cell = { .decision = decision };

  if (equals == NULL || equals == text)
    return remit_cli_misuse (error, _ ("--right must be HOLDER=LETTERS"));
  holder = g_strndup (text, (gsize) (equals - text));
  if (!remit_matrix_parse_letters (get_framework (workspace, decision), equals + 1, &cell.letters,
                                   error)
      || !find_holder (workspace, plan, holder, &cell, error))
    return FALSE;
  add_cell (cells, &cell);
  return TRUE;
}
