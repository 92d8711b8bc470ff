/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking for the file of a workspace. */
#include "remit-workspace-chooser.h"

#include <glib/gi18n.h>

#include "widgets/remit-ask-file.h"

typedef struct {
  GtkWindow *window;
  gboolean create;
  RemitWorkspaceChosen on_chosen;
} Choosing;

static void
on_answer (gpointer data,
           GFile *file)
{
  g_autofree Choosing *self = data;
  g_autoptr (GtkWindow) window = self->window;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *full = NULL;

  if (path == NULL)
    return;

  full = self->create && !g_str_has_suffix (path, ".remit") ? g_strconcat (path, ".remit", NULL)
                                                            : g_strdup (path);
  self->on_chosen (window, full, self->create);
}

/* The chooser asks whether an existing file may be replaced; a workspace is never written over all
 * the same: the one that is there is opened. */
void
remit_workspace_chooser_ask (GtkWindow *window,
                             gboolean create,
                             RemitWorkspaceChosen on_chosen)
{
  static const char *const suffixes[] = { "remit", NULL };
  g_autofree char *name = g_strdup_printf ("%s.remit", _ ("Teams"));
  const RemitFileQuestion question = {
    .title = create ? _ ("New Workspace") : _ ("Open Workspace"),
    .files = _ ("Workspaces"),
    .suffixes = suffixes,
    .name = create ? name : NULL,
  };
  Choosing *choosing;

  g_return_if_fail (GTK_IS_WINDOW (window));

  choosing = g_new0 (Choosing, 1);
  choosing->window = g_object_ref (window);
  choosing->create = create;
  choosing->on_chosen = on_chosen;
  remit_ask_file (window, &question, on_answer, choosing);
}
