/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what the desktop's search is told, over a bus of the test's own. */
#include "board-fixture.h"
#include "find/remit-find-dialog.h"
#include "keyboard.h"
#include "settings/remit-state.h"
#include "window/remit-view-stack.h"

static void
on_answer (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GError) error = NULL;
  GVariant **answer = data;

  *answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_assert_no_error (error);
}

/* Returns: (transfer full): what the program answers */
static GVariant *
call (const char *method,
      GVariant *parameters)
{
  GDBusConnection *bus = g_application_get_dbus_connection (G_APPLICATION (remit_test_app_get ()));
  GVariant *answer = NULL;

  g_dbus_connection_call (bus, g_dbus_connection_get_unique_name (bus),
                          "/org/remit/Remit/SearchProvider", "org.gnome.Shell.SearchProvider2",
                          method, parameters, NULL, G_DBUS_CALL_FLAGS_NONE, 10000, NULL, on_answer,
                          &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  return answer;
}

/* Returns: (transfer full): the ids that are found */
static GStrv
search (const char *first,
        const char *second)
{
  const char *terms[] = { first, second, NULL };
  g_autoptr (GVariant) answer = call ("GetInitialResultSet", g_variant_new ("(^as)", terms));
  GStrv ids;

  g_variant_get (answer, "(^as)", &ids);
  return ids;
}

/* Returns: (transfer full): what is told of the first of some ids, or NULL */
static GVariant *
tell (GStrv ids)
{
  g_autoptr (GVariant) answer = call ("GetResultMetas", g_variant_new ("(^as)", ids));
  g_autoptr (GVariant) metas = g_variant_get_child_value (answer, 0);

  return g_variant_n_children (metas) > 0 ? g_variant_get_child_value (metas, 0) : NULL;
}

static void
test_found (BoardFixture *f,
            gconstpointer data)
{
  g_auto (GStrv) ids = search ("cleo", NULL);
  g_auto (GStrv) narrowed = search ("product", "beta");
  g_auto (GStrv) none = search ("nobody-at-all", NULL);
  g_auto (GStrv) team = search ("beta", "1 slot");
  g_autoptr (GVariant) meta = NULL;
  const char *name, *description;

  g_assert_nonnull (ids[0]);
  meta = tell (ids);
  g_assert_true (g_variant_lookup (meta, "name", "&s", &name));
  g_assert_true (g_variant_lookup (meta, "description", "&s", &description));
  g_assert_cmpstr (name, ==, "Cleo Sol");
  g_assert_cmpstr (description, ==, "Product manager in Beta");
  g_assert_nonnull (narrowed[0]);
  g_assert_true (g_str_has_prefix (narrowed[0], "slot:")
                 || g_str_has_prefix (narrowed[0], "person:"));
  g_assert_null (none[0]);
  g_assert_null (team[0]); /* people, slots and decisions alone */
}

/* What was written since is found. */
static void
test_changed (BoardFixture *f,
              gconstpointer data)
{
  g_auto (GStrv) before = search ("zenobia", NULL);
  g_auto (GStrv) after = NULL;

  g_assert_null (before[0]);
  remit_test_add_person (remit_workspace_get_store (f->workspace), "Zenobia Orr");
  after = search ("zenobia", NULL);
  g_assert_nonnull (after[0]);
}

static void
test_activate (BoardFixture *f,
               gconstpointer data)
{
  g_auto (GStrv) ids = search ("cleo", NULL);
  const char *terms[] = { "cleo", NULL };

  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-view", "s", "people");
  g_variant_unref (call ("ActivateResult", g_variant_new ("(s^asu)", ids[0], terms, 0)));
  wait_for_keyboard (f, f->cleo_in_product);

  g_variant_unref (call ("LaunchSearch", g_variant_new ("(^asu)", terms, 0)));
  gtk_window_close (GTK_WINDOW (remit_test_wait_for_window (REMIT_TYPE_FIND_DIALOG)));
  remit_test_wait_for_no_window (REMIT_TYPE_FIND_DIALOG);
}

/* Whatever somebody on the bus says: nothing is told, and nothing opens. */
static void
test_bad (BoardFixture *f,
          gconstpointer data)
{
  static const char *const bad[] = { "", "slot", "slot:x:/a", "slot:-1:/a", "team:1:/a", "slot:1",
                                     "no-kind:1:/a", "slot:99999999999999999999:/a",
                                     "slot:1:/nowhere.remit" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const char *ids[] = { bad[i], NULL };

      g_assert_null (tell ((GStrv) ids));
      if (i < G_N_ELEMENTS (bad) - 1)
        g_variant_unref (call ("ActivateResult", g_variant_new ("(s^asu)", bad[i], ids, 0)));
    }
  g_assert_cmpuint (
    g_list_length (gtk_application_get_windows (GTK_APPLICATION (remit_test_app_get ()))), ==, 1);
}

static void
add_tests (void)
{
#define ADD(path, test)                                                                            \
  g_test_add (path, BoardFixture, NULL, board_fixture_set_up, test, board_fixture_tear_down)
  ADD ("/provider/found", test_found);
  ADD ("/provider/changed", test_changed);
  ADD ("/provider/activate", test_activate);
  ADD ("/provider/bad", test_bad);
#undef ADD
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
