/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds people, slots and decisions from the overview of GNOME Shell, without a window. */
#include "remit-search-provider.h"

#include <glib/gstdio.h>
#include <string.h>

#include "model/remit-file.h"
#include "plan/find/remit-find-index.h"
#include "settings/remit-state.h"

/* So many workspaces are searched, and so many of each group are found in one. */
#define WORKSPACES 3
#define MOST 5

static const char INTERFACE[] =
  "<node><interface name='org.gnome.Shell.SearchProvider2'>"
  "<method name='GetInitialResultSet'><arg type='as' direction='in'/>"
  "<arg type='as' direction='out'/></method>"
  "<method name='GetSubsearchResultSet'><arg type='as' direction='in'/>"
  "<arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
  "<method name='GetResultMetas'><arg type='as' direction='in'/>"
  "<arg type='aa{sv}' direction='out'/></method>"
  "<method name='ActivateResult'><arg type='s' direction='in'/><arg type='as' direction='in'/>"
  "<arg type='u' direction='in'/></method>"
  "<method name='LaunchSearch'><arg type='as' direction='in'/>"
  "<arg type='u' direction='in'/></method>"
  "</interface></node>";

typedef struct {
  RemitSearchOpen open;
  gpointer data;
} Provider;

/* ── Workspaces, as they were read last; for whoever has the lock ─────────────────────────── */

typedef struct {
  char *path;
  gint64 plan;
  gint64 changed[2]; /* the file and its log */
  RemitFindIndex *index;
} Workspace;

static GMutex lock;
static Workspace workspaces[WORKSPACES];

static gint64
get_changed (const char *path,
             const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  GStatBuf status;

  return g_stat (name, &status) == 0 ? (gint64) status.st_mtim.tv_sec * 1000000000
                                         + status.st_mtim.tv_nsec
                                     : 0;
}

/* Returns: (nullable): the index, read anew if the file has changed */
static RemitFindIndex *
get_index (guint place,
           const char *path,
           gint64 plan)
{
  Workspace *self = &workspaces[place];
  const gint64 changed[] = { get_changed (path, ""), get_changed (path, "-wal") };
  g_autoptr (RemitStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (self->path, path) == 0 && self->plan == plan && self->index != NULL
      && memcmp (self->changed, changed, sizeof changed) == 0)
    return self->index;
  g_clear_pointer (&self->index, remit_find_index_unref);
  g_free (self->path);
  self->path = g_strdup (path);
  self->plan = plan;
  memcpy (self->changed, changed, sizeof changed);
  store = remit_store_open (path, REMIT_STORE_READ_ONLY | REMIT_STORE_NO_WAIT, &error);
  if (store != NULL)
    self->index = remit_find_index_read (store, plan, NULL, &error);
  if (error != NULL)
    g_info ("%s is not searched: %s", path, error->message);
  return self->index;
}

/* ── What is asked ────────────────────────────────────────────────────────────────────────── */

/* In a thread. @paths, @plans: the workspaces of late
 * @words: what is searched for, or the ids of what is to be told of */
typedef struct {
  GDBusMethodInvocation *invocation;
  GStrv paths;
  gint64 plans[WORKSPACES];
  GStrv words;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_strfreev (self->paths);
  g_strfreev (self->words);
  g_free (self);
}

/* "slot:123:/home/ada/own.remit" */
static char *
dup_id (const RemitFindEntry *entry,
        const char *path)
{
  g_autofree char *text = remit_file_dup_text (path);
  RemitKind kind = remit_find_group_get_kind (entry->group);

  return g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%s", remit_entity_info (kind)->name, entry->id,
                          text);
}

/* Returns: whether it is such an id */
static gboolean
parse_id (const char *text,
          RemitKind *kind,
          gint64 *id,
          char **path)
{
  static const RemitKind kinds[] = { REMIT_KIND_PERSON, REMIT_KIND_SLOT, REMIT_KIND_DECISION };
  g_auto (GStrv) parts = g_strsplit (text, ":", 3);

  if (g_strv_length (parts) != 3
      || !g_ascii_string_to_signed (parts[1], 10, 1, G_MAXINT64, id, NULL))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (remit_entity_info (kinds[i])->name, parts[0]))
      {
        *kind = kinds[i];
        *path = remit_file_dup_path (parts[2]);
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_told (RemitFindGroup group)
{
  return group == REMIT_FIND_PEOPLE || group == REMIT_FIND_SLOTS || group == REMIT_FIND_DECISIONS;
}

static void
search (const Question *self,
        const char *typed,
        GVariantBuilder *results)
{
  for (guint i = 0; self->paths[i] != NULL; i++)
    {
      RemitFindIndex *index = get_index (i, self->paths[i], self->plans[i]);
      g_autoptr (GPtrArray) found = NULL;

      if (index == NULL)
        continue;
      found = remit_find_search (&index, 1, typed, MOST, NULL);
      for (guint j = 0; j < found->len; j++)
        {
          const RemitFound *group = found->pdata[j];

          for (guint k = 0; is_told (group->group) && k < group->entries->len; k++)
            {
              g_autofree char *id = dup_id (group->entries->pdata[k], self->paths[i]);

              g_variant_builder_add (results, "s", id);
            }
        }
    }
}

static void
search_in_thread (GTask *task,
                  gpointer source,
                  gpointer data,
                  GCancellable *cancellable)
{
  const Question *self = data;
  g_autofree char *typed = g_strjoinv (" ", self->words);
  GVariantBuilder results = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));

  g_mutex_lock (&lock);
  search (self, typed, &results);
  g_mutex_unlock (&lock);
  g_dbus_method_invocation_return_value (self->invocation, g_variant_new ("(as)", &results));
  g_task_return_boolean (task, TRUE);
}

static void
add_meta (const Question *self,
          const char *word,
          GVariantBuilder *metas)
{
  g_autofree char *path = NULL;
  const RemitFindEntry *entry = NULL;
  RemitKind kind;
  gint64 id;

  if (!parse_id (word, &kind, &id, &path))
    return;
  for (guint i = 0; self->paths[i] != NULL && entry == NULL; i++)
    if (g_str_equal (self->paths[i], path))
      {
        RemitFindIndex *index = get_index (i, path, self->plans[i]);

        if (index != NULL)
          entry = remit_find_index_find (index, remit_find_group_of (kind), id);
      }
  if (entry == NULL)
    return;
  g_variant_builder_open (metas, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (word));
  g_variant_builder_add (metas, "{sv}", "name", g_variant_new_string (entry->name));
  g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (entry->place));
  g_variant_builder_close (metas);
}

static void
tell_in_thread (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable)
{
  const Question *self = data;
  GVariantBuilder metas = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  g_mutex_lock (&lock);
  for (guint i = 0; self->words[i] != NULL; i++)
    add_meta (self, self->words[i], &metas);
  g_mutex_unlock (&lock);
  g_dbus_method_invocation_return_value (self->invocation, g_variant_new ("(aa{sv})", &metas));
  g_task_return_boolean (task, TRUE);
}

/* ── D-Bus ────────────────────────────────────────────────────────────────────────────────── */

/* The workspaces of late; settings are for the main thread. */
static void
ask (GDBusMethodInvocation *invocation,
     GStrv words,
     GTaskThreadFunc func)
{
  g_auto (GStrv) all = remit_state_dup_paths ();
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  Question *self = g_new0 (Question, 1);

  self->invocation = invocation;
  self->words = words;
  for (guint i = 0; all[i] != NULL && i < WORKSPACES; i++)
    {
      g_strv_builder_add (paths, all[i]);
      self->plans[i] = remit_state_get_plan (all[i]);
    }
  self->paths = g_strv_builder_end (paths);
  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, self, question_free);
  g_task_run_in_thread (task, func);
}

static void
launch (Provider *self)
{
  g_auto (GStrv) paths = remit_state_dup_paths ();

  if (paths[0] != NULL)
    self->open (paths[0], REMIT_KIND_NONE, 0, self->data);
}

static void
on_call (GDBusConnection *connection,
         const char *sender,
         const char *object_path,
         const char *interface,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer data)
{
  Provider *self = data;
  g_autofree char *path = NULL;
  GStrv words = NULL;
  const char *chosen;
  RemitKind kind;
  gint64 id;

  if (g_str_equal (method, "ActivateResult"))
    {
      g_variant_get_child (parameters, 0, "&s", &chosen);
      if (parse_id (chosen, &kind, &id, &path))
        self->open (path, kind, id, self->data);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else if (g_str_equal (method, "LaunchSearch"))
    {
      launch (self);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else
    {
      g_variant_get_child (parameters, g_str_equal (method, "GetSubsearchResultSet") ? 1 : 0, "^as",
                           &words);
      ask (invocation, words,
           g_str_equal (method, "GetResultMetas") ? tell_in_thread : search_in_thread);
    }
}

guint
remit_search_provider_export (GDBusConnection *connection,
                              const char *path,
                              RemitSearchOpen open,
                              gpointer data,
                              GError **error)
{
  static const GDBusInterfaceVTable functions = { .method_call = on_call };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (INTERFACE, error);
  Provider *self;

  if (node == NULL)
    return 0;
  self = g_new0 (Provider, 1);
  self->open = open;
  self->data = data;
  return g_dbus_connection_register_object (connection, path, node->interfaces[0], &functions, self,
                                            g_free, error);
}
