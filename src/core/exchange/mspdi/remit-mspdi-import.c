/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing a project in MSPDI, the XML of Microsoft Project, as a plan. */
#include "remit-mspdi-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/table/value/remit-table-value.h"
#include "remit-mspdi-import-private.h"

/* Rows between two looks at whether it was cancelled. */
#define STEP 256
/* The share of the work that reading the file is. */
#define SHARE 0.3

/* ── What the parts share ─────────────────────────────────────────────────────────────────── */

RemitCsvRow
remit_mspdi_import_row (guint line)
{
  return (RemitCsvRow){ .line = line };
}

void
remit_mspdi_import_set_text (RemitMspdiImport *self,
                             guint line,
                             RemitRecord *record,
                             guint field,
                             const char *text)
{
  const RemitField *info = &remit_record_get_info (record)->fields[field];
  const RemitCsvRow row = remit_mspdi_import_row (line);
  g_autofree char *clean = g_strdup (text);

  remit_table_value_clean (clean, (info->flags & REMIT_FIELD_MULTILINE) != 0);
  remit_table_job_set_text (&self->job, &row, record, field, clean);
}

gboolean
remit_mspdi_import_insert (RemitMspdiImport *self,
                           RemitRecord *record,
                           GError **error)
{
  if (!remit_edit_insert (self->job.edit, record, error))
    return FALSE;
  self->job.result->added[remit_record_get_kind (record)]++;
  return TRUE;
}

gboolean
remit_mspdi_import_update (RemitMspdiImport *self,
                           const RemitRecord *record,
                           const RemitRecord *there,
                           GError **error)
{
  RemitKind kind = remit_record_get_kind (record);

  if (remit_record_is_equal (record, there))
    {
      remit_import_result_count_same (self->job.result, kind, remit_record_get_id (record));
      return TRUE;
    }
  self->job.result->changed[kind]++;
  return remit_edit_update (self->job.edit, record, error);
}

gboolean
remit_mspdi_import_step (RemitMspdiImport *self,
                         GError **error)
{
  const RemitImportOptions *options = self->job.options;
  guint n = self->project->tasks->len + self->project->assignments->len;

  if (++self->n_done % STEP != 0)
    return TRUE;
  if (options->progress != NULL)
    options->progress (SHARE + (1 - SHARE) * MIN (1, (double) self->n_done / MAX (1, n)),
                       options->progress_data);
  return !g_cancellable_set_error_if_cancelled (options->cancellable, error);
}

int
remit_mspdi_import_find (GHashTable *numbers,
                         gint64 uid)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (numbers, &uid)) - 1;
}

gboolean
remit_mspdi_import_remember (GHashTable *numbers,
                             gint64 uid,
                             guint index)
{
  if (uid == REMIT_MSPDI_NO_UID)
    return TRUE;
  if (g_hash_table_contains (numbers, &uid))
    return FALSE;
  return g_hash_table_insert (numbers, g_memdup2 (&uid, sizeof uid),
                              GINT_TO_POINTER ((int) index + 1));
}

/* ── The plan ─────────────────────────────────────────────────────────────────────────────── */

static const char *
find_title (const RemitMspdiProject *project)
{
  const RemitMspdiTask *first = project->tasks->len > 0
                                  ? &g_array_index (project->tasks, RemitMspdiTask, 0)
                                  : NULL;

  if (*project->title != '\0')
    return project->title;
  return first != NULL && first->level == 0 ? first->name : "";
}

/* What comes from a pipe is kept where it has no name. */
static gboolean
is_nameless (const char *path)
{
  return g_str_has_prefix (path, "/dev/fd/");
}

/* The name of the file without the last ending, or both of "Halden.mspdi.xml". */
static char *
dup_base (const char *path)
{
  char *base = is_nameless (path) ? g_strdup ("") : g_filename_display_basename (path);
  char *dot = strrchr (base, '.');

  if (dot != NULL && dot != base)
    *dot = '\0';
  if (g_str_has_suffix (base, ".mspdi"))
    base[strlen (base) - strlen (".mspdi")] = '\0';
  return base;
}

static gboolean
has_plan (RemitMspdiImport *self,
          const char *name,
          gboolean *has,
          GError **error)
{
  RemitStatement *statement = remit_store_prepare (self->job.store,
                                                   "SELECT 1 FROM plan WHERE name = ?1", error);

  if (statement == NULL)
    return FALSE;
  remit_statement_bind_text (statement, 1, name);
  *has = remit_store_step (self->job.store, statement);
  return remit_store_finish (self->job.store, statement, error);
}

/* Projects are often called as their programs call new ones: two of one name are two. */
static gboolean
make_name_unique (RemitMspdiImport *self,
                  RemitRecord *plan,
                  GError **error)
{
  g_autofree char *base = g_strdup (remit_record_get_text (plan, REMIT_PLAN_NAME));
  gboolean has = TRUE;

  for (guint i = 1; has; i++)
    {
      g_autofree char *name = i > 1 ? g_strdup_printf ("%.180s (%u)", base, i) : g_strdup (base);
      g_autofree char *valid = g_utf8_make_valid (name, -1);

      if (!has_plan (self, valid, &has, error))
        return FALSE;
      if (has)
        continue;
      if (i > 1)
        remit_import_result_note (self->job.result, REMIT_NOTE_FILE, 0,
                                  /* Translators: the names of two plans */
                                  _ ("There is a plan “%s” already; the new plan is called “%s”"),
                                  base, valid);
      remit_record_set_text (plan, REMIT_PLAN_NAME, valid);
    }
  return TRUE;
}

static gboolean
make_plan (RemitMspdiImport *self,
           GError **error)
{
  g_autoptr (RemitRecord) plan = remit_record_new (REMIT_KIND_PLAN);
  g_autofree char *base = dup_base (self->path);
  const char *title = find_title (self->project);
  const char *chosen = self->job.options->plan_name;

  if (chosen != NULL && *chosen != '\0')
    title = chosen;
  remit_mspdi_import_set_text (self, 0, plan, REMIT_PLAN_NAME, *title != '\0' ? title : base);
  if (*remit_record_get_text (plan, REMIT_PLAN_NAME) == '\0')
    remit_record_set_text (plan, REMIT_PLAN_NAME, _ ("Project"));
  if (!make_name_unique (self, plan, error)
      || !remit_mspdi_import_insert (self, plan, error))
    return FALSE;
  self->is_new_plan = TRUE;
  self->plan = remit_record_get_id (plan);
  self->plan_name = g_string_chunk_insert (self->project->texts,
                                           remit_record_get_text (plan, REMIT_PLAN_NAME));
  return TRUE;
}

static gboolean
choose_plan (RemitMspdiImport *self,
             GError **error)
{
  g_autoptr (RemitRecord) plan = NULL;
  g_autoptr (GError) local_error = NULL;

  self->plan = self->job.options->plan;
  if (self->plan == 0)
    return make_plan (self, error);
  plan = remit_store_load (self->job.store, REMIT_KIND_PLAN, self->plan, &local_error);
  if (plan == NULL)
    {
      if (local_error == NULL)
        g_set_error_literal (&local_error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_FOUND,
                             _ ("The plan for the slots no longer exists"));
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  self->plan_name = g_string_chunk_insert (self->project->texts,
                                           remit_record_get_text (plan, REMIT_PLAN_NAME));
  return TRUE;
}

/* ── Notes ────────────────────────────────────────────────────────────────────────────────── */

static const RemitPlural phrases[REMIT_MSPDI_N_COUNTS] = {
  [REMIT_MSPDI_LINKS] = REMIT_PLURAL ("%'u dependency between tasks was skipped",
                                      "%'u dependencies between tasks were skipped"),
  [REMIT_MSPDI_BASELINES] = REMIT_PLURAL ("%'u saved baseline was skipped",
                                          "%'u saved baselines were skipped"),
  [REMIT_MSPDI_PROGRESS] = REMIT_PLURAL ("The progress of %'u task was skipped",
                                         "The progress of %'u tasks was skipped"),
  [REMIT_MSPDI_DEADLINES] = REMIT_PLURAL ("The deadline of %'u task was skipped",
                                          "The deadlines of %'u tasks were skipped"),
  [REMIT_MSPDI_COSTS] = REMIT_PLURAL ("The cost of %'u task was skipped",
                                      "The costs of %'u tasks were skipped"),
  [REMIT_MSPDI_CONTOURS] = REMIT_PLURAL (
    "%'u assignment varies over time; its units were imported as one allocation",
    "%'u assignments vary over time; their units were imported as one allocation each"),
  [REMIT_MSPDI_INACTIVE] = REMIT_PLURAL ("%'u inactive task was imported as if it were active",
                                         "%'u inactive tasks were imported as if they were active"),
  [REMIT_MSPDI_PERIODS] = REMIT_PLURAL (
    "The capacity of %'u resource changes over time; its maximum units were imported",
    "The capacity of %'u resources changes over time; their maximum units were imported"),
  [REMIT_MSPDI_FIELDS] = REMIT_PLURAL ("%'u value of a custom field was skipped",
                                       "%'u values of custom fields were skipped"),
  [REMIT_MSPDI_WORK_WEEKS] = REMIT_PLURAL (
    "%'u period with other working hours was skipped",
    "%'u periods with other working hours were skipped"),
  [REMIT_MSPDI_WORKING_EXCEPTIONS] = REMIT_PLURAL (
    "%'u calendar exception with working time was skipped",
    "%'u calendar exceptions with working time were skipped"),
  [REMIT_MSPDI_BAD_EXCEPTIONS] = REMIT_PLURAL (
    "%'u calendar exception has no valid dates and was skipped",
    "%'u calendar exceptions have no valid dates and were skipped"),
  [REMIT_MSPDI_BAD_DAYS] = REMIT_PLURAL ("%'u date could not be read and was skipped",
                                         "%'u dates could not be read and were skipped"),
  [REMIT_MSPDI_BAD_NUMBERS] = REMIT_PLURAL ("%'u number could not be read and was skipped",
                                            "%'u numbers could not be read and were skipped"),
};

static void
note_counts (RemitMspdiImport *self)
{
  for (guint i = 0; i < REMIT_MSPDI_N_COUNTS; i++)
    {
      guint n = self->project->counts[i];

      if (n > 0)
        remit_import_result_note (self->job.result, REMIT_NOTE_FILE, 0,
                                  ngettext (phrases[i].one, phrases[i].many, n), n);
    }
}

/* ── All of it ────────────────────────────────────────────────────────────────────────────── */

static const RemitPlural imported = REMIT_PLURAL ("Import %'u slot from %s",
                                                  "Import %'u slots from %s");

static void
index_calendars (RemitMspdiImport *self)
{
  GArray *calendars = self->project->calendars;

  for (guint i = 0; i < calendars->len; i++)
    remit_mspdi_import_remember (self->calendars,
                                 g_array_index (calendars, RemitMspdiCalendar, i).uid, i);
}

static gboolean
import_all (RemitMspdiImport *self,
            GError **error)
{
  RemitImportResult *result = self->job.result;

  index_calendars (self);
  /* before those of single rows, of which not all may be kept */
  note_counts (self);
  if (!choose_plan (self, error) || !remit_mspdi_import_holidays (self, error)
      || !remit_mspdi_import_people (self, error) || !remit_mspdi_import_absences (self, error)
      || !remit_mspdi_import_tasks (self, error))
    return FALSE;
  if (!remit_table_overload_note (&self->job, self->plan, self->seated, error))
    return FALSE;
  if (is_nameless (self->path))
    self->job.name = self->plan_name;
  remit_table_job_describe (&self->job, self->plan, imported, self->n_slots);
  /* A plan that a dry run made is gone again. */
  if (!self->job.options->dry_run || !self->is_new_plan)
    result->plan = self->plan;
  return TRUE;
}

static void
import_clear (RemitMspdiImport *self)
{
  g_array_unref (self->people);
  g_array_unref (self->is_old);
  g_hash_table_unref (self->resources);
  g_hash_table_unref (self->calendars);
  g_hash_table_unref (self->seated);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitMspdiImport, import_clear)

static void
import_init (RemitMspdiImport *self)
{
  self->people = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->is_old = g_array_new (FALSE, TRUE, sizeof (gboolean));
  self->resources = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->calendars = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->seated = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

RemitImportResult *
remit_mspdi_import_run (RemitStore *store,
                        const char *path,
                        const RemitImportOptions *options,
                        GError **error)
{
  static const RemitImportOptions no_options;
  static const RemitTableTarget no_targets[] = { { NULL } };
  g_autoptr (RemitMspdiProject) project = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (RemitStore) target = NULL;
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (RemitImportResult) result = NULL;
  g_auto (RemitMspdiImport) self = { NULL };

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  import_init (&self);
  project = remit_mspdi_project_read (path, options, error);
  target = project != NULL ? remit_import_options_dup_store (options, store, error) : NULL;
  edit = target != NULL ? remit_edit_begin (target, NULL, error) : NULL;
  if (edit == NULL)
    return NULL;
  remit_edit_set_bulk (edit);
  result = remit_import_result_new ();
  remit_import_result_watch (result, options, edit);
  self.project = project;
  self.path = path;
  self.job = (RemitTableJob){ .name = name,
                              .targets = no_targets,
                              .n_sharing = 1,
                              .options = options != NULL ? options : &no_options,
                              .store = target,
                              .edit = edit,
                              .result = result };
  if (!import_all (&self, error))
    return NULL;
  remit_import_told_finish (result->told, self.job.store);
  return remit_table_job_finish (&self.job, error) ? g_steal_pointer (&result) : NULL;
}
