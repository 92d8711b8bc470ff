/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exporting a plan or the history from the window, in the formats of remit-exporter.h. */
#include "remit-export.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/remit-file.h"
#include "model/remit-plan.h"
#include "remit-leaving-dialog.h"
#include "remit-mail.h"
#include "remit-password-dialog.h"
#include "remit-saved.h"
#include "settings/remit-state-signing.h"
#include "widgets/remit-ask-file.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-patience.h"

/* One export, from the question where to until the toast. */
typedef struct
{
  GWeakRef parent;
  RemitWorkspace *workspace;
  gint64 plan;
  RemitHistoryFilter *filter;
  const RemitExporter *exporter;
  RemitAudience audience;
  char *path;
  gboolean is_mailed; /* when it has been written */
  char *key; /* a file, or NULL: not signed */
  char *certificate;
  char *password;
  RemitWorker *worker;
  RemitPatience *patience;
} Export;

static Export *
export_new (GtkWindow *parent,
            RemitWorkspace *workspace,
            gint64 plan,
            const RemitHistoryFilter *filter,
            const RemitExporter *exporter,
            RemitAudience audience)
{
  Export *self = g_new0 (Export, 1);

  g_weak_ref_init (&self->parent, parent);
  self->workspace = g_object_ref (workspace);
  self->plan = plan;
  self->filter = remit_history_filter_copy (filter);
  self->exporter = exporter;
  self->audience = audience;
  if (exporter->scope == REMIT_EXPORT_PLAN && g_str_equal (exporter->name, "xml"))
    {
      self->key = remit_state_dup_signing_file (REMIT_STATE_SIGNING_KEY);
      self->certificate = remit_state_dup_signing_file (REMIT_STATE_SIGNING_CERTIFICATE);
    }
  self->worker = remit_worker_new ();
  return self;
}

static void
export_free (Export *self)
{
  g_clear_pointer (&self->patience, remit_patience_free);
  g_weak_ref_clear (&self->parent);
  g_clear_object (&self->workspace);
  g_clear_object (&self->worker);
  remit_history_filter_free (self->filter);
  g_free (self->path);
  g_free (self->key);
  g_free (self->certificate);
  g_free (self->password);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

/* In the thread. */
static gpointer
write_file (RemitStore *store,
            const RemitWorkControl *control,
            gpointer data,
            GError **error)
{
  const Export *self = data;
  g_autoptr (RemitSigningKey) key = NULL;
  RemitExport export = { store, self->plan, self->filter, self->audience, control->cancellable,
                         control->progress, control->progress_data };

  if (self->key != NULL)
    {
      key = remit_signing_key_load (self->key, self->certificate, self->password, error);
      if (key == NULL)
        return NULL;
    }
  export.key = key;
  return remit_exporter_write (self->exporter, &export, self->path, error) ? g_strdup (self->path)
                                                                           : NULL;
}

static const char *
get_message (Export *self)
{
  if (self->exporter->scope == REMIT_EXPORT_HISTORY)
    /* Translators: %s: the name of a file */
    return _ ("Exported to %s (confidential items included)");
  if (self->key != NULL && self->audience != REMIT_AUDIENCE_FULL)
    /* Translators: %s: the name of a file */
    return _ ("Exported to %s and signed (confidential items removed)");
  if (self->key != NULL)
    /* Translators: %s: the name of a file */
    return _ ("Exported to %s and signed");
  if (self->audience != REMIT_AUDIENCE_FULL)
    /* Translators: %s: the name of a file */
    return _ ("Exported to %s (confidential items removed)");
  /* Translators: %s: the name of a file */
  return _ ("Exported to %s");
}

static void begin (Export *self);

static void
on_password (gpointer data,
             const char *password)
{
  g_autoptr (Export) self = data;

  g_free (self->password);
  self->password = g_strdup (password);
  if (password != NULL)
    begin (g_steal_pointer (&self));
}

static void
on_written (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (Export) self = data;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = remit_worker_finish (REMIT_WORKER (source), result, &error);

  if (parent == NULL || remit_worker_was_cancelled (error))
    return;
  if (g_error_matches (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_PASSWORD))
    {
      g_clear_pointer (&self->patience, remit_patience_free);
      remit_password_dialog_ask (parent, error->message, on_password, g_steal_pointer (&self));
      return;
    }
  if (path != NULL && self->is_mailed)
    remit_mail_send (parent, path);
  else
    remit_saved_say (parent, path, get_message (self), error);
}

static void
begin (Export *self)
{
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);
  const RemitWork work = {
    .of = remit_workspace_get_store (self->workspace),
    .func = write_file,
    .data = self,
    .free_result = g_free,
  };

  self->patience = remit_patience_new (parent, self->worker, _ ("Exporting…"));
  remit_worker_run (self->worker, &work, on_written, self);
}

static char *dup_base_name (Export *self);

/* Of a format of several files, the folder in which theirs is made. */
static char *
dup_path (Export *self,
          GFile *file)
{
  g_autoptr (GFile) folder = NULL;
  g_autofree char *name = NULL;

  if (self->exporter->mark == NULL)
    return g_file_get_path (file);
  name = dup_base_name (self);
  folder = g_file_get_child (file, name);
  return g_file_get_path (folder);
}

static void
on_chosen (gpointer data,
           GFile *file)
{
  g_autoptr (Export) self = data;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);

  if (file == NULL)
    return;

  self->path = dup_path (self, file);
  if (self->path != NULL)
    begin (g_steal_pointer (&self));
  else
    remit_saved_refuse_place (parent, file);
}

/* The plan's name, without what cannot be in the name of a file. */
static char *
dup_base_name (Export *self)
{
  RemitEntity *entity = remit_workspace_get (self->workspace, REMIT_KIND_PLAN, self->plan);
  RemitAudience audience = self->audience;
  g_autofree char *name = NULL;

  if (entity == NULL || self->exporter->scope == REMIT_EXPORT_HISTORY)
    /* Translators: the name of a file */
    name = g_strdup (_ ("History"));
  else if (audience == REMIT_AUDIENCE_STAKEHOLDER)
    /* Translators: the name of a file, after that of a plan */
    name = g_strdup_printf (_ ("%s for stakeholders"),
                            remit_entity_get_text (entity, REMIT_PLAN_NAME));
  else if (audience == REMIT_AUDIENCE_ANONYMOUS)
    /* Translators: the name of a file, after that of a plan */
    name = g_strdup_printf (_ ("%s without names"),
                            remit_entity_get_text (entity, REMIT_PLAN_NAME));
  else if (audience >= REMIT_N_AUDIENCES)
    /* Translators: the name of a file: that of a plan, and of an audience */
    name = g_strdup_printf (_ ("%1$s for %2$s"), remit_entity_get_text (entity, REMIT_PLAN_NAME),
                            remit_audience_get_title (audience));
  else
    name = g_strdup (remit_entity_get_text (entity, REMIT_PLAN_NAME));
  return remit_file_dup_name (name);
}

/* "_Export Plan…" to "Export Plan" */
static char *
dup_title (const RemitExporter *exporter,
           RemitAudience audience)
{
  g_autofree char *label = remit_exporter_dup_title (exporter, audience);
  g_auto (GStrv) parts = g_strsplit (label != NULL ? label : "", "_", -1);
  char *title = g_strjoinv ("", parts);
  char *end = title + strlen (title);
  char *last;

  while ((last = g_utf8_find_prev_char (title, end)) != NULL
         && (g_str_equal (last, "…") || g_unichar_isspace (g_utf8_get_char (last))))
    *(end = last) = '\0';
  return title;
}

/* Where to write it. */
static void
ask_file (Export *self)
{
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);
  g_autofree char *title = self->exporter->scope == REMIT_EXPORT_HISTORY
                             ? g_strdup (_ ("Export History"))
                             : dup_title (self->exporter, self->audience);
  g_autofree char *base = dup_base_name (self);
  g_autofree char *name = g_strdup_printf ("%s.%s", base, self->exporter->suffixes[0]);
  const RemitFileQuestion question = {
    .title = title,
    .action = _ ("_Export"),
    .files = _ (self->exporter->files),
    .suffixes = self->exporter->suffixes,
    .only = TRUE,
    .name = name,
    .folder = self->exporter->mark != NULL,
  };

  remit_ask_file (parent, &question, on_chosen, self);
}

static void
write_for_mail (Export *self)
{
  g_autofree char *base = dup_base_name (self);
  g_autofree char *name = g_strdup_printf ("%s.%s", base, self->exporter->suffixes[0]);

  self->path = remit_mail_dup_path (name);
  begin (self);
}

static void
on_answer (gpointer data,
           gboolean goes_on)
{
  g_autoptr (Export) self = data;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);

  if (!goes_on || parent == NULL)
    return;
  if (self->is_mailed)
    write_for_mail (g_steal_pointer (&self));
  else
    ask_file (g_steal_pointer (&self));
}

void
remit_export_ask (GtkWindow *parent,
                  RemitWorkspace *workspace,
                  gint64 plan,
                  const RemitHistoryFilter *filter,
                  const RemitExporter *exporter,
                  RemitAudience audience)
{
  Export *self;

  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));

  self = export_new (parent, workspace, plan, filter, exporter, audience);
  if (audience == REMIT_AUDIENCE_FULL)
    ask_file (self);
  else
    remit_leaving_dialog_ask (parent, workspace, plan, audience, REMIT_LEAVING_EXPORT, on_answer,
                              self);
}

void
remit_export_mail (GtkWindow *parent,
                   RemitWorkspace *workspace,
                   gint64 plan,
                   const RemitExporter *exporter,
                   RemitAudience audience)
{
  Export *self;

  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));

  self = export_new (parent, workspace, plan, NULL, exporter, audience);
  self->is_mailed = TRUE;
  remit_leaving_dialog_ask (parent, workspace, plan, audience, REMIT_LEAVING_MAIL, on_answer,
                            self);
}

void
remit_export_write (GtkWindow *parent,
                    RemitWorkspace *workspace,
                    gint64 plan,
                    const RemitHistoryFilter *filter,
                    const RemitExporter *exporter,
                    RemitAudience audience,
                    const char *path)
{
  Export *self;

  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));
  g_return_if_fail (path != NULL);

  self = export_new (parent, workspace, plan, filter, exporter, audience);
  self->path = g_strdup (path);
  begin (self);
}

/* Files of audiences that cannot be used are not passed over in silence. */
static void
add_faults (GMenu *menu,
            const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Audiences Not Available…"), NULL);

  g_menu_item_set_action_and_target (item, action, "s", "");
  g_menu_append_item (menu, item);
}

/* Returns: for how many audiences the window offers a format */
static guint
count_titles (const RemitExporter *exporter)
{
  guint n = 0;

  for (guint i = 0; i < remit_audience_count (); i++)
    {
      RemitAudience audience = remit_audience_get_nth (i);
      g_autofree char *title = remit_exporter_dup_title (exporter, audience);

      n += title != NULL;
    }
  return n;
}

static void
add_format (GMenu *menu,
            const RemitExporter *exporter,
            const char *action)
{
  for (guint i = 0; i < remit_audience_count (); i++)
    {
      RemitAudience audience = remit_audience_get_nth (i);
      g_autofree char *title = remit_exporter_dup_title (exporter, audience);
      g_autoptr (GMenuItem) item = NULL;
      g_autofree char *target = NULL;

      if (title == NULL)
        continue;
      target = g_strdup_printf ("%s.%s", exporter->name, remit_audience_get_nick (audience));
      item = g_menu_item_new (title, NULL);
      g_menu_item_set_action_and_target (item, action, "s", target);
      g_menu_append_item (menu, item);
    }
}

void
remit_export_fill_menu (GMenu *menu,
                        RemitExportScope scope,
                        const char *action)
{
  const RemitExporter *const *exporters = remit_exporter_list ();

  for (guint i = 0; exporters[i] != NULL; i++)
    if (exporters[i]->scope == scope)
      add_format (menu, exporters[i], action);
  if (scope == REMIT_EXPORT_PLAN && remit_audience_list_faults ()[0] != NULL)
    add_faults (menu, action);
}

void
remit_export_fill_sections (GMenu *menu,
                            const char *action)
{
  const RemitExporter *const *exporters = remit_exporter_list ();
  g_autoptr (GMenu) others = g_menu_new ();

  for (guint i = 0; exporters[i] != NULL; i++)
    {
      g_autoptr (GMenu) section = g_menu_new ();
      gboolean is_apart = count_titles (exporters[i]) > 1;

      if (exporters[i]->scope != REMIT_EXPORT_PLAN)
        continue;
      add_format (is_apart ? section : others, exporters[i], action);
      if (is_apart)
        g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  if (remit_audience_list_faults ()[0] != NULL)
    add_faults (others, action);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
}

void
remit_export_fill_mail (GMenu *menu,
                        const char *action)
{
  /* what those outside get; who sends everything exports it first, and attaches that */
  static const struct {
    const char *title;
    const char *target;
  } items[] = {
    { N_ ("Send Report by E-Mail…"), "html.stakeholder" },
    { N_ ("Send Plan by E-Mail…"), "xml.stakeholder" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i].title), NULL);

      g_menu_item_set_action_and_target (item, action, "s", items[i].target);
      g_menu_append_item (menu, item);
    }
}

const RemitExporter *
remit_export_parse_target (RemitExportScope scope,
                           GVariant *target,
                           RemitAudience *audience)
{
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (target, NULL), ".", 2);
  int found = parts[0] != NULL ? remit_audience_find (parts[1]) : -1;

  if (found < 0)
    return NULL;
  *audience = (RemitAudience) found;
  return remit_exporter_find (scope, parts[0]);
}
