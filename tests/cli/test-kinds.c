/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The general verbs, for every kind that there is: a walk that follows the tables of fields. */
#include <string.h>

#include "remit-cli-test.h"

/* A number in each text, so that no two are the same. */
static guint n_texts;
/* Two of each kind that others refer to, made when they are asked for. */
static const char *made[2][REMIT_N_KINDS];

static const char *make (CliTest *self,
                         RemitKind kind,
                         gboolean other);

/* ── Values ───────────────────────────────────────────────────────────────────────────────── */

/* Returns: (transfer full) (nullable): a value that a field may have, @other than the first one */
static char *
dup_value (CliTest *self,
           const RemitField *field,
           gboolean other)
{
  switch (field->kind)
    {
    case REMIT_FIELD_TEXT:
      if (field->flags & REMIT_FIELD_ZONE)
        return g_strdup (other ? "Europe/Paris" : "Europe/Berlin");
      if (field->flags & REMIT_FIELD_PERIODS)
        return g_strdup (other ? "../.. 40%" : "2026-01-01/2026-03-31 50%");
      if (field->flags & REMIT_FIELD_MONEY)
        return g_strdup (other ? "70000 JPY" : "650.00 EUR");
      return g_strdup_printf ("Text %u", ++n_texts);
    case REMIT_FIELD_INTEGER:
    case REMIT_FIELD_PERCENT:
      return g_strdup_printf ("%d", (int) (field->initial < field->maximum ? field->initial + 1
                                                                           : field->minimum));
    case REMIT_FIELD_BOOLEAN:
      return g_strdup (field->initial ? "no" : "yes");
    case REMIT_FIELD_DATE:
      return g_strdup (other ? "2026-03-02" : "2026-03-01");
    case REMIT_FIELD_TIME:
      return g_strdup (other ? "2026-03-02T12:00:00.000Z" : "2026-03-01T12:00:00.000Z");
    case REMIT_FIELD_DURATION:
      return g_strdup ("36h");
    case REMIT_FIELD_ENUM:
      return g_strdup (field->choices[field->initial == 0 ? 1 : 0].nick);
    case REMIT_FIELD_REFERENCE:
      return g_strdup (make (self, field->target, other));
    case REMIT_FIELD_ORIGIN: /* nobody types it */
      return NULL;
    default:
      g_assert_not_reached ();
    }
}

static char *
dup_pair (CliTest *self,
          const RemitField *field,
          gboolean other)
{
  g_autofree char *value = dup_value (self, field, other);

  return value != NULL ? g_strconcat (field->name, "=", value, NULL) : NULL;
}

/* ── Making ───────────────────────────────────────────────────────────────────────────────── */

/* Runs the program with words that are in an array. */
static int
run_words (CliTest *self,
           GPtrArray *words)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_ptr_array_add (all, (gpointer) "-w");
  g_ptr_array_add (all, self->path);
  g_ptr_array_add (all, (gpointer) "--json");
  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (all, words->pdata[i]);
  g_ptr_array_add (all, NULL);
  g_clear_pointer (&self->output, g_free);
  g_clear_pointer (&self->errors, g_free);
  process = cli_test_start (self, (const char *const *) all->pdata);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &self->output, &self->errors,
                                                NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  return self->status = g_subprocess_get_exit_status (process);
}

/* Returns: (transfer full): the id of what the last run wrote as an object called after its kind */
static char *
dup_id (CliTest *self,
        const RemitEntityInfo *info)
{
  g_autoptr (JsonNode) node = json_from_string (self->output, NULL);
  JsonObject *object = json_object_get_object_member (json_node_get_object (node),
                                                      remit_entity_info_get_table (info));

  return g_strdup (json_object_get_string_member (object, "id"));
}

/* The plan follows from what else there is, or is the only one. */
static GPtrArray *
list_required (CliTest *self,
               const RemitEntityInfo *info)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, g_strdup ("add"));
  g_ptr_array_add (words, g_strdup (info->name));
  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & REMIT_FIELD_REQUIRED)
        && info->fields[i].target != REMIT_KIND_PLAN)
      g_ptr_array_add (words, dup_pair (self, &info->fields[i], FALSE));
  return words;
}

/* Of some optional references one has to be there, such as the holder of a right. */
static gboolean
add (CliTest *self,
     const RemitEntityInfo *info)
{
  g_autoptr (GPtrArray) words = list_required (self, info);

  if (run_words (self, words) == 0)
    return TRUE;
  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & REMIT_FIELD_BOUND) && info->fields[i].target != info->kind)
      {
        char *pair = dup_pair (self, &info->fields[i], FALSE);

        if (pair == NULL)
          continue;
        g_ptr_array_add (words, pair);
        if (run_words (self, words) == 0)
          return TRUE;
        g_ptr_array_remove (words, pair);
      }
  return FALSE;
}

/* The ladder on which it is raised, which is of the whole plan, has to have a rung. */
static const char *
raise_conflict (CliTest *self)
{
  g_autofree char *title = g_strdup_printf ("Text %u", ++n_texts);
  g_autofree char *condition = g_strconcat ("title=", title, NULL);

  make (self, REMIT_KIND_RUNG, FALSE);
  g_assert_cmpint (cli_test_run (self, "conflict", "raise", "Fraud", title, NULL), ==, 0);
  return g_intern_string (cli_test_first (cli_test_run_json (self, "list", "conflicts", "--where",
                                                             condition, NULL),
                                          "conflicts", "id"));
}

/* Returns: (nullable): the id of a new entity, or %NULL for what is not made by itself */
static const char *
make_new (CliTest *self,
          RemitKind kind)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  g_autofree char *id = NULL;

  if (kind == REMIT_KIND_CONFLICT)
    return raise_conflict (self);
  if (!add (self, info))
    return NULL;
  id = dup_id (self, info);
  return g_intern_string (id);
}

/* The same to refer to, in the one plan that there is. */
static const char *
make (CliTest *self,
      RemitKind kind,
      gboolean other)
{
  const char **id = &made[other][kind];

  if (*id == NULL && kind == REMIT_KIND_PLAN)
    *id = g_intern_string (cli_test_first (cli_test_run_json (self, "list", "plans", NULL),
                                           "plans", "id"));
  else if (*id == NULL)
    *id = make_new (self, kind);
  return *id;
}

static char *
dump_rows (CliTest *self)
{
  g_autoptr (RemitStore) store = remit_store_open (self->path, REMIT_STORE_NO_FLAGS, NULL);

  return remit_test_dump (store);
}

/* ── What is done with each ───────────────────────────────────────────────────────────────── */

/* Without the program, which takes its time to start. */
static void
check_undo (CliTest *self,
            const char *before)
{
  g_autoptr (RemitStore) store = remit_store_open (self->path, REMIT_STORE_NO_FLAGS, NULL);

  remit_test_undo_and_redo (store, before);
}

/* Refused is what does not go with the rest, and changes nothing. */
static guint
check_set (CliTest *self,
           const RemitEntityInfo *info,
           const char *id)
{
  guint n_changed = 0;

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *pair = dup_pair (self, &info->fields[i], TRUE);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (pair == NULL)
        continue;
      before = dump_rows (self);
      if (cli_test_run (self, "set", info->name, id, pair, NULL) != 0)
        cli_test_assert_refused (self, 3, "remit-cli: ");
      after = dump_rows (self);
      if (self->status != 0)
        g_assert_cmpstr (after, ==, before);
      else if (!g_str_equal (before, after) && n_changed++ == 0)
        check_undo (self, before);
    }
  return n_changed;
}

static void
check_told (CliTest *self,
            const RemitEntityInfo *info,
            const char *id)
{
  JsonObject *shown;
  JsonObject *object;

  shown = cli_test_run_json (self, "show", info->name, id, NULL);
  object = json_object_get_object_member (shown, remit_entity_info_get_table (info));
  g_assert_cmpstr (json_object_get_string_member (object, "id"), ==, id);
  for (guint i = 0; i < info->n_fields; i++)
    g_assert_true (json_object_has_member (object, remit_field_get_column (&info->fields[i])));
  g_assert_true (json_object_has_member (shown, "parts"));

  g_assert_cmpint (cli_test_run (self, "show", info->name, id, NULL), ==, 0);
  for (guint i = 0; i < info->n_fields; i++)
    g_assert_true ((strstr (self->output, info->fields[i].label) == NULL)
                   == remit_field_is_hidden (&info->fields[i]));
  g_assert_cmpint (cli_test_run (self, "list", info->name, NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, id));
}

static void
check_delete (CliTest *self,
              const RemitEntityInfo *info,
              const char *id)
{
  g_autofree char *before = dump_rows (self);

  if (cli_test_run (self, "delete", info->name, id, NULL) == 0)
    check_undo (self, before);
  else
    {
      g_autofree char *after = dump_rows (self);

      cli_test_assert_refused (self, 3, "remit-cli: ");
      g_assert_cmpstr (after, ==, before);
    }
}

/* What there is from the beginning, what is raised, and what is written by what is done. */
static gboolean
is_made_otherwise (const RemitEntityInfo *info)
{
  return info->is_log || info->is_kept || info->kind == REMIT_KIND_SETTINGS
         || info->kind == REMIT_KIND_OWN_RUNG;
}

static void
check_kind (CliTest *self,
            const RemitEntityInfo *info)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const char *id;

  if (is_made_otherwise (info))
    {
      g_autoptr (GPtrArray) words = list_required (self, info);

      before = dump_rows (self);
      g_assert_cmpint (run_words (self, words), ==, 3);
      g_assert_cmpstr (self->output, ==, "");
      after = dump_rows (self);
      g_assert_cmpstr (after, ==, before);
      if (info->is_kept)
        g_assert_nonnull (strstr (self->errors, "remit-cli help"));
    }
  id = info->kind == REMIT_KIND_SETTINGS ? "0000000000000001" : make_new (self, info->kind);
  if (id == NULL)
    {
      g_assert_true (is_made_otherwise (info));
      return;
    }
  check_told (self, info, id);
  g_assert_cmpuint (check_set (self, info, id), >, 0);
  check_delete (self, info, id);
}

static void
test_every_kind (CliTest *self,
                 gconstpointer data)
{
  cli_test_fill (self);
  memset (made, 0, sizeof made);
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);

      g_test_message ("%s", info->name);
      check_kind (self, info);
    }
  g_assert_cmpint (cli_test_run (self, "history", "--verify", NULL), ==, 0);
}

/* Each says what it has to offer, with its fields, types, choices and defaults. */
static void
test_described (CliTest *self,
                gconstpointer data)
{
  JsonArray *kinds = json_object_get_array_member (cli_test_run_json (self, "list", "kinds", NULL),
                                                   "kinds");

  g_assert_cmpuint (json_array_get_length (kinds), ==, REMIT_N_KINDS - 1);
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      g_autofree char *shown = NULL;
      JsonObject *object;
      guint n_shown = 0;

      object = json_object_get_object_member (cli_test_run_json (self, "show", "kind", info->name,
                                                                 NULL),
                                              "kind");
      for (guint i = 0; i < info->n_fields; i++)
        n_shown += !remit_field_is_hidden (&info->fields[i]);
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "fields")),
                        ==, n_shown);
      g_assert_cmpint (cli_test_run (self, "show", "kind", info->name, NULL), ==, 0);
      shown = g_steal_pointer (&self->output);
      for (guint i = 0; i < info->n_fields; i++)
        g_assert_true ((strstr (shown, info->fields[i].name) == NULL)
                       == remit_field_is_hidden (&info->fields[i]));
      g_assert_cmpint (cli_test_run (self, "help", info->name, NULL), ==, 0);
      g_assert_nonnull (strstr (self->output, shown));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_test_add ("/cli/kinds/every-kind", test_every_kind);
  cli_test_add ("/cli/kinds/described", test_described);
  return g_test_run ();
}
