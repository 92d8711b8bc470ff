/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom the pool lists, found off the main loop: by name, or the best for a slot first. */
#include "remit-pool-people.h"

#include "store/remit-worker.h"

/* @found: (nullable): the people in the list; %NULL as long as all are in it
 * @last: (nullable): the last answer
 * @is_stale: whether the workspace has changed since the roster was read
 * @is_new: whether something else is asked than what was answered last */
struct _RemitPoolPeople
{
  GObject parent_instance;

  RemitWorkspace *workspace;
  gint64 plan;
  GListModel *everybody;
  GPtrArray *found;
  RemitRosterFound *last;
  RemitWorker *reader;
  RemitWorker *searcher;
  RemitRoster *roster;
  gboolean is_stale;
  gboolean is_looking;
  gboolean is_new;
  gboolean is_counting;

  char *words;
  RemitAvailability availability;
  gint64 day;
  char *chosen[REMIT_ROSTER_N_FACETS];
  gint64 slot;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitPoolPeople, remit_pool_people, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* ── The list ─────────────────────────────────────────────────────────────────────────────── */

static GType
get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return REMIT_TYPE_ENTITY;
}

static guint
get_n_items (GListModel *model)
{
  RemitPoolPeople *self = REMIT_POOL_PEOPLE (model);

  if (self->found != NULL)
    return self->found->len;
  return self->everybody != NULL ? g_list_model_get_n_items (self->everybody) : 0;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  RemitPoolPeople *self = REMIT_POOL_PEOPLE (model);

  if (self->found != NULL)
    return position < self->found->len ? g_object_ref (self->found->pdata[position]) : NULL;
  return self->everybody != NULL ? g_list_model_get_item (self->everybody, position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
on_everybody_changed (RemitPoolPeople *self,
                      guint position,
                      guint removed,
                      guint added)
{
  if (self->found == NULL)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* Says what is between what two lists begin and end with alike. */
static void
tell_difference (RemitPoolPeople *self,
                 GPtrArray *old)
{
  const GPtrArray *new = self->found;
  guint start = 0;
  guint end = 0;

  while (start < MIN (old->len, new->len) && old->pdata[start] == new->pdata[start])
    start++;
  while (end < MIN (old->len, new->len) - start
         && old->pdata[old->len - 1 - end] == new->pdata[new->len - 1 - end])
    end++;
  if (old->len - start - end > 0 || new->len - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                                new->len - start - end);
}

/* @found: (transfer full) (nullable): %NULL for everybody */
static void
list (RemitPoolPeople *self,
      GPtrArray *found)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->found);
  guint n_old = old == NULL && self->everybody != NULL
                  ? g_list_model_get_n_items (self->everybody)
                  : 0;

  self->found = found;
  if (old == NULL && found == NULL)
    return;
  if (old != NULL && found != NULL)
    tell_difference (self, old);
  else
    g_list_model_items_changed (G_LIST_MODEL (self), 0, old != NULL ? old->len : n_old,
                                get_n_items (G_LIST_MODEL (self)));
}

/* ── Searching ────────────────────────────────────────────────────────────────────────────── */

/* A copy of what is asked. */
typedef struct {
  RemitRoster *roster;
  RemitRosterQuery query;
  char *words;
  char *chosen[REMIT_ROSTER_N_FACETS];
  RemitOpening *opening;
} Search;

static void
search_free (gpointer data)
{
  Search *self = data;

  remit_roster_unref (self->roster);
  g_clear_pointer (&self->opening, remit_opening_free);
  g_free (self->words);
  for (guint i = 0; i < REMIT_ROSTER_N_FACETS; i++)
    g_free (self->chosen[i]);
  g_free (self);
}

static Search *
search_new (RemitPoolPeople *people)
{
  Search *self = g_new0 (Search, 1);

  self->roster = remit_roster_ref (people->roster);
  self->words = g_strdup (people->words);
  self->opening = remit_opening_new (people->workspace, people->slot);
  self->query = (RemitRosterQuery){
    .words = self->words, .availability = people->availability, .day = people->day,
    .opening = self->opening,
  };
  for (guint i = 0; i < REMIT_ROSTER_N_FACETS; i++)
    self->query.chosen[i] = self->chosen[i] = g_strdup (people->chosen[i]);
  return self;
}

static gpointer
search_in_thread (RemitStore *store G_GNUC_UNUSED,
                  const RemitWorkControl *control,
                  gpointer data,
                  GError **error)
{
  const Search *self = data;
  RemitRosterFound *found = remit_roster_find (self->roster, &self->query, control->cancellable);

  if (found == NULL)
    g_cancellable_set_error_if_cancelled (control->cancellable, error);
  return found;
}

static void
free_found (gpointer found)
{
  remit_roster_found_free (found);
}

static gboolean
is_asked (RemitPoolPeople *self)
{
  gboolean is_chosen = FALSE;

  for (guint i = 0; i < REMIT_ROSTER_N_FACETS; i++)
    is_chosen = is_chosen || self->chosen[i] != NULL;
  return is_chosen || self->slot != 0 || self->availability != REMIT_AVAILABILITY_ANY
         || (self->words != NULL && *self->words != '\0');
}

/* Returns: (transfer full): whoever was found and is still there */
static GPtrArray *
look_up (RemitPoolPeople *self)
{
  const GArray *candidates = self->last->people;
  GPtrArray *people = g_ptr_array_new_full (candidates->len, g_object_unref);

  for (guint i = 0; i < candidates->len; i++)
    {
      RemitEntity *person =
        remit_workspace_get (self->workspace, REMIT_KIND_PERSON,
                             g_array_index (candidates, RemitCandidate, i).person);

      if (person != NULL)
        g_ptr_array_add (people, g_object_ref (person));
    }
  return people;
}

static void
end_looking (RemitPoolPeople *self)
{
  gboolean is_new = self->is_new;

  self->is_looking = FALSE;
  self->is_new = FALSE;
  g_signal_emit_by_name (self, "found", is_new);
}

static void
on_searched (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  RemitPoolPeople *self = data;
  RemitRosterFound *found = remit_worker_finish (REMIT_WORKER (source), result, NULL);

  if (found == NULL)
    return;
  g_clear_pointer (&self->last, remit_roster_found_free);
  self->last = found;
  list (self, is_asked (self) ? look_up (self) : NULL);
  end_looking (self);
}

static void
search (RemitPoolPeople *self)
{
  const RemitWork work = {
    .func = search_in_thread, .data = search_new (self), .free_data = search_free,
    .free_result = free_found,
  };

  remit_worker_run (self->searcher, &work, on_searched, self);
}

/* ── Reading ──────────────────────────────────────────────────────────────────────────────── */

static gpointer
read_in_thread (RemitStore *store,
                const RemitWorkControl *control,
                gpointer plan,
                GError **error)
{
  return remit_roster_read (store, *(const gint64 *) plan, control->cancellable, error);
}

static void
free_roster (gpointer roster)
{
  remit_roster_unref (roster);
}

/* After a read error the list stays as it is; the window reports the error. */
static void
on_read (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  RemitPoolPeople *self = data;
  g_autoptr (GError) error = NULL;
  RemitRoster *roster = remit_worker_finish (REMIT_WORKER (source), result, &error);

  if (roster == NULL)
    {
      if (remit_worker_was_cancelled (error))
        return;
      g_info ("Nobody is found: %s", error->message);
      end_looking (self);
      return;
    }
  g_clear_pointer (&self->roster, remit_roster_unref);
  self->roster = roster;
  self->is_stale = FALSE;
  search (self);
}

static void
read_people (RemitPoolPeople *self)
{
  const RemitWork work = {
    .of = remit_workspace_get_store (self->workspace),
    .flags = REMIT_STORE_READ_ONLY,
    .func = read_in_thread,
    .data = g_memdup2 (&self->plan, sizeof self->plan),
    .free_data = g_free,
    .free_result = free_roster,
  };

  remit_worker_stop (self->searcher);
  remit_worker_run (self->reader, &work, on_read, self);
}

static void
forget (RemitPoolPeople *self)
{
  remit_worker_stop (self->reader);
  remit_worker_stop (self->searcher);
  g_clear_pointer (&self->last, remit_roster_found_free);
}

/* Answers what is asked by now. */
static void
answer (RemitPoolPeople *self)
{
  if (self->workspace == NULL || (!is_asked (self) && !self->is_counting))
    {
      forget (self);
      list (self, NULL);
      end_looking (self);
      return;
    }
  self->is_looking = TRUE;
  if (self->roster == NULL || self->is_stale)
    read_people (self);
  else
    search (self);
}

static void
ask (RemitPoolPeople *self)
{
  self->is_new = TRUE;
  answer (self);
}

/* ── Following the workspace ──────────────────────────────────────────────────────────────── */

static gboolean
is_about_people (const RemitChange *change)
{
  static const RemitKind kinds[] = {
    REMIT_KIND_PERSON, REMIT_KIND_SKILL, REMIT_KIND_PERSON_SKILL, REMIT_KIND_ABSENCE,
    REMIT_KIND_ASSIGNMENT, REMIT_KIND_SLOT, REMIT_KIND_SLOT_NEED, REMIT_KIND_ROLE, REMIT_KIND_PLAN,
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (change->kind == kinds[i])
      return TRUE;
  return FALSE;
}

static void
remove_gone (RemitPoolPeople *self)
{
  for (guint i = self->found != NULL ? self->found->len : 0; i-- > 0;)
    if (remit_workspace_get (self->workspace, REMIT_KIND_PERSON,
                             remit_entity_get_id (self->found->pdata[i]))
        != self->found->pdata[i])
      {
        g_ptr_array_remove_index (self->found, i);
        g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 0);
      }
}

static void
on_changed (RemitPoolPeople *self,
            GPtrArray *changes)
{
  gboolean is_touched = changes->len == 0;
  gboolean is_gone = changes->len == 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const RemitChange *change = changes->pdata[i];

      is_touched = is_touched || is_about_people (change);
      is_gone = is_gone || (change->kind == REMIT_KIND_PERSON && change->new == NULL);
    }
  if (is_gone)
    remove_gone (self);
  if (!is_touched)
    return;
  if (remit_workspace_get (self->workspace, REMIT_KIND_SLOT, self->slot) == NULL)
    self->slot = 0;
  self->is_stale = TRUE;
  answer (self);
}

/* ── The object ───────────────────────────────────────────────────────────────────────────── */

static void
remit_pool_people_dispose (GObject *object)
{
  RemitPoolPeople *self = REMIT_POOL_PEOPLE (object);

  g_clear_object (&self->reader);
  g_clear_object (&self->searcher);
  g_clear_object (&self->everybody);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (remit_pool_people_parent_class)->dispose (object);
}

static void
remit_pool_people_finalize (GObject *object)
{
  RemitPoolPeople *self = REMIT_POOL_PEOPLE (object);

  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->last, remit_roster_found_free);
  g_clear_pointer (&self->roster, remit_roster_unref);
  g_free (self->words);
  for (guint i = 0; i < REMIT_ROSTER_N_FACETS; i++)
    g_free (self->chosen[i]);

  G_OBJECT_CLASS (remit_pool_people_parent_class)->finalize (object);
}

static void
remit_pool_people_class_init (RemitPoolPeopleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = remit_pool_people_dispose;
  object_class->finalize = remit_pool_people_finalize;

  g_signal_new ("found", REMIT_TYPE_POOL_PEOPLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
remit_pool_people_init (RemitPoolPeople *self)
{
  self->reader = remit_worker_new ();
  self->searcher = remit_worker_new ();
}

static void
take_everybody (RemitPoolPeople *self,
                GListModel *everybody)
{
  guint n_old = get_n_items (G_LIST_MODEL (self));

  if (self->everybody != NULL)
    g_signal_handlers_disconnect_by_func (self->everybody, on_everybody_changed, self);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_set_object (&self->everybody, everybody);
  if (everybody != NULL)
    g_signal_connect_object (everybody, "items-changed", G_CALLBACK (on_everybody_changed), self,
                             G_CONNECT_SWAPPED);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, get_n_items (G_LIST_MODEL (self)));
}

void
remit_pool_people_set_plan (RemitPoolPeople *self,
                            RemitWorkspace *workspace,
                            gint64 plan,
                            GListModel *everybody)
{
  g_return_if_fail (REMIT_IS_POOL_PEOPLE (self));

  forget (self);
  g_clear_pointer (&self->roster, remit_roster_unref);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, on_changed, self);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self,
                             G_CONNECT_SWAPPED);
  self->plan = plan;
  self->slot = 0;
  if (self->everybody != everybody)
    take_everybody (self, everybody);
  ask (self);
}

void
remit_pool_people_set_words (RemitPoolPeople *self,
                             const char *words)
{
  g_return_if_fail (REMIT_IS_POOL_PEOPLE (self));

  g_free (self->words);
  self->words = g_strdup (words);
  ask (self);
}

void
remit_pool_people_set_availability (RemitPoolPeople *self,
                                    RemitAvailability availability,
                                    gint64 day)
{
  g_return_if_fail (REMIT_IS_POOL_PEOPLE (self));

  if (self->availability == availability && self->day == day)
    return;
  self->availability = availability;
  self->day = day;
  ask (self);
}

void
remit_pool_people_choose (RemitPoolPeople *self,
                          RemitRosterFacet facet,
                          const char *name)
{
  g_return_if_fail (REMIT_IS_POOL_PEOPLE (self));
  g_return_if_fail (facet < REMIT_ROSTER_N_FACETS);

  if (g_strcmp0 (self->chosen[facet], name) == 0)
    return;
  g_free (self->chosen[facet]);
  self->chosen[facet] = g_strdup (name);
  ask (self);
}

void
remit_pool_people_set_slot (RemitPoolPeople *self,
                            gint64 slot)
{
  g_return_if_fail (REMIT_IS_POOL_PEOPLE (self));

  if (self->slot == slot)
    return;
  self->slot = slot;
  ask (self);
}

gint64
remit_pool_people_get_slot (RemitPoolPeople *self)
{
  g_return_val_if_fail (REMIT_IS_POOL_PEOPLE (self), 0);

  return self->slot;
}

void
remit_pool_people_set_counting (RemitPoolPeople *self,
                                gboolean counting)
{
  g_return_if_fail (REMIT_IS_POOL_PEOPLE (self));

  if (self->is_counting == counting)
    return;
  self->is_counting = counting;
  if (counting)
    answer (self);
}

gboolean
remit_pool_people_is_looking (RemitPoolPeople *self)
{
  g_return_val_if_fail (REMIT_IS_POOL_PEOPLE (self), FALSE);

  return self->is_looking;
}

const RemitRosterFound *
remit_pool_people_get_found (RemitPoolPeople *self)
{
  g_return_val_if_fail (REMIT_IS_POOL_PEOPLE (self), NULL);

  return self->last;
}
