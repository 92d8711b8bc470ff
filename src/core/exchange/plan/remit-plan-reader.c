/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a plan from XML: what the parser finds is merged, entity by entity, in one edit. */
#include "remit-plan-reader.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "exchange/sheet/remit-sheet-open.h"
#include "exchange/signature/remit-signature.h"
#include "model/remit-file.h"
#include "plan/design/remit-circles.h"
#include "remit-plan-merge-private.h"
#include "store/history/remit-history-verify.h"

/* What the kinds do at their start that differ from the others. */
static gboolean
start_other (RemitPlanMerge *self,
             const RemitPlanElement *element)
{
  const RemitEntityInfo *info = remit_record_get_info (element->record);

  if (info->is_log)
    return remit_merge_start_event (self, element->record);
  if (!remit_entity_info_has_id (info))
    return remit_merge_start_part (self, element->record);
  if (remit_entity_info_find_plan (info) < 0)
    return remit_merge_start_in_library (self, element->record);
  return remit_merge_start_in_plan (self, element);
}

/* What is in something that is left as it is, is left, too: the file has it. */
static void
keep_left (RemitPlanMerge *self,
           const RemitRecord *record)
{
  RemitKind kind = remit_record_get_kind (record);
  gint64 id = remit_record_get_id (record);

  if (!self->as_template && remit_entity_info_has_id (remit_entity_info (kind)) && id != 0)
    remit_import_scratch_claim (self->scratch, kind, id, id);
}

static gboolean
start (RemitPlanMerge *self,
       const RemitPlanElement *element)
{
  RemitRecord *record = element->record;

  self->line = element->line;
  self->column = element->column;
  self->audience = element->audience;
  self->refers_absent = FALSE;
  self->is_decided = FALSE;
  if (self->left_out != REMIT_KIND_NONE)
    {
      if (self->is_chosen_out)
        keep_left (self, record);
      return TRUE;
    }
  self->is_chosen_out = FALSE;
  if (self->as_template)
    {
      remit_template_translate (record);
      remit_merge_move_days (record);
    }
  if (remit_merge_leaves_out (self, record) || remit_merge_is_there (self, record))
    self->left_out = remit_record_get_kind (record);
  if (self->left_out != REMIT_KIND_NONE || self->error != NULL)
    return self->error == NULL;
  switch ((int) remit_record_get_kind (record))
    {
    case REMIT_KIND_PLAN:
      return remit_merge_start_plan (self, record);
    case REMIT_KIND_ASSIGNMENT:
      return remit_merge_start_assignment (self, record);
    case REMIT_KIND_DECISION:
      return remit_merge_start_decision (self, element);
    case REMIT_KIND_RIGHT:
      return remit_merge_start_right (self, record);
    default:
      return start_other (self, element);
    }
}

/* What the file no longer has */

static gboolean
is_kept (RemitPlanMerge *self,
         RemitKind kind,
         gint64 id)
{
  if (remit_entity_info_has_id (remit_entity_info (kind)))
    return remit_import_scratch_find (self->scratch, kind, id) != 0;
  return g_hash_table_contains (self->kept, &id);
}

static gboolean
watch_removal (RemitPlanMerge *self,
               RemitKind kind,
               gint64 id)
{
  RemitRecord *there = NULL;

  if (remit_entity_info_find_plan (remit_entity_info (kind)) < 0)
    there = remit_merge_load (self, REMIT_MERGE_BY_ID, kind, id, 0);
  return there != NULL ? remit_merge_watch_library (self, there, NULL) : self->error == NULL;
}

static gboolean remove_others (RemitPlanMerge *self,
                               RemitKind kind,
                               gint64 owner);

/* Parts that the owner's element has all of, and that never go to another owner. */
static gboolean
remove_other_parts (RemitPlanMerge *self,
                    RemitKind owner,
                    gint64 id,
                    gboolean only_without_id)
{
  for (RemitKind kind = owner + 1; kind < REMIT_N_KINDS; kind++)
    if (remit_entity_info_get_owner (remit_entity_info (kind)) == owner
        && remit_merge_is_fixed (remit_entity_info (kind))
        && !(only_without_id && remit_entity_info_has_id (remit_entity_info (kind)))
        && !remove_others (self, kind, id))
      return FALSE;
  return TRUE;
}

/* Has those stay to which something that stays refers; these may refer to others of their kind. */
static void
keep_needed (RemitPlanMerge *self,
             RemitKind kind,
             GPtrArray *others)
{
  gboolean has_changed;

  do
    {
      has_changed = FALSE;
      for (guint i = others->len; i-- > 0;)
        if (remit_merge_is_needed (self, kind, remit_record_get_id (others->pdata[i])))
          {
            remit_merge_yield (self, others->pdata[i], REMIT_IMPORT_NEEDS);
            g_ptr_array_remove_index (others, i);
            has_changed = TRUE;
          }
    }
  while (has_changed);
}

/* Returns: (transfer full) (element-type RemitRecord): the rows that the file no longer has and
 * that nobody keeps. @owner: of what is fixed; of all else the plan */
static GPtrArray *
find_others (RemitPlanMerge *self,
             RemitKind kind,
             gint64 owner)
{
  GPtrArray *others = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);
  g_autoptr (RemitStatement) rows = remit_merge_query (
    self, REMIT_MERGE_PARTS, kind, owner,
    remit_audience_sees_private (remit_merge_get_reader (self, remit_entity_info (kind))));

  while (remit_merge_next (self, rows, kind))
    if (!is_kept (self, kind, remit_record_get_id (self->loaded[kind])))
      g_ptr_array_add (others, remit_record_copy (self->loaded[kind]));
  g_clear_pointer (&rows, remit_statement_reset);
  for (guint i = others->len; i-- > 0;)
    if (!remit_merge_takes (self, others->pdata[i], NULL))
      g_ptr_array_remove_index (others, i);
  keep_needed (self, kind, others);
  return others;
}

static gboolean
remove_others (RemitPlanMerge *self,
               RemitKind kind,
               gint64 owner)
{
  g_autoptr (GPtrArray) others = NULL;

  if (!remit_audience_sees_kind (remit_merge_get_reader (self, remit_entity_info (kind)),
                                 remit_entity_info (kind)))
    return TRUE;
  others = find_others (self, kind, owner);
  for (guint i = 0; self->error == NULL && i < others->len; i++)
    {
      gint64 id = remit_record_get_id (others->pdata[i]);

      if (!remove_other_parts (self, kind, id, TRUE) || !watch_removal (self, kind, id))
        return FALSE;
      self->result->removed[kind]++;
      remit_edit_delete (self->edit, kind, id, &self->error);
    }
  return self->error == NULL;
}

/* References to what came later in the file */

/* Says of what was refused where it stands in the file. Returns: %FALSE */
static gboolean
refuse_there (RemitPlanMerge *self,
              const RemitPendingReference *pending)
{
  g_autoptr (GError) reason = NULL;

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

  if (id != 0 && remit_merge_is_absent (self, pending->kind, id))
    return TRUE;
  if (id == 0)
    {
      remit_merge_refuse_reference (self,
                                    &remit_entity_info (pending->kind)->fields[pending->field],
                                    pending->file_id);
      return refuse_there (self, pending);
    }
  there = remit_merge_load (self, REMIT_MERGE_BY_ID, pending->kind, pending->row, 0);
  if (there == NULL || remit_record_get_integer (there, pending->field) == id)
    return self->error == NULL;

  if (!pending->touched)
    {
      self->result->same[pending->kind]--;
      self->result->changed[pending->kind]++;
    }
  return remit_merge_find_used (self)
         && remit_edit_set_integer (self->edit, pending->kind, pending->row, pending->field, id,
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

/* Counts a row, whose reference led to @resolved, as what it is without it. */
static void
count_broken (RemitPlanMerge *self,
              const RemitPendingReference *pending,
              gint64 resolved)
{
  guint *same = &self->result->same[pending->kind];
  guint *changed = &self->result->changed[pending->kind];

  if (pending->touched)
    return;
  if (pending->before == 0)
    {
      (*changed)--;
      (*same)++;
    }
  else if (pending->before == resolved) /* the circle was there already */
    {
      (*same)--;
      (*changed)++;
    }
}

/* People are shared by plans, and what another plan's file says of them is no reason to refuse this
 * one: the manager is left empty. */
static void
break_circle (RemitPlanMerge *self,
              const RemitPendingReference *pending)
{
  const RemitEntityInfo *info = remit_entity_info (pending->kind);
  RemitRecord *there;

  if (remit_entity_info_find_plan (info) >= 0)
    {
      remit_merge_refuse_circle (self, info, pending->field);
      refuse_there (self, pending);
      return;
    }
  there = remit_merge_load (self, REMIT_MERGE_BY_ID, pending->kind, pending->row, 0);
  if (there == NULL)
    return;
  remit_import_result_note (
    self->result, REMIT_NOTE_MANAGER, pending->line,
    /* Translators: a person, and the name of an XML attribute such as manager */
    _ ("%1$s: “%2$s” refers back to itself; left empty"),
    remit_record_get_text (there, REMIT_PERSON_NAME), info->fields[pending->field].name);
  count_broken (self, pending, remit_record_get_integer (there, pending->field));
  remit_edit_set_integer (self->edit, pending->kind, pending->row, pending->field, 0,
                          &self->error);
}

/* A circle has at least one that came later in the file. */
static gboolean
check_circles (RemitPlanMerge *self)
{
  RemitCircles *circles[REMIT_N_KINDS] = { NULL };
  RemitPendingReference pending;

  while (self->error == NULL && remit_import_scratch_next_pending (self->scratch, &pending))
    {
      RemitCircles **of_kind = &circles[pending.kind];
      gboolean has_circle;

      if (*of_kind == NULL)
        *of_kind = remit_circles_new (self->store, pending.kind, pending.field);
      if (remit_circles_has (*of_kind, pending.row, &has_circle, &self->error) && has_circle)
        break_circle (self, &pending);
    }
  for (RemitKind kind = REMIT_KIND_NONE; kind < REMIT_N_KINDS; kind++)
    g_clear_pointer (&circles[kind], remit_circles_free);
  return self->error == NULL;
}

/* References that are no longer what they were, of those that were resolved last. */
static gboolean
watch_pending (RemitPlanMerge *self)
{
  RemitPendingReference pending;

  while (remit_import_scratch_next_pending (self->scratch, &pending))
    {
      RemitRecord *there = remit_merge_load (self, REMIT_MERGE_BY_ID, pending.kind, pending.row, 0);
      g_autoptr (RemitRecord) before = there != NULL ? remit_record_copy (there) : NULL;

      if (before != NULL && remit_record_set_integer (before, pending.field, pending.before)
          && !remit_merge_watch_library (self, before, there))
        return FALSE;
      if (self->error != NULL)
        return FALSE;
    }
  return TRUE;
}

/* What made room, and is not in the file. */
static void
tell_displaced (RemitPlanMerge *self)
{
  GHashTableIter iter;
  gpointer record;

  self->result->removed[REMIT_KIND_ASSIGNMENT] += g_hash_table_size (self->displaced);
  g_hash_table_iter_init (&iter, self->displaced);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    remit_merge_tell_removed (self, record);
}

static gboolean
end_plan (RemitPlanMerge *self)
{
  gint64 plan = self->current[REMIT_KIND_PLAN];

  if (!resolve_all_pending (self) || !check_circles (self) || !watch_pending (self))
    return FALSE;
  if (self->is_new[REMIT_KIND_PLAN])
    return TRUE;

  g_hash_table_remove_all (self->kept);
  tell_displaced (self);
  for (RemitKind kind = REMIT_N_KINDS - 1; kind > REMIT_KIND_PLAN; kind--)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);

      if (remit_entity_info_find_plan (info) >= 0 && !info->is_log && info->undeletable == NULL
          && !remit_merge_is_fixed (info) && !remove_others (self, kind, plan))
        return FALSE;
    }
  return TRUE;
}

static gboolean
end (RemitPlanMerge *self,
     RemitKind kind)
{
  if (self->left_out != REMIT_KIND_NONE)
    {
      if (kind == self->left_out)
        self->left_out = REMIT_KIND_NONE;
      return TRUE;
    }
  if (kind == REMIT_KIND_PLAN)
    return end_plan (self);
  if (kind == REMIT_KIND_CONFLICT && !remit_merge_end_conflict (self))
    return FALSE;
  return self->is_new[kind] || self->leave_person
         || remove_other_parts (self, kind, self->current[kind], FALSE);
}

/* What went wrong in a part is kept until here. */
static gboolean
pass_on (RemitPlanMerge *self,
         gboolean done,
         GError **error)
{
  if (!done)
    g_propagate_error (error, g_steal_pointer (&self->error));
  return done;
}

static gboolean
on_start (gpointer data,
          const RemitPlanElement *element,
          GError **error)
{
  return pass_on (data, start (data, element), error);
}

static gboolean
on_end (gpointer data,
        RemitKind kind,
        GError **error)
{
  return pass_on (data, end (data, kind), error);
}

static void
on_history (gpointer data,
            gint64 length,
            const char *head)
{
  RemitPlanMerge *self = data;

  self->length = length;
  g_free (self->head);
  self->head = g_strdup (head);
}

/* Older history may be in an archive, of which nothing is said here. */
static void
find_anchor (RemitPlanMerge *self,
             RemitStore *store)
{
  g_autoptr (GError) error = NULL;
  gboolean is_there;

  if (self->head == NULL || self->is_new[REMIT_KIND_PLAN] || self->length == 0)
    return;
  is_there = remit_history_contains (store, self->length, self->head, &error);
  if (error == NULL)
    self->result->anchor = is_there ? REMIT_ANCHOR_KEPT : REMIT_ANCHOR_LOST;
}

static void
on_signature (gpointer data)
{
  ((RemitPlanMerge *) data)->is_signed = TRUE;
}

/* Looks at the signature of a file that has one. A dry run tells of a bad one, and goes on. */
static gboolean
check_signature (RemitPlanMerge *self,
                 const char *path,
                 const RemitImportOptions *options,
                 GError **error)
{
  g_autofree char *sentence = NULL;

  if (!self->is_signed)
    return TRUE;
  self->result->signature =
    remit_signature_check (path, options != NULL ? options->signers : NULL, error);
  if (self->result->signature == NULL)
    return FALSE;
  if (!remit_signature_verdict_is_bad (self->result->signature)
      || (options != NULL && (options->dry_run || options->allow_changed)))
    return TRUE;
  sentence = remit_signature_verdict_dup_sentence (self->result->signature);
  g_set_error_literal (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_SIGNATURE, sentence);
  return FALSE;
}

static void
prepare (RemitPlanMerge *self)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      self->loaded[kind] = remit_record_new (kind);
      for (RemitMergeQuery which = 0; which < REMIT_MERGE_N_QUERIES; which++)
        self->selects[which][kind] = remit_merge_create_select (which, kind);
    }
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->displaced = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                           (GDestroyNotify) remit_record_free);
  self->result = remit_import_result_new ();
}

static void
merge_free (RemitPlanMerge *self)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    remit_record_free (self->loaded[kind]);
  g_clear_pointer (&self->edit, remit_edit_free);
  g_clear_pointer (&self->scratch, remit_import_scratch_free);
  g_clear_pointer (&self->result, remit_import_result_free);
  g_hash_table_unref (self->kept);
  g_hash_table_unref (self->displaced);
  g_clear_error (&self->error);
  remit_merge_choice_clear (self);
  g_free (self->head);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitPlanMerge, merge_free)

/* @source: the store to import into, of which @store may be a copy */
static RemitPlanMerge *
merge_new (RemitStore *store,
           RemitStore *source,
           const char *path,
           gboolean as_template,
           const char *name,
           const RemitImportOptions *options,
           GError **error)
{
  g_autoptr (RemitPlanMerge) self = g_new0 (RemitPlanMerge, 1);

  self->store = store;
  self->as_template = as_template;
  self->into = as_template && options != NULL ? options->plan : 0;
  self->name = g_strdup (name);
  prepare (self);
  remit_merge_choice_init (self, options);
  self->scratch = remit_import_scratch_new (error);
  if (self->scratch == NULL)
    return NULL;
  do
    {
      g_clear_pointer (&self->edit, remit_edit_free);
      if (!remit_merge_open_base (self, source, path, options, error))
        return NULL;
      self->edit = remit_edit_begin (store, NULL, error);
    }
  while (self->edit != NULL && remit_merge_is_base_old (self));
  return self->edit != NULL ? g_steal_pointer (&self) : NULL;
}

static RemitImportResult *
read_plan (RemitStore *store,
           const char *path,
           gboolean as_template,
           const char *name,
           const RemitImportOptions *options,
           GError **error)
{
  static const RemitPlanHandler handler = {
    .start = on_start,
    .end = on_end,
    .history = on_history,
    .signature = on_signature,
  };
  g_autoptr (RemitStore) target = remit_import_options_dup_store (options, store, error);
  g_autoptr (RemitPlanMerge) merge = NULL;

  if (target == NULL)
    return NULL;
  merge = merge_new (target, store, path, as_template, name, options, error);
  if (merge == NULL)
    return NULL;
  remit_import_result_watch (merge->result, options, merge->edit);
  if (!remit_plan_parse (path, &handler, merge, options, error)
      || !remit_import_scratch_check (merge->scratch, error)
      || !remit_merge_check_choices (merge, error)
      || !check_signature (merge, path, options, error))
    return NULL;
  find_anchor (merge, store);
  remit_import_told_finish (merge->result->told, target);
  remit_import_rows_finish (merge->result->rows, target);
  if (!(options != NULL && options->dry_run)
      && (!remit_import_result_spare_shared (merge->result, options, error)
          || !remit_edit_commit (merge->edit, error)))
    return NULL;
  return g_steal_pointer (&merge->result);
}

gboolean
remit_plan_recognize (const char *path)
{
  int fd = remit_file_open (path, NULL);
  char head[2048] = "";
  const char *start = head;
  /* a file has them all at once */
  gssize n = fd >= 0 ? read (fd, head, sizeof head - 1) : 0;
  gboolean is_xml = g_str_has_suffix (path, ".xml");
  RemitSheetFormat format;

  if (fd >= 0)
    close (fd);
  format = remit_sheet_probe (head, (gsize) MAX (n, 0));
  if (format != REMIT_SHEET_TEXT && !(format == REMIT_SHEET_HTML && is_xml))
    return FALSE;
  if (g_str_has_prefix (start, "\xef\xbb\xbf"))
    start += 3;
  while (g_ascii_isspace (*start))
    start++;
  return *start == '<' || is_xml;
}

RemitImportResult *
remit_plan_read (RemitStore *store,
                 const char *path,
                 const RemitImportOptions *options,
                 GError **error)
{
  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  return read_plan (store, path, FALSE, NULL, options, error);
}

RemitImportResult *
remit_plan_read_template (RemitStore *store,
                          const char *path,
                          const char *name,
                          const RemitImportOptions *options,
                          GError **error)
{
  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  return read_plan (store, path, TRUE, name, options, error);
}

/* What a file says of the history of the workspace that wrote it */

typedef struct {
  gint64 length;
  char *head;
} Found;

static void
on_found (gpointer data,
          gint64 length,
          const char *head)
{
  Found *found = data;

  found->length = length;
  g_free (found->head);
  found->head = g_strdup (head);
}

gboolean
remit_plan_read_history (const char *path,
                         gint64 *length,
                         char **head,
                         GError **error)
{
  static const RemitPlanHandler handler = { .history = on_found };
  RemitImportOptions options = { 0 };
  Found found = { 0, NULL };

  g_return_val_if_fail (path != NULL, FALSE);

  if (!remit_plan_parse (path, &handler, &found, &options, error))
    {
      g_free (found.head);
      return FALSE;
    }
  if (found.head == NULL)
    {
      g_autofree char *name = g_filename_display_name (path);

      return remit_exchange_refuse (error,
                                    _ ("“%s” does not include the history of its workspace. Export "
                                       "the plan for the full audience to include it."), name);
    }
  *length = found.length;
  *head = found.head;
  return TRUE;
}
