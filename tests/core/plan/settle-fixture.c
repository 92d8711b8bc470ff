/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ladder, and conflicts on it. */
#include "settle-fixture.h"

#include <string.h>

#include "model/remit-day.h"

void
settle_set_now (const char *time)
{
  g_setenv ("REMIT_NOW", time, TRUE);
}

gint64
settle_add_rung (PlanFixture *f,
                 gint64 ladder,
                 RemitKind holder_kind,
                 gint64 holder)
{
  g_autoptr (RemitRecord) rung = remit_record_new (REMIT_KIND_RUNG);
  g_autoptr (GError) error = NULL;

  remit_record_set_integer (rung, REMIT_RUNG_PLAN, f->plan);
  remit_record_set_integer (rung, REMIT_RUNG_LADDER, ladder);
  remit_record_set_integer (rung,
                            holder_kind == REMIT_KIND_SLOT   ? REMIT_RUNG_SLOT
                            : holder_kind == REMIT_KIND_ROLE ? REMIT_RUNG_ROLE
                                                             : REMIT_RUNG_PERSON,
                            holder);
  remit_design_create (f->workspace, rung, &error);
  g_assert_no_error (error);
  return remit_record_get_id (rung);
}

gint64
settle_add_ladder (PlanFixture *f)
{
  g_autoptr (RemitRecord) ladder = remit_record_new (REMIT_KIND_LADDER);
  g_autoptr (GError) error = NULL;
  gint64 id, last;

  settle_set_now (TODAY "T12:00:00Z");
  plan_fixture_assign (f, f->ml, f->ada, 100, "", "");
  remit_record_set_integer (ladder, REMIT_LADDER_PLAN, f->plan);
  remit_record_set_integer (ladder, REMIT_LADDER_TEAM, f->fraud);
  remit_record_set_text (ladder, REMIT_LADDER_NAME, "Usual");
  id = remit_design_create (f->workspace, ladder, &error);
  g_assert_no_error (error);
  settle_add_rung (f, id, REMIT_KIND_SLOT, f->ml);
  settle_add_rung (f, id, REMIT_KIND_ROLE, f->data_role);
  last = settle_add_rung (f, id, REMIT_KIND_PERSON, f->cem);
  plan_fixture_set (f, REMIT_KIND_RUNG, last, REMIT_RUNG_ACTION, "decide");
  return id;
}

gint64
settle_raise (PlanFixture *f,
              const char *title)
{
  g_autoptr (RemitRecord) conflict = remit_record_new (REMIT_KIND_CONFLICT);
  g_autoptr (GError) error = NULL;
  gint64 id;

  remit_record_set_integer (conflict, REMIT_CONFLICT_PLAN, f->plan);
  remit_record_set_integer (conflict, REMIT_CONFLICT_TEAM, f->fraud);
  remit_record_set_text (conflict, REMIT_CONFLICT_TITLE, title);
  id = remit_settle_raise (f->workspace, conflict, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);
  return id;
}

char *
settle_describe (PlanFixture *f,
                 gint64 conflict)
{
  g_autoptr (RemitRecord) record = remit_store_load (f->store, REMIT_KIND_CONFLICT, conflict, NULL);
  g_autofree char *status = remit_record_format (record, REMIT_CONFLICT_STATUS);
  g_autofree char *due = remit_record_format (record, REMIT_CONFLICT_DUE);

  return g_strdup_printf ("%s on %d, due %.16s", status,
                          (int) remit_record_get_integer (record, REMIT_CONFLICT_RUNG),
                          *due != '\0' ? due : "never");
}

void
settle_check (PlanFixture *f,
              gint64 conflict,
              const char *expected)
{
  g_autofree char *is = settle_describe (f, conflict);

  g_assert_cmpstr (is, ==, expected);
}

void
settle_check_log (PlanFixture *f,
                  gint64 conflict,
                  const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) log =
    remit_store_load_parts (f->store, REMIT_KIND_CONFLICT_EVENT, conflict, &error);
  g_autoptr (RemitRecord) record = remit_store_load (f->store, REMIT_KIND_CONFLICT, conflict, NULL);
  g_autoptr (GString) kinds = g_string_new (NULL);
  RemitConflictStatus status;
  gint64 rung;

  g_assert_no_error (error);
  for (guint i = 0; i < log->len; i++)
    {
      g_autofree char *kind = remit_record_format (log->pdata[i], REMIT_CONFLICT_EVENT_KIND);

      g_string_append_printf (kinds, "%s%s", i > 0 ? " " : "", kind);
    }
  g_assert_cmpstr (kinds->str, ==, expected);
  remit_story_follow (log, &status, &rung, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, remit_record_get_integer (record, REMIT_CONFLICT_STATUS));
  g_assert_cmpint (rung, ==, remit_record_get_integer (record, REMIT_CONFLICT_RUNG));
}

char *
settle_dup_last_text (PlanFixture *f,
                      gint64 conflict)
{
  g_autoptr (GPtrArray) log =
    remit_store_load_parts (f->store, REMIT_KIND_CONFLICT_EVENT, conflict, NULL);

  return g_strdup (remit_record_get_text (log->pdata[log->len - 1], REMIT_CONFLICT_EVENT_TEXT));
}

void
settle_check_refused (PlanFixture *f,
                      const char *before,
                      GError **error,
                      const char *message)
{
  g_autofree char *whole = NULL;

  g_assert_nonnull (*error);
  whole = g_strdup ((*error)->message);
  g_test_message ("%s", whole);
  g_assert_nonnull (strstr (whole, message));
  plan_fixture_check_refused (f, before, error, whole);
}
