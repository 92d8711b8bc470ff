/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of what rules find, and narrowly do not find. */
#pragma once

#include "sketch.h"

/**
 * RuleCase:
 * @rule: the id
 * @what: what is tested
 * @base: lines of a sketch: see sketch.h
 * @more: lines that follow
 * @today: the day, or %NULL for 10 March 2026
 * @says: what sketch_say() is to say; empty when nothing is to be found
 */
typedef struct {
  const char *rule;
  const char *what;
  const char *base;
  const char *more;
  const char *today;
  const char *says;
} RuleCase;

/** Runs each case; each rule among them has to have one that finds, and one that does not. */
void rule_cases_run (const RuleCase *cases,
                     guint n_cases);
