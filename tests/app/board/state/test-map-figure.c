/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a block of the map says about its team. */
#include "board/map/remit-map-figure.h"
#include "state-fixture.h"

static void
assert_figure (StateFixture *f,
               gint64 team,
               RemitMapColors colors,
               double level,
               RemitMapTone tone)
{
  RemitMapFigure figure = remit_map_figure_get (f->workspace, NULL, f->plan, team, colors);

  g_assert_cmpfloat_with_epsilon (figure.level, level, 0.001);
  g_assert_cmpint (figure.tone, ==, tone);
}

static void
assign (StateFixture *f,
        gint64 slot,
        gint64 person,
        int allocation)
{
  remit_test_add_assignment (remit_workspace_get_store (f->workspace), f->plan, slot, person,
                             allocation);
}

static void
test_fill (StateFixture *f,
           gconstpointer data)
{
  gint64 empty = remit_test_add_team (remit_workspace_get_store (f->workspace), f->plan, "Empty");

  assert_figure (f, f->alpha, REMIT_MAP_BY_FILL, 0.5, REMIT_MAP_TONE_PART);
  assert_figure (f, f->beta, REMIT_MAP_BY_FILL, 1, REMIT_MAP_TONE_FULL);
  assert_figure (f, empty, REMIT_MAP_BY_FILL, 0, REMIT_MAP_TONE_NONE);
  assign (f, f->data, f->ben, 10);
  assert_figure (f, f->alpha, REMIT_MAP_BY_FILL, 1, REMIT_MAP_TONE_FULL);
}

/* The highest of a team; what somebody does elsewhere counts. */
static void
test_load (StateFixture *f,
           gconstpointer data)
{
  assert_figure (f, f->alpha, REMIT_MAP_BY_LOAD, 0.4, REMIT_MAP_TONE_PART);
  assign (f, f->data, f->ben, 70);
  assert_figure (f, f->alpha, REMIT_MAP_BY_LOAD, 0.7, REMIT_MAP_TONE_PART);
  assert_figure (f, f->beta, REMIT_MAP_BY_LOAD, 0.6, REMIT_MAP_TONE_PART);
  assign (f, f->data, f->cleo, 50);
  assert_figure (f, f->alpha, REMIT_MAP_BY_LOAD, 1, REMIT_MAP_TONE_ERROR);
  assert_figure (f, f->beta, REMIT_MAP_BY_LOAD, 1, REMIT_MAP_TONE_ERROR);
}

static void
on_checked (RemitChecker *checker,
            gboolean *checked)
{
  *checked = TRUE;
}

static void
test_findings (StateFixture *f,
               gconstpointer data)
{
  g_autoptr (RemitChecker) checker = remit_checker_new (f->workspace);
  gboolean checked = FALSE;
  RemitMapFigure figure;

  assert_figure (f, f->alpha, REMIT_MAP_BY_FINDINGS, 0, REMIT_MAP_TONE_NONE);
  g_signal_connect (checker, "checked", G_CALLBACK (on_checked), &checked);
  remit_checker_set_plan (checker, f->plan);
  remit_checker_check (checker);
  while (!checked || remit_checker_is_running (checker))
    g_main_context_iteration (NULL, TRUE);
  figure = remit_map_figure_get (f->workspace, checker, f->plan, f->alpha, REMIT_MAP_BY_FINDINGS);
  g_assert_cmpfloat (figure.level, ==, 1);
  g_assert_cmpint (figure.tone, >=, REMIT_MAP_TONE_INFORMATION);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  state_fixture_add ("/board/map-figure/fill", test_fill);
  state_fixture_add ("/board/map-figure/load", test_load);
  state_fixture_add ("/board/map-figure/findings", test_findings);
  return g_test_run ();
}
