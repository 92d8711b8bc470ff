/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in a template: teams, slots, sizes. */
#include "remit-template-details.h"

#include <glib/gi18n-lib.h>

#include "exchange/plan/remit-plan-parser.h"
#include "remit-templates.h"

/* What is known of a role of the file. */
typedef struct {
  char *key;
  char *name;
  char *rate;
} Role;

typedef struct {
  RemitTemplateDetails *details;
  GHashTable *roles;  /* Role by id */
  GHashTable *skills; /* names by id */
  GHashTable *places; /* of teams, plus 1, by id */
  GArray *parents;    /* ids, by place */
} Reading;

static void
slot_free (gpointer data)
{
  RemitTemplateSlot *self = data;

  g_free (self->name);
  g_free (self->role);
  g_free (self->why);
  g_free (self->rate);
  g_ptr_array_unref (self->skills);
  g_free (self);
}

static void
team_free (gpointer data)
{
  RemitTemplateTeam *self = data;

  g_free (self->name);
  g_free (self->purpose);
  g_ptr_array_unref (self->slots);
  g_free (self);
}

static void
role_free (gpointer data)
{
  Role *self = data;

  g_free (self->key);
  g_free (self->name);
  g_free (self->rate);
  g_free (self);
}

void
remit_template_details_free (RemitTemplateDetails *self)
{
  g_ptr_array_unref (self->teams);
  g_free (self);
}

/* ── One entity after the other ───────────────────────────────────────────────────────────── */

static gint64 *
new_key (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static char *
dup_text (const RemitRecord *record,
          guint field)
{
  return g_strdup (remit_record_get_text (record, field));
}

static void
add_skill (Reading *self,
           const RemitRecord *record)
{
  g_hash_table_insert (self->skills, new_key (remit_record_get_id (record)),
                       dup_text (record, REMIT_SKILL_NAME));
}

static void
add_role (Reading *self,
          const RemitRecord *record)
{
  Role *role = g_new0 (Role, 1);

  role->key = dup_text (record, REMIT_ROLE_KEY);
  role->name = dup_text (record, REMIT_ROLE_NAME);
  role->rate = dup_text (record, REMIT_ROLE_DAY_RATE);
  g_hash_table_insert (self->roles, new_key (remit_record_get_id (record)), role);
}

static void
add_team (Reading *self,
          const RemitRecord *record)
{
  RemitTemplateTeam *team = g_new0 (RemitTemplateTeam, 1);
  gint64 parent = remit_record_get_integer (record, REMIT_TEAM_PARENT);

  team->name = dup_text (record, REMIT_TEAM_NAME);
  team->purpose = dup_text (record, REMIT_TEAM_PURPOSE);
  team->parent = -1;
  team->topology = remit_record_get_integer (record, REMIT_TEAM_TOPOLOGY);
  team->risk = remit_record_get_integer (record, REMIT_TEAM_AI_RISK);
  team->is_ml = remit_record_get_integer (record, REMIT_TEAM_ML) != 0;
  team->slots = g_ptr_array_new_with_free_func (slot_free);
  g_ptr_array_add (self->details->teams, team);
  g_array_append_val (self->parents, parent);
  g_hash_table_insert (self->places, new_key (remit_record_get_id (record)),
                       GUINT_TO_POINTER (self->details->teams->len));
}

static void
count (RemitTemplateSize *size,
       int fte)
{
  size->n_people += (fte + 99) / 100;
  size->fte += fte;
}

static void
add_slot (Reading *self,
          const RemitRecord *record)
{
  gint64 id = remit_record_get_integer (record, REMIT_SLOT_ROLE);
  const Role *role = g_hash_table_lookup (self->roles, &id);
  GPtrArray *teams = self->details->teams;
  RemitTemplateSlot *slot;

  if (teams->len == 0)
    return;
  slot = g_new0 (RemitTemplateSlot, 1);
  slot->name = dup_text (record, REMIT_SLOT_NAME);
  if (*slot->name == '\0' && role != NULL)
    {
      g_free (slot->name);
      slot->name = g_strdup (role->name);
    }
  slot->role = g_strdup (role != NULL ? role->key : "");
  slot->why = dup_text (record, REMIT_SLOT_WHY);
  slot->rate = g_strdup (role != NULL ? role->rate : "");
  slot->skills = g_ptr_array_new_with_free_func (g_free);
  slot->fte = (int) remit_record_get_integer (record, REMIT_SLOT_FTE);
  slot->is_required = remit_record_get_integer (record, REMIT_SLOT_REQUIRED) != 0;
  g_ptr_array_add (((RemitTemplateTeam *) teams->pdata[teams->len - 1])->slots, slot);

  self->details->n_slots++;
  count (&self->details->all, slot->fte);
  if (slot->is_required)
    count (&self->details->required, slot->fte);
}

static void
add_need (Reading *self,
          const RemitRecord *record)
{
  gint64 id = remit_record_get_integer (record, REMIT_SLOT_NEED_SKILL);
  const char *name = g_hash_table_lookup (self->skills, &id);
  GPtrArray *teams = self->details->teams;
  const RemitTemplateTeam *team = teams->len > 0 ? teams->pdata[teams->len - 1] : NULL;
  const RemitTemplateSlot *slot;

  if (name == NULL || team == NULL || team->slots->len == 0)
    return;
  slot = team->slots->pdata[team->slots->len - 1];
  g_ptr_array_add (slot->skills,
                   /* Translators: a skill, and the level of it, such as "Python 3" */
                   g_strdup_printf (_ ("%1$s %2$d"), name,
                                    (int) remit_record_get_integer (record,
                                                                    REMIT_SLOT_NEED_LEVEL)));
}

typedef void (*AddFunc) (Reading *self,
                         const RemitRecord *record);

static gboolean
on_start (gpointer data,
          const RemitPlanElement *element,
          GError **error G_GNUC_UNUSED)
{
  static const AddFunc adders[REMIT_N_KINDS] = {
    [REMIT_KIND_SKILL] = add_skill, [REMIT_KIND_ROLE] = add_role, [REMIT_KIND_TEAM] = add_team,
    [REMIT_KIND_SLOT] = add_slot,   [REMIT_KIND_SLOT_NEED] = add_need,
  };
  Reading *self = data;
  RemitKind kind = remit_record_get_kind (element->record);
  AddFunc add = adders[kind];

  self->details->n_decisions += kind == REMIT_KIND_DECISION;
  self->details->n_ladders += kind == REMIT_KIND_LADDER;
  if (add != NULL)
    {
      g_autoptr (RemitRecord) record = remit_record_copy (element->record);

      remit_template_translate (record);
      add (self, record);
    }
  return TRUE;
}

/* Teams may come before those above them. */
static void
find_parents (Reading *self)
{
  for (guint i = 0; i < self->parents->len; i++)
    {
      RemitTemplateTeam *team = self->details->teams->pdata[i];
      gpointer place = g_hash_table_lookup (self->places,
                                            &g_array_index (self->parents, gint64, i));

      team->parent = (int) GPOINTER_TO_UINT (place) - 1;
    }
}

RemitTemplateDetails *
remit_template_details_read (const char *path,
                             GCancellable *cancellable,
                             GError **error)
{
  static const RemitPlanHandler handler = { .start = on_start };
  const RemitImportOptions options = { .cancellable = cancellable };
  g_autoptr (RemitTemplateDetails) details = g_new0 (RemitTemplateDetails, 1);
  g_autoptr (GHashTable) roles = NULL;
  g_autoptr (GHashTable) skills = NULL;
  g_autoptr (GHashTable) places = NULL;
  g_autoptr (GArray) parents = g_array_new (FALSE, FALSE, sizeof (gint64));
  Reading reading;

  g_return_val_if_fail (path != NULL, NULL);

  roles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, role_free);
  skills = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  details->teams = g_ptr_array_new_with_free_func (team_free);
  reading = (Reading){ details, roles, skills, places, parents };
  if (!remit_plan_parse (path, &handler, &reading, &options, error))
    return NULL;
  find_parents (&reading);
  return g_steal_pointer (&details);
}

/* ── Sizes ────────────────────────────────────────────────────────────────────────────────── */

RemitTemplateSize
remit_template_team_get_size (const RemitTemplateTeam *self,
                              gboolean only_required)
{
  RemitTemplateSize size = { 0, 0 };

  for (guint i = 0; i < self->slots->len; i++)
    {
      const RemitTemplateSlot *slot = self->slots->pdata[i];

      if (slot->is_required || !only_required)
        count (&size, slot->fte);
    }
  return size;
}

static char *
dup_people (const RemitTemplateDetails *self)
{
  if (self->required.n_people == self->all.n_people)
    return g_strdup_printf (ngettext ("%d person", "%d people", (gulong) self->all.n_people),
                            self->all.n_people);
  return g_strdup_printf (ngettext ("%1$d to %2$d person", "%1$d to %2$d people",
                                    (gulong) self->all.n_people),
                          self->required.n_people, self->all.n_people);
}

char *
remit_template_details_dup_size (const RemitTemplateDetails *self)
{
  g_autofree char *people = dup_people (self);

  if (self->required.fte == self->all.fte)
    /* Translators: "5 people", and full-time equivalents */
    return g_strdup_printf (_ ("%1$s, %2$.1f FTE"), people, self->all.fte / 100.0);
  /* Translators: "5 people", and full-time equivalents, from the least to the most */
  return g_strdup_printf (_ ("%1$s, %2$.1f to %3$.1f FTE"), people, self->required.fte / 100.0,
                          self->all.fte / 100.0);
}
