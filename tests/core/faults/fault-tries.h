/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which faults are tried: each call that something leads to, or some of them; and what is told. */
#pragma once

#include "remit-faults.h"

/**
 * FaultTry:
 * @n: which call fails, see remit_faults_arm()
 */
typedef struct {
  RemitFault fault;
  guint n;
  gboolean is_lasting;
} FaultTry;

typedef void (*FaultTryFunc) (const FaultTry *attempt,
                              gpointer data);

/** What a test of faults begins with, before anything else: puts them in. */
void fault_tries_init (int *argc,
                       char ***argv);

/**
 * fault_tries_run:
 * @name: what is done, for messages
 * @n_calls: of each fault, how many calls it takes
 *
 * Has each call fail, alone and with all that follow, in a process of its own, so that a crash
 * keeps nothing else from being tried; that is with `-m slow`, and of allocations there are too
 * many even then. Else a few are tried, in this process, where leaks are found.
 *
 * In the environment, `REMIT_FAULTS_ONLY='read 3'` (or `'read 3 +'`, with all that follow) has that
 * one tried alone, as a message names it, and `REMIT_FAULTS_TRACE=1` shows where the call comes
 * from, in a build with the address sanitizer.
 */
void fault_tries_run (const char *name,
                      const guint n_calls[REMIT_N_FAULTS],
                      FaultTryFunc func,
                      gpointer data);

/** Lets the test fail, and says under which fault; the others are tried all the same. */
void fault_tries_fail (const char *format,
                       ...) G_GNUC_PRINTF (1, 2);

/** The same where words are nothing that people can read who have never heard of SQLite. */
void fault_tries_check_words (const char *words);
