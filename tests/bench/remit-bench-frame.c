/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For LD_PRELOAD into a GTK program of somebody else's: says when its first frame is complete, and
 * ends it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <gio/gio.h>
#include <unistd.h>

static gboolean
on_after_paint (GSignalInvocationHint *hint,
                guint n_values,
                const GValue *values,
                gpointer data)
{
  g_printerr ("first-frame %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  _exit (0);
}

/* Stands before the function of this name in GIO. */
int g_application_run (GApplication *application,
                       int argc,
                       char **argv);

int
g_application_run (GApplication *application,
                   int argc,
                   char **argv)
{
  int (*run) (GApplication *, int, char **);
  GType (*get_type) (void);

  *(void **) &run = dlsym (RTLD_NEXT, "g_application_run");
  *(void **) &get_type = dlsym (RTLD_DEFAULT, "gdk_frame_clock_get_type");
  g_type_class_ref (get_type ());
  g_signal_add_emission_hook (g_signal_lookup ("after-paint", get_type ()), 0, on_after_paint, NULL,
                              NULL);
  return run (application, argc, argv);
}
