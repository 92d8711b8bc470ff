/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of the board's columns, and the groups that they stand in; no widgets. */
#include "remit-board-groups.h"

#include <string.h>

struct _RemitBoardGroups
{
  GArray *groups;
  GPtrArray *order;
  GPtrArray *columns;
  GHashTable *inner;   /* the innermost group + 1 by the id of the team */
  GArray *n_folded;    /* before each column */
  int n_levels;
};

static void
group_clear (gpointer data)
{
  RemitBoardGroup *group = data;

  g_free (group->key);
  g_free (group->name);
}

RemitBoardGroups *
remit_board_groups_new (void)
{
  RemitBoardGroups *self = g_new0 (RemitBoardGroups, 1);

  self->groups = g_array_new (FALSE, TRUE, sizeof (RemitBoardGroup));
  g_array_set_clear_func (self->groups, group_clear);
  self->order = g_ptr_array_new_with_free_func (g_object_unref);
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  self->inner = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->n_folded = g_array_new (FALSE, TRUE, sizeof (int));
  return self;
}

void
remit_board_groups_free (RemitBoardGroups *self)
{
  g_array_unref (self->groups);
  g_ptr_array_unref (self->order);
  g_ptr_array_unref (self->columns);
  g_hash_table_unref (self->inner);
  g_array_unref (self->n_folded);
  g_free (self);
}

/* ── The tree of groups ───────────────────────────────────────────────────────────────────── */

/* A group with what stands in it, or (@team) a team; the root has no key. */
typedef struct {
  char *key;
  char *name;
  RemitEntity *team;
  GPtrArray *parts;
} Node;

typedef struct {
  GPtrArray *teams;
  RemitBoardGrouping grouping;
  RemitEntity *(*find) (gint64 team,
                        gpointer data);
  gpointer data;
  GHashTable *nodes;  /* groups by key */
  GHashTable *counts; /* how many teams have others below them, or share a line */
  Node *root;
} Tree;

static void
node_free (gpointer data)
{
  Node *node = data;

  g_free (node->key);
  g_free (node->name);
  g_ptr_array_unref (node->parts);
  g_free (node);
}

static Node *
node_new (char *key,
          const char *name,
          RemitEntity *team)
{
  Node *node = g_new0 (Node, 1);

  node->key = key;
  node->name = g_strdup (name);
  node->team = team;
  node->parts = g_ptr_array_new_with_free_func (node_free);
  return node;
}

static void
count (Tree *tree,
       char *key)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (tree->counts, key));

  g_hash_table_replace (tree->counts, key, GUINT_TO_POINTER (n + 1));
}

/* Takes @key. Returns: the group with that key in @parent, made when it is not there yet */
static Node *
ensure_group (Tree *tree,
              Node *parent,
              char *key,
              const char *name)
{
  Node *node = g_hash_table_lookup (tree->nodes, key);

  if (node != NULL)
    {
      g_free (key);
      return node;
    }
  node = node_new (key, name, NULL);
  g_hash_table_insert (tree->nodes, node->key, node);
  g_ptr_array_add (parent->parts, node);
  return node;
}

/* ── By parent ────────────────────────────────────────────────────────────────────────────── */

static char *
dup_team_key (RemitEntity *team)
{
  return g_strdup_printf ("team %" G_GINT64_FORMAT, remit_entity_get_id (team));
}

static RemitEntity *
find_parent (Tree *tree,
             RemitEntity *team)
{
  gint64 parent = remit_entity_get_integer (team, REMIT_TEAM_PARENT);

  return parent != 0 ? tree->find (parent, tree->data) : NULL;
}

static gboolean
has_children (Tree *tree,
              RemitEntity *team)
{
  g_autofree char *key = dup_team_key (team);

  return g_hash_table_contains (tree->counts, key);
}

/* The groups of a team from the outermost on: those above it, and its own. Teams that are above
 * one another in a circle, as a damaged file may have them, are outermost all. */
static GPtrArray *
list_above (Tree *tree,
            RemitEntity *team)
{
  GPtrArray *above = g_ptr_array_new ();
  RemitEntity *at = team;

  for (; at != NULL; at = find_parent (tree, at))
    {
      if (g_ptr_array_find (above, at, NULL))
        {
          g_ptr_array_set_size (above, 0);
          break;
        }
      if (at != team || has_children (tree, team))
        g_ptr_array_insert (above, 0, at);
    }
  return above;
}

static Node *
find_group_by_parent (Tree *tree,
                      RemitEntity *team)
{
  g_autoptr (GPtrArray) above = list_above (tree, team);
  Node *node = tree->root;

  for (guint i = 0; i < above->len && i < REMIT_BOARD_MAX_LEVELS; i++)
    node = ensure_group (tree, node, dup_team_key (above->pdata[i]),
                         remit_entity_get_text (above->pdata[i], REMIT_TEAM_NAME));
  return node;
}

static void
count_children (Tree *tree)
{
  for (guint i = 0; i < tree->teams->len; i++)
    {
      RemitEntity *parent = find_parent (tree, tree->teams->pdata[i]);

      if (parent != NULL)
        count (tree, dup_team_key (parent));
    }
}

/* ── By section and stage ─────────────────────────────────────────────────────────────────── */

static char *
dup_line (RemitEntity *team)
{
  const char *purpose = remit_entity_get_text (team, REMIT_TEAM_PURPOSE);

  return g_strstrip (g_strndup (purpose, strcspn (purpose, "\n")));
}

static void
count_lines (Tree *tree)
{
  for (guint i = 0; i < tree->teams->len; i++)
    count (tree, dup_line (tree->teams->pdata[i]));
}

/* Returns: whether the first line of the purpose says where a team belongs */
static gboolean
is_section (Tree *tree,
            const char *line)
{
  return *line != '\0'
         && (strstr (line, REMIT_TEAM_STAGE_SEPARATOR) != NULL
             || GPOINTER_TO_UINT (g_hash_table_lookup (tree->counts, line)) > 1);
}

static Node *
find_group_by_section (Tree *tree,
                       RemitEntity *team)
{
  g_autofree char *line = dup_line (team);
  char *stage = strstr (line, REMIT_TEAM_STAGE_SEPARATOR);
  Node *node;

  if (!is_section (tree, line))
    return tree->root;
  if (stage != NULL)
    *stage = '\0';
  node = ensure_group (tree, tree->root, g_strdup_printf ("section %s", line), line);
  if (stage == NULL || tree->grouping == REMIT_BOARD_BY_SECTION)
    return node;
  stage += strlen (REMIT_TEAM_STAGE_SEPARATOR);
  return ensure_group (tree, node, g_strdup_printf ("stage %s\n%s", line, stage), stage);
}

/* ── Building ─────────────────────────────────────────────────────────────────────────────── */

static Node *
find_group (Tree *tree,
            RemitEntity *team)
{
  switch (tree->grouping)
    {
    case REMIT_BOARD_BY_PARENT:
      return find_group_by_parent (tree, team);
    case REMIT_BOARD_BY_SECTION:
    case REMIT_BOARD_BY_STAGE:
      return find_group_by_section (tree, team);
    case REMIT_BOARD_BY_NOTHING:
    case REMIT_BOARD_N_GROUPINGS:
    default:
      return tree->root;
    }
}

/* Whether a group is that of a team which has others below it. */
static gboolean
is_own_group (const Node *node,
              RemitEntity *team)
{
  g_autofree char *key = dup_team_key (team);

  return g_strcmp0 (node->key, key) == 0;
}

/* Groups stand where the first of their teams does; teams without a section stand last. */
static void
build (Tree *tree)
{
  g_autoptr (GPtrArray) last = g_ptr_array_new ();

  if (tree->grouping == REMIT_BOARD_BY_PARENT)
    count_children (tree);
  else if (tree->grouping != REMIT_BOARD_BY_NOTHING)
    count_lines (tree);
  for (guint i = 0; i < tree->teams->len; i++)
    {
      RemitEntity *team = tree->teams->pdata[i];
      Node *group = find_group (tree, team);
      Node *node = node_new (NULL, NULL, team);

      if (is_own_group (group, team))
        g_ptr_array_insert (group->parts, 0, node);
      else if (group == tree->root && tree->grouping >= REMIT_BOARD_BY_SECTION)
        g_ptr_array_add (last, node);
      else
        g_ptr_array_add (group->parts, node);
    }
  g_ptr_array_extend (tree->root->parts, last, NULL, NULL);
}

/* ── Arranging ────────────────────────────────────────────────────────────────────────────── */

static void
begin (RemitBoardGroups *self)
{
  g_array_set_size (self->groups, 0);
  g_ptr_array_set_size (self->order, 0);
  g_ptr_array_set_size (self->columns, 0);
  g_hash_table_remove_all (self->inner);
  g_array_set_size (self->n_folded, 0);
  g_array_set_size (self->n_folded, 1);
  self->n_levels = 0;
}

static void
add_team (RemitBoardGroups *self,
          RemitEntity *team,
          int group,
          gboolean shown)
{
  gint64 id = remit_entity_get_id (team);

  g_ptr_array_add (self->order, g_object_ref (team));
  if (group >= 0)
    g_hash_table_insert (self->inner, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (group + 1));
  if (!shown)
    return;
  g_ptr_array_add (self->columns, g_object_ref (team));
  g_array_set_size (self->n_folded, self->columns->len + 1);
}

static RemitBoardGroup *
get_group (RemitBoardGroups *self,
           int group)
{
  return &g_array_index (self->groups, RemitBoardGroup, group);
}

/* Returns: the index of the group */
static int
add_group (RemitBoardGroups *self,
           Node *node,
           int parent,
           gboolean shown,
           GHashTable *folded)
{
  RemitBoardGroup group = {
    .key = g_strdup (node->key),
    .name = g_strdup (node->name),
    .parent = parent,
    .depth = parent >= 0 ? get_group (self, parent)->depth + 1 : 0,
    .first = (int) self->order->len,
    .column = (int) self->columns->len,
    .folded = g_hash_table_contains (folded, node->key),
    .shown = shown,
  };
  int *n_folded = &g_array_index (self->n_folded, int, group.column);

  self->n_levels = MAX (self->n_levels, group.depth + 1);
  if (shown && group.folded)
    group.nth = (*n_folded)++;
  g_array_append_val (self->groups, group);
  return (int) self->groups->len - 1;
}

static void
add_parts (RemitBoardGroups *self,
           Node *node,
           int group,
           gboolean shown,
           GHashTable *folded)
{
  for (guint i = 0; i < node->parts->len; i++)
    {
      Node *part = node->parts->pdata[i];
      RemitBoardGroup *added;
      int index;

      if (part->team != NULL)
        {
          add_team (self, part->team, group, shown);
          continue;
        }
      index = add_group (self, part, group, shown, folded);
      add_parts (self, part, index, shown && !get_group (self, index)->folded, folded);
      added = get_group (self, index);
      added->n_teams = (int) self->order->len - added->first;
      added->n_columns = (int) self->columns->len - added->column;
    }
}

void
remit_board_groups_arrange (RemitBoardGroups *self,
                            GPtrArray *teams,
                            RemitBoardGrouping grouping,
                            RemitEntity *(*find) (gint64 team,
                                                  gpointer data),
                            gpointer data,
                            GHashTable *folded)
{
  g_autoptr (GHashTable) nodes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Tree tree = { teams, grouping, find, data, nodes, counts, node_new (NULL, NULL, NULL) };

  build (&tree);
  begin (self);
  add_parts (self, tree.root, -1, TRUE, folded);
  node_free (tree.root);
}

/* ── What is asked of it ──────────────────────────────────────────────────────────────────── */

GPtrArray *
remit_board_groups_get_order (RemitBoardGroups *self)
{
  return self->order;
}

GPtrArray *
remit_board_groups_get_columns (RemitBoardGroups *self)
{
  return self->columns;
}

int
remit_board_groups_get_n (RemitBoardGroups *self)
{
  return (int) self->groups->len;
}

const RemitBoardGroup *
remit_board_groups_get (RemitBoardGroups *self,
                        int group)
{
  g_assert (group >= 0 && group < (int) self->groups->len);

  return get_group (self, group);
}

int
remit_board_groups_get_n_levels (RemitBoardGroups *self)
{
  return self->n_levels;
}

int
remit_board_groups_find (RemitBoardGroups *self,
                         const char *key)
{
  for (int i = 0; i < (int) self->groups->len; i++)
    if (g_strcmp0 (get_group (self, i)->key, key) == 0)
      return i;
  return -1;
}

int
remit_board_groups_find_team (RemitBoardGroups *self,
                              gint64 team)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->inner, &team)) - 1;
}

int
remit_board_groups_count_folded_before (RemitBoardGroups *self,
                                        int column)
{
  return column >= 0 && column < (int) self->n_folded->len
           ? g_array_index (self->n_folded, int, column)
           : 0;
}
