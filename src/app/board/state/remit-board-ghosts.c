/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is laid over a plan on the board: people who are not in its slots, and signs of change. */
#include "remit-board-ghosts.h"

#include <glib/gi18n.h>

/* @ghosts: (element-type RemitBoardGhost): all; @slots: (element-type gint64 GPtrArray): the same
 * by slot; @marks: (element-type gint64 Mark) */
struct _RemitBoardGhosts
{
  GObject parent_instance;

  GPtrArray *ghosts;
  GHashTable *slots;
  GHashTable *marks;
};

G_DEFINE_FINAL_TYPE (RemitBoardGhosts, remit_board_ghosts, G_TYPE_OBJECT)

typedef struct {
  RemitBoardSign sign;
  char *text;
} Mark;

static const struct {
  const char *text;
  const char *css_class;
  const char *label;
} signs[REMIT_BOARD_N_SIGNS] = {
  [REMIT_BOARD_SIGN_NONE] = { "", "", "" },
  [REMIT_BOARD_SIGN_ADDED] = { "+", "added", N_ ("added") },
  [REMIT_BOARD_SIGN_REMOVED] = { "−", "removed", N_ ("removed") },
  [REMIT_BOARD_SIGN_MOVED] = { "↔", "moved", N_ ("moved") },
  [REMIT_BOARD_SIGN_CHANGED] = { "Δ", "changed", N_ ("changed") },
};

const char *
remit_board_sign_get_text (RemitBoardSign sign)
{
  g_return_val_if_fail (sign < REMIT_BOARD_N_SIGNS, "");

  return signs[sign].text;
}

const char *
remit_board_sign_get_css_class (RemitBoardSign sign)
{
  g_return_val_if_fail (sign < REMIT_BOARD_N_SIGNS, "");

  return signs[sign].css_class;
}

const char *
remit_board_sign_get_label (RemitBoardSign sign)
{
  g_return_val_if_fail (sign < REMIT_BOARD_N_SIGNS, "");

  return sign != REMIT_BOARD_SIGN_NONE ? _ (signs[sign].label) : "";
}

static void
ghost_free (gpointer data)
{
  RemitBoardGhost *ghost = data;

  g_free (ghost->title);
  g_free (ghost->text);
  g_free (ghost->problem);
  g_free (ghost);
}

static void
mark_free (gpointer data)
{
  Mark *mark = data;

  g_free (mark->text);
  g_free (mark);
}

static void
remit_board_ghosts_finalize (GObject *object)
{
  RemitBoardGhosts *self = REMIT_BOARD_GHOSTS (object);

  g_hash_table_unref (self->slots);
  g_hash_table_unref (self->marks);
  g_ptr_array_unref (self->ghosts);

  G_OBJECT_CLASS (remit_board_ghosts_parent_class)->finalize (object);
}

static void
remit_board_ghosts_class_init (RemitBoardGhostsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_board_ghosts_finalize;

  g_signal_new ("changed", REMIT_TYPE_BOARD_GHOSTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
remit_board_ghosts_init (RemitBoardGhosts *self)
{
  self->ghosts = g_ptr_array_new_with_free_func (ghost_free);
  self->slots = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  self->marks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, mark_free);
}

RemitBoardGhosts *
remit_board_ghosts_new (void)
{
  return g_object_new (REMIT_TYPE_BOARD_GHOSTS, NULL);
}

/* ── Ghosts ───────────────────────────────────────────────────────────────────────────────── */

RemitBoardGhost *
remit_board_ghosts_add (RemitBoardGhosts *self,
                        gint64 slot,
                        const char *title,
                        const char *text)
{
  RemitBoardGhost *ghost;
  GPtrArray *of_slot;

  g_return_val_if_fail (REMIT_IS_BOARD_GHOSTS (self), NULL);

  ghost = g_new0 (RemitBoardGhost, 1);
  ghost->slot = slot;
  ghost->number = self->ghosts->len;
  ghost->title = g_strdup (title);
  ghost->text = g_strdup (text);
  g_ptr_array_add (self->ghosts, ghost);
  of_slot = remit_board_ghosts_get (self, slot);
  if (of_slot == NULL)
    {
      of_slot = g_ptr_array_new ();
      g_hash_table_insert (self->slots, g_memdup2 (&slot, sizeof slot), of_slot);
    }
  g_ptr_array_add (of_slot, ghost);
  return ghost;
}

guint
remit_board_ghosts_get_n (RemitBoardGhosts *self)
{
  g_return_val_if_fail (REMIT_IS_BOARD_GHOSTS (self), 0);

  return self->ghosts->len;
}

static RemitBoardGhost *
get_nth (RemitBoardGhosts *self,
         guint number)
{
  return number < self->ghosts->len ? self->ghosts->pdata[number] : NULL;
}

const RemitBoardGhost *
remit_board_ghosts_get_nth (RemitBoardGhosts *self,
                            guint number)
{
  g_return_val_if_fail (REMIT_IS_BOARD_GHOSTS (self), NULL);

  return get_nth (self, number);
}

GPtrArray *
remit_board_ghosts_get (RemitBoardGhosts *self,
                        gint64 slot)
{
  return self != NULL ? g_hash_table_lookup (self->slots, &slot) : NULL;
}

guint
remit_board_ghosts_count_lines (RemitBoardGhosts *self,
                                gint64 slot)
{
  const GPtrArray *ghosts = remit_board_ghosts_get (self, slot);

  return ghosts != NULL ? REMIT_BOARD_GHOST_LINES * ghosts->len : 0;
}

void
remit_board_ghosts_select (RemitBoardGhosts *self,
                           guint number,
                           gboolean selected)
{
  RemitBoardGhost *ghost;

  g_return_if_fail (REMIT_IS_BOARD_GHOSTS (self));

  ghost = get_nth (self, number);
  if (ghost == NULL || !ghost->is_choice || ghost->problem != NULL
      || ghost->is_selected == selected)
    return;
  ghost->is_selected = selected;
  g_signal_emit_by_name (self, "changed", ghost->slot);
}

void
remit_board_ghosts_set_problem (RemitBoardGhosts *self,
                                guint number,
                                const char *problem)
{
  RemitBoardGhost *ghost;

  g_return_if_fail (REMIT_IS_BOARD_GHOSTS (self));

  ghost = get_nth (self, number);
  if (ghost == NULL || g_strcmp0 (ghost->problem, problem) == 0)
    return;
  g_free (ghost->problem);
  ghost->problem = g_strdup (problem);
  g_signal_emit_by_name (self, "changed", ghost->slot);
}

guint
remit_board_ghosts_count_selected (RemitBoardGhosts *self)
{
  guint n = 0;

  g_return_val_if_fail (REMIT_IS_BOARD_GHOSTS (self), 0);

  for (guint i = 0; i < self->ghosts->len; i++)
    n += get_nth (self, i)->is_selected && get_nth (self, i)->problem == NULL;
  return n;
}

/* ── Signs ────────────────────────────────────────────────────────────────────────────────── */

void
remit_board_ghosts_mark (RemitBoardGhosts *self,
                         gint64 id,
                         RemitBoardSign sign,
                         const char *text)
{
  Mark *mark;
  char *both;

  g_return_if_fail (REMIT_IS_BOARD_GHOSTS (self));

  mark = g_hash_table_lookup (self->marks, &id);
  if (mark == NULL)
    {
      mark = g_new0 (Mark, 1);
      mark->sign = sign;
      mark->text = g_strdup (text);
      g_hash_table_insert (self->marks, g_memdup2 (&id, sizeof id), mark);
      return;
    }
  /* what was added or moved has changed, too */
  if (mark->sign == REMIT_BOARD_SIGN_CHANGED)
    mark->sign = sign;
  both = g_strconcat (mark->text, "\n", text, NULL);
  g_free (mark->text);
  mark->text = both;
}

RemitBoardSign
remit_board_ghosts_get_sign (RemitBoardGhosts *self,
                             gint64 id,
                             const char **text)
{
  const Mark *mark = self != NULL ? g_hash_table_lookup (self->marks, &id) : NULL;

  if (text != NULL)
    *text = mark != NULL ? mark->text : NULL;
  return mark != NULL ? mark->sign : REMIT_BOARD_SIGN_NONE;
}

gboolean
remit_board_ghosts_has (RemitBoardGhosts *self,
                        gint64 id)
{
  return self != NULL
         && (g_hash_table_contains (self->marks, &id) || g_hash_table_contains (self->slots, &id));
}
