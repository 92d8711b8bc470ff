/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merging what a plan file says into a workspace, entity by entity, in one edit. */
#define G_LOG_DOMAIN "remit-exchange"

#include "config.h"

#include "remit-plan-merge.h"

#include <glib/gi18n-lib.h>

#include "model/remit-id.h"
#include "remit-import-scratch.h"

/* The rows that the workspace has already. */
typedef enum {
  BY_ID,
  BY_NAME,
  BY_KEY,
  PARTS,
  RIVALS,
  N_QUERIES
} Query;

static const char *const wheres[N_QUERIES][REMIT_N_KINDS] = {
  [BY_NAME] = {
    [REMIT_KIND_SKILL] = "WHERE t.name = ?1",
    [REMIT_KIND_ROLE] = "WHERE t.key = ?1",
  },
  [BY_KEY] = {
    [REMIT_KIND_PERSON_SKILL] = "WHERE t.person = ?1 AND t.skill = ?2",
    [REMIT_KIND_SLOT_NEED] = "WHERE t.slot = ?1 AND t.skill = ?2",
  },
  [PARTS] = {
    [REMIT_KIND_PERSON_SKILL] = "WHERE t.person = ?1",
    [REMIT_KIND_ABSENCE] = "WHERE t.person = ?1 ORDER BY t.id",
    [REMIT_KIND_TEAM] = "WHERE t.plan = ?1",
    [REMIT_KIND_SLOT] = "WHERE t.plan = ?1",
    [REMIT_KIND_SLOT_NEED] = "WHERE t.slot = ?1",
    [REMIT_KIND_ASSIGNMENT] = "WHERE t.plan = ?1",
  },
  [RIVALS] = {
    [REMIT_KIND_ASSIGNMENT] = "WHERE t.slot = ?1 AND t.person = ?2",
  },
};

struct _RemitPlanMerge
{
  RemitStore *store;
  RemitEdit *edit;
  RemitImportResult *result;
  RemitImportScratch *scratch;
  gboolean as_template;
  char *name;

  const char *selects[N_QUERIES][REMIT_N_KINDS];
  /* the row of each kind that was loaded last */
  RemitRecord *loaded[REMIT_N_KINDS];

  /* the entities that the file is in, by their ids in the workspace */
  gint64 current[REMIT_N_KINDS];
  gboolean is_new[REMIT_N_KINDS];
  /* how many teams, and slots of the team, came before */
  gint64 n_before[REMIT_N_KINDS];
  /* whether the person stays as they are, with their skills and absences */
  gboolean leave_person;
  /* of the current person or slot: the skills in the file, and the ids of the rows that stay */
  GHashTable *kept;
  /* old assignments, by id, that made room for one that came before them in the file */
  GHashTable *displaced;

  int line;
  int column;
  GError *error;
};

static gint64 *
new_key (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

/* Refuses what the file says; the parser adds the place. */
static gboolean refuse (RemitPlanMerge *self,
                        const char *format,
                        ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (RemitPlanMerge *self,
        const char *format,
        ...)
{
  va_list args;

  va_start (args, format);
  if (remit_import_scratch_check (self->scratch, &self->error))
    self->error = g_error_new_valist (REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID, format, args);
  va_end (args);
  return FALSE;
}

static RemitStatement *
query (RemitPlanMerge *self,
       Query which,
       RemitKind kind,
       gint64 first,
       gint64 second)
{
  RemitStatement *rows = remit_store_prepare (self->store, self->selects[which][kind],
                                              &self->error);

  if (rows == NULL)
    return NULL;
  sqlite3_bind_int64 (rows, 1, first);
  sqlite3_bind_int64 (rows, 2, second);
  return rows;
}

static gboolean
next (RemitPlanMerge *self,
      RemitStatement *rows,
      RemitKind kind)
{
  if (rows == NULL || !remit_store_step (self->store, rows, &self->error))
    return FALSE;
  remit_store_read (rows, self->loaded[kind]);
  return TRUE;
}

/* Returns: (transfer none) (nullable): the row, until the next one of its kind is loaded */
static RemitRecord *
load (RemitPlanMerge *self,
      Query which,
      RemitKind kind,
      gint64 first,
      gint64 second)
{
  g_autoptr (RemitStatement) rows = query (self, which, kind, first, second);

  return next (self, rows, kind) ? self->loaded[kind] : NULL;
}

static RemitRecord *
load_by_name (RemitPlanMerge *self,
              RemitKind kind,
              const char *name)
{
  g_autoptr (RemitStatement) rows = query (self, BY_NAME, kind, 0, 0);

  if (rows == NULL)
    return NULL;
  sqlite3_bind_text (rows, 1, name, -1, SQLITE_TRANSIENT);
  return next (self, rows, kind) ? self->loaded[kind] : NULL;
}

static gboolean
is_same (const RemitRecord *record,
         const RemitRecord *there)
{
  for (guint i = 0; i < remit_record_get_info (record)->n_fields; i++)
    if (!remit_record_is_same (record, there, i))
      return FALSE;
  return TRUE;
}

/* Saves what the file says over what is there; counts; @touched says whether anything was to do. */
static gboolean
merge_row (RemitPlanMerge *self,
           RemitRecord *record,
           const RemitRecord *there,
           gboolean *touched)
{
  RemitKind kind = remit_record_get_kind (record);
  gboolean same = there != NULL && is_same (record, there);

  if (touched != NULL)
    *touched = !same;
  if (same)
    {
      self->result->same[kind]++;
      return TRUE;
    }
  if (there == NULL)
    {
      self->result->added[kind]++;
      return remit_edit_insert (self->edit, record, &self->error);
    }
  self->result->changed[kind]++;
  return remit_edit_update (self->edit, record, &self->error);
}

static gboolean
claim (RemitPlanMerge *self,
       RemitKind kind,
       gint64 file_id,
       gint64 id)
{
  const char *element = remit_entity_info (kind)->element;

  switch (remit_import_scratch_claim (self->scratch, kind, file_id, id))
    {
    case REMIT_CLAIM_NEW:
      return TRUE;
    case REMIT_CLAIM_TWICE:
      /* Translators: the name of an XML element */
      return refuse (self, _ ("The file has a <%s> with this id already"), element);
    case REMIT_CLAIM_SAME:
    default:
      return refuse (self,
                     /* Translators: the name of an XML element */
                     _ ("This <%s> and one before it are the same in the workspace: one has its "
                        "id, the other its key, its name or its e-mail address"),
                     element);
    }
}

static gboolean
refuse_reference (RemitPlanMerge *self,
                  const RemitField *field,
                  gint64 file_id)
{
  char id[17];

  remit_id_format (file_id, id);
  return refuse (self,
                 /* Translators: the name and value of an XML attribute, and an XML element */
                 _ ("%s=\"%s\" leads nowhere: the file has no <%s> with this id"), field->name, id,
                 remit_entity_info (field->target)->element);
}

/* Turns one reference from the file's id to the workspace's. What may still come in the file, since
 * it is of the same kind, stays for now as it is in the workspace. */
static gboolean
resolve_field (RemitPlanMerge *self,
               RemitRecord *record,
               guint i,
               const RemitRecord *there,
               RemitPendingReference *pending)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  const RemitField *field = &info->fields[i];
  gint64 file_id = remit_record_get_integer (record, i);
  gint64 id = remit_import_scratch_find (self->scratch, field->target, file_id);

  if (id == 0 && field->target != info->kind)
    return refuse_reference (self, field, file_id);
  if (id != 0 && id == remit_record_get_id (record) && info->kind == REMIT_KIND_TEAM)
    return refuse (self, _ ("A team cannot be its own parent"));

  if (id == 0)
    {
      *pending = (RemitPendingReference) { .kind = info->kind, .field = i, .file_id = file_id };
      id = there != NULL ? remit_record_get_integer (there, i) : 0;
    }
  remit_record_set_integer (record, i, id);
  return TRUE;
}

static gboolean
resolve (RemitPlanMerge *self,
         RemitRecord *record,
         const RemitRecord *there,
         RemitPendingReference *pending)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (info->fields[i].kind != REMIT_FIELD_REFERENCE)
        continue;
      if (info->fields[i].flags & REMIT_FIELD_IMPLIED)
        remit_record_set_integer (record, i, self->current[info->fields[i].target]);
      else if (remit_record_get_integer (record, i) != 0
               && !resolve_field (self, record, i, there, pending))
        return FALSE;
    }
  return TRUE;
}

/* Saves an entity with an id, after its references are resolved. */
static gboolean
merge_entity (RemitPlanMerge *self,
              RemitRecord *record,
              const RemitRecord *there)
{
  RemitPendingReference pending = { .kind = REMIT_KIND_NONE };
  gboolean touched;

  if (!resolve (self, record, there, &pending) || !merge_row (self, record, there, &touched))
    return FALSE;
  if (pending.kind == REMIT_KIND_NONE)
    return TRUE;

  pending.row = remit_record_get_id (record);
  pending.line = self->line;
  pending.column = self->column;
  pending.touched = touched;
  remit_import_scratch_add_pending (self->scratch, &pending);
  return TRUE;
}

static void
enter (RemitPlanMerge *self,
       RemitKind kind,
       gint64 id,
       gboolean is_new)
{
  self->current[kind] = id;
  self->is_new[kind] = is_new;
  if (kind == REMIT_KIND_PERSON || kind == REMIT_KIND_SLOT)
    g_hash_table_remove_all (self->kept);
}

/* Skills, roles and people: whoever the file means, they may be in the workspace under another id. */

static RemitRecord *
find_by_email (RemitPlanMerge *self,
               const RemitRecord *person)
{
  const char *email = remit_record_get_text (person, REMIT_PERSON_EMAIL);
  const char *name = remit_record_get_text (person, REMIT_PERSON_NAME);
  gint64 id = 0;
  guint n = *email != '\0' ? remit_import_scratch_find_email (self->scratch, email, &id) : 0;
  RemitRecord *there;

  if (n > 1)
    remit_import_result_note (self->result,
                              /* Translators: a line number, and a person's name */
                              _ ("Line %d: several people here have the e-mail address of %s, who "
                                 "was added as one more"),
                              self->line, name);
  if (n != 1 || remit_import_scratch_is_claimed (self->scratch, REMIT_KIND_PERSON, id))
    return NULL;

  there = load (self, BY_ID, REMIT_KIND_PERSON, id, 0);
  if (there != NULL)
    remit_import_result_note (self->result,
                              /* Translators: a line number, and two people's names */
                              _ ("Line %d: %s is %s here, who has the same e-mail address"),
                              self->line, name, remit_record_get_text (there, REMIT_PERSON_NAME));
  return there;
}

static RemitRecord *
find_in_library (RemitPlanMerge *self,
                 const RemitRecord *record)
{
  RemitKind kind = remit_record_get_kind (record);
  RemitRecord *there = load (self, BY_ID, kind, remit_record_get_id (record), 0);

  if (there != NULL || self->error != NULL)
    return there;
  if (kind == REMIT_KIND_PERSON)
    return find_by_email (self, record);
  if (kind == REMIT_KIND_ROLE)
    return load_by_name (self, kind, remit_record_get_text (record, REMIT_ROLE_KEY));
  return load_by_name (self, kind, remit_record_get_text (record, REMIT_SKILL_NAME));
}

static gboolean
start_in_library (RemitPlanMerge *self,
                  RemitRecord *record)
{
  RemitKind kind = remit_record_get_kind (record);
  gint64 file_id = remit_record_get_id (record);
  RemitRecord *there = find_in_library (self, record);
  gint64 id = there != NULL ? remit_record_get_id (there) : file_id;

  if (self->error != NULL || !claim (self, kind, file_id, id))
    return FALSE;
  remit_record_set_id (record, id);
  enter (self, kind, id, there == NULL);

  self->leave_person = self->as_template && there != NULL && kind == REMIT_KIND_PERSON;
  if (!self->as_template || there == NULL)
    return merge_entity (self, record, there);
  self->result->same[kind]++;
  return TRUE;
}

/* The plan */

/* Only who was here before the import is found by their address: two in the file stay two. */
static gboolean
remember_emails (RemitPlanMerge *self)
{
  g_autoptr (RemitStatement) rows = NULL;

  rows = remit_store_prepare (self->store, "SELECT id, email FROM person WHERE email <> ''",
                              &self->error);
  while (rows != NULL && remit_store_step (self->store, rows, &self->error))
    remit_import_scratch_add_email (self->scratch, (const char *) sqlite3_column_text (rows, 1),
                                    sqlite3_column_int64 (rows, 0));
  return self->error == NULL;
}

static void
set_label (RemitPlanMerge *self,
           const char *name)
{
  g_autofree char *label = NULL;

  if (self->as_template)
    /* Translators: the name of a plan */
    label = g_strdup_printf (_ ("Create plan “%s” from a template"), name);
  else
    /* Translators: the name of a plan */
    label = g_strdup_printf (_ ("Import plan “%s”"), name);
  remit_edit_set_label (self->edit, label);
}

static gboolean
start_plan (RemitPlanMerge *self,
            RemitRecord *record)
{
  RemitRecord *there = NULL;

  if (self->as_template)
    {
      remit_record_set_id (record, remit_id_new ());
      if (self->name != NULL)
        remit_record_set_text (record, REMIT_PLAN_NAME, self->name);
    }
  else
    there = load (self, BY_ID, REMIT_KIND_PLAN, remit_record_get_id (record), 0);
  if (there != NULL)
    remit_record_copy_field (record, there, REMIT_PLAN_BASE);

  self->result->plan = remit_record_get_id (record);
  enter (self, REMIT_KIND_PLAN, self->result->plan, there == NULL);
  remit_edit_set_plan (self->edit, self->result->plan);
  set_label (self, remit_record_get_text (record, REMIT_PLAN_NAME));

  return self->error == NULL && remember_emails (self) && merge_row (self, record, there, NULL);
}

/* Teams, slots, assignments */

static gboolean
refuse_other_plan (RemitPlanMerge *self,
                   RemitKind kind,
                   gint64 plan)
{
  RemitRecord *other = load (self, BY_ID, REMIT_KIND_PLAN, plan, 0);

  return refuse (self,
                 /* Translators: the name of an XML element, and the name of a plan */
                 _ ("This <%s> is part of the plan “%s” here. Create a new plan from the file as "
                    "from a template, or give it the id of that plan."),
                 remit_entity_info (kind)->element,
                 other != NULL ? remit_record_get_text (other, REMIT_PLAN_NAME) : "");
}

static gint64
get_plan (const RemitRecord *record)
{
  int field = remit_entity_info_find_field (remit_record_get_info (record), "plan");

  return remit_record_get_integer (record, (guint) field);
}

static void
place (RemitPlanMerge *self,
       const RemitPlanElement *element)
{
  const RemitEntityInfo *info = remit_record_get_info (element->record);

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & REMIT_FIELD_ORDER)
        && !(element->given & (G_GUINT64_CONSTANT (1) << i)))
      remit_record_set_integer (element->record, i, self->n_before[info->kind]);
  self->n_before[info->kind]++;
  if (info->kind == REMIT_KIND_TEAM)
    self->n_before[REMIT_KIND_SLOT] = 0;
}

/* Claims the id, and finds the row that has it. */
static gboolean
find_in_plan (RemitPlanMerge *self,
              RemitRecord *record,
              RemitRecord **there)
{
  RemitKind kind = remit_record_get_kind (record);
  gint64 file_id = remit_record_get_id (record);
  gint64 id = self->as_template ? remit_id_new () : file_id;

  *there = NULL;
  if (!claim (self, kind, file_id, id))
    return FALSE;
  remit_record_set_id (record, id);
  if (self->as_template)
    return TRUE;

  *there = load (self, BY_ID, kind, id, 0);
  if (*there != NULL && get_plan (*there) != self->current[REMIT_KIND_PLAN])
    return refuse_other_plan (self, kind, get_plan (*there));
  return self->error == NULL;
}

static gboolean
start_in_plan (RemitPlanMerge *self,
               const RemitPlanElement *element)
{
  RemitRecord *there;

  place (self, element);
  if (!find_in_plan (self, element->record, &there))
    return FALSE;
  enter (self, remit_record_get_kind (element->record), remit_record_get_id (element->record),
         there == NULL);
  return merge_entity (self, element->record, there);
}

/* Nobody is in a slot twice at once; an assignment that the file has not come to yet, or no longer
 * has, must not be in the way of one that it has. */
static gboolean
make_room (RemitPlanMerge *self,
           const RemitRecord *record)
{
  g_autoptr (GPtrArray) rivals = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);
  g_autoptr (RemitStatement) rows = NULL;

  rows = query (self, RIVALS, REMIT_KIND_ASSIGNMENT,
                remit_record_get_integer (record, REMIT_ASSIGNMENT_SLOT),
                remit_record_get_integer (record, REMIT_ASSIGNMENT_PERSON));
  while (next (self, rows, REMIT_KIND_ASSIGNMENT))
    g_ptr_array_add (rivals, remit_record_copy (self->loaded[REMIT_KIND_ASSIGNMENT]));
  if (self->error != NULL)
    return FALSE;

  for (guint i = rivals->len; i-- > 0;)
    {
      gint64 id = remit_record_get_id (rivals->pdata[i]);

      if (remit_import_scratch_find (self->scratch, REMIT_KIND_ASSIGNMENT, id) != 0)
        continue;
      if (!remit_edit_delete (self->edit, REMIT_KIND_ASSIGNMENT, id, &self->error))
        return FALSE;
      g_hash_table_insert (self->displaced, new_key (id), g_ptr_array_steal_index (rivals, i));
    }
  return TRUE;
}

/* What was displaced is put back as the file has it, and counted as what became of it. */
static gboolean
restore (RemitPlanMerge *self,
         RemitRecord *record,
         const RemitRecord *displaced)
{
  gint64 id = remit_record_get_id (record);

  if (is_same (record, displaced))
    self->result->same[REMIT_KIND_ASSIGNMENT]++;
  else
    self->result->changed[REMIT_KIND_ASSIGNMENT]++;
  g_hash_table_remove (self->displaced, &id);
  return remit_edit_insert (self->edit, record, &self->error);
}

static gboolean
start_assignment (RemitPlanMerge *self,
                  RemitRecord *record)
{
  g_autoptr (RemitRecord) before = NULL;
  RemitRecord *there, *displaced;
  gint64 id;

  if (!find_in_plan (self, record, &there) || !resolve (self, record, there, NULL))
    return FALSE;
  if (self->is_new[REMIT_KIND_PLAN] || (there != NULL && is_same (record, there)))
    return merge_row (self, record, there, NULL);

  before = there != NULL ? remit_record_copy (there) : NULL;
  id = remit_record_get_id (record);
  displaced = g_hash_table_lookup (self->displaced, &id);
  if (!make_room (self, record))
    return FALSE;
  return displaced != NULL ? restore (self, record, displaced)
                           : merge_row (self, record, before, NULL);
}

/* Parts of people and slots, which have no ids in the file */

static gboolean
start_skill_of (RemitPlanMerge *self,
                RemitRecord *record,
                RemitKind owner,
                guint skill_field)
{
  RemitKind kind = remit_record_get_kind (record);
  RemitRecord *there = NULL;
  gint64 skill;

  if (!resolve (self, record, NULL, NULL))
    return FALSE;
  skill = remit_record_get_integer (record, skill_field);
  if (!g_hash_table_add (self->kept, new_key (skill)))
    /* Translators: the name of an XML element */
    return refuse (self, _ ("This <%s> has the same skill as one before it"),
                   remit_entity_info (kind)->element);

  if (!self->is_new[owner])
    there = load (self, BY_KEY, kind, self->current[owner], skill);
  if (there != NULL)
    remit_record_set_id (record, remit_record_get_id (there));
  if (self->error != NULL || !merge_row (self, record, there, NULL))
    return FALSE;
  g_hash_table_add (self->kept, new_key (remit_record_get_id (record)));
  return TRUE;
}

/* The person's absence on the same days, unless the file had it already. */
static RemitRecord *
find_absence (RemitPlanMerge *self,
              const RemitRecord *record)
{
  g_autoptr (RemitStatement) rows = NULL;

  rows = query (self, PARTS, REMIT_KIND_ABSENCE, self->current[REMIT_KIND_PERSON], 0);
  while (next (self, rows, REMIT_KIND_ABSENCE))
    {
      RemitRecord *there = self->loaded[REMIT_KIND_ABSENCE];
      gint64 id = remit_record_get_id (there);

      if (remit_record_is_same (record, there, REMIT_ABSENCE_FROM)
          && remit_record_is_same (record, there, REMIT_ABSENCE_UNTIL)
          && !g_hash_table_contains (self->kept, &id))
        return there;
    }
  return NULL;
}

static gboolean
start_absence (RemitPlanMerge *self,
               RemitRecord *record)
{
  RemitRecord *there = NULL;

  if (!resolve (self, record, NULL, NULL))
    return FALSE;
  if (!self->is_new[REMIT_KIND_PERSON])
    there = find_absence (self, record);
  if (there != NULL)
    remit_record_set_id (record, remit_record_get_id (there));
  if (self->error != NULL || !merge_row (self, record, there, NULL))
    return FALSE;
  g_hash_table_add (self->kept, new_key (remit_record_get_id (record)));
  return TRUE;
}

static gboolean
start (RemitPlanMerge *self,
       const RemitPlanElement *element)
{
  RemitRecord *record = element->record;
  RemitKind kind = remit_record_get_kind (record);

  self->line = element->line;
  self->column = element->column;
  switch (kind)
    {
    case REMIT_KIND_PLAN:
      return start_plan (self, record);
    case REMIT_KIND_SKILL:
    case REMIT_KIND_ROLE:
    case REMIT_KIND_PERSON:
      return start_in_library (self, record);
    case REMIT_KIND_PERSON_SKILL:
      return self->leave_person
             || start_skill_of (self, record, REMIT_KIND_PERSON, REMIT_PERSON_SKILL_SKILL);
    case REMIT_KIND_ABSENCE:
      return self->leave_person || start_absence (self, record);
    case REMIT_KIND_TEAM:
    case REMIT_KIND_SLOT:
      return start_in_plan (self, element);
    case REMIT_KIND_SLOT_NEED:
      return start_skill_of (self, record, REMIT_KIND_SLOT, REMIT_SLOT_NEED_SKILL);
    case REMIT_KIND_ASSIGNMENT:
      return start_assignment (self, record);
    case REMIT_KIND_NONE:
    case REMIT_KIND_SETTINGS:
    case REMIT_N_KINDS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* What the file no longer has */

typedef gboolean (*IsKept) (RemitPlanMerge *self,
                            RemitKind kind,
                            gint64 id);

static gboolean
is_part_kept (RemitPlanMerge *self,
              RemitKind kind G_GNUC_UNUSED,
              gint64 id)
{
  return g_hash_table_contains (self->kept, &id);
}

static gboolean
is_claimed (RemitPlanMerge *self,
            RemitKind kind,
            gint64 id)
{
  return remit_import_scratch_find (self->scratch, kind, id) != 0;
}

static gboolean
remove_others (RemitPlanMerge *self,
               RemitKind kind,
               gint64 owner,
               IsKept is_kept)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RemitStatement) rows = query (self, PARTS, kind, owner, 0);

  while (next (self, rows, kind))
    {
      gint64 id = remit_record_get_id (self->loaded[kind]);

      if (!is_kept (self, kind, id))
        g_array_append_val (ids, id);
    }
  g_clear_pointer (&rows, remit_store_finish);

  for (guint i = 0; self->error == NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (kind == REMIT_KIND_SLOT)
        remove_others (self, REMIT_KIND_SLOT_NEED, id, is_part_kept);
      self->result->removed[kind]++;
      if (self->error == NULL)
        remit_edit_delete (self->edit, kind, id, &self->error);
    }
  return self->error == NULL;
}

/* References to what came later in the file */

static gboolean
refuse_pending (RemitPlanMerge *self,
                const RemitPendingReference *pending)
{
  g_autoptr (GError) reason = NULL;

  refuse_reference (self, &remit_entity_info (pending->kind)->fields[pending->field],
                    pending->file_id);
  if (self->error->domain != REMIT_MODEL_ERROR)
    return FALSE;
  reason = g_steal_pointer (&self->error);
  remit_plan_refuse (&self->error, pending->line, pending->column, reason->message);
  return FALSE;
}

static gboolean
resolve_pending (RemitPlanMerge *self,
                 const RemitPendingReference *pending)
{
  gint64 id = remit_import_scratch_find (self->scratch, pending->kind, pending->file_id);
  RemitRecord *there;

  if (id == 0)
    return refuse_pending (self, pending);
  there = load (self, BY_ID, pending->kind, pending->row, 0);
  if (there == NULL || remit_record_get_integer (there, pending->field) == id)
    return self->error == NULL;

  if (!pending->touched)
    {
      self->result->same[pending->kind]--;
      self->result->changed[pending->kind]++;
    }
  return remit_edit_set_integer (self->edit, pending->kind, pending->row, pending->field, id,
                                 &self->error);
}

static gboolean
resolve_all_pending (RemitPlanMerge *self)
{
  RemitPendingReference pending;

  while (remit_import_scratch_next_pending (self->scratch, &pending))
    if (!resolve_pending (self, &pending))
      return FALSE;
  return TRUE;
}

/* Follows the parents of a team up to the top, or to where another walk has been. */
static gboolean
is_in_circle (RemitPlanMerge *self,
              gint64 team)
{
  for (gint64 id = team; id != 0;)
    {
      gint64 visitor = remit_import_scratch_visit (self->scratch, id, team);
      RemitRecord *there;

      if (visitor != 0)
        return visitor == team;
      there = load (self, BY_ID, REMIT_KIND_TEAM, id, 0);
      id = there != NULL ? remit_record_get_integer (there, REMIT_TEAM_PARENT) : 0;
    }
  return FALSE;
}

/* A circle of parents has at least one that came later in the file. */
static gboolean
check_circles (RemitPlanMerge *self)
{
  RemitPendingReference pending;

  while (remit_import_scratch_next_pending (self->scratch, &pending))
    if (pending.kind == REMIT_KIND_TEAM && is_in_circle (self, pending.row))
      {
        remit_plan_refuse (&self->error, pending.line, pending.column,
                           _ ("The parent of this team is, in the end, the team itself"));
        return FALSE;
      }
  return self->error == NULL;
}

static gboolean
end_plan (RemitPlanMerge *self)
{
  gint64 plan = self->current[REMIT_KIND_PLAN];

  if (!resolve_all_pending (self) || !check_circles (self))
    return FALSE;
  if (self->is_new[REMIT_KIND_PLAN])
    return TRUE;

  g_hash_table_remove_all (self->kept);
  self->result->removed[REMIT_KIND_ASSIGNMENT] += g_hash_table_size (self->displaced);
  return remove_others (self, REMIT_KIND_ASSIGNMENT, plan, is_claimed)
         && remove_others (self, REMIT_KIND_SLOT, plan, is_claimed)
         && remove_others (self, REMIT_KIND_TEAM, plan, is_claimed);
}

static gboolean
end (RemitPlanMerge *self,
     RemitKind kind)
{
  gint64 id = self->current[kind];

  if (kind == REMIT_KIND_PLAN)
    return end_plan (self);
  if (self->is_new[kind] || self->leave_person)
    return TRUE;
  if (kind == REMIT_KIND_PERSON)
    return remove_others (self, REMIT_KIND_PERSON_SKILL, id, is_part_kept)
           && remove_others (self, REMIT_KIND_ABSENCE, id, is_part_kept);
  if (kind == REMIT_KIND_SLOT)
    return remove_others (self, REMIT_KIND_SLOT_NEED, id, is_part_kept);
  return TRUE;
}

static gboolean
on_start (gpointer data,
          const RemitPlanElement *element,
          GError **error)
{
  RemitPlanMerge *self = data;

  if (start (self, element))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

static gboolean
on_end (gpointer data,
        RemitKind kind,
        GError **error)
{
  RemitPlanMerge *self = data;

  if (end (self, kind))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

const RemitPlanHandler remit_plan_merge_handler = { on_start, on_end };

static void
prepare (RemitPlanMerge *self)
{
  for (RemitKind kind = REMIT_KIND_SKILL; kind < REMIT_N_KINDS; kind++)
    {
      self->loaded[kind] = remit_record_new (kind);
      self->selects[BY_ID][kind] = remit_store_get_select (kind, "WHERE t.id = ?1");
      for (Query which = BY_NAME; which < N_QUERIES; which++)
        if (wheres[which][kind] != NULL)
          self->selects[which][kind] = remit_store_get_select (kind, wheres[which][kind]);
    }
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->displaced = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                           (GDestroyNotify) remit_record_free);
  self->result = remit_import_result_new ();
}

RemitPlanMerge *
remit_plan_merge_begin (RemitStore *store,
                        gboolean as_template,
                        const char *name,
                        GError **error)
{
  g_autoptr (RemitPlanMerge) self = g_new0 (RemitPlanMerge, 1);

  self->store = store;
  self->as_template = as_template;
  self->name = g_strdup (name);
  prepare (self);
  self->scratch = remit_import_scratch_new (error);
  if (self->scratch == NULL)
    return NULL;
  self->edit = remit_edit_begin (store, _ ("Import a plan"), error);
  return self->edit != NULL ? g_steal_pointer (&self) : NULL;
}

void
remit_plan_merge_free (RemitPlanMerge *self)
{
  for (RemitKind kind = REMIT_KIND_SKILL; kind < REMIT_N_KINDS; kind++)
    remit_record_free (self->loaded[kind]);
  g_clear_pointer (&self->edit, remit_edit_free);
  g_clear_pointer (&self->scratch, remit_import_scratch_free);
  g_clear_pointer (&self->result, remit_import_result_free);
  g_hash_table_unref (self->kept);
  g_hash_table_unref (self->displaced);
  g_clear_error (&self->error);
  g_free (self->name);
  g_free (self);
}

RemitImportResult *
remit_plan_merge_finish (RemitPlanMerge *self,
                         gboolean dry_run,
                         GError **error)
{
  if (!remit_import_scratch_check (self->scratch, error))
    return NULL;
  if (!dry_run && !remit_edit_commit (self->edit, error))
    return NULL;
  return g_steal_pointer (&self->result);
}
