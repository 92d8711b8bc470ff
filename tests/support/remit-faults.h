/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Faults for tests: of the calls that SQLite makes of the system, one fails, or all from one on. */
#pragma once

#include <glib.h>

/**
 * RemitFault:
 * @REMIT_FAULT_SHORT_READ: the log ends in the middle of what is read; in the file itself SQLite
 *   takes what is missing for zeroes
 * @REMIT_FAULT_WRITE: half of it is written
 * @REMIT_FAULT_FULL: the same, since the disk is full
 * @REMIT_FAULT_BUSY: another program has the lock
 * @REMIT_FAULT_MEMORY: a single allocation fails
 * @REMIT_FAULT_HEAP: no more than a certain amount of memory is to be had
 *
 * What fails. Each fault is of certain calls, which are counted.
 */
typedef enum {
  REMIT_FAULT_OPEN,
  REMIT_FAULT_READ,
  REMIT_FAULT_SHORT_READ,
  REMIT_FAULT_WRITE,
  REMIT_FAULT_FULL,
  REMIT_FAULT_SYNC,
  REMIT_FAULT_TRUNCATE,
  REMIT_FAULT_SIZE,
  REMIT_FAULT_LOCK,
  REMIT_FAULT_BUSY,
  REMIT_FAULT_SHM_MAP,
  REMIT_FAULT_SHM_LOCK,
  REMIT_FAULT_DELETE,
  REMIT_FAULT_ACCESS,
  REMIT_FAULT_MEMORY,
  REMIT_FAULT_HEAP,
  REMIT_N_FAULTS,
} RemitFault;

/**
 * remit_faults_install:
 *
 * Puts itself between SQLite and the system, and turns on SQLite's count of its memory, without
 * which it knows no limit. Before anything of SQLite or Remit is called.
 */
void remit_faults_install (void);

/**
 * remit_faults_arm:
 * @n: which call fails, from 1; 0 to count only. For %REMIT_FAULT_HEAP, how many kilobytes there
 *   are beside those in use
 * @is_lasting: whether all that follow fail, too, as on a disk that is full or gone
 *
 * Begins to count calls, of all threads, and lets them fail, until remit_faults_disarm().
 */
void remit_faults_arm (RemitFault fault,
                       guint n,
                       gboolean is_lasting);
void remit_faults_disarm (void);

/** Returns: how many calls there were, while armed, that this fault is of; or kilobytes in use */
guint remit_faults_count (RemitFault fault);

/** Returns: whether one failed while armed; of %REMIT_FAULT_HEAP that is not known, but %TRUE */
gboolean remit_faults_have_struck (void);

/** Returns: (transfer none): "short-read" */
const char *remit_fault_get_name (RemitFault fault);
