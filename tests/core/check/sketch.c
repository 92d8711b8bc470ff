/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans in a few lines of text, for the tests of rules. */
#include "sketch.h"

#include <stdio.h>
#include <string.h>

#include "model/remit-day.h"

static gint64
find_handle (Sketch *self,
             const char *handle)
{
  gint64 *id = g_hash_table_lookup (self->handles, handle);

  if (id == NULL)
    g_error ("No “%s” in the sketch", handle);
  return *id;
}

gint64
sketch_get (Sketch *self,
            const char *handle)
{
  return find_handle (self, handle);
}

static gint64
parse_noon (const char *day)
{
  gint64 parsed = remit_day_parse (day);
  g_autoptr (GDateTime) noon = NULL;
  int year;
  int month;
  int of_month;

  g_assert_cmpint (parsed, !=, 0);
  g_assert_cmpint (sscanf (day, "%d-%d-%d", &year, &month, &of_month), ==, 3);
  noon = g_date_time_new_local (year, month, of_month, 12, 0, 0);
  return g_date_time_to_unix (noon) * 1000;
}

static void
set_value (Sketch *self,
           RemitRecord *record,
           guint field,
           const char *value)
{
  const RemitField *info = &remit_record_get_info (record)->fields[field];
  g_autoptr (GError) error = NULL;

  if (info->kind == REMIT_FIELD_REFERENCE)
    remit_record_set_integer (record, field, find_handle (self, value));
  else if (info->kind == REMIT_FIELD_TIME)
    remit_record_set_integer (record, field, parse_noon (value));
  else
    remit_record_parse (record, field, value, &error);
  g_assert_no_error (error);
}

static void
set_values (Sketch *self,
            RemitRecord *record,
            char **words)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *value = strchr (words[i], '=');
      int field;

      g_assert_nonnull (value);
      *value++ = '\0';
      field = remit_entity_info_find_field (info, words[i]);
      if (field < 0)
        g_error ("A %s has no “%s”", info->name, words[i]);
      set_value (self, record, (guint) field, value);
    }
}

static const RemitEntityInfo *
find_kind (const char *name)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (strcmp (remit_entity_info (kind)->name, name) == 0)
      return remit_entity_info (kind);
  g_error ("No kind “%s”", name);
}

static void
add_entity (Sketch *self,
            char **words)
{
  const RemitEntityInfo *info = find_kind (words[0]);
  RemitRecord *record = remit_record_new (info->kind);
  int plan = remit_entity_info_find_field (info, "plan");
  int name = remit_entity_info_find_name (info);
  gint64 id;

  if (plan >= 0)
    remit_record_set_integer (record, (guint) plan, self->plan);
  if (name >= 0)
    remit_record_set_text (record, (guint) name, words[1]);
  set_values (self, record, words + 2);
  id = remit_test_insert (self->store, record);
  if (info->kind == REMIT_KIND_PLAN)
    self->plan = id;
  g_hash_table_insert (self->handles, g_strdup (words[1]), g_memdup2 (&id, sizeof id));
}

static void
change_entity (Sketch *self,
               char **words)
{
  const RemitEntityInfo *info = find_kind (words[0]);
  gint64 id = info->kind == REMIT_KIND_SETTINGS ? 1 : find_handle (self, words[1]);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitRecord) record = remit_store_load (self->store, info->kind, id, &error);
  g_autoptr (RemitEdit) edit = remit_edit_begin (self->store, "Test", &error);

  set_values (self, record, words + 2);
  remit_edit_update (edit, record, &error);
  g_assert_no_error (error);
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
add_line (Sketch *self,
          const char *line)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;

  if (*line == '\0')
    return;
  g_shell_parse_argv (line, NULL, &words, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (words), >=, 2);
  if (strcmp (words[0], "set") == 0)
    change_entity (self, words + 1);
  else
    add_entity (self, words);
}

/* A line break between single quotes does not end the line. */
static gboolean
is_whole (const char *line)
{
  guint n = 0;

  for (; *line != '\0'; line++)
    n += *line == '\'';
  return n % 2 == 0;
}

void
sketch_add (Sketch *self,
            const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_string_append (line, lines[i]);
      if (is_whole (line->str))
        {
          add_line (self, g_strstrip (line->str));
          g_string_set_size (line, 0);
        }
      else
        g_string_append_c (line, '\n');
    }
}

Sketch *
sketch_new (const char *text)
{
  Sketch *self = g_new0 (Sketch, 1);

  self->folder = remit_test_make_folder ();
  self->workspace = remit_test_open_workspace (self->folder);
  self->store = remit_workspace_get_store (self->workspace);
  self->handles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sketch_add (self, text);
  return self;
}

void
sketch_free (Sketch *self)
{
  g_assert_finalize_object (self->workspace);
  g_hash_table_unref (self->handles);
  remit_test_remove_folder (self->folder);
  g_free (self);
}

static void
keep (GPtrArray *findings,
      const char *rule)
{
  for (guint i = findings->len; i-- > 0;)
    if (strcmp (remit_finding_get_rule_id (findings->pdata[i]), rule) != 0)
      g_ptr_array_remove_index (findings, i);
}

GPtrArray *
sketch_check (Sketch *self,
              RemitRules *rules,
              const char *rule,
              const char *today)
{
  RemitCheckOptions options = { .rules = rules, .plan = self->plan,
                                .today = remit_day_parse (today) };
  g_autoptr (GError) error = NULL;
  GPtrArray *findings;

  /* messages say "from now on" */
  g_setenv ("REMIT_TODAY", today, TRUE);
  findings = remit_check_run (remit_store_get_path (self->store), &options, &error);
  g_assert_no_error (error);
  if (rule != NULL)
    keep (findings, rule);
  return findings;
}

char *
sketch_say (Sketch *self,
            RemitRules *rules,
            const char *rule,
            const char *today)
{
  g_autoptr (GPtrArray) findings = sketch_check (self, rules, rule, today);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      RemitFinding *finding = findings->pdata[i];
      gboolean waived = remit_finding_get_waiver (finding) != NULL;

      g_string_append_printf (text, "%s%s%c %s%s", i > 0 ? "\n" : "", waived ? "(" : "",
                              "EWI"[remit_finding_get_severity (finding)],
                              remit_finding_get_message (finding), waived ? ")" : "");
    }
  return g_string_free (text, FALSE);
}
