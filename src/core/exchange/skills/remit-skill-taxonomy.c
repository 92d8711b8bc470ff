/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing the skills of ESCO and of O*NET, or those of them that have some words. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/table/value/remit-table-value.h"
#include "model/remit-text.h"
#include "remit-skill-private.h"

#define ONET_ADDRESS "https://www.onetonline.org/find/descriptor/result/"

/* The columns of each form; of ESCO, the last ones are searched, too. */
enum {
  COLUMN_ID,
  COLUMN_NAME,
  COLUMN_CATEGORY,
  COLUMN_TYPE,
  COLUMN_STATUS,
  COLUMN_OTHER_NAMES,
  COLUMN_HIDDEN_NAMES,
  COLUMN_DESCRIPTION,
  N_COLUMNS
};

/* A skill of a taxonomy; its name is cut if it is too long. */
typedef struct {
  char *name;
  const char *category;
  const char *scheme;
  const char *uri;
} Entry;

typedef struct {
  RemitSkillRun *run;
  int columns[N_COLUMNS];
  GStrv words;           /* that skills must have, folded */
  GHashTable *addresses; /* of the skills that are there, to their ids */
  GHashTable *seen;      /* what the file has had */
  GHashTable *names;     /* of O*NET's elements */
  GHashTable *skills;    /* those of them that are skills */
  guint n_filtered;
  guint n_others; /* elements that are no skills */
} Taxonomy;

static void
taxonomy_clear (Taxonomy *self)
{
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->addresses, g_hash_table_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->skills, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Taxonomy, taxonomy_clear)

/* ── Columns ──────────────────────────────────────────────────────────────────────────────── */

static const char *const headers[][N_COLUMNS] = {
  [REMIT_SKILL_FORM_ESCO] = { "concepturi", "preferredlabel", "skilltype", "concepttype", "status",
                              "altlabels", "hiddenlabels", "description" },
  [REMIT_SKILL_FORM_ONET_ELEMENTS] = { [COLUMN_ID] = "elementid", [COLUMN_NAME] = "elementname",
                                       [COLUMN_DESCRIPTION] = "description" },
  [REMIT_SKILL_FORM_ONET_TECHNOLOGIES] = { [COLUMN_NAME] = "example",
                                           [COLUMN_CATEGORY] = "commoditytitle" },
};

static void
find_columns (Taxonomy *self)
{
  const RemitSkillColumns *columns = &self->run->import->columns;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      const char *header = headers[columns->form][i];

      self->columns[i] = header != NULL ? remit_skill_columns_find (columns, header) : -1;
    }
}

static char *
get (Taxonomy *self,
     const RemitCsvRow *row,
     guint column)
{
  static char nothing[] = "";
  int at = self->columns[column];

  if (at < 0 || (guint) at >= row->n_cells)
    return nothing;
  remit_table_value_clean (row->cells[at], FALSE);
  return row->cells[at];
}

/* ── The filter ───────────────────────────────────────────────────────────────────────────── */

static gboolean
passes (Taxonomy *self,
        const RemitCsvRow *row,
        const char *category)
{
  g_autofree char *all = NULL;
  g_autofree char *folded = NULL;

  if (self->words == NULL)
    return TRUE;
  all = g_strjoin (" ", get (self, row, COLUMN_NAME), category,
                   get (self, row, COLUMN_OTHER_NAMES), get (self, row, COLUMN_HIDDEN_NAMES),
                   get (self, row, COLUMN_DESCRIPTION), NULL);
  folded = remit_text_fold_letters (all);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
set_words (Taxonomy *self)
{
  const char *filter = self->run->import->filter;
  g_autofree char *folded = filter != NULL ? remit_text_fold_letters (filter) : NULL;

  if (folded != NULL && *folded != '\0')
    self->words = g_strsplit (folded, " ", -1);
}

/* ── Skills ───────────────────────────────────────────────────────────────────────────────── */

static void
add_address (GHashTable *addresses,
             const char *uri,
             gint64 id)
{
  g_hash_table_insert (addresses, g_strdup (uri), g_memdup2 (&id, sizeof id));
}

static gboolean
load_addresses (Taxonomy *self,
                GError **error)
{
  RemitStore *store = self->run->job->store;
  RemitStatement *statement =
    remit_store_query (store, "SELECT id, uri FROM skill WHERE uri <> ''", 0, 0, error);

  while (remit_store_step (store, statement))
    add_address (self->addresses, remit_statement_get_text (statement, 1),
                 remit_statement_get_integer (statement, 0));
  return remit_store_finish (store, statement, error);
}

/* Sets what the taxonomy says of a skill beside its name. */
static void
set_origin (RemitSkillRun *self,
            const RemitCsvRow *row,
            RemitRecord *skill,
            const Entry *entry)
{
  g_autofree char *category = g_strdup (entry->category);
  g_autofree char *uri = g_strdup (entry->uri);

  if (*remit_record_get_text (skill, REMIT_SKILL_CATEGORY) == '\0')
    remit_table_job_set_text (self->job, row, skill, REMIT_SKILL_CATEGORY, category);
  remit_record_set_text (skill, REMIT_SKILL_SCHEME, entry->scheme);
  remit_table_job_set_text (self->job, row, skill, REMIT_SKILL_URI, uri);
}

/* The skill has the name: it gets the address, unless it has another one. */
static gboolean
address (RemitSkillRun *self,
         const RemitCsvRow *row,
         GHashTable *addresses,
         const Entry *entry,
         const RemitTableNamed *named,
         GError **error)
{
  g_autoptr (RemitRecord) skill = remit_store_load (self->job->store, REMIT_KIND_SKILL, named->id,
                                                    error);
  const char *old;

  if (skill == NULL)
    return FALSE;
  old = remit_record_get_text (skill, REMIT_SKILL_URI);
  if (*old != '\0' || *entry->uri == '\0')
    {
      if (*entry->uri != '\0')
        remit_import_result_leave_out (self->job->result, REMIT_NOTE_TWICE, row->line,
                                       /* Translators: the name of a skill, an address */
                                       _ ("“%s” is already a skill with the address %s; skipped"),
                                       entry->name, old);
      else
        remit_import_result_count_same (self->job->result, REMIT_KIND_SKILL, named->id);
      return TRUE;
    }
  set_origin (self, row, skill, entry);
  add_address (addresses, entry->uri, named->id);
  self->job->result->changed[REMIT_KIND_SKILL]++;
  return remit_edit_update (self->job->edit, skill, error);
}

static gboolean
add_skill (RemitSkillRun *self,
           const RemitCsvRow *row,
           GHashTable *addresses,
           const Entry *entry,
           GError **error)
{
  const RemitTableNamed *named;

  remit_record_reset (self->skill);
  remit_record_set_text (self->skill, REMIT_SKILL_NAME, entry->name);
  set_origin (self, row, self->skill, entry);
  named = remit_table_names_insert (self->names, self->skill, error);
  if (named != NULL && *entry->uri != '\0')
    add_address (addresses, entry->uri, named->id);
  return named != NULL;
}

static gboolean
take (RemitSkillRun *self,
      const RemitCsvRow *row,
      GHashTable *addresses,
      const Entry *entry,
      GError **error)
{
  const gint64 *known = *entry->uri != '\0' ? g_hash_table_lookup (addresses, entry->uri) : NULL;
  const RemitTableNamed *named;

  if (known != NULL)
    {
      remit_import_result_count_same (self->job->result, REMIT_KIND_SKILL, *known);
      return TRUE;
    }
  remit_table_job_fit (self->job, row, REMIT_KIND_SKILL, REMIT_SKILL_NAME, entry->name);
  named = remit_table_names_find (self->names, entry->name);
  return named != NULL ? address (self, row, addresses, entry, named, error)
                       : add_skill (self, row, addresses, entry, error);
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

/* Files of ESCO have occupations, too, and concepts that are no longer used. */
static gboolean
is_esco_skill (Taxonomy *self,
               const RemitCsvRow *row)
{
  RemitImportResult *result = self->run->job->result;
  const char *type = get (self, row, COLUMN_TYPE);
  const char *status = get (self, row, COLUMN_STATUS);

  if (*type != '\0' && !g_str_equal (type, "KnowledgeSkillCompetence"))
    {
      remit_import_result_leave_out (result, REMIT_NOTE_SKILL, row->line,
                                     /* Translators: a kind of thing in ESCO: Occupation */
                                     _ ("“%.80s” is not a skill; skipped"), type);
      return FALSE;
    }
  if (*status != '\0' && !g_str_equal (status, "released"))
    {
      remit_import_result_leave_out (result, REMIT_NOTE_SKILL, row->line,
                                     /* Translators: the status of a concept in ESCO: obsolete */
                                     _ ("The status of the skill is “%.80s”; skipped"), status);
      return FALSE;
    }
  return TRUE;
}

/* A quote that is not closed makes one cell of many rows. */
static gboolean
is_swallowed (Taxonomy *self,
              const RemitCsvRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (strstr (row->cells[i], "\nhttp") != NULL)
      {
        remit_import_result_leave_out (
          self->run->job->result, REMIT_NOTE_ROW, row->line,
          /* Translators: the header of a column, a line of a file */
          _ ("The cell of “%s” contains whole rows, up to line %u, as if a quote were not closed; "
             "skipped"),
          self->run->job->file->headers[i], row->last_line);
        return TRUE;
      }
  return FALSE;
}

/* Returns: (nullable): the name of the element above, or of the branch */
static const char *
get_onet_category (Taxonomy *self,
                   const char *element)
{
  g_autofree char *above = g_strndup (element, (gsize) (strrchr (element, '.') - element));
  const char *name = g_hash_table_lookup (self->names, above);

  return name != NULL ? name : remit_skill_onet_get_branch (element);
}

/* Returns: whether the row is a skill that the file has for the first time */
static gboolean
read_entry (Taxonomy *self,
            const RemitCsvRow *row,
            Entry *entry)
{
  RemitSkillForm form = self->run->import->columns.form;
  const char *id = get (self, row, COLUMN_ID);
  const char *key;

  *entry = (Entry){ .name = get (self, row, COLUMN_NAME),
                              .category = get (self, row, COLUMN_CATEGORY),
                              .scheme = form == REMIT_SKILL_FORM_ESCO ? "ESCO" : "O*NET",
                              .uri = form == REMIT_SKILL_FORM_ESCO ? id : "" };
  if (*entry->name == '\0' || (form != REMIT_SKILL_FORM_ONET_TECHNOLOGIES && *id == '\0'))
    {
      remit_import_result_leave_out (self->run->job->result, REMIT_NOTE_NAMELESS, row->line,
                                     _ ("The name or the address of the skill is missing; "
                                        "skipped"));
      return FALSE;
    }
  key = *id != '\0' ? id : entry->name;
  if (g_hash_table_contains (self->seen, key)
      || (form == REMIT_SKILL_FORM_ESCO && !is_esco_skill (self, row)))
    return FALSE;
  g_hash_table_add (self->seen, g_strdup (key));
  if (form != REMIT_SKILL_FORM_ONET_ELEMENTS)
    return TRUE;
  if (!g_hash_table_contains (self->skills, id))
    {
      self->n_others++;
      return FALSE;
    }
  entry->category = strchr (id, '.') != NULL ? get_onet_category (self, id) : NULL;
  if (entry->category == NULL)
    entry->category = "";
  return TRUE;
}

static gboolean
import_row (const RemitCsvRow *row,
            gpointer data,
            GError **error)
{
  Taxonomy *self = data;
  g_autofree char *address = NULL;
  Entry entry;

  if (is_swallowed (self, row) || !read_entry (self, row, &entry))
    return TRUE;
  if (!passes (self, row, entry.category))
    {
      self->n_filtered++;
      return TRUE;
    }
  if (self->run->import->columns.form == REMIT_SKILL_FORM_ONET_ELEMENTS)
    entry.uri = address = g_strconcat (ONET_ADDRESS, get (self, row, COLUMN_ID), NULL);
  return take (self->run, row, self->addresses, &entry, error);
}

static void
note_counts (Taxonomy *self)
{
  RemitImportResult *result = self->run->job->result;

  if (self->n_filtered > 0)
    remit_import_result_note (result, REMIT_NOTE_FILE, 0,
                              /* Translators: words that were searched for */
                              ngettext ("%'u skill does not contain “%s” and was skipped",
                                        "%'u skills do not contain “%s” and were skipped",
                                        self->n_filtered),
                              self->n_filtered, self->run->import->filter);
  if (self->n_others > 0)
    remit_import_result_note (result, REMIT_NOTE_FILE, 0,
                              ngettext ("%'u element is not a skill and was skipped",
                                        "%'u elements are not skills and were skipped",
                                        self->n_others),
                              self->n_others);
}

gboolean
remit_skill_taxonomy_run (RemitSkillRun *self,
                          guint *n,
                          GError **error)
{
  g_auto (Taxonomy) taxonomy = { .run = self };

  taxonomy.addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  taxonomy.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->job->has_lists = TRUE;
  find_columns (&taxonomy);
  set_words (&taxonomy);
  if (!load_addresses (&taxonomy, error)
      || (self->import->columns.form == REMIT_SKILL_FORM_ONET_ELEMENTS
          && !remit_skill_onet_read (self, taxonomy.columns[COLUMN_ID],
                                     taxonomy.columns[COLUMN_NAME], &taxonomy.names,
                                     &taxonomy.skills, error))
      || !remit_skill_run_read (self, import_row, &taxonomy, error))
    return FALSE;
  note_counts (&taxonomy);
  *n = self->job->result->added[REMIT_KIND_SKILL] + self->job->result->changed[REMIT_KIND_SKILL];
  return TRUE;
}
