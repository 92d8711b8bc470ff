/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of conflicts share: a ladder, conflicts on it, their pages and steps. */
#include "conflicts-fixture.h"

#include "conflicts/remit-conflicts-view.h"
#include "inspector/remit-inspector.h"
#include "plan/conflict/remit-settle.h"
#include "plan/design/remit-design.h"

#define NOW "2026-03-02T12:00:00Z"

void
conflicts_fixture_set (DecisionsFixture *f,
                       RemitKind kind,
                       gint64 id,
                       guint field,
                       const char *value)
{
  g_autoptr (GError) error = NULL;

  remit_design_change (f->workspace, kind, id, field, value, &error);
  g_assert_no_error (error);
}

static gint64
add_rung (DecisionsFixture *f,
          gint64 ladder,
          guint field,
          gint64 holder)
{
  g_autoptr (RemitRecord) rung = remit_record_new (REMIT_KIND_RUNG);

  remit_record_set_integer (rung, REMIT_RUNG_PLAN, f->plan);
  remit_record_set_integer (rung, REMIT_RUNG_LADDER, ladder);
  remit_record_set_integer (rung, field, holder);
  g_assert_cmpint (remit_design_create (f->workspace, rung, NULL), !=, 0);
  return remit_record_get_id (rung);
}

gint64
conflicts_fixture_add_ladder (DecisionsFixture *f)
{
  g_autoptr (RemitRecord) ladder = remit_record_new (REMIT_KIND_LADDER);
  gint64 id, last;

  remit_record_set_integer (ladder, REMIT_LADDER_PLAN, f->plan);
  remit_record_set_text (ladder, REMIT_LADDER_NAME, "Usual");
  id = remit_design_create (f->workspace, ladder, NULL);
  g_assert_cmpint (id, !=, 0);
  add_rung (f, id, REMIT_RUNG_SLOT, f->ml);
  add_rung (f, id, REMIT_RUNG_SLOT, f->data);
  last = add_rung (f, id, REMIT_RUNG_PERSON, f->cleo);
  conflicts_fixture_set (f, REMIT_KIND_RUNG, last, REMIT_RUNG_ACTION, "decide");
  return id;
}

gint64
conflicts_fixture_raise (DecisionsFixture *f,
                         const char *title)
{
  g_autoptr (RemitRecord) conflict = remit_record_new (REMIT_KIND_CONFLICT);
  g_autoptr (GError) error = NULL;
  gint64 id;

  remit_record_set_integer (conflict, REMIT_CONFLICT_PLAN, f->plan);
  remit_record_set_integer (conflict, REMIT_CONFLICT_TEAM, f->alpha);
  remit_record_set_text (conflict, REMIT_CONFLICT_TITLE, title);
  id = remit_settle_raise (f->workspace, conflict, NULL, NULL, &error);
  g_assert_no_error (error);
  return id;
}

GtkWidget *
conflicts_fixture_show (DecisionsFixture *f)
{
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-view", "s", "conflicts");
  remit_test_settle ();
  return remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_CONFLICTS_VIEW);
}

GtkWidget *
conflicts_fixture_inspect (DecisionsFixture *f,
                           RemitKind kind,
                           gint64 id)
{
  conflicts_fixture_show (f);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.inspect", "(ix)", (int) kind, id);
  remit_test_settle ();
  return remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_INSPECTOR);
}

void
conflicts_fixture_set_up (DecisionsFixture *f,
                          gconstpointer data)
{
  g_setenv ("REMIT_NOW", NOW, TRUE);
  decisions_fixture_set_up (f, data);
}

void
conflicts_fixture_tear_down (DecisionsFixture *f,
                             gconstpointer data)
{
  decisions_fixture_tear_down (f, data);
  g_unsetenv ("REMIT_NOW");
}

static char *
describe (DecisionsFixture *f,
          gint64 conflict)
{
  g_autoptr (RemitRecord) record = remit_store_load (f->store, REMIT_KIND_CONFLICT, conflict, NULL);
  g_autofree char *status = remit_record_format (record, REMIT_CONFLICT_STATUS);

  return g_strdup_printf ("%s on %d", status,
                          (int) remit_record_get_integer (record, REMIT_CONFLICT_RUNG));
}

void
conflicts_fixture_check (DecisionsFixture *f,
                         gint64 conflict,
                         const char *expected)
{
  g_autofree char *is = describe (f, conflict);

  g_assert_cmpstr (is, ==, expected);
}

void
conflicts_fixture_step (GtkWidget *inspector,
                        const char *action)
{
  GtkWidget *head = gtk_widget_get_ancestor (
    remit_test_find_action (inspector, "conflict.resolve"), g_type_from_name ("RemitConflictHead"));

  g_assert_true (gtk_widget_activate_action (head, action, NULL));
}
