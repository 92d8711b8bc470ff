/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Does something under each fault in turn, and looks at what came of it. */
#pragma once

#include "fault-scene.h"
#include "fault-tries.h"

/** Does something in a copy that is open. Returns: whether it was done */
typedef gboolean (*FaultFunc) (FaultScene *scene,
                               gpointer data,
                               GError **error);

/** Reads something in a copy that is open. Returns: (transfer full) (nullable): all of it as
 * text */
typedef char *(*FaultReadFunc) (FaultScene *scene,
                                gpointer data,
                                GError **error);

/**
 * fault_runner_run_edit:
 * @name: what is done, for messages
 *
 * Afterwards all is as it was and @func has said why, or all is done; file and history are whole,
 * the live objects are what is in the file, and what was not done can be done.
 */
void fault_runner_run_edit (FaultScene *scene,
                            const char *name,
                            FaultFunc func,
                            gpointer data);

/** The same for what only reads: it says why it cannot, or has all of it, as it has without a
 * fault. */
void fault_runner_run_read (FaultScene *scene,
                            const char *name,
                            FaultReadFunc func,
                            gpointer data);
