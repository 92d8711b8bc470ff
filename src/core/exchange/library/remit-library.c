/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ready-made roles, skills, decisions and ladders, read from plan files, for plans to take from. */
#include "remit-library.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/plan/remit-plan-parser.h"
#include "model/remit-data.h"
#include "model/remit-text.h"
#include "remit-library-text.h"
#include "remit-templates.h"

const RemitKind remit_library_kinds[] = { REMIT_KIND_ROLE, REMIT_KIND_SKILL, REMIT_KIND_DECISION,
                                          REMIT_KIND_LADDER, REMIT_KIND_NONE };

const char *
remit_library_get_folder (RemitKind kind)
{
  return remit_entity_info (kind)->plural;
}

static void
part_free (RemitLibraryPart *self)
{
  remit_record_free (self->record);
  g_free (self->role);
  remit_record_free (self->holder);
  g_free (self);
}

static void
item_free (RemitLibraryItem *self)
{
  g_free (self->key);
  g_free (self->group);
  g_free (self->title);
  g_free (self->text);
  remit_record_free (self->record);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/* ── One file ─────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitKind kind;
  const char *path;
  GPtrArray *items;
  GPtrArray *problems;
  GHashTable *roles; /* (element-type gint64 RemitRecord): by id */
  char *name;
  RemitLibraryItem *item; /* whose parts come now; NULL when it cannot be used */
} Reading;

static void
add_problem (Reading *self,
             const char *message)
{
  g_autofree char *name = g_filename_display_name (self->path);

  /* Translators: a file, and why it cannot be used */
  g_ptr_array_add (self->problems, g_strdup_printf (_ ("%1$s: %2$s"), name, message));
}

/* What is wrong with one element; the others are used. */
static void
refuse (Reading *self,
        const RemitPlanElement *element,
        const char *reason)
{
  g_autoptr (GError) error = NULL;

  remit_plan_refuse (&error, element->line, element->column, reason);
  add_problem (self, error->message);
}

static void
refuse_named (Reading *self,
              const RemitPlanElement *element,
              const char *format,
              const char *name)
{
  g_autoptr (RemitMessage) message = remit_message_new (format, name, NULL);
  g_autofree char *reason = remit_message_say (message);

  refuse (self, element, reason);
}

static void
add_item (Reading *self,
          const RemitPlanElement *element)
{
  RemitLibraryItem *item = g_new0 (RemitLibraryItem, 1);

  item->kind = self->kind;
  item->key = remit_library_dup_key (element->record);
  item->record = remit_record_copy (element->record);
  remit_template_translate (item->record);
  item->group = remit_library_dup_group (item->record, self->name);
  item->title = remit_library_dup_title (item->record);
  item->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  self->item = NULL;
  if (*item->key != '\0' && remit_library_find (self->items, item->key) == NULL)
    {
      g_ptr_array_add (self->items, item);
      self->item = item;
      return;
    }
  if (*item->key == '\0')
    /* Translators: the title of a decision */
    refuse_named (self, element, N_ ("“%s” has no key, and cannot be added from the library"),
                  item->title);
  else
    /* Translators: the key of a role or a decision, or the name of a skill or a ladder */
    refuse_named (self, element, N_ ("“%s” is already in this file"), item->key);
  item_free (item);
}

static gboolean
check_letter (Reading *self,
              const RemitPlanElement *element)
{
  RemitFramework framework
    = (RemitFramework) remit_record_get_integer (self->item->record, REMIT_DECISION_FRAMEWORK);
  RemitLetter letter = (RemitLetter) remit_record_get_integer (element->record, REMIT_RIGHT_LETTER);
  g_autoptr (RemitMessage) message = NULL;
  g_autofree char *reason = NULL;

  if (remit_framework_get_letter (framework, letter) != NULL)
    return TRUE;
  /* Translators: a framework such as RACI, and a letter */
  message = remit_message_new (N_ ("%1$s has no letter %2$s"),
                               remit_framework_get_info (framework)->nick,
                               remit_letter_choices[letter].nick, NULL);
  reason = remit_message_say (message);
  refuse (self, element, reason);
  return FALSE;
}

/* Slots and people mean nothing in another plan: a role holds the part. */
static void
add_part (Reading *self,
          const RemitPlanElement *element,
          guint field)
{
  gint64 role = remit_record_get_integer (element->record, field);
  const RemitRecord *record = role != 0 ? g_hash_table_lookup (self->roles, &role) : NULL;
  RemitLibraryPart *part;

  if (self->item == NULL)
    return;
  if (role == 0)
    return refuse (self, element, _ ("In a library, a role has to hold this"));
  if (record == NULL)
    return refuse (self, element, _ ("The role is not in this file"));
  if (self->kind == REMIT_KIND_DECISION && !check_letter (self, element))
    return;
  part = g_new0 (RemitLibraryPart, 1);
  part->role = g_strdup (remit_record_get_text (record, REMIT_ROLE_KEY));
  part->holder = remit_record_copy (record);
  remit_template_translate (part->holder);
  part->record = remit_record_copy (element->record);
  g_ptr_array_add (self->item->parts, part);
}

static void
take_name (Reading *self,
           const RemitPlanElement *element)
{
  g_autoptr (RemitRecord) plan = remit_record_copy (element->record);

  remit_template_translate (plan);
  self->name = g_strdup (remit_record_get_text (plan, REMIT_PLAN_NAME));
}

static gboolean
on_start (gpointer data,
          const RemitPlanElement *element,
          GError **error G_GNUC_UNUSED)
{
  Reading *self = data;
  RemitKind kind = remit_record_get_kind (element->record);
  gint64 id = remit_record_get_id (element->record);

  if (kind == REMIT_KIND_PLAN)
    take_name (self, element);
  if (kind == REMIT_KIND_ROLE)
    g_hash_table_insert (self->roles, g_memdup2 (&id, sizeof id),
                         remit_record_copy (element->record));
  if (kind == self->kind)
    add_item (self, element);
  else if (kind == REMIT_KIND_RIGHT && self->kind == REMIT_KIND_DECISION)
    add_part (self, element, REMIT_RIGHT_ROLE);
  else if (kind == REMIT_KIND_RUNG && self->kind == REMIT_KIND_LADDER)
    add_part (self, element, REMIT_RUNG_ROLE);
  return TRUE;
}

/* What an item says of itself is known when its parts are. */
static gboolean
on_end (gpointer data,
        RemitKind kind,
        GError **error G_GNUC_UNUSED)
{
  Reading *self = data;

  if (kind == self->kind && self->item != NULL)
    self->item->text = remit_library_dup_text (self->item);
  return TRUE;
}

/* Those whose key none before them has. */
static void
take_new (GPtrArray *library,
          GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    {
      RemitLibraryItem *item = from->pdata[i];

      if (remit_library_find (library, item->key) != NULL)
        continue;
      g_ptr_array_add (library, item);
      from->pdata[i] = NULL;
    }
}

static void
free_if_there (gpointer item)
{
  if (item != NULL)
    item_free (item);
}

static void
read_file (GPtrArray *library,
           GPtrArray *problems,
           RemitKind kind,
           const char *path)
{
  static const RemitPlanHandler handler = { .start = on_start, .end = on_end };
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (free_if_there);
  g_autoptr (GHashTable) roles = g_hash_table_new_full (
    g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) remit_record_free);
  Reading reading = { .kind = kind,
                      .path = path,
                      .items = items,
                      .problems = problems,
                      .roles = roles };
  g_autoptr (GError) error = NULL;

  if (!remit_plan_parse (path, &handler, &reading, NULL, &error))
    add_problem (&reading, error->message);
  else if (items->len == 0)
    add_problem (&reading, _ ("This file has nothing for the library"));
  else
    take_new (library, items);
  g_free (reading.name);
}

/* ── All files ────────────────────────────────────────────────────────────────────────────── */

GPtrArray *
remit_library_load (RemitKind kind,
                    GPtrArray **problems)
{
  GPtrArray *library = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) paths = remit_data_list_with_own (remit_library_get_folder (kind));

  for (guint i = 0; i < paths->len; i++)
    read_file (library, words, kind, paths->pdata[i]);
  if (problems != NULL)
    *problems = g_steal_pointer (&words);
  return library;
}

const RemitLibraryItem *
remit_library_find (GPtrArray *library,
                    const char *key)
{
  for (guint i = 0; i < library->len; i++)
    {
      const RemitLibraryItem *item = library->pdata[i];

      if (g_ascii_strcasecmp (item->key, key) == 0)
        return item;
    }
  return NULL;
}

gboolean
remit_library_item_matches (const RemitLibraryItem *item,
                            const char *typed)
{
  g_autofree char *said = g_strjoin (" ", item->key, item->title, item->group, item->text, NULL);
  g_autofree char *folded = remit_text_fold_letters (said);
  g_autofree char *sought = remit_text_fold_letters (typed);
  g_auto (GStrv) words = g_strsplit_set (sought, " \t\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
