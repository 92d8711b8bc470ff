/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verb that imports plans, people, slots, skills and decision rights from files. */
#include <glib/gi18n.h>

#include "entity/remit-cli-entity.h"
#include "exchange/mspdi/remit-mspdi-import.h"
#include "exchange/mspdi/remit-mspdi-stream.h"
#include "exchange/plan/remit-plan-reader.h"
#include "exchange/skills/remit-skill-import.h"
#include "exchange/table/remit-table-memory.h"
#include "exchange/table/remit-table-saved.h"
#include "model/remit-day.h"
#include "remit-cli-columns.h"
#include "remit-cli-import-result.h"
#include "remit-cli-input.h"
#include "remit-cli-signature.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-progress.h"

static char *content;
static char **mappings;
static char **units;
static char *dates;
static char *encoding;
static char *mapping_file;
static char *mapping_target;
static gboolean guess;
static char *sheet;
static char *end_missing;
static char *take;
static gboolean no_waiting;
static char *mark;
static gboolean create;
static char *filter;
static gboolean turn;
static gboolean dry_run;
static gboolean verbose;
static gboolean library;
static gboolean allow_changed;
static gboolean merges;
static char **leave;
static char **theirs;

/* So many rows of a plan are told. */
#define N_ROWS 100000

const char *const remit_cli_contents[] = { "plan", "people", "seats", "skills", "raci", "project",
                                           NULL };

static const GOptionEntry import_options[] = {
  { "as", 0, 0, G_OPTION_ARG_STRING, &content,
    N_ ("Content of the file, if guessed wrongly: plan, people, seats, skills, raci or project"),
    N_ ("CONTENT") },
  { "plan", 'p', 0, G_OPTION_ARG_STRING, &remit_cli_plan_name,
    N_ ("Plan for the slots, the decision rights or the project"), N_ ("PLAN") },
  { "map", 'm', 0, G_OPTION_ARG_STRING_ARRAY, &mappings,
    N_ ("Fill a field from the column with this header or number (#3), or from none"),
    N_ ("FIELD=HEADER") },
  { "unit", 0, 0, G_OPTION_ARG_STRING_ARRAY, &units,
    N_ ("Unit of a field: percent, fte, hours-a-day, hours-a-week, hours-a-month, days-a-week or "
        "days-a-month"),
    N_ ("FIELD=UNIT") },
  { "dates", 0, 0, G_OPTION_ARG_STRING, &dates,
    N_ ("Order of dates such as 3/4/2026: day or month first"), N_ ("FIRST") },
  { "encoding", 0, 0, G_OPTION_ARG_STRING, &encoding,
    N_ ("Encoding of the file, such as WINDOWS-1250 or SHIFT_JIS"), N_ ("NAME") },
  { "mapping", 0, 0, G_OPTION_ARG_FILENAME, &mapping_file,
    N_ ("Read the columns as in a file written by --save-mapping"), N_ ("FILE") },
  { "save-mapping", 0, 0, G_OPTION_ARG_FILENAME, &mapping_target,
    N_ ("Save the columns to a file, for later files from the same system"),
    N_ ("FILE") },
  { "sheet", 0, 0, G_OPTION_ARG_STRING, &sheet,
    N_ ("Sheet of a workbook, by name or by number from 1"), N_ ("SHEET") },
  { "end-missing", 0, 0, G_OPTION_ARG_STRING, &end_missing,
    N_ ("End date for people who are missing from a full list of people, such as 2026-03-31"),
    N_ ("DAY") },
  { "take", 0, 0, G_OPTION_ARG_STRING, &take,
    N_ ("Import rows that would be skipped, by line number, such as 3,12"),
    N_ ("LINES") },
  { "guess", 0, 0, G_OPTION_ARG_NONE, &guess,
    N_ ("Guess the columns again, instead of reusing those of the last file with these headers"),
   NULL },
  { "no-waiting", 0, 0, G_OPTION_ARG_NONE, &no_waiting,
    N_ ("Leave slots of unknown people vacant, instead of reserving the slots"), NULL },
  { "create", 0, 0, G_OPTION_ARG_NONE, &create,
    N_ ("Create the roles, slots and teams that are missing from the plan, or the people of "
        "levels of skills"), NULL },
  { "filter", 0, 0, G_OPTION_ARG_STRING, &filter,
    N_ ("Import only skills of ESCO or O*NET that contain these words"), N_ ("WORDS") },
  { "mark", 0, 0, G_OPTION_ARG_STRING, &mark,
    N_ ("Letter that an X in decision rights stands for, such as R"), N_ ("LETTER") },
  { "turn", 0, 0, G_OPTION_ARG_NONE, &turn,
    N_ ("Swap rows and columns of decision rights, if guessed wrongly"), NULL },
  { "library", 0, 0, G_OPTION_ARG_NONE, &library,
    N_ ("Allow changes to people, roles and skills that other plans use"), NULL },
  REMIT_CLI_SIGNER_OPTION,
  { "merge", 0, 0, G_OPTION_ARG_NONE, &merges,
    N_ ("Keep what was changed here since the plan was exported; --dry-run lists the rows"), NULL },
  { "leave", 0, 0, G_OPTION_ARG_STRING_ARRAY, &leave,
    N_ ("With --merge: leave this row as it is, by its key"), N_ ("KEY") },
  { "theirs", 0, 0, G_OPTION_ARG_STRING_ARRAY, &theirs,
    N_ ("With --merge: import this row, although it was changed here"), N_ ("KEY") },
  { "allow-changed", 0, 0, G_OPTION_ARG_NONE, &allow_changed,
    N_ ("Import a plan that was changed after it was signed"), NULL },
  { "verbose", 'v', 0, G_OPTION_ARG_NONE, &verbose,
    N_ ("List every note with its line, instead of grouping similar notes"), NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Show the result without changing anything"),
    NULL },
  { NULL }
};

/* A file, as one of what it may hold: a plan, or a table of either kind. */
typedef struct {
  RemitCliInput input;
  RemitCsvFile *file;
  RemitTableImport *csv;
  RemitMatrixImport *matrix;
  RemitSkillImport *skills;
  GHashTable *taken; /* the lines that were named, or NULL */
  gboolean is_remembered;
  gboolean is_matrix;
  gboolean is_project;
} Source;

static void
source_clear (Source *self)
{
  remit_cli_input_clear (&self->input);
  g_clear_pointer (&self->file, remit_csv_file_free);
  g_clear_pointer (&self->taken, g_hash_table_unref);
  g_clear_pointer (&self->csv, remit_table_import_free);
  g_clear_pointer (&self->matrix, remit_matrix_import_free);
  g_clear_pointer (&self->skills, remit_skill_import_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

static gboolean
check_content (GError **error)
{
  return content == NULL || g_strv_contains (remit_cli_contents, content)
         || remit_cli_misuse (error,
                              _ ("--as must be plan, people, seats, skills, raci or project"));
}

static gboolean
check_end (GError **error)
{
  return end_missing == NULL || remit_day_parse (end_missing) != 0
         || remit_cli_misuse (error, _ ("“%s” is not a date such as 2026-03-01"),
                              end_missing);
}

static gboolean
read_lines (Source *self,
            GError **error)
{
  /* an empty one is no line either */
  g_auto (GStrv) words = take != NULL ? g_strsplit (*take != '\0' ? take : ",", ",", -1) : NULL;

  self->taken = words != NULL ? g_hash_table_new (NULL, NULL) : NULL;
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      guint64 line;

      if (!g_ascii_string_to_unsigned (g_strstrip (words[i]), 10, 1, G_MAXUINT, &line, NULL))
        return remit_cli_misuse (error, _ ("“%s” is not a list of lines such as 3,12"), take);
      g_hash_table_add (self->taken, GUINT_TO_POINTER ((guint) line));
    }
  return TRUE;
}

static gboolean
is_content (const char *word)
{
  return g_strcmp0 (content, word) == 0;
}

static void
add_hint (GError *error,
          const char *hint)
{
  g_autofree char *message = g_steal_pointer (&error->message);

  error->message = g_strjoin ("\n", message, hint, NULL);
}

static void
add_encoding_hint (GError *error,
                   const RemitSheetInput *input)
{
  const char *proposed = remit_sheet_propose_encoding (input);
  g_autofree char *hint = NULL;

  if (proposed == NULL)
    return;
  /* Translators: the name of an encoding */
  hint = g_strdup_printf (_ ("--encoding %s reads the file this way; --dry-run shows the result."),
                          proposed);
  add_hint (error, hint);
}

static gboolean
open_table (Source *self,
            GError **error)
{
  const RemitSheetInput input = { .path = self->input.path,
                                  .name = self->input.name,
                                  .encoding = encoding,
                                  .sheet = sheet };

  self->file = remit_sheet_open (&input, error);
  if (self->file == NULL
      && g_error_matches (*error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_SHEET))
    add_hint (*error, _ ("Choose one with --sheet NAME or --sheet NUMBER."));
  else if (self->file == NULL && encoding == NULL
           && g_error_matches (*error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_ENCODING))
    add_encoding_hint (*error, &input);
  return self->file != NULL;
}

/* The columns of the last table with these headers, if the workspace has had one. */
static gboolean
recall (Source *self,
        RemitCli *cli,
        GError **error)
{
  RemitStore *store;

  if (guess || mapping_file != NULL || !remit_cli_has_workspace (cli))
    return TRUE;
  store = remit_cli_get_store (cli, error);
  return store != NULL
         && remit_table_memory_recall (self->csv, store, &self->is_remembered, error);
}

/* Some options are for nothing but people, and some for decision rights as well. */
static gboolean
check_people (gboolean are_people,
              gboolean are_rights,
              GError **error)
{
  if (end_missing != NULL && !are_people)
    return remit_cli_misuse (error, _ ("--end-missing is for files of people"));
  return take == NULL || are_people || are_rights
         || remit_cli_misuse (error, _ ("--take is for people and decision rights"));
}

static gboolean
open_csv (Source *self,
          RemitCli *cli,
          GError **error)
{
  self->csv = remit_table_import_new (g_steal_pointer (&self->file), error);
  if (self->csv == NULL || !recall (self, cli, error))
    return FALSE;
  if (mapping_file != NULL && !remit_table_saved_read (self->csv, mapping_file, error))
    return FALSE;
  if (content != NULL && g_strcmp0 (content, remit_cli_csv_get_kind (self->csv)) != 0)
    {
      remit_table_import_set_kind (self->csv, is_content ("seats") ? REMIT_TABLE_SEATS
                                                                   : REMIT_TABLE_PEOPLE);
      self->is_remembered = FALSE;
    }
  for (guint i = 0; mappings != NULL && mappings[i] != NULL; i++)
    if (!remit_cli_csv_map (self->csv, mappings[i], error))
      return FALSE;
  for (guint i = 0; units != NULL && units[i] != NULL; i++)
    if (!remit_cli_csv_choose_unit (self->csv, units[i], error))
      return FALSE;
  if (dates != NULL && !remit_cli_csv_choose_order (self->csv, dates, error))
    return FALSE;
  if (remit_cli_plan_name != NULL && self->csv->kind != REMIT_TABLE_SEATS)
    return remit_cli_misuse (error, _ ("--plan is for slots; people belong to no plan"));
  return check_people (self->csv->kind == REMIT_TABLE_PEOPLE, FALSE, error)
         && remit_cli_csv_check (self->csv, error);
}

static gboolean
open_matrix (Source *self,
             RemitStore *store,
             gint64 plan,
             GError **error)
{
  self->matrix = remit_matrix_import_new (store, plan, g_steal_pointer (&self->file), error);
  if (self->matrix == NULL || (turn && !remit_matrix_import_turn (self->matrix, error))
      || (mark != NULL && !remit_cli_matrix_choose_mark (self->matrix, mark, error)))
    return FALSE;
  for (guint i = 0; mappings != NULL && mappings[i] != NULL; i++)
    if (!remit_cli_matrix_map (self->matrix, mappings[i], error))
      return FALSE;
  if (create)
    remit_matrix_import_set_create (self->matrix, TRUE);
  return TRUE;
}

/* Levels belong to people, whichever plan they are in, and taxonomies to nobody. */
static gboolean
open_skills (Source *self,
             GError **error)
{
  if (mappings != NULL || units != NULL || dates != NULL)
    return remit_cli_misuse (error, _ ("--map, --unit and --dates are for people and slots"));
  if (remit_cli_plan_name != NULL)
    return remit_cli_misuse (error, _ ("--plan is for slots; people belong to no plan"));
  if (!check_people (FALSE, FALSE, error))
    return FALSE;
  self->skills = remit_skill_import_new (g_steal_pointer (&self->file), error);
  if (self->skills == NULL)
    return FALSE;
  self->skills->creates = create;
  remit_skill_import_set_filter (self->skills, filter);
  return filter == NULL || remit_skill_import_is_taxonomy (self->skills)
         || remit_cli_misuse (error, _ ("--filter is for skills of ESCO and O*NET"));
}

/* Says what would help of what was refused. */
static void
hint_at_options (const Source *self,
                 GError *error)
{
  if (!g_error_matches (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED))
    return;
  for (guint i = 0; i < self->matrix->n_columns; i++)
    if (remit_matrix_import_is_unknown (self->matrix, i))
      {
        add_hint (error, create ? _ ("--map “=HEADER” skips a column.")
                                : _ ("--create creates roles and slots for them. --map “=HEADER” "
                                     "skips a column."));
        return;
      }
  if (remit_matrix_import_lacks_mark (self->matrix))
    add_hint (error, _ ("--mark LETTER sets the meaning of X."));
}

/* Decisions are no people, whatever their column is called. With a plan they go into that. */
static gboolean
recognize_matrix (Source *self,
                  GError **error)
{
  self->is_matrix = remit_matrix_recognize (self->file);
  return !self->is_matrix || remit_cli_plan_name != NULL
         || remit_cli_misuse (error, _ ("The file looks like decision rights. Import them with "
                                        "--as raci --plan PLAN, or give another content with "
                                        "--as"));
}

/* Mappings and missing people are for people or slots; a letter is for decision rights. */
static gboolean
check_mapping (const Source *self,
               GError **error)
{
  if (self->is_matrix && !check_people (FALSE, TRUE, error))
    return FALSE;
  if (!self->is_matrix && (turn || mark != NULL))
    return remit_cli_misuse (error, _ ("--turn and --mark are for decision rights"));
  if (create && !self->is_matrix
      && (self->skills == NULL || remit_skill_import_is_taxonomy (self->skills)))
    return remit_cli_misuse (error, _ ("--create is for decision rights and levels of skills"));
  if (filter != NULL && self->skills == NULL)
    return remit_cli_misuse (error, _ ("--filter is for skills of ESCO and O*NET"));
  if (no_waiting && (self->csv == NULL || self->csv->kind != REMIT_TABLE_SEATS))
    return remit_cli_misuse (error, _ ("--no-waiting is for slots"));
  return self->csv != NULL || (mapping_file == NULL && mapping_target == NULL)
         || remit_cli_misuse (error, _ ("--mapping and --save-mapping are for people and slots"));
}

/* Returns: whether the file is one of a plan or a project, and no table */
static gboolean
recognize_xml (Source *self)
{
  self->is_project = content != NULL ? is_content ("project")
                                     : remit_mspdi_recognize (self->input.path);
  return self->is_project
         || (content != NULL ? is_content ("plan") : remit_plan_recognize (self->input.path));
}

static gboolean
check_xml (const Source *self,
           GError **error)
{
  if (self->is_project)
    return mappings == NULL
           || remit_cli_misuse (error, _ ("--map is for CSV files, not for projects in XML"));
  return (mappings == NULL && remit_cli_plan_name == NULL)
         || remit_cli_misuse (error, _ ("--map and --plan are for CSV files, not for plans in "
                                        "XML"));
}

/* What a table is taken for, if nobody has said so. */
static gboolean
open_table_as (Source *self,
               RemitCli *cli,
               GError **error)
{
  if (!open_table (self, error) || (content == NULL && !recognize_matrix (self, error)))
    return FALSE;
  if (self->is_matrix)
    return TRUE;
  if (is_content ("skills") || (content == NULL && remit_skill_recognize (self->file)))
    return open_skills (self, error);
  return open_csv (self, cli, error);
}

/* What can be said before the workspace is opened, which is not made for a file that is refused. */
static gboolean
open_source (Source *self,
             RemitCli *cli,
             GError **error)
{
  gboolean is_table = !recognize_xml (self);

  if (!check_people (is_table && !is_content ("raci") && !is_content ("skills"), is_table, error))
    return FALSE;
  self->is_matrix = is_content ("raci");
  if (self->is_matrix)
    return (remit_cli_plan_name != NULL
            || remit_cli_misuse (error, _ ("Decision rights need a plan: --plan PLAN")))
           && open_table (self, error);
  if (is_table)
    return open_table_as (self, cli, error);
  return check_xml (self, error);
}

/* What other plans use is shown whether it was changed or would be. */
static void
print_shared (RemitImportResult *result)
{
  if (result->n_shared == 0)
    return;
  g_print ("%s\n", _ ("Also changes other plans:"));
  for (guint i = 0; i < result->shared->len; i++)
    g_print ("  %s\n", (const char *) g_ptr_array_index (result->shared, i));
  if (dry_run && !library)
    g_print ("%s\n", _ ("Importing the plan needs --library."));
  g_print ("\n");
}

static void
print_rows (RemitImportResult *result)
{
  if (!merges || (result->n_kept == 0 && !dry_run))
    return;
  for (guint i = 0; i < result->rows->len; i++)
    {
      const RemitImportRow *row = result->rows->pdata[i];

      if (row->is_taken && dry_run)
        /* Translators: what tells a row, and what becomes of it */
        g_print (_ ("Import %s: %s\n"), row->key, row->text);
      else if (!row->is_taken)
        /* Translators: what tells a row, why it stays, and what would become of it */
        g_print (_ ("Keep %s (%s): %s\n"), row->key, remit_import_row_get_reason (row), row->text);
    }
  g_print ("\n");
}

static void
set_rows (JsonObject *object,
          RemitImportResult *result)
{
  JsonArray *array = remit_cli_json_add_array (object, "rows");

  for (guint i = 0; i < result->rows->len; i++)
    {
      const RemitImportRow *row = result->rows->pdata[i];
      JsonObject *item = remit_cli_json_append (array);

      json_object_set_string_member (item, "key", row->key);
      json_object_set_string_member (item, "outcome", remit_import_outcome_nicks[row->outcome]);
      json_object_set_string_member (item, "side", remit_import_side_nicks[row->side]);
      json_object_set_boolean_member (item, "taken", row->is_taken);
      json_object_set_string_member (item, "text", row->text);
    }
}

static void
choose (GHashTable *choices,
        char **keys,
        RemitImportChoice choice)
{
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    g_hash_table_insert (choices, keys[i], GINT_TO_POINTER (choice));
}

static gboolean
check_merge (const Source *self,
             GError **error)
{
  if (!merges && (leave != NULL || theirs != NULL))
    return remit_cli_misuse (error, _ ("--leave and --theirs need --merge"));
  return !merges
         || (self->csv == NULL && self->skills == NULL && !self->is_matrix && !self->is_project)
         || remit_cli_misuse (error, _ ("--merge is for plans in XML"));
}

static void
print_skills (const Source *source)
{
  g_autofree char *words = source->skills != NULL ? remit_skill_import_describe (source->skills)
                                                  : NULL;

  if (words != NULL)
    g_print ("%s\n\n", words);
}

static void
print_result (const Source *source,
              RemitImportResult *result)
{
  g_auto (GStrv) lines = remit_import_result_describe (result);

  if (source->is_remembered)
    g_print ("%s\n", _ ("Columns are read as in the last file with these headers; --guess guesses "
                        "them again."));
  if (source->csv != NULL)
    remit_cli_csv_print (source->csv);
  if (source->matrix != NULL)
    remit_cli_matrix_print (source->matrix);
  print_skills (source);
  /* The notes may be many: what counts is last, where a terminal shows it. */
  remit_cli_import_print_notes (result, verbose);
  print_shared (result);
  print_rows (result);
  for (guint i = 0; lines[i] != NULL; i++)
    g_print ("%s\n", lines[i]);
  if (dry_run)
    g_print ("%s\n", _ ("Dry run: nothing was changed."));
}

static void
print_json (const Source *source,
            RemitImportResult *result)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "as",
                                 source->csv != NULL      ? remit_cli_csv_get_kind (source->csv)
                                 : source->skills != NULL ? "skills"
                                 : source->matrix != NULL ? "raci"
                                 : source->is_project     ? "project"
                                                          : "plan");
  json_object_set_boolean_member (object, "dry_run", dry_run);
  remit_cli_json_set_id (object, "plan",
                         dry_run && remit_cli_plan_name == NULL ? 0 : result->plan);
  json_object_set_string_member (object, "audience",
                                 result->audience >= 0 ? remit_audience_get_nick (result->audience)
                                                       : NULL);
  if (source->csv != NULL)
    {
      remit_cli_csv_set (object, source->csv);
      json_object_set_boolean_member (object, "remembered", source->is_remembered);
    }
  if (source->matrix != NULL)
    remit_cli_matrix_set (object, source->matrix);
  remit_cli_signature_set (object, result->signature);
  if (result->anchor != REMIT_ANCHOR_UNKNOWN)
    json_object_set_boolean_member (object, "contained", result->anchor == REMIT_ANCHOR_KEPT);
  else
    json_object_set_null_member (object, "contained");
  if (merges)
    set_rows (object, result);
  remit_cli_import_set_result (object, result);
  remit_cli_json_print (object);
}

static RemitImportResult *
import (RemitCli *cli,
        Source *source,
        GError **error)
{
  g_auto (RemitCliProgress) progress = { NULL };
  RemitImportOptions options = { .dry_run = dry_run,
                                 .spare_shared = !library,
                                 .no_waiting = no_waiting,
                                 .allow_changed = allow_changed,
                                 .signers = (const char *const *) remit_cli_signers,
                                 .end_missing = end_missing != NULL ? remit_day_parse (end_missing)
                                                                    : 0,
                                 .taken = source->taken,
                                 .progress = remit_cli_progress_step,
                                 .progress_data = &progress };
  g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);
  RemitImportResult *result;

  choose (choices, leave, REMIT_IMPORT_LEAVE);
  choose (choices, theirs, REMIT_IMPORT_TAKE);
  options.merges = merges;
  options.choices = merges ? choices : NULL;
  options.is_strict = TRUE;
  options.n_rows = merges ? N_ROWS : 0;
  if (!remit_cli_entity_find_plan (cli, &options.plan, error)
      || (source->is_matrix && !open_matrix (source, cli->store, options.plan, error)))
    return NULL;

  remit_cli_progress_init (&progress, _ ("Importing"));
  options.cancellable = progress.cancellable;
  if (source->matrix != NULL)
    {
      result = remit_matrix_import_run (source->matrix, cli->store, &options, error);
      if (result == NULL && error != NULL)
        hint_at_options (source, *error);
      return result;
    }
  if (source->skills != NULL)
    return remit_skill_import_run (source->skills, cli->store, &options, error);
  if (source->csv != NULL)
    return remit_table_import_run (source->csv, cli->store, &options, error);
  if (source->is_project)
    return remit_mspdi_import_run (cli->store, source->input.path, &options, error);
  result = remit_plan_read (cli->store, source->input.path, &options, error);
  if (error != NULL && g_error_matches (*error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_SHARED))
    add_hint (*error, _ ("Nothing was changed. Add --library to import the plan anyway."));
  if (error != NULL
      && g_error_matches (*error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_SIGNATURE))
    add_hint (*error, _ ("Nothing was changed. --allow-changed imports the plan anyway."));
  return result;
}

static gboolean
run_import (RemitCli *cli,
            char **arguments,
            GError **error)
{
  g_auto (Source) source = { .csv = NULL };
  g_autoptr (RemitImportResult) result = NULL;

  if (!check_content (error) || !check_end (error) || !read_lines (&source, error)
      || !remit_cli_input_open (&source.input, arguments[0], error)
      || !open_source (&source, cli, error) || !check_mapping (&source, error)
      || !check_merge (&source, error)
      || remit_cli_get_store (cli, error) == NULL
      || (result = import (cli, &source, error)) == NULL)
    return FALSE;
  if (cli->json)
    print_json (&source, result);
  else
    print_result (&source, result);
  cli->found = result->n_left_out > 0;
  return mapping_target == NULL || remit_table_saved_write (source.csv, mapping_target, error);
}

const RemitCliVerb remit_cli_import_verbs[] = {
  { "import", N_ ("FILE"), 1, REMIT_CLI_CREATES | REMIT_CLI_TAKES_FILE,
    N_ ("Import a plan or project (XML), or people, slots, skills or decision rights (CSV)"),
    N_ ("Existing data is changed to match the file; importing the same file again changes\n"
        "nothing. A rejected file changes nothing. The exit status is 1 when rows of the file\n"
        "were skipped; the notes list the rows with the reasons.\n"
        "\n"
        "A plan that changes people, roles or skills used by other plans is rejected with a "
        "list\n"
        "of the changes; --library imports it anyway, and --dry-run only shows the list.\n"
        "\n"
        "A plan that was changed after it was signed is rejected; --allow-changed imports it\n"
        "anyway.\n"
        "\n"
        "With --merge, rows of a plan stay as they are if they were changed here since the\n"
        "plan was exported from this workspace; --dry-run lists all rows that differ, with\n"
        "their keys. --leave KEY and --theirs KEY decide single rows.\n"
        "\n"
        "The columns of a CSV file are guessed from their headers, and listed with the fields\n"
        "that they fill; --dry-run shows them beforehand.\n"
        "\n"
        "Slots (--as seats) stay reserved for unknown people, and are filled when these people\n"
        "are added; with --no-waiting, they are vacant.\n"
        "\n"
        "Decision rights (--as raci --plan PLAN) have a row for each decision and a column for\n"
        "each slot, role or person, with letters such as R/A. --map “Fraud: ML engineer=ML”\n"
        "sets the holder of the column “ML”, --create creates missing roles and slots. Tables\n"
        "with roles in rows, or with letters as columns and roles in cells, are recognized.\n"
        "\n"
        "Skills (--as skills) are a matrix with a row for each person, a column for each skill\n"
        "and levels from 0 to 4, under one or two header rows; a list of levels, as “export\n"
        "--table levels” writes it; or the files of ESCO (skills_en.csv) and O*NET (Skills.txt,\n"
        "Content Model Reference.txt, Technology Skills.txt). Unknown people are skipped, or\n"
        "added with --create. --filter “data analysis” imports only skills of ESCO or O*NET\n"
        "with these words in their names, categories or descriptions.\n"
        "\n"
        "A project (--as project) is a file in Microsoft Project’s XML (MSPDI). Its summary tasks\n"
        "become teams, its tasks slots and its resources people. It becomes a new plan, or with\n"
        "--plan it is merged into an existing one.\n"
        "\n"
        "JSON: as (plan, people, seats, skills, raci or project), dry_run, plan, audience (of the\n"
        "file, or null),\n"
        "signature (of a plan, or null: an object as of “verify”), contained (whether the history\n"
        "of the workspace contains the state of the plan, or null),\n"
        "with --merge rows (objects with key, outcome, side: theirs, ours, clash or needs, taken\n"
        "and text),\n"
        "for CSV encoding, separator, columns (objects with header and fields) and remembered\n"
        "(whether the columns are those of the last file with these headers), added, changed,\n"
        "removed, same (objects with a number for each kind), n_shared, shared (changes to "
        "other\n"
        "plans), n_left_out (rows), n_notes, notes (what was skipped or adjusted, and why),\n"
        "note_groups (the same, grouped: objects with kind, text, mixed, left_out, n and "
        "lines),\n"
        "missing (people no longer in the file, with id and name)."),
    import_options, run_import },
  { NULL }
};
