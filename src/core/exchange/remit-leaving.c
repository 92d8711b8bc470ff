/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a plan an audience is not given, told before anything is written. */
#include "remit-leaving.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/remit-text.h"
#include "remit-plan-source.h"

/* At most so many texts that may contain a name are listed. */
#define MAX_NAMED 100

/* So many characters of an example are shown. */
#define MAX_EXAMPLE 60

/* Of something that is left out: how often, and the first. */
typedef struct {
  guint n;
  char *example;
} Count;

typedef struct {
  RemitPlanSource *source;
  RemitAudience audience;
  GCancellable *cancellable;
  GHashTable *fields; /* RemitField * → Count */
  Count kinds[REMIT_N_KINDS];
  GHashTable *names; /* words of names, folded; for the audience that is given none */
  GPtrArray *named;
  guint replaced;
} Finder;

static void
count_free (gpointer data)
{
  Count *self = data;

  g_free (self->example);
  g_free (self);
}

static void
count_one (Count *self,
           const char *example)
{
  self->n++;
  if (self->example == NULL && example != NULL && *example != '\0')
    self->example = g_strdup (example);
}

static char *
dup_name (const RemitRecord *record)
{
  int name = remit_entity_info_find_name (remit_record_get_info (record));

  return name >= 0 ? remit_record_format (record, (guint) name) : NULL;
}

/* ── Names within texts ───────────────────────────────────────────────────────────────────── */

/* Short words are in many texts. */
static gboolean
is_telling (const char *word)
{
  return g_utf8_strlen (word, -1) > 3;
}

/* Returns: (transfer full): the words of a text, folded */
static GStrv
split_words (const char *text)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autofree char *folded = remit_text_fold (text);
  const char *begin = NULL;
  const char *p = folded;

  do
    {
      gboolean is_letter = *p != '\0' && g_unichar_isalpha (g_utf8_get_char (p));

      if (is_letter && begin == NULL)
        begin = p;
      if (!is_letter && begin != NULL)
        {
          g_autofree char *word = g_strndup (begin, (gsize) (p - begin));

          g_strv_builder_add (words, word);
          begin = NULL;
        }
    }
  while (*p != '\0' && (p = g_utf8_next_char (p)) != NULL);
  return g_strv_builder_end (words);
}

static void
add_words (Finder *self,
           const char *name)
{
  g_auto (GStrv) words = split_words (name);

  for (guint i = 0; words[i] != NULL; i++)
    if (is_telling (words[i]))
      g_hash_table_add (self->names, g_strdup (words[i]));
}

static void
read_names (Finder *self)
{
  const RemitRecord *person;

  remit_plan_source_begin (self->source, REMIT_KIND_PERSON, 0);
  while ((person = remit_plan_source_next (self->source, REMIT_KIND_PERSON)) != NULL)
    add_words (self, remit_record_get_text (person, REMIT_PERSON_NAME));
}

static gboolean
names_somebody (Finder *self,
                const char *text)
{
  g_auto (GStrv) words = split_words (text);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_hash_table_contains (self->names, words[i]))
      return TRUE;
  return FALSE;
}

static void
note_named (Finder *self,
            const RemitRecord *record,
            const RemitField *field)
{
  g_autofree char *name = dup_name (record);

  if (self->named->len < MAX_NAMED)
    /* Translators: what a text is, and what it is of: “Description of Release the model” */
    g_ptr_array_add (self->named, g_strdup_printf (_ ("%1$s of %2$s"), _ (field->label),
                                                   name != NULL ? name : ""));
}

/* ── Going through the plan ───────────────────────────────────────────────────────────────── */

static void
look_at_field (Finder *self,
               const RemitRecord *record,
               guint i)
{
  const RemitField *field = &remit_record_get_info (record)->fields[i];

  if ((field->flags & REMIT_FIELD_IMPLIED) || remit_record_is_initial (record, i))
    return;
  if (!remit_audience_sees_field (self->audience, field))
    {
      g_autofree char *text = field->kind == REMIT_FIELD_TEXT ? remit_record_format (record, i)
                                                              : NULL;
      Count *count = g_hash_table_lookup (self->fields, field);

      if (count == NULL)
        g_hash_table_insert (self->fields, (gpointer) field, count = g_new0 (Count, 1));
      count_one (count, text);
    }
  else if (remit_audience_replaces_field (self->audience, field))
    self->replaced++;
  else if (self->names != NULL && field->kind == REMIT_FIELD_TEXT
           && names_somebody (self, remit_record_get_text (record, i)))
    note_named (self, record, field);
}

static void look_at_rows (Finder *self,
                          RemitKind kind,
                          gint64 parent);

static void
look_at_row (Finder *self,
             const RemitRecord *record)
{
  RemitKind kind = remit_record_get_kind (record);

  if (!remit_audience_sees_row (self->audience, record))
    {
      g_autofree char *name = dup_name (record);

      count_one (&self->kinds[kind], name);
      return;
    }
  for (guint i = 0; i < remit_record_get_info (record)->n_fields; i++)
    look_at_field (self, record, i);
  for (RemitKind part = kind + 1; part < REMIT_N_KINDS; part++)
    if (remit_entity_info_get_owner (remit_entity_info (part)) == kind)
      look_at_rows (self, part, remit_record_get_id (record));
}

static void
look_at_rows (Finder *self,
              RemitKind kind,
              gint64 parent)
{
  const RemitRecord *record;

  remit_plan_source_begin (self->source, kind, parent);
  while (!g_cancellable_is_cancelled (self->cancellable)
         && (record = remit_plan_source_next (self->source, kind)) != NULL)
    look_at_row (self, record);
}

static void
look_at_all (Finder *self)
{
  const RemitRecord *plan = remit_plan_source_get_plan (self->source);

  if (self->names != NULL)
    read_names (self);
  for (guint i = 0; i < remit_record_get_info (plan)->n_fields; i++)
    look_at_field (self, plan, i);
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (remit_entity_info (kind)->section != NULL)
      look_at_rows (self, kind, 0);
}

/* ── In words ─────────────────────────────────────────────────────────────────────────────── */

static char *
dup_short (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_EXAMPLE)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MAX_EXAMPLE);
  return g_strconcat (start, "…", NULL);
}

static void
add_line (GPtrArray *lines,
          const char *label,
          const Count *count)
{
  if (count->n == 0)
    return;
  if (count->example != NULL)
    {
      g_autofree char *example = dup_short (count->example);

      g_ptr_array_add (lines,
                       /* Translators: what is left out, how many there are, and one of them:
                        * “E-mail: 43, for example ada@example.org” */
                       g_strdup_printf (_ ("%1$s: %2$u, for example %3$s"), label, count->n,
                                        example));
    }
  else
    /* Translators: what is left out, and how many there are: “Absences: 10” */
    g_ptr_array_add (lines, g_strdup_printf (_ ("%1$s: %2$u"), label, count->n));
}

/* In the order of the tables of fields. */
static GStrv
dup_lines (Finder *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      g_autofree char *counted = remit_entity_info_dup_count (info, self->kinds[kind].n);

      for (guint i = 0; i < info->n_fields; i++)
        {
          const Count *count = g_hash_table_lookup (self->fields, &info->fields[i]);
          g_autofree char *label = g_strdup_printf ("%s (%s)", _ (info->fields[i].label),
                                                    _ (info->label));

          if (count != NULL)
            add_line (lines, label, count);
        }
      if (self->kinds[kind].n > 0)
        g_ptr_array_add (lines, g_steal_pointer (&counted));
    }
  g_ptr_array_add (lines, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

static RemitLeaving *
finish (Finder *self)
{
  RemitLeaving *leaving = g_new0 (RemitLeaving, 1);

  leaving->left_out = dup_lines (self);
  leaving->replaced = self->replaced;
  g_ptr_array_add (self->named, NULL);
  leaving->named = (GStrv) g_ptr_array_free (g_steal_pointer (&self->named), FALSE);
  return leaving;
}

static void
finder_clear (Finder *self)
{
  g_clear_pointer (&self->source, remit_plan_source_close);
  g_clear_pointer (&self->fields, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->named, g_ptr_array_unref);
  for (guint i = 0; i < REMIT_N_KINDS; i++)
    g_free (self->kinds[i].example);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finder, finder_clear)

RemitLeaving *
remit_leaving_find (RemitStore *store,
                    gint64 plan,
                    RemitAudience audience,
                    GCancellable *cancellable,
                    GError **error)
{
  g_auto (Finder) self = { .audience = audience, .cancellable = cancellable };

  self.source = remit_plan_source_open (store, plan, REMIT_AUDIENCE_FULL, error);
  if (self.source == NULL)
    return NULL;
  self.fields = g_hash_table_new_full (NULL, NULL, NULL, count_free);
  self.named = g_ptr_array_new_with_free_func (g_free);
  if (!remit_audience_sees_names (audience))
    self.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  look_at_all (&self);
  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !remit_plan_source_check (self.source, error))
    return NULL;
  return finish (&self);
}

void
remit_leaving_free (RemitLeaving *self)
{
  g_strfreev (self->left_out);
  g_strfreev (self->named);
  g_free (self);
}

static void
add_list (GString *text,
          const char *heading,
          GStrv lines)
{
  if (lines[0] == NULL)
    return;
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", heading);
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (text, "\n• %s", lines[i]);
}

char *
remit_leaving_dup_text (const RemitLeaving *self)
{
  GString *text = g_string_new (NULL);

  add_list (text, _ ("Removed:"), self->left_out);
  if (self->replaced > 0)
    g_string_append_printf (
      text, "%s%s", text->len > 0 ? "\n\n" : "",
      _ ("People are called by their roles, with numbers, instead of their names."));
  add_list (text, _ ("These texts may name people. Check them first:"), self->named);
  return g_string_free (text, FALSE);
}
